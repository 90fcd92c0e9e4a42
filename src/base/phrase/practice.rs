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
        /// What would fit now, with a model sentence.
        Hint {
            /// The move.
            technique: Term,
            /// How an expert might put it.
            example: String,
        } = "practice-hint",
        /// What would fit now.
        HintPlain {
            /// The move.
            technique: Term,
        } = "practice-hint-plain",
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
    }
}
