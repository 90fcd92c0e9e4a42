//! The bots of this process, and how each of them is.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::Serialize;

use crate::desk::stats;
use crate::vitals::VITALS;

use super::Looked;

/// How a bot is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// It opens what is kept, or waits for Telegram to say who it is.
    Starting,
    /// Telegram knows it.
    Serving,
    /// It ended, and is tried again later. The log says why.
    Failed,
}

/// Where that stands. Cheap to clone.
#[derive(Clone, Default)]
pub struct Board {
    bots: Arc<Mutex<BTreeMap<String, Bot>>>,
    /// Whether anybody is going to ask.
    asked: bool,
}

struct Bot {
    condition: Condition,
    /// While it runs.
    looked: Option<Arc<Looked>>,
    /// Whether its conversations under way are counted already; from then on changes are.
    counted: bool,
}

impl Board {
    /// One that is answered from, or not.
    pub fn new(asked: bool) -> Board {
        Board { bots: Arc::default(), asked }
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, Bot>> {
        self.bots.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A bot is so from now on.
    pub fn tell(&self, name: &str, condition: Condition) {
        let up = VITALS.bot_up.get_or_create(&[("bot", name.to_owned())]);
        up.set(i64::from(condition == Condition::Serving));
        drop(up);
        let failures = VITALS.bot_failures.get_or_create(&[("bot", name.to_owned())]);
        if condition == Condition::Failed {
            failures.inc();
        }
        drop(failures);
        let mut bots = self.lock();
        let bot = bots.entry(name.to_owned()).or_insert(Bot { condition, looked: None, counted: false });
        bot.condition = condition;
    }

    /// Lets a bot be looked at as long as what is returned lives.
    pub async fn show(&self, name: &str, looked: Looked) -> Shown {
        self.tell(name, Condition::Starting);
        let looked = Arc::new(looked);
        let counted = self.lock().get_mut(name).is_some_and(|bot| std::mem::replace(&mut bot.counted, true));
        // What is under way at the start; from then on it is counted.
        if self.asked
            && !counted
            && let Ok(stats) = stats::gather(&*looked.store).await
        {
            VITALS.open.inc_by(i64::try_from(stats.conversations_open).unwrap_or_default());
        }
        if let Some(bot) = self.lock().get_mut(name) {
            bot.looked = Some(looked);
        }
        Shown { board: self.clone(), name: name.to_owned() }
    }

    /// A bot that runs.
    pub(super) fn looked(&self, name: &str) -> Option<Arc<Looked>> {
        self.lock().get(name)?.looked.clone()
    }

    /// All that run, by name.
    pub(super) fn all_looked(&self) -> Vec<(String, Arc<Looked>)> {
        let bots = self.lock();
        bots.iter().filter_map(|(name, bot)| Some((name.clone(), bot.looked.clone()?))).collect()
    }

    /// How each is.
    pub fn states(&self) -> BTreeMap<String, Condition> {
        self.lock().iter().map(|(name, bot)| (name.clone(), bot.condition)).collect()
    }
}

/// A bot that can be looked at, until this is dropped.
pub struct Shown {
    board: Board,
    name: String,
}

impl Shown {
    /// To be called once Telegram knows it.
    pub fn serving(&self) -> Box<dyn FnOnce() + Send> {
        let (board, name) = (self.board.clone(), self.name.clone());
        Box::new(move || board.tell(&name, Condition::Serving))
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        if let Some(bot) = self.board.lock().get_mut(&self.name) {
            bot.looked = None;
        }
    }
}
