//! The record of why: span of the trainee's text -> move -> rule -> amount -> threshold crossed -> line spoken.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::base::cause::Cause;
use crate::base::ending::Ending;
use crate::base::id::{LineId, StateId};
use crate::base::level::{Emotion, Level, PerEmotion};
use crate::base::span::Span;
use crate::nlu::reading::Reading;
use crate::persona::rules::Phase;

/// One factor that scaled an effect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Factor {
    /// Which rule: `type`, `phase`, `repeat`, `order`, `confidence`, `generic`, `step`.
    pub rule: Cow<'static, str>,
    /// Percent it left of the effect.
    pub percent: i32,
}

/// One change of feeling and its reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appraisal {
    /// The move or circumstance.
    pub cause: Cause,
    /// The words that earned it; `None` for what the conversation as a whole did.
    pub span: Option<Span>,
    /// What scaled it.
    pub factors: Vec<Factor>,
    /// Change of the four levels that came of it, in hundredths, before clamping at 0 and 100.
    pub change: PerEmotion<i32>,
    /// Change of feeling heard, in hundredths.
    pub heard: i32,
}

impl Appraisal {
    /// How much better (positive) or worse (negative) it made the customer, in hundredths of a point: relief of
    /// the three emotions plus trust gained.
    pub fn relief(&self) -> i32 {
        let c = self.change;
        c.trust - c.anger - c.anxiety - c.disappointment
    }
}

/// A rung climbed or left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shift {
    /// On which ladder.
    pub emotion: Emotion,
    /// From this state.
    pub from: StateId,
    /// To that.
    pub to: StateId,
    /// Whether upwards, which is for the worse.
    pub up: bool,
}

/// A line that was spoken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spoken {
    /// What for: `react-apologize`, `tell-since_when`, `push-...`, `farewell-satisfied`.
    pub act: String,
    /// The line's id.
    pub line: LineId,
}

/// One whole turn: what was said, understood, felt and answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// From 1.
    pub number: u16,
    /// The trainee's message.
    pub said: String,
    /// What was understood of it.
    pub reading: Reading,
    /// Levels before it.
    pub before: PerEmotion<Level>,
    /// Levels after it.
    pub after: PerEmotion<Level>,
    /// How well the customer feels heard after it, 0..=10000.
    pub heard: i32,
    /// The named state after it.
    pub state: StateId,
    /// Its heat, 0..=3.
    pub heat: u8,
    /// The stretch of conversation after it.
    pub phase: Phase,
    /// Percent of the demands met after it.
    pub solved: i32,
    /// Why the levels changed.
    pub appraisals: Vec<Appraisal>,
    /// Rungs climbed or left.
    pub shifts: Vec<Shift>,
    /// Facts told in the answer, by place.
    pub told: Vec<usize>,
    /// Offers made in the message, by place.
    pub offers: Vec<usize>,
    /// Of these, the ones beyond the trainee's authority.
    pub beyond: Vec<usize>,
    /// Whether he accepted in this turn.
    pub accepted: bool,
    /// The transition rule that ended the conversation.
    pub rule: Option<String>,
    /// How it ended, if it did.
    pub ended: Option<Ending>,
    /// The lines behind the bubbles.
    pub lines: Vec<Spoken>,
    /// His answer, one to three bubbles.
    pub reply: Vec<String>,
}

impl Turn {
    /// How much better or worse the whole message made the customer, in hundredths of a point.
    pub fn relief(&self) -> i32 {
        let change = |e: Emotion| self.after.get(e).raw() - self.before.get(e).raw();
        change(Emotion::Trust)
            - change(Emotion::Anger)
            - change(Emotion::Anxiety)
            - change(Emotion::Disappointment)
    }
}
