# What Xiaoqi says. The customer's own words are in customer.ftl and personas/, the debrief's in coach.ftl.
# Read on a phone: short sentences, plain text, few emoji.

## Opening

menu-greeting =
    Hi, I'm Xiaoqi, your sparring partner for customer-service chats.

    I play a customer who is upset; you look after them. What you write decides how they react: find the right words and they cool down, find the wrong ones and they boil over. Afterwards we look back together at which words did it.

    Mistakes are free here. Enjoy!
menu-welcome-back =
    Welcome back! Last time you looked after { $name }. Outcome: { $ending }.

    Who would you like to talk to today?
menu-choose-language = Please choose a language · 请选择语言 · 請選擇語言
menu-language-name = { $language }
menu-language-set = All right, I'll speak English with you from now on.

## List of customers

menu-list =
    { $pages ->
        [1] Choose a customer:
       *[other] Choose a customer (page { $page } of { $pages }):
    }
    { $entries }
menu-list-grade = —— { $grade } ——
menu-list-entry = { $title }: { $summary }
menu-list-empty = There are no customers to practise with yet. Please ask your trainer.

## Briefing

menu-briefing =
    { $title } ({ $grade })

    You: { $you }
    Customer: { $name }

    What you know:
    { $happened }

    You may offer:
    { $may }

    You may not offer:
    { $may_not }

    Tap the button when you're ready. The customer speaks first.
menu-speaks-other = By the way, { $name } speaks { $language }. Please write in that language.
menu-begin-first = Hold on, { $name } isn't here yet. Tap "Start" first, then write.
menu-pick-first = You're not in a conversation. Choose a customer first and read the briefing.
menu-exam = An exam works like practice, but there are no hints and no going back until it's over. Choose a customer, read the briefing, then tap "Exam".
menu-help =
    How it works: choose a customer → read the briefing → chat → answer three short questions → read your debrief.

    /menu list of customers
    /exam no hints, no going back
    /progress what grew, who's next
    /journal your reflections
    /plan what you want to do differently
    /remind 20:30 five minutes a day
    /language change the language
    /library the team's cards; add words to search, or mine
    /contest the contests of your group
    /care for when a conversation sticks, and where to find help
    /breathe breathe together for a minute
    /swap you play the customer, a model agent answers
    /gentle how harsh customers may be
    /checkin off don't ask how I am
    /privacy what is kept about you; /export get it, /forget delete it
    /help this text

    While you chat:
    /hint a nudge (costs points)
    /mood how the customer feels
    /why why they reacted that way (/why 2 for message 2)
    /whatif 2 what if you hadn't sent message 2; add a text to replace it
    /rewind 2 go back to before message 2
    /coach on a comment after each message
    /end finish and review
    /cancel throw this one away

## In conversation

practice-begun =
    { $name } is here. Just type your reply.

    Stuck? /hint. Curious how they feel? /mood. Finished? /end.
practice-begun-exam =
    The exam begins. { $name } is here. Just type your reply.

    There are no hints and no going back until it's over. Finished? /end.
practice-rewound =
    Back to just before message { $message }. { $name } has said what you see below; take it from there.

    (Your rewind no. { $count }: this is a practice branch and doesn't count as a full run)
practice-not-in-exam = This is an exam: no hints, explanations, what-ifs or rewinds until your conversation with { $name } is over. Finished? /end.
practice-coach-on = The coach is on: after each message I'll tell you in a line what it did.
practice-coach-off = The coach is off.
practice-coach-after-exam = The coach is on, but stays silent in an exam. It starts once this is over.
practice-still-open =
    Your conversation with { $name } is still open, just go on writing.

    Finish and review: /end
    Throw it away: /cancel
practice-customer-keeps = Nothing changes in your conversation: { $name } still speaks { $language }.
practice-mood =
    { $name } right now: { $state }

    { $levels }
practice-mood-line = { $bar } { $emotion }: { $level }
practice-cancelled = Done. Your conversation with { $name } has been thrown away and doesn't count.
practice-nothing-written = You haven't written anything to { $name } yet, so there's nothing to review. This one doesn't count.
practice-not-open = There's no open conversation right now. Choose a customer first.
practice-help =
    You're looking after { $name }. Just type, and they'll answer.

    /hint a nudge (costs points)
    /mood how they feel
    /why why they reacted that way (/why 2 for message 2)
    /whatif 2 what if you hadn't sent message 2; add a text to replace it
    /rewind 2 go back to before message 2
    /coach on a comment after each message
    /pause a break; the clock stands still
    /end finish and review
    /cancel throw this one away
    /language change my language (the customer keeps theirs)
practice-help-exam =
    This is an exam. You're looking after { $name }. Just type, and they'll answer.

    There are no hints and no going back until it's over.

    /mood how they feel
    /pause a break; the clock stands still
    /end finish and review
    /cancel throw this one away

## Review

review-ended =
    —— End of conversation ——
    { $name }: { $ending }
    { $meaning }
review-branch = This was a practice branch, after rewinding to message { $message }.
review-exam = The exam is over: /why and /whatif work again. /rewind opens a practice branch.
review-question-1 =
    Question 1 of 3: What did I do right?

    You could start with:
    · They softened when I said …
    · I managed not to …
    · I'd say this again: …
review-question-2 =
    Question 2 of 3: What can I improve?

    You could start with:
    · If I could take one message back, I'd write … instead
    · I forgot to ask …
    · I was too early / too late with …
review-question-3 =
    Question 3 of 3: What can I share to make the team stronger?

    You could start with:
    · A sentence everyone can use: …
    · With customers like this, first …, then …
    · It would help us all if the process …
review-still-asking = Your last review isn't finished: write your answer or tap "Skip". To skip all remaining questions, use /end.
review-already-past = That question is already behind you, nothing to do.
review-report-gone = Only your latest conversation has a full report, and this one is no longer it. Practise once more and you'll find the button at the end.
review-report-refused = Sorry, the full report couldn't be sent. Tap "Full report" again in a moment; the debrief above is not affected.
review-report = Your full report: open it anywhere, no connection needed; it prints well too. It holds your own words, so think before you pass it on.
review-picture = How the feelings went: higher is stronger. Numbers on black discs are the messages that changed most. No score yet.
review-done = That was { $name }. Well done for seeing it through! Another go right now helps the most; to change a single message, use /rewind and its number.
review-help =
    You're in the review: write your answer, a few words are enough. "Skip" takes you to the next question, /end straight to the debrief.

## Your own emotions

care-warning = Before your first practice: the customers here are invented, but some of them get loud, unfair or insulting. None of it is about you. You may stop at any time: /pause for a break, /cancel to leave, /care when something sticks.
care-ask-before = How are you right now, from worn out to at ease? One tap, or simply start.
care-ask-after = And how are you now? One tap, or leave it. (Don't want to be asked: /checkin off)
care-noted-before = Noted, it goes with your next practice. Whenever you're ready, tap "Start".
care-noted-after = Noted. Thanks for checking in.
care-gentle =
    How harsh may customers be? That's yours to decide. Now: { $now }.

    It only changes what they say: the harsh lines stay unsaid and the next fitting one takes their place. What they feel, how they change and how you are scored stay the same, so results can still be compared.
care-gentle-set = Done. From the next conversation on: { $now }. Change it any time with /gentle.
care-gentle-set-next = Done. From the next conversation on: { $now }. This one goes on as it began; /pause and /cancel stop it.
care-gentle-kept = What customers may say: { $now }
care-gentle-as-is = as they are, anything may be said
care-gentle-no-insults = no insults (they may still mock and rage)
care-gentle-no-contempt = no insults and no mockery (they may still rage and worry)
care-check-in-on = I'll ask how you are before and after a practice. One tap is enough, and you can always leave it. To stop: /checkin off
care-check-in-off = I won't ask how you are. To be asked: /checkin on
care-steps =
    That was a hard one. Five steps, one minute:

    1. Notice: what do I feel, and where in my body?
    2. Find the cause: something I did, something the customer did, or just the rules?
    3. Look after myself: three slow breaths (/breathe), a glass of water, stand up. Their anger was for the matter, not for me.
    4. Then the customer: I can care without being pulled along.
    5. Support: tell a colleague or your team lead about it today.

    { $outside }
care-help-line = Help outside: { $text }
care-no-help-line = If it stays with you for days, talk to somebody outside work as well: a friend, a doctor, a counselling line in your area.
care-paused = Paused. { $name } waits and notices nothing; the clock stands still, however long you're away. /breathe if you like. To go on: /resume, or just write.
care-resumed =
    Going on. { $name } said last:
    { $last }
care-not-paused = There is no break to come back from. Just go on.
care-nothing-runs = No conversation is running, so nothing waits for you. Take all the time you need.
care-breathe-ready = Sit comfortably, shoulders down. We breathe 4-7-8; if you get dizzy, stop.
care-breathe-in = { $round }/{ $rounds } · Breathe in through the nose … 4 seconds
care-breathe-hold = { $round }/{ $rounds } · Hold it, gently … 7 seconds
care-breathe-out = { $round }/{ $rounds } · Breathe out slowly through the mouth … 8 seconds
care-breathe-done = That's it. Let your breath come and go by itself.
care-breathed = Enough for now. Good that you took a moment.

## The team's library

team-preview =
    This is how your card would look. Everybody who practises with this bot could read it. No customer names, no order numbers, please. You can take it back at any time: /library mine

    { $card }
team-card =
    { $customer }

    “{ $quote }”

    { $why }

    { $by } · ♥ { $thanks }
team-card-plain =
    { $customer }

    { $why }

    { $by } · ♥ { $thanks }
team-by = By { $name }
team-anonymous = Anonymous
team-ask-name = What name should stand on it? Write it now. (Changed your mind? /menu)
team-ask-name-again = What name should stand on it? Last time it was { $last }. Write it now. (Changed your mind? /menu)
team-published = Your card is in the library. Thank you for sharing! See it or take it back: /library mine
team-gone = Only the latest reviewed conversation with an answer to question 3 can become a card. Practise once more and you'll find the button at the end.
team-page =
    { $pages ->
        [1] { $count ->
            [1] 1 card:
           *[other] { $count } cards:
        }
       *[other] { $count } cards, page { $page } of { $pages }:
    }
team-empty = The library is empty. After a review you can share your answer to question 3, then it starts here.
team-nothing-found = No card has “{ $sought }”. Try fewer words, or /library for all of them.
team-none-of-yours = You have no card in the library. After a review you can share your answer to question 3.
team-withdrawn = The card is gone from the library, and the thanks with it.
team-not-there = That card is no longer in the library, or not yours.
team-thanked = Thanks given. Only the number is shown, not who it came from.
team-thanked-before = You've thanked for this one already, or it is no longer there.

## What is yours

own-privacy =
    What is kept about you here:
    · your language and settings, and where you stand
    · your conversations: what you wrote, what the customer answered, your reviews and scores, how you felt
    · your journal, your plan and your reminders
    · what you wrote while playing the customer (afterwards only your own note stays)
    · your cards in the team's library, and whom you thanked
    · the organisation and cohorts you joined, since when and under which name, which of their assignments you began and did, what you may do there, and a customer you are about to publish
    · while a game of a group goes on: your name there, what you wrote in it, your vote
    · your part in contests: the name you have there, your team, your points and receipts, and a sketch of your words that holds none of them
    · that you were let in, when and how; or that your access was taken back (that alone stays after /forget)
    · messages on their way, until they have arrived

    Where: on the computer of whoever runs this bot, nowhere else. Nothing you write goes to a language model or another company; on Telegram it also passes through Telegram. What you write never appears in a log.

    For how long: { $term }

    /export hands all of it to you
    /forget deletes all of it: at once for this bot, within a quarter of an hour from its files too. Backups made by whoever runs it keep what they held until they expire
own-kept-days =
    { $days ->
        [1] one day after the last message of a conversation; then it is deleted by itself, with its entry in your journal. If you stay away as long, everything is.
       *[other] { $days } days after the last message of a conversation; then it is deleted by itself, with its entry in your journal. If you stay away as long, everything is.
    }
own-kept-until-forgotten = until you delete it.
own-copy = Everything kept about you, twice: a page to read, and the same for programs (JSON). It holds your own words, so keep it safe.
own-copy-without =
    What is kept about you, twice: a page to read, and the same for programs (JSON). { $count ->
        [1] 1 record is damaged, couldn't be read and is
       *[other] { $count } records are damaged, couldn't be read and are
    } left out; everything else is there. It holds your own words, so keep it safe.
own-copy-refused = Sorry, the file couldn't be handed over. Try /export again in a moment; nothing is lost.
own-forget-ask = Delete everything kept about you: conversations, reviews, journal, plan, reminders and settings? This cannot be undone. If you want a copy first: /export
own-forget-not = Nothing was deleted.
own-forgotten =
    Done, everything kept about you is deleted: your settings, plan and reminders, { $sessions ->
        [1] 1 conversation
       *[other] { $sessions } conversations
    } with { $messages ->
        [1] 1 message
       *[other] { $messages } messages
    } of yours, the reflections in your journal ({ $entries }), your cards in the library ({ $cards }), and what was still on its way ({ $waiting }).

    Within a quarter of an hour no trace is left in the files either; backups made earlier expire with time. What already stands in this chat only you can delete. If you ever want to practise again: /start
own-page-language = en
own-page-title = Everything kept about you
own-page-about = As of { $date } (UTC). The same, for programs, is in the file xiaoqi-copy.json.
own-page-unreadable =
    { $count ->
        [1] 1 record is damaged, couldn't be read and is
       *[other] { $count } records are damaged, couldn't be read and are
    } left out of this copy; everything else is here.
own-page-settings-unreadable = Your settings couldn't be read.
own-page-beginning-unreadable = its beginning couldn't be read
own-page-settings = Settings
own-page-setting-language = Language: { $language }
own-page-setting-no-language = Language: not chosen yet
own-page-setting-counts = Conversations started: { $sessions }, rewinds among them: { $branches }
own-page-setting-coach-on = Coach: on
own-page-setting-coach-off = Coach: off
own-page-setting-reminders-on = Reminders: every day at { $time } ({ $zone }), next on { $date }
own-page-setting-reminders-off = Reminders: off
own-page-setting-check-in-on = Asked how you are: yes
own-page-setting-check-in-off = Asked how you are: no
own-page-setting-pen-name = Name on your last card: { $name }
own-page-conversations = Conversations
own-page-no-conversation = None.
own-page-you = You
own-page-ended = End: { $ending }
own-page-cancelled = Thrown away by you
own-page-hint = You asked for a hint
own-page-paused = Break
own-page-resumed = Back from the break
own-page-feeling = How you felt (1 to 5): { $feeling }
own-page-answer = Your answer to question { $question }
own-page-score = Score: { $score } of 100
own-page-journal = Your journal
own-page-cards = Your cards in the team's library
own-page-footer = Made by Xiaoqi for you alone. Delete the originals with /forget.

## When something goes wrong

notice-internal = Sorry, something went wrong on my side. It's not your fault. Please try again in a moment.
notice-content-changed = This customer was updated while you were talking, so that conversation can't go on. Sorry! Please choose again.
notice-dead-button = That button no longer works. Please use the ones in my latest message.
notice-too-long = That's too long: a message holds { $limit } characters, yours has { $length }. Send it in parts; it's easier on the customer, too.
notice-empty = That message is empty. Write me something.
notice-unknown-command = I don't know /{ $word }. See /help for what I do know.
notice-text-only = I can only read text. Please type it.
notice-in-group = Practice is one to one: tap my name, open a private chat and send /start.
notice-no-store = Nothing is kept in here, so there is nothing to hand out or delete.
notice-no-such-persona = I can't find that customer, they may have been withdrawn. Have a look at the others.

## Buttons

button-begin = Start
button-exam = Exam (no hints)
button-coach-on = Turn the coach on
button-coach-off = Turn the coach off
button-share = Share answer 3 with the team
button-publish-named = Publish with my name
button-publish-anonymous = Publish without a name
button-thank = ♥ Thanks
button-withdraw = Take it back
button-resume = Go on
button-breathed = Enough
button-feel-1 = 😣
button-feel-2 = 🙁
button-feel-3 = 😐
button-feel-4 = 🙂
button-feel-5 = 😌
button-gentle-as-is = As they are
button-gentle-no-insults = No insults
button-gentle-no-contempt = No insults, no mockery
button-swap-back = Now I'm the agent
button-forget = Delete everything
button-keep = Keep it
button-list = All customers
button-previous = ‹ Back
button-next = More ›
button-skip = Skip
button-again = Same customer again
button-report = Full report

## Commands (3 to 256 characters)

command-start = Start and meet Xiaoqi
command-menu = List of customers
command-hint = Stuck? Get a nudge
command-mood = How the customer feels right now
command-why = Why the customer reacted that way
command-whatif = What if you hadn't said it, or had said something else
command-rewind = Go back to before a message and try again
command-coach = A comment after each message (on/off)
command-exam = Exam: no hints, no going back
command-end = Finish the conversation and review it
command-cancel = Throw this conversation away
command-language = Change the language / 语言
command-pause = Take a break; the customer's clock stands still
command-resume = Come back from a break
command-breathe = Breathe 4-7-8 together, a minute and a quarter
command-care = Five steps after a hard one, and where to find help
command-checkin = Be asked how you are before and after (on/off)
command-gentle = How harsh customers may be
command-swap = Swap roles: you are the customer
command-library = The team's cards: all, search words, or mine
command-privacy = What is kept about you, and for how long
command-export = Get everything kept about you
command-forget = Delete everything kept about you
command-help = What you can do here

## Terminal

terminal-welcome = Type "{ $help }" for help, "{ $quit }" to leave.
terminal-not-saved = Please note: conversations in here are not saved. They're gone when you leave.
terminal-prompt-trainee = You
terminal-prompt-customer = { $name }
terminal-prompt-choice = Choice
terminal-prompt-answer = Answer
terminal-choose-number =
    { $count ->
        [1] Type 1 to choose.
       *[other] Type a number from 1 to { $count } to choose.
    }
terminal-no-such-number =
    { $count ->
        [1] There's no such choice, only 1.
       *[other] There's no such choice. Type a number from 1 to { $count }.
    }
terminal-typing = { $name } is typing …
terminal-help =
    Whatever you type goes to the customer, except these words on a line of their own:
    { $hint }: a nudge in the right direction
    { $mood }: how the customer feels
    { $end }: finish the conversation and review it
    { $quit }: leave the program
    { $help }: this text
terminal-saved = The full report is ready. Open it in a browser: { $path }
terminal-not-written = The full report couldn't be written to { $path } ({ $reason }). Choose a folder that can be written to (--data), then choose it again.
terminal-filed = Written: { $path }
terminal-not-filed = { $path } couldn't be written ({ $reason }). Choose a folder that can be written to (--data), then try again.
terminal-goodbye = Goodbye, see you next time.

word-hint = hint
word-mood = mood
word-end = end
word-quit = quit|exit
word-help = help|?

## Grades

grade-basic = Basic
grade-intermediate = Intermediate
grade-advanced = Advanced

## Endings and what they mean

ending-satisfied = Satisfied
ending-accepted = Accepted, still sore
ending-unresolved = Unresolved
ending-overpromised = Overpromised
ending-demanded_manager = Asked for a manager
ending-hung_up = Walked away
ending-exposed_publicly = Went public
ending-lost_temper = Agent lost their temper

meaning-satisfied = They left content, and the matter is settled.
meaning-accepted = Took the offer, but it still stings.
meaning-unresolved = The talk is over, the problem is still there.
meaning-overpromised = The customer is happy about something you had no right to promise. That comes back.
meaning-demanded_manager = They no longer wanted to talk to you, only to someone who can decide.
meaning-hung_up = They had enough and left.
meaning-exposed_publicly = They decided to let the whole internet judge.
meaning-lost_temper = This time it was the agent who lost it first.

## Feelings: four rungs each for anger, anxiety and disappointment

state-calm = calm
state-annoyed = annoyed
state-angry = angry
state-furious = furious
state-settled = at ease
state-uneasy = uneasy
state-anxious = anxious
state-panicked = panicking
state-content = content
state-let_down = let down
state-cold = cold
state-resigned = resigned

emotion-anger = Anger
emotion-anxiety = Anxiety
emotion-disappointment = Disappointment
emotion-trust = Trust

level-low = low
level-some = some
level-high = high
level-extreme = very high

## Stretches of a conversation

phase-opening = Opening
phase-venting = Letting it out
phase-exploring = Finding out
phase-solving = Finding a way
phase-agreeing = Agreeing
phase-closing = Closing

## Moves

move-greet = greeting
move-thank = thanking
move-address_by_name = using their name
move-humor = light humour
move-close = a polite close
move-encourage_to_continue = inviting them to go on
move-paraphrase = saying it back in your own words
move-open_question = an open question
move-closed_question = a closed question
move-check_satisfaction = checking that they are satisfied
move-name_emotion = naming the feeling
move-empathize_specific = specific empathy
move-empathize_generic = hollow empathy
move-validate = validating the feeling
move-common_ground = common ground
move-apologize = a sincere apology
move-take_responsibility = taking responsibility
move-apologize_conditional = an apology with an "if"
move-explain_cause = explaining the cause
move-give_evidence = giving evidence
move-set_expectation = saying what happens next
move-offer_solution = offering a solution
move-offer_choices = offering choices
move-offer_alternative = offering an alternative
move-remedy = making up for it
move-prevent_recurrence = preventing a repeat
move-commit_specific = a specific promise
move-commit_vague = a vague promise
move-reassure = reassuring
move-follow_up = following up
move-false_promise = an empty promise
move-refuse_with_reason = a no with a reason
move-refuse_flat = a flat no
move-policy_wall = hiding behind policy
move-set_boundary = a polite boundary
move-escalate_to_supervisor = handing over to a supervisor
move-blame_customer = blaming the customer
move-deflect = passing the buck
move-dismiss = playing it down
move-argue_defend = arguing
move-but_turn = the "but" that takes it back
move-sarcasm = sarcasm
move-insult = an insult
move-threaten = a threat
move-jargon = jargon
move-command = giving orders
move-pitch = selling at the wrong time
move-repeat_request = asking again for what they told you
move-minimal = a one-word reply
move-hurry = rushing them

## What the conversation so far reveals

circumstance-canned = the same sentence again
circumstance-too_early = a fix before they were heard
circumstance-unrecognised = hard to make sense of
circumstance-foreign = a language they don't speak
circumstance-robot = talking to them as to a machine
circumstance-off_topic = off topic
circumstance-question_ignored = their question went unanswered
circumstance-promise_broken = a promise that changed
circumstance-promise_late = an answer later than announced
circumstance-promise_forgotten = something looked into and never mentioned again
circumstance-slow_reply = a long wait without a word
circumstance-style_clash = told in a way that does not suit him
circumstance-unheeded = a feeling that nobody answered
circumstance-overwhelmed = far too much at once
circumstance-empty = a message without words
circumstance-stalling = nothing comes nearer
circumstance-warm = A warm tone overall
circumstance-cold = A cold tone overall
circumstance-solved = what they wanted, really met
circumstance-found_out = A question that found something
circumstance-own_time = feelings changing with time

## Journal

journal-list =
    { $pages ->
        [1] Your journal, newest first:
       *[other] Your journal, newest first (page { $page } of { $pages }):
    }
    { $entries }

    Open one: tap its number, or /journal 3. Search: /journal and a word.
journal-found =
    “{ $word }” in { $count ->
        [1] one entry
       *[other] { $count } entries
    } (page { $page } of { $pages }):
    { $entries }
journal-line = #{ $number } · { $date } · { $name }: { $score } points, { $ending }
journal-line-exam = #{ $number } · { $date } · { $name }, exam: { $score } points, { $ending }
journal-line-branch = #{ $number } · { $date } · { $name }, again from message { $message }: { $score } points, { $ending }
journal-empty = Your journal is still empty. Each conversation you finish and reflect on is kept here.
journal-nothing-found = “{ $word }” isn't in your journal. Try a shorter word, or see everything: /journal
journal-no-such = There's no entry { $number }: yours go from 1 to { $count }.
journal-entry =
    { $head }
    { $title } ({ $grade })

    What I did right
    { $right }

    What I can improve
    { $improve }

    What makes the team stronger
    { $team }

    Xiaoqi saw as good
    { $strengths }

    Xiaoqi would change
    { $improvements }
journal-answer = { $answer }
journal-skipped = (skipped)
journal-noted = · { $name }: “{ $quote }”
journal-noted-bare = · { $name }
journal-noted-nothing = –

## Swapped roles

swap-choose =
    Sit on the other side: you're the customer and say whatever you like, a model agent answers. Afterwards you see which method was used where, and one question: what calmed you? Nothing is scored.

    Choose a case, and you play that customer:
swap-begun =
    You're { $name } now ({ $title }): { $summary }.

    What you know. Use it, or make up your own:
    { $facts }

    The agent is { $agent }. Rage, ask, be difficult, all of it is fine. Say so when it's solved, or use /end.
swap-no-agent = There's no model agent in this language yet. Try another language (/language).
swap-help =
    You're playing the customer. Just type, the model agent answers.

    /end finish and see which methods were used
    /cancel throw this one away
swap-still-open = You're still playing the customer, just go on. /end finishes, /cancel throws it away.
swap-still-asking = One question is still open.
swap-cancelled = Done, nothing of it is kept.
swap-review =
    What the model agent did:

    { $methods }
swap-method =
    { $method }
    { $places }
    { "" }
swap-place = · agent's message { $message } · { $name }: “{ $quote }”
swap-ask = Your turn: which sentence, which moment took some of the heat out? And if none did, what was missing? A line or two, it goes into your journal.
swap-done = Noted, you'll find it in /journal. Shall we swap back? Same customer, your own words.
swap-notes =
    Noted as the customer:
    { $items }
swap-note = · { $date } { $title }: "{ $calmed }"
swap-note-skipped = · { $date } { $title }: (skipped)
swap-kept =
    Playing the customer; you wrote:
    { $said }

## Progress

progress-nothing = Nothing to show yet. Finish one conversation of at least two messages and answer the three questions; it all starts from there.
progress-overview =
    Your progress: { $runs ->
        [1] one conversation
       *[other] { $runs } conversations
    } · { $days ->
        [1] one day
       *[other] { $days } days
    } of practice

    { $lines }
progress-lately = Last { $count }: { $score } points on average
progress-lately-before = Last { $count }: { $score } points on average, { $before } before that
progress-offences = Words that hurt: { $count } in { $messages } messages
progress-offences-before = Words that hurt: { $count } in { $messages } messages, { $before } in { $messages_before } before that
progress-grown =
    { "" }
    Grew most
    { $items }
progress-rise = ↑ { $skill }: { $from }% → { $to }%
progress-weakest =
    { "" }
    Weakest lately
    { $items }
progress-skill = · { $skill }: { $percent }%
progress-moves =
    { "" }
    You use most: { $moves }
progress-move = { $name } ×{ $count }
progress-methods =
    { "" }
    Checklists done in full
    { $items }
progress-method = · { $method }: { $done } of { $total }
progress-grades =
    { "" }
    By grade
    { $items }
progress-types =
    { "" }
    By type of customer
    { $items }
progress-group = · { $name }: { $score } points on average, { $well } of { $runs } ended well
progress-branches =
    { "" }
    Practice after a rewind: { $count } (not counted above)
progress-streak =
    { "" }
    { $days } days in a row. Lovely!
progress-weeks = Week by week · { $runs } conversations in { $count } weeks; the weekly average went from { $from } to { $to }
progress-weeks-title = Week by week
progress-weeks-scores = Average score
progress-weeks-runs = Conversations
progress-week-name = { $day } { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    }
progress-week-line = · Week of { $name }: { $score } points on average, { $runs ->
        [1] one conversation
       *[other] { $runs } conversations
    }
progress-week-line-quiet = · Week of { $name }: no practice
progress-weeks-later = Practise in one more week and there will be a picture of your weeks here.
progress-wheel = Skills · steadiest: { $best } ({ $best_percent }%); most room to grow: { $least } ({ $least_percent }%)
progress-wheel-title = Six skills, in percent of the points
progress-wheel-now = Latest conversations
progress-wheel-before = Those before
progress-skill-before = · { $skill }: { $percent }% ({ $before }% before)
progress-wheel-later = { $left ->
        [1] One more conversation
       *[other] { $left } more conversations
    } and there will be a picture of your six skills here.
progress-next =
    Next: { $title } ({ $name }, { $grade })

    Why this one
    { $reasons }
progress-why-weakest = · Your weakest skill lately: { $skill } ({ $percent }%)
progress-why-type = · With this type of customer ({ $kind }) you earn { $percent }% of it
progress-why-asks = · This case can't be handled without it
progress-why-new = · You haven't met yet
progress-why-due = · Last time was { $days ->
        [0] today
        [1] a day ago
       *[other] { $days } days ago
    } ({ $score } points): time to see what has stuck
progress-why-step = · You're ready for a harder grade: { $grade }
progress-why-early = · Nobody is due today; this customer comes up next (last time: { $days ->
        [0] today
        [1] a day ago
       *[other] { $days } days ago
    })

## Plan

plan-page =
    { $parts }

    Tap ✓ when you've done it, + to take something in. Your own words: /plan and what you want to do.
plan-best =
    What works (your answers)
    { $items }
plan-answer = · { $words } (#{ $number })
plan-mine =
    { "" }
    My plan
    { $items }
plan-mine-nothing =
    { "" }
    My plan: nothing in it yet. One or two things are plenty.
plan-open = ☐ { $number }  { $goal }
plan-done = ☑ { $goal }
plan-candidates =
    { "" }
    Still open: your answers and what Xiaoqi noticed
    { $items }
plan-candidate-answer = { $letter }  { $words } (#{ $number })
plan-candidate-noted = { $letter }  watch out for: { $name } (×{ $count })
plan-goal-own = { $words }
plan-goal-avoid = watch out for: { $name }
plan-added = It's in your plan.
plan-full = Your plan has { $most } open items, which is plenty. Tick one off first.
plan-ticked = Ticked off: { $goal }. Well done!
plan-gone = That's been dealt with already. Here is how it stands now:

## Reminders

remind-off =
    Reminders are off.

    For a five-minute review every day, and a look at the week on Sundays, send a time: /remind 20:30
remind-on =
    Set: five minutes of review every day at { $time } ({ $zone }), and a look at the week on Sundays. The first one comes on { $date }.

    Another time: /remind 8:00 · No more: /remind off
remind-zone = { $time } on which clock? Choose where you are, or send your offset: /remind UTC+8
remind-unclear = I can't read “{ $words }” as a time. Like this: /remind 20:30, or with your offset: /remind 20:30 UTC+8. To stop: /remind off
remind-zone-named = { $zone }
remind-zone-offset = UTC{ $offset }
review-daily =
    Five minutes for you:

    { $steps }
review-weekly =
    Your week:

    { $lines }
review-daily-first = Your five minutes. Start with one conversation today:
review-step-read = 1 min · Read your last one again: { $name }, { $date }, { $score } points (/journal { $number })
review-step-keep = 1 min · This worked, say it once more: “{ $words }”
review-step-better = 2 min · Instead of { $name }, put this in your own words: “{ $better }”
review-step-plan = 1 min · From your plan: { $goal } (/plan)
review-week = { $runs ->
        [1] One conversation
       *[other] { $runs } conversations
    } on { $days ->
        [1] one day
       *[other] { $days } days
    }, { $score } points on average
review-week-quiet = Here is where you stand.
review-week-ticked = Ticked off in your plan: { $count }

## Their buttons, commands and words

button-progress = My progress
button-journal = My journal
button-plan = My plan
button-tick = ✓ { $number }
button-add = + { $letter }
button-remind-off = No reminders
button-remind-zone = Other time zone
command-journal = Your reflections (a number opens one, a word searches)
command-progress = What grew, what's weakest, who's next
command-plan = What you want to do differently, to tick off
command-remind = Five minutes of review every day, e.g. 20:30
zone-beijing = Beijing, Taipei, Singapore
zone-tokyo = Tokyo, Seoul
zone-bangkok = Bangkok, Hanoi, Jakarta
zone-delhi = Delhi
zone-berlin = Berlin, Paris, Madrid
zone-london = London
zone-new_york = New York, Toronto
zone-chicago = Chicago
zone-los_angeles = Los Angeles, Vancouver
zone-sydney = Sydney, Melbourne
type-rational = rational
type-emotional = emotional
type-dominant = dominant
type-cautious = cautious
type-direct = direct
type-analytical = analytical
type-supportive = supportive
type-competitive = competitive
type-price_sensitive = price-sensitive
type-unreasonable = unreasonable demands
type-misunderstanding = misunderstanding
type-vip = VIP
type-contradictory = contradictory
type-hard_to_please = hard to please
type-unruly = unruly
