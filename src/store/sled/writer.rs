//! The thread that owns the disk: takes groups of commands, makes them durable, then answers.

use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Weak;

use tokio::sync::{mpsc, oneshot};

use super::GROUP;
use super::compact::Copy;
use super::disk::Disk;
use super::works::Works;
use crate::store::{Batch, Entry, Key, StoreError};

/// Where an answer goes.
pub(super) type Reply<T> = oneshot::Sender<Result<T, StoreError>>;

/// What callers ask.
pub(super) enum Command {
    Get {
        key: Key,
        reply: Reply<Option<Entry>>,
    },
    Scan {
        range: Range<Key>,
        limit: usize,
        reply: Reply<Vec<(Key, Entry)>>,
    },
    Commit {
        batch: Batch,
        reply: Reply<()>,
    },
    /// Answers `Err` within where nothing came of it and the store is as it was.
    Compact {
        reply: Reply<Result<(), StoreError>>,
    },
    /// The copy for a compaction is there, or is not.
    Copied {
        copy: Result<Copy, StoreError>,
    },
    /// Begins a snapshot: its number, and the numbers of commits and entries.
    Freeze {
        wanted: Weak<()>,
        reply: Reply<(u64, u64, u64)>,
    },
    Page {
        number: u64,
        reply: Reply<Vec<(Key, Entry)>>,
    },
}

/// Asks the thread and waits for its answer.
pub(super) async fn ask<T>(
    commands: &mpsc::Sender<Command>,
    path: &Path,
    command: impl FnOnce(Reply<T>) -> Command,
) -> Result<T, StoreError> {
    let closed = || StoreError::Closed { path: path.to_path_buf() };
    let (reply, answer) = oneshot::channel();
    commands.send(command(reply)).await.map_err(|_| closed())?;
    answer.await.map_err(|_| closed())?
}

/// An answer that waits for the group to be durable. Called with the group's failure, if any.
type Answer = Box<dyn FnOnce(Option<&StoreError>)>;

/// Serves until every sender is gone and the queue is empty. `back` leads to the queue itself, for what threads of ours have to say.
pub(super) fn run(mut disk: Disk, mut inbox: mpsc::Receiver<Command>, back: mpsc::WeakSender<Command>) {
    let mut failure = None;
    let mut works = Works::new(back);
    while let Some(first) = inbox.blocking_recv() {
        let answers = run_group(&mut disk, &mut works, first, &mut inbox, &mut failure);
        answers.into_iter().for_each(|answer| answer(failure.as_ref()));
    }
    works.leave_off();
    // Closing a broken sled can panic as well, and there is nobody left to tell.
    let _ = catch_unwind(AssertUnwindSafe(|| drop(disk)));
}

// After a failure memory and disk may differ, so everything is refused from then on, reads included.
fn run_group(
    disk: &mut Disk,
    works: &mut Works,
    first: Command,
    inbox: &mut mpsc::Receiver<Command>,
    failure: &mut Option<StoreError>,
) -> Vec<Answer> {
    let mut answers = run_one(disk, works, first, failure);
    while answers.len() < GROUP
        && let Ok(command) = inbox.try_recv()
    {
        answers.extend(run_one(disk, works, command, failure));
    }
    guarded(disk, failure, Disk::sync);
    answers
}

fn run_one(
    disk: &mut Disk,
    works: &mut Works,
    command: Command,
    failure: &mut Option<StoreError>,
) -> Vec<Answer> {
    match command {
        Command::Get { key, reply } => vec![later(reply, guarded(disk, failure, |disk| disk.get(&key)))],
        Command::Scan { range, limit, reply } => {
            vec![later(reply, guarded(disk, failure, |disk| disk.scan(range, limit)))]
        }
        Command::Commit { batch, reply } => {
            vec![later(reply, guarded(disk, failure, |disk| disk.apply(batch)))]
        }
        Command::Compact { reply } => {
            works.asked(reply);
            begin(disk, works, failure)
        }
        Command::Copied { copy } => {
            let outcome = guarded(disk, failure, |disk| match copy {
                Ok(copy) => disk.swap(copy),
                Err(error) => {
                    disk.keep();
                    Ok(Err(error))
                }
            });
            let mut answers = answered(works.ended(), &outcome);
            answers.extend(begin(disk, works, failure));
            answers
        }
        Command::Freeze { wanted, reply } => {
            vec![later(reply, guarded(disk, failure, |disk| Ok(disk.freeze(wanted))))]
        }
        Command::Page { number, reply } => {
            vec![later(reply, guarded(disk, failure, |disk| disk.page(number)))]
        }
    }
}

/// Begins a compaction where one was asked for and none is under way.
fn begin(disk: &mut Disk, works: &mut Works, failure: &mut Option<StoreError>) -> Vec<Answer> {
    if !works.are_due() {
        return Vec::new();
    }
    match guarded(disk, failure, |disk| Ok(works.begin(disk.origin()?))) {
        Some(Ok(Ok(()))) => Vec::new(),
        // No thread could be had: nothing was begun.
        Some(Ok(Err(error))) => {
            disk.keep();
            answered(works.ended(), &Some(Ok(Err(error))))
        }
        _ => answered(works.ended(), &None),
    }
}

type Compacted = Option<Result<Result<(), StoreError>, StoreError>>;

fn answered(replies: Vec<Reply<Result<(), StoreError>>>, outcome: &Compacted) -> Vec<Answer> {
    replies.into_iter().map(|reply| later(reply, outcome.clone())).collect()
}

// A caller that went away is no error.
fn later<T: 'static>(reply: Reply<T>, outcome: Option<Result<T, StoreError>>) -> Answer {
    Box::new(move |failure| {
        let answer = match (failure, outcome) {
            (Some(failure), _) => Err(failure.clone()),
            (None, Some(outcome)) => outcome,
            // No outcome without a failure; dropping the sender answers `Closed`.
            (None, None) => return,
        };
        let _ = reply.send(answer);
    })
}

// Runs one step unless the disk failed before. Any error but a conflict, and any panic, is a failure for good.
fn guarded<T>(
    disk: &mut Disk,
    failure: &mut Option<StoreError>,
    step: impl FnOnce(&mut Disk) -> Result<T, StoreError>,
) -> Option<Result<T, StoreError>> {
    if failure.is_some() {
        return None;
    }
    let outcome = catch_unwind(AssertUnwindSafe(|| step(disk))).unwrap_or_else(|_| Err(panicked(disk)));
    match outcome {
        Err(error) if !error.is_conflict() => {
            disk.view.shut();
            *failure = Some(error);
            None
        }
        outcome => Some(outcome),
    }
}

fn panicked(disk: &Disk) -> StoreError {
    let detail = "sled stopped in the middle of an operation".to_owned();
    StoreError::Damaged { path: disk.path().to_path_buf(), detail }
}

#[cfg(test)]
mod tests {
    use super::super::{SledStore, open};
    use super::*;
    use crate::store::{Expect, Store};
    use futures::future::FutureExt;

    fn put(name: &str) -> Batch {
        let mut batch = Batch::new();
        batch.put(Key::counter(name), "1", Expect::Any);
        batch
    }

    async fn failing(fault: fn() -> std::io::Result<()>) -> (tempfile::TempDir, SledStore, StoreError) {
        let folder = tempfile::tempdir().unwrap();
        let mut disk = open::open(folder.path()).unwrap();
        disk.fault = Some(fault);
        let store = SledStore::start(disk).unwrap();
        let error = store.commit(put("a")).await.unwrap_err();
        (folder, store, error)
    }

    #[tokio::test]
    async fn after_a_full_disk_every_command_gets_the_same_refusal() {
        let (_folder, store, error) = failing(|| Err(std::io::Error::from_raw_os_error(28))).await;
        assert!(matches!(error, StoreError::Full { .. }), "{error}");
        let key = Key::counter("a");
        assert!(matches!(store.get(&key).await, Err(StoreError::Full { .. })));
        assert!(matches!(store.scan(Key::everything(), 9).await, Err(StoreError::Full { .. })));
        assert!(matches!(store.commit(put("b")).await, Err(StoreError::Full { .. })));
    }

    #[tokio::test]
    async fn a_panic_of_the_engine_is_a_refusal_too() {
        let (_folder, store, error) = failing(|| panic!("provoked by a test")).await;
        assert!(matches!(error, StoreError::Damaged { .. }), "{error}");
        assert!(matches!(store.get(&Key::counter("a")).await, Err(StoreError::Damaged { .. })));
    }

    #[tokio::test]
    async fn everybody_in_a_failed_group_hears_of_it_readers_included() {
        let folder = tempfile::tempdir().unwrap();
        let mut disk = open::open(folder.path()).unwrap();
        disk.fault = Some(|| Err(std::io::Error::from_raw_os_error(5)));
        let (commands, inbox) = mpsc::channel(GROUP);
        let (commit, committed) = oneshot::channel();
        let (get, got) = oneshot::channel();
        commands.send(Command::Commit { batch: put("a"), reply: commit }).await.unwrap();
        commands.send(Command::Get { key: Key::counter("a"), reply: get }).await.unwrap();
        let back = commands.downgrade();
        drop(commands);
        tokio::task::spawn_blocking(move || run(disk, inbox, back)).await.unwrap();
        assert!(matches!(committed.await.unwrap(), Err(StoreError::Io { .. })));
        assert!(matches!(got.await.unwrap(), Err(StoreError::Io { .. })));
    }

    #[tokio::test]
    async fn a_conflict_fails_its_own_batch_only() {
        let folder = tempfile::tempdir().unwrap();
        let disk = open::open(folder.path()).unwrap();
        let (commands, inbox) = mpsc::channel(GROUP);
        let mut answers = Vec::new();
        for expect in [Expect::Absent, Expect::Absent, Expect::Version(1)] {
            let (reply, answer) = oneshot::channel();
            let mut batch = Batch::new();
            batch.put(Key::counter("a"), "1", expect);
            commands.send(Command::Commit { batch, reply }).await.unwrap();
            answers.push(answer);
        }
        let back = commands.downgrade();
        drop(commands);
        tokio::task::spawn_blocking(move || run(disk, inbox, back)).await.unwrap();
        let mut worked = Vec::new();
        for answer in answers {
            worked.push(answer.await.unwrap().is_ok());
        }
        assert_eq!(worked, [true, false, true]);
    }

    #[tokio::test]
    async fn dropping_the_store_finishes_what_was_asked_and_frees_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let store = SledStore::open(folder.path()).unwrap();
        for n in 0..100 {
            // Asked, and the asker gone before the answer.
            let _ = store.commit(put(&n.to_string())).now_or_never();
        }
        drop(store);
        let store = SledStore::open(folder.path()).unwrap();
        assert_eq!(store.scan(Key::everything(), 999).await.unwrap().len(), 100);
    }
}
