//! One turn of the customer, from reading to reply.

use crate::base::cause::{Cause, Circumstance};
use crate::base::dice::Dice;
use crate::base::ending::Ending;
use crate::base::level::{Emotion, Level, POINT, PerEmotion};
use crate::base::moves::{Family, Move, Sign};
use crate::nlu::reading::{Reading, SlotKind, Topic};
use crate::persona::chart::{Guard, Target, Transition};
use crate::persona::model::Persona;
use crate::persona::rules::{Conversion, Phase, Rules};
use crate::session::fold::Cast;

use super::appraise::{Appraiser, limit};
use super::causes::{Found, asks_of_time, beyond, causes, only_asks, reports, works};
use super::emotion::{leading, levels_at, name_state, settle};
use super::memory::{is_offence, remember, weigh_offers};
use super::occasion::Occasion;
use super::plan::{Act, Situation, open_demand, plan};
use super::speak::{aside, speak};
use super::state::{Anchor, Customer, Memory, Pending};
use super::trace::{Appraisal, Spoken, Turn};

/// Starts a conversation: the customer as the persona says he comes in, and his first bubbles.
pub fn open(cast: &Cast<'_>, seed: u64) -> (Customer, Vec<String>) {
    let (persona, rules) = (cast.persona, cast.rules);
    let anchors = persona.start.map(|_, level| Anchor { level, turn: 0 });
    let rung = |emotion: Emotion| match emotion {
        Emotion::Trust => 0,
        other => rules.ladder(other).rung(0, persona.start.get(other)),
    };
    let rungs = persona.start.map(|emotion, _| rung(emotion));
    let mut customer = Customer {
        turn: 0,
        anchors,
        rungs,
        state: rules.ladder(persona.emotion).state(0).clone(),
        leading: persona.emotion,
        stay: 0,
        phase: Phase::Opening,
        heard: 0,
        accepted: false,
        ended: None,
        memory: Memory { met: vec![0; persona.demands.len()], ..Memory::default() },
        dice: Dice::new(seed),
    };
    customer.leading = leading(&customer, persona.emotion);
    customer.state = rules.ladder(customer.leading).state(customer.heat()).clone();
    let variant = customer.dice.roll(cast.texts.opening.len());
    let opening = cast.texts.opening.get(variant).cloned().unwrap_or_default();
    (customer, opening)
}

/// Plays one message: what it does, what he does, what he says. `pause` is how many minutes he waited for it.
pub fn react(
    cast: &Cast<'_>,
    before: &Customer,
    said: &str,
    reading: Reading,
    pause: u32,
) -> (Customer, Turn) {
    let (persona, rules) = (cast.persona, cast.rules);
    let mut customer = before.clone();
    customer.turn = customer.turn.saturating_add(1);
    let old = before.anchors.map(|_, anchor| anchor.level);
    let mut found = causes((persona, cast.texts), before, &reading, pause);
    if only_asks(&reading) {
        found.retain(|f| f.cause != Cause::Circumstance(Circumstance::Cold));
    }
    // In a calm talk "how nice" beside real help is meant.
    if before.heat() <= 1 && !reading.offers.is_empty() {
        found.retain(|f| f.cause != Cause::Move(Move::Sarcasm));
    }
    let beyond = beyond((persona, cast.texts), before, &reading);
    let hurt = is_offence(&found);
    let mut appraisals = appraise_all(persona, rules, before, &found, hurt);
    appraisals.extend(unheeded(rules, before, &appraisals));
    let outrage = found.iter().any(|f| rules.outrages.contains(&f.cause));
    limit(&mut appraisals, if outrage { rules.outrage_step.max(persona.step) } else { persona.step });
    customer.heard = (customer.heard + appraisals.iter().map(|a| a.heard).sum::<i32>()).clamp(0, 100 * POINT);
    customer.memory.outrages += u16::from(outrage);
    remember(persona, &mut customer, &reading, &found, &beyond);
    let gain = weigh_offers(persona, &mut customer);
    appraisals.extend(solved(rules, gain));
    appraisals.extend(drift(&customer, persona, rules));
    let levels = sum_up(old, &appraisals);
    let shifts = settle(&mut customer, rules, levels);
    name_state(&mut customer, persona, rules);
    note_progress(&mut customer, gain, &appraisals);
    let accepted_before = before.accepted;
    let (asked, works) = (asks(persona, before, &reading), works(&reading));
    // Who is asked something answers that first.
    let idle = asked || !works && !warms(&reading);
    let accepted_now = decide(persona, rules, &mut customer, (hurt, idle), accepted_before);
    customer.phase = phase(persona, rules, &customer);
    note_waiting(&mut customer, &reading);
    turn_if_due(persona, &mut customer);
    // What is new he takes up before he goes.
    let news = reading.reports_done && !reading.has(Move::Close)
        || reading.offers.iter().any(|o| !before.memory.offered.contains(&o.offer));
    let false_hope = reading.offers.iter().any(|o| beyond.contains(&o.offer));
    // However rudely it is put, help is help, unless it comes with an outrage.
    let put_badly = hurt && !outrage && !reading.offers.is_empty();
    let helped = !false_hope && (put_badly || !hurt && (asked || works));
    // Nor does who has yet to say whether a time suits him.
    let open = asked || news || asks_of_time(&reading);
    let rule = end(persona, rules, &mut customer, &found, (accepted_before, open), helped);
    let mut turn = Turn {
        number: customer.turn,
        said: said.to_owned(),
        before: old,
        after: levels,
        heard: customer.heard,
        state: customer.state.clone(),
        heat: customer.heat(),
        phase: customer.phase,
        solved: customer.solved(persona),
        appraisals,
        shifts,
        told: Vec::new(),
        offers: reading.offers.iter().map(|o| o.offer).collect(),
        beyond,
        accepted: accepted_now,
        rule,
        ended: customer.ended,
        lines: Vec::new(),
        reply: Vec::new(),
        reading,
    };
    answer(cast, before, &mut customer, &mut turn, &found, (hurt, accepted_now));
    (customer, turn)
}

fn appraise_all(
    persona: &Persona,
    rules: &Rules,
    before: &Customer,
    found: &[Found],
    hurt: bool,
) -> Vec<Appraisal> {
    let has = |circumstance| found.iter().any(|f| f.cause == Cause::Circumstance(circumstance));
    let listens = |f: &Found| matches!(f.cause, Cause::Move(mv) if matches!(mv.family(), Family::Listening | Family::Empathy) && mv != Move::EmpathizeGeneric);
    let appraiser = Appraiser {
        persona,
        rules,
        customer: before,
        tainted: hurt,
        canned: has(Circumstance::Canned),
        attentive: found.iter().any(listens),
    };
    let mut appraisals: Vec<Appraisal> = found.iter().map(|f| appraiser.appraise(*f)).collect();
    let early = found.iter().any(|f| appraiser.is_premature(f.cause));
    if early && !hurt && before.heat() >= 2 {
        let cause = Cause::Circumstance(Circumstance::TooEarly);
        appraisals.push(appraiser.appraise(Found::plain(cause, None)));
    }
    appraisals
}

/// Relief in proportion to what came nearer.
fn solved(rules: &Rules, gain: i32) -> Option<Appraisal> {
    let cause = Cause::Circumstance(Circumstance::Solved);
    let base = rules.effects.get(cause);
    (gain > 0).then(|| Appraisal {
        cause,
        span: None,
        factors: vec![super::trace::Factor { rule: "gain".into(), percent: gain }],
        change: base.levels.map(|_, value| value * gain / 100),
        heard: 0,
    })
}

/// Worry that nobody answers turns to anger, and anger that nobody answers goes cold (curriculum section 2).
fn unheeded(rules: &Rules, before: &Customer, appraisals: &[Appraisal]) -> Option<Appraisal> {
    let relief: i32 = appraisals.iter().map(Appraisal::relief).sum();
    let due = |c: &&Conversion| {
        before.memory.idle >= c.idle && before.rungs.get(c.from) >= c.heat && before.leading == c.from
    };
    let conversion = rules.conversions.iter().find(due).filter(|_| relief < PROGRESS && !before.accepted)?;
    let mut change = PerEmotion::<i32>::default();
    change.set(conversion.from, -conversion.take);
    change.set(conversion.to, conversion.give);
    let factors = vec![super::trace::Factor { rule: conversion.rule.clone().into(), percent: 100 }];
    let cause = Cause::Circumstance(Circumstance::Unheeded);
    Some(Appraisal { cause, span: None, factors, change, heard: 0 })
}

/// What she said of coming back, and of looking into something.
fn note_waiting(customer: &mut Customer, reading: &Reading) {
    let checks = reading.questions.iter().any(|q| q.topic == Topic::General("can_wait".to_owned()));
    let leaves = checks || reading.has(Move::Minimal);
    let minutes = reading.slots.iter().find(|s| s.kind == SlotKind::Duration).map(|s| s.number);
    customer.memory.back_in = minutes.filter(|_| leaves).and_then(|m| u32::try_from(m).ok());
    if reports(reading) {
        customer.memory.checking = None;
    } else if checks {
        customer.memory.checking = Some(customer.turn);
    }
}

/// A type is a frame, not a label: he may turn during a conversation (curriculum section 1).
fn turn_if_due(persona: &Persona, customer: &mut Customer) {
    let due = persona.turned.as_ref().is_some_and(|t| holds(&t.when, persona, customer, (false, false)));
    customer.memory.turned |= due;
}

/// Whether anything in the message is kind or useful.
fn warms(reading: &Reading) -> bool {
    reading.heard().into_iter().any(|mv| mv.sign() == Sign::Helps)
}

/// Whether the message asks something that deserves an answer before he goes.
fn asks(persona: &Persona, before: &Customer, reading: &Reading) -> bool {
    reading.questions.iter().any(|q| match &q.topic {
        Topic::Fact(place) => {
            let opening = persona.facts.get(*place).is_some_and(|fact| fact.opening);
            // To say back what he has told is to check it.
            !(opening || q.check && before.memory.told.contains(place))
        }
        Topic::General(kind) => !["permission", "agree", "anything_else"].contains(&kind.as_str()),
        Topic::Detail(_) | Topic::Unknown => true,
    })
}

/// What the feelings did by themselves since the last message.
fn drift(customer: &Customer, persona: &Persona, rules: &Rules) -> Option<Appraisal> {
    let drifted = levels_at(customer, persona, rules, customer.turn);
    let change = drifted.map(|emotion, level| level.raw() - customer.anchors.get(emotion).level.raw());
    let moved = Emotion::ALL.into_iter().any(|e| change.get(e) != 0);
    let cause = Cause::Circumstance(Circumstance::OwnTime);
    moved.then_some(Appraisal { cause, span: None, factors: Vec::new(), change, heard: 0 })
}

fn sum_up(old: PerEmotion<Level>, appraisals: &[Appraisal]) -> PerEmotion<Level> {
    old.map(|emotion, level| level.moved(appraisals.iter().map(|a| a.change.get(emotion)).sum()))
}

/// Least relief, in hundredths, that counts as coming nearer while nothing is solved yet.
const PROGRESS: i32 = 600;

fn note_progress(customer: &mut Customer, gain: i32, appraisals: &[Appraisal]) {
    let drifts = |a: &&Appraisal| a.cause != Cause::Circumstance(Circumstance::OwnTime);
    let relief: i32 = appraisals.iter().filter(drifts).map(Appraisal::relief).sum();
    customer.memory.idle =
        if gain > 0 || relief >= PROGRESS { 0 } else { customer.memory.idle.saturating_add(1) };
}

/// Whether he accepts now: not at an offence, nor at a message that does nothing for him (`idle`). An offence after he
/// accepted takes it back.
fn decide(
    persona: &Persona,
    rules: &Rules,
    customer: &mut Customer,
    (hurt, idle): (bool, bool),
    before: bool,
) -> bool {
    if before {
        customer.accepted = !(hurt && customer.heat() >= 2);
        return false;
    }
    let ready = customer.turn >= rules.accept.turn
        && customer.solved(persona) >= needed(persona, rules, customer)
        && !neglects(persona, customer)
        && customer.heat() <= rules.accept.heat
        && customer.heard >= persona.heard_needed
        && customer.anchors.trust.level >= persona.accept_trust
        && !hurt
        && !idle;
    customer.accepted = ready;
    ready
}

/// Weight from which a demand is one of his main ones, percent that must be met of it, and percent of help in words
/// nobody prepared that makes up for it.
const MAIN: i32 = 30;
const SOME: i32 = 20;
const HELPED: i32 = 40;

/// Whether one of the main things he came for has not been touched: nobody is content without it.
fn neglects(persona: &Persona, customer: &Customer) -> bool {
    let mut main =
        persona.demands.iter().zip(&customer.memory.met).filter(|(demand, _)| demand.weight >= MAIN);
    customer.memory.general_help < HELPED && main.any(|(_, met)| *met < SOME)
}

/// Percent of his demands that must be met: every two points of trust beyond what he needs spare one.
fn needed(persona: &Persona, rules: &Rules, customer: &Customer) -> i32 {
    let spare = customer.anchors.trust.level.raw() - persona.accept_trust.raw();
    (rules.accept.solved - spare.max(0) / POINT / 2).max(rules.accept.least)
}

fn phase(persona: &Persona, rules: &Rules, customer: &Customer) -> Phase {
    let heard = customer.heard >= persona.heard_needed;
    let solved = customer.solved(persona);
    if customer.accepted {
        Phase::Closing
    } else if solved >= rules.accept.solved && heard {
        Phase::Agreeing
    } else if solved > 0 && heard {
        Phase::Solving
    } else if heard || (customer.heat() <= 1 && customer.heard * 2 >= persona.heard_needed) {
        Phase::Exploring
    } else if customer.turn == 0 {
        Phase::Opening
    } else {
        Phase::Venting
    }
}

/// Messages that he stays beyond his patience while help is being offered.
const GRACE: u16 = 2;

/// Ends the conversation if a transition says so; answers its rule.
fn end(
    persona: &Persona,
    rules: &Rules,
    customer: &mut Customer,
    found: &[Found],
    (accepted, asked): (bool, bool),
    helped: bool,
) -> Option<String> {
    let fires = |t: &&Transition| {
        let from = t.from.is_empty() || t.from.contains(&customer.state);
        let on = t.on.is_empty() || found.iter().any(|f| t.on.contains(&f.cause));
        from && on && holds(&t.when, persona, customer, (accepted, asked))
    };
    let transition = persona.transitions.iter().chain(&rules.transitions).find(fires)?;
    // Nobody walks out on the first word of real help.
    let leaves = transition.to == Target::Leave || transition.to == Target::Ending(Ending::Unresolved);
    if leaves && helped && customer.turn < persona.patience + GRACE {
        return None;
    }
    customer.ended = Some(match transition.to {
        Target::Ending(ending) => ending,
        Target::Leave => leave(persona, customer),
    });
    Some(transition.rule.clone())
}

/// The persona's way of leaving, for the emotion that drove him out.
fn leave(persona: &Persona, customer: &Customer) -> Ending {
    let own = persona.endings.get(&customer.leading).or_else(|| persona.endings.get(&persona.emotion));
    own.copied().unwrap_or(Ending::HungUp)
}

fn holds(guard: &Guard, persona: &Persona, customer: &Customer, (accepted, asked): (bool, bool)) -> bool {
    let level = |e: Emotion| customer.anchors.get(e).level;
    let upset = [Emotion::Anger, Emotion::Anxiety, Emotion::Disappointment].map(level).into_iter().max();
    let upset = upset.unwrap_or_default();
    let memory = &customer.memory;
    let at_least = |need: Option<u16>, have: u16| need.is_none_or(|n| have >= n);
    at_least(guard.turn, customer.turn)
        && at_least(guard.stay, customer.stay)
        && at_least(guard.offences, memory.offences)
        && at_least(guard.outrages, memory.outrages)
        && guard.outrages_at_most.is_none_or(|most| memory.outrages <= most)
        && at_least(guard.false_promises, memory.false_promises)
        && guard.accepted.is_none_or(|want| (accepted && customer.accepted) == want)
        && guard.asked.is_none_or(|want| asked == want)
        && guard.patience_over.is_none_or(|want| (customer.turn >= persona.patience) == want)
        && guard.solved.is_none_or(|n| customer.solved(persona) >= n)
        && guard.heard.is_none_or(|n| customer.heard >= n * POINT)
        && guard.trust.is_none_or(|n| level(Emotion::Trust) >= Level::points(n))
        && guard.heat.is_none_or(|n| customer.heat() >= n)
        && guard.heat_at_most.is_none_or(|n| customer.heat() <= n)
        && guard.upset.is_none_or(|n| upset >= Level::points(n))
        && guard.upset_at_most.is_none_or(|n| upset <= Level::points(n))
}

/// Plans and speaks, and remembers what was told and asked.
fn answer(
    cast: &Cast<'_>,
    before: &Customer,
    customer: &mut Customer,
    turn: &mut Turn,
    found: &[Found],
    (hurt, accepted_now): (bool, bool),
) {
    let now = Situation {
        persona: cast.persona,
        rules: cast.rules,
        texts: cast.texts,
        general: &cast.book.general,
        customer,
        said: &turn.said,
        reading: &turn.reading,
        found,
        appraisals: &turn.appraisals,
        shifts: &turn.shifts,
        hurt,
        accepted_now,
        beyond: &turn.beyond,
        asked_for: match customer.memory.pending {
            Some(Pending::Demand(place)) => Some(place),
            _ => None,
        },
        told_before: &before.memory.told,
        offered_before: &before.memory.offered,
        asked_back: before.memory.asked_back.is_some(),
    };
    let (acts, mut occasion) = (plan(&now), Occasion::of(cast, &now));
    let (mut reply, mut lines) = speak(cast, &mut occasion, customer, &turn.said, &acts);
    if reply.is_empty() {
        // A language that lacks the line he wanted must not leave her without an answer.
        let push = [Act::Push(open_demand(cast.persona, customer))];
        (reply, lines) = speak(cast, &mut occasion, customer, &turn.said, &push);
    }
    if reply.is_empty() {
        (reply, lines) = speak(cast, &mut occasion, customer, &turn.said, &[Act::Listen]);
    }
    if reply.is_empty() {
        reply.push("……".to_owned());
    }
    customer.memory.pending = None;
    customer.memory.asked_back = None;
    for act in &acts {
        match act {
            Act::Tell(place, _) => turn.told.push(*place),
            Act::ProbeTime => customer.memory.pending = Some(Pending::Time),
            Act::Push(place) => customer.memory.pending = Some(Pending::Demand(*place)),
            Act::Soften => customer.memory.softened = true,
            Act::Warn => customer.memory.warned = true,
            Act::AskWhich(which) => customer.memory.asked_back = Some(which.topics.clone()),
            Act::AnswerUnknown(_) => customer.memory.put_off = Some(customer.turn),
            _ => {}
        }
    }
    customer.memory.told.extend(turn.told.iter().copied());
    (turn.reply, turn.lines) = (reply, lines);
}

/// The customer's last words when the trainee ends the conversation, and how it ended.
pub fn stop(cast: &Cast<'_>, before: &Customer) -> (Customer, Vec<String>, Vec<Spoken>) {
    let mut customer = before.clone();
    let ending = match (customer.accepted, customer.memory.false_promises) {
        (true, 0) => Ending::Accepted,
        (true, _) => Ending::Overpromised,
        (false, _) => Ending::Unresolved,
    };
    customer.ended = Some(ending);
    // Who has cooled down does not hear a door slammed, though his matter is still open.
    let key = match (customer.accepted, customer.heat()) {
        (true, _) => format!("farewell-{ending}"),
        (false, 0) => "farewell-open".to_owned(),
        (false, _) => "farewell-cut".to_owned(),
    };
    let last = aside(cast, &mut customer, &key);
    let (reply, lines) = last.map_or((Vec::new(), Vec::new()), |(words, spoken)| (vec![words], vec![spoken]));
    (customer, reply, lines)
}
