//! What is said around a conversation with the roles swapped.

use super::{Phrase, Term};

phrases! {
    /// Phrases about swapping roles.
    SwapPhrase in Swap {
        /// What it is, and whose part.
        Choose = "swap-choose",
        /// It begins: her part.
        Begun { title: String, name: String, agent: String, summary: String, facts: Vec<String> } = "swap-begun",
        /// Nobody wrote an agent for this language.
        NoAgent = "swap-no-agent",
        /// What can be done meanwhile.
        Help = "swap-help",
        /// It is still open.
        StillOpen = "swap-still-open",
        /// The question is still open.
        StillAsking = "swap-still-asking",
        /// It was thrown away.
        Cancelled = "swap-cancelled",
        /// Which method was used where.
        Review { methods: Vec<Phrase> } = "swap-review",
        /// A method.
        Method { method: Term, places: Vec<Phrase> } = "swap-method",
        /// One use of it.
        Place { message: usize, name: Term, quote: String } = "swap-place",
        /// What calmed her.
        Ask = "swap-ask",
        /// It is noted.
        Done = "swap-done",
        /// What she noted as the customer.
        Notes { items: Vec<Phrase> } = "swap-notes",
        /// One note.
        Note { date: String, title: String, calmed: String } = "swap-note",
        /// One note without an answer.
        NoteSkipped { date: String, title: String } = "swap-note-skipped",
        /// What she has written in one that is open.
        Kept { said: Vec<String> } = "swap-kept",
    }
}
