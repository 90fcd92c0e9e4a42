//! Taking in updates: each batch is in the inbox, durably, before Telegram hears that it was received. What a killed
//! process left in the inbox comes first.

use std::time::Duration;

use futures::future::join_all;
use serde::Serialize;
use serde_json::Value;
use teloxide::requests::Payload;

use crate::base::time::Moment;
use crate::desk::guard::guarded;
use crate::desk::records::Received;
use crate::desk::{Desk, DeskError};
use crate::store::{Batch, Entry, Expect, Key, KeyName, Record, StoreError};

use super::api::{ApiError, Reason};
use super::inbound::{self, Incoming, Me};
use super::supervise::Restarts;
use super::worker::{Job, Worker};
use super::{Lanes, TelegramError};

/// Updates that wait in memory at most before the next batch is asked for; Telegram keeps the others.
const MOST_WAITING: usize = 10_000;
/// Updates of one batch, which is also Telegram's own limit.
const BATCH: u32 = 100;
/// After how many updates old marks are swept out; fewer than a sweep takes, so that they cannot pile up.
const SWEEP: usize = 200;
/// First and longest wait after a failed call.
const FIRST_WAIT: Duration = Duration::from_millis(500);
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// The kinds of updates asked for.
const KINDS: [&str; 4] = ["message", "edited_message", "callback_query", "my_chat_member"];

/// getUpdates with the updates left as they came: what is kept must not depend on what teloxide can read.
#[derive(Serialize)]
struct RawGetUpdates {
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<u64>,
    limit: u32,
    timeout: u32,
    allowed_updates: [&'static str; 4],
}

impl Payload for RawGetUpdates {
    type Output = Vec<Value>;

    const NAME: &'static str = "getUpdates";

    fn timeout_hint(&self) -> Option<Duration> {
        Some(Duration::from_secs(u64::from(self.timeout)))
    }
}

/// The loop that asks for updates.
pub(super) struct Intake {
    worker: Worker,
    lanes: Lanes<Job>,
    me: Me,
    poll_seconds: u32,
    offset: Option<u64>,
    failures: u32,
    unswept: usize,
}

impl Intake {
    pub(super) fn new(worker: Worker, lanes: Lanes<Job>, me: Me, poll_seconds: u32) -> Intake {
        Intake { worker, lanes, me, poll_seconds, offset: None, failures: 0, unswept: 0 }
    }

    fn desk(&self) -> &Desk {
        &self.worker.desk
    }

    /// Puts to work what an earlier process took in and did not finish.
    pub(super) async fn replay(&self) -> Result<(), StoreError> {
        let mut left = self.left_over().await?;
        // By the commits that took them in: numbers start anew after a quiet week, and a clock may be put back.
        left.sort_by_key(|(taken, update, _)| (*taken, *update));
        let mut idle = Vec::new();
        for (_, update, received) in left {
            match read(&received.raw, &self.me) {
                Some(incoming) => {
                    let update = serde_json::from_str(&received.raw).unwrap_or_default();
                    self.put_to_work(incoming, received.at, sent(&update));
                }
                None => idle.push(update),
            }
        }
        self.desk().discard(&idle).await
    }

    /// What is in the inbox, each with the number of the commit that put it there.
    async fn left_over(&self) -> Result<Vec<(u64, u64, Received)>, StoreError> {
        const PAGE: usize = 256;
        let mut left = Vec::new();
        let mut range = Key::all_inbox();
        loop {
            let page = self.desk().store().scan(range.clone(), PAGE).await?;
            left.extend(page.iter().filter_map(|(key, entry)| received(key, entry)));
            match page.last() {
                Some((last, _)) if page.len() == PAGE => range.start = last.next(),
                _ => return Ok(left),
            }
        }
    }

    fn put_to_work(&self, incoming: Incoming, at: Moment, sent: Option<i64>) {
        self.lanes.push(incoming.lane(), Job { incoming, at, sent });
    }

    /// Asks for updates for ever; ends only with an error that no waiting can cure.
    pub(super) async fn run(mut self) -> TelegramError {
        let mut restarts = Restarts::of("intake");
        loop {
            if let Some(Err(error)) = restarts.attempt(self.round()).await {
                return error;
            }
        }
    }

    async fn round(&mut self) -> Result<(), TelegramError> {
        self.lanes.wait_below(MOST_WAITING).await;
        let request = RawGetUpdates {
            offset: self.offset,
            limit: BATCH,
            timeout: self.poll_seconds,
            allowed_updates: KINDS,
        };
        match self.worker.api.call(&request).await {
            Ok(Value::Array(updates)) => self.arrived(updates).await,
            Ok(_) => self.wait_out(ApiError::Broken { status: 200 }).await,
            Err(error) => self.wait_out(error).await,
        }
    }

    async fn arrived(&mut self, mut updates: Vec<Value>) -> Result<(), TelegramError> {
        // Whatever has no number can never be confirmed, so it would come again at once, for ever.
        if !updates.is_empty() && updates.iter().all(|update| number(update).is_none()) {
            return self.wait_out(ApiError::Broken { status: 200 }).await;
        }
        // Numbers say which was first, in whatever order they come.
        updates.sort_by_key(number);
        if self.failures > 0 {
            tracing::info!(failures = self.failures, "updates arrive again");
            self.failures = 0;
        }
        let at = (self.worker.clock)();
        let mut fresh = Vec::new();
        for update in &updates {
            let raw = update.to_string();
            if let Some(incoming) = read(&raw, &self.me) {
                fresh.push((Key::inbox(incoming.update), incoming, raw, sent(update)));
            }
        }
        // One that waits already keeps its place and its time.
        let waiting = join_all(fresh.iter().map(|(key, ..)| self.desk().store().get(key))).await;
        let mut batch = Batch::new();
        let mut jobs = Vec::new();
        for ((key, incoming, raw, sent), waiting) in fresh.into_iter().zip(waiting) {
            if waiting?.is_none() {
                let record = Record::encode(&key, &Received { at, raw }).map_err(DeskError::from)?;
                batch.put(key, record, Expect::Any);
                jobs.push((incoming, sent));
            }
        }
        self.desk().store().commit(batch).await?;
        // An empty answer means that everything was confirmed; asking from the start then also finds updates whose
        // numbers start anew below the last one.
        let confirmed = self.offset;
        self.offset = updates.iter().filter_map(number).max().map(|last| last + 1);
        self.unswept += jobs.len();
        jobs.into_iter().for_each(|(incoming, sent)| self.put_to_work(incoming, at, sent));
        self.sweep(confirmed, at).await
    }

    /// Forgets old marks: of updates that Telegram knows to be received, so that a clock that jumps ahead takes none away that
    /// is still needed.
    async fn sweep(&mut self, confirmed: Option<u64>, at: Moment) -> Result<(), TelegramError> {
        let Some(confirmed) = confirmed.filter(|_| self.unswept >= SWEEP) else { return Ok(()) };
        self.unswept = 0;
        match self.desk().sweep(confirmed, at).await {
            Err(error) if !error.is_conflict() => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// Waits after a failure, longer each time, and says so once a streak.
    async fn wait_out(&mut self, error: ApiError) -> Result<(), TelegramError> {
        if matches!(error, ApiError::Refused { code: 401, .. }) {
            return Err(TelegramError::WrongToken);
        }
        if self.failures == 0 {
            tracing::warn!("no updates for now: {}", advice(&error));
        }
        let wait = FIRST_WAIT * 2_u32.saturating_pow(self.failures.min(10));
        self.failures = self.failures.saturating_add(1);
        let asked = match error {
            ApiError::Busy { seconds } => Duration::from_secs(seconds),
            _ => Duration::ZERO,
        };
        tokio::time::sleep(wait.min(LONGEST_WAIT).max(asked)).await;
        Ok(())
    }
}

fn advice(error: &ApiError) -> String {
    match error {
        ApiError::Refused { reason: Reason::Conflict, .. } => {
            "another process takes this bot's updates. Stop it, or remove its webhook; until then both get only some"
                .to_owned()
        }
        other => format!("{other}. Trying again"),
    }
}

fn number(update: &Value) -> Option<u64> {
    update["update_id"].as_u64()
}

/// When an update was made, by Telegram's clock. Of a press only the message is dated on which the button is.
fn sent(update: &Value) -> Option<i64> {
    KINDS.iter().map(|kind| &update[*kind]).find_map(|what| {
        let dates = [&what["edit_date"], &what["date"], &what["message"]["date"]];
        dates.into_iter().find_map(Value::as_i64)
    })
}

/// Reads an update. One that its reading chokes on is passed over like any that cannot be read: it would come again with
/// every start, and nobody would be served.
fn read(raw: &str, me: &Me) -> Option<Incoming> {
    guarded(|| inbound::read(raw, me)).unwrap_or_else(|place| {
        tracing::error!(%place, "an update cannot be read and is passed over");
        None
    })
}

fn received(key: &Key, entry: &Entry) -> Option<(u64, u64, Received)> {
    let Some(KeyName::Inbox(update)) = key.name() else { return None };
    let record: Result<Received, _> = Record::decode(key, &entry.value);
    let record = record.inspect_err(|error| tracing::error!("an update is left undone: {error}"));
    Some((entry.version, update, record.ok()?))
}
