//! Everything the product itself can say, typed; `i18n` turns it into prose.

pub mod debrief;

use debrief::DebriefPhrase;

/// One thing the product says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phrase {
    /// Part of the debrief.
    Debrief(DebriefPhrase),
}

impl Phrase {
    /// The message's key in the locales.
    pub fn id(&self) -> &'static str {
        match self {
            Phrase::Debrief(phrase) => phrase.id(),
        }
    }

    /// What fills the message's placeables.
    pub fn args(&self) -> Vec<(&'static str, Arg)> {
        match self {
            Phrase::Debrief(phrase) => phrase.args(),
        }
    }
}

/// What fills a placeable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Content or a trainee's words, as they are.
    Text(String),
    /// A number.
    Number(i64),
    /// A named thing by kind and id; rendered from the key `kind-id`.
    Term(&'static str, String),
    /// A phrase inside a phrase.
    Phrase(Box<Phrase>),
    /// Phrases, one per line.
    Joined(Vec<Phrase>),
}
