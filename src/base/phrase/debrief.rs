//! What the debrief says. Each variant names its message and the values it brings; prose is in `coach.ftl`.

use super::super::ending::Ending;
use super::super::id::StateId;
use super::super::level::Emotion;
use super::{Arg, Phrase};

/// How a field fills its placeable.
trait ToArg {
    fn to_arg(&self) -> Arg;
}

impl ToArg for Arg {
    fn to_arg(&self) -> Arg {
        self.clone()
    }
}

impl ToArg for String {
    fn to_arg(&self) -> Arg {
        Arg::Text(self.clone())
    }
}

impl ToArg for i64 {
    fn to_arg(&self) -> Arg {
        Arg::Number(*self)
    }
}

impl ToArg for Ending {
    fn to_arg(&self) -> Arg {
        Arg::Term("ending", self.id().to_owned())
    }
}

impl ToArg for Emotion {
    fn to_arg(&self) -> Arg {
        Arg::Term("emotion", self.id().to_owned())
    }
}

impl ToArg for StateId {
    fn to_arg(&self) -> Arg {
        Arg::Term("state", self.as_str().to_owned())
    }
}

impl ToArg for Box<DebriefPhrase> {
    fn to_arg(&self) -> Arg {
        Arg::Phrase(Box::new(Phrase::Debrief((**self).clone())))
    }
}

impl ToArg for Vec<DebriefPhrase> {
    fn to_arg(&self) -> Arg {
        Arg::Joined(self.iter().cloned().map(Phrase::Debrief).collect())
    }
}

macro_rules! phrases {
    ($($(#[$doc:meta])* $variant:ident $({ $($field:ident: $kind:ty),* $(,)? })? = $id:literal,)*) => {
        /// One thing the debrief says.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum DebriefPhrase {
            $($(#[$doc])* $variant $({ $(#[allow(missing_docs)] $field: $kind),* })?,)*
        }

        impl DebriefPhrase {
            /// Every message with the names of its placeables, for the table tests.
            pub const TABLE: &'static [(&'static str, &'static [&'static str])] =
                &[$(($id, &[$($(stringify!($field)),*)?])),*];

            /// The message's key in `coach.ftl`.
            pub fn id(&self) -> &'static str {
                match self { $(DebriefPhrase::$variant $({ $($field: _),* })? => $id),* }
            }

            /// What fills the message's placeables.
            pub fn args(&self) -> Vec<(&'static str, Arg)> {
                match self {
                    $(DebriefPhrase::$variant $({ $($field),* })? =>
                        vec![$($((stringify!($field), $field.to_arg())),*)?],)*
                }
            }
        }
    };
}

phrases![
    /// Nothing was said, so there is nothing to show.
    EvidenceEmpty = "debrief-evidence-empty",
    /// The timeline with its legend.
    Timeline { rows: Vec<DebriefPhrase> } = "debrief-timeline",
    /// More rows of a long timeline.
    TimelineMore { rows: Vec<DebriefPhrase> } = "debrief-timeline-more",
    /// The levels he came with.
    TimelineStart { blocks: String } = "debrief-timeline-start",
    /// One message.
    TimelineRow { number: String, blocks: String, trend: String, state: StateId } = "debrief-timeline-row",
    /// One message that is also a turning point.
    TimelineMark { number: String, blocks: String, trend: String, state: StateId } = "debrief-timeline-mark",
    /// The turning points, without a verdict.
    Moments { items: Vec<DebriefPhrase> } = "debrief-moments",
    /// A turning point that left him in the state he was in.
    MomentStay { turn: i64, quote: Arg, emotion: Emotion, from: i64, to: i64, state: StateId }
        = "debrief-moment-stay",
    /// A turning point that brought him into another state.
    MomentShift { turn: i64, quote: Arg, emotion: Emotion, from: i64, to: i64, before: StateId, after: StateId }
        = "debrief-moment-shift",
    /// Stands for words where a message had none.
    NoWords = "debrief-no-words",
    /// The score with one line for each part and whatever explains it.
    Score { score: i64, ending: Ending, lines: Vec<DebriefPhrase> } = "debrief-score",
    /// Too little was said for a verdict.
    ScoreTooShort { score: i64 } = "debrief-score-too-short",
    /// A part of the rubric.
    ScorePart { part: Arg, earned: i64, possible: i64 } = "debrief-score-part",
    /// What cost most.
    ScoreCost { item: Arg, lost: i64 } = "debrief-score-cost",
    /// What cost most, with the words behind it.
    ScoreCostQuoted { item: Arg, lost: i64, turn: i64, quote: Arg } = "debrief-score-cost-quoted",
    /// The ending limits the score.
    ScoreCap { ending: Ending, limit: i64 } = "debrief-score-cap",
    /// Hints cost points.
    ScoreHints { hints: i64, lost: i64 } = "debrief-score-hints",
    /// What did him good.
    Strengths { items: Vec<DebriefPhrase> } = "debrief-strengths",
    /// One sentence that did him good.
    Strength { turn: i64, quote: Arg, name: Arg, why: Arg } = "debrief-strength",
    /// Something to do differently, with a sentence to put in its place.
    Improvement { number: i64, turn: i64, quote: Arg, name: Arg, why: Arg, better: Arg } = "debrief-improvement",
    /// The same without a sentence.
    ImprovementBare { number: i64, turn: i64, quote: Arg, name: Arg, why: Arg } = "debrief-improvement-bare",
    /// Something that was never done, with a sentence that does it.
    Gap { number: i64, name: Arg, why: Arg, better: Arg } = "debrief-gap",
    /// The same without a sentence.
    GapBare { number: i64, name: Arg, why: Arg } = "debrief-gap-bare",
    /// What he never got to tell.
    Facts { items: Vec<DebriefPhrase> } = "debrief-facts",
    /// One thing he never got to tell, and the question that finds it.
    Fact { about: String, question: String } = "debrief-fact",
    /// The promises made.
    Promises { items: Vec<DebriefPhrase> } = "debrief-promises",
    /// A promise he can check.
    PromiseTimed { turn: i64, quote: Arg, by_when: String } = "debrief-promise-timed",
    /// A promise without a time.
    PromiseVague { turn: i64, quote: Arg } = "debrief-promise-vague",
    /// A promise beyond the trainee's authority.
    PromiseBeyond { turn: i64, quote: Arg } = "debrief-promise-beyond",
    /// A promise that a later message contradicted.
    PromiseBroken { turn: i64, quote: Arg } = "debrief-promise-broken",
    /// The methods that applied.
    Methods { items: Vec<DebriefPhrase> } = "debrief-methods",
    /// A method with every step done.
    MethodWhole { method: Arg, total: i64 } = "debrief-method-whole",
    /// A method with a step to add.
    MethodNext { method: Arg, done: i64, total: i64, step: Arg } = "debrief-method-next",
    /// One of the three questions: her answer, then the engine's view.
    Reflection { question: Arg, answer: Box<DebriefPhrase>, view: Box<DebriefPhrase> } = "debrief-reflection",
    /// One of the three questions that she was not asked.
    ReflectionUnasked { question: Arg, view: Box<DebriefPhrase> } = "debrief-reflection-unasked",
    /// She answered.
    Answered { answer: String } = "debrief-answered",
    /// She answered that she does not know.
    AnsweredBlank { answer: String } = "debrief-answered-blank",
    /// She skipped it.
    Skipped = "debrief-skipped",
    /// The record shows sentences that worked.
    ViewStrengths { count: i64 } = "debrief-view-strengths",
    /// The record shows none.
    ViewNoStrengths = "debrief-view-no-strengths",
    /// The record shows what to change.
    ViewImprovements { count: i64 } = "debrief-view-improvements",
    /// The record shows nothing to change.
    ViewNoImprovements = "debrief-view-no-improvements",
    /// A sentence worth keeping as the team's script.
    ShareScript { turn: i64, quote: Arg, name: Arg } = "debrief-share-script",
    /// A sentence worth discussing as a case, with another beside it.
    ShareCase { turn: i64, quote: Arg, name: Arg, better: Arg } = "debrief-share-case",
    /// A sentence worth discussing as a case.
    ShareCaseBare { turn: i64, quote: Arg, name: Arg } = "debrief-share-case-bare",
    /// Nothing to share yet.
    ShareNothing = "debrief-share-nothing",
];
