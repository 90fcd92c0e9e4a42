//! From a trainee's text to a [`reading::Reading`]: which moves it makes, with the words that show it.

pub mod ear;
pub mod reader;
pub mod reading;
