//! Synthetic trainees against customers, by the thousand: who can be calmed by whom, how often, and what is never
//! reached or never said.
//!
//! A trainee is data over moves ([`trainee`]): she writes no words, so what is measured is the customer, not how well he
//! understands. Pure and repeatable: the same content, trainee and seed give the same conversation.
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

pub mod play;
pub mod tally;
pub mod trainee;
