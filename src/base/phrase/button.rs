//! What stands on buttons.

use super::Term;

phrases! {
    /// A button's words.
    ButtonPhrase in Button {
        /// Start the conversation.
        Begin = "button-begin",
        /// Start it as an exam.
        Exam = "button-exam",
        /// Let the coach comment.
        CoachOn = "button-coach-on",
        /// Let the coach be silent.
        CoachOff = "button-coach-off",
        /// To the list of customers.
        List = "button-list",
        /// The page before.
        Previous = "button-previous",
        /// The page after.
        Next = "button-next",
        /// Skip a question.
        Skip = "button-skip",
        /// The same customer again.
        Again = "button-again",
        /// The full report.
        Report = "button-report",
        /// Share an answer with the team.
        Share = "button-share",
        /// Put a name on it.
        PublishNamed = "button-publish-named",
        /// Without a name.
        PublishAnonymous = "button-publish-anonymous",
        /// Thank for a card.
        Thank = "button-thank",
        /// Take a card back.
        Withdraw = "button-withdraw",
        /// Back from a break.
        Resume = "button-resume",
        /// Enough breathing.
        Breathed = "button-breathed",
        /// Worn out.
        Feel1 = "button-feel-1",
        /// Low.
        Feel2 = "button-feel-2",
        /// So so.
        Feel3 = "button-feel-3",
        /// Fine.
        Feel4 = "button-feel-4",
        /// At ease.
        Feel5 = "button-feel-5",
        /// No limit on abuse.
        GentleAsIs = "button-gentle-as-is",
        /// No insults.
        GentleNoInsults = "button-gentle-no-insults",
        /// Neither insults nor contempt.
        GentleNoContempt = "button-gentle-no-contempt",
        /// Now the other side of the same case.
        SwapBack = "button-swap-back",
        /// Delete everything kept of her.
        Forget = "button-forget",
        /// Delete nothing.
        Keep = "button-keep",
        /// How she is getting on.
        Progress = "button-progress",
        /// The journal.
        Journal = "button-journal",
        /// The plan.
        Plan = "button-plan",
        /// Tick off the item of that number.
        Tick {
            /// The item's.
            number: u32,
        } = "button-tick",
        /// Put the candidate of that letter into the plan.
        Add {
            /// The candidate's.
            letter: String,
        } = "button-add",
        /// To the trainers' office.
        TrainerHome = "button-trainer-home",
        /// How a customer gets here.
        TrainerHelp = "button-trainer-help",
        /// Try the draft.
        TrainerTry = "button-trainer-try",
        /// Publish it for all.
        TrainerPublish = "button-trainer-publish",
        /// Publish it for a cohort.
        TrainerPublishCohort {
            /// Its name.
            name: String,
        } = "button-trainer-publish-cohort",
        /// Throw it away.
        TrainerDiscard = "button-trainer-discard",
        /// A customer and his versions.
        TrainerCase = "button-trainer-case",
        /// Go back to a version.
        TrainerBack {
            /// Its number.
            version: u32,
        } = "button-trainer-back",
        /// For all from now on.
        TrainerReachEveryone = "button-trainer-reach-everyone",
        /// For a cohort from now on.
        TrainerReachCohort {
            /// Its name.
            name: String,
        } = "button-trainer-reach-cohort",
        /// Take him off.
        TrainerWithdraw = "button-trainer-withdraw",
        /// His files.
        TrainerFetch = "button-trainer-fetch",
        /// How conversations went.
        TrainerFigures = "button-trainer-figures",
        /// Those of a cohort.
        TrainerFiguresOf {
            /// Its name.
            name: String,
        } = "button-trainer-figures-of",
        /// Those of all.
        TrainerFiguresAll = "button-trainer-figures-all",
        /// Figures of the content folder's customers.
        TrainerOthers = "button-trainer-others",
        /// The cohorts.
        TrainerCohorts = "button-trainer-cohorts",
        /// A cohort more.
        TrainerNewCohort = "button-trainer-new-cohort",
        /// The code of a cohort.
        CohortCode = "button-cohort-code",
        /// A new one.
        CohortNewCode = "button-cohort-new-code",
        /// Its members.
        CohortMembers = "button-cohort-members",
        /// Take a member out.
        CohortRemove = "button-cohort-remove",
        /// Yes, take her out.
        CohortRemoveYes = "button-cohort-remove-yes",
        /// No, she stays.
        CohortRemoveNo = "button-cohort-remove-no",
        /// Give an assignment.
        CohortAssign = "button-cohort-assign",
        /// How one stands.
        CohortAssignment {
            /// The customer's title.
            title: String,
        } = "button-cohort-assignment",
        /// By a day.
        CohortBy {
            /// In so many days.
            days: u16,
            /// The date.
            date: String,
        } = "button-cohort-by",
        /// Without a line.
        CohortNoLine = "button-cohort-no-line",
        /// Take an assignment back.
        CohortTakeBack = "button-cohort-take-back",
        /// The week.
        CohortDigest = "button-cohort-digest",
        /// The week by itself.
        CohortWeeklyOn = "button-cohort-weekly-on",
        /// Not by itself.
        CohortWeeklyOff = "button-cohort-weekly-off",
        /// To the briefing of an assignment.
        CohortDuty {
            /// The customer's title.
            title: String,
        } = "button-cohort-duty",
        /// Be called by this name.
        CohortSigned {
            /// The name.
            name: String,
        } = "button-cohort-signed",
        /// Be called by a tag.
        CohortTag {
            /// The tag.
            tag: String,
        } = "button-cohort-tag",
        /// Who may do what.
        TrainerCrew = "button-trainer-crew",
        /// A code that makes a trainer.
        TrainerInvite = "button-trainer-invite",
        /// A code that makes an owner.
        TrainerInviteOwner = "button-trainer-invite-owner",
        /// Take somebody's role.
        TrainerDismiss {
            /// Her number.
            number: i64,
        } = "button-trainer-dismiss",
        /// A customer of a grade.
        PlayGrade {
            /// The grade.
            grade: Term,
        } = "button-play-grade",
        /// Take part.
        PlayJoin = "button-play-join",
        /// Everybody is there.
        PlayBegin = "button-play-begin",
        /// Pass over whose turn it is.
        PlaySkip {
            /// Her name.
            player: String,
        } = "button-play-skip",
        /// End it.
        PlayStop = "button-play-stop",
        /// Answer in private.
        PlayAnswer = "button-play-answer",
        /// Show the answers.
        PlayReveal = "button-play-reveal",
        /// Count the votes.
        PlayResult = "button-play-result",
        /// Vote for an answer.
        PlayVote {
            /// Its letter.
            letter: String,
        } = "button-play-vote",
        /// Play the agent.
        DuetAgent = "button-duet-agent",
        /// Play the customer.
        DuetCustomer = "button-duet-customer",
        /// Start the bot in private.
        DuetStart = "button-duet-start",
        /// The secret card once more.
        DuetCard = "button-duet-card",
        /// It was answered where the bot does not hear it.
        DuetAnswered = "button-duet-answered",
        /// The customer accepts.
        DuetCalmed = "button-duet-calmed",
        /// The customer walks away.
        DuetWalked = "button-duet-walked",
        /// A criterion was met.
        DuetMet {
            /// Its number.
            number: usize,
        } = "button-duet-met",
        /// It was not.
        DuetMissed {
            /// Its number.
            number: usize,
        } = "button-duet-missed",
        /// The other way round.
        DuetSwap = "button-duet-swap",
        /// No reminders any more.
        RemindOff = "button-remind-off",
        /// Another time zone.
        RemindZone = "button-remind-zone",
    }
}
