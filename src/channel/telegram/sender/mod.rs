//! From the outbox to the phones: in order within a chat, within Telegram's limits, each letter kept until Telegram
//! took it. One task decides who is next; calls fly beside it, one at most for each chat.
//!
//! - `bucket`: how often something may happen
//! - `call`: single calls, and the outbox around them
//! - `clearing`: what was sent is taken out of the outbox
//! - `dropped`: letters that nobody can get
//! - `landing`: how calls end
//! - `line`: one chat's letters and what holds them up
//! - `look`: what other replicas put into the outbox
//! - `postman`: the task
//!
//! A letter leaves the outbox after Telegram took it, so a kill between the two sends it twice, and never loses it. One
//! that is no longer in the outbox when its turn comes does not go out: whoever deletes it there, as `/forget` does, need
//! not find out who holds it.

mod bucket;
mod call;
mod clearing;
mod dropped;
mod landing;
mod line;
mod look;
mod postman;

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tracing::Instrument;

use crate::desk::Post;
use crate::fleet::Shares;
use crate::store::{Store, StoreError};

use super::api::Api;
use super::supervise::Restarts;
use postman::Postman;

/// How fast letters go out.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// Distance of letters to the same chat once its burst is used up.
    pub chat_every: Duration,
    /// Letters a chat may get at once.
    pub chat_burst: u32,
    /// The same for groups.
    pub group_every: Duration,
    /// The same for groups.
    pub group_burst: u32,
    /// Distance between two versions of a board that changes by itself.
    pub board_every: Duration,
    /// Calls a second, all chats together.
    pub overall: u32,
    /// How long the customer types for each character, and at most; zero for tests.
    pub typing: (Duration, Duration),
    /// After how long a chat's letters are given up that all fail while other chats get theirs.
    pub give_up: Duration,
    /// How long calls under way are waited for when the service has stopped sending.
    pub last_calls: Duration,
}

impl Default for Pace {
    /// Telegram's limits (about 1 a second for each chat, 20 a minute for a group, 30 a second overall) with some air, and a customer who types
    /// faster than most people do.
    fn default() -> Pace {
        Pace {
            chat_every: Duration::from_secs(1),
            chat_burst: 3,
            group_every: Duration::from_millis(3_500),
            group_burst: 3,
            board_every: Duration::from_secs(3),
            overall: 25,
            typing: (Duration::from_millis(35), Duration::from_millis(1_800)),
            give_up: Duration::from_secs(24 * 3_600),
            last_calls: Duration::from_secs(8),
        }
    }
}

impl Pace {
    fn pause(&self, text: &str) -> Duration {
        let (each, most) = self.typing;
        let count = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        each.saturating_mul(count).min(most)
    }
}

/// What the sender is told.
enum Order {
    Post(Box<Post>),
    /// The chat is closed; its letters are to be dropped.
    Drop(i64),
    /// Send what can be sent at once and within this time, then stop.
    Close(Duration),
}

/// The way to the sender. Cheap to clone.
#[derive(Clone)]
pub struct Sender {
    orders: mpsc::UnboundedSender<Order>,
}

impl Sender {
    /// Reads the outbox and starts sending it, as the bot of this name. The task ends after [`close`](Self::close), or with the store's
    /// failure.
    ///
    /// # Errors
    /// Whatever the store says.
    pub async fn start(
        api: Api,
        bot: &str,
        store: Arc<dyn Store>,
        pace: Pace,
    ) -> Result<(Sender, JoinHandle<Result<(), StoreError>>), StoreError> {
        Sender::start_among(api, bot, store, pace, Shares::alone()).await
    }

    /// The same among replicas: only letters to chats of one's own are sent, whoever put them into the outbox.
    ///
    /// # Errors
    /// Whatever the store says.
    pub async fn start_among(
        api: Api,
        bot: &str,
        store: Arc<dyn Store>,
        pace: Pace,
        shares: Shares,
    ) -> Result<(Sender, JoinHandle<Result<(), StoreError>>), StoreError> {
        let (orders, inbox) = mpsc::unbounded_channel();
        let mut postman = Postman::new((api, bot.into()), Arc::clone(&store), pace, shares.clone());
        postman.load().await?;
        let weak = orders.downgrade();
        let looking = async move {
            match shares.is_fleet() {
                true => look::look(&*store, &shares, &weak).await,
                false => std::future::pending().await,
            }
        };
        let sending = async move {
            tokio::select! {
                outcome = send(postman, inbox) => outcome,
                error = looking => Err(error),
            }
        };
        Ok((Sender { orders }, tokio::spawn(sending.in_current_span())))
    }

    /// A letter that is in the outbox. A sender that is gone has left it there.
    pub fn post(&self, post: Post) {
        let _ = self.orders.send(Order::Post(Box::new(post)));
    }

    /// Drops a chat's letters that were posted before. The one that is being sent at that moment may still arrive, and is
    /// never tried again.
    pub fn drop_chat(&self, chat: i64) {
        let _ = self.orders.send(Order::Drop(chat));
    }

    /// Sends what may go within `grace`, then stops; the rest stays in the outbox.
    pub fn close(&self, grace: Duration) {
        let _ = self.orders.send(Order::Close(grace));
    }
}

/// Sends until it is told to close; after a panic another postman goes on with what is in the outbox.
async fn send(mut postman: Postman, mut orders: mpsc::UnboundedReceiver<Order>) -> Result<(), StoreError> {
    let mut restarts = Restarts::of("sender");
    loop {
        if let Some(outcome) = restarts.attempt(postman.run(&mut orders)).await {
            return outcome;
        }
        postman = postman.anew().await?;
    }
}
