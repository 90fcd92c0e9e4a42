# What is said in groups.

command-contest = Contests with your group

group-help =
    In this group I can:
    /contest start a contest, or see how the one under way stands
    /relay calm one customer together, one message each in turn; /end stops it
    /case one opening, everybody's answer, a vote
    /language the language I speak here
    Practising alone is private: tap my name and send /start.
group-choose-language = Which language should I speak in this group?
group-language-set = All right, I speak English here from now on.
group-not-admin = Only this group's administrators can do that.
group-not-member = Only members of this group can do that.
group-cannot-ask = I couldn't ask Telegram who you are here. Please try again in a minute.
group-anonymous = You're writing as the group, so I can't tell who you are. Please turn off anonymity for a moment and send that again.
group-somebody-elses = This button is somebody else's.

## Practising together

command-relay = In a group: calm one customer together
command-case = In a group: one opening, everybody's answer, a vote

play-only-in-groups = That one is played in a group. Add me to your team's group and send it there.
play-already-on = A round is under way here. Finish it first; whoever began it, or an administrator, can stop it with /end.
play-no-game = Nothing is under way here. /relay begins a round.
play-over = That round is over.
play-no-customers = I have no customer here who speaks this group's language.
play-relay-choose = 🏃 Relay: you calm one customer together, one message each in turn. How hard should the customer be?
play-chosen = The customer is already here.
play-relay-gather =
    🏃 Relay: { $title }
    { $you }
    { $happened }

    { $players }

    Tap “Join”, then one of you taps “Begin”. When it's your turn, reply to my message with what you would say to { $name }. You have { $most } messages together.
play-no-players = Nobody is in yet.
play-players = In: { $names }
play-name = { $name }
play-already-in = You're in already.
play-full-house = { $most } are in, and that's the limit. Watch this one; the next is yours.
play-joined = You're in!
play-begun = It has begun already.
play-join-first = Tap “Join” first.
play-next-turn =
    ➡ { $player }, your turn. Reply to this message.
    { $name } is “{ $state }”. Messages left: { $left }
play-relay-board =
    🏃 Relay: { $title }
    { $name }: { $state }
    { $levels }

    In turn: { $players }
    Messages left: { $left }
play-patience = Give them a moment. In { $seconds } seconds you can pass them over.
play-not-your-turn = It's { $player }'s turn. Yours will come.
play-not-playing = It's { $player }'s turn. Want to play too? Join, and you're next after the others.
play-relay-over = 🏃 Relay: { $title }. It's over; the debrief is below.
play-changed = Somebody has just changed this customer's file, so we can't go on. /relay begins a new round.
play-stopped = The round is over. /relay begins another.
play-quiet = It has been quiet for half an hour, so I'm closing this round.
play-ended =
    { $name }: { $ending }
    { $meaning }
    Your score together: { $score } of 100
play-too-little = One message is too little to look back on. Next time give it a few.
play-well =
    👍 What you did well together
    { $items }
play-nothing-well = 👍 No message clearly helped this time. Begin the next round with one sentence about what the customer is going through, and watch what it changes.
play-strength =
    “{ $quote }”
    { $name }: { $why }
play-better =
    🔧 What to do differently
    { $items }
play-nothing-better = 🔧 Nothing you wrote hurt. Take a harder customer next.
play-change =
    “{ $quote }” ({ $name })
    Better: “{ $better }”
play-change-bare = “{ $quote }” ({ $name })
play-gap =
    Never done: { $name }
    For example: “{ $better }”
play-gap-bare = Never done: { $name }
play-questions =
    💬 Talk it over, five minutes:
    1. Which message turned the conversation, and why that one?
    2. Where would you have written something else, and what?
    3. Which sentence does the team keep?

play-case-open =
    📮 Case of the day: { $title }
    { $you }
    { $happened }

    { $name }:
    { $opening }

    What would you say? One answer each, in private, so nobody copies. Answers so far: { $answers }
play-case-voting =
    📮 Case of the day: { $title }
    { $opening }

    The answers are below. Votes so far: { $votes }
play-case-few = It takes at least { $fewest } answers.
play-case-answer =
    { $letter }: “{ $text }”
    { $way } { $name } (“{ $state }”): { $reply }
play-calms = 🟢 Calms.
play-neutral = 🟡 Neither.
play-escalates = 🔴 Makes it worse.
play-case-vote = 🗳 Which answer would you give? One vote each, not for your own; you can change it. Whoever began this shows the result, or it comes by itself in a day.
play-own-answer = That's your own. Vote for another one.
play-voted = You voted for { $letter }.
play-case-votes = { $letter } { $count }
play-case-winner =
    🏅 Most votes: { $letter }
    “{ $text }”
    All votes: { $list }
    Talk it over: what does it give the customer that the others don't?
play-case-tie =
    🗳 No clear winner. Votes: { $list }
    Talk it over: what would you take from each?
play-case-over = 📮 Case of the day: { $title }. The vote is over.
play-ask-answer =
    📮 { $title }
    { $opening }

    What would you say? Write your one answer here, up to 500 characters. The group sees it without your name. (Changed your mind? /menu)
play-ask-again =
    📮 { $title }
    { $opening }

    You answered: “{ $before }”
    A new answer replaces it. To keep it: /menu
play-answer-taken = ✓ Your answer is in. The group sees it without your name once the answers are shown. To change it, tap “Answer” in the group again.
play-case-closed = That case takes no answers any more.
play-case-full = { $most } answers are in, and that's the limit. You can still vote in the group.
play-answer-stranger = That case is for members of its group. If you are one, try again in a minute.

button-play-grade = { $grade }
button-play-join = ✋ Join
button-play-begin = ▶ Begin
button-play-skip = Pass over { $player }
button-play-stop = ⏹ Stop
button-play-answer = ✍ Answer
button-play-reveal = Show the answers
button-play-result = Show the result
button-play-vote = 🗳 Vote { $letter }
