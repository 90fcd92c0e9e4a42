//! `migrate`: lifts every record to the version this program writes. First all are read; where one cannot be, nothing is
//! written. Stopped half-way it goes on where it was: what is lifted is not lifted again.

use std::collections::BTreeMap;
use std::io::Write;
use std::process::ExitCode;

use serde::Serialize;

use crate::desk::wires::{Lifted, lift, stamp};
use crate::store::{Batch, Expect, Key, Store};

use super::args::Common;
use super::backup::{DataArgs, hand_back, open_for_reading};
use super::key::KeyFiles;
use super::notation::line;

const PAGE: usize = 256;
/// Records that cannot be read that are named.
const NAMED: usize = 20;

/// `migrate`.
#[derive(Debug, clap::Args)]
pub struct MigrateArgs {
    /// Where the data is
    #[command(flatten)]
    pub data: DataArgs,
    /// Its keys
    #[command(flatten)]
    pub keys: KeyFiles,
    /// Only read everything and say what would be lifted
    #[arg(long)]
    pub dry_run: bool,
    /// A JSON line instead of sentences
    #[arg(long)]
    pub json: bool,
}

/// What was found.
#[derive(Default, Serialize)]
struct Found {
    /// Records of today's version.
    current: u64,
    /// Older ones, by kind.
    older: BTreeMap<String, u64>,
    /// Those of no known kind, which are left as they are.
    other: u64,
    /// What cannot be read: where, and why.
    unreadable: Vec<String>,
    /// Whether the older ones have been lifted.
    lifted: bool,
}

/// Looks, then lifts.
pub fn run(common: &Common, args: &MigrateArgs) -> anyhow::Result<ExitCode> {
    let (kept, keys, voice) = args.data.settle_with(common, &args.keys)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let (folder, store) = runtime.block_on(open_for_reading(&kept, &keys, &voice, "migrate-locked"))?;
    let mut found = runtime.block_on(walk(&*store, false))?;
    if found.unreadable.is_empty() && !args.dry_run {
        // First, because it refuses a store of a newer program.
        runtime.block_on(stamp(&*store))??;
        if !found.older.is_empty() {
            runtime.block_on(walk(&*store, true))?;
        }
        found.lifted = true;
    }
    drop(store);
    folder.map_or(Ok(()), |folder| hand_back(&folder))?;
    let mut out = anstream::stdout().lock();
    if args.json {
        line(&mut out, &found)?;
    } else {
        let number = |count: u64| count.to_string();
        for (kind, count) in &found.older {
            writeln!(out, "{}", voice.say("migrate-kind", &[("kind", kind), ("count", &number(*count))]))?;
        }
        for record in found.unreadable.iter().take(NAMED) {
            writeln!(out, "    {record}")?;
        }
        let older: u64 = found.older.values().sum();
        let key = match (found.unreadable.len(), args.dry_run) {
            (0, true) => "migrate-would",
            (0, false) => "migrate-done",
            _ => "migrate-unreadable",
        };
        let unreadable = found.unreadable.len().to_string();
        let values =
            [("count", number(older)), ("current", number(found.current)), ("unreadable", unreadable)];
        writeln!(out, "{}", voice.say(key, &values.each_ref().map(|(name, value)| (*name, value.as_str()))))?;
    }
    Ok(if found.unreadable.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Reads everything, and writes what is older anew where that is wanted: a batch a page.
async fn walk(store: &dyn Store, write: bool) -> anyhow::Result<Found> {
    let mut found = Found::default();
    let mut range = Key::everything();
    loop {
        let page = store.scan(range.clone(), PAGE).await?;
        let Some((last, _)) = page.last() else { return Ok(found) };
        range.start = last.next();
        let mut batch = Batch::new();
        for (key, entry) in &page {
            match lift(key, &entry.value) {
                Ok(Lifted::Current) => found.current += 1,
                Ok(Lifted::Unknown) => found.other += 1,
                Ok(Lifted::Raised(bytes)) => {
                    let kind = key.to_string().split('/').next().unwrap_or_default().to_owned();
                    *found.older.entry(kind).or_default() += 1;
                    batch.put(key.clone(), bytes, Expect::Version(entry.version));
                }
                Err(error) => found.unreadable.push(error.to_string()),
            }
        }
        if write {
            store.commit(batch).await?;
        }
    }
}
