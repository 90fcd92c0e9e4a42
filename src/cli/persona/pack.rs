//! `persona pack` and `persona unpack`: a customer as one file to be passed on.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, anyhow, bail};

use crate::base::id::PersonaId;
use crate::cli::args::Common;
use crate::cli::shelf::{look, origin, survey};
use crate::library::{Files, LibraryError, Origin, PLANS, Survey, render};
use crate::persona::finding::{Finding, Severity, nearest};

use super::schema;
use super::voice::Voice;
use crate::studio::parcel::{MOST_ARCHIVE, Parcel, belongs, open, pack};

/// `persona pack`.
#[derive(Debug, clap::Args)]
pub struct PackArgs {
    /// The customer
    #[arg(value_name = "ID")]
    pub id: String,
    /// The file to write [default: <ID>.zip in this folder]
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Write over a file that is there
    #[arg(long)]
    pub replace: bool,
}

/// `persona unpack`.
#[derive(Debug, clap::Args)]
pub struct UnpackArgs {
    /// The file, as `persona pack` wrote it
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Write over files that are there
    #[arg(long)]
    pub replace: bool,
}

/// Packs one customer.
pub fn run_pack(common: &Common, args: &PackArgs) -> anyhow::Result<ExitCode> {
    let voice = Voice::of(common);
    let survey = survey(common)?;
    let id = PersonaId::parse(&args.id).filter(|id| survey.personas.contains_key(id));
    let Some(persona) = id else {
        let near = nearest(&args.id, survey.personas.keys().map(PersonaId::as_str)).unwrap_or("");
        let key = if near.is_empty() { "pack-unknown" } else { "pack-unknown-near" };
        bail!(voice.say(key, &[("id", &args.id), ("near", near)]));
    };
    let (plans, _) = Files::plans(&origin(common)?)?;
    let own = survey.files.in_folder("personas", ".toml").chain(plans.in_folder(PLANS, ".toml"));
    let own = own.filter(|(_, source)| belongs(source.name, &persona));
    let files: BTreeMap<String, String> =
        own.map(|(_, source)| (source.name.to_owned(), source.text.to_owned())).collect();
    let parcel = Parcel { persona, files };
    let bytes = pack(&parcel)?;
    // What we pack ourselves can be opened again, or is not handed out at all.
    open(&bytes).map_err(|refusal| anyhow!(voice.say(refusal.key, &[("about", &refusal.about)])))?;
    let path = args.out.clone().unwrap_or_else(|| PathBuf::from(format!("{}.zip", parcel.persona)));
    write(&path, &bytes, args.replace, &voice)?;
    let (count, shown) = (parcel.files.len().to_string(), path.display().to_string());
    let values = [("file", shown.as_str()), ("id", parcel.persona.as_str()), ("count", &count)];
    anstream::println!("{}", voice.say("pack-done", &values));
    parcel.files.keys().for_each(|name| anstream::println!("  {name}"));
    Ok(ExitCode::SUCCESS)
}

/// Opens an archive, checks everything in it, and only then writes.
pub fn run_unpack(common: &Common, args: &UnpackArgs) -> anyhow::Result<ExitCode> {
    let voice = Voice::of(common);
    let root = match origin(common)? {
        Origin::Folder(root) => root,
        // Whoever has no customer yet gets her first.
        Origin::Embedded => std::env::current_dir().context("there is no current folder")?,
    };
    let shown = args.file.display().to_string();
    let bytes = read(&args.file).with_context(|| voice.say("pack-unreadable", &[("file", &shown)]))?;
    let parcel = open(&bytes).map_err(|refusal| {
        let why = voice.say(refusal.key, &[("about", &refusal.about)]);
        anyhow!(voice.say("pack-refused", &[("file", &shown), ("why", &why)]))
    })?;
    let there: Vec<&String> =
        parcel.files.keys().filter(|name| root.join(name).symlink_metadata().is_ok()).collect();
    if !there.is_empty() && !args.replace {
        let list = there.iter().map(|name| format!("\n  {name}")).collect::<String>();
        bail!(voice.say("pack-there-already", &[("list", &list)]));
    }
    sound(&root, &parcel, &voice)?;
    for folder in ["personas", PLANS] {
        within(
            &root,
            folder,
            folder == "personas" || parcel.files.keys().any(|name| name.starts_with(PLANS)),
        )?;
    }
    for (name, text) in &parcel.files {
        write(&root.join(name), text.as_bytes(), args.replace, &voice)?;
        schema::beside(&root, schema::Kind::of(name))?;
    }
    let count = parcel.files.len().to_string();
    anstream::println!("{}", voice.say("unpack-done", &[("id", parcel.persona.as_str()), ("count", &count)]));
    parcel.files.keys().for_each(|name| anstream::println!("  {name}"));
    Ok(ExitCode::SUCCESS)
}

/// The archive's bytes, and no more than one may have and one to tell.
fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST_ARCHIVE + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Whether the customer can be played in this folder, tried before anything is written.
fn sound(root: &Path, parcel: &Parcel, voice: &Voice) -> anyhow::Result<()> {
    let (files, findings) = match Files::read(&Origin::Folder(root.to_path_buf())) {
        Err(LibraryError::NotContent { .. } | LibraryError::Missing { .. }) => {
            let (files, findings) = Files::read(&Origin::Embedded)?;
            (files.without_customers(), findings)
        }
        read => read?,
    };
    let played = parcel.files.iter().filter(|(name, _)| !name.starts_with(PLANS));
    let files = played.fold(files, |files, (name, text)| files.with(name, text));
    // A file that is about to be replaced may be unreadable as it is.
    let findings = findings.into_iter().filter(|finding| !parcel.files.contains_key(&finding.file)).collect();
    let survey = Survey::of(files, findings)?;
    let bad =
        |finding: &&Finding| finding.severity == Severity::Error && belongs(&finding.file, &parcel.persona);
    let bad: Vec<Finding> = survey.findings.iter().filter(bad).cloned().collect();
    if !bad.is_empty() {
        let list = render(&bad, &survey.files, look(false), (&voice.words, voice.lang));
        bail!(voice.say("pack-unsound", &[("list", list.trim_end())]));
    }
    Ok(())
}

/// Makes a folder of the content, and sees that it is no link to elsewhere.
fn within(root: &Path, folder: &str, needed: bool) -> anyhow::Result<()> {
    let path = root.join(folder);
    if needed {
        std::fs::create_dir_all(&path).with_context(|| format!("{} cannot be made", path.display()))?;
    }
    if path.exists() && !path.canonicalize()?.starts_with(root.canonicalize()?) {
        bail!("{} is a link that leads out of the content folder; nothing was written", path.display());
    }
    Ok(())
}

/// Writes a file whole or not at all. A link in its place is replaced, never followed.
fn write(path: &Path, bytes: &[u8], replace: bool, voice: &Voice) -> anyhow::Result<()> {
    let shown = path.display().to_string();
    let failed = || format!("{shown} cannot be written");
    if !replace {
        return match OpenOptions::new().write(true).create_new(true).open(path) {
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                bail!(voice.say("pack-file-there", &[("file", &shown)]))
            }
            file => file.and_then(|mut file| file.write_all(bytes)).with_context(failed),
        };
    }
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let beside = PathBuf::from(beside);
    let file = OpenOptions::new().write(true).create_new(true).open(&beside);
    let done = file.and_then(|mut file| file.write_all(bytes)).and_then(|()| std::fs::rename(&beside, path));
    if done.is_err() {
        // What is left of it helps nobody; the error below is what matters.
        let _ = std::fs::remove_file(&beside);
    }
    done.with_context(failed)
}
