//! Who is let in. Asked at every update, before anything of it reaches the flow.
//!
//! - `records`: the wire form
//! - `guests`: the list of those who are let in
//! - `tries`: how many wrong codes are borne
//!
//! # Invariants
//! - Who is not let in leaves no trace but the mark of her update: no profile, no admission, no words.
//! - Whether somebody is in is looked up at each update; a code is spent in the batch that lets her in.
//! - Where it cannot be found out (a damaged record), nobody is let in.

pub mod guests;
pub mod records;
mod tries;

use std::sync::{Arc, PoisonError, RwLock};

use serde::Deserialize;

use crate::base::id::TraineeId;
use crate::base::lang::Lang;
use crate::base::membership::read_code;
use crate::base::phrase::{AccessPhrase, Phrase};
use crate::base::time::Moment;
use crate::flow::group::{GroupDeed, GroupInput};
use crate::flow::input::{Command, Deed, Input};
use crate::flow::say::Say;
use crate::store::{Batch, Expect, Key, KeyName, Record, Store, StoreError, scan_all};

use super::done::Mark;
use super::group::{GroupHandled, GroupTask, Written};
use super::office::records::KeptStanding;
use super::records::KeptProfile;
use super::take::{apart, is_about_own};
use super::{Desk, DeskError, Handled, Letter, Task};
pub use guests::{BadGuest, Guests};
use records::{KeptAdmission, Way};
pub(in crate::desk) use tries::Tries;

/// Whom the door is open for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Admit {
    /// Everybody.
    #[default]
    #[serde(rename = "open")]
    Everybody,
    /// Who brings a code, or is on the list.
    Code,
    /// Who is on the list, or brings a code.
    List,
}

impl Admit {
    /// All of them.
    pub const ALL: [Admit; 3] = [Admit::Everybody, Admit::Code, Admit::List];

    /// The word for it in settings.
    pub fn id(self) -> &'static str {
        match self {
            Admit::Everybody => "open",
            Admit::Code => "code",
            Admit::List => "list",
        }
    }
}

/// The door: whom it is open for, and who asked.
#[derive(Default)]
pub struct Door {
    admit: Admit,
    contact: Option<String>,
    guests: RwLock<Arc<Guests>>,
    tries: Tries,
}

impl Door {
    /// A door. `contact`: whom to ask, in the operator's own words.
    pub fn new(admit: Admit, guests: Guests, contact: Option<String>) -> Door {
        Door { admit, contact, guests: RwLock::new(Arc::new(guests)), tries: Tries::default() }
    }

    /// Goes by another list from now on.
    pub fn turn_to(&self, guests: Guests) {
        *self.guests.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(guests);
    }

    pub(super) fn tries(&self) -> &Tries {
        &self.tries
    }

    fn guests(&self) -> Arc<Guests> {
        Arc::clone(&self.guests.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn contact(&self) -> Box<Phrase> {
        Box::new(match &self.contact {
            Some(text) => AccessPhrase::Contact { text: text.clone() }.into(),
            None => AccessPhrase::ContactUnknown.into(),
        })
    }
}

/// How somebody stands to the door.
enum Standing {
    In,
    /// In from now on, under this entry of the list.
    Listed(String),
    Barred,
    Out,
}

/// What comes of an update at the door.
pub(super) enum Passed {
    /// It goes on, perhaps with something to be kept.
    In(Option<(Key, Vec<u8>)>),
    /// It goes on as the code that it holds.
    Code(Task),
    /// It does not.
    Out(AccessPhrase),
}

impl Desk {
    /// The desk, with a door.
    pub fn with_door(mut self, door: Door) -> Desk {
        self.door = door;
        self
    }

    /// The door.
    pub fn door(&self) -> &Door {
        &self.door
    }

    /// Those who practise, and of whom neither a code nor the list says why: they came while the door stood open, and stay.
    ///
    /// # Errors
    /// Whatever the store says.
    pub async fn of_old(&self) -> Result<usize, StoreError> {
        let mut count = 0;
        for (key, _) in scan_all(&**self.store(), Key::all_profiles()).await? {
            let Some(KeyName::Profile(who)) = key.name() else { continue };
            let unnamed = self.store().get(&Key::admission(who)).await?.is_none();
            count += usize::from(unnamed && !self.runs_it(who));
        }
        Ok(count)
    }

    /// Whether somebody is to hear nothing by herself: she is not let in (any more).
    pub(super) async fn is_out(&self, who: TraineeId) -> Result<bool, DeskError> {
        Ok(matches!(self.standing_at_door(who, None).await?, Standing::Barred | Standing::Out))
    }

    async fn standing_at_door(&self, who: TraineeId, name: Option<&str>) -> Result<Standing, DeskError> {
        if self.runs_it(who) {
            return Ok(Standing::In);
        }
        let kept = self.kept::<KeptAdmission>(Key::admission(who)).await?;
        let (open, strict) = (self.door.admit == Admit::Everybody, self.door.admit == Admit::List);
        match kept {
            Some(KeptAdmission { barred: true, .. }) => return Ok(Standing::Barred),
            _ if open => return Ok(Standing::In),
            Some(KeptAdmission { way: Way::List(entry), .. }) if strict => {
                let guests = self.door.guests();
                if guests.has(&entry) {
                    return Ok(Standing::In);
                }
                return Ok(guests.find(who, name).map_or(Standing::Out, Standing::Listed));
            }
            Some(_) => return Ok(Standing::In),
            None => {}
        }
        if let Some(entry) = self.door.guests().find(who, name) {
            return Ok(Standing::Listed(entry));
        }
        let member = self.kept::<KeptStanding>(Key::member(who)).await?;
        let belongs = member
            .is_some_and(|KeptStanding(standing)| standing.role.is_some() || !standing.cohorts.is_empty());
        Ok(if belongs || self.is_known(who).await? { Standing::In } else { Standing::Out })
    }

    /// Whether she runs the bot.
    pub(super) fn runs_it(&self, who: TraineeId) -> bool {
        self.premises.as_ref().is_some_and(|premises| premises.operators.contains(&who))
    }

    /// Whether anything of hers is kept, readable or not.
    async fn is_known(&self, who: TraineeId) -> Result<bool, StoreError> {
        Ok(self.store.get(&Key::profile(who)).await?.is_some())
    }

    /// Whether an update of a private chat goes on.
    pub(super) async fn at_door(&self, task: &Task, name: Option<&str>) -> Result<Passed, DeskError> {
        let Input { trainee: who, at, deed, .. } = &task.input;
        let standing = self.standing_at_door(*who, name).await?;
        match &standing {
            Standing::In => return Ok(Passed::In(None)),
            Standing::Listed(entry) => {
                let kept = KeptAdmission { at: *at, way: Way::List(entry.clone()), barred: false };
                let key = Key::admission(*who);
                let bytes = Record::encode(&key, &kept)?;
                return Ok(Passed::In(Some((key, bytes))));
            }
            // What is kept of her stays hers.
            _ if is_about_own(deed) && self.is_known(*who).await? => return Ok(Passed::In(None)),
            Standing::Barred => {
                return Ok(Passed::Out(AccessPhrase::Removed { contact: self.door.contact() }));
            }
            Standing::Out => {}
        }
        let Some(written) = written(deed) else { return Ok(Passed::Out(self.ask(*who))) };
        if let Err(minutes) = self.door.tries.may(*who, *at) {
            return Ok(Passed::Out(AccessPhrase::TooMany { minutes }));
        }
        if self.good_code(&written, *at).await?.is_none() {
            self.door.tries.failed(*who, *at);
            return Ok(Passed::Out(AccessPhrase::BadCode { contact: self.door.contact() }));
        }
        let deed = Deed::Command(Command::Join, written);
        Ok(Passed::Code(Task { input: Input { deed, ..task.input.clone() }, ..task.clone() }))
    }

    fn ask(&self, who: TraineeId) -> AccessPhrase {
        let contact = self.door.contact();
        match self.door.admit {
            Admit::List => AccessPhrase::NotListed { number: who.0, contact },
            _ => AccessPhrase::AskCode { contact },
        }
    }

    /// Says so to who is not let in, and keeps nothing of her.
    pub(super) async fn turn_away(
        &self,
        task: &Task,
        mark: Mark,
        phrase: AccessPhrase,
    ) -> Result<Handled, DeskError> {
        // Who was in once has chosen a language; of a damaged record nothing is asked.
        let kept = self.kept::<KeptProfile>(Key::profile(task.input.trainee)).await.unwrap_or_default();
        let lang = self.lang(kept.and_then(|kept| kept.profile.lang), &task.input);
        let letters = self.letters_at_door(phrase, lang).await;
        self.close_with(task, mark, letters).await
    }

    /// Somebody sent more than can be taken: she is told, and what she sent is left out.
    ///
    /// # Errors
    /// As [`Desk::handle`].
    pub async fn hold_back(&self, task: &Task) -> Result<Handled, DeskError> {
        let Some(mark) = self.mark(task.update, task.input.at, None).await? else {
            return Ok(Handled::Already);
        };
        self.turn_away(task, mark, AccessPhrase::Flood).await
    }

    /// Forgets that somebody was let in who never came, or whose conversations are long gone. That somebody was taken off stays,
    /// and so do groups.
    pub(super) async fn retain_admissions(&self, before: Moment) -> Result<(), StoreError> {
        let mut batch = Batch::new();
        for (key, entry) in scan_all(&*self.store, Key::all_admissions()).await? {
            let Some(KeyName::Admission(who)) = key.name() else { continue };
            let Ok(kept) = Record::<KeptAdmission>::decode(&key, &entry.value) else { continue };
            let old = !kept.barred && kept.at < before && who.0 > 0;
            if old && !self.is_known(who).await? {
                batch.delete(key, Expect::Version(entry.version));
            }
        }
        match self.store.commit(batch).await {
            // Somebody came at that moment: the next sweep sees.
            Err(error) if !error.is_conflict() => Err(error),
            _ => Ok(()),
        }
    }

    async fn letters_at_door(&self, phrase: AccessPhrase, lang: Lang) -> Vec<Letter> {
        let (mind, format) = (Arc::clone(&self.mind), self.format);
        let says = [Say::Tell(phrase.into(), Vec::new())];
        apart(move || format(&says, false, &|phrase| mind.render(phrase, lang))).await.unwrap_or_default()
    }

    /// Whether something in a group goes on; else what to say. A group is let in by somebody who is in herself: the first of them
    /// who uses the bot there opens it to all its members.
    pub(super) async fn at_group_door(&self, input: &GroupInput) -> Result<Option<AccessPhrase>, DeskError> {
        if matches!(input.deed, GroupDeed::Removed) {
            return Ok(None);
        }
        let chat = TraineeId(input.place.chat);
        let barred = |kept: Option<KeptAdmission>| kept.is_some_and(|kept| kept.barred);
        if barred(self.kept(Key::admission(chat)).await?) {
            return Ok(Some(AccessPhrase::GroupRemoved));
        }
        let standing = match &input.who {
            Some(who) => self.standing_at_door(who.id, None).await?,
            None => Standing::Out,
        };
        let open = self.door.admit == Admit::Everybody
            || self.store.get(&Key::group(input.place.chat)).await?.is_some();
        Ok(match standing {
            Standing::Barred => Some(AccessPhrase::GroupRemoved),
            Standing::In | Standing::Listed(_) => None,
            Standing::Out if open => None,
            Standing::Out => Some(AccessPhrase::GroupClosed),
        })
    }
}

impl Desk {
    /// Says so in the group, or on the button that was pressed. Nobody asked where the bot was only brought in.
    pub(super) async fn keep_out(&self, input: &GroupInput, phrase: AccessPhrase) -> Written {
        let lang = input.who.as_ref().and_then(|who| who.device_lang).unwrap_or(Lang::ZH_HANS);
        let thread = input.place.thread;
        match &input.deed {
            GroupDeed::Press(_) | GroupDeed::DeadButton => {
                (Vec::new(), Some((self.mind.render(&phrase.into(), lang), true)))
            }
            GroupDeed::Command(..) | GroupDeed::Text(_) | GroupDeed::Anonymous => {
                let letters = self.letters_at_door(phrase, lang).await.into_iter();
                (letters.map(|letter| (input.place.chat, Letter { thread, ..letter })).collect(), None)
            }
            GroupDeed::Added | GroupDeed::Removed | GroupDeed::Due(_) => (Vec::new(), None),
        }
    }

    /// Somebody sent more into a group than can be taken: it is said once, and what she sent is left out.
    ///
    /// # Errors
    /// As [`Desk::handle_group`].
    pub async fn hold_back_group(&self, task: &GroupTask) -> Result<GroupHandled, DeskError> {
        let Some(mark) = self.mark(task.update, task.input.at, None).await? else {
            return Ok(GroupHandled::Already);
        };
        let (sheaf, toast) = self.keep_out(&task.input, AccessPhrase::GroupFlood).await;
        self.close_group(Batch::new(), task, mark, (sheaf, toast)).await
    }
}

/// The code that somebody who is not in has sent, however she sent it; `None` where it is no code at all.
fn written(deed: &Deed) -> Option<String> {
    match deed {
        Deed::Text(text) => read_code(text),
        Deed::Command(Command::Start | Command::Join | Command::Trainer, payload) => read_code(payload),
        _ => None,
    }
}

/// How she was let in, or that she was taken off; nothing where that cannot be read.
pub(super) async fn admission_of(
    store: &dyn Store,
    trainee: TraineeId,
) -> Result<Option<KeptAdmission>, StoreError> {
    let key = Key::admission(trainee);
    let entry = store.get(&key).await?;
    Ok(entry.and_then(|entry| Record::decode(&key, &entry.value).ok()))
}

/// How somebody was let in by this.
pub(super) fn admission(at: Moment, way: Way) -> KeptAdmission {
    KeptAdmission { at, way, barred: false }
}
