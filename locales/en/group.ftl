# What is said in groups.

command-contest = Contests with your group

group-help =
    In this group I can:
    /contest start a contest, or see how the one under way stands
    /language the language I speak here
    Practising alone is private: tap my name and send /start.
group-choose-language = Which language should I speak in this group?
group-language-set = All right, I speak English here from now on.
group-not-admin = Only this group's administrators can do that.
group-not-member = Only members of this group can do that.
group-cannot-ask = I couldn't ask Telegram who you are here. Please try again in a minute.
group-anonymous = You're writing as the group, so I can't tell who you are. Please turn off anonymity for a moment and send that again.
group-somebody-elses = This button is somebody else's.
