//! Newtypes for everything that is named by a number or a short word.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::hash::fnv1a;

macro_rules! word_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Arc<str>);

        impl TryFrom<String> for $name {
            type Error = String;

            fn try_from(word: String) -> Result<$name, String> {
                let bad = || format!("`{word}` is no id: expected 1 to 40 of a-z, 0-9 and _");
                $name::parse(&word).ok_or_else(bad)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0.to_string()
            }
        }

        impl $name {
            /// Reads an id: 1 to 40 lower-case letters, digits and underscores. `None` for anything else.
            pub fn parse(word: &str) -> Option<$name> {
                let clean = word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
                ((1..=40).contains(&word.len()) && clean).then(|| $name(word.into()))
            }

            /// The word itself.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

word_id!(
    /// A persona: the name of its file.
    PersonaId
);
word_id!(
    /// A fact of a persona's case, or a general question kind of a language.
    FactId
);
word_id!(
    /// Something the customer wants.
    DemandId
);
word_id!(
    /// Something the trainee may (or may not) offer.
    OfferId
);
word_id!(
    /// A named state of the customer: a rung of a ladder or an ending.
    StateId
);

impl PersonaId {
    /// The customer that a single message is measured on; no file can have this name, which has no letter.
    pub fn plain() -> PersonaId {
        PersonaId(Arc::from(""))
    }
}

/// A trainee: Telegram's user id, or 0 for the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TraineeId(pub i64);

/// A session: the trainee and a running number that starts at 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SessionId {
    /// Whose session it is.
    pub trainee: TraineeId,
    /// The trainee's how-manieth.
    pub number: u32,
}

impl fmt::Display for SessionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.trainee.0, self.number)
    }
}

/// The name of a line a customer can say: where it stands, such as `persona/react-thank-low.0`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct LineId(Arc<str>, u64);

impl LineId {
    /// A number that stands for it: the same name gives the same on any machine.
    pub fn key(&self) -> u64 {
        self.1
    }

    /// The name itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for LineId {
    fn from(name: String) -> LineId {
        let key = fnv1a(name.bytes());
        LineId(name.into(), key)
    }
}

impl From<LineId> for String {
    fn from(id: LineId) -> String {
        id.0.to_string()
    }
}
