//! From events to the conversation they made.

use crate::base::ending::Ending;
use crate::customer::state::Customer;
use crate::customer::trace::Turn;
use crate::persona::lines::Lines;
use crate::persona::model::{Persona, Texts};
use crate::persona::rules::Rules;

use super::event::Started;

/// The version of the engine: raised by every change after which the same session could play differently.
pub const ENGINE: u32 = 1;

/// Everything a conversation is played with.
#[derive(Clone, Copy)]
pub struct Cast<'a> {
    /// The customer.
    pub persona: &'a Persona,
    /// His texts in the session's language.
    pub texts: &'a Texts,
    /// The laws.
    pub rules: &'a Rules,
    /// The language's general lines.
    pub general: &'a Lines,
}

/// A conversation, complete with every turn's trace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// How it started.
    pub start: Started,
    /// The customer's first bubbles.
    pub opening: Vec<String>,
    /// The turns so far.
    pub turns: Vec<Turn>,
    /// The customer now.
    pub customer: Customer,
    /// How it ended.
    pub ended: Option<Ending>,
    /// Hints shown.
    pub hints: u16,
    /// Answers to the three questions: `None` not asked yet, `Some(None)` skipped.
    pub answers: [Option<Option<String>>; 3],
    /// Whether the debrief was shown.
    pub debriefed: bool,
}
