//! What only the terminal says.

phrases! {
    /// Phrases of the terminal.
    TerminalPhrase in Terminal {
        /// What can be typed, in one line; shown at the start.
        Welcome {
            /// The word for help.
            help: String,
            /// The word for leaving.
            quit: String,
        } = "terminal-welcome",
        /// Nothing of this conversation is kept.
        NotSaved = "terminal-not-saved",
        /// Before the trainee's own line.
        PromptTrainee = "terminal-prompt-trainee",
        /// Before the customer's lines.
        PromptCustomer {
            /// The customer's.
            name: String,
        } = "terminal-prompt-customer",
        /// Before a choice.
        PromptChoice = "terminal-prompt-choice",
        /// Before an answer to one of the three questions.
        PromptAnswer = "terminal-prompt-answer",
        /// How to press a button.
        ChooseNumber {
            /// The highest number.
            count: usize,
        } = "terminal-choose-number",
        /// That number stands for nothing.
        NoSuchNumber {
            /// The highest number.
            count: usize,
        } = "terminal-no-such-number",
        /// The customer is writing.
        Typing {
            /// The customer's.
            name: String,
        } = "terminal-typing",
        /// The words that can be typed.
        Help {
            /// The word for a hint.
            hint: String,
            /// The word for the four levels.
            mood: String,
            /// The word for ending the conversation.
            end: String,
            /// The word for leaving the program.
            quit: String,
            /// The word for this help.
            help: String,
        } = "terminal-help",
        /// A report was written to a file.
        Saved {
            /// Where.
            path: String,
        } = "terminal-saved",
        /// A document was written to a file.
        Filed {
            /// Where.
            path: String,
        } = "terminal-filed",
        /// A document could not be written.
        NotFiled {
            /// Where.
            path: String,
            /// What the system said.
            reason: String,
        } = "terminal-not-filed",
        /// A report could not be written.
        NotWritten {
            /// Where.
            path: String,
            /// What the system said.
            reason: String,
        } = "terminal-not-written",
        /// The last line.
        Goodbye = "terminal-goodbye",
    }
}
