//! What is done with one update: through the desk, letters to the sender, the button answered.

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
use crate::desk::{Desk, DeskError, Handled, Task, fresh_seed};
use crate::flow::group::{GroupDeed, GroupInput, Member, Place};
use crate::flow::input::Input;
use crate::store::StoreError;
use crate::vitals::{VITALS, took};

use super::api::{Api, ApiError};
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
            let (kind, at) = (kind(&job.incoming), job.at);
            let outcome = worker.try_work(job).await;
            let said = if outcome.is_ok() { "done" } else { "failed" };
            VITALS.updates.get_or_create(&[("kind", kind), ("outcome", said)]).inc();
            let time = (worker.clock)().0.saturating_sub(at.0);
            took(&VITALS.update_seconds, Duration::from_millis(u64::try_from(time).unwrap_or_default()));
            if let Err(error) = outcome {
                // Nobody hears it only when the service is ending already.
                let _ = worker.failures.send(error);
            }
        }
        .boxed()
    }

    async fn try_work(&self, job: Job) -> Result<(), StoreError> {
        let Job { incoming: Incoming { update, trainee, chat, device_lang, callback, what }, at } = job;
        let fresh = match what {
            What::Deed(deed) => {
                let trainee = TraineeId(trainee);
                let device_lang = device_lang.or(self.lang);
                let input = Input { trainee, at, device_lang, seed: fresh_seed(), deed };
                self.take(Task { update, chat, input }).await?
            }
            What::Left => {
                self.sender.drop_chat(chat);
                self.desk.discard(&[update]).await?;
                true
            }
            What::Group(happened) => return self.in_group((update, chat, at), callback, happened).await,
        };
        if let Some(callback) = callback.filter(|_| fresh) {
            tokio::spawn(answer(self.api.clone(), callback, None));
        }
        Ok(())
    }

    async fn in_group(
        &self,
        (update, chat, at): (u64, i64, Moment),
        callback: Option<String>,
        happened: InGroup,
    ) -> Result<(), StoreError> {
        let InGroup::Deed { deed, who, thread, message, title } = happened else {
            let InGroup::Moved(old, new) = happened else { return Ok(()) };
            return self.moved(update, old, new).await;
        };
        let who = who.map(|who| Member { device_lang: who.device_lang.or(self.lang), ..who });
        let left = deed == GroupDeed::Removed;
        let place = Place { chat, thread };
        let input = GroupInput { place, title, who, at, chance: fresh_chance(), deed };
        let handled = match self.desk.handle_group(&GroupTask { update, message, input }).await {
            Err(DeskError::Store(error)) if !error.is_conflict() => return Err(error),
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
            Err(DeskError::Store(error)) if !error.is_conflict() => Err(error),
            Err(error) => {
                tracing::error!(update, "a group cannot be moved: {error}");
                self.desk.discard(&[update]).await
            }
        }
    }

    /// Whether the update was new.
    async fn take(&self, task: Task) -> Result<bool, StoreError> {
        let chat = task.chat;
        let handled = match self.desk.handle(&task).await {
            Err(DeskError::Store(error)) if !error.is_conflict() => return Err(error),
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
        if let Handled::Done(posts) | Handled::Cleared(posts) = handled {
            posts.into_iter().for_each(|post| self.sender.post(post));
        }
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
