//! What is said when a contest is over, to the group, to participants and to its lead.

use super::arg::Listed;
use super::{Phrase, Term};

phrases! {
    /// Phrases of the end of contests.
    ResultPhrase in Result {
        /// It is over.
        Over {
            /// The name.
            name: String,
            /// The first places.
            podium: Vec<Phrase>,
            /// How many.
            count: usize,
        } = "result-over",
        /// It is over, and nobody played.
        OverEmpty {
            /// The name.
            name: String,
        } = "result-over-empty",
        /// A place of the podium.
        Podium {
            /// From 1.
            place: u32,
            /// The name.
            name: String,
            /// Points.
            score: u32,
        } = "result-podium",
        /// A team on the podium.
        PodiumTeam {
            /// From 1.
            place: u32,
            /// The name.
            name: String,
            /// Mean points, as they are shown.
            mean: String,
            /// How many members have played.
            count: u32,
        } = "result-podium-team",
        /// No team has enough members who have played.
        NoTeamRanked {
            /// How many have to.
            least: u16,
        } = "result-no-team-ranked",
        /// What the group did well and missed.
        Findings {
            /// One a line.
            lines: Vec<Phrase>,
        } = "result-findings",
        /// What most did.
        Well {
            /// One a line.
            items: Listed,
        } = "result-well",
        /// What few did.
        Missed {
            /// One a line.
            items: Listed,
        } = "result-missed",
        /// What hurt.
        Hurt {
            /// One a line.
            items: Listed,
        } = "result-hurt",
        /// One of these, with how many.
        Share {
            /// What.
            item: Term,
            /// How many did.
            did: u32,
            /// Of how many.
            of: u32,
        } = "result-share",
        /// Whom to practise with.
        Practise {
            /// The customer.
            customer: String,
        } = "result-practise",
        /// All tokens, as a file.
        Tokens {
            /// How many.
            count: usize,
        } = "result-tokens",
        /// The secret, with the announcement as a file.
        Revealed {
            /// The secret.
            secret: String,
        } = "result-revealed",
        /// Lines that their authors show.
        BestLines {
            /// One a line.
            items: Vec<Phrase>,
        } = "result-best-lines",
        /// One of them.
        BestLine {
            /// The name.
            name: String,
            /// Her words.
            line: String,
        } = "result-best-line",
        /// Her result.
        YourPlace {
            /// The name.
            name: String,
            /// From 1.
            place: u32,
            /// Of how many.
            of: usize,
            /// Points.
            score: u32,
        } = "result-your-place",
        /// Her result and her team's.
        YourTeamPlace {
            /// The name.
            name: String,
            /// How her team did.
            team: Box<Phrase>,
            /// From 1.
            place: u32,
            /// Of how many.
            of: usize,
            /// Points.
            score: u32,
        } = "result-your-team-place",
        /// Her team's place.
        TeamPlace {
            /// The team.
            team: String,
            /// From 1.
            place: u32,
            /// Of how many.
            of: usize,
            /// Mean points, as they are shown.
            mean: String,
        } = "result-team-place",
        /// Her team has none.
        TeamFew {
            /// The team.
            team: String,
            /// How many members have played.
            count: u32,
            /// How many have to.
            least: u16,
        } = "result-team-few",
        /// It is over, and her entry was taken out.
        YourEnd {
            /// The name.
            name: String,
        } = "result-your-end",
        /// Whether the group may see her line.
        AskLine {
            /// Her words.
            line: String,
        } = "result-ask-line",
        /// It may.
        ButtonLineYes = "result-button-line-yes",
        /// It may not.
        ButtonLineNo = "result-button-line-no",
        /// It will.
        LineShown = "result-line-shown",
        /// It will not.
        LineKept = "result-line-kept",
        /// It is over, to the lead.
        LeadOver {
            /// The name.
            name: String,
            /// How many.
            count: usize,
        } = "result-lead-over",
        /// Runs in the same words.
        Alike {
            /// One a line.
            items: Vec<Phrase>,
        } = "result-alike",
        /// Two of them.
        AlikePair {
            /// Who.
            one: String,
            /// And who.
            other: String,
            /// The round, from 1.
            round: u16,
            /// How much is alike.
            percent: u8,
        } = "result-alike-pair",
        /// There are none.
        NobodyAlike = "result-nobody-alike",
        /// Above the results.
        TableTitle {
            /// The name.
            name: String,
        } = "result-table-title",
        /// With the results as files.
        TableCaption {
            /// The name.
            name: String,
        } = "result-table-caption",
        /// Above the teams' results.
        TeamTableTitle {
            /// The name.
            name: String,
        } = "result-team-table-title",
        /// With the teams' results as files.
        TeamTableCaption {
            /// The name.
            name: String,
        } = "result-team-table-caption",
        /// A column.
        HeadTeam = "result-head-team",
        /// A column: mean points.
        HeadMean = "result-head-mean",
        /// A column: members who have played.
        HeadPlayed = "result-head-played",
        /// A column: members.
        HeadMembers = "result-head-members",
        /// A column.
        HeadPlace = "result-head-place",
        /// A column.
        HeadName = "result-head-name",
        /// A column.
        HeadPoints = "result-head-points",
        /// A column.
        HeadOffences = "result-head-offences",
        /// A column.
        HeadMessages = "result-head-messages",
        /// A column.
        HeadSeconds = "result-head-seconds",
        /// A column: the best score of a round.
        HeadRound {
            /// The round, from 1.
            round: u16,
        } = "result-head-round",
        /// A column: its token.
        HeadToken {
            /// The round, from 1.
            round: u16,
        } = "result-head-token",
        /// The results as tables and files.
        ButtonResults = "result-button-results",
    }
}
