//! Taking in updates: each batch is in the inbox, durably, before Telegram hears that it was received. What a killed
//! process left in the inbox comes first.

use std::sync::Arc;
use std::time::Duration;

use futures::future::join_all;
use serde::Serialize;
use serde_json::Value;
use teloxide::requests::Payload;
use tokio::sync::Notify;

use crate::base::time::Moment;
use crate::desk::guard::guarded;
use crate::desk::records::Received;
use crate::desk::{Desk, DeskError};
use crate::fleet::under;
use crate::store::{Batch, Entry, Expect, Key, KeyName, Record, StoreError, scan_all};

use super::api::{Api, ApiError, Reason};
use super::inbound::{self, Incoming, Me, raw};
use super::limits::{Flood, Limits, Verdict};
use super::supervise::Restarts;
use super::worker::{Job, Worker};
use super::{Lanes, TelegramError, greeting};

/// Updates that wait in memory at most before the next batch is asked for; Telegram keeps the others.
const MOST_WAITING: usize = 10_000;
/// Updates of one batch, which is also Telegram's own limit.
const BATCH: u32 = 100;
/// After how many updates old marks are swept out; fewer than a sweep takes, so that they cannot pile up.
const SWEEP: usize = 200;
/// How often a replica looks whether it is to ask.
const NOT_LEADING: Duration = Duration::from_millis(100);
/// First and longest wait after a failed call.
const FIRST_WAIT: Duration = Duration::from_millis(500);
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// The kinds of updates asked for.
pub(super) const KINDS: [&str; 4] = ["message", "edited_message", "callback_query", "my_chat_member"];

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

/// Takes updates in, however they come. Cheap to clone.
#[derive(Clone)]
pub(super) struct Intake {
    pub(super) worker: Worker,
    pub(super) lanes: Lanes<Job>,
    pub(super) me: Me,
    state: Arc<tokio::sync::Mutex<State>>,
    /// Told when something new is in the inbox.
    pub(super) arrived: Arc<Notify>,
}

/// What was taken in so far.
struct State {
    flood: Flood,
    /// The number after the newest update.
    next: u64,
    unswept: usize,
}

impl Intake {
    pub(super) fn new(worker: Worker, lanes: Lanes<Job>, me: Me, limits: Limits) -> Intake {
        let state = State { flood: Flood::new(limits), next: u64::MAX, unswept: 0 };
        let state = Arc::new(tokio::sync::Mutex::new(state));
        Intake { worker, lanes, me, state, arrived: Arc::default() }
    }

    pub(super) fn desk(&self) -> &Desk {
        &self.worker.desk
    }

    /// The way to Telegram.
    pub(super) fn api(&self) -> &Api {
        &self.worker.api
    }

    /// Whether so much waits that Telegram had better keep what is to come.
    pub(super) fn is_full(&self) -> bool {
        self.lanes.waiting() > MOST_WAITING
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
                    let made = made(&received.raw);
                    self.put_to_work(incoming, received.at, made, received.over);
                }
                None => idle.push(update),
            }
        }
        self.desk().discard(&idle).await
    }

    /// What is in the inbox, each with the number of the commit that put it there.
    pub(super) async fn left_over(&self) -> Result<Vec<(u64, u64, Received)>, StoreError> {
        let left = scan_all(&**self.desk().store(), Key::all_inbox()).await?;
        Ok(left.iter().filter_map(|(key, entry)| received(key, entry)).collect())
    }

    fn put_to_work(&self, incoming: Incoming, at: Moment, made: Option<i64>, over: bool) {
        self.lanes.push(incoming.lane(), Job { incoming, at, made, over, lease: 0 });
    }

    /// Takes updates in, each as the text in which it came: when this returns they are in the inbox, durably, but for those that ask
    /// for nothing or are too much. One batch comes after the other, or their order would be chance.
    pub(super) async fn take_in(&self, texts: &[String]) -> Result<(), TelegramError> {
        let mut state = self.state.lock().await;
        let at = (self.worker.clock)();
        let mut fresh = Vec::new();
        for raw in texts.iter().map(|text| raw::tidy(text)) {
            if let Some(incoming) = read(&raw, &self.me) {
                fresh.push((Key::inbox(incoming.update), incoming, raw));
            }
        }
        // One that waits already keeps its place and its time.
        let waiting = join_all(fresh.iter().map(|(key, ..)| self.desk().store().get(key))).await;
        let mut batch = Batch::new();
        let mut jobs = Vec::new();
        for ((key, incoming, raw), waiting) in fresh.into_iter().zip(waiting) {
            if waiting?.is_some() {
                continue;
            }
            let over = match state.flood.judge(&incoming, at) {
                Verdict::Pass => false,
                Verdict::Tell => true,
                Verdict::Drop => continue,
            };
            let made = made(&raw);
            let record = Record::encode(&key, &Received { at, raw, over }).map_err(DeskError::from)?;
            batch.put(key, record, Expect::Any);
            jobs.push((incoming, made, over));
        }
        self.desk().store().commit(batch).await?;
        let confirmed = state.next;
        state.unswept += jobs.len();
        if self.worker.shares.is_fleet() {
            // Whose they are is settled where all of the inbox is seen.
            if !jobs.is_empty() {
                self.worker.shares.hear();
            }
            self.arrived.notify_one();
        } else {
            for (incoming, made, over) in jobs {
                self.put_to_work(incoming, at, made, over);
            }
        }
        if let Some(newest) = texts.iter().filter_map(|text| raw::number(text)).max() {
            state.next = newest.saturating_add(1);
        }
        if state.unswept < SWEEP {
            return Ok(());
        }
        state.unswept = 0;
        // Only of updates that Telegram knows to be received, so that a clock that jumps ahead takes no mark away that is
        // still needed.
        match self.desk().sweep(confirmed, at).await {
            Err(error) if !error.is_conflict() => Err(error.into()),
            _ => Ok(()),
        }
    }
}

/// The loop that asks Telegram for updates.
pub(super) struct Polling {
    intake: Intake,
    poll_seconds: u32,
    offset: Option<u64>,
    failures: u32,
}

impl Polling {
    pub(super) fn new(intake: Intake, poll_seconds: u32) -> Polling {
        Polling { intake, poll_seconds, offset: None, failures: 0 }
    }

    /// Asks for updates for ever; ends only with an error that no waiting can cure.
    pub(super) async fn run(mut self) -> TelegramError {
        greeting::take_webhook_away(self.intake.api()).await;
        let mut restarts = Restarts::of("intake");
        loop {
            if let Some(Err(error)) = restarts.attempt(self.round()).await {
                return error;
            }
        }
    }

    async fn round(&mut self) -> Result<(), TelegramError> {
        self.intake.lanes.wait_below(MOST_WAITING).await;
        let shares = self.intake.worker.shares.clone();
        if shares.lead().is_none() {
            // Whoever leads next asks from the start: what was not confirmed comes again.
            (self.offset, self.failures) = (None, 0);
            tokio::time::sleep(NOT_LEADING).await;
            return Ok(());
        }
        let request = RawGetUpdates {
            offset: self.offset,
            limit: BATCH,
            timeout: self.poll_seconds,
            allowed_updates: KINDS,
        };
        let api = self.intake.api().clone();
        let answer = tokio::select! {
            answer = api.updates(&request) => answer,
            // What the call would have brought is not confirmed, and comes to another replica.
            () = shares.led() => return Ok(()),
        };
        match answer {
            Ok(updates) => match self.arrived(updates).await {
                // Somebody else leads meanwhile. Nothing was confirmed.
                Err(TelegramError::Store(error)) if error.is_lost_lease() => {
                    self.offset = None;
                    Ok(())
                }
                arrived => arrived,
            },
            Err(error) => self.wait_out(error).await,
        }
    }

    async fn arrived(&mut self, mut updates: Vec<String>) -> Result<(), TelegramError> {
        let newest = updates.iter().filter_map(|text| raw::number(text)).max();
        // Whatever has no number can never be confirmed, so it would come again at once, for ever.
        if newest.is_none() && !updates.is_empty() {
            return self.wait_out(ApiError::Broken { status: 200 }).await;
        }
        // Numbers say which was first, in whatever order they come.
        updates.sort_by_key(|text| raw::number(text));
        if self.failures > 0 {
            tracing::info!(failures = self.failures, "updates arrive again");
            self.failures = 0;
        }
        let Some(pass) = self.intake.worker.shares.lead() else {
            self.offset = None;
            return Ok(());
        };
        under(&pass, self.intake.take_in(&updates)).await?;
        // An empty answer means that everything was confirmed; asking from the start then also finds updates whose
        // numbers start anew below the last one.
        self.offset = newest.map(|last| last + 1);
        Ok(())
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

/// When an update was made, by Telegram's clock, in seconds. Of a press only the message is dated on which the button is.
pub(super) fn made(raw: &str) -> Option<i64> {
    let update: Value = serde_json::from_str(raw).ok()?;
    KINDS.iter().map(|kind| &update[*kind]).find_map(|what| {
        let dates = [&what["edit_date"], &what["date"], &what["message"]["date"]];
        dates.into_iter().find_map(Value::as_i64)
    })
}

/// Reads an update. One that its reading chokes on is passed over like any that cannot be read: it would come again with
/// every start, and nobody would be served.
pub(super) fn read(raw: &str, me: &Me) -> Option<Incoming> {
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
