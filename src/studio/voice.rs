//! What the trainers' tools say.

use crate::base::lang::Lang;
use crate::i18n::Prose;
use crate::library::tool_words;

/// The tools' words, in one language.
pub struct Voice {
    /// All languages' words.
    pub words: Prose,
    /// The one that is spoken.
    pub lang: Lang,
}

impl Voice {
    /// The words in this language.
    pub fn new(lang: Lang) -> Voice {
        Voice { words: tool_words(), lang }
    }

    /// A message with its values; a value that is a number chooses between one and many.
    pub fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.words.label(key, values, self.lang)
    }

    /// A word of the vocabulary, such as `state` `angry`; the id where there is none.
    pub fn term(&self, kind: &str, id: &str) -> String {
        self.words.term(kind, id, self.lang)
    }

    /// The id as files have it, with its word where that says more.
    pub fn named(&self, kind: &str, id: &str) -> String {
        let word = self.term(kind, id);
        match word == id {
            true => word,
            false => self.say("tool-named", &[("id", id), ("word", &word)]),
        }
    }

    /// Several of them, as a list.
    pub fn all_named<'a>(&self, kind: &str, ids: impl IntoIterator<Item = &'a str>) -> String {
        self.listed(ids.into_iter().map(|id| self.named(kind, id)))
    }

    /// Texts as a list; the word for none where there is not one.
    pub fn listed(&self, texts: impl IntoIterator<Item = String>) -> String {
        let texts: Vec<String> = texts.into_iter().collect();
        match texts.is_empty() {
            true => self.say("tool-none", &[]),
            false => texts.join(&self.say("check-separator", &[])),
        }
    }
}
