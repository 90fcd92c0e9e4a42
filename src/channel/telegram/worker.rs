//! What is done with one update: through the desk, letters to the sender, the button answered.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures::future::{BoxFuture, FutureExt};
use teloxide::payloads::{AnswerCallbackQuery, AnswerCallbackQuerySetters};
use teloxide::types::CallbackQueryId;
use tokio::sync::mpsc;

use crate::base::id::TraineeId;
use crate::base::lang::Lang;
use crate::base::time::Moment;
use crate::desk::group::{GroupHandled, GroupTask, fresh_chance};
use crate::desk::{Desk, DeskError, Handled, Provenance, Task, fresh_seed};
use crate::fleet::{Shares, under};
use crate::flow::group::{GroupDeed, GroupInput, Member, Place};
use crate::flow::input::Input;
use crate::store::StoreError;
use crate::vitals::{VITALS, took};

use super::api::{Api, ApiError};
use super::gather::Taken;
use super::inbound::{InGroup, Incoming, What};
use super::sender::Sender;

/// How often a pressed button's answer is tried. Only after failures in which Telegram cannot have had it.
const TRIES: u32 = 3;
const PAUSE: Duration = Duration::from_secs(1);
/// Longest text of such an answer, in characters.
const LONGEST_TOAST: usize = 200;

/// An update to work on.
pub(super) struct Job {
    pub incoming: Incoming,
    pub at: Moment,
    /// When it was made by Telegram's clock, in seconds.
    pub made: Option<i64>,
    /// Whether it is more than can be taken: then only that is said.
    pub over: bool,
    /// The lease under which it was put to work.
    pub lease: u64,
}

/// What a worker needs. Cheap to clone.
#[derive(Clone)]
pub(super) struct Worker {
    pub desk: Arc<Desk>,
    pub api: Api,
    pub sender: Sender,
    /// The language of those whose app's language is none of ours.
    pub lang: Option<Lang>,
    /// What tells the time.
    pub clock: fn() -> Moment,
    /// Hears of a store that failed, which is the end of the service.
    pub failures: mpsc::UnboundedSender<StoreError>,
    /// Whose chats are whose.
    pub shares: Shares,
    /// What was put to work here.
    pub taken: Taken,
}

/// What kind of update it is, for those who count.
fn kind(incoming: &Incoming) -> &'static str {
    match (&incoming.what, &incoming.callback) {
        (What::Deed(_), None) => "message",
        (What::Deed(_), Some(_)) => "button",
        (What::Left, _) => "left",
        (What::Group(_), _) => "group",
    }
}

impl Worker {
    /// Works on one update.
    pub(super) fn work(&self, job: Job) -> BoxFuture<'static, ()> {
        let worker = self.clone();
        async move {
            let update = job.incoming.update;
            // It stays in the inbox for whoever the chat belongs to now.
            if let Some(pass) = worker.shares.enter(job.incoming.lane(), job.lease).await {
                under(&pass, worker.work_inside(job)).await;
            }
            worker.taken.done(update);
        }
        .boxed()
    }

    async fn work_inside(&self, job: Job) {
        let (update, at, task) = (job.incoming.update, job.at, self.task(&job));
        let kind = kind(&job.incoming);
        let worked = match AssertUnwindSafe(self.try_work(job)).catch_unwind().await {
            Ok(worked) => worked,
            Err(_) => self.after_panic(update, at, task).await,
        };
        let said = if worked.is_ok() { "done" } else { "failed" };
        VITALS.updates.get_or_create(&[("kind", kind), ("outcome", said)]).inc();
        let time = (self.clock)().0.saturating_sub(at.0);
        took(&VITALS.update_seconds, Duration::from_millis(u64::try_from(time).unwrap_or_default()));
        match worked {
            Err(error) if error.is_lost_lease() => {
                tracing::info!(update, "an update is left to the replica that its chat has gone to");
            }
            // Nobody hears it only when the service is ending already.
            Err(error) => {
                let _ = self.failures.send(error);
            }
            Ok(()) => {}
        }
    }

    /// What is to be done for a trainee; `None` where the update is none of a private chat.
    fn task(&self, job: &Job) -> Option<Task> {
        let Incoming { update, trainee, chat, device_lang, what, .. } = &job.incoming;
        let What::Deed(deed) = what else { return None };
        let (trainee, device_lang) = (TraineeId(*trainee), device_lang.or(self.lang));
        let input = Input { trainee, at: job.at, device_lang, seed: fresh_seed(), deed: deed.clone() };
        Some(Task { update: *update, chat: *chat, input })
    }

    /// An update that something outside the core choked on is given up like one that the core did: who sent it is told, and
    /// it does not come again with the next start.
    async fn after_panic(&self, update: u64, at: Moment, task: Option<Task>) -> Result<(), StoreError> {
        tracing::error!(update, "the update failed and is given up");
        if let Some(task) = task
            && let Ok(handled) = AssertUnwindSafe(self.give_up(&task)).catch_unwind().await
        {
            return handled.map(|handled| self.post(handled));
        }
        match self.desk.pass_over(update, at).await {
            Err(DeskError::Store(error)) => Err(error),
            Ok(()) | Err(DeskError::Record(_)) => Ok(()),
        }
    }

    fn post(&self, handled: Handled) {
        if let Handled::Done(posts) | Handled::Cleared(posts) = handled {
            posts.into_iter().for_each(|post| self.sender.post(post));
        }
    }

    async fn try_work(&self, job: Job) -> Result<(), StoreError> {
        let task = self.task(&job);
        let Job { incoming: Incoming { update, chat, callback, name, what, .. }, at, made, over, .. } = job;
        let fresh = match what {
            What::Deed(_) => match task {
                Some(task) => self.take(task, Provenance { name: name.as_deref(), made }, over).await?,
                None => false,
            },
            What::Left => {
                self.sender.drop_chat(chat);
                self.desk.discard(&[update]).await?;
                true
            }
            What::Group(happened) => {
                return self.in_group((update, chat, at, made), callback, happened, over).await;
            }
        };
        if let Some(callback) = callback.filter(|_| fresh) {
            tokio::spawn(answer(self.api.clone(), callback, None));
        }
        Ok(())
    }

    async fn in_group(
        &self,
        (update, chat, at, made): (u64, i64, Moment, Option<i64>),
        callback: Option<String>,
        happened: InGroup,
        over: bool,
    ) -> Result<(), StoreError> {
        let InGroup::Deed { deed, who, thread, message, title } = happened else {
            let InGroup::Moved(old, new) = happened else { return Ok(()) };
            return self.moved(update, old, new).await;
        };
        let who = who.map(|who| Member { device_lang: who.device_lang.or(self.lang), ..who });
        let left = deed == GroupDeed::Removed;
        let place = Place { chat, thread };
        let input = GroupInput { place, title, who, at, chance: fresh_chance(), deed };
        let task = GroupTask { update, message, input };
        let handled = match over {
            true => self.desk.hold_back_group(&task).await,
            false => self.desk.handle_group_made(&task, made).await,
        };
        let handled = match handled {
            Err(DeskError::Store(error)) if !error.is_conflict() || error.is_lost_lease() => {
                return Err(error);
            }
            Err(error) => {
                VITALS.given_up.inc();
                tracing::error!(update, "the update is given up: {error}");
                self.desk.discard(&[update]).await?;
                GroupHandled::Done(Vec::new(), None)
            }
            Ok(handled) => handled,
        };
        if left {
            self.sender.drop_chat(chat);
        }
        if let GroupHandled::Done(posts, toast) = handled {
            posts.into_iter().for_each(|post| self.sender.post(post));
            if let Some(callback) = callback {
                tokio::spawn(answer(self.api.clone(), callback, toast));
            }
        }
        Ok(())
    }

    async fn moved(&self, update: u64, old: i64, new: i64) -> Result<(), StoreError> {
        match self.desk.move_group(update, old, new).await {
            Ok(posts) => {
                self.sender.drop_chat(old);
                posts.into_iter().for_each(|post| self.sender.post(post));
                Ok(())
            }
            Err(DeskError::Store(error)) if !error.is_conflict() || error.is_lost_lease() => Err(error),
            Err(error) => {
                tracing::error!(update, "a group cannot be moved: {error}");
                self.desk.discard(&[update]).await
            }
        }
    }

    /// Whether the update was new.
    async fn take(&self, task: Task, origin: Provenance<'_>, over: bool) -> Result<bool, StoreError> {
        let chat = task.chat;
        let handled = match over {
            true => self.desk.hold_back(&task).await,
            false => self.desk.handle_from(&task, origin).await,
        };
        let handled = match handled {
            Err(DeskError::Store(error)) if !error.is_conflict() || error.is_lost_lease() => {
                return Err(error);
            }
            Err(error) => {
                VITALS.given_up.inc();
                tracing::error!(update = task.update, "the update is given up: {error}");
                self.give_up(&task).await?
            }
            Ok(handled) => handled,
        };
        let fresh = handled != Handled::Already;
        if matches!(handled, Handled::Cleared(_)) {
            self.sender.drop_chat(chat);
        }
        self.post(handled);
        Ok(fresh)
    }

    async fn give_up(&self, task: &Task) -> Result<Handled, StoreError> {
        match self.desk.give_up(task).await {
            Ok(handled) => Ok(handled),
            Err(DeskError::Store(error)) => Err(error),
            Err(DeskError::Record(_)) => {
                self.desk.discard(&[task.update]).await?;
                Ok(Handled::Done(Vec::new()))
            }
        }
    }
}

/// Answers a pressed button, so that it stops turning. Comes after the commit and at most once: a second answer is
/// refused, and one that is lost in a crash costs the trainee some seconds of a turning button.
async fn answer(api: Api, callback: String, toast: Option<(String, bool)>) {
    let mut request = AnswerCallbackQuery::new(CallbackQueryId(callback));
    if let Some((text, alert)) = toast {
        request = request.text(text.chars().take(LONGEST_TOAST).collect::<String>()).show_alert(alert);
    }
    for _ in 0..TRIES {
        match api.call(&request).await {
            Err(ApiError::Busy { .. } | ApiError::Broken { status: 500.. }) => {
                tokio::time::sleep(PAUSE).await
            }
            _ => return,
        }
    }
}
