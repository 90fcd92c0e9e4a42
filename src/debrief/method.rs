//! The methods of curriculum section 4 as checklists: which steps were taken, in which words.

use crate::base::cause::{Cause, Circumstance};
use crate::base::moves::{Family, Move};
use crate::customer::trace::Turn;

use super::record::{Case, FEELING, HEARING, Quote, did, first_in};

/// A method with its steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checklist {
    /// The curriculum's id; `method-<id>` names it.
    pub method: &'static str,
    /// Whether the conversation called for it.
    pub applied: bool,
    /// Its steps, in order.
    pub steps: Vec<Step>,
}

/// A step of a method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// `step-<id>` names it.
    pub id: &'static str,
    /// Whether it was taken.
    pub done: bool,
    /// In these words; `None` for a step that shows in nothing said.
    pub quote: Option<Quote>,
}

impl Checklist {
    /// How many steps were taken.
    pub fn done(&self) -> usize {
        self.steps.iter().filter(|step| step.done).count()
    }

    /// The first step that was not.
    pub fn next(&self) -> Option<&Step> {
        self.steps.iter().find(|step| !step.done)
    }
}

/// Every checklist, in the order they are shown.
pub fn checklists(case: &Case<'_>) -> Vec<Checklist> {
    vec![
        emotion_first(case),
        empathy_six(case),
        apology_five(case),
        smart_promise(case),
        refusal_sandwich(case),
        listening(case),
    ]
}

fn said(id: &'static str, quote: Option<Quote>) -> Step {
    Step { id, done: quote.is_some(), quote }
}

fn kept(id: &'static str, done: bool) -> Step {
    Step { id, done, quote: None }
}

fn emotion_first(case: &Case<'_>) -> Checklist {
    let before = case.until_solution();
    let listen = [Move::EncourageToContinue, Move::Paraphrase, Move::OpenQuestion];
    let steps = vec![
        said("listen", first_in(before, &listen)),
        said("settle", first_in(before, &FEELING)),
        said("own", first_in(before, &[Move::Apologize, Move::TakeResponsibility])),
        said("act", case.solution()),
    ];
    Checklist { method: "emotion_first", applied: !case.turns().is_empty(), steps }
}

fn empathy_six(case: &Case<'_>) -> Checklist {
    let support = [Move::CommitSpecific, Move::FollowUp, Move::TakeResponsibility];
    let steps = vec![
        said("observe", case.first(&[Move::Paraphrase, Move::OpenQuestion])),
        said("name", case.first(&[Move::NameEmotion])),
        said("understand", case.first(&[Move::EmpathizeSpecific])),
        said("validate", case.first(&[Move::Validate])),
        said("common", case.first(&[Move::CommonGround])),
        said("support", case.first(&support).or_else(|| case.solution())),
    ];
    Checklist { method: "empathy_six", applied: case.ever(&FEELING), steps }
}

fn apology_five(case: &Case<'_>) -> Checklist {
    let sorry = [Move::Apologize, Move::ApologizeConditional];
    let steps = vec![
        said("admit", case.first(&[Move::TakeResponsibility])),
        said("effect", case.first(&[Move::EmpathizeSpecific, Move::NameEmotion])),
        said("sorry", case.apology()),
        said("repair", case.solution()),
        said("prevent", case.first(&[Move::PreventRecurrence])),
    ];
    Checklist { method: "apology_five", applied: case.ever(&sorry), steps }
}

fn smart_promise(case: &Case<'_>) -> Checklist {
    let promises = &case.session.customer.memory.promises;
    let timed = promises.iter().find(|p| p.by_when.is_some()).and_then(|p| case.turn(p.turn));
    let promising = [Move::CommitSpecific, Move::CommitVague, Move::FalsePromise];
    let applied = !promises.is_empty() || case.ever(&promising);
    let steps = vec![
        said("specific", case.first(&[Move::CommitSpecific])),
        said("time", timed.map(|turn| Quote::of(turn, None))),
        kept("achievable", applied && case.beyond().is_empty()),
        kept("stand", applied && case.broken() == 0),
        said("report", case.first(&[Move::FollowUp])),
    ];
    Checklist { method: "smart_promise", applied, steps }
}

fn refusal_sandwich(case: &Case<'_>) -> Checklist {
    let refuses = |t: &Turn| {
        let read = t.reading.moves.iter().map(|hit| hit.mv);
        let felt = t.appraisals.iter().filter_map(|a| match a.cause {
            Cause::Move(mv) => Some(mv),
            Cause::Circumstance(_) => None,
        });
        read.chain(felt).any(|mv| mv.family() == Family::Refusing && mv != Move::SetBoundary)
    };
    let place = case.turns().iter().position(refuses);
    let upto = place.and_then(|p| case.turns().get(..=p)).unwrap_or(&[]);
    let from = place.and_then(|p| case.turns().get(p..)).unwrap_or(&[]);
    let other = [Move::OfferAlternative, Move::OfferChoices, Move::OfferSolution, Move::Remedy];
    let close = [Move::CheckSatisfaction, Move::Thank, Move::FollowUp, Move::Close];
    let steps = vec![
        said("soften", first_in(upto, &HEARING)),
        said("reason", first_in(from, &[Move::RefuseWithReason])),
        said("alternative", first_in(from, &other)),
        said("close_well", first_in(from, &close)),
    ];
    Checklist { method: "refusal_sandwich", applied: place.is_some(), steps }
}

fn listening(case: &Case<'_>) -> Checklist {
    let cuts = [Cause::Move(Move::Hurry), Cause::Circumstance(Circumstance::TooEarly)];
    let cut = case.turns().iter().any(|t| cuts.iter().any(|cause| did(t, *cause)));
    let steps = vec![
        kept("no_interrupt", !case.turns().is_empty() && !cut),
        said("encourage", case.first(&[Move::EncourageToContinue])),
        said("paraphrase", case.first(&[Move::Paraphrase])),
        said("thank", case.first(&[Move::Thank])),
    ];
    let applied = case.ever(&[Move::EncourageToContinue, Move::Paraphrase]);
    Checklist { method: "listening", applied, steps }
}

/// Ids of every method that has a checklist, with its steps' ids.
pub const METHODS: [(&str, &[&str]); 6] = [
    ("emotion_first", &["listen", "settle", "own", "act"]),
    ("empathy_six", &["observe", "name", "understand", "validate", "common", "support"]),
    ("apology_five", &["admit", "effect", "sorry", "repair", "prevent"]),
    ("smart_promise", &["specific", "time", "achievable", "stand", "report"]),
    ("refusal_sandwich", &["soften", "reason", "alternative", "close_well"]),
    ("listening", &["no_interrupt", "encourage", "paraphrase", "thank"]),
];
