//! Newtypes for everything that is named by a number or a short word.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::hash::fnv1a;

fn is_word(word: &str) -> bool {
    let clean = word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    (1..=40).contains(&word.len()) && clean
}

fn bad(word: &str) -> String {
    format!("`{word}` is no id: expected 1 to 40 of a-z, 0-9 and _")
}

macro_rules! word_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Arc<str>);

        impl TryFrom<String> for $name {
            type Error = String;

            fn try_from(word: String) -> Result<$name, String> {
                $name::parse(&word).ok_or_else(|| bad(&word))
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
                is_word(word).then(|| $name(word.into()))
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

/// A persona: the name of its file, and for what trainers publish or try from their phones, whose it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PersonaId(Arc<str>);

/// Whose a persona is that is in no content folder: files of different people may have the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Realm {
    /// Published by trainers of this organisation.
    Published(u32),
    /// Not published: a trainer tries it.
    Draft(TraineeId),
}

impl Realm {
    fn parse(word: &str) -> Option<Realm> {
        let realm = match word.strip_prefix('o') {
            Some(organisation) => Realm::Published(organisation.parse().ok()?),
            None => Realm::Draft(TraineeId(word.strip_prefix('t')?.parse().ok()?)),
        };
        // Only what `Display` writes: no plus sign, no leading zero.
        (realm.to_string() == word).then_some(realm)
    }
}

impl fmt::Display for Realm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Realm::Published(organisation) => write!(f, "o{organisation}"),
            Realm::Draft(TraineeId(trainer)) => write!(f, "t{trainer}"),
        }
    }
}

impl PersonaId {
    /// Reads the id of a file: 1 to 40 lower-case letters, digits and underscores. `None` for anything else.
    pub fn parse(word: &str) -> Option<PersonaId> {
        is_word(word).then(|| PersonaId(word.into()))
    }

    /// Reads any persona's id, also that of one who is in no content folder: `name@o3`, `name@t42`.
    pub fn parse_any(word: &str) -> Option<PersonaId> {
        let name = match word.split_once('@') {
            Some((name, realm)) => Realm::parse(realm).map(|_| name)?,
            None => word,
        };
        is_word(name).then(|| PersonaId(word.into()))
    }

    /// The customer that a single message is measured on; no file can have this name, which has no letter.
    pub fn plain() -> PersonaId {
        PersonaId(Arc::from(""))
    }

    /// The persona of this file's name in a realm.
    pub fn within(&self, realm: Realm) -> PersonaId {
        PersonaId(format!("{}@{realm}", self.name()).into())
    }

    /// Whose it is; `None` for those of the content folder.
    pub fn realm(&self) -> Option<Realm> {
        self.0.split_once('@').and_then(|(_, realm)| Realm::parse(realm))
    }

    /// The name of its file, whosever it is.
    pub fn name(&self) -> &str {
        self.0.split_once('@').map_or(&self.0, |(name, _)| name)
    }

    /// The word itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for PersonaId {
    type Error = String;

    fn try_from(word: String) -> Result<PersonaId, String> {
        PersonaId::parse_any(&word).ok_or_else(|| bad(&word))
    }
}

impl From<PersonaId> for String {
    fn from(id: PersonaId) -> String {
        id.0.to_string()
    }
}

impl fmt::Display for PersonaId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_persona_of_a_phone_is_told_from_one_of_the_folder() {
        let pump = PersonaId::parse("pump").unwrap();
        for realm in [Realm::Published(0), Realm::Published(u32::MAX), Realm::Draft(TraineeId(42))] {
            let id = pump.within(realm);
            assert_eq!(PersonaId::parse_any(id.as_str()), Some(id.clone()));
            assert_eq!((id.realm(), id.name(), PersonaId::parse(id.as_str())), (Some(realm), "pump", None));
        }
        for forged in
            ["pump@", "pump@o", "pump@o+1", "pump@o01", "@o1", "pump@x1", "pump@o1@o2", "Pump@o1", "pump@t1 "]
        {
            assert_eq!(PersonaId::parse_any(forged), None, "{forged}");
        }
    }
}
