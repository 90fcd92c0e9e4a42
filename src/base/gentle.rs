//! How much abuse a trainee lets customers use. It concerns their words only: what they feel, do and decide stays the same.

use serde::{Deserialize, Serialize};

/// A limit on abuse, set by the trainee herself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gentle {
    /// None: every line may be spoken.
    #[default]
    AsIs,
    /// No insults.
    NoInsults,
    /// Neither insults nor contempt.
    NoContempt,
}

impl Gentle {
    /// All limits, the loosest first.
    pub const ALL: [Gentle; 3] = [Gentle::AsIs, Gentle::NoInsults, Gentle::NoContempt];

    /// The id in records.
    pub fn id(self) -> &'static str {
        match self {
            Gentle::AsIs => "as_is",
            Gentle::NoInsults => "no_insults",
            Gentle::NoContempt => "no_contempt",
        }
    }
}
