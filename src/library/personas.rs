//! The customers of `personas/`: which files belong together, and that each says what its name says.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use crate::base::hash::ContentHash;
use crate::base::id::PersonaId;
use crate::base::lang::Lang;
use crate::persona::defaults::Defaults;
use crate::persona::finding::{Finding, Source};
use crate::persona::lower::parse_persona;
use crate::persona::model::Persona;
use crate::persona::rules::{Rules, parse_rules};

use super::files::{DEFAULTS, EMOTIONS, Files, WORDS, is_shared};

/// Reads `emotions.toml` and the customer types; gives them with the hash of all their files.
pub fn rules(files: &Files, findings: &mut Vec<Finding>) -> Option<(Rules, ContentHash)> {
    let emotions = files.get(EMOTIONS)?;
    let types: Vec<Source<'_>> =
        files.in_folder("personas/types", ".toml").map(|(_, source)| source).collect();
    let (rules, found) = parse_rules(emotions, &types);
    findings.extend(found);
    let sources = std::iter::once(emotions).chain(types);
    let hash = ContentHash::of(sources.map(|source| source.text.as_bytes()));
    rules.map(|mut rules| {
        rules.defaults = defaults(files, findings).unwrap_or_default();
        (rules, hash)
    })
}

/// What stands in where a customer's file is silent.
fn defaults(files: &Files, findings: &mut Vec<Finding>) -> Option<Defaults> {
    let folders = files.folders_in("locales");
    let words = folders
        .iter()
        .filter_map(|folder| Some((Lang::parse(folder)?, files.get(&format!("locales/{folder}/{WORDS}"))?)));
    Defaults::parse(files.get(DEFAULTS)?, &words.collect::<Vec<_>>(), findings)
}

/// The files of one customer.
#[derive(Default)]
pub(super) struct Dossier<'a> {
    /// His own.
    pub(super) main: Option<Source<'a>>,
    /// His texts in other languages.
    pub(super) translations: Vec<Source<'a>>,
}

/// Reads every customer. Those that cannot be played are left out.
pub fn personas(
    files: &Files,
    rules: &Rules,
    rules_hash: &ContentHash,
    findings: &mut Vec<Finding>,
) -> BTreeMap<PersonaId, Arc<Persona>> {
    let dossiers = dossiers(files);
    let ids: Vec<&str> = dossiers.iter().filter(|(_, d)| d.main.is_some()).map(|(id, _)| *id).collect();
    let mut personas = BTreeMap::new();
    for (id, dossier) in &dossiers {
        let Some(main) = dossier.main else {
            findings.extend(dossier.translations.iter().map(|source| orphan(*source, id, &ids)));
            continue;
        };
        let (persona, found) = parse_persona(main, &dossier.translations, rules);
        findings.extend(found);
        findings.extend(dossier.translations.iter().filter_map(|source| wrong_language(*source)));
        let Some(mut persona) = persona else { continue };
        if persona.id.as_str() != *id {
            findings.push(wrong_name(main, &persona, id));
            continue;
        }
        // A session must not go on under other laws than it began with.
        let parts = [persona.hash.as_str().as_bytes(), rules_hash.as_str().as_bytes()];
        persona.hash = ContentHash::of(parts);
        personas.insert(persona.id.clone(), Arc::new(persona));
    }
    personas
}

/// The files of each customer, by the name of his own.
pub(super) fn dossiers(files: &Files) -> BTreeMap<&str, Dossier<'_>> {
    let mut dossiers: BTreeMap<&str, Dossier<'_>> = BTreeMap::new();
    for (stem, source) in files.in_folder("personas", ".toml").filter(|(_, source)| !is_shared(source.name)) {
        match stem.split_once('.') {
            None => dossiers.entry(stem).or_default().main = Some(source),
            Some((id, _)) => dossiers.entry(id).or_default().translations.push(source),
        }
    }
    dossiers
}

fn orphan(source: Source<'_>, id: &str, ids: &[&str]) -> Finding {
    source.error("persona.orphan-translation", 0..0).text("id", id).near(id, ids.iter().copied())
}

fn wrong_name(source: Source<'_>, persona: &Persona, id: &str) -> Finding {
    #[derive(Deserialize)]
    struct Id {
        id: Spanned<String>,
    }
    let span = toml::from_str::<Id>(source.text).map_or(0..0, |file| file.id.span());
    source.error("persona.wrong-file", span).text("file", id).text("id", persona.id.as_str())
}

fn wrong_language(source: Source<'_>) -> Option<Finding> {
    #[derive(Deserialize)]
    struct Language {
        lang: Spanned<String>,
    }
    let file: Language = toml::from_str(source.text).ok()?;
    let stem = source.name.strip_suffix(".toml")?;
    let (_, named) = stem.rsplit('/').next()?.split_once('.')?;
    let written = file.lang.get_ref();
    (written != named).then(|| {
        let finding = source.warning("persona.wrong-language", file.lang.span());
        finding.text("named", named).text("written", written)
    })
}
