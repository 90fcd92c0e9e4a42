//! What the debrief says.

phrases! {
    /// Phrases of the debrief; `debrief::present` chooses them.
    DebriefPhrase in Debrief {
    }
}
