//! Errands of the flow, run on a store: what is kept of one trainee gathered, deleted, and let go of with time. The
//! service and the terminal run the same.
//!
//! Deleting goes by keys and never reads more than it must, so that damaged records can be deleted too. Gathering leaves out
//! what cannot be read, counts it, and hands out the rest.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use crate::base::id::{PersonaId, Realm, SessionId, TraineeId};
use crate::base::membership::Standing;
use crate::base::time::Moment;
use crate::flow::errand::{Answered, Card, Errand, Estate, Outcome, Shown, Tally};
use crate::flow::group::play::{self, Part};
use crate::flow::office::Settled;
use crate::flow::profile::Profile;
use crate::progress::entry;
use crate::session::event::Event;
use crate::store::{
    Batch, Entry, Expect, Key, KeyName, Record, RecordError, Store, StoreError, Wire, scan_all,
};

use super::contest::personal;
use super::door::admission_of;
use super::door::records::KeptAdmission;
use super::erase;
use super::group::records::KeptGroup;
use super::office::Placement;
use super::office::records::{KeptDraft, KeptOrganisation, KeptShelf, KeptStanding};
use super::records::{KeptCard, KeptEntry, KeptEvent, KeptProfile, Received, Thanks};
use super::{DeskError, Letter};

/// The form of the document that everything is handed out in.
const FORM: &str = "xiaoqi/export/1";

/// What an errand led to.
#[derive(Clone, Debug, Default)]
pub struct Ran {
    /// What the flow is told; `None` before an errand was run.
    pub outcome: Option<Outcome>,
    /// What is to be committed with the step.
    pub changes: Vec<(Key, Option<Vec<u8>>)>,
    /// The same for what must be as it was when the errand was run: where somebody was faster, all of it is done again.
    pub guarded: Vec<(Key, Option<Vec<u8>>, Expect)>,
    /// Whom trainees meet from then on.
    pub placements: Vec<Placement>,
    /// What is written to others because of it: to whom, and what.
    pub letters: Vec<(i64, Letter)>,
    /// Whether everything of the trainee goes, so that nothing of the step may be kept either.
    pub forgets: bool,
}

impl Ran {
    fn of(outcome: Outcome) -> Ran {
        Ran { outcome: Some(outcome), ..Ran::default() }
    }

    /// This and what another errand of the same step led to.
    pub fn and(mut self, next: Ran) -> Ran {
        self.changes.extend(next.changes);
        self.guarded.extend(next.guarded);
        self.placements.extend(next.placements);
        self.letters.extend(next.letters);
        Ran { outcome: next.outcome, forgets: self.forgets || next.forgets, ..self }
    }

    /// Adds the changes to a batch.
    pub fn join(&self, batch: &mut Batch) {
        for (key, value, expect) in &self.guarded {
            match value {
                Some(bytes) => batch.put(key.clone(), bytes.clone(), *expect),
                None => batch.delete(key.clone(), *expect),
            };
        }
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
/// `Store` where it cannot be read; `Record` where a card that is to be changed is damaged, or cannot be written.
pub async fn run(
    store: &dyn Store,
    trainee: TraineeId,
    at: Moment,
    errand: &Errand,
) -> Result<Ran, DeskError> {
    match errand {
        Errand::Gather => Ok(Ran::of(Outcome::Gathered(Box::new(gather(store, trainee, at).await?)))),
        Errand::Forget => forget(store, trainee, at).await,
        Errand::Cards => Ok(Ran::of(Outcome::Cards(cards(store, trainee).await?))),
        Errand::Publish(id, card) => publish(trainee, *id, card),
        Errand::Withdraw(id) => withdraw(store, trainee, *id).await,
        Errand::Contest(_) => Ok(Ran::of(Outcome::NoStore)),
        Errand::Office(_) => Ok(Ran::of(Outcome::Settled(Box::new(Settled::NoOffice)))),
        // There are no groups where nobody but she is.
        Errand::Answer { .. } => Ok(Ran::of(Outcome::Answered(Answered::Closed))),
        Errand::Thank(id) => thank(store, trainee, at, *id).await,
    }
}

/// The team's cards, newest first. A damaged one is left out and told in the log by key.
async fn cards(store: &dyn Store, trainee: TraineeId) -> Result<Vec<Shown>, DeskError> {
    let mut thanks: BTreeMap<u64, u32> = BTreeMap::new();
    for (key, _) in scan_all(store, Key::all_thanks()).await? {
        if let Some(KeyName::Thanks(id, _)) = key.name() {
            *thanks.entry(id).or_default() += 1;
        }
    }
    let mut found = Vec::new();
    for (key, entry) in scan_all(store, Key::all_cards()).await? {
        let Some(KeyName::Card(id)) = key.name() else { continue };
        match Record::<KeptCard>::decode(&key, &entry.value) {
            Ok(KeptCard { owner, card }) => {
                let thanks = thanks.get(&id).copied().unwrap_or(0);
                found.push(Shown { id, card, thanks, mine: owner == trainee });
            }
            Err(error) => tracing::warn!("a card is left out: {error}"),
        }
    }
    found.sort_by_key(|shown| (std::cmp::Reverse(shown.card.at), shown.id));
    Ok(found)
}

fn publish(trainee: TraineeId, id: u64, card: &Card) -> Result<Ran, DeskError> {
    let key = Key::card(id);
    let kept = KeptCard { owner: trainee, card: card.clone() };
    let changes = vec![(key.clone(), Some(Record::encode(&key, &kept)?))];
    Ok(Ran { outcome: Some(Outcome::Published), changes, ..Ran::default() })
}

/// Whose card it is; `None` where there is none.
async fn owner(store: &dyn Store, id: u64) -> Result<Option<TraineeId>, DeskError> {
    let key = Key::card(id);
    let Some(entry) = store.get(&key).await? else { return Ok(None) };
    let kept: KeptCard = Record::decode(&key, &entry.value)?;
    Ok(Some(kept.owner))
}

async fn withdraw(store: &dyn Store, trainee: TraineeId, id: u64) -> Result<Ran, DeskError> {
    if owner(store, id).await? != Some(trainee) {
        return Ok(Ran::of(Outcome::Withdrawn(false)));
    }
    let thanks = scan_all(store, Key::thanks_for(id)).await?.into_iter().map(|(key, _)| key);
    let changes = thanks.chain([Key::card(id)]).map(|key| (key, None)).collect();
    Ok(Ran { outcome: Some(Outcome::Withdrawn(true)), changes, ..Ran::default() })
}

async fn thank(store: &dyn Store, trainee: TraineeId, at: Moment, id: u64) -> Result<Ran, DeskError> {
    let key = Key::thanks(id, trainee);
    let others = owner(store, id).await?.is_some_and(|owner| owner != trainee);
    if !others || store.get(&key).await?.is_some() {
        return Ok(Ran::of(Outcome::Thanked(false)));
    }
    let changes = vec![(key.clone(), Some(Record::encode(&key, &Thanks { at })?))];
    Ok(Ran { outcome: Some(Outcome::Thanked(true)), changes, ..Ran::default() })
}

/// The document for programs.
#[derive(Serialize)]
struct Document<'a> {
    form: &'static str,
    trainee: TraineeId,
    at: Moment,
    unreadable: u32,
    profile: Option<&'a Profile>,
    sessions: Vec<DocumentSession<'a>>,
    journal: &'a [entry::Entry],
    reminders: Vec<Moment>,
    /// When she is to be written to about a cohort.
    cohort_reminders: Vec<Moment>,
    cards: &'a [Card],
    /// Where she belongs.
    standing: Option<Standing>,
    /// How she was let in, or that she was taken off.
    admission: Option<&'a KeptAdmission>,
    /// The customer she was about to publish.
    draft: Option<KeptDraft>,
    /// Her part in games of groups that go on.
    games: Vec<Part>,
    /// Her parts in contests.
    contests: Vec<Value>,
    /// The names of contests that she made.
    led: Vec<String>,
    waiting_updates: Vec<Value>,
    waiting_letters: Vec<Value>,
}

#[derive(Serialize)]
struct DocumentSession<'a> {
    number: u32,
    events: &'a [Event],
}

/// Reads records, and counts those that cannot be read.
#[derive(Default)]
struct Reading {
    unreadable: u32,
}

impl Reading {
    /// `None` for a record that cannot be read, which is told in the log by key.
    fn read<T: Wire>(&mut self, key: &Key, entry: &Entry) -> Option<T> {
        let read = Record::decode(key, &entry.value);
        let told = read.inspect_err(|error| tracing::warn!("a record is left out of a copy: {error}"));
        told.inspect_err(|_| self.unreadable += 1).ok()
    }

    /// The data of records as it is.
    fn raw(&mut self, kept: &[(Key, Entry)]) -> Vec<Value> {
        let found: Vec<Value> = kept.iter().filter_map(|(_, entry)| data(entry)).collect();
        let lost = kept.len().saturating_sub(found.len());
        self.unreadable = self.unreadable.saturating_add(u32::try_from(lost).unwrap_or(u32::MAX));
        found
    }
}

async fn gather(store: &dyn Store, trainee: TraineeId, at: Moment) -> Result<Estate, DeskError> {
    let mut reading = Reading::default();
    let key = Key::profile(trainee);
    let profile = match store.get(&key).await? {
        Some(entry) => reading.read::<KeptProfile>(&key, &entry).map(|kept| kept.profile),
        None => Some(Profile::default()),
    };
    let mut sessions: Vec<(u32, Vec<Event>)> = Vec::new();
    for (key, entry) in scan_all(store, Key::events_by(trainee)).await? {
        let Some(KeyName::SessionEvent(SessionId { number, .. }, _)) = key.name() else { continue };
        let Some(KeptEvent(mut event)) = reading.read(&key, &entry) else { continue };
        personal::withhold(profile.as_ref(), number, at, &mut event);
        match sessions.last_mut().filter(|(last, _)| *last == number) {
            Some((_, events)) => events.push(event),
            None => sessions.push((number, vec![event])),
        }
    }
    let mut journal = Vec::new();
    for (key, entry) in scan_all(store, Key::sessions_of(trainee)).await? {
        journal.extend(reading.read(&key, &entry).map(|KeptEntry(entry)| entry));
    }
    let mut cards: Vec<Card> = Vec::new();
    for (key, entry) in scan_all(store, Key::all_cards()).await? {
        // Another's damaged card is no loss of hers.
        if is_owned(&entry, trainee) {
            cards.extend(reading.read(&key, &entry).map(|KeptCard { card, .. }| card));
        }
    }
    cards.sort_by_key(|card| std::cmp::Reverse(card.at));
    let standing = one(store, &mut reading, Key::member(trainee)).await?;
    let admission: Option<KeptAdmission> = one(store, &mut reading, Key::admission(trainee)).await?;
    let draft = one(store, &mut reading, Key::draft(trainee)).await?;
    let contests = reading.raw(&personal::parts(store, trainee).await?);
    let led = personal::led(store, trainee).await?;
    let waiting_updates = reading.raw(&updates_of(store, trainee).await?);
    let waiting_letters = reading.raw(&scan_all(store, Key::outbox_of(trainee.0)).await?);
    let Reading { unreadable } = reading;
    let document = Document {
        form: FORM,
        trainee,
        at,
        unreadable,
        profile: profile.as_ref(),
        sessions: sessions
            .iter()
            .map(|(number, events)| DocumentSession { number: *number, events })
            .collect(),
        journal: &journal,
        reminders: timers_of(store, trainee).await?.into_iter().map(|(_, at)| at).collect(),
        cohort_reminders: nudges_of(store, trainee).await?.into_iter().map(|(_, at)| at).collect(),
        cards: &cards,
        standing: standing.map(|KeptStanding(standing)| standing),
        admission: admission.as_ref(),
        draft,
        games: games_of(store, trainee).await?,
        contests,
        led,
        waiting_updates,
        waiting_letters,
    };
    let json = serde_json::to_string_pretty(&document);
    let json = json.map_err(|_| RecordError::Unwritable { key: Key::profile(trainee) })?;
    let admitted = admission.map(|kept| !kept.barred);
    Ok(Estate { trainee, at, unreadable, profile, sessions, journal, cards, admitted, json })
}

async fn one<T: Wire>(store: &dyn Store, reading: &mut Reading, key: Key) -> Result<Option<T>, StoreError> {
    let entry = store.get(&key).await?;
    Ok(entry.and_then(|entry| reading.read(&key, &entry)))
}

/// The record's data as it is, whatever its version.
pub(super) fn data(entry: &Entry) -> Option<Value> {
    serde_json::from_slice::<Value>(&entry.value).ok()?.get_mut("d").map(Value::take)
}

/// Whether a card is hers, whatever its version.
fn is_owned(card: &Entry, trainee: TraineeId) -> bool {
    data(card).is_some_and(|data| data.get("owner").and_then(Value::as_i64) == Some(trainee.0))
}

async fn forget(store: &dyn Store, trainee: TraineeId, at: Moment) -> Result<Ran, DeskError> {
    let mut tally = Tally::default();
    let mut keys = vec![Key::profile(trainee)];
    let mut newest = None;
    for (key, entry) in scan_all(store, Key::events_by(trainee)).await? {
        let Some(KeyName::SessionEvent(session, _)) = key.name() else { continue };
        tally.sessions += u32::from(newest.replace(session.number) != Some(session.number));
        let played = data(&entry).is_some_and(|data| data.get("event").is_some_and(|name| name == "played"));
        tally.messages += u32::from(played);
        keys.push(key);
    }
    let entries = scan_all(store, Key::sessions_of(trainee)).await?;
    tally.entries = u32::try_from(entries.len()).unwrap_or(u32::MAX);
    keys.extend(entries.into_iter().map(|(key, _)| key));
    keys.extend(timers_of(store, trainee).await?.into_iter().map(|(key, _)| key));
    keys.extend(nudges_of(store, trainee).await?.into_iter().map(|(key, _)| key));
    for (key, entry) in scan_all(store, Key::all_cards()).await? {
        let Some(KeyName::Card(id)) = key.name() else { continue };
        if is_owned(&entry, trainee) {
            tally.cards += 1;
            keys.push(key);
            keys.extend(scan_all(store, Key::thanks_for(id)).await?.into_iter().map(|(key, _)| key));
        }
    }
    let thanks = scan_all(store, Key::all_thanks()).await?.into_iter().map(|(key, _)| key);
    keys.extend(
        thanks.filter(|key| matches!(key.name(), Some(KeyName::Thanks(_, whose)) if whose == trainee)),
    );
    let mut waiting = updates_of(store, trainee).await?;
    waiting.extend(scan_all(store, Key::outbox_of(trainee.0)).await?);
    tally.waiting = u32::try_from(waiting.len()).unwrap_or(u32::MAX);
    keys.extend(waiting.into_iter().map(|(key, _)| key));
    let mut changes: Vec<(Key, Option<Vec<u8>>)> = keys.into_iter().map(|key| (key, None)).collect();
    changes.push((Key::member(trainee), None));
    // That somebody was taken off is the operator's decision, and stays.
    if !admission_of(store, trainee).await?.is_some_and(|kept| kept.barred) {
        changes.push((Key::admission(trainee), None));
    }
    changes.push(erase::note(store, at).await?);
    let mut guarded = Vec::new();
    personal::contests(store, trainee, at, &mut changes, &mut guarded).await?;
    let drafts = unsigned(store, trainee, &mut changes, &mut guarded).await?;
    let placements = drafts.into_iter().map(Placement::Gone).collect();
    let outcome = Some(Outcome::Forgotten(tally));
    Ok(Ran { outcome, changes, guarded, forgets: true, placements, ..Ran::default() })
}

/// What she did as a trainer: her draft goes, whose id is given; what she published stays her organisation's, without her number;
/// she gets no cohort's week any more, and games of groups that she takes part in are over.
async fn unsigned(
    store: &dyn Store,
    trainee: TraineeId,
    changes: &mut Vec<(Key, Option<Vec<u8>>)>,
    guarded: &mut Vec<(Key, Option<Vec<u8>>, Expect)>,
) -> Result<Option<PersonaId>, DeskError> {
    for (key, entry) in scan_all(store, Key::all_shelves()).await? {
        let Ok(mut shelf) = Record::<KeptShelf>::decode(&key, &entry.value) else { continue };
        let hers = shelf.versions.iter_mut().filter(|version| version.by == trainee.0);
        if hers.map(|version| version.by = 0).count() > 0 {
            let bytes = Record::encode(&key, &shelf)?;
            changes.push((key, Some(bytes)));
        }
    }
    for (key, entry) in scan_all(store, Key::all_organisations()).await? {
        let Ok(mut organisation) = Record::<KeptOrganisation>::decode(&key, &entry.value) else { continue };
        let read = organisation.cohorts.iter_mut().map(|cohort| cohort.weekly.remove(&trainee.0));
        if read.filter(|removed| *removed).count() > 0 {
            let bytes = Record::encode(&key, &organisation)?;
            guarded.push((key, Some(bytes), Expect::Version(entry.version)));
        }
    }
    for (key, entry) in scan_all(store, Key::all_groups()).await? {
        let Ok(KeptGroup(mut group)) = Record::decode(&key, &entry.value) else { continue };
        if play::forget(&mut group, trainee) {
            let bytes = Record::encode(&key, &KeptGroup(group))?;
            guarded.push((key, Some(bytes), Expect::Version(entry.version)));
        }
    }
    let key = Key::draft(trainee);
    let Some(entry) = store.get(&key).await? else { return Ok(None) };
    let draft = Record::<KeptDraft>::decode(&key, &entry.value).ok();
    changes.push((key, None));
    Ok(draft.map(|draft| draft.name.within(Realm::Draft(trainee))))
}

/// A trainee's timers with their moments, earliest first: one, unless something went wrong once.
pub(super) async fn timers_of(
    store: &dyn Store,
    trainee: TraineeId,
) -> Result<Vec<(Key, Moment)>, StoreError> {
    let timers = scan_all(store, Key::all_timers()).await?.into_iter();
    let hers = timers.filter_map(|(key, _)| match key.name() {
        Some(KeyName::Timer(at, whose)) if whose == trainee => Some((key, at)),
        _ => None,
    });
    Ok(hers.collect())
}

/// Somebody's part in games of groups that go on. Another group's damaged record is no loss of hers.
async fn games_of(store: &dyn Store, trainee: TraineeId) -> Result<Vec<Part>, StoreError> {
    let groups = scan_all(store, Key::all_groups()).await?.into_iter();
    let read = groups.filter_map(|(key, entry)| Record::<KeptGroup>::decode(&key, &entry.value).ok());
    Ok(read.flat_map(|KeptGroup(group)| group.games).filter_map(|game| game.part(trainee)).collect())
}

/// When a trainee is to be written to about a cohort, earliest first.
pub(super) async fn nudges_of(
    store: &dyn Store,
    trainee: TraineeId,
) -> Result<Vec<(Key, Moment)>, StoreError> {
    let nudges = scan_all(store, Key::all_nudges()).await?.into_iter();
    let hers = nudges.filter_map(|(key, _)| match key.name() {
        Some(KeyName::Nudge(at, nudge)) if nudge.who == trainee => Some((key, at)),
        _ => None,
    });
    Ok(hers.collect())
}

/// The waiting updates in which a trainee occurs: those of hers, and others' that quote her. What an update looks like
/// is the channel's business; but it names people by numbers called `id`, and what somebody writes is text, so nobody
/// can be named by writing a number.
async fn updates_of(store: &dyn Store, trainee: TraineeId) -> Result<Vec<(Key, Entry)>, StoreError> {
    let mut found = scan_all(store, Key::all_inbox()).await?;
    found.retain(|(key, entry)| {
        let received: Result<Received, _> = Record::decode(key, &entry.value);
        let raw = received.ok().and_then(|received| serde_json::from_str(&received.raw).ok());
        raw.is_some_and(|raw: Value| names(&raw, trainee.0))
    });
    Ok(found)
}

fn names(value: &Value, id: i64) -> bool {
    match value {
        Value::Array(values) => values.iter().any(|value| names(value, id)),
        Value::Object(fields) => {
            let own = fields.get("id").and_then(Value::as_i64) == Some(id);
            own || fields.values().any(|value| names(value, id))
        }
        _ => false,
    }
}
