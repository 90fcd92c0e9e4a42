//! One harness for all tests that are not inline: one `mod` for each area.

mod botapi;
// Switch on once flow, library and command line are merged: mod serve;
mod store;
mod telegram;
