//! What was never done: opportunities that a conversation left lying.

use crate::base::cause::{Cause, Circumstance};
use crate::base::ending::Ending;
use crate::base::moves::Move;

use super::FEW_TURNS;
use super::record::{Case, FEELING, HEARING, Quote, first_in, made};

/// Something that was missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// A fix was offered before he had been heard.
    Hearing,
    /// Nobody apologised although there was something to apologise for.
    Apology,
    /// His feelings were never spoken of.
    Feeling,
    /// A promise without a time, and none with one.
    Time,
    /// Something he would have told was never asked for.
    Fact,
    /// Nobody asked whether it is right for him.
    Check,
}

impl Gap {
    /// Every gap, the gravest first.
    pub const ALL: [Gap; 6] = [Gap::Hearing, Gap::Apology, Gap::Feeling, Gap::Time, Gap::Fact, Gap::Check];

    /// The id in locales.
    pub fn id(self) -> &'static str {
        match self {
            Gap::Hearing => "missed_hearing",
            Gap::Apology => "missed_apology",
            Gap::Feeling => "missed_feeling",
            Gap::Time => "missed_time",
            Gap::Fact => "missed_fact",
            Gap::Check => "missed_check",
        }
    }
}

/// The gaps of a session, the gravest first. `named` are causes the debrief already speaks of.
pub fn gaps(case: &Case<'_>, named: &[Cause]) -> Vec<Gap> {
    if case.turns().len() < FEW_TURNS {
        return Vec::new();
    }
    Gap::ALL.into_iter().filter(|gap| is_open(case, *gap, named)).collect()
}

fn is_open(case: &Case<'_>, gap: Gap, named: &[Cause]) -> bool {
    match gap {
        Gap::Hearing => {
            let said = named.contains(&Cause::Circumstance(Circumstance::TooEarly));
            !said && case.solution_place().is_some() && first_in(case.until_solution(), &HEARING).is_none()
        }
        Gap::Apology => {
            let said = named.contains(&Cause::Move(Move::ApologizeConditional));
            !said && case.owed_apology() && case.apology().is_none()
        }
        Gap::Feeling => !case.ever(&FEELING),
        Gap::Time => {
            let timed = case.session.customer.memory.promises.iter().any(|p| p.by_when.is_some());
            let said = named.contains(&Cause::Move(Move::CommitVague));
            !said && !timed && case.ever(&[Move::CommitVague]) && !case.ever(&[Move::CommitSpecific])
        }
        Gap::Fact => first_missed(case).is_some(),
        Gap::Check => {
            let asked = [Move::CheckSatisfaction, Move::Close, Move::FollowUp];
            settled(case.session.ended) && !case.ever(&asked)
        }
    }
}

/// Whether it ended in a way that leaves room for a closing question.
fn settled(ended: Option<Ending>) -> bool {
    matches!(ended, None | Some(Ending::Satisfied | Ending::Accepted | Ending::Unresolved))
}

/// Place of the first hidden fact that was never told and has a question written.
pub fn first_missed(case: &Case<'_>) -> Option<usize> {
    let told = case.told();
    let written = |place: &usize| case.texts.facts.get(*place).is_some_and(|f| !f.question.is_empty());
    case.hidden().into_iter().find(|place| !told.contains(place) && written(place))
}

/// The words a gap shows in, where it shows in words.
pub fn quote(case: &Case<'_>, gap: Gap) -> Option<Quote> {
    match gap {
        Gap::Hearing => case.solution(),
        Gap::Time => {
            let turn = case.turns().iter().find(|t| made(t, &[Move::CommitVague]))?;
            first_in(std::slice::from_ref(turn), &[Move::CommitVague])
        }
        Gap::Apology | Gap::Feeling | Gap::Fact | Gap::Check => None,
    }
}
