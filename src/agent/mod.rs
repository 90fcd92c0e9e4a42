//! A model agent: the other side of the table. The trainee plays the customer and writes freely; the agent does what the
//! curriculum teaches, and can say afterwards what it did where.
//!
//! - `wording`: what it says and the signs it hears by, in one language, as trainers write them
//! - `hear`: what a customer's message tells: facts, feelings, wishes, insults
//! - `talk`: the conversation so far, as it is kept
//! - `times`: whether a time that a text names is still ahead
//! - `wishes`: what her words have touched, and how much of it an offer meets
//! - `policy`: ordered rules over moves: what to say next
//! - `speak`: the words of a rule, none of them twice
//! - `review`: which method was used in which message
//!
//! # Invariants
//! - The same words at the same hour in the same conversation get the same reply: no chance, no clock.
//! - No time is promised that is not ahead.
//! - No line is spoken twice, and nothing is asked that was told.
//! - Nothing beyond the agent's authority is promised: what it offers are the persona's own examples.
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

pub mod hear;
mod policy;
pub mod review;
mod speak;
pub mod talk;
pub mod times;
mod wishes;
pub mod wording;

use crate::persona::harsh::Harsh;
use crate::persona::model::{Persona, Texts};

use talk::{Exchange, Talk};
use wording::Wording;

/// Everything that an agent answers with.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// Whose case it is.
    pub persona: &'a Persona,
    /// Its texts in the language spoken.
    pub texts: &'a Texts,
    /// The agent's own words.
    pub wording: &'a Wording,
    /// What insults, where the language lists it.
    pub harsh: Option<&'a Harsh>,
    /// The hour of the customer's day, 0 to 23; `None` where nobody knows it. The agent reads no clock.
    pub hour: Option<u8>,
}

/// Most messages of a trainee in one conversation; the agent then comes to a close by itself.
pub const LONGEST: usize = 24;

/// The agent's first words.
pub fn open(desk: &Desk<'_>, talk: &mut Talk) {
    let reply = policy::greet(desk, talk);
    talk.turns.push(Exchange { said: String::new(), reply });
}

/// Answers one message, and takes it into the conversation.
pub fn answer(desk: &Desk<'_>, talk: &mut Talk, said: &str) {
    let heard = hear::hear(desk, said);
    let reply = policy::reply(desk, talk, &heard);
    talk.turns.push(Exchange { said: said.to_owned(), reply });
}
