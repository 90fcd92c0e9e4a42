//! The languages of `locales/`: interface texts, and for those that customers speak, lines and a reader.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agent::wording::{Wording, WordingFile};
use crate::base::hash::ContentHash;
use crate::base::lang::Lang;
use crate::i18n::{Locale, Prose};
use crate::nlu::corpus::{Classes, Corpus};
use crate::nlu::meanings::Meanings;
use crate::nlu::rank::Hearing;
use crate::nlu::reader::Reader;
use crate::persona::finding::{Finding, Source, read_toml};
use crate::persona::harsh::{Harsh, HarshFile};
use crate::persona::lines::{Book, parse_book};
use crate::persona::presume::Presumptions;
use crate::session::content::Tongue;
use crate::session::fold::ENGINE;

use super::cache::Cache;
use super::files::{Files, MEANINGS, MODEL};

/// A language customers speak, read but not trained.
#[derive(Clone)]
pub struct Draft {
    lang: Lang,
    book: Arc<Book>,
    corpus: Corpus,
    classes: Classes,
    hearing: Arc<Hearing>,
    /// Hash over everything that its model is trained from.
    pub hash: ContentHash,
}

/// The languages customers speak, read but not trained.
pub type Tongues = BTreeMap<Lang, Draft>;

/// A language customers speak but that has no reader of its own: another language's reads it.
#[derive(Clone)]
pub struct Guest {
    reads: Lang,
    book: Arc<Book>,
    hash: ContentHash,
}

/// Everything in `locales/`.
#[derive(Default)]
pub struct Locales {
    /// Interface texts.
    pub prose: Prose,
    /// Languages customers speak.
    pub tongues: Tongues,
    /// Languages customers speak that are read with another's reader.
    pub guests: BTreeMap<Lang, Guest>,
    /// What a model agent says.
    pub agents: BTreeMap<Lang, Arc<Wording>>,
    /// Words that insult or hold in contempt, for trainees who limit abuse. They are no part of a language's hash: without
    /// a limit nothing depends on them.
    pub harsh: BTreeMap<Lang, Harsh>,
    /// Where a language borrows what it has not got.
    pub fallbacks: BTreeMap<Lang, Lang>,
}

/// Reads every language. Those without a usable `locale.toml` are left out.
pub fn locales(files: &Files, findings: &mut Vec<Finding>) -> Locales {
    let mut locales = Locales::default();
    let folders = files.folders_in("locales");
    let described: Vec<(&String, Locale)> =
        folders.iter().filter_map(|folder| Some((folder, described(files, folder, findings)?))).collect();
    for (folder, locale) in &described {
        // What is written in a language that borrows its reader is read with it, and taught to it.
        let guests = described.iter().filter(|(_, guest)| guest.reads == Some(locale.tag));
        let taught: Vec<&str> =
            std::iter::once(folder.as_str()).chain(guests.map(|(folder, _)| folder.as_str())).collect();
        let prose = interface(files, folder, locale.tag, findings);
        locales.prose = std::mem::take(&mut locales.prose).join(prose);
        if let Some(back) = locale.fallback {
            let known = folders.iter().any(|other| other == back.tag());
            if known {
                locales.fallbacks.insert(locale.tag, back);
            } else {
                findings.push(unknown_fallback(files, folder, back, &folders));
            }
        }
        let name = format!("locales/{folder}/harsh.toml");
        if locale.speaks && files.get(&name).is_some() {
            let file: HarshFile = toml_or_default(files, &name, findings);
            locales.harsh.insert(locale.tag, Harsh::new(&file));
        }
        if let Some(wording) = agent(files, folder, locale.tag, findings) {
            locales.agents.insert(locale.tag, Arc::new(wording));
        }
        if let Some(reads) = locale.reads {
            if locale.speaks {
                let (book, parts) = book(files, folder, locale.tag, findings);
                let guest = Guest { reads, book: Arc::new(book), hash: ContentHash::of(parts) };
                locales.guests.insert(locale.tag, guest);
            }
            continue;
        }
        if let Some(draft) = locale.speaks.then(|| draft(files, &taught, locale.tag, findings)).flatten() {
            locales.tongues.insert(locale.tag, draft);
        }
    }
    locales
}

fn described(files: &Files, folder: &str, findings: &mut Vec<Finding>) -> Option<Locale> {
    let name = format!("locales/{folder}/locale.toml");
    let Some(source) = files.get(&name) else {
        findings.push(missing(&name));
        return None;
    };
    let locale = Locale::parse(source).map_err(|found| findings.extend(found)).ok()?;
    if locale.tag.tag() != folder {
        let span = source.find(&format!("\"{}\"", locale.tag));
        let finding = source.error("locale.wrong-folder", span);
        findings.push(finding.text("folder", folder).text("tag", locale.tag.tag()));
        return None;
    }
    Some(locale)
}

fn missing(name: &str) -> Finding {
    Source { name, text: "" }.error("locale.missing-file", 0..0).text("file", name)
}

fn unknown_fallback(files: &Files, folder: &str, back: Lang, folders: &[String]) -> Finding {
    let name = format!("locales/{folder}/locale.toml");
    let source = files.get(&name).unwrap_or(Source { name: &name, text: "" });
    let span = source.find(&format!("\"{back}\""));
    let known = || folders.iter().map(String::as_str);
    let finding = source.warning("locale.unknown-fallback", span).thing("kind", "language");
    finding.text("written", back.tag()).names("valid", known()).near(back.tag(), known())
}

fn interface(files: &Files, folder: &str, lang: Lang, findings: &mut Vec<Finding>) -> Prose {
    let wanted = ["locale.toml", "ui.ftl", "coach.ftl", "trainer.ftl", "group.ftl", "workshop.ftl"]
        .map(|file| format!("locales/{folder}/{file}"));
    let sources: Vec<(&str, &str)> =
        wanted.iter().filter_map(|name| files.get(name)).map(|source| (source.name, source.text)).collect();
    let (prose, found) = Prose::parse(lang, &sources);
    // Where a key stands nowhere, `i18n` names the file it belongs to without the library's own prefix.
    let placed = |mut finding: Finding| {
        if !finding.file.starts_with("locales/") {
            finding.file.insert_str(0, "locales/");
        }
        finding
    };
    findings.extend(found.into_iter().map(placed));
    prose
}

/// What a model agent says in a language; `None` where nobody wrote it.
fn agent(files: &Files, folder: &str, lang: Lang, findings: &mut Vec<Finding>) -> Option<Wording> {
    let [words, lines] = ["agent.toml", "agent.ftl"].map(|file| format!("locales/{folder}/{file}"));
    let (lines, found) = parse_book(&format!("{lang}/agent"), files.get(&lines)?);
    findings.extend(found);
    let file: WordingFile = read_toml(files.get(&words)?).map_err(|found| findings.extend(found)).ok()?;
    Wording::new(file, lines)
}

/// `None` where customers could neither speak nor understand. `folders` are the language's own and those of the
/// languages that borrow from it.
fn draft(files: &Files, folders: &[&str], lang: Lang, findings: &mut Vec<Finding>) -> Option<Draft> {
    let folder = folders.first().copied().unwrap_or_default();
    let at = |file: &str| format!("locales/{folder}/{file}");
    let mut parts: Vec<&[u8]> = Vec::new();
    let (book, said) = book(files, folder, lang, findings);
    parts.extend(said);
    let (lexicon, questions) = (at("lexicon.toml"), at("questions.toml"));
    for name in [&lexicon, &questions] {
        parts.extend(files.get(name).map(|source| source.text.as_bytes()));
        if files.get(name).is_none() {
            findings.push(missing(name));
        }
    }
    // How questions are put and what tells their topics: without them they are understood worse, and nothing is missing.
    let (forms, ranking) = (at("forms.toml"), at("ranking.toml"));
    for name in [&forms, &ranking] {
        parts.extend(files.get(name).map(|source| source.text.as_bytes()));
    }
    let mut corpus = Corpus::default();
    let thresholds = at("thresholds.toml");
    if let Some(source) = files.get(&thresholds) {
        parts.push(source.text.as_bytes());
        corpus.thresholds = toml_or_default(files, &thresholds, findings);
    }
    let moves: Vec<String> = folders.iter().map(|folder| format!("locales/{folder}/moves")).collect();
    for (_, source) in moves.iter().flat_map(|folder| files.in_folder(folder, ".toml")) {
        parts.extend([source.name.as_bytes(), source.text.as_bytes()]);
        corpus.add(source, findings);
    }
    if corpus.examples.is_empty() && corpus.cues.is_empty() {
        findings.push(missing(&at("moves/*.toml")));
        return None;
    }
    let mut classes: Classes = toml_or_default(files, &lexicon, findings);
    if let Some(more) = files.get(&at("classes.toml")) {
        parts.push(more.text.as_bytes());
        classes.extend(toml_or_default::<Classes>(files, more.name, findings));
    }
    // Damaged ones are as good as none: questions are then compared by their words alone.
    let meanings = files.data(folder, MEANINGS).and_then(Meanings::from_bytes).unwrap_or_default();
    let hash = ContentHash::of(parts);
    let hearing = Hearing {
        meanings: Arc::new(meanings),
        forms: Arc::new(toml_or_default(files, &forms, findings)),
        general: Arc::new(toml_or_default(files, &questions, findings)),
        ranking: toml_or_default(files, &ranking, findings),
    };
    Some(Draft { lang, book: Arc::new(book), corpus, classes, hearing: Arc::new(hearing), hash })
}

/// What customers say in a language, and the bytes it comes from.
fn book<'a>(
    files: &'a Files,
    folder: &str,
    lang: Lang,
    findings: &mut Vec<Finding>,
) -> (Book, Vec<&'a [u8]>) {
    let (mut book, mut parts) = (Book::default(), Vec::new());
    let name = format!("locales/{folder}/customer.ftl");
    match files.get(&name) {
        Some(source) => {
            let (lines, found) = parse_book(lang.tag(), source);
            findings.extend(found);
            parts.push(source.text.as_bytes());
            book.general = lines;
        }
        None => findings.push(missing(&name)),
    }
    let kinds = format!("locales/{folder}/types");
    let names: Vec<String> = files.in_folder(&kinds, ".ftl").map(|(id, _)| id.to_owned()).collect();
    for id in names {
        let Some(source) = files.get(&format!("{kinds}/{id}.ftl")) else { continue };
        let (lines, found) = parse_book(&format!("{}/{id}", lang.tag()), source);
        findings.extend(found);
        parts.extend([source.name.as_bytes(), source.text.as_bytes()]);
        book.types.insert(id, lines);
    }
    let presumes = format!("locales/{folder}/presumes.toml");
    if let Some(source) = files.get(&presumes) {
        parts.push(source.text.as_bytes());
        book.presumptions = Presumptions::new(&toml_or_default(files, &presumes, findings));
    }
    (book, parts)
}

impl Guest {
    /// The language, read with the reader of the one it borrows from. `None` where that one is not there.
    pub fn settle(&self, lang: Lang, tongues: &BTreeMap<Lang, Tongue>) -> Option<Tongue> {
        let host = tongues.get(&self.reads)?;
        let hash = ContentHash::of([self.hash.as_str().as_bytes(), host.hash.as_str().as_bytes()]);
        let (book, reader) = (Arc::clone(&self.book), Arc::clone(&host.reader));
        Some(Tongue { lang, book, reader, hearing: Arc::clone(&host.hearing), hash })
    }

    /// Whose reader reads it.
    pub fn reads(&self) -> Lang {
        self.reads
    }
}

fn toml_or_default<T: serde::de::DeserializeOwned + Default>(
    files: &Files,
    name: &str,
    findings: &mut Vec<Finding>,
) -> T {
    let read = files.get(name).map(read_toml::<T>).transpose();
    read.map_err(|found| findings.extend(found)).ok().flatten().unwrap_or_default()
}

impl Draft {
    /// The labelled examples.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// The word classes.
    pub fn classes(&self) -> &Classes {
        &self.classes
    }

    /// Trains the reader, or takes its model from beside the language's files or from the cache. `None` where the
    /// lists are too large to be compiled.
    pub fn train(&self, files: &Files, cache: &Cache) -> Option<Tongue> {
        let shipped = files.data(self.lang.tag(), MODEL).and_then(|bytes| unsealed(self, bytes));
        let cached = shipped.is_none().then(|| cache.get(self.lang, &self.hash)).flatten();
        let ready = shipped.or(cached.as_deref());
        let build =
            |ready| Reader::build(self.lang, &self.corpus, &self.classes, &self.hearing.general, ready);
        let (reader, model) = build(ready)?;
        if let Some(model) = model {
            cache.put(self.lang, &self.hash, &model);
        }
        Some(Tongue {
            lang: self.lang,
            book: Arc::clone(&self.book),
            reader: Arc::new(reader),
            hearing: Arc::clone(&self.hearing),
            hash: self.tongue_hash(files),
        })
    }

    /// The hash of what [`train`](Self::train) makes.
    pub fn tongue_hash(&self, files: &Files) -> ContentHash {
        let meanings = files.data(self.lang.tag(), MEANINGS).unwrap_or_default();
        ContentHash::of([self.hash.as_str().as_bytes(), meanings])
    }

    /// Trains the model from the examples, whatever is there already, in the form that is kept in [`MODEL`]. `None` as for
    /// [`train`](Self::train).
    pub fn model(&self) -> Option<Vec<u8>> {
        let (_, model) = Reader::build(self.lang, &self.corpus, &self.classes, &self.hearing.general, None)?;
        let model = model?;
        Some([seal(self, &model).as_str().as_bytes(), &model].concat())
    }
}

/// Length of a seal in bytes.
const SEAL: usize = 32;

/// What stands before a model: it fits this language with these files, as this engine reads them, and nothing else.
fn seal(draft: &Draft, model: &[u8]) -> ContentHash {
    let engine = ENGINE.to_string();
    ContentHash::of([draft.lang.tag().as_bytes(), draft.hash.as_str().as_bytes(), engine.as_bytes(), model])
}

fn unsealed<'a>(draft: &Draft, bytes: &'a [u8]) -> Option<&'a [u8]> {
    let (sealed, model) = bytes.split_at_checked(SEAL)?;
    (seal(draft, model).as_str().as_bytes() == sealed).then_some(model)
}
