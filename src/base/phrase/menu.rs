//! What is said outside a conversation: greeting, languages, the list of customers, briefings, help.

use super::{Phrase, Term};

phrases! {
    /// Phrases of the lobby.
    MenuPhrase in Menu {
        /// Who Xiaoqi is and what can be done here.
        Greeting = "menu-greeting",
        /// The same for somebody who has practised before.
        WelcomeBack {
            /// The customer of last time.
            name: String,
            /// How it ended.
            ending: Term,
        } = "menu-welcome-back",
        /// Asks for a language; readable in any.
        ChooseLanguage = "menu-choose-language",
        /// A language on its button.
        LanguageName {
            /// Which.
            language: Term,
        } = "menu-language-name",
        /// The language was changed.
        LanguageSet = "menu-language-set",
        /// The list of customers.
        List {
            /// This page, from 1.
            page: usize,
            /// How many there are.
            pages: usize,
            /// [`MenuPhrase::ListGrade`] and [`MenuPhrase::ListEntry`].
            entries: Vec<Phrase>,
        } = "menu-list",
        /// A heading in the list.
        ListGrade {
            /// How hard.
            grade: Term,
        } = "menu-list-grade",
        /// A customer in the list.
        ListEntry {
            /// Of the case.
            title: String,
            /// One line.
            summary: String,
        } = "menu-list-entry",
        /// There is nobody to practise with.
        ListEmpty = "menu-list-empty",
        /// What the trainee knows beforehand.
        Briefing {
            /// Of the case.
            title: String,
            /// How hard.
            grade: Term,
            /// The customer's.
            name: String,
            /// Who she is.
            you: String,
            /// What happened.
            happened: String,
            /// What she may offer.
            may: Vec<String>,
            /// What she may not.
            may_not: Vec<String>,
        } = "menu-briefing",
        /// The customer does not speak the interface's language.
        SpeaksOther {
            /// The customer's.
            name: String,
            /// What he speaks.
            language: Term,
        } = "menu-speaks-other",
        /// Wrote while a briefing was open.
        BeginFirst {
            /// The customer's.
            name: String,
        } = "menu-begin-first",
        /// Wrote outside any conversation.
        PickFirst = "menu-pick-first",
        /// What an exam is, and how to begin one.
        Exam = "menu-exam",
        /// Help outside a conversation.
        Help = "menu-help",
    }
}
