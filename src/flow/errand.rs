//! What a step asks of whoever keeps things, and what comes back. The flow itself keeps nothing: where more than the
//! profile and the newest session is needed, it names an errand; whoever keeps things runs it, and plays the outcome
//! as one more deed of the same trainee. All of it is committed with the step that asked.

use serde::{Deserialize, Serialize};

use crate::base::id::TraineeId;
use crate::base::time::Moment;
use crate::progress::entry::Entry;
use crate::session::event::Event;

use super::contest::ask::{Ask, Told};
use super::office::{Office, Settled};
use super::profile::Profile;

/// Something to be fetched, or done to what is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Errand {
    /// Gather everything kept of the trainee.
    Gather,
    /// Delete everything kept of the trainee.
    Forget,
    /// Read the team's cards.
    Cards,
    /// Put a card into the team's library, under a number that tells nothing about her.
    Publish(u64, Card),
    /// Take a card of hers out again.
    Withdraw(u64),
    /// Thank for a card.
    Thank(u64),
    /// Something for a trainer, or for somebody with a code.
    Office(Office),
    /// An answer to a group's case of the day, or, without one, the case.
    Answer {
        /// The group's chat.
        chat: i64,
        /// The game's number there.
        number: u64,
        /// What the link carried.
        token: u64,
        /// The answer.
        text: Option<String>,
    },
    /// Something in a contest.
    Contest(Ask),
}

/// What came of an answer to a case of the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answered {
    /// The case, which waits for one.
    Open {
        /// Its title.
        title: String,
        /// What the customer says.
        opening: Vec<String>,
        /// What she has answered already.
        before: Option<String>,
    },
    /// The answer is taken.
    Taken,
    /// The case waits for none (any more), or the link is none.
    Closed,
    /// There are as many answers as there can be.
    Full,
    /// She is not in that group, or it cannot be asked.
    Stranger,
}

/// A card of the team's library.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The name she put on it; `None`: anonymous.
    pub name: Option<String>,
    /// Title of the customer.
    pub customer: String,
    /// Her own words to him; empty where nothing stood out.
    pub quote: String,
    /// Her answer to question 3: why it worked, what others can take from it.
    pub why: String,
    /// When she put it there.
    pub at: Moment,
}

/// A card as a trainee sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Its number.
    pub id: u64,
    /// What stands on it.
    pub card: Card,
    /// How many thanked for it.
    pub thanks: u32,
    /// Whether it is hers.
    pub mine: bool,
}

/// What became of an errand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Everything kept of her.
    Gathered(Box<Estate>),
    /// Nothing is kept of her any more.
    Forgotten(Tally),
    /// The team's cards, newest first.
    Cards(Vec<Shown>),
    /// The card is in the library.
    Published,
    /// The card is not in the library any more; whether it was there and hers.
    Withdrawn(bool),
    /// Her thanks are kept; whether they are new, and the card another's.
    Thanked(bool),
    /// What came of something for a trainer.
    Settled(Box<Settled>),
    /// What came of an answer to a case of the day.
    Answered(Answered),
    /// What came of something in a contest.
    Contest(Box<Told>),
    /// Nothing is kept here at all: there is no store.
    NoStore,
}

/// Everything kept of one trainee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Estate {
    /// Whose.
    pub trainee: TraineeId,
    /// When it was gathered.
    pub at: Moment,
    /// Records of hers that cannot be read, and are left out everywhere below.
    pub unreadable: u32,
    /// Her settings and where she stands; `None` where they cannot be read.
    pub profile: Option<Profile>,
    /// Her conversations, oldest first: number and events.
    pub sessions: Vec<(u32, Vec<Event>)>,
    /// Her completed reflections, oldest first.
    pub journal: Vec<Entry>,
    /// Her cards in the team's library.
    pub cards: Vec<Card>,
    /// Whether she was let in, or taken off; `None` where nothing is kept of that.
    pub admitted: Option<bool>,
    /// The whole of it, with what still waits to be handled or sent, as one JSON document.
    pub json: String,
}

/// How much was deleted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Conversations.
    pub sessions: u32,
    /// Messages she wrote in them.
    pub messages: u32,
    /// Entries of her journal.
    pub entries: u32,
    /// Her cards in the team's library.
    pub cards: u32,
    /// Updates and letters that were still waiting.
    pub waiting: u32,
}
