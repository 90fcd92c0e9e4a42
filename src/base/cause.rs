//! What can move a customer: a dialogue move, or a circumstance that only the conversation so far reveals.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::moves::{Move, Sign};

macro_rules! circumstances {
    ($(($variant:ident, $id:literal, $doc:literal),)*) => {
        /// Something about a message that its own words do not show (curriculum section 3, "Context decides").
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Circumstance { $(#[doc = $doc] $variant,)* }

        impl Circumstance {
            /// Every circumstance.
            pub const ALL: [Circumstance; [$($id),*].len()] = [$(Circumstance::$variant),*];

            /// The id in files, locales and line keys.
            pub fn id(self) -> &'static str {
                match self { $(Circumstance::$variant => $id),* }
            }
        }
    };
}

circumstances![
    (Canned, "canned", "The same sentence as an earlier one."),
    (TooEarly, "too_early", "A fix offered before the customer has been heard."),
    (Unrecognised, "unrecognised", "Nothing in it could be understood, or it says nothing to the matter."),
    (Foreign, "foreign", "Written in a language that is not the customer's."),
    (Robot, "robot", "Speaks to a machine instead of a customer."),
    (OffTopic, "off_topic", "Chatter beside the matter."),
    (QuestionIgnored, "question_ignored", "The customer's question was passed over."),
    (PromiseBroken, "promise_broken", "An earlier promise was contradicted or moved."),
    (PromiseLate, "promise_late", "She came back later than she had said."),
    (
        PromiseForgotten,
        "promise_forgotten",
        "She went to look into something and never said what came of it."
    ),
    (SlowReply, "slow_reply", "She let him wait without a word."),
    (StyleClash, "style_clash", "Told in a way that does not suit how he thinks and talks."),
    (Overwhelmed, "overwhelmed", "Far too much text at once."),
    (Empty, "empty", "Only punctuation or emoji."),
    (Stalling, "stalling", "The conversation goes on and nothing comes nearer."),
    (Warm, "warm", "The whole sounds kind and helpful, whatever single moves it makes."),
    (Cold, "cold", "The whole sounds cold or unkind, whatever single moves it makes."),
    (Solved, "solved", "Something he wants has really been met."),
    (FoundOut, "found_out", "A question that found something he had not told yet."),
    (Unheeded, "unheeded", "A feeling that nobody answered turning into another."),
    (OwnTime, "own_time", "Feelings drifting towards the customer's temperament between messages."),
];

impl Circumstance {
    /// The circumstance with this id. `None` where there is none.
    pub fn parse(id: &str) -> Option<Circumstance> {
        Circumstance::ALL.into_iter().find(|c| c.id() == id)
    }
}

/// Why a feeling changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// Something the trainee's words do.
    Move(Move),
    /// Something the conversation so far makes of them.
    Circumstance(Circumstance),
}

impl Cause {
    /// The id of the move or circumstance.
    pub fn id(self) -> &'static str {
        match self {
            Cause::Move(one) => one.id(),
            Cause::Circumstance(one) => one.id(),
        }
    }

    /// The cause with this id. `None` where there is none.
    pub fn parse(id: &str) -> Option<Cause> {
        Move::parse(id).map(Cause::Move).or_else(|| Circumstance::parse(id).map(Cause::Circumstance))
    }

    /// Its place among all causes: the moves, then the circumstances.
    fn place(self) -> usize {
        match self {
            Cause::Move(one) => one.index(),
            Cause::Circumstance(one) => Move::ALL.len() + one as usize,
        }
    }

    /// Whether it usually hurts.
    pub fn hurts(self) -> bool {
        match self {
            Cause::Move(one) => one.sign() == Sign::Hurts,
            Cause::Circumstance(one) => !matches!(
                one,
                Circumstance::Solved
                    | Circumstance::FoundOut
                    | Circumstance::OwnTime
                    | Circumstance::Unheeded
                    | Circumstance::Warm
            ),
        }
    }
}

/// How many causes there are.
const CAUSES: usize = Move::ALL.len() + Circumstance::ALL.len();

/// One value for every cause, side by side: read many times a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PerCause<T>([T; CAUSES]);

impl<T: Copy> PerCause<T> {
    /// The same value for all.
    pub fn all(value: T) -> PerCause<T> {
        PerCause([value; CAUSES])
    }

    /// The value of one cause.
    pub fn get(&self, cause: Cause) -> T {
        let [first, ..] = self.0;
        self.0.get(cause.place()).copied().unwrap_or(first)
    }

    /// Gives one cause another value.
    pub fn set(&mut self, cause: Cause, value: T) {
        if let Some(old) = self.get_mut(cause) {
            *old = value;
        }
    }

    /// The value of one cause, to be changed.
    pub fn get_mut(&mut self, cause: Cause) -> Option<&mut T> {
        self.0.get_mut(cause.place())
    }
}

impl<T: Copy + Default> Default for PerCause<T> {
    fn default() -> PerCause<T> {
        PerCause::all(T::default())
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl Serialize for Cause {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.id())
    }
}

impl<'de> Deserialize<'de> for Cause {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Cause, D::Error> {
        let id = String::deserialize(from)?;
        Cause::parse(&id)
            .ok_or_else(|| serde::de::Error::custom(format!("`{id}` is no move or circumstance")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_circumstance_shares_its_id_with_a_move() {
        for one in Circumstance::ALL {
            assert_eq!(Move::parse(one.id()), None);
            assert_eq!(Cause::parse(one.id()), Some(Cause::Circumstance(one)));
        }
    }

    #[test]
    fn every_cause_has_a_value_of_its_own() {
        let moves = Move::ALL.into_iter().map(Cause::Move);
        let causes: Vec<Cause> = moves.chain(Circumstance::ALL.map(Cause::Circumstance)).collect();
        let mut values = PerCause::all(0);
        for (value, cause) in causes.iter().enumerate() {
            values.set(*cause, value);
        }
        assert!(causes.iter().enumerate().all(|(value, cause)| values.get(*cause) == value));
    }
}
