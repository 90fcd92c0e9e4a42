//! The flow: what a trainee does, against what is recorded and said.

mod buttons;
mod fixture;
mod hints;
mod lobby;
mod open_conversation;
mod play;
