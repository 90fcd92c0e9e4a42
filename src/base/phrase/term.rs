//! Words of the product's vocabulary that content or the engine names by id, such as the name of a move.

use crate::base::cause::{Cause, Circumstance};
use crate::base::ending::Ending;
use crate::base::level::{Emotion, Level};
use crate::base::moves::Move;

/// A word by kind and id; its message is `<kind>-<id>`, and where no locale has it, the id itself is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// What kind of word.
    pub kind: TermKind,
    /// Which.
    pub id: String,
}

/// Kinds of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TermKind {
    /// How hard a customer is.
    Grade,
    /// How a conversation ended.
    Ending,
    /// What that ending means, in one line.
    Meaning,
    /// A named state of the customer.
    State,
    /// One of the four levels.
    Emotion,
    /// How high a level is, in a word.
    Level,
    /// A stretch of the conversation.
    Phase,
    /// A dialogue move.
    Move,
    /// Something only the conversation so far reveals.
    Circumstance,
    /// A method of the courses.
    Method,
    /// A step of a method.
    Step,
    /// Why a move, a circumstance or an omission helps or hurts.
    Why,
    /// A model sentence for a move.
    Better,
    /// A part or line of the rubric.
    Rubric,
    /// Something that was never done.
    Gap,
    /// What made a cause weigh more or less.
    Factor,
    /// Something the customer does in his answer.
    Act,
    /// A rule that ends conversations, by its name in `emotions.toml`.
    Rule,
    /// How he took a message, in a coach's words.
    Took,
    /// What a hint answers to.
    Need,
    /// One of the three questions of the debrief.
    Question,
    /// A customer type.
    Type,
    /// A time zone that a button offers.
    Zone,
    /// A language, by its own name; the name comes from its `locale.toml`.
    Language,
}

/// How high a level is, lowest first; see [`Term::level`].
const LEVELS: [&str; 4] = ["low", "some", "high", "extreme"];

impl TermKind {
    /// Every kind.
    pub const ALL: [TermKind; 24] = [
        TermKind::Grade,
        TermKind::Ending,
        TermKind::Meaning,
        TermKind::State,
        TermKind::Emotion,
        TermKind::Level,
        TermKind::Phase,
        TermKind::Move,
        TermKind::Circumstance,
        TermKind::Method,
        TermKind::Step,
        TermKind::Why,
        TermKind::Better,
        TermKind::Rubric,
        TermKind::Gap,
        TermKind::Factor,
        TermKind::Act,
        TermKind::Rule,
        TermKind::Took,
        TermKind::Need,
        TermKind::Question,
        TermKind::Type,
        TermKind::Zone,
        TermKind::Language,
    ];

    /// The first part of the message's key.
    pub fn prefix(self) -> &'static str {
        match self {
            TermKind::Grade => "grade",
            TermKind::Ending => "ending",
            TermKind::Meaning => "meaning",
            TermKind::State => "state",
            TermKind::Emotion => "emotion",
            TermKind::Level => "level",
            TermKind::Phase => "phase",
            TermKind::Move => "move",
            TermKind::Circumstance => "circumstance",
            TermKind::Method => "method",
            TermKind::Step => "step",
            TermKind::Why => "why",
            TermKind::Better => "better",
            TermKind::Rubric => "rubric",
            TermKind::Gap => "gap",
            TermKind::Factor => "factor",
            TermKind::Act => "act",
            TermKind::Rule => "rule",
            TermKind::Took => "took",
            TermKind::Need => "need",
            TermKind::Question => "question",
            TermKind::Type => "type",
            TermKind::Zone => "zone",
            TermKind::Language => "language",
        }
    }

    /// The ids every locale should have a word for. Empty for kinds whose ids other parts or content decide.
    pub fn ids(self) -> Vec<&'static str> {
        match self {
            TermKind::Grade => vec!["basic", "intermediate", "advanced"],
            TermKind::Ending | TermKind::Meaning => Ending::ALL.map(Ending::id).to_vec(),
            TermKind::State => STATES.to_vec(),
            TermKind::Emotion => Emotion::ALL.map(Emotion::id).to_vec(),
            TermKind::Level => LEVELS.to_vec(),
            TermKind::Phase => PHASES.to_vec(),
            TermKind::Move => Move::ALL.map(Move::id).to_vec(),
            TermKind::Circumstance => Circumstance::ALL.map(Circumstance::id).to_vec(),
            TermKind::Why => {
                let moves = Move::ALL.into_iter().map(Move::id);
                moves.chain(Circumstance::ALL.into_iter().map(Circumstance::id)).collect()
            }
            TermKind::Better => Move::ALL.into_iter().filter(|mv| mv.is_model()).map(Move::id).collect(),
            TermKind::Question => vec!["1", "2", "3"],
            TermKind::Factor => FACTORS.to_vec(),
            TermKind::Act => ACTS.to_vec(),
            TermKind::Rule => RULES.to_vec(),
            TermKind::Took => TOOK.to_vec(),
            TermKind::Need => NEEDS.to_vec(),
            TermKind::Zone => ZONES.to_vec(),
            // The debrief's own tests hold these against its tables, which this module may not know.
            TermKind::Method | TermKind::Step | TermKind::Rubric | TermKind::Gap => Vec::new(),
            // Trainers may add types.
            TermKind::Type | TermKind::Language => Vec::new(),
        }
    }

    /// Whether the ids are all known here, so that a word for another one is a mistake.
    pub fn is_closed(self) -> bool {
        // Trainers may rename the rungs in `emotions.toml`, and give conversations other ends.
        !matches!(
            self,
            TermKind::Method
                | TermKind::Step
                | TermKind::Why
                | TermKind::Rubric
                | TermKind::Gap
                | TermKind::Language
                | TermKind::State
                | TermKind::Rule
                | TermKind::Type
        )
    }
}

/// The rungs of the three ladders that ship (curriculum section 2).
const STATES: [&str; 12] = [
    "calm", "annoyed", "angry", "furious", "settled", "uneasy", "anxious", "panicked", "content", "let_down",
    "cold", "resigned",
];

const PHASES: [&str; 6] = ["opening", "venting", "exploring", "solving", "agreeing", "closing"];

/// What scales an effect; where it can go both ways, `more` and `less` tell which.
const FACTORS: [&str; 13] = [
    "type_more",
    "type_less",
    "grade",
    "repeat_more",
    "repeat_less",
    "tainted",
    "canned",
    "boiling",
    "order",
    "clarity",
    "step",
    "gain",
    "other",
];

/// What a customer can do in an answer, by kind.
const ACTS: [&str; 18] = [
    "react",
    "shift_up",
    "shift_down",
    "tell",
    "refuse",
    "answer",
    "take",
    "done",
    "listen",
    "push",
    "probe_time",
    "doubt",
    "nudge",
    "warn",
    "soften",
    "confirm_plan",
    "accept",
    "farewell",
];

/// The rules that ship, as [`Term::rule`] writes them.
const RULES: [&str; 12] = [
    "she_lost_her_temper",
    "promised_the_moon",
    "sent_away_content",
    "took_it_still_sore",
    "took_it_and_has_other_things_to_do",
    "furious_for_too_long",
    "gone_cold_for_good",
    "panicked_and_nobody_helped",
    "as_upset_as_can_be",
    "one_offence_too_many",
    "patience_used_up_in_anger",
    "patience_used_up",
];

/// Ways to take a message: by the feeling that moved most, which way and how far, and some that are told apart.
const TOOK: [&str; 22] = [
    "anger_better",
    "anger_much_better",
    "anger_worse",
    "anger_much_worse",
    "anxiety_better",
    "anxiety_much_better",
    "anxiety_worse",
    "anxiety_much_worse",
    "disappointment_better",
    "disappointment_much_better",
    "disappointment_worse",
    "disappointment_much_worse",
    "trust_better",
    "trust_much_better",
    "trust_worse",
    "trust_much_worse",
    "unmoved",
    "again",
    "early",
    "spoilt",
    "accepted",
    "lost",
];

/// Time zones that buttons offer.
const ZONES: [&str; 10] = [
    "beijing",
    "tokyo",
    "bangkok",
    "delhi",
    "berlin",
    "london",
    "new_york",
    "chicago",
    "los_angeles",
    "sydney",
];

/// What a customer can need next.
const NEEDS: [&str; 7] = ["repair", "time", "heard", "found_out", "solved", "promised", "closed"];

impl Term {
    /// A rule that ended a conversation, by its name. One that no locale knows is shown as the trainer named it.
    pub fn rule(name: &str) -> Term {
        let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
        Term::new(TermKind::Rule, words.join("_"))
    }

    /// A word by kind and id.
    pub fn new(kind: TermKind, id: impl Into<String>) -> Term {
        Term { kind, id: id.into() }
    }

    /// The key of its message.
    pub fn key(&self) -> String {
        format!("{}-{}", self.kind.prefix(), self.id)
    }

    /// How a conversation ended.
    pub fn ending(one: Ending) -> Term {
        Term::new(TermKind::Ending, one.id())
    }

    /// What that ending means, in one line.
    pub fn meaning(one: Ending) -> Term {
        Term::new(TermKind::Meaning, one.id())
    }

    /// One of the four levels.
    pub fn emotion(one: Emotion) -> Term {
        Term::new(TermKind::Emotion, one.id())
    }

    /// How high a level is: quarters of the scale.
    pub fn level(one: Level) -> Term {
        let quarter = usize::try_from(one.whole() / 25).unwrap_or(0).min(LEVELS.len() - 1);
        Term::new(TermKind::Level, LEVELS.get(quarter).copied().unwrap_or("some"))
    }

    /// A dialogue move.
    pub fn mv(one: Move) -> Term {
        Term::new(TermKind::Move, one.id())
    }

    /// A move or a circumstance.
    pub fn cause(one: Cause) -> Term {
        match one {
            Cause::Move(mv) => Term::mv(mv),
            Cause::Circumstance(one) => Term::new(TermKind::Circumstance, one.id()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_is_cut_into_four_quarters() {
        let words = [0, 24, 25, 50, 74, 75, 100].map(|p| Term::level(Level::points(p)).id);
        assert_eq!(words, ["low", "low", "some", "high", "high", "extreme", "extreme"]);
    }
}
