//! What is said about contests in private, to participants and to their leads.

use super::{Phrase, Term};

phrases! {
    /// Phrases of contests in private.
    EntryPhrase in Entry {
        /// There is no such contest.
        NoSuch = "entry-no-such",
        /// Only members of the group may take part.
        Stranger = "entry-stranger",
        /// Only administrators of the group may do that.
        NotAdmin = "entry-not-admin",
        /// She is in none.
        NoneOfYours = "entry-none-of-yours",
        /// Which of hers.
        Yours = "entry-yours",
        /// What it is, to somebody who may take part.
        Welcome {
            /// The name.
            name: String,
            /// The group's name.
            group: String,
            /// The rounds.
            rounds: Vec<Phrase>,
            /// The rules.
            rules: Vec<Phrase>,
            /// The time.
            time: Box<Phrase>,
        } = "entry-welcome",
        /// It opens then.
        Opens {
            /// When.
            when: Box<Phrase>,
        } = "entry-opens",
        /// It is open.
        OpenUntil {
            /// When.
            when: Box<Phrase>,
            /// How long.
            span: Box<Phrase>,
        } = "entry-open-until",
        /// It is over.
        IsOver = "entry-is-over",
        /// It was called off.
        IsCancelled = "entry-is-cancelled",
        /// Take part.
        ButtonJoin = "entry-button-join",
        /// Asks for a nickname.
        AskNickname = "entry-ask-nickname",
        /// Somebody has it.
        NicknameTaken = "entry-nickname-taken",
        /// She takes part.
        Joined {
            /// The name.
            name: String,
            /// What she goes by.
            you: String,
        } = "entry-joined",
        /// How it stands for her.
        YourState {
            /// The name.
            name: String,
            /// What she goes by.
            you: String,
            /// One a line.
            lines: Vec<Phrase>,
            /// The time.
            time: Box<Phrase>,
        } = "entry-your-state",
        /// A round that she has played.
        RoundPlayed {
            /// The round, from 1.
            round: u16,
            /// The title.
            title: String,
            /// Points.
            score: u32,
        } = "entry-round-played",
        /// Play a round.
        ButtonRound {
            /// The round, from 1.
            round: u16,
        } = "entry-button-round",
        /// Play it again.
        ButtonAgain {
            /// The round, from 1.
            round: u16,
            /// What is left.
            left: u16,
        } = "entry-button-again",
        /// Practise first.
        ButtonPractise = "entry-button-practise",
        /// What counts from the press on.
        BeforeRound {
            /// The round, from 1.
            round: u16,
            /// Minutes.
            minutes: u32,
        } = "entry-before-round",
        /// The same without a limit.
        BeforeRoundFree {
            /// The round, from 1.
            round: u16,
        } = "entry-before-round-free",
        /// Begin.
        ButtonBegin {
            /// The round, from 1.
            round: u16,
        } = "entry-button-begin",
        /// No attempt is left.
        NoneLeft {
            /// The round, from 1.
            round: u16,
        } = "entry-none-left",
        /// The customer is not what was announced.
        CustomerChanged {
            /// The name.
            name: String,
        } = "entry-customer-changed",
        /// It has begun.
        Begun {
            /// The round, from 1.
            round: u16,
            /// The rounds.
            rounds: usize,
            /// The customer.
            customer: String,
        } = "entry-begun",
        /// How much time is left.
        Clock {
            /// The round, from 1.
            round: u16,
            /// How long.
            span: Box<Phrase>,
        } = "entry-clock",
        /// The round is over.
        ClockOver {
            /// The round, from 1.
            round: u16,
        } = "entry-clock-over",
        /// A minute is left.
        LastMinute = "entry-last-minute",
        /// Time is up.
        TimeUp = "entry-time-up",
        /// Nothing was written yet.
        WriteFirst = "entry-write-first",
        /// A run cannot be thrown away.
        NoCancel = "entry-no-cancel",
        /// A run has no breaks.
        NoPause = "entry-no-pause",
        /// Nothing may be looked into before the contest is over.
        Held = "entry-held",
        /// Her run counts.
        RunOver {
            /// The round, from 1.
            round: u16,
            /// How it ended.
            ending: Term,
            /// Points.
            score: u32,
            /// The token.
            token: String,
            /// When.
            when: Box<Phrase>,
        } = "entry-run-over",
        /// It cannot be counted.
        Uncounted {
            /// The name.
            name: String,
        } = "entry-uncounted",
        /// Her run cannot go on.
        Broken = "entry-broken",
        /// Her entry was taken out.
        YouAreOut {
            /// The name.
            name: String,
            /// Why.
            reason: String,
        } = "entry-you-are-out",
        /// The debrief of a round.
        ButtonDebrief {
            /// The round, from 1.
            round: u16,
        } = "entry-button-debrief",
        /// Above it.
        DebriefOf {
            /// The name.
            name: String,
            /// The round, from 1.
            round: u16,
        } = "entry-debrief-of",
        /// Below it.
        DebriefDone = "entry-debrief-done",
        /// There is none.
        NoDebrief {
            /// The name.
            name: String,
        } = "entry-no-debrief",
        /// How all scores are spread.
        Spread {
            /// Points.
            score: u8,
            /// From 1.
            place: u32,
            /// Of how many.
            of: u32,
            /// The score in the middle.
            median: u32,
            /// One a line.
            rows: Vec<Phrase>,
        } = "entry-spread",
        /// A line of it.
        SpreadRow {
            /// From this score.
            from: u32,
            /// To this one.
            to: u32,
            /// The count as a bar.
            bar: String,
            /// How many.
            count: u32,
        } = "entry-spread-row",
        /// Her result files.
        ButtonFiles = "entry-button-files",
        /// With one of them.
        YourFile = "entry-your-file",
        /// There are none.
        NoFiles {
            /// The name.
            name: String,
        } = "entry-no-files",
        /// Let the lead have them.
        ButtonShare = "entry-button-share",
        /// Take that back.
        ButtonShareNot = "entry-button-share-not",
        /// The lead may have them.
        Shared = "entry-shared",
        /// The lead may not.
        SharedNot = "entry-shared-not",
        /// Everybody's part.
        Manage {
            /// The name.
            name: String,
            /// One a line.
            rows: Vec<Phrase>,
            /// How many.
            count: usize,
        } = "entry-manage",
        /// Why an entry is taken out.
        AskReason {
            /// The name.
            name: String,
        } = "entry-ask-reason",
        /// It is out.
        Removed {
            /// The name.
            name: String,
        } = "entry-removed",
        /// Whether to call it off.
        AskCancel {
            /// The name.
            name: String,
        } = "entry-ask-cancel",
        /// Call it off.
        ButtonCancel = "entry-button-cancel",
        /// For certain.
        ButtonCancelSure = "entry-button-cancel-sure",
        /// It is called off.
        Cancelled {
            /// The name.
            name: String,
        } = "entry-cancelled",
        /// The runs that were handed out.
        Archive {
            /// The name.
            name: String,
            /// How many.
            count: u32,
        } = "entry-archive",
        /// Nobody has handed hers out.
        NobodyShares = "entry-nobody-shares",
    }
}
