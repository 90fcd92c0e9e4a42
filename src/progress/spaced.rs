//! Whom to practise with next: spaced practice on the weakest skill.
//!
//! A customer comes again after a pause that doubles with each good conversation (one day, two, four, up to 32) and is
//! one day again after a poor one. Among those who are due or new, the one comes first whose type cost most of the
//! weakest skill, then one whose case asks for that skill.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::base::id::PersonaId;
use crate::base::time::Moment;
use crate::debrief::rubric;
use crate::persona::model::{Grade, Persona};

use super::entry::Entry;
use super::growth::{Skill, latest, percent, skills};
use super::zone::DAY;

/// A score from which on a conversation went well.
const WELL: u8 = 70;
/// Longest pause before a customer comes again, in days.
const LONGEST: i64 = 32;
/// Mean score of the latest runs of a grade that opens the next one.
const PASS: i64 = 60;
/// Runs of a grade that such a mean is taken over, and needs.
const RUNS: usize = 3;

/// The next customer and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Who.
    pub persona: PersonaId,
    /// The reasons, the weightiest first.
    pub reasons: Vec<Reason>,
}

/// A reason for a customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// This is the weakest skill lately.
    Weakest(Skill),
    /// Customers of this type cost her most of it.
    Kind(String, i32),
    /// His case cannot be handled without it.
    Asks,
    /// She has never met him.
    New,
    /// His pause is over: days since last time, and the score then.
    Due(i64, u8),
    /// He is of a grade she has just opened.
    Step(Grade),
    /// Nobody is due; he comes next.
    Early(i64),
}

/// What she has done with one customer.
#[derive(Clone, Copy)]
struct Met {
    last: Moment,
    score: u8,
    pause: i64,
}

/// The next customer among `playable`. `None` where there is none.
pub fn suggest(entries: &[Entry], playable: &[&Persona], now: Moment) -> Option<Suggestion> {
    let weakest = skills(&latest(entries)).first().copied();
    let met = met(entries);
    let reach = reach(entries);
    let easiest = playable.iter().map(|persona| persona.grade).min()?;
    let by_kind = |persona: &Persona| kind_percent(entries, persona, weakest);
    let key = |persona: &&&Persona| {
        let wait = met.get(&persona.id).map_or(i64::MIN, |met| due(met).0 - now.0);
        let asks = weakest.is_some_and(|skill| asks(persona, skill));
        let hard = persona.grade > reach.max(easiest);
        (wait > 0, hard, by_kind(persona), !asks, Reverse(persona.grade), wait, persona.id.clone())
    };
    let best = playable.iter().min_by_key(key)?;
    let mut reasons: Vec<Reason> = weakest.map(Reason::Weakest).into_iter().collect();
    let kind = best.types.first().map(|(kind, _)| kind.clone());
    let kind =
        weakest.zip(kind).and_then(|(skill, kind)| Some((kind.clone(), of_kind(entries, &kind, skill)?)));
    let worse = |percent: i32| weakest.is_some_and(|skill| percent <= skill.percent);
    reasons.extend(
        kind.filter(|(_, percent)| worse(*percent)).map(|(kind, percent)| Reason::Kind(kind, percent)),
    );
    reasons.extend(weakest.filter(|skill| asks(best, *skill)).map(|_| Reason::Asks));
    reasons.push(match met.get(&best.id) {
        None => Reason::New,
        Some(met) if due(met) <= now => Reason::Due(now.since(met.last) / DAY, met.score),
        Some(met) => Reason::Early(now.since(met.last) / DAY),
    });
    let fresh = !entries.iter().any(|entry| entry.counts() && entry.grade == best.grade);
    reasons.extend((fresh && best.grade > easiest).then_some(Reason::Step(best.grade)));
    Some(Suggestion { persona: best.id.clone(), reasons })
}

/// The latest run with each customer and the pause that follows it.
fn met(entries: &[Entry]) -> BTreeMap<PersonaId, Met> {
    let mut all: BTreeMap<PersonaId, Met> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.branch.is_none()) {
        let before = all.get(&entry.persona).map_or(0, |met| met.pause);
        let pause = if entry.score >= WELL { (before * 2).clamp(1, LONGEST) } else { 1 };
        all.insert(entry.persona.clone(), Met { last: entry.at, score: entry.score, pause });
    }
    all
}

fn due(met: &Met) -> Moment {
    Moment(met.last.0.saturating_add(met.pause * DAY))
}

/// The hardest grade she is up to: each one opens with a good mean over the latest runs of the one before.
fn reach(entries: &[Entry]) -> Grade {
    let passed = |grade: Grade| {
        let runs = entries.iter().rev().filter(|entry| entry.counts() && entry.grade == grade).take(RUNS);
        let scores: Vec<i64> = runs.map(|entry| i64::from(entry.score)).collect();
        scores.len() == RUNS && scores.iter().sum::<i64>() >= PASS * 3
    };
    match (passed(Grade::Basic), passed(Grade::Intermediate)) {
        (_, true) => Grade::Advanced,
        (true, false) => Grade::Intermediate,
        (false, false) => Grade::Basic,
    }
}

/// Percent of a skill earned with a type.
fn of_kind(entries: &[Entry], kind: &str, skill: Skill) -> Option<i32> {
    let fresh = entries.iter().filter(|entry| entry.counts() && entry.kind.as_deref() == Some(kind));
    percent(fresh, skill.id)
}

/// The same for a customer's leading type; what she earned lately where she has never met the type.
fn kind_percent(entries: &[Entry], persona: &Persona, weakest: Option<Skill>) -> i32 {
    let Some(skill) = weakest else { return 0 };
    let kind = persona.types.first().and_then(|(kind, _)| of_kind(entries, kind, skill));
    kind.unwrap_or(skill.percent)
}

/// Whether a customer's case cannot be handled well without a skill.
fn asks(persona: &Persona, skill: Skill) -> bool {
    let sore = persona.start.anger.whole().max(persona.start.disappointment.whole());
    let worried = persona.start.anxiety.whole();
    let is = |items: &[rubric::Item]| items.iter().any(|item| item.id == skill.id);
    if is(&[rubric::FACTS]) {
        return persona.facts.iter().filter(|fact| fact.hidden).count() >= 2;
    }
    if is(&[rubric::APOLOGY, rubric::COMPOSURE, rubric::FITTING_WORDS]) {
        return sore >= 60;
    }
    if is(&[rubric::HEARD_FIRST, rubric::EMPATHY, rubric::RELIEF]) {
        return sore.max(worried) >= 60;
    }
    if is(&[rubric::DEMANDS]) {
        return persona.demands.len() >= 2;
    }
    is(&[rubric::EXPECTATION, rubric::SPECIFIC, rubric::CHECK, rubric::CAUSE]) && worried >= 40
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_doubles_with_every_good_run_and_is_a_day_after_a_poor_one() {
        let pause = |scores: &[u8]| {
            let entries: Vec<Entry> =
                scores.iter().map(|score| crate::progress::entry::tests::entry(*score)).collect();
            met(&entries).values().next().map(|met| met.pause)
        };
        assert_eq!(
            [pause(&[40]), pause(&[80]), pause(&[80, 80]), pause(&[80, 80, 80])].map(Option::unwrap),
            [1, 1, 2, 4]
        );
        assert_eq!(pause(&[80, 80, 80, 30]), Some(1));
        assert_eq!(pause(&[90; 20]), Some(LONGEST));
    }
}
