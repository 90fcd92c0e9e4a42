//! One update: load, step, commit, and again where somebody else was faster.

use std::num::NonZeroUsize;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::base::id::{SessionId, TraineeId};
use crate::base::time::Moment;
use crate::flow::Step;
use crate::flow::action::Action;
use crate::flow::errand::Errand;
use crate::flow::input::{Command, Deed, Input};
use crate::flow::profile::{Profile, Screen};
use crate::progress::entry;
use crate::session::event::Event;
use crate::session::fold::Session;
use crate::store::{Batch, Entry, Expect, Key, Record, RecordError, Wire, scan_all};

use super::done::Mark;
use super::door::Passed;
use super::errands::{self, Ran};
use super::group::{enclose, place_of};
use super::guard::{Place, guarded};
use super::office::{self, Placement};
use super::records::{Done, KeptEntry, KeptEvent, KeptProfile, Timer};
use super::shelf::Folded;
use super::tally::Tally;
use super::{Desk, DeskError, Handled, Letter, Post, Provenance, Task};

/// How often a step is taken again when somebody else changed the trainee's records meanwhile. One process owns
/// the store, and a trainee's updates come one after the other, so even a second try is rare.
pub(super) const TRIES: u32 = 5;

/// Letters of one update are numbered below this. Updates have 32 bits, so the product fits easily.
pub(super) const LETTERS: u64 = 1 << 10;

/// How many errands one step may lead to, one after the other.
const ERRANDS: u32 = 4;

/// What a step starts from.
pub(super) struct Ground {
    pub(super) kept: KeptProfile,
    version: Option<u64>,
    folded: Folded,
    /// Whether her records are damaged. Then nothing of what is here may be kept: it would cover what is there.
    damaged: bool,
}

impl Ground {
    /// What the profile's key must hold when the step is committed.
    fn expect(&self) -> Expect {
        self.version.map_or(Expect::Absent, Expect::Version)
    }

    /// Whether nothing is kept of her.
    pub(super) fn is_new(&self) -> bool {
        self.version.is_none()
    }
}

/// A step with its letters, and what its errand led to.
pub(super) struct Thought {
    pub(super) step: Step,
    pub(super) letters: Vec<Letter>,
    pub(super) ran: Ran,
}

impl Desk {
    /// Handles an update: at most once, wholly or not at all. A panic of the core costs the trainee this one
    /// answer and nobody anything else.
    ///
    /// # Errors
    /// `Store` when the store failed; `Record` when this trainee's records are damaged.
    pub async fn handle(&self, task: &Task) -> Result<Handled, DeskError> {
        self.handle_from(task, Provenance::default()).await
    }

    /// The same where the channel tells more of where the update comes from.
    ///
    /// # Errors
    /// As [`handle`](Self::handle).
    pub async fn handle_from(&self, task: &Task, origin: Provenance<'_>) -> Result<Handled, DeskError> {
        let mut tries = 1;
        loop {
            let outcome = self.attempt(task, origin).await;
            if outcome.is_err() {
                // What is at hand may be ahead of the store, or behind.
                self.forget(task.input.trainee);
            }
            match outcome {
                Err(DeskError::Store(error)) if error.is_conflict() && tries < TRIES => tries += 1,
                outcome => return outcome,
            }
        }
    }

    async fn attempt(
        &self,
        task: &Task,
        Provenance { name, made }: Provenance<'_>,
    ) -> Result<Handled, DeskError> {
        let Some(mark) = self.mark(task.update, task.input.at, made).await? else {
            return Ok(Handled::Already);
        };
        let coded;
        let (task, stamp) = match self.at_door(task, name).await? {
            Passed::In(stamp) => (task, stamp),
            Passed::Code(as_code) => {
                coded = as_code;
                (&coded, None)
            }
            Passed::Out(phrase) => return self.turn_away(task, mark, phrase).await,
        };
        let ground = match self.ground(task.input.trainee).await {
            Err(DeskError::Record(error)) if is_about_own(&task.input.deed) => {
                tracing::warn!("over damaged records: {error}");
                self.damaged_ground(task.input.trainee).await?
            }
            ground => ground?,
        };
        match self.think_through(task, &ground).await? {
            Ok(mut thought) => {
                // First, so that what the step itself changes there stands.
                thought.ran.changes.splice(..0, stamp.map(|(key, bytes)| (key, Some(bytes))));
                self.record(task, mark, ground, thought).await
            }
            Err(place) => {
                tracing::error!(%place, update = task.update, "a step failed; the update is given up");
                self.give_up_marked(task, mark, Some(&ground.kept.profile)).await
            }
        }
    }

    pub(super) async fn ground(&self, trainee: TraineeId) -> Result<Ground, DeskError> {
        let key = Key::profile(trainee);
        let entry = self.store.get(&key).await?;
        let version = entry.as_ref().map(|entry| entry.version);
        let kept: KeptProfile = match &entry {
            Some(entry) => Record::decode(&key, &entry.value)?,
            None => KeptProfile::default(),
        };
        let mut kept = kept;
        kept.profile.standing = self.standing(trainee).await?;
        kept.profile.duties = self.duties(&kept.profile.standing).await?;
        let folded = match self.shelf.get(trainee, kept.revision) {
            Some(folded) => folded,
            None => self.fold(SessionId { trainee, number: kept.profile.sessions }).await?,
        };
        Ok(Ground { kept, version, folded, damaged: false })
    }

    /// What can be read of damaged records: the profile, or nobody's; no session.
    async fn damaged_ground(&self, trainee: TraineeId) -> Result<Ground, DeskError> {
        let key = Key::profile(trainee);
        let entry = self.store.get(&key).await?;
        let version = entry.as_ref().map(|entry| entry.version);
        let read = entry.and_then(|entry| Record::<KeptProfile>::decode(&key, &entry.value).ok());
        let mut kept = read.unwrap_or_default();
        // Without its session a screen would be taken for one that trainers changed.
        kept.profile.screen = Screen::Lobby;
        Ok(Ground { kept, version, folded: Folded { events: 0, session: None }, damaged: true })
    }

    pub(super) async fn fold(&self, session: SessionId) -> Result<Folded, DeskError> {
        let kept = scan_all(self.store.as_ref(), Key::events_of(session)).await?;
        let count = u32::try_from(kept.len()).unwrap_or(u32::MAX);
        let events = match read_events(&kept) {
            Ok(events) => events,
            Err(error) => {
                // As for one that cannot be folded: this conversation is lost to her, and she can begin another.
                tracing::error!("a session cannot be read: {error}");
                return Ok(Folded { events: count, session: None });
            }
        };
        let mind = Arc::clone(&self.mind);
        let folded = apart(move || mind.fold(&events)).await;
        let session = folded.unwrap_or_else(|place| {
            // The trainee is told that the conversation cannot go on, which is better than never an answer.
            tracing::error!(%place, "folding a session failed");
            None
        });
        Ok(Folded { events: count, session: session.map(Arc::new) })
    }

    /// The recorded events of a session, in order; none for a session that is not there.
    ///
    /// # Errors
    /// As [`handle`](Self::handle).
    pub async fn events(&self, session: SessionId) -> Result<Vec<Event>, DeskError> {
        let kept = scan_all(self.store.as_ref(), Key::events_of(session)).await?;
        Ok(read_events(&kept)?)
    }

    /// The step, and what its errand led to.
    pub(super) async fn think_through(
        &self,
        task: &Task,
        ground: &Ground,
    ) -> Result<Result<Thought, Place>, DeskError> {
        let (step, letters) = match self.think_on(&task.input, ground).await? {
            Ok(thought) => thought,
            Err(place) => return Ok(Err(place)),
        };
        let mut thought = Thought { step, letters, ran: Ran::default() };
        for _ in 0..ERRANDS {
            let Some(errand) = thought.step.errand.take() else { break };
            let ran = self.run_errand(&task.input, &thought.step, &errand).await?;
            let outcome = ran.outcome.clone();
            thought.ran = thought.ran.and(ran);
            let Some(outcome) = outcome else { break };
            let input = Input { deed: Deed::Back(outcome), ..task.input.clone() };
            let journal = self.journal_for(&input).await?;
            let session = thought.step.session.clone().map(Arc::new);
            match self.think(input, thought.step.profile.clone(), session, journal).await {
                Ok((next, more)) => {
                    thought.letters.extend(more);
                    thought.step = thought.step.followed_by(next);
                }
                Err(place) => return Ok(Err(place)),
            }
        }
        Ok(Ok(thought))
    }

    async fn run_errand(&self, input: &Input, step: &Step, errand: &Errand) -> Result<Ran, DeskError> {
        match errand {
            Errand::Office(office) => {
                let (lang, standing) = (self.lang(step.profile.lang, input), &step.profile.standing);
                self.office(input, lang, standing, office).await
            }
            Errand::Contest(ask) => self.contest(input.trainee, input.at, step, ask).await,
            Errand::Answer { chat, number, token, text } => {
                self.answer(input, (*chat, *number, *token), text.as_deref()).await
            }
            errand => errands::run(&*self.store, input.trainee, input.at, errand).await,
        }
    }

    /// One step from what is kept, with the journal where it needs that.
    pub(super) async fn think_on(
        &self,
        input: &Input,
        ground: &Ground,
    ) -> Result<Result<(Step, Vec<Letter>), Place>, DeskError> {
        let journal = self.journal_for(input).await?;
        let (profile, session) = (ground.kept.profile.clone(), ground.folded.session.clone());
        Ok(self.think(input.clone(), profile, session, journal).await)
    }

    // Apart from the runtime's own threads: a slow or stuck step delays nobody else.
    async fn think(
        &self,
        input: Input,
        profile: Profile,
        session: Option<Arc<Session>>,
        journal: Vec<entry::Entry>,
    ) -> Result<(Step, Vec<Letter>), Place> {
        let (mind, format) = (Arc::clone(&self.mind), self.format);
        let fallback = self.lang(None, &input);
        let work = move || {
            let step = mind.step(&profile, session.as_deref(), &journal, &input);
            let lang = step.profile.lang.unwrap_or(fallback);
            let letters = format(&step.says, step.typing, &|phrase| mind.render(phrase, lang));
            (step, letters)
        };
        apart(work).await
    }

    async fn record(
        &self,
        task: &Task,
        mark: Mark,
        ground: Ground,
        Thought { step, letters, ran }: Thought,
    ) -> Result<Handled, DeskError> {
        let trainee = task.input.trainee;
        let mut batch = Batch::new();
        ran.join(&mut batch);
        let placements = ran.placements;
        if !placements.is_empty() {
            office::announce(&mut batch)?;
        }
        let mut posts = self.close(&mut batch, task, mark, letters)?;
        // Letters to others; one that goes to her own chat comes after hers.
        let first = task.update.saturating_mul(LETTERS).saturating_add(LETTERS / 2);
        posts.extend(enclose(&mut batch, ran.letters, first)?);
        if ran.forgets {
            batch.delete(Key::profile(trainee), ground.expect());
            self.store.commit(batch).await?;
            self.forget(trainee);
            self.place(placements).await;
            return Ok(Handled::Cleared(posts));
        }
        if ground.damaged {
            self.store.commit(batch).await?;
            return Ok(Handled::Done(posts));
        }
        self.keep(batch, trainee, task.chat, Some(task.input.at), ground, step).await?;
        self.place(placements).await;
        Ok(Handled::Done(posts))
    }

    /// What was committed takes effect. A kill before this loses nothing: a start looks at what is committed.
    pub(super) async fn place(&self, placements: Vec<Placement>) {
        let Some(premises) = self.premises.as_ref().filter(|_| !placements.is_empty()) else { return };
        let studio = Arc::clone(&premises.studio);
        let placed = apart(move || placements.iter().for_each(|placement| studio.place(placement))).await;
        if let Err(place) = placed {
            tracing::error!(%place, "a customer could not be put in place");
        }
    }

    /// Commits a batch with everything that a step changes: events, completed reflections, the profile, the timer.
    /// `here` says when she was here; `None` where the step was none of hers, so that what was kept stays.
    pub(super) async fn keep(
        &self,
        mut batch: Batch,
        trainee: TraineeId,
        chat: i64,
        here: Option<Moment>,
        ground: Ground,
        step: Step,
    ) -> Result<(), DeskError> {
        let expect = ground.expect();
        let (mut number, mut events) = (ground.kept.profile.sessions, ground.folded.events);
        let mut tally = Tally::default();
        for event in step.events {
            tally.note(&event);
            // What stands before a start belongs to the session that was left.
            if matches!(event, Event::Started { .. }) || number == 0 {
                (number, events) = (step.profile.sessions, 0);
            }
            let session = SessionId { trainee, number };
            put(&mut batch, Key::session_event(session, events), &KeptEvent(event), Expect::Absent)?;
            events = events.saturating_add(1);
        }
        for entry in step.entries {
            let key = Key::session_meta(SessionId { trainee, number: entry.session });
            put(&mut batch, key, &KeptEntry(entry), Expect::Any)?;
        }
        let (old, new) = (ground.kept.profile.review.due, step.profile.review.due);
        if old != new {
            old.into_iter().for_each(|at| {
                batch.delete(Key::timer(at, trainee), Expect::Any);
            });
            new.map(|at| put(&mut batch, Key::timer(at, trainee), &Timer { chat }, Expect::Any))
                .transpose()?;
        }
        let revision = ground.kept.revision.saturating_add(1);
        let kept = KeptProfile { revision, at: here.or(ground.kept.at), profile: step.profile };
        put(&mut batch, Key::profile(trainee), &kept, expect)?;
        self.store.commit(batch).await?;
        tally.count();
        self.shelf.put(trainee, revision, Folded { events, session: step.session.map(Arc::new) });
        Ok(())
    }

    // What every outcome has in common: out of the inbox, marked as done, letters in the outbox.
    pub(super) fn close(
        &self,
        batch: &mut Batch,
        task: &Task,
        mark: Mark,
        letters: Vec<Letter>,
    ) -> Result<Vec<Post>, DeskError> {
        batch.delete(Key::inbox(task.update), Expect::Any);
        put(batch, Key::seen(task.update), &Done { at: task.input.at, sent: mark.sent }, mark.expect)?;
        let mut posts = Vec::new();
        for (next, letter) in (task.update.saturating_mul(LETTERS)..).zip(letters) {
            let seq = place_of(&letter, next);
            put(batch, Key::outbox(task.chat, seq), &letter, Expect::Any)?;
            posts.push(Post { chat: task.chat, seq, letter });
        }
        Ok(posts)
    }
}

/// Whether a trainee asks what is kept of her, for a copy of it, or to delete it: that works over damaged records too, for
/// she may not be able to do anything else.
pub(super) fn is_about_own(deed: &Deed) -> bool {
    let command = |command: &Command| matches!(command, Command::Privacy | Command::Export | Command::Forget);
    matches!(deed, Deed::Command(given, _) if command(given))
        || matches!(deed, Deed::Press(Action::Forget(_)))
}

fn read_events(kept: &[(Key, Entry)]) -> Result<Vec<Event>, RecordError> {
    kept.iter().map(|(key, entry)| Ok(Record::<KeptEvent>::decode(key, &entry.value)?.0)).collect()
}

pub(super) fn put<T: Wire>(batch: &mut Batch, key: Key, data: &T, expect: Expect) -> Result<(), DeskError> {
    let bytes = Record::encode(&key, data)?;
    batch.put(key, bytes, expect);
    Ok(())
}

/// How many threads may think at once, on this machine: more of them would only wait for a core, and each keeps memory of its own.
static TURNS: LazyLock<Arc<Semaphore>> = LazyLock::new(|| {
    let cores = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    Arc::new(Semaphore::new((2 * cores).max(4)))
});

/// How long a turn is waited for. Then it goes on without one: what is stuck must hold up nobody.
const PATIENCE: Duration = Duration::from_millis(50);

/// Does work on a thread that is not the runtime's own, when there is a core for it.
pub(super) async fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Place> {
    let turn = match Arc::clone(&TURNS).try_acquire_owned() {
        Ok(turn) => Some(turn),
        Err(_) => timeout(PATIENCE, Arc::clone(&TURNS).acquire_owned()).await.ok().and_then(Result::ok),
    };
    let span = tracing::Span::current();
    let work = move || {
        let _inside = span.entered();
        // Given back where the work ends, which may be after whoever asked is gone.
        let _turn = turn;
        guarded(work)
    };
    match tokio::task::spawn_blocking(work).await {
        Ok(outcome) => outcome,
        // The runtime is going down; whoever asked is going with it.
        Err(_) => std::future::pending().await,
    }
}
