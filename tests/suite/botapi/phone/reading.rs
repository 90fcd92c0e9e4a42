//! Reading the chat, and waiting for the bot.
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use tokio::time::timeout;

use super::Phone;
use crate::botapi::records::Message;
use crate::botapi::state::{Chat, World};

impl Phone {
    /// What the screen shows: messages of both sides, as they stand now, without deleted ones.
    pub fn shown(&self) -> Vec<Message> {
        self.shared.look(|w| {
            let messages = w.chats.get(&self.chat).map(|c| c.messages.clone()).unwrap_or_default();
            messages.into_iter().filter(|m| !m.deleted).collect()
        })
    }

    /// The bot's messages on the screen.
    pub fn bot_messages(&self) -> Vec<Message> {
        self.shown().into_iter().filter(|m| m.by_bot).collect()
    }

    /// A message on the screen. Panics if it is not there.
    pub fn message(&self, id: i64) -> Message {
        let found = self.shown().into_iter().find(|m| m.id == id);
        found.unwrap_or_else(|| panic!("chat {} shows no message {id}", self.chat))
    }

    /// Waits for `count` messages of the bot not handed out before, and returns exactly those; more may
    /// follow. Panics with what came when they do not all come in time.
    pub async fn expect_messages(&self, count: usize, within: Duration) -> Vec<Message> {
        let from = self.read.load(Ordering::SeqCst);
        let come = |all: &[Message]| all.len() >= from + count;
        let all = self.wait_in_history(within, come).await;
        let (all, complete) = all.map_or_else(|all| (all, false), |all| (all, true));
        let fresh: Vec<Message> = all.into_iter().skip(from).take(count).collect();
        assert!(
            complete,
            "chat {}: {count} messages expected within {within:?}, came {:?}",
            self.chat,
            texts(&fresh)
        );
        self.read.store(from + count, Ordering::SeqCst);
        fresh
    }

    /// Passes over what the bot has sent so far, for the next [`expect_messages`](Self::expect_messages).
    pub fn skip_to_now(&self) {
        let count = self.shared.look(|w| self.by_bot(w).len());
        self.read.store(count, Ordering::SeqCst);
    }

    /// Waits until the bot's messages on the screen satisfy `done`, and returns them. Panics when they do not
    /// within this phone's patience.
    pub async fn wait_for(&self, done: impl Fn(&[Message]) -> bool) -> Vec<Message> {
        let on_screen = |all: &[Message]| done(&visible(all));
        let patience = self.patience;
        match self.wait_in_history(patience, on_screen).await {
            Ok(all) => visible(&all),
            Err(all) => {
                panic!("chat {}: not within {patience:?}; it shows {:?}", self.chat, texts(&visible(&all)))
            }
        }
    }

    /// Waits until the bot has confirmed every update and nothing was sent or edited in this chat for `quiet`.
    /// Panics when that does not happen within this phone's patience.
    pub async fn wait_until_quiet(&self, quiet: Duration) {
        let started = Instant::now();
        let mut calm_since = started;
        while calm_since.elapsed() < quiet {
            assert!(started.elapsed() < self.patience + quiet, "chat {}: not quiet in time", self.chat);
            tokio::time::sleep(Duration::from_millis(5)).await;
            let (busy, last) =
                self.shared.look(|w| (!w.pending.is_empty(), w.chats.get(&self.chat).map(last_activity)));
            calm_since = calm_since.max(last.flatten().unwrap_or(started));
            if busy {
                calm_since = Instant::now();
            }
        }
    }

    /// The bot's messages, deleted ones too, once they satisfy `done`; as an error if they never do.
    async fn wait_in_history(
        &self,
        within: Duration,
        done: impl Fn(&[Message]) -> bool,
    ) -> Result<Vec<Message>, Vec<Message>> {
        let mut changes = self.shared.changes();
        let until_done = async {
            loop {
                changes.borrow_and_update();
                let all = self.shared.look(|w| self.by_bot(w));
                if done(&all) || changes.changed().await.is_err() {
                    return all;
                }
            }
        };
        let result = timeout(within, until_done).await;
        result.map_err(|_| self.shared.look(|w| self.by_bot(w)))
    }

    fn by_bot(&self, world: &World) -> Vec<Message> {
        let messages = world.chats.get(&self.chat).into_iter().flat_map(|c| &c.messages);
        messages.filter(|m| m.by_bot).cloned().collect()
    }
}

fn visible(all: &[Message]) -> Vec<Message> {
    all.iter().filter(|m| !m.deleted).cloned().collect()
}

fn texts(messages: &[Message]) -> Vec<&str> {
    messages.iter().map(Message::text).collect()
}

fn last_activity(chat: &Chat) -> Option<Instant> {
    let moments = chat.messages.iter().flat_map(|m| m.edits.iter().map(|e| e.at).chain([m.at]));
    moments.max()
}
