//! The task that sends. Everything it decides is decided between two calls; it never waits for a single chat.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio::time::Instant;

use crate::desk::{Letter, Post};
use crate::store::{Entry, Key, KeyName, Record, Store, StoreError};
use crate::vitals::{VITALS, count};

use super::bucket::Bucket;
use super::call::{self, Landing, Put};
use super::line::{Leg, Line};
use super::{Order, Pace};
use crate::channel::telegram::api::{Api, ApiError, Reason};
use crate::channel::telegram::outbound::EditLetter;

/// Calls under way at once.
const MOST_FLIGHTS: usize = 32;
/// Letters read at once.
const PAGE: usize = 256;
/// Lines kept for their buckets alone, before idle ones are let go.
const MOST_LINES: usize = 4_096;

type Flight = Result<(i64, Landing), StoreError>;

/// The task's state.
pub(super) struct Postman {
    api: Api,
    /// The bot's name, for links to it.
    bot: Arc<str>,
    store: Arc<dyn Store>,
    pace: Pace,
    orders: mpsc::UnboundedReceiver<Order>,
    lines: HashMap<i64, Line>,
    /// Chats that are not flying and have letters, by when they may fly.
    due: BTreeSet<(Instant, i64)>,
    overall: Bucket,
    flights: JoinSet<Flight>,
    /// Failed calls since the last good one; one line in the log for each streak.
    streak: u64,
    dropped: u64,
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
        orders: mpsc::UnboundedReceiver<Order>,
    ) -> Postman {
        let rate = pace.overall.max(1);
        let overall = Bucket::new(Duration::from_secs(1) / rate, rate, Instant::now());
        Postman {
            api,
            bot,
            store,
            pace,
            orders,
            lines: HashMap::new(),
            due: BTreeSet::new(),
            overall,
            flights: JoinSet::new(),
            streak: 0,
            dropped: 0,
            closing: None,
            deaf: false,
        }
    }

    /// Takes in what an earlier process left in the outbox.
    pub(super) async fn load(&mut self) -> Result<(), StoreError> {
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

    pub(super) async fn run(mut self) -> Result<(), StoreError> {
        while !self.is_done() {
            self.launch();
            let wake = self.wake();
            tokio::select! {
                order = self.orders.recv(), if !self.deaf => self.obey(order),
                Some(flight) = self.flights.join_next() => {
                    // A flight that panicked has no chat to go on with; its letter is still in the outbox.
                    if let Ok(flight) = flight { self.land(flight?) }
                }
                () = tokio::time::sleep_until(wake) => {}
            }
        }
        Ok(())
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

    // Calls under way are always waited for: their time is limited, and cutting one off would send twice.
    fn is_done(&self) -> bool {
        let Some(until) = self.closing else { return false };
        let now = Instant::now();
        let nothing_soon = self.due.first().is_none_or(|(at, _)| *at > until);
        self.flights.is_empty() && (now >= until || nothing_soon)
    }

    fn wake(&self) -> Instant {
        const LONG: Duration = Duration::from_secs(3_600);
        let later = Instant::now() + LONG;
        let full = self.flights.len() >= MOST_FLIGHTS;
        let next = self.due.first().filter(|_| !full).map(|(at, _)| (*at).max(self.overall.ready()));
        match self.closing {
            // Past its end a closing sender only waits for its calls.
            Some(until) if until <= Instant::now() => later,
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

    fn launch(&mut self) {
        let now = Instant::now();
        let over = self.closing.is_some_and(|until| now >= until);
        while !over && self.flights.len() < MOST_FLIGHTS && self.overall.ready() <= now {
            match self.due.first().copied() {
                Some((at, chat)) if at <= now => {
                    self.due.remove(&(at, chat));
                    self.fly(chat, now);
                }
                _ => return,
            }
        }
    }

    fn fly(&mut self, chat: i64, now: Instant) {
        let Some(line) = self.lines.get_mut(&chat).filter(|line| !line.flying) else { return };
        let Some(leg) = line.leg() else { return };
        line.flying = true;
        line.sending = matches!(leg, Leg::Send(..));
        self.overall.take(now);
        let (api, bot, store) = (self.api.clone(), Arc::clone(&self.bot), Arc::clone(&self.store));
        match leg {
            Leg::Type => self.flights.spawn(async move { Ok((chat, call::show_typing(&api, chat).await)) }),
            Leg::Edit(message, letter) => self.flights.spawn(async move {
                Ok((chat, Landing::Turned(api.call(&EditLetter::new(chat, message, &letter, &bot)).await)))
            }),
            Leg::Send(seq, letter) => self.flights.spawn(async move {
                Ok((chat, call::send((&api, &bot), &*store, chat, seq, &letter).await?))
            }),
            Leg::Board(seq, letter) => self.flights.spawn(async move {
                Ok((chat, call::show((&api, &bot), &*store, chat, seq, letter).await?))
            }),
        };
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

    fn ground(&mut self, chat: i64) {
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

    /// Drops everything that waits for a chat. The letter that is being sent may still get through, but is never tried
    /// again; letters that come later are not concerned.
    fn drop_chat(&mut self, chat: i64) {
        let Some(line) = self.lines.get_mut(&chat) else { return };
        if line.flying {
            let letters = line.cut();
            return self.purge_aside(chat, letters);
        }
        if let Some(at) = line.due() {
            self.due.remove(&(at, chat));
        }
        let letters = line.empty();
        self.purge(chat, letters);
    }

    /// Puts text in place of the chat's first letter's file, in the outbox first, so that a kill does not bring the file
    /// back; the chat counts as flying until that is done.
    fn rewrite(&mut self, chat: i64) {
        let Some(line) = self.lines.get_mut(&chat) else { return };
        let Some((seq, letter)) = line.plain() else { return self.ground(chat) };
        line.replace(letter.clone());
        let store = Arc::clone(&self.store);
        self.flights.spawn(async move {
            call::rewrite(&*store, chat, seq, &letter).await?;
            Ok((chat, Landing::Tidied))
        });
    }

    /// Takes letters out of the outbox; the chat counts as flying until that is done.
    fn purge(&mut self, chat: i64, letters: Vec<u64>) {
        if letters.is_empty() {
            return self.ground(chat);
        }
        self.count_dropped(letters.len());
        if let Some(line) = self.lines.get_mut(&chat) {
            line.flying = true;
        }
        let store = Arc::clone(&self.store);
        self.flights.spawn(async move {
            call::remove(&*store, chat, &letters).await?;
            Ok((chat, Landing::Tidied))
        });
    }

    /// Takes letters out of the outbox while a call for the chat is under way, and leaves that alone.
    fn purge_aside(&mut self, chat: i64, letters: Vec<u64>) {
        if letters.is_empty() {
            return;
        }
        self.count_dropped(letters.len());
        let store = Arc::clone(&self.store);
        self.flights.spawn(async move {
            call::remove(&*store, chat, &letters).await?;
            Ok((chat, Landing::TidiedAside))
        });
    }

    fn count_dropped(&mut self, letters: usize) {
        self.dropped += letters as u64;
        VITALS.letters.get_or_create(&[("outcome", "dropped")]).inc_by(letters as u64);
        tracing::warn!(letters, in_all = self.dropped, "letters nobody can get are dropped");
    }
}
