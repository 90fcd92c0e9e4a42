//! The desk alone: what one update leaves in the store.

use std::sync::Arc;

use xiaoqi::base::id::{SessionId, TraineeId};
use xiaoqi::base::time::Moment;
use xiaoqi::channel::telegram::outbound;
use xiaoqi::desk::{Desk, Handled, Task};
use xiaoqi::flow::input::{Deed, Input};
use xiaoqi::store::{Batch, Expect, Key, MemoryStore, Store};

use super::echo::Echo;

const DAY_MS: i64 = 24 * 3_600_000;

fn desk(store: &Arc<dyn Store>) -> Desk {
    Desk::new(Arc::clone(store), Arc::new(Echo::default()), outbound::letters)
}

fn task(update: u64, text: &str, at: i64) -> Task {
    let (trainee, deed) = (TraineeId(7), Deed::Text(text.to_owned()));
    Task { update, chat: 7, input: Input { trainee, at: Moment(at), device_lang: None, seed: 1, deed } }
}

async fn keys(store: &Arc<dyn Store>) -> Vec<String> {
    store.scan(Key::everything(), 100).await.unwrap().iter().map(|(key, _)| key.to_string()).collect()
}

#[tokio::test]
async fn one_update_is_one_batch_out_of_the_inbox_into_the_outbox() {
    let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
    let mut batch = Batch::new();
    batch.put(Key::inbox(3), "raw", Expect::Absent);
    store.commit(batch).await.unwrap();
    let handled = desk(&store).handle(&task(3, "two", 5)).await.unwrap();
    let Handled::Done(posts) = handled else { panic!("it is new") };
    assert_eq!(posts.len(), 2);
    let seq = posts[0].seq;
    let expected = [
        "event/7-1/0".to_owned(),
        format!("outbox/7/{seq}"),
        format!("outbox/7/{}", seq + 1),
        "profile/7".to_owned(),
        "seen/3".to_owned(),
    ];
    assert_eq!(keys(&store).await, expected);
    let versions: Vec<u64> =
        store.scan(Key::everything(), 100).await.unwrap().iter().map(|(_, entry)| entry.version).collect();
    assert!(versions.iter().all(|version| *version == 2), "one batch: {versions:?}");
}

#[tokio::test]
async fn a_number_seen_long_ago_belongs_to_another_update() {
    let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
    let desk = desk(&store);
    assert!(matches!(desk.handle(&task(3, "a", 0)).await.unwrap(), Handled::Done(_)));
    assert_eq!(desk.handle(&task(3, "a", DAY_MS)).await.unwrap(), Handled::Already);
    assert!(matches!(desk.handle(&task(3, "b", 9 * DAY_MS)).await.unwrap(), Handled::Done(_)));
}

#[tokio::test]
async fn two_desks_over_one_store_never_write_over_each_other() {
    let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
    let (one, two) = (Arc::new(desk(&store)), Arc::new(desk(&store)));
    let mut runs = Vec::new();
    for n in 0..40 {
        let desk = Arc::clone(if n % 2 == 0 { &one } else { &two });
        runs.push(tokio::spawn(async move { desk.handle(&task(n, "x", 0)).await.is_ok() }));
        if n % 4 == 3 {
            tokio::task::yield_now().await;
        }
    }
    let mut done = 0;
    for run in runs {
        done += usize::from(run.await.unwrap());
    }
    let events =
        store.scan(Key::events_of(SessionId { trainee: TraineeId(7), number: 1 }), 100).await.unwrap();
    // A desk that loses too often says so; what it says is done is recorded, and nothing else is.
    assert_eq!(events.len(), done);
    assert!(done >= 2);
}

#[tokio::test]
async fn old_marks_are_swept_and_fresh_ones_stay() {
    let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
    let desk = desk(&store);
    for (update, at) in [(1, 0), (2, 0), (3, 9 * DAY_MS)] {
        desk.handle(&task(update, "a", at)).await.unwrap();
    }
    assert_eq!(desk.sweep(4, Moment(9 * DAY_MS)).await.unwrap(), 2);
    assert_eq!(keys(&store).await.iter().filter(|key| key.starts_with("seen/")).count(), 1);
}

#[tokio::test]
async fn few_sessions_are_kept_at_hand() {
    let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
    let desk = desk(&store);
    for n in 0..1_100 {
        let mut task = task(n, "a", 0);
        task.input.trainee = TraineeId(i64::try_from(n).unwrap());
        desk.handle(&task).await.unwrap();
    }
    assert_eq!(desk.at_hand(), 1_000);
}
