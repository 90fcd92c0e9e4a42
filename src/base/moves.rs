//! The dialogue moves of curriculum section 3: what a piece of a trainee's message does.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A group of moves; one file of examples per language each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// `rapport`.
    Rapport,
    /// `listening`.
    Listening,
    /// `asking`.
    Asking,
    /// `empathy`.
    Empathy,
    /// `apology`.
    Apology,
    /// `informing`.
    Informing,
    /// `solving`.
    Solving,
    /// `promising`.
    Promising,
    /// `refusing`.
    Refusing,
    /// `handing_over`.
    HandingOver,
    /// `fighting`.
    Fighting,
    /// `careless`.
    Careless,
}

impl Family {
    /// Every family, in the curriculum's order.
    pub const ALL: [Family; 12] = [
        Family::Rapport,
        Family::Listening,
        Family::Asking,
        Family::Empathy,
        Family::Apology,
        Family::Informing,
        Family::Solving,
        Family::Promising,
        Family::Refusing,
        Family::HandingOver,
        Family::Fighting,
        Family::Careless,
    ];

    /// The id in files and locales.
    pub fn id(self) -> &'static str {
        match self {
            Family::Rapport => "rapport",
            Family::Listening => "listening",
            Family::Asking => "asking",
            Family::Empathy => "empathy",
            Family::Apology => "apology",
            Family::Informing => "informing",
            Family::Solving => "solving",
            Family::Promising => "promising",
            Family::Refusing => "refusing",
            Family::HandingOver => "handing_over",
            Family::Fighting => "fighting",
            Family::Careless => "careless",
        }
    }
}

/// How a move usually lands (curriculum section 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// `+`
    Helps,
    /// `-`
    Hurts,
    /// `~`: phase and type decide.
    Depends,
}

macro_rules! moves {
    ($(($variant:ident, $id:literal, $family:ident, $sign:ident),)*) => {
        /// A dialogue move. Ids are the curriculum's.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Move {
            $(#[doc = concat!("`", $id, "`.")] $variant,)*
        }

        impl Move {
            /// Every move, in the curriculum's order; `Move::index` counts along it.
            pub const ALL: [Move; [$($id),*].len()] = [$(Move::$variant),*];

            /// The id in code, files and locales.
            pub fn id(self) -> &'static str {
                match self { $(Move::$variant => $id),* }
            }

            /// The family whose file holds its examples.
            pub fn family(self) -> Family {
                match self { $(Move::$variant => Family::$family),* }
            }

            /// Whether it usually helps or hurts.
            pub fn sign(self) -> Sign {
                match self { $(Move::$variant => Sign::$sign),* }
            }
        }
    };
}

moves![
    (Greet, "greet", Rapport, Helps),
    (Thank, "thank", Rapport, Helps),
    (AddressByName, "address_by_name", Rapport, Helps),
    (Humor, "humor", Rapport, Depends),
    (Close, "close", Rapport, Depends),
    (EncourageToContinue, "encourage_to_continue", Listening, Helps),
    (Paraphrase, "paraphrase", Listening, Helps),
    (OpenQuestion, "open_question", Asking, Helps),
    (ClosedQuestion, "closed_question", Asking, Depends),
    (CheckSatisfaction, "check_satisfaction", Asking, Helps),
    (NameEmotion, "name_emotion", Empathy, Helps),
    (EmpathizeSpecific, "empathize_specific", Empathy, Helps),
    (EmpathizeGeneric, "empathize_generic", Empathy, Depends),
    (Validate, "validate", Empathy, Helps),
    (CommonGround, "common_ground", Empathy, Depends),
    (Apologize, "apologize", Apology, Helps),
    (TakeResponsibility, "take_responsibility", Apology, Helps),
    (ApologizeConditional, "apologize_conditional", Apology, Hurts),
    (ExplainCause, "explain_cause", Informing, Helps),
    (GiveEvidence, "give_evidence", Informing, Helps),
    (SetExpectation, "set_expectation", Informing, Helps),
    (OfferSolution, "offer_solution", Solving, Depends),
    (OfferChoices, "offer_choices", Solving, Helps),
    (OfferAlternative, "offer_alternative", Solving, Helps),
    (Remedy, "remedy", Solving, Helps),
    (PreventRecurrence, "prevent_recurrence", Solving, Helps),
    (CommitSpecific, "commit_specific", Promising, Helps),
    (CommitVague, "commit_vague", Promising, Hurts),
    (Reassure, "reassure", Promising, Depends),
    (FollowUp, "follow_up", Promising, Helps),
    (FalsePromise, "false_promise", Promising, Hurts),
    (RefuseWithReason, "refuse_with_reason", Refusing, Depends),
    (RefuseFlat, "refuse_flat", Refusing, Hurts),
    (PolicyWall, "policy_wall", Refusing, Hurts),
    (SetBoundary, "set_boundary", Refusing, Depends),
    (EscalateToSupervisor, "escalate_to_supervisor", HandingOver, Depends),
    (BlameCustomer, "blame_customer", Fighting, Hurts),
    (Deflect, "deflect", Fighting, Hurts),
    (Dismiss, "dismiss", Fighting, Hurts),
    (ArgueDefend, "argue_defend", Fighting, Hurts),
    (ButTurn, "but_turn", Fighting, Hurts),
    (Sarcasm, "sarcasm", Fighting, Hurts),
    (Insult, "insult", Fighting, Hurts),
    (Threaten, "threaten", Fighting, Hurts),
    (Jargon, "jargon", Careless, Hurts),
    (Command, "command", Careless, Hurts),
    (Pitch, "pitch", Careless, Hurts),
    (RepeatRequest, "repeat_request", Careless, Hurts),
    (Minimal, "minimal", Careless, Hurts),
    (Hurry, "hurry", Careless, Hurts),
];

impl Move {
    /// The move's place in [`Move::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }

    /// Whether it is ever recommended, so that every language keeps a model sentence for it. The hollow "I
    /// understand" is not.
    pub fn is_model(self) -> bool {
        self.sign() != Sign::Hurts && self != Move::EmpathizeGeneric
    }

    /// The move with this id. `None` where there is none.
    pub fn parse(id: &str) -> Option<Move> {
        Move::ALL.into_iter().find(|m| m.id() == id)
    }
}

impl fmt::Display for Move {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl Serialize for Move {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.id())
    }
}

impl<'de> Deserialize<'de> for Move {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Move, D::Error> {
        let id = String::deserialize(from)?;
        Move::parse(&id)
            .ok_or_else(|| serde::de::Error::custom(format!("`{id}` is no move of the curriculum")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_is_unique_and_reads_back() {
        for (place, one) in Move::ALL.into_iter().enumerate() {
            assert_eq!(one.index(), place);
            assert_eq!(Move::parse(one.id()), Some(one));
        }
    }
}
