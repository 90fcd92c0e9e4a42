//! `backup`: everything that is kept, as it was at one moment, in one file; from the running service, or from the folder
//! where none runs. `restore` puts it back.

mod keep;
mod owner;
mod restore;
mod write;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{anyhow, bail};
use serde::Serialize;

use crate::desk::now;
use crate::store::backup::{BackupError, Head, stream};
use crate::store::{Freeze, SledStore, Store, StoreError, open_folder};
use crate::studio::Voice;

use super::args::{Common, data_folder};
use super::control::Service;
use super::export::store_folder;
use super::key::KeyFiles;
use super::notation::line;
use super::settings::{self, ConfigArg, Settings};
use super::shelf::told_in;

pub use owner::hand_back;
pub use restore::{RestoreArgs, run as restore};
use write::Draft;

/// Where the data is: for the tools that need nothing else of the settings.
#[derive(Debug, clap::Args)]
pub struct DataArgs {
    /// Where the settings file is
    #[command(flatten)]
    pub config: ConfigArg,
    /// Folder for what is kept [default: the platform's data folder]
    #[arg(long, value_name = "DIR", env = "XIAOQI_DATA")]
    pub data: Option<PathBuf>,
}

impl DataArgs {
    /// The folder, and the voice for what there is to say.
    pub fn settle(&self, common: &Common) -> anyhow::Result<(PathBuf, Voice)> {
        let (folder, _, voice) = self.settle_with(common, &KeyFiles::default())?;
        Ok((folder, voice))
    }

    /// The same for a tool that reads what is kept, with its keys.
    pub fn settle_with(
        &self,
        common: &Common,
        keys: &KeyFiles,
    ) -> anyhow::Result<(PathBuf, KeyFiles, Voice)> {
        let given =
            Settings { data: self.data.clone(), key_files: keys.files.clone(), ..Settings::default() };
        let (common, settings) = settings::settle(common, &self.config, given)?;
        let keys = KeyFiles { files: settings.key_files };
        Ok((data_folder(settings.data)?, keys, Voice::new(told_in(&common))))
    }
}

/// `backup`.
#[derive(Debug, clap::Args)]
pub struct BackupArgs {
    /// A folder, for a file named by the time; or a new file
    pub to: PathBuf,
    /// Where the data is
    #[command(flatten)]
    pub data: DataArgs,
    /// Afterwards keep only this many of the newest backups in the folder
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub keep: Option<u32>,
    /// A JSON line instead of a sentence
    #[arg(long)]
    pub json: bool,
}

/// What came of it.
#[derive(Serialize)]
struct Taken<'a> {
    file: &'a Path,
    /// Whether the running service gave it.
    from_service: bool,
    entries: u64,
    commits: u64,
    bytes: u64,
    /// Older ones that went.
    removed: Vec<PathBuf>,
}

/// Takes a backup, reads it back, and gives it its name only then.
pub fn run(common: &Common, args: &BackupArgs) -> anyhow::Result<ExitCode> {
    let (folder, voice) = args.data.settle(common)?;
    let file = match args.to.is_dir() {
        true => args.to.join(keep::name(now())),
        false if args.keep.is_some() => {
            bail!(voice.say("backup-keep-folder", &[("to", &args.to.display().to_string())]))
        }
        false => args.to.clone(),
    };
    if file.exists() {
        bail!(voice.say("backup-there-already", &[("file", &file.display().to_string())]));
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut draft = Draft::beside(&file).map_err(|error| unwritable(&error, &file, &voice))?;
    let from_service = runtime.block_on(copy(&folder, &mut draft, &voice))?;
    let head = draft.check().map_err(|error| anyhow!(refused(&error, &file, &voice)))?;
    let bytes = draft.keep(&file).map_err(|error| unwritable(&error, &file, &voice))?;
    let removed = match (args.keep, file.parent()) {
        (Some(most), Some(folder)) => keep::thin(folder, &file, most as usize)?,
        _ => Vec::new(),
    };
    let Head { entries, commits, .. } = head;
    let taken = Taken { file: &file, from_service, entries, commits, bytes, removed };
    tell(&taken, args.json, &voice)
}

/// Everything into the draft; whether a running service gave it.
async fn copy(data: &Path, draft: &mut Draft, voice: &Voice) -> anyhow::Result<bool> {
    if let Some(service) = Service::of(data).await? {
        let mut answer = service.ask("/backup").await?;
        while let Some(bytes) = answer.chunk().await? {
            draft.add(&bytes)?;
        }
        return Ok(true);
    }
    let (folder, store) = open_unused(data, voice, "backup-locked")?;
    let pieces = stream(store.freeze().await?, now());
    let mut pieces = std::pin::pin!(pieces);
    while let Some(bytes) = futures::StreamExt::next(&mut pieces).await {
        draft.add(&bytes?)?;
    }
    drop(store);
    hand_back(&folder)?;
    Ok(false)
}

/// Opens the store of a data folder that no service uses; its own folder, to be handed back, and the store. Where somebody
/// uses it after all, that is said with the message of this name.
///
/// # Errors
/// A folder without a store, in use, or damaged.
pub fn open_unused(data: &Path, voice: &Voice, locked: &str) -> anyhow::Result<(PathBuf, SledStore)> {
    let folder = store_folder(data)?;
    let store = SledStore::open(&folder).map_err(|error| not_opened(error, voice, locked))?;
    Ok((folder, store))
}

/// The same for a tool that reads what is kept, with its keys.
///
/// # Errors
/// As [`open_unused`], and keys that are missing or wrong.
pub async fn open_for_reading(
    data: &Path,
    keys: &KeyFiles,
    voice: &Voice,
    locked: &str,
) -> anyhow::Result<(PathBuf, Arc<dyn Store>)> {
    let folder = store_folder(data)?;
    let store = open_folder(&folder, keys.ring()?).await.map_err(|error| not_opened(error, voice, locked))?;
    Ok((folder, store))
}

fn not_opened(error: StoreError, voice: &Voice, locked: &str) -> anyhow::Error {
    match error {
        StoreError::Locked { path } => {
            anyhow!(voice.say(locked, &[("path", &path.display().to_string())]))
        }
        other => other.into(),
    }
}

fn tell(taken: &Taken<'_>, json: bool, voice: &Voice) -> anyhow::Result<ExitCode> {
    let mut out = anstream::stdout().lock();
    if json {
        line(&mut out, taken)?;
        return Ok(ExitCode::SUCCESS);
    }
    let values = [
        ("file", taken.file.display().to_string()),
        ("entries", taken.entries.to_string()),
        ("kilobytes", taken.bytes.div_ceil(1 << 10).to_string()),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let key = if taken.from_service { "backup-taken-running" } else { "backup-taken" };
    std::io::Write::write_fmt(&mut out, format_args!("{}\n", voice.say(key, &values)))?;
    for old in &taken.removed {
        let said = voice.say("backup-removed", &[("file", &old.display().to_string())]);
        std::io::Write::write_fmt(&mut out, format_args!("{said}\n"))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn unwritable(error: &std::io::Error, file: &Path, voice: &Voice) -> anyhow::Error {
    let values = [("file", file.display().to_string()), ("why", error.to_string())];
    anyhow!(voice.say("backup-unwritable", &values.each_ref().map(|(name, value)| (*name, value.as_str()))))
}

/// Why a backup is refused, in words.
fn refused(error: &BackupError, file: &Path, voice: &Voice) -> String {
    let why = match error {
        BackupError::Foreign => voice.say("backup-foreign", &[]),
        BackupError::Newer { .. } => voice.say("backup-newer", &[]),
        BackupError::Short { at, entry } => {
            voice.say("backup-short", &[("at", &at.to_string()), ("entry", &entry.to_string())])
        }
        BackupError::Damaged { at, entry, .. } => {
            voice.say("backup-damaged", &[("at", &at.to_string()), ("entry", &entry.to_string())])
        }
        other => other.to_string(),
    };
    voice.say("backup-refused", &[("file", &file.display().to_string()), ("why", &why)])
}
