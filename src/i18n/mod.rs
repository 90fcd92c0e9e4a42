//! Placeholder until the interface texts are merged: says the id of every phrase.

use crate::base::lang::Lang;
use crate::base::phrase::Phrase;
use crate::flow::input::Command;

/// Placeholder.
#[derive(Clone, Debug, Default)]
pub struct Prose;

impl Prose {
    /// Placeholder.
    pub fn render(&self, phrase: &Phrase, _lang: Lang) -> String {
        phrase.id().to_owned()
    }

    /// Placeholder.
    pub fn command_list(&self, _lang: Lang) -> Vec<(Command, String)> {
        Command::ALL.map(|c| (c, format!("/{}", c.id()))).to_vec()
    }
}
