//! The flow: what a trainee does, against what is recorded and said.

mod buttons;
mod care;
mod coach;
mod duet;
mod exam;
mod fixture;
mod gentle;
mod hints;
mod insight;
pub mod journal;
mod lobby;
mod open_conversation;
mod own;
mod play;
mod progress;
mod remind;
mod rewind;
mod swap;
mod swap_offers;
mod team;
