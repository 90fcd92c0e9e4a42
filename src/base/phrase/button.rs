//! What stands on buttons.

phrases! {
    /// A button's words.
    ButtonPhrase in Button {
        /// Start the conversation.
        Begin = "button-begin",
        /// To the list of customers.
        List = "button-list",
        /// The page before.
        Previous = "button-previous",
        /// The page after.
        Next = "button-next",
        /// Skip a question.
        Skip = "button-skip",
        /// The same customer again.
        Again = "button-again",
        /// The full report.
        Report = "button-report",
    }
}
