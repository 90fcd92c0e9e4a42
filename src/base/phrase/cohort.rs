//! What is said about cohorts: to their trainers, and to those who are in them.

use super::arg::Listed;
use super::{Phrase, Term};

phrases! {
    /// Phrases about cohorts, their members, assignments and weeks.
    CohortPhrase in Cohort {
        /// A cohort at a glance.
        Page {
            /// Its name.
            name: String,
            /// How many are in it.
            members: u32,
            /// Its assignments, a line each.
            list: Vec<Phrase>,
        } = "cohort-page",
        /// No assignment.
        NoneGiven = "cohort-none-given",
        /// An assignment that is open.
        Given {
            /// The customer's title.
            title: String,
            /// The day, as a date.
            until: String,
            /// How many have done it.
            done: u32,
            /// How many are at it.
            begun: u32,
            /// How many have not begun.
            not_yet: u32,
        } = "cohort-given",
        /// One whose day is over.
        GivenOver {
            /// The customer's title.
            title: String,
            /// The day, as a date.
            until: String,
            /// How many have done it.
            done: u32,
            /// Of how many.
            members: u32,
        } = "cohort-given-over",
        /// A page of members.
        Members {
            /// The cohort's name.
            name: String,
            /// How many there are.
            count: usize,
            /// A line each.
            list: Vec<Phrase>,
        } = "cohort-members",
        /// Nobody is in it.
        MembersNone {
            /// Its name.
            name: String,
        } = "cohort-members-none",
        /// A member, and how many assignments she has done.
        Mate {
            /// Who.
            who: Box<Phrase>,
            /// Done.
            done: u32,
            /// Given.
            given: u32,
        } = "cohort-mate",
        /// A member where there is no assignment.
        MateAlone {
            /// Who.
            who: Box<Phrase>,
        } = "cohort-mate-alone",
        /// A name as it is.
        Named {
            /// The name.
            name: String,
        } = "cohort-named",
        /// A member who gave no name.
        Tag {
            /// Her tag.
            tag: String,
        } = "cohort-tag",
        /// One member.
        Member {
            /// Who.
            who: Box<Phrase>,
            /// The cohort's name.
            name: String,
            /// Her assignments, a line each.
            list: Vec<Phrase>,
        } = "cohort-member",
        /// How far she has come with one.
        MemberLine {
            /// The customer's title.
            title: String,
            /// How far.
            stage: Box<Phrase>,
        } = "cohort-member-line",
        /// Done.
        StageDone = "cohort-stage-done",
        /// Under way.
        StageBegun = "cohort-stage-begun",
        /// Not yet.
        StageNotYet = "cohort-stage-not-yet",
        /// Is she to be taken out?
        AskRemove = "cohort-ask-remove",
        /// She is out.
        Removed {
            /// Who.
            who: Box<Phrase>,
            /// The cohort's name.
            name: String,
        } = "cohort-removed",
        /// There is no such member.
        NoMember = "cohort-no-member",
        /// A new code.
        NewCode {
            /// The cohort's name.
            name: String,
            /// The code.
            code: String,
            /// For how many days it is good.
            days: u32,
            /// For how many people.
            uses: u32,
        } = "cohort-new-code",
        /// Which customer is the assignment about?
        AskCustomer = "cohort-ask-customer",
        /// By which day?
        AskDay {
            /// The customer's title.
            title: String,
        } = "cohort-ask-day",
        /// What was written is no day.
        BadDay = "cohort-bad-day",
        /// A line of hers?
        AskLine {
            /// The customer's title.
            title: String,
            /// The day, as a date.
            until: String,
        } = "cohort-ask-line",
        /// The form was left.
        Lapsed = "cohort-lapsed",
        /// The customer cannot be given.
        NoCustomer = "cohort-no-customer",
        /// Too many are open.
        Full {
            /// As many as there can be.
            most: u32,
        } = "cohort-full",
        /// The assignment is given.
        Assigned {
            /// The cohort's name.
            name: String,
            /// The customer's title.
            title: String,
            /// The day, as a date.
            until: String,
            /// How many were told.
            members: u32,
        } = "cohort-assigned",
        /// How an assignment stands.
        Assignment {
            /// The customer's title.
            title: String,
            /// The day, as a date.
            until: String,
            /// The cohort's name.
            name: String,
            /// What is to be said of it, a line each.
            list: Vec<Phrase>,
        } = "cohort-assignment",
        /// The trainer's own line.
        Line {
            /// The line.
            line: String,
        } = "cohort-line",
        /// The customer cannot be met any more.
        NotMet = "cohort-not-met",
        /// Who has done it.
        DoneBy {
            /// How many.
            count: u32,
            /// Who.
            names: Listed,
        } = "cohort-done-by",
        /// Who is at it.
        BegunBy {
            /// How many.
            count: u32,
            /// Who.
            names: Listed,
        } = "cohort-begun-by",
        /// Who has not begun.
        NotYetBy {
            /// How many.
            count: u32,
            /// Who.
            names: Listed,
        } = "cohort-not-yet-by",
        /// There is no such assignment.
        NoAssignment = "cohort-no-assignment",
        /// It is taken back.
        TakenBack {
            /// The customer's title.
            title: String,
        } = "cohort-taken-back",
        /// The week comes by itself.
        WeeklyOn {
            /// The cohort's name.
            name: String,
        } = "cohort-weekly-on",
        /// It does not.
        WeeklyOff {
            /// The cohort's name.
            name: String,
        } = "cohort-weekly-off",
        /// To a member: an assignment.
        NewDuty {
            /// The cohort's name.
            cohort: String,
            /// The customer's title.
            title: String,
            /// The day, as a date.
            until: String,
        } = "cohort-new-duty",
        /// The same with the trainer's line.
        NewDutyLine {
            /// The cohort's name.
            cohort: String,
            /// The customer's title.
            title: String,
            /// The day, as a date.
            until: String,
            /// The line.
            line: String,
        } = "cohort-new-duty-line",
        /// To a member: it is due tomorrow.
        StillOpen {
            /// The cohort's name.
            cohort: String,
            /// The customer's title.
            title: String,
            /// The day, as a date.
            until: String,
        } = "cohort-still-open",
        /// To a member: it was taken back.
        DutyGone {
            /// The customer's title.
            title: String,
        } = "cohort-duty-gone",
        /// To a member: she has done it.
        DutyDone {
            /// The customer's title.
            title: String,
        } = "cohort-duty-done",
        /// To a member: an open assignment in her list.
        Duty {
            /// The customer's title.
            title: String,
            /// The day, as a date.
            until: String,
        } = "cohort-duty",
        /// The same with the trainer's line.
        DutyLine {
            /// The customer's title.
            title: String,
            /// The day, as a date.
            until: String,
            /// The line.
            line: String,
        } = "cohort-duty-line",
        /// To who has just joined: what is open.
        Waiting {
            /// A line each.
            list: Vec<Phrase>,
        } = "cohort-waiting",
        /// To who was taken out.
        YouAreOut {
            /// The cohort's name.
            cohort: String,
        } = "cohort-you-are-out",
        /// What trainers see of a member.
        Seen {
            /// The cohort's name.
            cohort: String,
        } = "cohort-seen",
        /// The same, where it is settled what she is called.
        SeenAs {
            /// The cohort's name.
            cohort: String,
            /// What she is called.
            who: Box<Phrase>,
        } = "cohort-seen-as",
        /// What shall they call her?
        AskName = "cohort-ask-name",
        /// What they call her.
        Known {
            /// It.
            who: Box<Phrase>,
        } = "cohort-known",
        /// She is in no cohort.
        KnownNowhere = "cohort-known-nowhere",
        /// A cohort's week.
        Week {
            /// Its name.
            name: String,
            /// What there is to say.
            parts: Vec<Phrase>,
        } = "cohort-week",
        /// Nobody practised.
        WeekQuiet {
            /// Members.
            members: usize,
        } = "cohort-week-quiet",
        /// Who practised.
        WeekPractised {
            /// How many.
            practised: usize,
            /// Of how many.
            members: usize,
            /// Conversations.
            runs: usize,
        } = "cohort-week-practised",
        /// The week before.
        WeekBefore {
            /// How many practised.
            practised: usize,
            /// Conversations.
            runs: usize,
        } = "cohort-week-before",
        /// Too few to tell more.
        WeekFew {
            /// How many it takes.
            fewest: usize,
        } = "cohort-week-few",
        /// The mean score.
        WeekScore {
            /// 0 to 100.
            score: i64,
        } = "cohort-week-score",
        /// The same beside the week before.
        WeekScoreBefore {
            /// 0 to 100.
            score: i64,
            /// The week before.
            before: i64,
        } = "cohort-week-score-before",
        /// The strongest skills.
        WeekStrongest {
            /// Which.
            list: Listed,
        } = "cohort-week-strongest",
        /// The weakest.
        WeekWeakest {
            /// Which.
            list: Listed,
        } = "cohort-week-weakest",
        /// What moved.
        WeekMoved {
            /// Which.
            list: Listed,
        } = "cohort-week-moved",
        /// Helpful moves.
        WeekHelped {
            /// Which.
            list: Listed,
        } = "cohort-week-helped",
        /// Harmful moves.
        WeekHurt {
            /// Which.
            list: Listed,
        } = "cohort-week-hurt",
        /// What was missed.
        WeekMissing {
            /// What.
            list: Listed,
        } = "cohort-week-missing",
        /// Checklists.
        WeekMethods {
            /// Which.
            list: Listed,
        } = "cohort-week-methods",
        /// Assignments.
        WeekAssignments {
            /// A line each.
            list: Vec<Phrase>,
        } = "cohort-week-assignments",
        /// Cards in the team's library.
        WeekCards {
            /// A line each.
            list: Vec<Phrase>,
        } = "cohort-week-cards",
        /// A skill and how well it goes.
        Skill {
            /// Which.
            skill: Term,
            /// Percent.
            percent: i32,
        } = "cohort-skill",
        /// A skill that moved.
        Change {
            /// Which.
            skill: Term,
            /// Percent before.
            from: i32,
            /// Percent this week.
            to: i32,
        } = "cohort-change",
        /// Something that several did or missed.
        Shared {
            /// What.
            what: Term,
            /// How many.
            count: u32,
        } = "cohort-shared",
        /// A checklist.
        Method {
            /// Which.
            method: Term,
            /// Conversations in which it was done in full.
            done: usize,
            /// Conversations that called for it.
            called: usize,
        } = "cohort-method",
        /// A signed card.
        Card {
            /// The name on it.
            name: String,
            /// The customer's title.
            customer: String,
            /// What it says.
            why: String,
        } = "cohort-card",
        /// Further cards.
        OtherCards {
            /// How many.
            count: u32,
        } = "cohort-other-cards",
    }
}
