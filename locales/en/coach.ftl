### What the coach says after a conversation (en). One phone screen at a time, no HTML.

## Evidence: what happened, without a verdict

debrief-evidence-empty = You have not written anything yet, so there is nothing to look back on.
debrief-timeline =
    No score yet. First, how the customer's mood moved.
    Four bars: anger, anxiety, disappointment, trust
    ↘ cooling  ↗ heating up  ◆ biggest moves
    { $rows }
debrief-timeline-more =
    (continued)
    { $rows }
debrief-timeline-start = Start { $blocks }
debrief-timeline-row = { $number } { $blocks } { $trend } { $state }
debrief-timeline-mark = { $number } { $blocks } { $trend } { $state } ◆
debrief-moments =
    The messages that moved the customer most, in your words:
    { $items }
debrief-moment-stay =
    ◆ Message { $turn }: “{ $quote }”
    { $emotion } { $from } → { $to }, state: { $state }
debrief-moment-shift =
    ◆ Message { $turn }: “{ $quote }”
    { $emotion } { $from } → { $to }, { $before } → { $after }
debrief-no-words = (no words)

## Score

debrief-score =
    Score { $score } / 100. Ending: { $ending }
    { $lines }
debrief-score-too-short =
    Score { $score } / 100
    Too little was said to judge. Next time give it a few exchanges, then let's look at it together.
debrief-score-branch = Practice, after rewinding to message { $message }: not comparable with a full run
debrief-score-exam = This was an exam
debrief-score-part = · { $part } { $earned }/{ $possible }
debrief-score-cost = Cost you most: { $item } (−{ $lost })
debrief-score-cost-quoted = Cost you most: { $item } (−{ $lost }), for example message { $turn }: “{ $quote }”
debrief-score-cap = After the ending “{ $ending }” the score cannot go above { $limit }.
debrief-score-hints = Hints used: { $hints }, which took off { $lost } points.

## What worked, what to change

debrief-strengths =
    What helped the customer:
    { $items }
debrief-strength =
    · Message { $turn }: “{ $quote }”
    { $name }: { $why }
debrief-improvement =
    To change, { $number }: { $name }
    In message { $turn } you wrote “{ $quote }”
    { $why }
    Try this instead: “{ $better }”
debrief-improvement-bare =
    To change, { $number }: { $name }
    In message { $turn } you wrote “{ $quote }”
    { $why }
debrief-gap =
    To change, { $number }: { $name }
    { $why }
    You could say: “{ $better }”
debrief-gap-bare =
    To change, { $number }: { $name }
    { $why }
debrief-facts =
    Left untold because nobody asked:
    { $items }
debrief-fact =
    · { $about }
    You could ask: “{ $question }”
debrief-promises =
    Promises you made:
    { $items }
debrief-promise-timed = · Message { $turn }: “{ $quote }” has a time ({ $by_when }) the customer can check
debrief-promise-vague = · Message { $turn }: “{ $quote }” has no time, so the customer can only wait
debrief-promise-beyond = · Message { $turn }: “{ $quote }” was not yours to promise
debrief-promise-broken = · Message { $turn }: “{ $quote }” was taken back later
debrief-methods =
    Checked against the methods:
    { $items }
debrief-method-whole = · { $method }: all { $total } steps done
debrief-method-next = · { $method }: { $done }/{ $total }, next add “{ $step }”

## The three questions

question-1 = Question 1 of 3: What did I do right?
question-2 = Question 2 of 3: What can I improve?
question-3 = Question 3 of 3: What can I share to make the team stronger?
debrief-reflection =
    { $question }
    { $answer }
    { $view }
debrief-reflection-unasked =
    { $question }
    { $view }
debrief-answered = You wrote: “{ $answer }”
debrief-answered-blank = You wrote: “{ $answer }”. It happens that nothing comes to mind; go back to the actual words.
debrief-skipped = You skipped this one.
debrief-view-strengths =
    { $count ->
        [one] The record shows one message that clearly helped. See below.
       *[other] The record shows { $count } messages that clearly helped. See below.
    }
debrief-view-no-strengths = The record shows no message that clearly helped the customer. Next time begin with one sentence of specific empathy, and watch what it changes.
debrief-view-improvements =
    { $count ->
        [one] The record points to one thing to change, and it is one sentence.
       *[other] The record points to { $count } things to change, one sentence each.
    }
debrief-view-no-improvements = The record shows no sentence that hurt. To go further, take on a harder customer.
debrief-share-script =
    Keep message { $turn } as a script for the team ({ $name }):
    “{ $quote }”
    Add one line when you share it: what the customer was feeling, and why you chose these words.
debrief-share-case =
    Message { $turn } makes a five-minute case ({ $name }):
    You wrote “{ $quote }”
    Instead: “{ $better }”
    Let people guess the customer's answer first, then read the new sentence.
debrief-share-case-bare =
    Message { $turn } makes a five-minute case ({ $name }):
    “{ $quote }”
    Let everyone write one sentence to replace it, and compare them aloud.
debrief-share-nothing = There is no sentence to share yet. Play again, notice which one made the customer let go a little, and bring that to the team.

## The full report and the picture

report-word = { $term }
report-language = en
report-kind = Debrief
report-customer = Customer: { $name } · { $grade }
report-score = { $score } points out of 100
report-ending = Outcome: { $ending }
report-subtitle = { $name } · { $ending }
report-start = Start
report-messages = message no.
report-legend = changed most; numbers as in the quotes
report-course = How the feelings went
report-turning = The messages that changed most
report-change = { $emotion } { $from } → { $to }
report-rubric = Points, line by line
report-points = { $earned } / { $possible }
report-earned = Words that earned points
report-lost = Words that cost points
report-last = Your last message
report-strengths = What did the customer good
report-improvements = What to change
report-instead = Try this instead
report-say = You could say
report-facts = What the customer never got to tell
report-ask = Ask, for example
report-promises = Your promises
report-timed = Has a time ({ $by_when }), so it can be checked
report-vague = No time in it, so the customer can only wait
report-beyond = More than you may promise
report-broken = A later message took it back
report-methods = Held against the methods
report-not-called-for = not called for this time
report-done = done
report-missing = not yet
report-questions = The three questions
report-yours = You wrote
report-view = From the record
report-talk = The whole conversation
report-you = You
report-turn = Message { $turn }
report-nothing = None
report-footer = This file is complete in itself: it needs no connection and sends nothing anywhere. It holds your own words, so think before you pass it on. The score describes one conversation, not a person.

## Names of the rubric's parts and lines

rubric-part_outcome = Outcome
rubric-part_emotion = Emotions
rubric-part_problem = Problem
rubric-part_promises = Promises
rubric-part_language = Language
rubric-part_composure = Own composure
rubric-outcome = how it ended
rubric-heard_first = listening before fixing
rubric-empathy = naming and understanding feelings
rubric-apology = apology and ownership
rubric-relief = feelings coming down
rubric-facts = finding out what matters
rubric-demands = demands met
rubric-cause = explaining the cause
rubric-expectation = saying what comes next
rubric-specific = a promise with a time
rubric-kept = no overpromising, no going back
rubric-check = checking and following up
rubric-fitting_words = words that fit
rubric-own_words = no canned text
rubric-length = length
rubric-composure = not fighting the customer

## Names of what was missing

gap-missed_hearing = a fix before listening
gap-missed_apology = an apology that was due
gap-missed_feeling = the customer's feelings left out
gap-missed_time = a promise without a time
gap-missed_fact = a question never asked
gap-missed_check = no check at the end

## Methods and their steps

method-emotion_first = Emotion first, then the problem
method-empathy_six = Six steps of empathy
method-apology_five = Five parts of an apology
method-smart_promise = A promise that holds
method-refusal_sandwich = The refusal sandwich
method-questioning = Asking questions
method-structured_solving = Solving step by step
method-service_flow = The flow of service
method-listening = Listening
step-listen = listen and ask first
step-settle = pick up the feeling
step-own = apologise or own it
step-act = then act
step-observe = find out what happened
step-name = name the feeling
step-understand = show you understand this case
step-validate = say the reaction is fair
step-common = stand on the same side
step-support = offer support
step-admit = admit what went wrong
step-effect = say what it did to them
step-sorry = say sorry without conditions
step-repair = how it is fixed now
step-prevent = how it won't happen again
step-specific = say exactly what you will do
step-time = say by when
step-achievable = stay within your authority
step-stand = don't go back on it
step-report = report back unasked
step-soften = understanding first
step-reason = give the reason
step-alternative = offer another way
step-close_well = close on good terms
step-no_interrupt = don't cut in
step-encourage = invite them to go on
step-paraphrase = repeat it in your own words
step-thank = thank them for telling you

## Why it helped or hurt: moves

why-greet = A proper hello says a person is here. The angrier the customer, the shorter it should be, and then straight to the matter.
why-thank = Thanking someone for time and patience turns a nuisance back into a person worth respect.
why-address_by_name = With the right name the customer stops being a ticket. Once or twice is enough; more sounds scripted.
why-humor = Once the heat is gone, a joke at your own expense brings you closer. In the heat, any joke says the matter isn't serious.
why-close = After things are settled, a good close is what stays. Before that, a goodbye feels like being shown the door.
why-encourage_to_continue = Letting someone finish gives the anger somewhere to go. Until it is said, no solution gets through.
why-paraphrase = Your own words for the problem prove that talking to you was worth it. If you got it wrong, now is the time to learn it.
why-open_question = An open question brings out the situation, and the real reason for the urgency usually hides there.
why-closed_question = Yes-or-no questions are good for checking details. In a row, while someone is venting, they feel like a form.
why-check_satisfaction = Asking whether this works hands the decision back, and brings out whatever is still unsaid.
why-name_emotion = A feeling that is named accurately loses force: there is no longer any need to prove it by shouting.
why-empathize_specific = Empathy tied to a detail of this case is proof that you listened. The detail is what makes it believable.
why-empathize_generic = Anyone can say “I understand”, so it sounds like an opener. Add one detail of this case and it gains weight.
why-validate = Told that the reaction is fair, people can stop defending it and put their strength into the matter.
why-common_ground = Standing on the same side helps if it is true and short. Once you tell your own story, the lead role changes.
why-apologize = An apology without conditions ends the argument over whose fault it is, and the anger has less to push against.
why-take_responsibility = “I'll see this through” means no more hunting for the right person. Ownership earns more trust than explaining.
why-apologize_conditional = “If this caused inconvenience” says perhaps it didn't. It doubts the feeling before it admits the fault.
why-explain_cause = Without a cause people assume the worst. A plain account of what happened calms more than a hundred assurances.
why-give_evidence = Numbers, records and screenshots stand without trust, so they work best when you are not believed.
why-set_expectation = Waiting is bearable; not knowing how long is not. Say what comes next and what won't, and worry gets a limit.
why-offer_solution = After listening, a fix is help. Before the customer has finished, it feels like being got rid of.
why-offer_choices = Two options put the customer back in control, and less helplessness means less anger.
why-offer_alternative = Where one road is closed, pointing to another turns a refusal into help.
why-remedy = Goodwill should be prompt, match the loss and be in proportion. It says: your trouble counts with us.
why-prevent_recurrence = The fear is that it happens again. Saying what will prevent it makes the apology complete.
why-commit_specific = Who, what, by when: only a promise that can be checked is one. Now the customer can stop watching the phone.
why-commit_vague = “As soon as possible” sounds like “I don't know”. A promise without a time brings the next question.
why-reassure = “Don't worry” needs something to stand on. With a time and a name it helps; alone it is a slogan.
why-follow_up = Saying you will check back means nobody has to chase you. One call unasked is worth three after reminders.
why-false_promise = Guaranteeing what isn't yours to give buys a moment's quiet. When it fails, the anger doubles and trust goes too.
why-refuse_with_reason = A no with its reason and another way may disappoint, but it doesn't belittle.
why-refuse_flat = A bare no says: you aren't worth an explanation.
why-policy_wall = Quoting rules is hiding behind a wall. People want a person, and the sense behind the rule.
why-set_boundary = Under abuse, one calm line protects you and the conversation. Without abuse, it is a telling-off.
why-escalate_to_supervisor = Handing up what exceeds your authority is responsible. Doing it before trying anything looks like washing your hands.
why-blame_customer = Once it's about fault, all energy goes into proving innocence. Fix it first; explain gently afterwards.
why-deflect = To the customer there is only one company. “Not my department” sends them through it all again.
why-dismiss = “Calm down” says the feeling is too much. A feeling that is denied gets louder.
why-argue_defend = You can win the argument and lose the customer. In the heat, a defence sounds like denial.
why-but_turn = “But” wipes out the understanding before it; only the second half is heard. Say “and”, or make two sentences.
why-sarcasm = Mockery is what gets remembered and screenshotted. The original problem is forgotten; the laugh is not.
why-insult = One personal attack and the conversation is lost. Take your hands off the keys, breathe, then write.
why-threaten = A threat makes it a contest, and leaves only bigger moves: a complaint, a public post.
why-jargon = Insider terms make the customer an outsider, and sound evasive. If a neighbour would follow it, it is clear.
why-command = Orders make angry people resist. “Could you please…” asks for the same thing.
why-pitch = Selling before the problem is solved says that only your figures matter.
why-repeat_request = Asking again for what was given proves that nobody listens. Check the record, then repeat what you know.
why-minimal = One or two words sound like a door closing. Even a “wait” needs how long, and what you'll be doing.
why-hurry = Asking someone to be quick says the next person in line matters more.
why-misplaced = This usually helps, but not with this customer at this moment: too early, said before, or something else was wanted.

## Why it helped or hurt: circumstances

why-canned = The same sentence twice is clearly pasted. Say it another way and add what you've just heard.
why-too_early = Nobody who feels unheard wants a fix, however good. First say in one sentence what you have understood.
why-unrecognised = This did not touch the customer's matter, so it sounded as if you weren't listening. Pick up at least one thing they said.
why-foreign = A language the customer doesn't speak closes the door. Answer in theirs.
why-robot = Across from you is a worried customer. Talking as if to a machine makes a person feel like a test.
why-off_topic = Small talk can wait until the matter is settled. Now it looks like changing the subject.
why-question_ignored = A question passed over comes back louder. Even “I'll find out” is an answer; give it first.
why-promise_broken = One change of story uses up nearly all the trust so far. If it must change, say so early, say why, give a new time.
why-promise_late = A minute promised is a promise. If it takes longer, send one line before the minute is up.
why-promise_forgotten = Whoever says “let me check” owes an answer, even if it is “nothing yet”.
why-slow_reply = Silence reads as “I have been forgotten”. One short line every few minutes is enough.
why-style_clash = Some want the short version, some every detail; some first want to be understood, some only facts. Listen to how he writes, and answer in kind.
why-unheeded = A feeling that gets no answer does not go away: worry turns to anger, anger goes cold.
why-overwhelmed = Worried people don't read walls of text. One message, one matter, the main thing first.
why-empty = Punctuation or an emoji alone reads as indifference. Write a sentence, however short.
why-stalling = Several messages and nothing came nearer. Each one should bring the customer a step closer to a result.
why-warm = The whole message sounds willing to help, not just one word of it. The tone is heard first, the content second.
why-cold = The whole message sounds cold, even without one bad word. Name their situation first, then say what you will do.
why-solved = Something the customer really wanted is settled. The feeling was met and the problem too; it takes both.
why-found_out = This question brought out something the customer had not said yet. Being asked feels like being heard, and it points to the right fix.
why-own_time = Time passes and feelings drift back by themselves. This had nothing to do with your words.

## Why it matters: what was missing

why-missed_hearing = The fix came before the listening. Say first, in one sentence, what happened to the customer and how hard it is.
why-missed_apology = The customer came wronged and never got a plain apology. Even a good fix leaves a sting then.
why-missed_feeling = It was all about the matter and never about the person. One sentence on the feeling saves rounds of argument.
why-missed_time = You promised but never said when. One safe, definite time beats ten “as soon as possible”.
why-missed_fact = Something important stayed untold because nobody asked. Knowing it, you'd have fitted the fix better and earned trust.
why-missed_check = “Does this work for you? Anything else?” Only after that has the customer truly agreed.

## Model sentences where a persona has none of its own

better-greet = Hello, this is Lin from customer service. I'm looking after your case.
better-thank = Thank you for laying it out so clearly. It lets me get straight to work on it.
better-address_by_name = Mrs Lee, I have your record in front of me. Let's take it one thing at a time.
better-humor = My typing is slower than your patience deserves. Give me one moment and I'll have it checked.
better-close = Then we'll do it just as agreed. If anything changes, come straight to me. Have a good day.
better-encourage_to_continue = Please tell me all of it, I'm listening. Then we'll work out what to do together.
better-paraphrase = Let me check I've got this right: what happened is …, and what matters most to you now is …. Is that so?
better-open_question = What about this is causing you the most trouble right now?
better-closed_question = Just to check: it started on …, is that right?
better-check_satisfaction = Does that work for you? And is there anything else I should take care of at the same time?
better-name_emotion = You've waited this long with no result, and I can hear how angry and worried you are.
better-empathize_specific = As if … weren't enough, you had to keep asking and tell it from the start each time. That wears anyone down.
better-validate = Anyone would be angry about this. You're right to ask.
better-common_ground = We both want the same thing: to have this settled today.
better-apologize = I'm sorry. We got this wrong, and it left you waiting for nothing.
better-take_responsibility = This was our mistake. From here on I'm seeing it through myself, so you needn't ask anyone else.
better-explain_cause = I've found the reason: on our side, … went wrong, and that led to this. It isn't anything you did.
better-give_evidence = Our record shows that you contacted us at …, and the answer then was …. I am sending you a screenshot to check.
better-set_expectation = Two steps now: I check the details, about twenty minutes; then it gets scheduled, this afternoon at the earliest.
better-offer_solution = I'm rebooking this for you now with priority, and I'll tell you the moment it's done.
better-offer_choices = There are two ways: a quick repair this afternoon, or the complete job tomorrow morning. Which suits you better?
better-offer_alternative = That one I can't do. What I can do is something else that may solve it too. May I tell you?
better-remedy = We cost you time, so I've applied for a credit that matches it. I'll send you the details shortly.
better-prevent_recurrence = So that it doesn't happen again, cases like yours now can't be handed over until someone confirms them.
better-commit_specific = I'll call you myself by four this afternoon and tell you where we stand, whatever the result.
better-reassure = Your case is with me, I have the number, and you'll hear from me before the end of today.
better-follow_up = I'll get in touch again tomorrow at ten to make sure it's really fixed.
better-refuse_with_reason = I see why you ask for this. I can't grant it, because …; what I can do is …. Would that help?
better-set_boundary = I really want to get this sorted. Please let us keep it civil, and I'll carry on right away.
better-escalate_to_supervisor = This step needs my supervisor's approval. I'll explain everything now so you won't have to repeat it, and answer you by three.

## Why he reacted as he did

insight-separator = {", "}
insight-why =
    Message { $turn }: “{ $quote }”

    { $causes }

    { $outcome }
insight-cause = { $mark } { $name }: { $changes }
insight-cause-quoted = { $mark } “{ $quote }”, { $name }: { $changes }
insight-cause-none = Nothing in this message moved the customer.
insight-more =
    { $count ->
        [1] One more cause had a small effect.
       *[other] { $count } more causes had a small effect.
    }
insight-change = { $emotion } { $points }
insight-change-heard = feeling heard { $points }
insight-factors = 　because: { $factors }
insight-factor = { $factor } (×{ $percent }%)
insight-factor-phase = stage “{ $phase }” (×{ $percent }%)
insight-sum = In all: { $levels }
insight-steady = In all: hardly any change
insight-level = { $emotion } { $from }→{ $to }
insight-up = ▲ { $emotion } up a step: { $from } → { $to }
insight-down = ▼ { $emotion } down a step: { $from } → { $to }
insight-stayed = No step crossed: still { $state }
insight-did = So the customer: { $acts }
insight-act = { $act }
insight-accepted = With this message the customer accepted.
insight-ended = That ended it: { $ending } ({ $rule })

factor-type_more = cares more about this
factor-type_less = cares less about this
factor-grade = at this difficulty
factor-repeat_more = happened before
factor-repeat_less = said before
factor-tainted = something hurtful beside it
factor-canned = same words as before
factor-boiling = the customer is boiling over
factor-order = offered before listening
factor-clarity = tone not that strong
factor-step = one message only moves so far
factor-gain = part of what they want
factor-other = other

act-react = reacted to your words
act-shift_up = got more upset
act-shift_down = calmed their tone
act-tell = told you something
act-refuse = refused to answer
act-answer = answered you
act-take = took up your offer
act-done = noted that it is under way
act-listen = waited for more
act-push = repeated what they want
act-probe_time = asked by when
act-doubt = doubted it
act-nudge = pressed you
act-warn = gave a last warning
act-soften = felt heard at last
act-confirm_plan = went over the plan
act-accept = accepted
act-farewell = said goodbye

rule-she_lost_her_temper = you lost your temper more than once
rule-promised_the_moon = a promise that can't be kept
rule-sent_away_content = calm, and the matter settled
rule-took_it_still_sore = took the offer, still sore
rule-took_it_and_has_other_things_to_do = took the offer and has other things to do
rule-furious_for_too_long = furious for too long
rule-gone_cold_for_good = gone cold for good
rule-panicked_and_nobody_helped = panicked, and nobody helped
rule-as_upset_as_can_be = as upset as can be
rule-one_offence_too_many = hurt once too often
rule-patience_used_up_in_anger = out of patience, and still angry
rule-patience_used_up = out of patience

## What if

insight-whatif =
    { $change }

    { $course }
insight-without = Without message { $turn }, “{ $quote }”
insight-instead =
    Message { $turn }, “{ $quote }”
    replaced by “{ $text }”
insight-same = It makes no difference: mood, replies and ending stay the same.
insight-almost-same = It makes next to no difference: from message { $turn } on, moods differ by less than a point; replies and ending stay the same.
insight-parted = From message { $turn } on it goes another way:
insight-reply = · { $name } would say: “{ $reply }”
insight-reply-same = · The customer's reply is the same
insight-finally =
    { $turn ->
        [1] In the end (after 1 message):
       *[other] In the end (after { $turn } messages):
    }
insight-versus = · { $levels }
insight-versus-level = { $emotion } { $there } (really { $here })
insight-versus-state = · State: { $there } (really: { $here })
insight-same-state = · Same state: { $state }
insight-versus-ending = · Ending: { $there } (really: { $here })
insight-same-ending = · Same ending: { $ending }
insight-ending = { $ending }
insight-open = not over yet
insight-unheard =
    { $count ->
        [1] · They would have gone before your last message
       *[other] · They would have gone before your last { $count } messages
    }
insight-pick =
    Which message? Put its number after the command, like { $command } 1.
    { $items }
insight-pick-item = { $turn } “{ $quote }”
insight-nothing = There is nothing to look back on yet. Write the customer a few messages first.

## A line after each message

insight-coach = { $mark } { $name }: { $took }
insight-coach-shift = { $mark } { $name }: { $took }, now { $state }
insight-coach-none = · { $took }
took-anger_better = a little less angry
took-anger_much_better = the anger drops sharply
took-anger_worse = angrier than before
took-anger_much_worse = the anger flares up
took-anxiety_better = a little less worried
took-anxiety_much_better = a big relief
took-anxiety_worse = more worried than before
took-anxiety_much_worse = close to panic
took-disappointment_better = a little less let down
took-disappointment_much_better = warming to you again
took-disappointment_worse = more disappointed
took-disappointment_much_worse = bitterly disappointed
took-trust_better = trusts you a little more
took-trust_much_better = ready to trust you
took-trust_worse = trusts you less
took-trust_much_worse = a lot of trust is gone
took-unmoved = hardly any reaction
took-again = said before, so it doesn't do much now
took-early = too early for a fix, the customer isn't done talking
took-spoilt = it undoes the good parts of your message too
took-accepted = the customer says yes
took-lost = It's hard to tell what this message is meant to do. Try saying it more directly.

## Hints

insight-hint =
    💡 { $reason }. You could try: { $technique }

    For example: “{ $example }”

    { $cost }
insight-hint-cost = (This hint takes off { $lost } points, { $total } so far)
insight-hint-free = (Hints have taken off { $total } points, the most they can; this one is free)
insight-hint-none = You have had every hint that fits, so this one costs nothing. Look at the earlier ones again, or ask the customer what they still need.
need-repair = Your last message hurt, so mend that first
need-time = The customer is waiting for a time
need-heard = The customer doesn't feel heard yet
need-found_out = There is something they would tell you if you asked
need-solved = It's time for a way out
need-promised = What's missing is a promise they can check
need-closed = You can bring it to a close
