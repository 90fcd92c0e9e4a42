//! The debrief, judged on hand-made transcripts: no reader and no customer model takes part but in `whatif`, which plays.

mod arbitrary;
mod findings;
pub mod fixture;
mod prose;
mod score;
mod whatif;
mod why;
