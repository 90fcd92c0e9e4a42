//! What a conversation is for, which decides what help a trainee may have while it is open.

use serde::{Deserialize, Serialize};

/// What a conversation is for. Contests will be a third.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// To learn: every help may be had at any time.
    #[default]
    Practice,
    /// To show what has been learnt: no help until it has ended.
    Exam,
}

impl Mode {
    /// The id in records and locales.
    pub fn id(self) -> &'static str {
        match self {
            Mode::Practice => "practice",
            Mode::Exam => "exam",
        }
    }

    /// Whether hints, explanations, other courses and going back may be had while the conversation is open.
    pub fn helps(self) -> bool {
        self == Mode::Practice
    }
}
