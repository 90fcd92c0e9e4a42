//! `export`: the event logs of a data folder as JSON lines, or one conversation as a result file.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{anyhow, bail};
use serde::Serialize;

use crate::base::id::{SessionId, TraineeId};
use crate::contest::file::ResultFile;
use crate::contest::run::{Run, Unfit};
use crate::session::event::Event;
use crate::store::{Key, KeyName, Record, Store, open_folder, over, scan_all};
use crate::studio::Voice;

use super::args::{Common, ExportArgs, data_folder};
use super::notation::line;
use super::place::database_in_use;
use super::records::{EventRecord, terminal_folder};
use super::shelf::{load, told_in};

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
pub fn run(common: &Common, args: &ExportArgs) -> anyhow::Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let store = runtime.block_on(opened(args))?;
    match args.run {
        None => runtime.block_on(print(&*store, args)),
        Some(number) => {
            let voice = Voice::new(told_in(common));
            let events = runtime.block_on(one(&*store, number, args.trainee, &voice))?;
            result(common, number, &events, &voice)
        }
    }
}

async fn opened(args: &ExportArgs) -> anyhow::Result<Arc<dyn Store>> {
    let ring = args.keys.ring()?;
    match args.store.url()? {
        Some(url) => Ok(over(database_in_use(&url).await?, ring).await?),
        None => Ok(open_folder(store_folder(&data_folder(args.data.clone())?)?, ring).await?),
    }
}

/// The store in the folder, or the terminal's below it. Opening makes a store where there is none, so look first.
pub(super) fn store_folder(data: &Path) -> anyhow::Result<PathBuf> {
    let is_store = |path: &PathBuf| path.join("db").exists();
    match [data.to_path_buf(), terminal_folder(data)].into_iter().find(is_store) {
        Some(folder) => Ok(folder),
        None => bail!("{} holds no data", data.display()),
    }
}

/// The events of the one session with this number.
async fn one(
    store: &dyn Store,
    number: u32,
    trainee: Option<i64>,
    voice: &Voice,
) -> anyhow::Result<Vec<Event>> {
    let kept = scan_all(store, Key::everything()).await?;
    let session = |key: &Key| match key.name() {
        Some(KeyName::SessionEvent(id, _)) if id.number == number => Some(id.trainee),
        _ => None,
    };
    let wanted = |id: &TraineeId| trainee.is_none_or(|trainee| trainee == id.0);
    let owners: BTreeSet<TraineeId> =
        kept.iter().filter_map(|(key, _)| session(key)).filter(wanted).collect();
    let shown = number.to_string();
    let owner = match owners.iter().collect::<Vec<_>>()[..] {
        [] => bail!(voice.say("export-run-none", &[("number", &shown)])),
        [owner] => *owner,
        _ => bail!(voice.say("export-run-several", &[("number", &shown)])),
    };
    let range = Key::events_of(SessionId { trainee: owner, number });
    let events = scan_all(store, range).await?;
    let read = |(key, entry): &(Key, crate::store::Entry)| Record::<EventRecord>::decode(key, &entry.value);
    Ok(events
        .iter()
        .map(read)
        .map(|event| event.map(|EventRecord(event)| event))
        .collect::<Result<_, _>>()?)
}

/// Prints a session as a result file.
fn result(common: &Common, number: u32, events: &[Event], voice: &Voice) -> anyhow::Result<ExitCode> {
    let loaded = load(common)?;
    let shown = number.to_string();
    let refuse = |key: &str, why: &str| anyhow!(voice.say(key, &[("number", &shown), ("why", why)]));
    let cast = match events.first() {
        Some(Event::Started { start, .. }) => loaded.content.cast_of(start),
        _ => None,
    };
    let cast = cast.ok_or_else(|| refuse("export-run-no-customer", ""))?;
    let run = Run::of(&cast, events, None).map_err(|unfit| match unfit {
        Unfit::Open => refuse("export-run-open", ""),
        Unfit::Cancelled => refuse("export-run-cancelled", ""),
        Unfit::Replay(error) => refuse("export-run-changed", &error.to_string()),
    })?;
    std::io::stdout().lock().write_all(ResultFile::of(run).text().as_bytes())?;
    Ok(ExitCode::SUCCESS)
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
