# What is said in groups.

command-contest = Contests with your group

group-help =
    In this group I can:
    /contest start a contest, or see how the one under way stands
    /relay calm one customer together, one message each in turn; /end stops it
    /case one opening, everybody's answer, a vote
    /duet two of you play agent and customer, the rest watch and vote
    /language the language I speak here
    Practising alone is private: tap my name and send /start.
group-choose-language = Which language should I speak in this group?
group-language-set = All right, I speak English here from now on.
group-not-admin = Only this group's administrators can do that.
group-not-member = Only members of this group can do that.
group-cannot-ask = I couldn't ask Telegram who you are here. Please try again in a minute. If this goes on, make me an administrator here: only then may I look members up.
group-anonymous = You're writing as the group, so I can't tell who you are. Please turn off anonymity for a moment and send that again.
group-somebody-elses = This button is somebody else's.

## Practising together

command-relay = In a group: calm one customer together
command-case = In a group: one opening, everybody's answer, a vote
command-duet = In a group: two play agent and customer, the rest vote

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

## The duet

duet-choose = 🎭 Duet: one of you plays the agent, one the customer, the rest watch and vote. Then you swap. How hard should the customer be?
duet-places =
    🎭 Duet: { $title }
    { $happened }

    🎧 Agent: { $agent }
    🎭 { $name }, the customer: { $customer }

    Tap a place to take it, tap again to leave it. The customer gets a secret card from me in private. Never talked to me before? Tap “Start me” first.
duet-free = free
duet-kept-for = kept for { $player }
duet-name = { $name }
duet-word = { $term }
duet-seated-agent = You're the agent.
duet-seated-customer = You're the customer. Your secret card comes in private when you begin.
duet-stood-up = You've left your place.
duet-taken = That's { $player }'s place.
duet-start-first = I can't write to you yet, and your card is secret. Tap “Start me”, press Start there, then come back and tap “Customer” again.
duet-ready = ✓ Now I can write to you. Go back to your group and tap “Customer”: your secret card arrives here when the duet begins.
duet-two-needed = It takes both: an agent and a customer.
duet-only-players = Only the two who play, or whoever began this, can do that.
duet-only-customer = Only { $player } decides that.
duet-criteria =
    👀 You watch? Look out for these: { $title }
    { $items }
    Don't help out. Afterwards you vote on each of them.
duet-item = { $number }. { $text }
duet-criterion-listen = Listens and asks before offering a way out.
duet-criterion-feeling = Says what this is like for the customer, in this case and not in general.
duet-criterion-own = Apologises plainly, without an “if” or a “but”.
duet-criterion-ask = Asks a question that brings out something untold.
duet-criterion-refuse = Says no with a reason, and offers another way.
duet-criterion-civil = Stays civil: no arguing, no blaming.
duet-criterion-solve = Offers something that really meets what the customer wants.
duet-criterion-promise = Promises something that can be checked: who, what, by when.
duet-criterion-check = Asks whether this is all right for the customer.
duet-board =
    🎭 Duet: { $title }
    🎧 Agent: { $agent }
    🎭 { $name }: { $customer }

    { $opening }

    Messages the agent has left: { $left }
duet-briefing =
    🎧 { $player }, this is what you know as the agent.
    { $you }
    { $happened }

    You may offer:
    { $may }

    You may not offer:
    { $may_not }
duet-agent-first =
    ➡ { $player }, you're the agent. Reply to this message with what you say to { $name }.
    🔐 { $customer }, your secret card is in our private chat. Read it meanwhile.
duet-agent-turn = ➡ { $player }, your turn. Reply to this message. Messages left: { $left }
duet-mood =
    🤖 My { $name } would be “{ $state }” now.
    { $lines }
duet-would-end = 🤖 My { $name } would have ended it by now: { $ending }.
duet-customer-turn =
    { $mood }

    ➡ { $player }, your turn as { $name }. Reply to this message, or end it below.
duet-customer-last =
    { $mood }

    ➡ { $player }, that was the agent's last message. How does it end for { $name }?
duet-not-your-turn = It's { $player }'s turn. Answered without replying to me? Then tap “Answered”.
duet-watching = { $agent } and { $customer } play this one. You watch; your vote comes at the end.
duet-decide = { $player }, how does it end? Tap one of the two buttons above.
duet-too-early = Let { $player } say something first.
duet-round-over = 🎭 Duet: { $title }. This round is over; the vote and the debrief are below.
duet-vote =
    🗳 { $player } as { $name }: { $ending }.
    You watched: did the agent do it? ✅ yes, ❌ no. You can change your mind.
    { $items }

    { $votes ->
        [0] Nobody has voted yet.
        [one] One has voted.
       *[other] { $votes } have voted.
    } The result comes in five minutes, or sooner by the button.
duet-vote-over =
    🗳 { $votes ->
        [0] The vote is over; nobody voted.
        [one] The vote is over; one voted.
       *[other] The vote is over; { $votes } voted.
    }
duet-marked-met = ✅ { $number }: yes
duet-marked-missed = ❌ { $number }: no
duet-players-watch = You played this one. The others vote.
duet-ended-calmed = calmed down, and accepts
duet-ended-walked = walks away
duet-ended-open = left open
duet-result =
    📋 { $title }: what you saw 👥 and what I heard 🤖
    { $items }
duet-result-item =
    { $number }. { $text }
    　👥 { $met } of { $votes } · 🤖 { $heard }
duet-result-bare =
    { $number }. { $text }
    　👥 no votes · 🤖 { $heard }
duet-heard = yes
duet-unheard = no
duet-endings =
    🎭 { $player } as { $name }: { $ending }
    🤖 My { $name }: { $own }
    { $levels }
    Do the two differ? Ask { $player } which message made the difference.
duet-own-ended = { $ending }
duet-own-open = still “{ $state }”
duet-well =
    👍 What helped
    { $items }
duet-better =
    🔧 What to do differently
    { $items }
duet-questions =
    💬 Talk it over, five minutes:
    1. What did { $agent } do right?
    2. What can be improved, and in which sentence?
    3. What does the whole team take from it?
duet-swap-offer = 🔁 Now the other way round: { $agent } is the agent, { $customer } a new customer who is just as hard.
duet-done = 🎭 That was the duet. Nothing of it is kept. /duet begins another.
duet-stopped = 🎭 The duet is over. /duet begins another.
duet-changed = 🎭 Somebody has just changed this customer's file, so we can't go on. /duet begins again.
duet-card =
    🔐 For your eyes only. You are { $name }.
    { $title }: { $summary }
    Kind of customer: { $types }

    At first you are “{ $state }”:
    { $levels }

    You open with:
    { $opening }

    What you want, the most important first:
    { $demands }
duet-card-foreign = The case is in the group's language, so that names, places and sums agree with what the others see.
duet-card-facts =
    📂 You tell this when asked:
    { $items }
duet-card-fact = · { $about }: “{ $tell }”
duet-card-secrets =
    🤫 You tell this only to a good question, and to somebody who has earned it:
    { $items }
duet-card-secret =
    · { $about }: “{ $tell }”
    　A good question: “{ $question }”
duet-card-play =
    🎬 How to play it
    Calms you: { $calms }
    Sets you off: { $irks }

    Use your own words, and answer in the group by replying to my messages. Don't make it easy, don't make it impossible: give in when you would. How it ends is up to you, by a button in the group.
duet-card-sent = Your card is in our private chat once more.
duet-card-not-yours = This card is only for whoever plays the customer.

button-duet-agent = 🎧 Agent
button-duet-customer = 🎭 Customer
button-duet-start = 🔑 Start me
button-duet-card = 🔐 My card
button-duet-answered = 💬 Answered
button-duet-calmed = 😌 I accept
button-duet-walked = 🚪 I walk away
button-duet-met = ✅ { $number }
button-duet-missed = ❌ { $number }
button-duet-swap = 🔁 Swap roles

## Contests: the form

contest-when = { $date } { $time } ({ $zone })
contest-minutes =
    { $count ->
        [one] 1 minute
       *[other] { $count } minutes
    }
contest-hours = { $count } hours
contest-days = { $count } days
contest-form =
    🏁 A new contest: { $name }

    Tap a line to change it, then tap “Create”. For another name, reply to this message with it.
contest-named = { $name }
contest-named-after = { $group }
contest-field-pick = Customers: { $value }
contest-pick-mixed = easy to hard
contest-pick-grade = { $grade }
contest-pick-these = { $count } chosen
contest-field-rounds = Rounds: { $count }
contest-field-minutes = Each: { $value }
contest-no-limit = no limit
contest-field-opens = Opens: { $value }
contest-opens-now = now
contest-opens-soon = in 10 minutes
contest-opens-tomorrow = tomorrow 9:00
contest-field-lasts = For: { $value }
contest-lasts-hour = 1 hour
contest-lasts-day = 1 day
contest-lasts-week = 1 week
contest-field-attempts = Attempts: { $count }
contest-field-hints = Hints: { $value }
contest-yes = yes
contest-no = no
contest-field-names = Shown as: { $value }
contest-names-shown = names
contest-names-nick = nicknames
contest-button-choose = Choose them
contest-button-create = ✅ Create
contest-button-drop = ✖ Never mind
contest-button-back = ‹ Back
contest-field-sides = Ranked: { $value }
contest-sides-singles = singles
contest-sides-teams = teams of { $least } or more
contest-opens-kept = as announced
contest-form-change =
    ✏ Changing { $name }

    Tap a line to change it, then tap “Put in force”. Until then everything stays as announced. Then I cast new dice, post a new announcement, and tell everybody who has joined.
contest-button-change = ✏ Change (administrators)
contest-button-put-in-force = ✅ Put in force
contest-change-dropped = Nothing was changed.
contest-change-taken = Another administrator is changing this contest right now. Please settle it with each other, or try again in ten minutes.
contest-change-too-late = It's open, so nothing can be changed any more: everybody plays by the same rules. It can only be called off, under “Manage”.
contest-change-over = This contest is over or was called off. /contest shows what is on.
contest-nothing-changed = That's how it is already. Change something first, or tap “Never mind”.
contest-changed = “{ $name }” is changed. The new announcement is below.
contest-form-list =
    Who is to be met? Tap to choose or take back, five at most. One customer is one round, in the order you tap.
    Chosen: { $count }
contest-dropped = The form is closed. /contest opens a new one.
contest-created = “{ $name }” is on. The announcement is below.
contest-rounds-by-choice = One customer is one round. Choose more or fewer customers for that.
contest-lead-unknown = { $name }, please tap this once: only then can I send you the results in private.
contest-one-at-a-time = A contest is already under way in this group. Finish or cancel it first.
contest-no-customers = There is no customer of that kind here. Please choose others.

## Contests: in the group

contest-announced =
    🏁 { $name }

    { $rounds }

    { $rules }

    Opens: { $opens }
    Closes: { $closes }

    Everybody meets the same customers with the same dice, alone in a private chat, whenever it suits you until it closes. Your debrief comes when it's over.
contest-replaced =
    🏁 { $name }

    This announcement no longer holds: the contest was changed before it opened. The one that counts, with a new seal, is further down. Whoever has joined stays in.
contest-announced-again =
    ✏ This replaces the announcement before it. Changed:
    { $changes }

    { $announced }
contest-changed-name = · it is now called “{ $name }”
contest-changed-opens = · it opens { $when }
contest-changed-closes = · it closes { $when }
contest-changed-customers = · other customers
contest-changed-versions = · the same customers, in a newer version
contest-round-line = Round { $round }: { $title }
contest-rule-rounds =
    · { $rounds ->
        [one] one round
       *[other] { $rounds } rounds
    } of { $minutes } minutes
contest-rule-rounds-free =
    · { $rounds ->
        [one] one round
       *[other] { $rounds } rounds
    }, no time limit
contest-rule-singles = · everybody plays alone, no teams
contest-rule-teams = · teams: the mean of its members' points counts; a team is ranked once { $least } members have played
contest-rule-attempts =
    { $attempts ->
        [one] · one attempt at each
       *[other] · { $attempts } attempts at each, the best counts
    }
contest-rule-hints = · /hint is allowed (it costs points)
contest-rule-no-hints = · no hints, no going back
contest-rule-names = · the scoreboard shows your name
contest-rule-nicknames = · the scoreboard shows a nickname you choose
contest-commitment =
    The dice are cast and sealed. The seal is
    { $commitment }
    At the end I show what was inside, so that everybody can check that nothing was changed. This file is for “xiaoqi verify”.
contest-commitment-again =
    New dice are cast and sealed; the seal before no longer counts. The new one is
    { $commitment }
    At the end I show what was inside, so that everybody can check that nothing was changed. This file is for “xiaoqi verify”.
contest-button-take-part = ▶ Take part
contest-button-manage = ⚙ Manage (administrators)
contest-status =
    🏁 { $name } { $time }
    { $count ->
        [0] Nobody has joined yet.
        [one] One person has joined.
       *[other] { $count } people have joined.
    }
    { $settled }
contest-still-changeable = Until it opens, administrators can still change it.
contest-not-changeable = From here on nothing about it can be changed: everybody plays by the same rules. Administrators can only call it off.
contest-opens-in = opens in { $span }.
contest-closes-in = closes in { $span }.
contest-past =
    Past contests here:
    { $items }
contest-past-line =
    · { $date } { $name }: { $count ->
        [one] one played
       *[other] { $count } played
    }
contest-opened = 🏁 { $name } is open! You have { $left }.
contest-half-time =
    ⏱ { $name }: half time, { $left } left. { $count ->
        [0] Nobody has played yet.
        [one] One person has played so far.
       *[other] { $count } people have played so far.
    }
contest-last-call =
    ⏰ { $name } closes in { $left }. { $count ->
        [0] Nobody has played yet: the podium is free.
        [one] One person has played so far.
       *[other] { $count } people have played so far.
    }
contest-board =
    📊 { $name }

    { $rows }

    { $playing ->
        [0] Nobody has joined yet
        [one] One has joined
       *[other] { $playing } have joined
    } · closes { $closes }
contest-board-over =
    📊 { $name }: final result

    { $rows }
contest-board-cancelled = 📊 { $name } was called off.
contest-nobody-yet = Nobody has played yet.
contest-rank = { $place }. { $name } · { $score }
contest-rank-part = { $place }. { $name } · { $score } ({ $done } of { $rounds } rounds)
contest-rank-team = { $place }. { $name } · { $mean } ({ $count } played)
contest-rank-few = – { $name } · { $mean } (no place yet: { $count } of { $least } played)
contest-rank-none = – { $name } (no place yet: 0 of { $least } played)
contest-more-teams = … and { $count } more teams
contest-no-team-yet = Nobody has chosen a team yet.
contest-best-singles = 🎖 Best individuals: { $items }
contest-best = { $name } { $score }
contest-more-ranks = … and { $count } more
contest-cancelled-group = { $name } was called off by an administrator. What you played stays in your private chat.
contest-bot-removed = I was removed from “{ $group }”, where your contest “{ $name }” is under way. People can still play and you can still see the results here under /contest, but the group hears nothing until you bring me back.

## Contests: the end

result-over =
    🏆 { $name } is over!

    { $podium }

    { $count ->
        [one] One person played.
       *[other] { $count } people played.
    } Thank you! Everybody's debrief is in their private chat.
result-over-empty = { $name } is over. Nobody played this time.
result-podium =
    { $place ->
        [1] 🥇
        [2] 🥈
       *[other] 🥉
    } { $name } · { $score }
result-podium-team =
    { $place ->
        [1] 🥇
        [2] 🥈
       *[other] 🥉
    } { $name } · { $mean } on average ({ $count } played)
result-no-team-ranked = No team has a place: each would need { $least } members who have played.
result-findings =
    What this group showed:

    { $lines }
result-well = 👍 Most did this: { $items }
result-missed = 🔍 Most left this out: { $items }
result-hurt = 🔥 This hurt: { $items }
result-share = { $item } ({ $did } of { $of })
result-practise = 🎯 Worth practising again: “{ $customer }”
result-tokens =
    { $count ->
        [one] The token of the one run, posted before the dice are shown.
       *[other] The tokens of all { $count } runs, posted before the dice are shown: no run can be made up afterwards.
    } Everybody has their own as a receipt.
result-revealed =
    The seal is open. The secret was
    { $secret }
    This file has it too: “xiaoqi verify run.json --contest contest.json” checks any run.
result-best-lines =
    💬 Lines worth remembering, shown by those who wrote them:

    { $items }
result-best-line = “{ $line }” – { $name }
result-your-place =
    🏆 { $name } is over. You are number { $place } of { $of } with { $score } points.

    Here is your debrief, with how all scores are spread:
result-your-team-place =
    🏆 { $name } is over. { $team } You yourself are number { $place } of { $of } with { $score } points.

    Here is your debrief, with how all scores are spread:
result-team-place = “{ $team }” is number { $place } of { $of ->
        [one] 1 team
       *[other] { $of } teams
    } with { $mean } points on average.
result-team-few = “{ $team }” has no place: { $count } of the { $least } members it takes have played.
result-your-end = { $name } is over. Your entry was taken out, but your debrief is yours:
result-ask-line =
    This line of yours did most good:

    “{ $line }”

    May I show it to the group, with the name you have on the scoreboard?
result-button-line-yes = Yes, show it
result-button-line-no = No
result-line-shown = Thank you! I'll show it in the group.
result-line-kept = All right, it stays with you.
result-lead-over =
    { $name } is over. { $count ->
        [0] Nobody played.
        [one] One person played.
       *[other] { $count } people played.
    } The group has the podium; here are the results for you. Words are only in them where their author hands them out.
result-alike =
    👀 These runs are in much the same words. That need not be copying, so ask before you judge. I show nobody's words.
    { $items }
result-alike-pair = · { $one } and { $other }, round { $round }: { $percent } % alike
result-nobody-alike = No two runs are in the same words.
result-table-title = { $name }: results
result-table-caption = The results of { $name }, as a page to read and for spreadsheets.
result-team-table-title = { $name }: teams
result-team-table-caption = How the teams of { $name } did, as a page to read and for spreadsheets. All figures are means of the members who played.
result-head-team = Team
result-head-mean = Points (mean)
result-head-played = Members who played
result-head-members = Members
result-head-place = Place
result-head-name = Name
result-head-points = Points
result-head-offences = Hurtful moves
result-head-messages = Messages
result-head-seconds = Seconds
result-head-round = Round { $round }
result-head-token = Token { $round }
result-button-results = 📄 Results

## Contests: in private

entry-no-such = That link leads to no contest. Please tap “Take part” in the group once more.
entry-stranger = This contest is for members of its group. Join the group first, then tap “Take part” there again.
entry-not-admin = Only administrators of the group can do that.
entry-none-of-yours = You're in no contest. When there is one in your group, tap “Take part” there.
entry-yours = Which contest?
entry-welcome =
    🏁 { $name }
    A contest of “{ $group }”

    { $rounds }

    { $rules }

    · what counts are the points of your debrief, 0 to 100 a round
    · you can leave and come back, but the clock of a round goes on
    · administrators see your points, not your words
    · customers are invented, and some get loud or insulting; none of it is about you

    { $time }
entry-opens = Opens { $when }.
entry-open-until = Open until { $when }, { $span } left.
entry-is-over = It is over.
entry-is-cancelled = It was called off.
entry-button-join = I'm in
entry-ask-nickname = Which nickname shall the scoreboard show? Just write it.
entry-nickname-taken = That nickname is taken. Please write another.
entry-joined = 🍀 You're in { $name } as “{ $you }”. Good luck!
entry-choose-team =
    👥 Which team do you play for in { $name }?

    Team names are shown to the whole group. You can change your team until your first round begins, not after. A team is ranked once { $least } members have played.
entry-button-team = { $name } · { $count }
entry-button-team-mine = ✓ { $name } · { $count }
entry-button-new-team = ➕ A new team
entry-button-choose-team = 👥 Choose my team
entry-button-change-team = 👥 Change my team ({ $team })
entry-ask-team = What is your team called? Write its name, { $most } characters at most. The whole group will see it. (Changed your mind? /cancel)
entry-teamed =
    { $count ->
        [one] 👥 You play for “{ $team }”, the first so far. The others find it when they take part.
       *[other] 👥 You play for “{ $team }”. There are { $count } of you.
    }
entry-team-taken = There is a team “{ $team }” already, and the two names would look alike. Join it, or write another name.
entry-button-that-team = Join “{ $team }”
entry-team-empty = A team's name needs at least one letter or digit. Please write another.
entry-team-long = That's too long for the scoreboard. Please write a name of { $most } characters at most.
entry-teams-full = There are { $most } teams, and that's the limit. Please choose one of them.
entry-team-fixed = You began your first round for “{ $team }”, so you stay in it: everybody's team is settled by then.
entry-team-first = Before your first round, choose a team:
entry-your-team = Team: { $team }
entry-no-team = Team: none yet. Choose one before your first round.
entry-changed =
    ✏ { $name } was changed before it opened. You stay in, as “{ $you }”. From now on:
    { $lines }
entry-button-see = See the contest
entry-your-state =
    🏁 { $name } · you are “{ $you }”

    { $lines }

    { $time }
entry-round-played = Round { $round }: { $title } · { $score } points
entry-button-round = ▶ Round { $round }
entry-button-again =
    ↻ Round { $round } again ({ $left ->
        [one] one attempt left
       *[other] { $left } attempts left
    })
entry-button-practise = Practise first (doesn't count)
entry-before-round = 🎬 This is round { $round }. From “Begin” on you have { $minutes } minutes, and the attempt counts, whatever happens.
entry-before-round-free = 🎬 This is round { $round }. From “Begin” on the attempt counts, whatever happens.
entry-button-begin = Begin round { $round }
entry-none-left = You have no attempt left at round { $round }.
entry-customer-changed = This customer was changed since { $name } was announced, so the round can't be played as promised. Nothing was counted. Please tell whoever leads the contest.
entry-begun = 🔔 Round { $round } of { $rounds } has begun. { $customer } is writing to you. /end when you're done.
entry-clock = ⏳ Round { $round }: { $span } left
entry-clock-over = ⌛ Round { $round } is over.
entry-last-minute = ⏰ One more minute!
entry-time-up = ⌛ Time is up. What you wrote until now counts.
entry-write-first = You haven't written anything yet. Write at least one message, then /end.
entry-no-cancel = A contest run can't be thrown away. /end finishes it; what you wrote counts.
entry-no-pause = There are no breaks in a contest: the clock goes on. You can leave and come back, though.
entry-held = 🔒 Not before the contest is over: then you get the whole debrief.
entry-run-over =
    Round { $round } is over: { $ending }, { $score } points.

    🧾 Your receipt:
    { $token }
    Keep it: with it anybody can check that this run was never changed.

    Your debrief comes when the contest closes, { $when }.
entry-uncounted = This run can't be counted in { $name }: the contest is over or called off, or a customer or the program was changed in the middle. Please tell whoever leads the contest.
entry-broken = Your round can't go on: the customer was changed while you talked. The attempt is used up, through no fault of yours. Please tell whoever leads the contest.
entry-you-are-out =
    Your entry in { $name } was taken out by an administrator of the group. The reason:

    { $reason }
entry-button-debrief = Debrief of round { $round }
entry-debrief-of = { $name }, round { $round }: your debrief
entry-debrief-done = You can practise with the same customer as often as you like.
entry-no-debrief = There is no debrief to show for { $name}: it isn't over yet, you didn't play this round, or the customer was changed since.
entry-spread =
    📈 How everybody did in this round. You: { $score } points, number { $place } of { $of }. In the middle: { $median }.
    { $rows }
entry-spread-row = { $from }–{ $to }: { $bar } { $count }
entry-button-files = My result files
entry-your-file = Your run, word for word, with everything anybody needs to check it. Whoever has this file has your words.
entry-no-files = There are no result files of yours in { $name } yet. They come when it's over.
entry-button-share = Let the lead have my result files
entry-button-share-not = Take that back
entry-shared = The administrators of the group can now get your runs, word for word, with the results.
entry-shared-not = All right: your words stay yours.

## Contests: for administrators

entry-manage =
    ⚙ { $name }
    { $rows }

    { $count ->
        [0] Nobody has joined yet.
        [one] One person has joined.
       *[other] { $count } people have joined.
    } To take an entry out, tap its name.
entry-manage-waiting = It isn't open yet: to change it, send /contest in the group and tap “Change”.
entry-manage-open = It's open, so nothing can be changed any more: everybody plays by the same rules. You can call it off.
entry-ask-reason = Why is { $name }'s entry to be taken out? Write the reason: { $name } will read it. /cancel to leave it in.
entry-removed = { $name }'s entry is out, and { $name } has been told why.
entry-ask-cancel = Call { $name } off? Nothing will be ranked, and the group will be told.
entry-button-cancel = Call it off
entry-button-cancel-sure = Yes, call it off
entry-cancelled = { $name } is called off.
entry-archive =
    { $count ->
        [one] One run of { $name } that was handed out
       *[other] { $count } runs of { $name } that were handed out
    }, with the announcement, for “xiaoqi verify”.
entry-nobody-shares = Nobody has handed out their runs so far. Participants do that with a button after the end.
