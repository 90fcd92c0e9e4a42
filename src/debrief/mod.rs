//! The debrief: what a finished conversation shows, scored by a published rubric and quoted in the trainee's words.
//!
//! Pure: reads the trace, plays only what might have been (`whatif`), never renders prose, never reads a clock.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::unreachable,
        clippy::todo,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::float_arithmetic,
        clippy::disallowed_methods,
        clippy::disallowed_types
    )
)]

pub mod coach;
pub mod counter;
pub mod gap;
pub mod method;
pub mod moment;
pub mod present;
pub mod record;
pub mod reflect;
pub mod rubric;
pub mod score;
pub mod sheet;
pub mod timeline;
pub mod whatif;
pub mod why;

use crate::base::ending::Ending;
use crate::base::mode::Mode;
use crate::base::moves::Move;
use crate::persona::model::{Persona, Texts};
use crate::session::fold::{Cast, Session};

use method::Checklist;
use moment::{Improvement, Strength, TurningPoint};
use record::{Case, Quote, made};
use score::Score;
use timeline::Row;

/// Fewer messages than this carry no verdict and no praise.
pub const FEW_TURNS: usize = 2;

/// Everything the debrief has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// How it ended; `unresolved` where it was left open.
    pub outcome: Ending,
    /// What it was for.
    pub mode: Mode,
    /// The message before which it branched off another session, from 1; `None` for a fresh run.
    pub rewound: Option<u16>,
    /// How many messages the trainee wrote.
    pub turns: usize,
    /// Hints shown.
    pub hints: u16,
    /// 0 to 100; the same as `rubric.total`.
    pub score: u8,
    /// What the score is made of.
    pub rubric: Score,
    /// The levels, message by message.
    pub timeline: Vec<Row>,
    /// The messages that moved him most, in order of time; at most five.
    pub turning: Vec<TurningPoint>,
    /// What did him good, best first; at most three.
    pub strengths: Vec<Strength>,
    /// What to change, worst first; at most three.
    pub improvements: Vec<Improvement>,
    /// Hidden facts that were never found.
    pub missed: Vec<MissedFact>,
    /// Promises, in order of time.
    pub promises: Vec<PromiseNote>,
    /// Every method of the curriculum that can be read from a transcript.
    pub methods: Vec<Checklist>,
    /// Her answers to the three questions so far.
    pub reflections: [Option<Option<String>>; 3],
}

/// A hidden fact that was never found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissedFact {
    /// Place in the persona's list.
    pub fact: usize,
    /// What it is about.
    pub about: String,
    /// A question that finds it.
    pub question: String,
}

/// A promise of the trainee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromiseNote {
    /// Her words.
    pub quote: Quote,
    /// By when, in her words.
    pub by_when: Option<String>,
    /// Whether it was beyond her authority.
    pub beyond: bool,
    /// Whether a later message contradicted it.
    pub broken: bool,
}

/// The debrief of a session.
pub fn report(cast: &Cast<'_>, session: &Session) -> Report {
    assess(cast.persona, cast.texts, session)
}

/// The same from the customer alone; neither laws nor readers are needed to read a record.
pub fn assess(persona: &Persona, texts: &Texts, session: &Session) -> Report {
    let case = Case { persona, texts, session };
    let rubric = score::score(&case);
    let turning = moment::turning(&case);
    Report {
        outcome: session.ended.unwrap_or(Ending::Unresolved),
        mode: session.start.mode,
        rewound: session.start.branch.as_ref().map(|branch| branch.message),
        turns: session.turns.len(),
        hints: session.hints,
        score: rubric.total,
        timeline: timeline::rows(&case, &turning),
        strengths: moment::strengths(&case),
        improvements: moment::improvements(&case),
        missed: missed(&case),
        promises: promises(&case),
        methods: method::checklists(&case),
        reflections: session.answers.clone(),
        rubric,
        turning,
    }
}

fn missed(case: &Case<'_>) -> Vec<MissedFact> {
    let told = case.told();
    let open = case.hidden().into_iter().filter(|place| !told.contains(place));
    open.filter_map(|fact| {
        let texts = case.texts.facts.get(fact)?;
        Some(MissedFact { fact, about: texts.about.clone(), question: texts.question.clone() })
    })
    .collect()
}

fn promises(case: &Case<'_>) -> Vec<PromiseNote> {
    let remembered = &case.session.customer.memory.promises;
    let mut notes: Vec<PromiseNote> = remembered
        .iter()
        .filter_map(|p| {
            let quote = promise_quote(case, p.turn)?;
            Some(PromiseNote { quote, by_when: p.by_when.clone(), beyond: p.beyond, broken: p.broken })
        })
        .collect();
    for turn in case.turns() {
        let known = remembered.iter().any(|p| p.turn == turn.number);
        let beyond = !turn.beyond.is_empty() || made(turn, &[Move::FalsePromise]);
        if !known && (beyond || made(turn, &[Move::CommitVague])) {
            let quote = promise_quote(case, turn.number);
            let note = |quote| PromiseNote { quote, by_when: None, beyond, broken: false };
            notes.extend(quote.map(note));
        }
    }
    notes.sort_by_key(|note| note.quote.turn);
    notes
}

/// The words of a promise: the ones that were read as one, else the message.
fn promise_quote(case: &Case<'_>, number: u16) -> Option<Quote> {
    let turn = case.turn(number)?;
    let promising = [Move::FalsePromise, Move::CommitSpecific, Move::CommitVague, Move::FollowUp];
    let found = record::first_in(std::slice::from_ref(turn), &promising);
    let offered = || turn.reading.offers.first().map(|offer| Quote::of(turn, Some(offer.span)));
    found.or_else(offered).or_else(|| Some(Quote::of(turn, None)))
}
