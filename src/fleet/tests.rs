//! Replicas over one store in memory, in the paused time of the runtime.

use std::sync::atomic::{AtomicUsize, Ordering};

use futures::future::BoxFuture;

use super::*;
use crate::store::MemoryStore;

const CHAT: i64 = 42;

fn fleet(store: &Arc<MemoryStore>) -> Arc<Fleet> {
    Arc::new(Fleet::new(Arc::clone(store) as Arc<dyn Store>, Pace::default()))
}

/// Lives until the handle is aborted.
fn alive(fleet: &Arc<Fleet>) -> tokio::task::JoinHandle<FleetError> {
    let fleet = Arc::clone(fleet);
    tokio::spawn(async move { fleet.live().await })
}

fn put_one(name: &str) -> Batch {
    let mut batch = Batch::new();
    batch.put(Key::counter(name), "1", Expect::Any);
    batch
}

async fn pass(seconds: u64) {
    tokio::time::sleep(Duration::from_secs(seconds)).await;
}

fn held(fleet: &Fleet) -> Vec<u32> {
    fleet.shares().held().into_iter().map(|(share, _)| share).collect()
}

#[tokio::test(start_paused = true)]
async fn every_share_has_one_holder_whoever_comes_and_goes() {
    let store = Arc::new(MemoryStore::new());
    let all: Vec<u32> = (0..SHARES).collect();
    let (one, two, three) = (fleet(&store), fleet(&store), fleet(&store));
    let first = alive(&one);
    pass(1).await;
    assert_eq!(held(&one), all, "who is alone has everything at once");
    let (second, third) = (alive(&two), alive(&three));
    pass(3).await;
    let mut together: Vec<u32> = [&one, &two, &three].into_iter().flat_map(|fleet| held(fleet)).collect();
    together.sort_unstable();
    assert_eq!(together, all);
    assert!([&one, &two, &three].iter().all(|fleet| held(fleet).len() > 8), "about as many each");
    assert_eq!([&one, &two, &three].iter().filter(|fleet| fleet.shares().lead().is_some()).count(), 1);
    // One ends well, and its shares are taken up with the next beats.
    third.abort();
    three.leave().await.unwrap();
    pass(1).await;
    assert_eq!(held(&one).len() + held(&two).len(), SHARES as usize);
    // One dies without a word.
    second.abort();
    pass(4).await;
    assert!(held(&one).len() < SHARES as usize, "it may still be at work");
    pass(3).await;
    assert_eq!(held(&one), all);
    drop(first);
}

#[tokio::test(start_paused = true)]
async fn who_was_away_too_long_cannot_go_in_and_what_it_does_does_not_hold() {
    let store = Arc::new(MemoryStore::new());
    let (one, two) = (fleet(&store), fleet(&store));
    let sleeper = alive(&one);
    pass(1).await;
    let inside = one.shares().try_enter(CHAT).expect("it has everything");
    under(&inside, one.store().commit(put_one("before"))).await.unwrap();
    // As a machine that sleeps: nothing of it goes on, while others live.
    sleeper.abort();
    let other = alive(&two);
    pass(10).await;
    assert!(two.shares().try_enter(CHAT).is_some());
    assert!(!inside.is_certain() && one.shares().try_enter(CHAT).is_none(), "it stops by itself");
    let refused = under(&inside, one.store().commit(put_one("after"))).await.unwrap_err();
    assert!(refused.is_lost_lease(), "{refused}");
    assert_eq!(store.get(&Key::counter("after")).await.unwrap(), None);
    // Outside of any leave the store is as it is.
    one.store().commit(put_one("after")).await.unwrap();
    // When it wakes it finds out, and has its part again, under other leases.
    drop(inside);
    let lease = one.shares().holds(CHAT).expect("it does not know yet");
    let again = alive(&one);
    pass(3).await;
    assert_ne!(one.shares().holds(CHAT), Some(lease));
    assert!(
        one.shares().enter(CHAT, lease).await.is_none(),
        "work put aside under the old lease is not done"
    );
    assert_eq!(held(&one).len() + held(&two).len(), SHARES as usize);
    drop((other, again));
}

#[tokio::test(start_paused = true)]
async fn a_share_is_given_back_only_when_nobody_works_for_it() {
    let store = Arc::new(MemoryStore::new());
    let (one, two) = (fleet(&store), fleet(&store));
    let _first = alive(&one);
    pass(1).await;
    let passes: Vec<Pass> = (1..2_000).filter_map(|chat| one.shares().try_enter(chat)).collect();
    assert_eq!(passes.len(), 1_999);
    let _second = alive(&two);
    pass(4).await;
    assert_eq!(held(&two), Vec::<u32>::new(), "somebody is at work everywhere");
    // Nobody is let in any more where it is to be given back.
    let closed = (1..2_000).filter(|chat| one.shares().try_enter(*chat).is_none()).count();
    assert!((400..1_600).contains(&closed), "{closed} of 1999");
    drop(passes);
    pass(2).await;
    assert_eq!(held(&one).len() + held(&two).len(), SHARES as usize);
    assert!(held(&two).len() > 8);
}

#[tokio::test(start_paused = true)]
async fn who_waits_to_go_in_is_let_in_when_it_is_certain_again() {
    let store = Arc::new(MemoryStore::new());
    let one = fleet(&store);
    let sleeper = alive(&one);
    pass(1).await;
    sleeper.abort();
    pass(4).await;
    let lease = one.shares().holds(CHAT).unwrap();
    let shares = one.shares().clone();
    let waiting = tokio::spawn(async move { shares.enter(CHAT, lease).await.is_some() });
    pass(1).await;
    assert!(!waiting.is_finished());
    let _again = alive(&one);
    assert!(waiting.await.unwrap(), "nobody else had it meanwhile");
}

/// A store that counts what it is asked.
struct Counting(MemoryStore, AtomicUsize);

impl Store for Counting {
    fn get<'a>(&'a self, key: &'a Key) -> BoxFuture<'a, Result<Option<crate::store::Entry>, StoreError>> {
        self.1.fetch_add(1, Ordering::Relaxed);
        self.0.get(key)
    }

    fn scan(
        &self,
        range: std::ops::Range<Key>,
        limit: usize,
    ) -> BoxFuture<'_, Result<Vec<(Key, crate::store::Entry)>, StoreError>> {
        self.1.fetch_add(1, Ordering::Relaxed);
        self.0.scan(range, limit)
    }

    fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<(), StoreError>> {
        self.1.fetch_add(1, Ordering::Relaxed);
        self.0.commit(batch)
    }
}

#[tokio::test(start_paused = true)]
async fn where_nothing_happens_it_is_looked_less_often_and_at_once_often_again() {
    let store = Arc::new(Counting(MemoryStore::new(), AtomicUsize::new(0)));
    let one = Arc::new(Fleet::new(Arc::clone(&store) as Arc<dyn Store>, Pace::default()));
    let _alive = alive(&one);
    let asked = async |seconds| {
        let before = store.1.load(Ordering::Relaxed);
        pass(seconds).await;
        store.1.load(Ordering::Relaxed) - before
    };
    let look = Duration::from_millis(100);
    pass(1).await;
    let busy = asked(10).await;
    assert!((38..=42).contains(&busy), "two beats a second of two questions each, not {busy} in 10 s");
    assert!(one.shares().pause(look) < look * 3);
    pass(300).await;
    let calm = asked(30).await;
    assert!((38..=42).contains(&calm), "two beats in three seconds, not {calm} in 30 s");
    assert_eq!(one.shares().pause(look), Duration::from_secs(2));
    one.shares().hear();
    assert_eq!(one.shares().pause(look), look);
    pass(2).await;
    let busy = asked(10).await;
    assert!(busy >= 38, "{busy}");
    assert_eq!(Shares::alone().pause(look), look, "who has no others looks as ever");
}

#[tokio::test(start_paused = true)]
async fn a_calm_fleet_too_goes_on_within_seven_seconds_of_a_death() {
    let store = Arc::new(MemoryStore::new());
    let (one, two) = (fleet(&store), fleet(&store));
    let (_first, second) = (alive(&one), alive(&two));
    pass(600).await;
    assert_eq!(held(&one).len() + held(&two).len(), SHARES as usize);
    assert!(held(&one).len() < SHARES as usize);
    second.abort();
    // One calm beat until the last sign is seen, the silence, and a quick beat; a moment more for the work itself.
    tokio::time::sleep(Duration::from_millis(7_100)).await;
    assert_eq!(held(&one).len(), SHARES as usize);
}

#[test]
fn chats_spread_evenly_over_the_shares() {
    let mut counts = BTreeMap::new();
    for chat in 1..=64_000 {
        *counts.entry(share_of(chat)).or_insert(0) += 1;
    }
    assert_eq!(counts.len(), SHARES as usize);
    assert!(counts.values().all(|count| (800..1_250).contains(count)), "{counts:?}");
}
