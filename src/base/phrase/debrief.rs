//! What the debrief says. Each variant names its message and the values it brings; prose is in `coach.ftl`.

use super::arg::{Arg, ToArg};
use super::{Phrase, Term, TermKind};
use crate::base::moves::Move;

/// Words of the trainee in a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// As she wrote them, perhaps shortened.
    Said(String),
    /// The message had none.
    Nothing,
}

impl ToArg for Words {
    fn to_arg(&self) -> Arg {
        match self {
            Words::Said(words) => Arg::Text(words.clone()),
            Words::Nothing => Arg::Phrase(Box::new(DebriefPhrase::NoWords.into())),
        }
    }
}

/// A sentence to put in another's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Better {
    /// The persona's own, for this case.
    Own(String),
    /// The language's general one for a move.
    General(Move),
}

impl ToArg for Better {
    fn to_arg(&self) -> Arg {
        match self {
            Better::Own(sentence) => Arg::Text(sentence.clone()),
            Better::General(mv) => Term::new(TermKind::Better, mv.id()).to_arg(),
        }
    }
}

phrases! {
    /// Phrases of the debrief; `debrief::present` chooses them.
    DebriefPhrase in Debrief {
        /// Nothing was said, so there is nothing to show.
        EvidenceEmpty = "debrief-evidence-empty",
        /// The timeline with its legend.
        Timeline { rows: Vec<Phrase> } = "debrief-timeline",
        /// More rows of a long timeline.
        TimelineMore { rows: Vec<Phrase> } = "debrief-timeline-more",
        /// The levels he came with.
        TimelineStart { blocks: String } = "debrief-timeline-start",
        /// One message.
        TimelineRow { number: String, blocks: String, trend: String, state: Term } = "debrief-timeline-row",
        /// One message that is also a turning point.
        TimelineMark { number: String, blocks: String, trend: String, state: Term } = "debrief-timeline-mark",
        /// The turning points, without a verdict.
        Moments { items: Vec<Phrase> } = "debrief-moments",
        /// A turning point that left him in the state he was in.
        MomentStay { turn: i64, quote: Words, emotion: Term, from: i64, to: i64, state: Term }
            = "debrief-moment-stay",
        /// A turning point that brought him into another state.
        MomentShift { turn: i64, quote: Words, emotion: Term, from: i64, to: i64, before: Term, after: Term }
            = "debrief-moment-shift",
        /// Stands for words where a message had none.
        NoWords = "debrief-no-words",
        /// The score with one line for each part and whatever explains it.
        Score { score: i64, ending: Term, lines: Vec<Phrase> } = "debrief-score",
        /// Too little was said for a verdict.
        ScoreTooShort { score: i64 } = "debrief-score-too-short",
        /// It branched off another session: practice.
        ScoreBranch { message: i64 } = "debrief-score-branch",
        /// It was an exam.
        ScoreExam = "debrief-score-exam",
        /// A part of the rubric.
        ScorePart { part: Term, earned: i64, possible: i64 } = "debrief-score-part",
        /// What cost most.
        ScoreCost { item: Term, lost: i64 } = "debrief-score-cost",
        /// What cost most, with the words behind it.
        ScoreCostQuoted { item: Term, lost: i64, turn: i64, quote: Words } = "debrief-score-cost-quoted",
        /// The ending limits the score.
        ScoreCap { ending: Term, limit: i64 } = "debrief-score-cap",
        /// Hints cost points.
        ScoreHints { hints: i64, lost: i64 } = "debrief-score-hints",
        /// What did him good.
        Strengths { items: Vec<Phrase> } = "debrief-strengths",
        /// One sentence that did him good.
        Strength { turn: i64, quote: Words, name: Term, why: Term } = "debrief-strength",
        /// Something to do differently, with a sentence to put in its place.
        Improvement { number: i64, turn: i64, quote: Words, name: Term, why: Term, better: Better } = "debrief-improvement",
        /// The same without a sentence.
        ImprovementBare { number: i64, turn: i64, quote: Words, name: Term, why: Term } = "debrief-improvement-bare",
        /// Something that was never done, with a sentence that does it.
        Gap { number: i64, name: Term, why: Term, better: Better } = "debrief-gap",
        /// The same without a sentence.
        GapBare { number: i64, name: Term, why: Term } = "debrief-gap-bare",
        /// What he never got to tell.
        Facts { items: Vec<Phrase> } = "debrief-facts",
        /// One thing he never got to tell, and the question that finds it.
        Fact { about: String, question: String } = "debrief-fact",
        /// The promises made.
        Promises { items: Vec<Phrase> } = "debrief-promises",
        /// A promise he can check.
        PromiseTimed { turn: i64, quote: Words, by_when: String } = "debrief-promise-timed",
        /// A promise without a time.
        PromiseVague { turn: i64, quote: Words } = "debrief-promise-vague",
        /// A promise beyond the trainee's authority.
        PromiseBeyond { turn: i64, quote: Words } = "debrief-promise-beyond",
        /// A promise that a later message contradicted.
        PromiseBroken { turn: i64, quote: Words } = "debrief-promise-broken",
        /// The methods that applied.
        Methods { items: Vec<Phrase> } = "debrief-methods",
        /// A method with every step done.
        MethodWhole { method: Term, total: i64 } = "debrief-method-whole",
        /// A method with a step to add.
        MethodNext { method: Term, done: i64, total: i64, step: Term } = "debrief-method-next",
        /// One of the three questions: her answer, then the engine's view.
        Reflection { question: Term, answer: Box<Phrase>, view: Box<Phrase> } = "debrief-reflection",
        /// One of the three questions that she was not asked.
        ReflectionUnasked { question: Term, view: Box<Phrase> } = "debrief-reflection-unasked",
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
        ShareScript { turn: i64, quote: Words, name: Term } = "debrief-share-script",
        /// A sentence worth discussing as a case, with another beside it.
        ShareCase { turn: i64, quote: Words, name: Term, better: Better } = "debrief-share-case",
        /// A sentence worth discussing as a case.
        ShareCaseBare { turn: i64, quote: Words, name: Term } = "debrief-share-case-bare",
        /// Nothing to share yet.
        ShareNothing = "debrief-share-nothing",
    }
}
