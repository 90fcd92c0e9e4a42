//! What is said in groups, whatever is played there.

phrases! {
    /// Phrases of groups.
    GroupPhrase in Group {
        /// What can be done in a group.
        Help = "group-help",
        /// Which language to speak in the group.
        ChooseLanguage = "group-choose-language",
        /// It is spoken from now on.
        LanguageSet = "group-language-set",
        /// That is for administrators.
        NotAdmin = "group-not-admin",
        /// That is for members.
        NotMember = "group-not-member",
        /// Telegram could not be asked who she is here.
        CannotAsk = "group-cannot-ask",
        /// Who writes as the group itself cannot be told from others.
        Anonymous = "group-anonymous",
        /// The button belongs to somebody else.
        SomebodyElses = "group-somebody-elses",
    }
}
