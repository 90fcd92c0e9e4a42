//! Where several replicas share one outbox: letters to one's own chats that others put there, or left there.

use std::collections::HashMap;
use std::time::Duration;

use tokio::sync::mpsc::WeakUnboundedSender;
use tokio::time::Instant;

use crate::desk::Post;
use crate::fleet::Shares;
use crate::store::{Entry, Key, KeyName, Record, Store, StoreError, scan_all};

use super::Order;

/// How often the outbox is looked through.
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
        // Nobody to hand it to: the service is ending.
        let Some(orders) = orders.upgrade() else { return std::future::pending().await };
        known = found.iter().filter_map(|(key, entry)| notice(&known, shares, &orders, key, entry)).collect();
        drop(orders);
        tokio::time::sleep(LOOK.max(began.elapsed() * BREATH)).await;
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
    match Record::decode(key, &entry.value) {
        Ok(letter) => {
            let _ = orders.send(Order::Post(Box::new(Post { chat, seq, letter })));
        }
        Err(error) => tracing::error!("a letter is left unsent: {error}"),
    }
    Some(((chat, seq), Seen { handed: Some(lease), ..fresh }))
}
