//! Words every other module shares: languages, ids, spans, times, dice, levels, moves and phrases.
//! Imports nothing of this crate.

pub mod cause;
pub mod dice;
pub mod ending;
pub mod hash;
pub mod id;
pub mod lang;
pub mod level;
pub mod moves;
pub mod phrase;
pub mod span;
pub mod time;
