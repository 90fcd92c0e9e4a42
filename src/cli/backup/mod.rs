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
use crate::store::{Freeze, PostgresUrl, SledStore, Snapshot, Store, StoreError, open_folder, over};
use crate::studio::Voice;

use super::args::{Common, data_folder};
use super::control::Service;
use super::export::store_folder;
use super::key::KeyFiles;
use super::notation::line;
use super::place::{StoreArgs, database_in_use};
use super::settings::{self, ConfigArg, Settings};
use super::shelf::told_in;

pub use owner::hand_back;
pub use restore::{RestoreArgs, run as restore};
pub use write::{Draft, open as open_backup};

/// Where the data is: for the tools that need nothing else of the settings.
#[derive(Debug, clap::Args)]
pub struct DataArgs {
    /// Where the settings file is
    #[command(flatten)]
    pub config: ConfigArg,
    /// Folder for what is kept [default: the platform's data folder]
    #[arg(long, value_name = "DIR", env = "XIAOQI_DATA")]
    pub data: Option<PathBuf>,
    /// Or in which database
    #[command(flatten)]
    pub store: StoreArgs,
}

/// Where what is kept is, as the settings say.
pub struct Kept {
    /// The data folder.
    pub folder: PathBuf,
    /// The database that stands in for it.
    pub url: Option<PostgresUrl>,
}

impl DataArgs {
    /// The place, and the voice for what there is to say.
    pub fn settle(&self, common: &Common) -> anyhow::Result<(Kept, Voice)> {
        let (kept, _, voice) = self.settle_with(common, &KeyFiles::default())?;
        Ok((kept, voice))
    }

    /// The same for a tool that reads what is kept, with its keys.
    pub fn settle_with(&self, common: &Common, keys: &KeyFiles) -> anyhow::Result<(Kept, KeyFiles, Voice)> {
        let given = Settings {
            data: self.data.clone(),
            store: self.store.store.clone(),
            store_password_file: self.store.store_password_file.clone(),
            key_files: keys.files.clone(),
            ..Settings::default()
        };
        let (common, settings) = settings::settle(common, &self.config, given)?;
        let url = settings.database()?;
        let keys = KeyFiles { files: settings.key_files };
        Ok((Kept { folder: data_folder(settings.data)?, url }, keys, Voice::new(told_in(&common))))
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
    let (kept, voice) = args.data.settle(common)?;
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
    let from_service = runtime.block_on(copy(&kept, &mut draft, &voice))?;
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
async fn copy(kept: &Kept, draft: &mut Draft, voice: &Voice) -> anyhow::Result<bool> {
    if let Some(url) = &kept.url {
        let snapshot = database_in_use(url).await?.freeze().await?;
        write(snapshot, draft).await?;
        return Ok(false);
    }
    let data = &kept.folder;
    if let Some(service) = Service::of(data).await? {
        let mut answer = service.ask("/backup").await?;
        while let Some(bytes) = answer.chunk().await? {
            draft.add(&bytes)?;
        }
        return Ok(true);
    }
    let (folder, store) = open_unused(data, voice, "backup-locked")?;
    write(store.freeze().await?, draft).await?;
    drop(store);
    hand_back(&folder)?;
    Ok(false)
}

async fn write(snapshot: Box<dyn Snapshot>, draft: &mut Draft) -> anyhow::Result<()> {
    let mut pieces = std::pin::pin!(stream(snapshot, now()));
    while let Some(bytes) = futures::StreamExt::next(&mut pieces).await {
        draft.add(&bytes?)?;
    }
    Ok(())
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

/// The same for a tool that reads what is kept, with its keys; also from a database, which has no folder to be handed back.
///
/// # Errors
/// As [`open_unused`], and keys that are missing or wrong.
pub async fn open_for_reading(
    kept: &Kept,
    keys: &KeyFiles,
    voice: &Voice,
    locked: &str,
) -> anyhow::Result<(Option<PathBuf>, Arc<dyn Store>)> {
    if let Some(url) = &kept.url {
        return Ok((None, over(database_in_use(url).await?, keys.ring()?).await?));
    }
    let folder = store_folder(&kept.folder)?;
    let store = open_folder(&folder, keys.ring()?).await.map_err(|error| not_opened(error, voice, locked))?;
    Ok((Some(folder), store))
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
pub fn refused(error: &BackupError, file: &Path, voice: &Voice) -> String {
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
