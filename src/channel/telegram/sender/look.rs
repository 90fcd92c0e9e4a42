//! Where several replicas share one outbox: letters to one's own chats that others put there, or left there.

use std::collections::HashMap;
use std::time::Duration;

use tokio::sync::mpsc::WeakUnboundedSender;
use tokio::time::Instant;

use crate::desk::Post;
use crate::fleet::Shares;
use crate::store::{Entry, Key, KeyName, Store, StoreError, scan_all};

use super::Order;

/// How often the outbox is looked through, where something happens.
const LOOK: Duration = Duration::from_millis(250);
/// The pause after a look is at least so many times as long as the look took.
const BREATH: u32 = 4;

/// What is known of a letter in the outbox.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Seen {
    /// Its entry's version: boards are replaced in their place.
    version: u64,
    /// The lease under which it was handed on; `None` where it was only seen.
    handed: Option<u64>,
}

/// Hands on what lies in the outbox for this replica's chats, for ever; ends only with a store that failed. A letter is handed on
/// at the second look: most are on their way by themselves, and gone by then.
pub(super) async fn look(
    store: &dyn Store,
    shares: &Shares,
    orders: &WeakUnboundedSender<Order>,
) -> StoreError {
    let mut known = HashMap::new();
    loop {
        let began = Instant::now();
        let found = match scan_all(store, Key::all_outbox()).await {
            Ok(found) => found,
            Err(error) => return error,
        };
        if !found.is_empty() {
            shares.hear();
        }
        // Nobody to hand it to: the service is ending.
        let Some(orders) = orders.upgrade() else { return std::future::pending().await };
        known = found.iter().filter_map(|(key, entry)| notice(&known, shares, &orders, key, entry)).collect();
        drop(orders);
        tokio::time::sleep(shares.pause(LOOK).max(began.elapsed() * BREATH)).await;
    }
}

fn notice(
    known: &HashMap<(i64, u64), Seen>,
    shares: &Shares,
    orders: &tokio::sync::mpsc::UnboundedSender<Order>,
    key: &Key,
    entry: &Entry,
) -> Option<((i64, u64), Seen)> {
    let Some(KeyName::Outbox { chat, seq }) = key.name() else { return None };
    let lease = shares.holds(chat)?;
    let fresh = Seen { version: entry.version, handed: None };
    let before = known.get(&(chat, seq)).filter(|seen| seen.version == entry.version);
    let Some(before) = before else { return Some(((chat, seq), fresh)) };
    if before.handed == Some(lease) {
        return Some(((chat, seq), *before));
    }
    if let Some(post) = Post::read(key, entry) {
        let _ = orders.send(Order::Post(Box::new(post)));
    }
    Some(((chat, seq), Seen { handed: Some(lease), ..fresh }))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use tokio::sync::mpsc;

    use super::*;
    use crate::desk::Letter;
    use crate::fleet::{Fleet, Pace};
    use crate::store::{Batch, Expect, MemoryStore, Record};

    #[tokio::test(start_paused = true)]
    async fn after_a_long_quiet_a_letter_of_anothers_is_handed_on_within_seconds() {
        let store = Arc::new(MemoryStore::new());
        let fleet = Arc::new(Fleet::new(Arc::clone(&store) as Arc<dyn Store>, Pace::default()));
        let shares = fleet.shares().clone();
        let living = Arc::clone(&fleet);
        tokio::spawn(async move { living.live().await });
        let (orders, mut handed) = mpsc::unbounded_channel();
        let (weak, looked) = (orders.downgrade(), Arc::clone(&store));
        tokio::spawn(async move { look(&*looked, &shares, &weak).await });
        tokio::time::sleep(Duration::from_secs(600)).await;
        let (key, letter) = (Key::outbox(7, 1), Letter { text: "late".to_owned(), ..Letter::default() });
        let mut batch = Batch::new();
        batch.put(key.clone(), Record::encode(&key, &letter).unwrap(), Expect::Any);
        let put = Instant::now();
        store.commit(batch).await.unwrap();
        assert!(matches!(handed.recv().await, Some(Order::Post(post)) if post.letter == letter));
        // One slow look to see it, and one soon after to hand it on.
        assert!(put.elapsed() <= Duration::from_millis(2_300), "{:?}", put.elapsed());
    }
}
