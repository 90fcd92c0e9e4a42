//! How much there is of everything: for operators, in numbers only.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::base::ending::Ending;
use crate::base::id::{SessionId, TraineeId};
use crate::base::time::Moment;
use crate::session::event::Event;
use crate::store::{Entry, Key, KeyName, Record, Store, StoreError};

use super::now;
use super::records::{KeptEvent, KeptProfile, Received};

const PAGE: usize = 256;
const DAY_MS: i64 = 24 * 3_600_000;

/// How much is kept of one kind of record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    /// Records.
    pub entries: u64,
    /// Bytes of their values.
    pub bytes: u64,
}

/// What is in a store, in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stats {
    /// Of whom anything is kept.
    pub trainees: u64,
    /// Those who were here within seven days.
    pub trainees_week: u64,
    /// Those who were here within thirty days.
    pub trainees_month: u64,
    /// Conversations kept.
    pub conversations: u64,
    /// Those among them that are not over.
    pub conversations_open: u64,
    /// Those that were thrown away before they were over.
    pub conversations_cancelled: u64,
    /// Messages of trainees in all of them.
    pub messages: u64,
    /// How those that are over ended, by the ending's id.
    pub endings: BTreeMap<String, u64>,
    /// Updates that came and are not done.
    pub inbox: u64,
    /// How old the oldest of them is, in seconds.
    pub inbox_oldest_seconds: u64,
    /// Letters that are not sent.
    pub outbox: u64,
    /// Chats that they wait for.
    pub outbox_chats: u64,
    /// Records that cannot be read.
    pub unreadable: u64,
    /// Everything, by kind.
    pub kept: BTreeMap<String, Amount>,
}

/// How a conversation stands.
enum Standing {
    Open,
    Over(Ending),
    Cancelled,
}

/// Counts everything. What changes meanwhile may be counted or not.
///
/// # Errors
/// Whatever the store says.
pub async fn gather(store: &dyn Store) -> Result<Stats, StoreError> {
    let mut count = Count { now: now(), stats: Stats::default(), chats: BTreeSet::new(), session: None };
    let mut range = Key::everything();
    loop {
        let page = store.scan(range.clone(), PAGE).await?;
        let Some((last, _)) = page.last() else { break };
        range.start = last.next();
        page.iter().for_each(|(key, entry)| count.take(key, entry));
    }
    Ok(count.finish())
}

struct Count {
    now: Moment,
    stats: Stats,
    chats: BTreeSet<i64>,
    /// The conversation whose events are being read, and how it stands so far: its events are neighbours.
    session: Option<(SessionId, Standing)>,
}

impl Count {
    fn take(&mut self, key: &Key, entry: &Entry) {
        let kind = key.to_string();
        let kind = kind.split('/').next().unwrap_or_default().to_owned();
        let amount = self.stats.kept.entry(kind).or_default();
        amount.entries += 1;
        amount.bytes += entry.value.len() as u64;
        let read = match key.name() {
            Some(KeyName::Profile(trainee)) => self.profile(trainee, key, entry),
            Some(KeyName::SessionEvent(session, _)) => self.event(session, key, entry),
            Some(KeyName::Inbox(_)) => self.waiting(key, entry),
            Some(KeyName::Outbox { chat, .. }) => {
                self.stats.outbox += 1;
                self.chats.insert(chat);
                true
            }
            _ => true,
        };
        self.stats.unreadable += u64::from(!read);
    }

    fn profile(&mut self, _: TraineeId, key: &Key, entry: &Entry) -> bool {
        self.stats.trainees += 1;
        let Ok(kept) = Record::<KeptProfile>::decode(key, &entry.value) else { return false };
        let within = |days: i64| kept.at.is_some_and(|at| self.now.0.saturating_sub(at.0) <= days * DAY_MS);
        self.stats.trainees_week += u64::from(within(7));
        self.stats.trainees_month += u64::from(within(30));
        true
    }

    fn event(&mut self, session: SessionId, key: &Key, entry: &Entry) -> bool {
        if self.session.as_ref().is_none_or(|(last, _)| *last != session) {
            self.close();
            self.session = Some((session, Standing::Open));
        }
        let Ok(KeptEvent(event)) = Record::decode(key, &entry.value) else { return false };
        let standing = match event {
            Event::Played { ended, .. } => {
                self.stats.messages += 1;
                ended.map(Standing::Over)
            }
            Event::Stopped { ended, .. } => Some(Standing::Over(ended)),
            Event::Cancelled { .. } => Some(Standing::Cancelled),
            _ => None,
        };
        if let (Some((_, stands)), Some(standing)) = (&mut self.session, standing) {
            *stands = standing;
        }
        true
    }

    fn waiting(&mut self, key: &Key, entry: &Entry) -> bool {
        self.stats.inbox += 1;
        let Ok(kept) = Record::<Received>::decode(key, &entry.value) else { return false };
        let age = u64::try_from(self.now.0.saturating_sub(kept.at.0) / 1_000).unwrap_or_default();
        self.stats.inbox_oldest_seconds = self.stats.inbox_oldest_seconds.max(age);
        true
    }

    /// A conversation whose events are all read.
    fn close(&mut self) {
        let Some((_, standing)) = self.session.take() else { return };
        self.stats.conversations += 1;
        match standing {
            Standing::Open => self.stats.conversations_open += 1,
            Standing::Cancelled => self.stats.conversations_cancelled += 1,
            Standing::Over(ending) => *self.stats.endings.entry(ending.id().to_owned()).or_default() += 1,
        }
    }

    fn finish(mut self) -> Stats {
        self.close();
        self.stats.outbox_chats = self.chats.len() as u64;
        self.stats
    }
}
