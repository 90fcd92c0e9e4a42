//! From a trainee's text to a [`reading::Reading`]: which moves it makes, with the words that show it.
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

mod appeals;
pub mod asking;
pub mod bids;
mod choosing;
pub mod clause;
pub mod context;
pub mod corpus;
pub mod ear;
pub mod evaluate;
pub mod features;
mod han_set;
pub mod heard;
mod learn;
pub mod lexicon;
pub mod lint;
pub mod matcher;
pub mod meanings;
pub mod model;
pub mod normalise;
mod notes;
pub mod progress;
pub mod questions;
pub mod rank;
pub mod reader;
pub mod reading;
pub mod requests;
pub mod score;
pub mod slots;
pub mod train;
