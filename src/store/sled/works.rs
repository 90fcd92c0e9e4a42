//! A compaction under way: the thread that makes the copy, and who waits for it.
//!
//! Whoever asks while a copy is being made waits for another one after it: what was deleted in between may be in this one's files.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;

use tokio::sync::mpsc;

use super::compact::{Copy, Origin};
use super::writer::{Command, Reply};
use crate::store::StoreError;

type Waiting = Vec<Reply<Result<(), StoreError>>>;

/// What is under way, and what is to come.
pub(super) struct Works {
    back: mpsc::WeakSender<Command>,
    under_way: Option<UnderWay>,
    next: Waiting,
}

struct UnderWay {
    thread: JoinHandle<()>,
    stop: Arc<AtomicBool>,
    waiting: Waiting,
}

impl Works {
    /// Nothing yet. `back` leads to the queue of commands.
    pub(super) fn new(back: mpsc::WeakSender<Command>) -> Works {
        Works { back, under_way: None, next: Waiting::new() }
    }

    /// Somebody wants one.
    pub(super) fn asked(&mut self, reply: Reply<Result<(), StoreError>>) {
        self.next.push(reply);
    }

    /// Whether one is to be begun.
    pub(super) fn are_due(&self) -> bool {
        self.under_way.is_none() && !self.next.is_empty()
    }

    /// Begins one for all who asked so far.
    pub(super) fn begin(&mut self, origin: Origin) -> Result<(), StoreError> {
        let (back, stop, path) = (self.back.clone(), Arc::clone(&origin.stop), origin.path().to_path_buf());
        let thread = std::thread::Builder::new().name("compaction".to_owned()).spawn(move || {
            let copy = copied(origin);
            // Nobody is left to be told once the store was dropped.
            if let Some(back) = back.upgrade() {
                let _ = back.blocking_send(Command::Copied { copy });
            }
        });
        let thread = thread.map_err(|error| StoreError::from_io(path, error))?;
        self.under_way = Some(UnderWay { thread, stop, waiting: std::mem::take(&mut self.next) });
        Ok(())
    }

    /// It is over; gives who waited for it, or who asked where none was begun.
    pub(super) fn ended(&mut self) -> Waiting {
        match self.under_way.take() {
            Some(UnderWay { thread, waiting, .. }) => {
                // It has said what it had to say.
                let _ = thread.join();
                waiting
            }
            None => std::mem::take(&mut self.next),
        }
    }

    /// Leaves off, so that nobody writes into the folder any more.
    pub(super) fn leave_off(&mut self) {
        if let Some(UnderWay { thread, stop, .. }) = self.under_way.take() {
            stop.store(true, Ordering::Relaxed);
            let _ = thread.join();
        }
    }
}

// sled answers some damage with a panic; its text may quote stored bytes and is not passed on.
fn copied(origin: Origin) -> Result<Copy, StoreError> {
    let path = origin.path().to_path_buf();
    let copied = catch_unwind(AssertUnwindSafe(|| origin.copy(&mut |_, value| Ok(value))));
    copied.unwrap_or_else(|_| {
        let detail = "sled stopped in the middle of a copy".to_owned();
        Err(StoreError::Damaged { path, detail })
    })
}
