//! A trainee over time: what is kept of each reflection, what grew, whom to practise with next, what she plans, when
//! she is reminded.
//!
//! - `entry`: one completed reflection, complete in itself
//! - `growth`: entries to what grew and what is weakest
//! - `picture`: entries to weeks and parts of the rubric, for the two pictures
//! - `spaced`: the next customer, and why
//! - `plan`: what she means to do differently
//! - `zone`: days and times of day where she lives
//! - `review`: when she is to be reminded
//! - `due`: days by which something is to be done
//! - `cohort`: the journals of a cohort to what can be told of all of them and of nobody
//!
//! # Invariants
//! - Folds entries only: no log is ever played again for it, so that trainers may change their customers and a
//!   journal still counts.
//! - Practice that branched off another session is journalled and counted apart from everything else.
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

pub mod cohort;
pub mod due;
pub mod entry;
pub mod growth;
pub mod picture;
pub mod plan;
pub mod review;
pub mod spaced;
pub mod zone;
