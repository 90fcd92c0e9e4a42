//! Words every other module shares: languages, ids, spans, times, dice, levels, moves and phrases.
//! Imports nothing of this crate.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::unreachable,
        clippy::todo,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::float_arithmetic,
        clippy::disallowed_methods,
        clippy::disallowed_types
    )
)]

pub mod cause;
pub mod dice;
pub mod ending;
pub mod gentle;
pub mod hash;
pub mod id;
pub mod lang;
pub mod level;
pub mod membership;
pub mod mode;
pub mod moves;
pub mod phrase;
pub mod rate;
pub mod span;
pub mod time;
