//! The engine on disk: sled 0.34.7, owned by one thread.
//!
//! Callers send commands; the thread takes up to [`GROUP`] of them, runs them in order, makes the group durable
//! with one flush, and only then answers. Nobody ever reads what a power cut could still take back, and thirty
//! callers share the price of one trip to the disk. What is durable already is read without the thread.
//!
//! - `disk`: sled itself: entries, versions, and getting it all onto the platter
//! - `frozen`: what was there at one moment, while commits go on
//! - `fill`: a new store, from a backup
//! - `mark`: how far the commits went, kept apart from sled
//! - `leftovers`: the folder's lock, and what a kill inside sled's opening leaves
//! - `compact`: the same entries in fresh files, so that nothing of what was deleted is left
//! - `open`: the folder: format, start-up check
//! - `reserve`: room on the disk, taken before sled needs it
//! - `writer`: the thread: groups, answers, and what happens after a failure
//! - `view`: reads beside the thread
//! - `works`: a compaction under way

mod compact;
mod disk;
mod fill;
mod frozen;
mod leftovers;
mod mark;
mod open;
mod reserve;
mod view;
mod works;
mod writer;

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Instant;

use futures::future::{BoxFuture, FutureExt};
use tokio::sync::mpsc;

use super::{Batch, Entry, Freeze, Key, Snapshot, Store, StoreError, counted};
pub use compact::Change;
use disk::Disk;
pub use fill::{discard_unfinished, is_begun};
use view::View;
use writer::Command;

/// How many commands share one flush at most.
pub const GROUP: usize = 256;

/// A store in a folder of the file system. Dropping it finishes what was asked and releases the folder; that
/// blocks for as long as one flush takes.
#[derive(Debug)]
pub struct SledStore {
    path: PathBuf,
    view: View,
    // Both are `Some` until dropped.
    commands: Option<mpsc::Sender<Command>>,
    thread: Option<JoinHandle<()>>,
}

impl SledStore {
    /// Opens the store in `path`, creating it if need be, and reads it through once, so that damage shows now
    /// and not in the middle of a session (about a second for a million entries). Blocks.
    ///
    /// # Errors
    /// `Locked`, `ReadOnly`, `Full`, `Damaged`, `NewerFormat` or `Io`.
    pub fn open(path: impl AsRef<Path>) -> Result<SledStore, StoreError> {
        SledStore::start(open::open(path.as_ref())?)
    }

    /// Rewrites the store in `path`, which nobody else may be using: every value becomes what `change` makes of it, its
    /// version stays, and nothing of the old bytes is left in the files. All or nothing, also when killed in the middle: at
    /// the next opening the store holds either the old values or the new ones. Gives the number of entries. Needs as much
    /// space again as the entries take. Blocks.
    ///
    /// # Errors
    /// As [`open`](SledStore::open), and whatever `change` refuses; the store is as it was then.
    pub fn rewrite(path: impl AsRef<Path>, change: Change<'_>) -> Result<u64, StoreError> {
        let mut disk = open::open(path.as_ref())?;
        match disk.origin()?.copy(change) {
            Ok(copy) => disk.swap(copy)??,
            Err(error) => {
                disk.keep();
                return Err(error);
            }
        }
        Ok(disk.counts().1)
    }

    /// Shuts everybody else out of a folder for as long as what is returned lives, without opening the store.
    ///
    /// # Errors
    /// `Locked` where somebody uses it, or what the file system said.
    pub fn lock(path: &Path) -> Result<std::fs::File, StoreError> {
        leftovers::lock(path)
    }

    fn start(disk: Disk) -> Result<SledStore, StoreError> {
        let (commands, inbox) = mpsc::channel(GROUP);
        let (path, back, view) = (disk.path().to_path_buf(), commands.downgrade(), disk.view.clone());
        let thread = std::thread::Builder::new()
            .name("store".to_owned())
            .spawn(move || writer::run(disk, inbox, back))
            .map_err(|error| StoreError::from_io(&path, error))?;
        Ok(SledStore { path, view, commands: Some(commands), thread: Some(thread) })
    }

    async fn ask<T>(&self, command: impl FnOnce(writer::Reply<T>) -> Command) -> Result<T, StoreError> {
        let closed = || StoreError::Closed { path: self.path.clone() };
        writer::ask(self.commands.as_ref().ok_or_else(closed)?, &self.path, command).await
    }
}

impl Store for SledStore {
    fn get<'a>(&'a self, key: &'a Key) -> BoxFuture<'a, Result<Option<Entry>, StoreError>> {
        async move {
            tokio::task::coop::consume_budget().await;
            match self.view.get(key) {
                Some(found) => Ok(found),
                None => self.ask(|reply| Command::Get { key: key.clone(), reply }).await,
            }
        }
        .boxed()
    }

    fn scan(&self, range: Range<Key>, limit: usize) -> BoxFuture<'_, Result<Vec<(Key, Entry)>, StoreError>> {
        async move {
            // Reading page after page without ever waiting must not keep the others from their turn.
            tokio::task::coop::consume_budget().await;
            match self.view.scan(&range, limit) {
                Some(found) => Ok(found),
                None => self.ask(move |reply| Command::Scan { range, limit, reply }).await,
            }
        }
        .boxed()
    }

    fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<(), StoreError>> {
        async move {
            let began = Instant::now();
            counted(began, self.ask(move |reply| Command::Commit { batch, reply }).await)
        }
        .boxed()
    }

    fn compact(&self) -> BoxFuture<'_, Result<(), StoreError>> {
        async move { self.ask(|reply| Command::Compact { reply }).await? }.boxed()
    }
}

impl Freeze for SledStore {
    fn freeze(&self) -> BoxFuture<'_, Result<Box<dyn Snapshot>, StoreError>> {
        async move {
            let closed = || StoreError::Closed { path: self.path.clone() };
            let wanted = Arc::new(());
            let weak = Arc::downgrade(&wanted);
            let (number, commits, entries) =
                self.ask(|reply| Command::Freeze { wanted: weak, reply }).await?;
            let commands = self.commands.as_ref().ok_or_else(closed)?.downgrade();
            let (path, counts) = (self.path.clone(), (commits, entries));
            let snapshot = frozen::SledSnapshot { commands, path, number, counts, _wanted: wanted };
            Ok(Box::new(snapshot) as Box<dyn Snapshot>)
        }
        .boxed()
    }
}

impl Drop for SledStore {
    fn drop(&mut self) {
        self.commands.take();
        if let Some(thread) = self.thread.take() {
            // A panic of the thread was already answered as `Closed`.
            let _ = thread.join();
        }
    }
}
