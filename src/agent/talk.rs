//! A conversation with the roles swapped, as it is kept. Everything a reply depends on is in it: it is not played again
//! after a restart, so that trainers may change their customers meanwhile.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::base::id::{FactId, OfferId, PersonaId};
use crate::base::lang::Lang;
use crate::base::moves::Move;
use crate::base::time::Moment;

/// A conversation in which the trainee is the customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Talk {
    /// Whose case she plays.
    pub persona: PersonaId,
    /// The language spoken.
    pub lang: Lang,
    /// When it began.
    pub at: Moment,
    /// Her messages with the replies; the first is the agent's greeting and has no message.
    pub turns: Vec<Exchange>,
    /// Facts she has told.
    pub told: BTreeSet<FactId>,
    /// Facts the agent has asked for.
    pub asked: BTreeSet<FactId>,
    /// Offers the agent has made or refused.
    pub offered: BTreeSet<OfferId>,
    /// Offers she rejected.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub rejected: BTreeSet<OfferId>,
    /// The offer made last, until she rejects it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latest: Option<OfferId>,
    /// Lines spoken, by name.
    pub spoken: BTreeSet<String>,
    /// How often each move was made.
    pub made: BTreeMap<Move, u16>,
    /// Messages of hers that insulted.
    pub insults: u16,
    /// Whether it has come to its end.
    pub over: bool,
}

/// One message and the reply to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exchange {
    /// What she wrote; empty for the greeting.
    pub said: String,
    /// What the agent said, piece by piece.
    pub reply: Vec<Piece>,
}

/// A piece of a reply: one thing done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// Which move it is.
    #[serde(rename = "move")]
    pub mv: Move,
    /// The method it belongs to, by its id; empty for none.
    pub method: String,
    /// The words.
    pub text: String,
}

impl Talk {
    /// One in which nothing was said yet.
    pub fn new(persona: PersonaId, lang: Lang, at: Moment) -> Talk {
        Talk {
            persona,
            lang,
            at,
            turns: Vec::new(),
            told: BTreeSet::new(),
            asked: BTreeSet::new(),
            offered: BTreeSet::new(),
            rejected: BTreeSet::new(),
            latest: None,
            spoken: BTreeSet::new(),
            made: BTreeMap::new(),
            insults: 0,
            over: false,
        }
    }

    /// How often a move was made.
    pub fn count(&self, mv: Move) -> u16 {
        self.made.get(&mv).copied().unwrap_or(0)
    }

    /// How many messages she wrote.
    pub fn messages(&self) -> usize {
        self.turns.iter().filter(|turn| !turn.said.is_empty()).count()
    }

    /// The last reply as one text, with `between` between its pieces.
    pub fn last(&self, between: &str) -> String {
        let pieces = self.turns.last().map_or(&[][..], |turn| &turn.reply);
        pieces.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(between)
    }
}

/// What stays of a conversation with the roles swapped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Title of the case, at the time.
    pub title: String,
    /// How many messages she wrote.
    pub messages: u16,
    /// When it was over.
    pub at: Moment,
    /// What calmed her, in her own words; `None` where skipped.
    pub calmed: Option<String>,
}
