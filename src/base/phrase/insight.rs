//! What is said to explain a reaction, to show another course, and to comment while she writes; prose is in `coach.ftl`.

use super::arg::Listed;
use super::debrief::{Better, Words};
use super::{Phrase, Term};

phrases! {
    /// Phrases of insight: why, what if, coach, hint.
    InsightPhrase in Insight {
        /// Stands between the items of a list in a line.
        Separator = "insight-separator",
        /// Why he reacted to a message as he did: causes, and what came of them.
        Why { turn: i64, quote: Words, causes: Vec<Phrase>, outcome: Vec<Phrase> } = "insight-why",
        /// A cause that rests on the conversation as a whole.
        Cause { mark: String, name: Term, changes: Listed } = "insight-cause",
        /// A cause in her words.
        CauseQuoted { mark: String, quote: Words, name: Term, changes: Listed } = "insight-cause-quoted",
        /// No cause moved him.
        CauseNone = "insight-cause-none",
        /// Causes too small to be named.
        More { count: i64 } = "insight-more",
        /// So many points on one level, with their sign.
        Change { emotion: Term, points: String } = "insight-change",
        /// So many points of feeling heard, with their sign.
        ChangeHeard { points: String } = "insight-change-heard",
        /// What made a cause weigh more or less.
        Factors { factors: Listed } = "insight-factors",
        /// One such thing and the percent it left.
        Factor { factor: Term, percent: i64 } = "insight-factor",
        /// The stretch of conversation as such a thing.
        FactorPhase { phase: Term, percent: i64 } = "insight-factor-phase",
        /// Levels before and after.
        Sum { levels: Listed } = "insight-sum",
        /// None of the levels moved by a point.
        Steady = "insight-steady",
        /// A level before and after.
        Level { emotion: Term, from: i64, to: i64 } = "insight-level",
        /// A rung climbed.
        Up { emotion: Term, from: Term, to: Term } = "insight-up",
        /// A rung left downwards.
        Down { emotion: Term, from: Term, to: Term } = "insight-down",
        /// No rung was crossed.
        Stayed { state: Term } = "insight-stayed",
        /// What he did therefore.
        Did { acts: Listed } = "insight-did",
        /// One thing he did.
        Act { act: Term } = "insight-act",
        /// He accepted.
        Accepted = "insight-accepted",
        /// It ended, by a rule of his.
        Ended { ending: Term, rule: Term } = "insight-ended",

        /// Another course beside the real one.
        WhatIf { change: Box<Phrase>, course: Vec<Phrase> } = "insight-whatif",
        /// A message left out.
        Without { turn: i64, quote: Words } = "insight-without",
        /// A message replaced.
        Instead { turn: i64, quote: Words, text: String } = "insight-instead",
        /// The other course is the same.
        Same = "insight-same",
        /// The other course is the same but for less than a point.
        AlmostSame { turn: i64 } = "insight-almost-same",
        /// Where the courses part.
        Parted { turn: i64 } = "insight-parted",
        /// His reply there in the other course.
        Reply { name: String, reply: String } = "insight-reply",
        /// His reply there is the same.
        ReplySame = "insight-reply-same",
        /// How it stands at last, after this many messages in the other course.
        Finally { turn: i64 } = "insight-finally",
        /// The levels that differ.
        Versus { levels: Listed } = "insight-versus",
        /// A level in the other course, and in the real one.
        VersusLevel { emotion: Term, there: i64, here: i64 } = "insight-versus-level",
        /// The state in the other course, and in the real one.
        VersusState { there: Term, here: Term } = "insight-versus-state",
        /// The state is the same.
        SameState { state: Term } = "insight-same-state",
        /// The ending in the other course, and in the real one.
        VersusEnding { there: Box<Phrase>, here: Box<Phrase> } = "insight-versus-ending",
        /// The ending is the same.
        SameEnding { ending: Box<Phrase> } = "insight-same-ending",
        /// An ending.
        Ending { ending: Term } = "insight-ending",
        /// Not ended.
        Open = "insight-open",
        /// He would have gone before her last messages.
        Unheard { count: i64 } = "insight-unheard",

        /// Which message? The command as it is typed, and her messages.
        Pick { command: String, items: Vec<Phrase> } = "insight-pick",
        /// One of her messages.
        PickItem { turn: i64, quote: Words } = "insight-pick-item",
        /// She has written nothing that could be looked at.
        Nothing = "insight-nothing",

        /// The coach's line on a message: whether good or bad, what it did, how he took it.
        Coach { mark: String, name: Term, took: Term } = "insight-coach",
        /// The same where it brought him into another state.
        CoachShift { mark: String, name: Term, took: Term, state: Term } = "insight-coach-shift",
        /// Nothing in it could be made out.
        CoachNone { took: Term } = "insight-coach-none",

        /// A hint: why now, what, how an expert might put it, what it costs.
        Hint { reason: Term, technique: Term, example: Better, cost: Box<Phrase> } = "insight-hint",
        /// What a hint costs, and all hints so far.
        HintCost { lost: i64, total: i64 } = "insight-hint-cost",
        /// Hints cost no more than they have.
        HintFree { total: i64 } = "insight-hint-free",
        /// There is no hint left that was not given.
        HintNone = "insight-hint-none",
    }
}
