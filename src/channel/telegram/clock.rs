//! What nobody asked for at that moment. Looks every few seconds for reminders that are due, and waits for word of broken files. What is due is in the store: a start after a kill or a long pause
//! finds all of it, and each is sent once.

use std::time::Duration;

use crate::desk::DeskError;
use crate::fleet::under;
use crate::store::StoreError;

use super::worker::Worker;

/// How often it is looked whether something was published, where something happens.
const FOLLOW: Duration = Duration::from_secs(1);

/// Tells trainers that files are broken, whenever there is word of it; ends only with a store that failed.
pub(super) async fn tell_trainers(worker: Worker) -> StoreError {
    loop {
        let word = worker.desk.bell().heard().await;
        // Every replica reads the same files; one of them says so.
        let Some(pass) = worker.shares.lead() else { continue };
        match under(&pass, worker.desk.tell_trainers(&word, (worker.clock)())).await {
            Ok(posts) => posts.into_iter().for_each(|post| worker.sender.post(post)),
            Err(DeskError::Store(error)) if error.is_lost_lease() => {}
            Err(DeskError::Store(error)) => return error,
            Err(DeskError::Record(error)) => tracing::error!("trainers are not told: {error}"),
        }
    }
}

/// Does what is due in groups and for trainees to the second; ends only with a store that failed.
pub(super) async fn ring(worker: Worker, tick: Duration) -> StoreError {
    loop {
        if let Some(pass) = worker.shares.lead() {
            match under(&pass, worker.desk.ring((worker.clock)())).await {
                Ok(posts) => posts.into_iter().for_each(|post| worker.sender.post(post)),
                Err(error) if error.is_lost_lease() => {}
                Err(error) => return error,
            }
        }
        tokio::time::sleep(worker.shares.pause(tick)).await;
    }
}

/// Sends reminders for ever; ends only with a store that failed.
pub(super) async fn remind(worker: Worker, tick: Duration) -> StoreError {
    loop {
        if let Some(pass) = worker.shares.lead() {
            match under(&pass, worker.desk.wake((worker.clock)())).await {
                Ok(posts) => posts.into_iter().for_each(|post| worker.sender.post(post)),
                Err(error) if error.is_lost_lease() => {}
                Err(error) => return error,
            }
        }
        tokio::time::sleep(tick).await;
    }
}

/// Lets trainees of this replica meet what trainers published at others, for ever; ends only with a store that failed.
pub(super) async fn follow_office(worker: Worker) -> StoreError {
    if !worker.shares.is_fleet() {
        return std::future::pending().await;
    }
    loop {
        match worker.desk.follow_office().await {
            Ok(()) => {}
            Err(DeskError::Store(error)) => return error,
            Err(DeskError::Record(error)) => tracing::error!("what was published is not followed: {error}"),
        }
        tokio::time::sleep(worker.shares.pause(FOLLOW)).await;
    }
}
