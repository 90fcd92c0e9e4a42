//! One harness for all tests that are not inline: one `mod` for each area.

mod abuse;
mod botapi;
mod cli;
mod contest;
mod debrief;
mod flow;
mod fuzz;
mod i18n;
mod library;
mod nlu;
mod operate;
mod papers;
mod plays;
mod properties;
mod readme;
mod serve;
mod simulate;
mod stage;
mod store;
mod telegram;
mod tidy;
mod workshop;
