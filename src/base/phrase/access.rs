//! What is said at the door: to who is not let in, to who just was, and to whoever hands out codes or takes somebody off.

use super::Phrase;

phrases! {
    /// Phrases of the door.
    AccessPhrase in Access {
        /// She is not in yet, and a code would let her in.
        AskCode {
            /// Whom to ask.
            contact: Box<Phrase>,
        } = "access-ask-code",
        /// She is not on the list of those who are let in.
        NotListed {
            /// Her number, for whoever keeps the list.
            number: i64,
            /// Whom to ask.
            contact: Box<Phrase>,
        } = "access-not-listed",
        /// The operator's own words about whom to ask.
        Contact {
            /// The words.
            text: String,
        } = "access-contact",
        /// Whom to ask where the operator says nothing about it.
        ContactUnknown = "access-contact-unknown",
        /// That code lets nobody in (any more).
        BadCode {
            /// Whom to ask.
            contact: Box<Phrase>,
        } = "access-bad-code",
        /// Too many codes that were none.
        TooMany {
            /// In how many minutes she can try again.
            minutes: u32,
        } = "access-too-many",
        /// She was taken off.
        Removed {
            /// Whom to ask.
            contact: Box<Phrase>,
        } = "access-removed",
        /// She is in.
        Welcome = "access-welcome",
        /// She was in before; the code is as good as it was.
        AlreadyIn = "access-already-in",
        /// In a group that nobody has let the bot into.
        GroupClosed = "access-group-closed",
        /// In a group, to who was taken off.
        GroupRemoved = "access-group-removed",
        /// A code to pass on.
        Code {
            /// The code.
            code: String,
            /// How many people can come in with it.
            uses: u32,
            /// For how many days.
            days: u32,
        } = "access-code",
        /// How codes are asked for.
        CodeUsage {
            /// Most people that one code lets in.
            most: u32,
        } = "access-code-usage",
        /// Somebody was let in by number.
        Admitted {
            /// The number.
            number: i64,
        } = "access-admitted",
        /// Somebody was taken off.
        Barred {
            /// The number.
            number: i64,
        } = "access-barred",
        /// That one cannot be taken off: she runs the bot.
        NotBarred = "access-not-barred",
        /// Only whoever runs the bot does that.
        OnlyOperator = "access-only-operator",
        /// More messages in a short time than can be taken.
        Flood = "access-flood",
        /// The same in a group.
        GroupFlood = "access-group-flood",
        /// For the copy of what is kept: how she came in.
        Kept = "access-kept",
        /// The same, where she was taken off.
        KeptBarred = "access-kept-barred",
    }
}
