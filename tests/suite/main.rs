//! One harness for all tests that are not inline: one `mod` for each area.

mod botapi;
mod cli;
mod library;
mod nlu;
mod store;
