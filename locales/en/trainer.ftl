## The trainers' office

trainer-not =
    Trainers publish their own customers here. You are not one yet.
    Ask whoever runs this bot, and tell them your number: { $number }
    Got a code? Send /trainer and the code.
trainer-not-allowed = That is for owners. Ask one of them; you'll find who they are under /trainer.
trainer-no-office = The trainers' office is only there where the bot runs as a service with a store. On a computer use: xiaoqi check, xiaoqi persona test, xiaoqi persona simulate.
trainer-overview =
    🗂 { $organisation }
    You are { $role }.

    { $customers }

    To bring a new customer or a new version, just send me the file (.toml, or a .zip from “xiaoqi persona pack”).
trainer-house = This bot
trainer-name = { $name }
trainer-role-trainer = a trainer
trainer-role-owner = an owner
trainer-line = • { $title }: version { $version }, { $reach }
trainer-line-off = • { $title }: taken off
trainer-line-draft = ✎ { $title }: your draft, not published
trainer-line-none = Nothing is published yet.
trainer-reach-everyone = for everyone
trainer-reach-cohort = for “{ $name }”
trainer-help =
    How a customer gets to your trainees:
    1. Write the file. The shortest has a title, a grade, a type, an opening, the situation and three facts; docs/personas.md has one to start from. On a computer “xiaoqi persona new” writes it with you.
    2. Send it to me here as a file. I check it and tell you line by line what to mend.
    3. I let nine kinds of trainees talk to the customer, and show whether he is as hard as his grade promises.
    4. Try him yourself, then publish: for everyone or for one cohort. Conversations under way stay with the version they began with.
    A translation goes in a file of its own, such as pump.zh-Hant.toml: send it after the customer.

    What you can type:
    /trainer cohort and a name: a new cohort
    /trainer add and a number: make somebody a trainer (owners)
    /trainer owner and a number: make somebody an owner (owners)
trainer-checked =
    ✓ “{ $title }” can be played. { $warnings ->
        [one] One thing to look at:
       *[other] { $warnings } things to look at:
    }
    { $files }
trainer-checked-clean =
    ✓ “{ $title }” can be played, and I found nothing to say against it.
    { $files }
trainer-checked-broken =
    ✗ “{ $title }” cannot be played yet: { $errors ->
        [one] one mistake
       *[other] { $errors } mistakes
    }{ $warnings ->
        [0] {""}
        [one] , and one thing to look at
       *[other] , and { $warnings } things to look at
    }.
    { $files }
    Mend what is below and send the file again. What is published stays as it is meanwhile.
trainer-findings = { $text }
trainer-all-findings = That was not all: here is the whole list.
trainer-summary = { $text }
trainer-picture = “{ $title }” with nine kinds of trainees
trainer-ready = “{ $title }” is your draft now. Only you can meet him. Try him, or publish:
trainer-too-large = That file is too large for a customer. At most { $most } KB; leave pictures and everything else out.
trainer-lost = I couldn't get that file from Telegram. Please send it again.
trainer-not-ours = “{ $name }” is no customer's file. I read .toml, and .zip made by “xiaoqi persona pack”.
trainer-broken = I couldn't open that file: { $why }
trainer-alone = That is a translation of “{ $name }”, but there is no such customer here. Send { $name }.toml first.
trainer-no-draft = You have no draft. Send me a customer's file, then we go on from there.
trainer-published = ✓ “{ $title }” is out: version { $version }, { $reach }. Trainees find him in /menu.
trainer-unplayable =
    He can't be played with today's rules and languages, so nothing was published:
    { $why }
trainer-discarded = The draft is gone. What is published stays.
trainer-case =
    { $title }
    { $now }

    { $versions }
trainer-case-on = Trainees meet version { $version }, { $reach }.
trainer-case-off = Taken off: nobody meets him. Choose a version to bring him back.
trainer-case-version = • Version { $version }, { $at }{ $by ->
        [0] {""}
       *[other] , by { $by }
    }
trainer-case-again = • Version { $version }, { $at }{ $by ->
        [0] {""}
       *[other] , by { $by }
    }: version { $again } brought back
trainer-no-case = That customer, version or cohort is not here any more.
trainer-withdrawn = “{ $title }” is taken off. Conversations under way go on; his versions stay, so you can bring him back.
trainer-file = { $name }, as trainees meet it. Change it, send it back, and it becomes your draft.
trainer-figures =
    { $title }, { $whose }
    { $trainees ->
        [one] One trainee
       *[other] { $trainees } trainees
    }, { $sessions ->
        [one] one conversation
       *[other] { $sessions } conversations
    }

    { $lines }
trainer-figures-none = { $title }, { $whose }: nobody has talked to him yet.
trainer-figures-endings = How they ended: { $list }
trainer-figures-share = { $ending } { $count }
trainer-figures-left = Broken off or left open: { $count }, typically after { $after ->
        [one] one message
       *[other] { $after } messages
    }, most often while he was “{ $state }”
trainer-figures-left-none = Broken off or left open: none
trainer-figures-missing = Missed most: { $list }
trainer-figures-missed = { $what } ({ $count }×)
trainer-figures-median = Median score: { $score } of 100
trainer-figures-median-none = Median score: nobody has seen a debrief yet
trainer-others = Figures of which customer? These come with the bot; your own are under the office.
trainer-cohorts =
    Cohorts:
    { $list }
trainer-cohort-line = • { $name }: { $members ->
        [0] nobody yet
        [one] one member
       *[other] { $members } members
    }
trainer-no-cohorts = There are no cohorts yet. A cohort is a class or a team: you can publish a customer for it alone, and see how it gets on.
trainer-ask-cohort = What is the cohort called? Write its name now. (Changed your mind? /menu)
trainer-cohort-code =
    “{ $name }”: whoever sends me this joins.
    /join { $code }
trainer-crew =
    Who works here:
    { $list }

    Numbers are Telegram's. Whoever sends /trainer to me sees their own.
trainer-crew-line = • { $number }: { $role }
trainer-crew-none = Nobody yet.
trainer-invitation =
    Whoever sends me this first becomes { $role }. It is good once, for { $days } days. Pass it on privately.
    /trainer { $code }
trainer-appointed = { $number } is { $role } now. They see it under /trainer.
trainer-dismissed = { $number } is no trainer any more. What they published stays.
trainer-not-dismissed = That can't be done for { $number }: not somebody of yours, in another organisation, or yourself.
trainer-bad-number = I need Telegram's number, such as 123456789. Whoever sends /trainer to me sees their own.
trainer-hired = Welcome! You are { $role } now: { $organisation }
trainer-joined = You are in “{ $cohort }” now ({ $organisation }). New customers for you are in /menu.
trainer-how-to-join =
    Send /join and the code your trainer gave you.
    /join leave takes you out of all cohorts and your organisation.
trainer-bad-code = That code leads nowhere: mistyped, used up, or too old. Ask for a new one.
trainer-elsewhere = That code is of another organisation, and you belong to: { $organisation }. If you really want to change, send /join leave first.
trainer-left = You have left all cohorts and your organisation. Your conversations and your journal stay with you.
trainer-founded =
    “{ $organisation }” is there. Its trainers see nothing of others', and others nothing of theirs. Whoever sends me this first becomes its owner (good for { $days } days):
    /trainer { $code }
trainer-files-broken =
    Files in the content folder are broken. Until they are mended, trainees meet the last good version.
    { $text }
    “xiaoqi check” shows what is wrong.

button-trainer-home = 🗂 Office
button-trainer-help = How it works
button-trainer-try = ▶ Try the draft
button-trainer-publish = Publish for everyone
button-trainer-publish-cohort = Publish for “{ $name }”
button-trainer-discard = Throw the draft away
button-trainer-case = Versions
button-trainer-back = Back to version { $version }
button-trainer-reach-everyone = For everyone
button-trainer-reach-cohort = Only for “{ $name }”
button-trainer-withdraw = Take off
button-trainer-fetch = Get the file
button-trainer-figures = Figures
button-trainer-figures-of = Figures: { $name }
button-trainer-figures-all = Figures: everyone
button-trainer-others = Figures of the other customers
button-trainer-cohorts = Cohorts
button-trainer-new-cohort = New cohort
button-trainer-cohort-code = Code for “{ $name }”
button-trainer-crew = Who may do what
button-trainer-invite = Invite a trainer
button-trainer-invite-owner = Invite an owner
button-trainer-dismiss = Remove { $number }

command-trainer = For trainers: publish customers, see figures
command-join = Join your class with a code
