//! How calls end, and what that means for the chat they were for.

use serde_json::Value;
use tokio::time::Instant;

use crate::desk::Letter;
use crate::vitals::{VITALS, count};

use super::call::{self, Landing, Put};
use super::line::Line;
use super::postman::Postman;
use crate::channel::telegram::api::{ApiError, Reason};

/// What became of a letter, for those who count.
fn became(error: &ApiError) -> &'static str {
    match error {
        ApiError::Busy { .. } => "busy",
        ApiError::Refused { .. } => "refused",
        ApiError::Broken { .. } | ApiError::Unreachable { .. } => "failed",
    }
}

impl Postman {
    pub(super) fn land(&mut self, (chat, landing): (i64, Landing)) {
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
