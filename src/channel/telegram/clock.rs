//! Looks every few seconds for reminders that are due. What is due is in the store: a start after a kill or a long pause
//! finds all of it, and each is sent once.

use std::time::Duration;

use crate::desk::now;
use crate::store::StoreError;

use super::worker::Worker;

/// Sends reminders for ever; ends only with a store that failed.
pub(super) async fn remind(worker: Worker, tick: Duration) -> StoreError {
    loop {
        match worker.desk.wake(now()).await {
            Ok(posts) => posts.into_iter().for_each(|post| worker.sender.post(post)),
            Err(error) => return error,
        }
        tokio::time::sleep(tick).await;
    }
}
