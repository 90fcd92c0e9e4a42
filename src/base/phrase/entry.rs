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
        /// Which team she plays for.
        ChooseTeam {
            /// The contest's name.
            name: String,
            /// From how many members on that have played it is ranked.
            least: u16,
        } = "entry-choose-team",
        /// A team to choose.
        ButtonTeam {
            /// The team.
            name: String,
            /// Its members.
            count: usize,
        } = "entry-button-team",
        /// The team she has.
        ButtonTeamMine {
            /// The team.
            name: String,
            /// Its members.
            count: usize,
        } = "entry-button-team-mine",
        /// Make a team.
        ButtonNewTeam = "entry-button-new-team",
        /// See the teams.
        ButtonChooseTeam = "entry-button-choose-team",
        /// See the teams, to change hers.
        ButtonChangeTeam {
            /// The team.
            team: String,
        } = "entry-button-change-team",
        /// Asks for the name of a new team.
        AskTeam {
            /// Most characters.
            most: usize,
        } = "entry-ask-team",
        /// She has a team.
        Teamed {
            /// The team.
            team: String,
            /// Its members.
            count: usize,
        } = "entry-teamed",
        /// There is a team of that name, or of one that looks like it.
        TeamTaken {
            /// The team.
            team: String,
        } = "entry-team-taken",
        /// Play for that one.
        ButtonThatTeam {
            /// The team.
            team: String,
        } = "entry-button-that-team",
        /// No letter is in the name.
        TeamEmpty = "entry-team-empty",
        /// The name is too long.
        TeamLong {
            /// Most characters.
            most: usize,
        } = "entry-team-long",
        /// There are as many teams as there may be.
        TeamsFull {
            /// How many.
            most: usize,
        } = "entry-teams-full",
        /// Her first run has begun: she stays.
        TeamFixed {
            /// The team.
            team: String,
        } = "entry-team-fixed",
        /// No run without a team.
        TeamFirst = "entry-team-first",
        /// The team she plays for.
        YourTeam {
            /// The team.
            team: String,
        } = "entry-your-team",
        /// She has none.
        NoTeam = "entry-no-team",
        /// The contest was changed before it opened.
        Changed {
            /// The name.
            name: String,
            /// What she goes by.
            you: String,
            /// What is in force that was not, one a line.
            lines: Vec<Phrase>,
        } = "entry-changed",
        /// See how it stands.
        ButtonSee = "entry-button-see",
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
        /// It can still be changed, in the group.
        ManageWaiting = "entry-manage-waiting",
        /// It cannot be changed any more.
        ManageOpen = "entry-manage-open",
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
