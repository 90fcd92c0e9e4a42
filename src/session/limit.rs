//! The lines that are left where a trainee limits abuse: made from the lists of each language when somebody first asks.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

use crate::base::gentle::Gentle;
use crate::base::hash::ContentHash;
use crate::base::id::PersonaId;
use crate::base::lang::Lang;
use crate::persona::harsh::Harsh;
use crate::persona::lines::Book;
use crate::persona::model::Texts;

/// What a conversation with a limit was played with beside persona and language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limit {
    /// How strict.
    pub gentle: Gentle,
    /// Hash over the lists of words that decide which lines go.
    pub words: ContentHash,
}

/// Limits at hand: by language the lists, and what was made of them so far.
#[derive(Clone, Debug, Default)]
pub struct Limits {
    harsh: BTreeMap<Lang, Harsh>,
    books: BTreeMap<(Lang, Gentle), Arc<OnceLock<Book>>>,
    texts: BTreeMap<(PersonaId, Lang, Gentle), Arc<OnceLock<Texts>>>,
}

/// Every limit that leaves something out.
fn strict() -> impl Iterator<Item = Gentle> {
    Gentle::ALL.into_iter().filter(|gentle| *gentle != Gentle::AsIs)
}

impl Limits {
    /// Limits for these languages and the customers who speak them; nothing is made yet.
    pub fn new(
        harsh: BTreeMap<Lang, Harsh>,
        speakers: impl IntoIterator<Item = (PersonaId, Lang)>,
    ) -> Limits {
        let books = harsh.keys().flat_map(|lang| strict().map(|gentle| ((*lang, gentle), Arc::default())));
        let mut limits = Limits { texts: BTreeMap::new(), books: books.collect(), harsh };
        limits.extend(speakers);
        limits
    }

    /// Takes in more customers and the languages they speak.
    pub fn extend(&mut self, speakers: impl IntoIterator<Item = (PersonaId, Lang)>) {
        let speakers = speakers.into_iter().filter(|(_, lang)| self.harsh.contains_key(lang));
        let texts = speakers.flat_map(|(persona, lang)| {
            strict().map(move |gentle| ((persona.clone(), lang, gentle), Arc::default()))
        });
        self.texts.extend(texts.collect::<Vec<_>>());
    }

    /// The lists of a language.
    pub fn harsh(&self, lang: Lang) -> Option<&Harsh> {
        self.harsh.get(&lang)
    }

    /// A language's lines and a persona's texts under a limit. `None` where there is no limit of that kind.
    pub fn under<'a>(
        &'a self,
        (persona, lang, gentle): (&PersonaId, Lang, Gentle),
        book: &Book,
        texts: &Texts,
    ) -> Option<(&'a Book, &'a Texts, &'a ContentHash)> {
        let harsh = self.harsh.get(&lang)?;
        let own = self.texts.get(&(persona.clone(), lang, gentle))?;
        let shared = self.books.get(&(lang, gentle))?;
        let book = shared.get_or_init(|| harsh.book(book, gentle));
        let texts = own.get_or_init(|| harsh.texts(texts, gentle));
        Some((book, texts, &harsh.hash))
    }
}
