//! What goes out to a trainee, before any language or channel has touched it.

use crate::base::phrase::Phrase;

use super::action::Action;

/// One thing to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Say {
    /// The customer's own words, one bubble.
    Bubble(String),
    /// The product speaks; rows of buttons may hang below.
    Tell(Phrase, Vec<Vec<Button>>),
}

/// A button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    /// What stands on it.
    pub label: Label,
    /// What it does.
    pub action: Action,
}

/// What stands on a button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    /// The product's words.
    Phrase(Phrase),
    /// Content as it is: a persona's title, a language's own name.
    Text(String),
}
