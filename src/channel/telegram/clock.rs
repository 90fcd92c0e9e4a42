//! What nobody asked for at that moment. Looks every few seconds for reminders that are due, and waits for word of broken files. What is due is in the store: a start after a kill or a long pause
//! finds all of it, and each is sent once.

use std::time::Duration;

use crate::desk::DeskError;
use crate::store::StoreError;

use super::worker::Worker;

/// Tells trainers that files are broken, whenever there is word of it; ends only with a store that failed.
pub(super) async fn tell_trainers(worker: Worker) -> StoreError {
    loop {
        let word = worker.desk.bell().heard().await;
        match worker.desk.tell_trainers(&word, (worker.clock)()).await {
            Ok(posts) => posts.into_iter().for_each(|post| worker.sender.post(post)),
            Err(DeskError::Store(error)) => return error,
            Err(DeskError::Record(error)) => tracing::error!("trainers are not told: {error}"),
        }
    }
}

/// Does what is due in groups and for trainees to the second; ends only with a store that failed.
pub(super) async fn ring(worker: Worker, tick: Duration) -> StoreError {
    loop {
        match worker.desk.ring((worker.clock)()).await {
            Ok(posts) => posts.into_iter().for_each(|post| worker.sender.post(post)),
            Err(error) => return error,
        }
        tokio::time::sleep(tick).await;
    }
}

/// Sends reminders for ever; ends only with a store that failed.
pub(super) async fn remind(worker: Worker, tick: Duration) -> StoreError {
    loop {
        match worker.desk.wake((worker.clock)()).await {
            Ok(posts) => posts.into_iter().for_each(|post| worker.sender.post(post)),
            Err(error) => return error,
        }
        tokio::time::sleep(tick).await;
    }
}
