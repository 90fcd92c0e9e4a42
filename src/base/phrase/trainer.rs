//! What is said to trainers on a phone, and to whoever joins with a code.

use super::arg::Listed;
use super::{Phrase, Term};

phrases! {
    /// Phrases of the trainers' office.
    TrainerPhrase in Trainer {
        /// She is no trainer.
        NotTrainer {
            /// Her number, for whoever appoints her.
            number: i64,
        } = "trainer-not",
        /// She may not do that.
        NotAllowed = "trainer-not-allowed",
        /// Only where the bot runs as a service.
        NoOffice = "trainer-no-office",
        /// Her organisation at a glance.
        Overview {
            /// What it is called.
            organisation: Box<Phrase>,
            /// What she is there.
            role: Box<Phrase>,
            /// Its customers, a line each.
            customers: Vec<Phrase>,
        } = "trainer-overview",
        /// The organisation that has no name of its own.
        House = "trainer-house",
        /// A name as it is.
        Name {
            /// The name.
            name: String,
        } = "trainer-name",
        /// A trainer.
        RoleTrainer = "trainer-role-trainer",
        /// An owner.
        RoleOwner = "trainer-role-owner",
        /// A published customer.
        Line {
            /// His title.
            title: String,
            /// The version trainees meet.
            version: u32,
            /// Whom he is for.
            reach: Box<Phrase>,
        } = "trainer-line",
        /// A customer who was taken off.
        LineOff {
            /// His title.
            title: String,
        } = "trainer-line-off",
        /// A draft.
        LineDraft {
            /// His title.
            title: String,
        } = "trainer-line-draft",
        /// Nothing is published yet.
        LineNone = "trainer-line-none",
        /// For all of the organisation.
        ReachEveryone = "trainer-reach-everyone",
        /// For a cohort.
        ReachCohort {
            /// Its name.
            name: String,
        } = "trainer-reach-cohort",
        /// How a customer gets here.
        Help = "trainer-help",
        /// A file was looked over and can be played.
        Checked {
            /// The customer's title.
            title: String,
            /// The files he is made of.
            files: String,
            /// Warnings.
            warnings: u32,
        } = "trainer-checked",
        /// The same, with nothing to be said against it.
        CheckedClean {
            /// The customer's title.
            title: String,
            /// The files he is made of.
            files: String,
        } = "trainer-checked-clean",
        /// A file was looked over and cannot be played.
        CheckedBroken {
            /// The customer's title, or the file's name.
            title: String,
            /// The files he is made of.
            files: String,
            /// Errors.
            errors: u32,
            /// Warnings.
            warnings: u32,
        } = "trainer-checked-broken",
        /// What was found, as it is.
        Findings {
            /// The text.
            text: String,
        } = "trainer-findings",
        /// All of it as a file.
        AllFindings = "trainer-all-findings",
        /// What synthetic trainees made of him, as it is.
        Summary {
            /// The text.
            text: String,
        } = "trainer-summary",
        /// Under the picture.
        Picture {
            /// The customer's title.
            title: String,
        } = "trainer-picture",
        /// What can be done with the draft.
        Ready {
            /// The customer's title.
            title: String,
        } = "trainer-ready",
        /// A file is too large.
        TooLarge {
            /// Most kilobytes.
            most: u32,
        } = "trainer-too-large",
        /// A file cannot be had.
        Lost = "trainer-lost",
        /// A file that is no customer's.
        NotOurs {
            /// Its name.
            name: String,
        } = "trainer-not-ours",
        /// A file that cannot be opened.
        Broken {
            /// Why.
            why: String,
        } = "trainer-broken",
        /// A translation whose customer is missing.
        Alone {
            /// His file's name.
            name: String,
        } = "trainer-alone",
        /// There is no draft.
        NoDraft = "trainer-no-draft",
        /// Published.
        Published {
            /// His title.
            title: String,
            /// The version.
            version: u32,
            /// Whom he is for.
            reach: Box<Phrase>,
        } = "trainer-published",
        /// Cannot be played here any more.
        Unplayable {
            /// Why.
            why: String,
        } = "trainer-unplayable",
        /// The draft is gone.
        Discarded = "trainer-discarded",
        /// A customer and his versions.
        Case {
            /// His title.
            title: String,
            /// Where he stands.
            now: Box<Phrase>,
            /// His versions, a line each.
            versions: Vec<Phrase>,
        } = "trainer-case",
        /// He is published.
        CaseOn {
            /// The version.
            version: u32,
            /// For whom.
            reach: Box<Phrase>,
        } = "trainer-case-on",
        /// He is taken off.
        CaseOff = "trainer-case-off",
        /// A version.
        CaseVersion {
            /// Its number.
            version: u32,
            /// When.
            at: String,
            /// By whom.
            by: i64,
        } = "trainer-case-version",
        /// A version that brought an earlier one back.
        CaseAgain {
            /// Its number.
            version: u32,
            /// When.
            at: String,
            /// By whom.
            by: i64,
            /// The earlier one.
            again: u32,
        } = "trainer-case-again",
        /// No such customer.
        NoCase = "trainer-no-case",
        /// Taken off.
        Withdrawn {
            /// His title.
            title: String,
        } = "trainer-withdrawn",
        /// Under his files.
        File {
            /// The file's name.
            name: String,
        } = "trainer-file",
        /// How conversations went.
        Figures {
            /// His title.
            title: String,
            /// Of whom.
            whose: Box<Phrase>,
            /// Trainees.
            trainees: u32,
            /// Conversations.
            sessions: u32,
            /// What is known of them, a line each.
            lines: Vec<Phrase>,
        } = "trainer-figures",
        /// Nobody has met him.
        FiguresNone {
            /// His title.
            title: String,
            /// Of whom.
            whose: Box<Phrase>,
        } = "trainer-figures-none",
        /// How they ended.
        FiguresEndings {
            /// Shares.
            list: Listed,
        } = "trainer-figures-endings",
        /// A share of them.
        FiguresShare {
            /// The ending.
            ending: Term,
            /// How many.
            count: u32,
        } = "trainer-figures-share",
        /// How many were left.
        FiguresLeft {
            /// How many.
            count: u32,
            /// After how many messages.
            after: u32,
            /// In which state he mostly was.
            state: Term,
        } = "trainer-figures-left",
        /// None was left.
        FiguresLeftNone = "trainer-figures-left-none",
        /// What was missed most.
        FiguresMissing {
            /// What.
            list: Listed,
        } = "trainer-figures-missing",
        /// One of it.
        FiguresMissed {
            /// What.
            what: Term,
            /// How often.
            count: u32,
        } = "trainer-figures-missed",
        /// The score in the middle.
        FiguresMedian {
            /// It.
            score: u8,
        } = "trainer-figures-median",
        /// No conversation was debriefed yet.
        FiguresMedianNone = "trainer-figures-median-none",
        /// Above the content folder's customers.
        Others = "trainer-others",
        /// The cohorts.
        Cohorts {
            /// A line each.
            list: Vec<Phrase>,
        } = "trainer-cohorts",
        /// A cohort.
        CohortLine {
            /// Its name.
            name: String,
            /// How many are in it.
            members: u32,
        } = "trainer-cohort-line",
        /// There is none.
        NoCohorts = "trainer-no-cohorts",
        /// What is it called?
        AskCohort = "trainer-ask-cohort",
        /// How to join it.
        CohortCode {
            /// Its name.
            name: String,
            /// The code.
            code: String,
            /// For how many days it is good.
            days: u32,
            /// For how many people.
            uses: u32,
        } = "trainer-cohort-code",
        /// Its code is good no more.
        CohortCodeOver {
            /// Its name.
            name: String,
        } = "trainer-cohort-code-over",
        /// Who may do what.
        Crew {
            /// A line each.
            list: Vec<Phrase>,
        } = "trainer-crew",
        /// Somebody with a role.
        CrewLine {
            /// Her number.
            number: i64,
            /// Her role.
            role: Box<Phrase>,
        } = "trainer-crew-line",
        /// Nobody has one.
        CrewNone = "trainer-crew-none",
        /// A code for a role.
        Invitation {
            /// Which.
            role: Box<Phrase>,
            /// The code.
            code: String,
            /// Good for so many days.
            days: u32,
        } = "trainer-invitation",
        /// Somebody has a role now.
        Appointed {
            /// Her number.
            number: i64,
            /// Her role.
            role: Box<Phrase>,
        } = "trainer-appointed",
        /// Somebody has none any more.
        Dismissed {
            /// Her number.
            number: i64,
        } = "trainer-dismissed",
        /// That cannot be.
        NotDismissed {
            /// Her number.
            number: i64,
        } = "trainer-not-dismissed",
        /// A number that is none.
        BadNumber = "trainer-bad-number",
        /// She has a role now.
        Hired {
            /// The organisation.
            organisation: Box<Phrase>,
            /// The role.
            role: Box<Phrase>,
        } = "trainer-hired",
        /// She is in a cohort now.
        Joined {
            /// The cohort.
            cohort: String,
            /// The organisation.
            organisation: Box<Phrase>,
        } = "trainer-joined",
        /// How to join.
        HowToJoin = "trainer-how-to-join",
        /// The code gives nothing.
        BadCode = "trainer-bad-code",
        /// She belongs elsewhere.
        Elsewhere {
            /// Where.
            organisation: Box<Phrase>,
        } = "trainer-elsewhere",
        /// She has left.
        Left = "trainer-left",
        /// There is an organisation more.
        Founded {
            /// Its name.
            organisation: String,
            /// The code for its first owner.
            code: String,
            /// Good for so many days.
            days: u32,
        } = "trainer-founded",
        /// Files in the content folder are broken.
        FilesBroken {
            /// Where, what, and how to mend it.
            text: String,
        } = "trainer-files-broken",
    }
}
