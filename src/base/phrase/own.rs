//! What is kept of a trainee: said, handed out, deleted; and the words of the copy she takes away.

phrases! {
    /// Phrases about what is kept.
    OwnPhrase in Own {
        /// What is kept, where, for how long.
        Privacy {
            /// For how long.
            term: Box<super::Phrase>,
        } = "own-privacy",
        /// So many days.
        KeptDays {
            /// Days without a word.
            days: u32,
        } = "own-kept-days",
        /// Until she says so.
        KeptUntilForgotten = "own-kept-until-forgotten",
        /// Goes with the documents.
        Copy = "own-copy",
        /// The same, where something could not be read.
        CopyWithout {
            /// How many records.
            count: u32,
        } = "own-copy-without",
        /// The documents could not be handed over.
        CopyRefused = "own-copy-refused",
        /// Whether to delete everything.
        ForgetAsk = "own-forget-ask",
        /// Nothing was deleted.
        ForgetNot = "own-forget-not",
        /// Everything was deleted.
        Forgotten {
            /// Conversations.
            sessions: u32,
            /// Messages in them.
            messages: u32,
            /// Entries of the journal.
            entries: u32,
            /// Cards in the library.
            cards: u32,
            /// What was still waiting.
            waiting: u32,
        } = "own-forgotten",
        /// The copy's language, as a tag.
        Tag = "own-page-language",
        /// The copy's title.
        Title = "own-page-title",
        /// What the copy is.
        About {
            /// The day.
            date: String,
        } = "own-page-about",
        /// Something could not be read and is left out.
        Unreadable {
            /// How many records.
            count: u32,
        } = "own-page-unreadable",
        /// The settings could not be read.
        NoSettings = "own-page-settings-unreadable",
        /// A conversation whose beginning could not be read.
        NoBeginning = "own-page-beginning-unreadable",
        /// Heading of the settings.
        Settings = "own-page-settings",
        /// The language chosen.
        Language {
            /// By its own name.
            language: super::Term,
        } = "own-page-setting-language",
        /// No language chosen yet.
        NoLanguage = "own-page-setting-no-language",
        /// Conversations and branches.
        Counts {
            /// Conversations started.
            sessions: u32,
            /// Branches among them.
            branches: u32,
        } = "own-page-setting-counts",
        /// Whether a coach comments.
        CoachOn = "own-page-setting-coach-on",
        /// Or not.
        CoachOff = "own-page-setting-coach-off",
        /// When she is reminded.
        RemindersOn {
            /// The time of her day.
            time: String,
            /// Her zone.
            zone: Box<super::Phrase>,
            /// The next one's day.
            date: String,
        } = "own-page-setting-reminders-on",
        /// Not at all.
        RemindersOff = "own-page-setting-reminders-off",
        /// Whether she is asked how she feels.
        CheckInOn = "own-page-setting-check-in-on",
        /// Or not.
        CheckInOff = "own-page-setting-check-in-off",
        /// The name she last signed a card with.
        PenName {
            /// It.
            name: String,
        } = "own-page-setting-pen-name",
        /// Heading of the conversations.
        Conversations = "own-page-conversations",
        /// There is none.
        NoConversation = "own-page-no-conversation",
        /// Her side.
        You = "own-page-you",
        /// How it ended.
        Ended {
            /// The outcome.
            ending: super::Term,
        } = "own-page-ended",
        /// It was thrown away.
        Cancelled = "own-page-cancelled",
        /// A hint was shown.
        Hint = "own-page-hint",
        /// A break began.
        Paused = "own-page-paused",
        /// A break ended.
        Resumed = "own-page-resumed",
        /// How she felt.
        Feeling {
            /// 1 to 5.
            feeling: u8,
        } = "own-page-feeling",
        /// An answer to one of the three questions.
        Answer {
            /// Which.
            question: u8,
        } = "own-page-answer",
        /// The score.
        Score {
            /// 0 to 100.
            score: u8,
        } = "own-page-score",
        /// Heading of the journal.
        Journal = "own-page-journal",
        /// Heading of her cards.
        Cards = "own-page-cards",
        /// The last line.
        Footer = "own-page-footer",
    }
}
