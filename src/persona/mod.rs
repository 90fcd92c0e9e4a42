//! Customers as trainers write them: the file, the checked model, and the findings between the two.
//!
//! Never reads a file: texts come in as strings, findings go out as values.
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

pub mod chart;
pub mod complete;
pub mod defaults;
pub mod file;
pub mod finding;
pub mod harsh;
pub mod kind;
pub mod lines;
pub mod lower;
pub mod model;
pub mod nature;
pub mod pattern;
pub mod presume;
pub mod rules;
pub mod schema;
pub mod script;
pub mod several;
pub mod texts;
