//! Groups: one update or one alarm of a group, from its record to the committed batch.
//!
//! - `records`: the wire forms
//! - `answers`: what comes from private chats
//! - `alarms`: what is due, of groups and trainees
//! - `moving`: a group that goes on under another number
//!
//! # Invariants
//! - Nothing of a trainee is written for what she does in a group.
//! - A letter to somebody in private goes out only if she has started the bot: who has no profile gets none.
//! - Updates of one group come one after the other; an alarm beside them is taken again where the record has changed.

mod alarms;
mod answers;
mod moving;
pub mod records;

use std::collections::BTreeMap;
use std::sync::Arc;

use futures::future::BoxFuture;
use rand::TryRngCore;

use crate::base::id::TraineeId;
use crate::base::lang::Lang;
use crate::base::phrase::{NoticePhrase, Phrase};
use crate::flow::group::{GroupDeed, GroupInput, GroupStep, Known, Member, Met, Need, Rank, To};
use crate::flow::say::Say;
use crate::store::{Batch, Expect, Key, KeyName, Record, Wire, scan_all};

use super::contest::records::KeptContest;
use super::done::Mark;
use super::guard::Place as Fault;
use super::records::KeptProfile;
use super::take::{LETTERS, TRIES, apart, put};
use super::{Desk, DeskError, Letter, Post};
use records::{KeptAlarm, KeptBoard, KeptGroup};

/// Boards are numbered from here on in the outbox: above everything that goes out once.
pub(super) const BOARDS: u64 = 5 << 60;

/// How often a step may ask for something more before it is taken.
const NEEDS: u32 = 4;

/// Somebody who can say what a person is in a group at this moment.
pub trait Roster: Send + Sync {
    /// What she is there, and the name she goes by. `None` where it cannot be found out now.
    fn rank(&self, chat: i64, who: TraineeId) -> BoxFuture<'_, Option<(Rank, String)>>;
}

/// An update of a group, ready to be acted on.
#[derive(Clone, Debug)]
pub struct GroupTask {
    /// The channel's number for it.
    pub update: u64,
    /// The message that an answer is to, or on which a button was pressed, as the channel numbers it.
    pub message: Option<i64>,
    /// What happened.
    pub input: GroupInput,
}

/// What became of an update of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupHandled {
    /// Its effects are durable; these letters are in the outbox. The pressed button is answered with this text, in passing
    /// or to be closed by hand.
    Done(Vec<Post>, Option<(String, bool)>),
    /// It was done before; nothing happened.
    Already,
}

/// A step's letters, by the chat they go to.
pub(super) type Sheaf = Vec<(i64, Letter)>;

/// A step's letters, and the pressed button's answer.
pub(super) type Written = (Sheaf, Option<(String, bool)>);

impl Desk {
    /// Lets the desk ask what people are in groups. Once; without it nobody is anything.
    pub fn ask_at(&self, roster: Arc<dyn Roster>) {
        let _ = self.roster.set(roster);
    }

    /// Handles an update of a group: at most once, wholly or not at all.
    ///
    /// # Errors
    /// `Store` when the store failed; `Record` when the group's records are damaged.
    pub async fn handle_group(&self, task: &GroupTask) -> Result<GroupHandled, DeskError> {
        self.handle_group_made(task, None).await
    }

    /// The same for an update of which the channel tells when it was made, by its own clock.
    ///
    /// # Errors
    /// As [`handle_group`](Self::handle_group).
    pub async fn handle_group_made(
        &self,
        task: &GroupTask,
        made: Option<i64>,
    ) -> Result<GroupHandled, DeskError> {
        let mut tries = 1;
        loop {
            match self.attempt_group(task, made).await {
                Err(DeskError::Store(error)) if error.is_conflict() && tries < TRIES => tries += 1,
                outcome => return outcome,
            }
        }
    }

    async fn attempt_group(&self, task: &GroupTask, made: Option<i64>) -> Result<GroupHandled, DeskError> {
        let Some(mark) = self.mark(task.update, task.input.at, made).await? else {
            return Ok(GroupHandled::Already);
        };
        let input = self.with_board(task).await?;
        let mut batch = Batch::new();
        let closed = self.at_group_door(&input).await?;
        let written = match closed {
            Some(phrase) => self.keep_out(&input, phrase).await,
            None => self.group_deed(&mut batch, task.update, &input).await?,
        };
        self.close_group(batch, task, mark, written).await
    }

    // What every outcome has in common: out of the inbox, marked as done, letters in the outbox.
    pub(super) async fn close_group(
        &self,
        mut batch: Batch,
        task: &GroupTask,
        mark: Mark,
        (sheaf, toast): Written,
    ) -> Result<GroupHandled, DeskError> {
        batch.delete(Key::inbox(task.update), Expect::Any);
        let done = super::records::Done { at: task.input.at, sent: mark.sent };
        put(&mut batch, Key::seen(task.update), &done, mark.expect)?;
        let posts = enclose(&mut batch, sheaf, task.update.saturating_mul(LETTERS))?;
        self.store.commit(batch).await?;
        Ok(GroupHandled::Done(posts, toast))
    }

    /// What somebody does in a group, with its letters and the pressed button's answer.
    async fn group_deed(
        &self,
        batch: &mut Batch,
        update: u64,
        input: &GroupInput,
    ) -> Result<Written, DeskError> {
        Ok(match self.group_step(batch, input).await? {
            Ok(done) => done,
            Err(place) => {
                tracing::error!(%place, update, "a step of a group failed; the update is given up");
                let lang = input.who.as_ref().and_then(|who| who.device_lang).unwrap_or(Lang::ZH_HANS);
                (Vec::new(), Some((self.mind.render(&NoticePhrase::Internal.into(), lang), true)))
            }
        })
    }

    /// The input, with the board that a text answers.
    async fn with_board(&self, task: &GroupTask) -> Result<GroupInput, DeskError> {
        let mut input = task.input.clone();
        let (GroupDeed::Text(words), Some(message)) = (&mut input.deed, task.message) else {
            return Ok(input);
        };
        for (key, entry) in scan_all(&*self.store, Key::boards_of(task.input.place.chat)).await? {
            let board: KeptBoard = Record::decode(&key, &entry.value)?;
            if let (Some(KeyName::Board(_, number)), true) = (key.name(), board.message == message) {
                words.board = Some(number);
            }
        }
        Ok(input)
    }

    /// Takes a step of a group, asks for what it needs, and puts what it changes into the batch. The letters and the
    /// button's answer are the caller's to number and to send.
    pub(super) async fn group_step(
        &self,
        batch: &mut Batch,
        input: &GroupInput,
    ) -> Result<Result<Written, Fault>, DeskError> {
        let key = Key::group(input.place.chat);
        let (kept, expect) = self.seen::<KeptGroup>(&key).await?;
        let KeptGroup(group) = kept.unwrap_or_default();
        let met = match &input.who {
            Some(who) => self.met(who.id).await?,
            None => None,
        };
        let key_of_links = self.link_key().await?;
        let mut known = Known { met, key: key_of_links, ..Known::default() };
        let mut contest = None;
        for _ in 0..NEEDS {
            let (mind, group, known_now, input_now) =
                (Arc::clone(&self.mind), group.clone(), known.clone(), input.clone());
            let taken = apart(move || mind.group(&group, &known_now, &input_now)).await;
            match taken {
                Ok(Ok(step)) => {
                    let lang = step.group.interface();
                    put(batch, key, &KeptGroup(step.group.clone()), expect)?;
                    let toast = step.toast.as_ref();
                    let toast = toast.map(|toast| (self.mind.render(&toast.phrase, lang), toast.alert));
                    set_alarms(batch, &step)?;
                    for (id, kept) in &step.contests {
                        let seen = contest.filter(|(known, _)| known == id).map(|(_, version)| version);
                        let expect = seen.unwrap_or(Expect::Absent);
                        put(batch, Key::contest(*id), &KeptContest(kept.clone()), expect)?;
                    }
                    return Ok(Ok((self.write(lang, step.says).await?, toast)));
                }
                Ok(Err(Need::Rank)) => known.rank = Some(self.rank(input).await),
                Ok(Err(Need::Contest(id))) => {
                    // Its version is taken first: what changes after it is seen to have changed.
                    let (_, version) = self.seen::<KeptContest>(&Key::contest(id)).await?;
                    contest = Some((id, version));
                    known.contest = Some((id, self.contest_standing(id).await?));
                }
                Err(place) => return Ok(Err(place)),
            }
        }
        Ok(Ok((Vec::new(), None)))
    }

    async fn rank(&self, input: &GroupInput) -> Option<Rank> {
        let who: &Member = input.who.as_ref()?;
        Some(self.roster.get()?.rank(input.place.chat, who.id).await?.0)
    }

    /// What somebody has settled who has started the bot.
    pub(super) async fn met(&self, who: TraineeId) -> Result<Option<Met>, DeskError> {
        let kept = self.kept::<KeptProfile>(Key::profile(who)).await?;
        Ok(kept.map(|kept| Met { lang: kept.profile.lang, zone: kept.profile.review.zone }))
    }

    /// The letters for what is said, each in its reader's language.
    async fn write(&self, lang: Lang, says: Vec<(To, Say)>) -> Result<Sheaf, DeskError> {
        let mut sheaf = Vec::new();
        let mut langs: BTreeMap<TraineeId, Option<Lang>> = BTreeMap::new();
        for (to, say) in says {
            let (chat, thread, lang) = match to {
                To::Place(place) => (place.chat, place.thread, lang),
                To::Member(who) => {
                    if let std::collections::btree_map::Entry::Vacant(vacant) = langs.entry(who) {
                        vacant.insert(self.met(who).await?.map(|met| met.lang.unwrap_or(lang)));
                    }
                    // Whom the bot has never met it cannot write to.
                    let Some(Some(lang)) = langs.get(&who).copied() else { continue };
                    (who.0, None, lang)
                }
            };
            let (mind, format) = (Arc::clone(&self.mind), self.format);
            let render = |phrase: &Phrase| mind.render(phrase, lang);
            let letters = format(&[say], false, &render);
            sheaf.extend(letters.into_iter().map(|letter| (chat, Letter { thread, ..letter })));
        }
        Ok(sheaf)
    }
}

fn set_alarms(batch: &mut Batch, step: &GroupStep) -> Result<(), DeskError> {
    for (chat, alarm) in &step.calmed {
        batch.delete(Key::alarm(alarm.at, *chat, &alarm.what), Expect::Any);
    }
    for (chat, alarm) in &step.alarms {
        put(batch, Key::alarm(alarm.at, *chat, &alarm.what), &KeptAlarm {}, Expect::Any)?;
    }
    Ok(())
}

/// The place of a letter in its chat's outbox: a board has one of its own, where the newest version replaces those before it.
pub(super) fn place_of(letter: &Letter, next: u64) -> u64 {
    letter.board.map_or(next, |board| BOARDS | (board & (u64::MAX >> 4)))
}

/// Puts letters into the outbox, numbered from `first` on, chat by chat.
pub(super) fn enclose(batch: &mut Batch, sheaf: Sheaf, first: u64) -> Result<Vec<Post>, DeskError> {
    let mut next: BTreeMap<i64, u64> = BTreeMap::new();
    let mut posts = Vec::new();
    for (chat, letter) in sheaf {
        let number = next.entry(chat).or_insert(first);
        let seq = place_of(&letter, *number);
        *number += 1;
        put(batch, Key::outbox(chat, seq), &letter, Expect::Any)?;
        posts.push(Post { chat, seq, letter });
    }
    Ok(posts)
}

impl Desk {
    pub(super) async fn kept<T: Wire>(&self, key: Key) -> Result<Option<T>, DeskError> {
        Ok(self.seen(&key).await?.0)
    }

    /// What is kept, and what to expect under its key when it is changed.
    pub(super) async fn seen<T: Wire>(&self, key: &Key) -> Result<(Option<T>, Expect), DeskError> {
        let Some(entry) = self.store.get(key).await? else { return Ok((None, Expect::Absent)) };
        Ok((Some(Record::decode(key, &entry.value)?), Expect::Version(entry.version)))
    }
}

/// 32 bytes that nobody can guess. Where the operating system has none to give, the seed's own source stands in.
pub fn fresh_chance() -> [u8; 32] {
    let mut bytes = [0; 32];
    if rand::rngs::OsRng.try_fill_bytes(&mut bytes).is_err() {
        for chunk in bytes.chunks_mut(8) {
            chunk.copy_from_slice(&super::fresh_seed().to_le_bytes());
        }
    }
    bytes
}
