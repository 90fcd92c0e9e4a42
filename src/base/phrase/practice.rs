//! What is said around an open conversation.

use super::{Phrase, Term};

phrases! {
    /// Phrases of a conversation.
    PracticePhrase in Practice {
        /// It begins; the customer speaks next.
        Begun {
            /// The customer's.
            name: String,
        } = "practice-begun",
        /// An exam begins; the customer speaks next.
        BegunExam {
            /// The customer's.
            name: String,
        } = "practice-begun-exam",
        /// The conversation stands again where it stood before a message.
        Rewound {
            /// The customer's.
            name: String,
            /// The message, from 1.
            message: u16,
            /// How often she has gone back so far.
            count: u32,
        } = "practice-rewound",
        /// Such help is not to be had in an exam.
        NotInExam {
            /// The customer's.
            name: String,
        } = "practice-not-in-exam",
        /// The coach comments from now on.
        CoachOn = "practice-coach-on",
        /// The coach is silent from now on.
        CoachOff = "practice-coach-off",
        /// The coach will comment, but not in this exam.
        CoachAfterExam = "practice-coach-after-exam",
        /// It is still open.
        StillOpen {
            /// The customer's.
            name: String,
        } = "practice-still-open",
        /// The interface has another language now; the customer has not.
        CustomerKeeps {
            /// The customer's.
            name: String,
            /// What he goes on speaking.
            language: Term,
        } = "practice-customer-keeps",
        /// How the customer feels.
        Mood {
            /// The customer's.
            name: String,
            /// The named state.
            state: Term,
            /// Four `PracticePhrase::MoodLine`s.
            levels: Vec<Phrase>,
        } = "practice-mood",
        /// One level.
        MoodLine {
            /// Of what.
            emotion: Term,
            /// Drawn.
            bar: String,
            /// In a word.
            level: Term,
        } = "practice-mood-line",
        /// It was thrown away.
        Cancelled {
            /// The customer's.
            name: String,
        } = "practice-cancelled",
        /// It was ended before the trainee wrote anything; there is nothing to look back on.
        NothingWritten {
            /// The customer's.
            name: String,
        } = "practice-nothing-written",
        /// There is no open conversation for that.
        NotOpen = "practice-not-open",
        /// Help in a conversation.
        Help {
            /// The customer's.
            name: String,
        } = "practice-help",
        /// Help in an exam.
        HelpExam {
            /// The customer's.
            name: String,
        } = "practice-help-exam",
    }
}
