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
    /trainer code 20: an invitation code for twenty people
    /trainer remove and a number: take somebody's access back (whoever runs this bot)
    /trainer admit and a number: let somebody in (whoever runs this bot)
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
    Good for { $days } more days and { $uses } more people.
    /join { $code }
trainer-cohort-code-over = The code of “{ $name }” is too old or used up. Open the cohort and tap “New code”.
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
    /join name changes what your trainer calls you.
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
button-trainer-crew = Who may do what
button-trainer-invite = Invite a trainer
button-trainer-invite-owner = Invite an owner
button-trainer-dismiss = Remove { $number }

command-trainer = For trainers: publish customers, see figures
command-join = Join your class with a code

## Cohorts

cohort-page =
    👥 { $name } · { $members ->
        [0] nobody yet
        [one] one member
       *[other] { $members } members
    }

    { $list }
cohort-none-given = No assignments.
cohort-given = 📌 { $title }, by { $until }: ✓ { $done } done, … { $begun } under way, { $not_yet } not yet
cohort-given-over = 📌 { $title }, was due { $until }: ✓ { $done } of { $members } done
cohort-members =
    👥 { $name } ({ $count ->
        [one] one member
       *[other] { $count } members
    })
    { $list }
cohort-members-none = Nobody has joined “{ $name }” yet. Pass its code on.
cohort-mate = • { $who }: { $done } of { $given } done
cohort-mate-alone = • { $who }
cohort-named = { $name }
cohort-tag = member { $tag }
cohort-member =
    { $who } · { $name }
    { $list }
cohort-member-line = 📌 { $title }: { $stage }
cohort-stage-done = ✓ done
cohort-stage-begun = under way
cohort-stage-not-yet = not yet
cohort-ask-remove = Take this member out? They are told, and no longer meet this cohort's customers. Their own conversations stay with them.
cohort-removed = { $who } is out of “{ $name }” and has been told. The old code would still let them in: a new code keeps the door closed.
cohort-no-member = That member isn't in this cohort any more.
cohort-new-code =
    New code for “{ $name }”. The old one leads nowhere now; who is in stays in.
    Good for { $days } more days and { $uses } more people.
    /join { $code }
cohort-ask-customer = A new assignment. Which customer should they talk to? (Changed your mind? /menu)
cohort-ask-day = “{ $title }”: by when? Tap, or write a date such as 2026-03-20 or 3-20.
cohort-bad-day = I need a date from today on and within a year, such as 2026-03-20 or 3-20.
cohort-ask-line = “{ $title }” by { $until }. Anything you want to add? Write one line, up to 200 characters; every member reads it.
cohort-lapsed = That assignment was never finished. Open the cohort and begin again.
cohort-no-customer = That customer can't be given to this cohort: taken off, or published for others only.
cohort-full = { $most } assignments are open here, and that is the limit. Take one back first.
cohort-assigned = ✓ “{ $title }” by { $until } is out to “{ $name }”: { $members ->
        [0] nobody is in it yet; whoever joins gets it
        [one] one member has been told
       *[other] { $members } members have been told
    }. Who hasn't done it gets one reminder the day before.
cohort-assignment =
    📌 { $title }
    “{ $name }”, by { $until }

    { $list }
cohort-line = “{ $line }”
cohort-not-met = ⚠ Nobody in this cohort can meet that customer any more.
cohort-done-by = ✓ Done ({ $count }){ $count ->
        [0] {""}
       *[other] : { $names }
    }
cohort-begun-by = … Under way ({ $count }){ $count ->
        [0] {""}
       *[other] : { $names }
    }
cohort-not-yet-by = Not yet ({ $count }){ $count ->
        [0] {""}
       *[other] : { $names }
    }
cohort-no-assignment = That assignment isn't there any more.
cohort-taken-back = “{ $title }” is taken back. Who hadn't done it has been told.
cohort-weekly-on = You get the week of “{ $name }” every Monday at 9:00.
cohort-weekly-off = You no longer get the week of “{ $name }” by itself. The button still shows it any time.
cohort-new-duty = 📌 { $cohort }: your trainer asks you to practise “{ $title }” by { $until }.
cohort-new-duty-line =
    📌 { $cohort }: your trainer asks you to practise “{ $title }” by { $until }.
    “{ $line }”
cohort-still-open = ⏰ { $cohort }: “{ $title }” is still open, by { $until }. One conversation with its debrief is all it takes.
cohort-duty-gone = Your trainer has taken the assignment “{ $title }” back. You needn't do it.
cohort-duty-done = 📌 ✓ Assignment done: “{ $title }”. Your trainer sees that you did it, and nothing you wrote.
cohort-duty = 📌 { $title }, by { $until }
cohort-duty-line = 📌 { $title }, by { $until }: “{ $line }”
cohort-waiting =
    Waiting for you:
    { $list }
cohort-you-are-out = Your trainer has taken you out of “{ $cohort }”. Your conversations and your journal stay with you.
cohort-seen =
    What your trainer sees of you in “{ $cohort }”: which assignments you did, and how the cohort is doing as a whole. Never what you wrote.
cohort-seen-as =
    In “{ $cohort }” your trainer sees you as { $who }: which assignments you did, and how the cohort is doing as a whole. Never what you wrote. Another name: /join name
cohort-ask-name = What shall your trainer call you there? Write a name, or tap:
cohort-known = Your trainer sees you as { $who }. To change that: /join name
cohort-known-nowhere = You aren't in a cohort, so nobody has you on a list. Send /join and a code first.
cohort-week =
    📈 { $name }: the last seven days
    { $parts }
cohort-week-quiet = Nobody finished a conversation ({ $members ->
        [0] no members
        [one] one member
       *[other] { $members } members
    }).
cohort-week-practised = { $practised } of { $members } practised, { $runs ->
        [one] one conversation
       *[other] { $runs } conversations
    } with a debrief.
cohort-week-before = The week before: { $practised } practised, { $runs ->
        [one] one conversation
       *[other] { $runs } conversations
    }.
cohort-week-few = How well it went is told once { $fewest } members practise in a week. With fewer it would point at somebody.
cohort-week-score = Average score: { $score } of 100
cohort-week-score-before = Average score: { $score } of 100 (week before: { $before })
cohort-week-strongest = Strongest: { $list }
cohort-week-weakest = To work on: { $list }
cohort-week-moved = Moved: { $list }
cohort-week-helped = What helped, by how many members: { $list }
cohort-week-hurt = What hurt, by how many members: { $list }
cohort-week-missing = Missed, by how many members: { $list }
cohort-week-methods = Checklists done in full: { $list }
cohort-week-assignments =
    Assignments:
    { $list }
cohort-week-cards =
    New in the team library:
    { $list }
cohort-skill = { $skill } { $percent }%
cohort-change = { $skill } { $from }% → { $to }%
cohort-shared = { $what } ({ $count })
cohort-method = { $method } { $done } of { $called }
cohort-card = • { $name } on “{ $customer }”: { $why }
cohort-other-cards = { $count ->
        [one] • and one more: /library
       *[other] • and { $count } more: /library
    }

button-cohort-code = Code to join
button-cohort-new-code = New code
button-cohort-members = Members
button-cohort-remove = Take out of the cohort
button-cohort-remove-yes = Yes, take out
button-cohort-remove-no = No, back
button-cohort-assign = ＋ Give an assignment
button-cohort-assignment = 📌 { $title }
button-cohort-by = { $days ->
        [1] Tomorrow ({ $date })
        [7] In a week ({ $date })
        [14] In two weeks ({ $date })
       *[other] In { $days } days ({ $date })
    }
button-cohort-no-line = Send without a line
button-cohort-take-back = Take it back
button-cohort-digest = 📈 The week
button-cohort-weekly-on = Send me the week on Mondays
button-cohort-weekly-off = Stop sending me the week
button-cohort-duty = 📌 { $title }
button-cohort-signed = “{ $name }”, as on my cards
button-cohort-tag = No name, just { $tag }

## At the door

access-ask-code =
    Hello! This bot is for people with an invitation.
    Got a code? Send it to me just as it is. None yet? { $contact }
access-not-listed =
    Hello! This bot is for people on its list, and you are not on it yet.
    { $contact }
    They'll need your number: { $number }
    Got a code from a trainer? Send it to me just as it is.
access-contact = Please ask: { $text }
access-contact-unknown = Please ask whoever told you about this bot.
access-bad-code =
    That code lets nobody in: mistyped, used up, or too old. Check it and send it again.
    { $contact }
access-too-many =
    { $minutes ->
        [1] That was a lot of codes. Please wait a minute, check the code, and send it again.
       *[other] That was a lot of codes. Please wait { $minutes } minutes, check the code, and send it again.
    }
access-removed =
    Your access to this bot was taken back, so we can't practise here.
    { $contact }
    What is kept about you is still yours: /privacy, /export and /forget work.
access-welcome = Welcome, you're in!
access-already-in = You're in already, so this code is still good for somebody else.
access-group-closed = This bot is for people with an invitation. Somebody here who has one can start: send /help once, then everybody in this group can join in.
access-group-removed = Your access to this bot was taken back.
access-code =
    { $uses ->
        [1] An invitation for one person, good for { $days } days. Pass it on privately; they send me this line:
       *[other] An invitation for up to { $uses } people, good for { $days } days. They each send me this line:
    }
    /start { $code }
access-code-usage = How many people is the code for? /trainer code 20 makes one for twenty, { $most } at most; /trainer code makes one for a single person.
access-admitted = { $number } may come in, whatever was before.
access-barred = { $number } has no access any more: out of cohorts and roles, no reminders. What is kept of them stays until they delete it. /trainer admit { $number } takes this back.
access-not-barred = That number runs this bot, so it stays. Change --operator (XIAOQI_OPERATORS) first.
access-only-operator = That is for whoever runs this bot.
access-flood = That's more than I can read at once. I've left out what came after your last answer; wait about half a minute, then go on.
access-group-flood = That's more than I can follow at once. I've left out what came just now; wait a moment, then go on.
access-kept = You were let in here; only the day and the way are kept.
access-kept-barred = Your access was taken back; only that and the day are kept, and stay after /forget.
