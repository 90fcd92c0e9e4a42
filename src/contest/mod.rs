//! Contests: the part that anybody can verify. No groups, no messages, no clock: those stand on top of this.
//!
//! - `definition`: what a contest is, settled when it is announced
//! - `seed`: commit and reveal, so that seeds are unguessable before and beyond doubt after
//! - `run`: one participant's run of a round as a record
//! - `file`: its token, and the file in which it is handed on
//! - `verify`: a run played again; whether it is what it claims to be
//! - `entered`: whether a run belongs to a contest and kept its rules
//! - `ranking`: who stands where
//! - `alike`: whether two runs are in the same words
//! - `field`: what all runs of a round show together
//!
//! # Invariants
//! - A record that was made with another engine, customer or language is not verifiable here, and never called wrong.
//! - Everything in a record is under its token; everything that a conversation yields is played again and compared.
//! - Nobody's name is in a record, nor in anything that is worked out over several.
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

pub mod alike;
pub mod definition;
pub mod entered;
pub mod field;
pub mod file;
pub mod ranking;
pub mod run;
pub mod seed;
pub mod verify;
