//! One conversation flow for every channel: takes an [`input::Input`], returns events to record and things to say.

pub mod action;
pub mod input;
pub mod profile;
pub mod say;
pub mod step;

pub use step::{Step, step};
