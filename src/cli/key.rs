//! `key`: the keys that what is kept is encrypted with: made, put to use, changed, and taken off again. Keys come in files, never as
//! arguments: those stand in lists of processes and in histories of shells.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::bail;
use clap::Subcommand;

use crate::store::sealed::{self, KeyError, KeyId, sealed_by};
use crate::store::{Key, Keyring, SealKey, SledStore, Store, scan_all};
use crate::studio::Voice;

use super::args::{Common, data_folder};
use super::place::{StoreArgs, database_in_use};
use super::shelf::told_in;

/// Where keys are.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct KeyFiles {
    /// File with a key that what is kept is encrypted with; several with commas: the first encrypts, all decrypt
    #[arg(long = "key-file", value_name = "FILE", env = "XIAOQI_KEY_FILE", value_delimiter = ',')]
    pub files: Vec<PathBuf>,
}

impl KeyFiles {
    /// The keys in the files; none where there are none, which means that nothing is encrypted.
    ///
    /// # Errors
    /// A file that cannot be read, that others may read, or that holds no key.
    pub fn ring(&self) -> Result<Keyring, KeyError> {
        let named = self.files.iter().filter(|path| !path.as_os_str().is_empty());
        named.map(|path| SealKey::load(path)).collect()
    }
}

/// `key`.
#[derive(Debug, clap::Args)]
pub struct KeyArgs {
    /// What to do
    #[command(subcommand)]
    pub what: KeyCommand,
}

/// What can be done with keys.
#[derive(Debug, Subcommand)]
pub enum KeyCommand {
    /// Make a key: into a file that is not there yet, or onto standard output
    New {
        /// The file
        file: Option<PathBuf>,
    },
    /// Encrypt everything anew with the first --key-file; also what was plain before. The service must be stopped
    Rotate(Kept),
    /// Take the encryption off everything. The service must be stopped
    Remove(Kept),
    /// Say which keys what is kept is encrypted with. Needs no key; the service must be stopped
    Show(Kept),
}

/// What is kept, and its keys.
#[derive(Debug, clap::Args)]
pub struct Kept {
    /// The data folder [default: the platform's data folder]
    #[arg(long, value_name = "DIR", env = "XIAOQI_DATA")]
    pub data: Option<PathBuf>,
    /// The database, instead, where that can be done
    #[command(flatten)]
    pub store: StoreArgs,
    /// Its keys
    #[command(flatten)]
    pub keys: KeyFiles,
}

impl Kept {
    /// The folder. Opening would make a store where there is none, so look first.
    fn folder(&self, voice: &Voice) -> anyhow::Result<PathBuf> {
        // What was begun in a folder ends there: a database is rewritten by way of one.
        if let Some(url) = self.store.url()? {
            bail!(voice.say("key-database", &[("store", &url.to_string())]));
        }
        let folder = data_folder(self.data.clone())?;
        match folder.join("db").exists() {
            true => Ok(folder),
            false => bail!(voice.say("key-no-data", &[("folder", &folder.display().to_string())])),
        }
    }

    fn ring(&self, voice: &Voice) -> anyhow::Result<Keyring> {
        let ring = self.keys.ring()?;
        match ring.is_empty() {
            true => bail!(voice.say("key-no-file", &[])),
            false => Ok(ring),
        }
    }
}

/// Does it.
pub fn run(common: &Common, args: &KeyArgs) -> anyhow::Result<ExitCode> {
    let voice = Voice::new(told_in(common));
    let said = match &args.what {
        KeyCommand::New { file: Some(file) } => {
            let key = SealKey::fresh()?;
            key.save(file)?;
            let (file, id) = (file.display().to_string(), key.id().to_string());
            voice.say("key-made", &[("file", &file), ("id", &id)])
        }
        KeyCommand::New { file: None } => {
            // The line itself, whole and alone, so that it can be piped to where it is kept.
            write!(std::io::stdout(), "{}", *SealKey::fresh()?.line())?;
            return Ok(ExitCode::SUCCESS);
        }
        KeyCommand::Rotate(kept) => rotate(kept, &voice)?,
        KeyCommand::Remove(kept) => {
            let (folder, ring) = (kept.folder(&voice)?, kept.ring(&voice)?);
            let done = sealed::rewrite(folder, &ring, &Keyring::default())?;
            let key = if done.was_sealed { "key-removed" } else { "key-plain" };
            voice.say(key, &[("entries", &done.entries.to_string())])
        }
        KeyCommand::Show(kept) => show(kept, &voice)?,
    };
    writeln!(anstream::stdout(), "{said}")?;
    Ok(ExitCode::SUCCESS)
}

fn rotate(kept: &Kept, voice: &Voice) -> anyhow::Result<String> {
    let (folder, ring) = (kept.folder(voice)?, kept.ring(voice)?);
    let id = ring.first().map(|id| id.to_string()).unwrap_or_default();
    let done = sealed::rewrite(folder, &ring, &ring)?;
    let key = if done.was_sealed { "key-rotated" } else { "key-encrypted" };
    Ok(voice.say(key, &[("entries", &done.entries.to_string()), ("id", &id)]))
}

fn show(kept: &Kept, voice: &Voice) -> anyhow::Result<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let store: Arc<dyn Store> = match kept.store.url()? {
        Some(url) => runtime.block_on(database_in_use(&url))?,
        None => Arc::new(SledStore::open(kept.folder(voice)?)?),
    };
    let mut counts: BTreeMap<Option<KeyId>, u64> = BTreeMap::new();
    for (_, entry) in runtime.block_on(scan_all(&*store, Key::everything()))? {
        *counts.entry(sealed_by(&entry.value)).or_default() += 1;
    }
    let told = counts.iter().map(|(id, count)| match id {
        Some(id) => voice.say("key-show", &[("entries", &count.to_string()), ("id", &id.to_string())]),
        None => voice.say("key-plain", &[("entries", &count.to_string())]),
    });
    let told: Vec<String> = told.collect();
    Ok(if told.is_empty() { voice.say("key-plain", &[("entries", "0")]) } else { told.join("\n") })
}
