//! What is said after a conversation, around the debrief.

use super::Term;

phrases! {
    /// Phrases of the review.
    ReviewPhrase in Review {
        /// How it ended.
        Ended {
            /// The customer's.
            name: String,
            /// The outcome.
            ending: Term,
            /// What it means.
            meaning: Term,
        } = "review-ended",
        /// It was practice that branched off another session.
        Branch {
            /// The message, from 1.
            message: u16,
        } = "review-branch",
        /// It was an exam; help may be had again.
        Exam = "review-exam",
        /// What did I do right?
        Right = "review-question-1",
        /// What can be improved?
        Improve = "review-question-2",
        /// How do I empower the team?
        Team = "review-question-3",
        /// A question is still open.
        StillAsking = "review-still-asking",
        /// That question was dealt with.
        AlreadyPast = "review-already-past",
        /// The debrief is complete.
        Done {
            /// The customer's.
            name: String,
        } = "review-done",
        /// Below the picture of the four levels.
        Picture = "review-picture",
        /// Below the full report.
        Report = "review-report",
        /// The full report could not be sent.
        ReportRefused = "review-report-refused",
        /// That conversation's report cannot be made any more.
        ReportGone = "review-report-gone",
        /// Help while a question is open.
        Help = "review-help",
    }
}
