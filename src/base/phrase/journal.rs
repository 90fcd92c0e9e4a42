//! What the journal says: every completed reflection, listed, found again, shown in full.

use super::debrief::Words;
use super::{Phrase, Term};

phrases! {
    /// Phrases of the journal.
    JournalPhrase in Journal {
        /// One page of it, newest first.
        List { page: usize, pages: usize, entries: Vec<Phrase> } = "journal-list",
        /// One page of what a search found.
        Found { word: String, count: usize, page: usize, pages: usize, entries: Vec<Phrase> } = "journal-found",
        /// A run in a list.
        Line { number: usize, date: String, name: String, score: u8, ending: Term } = "journal-line",
        /// An exam in a list.
        LineExam { number: usize, date: String, name: String, score: u8, ending: Term } = "journal-line-exam",
        /// A practice branch in a list.
        LineBranch { number: usize, date: String, name: String, message: u16, score: u8, ending: Term }
            = "journal-line-branch",
        /// There is nothing in it yet.
        Empty = "journal-empty",
        /// The word stands nowhere.
        NothingFound { word: String } = "journal-nothing-found",
        /// There is no entry of that number.
        NoSuch { number: usize, count: usize } = "journal-no-such",
        /// An entry in full.
        Entry {
            head: Box<Phrase>, title: String, grade: Term, right: Box<Phrase>, improve: Box<Phrase>, team: Box<Phrase>,
            strengths: Vec<Phrase>, improvements: Vec<Phrase>,
        } = "journal-entry",
        /// An answer of hers.
        Answer { answer: String } = "journal-answer",
        /// She skipped the question.
        Skipped = "journal-skipped",
        /// Something that the debrief named, in her words.
        Noted { name: Term, quote: Words } = "journal-noted",
        /// The same where it shows in no words.
        NotedBare { name: Term } = "journal-noted-bare",
        /// It named nothing.
        NotedNothing = "journal-noted-nothing",
    }
}
