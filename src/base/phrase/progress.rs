//! What is said of a trainee over time: what grew, whom to practise with next, her plan, her reminders.

use super::arg::Listed;
use super::debrief::Better;
use super::{Phrase, Term};

phrases! {
    /// Phrases of progress, plan and reviews.
    ProgressPhrase in Progress {
        /// Too little was practised to show anything.
        Nothing = "progress-nothing",
        /// The whole picture, short.
        Overview { runs: usize, days: usize, lines: Vec<Phrase> } = "progress-overview",
        /// The mean score lately.
        Lately { count: usize, score: i64 } = "progress-lately",
        /// The same beside the runs before.
        LatelyBefore { count: usize, score: i64, before: i64 } = "progress-lately-before",
        /// Messages with moves that hurt.
        Offences { count: u32, messages: u32 } = "progress-offences",
        /// The same beside the runs before.
        OffencesBefore { count: u32, messages: u32, before: u32, messages_before: u32 } = "progress-offences-before",
        /// Skills that rose.
        Grown { items: Vec<Phrase> } = "progress-grown",
        /// A skill that rose.
        Rise { skill: Term, from: i32, to: i32 } = "progress-rise",
        /// The weakest skills.
        Weakest { items: Vec<Phrase> } = "progress-weakest",
        /// A skill.
        Skill { skill: Term, percent: i32 } = "progress-skill",
        /// Moves used most.
        Moves { moves: Listed } = "progress-moves",
        /// A move and in how many messages.
        Move { name: Term, count: u32 } = "progress-move",
        /// Checklists done in full.
        Methods { items: Vec<Phrase> } = "progress-methods",
        /// A checklist.
        Method { method: Term, done: usize, total: usize } = "progress-method",
        /// Outcomes by grade.
        Grades { items: Vec<Phrase> } = "progress-grades",
        /// Outcomes by customer type.
        Types { items: Vec<Phrase> } = "progress-types",
        /// Outcomes of some runs.
        Group { name: Term, runs: usize, score: i64, well: usize } = "progress-group",
        /// Practice branches, not counted.
        Branches { count: usize } = "progress-branches",
        /// Days in a row.
        Streak { days: usize } = "progress-streak",
        /// The picture of the weeks, in one line.
        Weeks { count: usize, runs: u32, from: u8, to: u8 } = "progress-weeks",
        /// Its heading.
        WeeksTitle = "progress-weeks-title",
        /// What its line is.
        WeeksScores = "progress-weeks-scores",
        /// What its bars are.
        WeeksRuns = "progress-weeks-runs",
        /// A week by the date of its Monday.
        WeekName { month: u8, day: u8 } = "progress-week-name",
        /// A week in words.
        WeekLine { name: Box<Phrase>, score: u8, runs: u16 } = "progress-week-line",
        /// A week without practice, in words.
        WeekLineQuiet { name: Box<Phrase> } = "progress-week-line-quiet",
        /// There are not weeks enough for a picture.
        WeeksLater = "progress-weeks-later",
        /// The wheel of skills, in one line.
        Wheel { best: Term, best_percent: u8, least: Term, least_percent: u8 } = "progress-wheel",
        /// Its heading.
        WheelTitle = "progress-wheel-title",
        /// What its filled shape is.
        WheelNow = "progress-wheel-now",
        /// What its dashed shape is.
        WheelBefore = "progress-wheel-before",
        /// A skill beside what it was.
        SkillBefore { skill: Term, percent: u8, before: u8 } = "progress-skill-before",
        /// There are not runs enough for a wheel.
        WheelLater { left: usize } = "progress-wheel-later",
        /// The next customer.
        Next { title: String, name: String, grade: Term, reasons: Vec<Phrase> } = "progress-next",
        /// Why: the weakest skill.
        WhyWeakest { skill: Term, percent: i32 } = "progress-why-weakest",
        /// Why: his type cost most of it.
        WhyType { kind: Term, percent: i32 } = "progress-why-type",
        /// Why: his case needs it.
        WhyAsks = "progress-why-asks",
        /// Why: never met.
        WhyNew = "progress-why-new",
        /// Why: his pause is over.
        WhyDue { days: i64, score: u8 } = "progress-why-due",
        /// Why: a new grade.
        WhyStep { grade: Term } = "progress-why-step",
        /// Why: nobody is due.
        WhyEarly { days: i64 } = "progress-why-early",

        /// The plan, with what could go into it.
        Plan { parts: Vec<Phrase> } = "plan-page",
        /// What worked, in her own answers.
        PlanBest { items: Vec<Phrase> } = "plan-best",
        /// One such answer.
        PlanAnswer { number: usize, words: String } = "plan-answer",
        /// What she set.
        PlanMine { items: Vec<Phrase> } = "plan-mine",
        /// She has set nothing yet.
        PlanMineNothing = "plan-mine-nothing",
        /// Something open.
        PlanOpen { number: u32, goal: Box<Phrase> } = "plan-open",
        /// Something done.
        PlanDone { goal: Box<Phrase> } = "plan-done",
        /// What could be set.
        PlanCandidates { items: Vec<Phrase> } = "plan-candidates",
        /// Her own answer to question 2.
        PlanCandidateAnswer { letter: String, number: usize, words: String } = "plan-candidate-answer",
        /// What debriefs named.
        PlanCandidateNoted { letter: String, name: Term, count: usize } = "plan-candidate-noted",
        /// A goal in her own words.
        GoalOwn { words: String } = "plan-goal-own",
        /// Something not to do again.
        GoalAvoid { name: Term } = "plan-goal-avoid",
        /// It is in the plan.
        PlanAdded = "plan-added",
        /// The plan is full.
        PlanFull { most: usize } = "plan-full",
        /// It is done.
        PlanTicked { goal: Box<Phrase> } = "plan-ticked",
        /// That was dealt with already, or is gone.
        PlanGone = "plan-gone",

        /// Reminders are off; how to turn them on.
        RemindOff = "remind-off",
        /// Reminders are on.
        RemindOn { time: String, zone: Box<Phrase>, date: String } = "remind-on",
        /// Asks where she is.
        RemindZone { time: String } = "remind-zone",
        /// It was no time of day.
        RemindUnclear { words: String } = "remind-unclear",
        /// A zone by name.
        ZoneNamed { zone: Term } = "remind-zone-named",
        /// A zone by its offset.
        ZoneOffset { offset: String } = "remind-zone-offset",
        /// The daily review.
        Daily { steps: Vec<Phrase> } = "review-daily",
        /// The weekly review.
        Weekly { lines: Vec<Phrase> } = "review-weekly",
        /// There is nothing to review yet.
        DailyFirst = "review-daily-first",
        /// Read again how it went.
        StepRead { number: usize, name: String, date: String, score: u8 } = "review-step-read",
        /// What worked, to be said again.
        StepKeep { words: String } = "review-step-keep",
        /// Something to say otherwise.
        StepBetter { name: Term, better: Better } = "review-step-better",
        /// From her plan.
        StepPlan { goal: Box<Phrase> } = "review-step-plan",
        /// The week in numbers.
        Week { runs: usize, days: usize, score: i64 } = "review-week",
        /// A week in which nothing was finished.
        WeekQuiet = "review-week-quiet",
        /// Ticked off this week.
        WeekTicked { count: usize } = "review-week-ticked",
    }
}
