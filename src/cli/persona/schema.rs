//! `persona schema`: JSON Schemas for editors, made of the types that read the files.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, bail};
use serde_json::Value;

use crate::cli::args::Common;
use crate::cli::shelf::{origin, survey_of};
use crate::library::{Files, Origin, PLANS, Survey};
use crate::persona::file::{PersonaFile, TranslationFile};
use crate::persona::schema::{Known, schema};

use super::plan::Plan;
use super::voice::Voice;

/// `persona schema`.
#[derive(Debug, clap::Args)]
pub struct SchemaArgs {
    /// Of which kind of file
    #[arg(value_enum, default_value_t = Kind::Customer)]
    pub kind: Kind,
    /// Write all of them into personas/ of the content folder instead
    #[arg(long)]
    pub write: bool,
}

/// A kind of file that trainers write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Kind {
    /// A customer's own file
    Customer,
    /// His texts in another language
    Translation,
    /// A test plan
    Plan,
}

impl Kind {
    const ALL: [Kind; 3] = [Kind::Customer, Kind::Translation, Kind::Plan];

    /// Of the file with this name in a content folder.
    pub fn of(name: &str) -> Kind {
        let last = name.trim_end_matches(".toml").rsplit('/').next().unwrap_or(name);
        match (name.starts_with(PLANS), last.contains('.')) {
            (true, _) => Kind::Plan,
            (false, true) => Kind::Translation,
            (false, false) => Kind::Customer,
        }
    }

    /// Where its schema lies in a content folder.
    fn file(self) -> &'static str {
        match self {
            Kind::Customer => "personas/persona.schema.json",
            Kind::Translation => "personas/translation.schema.json",
            Kind::Plan => "personas/plan.schema.json",
        }
    }

    /// The first line of a file of this kind, by which editors find the schema (Taplo, Even Better TOML). It changes nothing
    /// about a customer.
    pub fn directive(self) -> String {
        let name = self.file().trim_start_matches("personas/");
        let up = if self == Kind::Plan { ".." } else { "." };
        format!("#:schema {up}/{name}\n")
    }

    fn schema(self, known: &Known<'_>) -> Value {
        match self {
            Kind::Customer => schema::<PersonaFile>("A customer of Xiaoqi", known),
            Kind::Translation => schema::<TranslationFile>("A customer's texts in another language", known),
            Kind::Plan => schema::<Plan>("A test plan for a customer", known),
        }
    }

    /// The schema as it is kept: the same content gives the same bytes.
    fn text(self, survey: &Survey) -> anyhow::Result<String> {
        let known = Known::of(survey.rules(), survey.spoken());
        let text =
            serde_json::to_string_pretty(&self.schema(&known)).context("the schema cannot be written")?;
        Ok(text + "\n")
    }
}

/// Prints one, or writes all.
pub fn run(common: &Common, args: &SchemaArgs) -> anyhow::Result<ExitCode> {
    let (voice, origin) = (Voice::of(common), origin(common)?);
    let survey = survey_of(&origin, common)?;
    if !args.write {
        anstream::print!("{}", args.kind.text(&survey)?);
        return Ok(ExitCode::SUCCESS);
    }
    let Origin::Folder(root) = origin else { bail!(voice.say("tool-no-folder", &[])) };
    for kind in Kind::ALL {
        let path = root.join(kind.file());
        write(&path, &kind.text(&survey)?)?;
        anstream::println!("{}", voice.say("schema-written", &[("file", &path.display().to_string())]));
    }
    let line = Kind::Customer.directive();
    anstream::println!("{}", voice.say("schema-how", &[("line", line.trim_end())]));
    Ok(ExitCode::SUCCESS)
}

/// Puts the schema that a new file names where it looks for it, unless one is there. Where the content cannot be read, the
/// file is written all the same: it does without.
pub fn beside(root: &Path, kind: Kind) -> anyhow::Result<()> {
    let path = root.join(kind.file());
    if path.symlink_metadata().is_ok() {
        return Ok(());
    }
    let read = |origin: &Origin| {
        let (files, findings) = Files::read(origin).ok()?;
        Survey::of(files, findings).ok()
    };
    let survey = read(&Origin::Folder(root.to_path_buf())).or_else(|| read(&Origin::Embedded));
    let Some(survey) = survey else { return Ok(()) };
    let text = kind.text(&survey)?;
    // A link that leads nowhere is there, too, and is not followed.
    let file = OpenOptions::new().write(true).create_new(true).open(&path);
    match file {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => return Ok(()),
        file => file.and_then(|mut file| file.write_all(text.as_bytes())),
    }
    .with_context(|| format!("{} cannot be written", path.display()))
}

fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    std::fs::write(path, text).with_context(|| format!("{} cannot be written", path.display()))
}
