//! What is said about contests in a group: the form, the announcement, the scoreboard.

use super::arg::Listed;
use super::{Phrase, Term};

phrases! {
    /// Phrases of contests in groups.
    ContestPhrase in Contest {
        /// A moment by the contest's clock.
        When {
            /// The date.
            date: String,
            /// The time.
            time: String,
            /// The zone.
            zone: Box<Phrase>,
        } = "contest-when",
        /// So many minutes.
        Minutes {
            /// How many.
            count: i64,
        } = "contest-minutes",
        /// So many hours.
        Hours {
            /// How many.
            count: i64,
        } = "contest-hours",
        /// So many days.
        Days {
            /// How many.
            count: i64,
        } = "contest-days",
        /// The form.
        Form {
            /// The name.
            name: Box<Phrase>,
        } = "contest-form",
        /// The name that was given.
        Named {
            /// The name.
            name: String,
        } = "contest-named",
        /// No name was given: the group's.
        NamedAfter {
            /// The group's name.
            group: String,
        } = "contest-named-after",
        /// Whom one meets.
        FieldPick {
            /// The choice.
            value: Box<Phrase>,
        } = "contest-field-pick",
        /// From easy to hard.
        PickMixed = "contest-pick-mixed",
        /// Those of a grade.
        PickGrade {
            /// The grade.
            grade: Term,
        } = "contest-pick-grade",
        /// Chosen ones.
        PickThese {
            /// How many.
            count: usize,
        } = "contest-pick-these",
        /// How many rounds.
        FieldRounds {
            /// How many.
            count: u16,
        } = "contest-field-rounds",
        /// How long a round is.
        FieldMinutes {
            /// The choice.
            value: Box<Phrase>,
        } = "contest-field-minutes",
        /// It has no limit.
        NoLimit = "contest-no-limit",
        /// When it opens.
        FieldOpens {
            /// The choice.
            value: Box<Phrase>,
        } = "contest-field-opens",
        /// At once.
        OpensNow = "contest-opens-now",
        /// In ten minutes.
        OpensSoon = "contest-opens-soon",
        /// Tomorrow at nine.
        OpensTomorrow = "contest-opens-tomorrow",
        /// How long it is open.
        FieldLasts {
            /// The choice.
            value: Box<Phrase>,
        } = "contest-field-lasts",
        /// An hour.
        LastsHour = "contest-lasts-hour",
        /// A day.
        LastsDay = "contest-lasts-day",
        /// A week.
        LastsWeek = "contest-lasts-week",
        /// Attempts a round.
        FieldAttempts {
            /// How many.
            count: u16,
        } = "contest-field-attempts",
        /// Hints or none.
        FieldHints {
            /// The choice.
            value: Box<Phrase>,
        } = "contest-field-hints",
        /// They may be had.
        Yes = "contest-yes",
        /// They may not.
        No = "contest-no",
        /// What participants go by.
        FieldNames {
            /// The choice.
            value: Box<Phrase>,
        } = "contest-field-names",
        /// Their names.
        NamesShown = "contest-names-shown",
        /// Nicknames.
        NamesNick = "contest-names-nick",
        /// Who is ranked.
        FieldSides {
            /// The choice.
            value: Box<Phrase>,
        } = "contest-field-sides",
        /// Everybody alone.
        SidesSingles = "contest-sides-singles",
        /// Teams.
        SidesTeams {
            /// From how many members on that have played.
            least: u16,
        } = "contest-sides-teams",
        /// When the contest opens already that is changed.
        OpensKept = "contest-opens-kept",
        /// Everybody plays alone.
        RuleSingles = "contest-rule-singles",
        /// Teams are ranked.
        RuleTeams {
            /// From how many members on that have played.
            least: u16,
        } = "contest-rule-teams",
        /// Choose customers.
        ButtonChoose = "contest-button-choose",
        /// Make it.
        ButtonCreate = "contest-button-create",
        /// Throw the form away.
        ButtonDrop = "contest-button-drop",
        /// Back.
        ButtonBack = "contest-button-back",
        /// The list of customers to choose from.
        FormList {
            /// How many.
            count: u16,
        } = "contest-form-list",
        /// The form was thrown away.
        Dropped = "contest-dropped",
        /// The contest was made.
        Created {
            /// The name.
            name: String,
        } = "contest-created",
        /// There are as many rounds as customers were chosen.
        RoundsByChoice = "contest-rounds-by-choice",
        /// Whoever made it has not started the bot, which cannot write to her.
        LeadUnknown {
            /// Her name.
            name: String,
        } = "contest-lead-unknown",
        /// There is one under way.
        OneAtATime = "contest-one-at-a-time",
        /// There is nobody to be met.
        NoCustomers = "contest-no-customers",
        /// A contest is announced.
        Announced {
            /// The name.
            name: String,
            /// The rounds.
            rounds: Vec<Phrase>,
            /// The rules.
            rules: Vec<Phrase>,
            /// When it opens.
            opens: Box<Phrase>,
            /// When it closes.
            closes: Box<Phrase>,
        } = "contest-announced",
        /// A round and its customer.
        RoundLine {
            /// The round, from 1.
            round: u16,
            /// The title.
            title: String,
        } = "contest-round-line",
        /// How many rounds of how many minutes.
        RuleRounds {
            /// The rounds.
            rounds: usize,
            /// Minutes.
            minutes: u32,
        } = "contest-rule-rounds",
        /// How many rounds, without a limit.
        RuleRoundsFree {
            /// The rounds.
            rounds: usize,
        } = "contest-rule-rounds-free",
        /// How often each may be played.
        RuleAttempts {
            /// Attempts.
            attempts: u16,
        } = "contest-rule-attempts",
        /// Hints may be had.
        RuleHints = "contest-rule-hints",
        /// They may not.
        RuleNoHints = "contest-rule-no-hints",
        /// Names are shown.
        RuleNames = "contest-rule-names",
        /// Nicknames are.
        RuleNicknames = "contest-rule-nicknames",
        /// The commitment, with the announcement as a file.
        Commitment {
            /// The commitment.
            commitment: String,
        } = "contest-commitment",
        /// Take part.
        ButtonTakePart = "contest-button-take-part",
        /// What a lead can do.
        ButtonManage = "contest-button-manage",
        /// How the one under way stands.
        Status {
            /// The name.
            name: String,
            /// The time.
            time: Box<Phrase>,
            /// How many.
            count: usize,
            /// Whether it can be changed.
            settled: Box<Phrase>,
        } = "contest-status",
        /// It opens in so long.
        OpensIn {
            /// How long.
            span: Box<Phrase>,
        } = "contest-opens-in",
        /// It closes in so long.
        ClosesIn {
            /// How long.
            span: Box<Phrase>,
        } = "contest-closes-in",
        /// Those that are over.
        Past {
            /// One a line.
            items: Vec<Phrase>,
        } = "contest-past",
        /// One of them.
        PastLine {
            /// The date.
            date: String,
            /// The name.
            name: String,
            /// How many.
            count: usize,
        } = "contest-past-line",
        /// It is open.
        Opened {
            /// The name.
            name: String,
            /// What is left.
            left: Box<Phrase>,
        } = "contest-opened",
        /// Half time.
        HalfTime {
            /// The name.
            name: String,
            /// What is left.
            left: Box<Phrase>,
            /// How many.
            count: usize,
        } = "contest-half-time",
        /// It closes soon.
        LastCall {
            /// The name.
            name: String,
            /// What is left.
            left: Box<Phrase>,
            /// How many.
            count: usize,
        } = "contest-last-call",
        /// The scoreboard.
        Board {
            /// The name.
            name: String,
            /// One a line.
            rows: Vec<Phrase>,
            /// How many take part.
            playing: usize,
            /// When it closes.
            closes: Box<Phrase>,
        } = "contest-board",
        /// The same, at the end.
        BoardOver {
            /// The name.
            name: String,
            /// One a line.
            rows: Vec<Phrase>,
        } = "contest-board-over",
        /// The same, called off.
        BoardCancelled {
            /// The name.
            name: String,
        } = "contest-board-cancelled",
        /// Nobody has played yet.
        NobodyYet = "contest-nobody-yet",
        /// A place.
        Rank {
            /// From 1.
            place: u32,
            /// The name.
            name: String,
            /// Points.
            score: u32,
        } = "contest-rank",
        /// A place of somebody who has rounds left.
        RankPart {
            /// From 1.
            place: u32,
            /// The name.
            name: String,
            /// Points.
            score: u32,
            /// Rounds played.
            done: usize,
            /// The rounds.
            rounds: usize,
        } = "contest-rank-part",
        /// A team's place.
        RankTeam {
            /// From 1.
            place: u32,
            /// The name.
            name: String,
            /// Mean points, as they are shown.
            mean: String,
            /// How many members have played.
            count: u32,
        } = "contest-rank-team",
        /// A team of which too few have played.
        RankFew {
            /// The name.
            name: String,
            /// Mean points, as they are shown.
            mean: String,
            /// How many members have played.
            count: usize,
            /// How many have to.
            least: u16,
        } = "contest-rank-few",
        /// A team of which nobody has played.
        RankNone {
            /// The name.
            name: String,
            /// How many have to.
            least: u16,
        } = "contest-rank-none",
        /// So many more teams.
        MoreTeams {
            /// How many.
            count: usize,
        } = "contest-more-teams",
        /// Nobody has a team yet.
        NoTeamYet = "contest-no-team-yet",
        /// The best of all participants.
        BestSingles {
            /// In one line.
            items: Listed,
        } = "contest-best-singles",
        /// One of them.
        Best {
            /// Her name, with her team.
            name: String,
            /// Points.
            score: u32,
        } = "contest-best",
        /// So many more.
        MoreRanks {
            /// How many.
            count: usize,
        } = "contest-more-ranks",
        /// It was called off.
        CancelledGroup {
            /// The name.
            name: String,
        } = "contest-cancelled-group",
        /// The bot was thrown out of the group.
        BotRemoved {
            /// The name.
            name: String,
            /// The group's name.
            group: String,
        } = "contest-bot-removed",
    }
}
