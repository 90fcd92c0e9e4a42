//! What is said when something did not work.

phrases! {
    /// Notices.
    NoticePhrase in Notice {
        /// Our own fault.
        Internal = "notice-internal",
        /// Trainers changed the customer since the conversation started.
        ContentChanged = "notice-content-changed",
        /// The button's meaning is lost.
        DeadButton = "notice-dead-button",
        /// More text than a message holds.
        TooLong {
            /// Characters allowed.
            limit: usize,
            /// Characters there were.
            length: usize,
        } = "notice-too-long",
        /// Nothing was written.
        Empty = "notice-empty",
        /// A command nobody knows.
        UnknownCommand {
            /// As written, without the slash.
            word: String,
        } = "notice-unknown-command",
        /// Only text can be read here.
        TextOnly = "notice-text-only",
        /// Practice is a private matter.
        InGroup = "notice-in-group",
        /// Nothing is kept here.
        NoStore = "notice-no-store",
        /// There is no such customer (any more).
        NoSuchPersona = "notice-no-such-persona",
    }
}
