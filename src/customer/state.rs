//! Everything a customer carries from one message to the next.

use std::collections::BTreeSet;

use litemap::LiteMap;

use crate::base::cause::{Cause, PerCause};
use crate::base::dice::Dice;
use crate::base::ending::Ending;
use crate::base::id::StateId;
use crate::base::level::{Emotion, Level, PerEmotion};
use crate::base::moves::Move;
use crate::nlu::reading::Topic;
use crate::persona::rules::Phase;

/// A level and the turn it was last set in; between turns it drifts from there in closed form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The level at that turn.
    pub level: Level,
    /// The turn.
    pub turn: u16,
}

/// A promise of the trainee, as the customer remembers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// Turn it was made in.
    pub turn: u16,
    /// By when, in her words.
    pub by_when: Option<String>,
    /// Comparable form of `by_when`: slot kind and number.
    pub due: Option<(crate::nlu::reading::SlotKind, i64)>,
    /// Who will do it, in her words.
    pub who: Option<String>,
    /// Whether it was beyond her authority.
    pub beyond: bool,
    /// Whether a later message contradicted it.
    pub broken: bool,
}

/// What the customer remembers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// Facts he has told, by place.
    pub told: BTreeSet<usize>,
    /// Offers made so far, by place.
    pub offered: BTreeSet<usize>,
    /// Percent met by demand.
    pub met: Vec<i32>,
    /// Solution work that matched no listed offer, in percent of the whole case.
    pub general_help: i32,
    /// Promises made.
    pub promises: Vec<Promise>,
    /// What the trainee calls herself.
    pub trainee: Option<String>,
    /// Clause prints of earlier messages.
    pub prints: BTreeSet<u64>,
    /// How often each cause occurred.
    pub counts: PerCause<u16>,
    /// Messages that hurt.
    pub offences: u16,
    /// Messages with an outrage.
    pub outrages: u16,
    /// Promises beyond authority.
    pub false_promises: u16,
    /// Turns since something came nearer.
    pub idle: u16,
    /// What he asked last and got no answer to.
    pub pending: Option<Pending>,
    /// The two things of which he asked last which was meant.
    pub asked_back: Option<[Topic; 2]>,
    /// The turn in which he last put off a question.
    pub put_off: Option<u16>,
    /// In how many minutes she said she would be back.
    pub back_in: Option<u32>,
    /// The turn in which she went to look into something and has not yet said what came of it.
    pub checking: Option<u16>,
    /// Whether he has turned into another mixture of types.
    pub turned: bool,
    /// Whether he has softened visibly.
    pub softened: bool,
    /// Whether a last warning was spoken.
    pub warned: bool,
    /// Lines spoken, by their keys, with the order they were spoken in last.
    pub spoken: LiteMap<u64, u32>,
    /// How many lines were spoken so far.
    pub said: u32,
}

impl Memory {
    /// Whether she has made this move so far.
    pub fn has_met(&self, mv: Move) -> bool {
        self.counts.get(Cause::Move(mv)) > 0
    }
}

/// Something the customer waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pending {
    /// By when?
    Time,
    /// What about this demand?
    Demand(usize),
}

/// A customer in mid-conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Customer {
    /// Trainee messages so far.
    pub turn: u16,
    /// The four levels, anchored.
    pub anchors: PerEmotion<Anchor>,
    /// Rung on each ladder (trust has none and stays 0).
    pub rungs: PerEmotion<u8>,
    /// The named state he is in.
    pub state: StateId,
    /// The emotion whose ladder the state belongs to.
    pub leading: Emotion,
    /// Turns spent in the state.
    pub stay: u16,
    /// The stretch of the conversation.
    pub phase: Phase,
    /// How well he feels heard, in hundredths, 0..=10000.
    pub heard: i32,
    /// Whether he has accepted.
    pub accepted: bool,
    /// How it ended.
    pub ended: Option<Ending>,
    /// What he remembers.
    pub memory: Memory,
    /// His dice.
    pub dice: Dice,
}

impl Customer {
    /// Heat of the current state: its rung, 0 (cool) to 3 (boiling).
    pub fn heat(&self) -> u8 {
        self.rungs.get(self.leading)
    }

    /// Percent of his demands met, by weight.
    pub fn solved(&self, persona: &crate::persona::model::Persona) -> i32 {
        let weighted = persona.demands.iter().zip(&self.memory.met).map(|(demand, met)| demand.weight * met);
        (weighted.sum::<i32>() / 100 + self.memory.general_help).min(100)
    }
}
