//! What the tools say, in the language of `--lang`.

use crate::cli::args::Common;
use crate::cli::shelf::told_in;

pub use crate::studio::Voice;

impl Voice {
    /// The words in the language that was asked for.
    pub fn of(common: &Common) -> Voice {
        Voice::new(told_in(common))
    }
}
