//! What is said about the trainee's own emotions.

use super::Phrase;

phrases! {
    /// Phrases about her own emotions.
    CarePhrase in Care {
        /// Customers can be harsh.
        Warning = "care-warning",
        /// How she feels before.
        AskBefore = "care-ask-before",
        /// How she feels after.
        AskAfter = "care-ask-after",
        /// Kept, before.
        NotedBefore = "care-noted-before",
        /// Kept, after.
        NotedAfter = "care-noted-after",
        /// Her limit on abuse, and the choice.
        Gentle {
            /// How it is.
            now: Box<Phrase>,
        } = "care-gentle",
        /// It is set.
        GentleSet {
            /// To what.
            now: Box<Phrase>,
        } = "care-gentle-set",
        /// It is set, and this conversation goes on without.
        GentleSetNext {
            /// To what.
            now: Box<Phrase>,
        } = "care-gentle-set-next",
        /// How it is, in one line.
        GentleKept {
            /// How.
            now: Box<Phrase>,
        } = "care-gentle-kept",
        /// No limit.
        GentleAsIs = "care-gentle-as-is",
        /// No insults.
        GentleNoInsults = "care-gentle-no-insults",
        /// Neither insults nor contempt.
        GentleNoContempt = "care-gentle-no-contempt",
        /// She is asked.
        CheckInOn = "care-check-in-on",
        /// She is not.
        CheckInOff = "care-check-in-off",
        /// The five steps.
        Steps {
            /// Help outside.
            outside: Box<Phrase>,
        } = "care-steps",
        /// Help outside, in the operator's words.
        HelpLine {
            /// The words.
            text: String,
        } = "care-help-line",
        /// The operator named none.
        NoHelpLine = "care-no-help-line",
        /// The clock stands still.
        Paused {
            /// The customer's.
            name: String,
        } = "care-paused",
        /// It goes on.
        Resumed {
            /// The customer's.
            name: String,
            /// What he said last.
            last: String,
        } = "care-resumed",
        /// There is no break.
        NotPaused = "care-not-paused",
        /// There is nothing to pause.
        NothingRuns = "care-nothing-runs",
        /// Sit down.
        BreatheReady = "care-breathe-ready",
        /// Breathe in.
        BreatheIn {
            /// Which round.
            round: u8,
            /// Of how many.
            rounds: u8,
        } = "care-breathe-in",
        /// Hold it.
        BreatheHold {
            /// Which round.
            round: u8,
            /// Of how many.
            rounds: u8,
        } = "care-breathe-hold",
        /// Breathe out.
        BreatheOut {
            /// Which round.
            round: u8,
            /// Of how many.
            rounds: u8,
        } = "care-breathe-out",
        /// The end, below which nothing comes.
        BreatheDone = "care-breathe-done",
        /// She stopped.
        Breathed = "care-breathed",
    }
}
