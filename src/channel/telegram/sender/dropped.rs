//! Letters that nobody can get, or not in this form: taken out of the outbox, or rewritten there.

use std::sync::Arc;

use crate::vitals::VITALS;

use super::call::{self, Landing};
use super::postman::Postman;

impl Postman {
    /// A chat's call has failed once more: its letters wait for the next try, or are given up. In an outage nobody gets
    /// anything, and everything waits; but where others get theirs all the while, it is this chat that is dead.
    pub(super) fn tried(&mut self, chat: i64) {
        let Some(line) = self.lines.get_mut(&chat) else { return };
        let failing = self.delivered.and_then(|delivered| line.failing_until(delivered));
        if failing.is_none_or(|failing| failing < self.pace.give_up) {
            return self.ground(chat);
        }
        tracing::warn!("Telegram takes nothing for a chat any more, while it does for others");
        let letters = line.empty();
        self.purge(chat, letters);
    }

    /// Drops everything that waits for a chat. The letter that is being sent may still get through, but is never tried
    /// again; letters that come later are not concerned.
    pub(super) fn drop_chat(&mut self, chat: i64) {
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
    pub(super) fn rewrite(&mut self, chat: i64) {
        let Some(line) = self.lines.get_mut(&chat) else { return };
        let Some((seq, letter)) = line.plain() else { return self.ground(chat) };
        line.replace(letter.clone());
        let store = Arc::clone(&self.store);
        self.spawn(chat, true, async move {
            call::rewrite(&*store, chat, seq, &letter).await?;
            Ok((chat, Landing::Tidied))
        });
    }

    /// Takes letters out of the outbox; the chat counts as flying until that is done.
    pub(super) fn purge(&mut self, chat: i64, letters: Vec<u64>) {
        if letters.is_empty() {
            return self.ground(chat);
        }
        self.count_dropped(letters.len());
        if let Some(line) = self.lines.get_mut(&chat) {
            line.flying = true;
        }
        let outbox = self.outbox.clone();
        self.spawn(chat, true, async move {
            outbox.remove(chat, &letters).await?;
            Ok((chat, Landing::Tidied))
        });
    }

    /// Takes letters out of the outbox while a call for the chat is under way, and leaves that alone.
    fn purge_aside(&mut self, chat: i64, letters: Vec<u64>) {
        if letters.is_empty() {
            return;
        }
        self.count_dropped(letters.len());
        let outbox = self.outbox.clone();
        self.spawn(chat, false, async move {
            outbox.remove(chat, &letters).await?;
            Ok((chat, Landing::TidiedAside))
        });
    }

    fn count_dropped(&mut self, letters: usize) {
        self.dropped += letters as u64;
        VITALS.letters.get_or_create(&[("outcome", "dropped")]).inc_by(letters as u64);
        tracing::warn!(letters, in_all = self.dropped, "letters nobody can get are dropped");
    }
}
