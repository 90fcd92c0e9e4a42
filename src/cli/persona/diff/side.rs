//! One of two customers that are compared: a file, an id of this content, or a customer of another folder.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::base::id::PersonaId;
use crate::base::lang::Lang;
use crate::cli::args::Common;
use crate::cli::persona::playable;
use crate::cli::shelf::{origin, persona, system_language};
use crate::library::{Cache, Files, LibraryError, Loaded, Origin, Survey};
use crate::persona::complete::Whole;
use crate::persona::file::{PersonaFile, TranslationFile};
use crate::persona::finding::read_toml_anyway;
use crate::session::fold::Cast;

/// A customer with everything he is played with.
pub struct Side {
    /// As it was named.
    pub name: String,
    /// His id.
    pub id: PersonaId,
    /// His own file with everything in it.
    pub file: PersonaFile,
    /// His texts in other languages.
    pub others: Vec<TranslationFile>,
    loaded: Loaded,
}

impl Side {
    /// Finds who is meant, and loads him.
    ///
    /// # Errors
    /// Nobody of that name, or one who cannot be played.
    pub fn find(common: &Common, name: &str) -> anyhow::Result<Side> {
        let path = Path::new(name);
        if path.is_file() {
            return Side::of_file(common, path);
        }
        let id = path.file_name().map(|last| last.to_string_lossy().into_owned()).unwrap_or_default();
        match path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            Some(folder) if folder.join("personas").is_dir() => Side::of_folder(folder, &id),
            Some(_) => bail!("there is no file {name}"),
            None => Side::of(&origin(common)?, name, name),
        }
    }

    /// A customer of another content folder.
    ///
    /// # Errors
    /// As [`Side::find`].
    pub fn of_folder(folder: &Path, id: &str) -> anyhow::Result<Side> {
        Side::of(&Origin::Folder(folder.to_path_buf()), id, &folder.join(id).display().to_string())
    }

    fn of(origin: &Origin, id: &str, name: &str) -> anyhow::Result<Side> {
        let (files, findings) = Files::read(origin)?;
        Side::load(Survey::of(files, findings), id, name)
    }

    /// A file, whatever it is called, with his texts in other languages beside it. Where it lies in a content folder, he is
    /// played by that folder's laws; else by those of this content.
    fn of_file(common: &Common, path: &Path) -> anyhow::Result<Side> {
        let (alone, _, _) = Files::alone(path)?;
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let mine: Vec<(String, String)> = alone
            .in_folder("personas", ".toml")
            .filter_map(|(name, source)| {
                let (first, rest) = name.split_once('.').map_or((name, ""), |(first, rest)| (first, rest));
                (first == stem).then(|| (rest.to_owned(), source.text.to_owned()))
            })
            .collect();
        let own = mine.iter().find(|(rest, _)| rest.is_empty());
        let (_, text) =
            own.with_context(|| format!("{} cannot be read as a customer's file", path.display()))?;
        let id = toml::from_str::<toml::Table>(text)
            .ok()
            .and_then(|table| Some(table.get("id")?.as_str()?.to_owned()))
            .unwrap_or_else(|| stem.clone());
        let (files, findings) = Files::read(&home(path).map_or_else(|| origin(common), Ok)?)?;
        let is_his = |file: &str| {
            let name = file.strip_prefix("personas/").and_then(|name| name.split('.').next());
            name == Some(id.as_str()) || name == Some(stem.as_str())
        };
        let files = mine.iter().fold(files.only(|name| !is_his(name)), |files, (rest, text)| {
            let middle = if rest.is_empty() { String::new() } else { format!(".{rest}") };
            files.with(&format!("personas/{id}{middle}.toml"), text)
        });
        let findings = findings.into_iter().filter(|finding| !is_his(&finding.file)).collect();
        Side::load(Survey::of(files, findings), &id, &path.display().to_string())
    }

    fn load(survey: Result<Survey, LibraryError>, id: &str, name: &str) -> anyhow::Result<Side> {
        let survey = survey.with_context(|| name.to_owned())?;
        let whole = survey.whole(id);
        let stem = format!("{id}.");
        let read = |(stem_of, source): (&str, _)| {
            stem_of
                .strip_prefix(&stem)
                .and_then(|_| read_toml_anyway::<TranslationFile>(source, &mut Vec::new()))
        };
        let others = survey.files.in_folder("personas", ".toml").filter_map(read).collect();
        let loaded = survey.load(&Cache::of_this_machine());
        let id =
            persona(&loaded, id, system_language().unwrap_or(Lang::EN)).with_context(|| name.to_owned())?;
        let Some(Whole { file, .. }) = whole else { bail!("{name} cannot be read") };
        Ok(Side { name: name.to_owned(), id, file, others, loaded })
    }

    /// What he is played with, in the language asked for or his own.
    ///
    /// # Errors
    /// Where he cannot be played.
    pub fn cast(&self, common: &Common) -> anyhow::Result<(Lang, Cast<'_>)> {
        playable(&self.loaded, common, &self.id)
    }

    /// The synthetic trainees of his content.
    pub fn loaded(&self) -> &Loaded {
        &self.loaded
    }
}

/// The content folder that a file lies in.
fn home(path: &Path) -> Option<Origin> {
    let folder: PathBuf = path.canonicalize().ok()?.parent()?.to_path_buf();
    let is_content = folder.file_name()? == "personas";
    is_content.then(|| folder.parent().map(|root| Origin::Folder(root.to_path_buf())))?
}
