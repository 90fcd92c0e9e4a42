//! The task that sends. Everything it decides is decided between two calls; it never waits for a single chat.

use std::collections::{BTreeSet, HashMap};
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tokio::sync::mpsc;
use tokio::task::{Id, JoinSet};
use tokio::time::Instant;

use crate::desk::{Letter, Post};
use crate::fleet::Shares;
use crate::store::{Entry, Key, KeyName, Record, Store, StoreError};
use crate::vitals::{VITALS, count};

use super::bucket::Bucket;
use super::call::{self, Landing, Put};
use super::line::{Leg, Line};
use super::{Order, Pace};
use crate::channel::telegram::api::{Api, ApiError, Reason};
use crate::channel::telegram::outbound::EditLetter;

/// Calls under way at once.
const MOST_FLIGHTS: usize = 128;
/// Letters read at once.
const PAGE: usize = 256;
/// Lines kept for their buckets alone, before idle ones are let go.
const MOST_LINES: usize = 4_096;

/// Calls under way at once for chats whose last call failed: where Telegram lets calls for some chats hang, the others keep
/// most of the room.
const MOST_DOUBTFUL: usize = 32;
/// How long such a chat waits when there is no room for it.
const NO_ROOM: Duration = Duration::from_secs(1);
/// How long a chat waits while it is not certain whose it is.
const UNCERTAIN: Duration = Duration::from_millis(100);

/// How a flight ends.
pub(super) type Flight = Result<(i64, Landing), StoreError>;

/// What is known of a flight that may come down without a word.
struct Aloft {
    chat: i64,
    /// Whether the chat is held by it.
    holds: bool,
    /// Whether the chat's last call had failed.
    doubtful: bool,
}

/// The task's state.
pub(super) struct Postman {
    api: Api,
    /// The bot's name, for links to it.
    bot: Arc<str>,
    pub(super) store: Arc<dyn Store>,
    pub(super) pace: Pace,
    /// Whose chats are whose.
    shares: Shares,
    /// How many shares there were when the overall speed was last settled.
    portion: (u32, u32),
    pub(super) lines: HashMap<i64, Line>,
    /// Chats that are not flying and have letters, by when they may fly.
    pub(super) due: BTreeSet<(Instant, i64)>,
    overall: Bucket,
    flights: JoinSet<Flight>,
    aloft: HashMap<Id, Aloft>,
    /// When a letter last got through.
    pub(super) delivered: Option<Instant>,
    /// Failed calls since the last good one; one line in the log for each streak.
    streak: u64,
    pub(super) dropped: u64,
    closing: Option<Instant>,
    /// Whether nobody can give orders any more.
    deaf: bool,
}

/// What became of a letter, for those who count.
fn became(error: &ApiError) -> &'static str {
    match error {
        ApiError::Busy { .. } => "busy",
        ApiError::Refused { .. } => "refused",
        ApiError::Broken { .. } | ApiError::Unreachable { .. } => "failed",
    }
}

impl Postman {
    pub(super) fn new(
        (api, bot): (Api, Arc<str>),
        store: Arc<dyn Store>,
        pace: Pace,
        shares: Shares,
    ) -> Postman {
        let rate = pace.overall.max(1);
        let overall = Bucket::new(Duration::from_secs(1) / rate, rate, Instant::now());
        Postman {
            api,
            bot,
            store,
            pace,
            portion: (1, 1),
            shares,
            lines: HashMap::new(),
            due: BTreeSet::new(),
            overall,
            flights: JoinSet::new(),
            aloft: HashMap::new(),
            delivered: None,
            streak: 0,
            dropped: 0,
            closing: None,
            deaf: false,
        }
    }

    /// Takes in what an earlier process left in the outbox. Among replicas that is found as whatever else others put there.
    pub(super) async fn load(&mut self) -> Result<(), StoreError> {
        if self.shares.is_fleet() {
            return Ok(());
        }
        let mut range = Key::all_outbox();
        loop {
            let page = self.store.scan(range.clone(), PAGE).await?;
            page.iter().for_each(|(key, entry)| self.load_one(key, entry));
            match page.last() {
                Some((last, _)) if page.len() == PAGE => range.start = last.next(),
                _ => return Ok(()),
            }
        }
    }

    fn load_one(&mut self, key: &Key, entry: &Entry) {
        let Some(KeyName::Outbox { chat, seq }) = key.name() else { return };
        match Record::decode(key, &entry.value) {
            Ok(letter) => self.take(Post { chat, seq, letter }),
            Err(error) => tracing::error!("a letter is left unsent: {error}"),
        }
    }

    /// A new one after this one panicked: it knows what is in the outbox, and whether it is to close.
    pub(super) async fn anew(&self) -> Result<Postman, StoreError> {
        let kept = (self.api.clone(), Arc::clone(&self.bot));
        let mut next = Postman::new(kept, Arc::clone(&self.store), self.pace, self.shares.clone());
        (next.dropped, next.closing, next.deaf) = (self.dropped, self.closing, self.deaf);
        next.load().await?;
        Ok(next)
    }

    pub(super) async fn run(
        &mut self,
        orders: &mut mpsc::UnboundedReceiver<Order>,
    ) -> Result<(), StoreError> {
        while !self.is_done() {
            self.launch();
            let wake = self.wake();
            tokio::select! {
                order = orders.recv(), if !self.deaf => self.obey(order),
                Some(flight) = self.flights.join_next_with_id() => match flight {
                    Ok((id, flight)) => {
                        self.aloft.remove(&id);
                        self.land(flight?);
                    }
                    Err(error) => self.lost(error.id()),
                },
                () = tokio::time::sleep_until(wake) => {}
            }
        }
        if !self.flights.is_empty() {
            tracing::warn!(
                calls = self.flights.len(),
                "Telegram takes too long; what it may have taken is sent again at the next start"
            );
        }
        Ok(())
    }

    /// A flight panicked: its letter is still in the outbox, and is tried again like any that failed.
    fn lost(&mut self, id: Id) {
        let Some(Aloft { chat, holds, .. }) = self.aloft.remove(&id) else { return };
        tracing::error!("a call failed by a mistake in the program");
        if !holds {
            return;
        }
        let now = Instant::now();
        if let Some(line) = self.lines.get_mut(&chat) {
            line.sending = false;
            line.outdated = false;
            line.failed(now);
        }
        self.tried(chat);
    }

    pub(super) fn spawn(
        &mut self,
        chat: i64,
        holds: bool,
        flight: impl Future<Output = Flight> + Send + 'static,
    ) {
        let doubtful = holds && self.lines.get(&chat).is_some_and(Line::is_doubtful);
        let id = self.flights.spawn(flight).id();
        self.aloft.insert(id, Aloft { chat, holds, doubtful });
    }

    fn obey(&mut self, order: Option<Order>) {
        match order {
            Some(Order::Post(post)) => self.take(*post),
            Some(Order::Drop(chat)) => self.drop_chat(chat),
            Some(Order::Close(grace)) => self.closing = Some(Instant::now() + grace),
            // Whoever could tell to close is gone.
            None => {
                self.deaf = true;
                self.closing = Some(self.closing.unwrap_or_else(Instant::now));
            }
        }
    }

    // Calls under way are waited for as long as may be: cutting one off may send it twice.
    fn is_done(&self) -> bool {
        let Some(until) = self.closing else { return false };
        let now = Instant::now();
        let nothing_soon = self.due.first().is_none_or(|(at, _)| *at > until);
        match self.flights.is_empty() {
            true => now >= until || nothing_soon,
            false => now >= until + self.pace.last_calls,
        }
    }

    fn wake(&self) -> Instant {
        const LONG: Duration = Duration::from_secs(3_600);
        let later = Instant::now() + LONG;
        let full = self.flights.len() >= MOST_FLIGHTS;
        let next = self.due.first().filter(|_| !full).map(|(at, _)| (*at).max(self.overall.ready()));
        match self.closing {
            // Past its end a closing sender only waits for its calls.
            Some(until) if until <= Instant::now() => until + self.pace.last_calls,
            Some(until) => next.unwrap_or(later).min(until),
            None => next.unwrap_or(later),
        }
    }

    fn take(&mut self, post: Post) {
        let now = Instant::now();
        if self.lines.len() >= MOST_LINES {
            self.lines.retain(|_, line| !line.is_idle(now));
        }
        let chat = post.chat;
        // Another's to send: it is in the outbox.
        if self.shares.holds(chat).is_none() {
            return;
        }
        let line = self.lines.entry(chat).or_insert_with(|| Line::new(chat, &self.pace, now));
        // A letter goes before what would only turn later; that place is taken back.
        if let Some(at) = line.due() {
            self.due.remove(&(at, chat));
        }
        line.push(post, now);
        self.queue(chat);
    }

    /// Puts a chat where it belongs among those due.
    fn queue(&mut self, chat: i64) {
        let Some(line) = self.lines.get(&chat) else { return };
        if line.flying {
            return;
        }
        // Only a line's first letter decides when it is due, so a place taken earlier is still right.
        if let Some(at) = line.due() {
            self.due.insert((at, chat));
        }
    }

    /// All replicas together keep to what one bot may send: each has as much of it as it has of the chats.
    fn settle_speed(&mut self) {
        let portion = self.shares.portion();
        if portion == self.portion {
            return;
        }
        self.portion = portion;
        let (held, of) = (portion.0.max(1), portion.1.max(1));
        let rate = self.pace.overall.max(1);
        self.overall.resize(Duration::from_secs(1) * of / (rate * held), (rate * held / of).max(1));
    }

    /// Puts off what is to be done for a chat while it is not certain whose it is, and forgets it where it is another's: the
    /// letters are in the outbox.
    fn hold_off(&mut self, chat: i64, now: Instant) {
        if self.shares.holds(chat).is_some() {
            self.due.insert((now + UNCERTAIN, chat));
        } else if let Some(line) = self.lines.get_mut(&chat) {
            line.empty();
        }
    }

    fn launch(&mut self) {
        self.settle_speed();
        let now = Instant::now();
        let over = self.closing.is_some_and(|until| now >= until);
        while !over && self.flights.len() < MOST_FLIGHTS && self.overall.ready() <= now {
            match self.due.first().copied() {
                Some((at, chat)) if at <= now => {
                    self.due.remove(&(at, chat));
                    if self.lines.get(&chat).is_some_and(Line::is_doubtful)
                        && self.aloft.values().filter(|aloft| aloft.doubtful).count() >= MOST_DOUBTFUL
                    {
                        self.due.insert((now + NO_ROOM, chat));
                        continue;
                    }
                    self.fly(chat, now);
                }
                _ => return,
            }
        }
    }

    fn fly(&mut self, chat: i64, now: Instant) {
        let Some(pass) = self.shares.try_enter(chat) else { return self.hold_off(chat, now) };
        let Some(line) = self.lines.get_mut(&chat).filter(|line| !line.flying) else { return };
        let Some(leg) = line.leg() else { return };
        line.flying = true;
        line.sending = matches!(leg, Leg::Send(..));
        self.overall.take(now);
        let (api, bot, store) = (self.api.clone(), Arc::clone(&self.bot), Arc::clone(&self.store));
        match leg {
            Leg::Type => self.spawn(chat, true, async move {
                let _pass = pass;
                Ok((chat, call::show_typing(&api, chat).await))
            }),
            Leg::Edit(message, letter) => self.spawn(chat, true, async move {
                let _pass = pass;
                Ok((chat, Landing::Turned(api.call(&EditLetter::new(chat, message, &letter, &bot)).await)))
            }),
            Leg::Send(seq, letter) => self.spawn(chat, true, async move {
                Ok((chat, call::send((&api, &bot), &*store, (chat, seq), &letter, &pass).await?))
            }),
            Leg::Board(seq, letter) => self.spawn(chat, true, async move {
                Ok((chat, call::show((&api, &bot), &*store, (chat, seq), letter, &pass).await?))
            }),
        }
    }

    fn land(&mut self, (chat, landing): (i64, Landing)) {
        let now = Instant::now();
        if matches!(landing, Landing::TidiedAside) {
            return;
        }
        if let Some(line) = self.lines.get_mut(&chat) {
            line.sending = false;
            if line.outdated {
                line.outdated = false;
                return self.landed_late(chat, &landing, now);
            }
        }
        match landing {
            Landing::Typed(outcome) => self.typed(chat, outcome, now),
            Landing::Sent(message) => self.sent(chat, message, now),
            Landing::Turned(outcome) => self.turned(chat, outcome, now),
            Landing::Failed(error) => return self.failed(chat, &error, now),
            Landing::Board(seq, letter, outcome) => return self.showed(chat, (seq, &letter), outcome, now),
            Landing::Moved(posts) => {
                // What is left was taken out of the outbox by somebody else.
                self.lines.get_mut(&chat).map(Line::empty);
                self.ground(chat);
                return posts.into_iter().for_each(|post| self.take(post));
            }
            Landing::Gone => {
                self.lines.get_mut(&chat).and_then(Line::skip);
            }
            Landing::Tidied | Landing::TidiedAside => {}
        }
        self.ground(chat);
    }

    /// A letter's call ends that was dropped meanwhile. Whatever came of it, that letter is done with; only being asked to
    /// wait concerns those behind it. A chat that was closed then may be open again now, which the next call tells.
    fn landed_late(&mut self, chat: i64, landing: &Landing, now: Instant) {
        if let Landing::Sent(_) = landing {
            // It is out of the outbox already, and turns into nothing.
            self.sent(chat, None, now);
            return self.ground(chat);
        }
        let Some(line) = self.lines.get_mut(&chat) else { return };
        if let Landing::Failed(ApiError::Busy { seconds }) = landing {
            line.freeze(*seconds, now);
        }
        let letter = line.skip();
        self.purge(chat, letter.into_iter().collect());
    }

    pub(super) fn ground(&mut self, chat: i64) {
        if let Some(line) = self.lines.get_mut(&chat) {
            line.flying = false;
        }
        self.queue(chat);
    }

    fn typed(&mut self, chat: i64, outcome: Result<Value, ApiError>, now: Instant) {
        let Some(line) = self.lines.get_mut(&chat) else { return };
        if let Err(ApiError::Busy { seconds }) = outcome {
            line.freeze(seconds, now);
        }
        line.typed(&self.pace, now);
    }

    /// What fails here is not worth another try, but for being asked to wait: the next turn comes soon.
    fn turned(&mut self, chat: i64, outcome: Result<Value, ApiError>, now: Instant) {
        let Some(line) = self.lines.get_mut(&chat) else { return };
        match outcome {
            Err(ApiError::Busy { seconds }) => line.freeze(seconds, now),
            _ => line.turned(now),
        }
    }

    fn sent(&mut self, chat: i64, message: Option<i64>, now: Instant) {
        self.delivered = Some(now);
        count(&VITALS.letters, "outcome", "sent");
        if let Some(line) = self.lines.get_mut(&chat) {
            line.sent(message, now);
        }
        if self.streak > 0 {
            tracing::info!(failures = self.streak, "letters go out again");
            self.streak = 0;
        }
    }

    fn failed(&mut self, chat: i64, error: &ApiError, now: Instant) {
        count(&VITALS.letters, "outcome", became(error));
        let Some(line) = self.lines.get_mut(&chat) else { return };
        match error {
            ApiError::Busy { seconds } => {
                tracing::info!(seconds, "a chat is to wait");
                line.freeze(*seconds, now);
            }
            ApiError::Refused { reason: Reason::Closed, .. } => {
                let letters = line.empty();
                return self.purge(chat, letters);
            }
            ApiError::Refused { code: 400 | 413, .. } if line.plain().is_some() => {
                tracing::warn!("a file is refused and goes out as text: {error}");
                return self.rewrite(chat);
            }
            ApiError::Refused { code: 400 | 413, .. } => {
                // It would be refused for ever, and everything behind it would wait for ever.
                tracing::error!("a letter is dropped: {error}. This is a mistake in the program: report it");
                let letter = line.leg();
                line.sent(None, now);
                return self.purge(chat, letter.into_iter().filter_map(call::number).collect());
            }
            ApiError::Refused { .. } | ApiError::Broken { .. } | ApiError::Unreachable { .. } => {
                line.failed(now);
                self.complain(error);
                return self.tried(chat);
            }
        }
        self.ground(chat);
    }

    /// A board's call has ended.
    fn showed(
        &mut self,
        chat: i64,
        (seq, letter): (u64, &Letter),
        outcome: Result<Put, ApiError>,
        now: Instant,
    ) {
        let Some(line) = self.lines.get_mut(&chat) else { return };
        match outcome {
            Ok(put) => line.shown(seq, letter, put, &self.pace, now),
            Err(ApiError::Refused { code: 400 | 413, reason: Reason::Other }) => {
                tracing::error!("a board is dropped. This is a mistake in the program: report it");
                line.forget(seq);
                return self.purge(chat, vec![seq]);
            }
            Err(error) => return self.failed(chat, &error, now),
        }
        self.ground(chat);
    }

    fn complain(&mut self, error: &ApiError) {
        if self.streak == 0 {
            tracing::warn!("letters wait in the outbox: {error}");
        }
        self.streak += 1;
    }
}
