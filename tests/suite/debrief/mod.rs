//! The debrief, judged on hand-made transcripts: no reader and no customer model takes part.

mod arbitrary;
mod findings;
pub mod fixture;
mod prose;
mod score;
