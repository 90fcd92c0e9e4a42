//! A customer who stands in no content folder: his files came from a phone and are kept in the store.

use std::collections::BTreeMap;

use crate::base::id::PersonaId;
use crate::persona::finding::{Finding, Source};
use crate::persona::lower::parse_persona;
use crate::persona::model::Persona;
use crate::session::content::Content;

/// A customer's files by the names that they would have in a content folder, such as `personas/pump.toml`.
pub type Texts = BTreeMap<String, String>;

/// Makes the customer of these files, under the laws and in the languages of `content`. `name` is his file's, `id` what he is known by.
/// `None` where he cannot be played; the findings say why.
pub fn guest(
    content: &Content,
    name: &PersonaId,
    id: PersonaId,
    texts: &Texts,
) -> (Option<Persona>, Vec<Finding>) {
    let (main, prefix) = (format!("personas/{name}.toml"), format!("personas/{name}."));
    let Some(text) = texts.get(&main) else { return (None, Vec::new()) };
    let own = Source { name: &main, text };
    let others = texts.iter().filter(|(file, _)| file.starts_with(&prefix) && **file != main);
    let translations: Vec<Source<'_>> = others.map(|(name, text)| Source { name, text }).collect();
    let (persona, findings) = parse_persona(own, &translations, &content.rules);
    let speaks = |persona: &Persona| persona.texts.keys().any(|lang| content.tongues.contains_key(lang));
    (persona.filter(speaks).map(|persona| Persona { id, ..persona }), findings)
}
