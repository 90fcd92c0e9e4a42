//! The words of the full report and of the picture; what they share with the debrief is in `debrief`.

use super::Term;

phrases! {
    /// Phrases of the report.
    ReportPhrase in Report {
        /// One word of the vocabulary, alone.
        Word { term: Term } = "report-word",
        /// The tag of the language that the other messages are written in.
        Language = "report-language",
        /// What this page is.
        Kind = "report-kind",
        /// Who it was.
        Customer { name: String, grade: Term } = "report-customer",
        /// The score.
        Score { score: i64 } = "report-score",
        /// How it ended.
        Ending { ending: Term } = "report-ending",
        /// Who and how it ended, below the picture's heading.
        Subtitle { name: String, ending: Term } = "report-subtitle",
        /// Below the place where he came.
        Start = "report-start",
        /// What the numbers of the picture are.
        Messages = "report-messages",
        /// What its marked numbers are.
        Legend = "report-legend",
        /// Heading: how his feelings went.
        Course = "report-course",
        /// Heading: the turning points.
        Turning = "report-turning",
        /// A level that changed.
        Change { emotion: Term, from: i64, to: i64 } = "report-change",
        /// Heading: the rubric.
        Rubric = "report-rubric",
        /// Points earned of those possible.
        Points { earned: i64, possible: i64 } = "report-points",
        /// Before words that earned points.
        Earned = "report-earned",
        /// Before words that lost points.
        Lost = "report-lost",
        /// Before the last message, with which it ended.
        Last = "report-last",
        /// Heading: what did him good.
        Strengths = "report-strengths",
        /// Heading: what to change.
        Improvements = "report-improvements",
        /// Before the words to put in place of others.
        Instead = "report-instead",
        /// Before words for something that was never said.
        Say = "report-say",
        /// Heading: what he never got to tell.
        Facts = "report-facts",
        /// Before the question that finds it.
        Ask = "report-ask",
        /// Heading: the promises.
        Promises = "report-promises",
        /// A promise he can check.
        Timed { by_when: String } = "report-timed",
        /// A promise without a time.
        Vague = "report-vague",
        /// A promise beyond her authority.
        Beyond = "report-beyond",
        /// A promise that was contradicted.
        Broken = "report-broken",
        /// Heading: the methods as checklists.
        Methods = "report-methods",
        /// A method that the conversation did not call for.
        NotCalledFor = "report-not-called-for",
        /// A step that was taken.
        Done = "report-done",
        /// A step that was not.
        Missing = "report-missing",
        /// Heading: the three questions.
        Questions = "report-questions",
        /// Before her own answer.
        Yours = "report-yours",
        /// Before the program's view.
        View = "report-view",
        /// Heading: everything that was said.
        Talk = "report-talk",
        /// Who wrote the trainee's lines.
        You = "report-you",
        /// Which message a quote is from.
        Turn { turn: i64 } = "report-turn",
        /// Nothing to show under a heading.
        Nothing = "report-nothing",
        /// At the end: what this file is, and whose words are in it.
        Footer = "report-footer",
    }
}
