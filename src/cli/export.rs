//! `export`: the event logs of a data folder, as JSON lines.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::bail;
use serde::Serialize;

use crate::session::event::Event;
use crate::store::{Key, KeyName, Record, SledStore, Store};

use super::args::ExportArgs;
use super::notation::line;
use super::records::{EventRecord, terminal_folder};

/// How many entries are read at a time.
const PAGE: usize = 256;

#[derive(Serialize)]
struct Exported<'a> {
    trainee: i64,
    session: u32,
    #[serde(flatten)]
    event: &'a Event,
}

/// Prints the events, by trainee, session and order. A record that cannot be read is told and skipped; then the
/// exit code is 1.
pub fn run(args: &ExportArgs) -> anyhow::Result<ExitCode> {
    let store = SledStore::open(store_folder(&args.data)?)?;
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    runtime.block_on(print(&store, args))
}

/// The store in the folder, or the terminal's below it. Opening makes a store where there is none, so look first.
pub(super) fn store_folder(data: &Path) -> anyhow::Result<PathBuf> {
    let is_store = |path: &PathBuf| path.join("db").exists();
    match [data.to_path_buf(), terminal_folder(data)].into_iter().find(is_store) {
        Some(folder) => Ok(folder),
        None => bail!("{} holds no data", data.display()),
    }
}

async fn print(store: &dyn Store, args: &ExportArgs) -> anyhow::Result<ExitCode> {
    let mut out = std::io::stdout().lock();
    let mut code = ExitCode::SUCCESS;
    let mut range = Key::everything();
    loop {
        let page = store.scan(range.clone(), PAGE).await?;
        let Some((last, _)) = page.last() else { return Ok(code) };
        range.start = last.next();
        for (key, entry) in &page {
            let Some(KeyName::SessionEvent(id, _)) = key.name() else { continue };
            let (trainee, session) = (id.trainee.0, id.number);
            if args.trainee.is_some_and(|n| n != trainee) || args.session.is_some_and(|n| n != session) {
                continue;
            }
            match Record::<EventRecord>::decode(key, &entry.value) {
                Ok(EventRecord(event)) => line(&mut out, &Exported { trainee, session, event: &event })?,
                Err(error) => {
                    anstream::eprintln!("xiaoqi: {error}");
                    code = ExitCode::FAILURE;
                }
            }
        }
    }
}
