//! `restore`: a backup into a data folder that holds nothing, checked before and after.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{anyhow, bail};

use crate::desk::now;
use crate::store::backup::{BackupError, Head};
use crate::store::postgres::Filling;
use crate::store::{Key, PostgresStore, PostgresUrl, SledStore, Store, StoreError, is_begun};
use crate::studio::Voice;

use super::keep::written;
use super::owner::hand_back;
use super::write::{open, verify};
use super::{Common, DataArgs, Kept, refused};

/// Files and folders of a store, which make way for another; everything else in the folder stays.
const STORE: [&str; 5] = ["db", "conf", "mark", "blobs", "restoring"];

/// `restore`.
#[derive(Debug, clap::Args)]
pub struct RestoreArgs {
    /// The backup
    pub file: PathBuf,
    /// Where the data is to be
    #[command(flatten)]
    pub data: DataArgs,
    /// Only read the backup through and say whether it is sound
    #[arg(long)]
    pub check: bool,
    /// Where the folder holds something already: put that aside, into a folder beside it, instead of refusing
    #[arg(long, conflicts_with = "check")]
    pub replace: bool,
}

/// Restores, or says why not; nothing is written before the whole file has been read.
pub fn run(common: &Common, args: &RestoreArgs) -> anyhow::Result<ExitCode> {
    let (Kept { folder, url }, voice) = args.data.settle(common)?;
    let mut out = anstream::stdout().lock();
    let head = verify(&args.file).map_err(|error| anyhow!(refused(&error, &args.file, &voice)))?;
    if args.check {
        writeln!(out, "{}", voice.say("restore-sound", &told(&args.file, &head).as_pairs()))?;
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(url) = url {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let same = runtime.block_on(into_database(&args.file, &head, &url, &voice))?;
        return restored(same, &args.file, &head, &url.to_string(), &voice);
    }
    std::fs::create_dir_all(&folder).map_err(|error| StoreError::from_io(&folder, error))?;
    if is_begun(&folder) {
        let path = folder.display().to_string();
        if !args.replace {
            bail!(voice.say("restore-not-empty", &[("path", &path)]));
        }
        let aside = put_aside(&folder)?;
        writeln!(out, "{}", voice.say("restore-aside", &[("path", &aside.display().to_string())]))?;
    }
    let backup = open(&args.file).map_err(|error| anyhow!(refused(&error, &args.file, &voice)))?;
    SledStore::fill(&folder, head.commits, backup)
        .map_err(|error| anyhow!(refused(&error, &args.file, &voice)))?;
    let store = SledStore::open(&folder)?;
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let same = runtime.block_on(is_same(&args.file, &store))?;
    drop(store);
    hand_back(&folder)?;
    drop(out);
    restored(same, &args.file, &head, &folder.display().to_string(), &voice)
}

/// Says what came of it.
fn restored(same: bool, file: &Path, head: &Head, path: &str, voice: &Voice) -> anyhow::Result<ExitCode> {
    if !same {
        bail!(voice.say("restore-differs", &[("path", path)]));
    }
    let told = told(file, head);
    let values = [told.as_pairs(), vec![("path", path)]].concat();
    writeln!(anstream::stdout(), "{}", voice.say("restore-done", &values))?;
    Ok(ExitCode::SUCCESS)
}

/// Fills a space that holds nothing; whether it holds exactly what the backup does then.
async fn into_database(file: &Path, head: &Head, url: &PostgresUrl, voice: &Voice) -> anyhow::Result<bool> {
    let mut backup = open(file).map_err(|error| anyhow!(refused(&error, file, voice)))?;
    let mut filling = Filling::begin(url.clone()).await?;
    loop {
        let page: Result<Vec<Entered>, BackupError> = backup.by_ref().take(256).collect();
        let page = page.map_err(|error| anyhow!(refused(&error, file, voice)))?;
        if page.is_empty() {
            break;
        }
        filling.page(&page).await?;
    }
    filling.end(head.commits).await?;
    is_same(file, &PostgresStore::open(url.clone()).await?).await
}

/// What there is to tell of a backup.
struct Told([(&'static str, String); 4]);

impl Told {
    fn as_pairs(&self) -> Vec<(&str, &str)> {
        self.0.iter().map(|(name, value)| (*name, value.as_str())).collect()
    }
}

fn told(file: &Path, head: &Head) -> Told {
    let at = jiff::Timestamp::from_millisecond(head.at);
    let at = at.map(|at| at.strftime("%Y-%m-%d %H:%M:%S UTC").to_string()).unwrap_or_default();
    Told([
        ("file", file.display().to_string()),
        ("entries", head.entries.to_string()),
        ("at", at),
        ("program", head.program.clone()),
    ])
}

/// Moves the store that is there into a new folder beside it, in the data folder.
fn put_aside(folder: &Path) -> anyhow::Result<PathBuf> {
    // Whoever uses the folder now would go on with files that are gone.
    let _lock = SledStore::lock(folder)?;
    let aside = folder.join(format!("before-restore-{}", written(now())));
    std::fs::create_dir(&aside)?;
    for entry in std::fs::read_dir(folder)? {
        let name = entry?.file_name();
        let text = name.to_string_lossy();
        if STORE.contains(&&*text) || text.starts_with("snap.") {
            std::fs::rename(folder.join(&name), aside.join(&name))?;
        }
    }
    Ok(aside)
}

/// Whether the store holds exactly what the backup does.
async fn is_same(file: &Path, store: &dyn Store) -> anyhow::Result<bool> {
    let mut backup = open(file)?;
    let mut range = Key::everything();
    loop {
        let page = store.scan(range.clone(), 256).await?;
        let Some((last, _)) = page.last() else { return Ok(next(&mut backup)?.is_none()) };
        range.start = last.next();
        for found in page {
            if next(&mut backup)?.as_ref() != Some(&found) {
                return Ok(false);
            }
        }
    }
}

type Entered = (Key, crate::store::Entry);

fn next(
    backup: &mut impl Iterator<Item = Result<Entered, BackupError>>,
) -> Result<Option<Entered>, BackupError> {
    backup.next().transpose()
}
