//! One step of a group in the making.

use crate::base::id::TraineeId;
use crate::base::phrase::{GroupPhrase, Phrase};
use crate::base::time::Moment;
use crate::flow::say::Say;
use crate::flow::scene::Rows;
use crate::session::content::Content;

use super::{Group, GroupInput, Known, Member, Need, Place, Rank, Standing};
use crate::flow::contest::ContestId;
use crate::flow::contest::record::Contest;

/// Something that is to happen at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alarm {
    /// When.
    pub at: Moment,
    /// What, in a word of whoever set it: letters, digits, `/` and `-`, nothing anybody wrote.
    pub what: String,
}

/// Whom something is said to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    /// The group, at this place, in the group's language.
    Place(Place),
    /// Somebody in private, in her own language; not at all where she has never started the bot.
    Member(TraineeId),
}

/// The answer to a pressed button, which only she sees who pressed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    /// What it says; it has to fit into 200 characters.
    pub phrase: Phrase,
    /// Whether she has to close it herself.
    pub alert: bool,
}

/// What came of something that happened in a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupStep {
    /// The group's record from now on.
    pub group: Group,
    /// What to say, in order.
    pub says: Vec<(To, Say)>,
    /// The answer to the pressed button.
    pub toast: Option<Toast>,
    /// Alarms to set, by the chat they belong to.
    pub alarms: Vec<(i64, Alarm)>,
    /// Alarms to take back.
    pub calmed: Vec<(i64, Alarm)>,
    /// Contests as they are from now on.
    pub contests: Vec<(ContestId, Contest)>,
}

/// A step that has done nothing yet.
pub struct Hall<'a> {
    /// All customers and languages.
    pub content: &'a Content,
    /// What is known beside the record.
    pub known: &'a Known,
    /// What happened.
    pub input: &'a GroupInput,
    /// The group's record so far.
    pub group: Group,
    says: Vec<(To, Say)>,
    toast: Option<Toast>,
    alarms: Vec<(i64, Alarm)>,
    calmed: Vec<(i64, Alarm)>,
    contests: Vec<(ContestId, Contest)>,
}

impl<'a> Hall<'a> {
    /// A step that has done nothing yet.
    pub fn new(content: &'a Content, group: &Group, known: &'a Known, input: &'a GroupInput) -> Hall<'a> {
        let (says, alarms, calmed, contests) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Hall { content, known, input, group: group.clone(), says, toast: None, alarms, calmed, contests }
    }

    /// The finished step.
    pub fn into_step(self) -> GroupStep {
        let Hall { group, says, toast, alarms, calmed, contests, .. } = self;
        GroupStep { group, says, toast, alarms, calmed, contests }
    }

    /// Who acts. For an alarm nobody does.
    pub fn who(&self) -> Option<&'a Member> {
        self.input.who.as_ref()
    }

    /// Says something where it was asked for.
    pub fn tell(&mut self, phrase: impl Into<Phrase>) {
        self.tell_with(phrase, Vec::new());
    }

    /// Says something with buttons below.
    pub fn tell_with(&mut self, phrase: impl Into<Phrase>, rows: Rows) {
        self.say(self.input.place, Say::Tell(phrase.into(), rows));
    }

    /// Says anything at a place of this group; nothing where the bot is no longer there.
    pub fn say(&mut self, place: Place, say: Say) {
        if !self.group.out {
            self.says.push((To::Place(place), say));
        }
    }

    /// Says something to somebody in private.
    pub fn tell_member(&mut self, who: TraineeId, say: Say) {
        self.says.push((To::Member(who), say));
    }

    /// Shows a board at a place: the first time as a message, from then on by turning that message. `number` names the board
    /// in this chat. `prompt`: it answers a press, and is not held back as one is that changes by itself.
    pub fn board(&mut self, place: Place, number: u64, prompt: bool, phrase: impl Into<Phrase>, rows: Rows) {
        self.say(place, Say::Board { number, prompt, phrase: phrase.into(), rows });
    }

    /// Answers the pressed button, in passing.
    pub fn toast(&mut self, phrase: impl Into<Phrase>) {
        self.toast = Some(Toast { phrase: phrase.into(), alert: false });
    }

    /// Answers the pressed button with something that should be read.
    pub fn alert(&mut self, phrase: impl Into<Phrase>) {
        self.toast = Some(Toast { phrase: phrase.into(), alert: true });
    }

    /// Answers whoever acts: a press by an alert, anything else in the group.
    pub fn refuse(&mut self, phrase: impl Into<Phrase>) {
        let is_press = matches!(self.input.deed, super::GroupDeed::Press(_));
        if is_press { self.alert(phrase) } else { self.tell(phrase) }
    }

    /// Sets an alarm for this group.
    pub fn alarm(&mut self, at: Moment, what: impl Into<String>) {
        self.alarm_for(self.input.place.chat, at, what);
    }

    /// Sets an alarm for a chat: this group, or somebody's private one, where it comes as a deed of hers.
    pub fn alarm_for(&mut self, chat: i64, at: Moment, what: impl Into<String>) {
        self.alarms.push((chat, Alarm { at, what: what.into() }));
    }

    /// Takes an alarm of this group back.
    pub fn calm(&mut self, at: Moment, what: impl Into<String>) {
        self.calmed.push((self.input.place.chat, Alarm { at, what: what.into() }));
    }

    /// A contest and everybody's part in it; `None` where there is none of that number.
    ///
    /// # Errors
    /// [`Need::Contest`] the first time.
    pub fn contest(&self, id: ContestId) -> Result<Option<&'a Standing>, Need> {
        match &self.known.contest {
            Some((known, standing)) if *known == id => Ok(standing.as_ref()),
            _ => Err(Need::Contest(id)),
        }
    }

    /// A contest is like this from now on.
    pub fn keep(&mut self, id: ContestId, contest: Contest) {
        self.contests.push((id, contest));
    }

    /// What the one who acts is in the group, as Telegram says now; a stranger where it cannot be asked, which she is told.
    ///
    /// # Errors
    /// [`Need::Rank`] the first time.
    pub fn rank(&mut self) -> Result<Rank, Need> {
        match self.known.rank {
            None => Err(Need::Rank),
            Some(Some(rank)) => Ok(rank),
            Some(None) => {
                self.refuse(GroupPhrase::CannotAsk);
                Ok(Rank::Stranger)
            }
        }
    }

    /// Whether she is an administrator; where she is not, she is told so.
    ///
    /// # Errors
    /// As [`rank`](Self::rank).
    pub fn admin(&mut self) -> Result<bool, Need> {
        let rank = self.rank()?;
        if rank != Rank::Administrator && self.known.rank != Some(None) {
            self.refuse(GroupPhrase::NotAdmin);
        }
        Ok(rank == Rank::Administrator)
    }
}
