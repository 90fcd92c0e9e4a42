//! The customer: what a reading does to his feelings, what he does next, and what he says.
//!
//! [`react::open`] starts a conversation, [`react::react`] plays one message. Both are pure: the same persona,
//! state, reading and dice give the same turn on any machine. There are no floats here, no clock and no file.
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

pub mod answers;
pub mod appraise;
pub mod causes;
pub mod emotion;
pub mod memory;
pub mod occasion;
pub mod plan;
pub mod react;
pub mod reaction;
pub mod speak;
pub mod state;
pub mod trace;
