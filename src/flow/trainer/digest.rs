//! A cohort's week in words: of all of it, never of one; no words of a trainee but those on cards she signed.

use crate::base::phrase::arg::Listed;
use crate::base::phrase::{CohortPhrase, Phrase, Term, TermKind};
use crate::flow::cohort::{Digest, SignedCard};
use crate::flow::team::clip;
use crate::progress::cohort::{FEWEST, Skills};
use crate::progress::growth::{Change, Skill};

use super::cohort::line;

/// Cards shown; the others are counted.
const CARDS: usize = 3;
/// Characters of a card.
const LONGEST_CARD: usize = 160;

/// The whole of it.
pub fn phrase(name: &str, digest: &Digest) -> Phrase {
    let week = &digest.week;
    let mut parts: Vec<CohortPhrase> = vec![match week.runs {
        0 => CohortPhrase::WeekQuiet { members: week.members },
        runs => CohortPhrase::WeekPractised { practised: week.practised, members: week.members, runs },
    }];
    if week.runs + week.runs_before > 0 {
        let (practised, runs) = (week.practised_before, week.runs_before);
        parts.push(CohortPhrase::WeekBefore { practised, runs });
    }
    match &week.skills {
        Some(found) => parts.extend(skills(found)),
        None if week.runs > 0 => parts.push(CohortPhrase::WeekFew { fewest: FEWEST }),
        None => {}
    }
    if !digest.assignments.is_empty() {
        parts.push(CohortPhrase::WeekAssignments { list: digest.assignments.iter().map(line).collect() });
    }
    parts.extend(cards(digest));
    let (name, parts) = (name.to_owned(), parts.into_iter().map(Phrase::from).collect());
    CohortPhrase::Week { name, parts }.into()
}

fn skills(skills: &Skills) -> Vec<CohortPhrase> {
    let mut parts = vec![match skills.score_before {
        Some(before) => CohortPhrase::WeekScoreBefore { score: skills.score, before },
        None => CohortPhrase::WeekScore { score: skills.score },
    }];
    let level =
        |skill: &Skill| CohortPhrase::Skill { skill: rubric(skill.id), percent: skill.percent }.into();
    let change = |change: &Change| {
        CohortPhrase::Change { skill: rubric(change.id), from: change.from, to: change.to }.into()
    };
    let shared = |kind| {
        move |(id, count): &(String, u32)| {
            CohortPhrase::Shared { what: Term::new(kind, id.clone()), count: *count }.into()
        }
    };
    let (list, put) = (listed(&skills.strongest, level), &mut parts);
    put.extend(list.map(|list| CohortPhrase::WeekStrongest { list }));
    put.extend(listed(&skills.weakest, level).map(|list| CohortPhrase::WeekWeakest { list }));
    put.extend(listed(&skills.moved, change).map(|list| CohortPhrase::WeekMoved { list }));
    put.extend(listed(&skills.helped, shared(TermKind::Move)).map(|list| CohortPhrase::WeekHelped { list }));
    put.extend(listed(&skills.hurt, shared(TermKind::Move)).map(|list| CohortPhrase::WeekHurt { list }));
    put.extend(listed(&skills.missing, shared(TermKind::Gap)).map(|list| CohortPhrase::WeekMissing { list }));
    let method = |(id, done, called): &(String, usize, usize)| {
        let method = Term::new(TermKind::Method, id.clone());
        CohortPhrase::Method { method, done: *done, called: *called }.into()
    };
    put.extend(listed(&skills.methods, method).map(|list| CohortPhrase::WeekMethods { list }));
    parts
}

fn listed<T>(items: &[T], phrase: impl Fn(&T) -> Phrase) -> Option<Listed> {
    (!items.is_empty()).then(|| Listed(items.iter().map(phrase).collect()))
}

fn rubric(id: &str) -> Term {
    Term::new(TermKind::Rubric, id)
}

fn cards(digest: &Digest) -> Option<CohortPhrase> {
    let more = digest.cards.len().saturating_sub(CARDS);
    let others = u32::try_from(more).unwrap_or(u32::MAX).saturating_add(digest.unsigned);
    let card = |card: &SignedCard| -> Phrase {
        let (name, customer) = (card.name.clone(), card.customer.clone());
        CohortPhrase::Card { name, customer, why: clip(&card.why, LONGEST_CARD) }.into()
    };
    let mut list: Vec<Phrase> = digest.cards.iter().take(CARDS).map(card).collect();
    if list.is_empty() && others == 0 {
        return None;
    }
    if others > 0 {
        list.push(CohortPhrase::OtherCards { count: others }.into());
    }
    Some(CohortPhrase::WeekCards { list })
}
