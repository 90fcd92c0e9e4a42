//! A session: the events that are recorded, and the conversation they fold to.
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

pub mod baseline;
pub mod branch;
pub mod care;
pub mod content;
pub mod direction;
pub mod event;
pub mod fold;
pub mod limit;
pub mod measure;
