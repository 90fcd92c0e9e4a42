//! Errands of the flow, run on a store: what is kept of one trainee gathered, deleted, and let go of with time. The
//! service and the terminal run the same.
//!
//! Deleting goes by keys and never reads more than it must, so that damaged records can be deleted too.

use serde::Serialize;
use serde_json::Value;

use crate::base::id::{SessionId, TraineeId};
use crate::base::time::Moment;
use crate::flow::errand::{Errand, Estate, Outcome, Tally};
use crate::flow::profile::Profile;
use crate::session::event::Event;
use crate::store::{Batch, Entry, Expect, Key, KeyName, Record, RecordError, Store, StoreError};

use super::DeskError;
use super::records::{KeptEvent, KeptProfile, Received};

/// How much is read at once.
const PAGE: usize = 256;

/// The form of the document that everything is handed out in.
const FORM: &str = "xiaoqi/export/1";

/// What an errand led to.
#[derive(Clone, Debug, Default)]
pub struct Ran {
    /// What the flow is told; `None` before an errand was run.
    pub outcome: Option<Outcome>,
    /// What is to be committed with the step.
    pub changes: Vec<(Key, Option<Vec<u8>>)>,
    /// Whether everything of the trainee goes, so that nothing of the step may be kept either.
    pub forgets: bool,
}

impl Ran {
    fn of(outcome: Outcome) -> Ran {
        Ran { outcome: Some(outcome), ..Ran::default() }
    }

    /// Adds the changes to a batch.
    pub fn join(&self, batch: &mut Batch) {
        for (key, value) in &self.changes {
            match value {
                Some(bytes) => batch.put(key.clone(), bytes.clone(), Expect::Any),
                None => batch.delete(key.clone(), Expect::Any),
            };
        }
    }
}

/// Runs an errand for a trainee. Changes nothing yet.
///
/// # Errors
/// `Store` where it cannot be read; `Record` where what is to be handed out is damaged.
pub async fn run(
    store: &dyn Store,
    trainee: TraineeId,
    at: Moment,
    errand: &Errand,
) -> Result<Ran, DeskError> {
    match errand {
        Errand::Gather => Ok(Ran::of(Outcome::Gathered(Box::new(gather(store, trainee, at).await?)))),
        Errand::Forget => forget(store, trainee).await,
    }
}

/// The document for programs.
#[derive(Serialize)]
struct Document<'a> {
    form: &'static str,
    trainee: TraineeId,
    at: Moment,
    profile: &'a Profile,
    sessions: Vec<DocumentSession<'a>>,
    waiting_updates: Vec<Value>,
    waiting_letters: Vec<Value>,
}

#[derive(Serialize)]
struct DocumentSession<'a> {
    number: u32,
    events: &'a [Event],
}

async fn gather(store: &dyn Store, trainee: TraineeId, at: Moment) -> Result<Estate, DeskError> {
    let key = Key::profile(trainee);
    let profile = match store.get(&key).await? {
        Some(entry) => Record::<KeptProfile>::decode(&key, &entry.value)?.profile,
        None => Profile::default(),
    };
    let mut sessions: Vec<(u32, Vec<Event>)> = Vec::new();
    for (key, entry) in all(store, Key::events_by(trainee)).await? {
        let Some(KeyName::SessionEvent(SessionId { number, .. }, _)) = key.name() else { continue };
        let KeptEvent(event) = Record::decode(&key, &entry.value)?;
        match sessions.last_mut().filter(|(last, _)| *last == number) {
            Some((_, events)) => events.push(event),
            None => sessions.push((number, vec![event])),
        }
    }
    let raw =
        |updates: Vec<(Key, Entry)>| updates.into_iter().filter_map(|(_, entry)| data(&entry)).collect();
    let document = Document {
        form: FORM,
        trainee,
        at,
        profile: &profile,
        sessions: sessions
            .iter()
            .map(|(number, events)| DocumentSession { number: *number, events })
            .collect(),
        waiting_updates: raw(updates_of(store, trainee).await?),
        waiting_letters: raw(all(store, Key::outbox_of(trainee.0)).await?),
    };
    let json = serde_json::to_string_pretty(&document);
    let json = json.map_err(|_| RecordError::Unwritable { key: Key::profile(trainee) })?;
    Ok(Estate { trainee, at, profile, sessions, json })
}

/// The record's data as it is, whatever its version.
fn data(entry: &Entry) -> Option<Value> {
    serde_json::from_slice::<Value>(&entry.value).ok()?.get_mut("d").map(Value::take)
}

async fn forget(store: &dyn Store, trainee: TraineeId) -> Result<Ran, DeskError> {
    let mut tally = Tally::default();
    let mut keys = vec![Key::profile(trainee)];
    let mut newest = None;
    for (key, entry) in all(store, Key::events_by(trainee)).await? {
        let Some(KeyName::SessionEvent(session, _)) = key.name() else { continue };
        tally.sessions += u32::from(newest.replace(session.number) != Some(session.number));
        let played = data(&entry).is_some_and(|data| data.get("event").is_some_and(|name| name == "played"));
        tally.messages += u32::from(played);
        keys.push(key);
    }
    keys.extend(all(store, Key::sessions_of(trainee)).await?.into_iter().map(|(key, _)| key));
    let timers = all(store, Key::all_timers()).await?.into_iter();
    keys.extend(timers.map(|(key, _)| key).filter(|key| is_timer_of(key, trainee)));
    let mut waiting = updates_of(store, trainee).await?;
    waiting.extend(all(store, Key::outbox_of(trainee.0)).await?);
    tally.waiting = u32::try_from(waiting.len()).unwrap_or(u32::MAX);
    keys.extend(waiting.into_iter().map(|(key, _)| key));
    let changes = keys.into_iter().map(|key| (key, None)).collect();
    Ok(Ran { outcome: Some(Outcome::Forgotten(tally)), changes, forgets: true })
}

fn is_timer_of(key: &Key, trainee: TraineeId) -> bool {
    matches!(key.name(), Some(KeyName::Timer(_, whose)) if whose == trainee)
}

/// The waiting updates in which a trainee occurs. What an update looks like is the channel's business; every channel
/// names people by numbers, and text is no number, so nobody can be named by what somebody writes.
async fn updates_of(store: &dyn Store, trainee: TraineeId) -> Result<Vec<(Key, Entry)>, StoreError> {
    let mut found = all(store, Key::all_inbox()).await?;
    found.retain(|(key, entry)| {
        let received: Result<Received, _> = Record::decode(key, &entry.value);
        let raw = received.ok().and_then(|received| serde_json::from_str(&received.raw).ok());
        raw.is_some_and(|raw: Value| names(&raw, trainee.0))
    });
    Ok(found)
}

fn names(value: &Value, id: i64) -> bool {
    match value {
        Value::Number(number) => number.as_i64() == Some(id),
        Value::Array(values) => values.iter().any(|value| names(value, id)),
        // An update's own number, and a message's, are nobody's.
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, _)| !matches!(name.as_str(), "update_id" | "message_id" | "date"))
            .any(|(_, value)| names(value, id)),
        _ => false,
    }
}

/// Everything in a range.
pub(super) async fn all(
    store: &dyn Store,
    mut range: std::ops::Range<Key>,
) -> Result<Vec<(Key, Entry)>, StoreError> {
    let mut found = Vec::new();
    loop {
        let page = store.scan(range.clone(), PAGE).await?;
        let full = page.len() == PAGE;
        if let Some((last, _)) = page.last() {
            range.start = last.next();
        }
        found.extend(page);
        if !full {
            return Ok(found);
        }
    }
}
