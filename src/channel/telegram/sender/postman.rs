//! The task that sends. Everything it decides is decided between two calls; it never waits for a single chat.

use std::collections::{BTreeSet, HashMap};
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::task::{Id, JoinSet};
use tokio::time::Instant;
use tracing::Instrument;

use crate::desk::Post;
use crate::fleet::Shares;
use crate::store::{Key, Store, StoreError};

use super::bucket::Bucket;
use super::call::{self, Landing};
use super::clearing::Clearing;
use super::line::{Leg, Line};
use super::{Order, Pace};
use crate::channel::telegram::api::Api;
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
    pub(super) outbox: Clearing,
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
    pub(super) streak: u64,
    pub(super) dropped: u64,
    closing: Option<Instant>,
    /// Whether nobody can give orders any more.
    deaf: bool,
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
            outbox: Clearing::start(Arc::clone(&store)),
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
            page.iter().filter_map(|(key, entry)| Post::read(key, entry)).for_each(|post| self.take(post));
            match page.last() {
                Some((last, _)) if page.len() == PAGE => range.start = last.next(),
                _ => return Ok(()),
            }
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
        let id = self.flights.spawn(flight.in_current_span()).id();
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

    pub(super) fn take(&mut self, post: Post) {
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
    pub(super) fn queue(&mut self, chat: i64) {
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
            Leg::Send(seq, letter) => {
                let outbox = self.outbox.clone();
                self.spawn(chat, true, async move {
                    Ok((chat, call::send((&api, &bot), &outbox, (chat, seq), &letter, &pass).await?))
                })
            }
            Leg::Board(seq, letter) => self.spawn(chat, true, async move {
                Ok((chat, call::show((&api, &bot), &*store, (chat, seq), letter, &pass).await?))
            }),
        }
    }
}
