//! Everything that is wrong with content: what was found while it was read, and what the workshop's rules see.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::id::PersonaId;
use crate::base::lang::Lang;
use crate::persona::finding::{Finding, read_toml};
use crate::persona::lines::Lines;
use crate::workshop::case::{Case, played};
use crate::workshop::lists::Lists;
use crate::workshop::sheet::Sheet;
use crate::workshop::{inspect as inspect_case, inspect_laws};

use super::files::{EMOTIONS, Files};
use super::personas::dossiers;
use super::{Cache, LibraryError, Loaded, Survey};

/// What to look at, and how closely.
#[derive(Clone, Debug)]
pub struct Closely {
    /// Only at this file; at all of them where nothing is said.
    pub only: Option<String>,
    /// Conversations of each kind of trainee with each customer; none where 0.
    pub runs: u64,
    /// Whether to look at the labelled examples, too.
    pub examples: bool,
}

/// What was found.
pub struct Inspection {
    /// In the order of files and lines.
    pub findings: Vec<Finding>,
    /// The files as they were read.
    pub files: Files,
}

/// Reads, checks and inspects; `findings` are those of reading the files.
pub fn inspect(files: Files, findings: Vec<Finding>, cache: &Cache, closely: &Closely) -> Inspection {
    let (mut findings, files) = match Survey::of(files, findings) {
        Ok(survey) => {
            let odd = if closely.examples { survey.odd_examples() } else { Vec::new() };
            let loaded = survey.load(cache);
            let mut findings = loaded.findings.clone();
            findings.extend(odd);
            findings.extend(by_rules(&loaded, closely));
            (findings, loaded.files)
        }
        // Without laws nobody can be played; they themselves can be looked at.
        Err(LibraryError::Rules { mut findings, files }) => {
            findings.extend(
                files.get(EMOTIONS).map(|laws| inspect_laws(&Sheet::read(laws), None)).into_iter().flatten(),
            );
            (findings, files)
        }
        Err(_) => (Vec::new(), Files::default()),
    };
    findings.retain(|finding| closely.only.as_ref().is_none_or(|name| finding.file == *name));
    findings.sort_by(|a, b| (&a.file, a.line, a.column, a.code).cmp(&(&b.file, b.line, b.column, b.code)));
    findings.dedup();
    Inspection { findings, files }
}

fn by_rules(loaded: &Loaded, closely: &Closely) -> Vec<Finding> {
    let (files, laws) = (&loaded.files, &loaded.content.rules);
    let mut findings = Vec::new();
    let types = files.in_folder("personas/types", ".toml").map(|(_, source)| source);
    for source in files.get(EMOTIONS).into_iter().chain(types) {
        findings.extend(inspect_laws(&Sheet::read(source), Some(laws)));
    }
    let lists = lists(files, &mut findings);
    let keys = keys(loaded);
    for (id, dossier) in dossiers(files) {
        let Some(main) = dossier.main else { continue };
        let names = || std::iter::once(main).chain(dossier.translations.iter().copied()).map(|s| s.name);
        if closely.only.as_ref().is_some_and(|only| names().all(|name| name != only)) {
            continue;
        }
        let main = Sheet::read(main);
        findings.extend(inspect_laws(&main, Some(laws)));
        let persona = PersonaId::parse(id).and_then(|id| loaded.content.personas.get(&id));
        let speaks = |lang: &Lang| Some((*lang, loaded.content.cast(&persona?.id, *lang)?));
        let casts: Vec<_> =
            persona.iter().flat_map(|persona| persona.texts.keys()).filter_map(speaks).collect();
        let own = persona.and_then(|persona| casts.iter().find(|(lang, _)| *lang == persona.home));
        let played = own
            .filter(|_| closely.runs > 0)
            .map(|(lang, cast)| played(cast, *lang, &loaded.trainees, closely.runs));
        let case = Case {
            id,
            main,
            others: dossier.translations.iter().map(|source| Sheet::read(*source)).collect(),
            persona: persona.map(|persona| &**persona),
            laws,
            lists: &lists,
            keys: &keys,
            spoken: loaded.content.tongues.keys().copied().collect(),
            casts,
            played: played.unwrap_or_default(),
            runs: closely.runs,
        };
        findings.extend(inspect_case(&case));
    }
    findings
}

/// The words each language looks out for.
fn lists(files: &Files, findings: &mut Vec<Finding>) -> BTreeMap<Lang, Lists> {
    let mut lists = BTreeMap::new();
    for folder in files.folders_in("locales") {
        let source = files.get(&format!("locales/{folder}/workshop.toml"));
        let Some((lang, source)) = Lang::parse(&folder).zip(source) else { continue };
        match read_toml::<Lists>(source) {
            Ok(read) => drop(lists.insert(lang, read)),
            Err(found) => findings.extend(found),
        }
    }
    lists
}

/// The keys of lines that any customer has, over all languages.
fn keys(loaded: &Loaded) -> BTreeSet<String> {
    let books = loaded.content.tongues.values().map(|tongue| &tongue.book);
    let lines = books.flat_map(|book| std::iter::once(&book.general).chain(book.types.values()));
    let general = loaded.files.folders_in("locales").into_iter().flat_map(|folder| {
        let kinds = loaded.files.get(&format!("locales/{folder}/questions.toml")).map(Sheet::read);
        let kinds = kinds.map(|sheet| {
            sheet.root.entries().iter().map(|(key, _)| format!("answer-{}", key.name)).collect::<Vec<_>>()
        });
        kinds.unwrap_or_default()
    });
    lines.flat_map(Lines::iter).map(|(key, _)| key.to_owned()).chain(general).collect()
}
