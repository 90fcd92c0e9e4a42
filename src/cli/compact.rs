//! `compact`: nothing of what was deleted is left in the files of a data folder. A running service does the same by itself, a
//! little while after somebody had everything of hers deleted.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::desk::erase;
use crate::store::SledStore;
use crate::studio::Voice;

use super::args::{Common, data_folder};
use super::export::store_folder;
use super::place::{StoreArgs, database_in_use};
use super::shelf::told_in;

/// `compact`.
#[derive(Debug, clap::Args)]
pub struct CompactArgs {
    /// The data folder; nobody else may be using it [default: the platform's data folder]
    #[arg(long, value_name = "DIR", env = "XIAOQI_DATA")]
    pub data: Option<PathBuf>,
    /// The database, instead; services may go on using it, and wait meanwhile
    #[command(flatten)]
    pub store: StoreArgs,
}

/// Rewrites what is kept, as it is: encrypted or not, no key is needed.
pub fn run(common: &Common, args: &CompactArgs) -> anyhow::Result<ExitCode> {
    let voice = Voice::new(told_in(common));
    if let Some(url) = args.store.url()? {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async { anyhow::Ok(erase::sweep(&*database_in_use(&url).await?).await?) })?;
        let said = voice.say("compact-done-database", &[("store", &url.to_string())]);
        writeln!(anstream::stdout(), "{said}")?;
        return Ok(ExitCode::SUCCESS);
    }
    let folder = store_folder(&data_folder(args.data.clone())?)?;
    let before = size(&folder)?;
    let store = SledStore::open(&folder)?;
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    runtime.block_on(erase::sweep(&store))?;
    drop(store);
    let kilobytes = |bytes: u64| bytes.div_ceil(1_000).to_string();
    let (before, after) = (kilobytes(before), kilobytes(size(&folder)?));
    writeln!(anstream::stdout(), "{}", voice.say("compact-done", &[("before", &before), ("after", &after)]))?;
    Ok(ExitCode::SUCCESS)
}

/// Bytes of all files in a folder and those in it.
fn size(folder: &Path) -> std::io::Result<u64> {
    let mut bytes = 0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let about = entry.metadata()?;
        bytes += if about.is_dir() { size(&entry.path())? } else { about.len() };
    }
    Ok(bytes)
}
