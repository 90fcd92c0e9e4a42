//! One conversation flow for every channel: takes an [`input::Input`], returns events to record and things to say.
//!
//! [`step::step`] is the way in. Everything here is pure: no clock, no chance, no file, no language of its own.
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

pub mod action;
mod answer;
mod care;
mod coach;
pub mod cohort;
pub mod contest;
mod diary;
mod duty;
pub mod errand;
pub mod group;
mod growth;
mod hint;
pub mod input;
mod insight;
mod journal;
mod language;
mod menu;
pub mod office;
mod own;
mod plan;
mod practice;
pub mod profile;
mod remind;
mod review;
mod rewind;
pub mod roles;
pub mod say;
mod scene;
pub mod step;
mod swap;
mod team;
pub mod trainer;

pub use step::{Step, reads_journal, step};
