//! What trainers work on customers with, wherever they do: on the command line, or on a phone through the office.
//!
//! - `parcel`: a customer in one file, to be passed on and opened safely
//! - `outcome`: synthetic trainees by the many, and their picture
//! - `summary`: the same in words
//! - `bench`: looks files over for the office, and lets trainees meet what is published
//! - `voice`: the tools' words

mod bench;
mod outcome;
pub mod parcel;
mod summary;
mod voice;

pub use bench::Bench;
pub use outcome::{Unseen, many, picture, unseen};
pub use summary::{never, summary};
pub use voice::Voice;
