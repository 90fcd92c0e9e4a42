//! A group that becomes a supergroup goes on under another number. Everything kept of it moves: its record, what is due, and what
//! waits to be sent. Its boards do not: messages have other numbers there, so each is sent once more when it next changes.

use crate::store::{Batch, Expect, Key, KeyName, Record, StoreError, scan_all};

use super::super::take::{TRIES, put};
use super::super::{Desk, DeskError, Letter, Post};
use super::KeptAlarm;
use super::records::KeptGroup;
use crate::desk::contest::records::KeptContest;
use crate::flow::group::Place;

impl Desk {
    /// Moves what is kept of a group to its new number, and marks the update as done. Telegram tells of it twice, in the old
    /// chat and in the new one; the second time there is nothing left to move.
    ///
    /// # Errors
    /// `Store` when the store failed; `Record` when what is kept cannot be read or written.
    pub async fn move_group(&self, update: u64, old: i64, new: i64) -> Result<Vec<Post>, DeskError> {
        let mut tries = 1;
        loop {
            match self.try_move(update, old, new).await {
                Err(DeskError::Store(error)) if error.is_conflict() && tries < TRIES => tries += 1,
                outcome => return outcome,
            }
        }
    }

    async fn try_move(&self, update: u64, old: i64, new: i64) -> Result<Vec<Post>, DeskError> {
        let mut batch = Batch::new();
        batch.delete(Key::inbox(update), Expect::Any);
        let (from, to) = (Key::group(old), Key::group(new));
        if let (Some(KeptGroup(mut group)), expect) = self.seen::<KeptGroup>(&from).await? {
            let (there, expect_there) = self.seen::<KeptGroup>(&to).await?;
            // What was begun under the new number before this came is young, and has only a language.
            // The form stood in a message that is not there any more.
            group.form = None;
            group.lang = group.lang.or(there.and_then(|KeptGroup(there)| there.lang));
            put(&mut batch, to, &KeptGroup(group), expect_there)?;
            batch.delete(from, expect);
        }
        for (key, _) in scan_all(&*self.store, Key::all_alarms()).await? {
            let Some(KeyName::Alarm(at, chat, what)) = key.name() else { continue };
            if chat == old {
                put(&mut batch, Key::alarm(at, new, &what), &KeptAlarm {}, Expect::Any)?;
                batch.delete(key, Expect::Any);
            }
        }
        for (key, entry) in scan_all(&*self.store, Key::all_contests()).await? {
            let KeptContest(mut contest) = Record::decode(&key, &entry.value)?;
            if contest.place.chat == old {
                // A group that was none of topics has none yet.
                contest.place = Place { chat: new, thread: None };
                // Its announcement stands in the old chat.
                contest.announced = None;
                put(&mut batch, key, &KeptContest(contest), Expect::Version(entry.version))?;
            }
        }
        for (key, _) in scan_all(&*self.store, Key::boards_of(old)).await? {
            batch.delete(key, Expect::Any);
        }
        let mut posts = Vec::new();
        for (key, entry) in scan_all(&*self.store, Key::outbox_of(old)).await? {
            let Some(KeyName::Outbox { seq, .. }) = key.name() else { continue };
            let letter: Letter = Record::decode(&key, &entry.value)?;
            put(&mut batch, Key::outbox(new, seq), &letter, Expect::Any)?;
            batch.delete(key, Expect::Any);
            posts.push(Post { chat: new, seq, letter });
        }
        self.store.commit(batch).await?;
        Ok(posts)
    }

    /// Takes an update of a group out of the inbox whose records are damaged.
    ///
    /// # Errors
    /// Whatever the store says.
    pub async fn give_up_group(&self, update: u64) -> Result<(), StoreError> {
        self.discard(&[update]).await
    }
}
