//! Where content comes from, and its files as texts by name.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use crate::persona::finding::{Finding, Source};

use super::LibraryError;
use super::refusal::{Refusal, too_large};

/// A language's trained model, in its folder.
pub const MODEL: &str = "model.bin";
/// What a language's words mean, in its folder.
pub const MEANINGS: &str = "meanings.bin";
/// The laws all customers share; a folder without this file borrows them.
pub const EMOTIONS: &str = "personas/emotions.toml";
/// What stands in where a customer's file is silent.
pub const DEFAULTS: &str = "personas/defaults.toml";
/// The words that stand in, in a language's folder.
pub const WORDS: &str = "persona.ftl";

/// Where test plans lie, which only `xiaoqi persona test` reads.
pub const PLANS: &str = "personas/tests";

static PERSONAS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/personas");
static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// Where content comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A folder with `personas/`; laws, types, trainees and languages that it lacks are those inside the program.
    Folder(PathBuf),
    /// The copy inside the program.
    Embedded,
}

impl Origin {
    /// The folder that was asked for; else `here`, where it holds content; else the copy inside the program.
    pub fn find(given: Option<&Path>, here: &Path) -> Origin {
        let holds = holds_customers(here);
        match given {
            Some(path) => Origin::Folder(path.to_path_buf()),
            None if holds => Origin::Folder(here.to_path_buf()),
            None => Origin::Embedded,
        }
    }
}

/// Content files by name, such as `personas/heating.toml`: names use `/` everywhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    texts: BTreeMap<String, String>,
    data: BTreeMap<String, Vec<u8>>,
}

impl Files {
    /// Reads every content file of `origin`. A file that cannot be read, is not UTF-8, is too large, no file at all or a
    /// link out of the folder is a finding.
    ///
    /// # Errors
    /// `Missing`, `Unreadable` or `NotContent`, about folders.
    pub fn read(origin: &Origin) -> Result<(Files, Vec<Finding>), LibraryError> {
        let raw = match origin {
            Origin::Folder(path) => walk(path)?,
            Origin::Embedded => embedded(is_played),
        };
        Ok(Files::of(raw))
    }

    /// The test plans of `origin`, which no conversation needs: what is wrong with one of them must keep nobody from
    /// practising.
    ///
    /// # Errors
    /// `Unreadable`, where their folder cannot be listed.
    pub fn plans(origin: &Origin) -> Result<(Files, Vec<Finding>), LibraryError> {
        let raw = match origin {
            Origin::Folder(root) => {
                let mut raw = Raw::new();
                list(root, PLANS, &mut raw)?;
                raw
            }
            Origin::Embedded => embedded(|name| !is_played(name)),
        };
        Ok(Files::of(raw))
    }

    /// What is text becomes text, and what cannot be read a finding.
    fn of(raw: Raw) -> (Files, Vec<Finding>) {
        let mut files = Files::default();
        let mut findings = Vec::new();
        for (name, bytes) in raw {
            if is_data(&name) {
                // One that cannot be read is as good as none.
                files.data.extend(bytes.ok().map(|bytes| (name, bytes)));
                continue;
            }
            match bytes.map_err(|refusal| refusal.finding(&name)).and_then(|bytes| text(&name, bytes)) {
                Ok(text) => drop(files.texts.insert(name, text)),
                Err(finding) => findings.push(*finding),
            }
        }
        (files, findings)
    }

    /// One customer's file outside any content folder, with his texts in other languages beside it, put into the content
    /// inside the program as if it stood in its `personas/`. Also gives the file's name there, and findings of reading.
    ///
    /// # Errors
    /// `Unreadable`, where its folder cannot be listed; `NotContent`, where it is no customer's file.
    pub fn alone(path: &Path) -> Result<(Files, Vec<Finding>, String), LibraryError> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let last = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let id = last.split('.').next().unwrap_or_default().to_owned();
        if !last.ends_with(".toml") || id.is_empty() {
            return Err(LibraryError::NotCustomer { path: path.to_path_buf() });
        }
        let (mut files, mut findings) = Files::read(&Origin::Embedded)?;
        let own = |name: &str| name.strip_prefix("personas/").and_then(|n| n.split('.').next()) == Some(&id);
        files.texts.retain(|name, _| !own(name));
        for entry in entries(folder)?.into_iter().filter(|name| name.ends_with(".toml")) {
            let name = format!("personas/{entry}");
            if !own(&name) || is_shared(&name) {
                continue;
            }
            let bytes = read(folder, &folder.join(&entry), MOST_BYTES);
            match bytes.map_err(|refusal| refusal.finding(&name)).and_then(|bytes| text(&name, bytes)) {
                Ok(text) => drop(files.texts.insert(name, text)),
                Err(finding) => findings.push(*finding),
            }
        }
        Ok((files, findings, format!("personas/{last}")))
    }

    /// The same files with one of them written anew.
    pub fn with(mut self, name: &str, text: &str) -> Files {
        self.texts.insert(name.to_owned(), text.to_owned());
        self
    }

    /// The same files without any customer: laws, types, trainees and languages.
    pub fn without_customers(self) -> Files {
        let is_customer = |name: &str| {
            name.strip_prefix("personas/").is_some_and(|rest| !rest.contains('/')) && !is_shared(name)
        };
        self.only(|name| !is_customer(name))
    }

    /// The same files without those that are not wanted.
    pub fn only(mut self, wanted: impl Fn(&str) -> bool) -> Files {
        self.texts.retain(|name, _| wanted(name));
        self
    }

    /// Files from texts, for tests and editors.
    pub fn from_texts<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Files {
        let texts = texts.into_iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
        Files { texts, data: BTreeMap::new() }
    }

    /// A file, ready to be parsed.
    pub fn get(&self, name: &str) -> Option<Source<'_>> {
        self.texts.get_key_value(name).map(|(name, text)| Source { name, text })
    }

    /// What was trained and lies beside a language's files, if anything: [`MODEL`] or [`MEANINGS`].
    pub fn data(&self, folder: &str, name: &str) -> Option<&[u8]> {
        self.data.get(&format!("locales/{folder}/{name}")).map(Vec::as_slice)
    }

    /// The files directly in a folder whose names end in `ending`, with that middle part, in name order.
    pub fn in_folder<'a>(
        &'a self,
        folder: &'a str,
        ending: &'a str,
    ) -> impl Iterator<Item = (&'a str, Source<'a>)> {
        let stem = move |name: &'a str| {
            let rest = name.strip_prefix(folder)?.strip_prefix('/')?.strip_suffix(ending)?;
            (!rest.contains('/')).then_some(rest)
        };
        self.texts.iter().filter_map(move |(name, text)| Some((stem(name)?, Source { name, text })))
    }

    /// The names of folders directly in a folder.
    pub fn folders_in(&self, folder: &str) -> Vec<String> {
        let under = |name: &str| {
            let (first, _) = name.strip_prefix(folder)?.strip_prefix('/')?.split_once('/')?;
            Some(first.to_owned())
        };
        let mut names: Vec<String> = self.texts.keys().filter_map(|name| under(name)).collect();
        names.dedup();
        names
    }
}

/// Largest file of texts, in bytes: four times the largest that anybody wrote. More is no customer, and each is held in
/// memory several times over while it is checked.
const MOST_BYTES: u64 = 2 << 20;
/// Largest trained model, in bytes.
const MOST_DATA: u64 = 256 << 20;
/// Most lines of a file: every one of them could be a finding of its own.
const MOST_LINES: usize = 60_000;
/// Most files of content, over all folders: two thousand customers in three languages.
const MOST_FILES: usize = 8_000;

type Raw = BTreeMap<String, Result<Vec<u8>, Refusal>>;

/// A customer's file that came from elsewhere, as text.
///
/// # Errors
/// Too large, too many lines, no UTF-8: what is found in a content folder, too.
pub fn text_of(name: &str, bytes: Vec<u8>) -> Result<String, Box<Finding>> {
    let size = bytes.len() as u64;
    if size > MOST_BYTES {
        return Err(Refusal::TooLarge(size, MOST_BYTES).finding(name));
    }
    text(name, bytes)
}

/// The texts inside the program whose names are wanted.
pub(super) fn embedded_texts(wanted: fn(&str) -> bool) -> Files {
    let text = |(name, bytes): (String, Result<Vec<u8>, Refusal>)| {
        let bytes = bytes.ok().filter(|_| wanted(&name))?;
        Some((name, String::from_utf8(bytes).ok()?))
    };
    Files { texts: embedded(is_played).into_iter().filter_map(text).collect(), data: BTreeMap::new() }
}

/// What conversations are played with; test plans are not.
fn is_played(name: &str) -> bool {
    !name.strip_prefix(PLANS).is_some_and(|rest| rest.starts_with('/'))
}

fn embedded(wanted: fn(&str) -> bool) -> Raw {
    let mut raw = Raw::new();
    for (name, dir) in [("personas", &PERSONAS), ("locales", &LOCALES)] {
        collect(name, dir, wanted, &mut raw);
    }
    raw
}

fn collect(folder: &str, dir: &Dir<'_>, wanted: fn(&str) -> bool, raw: &mut Raw) {
    for file in dir.files() {
        let name = format!("{folder}/{}", slashed(file.path()));
        if is_content(&name) && wanted(&name) {
            raw.insert(name, Ok(file.contents().to_vec()));
        }
    }
    dir.dirs().for_each(|inner| collect(folder, inner, wanted, raw));
}

fn slashed(path: &Path) -> String {
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// Hidden files and other endings are editors' and version control's business.
fn is_content(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or(name);
    !last.starts_with('.') && (last.ends_with(".toml") || last.ends_with(".ftl") || is_data(last))
}

/// Whether a file of `personas/` is no customer's.
pub(super) fn is_shared(name: &str) -> bool {
    [EMOTIONS, DEFAULTS].contains(&name)
}

fn is_data(name: &str) -> bool {
    [MODEL, MEANINGS].iter().any(|data| name.ends_with(data))
}

fn walk(root: &Path) -> Result<Raw, LibraryError> {
    if !root.is_dir() {
        return Err(LibraryError::Missing { path: root.to_path_buf() });
    }
    // An emotions.toml that is there but unreadable becomes a finding of its own.
    if fs::symlink_metadata(root.join(EMOTIONS)).is_err() && !holds_customers(root) {
        return Err(LibraryError::NotContent { path: root.to_path_buf() });
    }
    let mut raw = Raw::new();
    // The layout is known and flat: nothing deeper is looked at, so that no link can lead in a circle.
    list(root, "personas", &mut raw)?;
    list(root, "personas/types", &mut raw)?;
    list(root, "personas/trainees", &mut raw)?;
    for language in entries(&root.join("locales"))? {
        list(root, &format!("locales/{language}"), &mut raw)?;
        list(root, &format!("locales/{language}/moves"), &mut raw)?;
        list(root, &format!("locales/{language}/types"), &mut raw)?;
    }
    borrow(&mut raw);
    Ok(raw)
}

/// Whether there is a customer's file, or one of laws, in the folder's `personas/`.
fn holds_customers(root: &Path) -> bool {
    let names = entries(&root.join("personas")).unwrap_or_default();
    // One that an editor called .toml.txt is meant to be one, and has to be told about.
    names.iter().any(|name| name.ends_with(".toml") || name.ends_with(".txt"))
}

/// Takes what a folder lacks from the copy inside the program, so that one may hold nothing but customers: the laws with the
/// types and synthetic trainees that go with them, what stands in for what customers' files leave out, the languages.
fn borrow(raw: &mut Raw) {
    let laws = !raw.contains_key(EMOTIONS);
    let languages = !raw.keys().any(|name| name.starts_with("locales/"));
    let shared = |name: &str| {
        name == EMOTIONS || name.starts_with("personas/types/") || name.starts_with("personas/trainees/")
    };
    let words = |raw: &Raw, name: &str| {
        let folder = name.strip_suffix(WORDS).filter(|folder| folder.starts_with("locales/"));
        folder.is_some_and(|folder| raw.keys().any(|own| own.starts_with(folder)))
    };
    for (name, bytes) in embedded(is_played) {
        let wanted = name == DEFAULTS
            || laws && shared(&name)
            || languages && name.starts_with("locales/")
            || words(raw, &name);
        if wanted && !raw.contains_key(&name) {
            raw.insert(name, bytes);
        }
    }
}

fn list(root: &Path, folder: &str, raw: &mut Raw) -> Result<(), LibraryError> {
    for entry in entries(&root.join(folder))? {
        let name = format!("{folder}/{entry}");
        let path = root.join(&name);
        if is_content(&name) && !path.is_dir() && raw.len() < MOST_FILES {
            let bytes = read(root, &path, if is_data(&name) { MOST_DATA } else { MOST_BYTES });
            raw.insert(name, bytes);
        } else if folder == "personas" && name.ends_with(".txt") && raw.len() < MOST_FILES {
            raw.insert(name, Err(Refusal::WrongEnding));
        }
    }
    Ok(())
}

/// A file's bytes, once it is known to be one, of the folder, and of a size that can be borne.
fn read(root: &Path, path: &Path, most: u64) -> Result<Vec<u8>, Refusal> {
    let real = path.canonicalize().map_err(Refusal::Unreadable)?;
    if !real.starts_with(root.canonicalize().map_err(Refusal::Unreadable)?) {
        return Err(Refusal::Outside);
    }
    let about = fs::metadata(&real).map_err(Refusal::Unreadable)?;
    if !about.is_file() {
        return Err(Refusal::NotAFile);
    }
    if about.len() > most {
        return Err(Refusal::TooLarge(about.len(), most));
    }
    // It may grow, or lie about its length as those of /proc do: no more than the limit is ever held.
    let mut bytes = Vec::new();
    let file = fs::File::open(&real).map_err(Refusal::Unreadable)?;
    file.take(most + 1).read_to_end(&mut bytes).map_err(Refusal::Unreadable)?;
    if bytes.len() as u64 > most { Err(Refusal::TooLarge(bytes.len() as u64, most)) } else { Ok(bytes) }
}

/// Names in a folder; none where there is no such folder.
fn entries(path: &Path) -> Result<Vec<String>, LibraryError> {
    if !path.is_dir() {
        return Ok(Vec::new());
    }
    let failed = |source| LibraryError::Unreadable { path: path.to_path_buf(), source };
    let listed: io::Result<Vec<_>> = fs::read_dir(path).map_err(failed)?.collect();
    let names = listed.map_err(failed)?.into_iter().filter_map(|entry| entry.file_name().into_string().ok());
    Ok(names.filter(|name| !name.starts_with('.')).collect())
}

fn text(name: &str, bytes: Vec<u8>) -> Result<String, Box<Finding>> {
    match String::from_utf8(bytes) {
        // Some editors on Windows put a mark before the first character.
        Ok(text) => {
            let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
            let lines = text.bytes().filter(|byte| *byte == b'\n').count();
            let source = Source { name, text: "" };
            let finding = || too_large(&source, lines as u64, MOST_LINES as u64, "line");
            if lines > MOST_LINES { Err(Box::new(finding())) } else { Ok(text) }
        }
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let before =
                String::from_utf8_lossy(error.as_bytes().get(..good).unwrap_or_default()).into_owned();
            Err(Box::new(Source { name, text: &before }.error("file.not-utf8", good..good)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_content_files_count() {
        for name in ["personas/a.toml", "locales/en/ui.ftl"] {
            assert!(is_content(name), "{name}");
        }
        for name in ["personas/.#a.toml", "personas/a.toml~", "personas/README.md", "locales/.toml"] {
            assert!(!is_content(name), "{name}");
        }
    }

    #[test]
    fn a_mark_before_the_first_character_is_no_part_of_the_text() {
        assert_eq!(text("a", "\u{feff}x = 1".into()).unwrap(), "x = 1");
    }

    #[test]
    fn another_encoding_is_found_at_its_first_bad_byte() {
        let finding = text("a.toml", b"x = 1\ny = \"\xcf\xfb\"".to_vec()).unwrap_err();
        assert_eq!((finding.code, finding.line, finding.column), ("file.not-utf8", 2, 6));
    }

    #[test]
    fn folders_and_files_are_told_apart() {
        let files = Files::from_texts([("l/en/ui.ftl", ""), ("l/en/moves/a.toml", ""), ("l/zh/ui.ftl", "")]);
        assert_eq!(files.folders_in("l"), ["en", "zh"]);
        let found: Vec<&str> = files.in_folder("l/en", ".ftl").map(|(stem, _)| stem).collect();
        assert_eq!(found, ["ui"]);
    }
}
