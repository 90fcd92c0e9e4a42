//! The published rubric: every number that a score is made of. `docs/rubric.md` says the same in prose, and a test
//! compares the two.

use crate::base::ending::Ending;

/// A part of the rubric.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// How it ended.
    Outcome,
    /// The customer's feelings.
    Emotion,
    /// His problem.
    Problem,
    /// What was promised.
    Promises,
    /// How it was worded.
    Language,
    /// Whether the trainee kept her temper.
    Composure,
}

impl Part {
    /// Every part, in the order of the rubric.
    pub const ALL: [Part; 6] =
        [Part::Outcome, Part::Emotion, Part::Problem, Part::Promises, Part::Language, Part::Composure];

    /// The id in locales and in the published table.
    pub fn id(self) -> &'static str {
        match self {
            Part::Outcome => "part_outcome",
            Part::Emotion => "part_emotion",
            Part::Problem => "part_problem",
            Part::Promises => "part_promises",
            Part::Language => "part_language",
            Part::Composure => "part_composure",
        }
    }

    /// Points that all its items together can bring.
    pub fn points(self) -> i32 {
        ITEMS.iter().filter(|item| item.part == self).map(|item| item.points).sum()
    }
}

/// One line of the rubric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// The id in locales and in the published table.
    pub id: &'static str,
    /// The part it counts towards.
    pub part: Part,
    /// Points it can bring.
    pub points: i32,
}

const fn item(id: &'static str, part: Part, points: i32) -> Item {
    Item { id, part, points }
}

/// How the conversation ended.
pub const OUTCOME: Item = item("outcome", Part::Outcome, 30);
/// Listening, empathy or apology before the first solution.
pub const HEARD_FIRST: Item = item("heard_first", Part::Emotion, 5);
/// Naming and understanding what he feels.
pub const EMPATHY: Item = item("empathy", Part::Emotion, 4);
/// A sincere apology and owning the case.
pub const APOLOGY: Item = item("apology", Part::Emotion, 3);
/// How far anger, anxiety and disappointment fell.
pub const RELIEF: Item = item("relief", Part::Emotion, 8);
/// Hidden facts found by questions.
pub const FACTS: Item = item("facts", Part::Problem, 6);
/// Demands met.
pub const DEMANDS: Item = item("demands", Part::Problem, 10);
/// The cause explained or shown.
pub const CAUSE: Item = item("cause", Part::Problem, 2);
/// What happens next, and how it will not happen again.
pub const EXPECTATION: Item = item("expectation", Part::Problem, 2);
/// A promise he can check.
pub const SPECIFIC: Item = item("specific", Part::Promises, 4);
/// Nothing promised beyond authority, nothing broken.
pub const KEPT: Item = item("kept", Part::Promises, 4);
/// Asked whether it is right for him, or arranged to get back.
pub const CHECK: Item = item("check", Part::Promises, 2);
/// No words that hurt or miss the matter.
pub const FITTING_WORDS: Item = item("fitting_words", Part::Language, 6);
/// No sentence twice.
pub const OWN_WORDS: Item = item("own_words", Part::Language, 2);
/// No flood of text.
pub const LENGTH: Item = item("length", Part::Language, 2);
/// No fighting.
pub const COMPOSURE: Item = item("composure", Part::Composure, 10);

/// All lines; their points sum to 100.
pub const ITEMS: [Item; 16] = [
    OUTCOME,
    HEARD_FIRST,
    EMPATHY,
    APOLOGY,
    RELIEF,
    FACTS,
    DEMANDS,
    CAUSE,
    EXPECTATION,
    SPECIFIC,
    KEPT,
    CHECK,
    FITTING_WORDS,
    OWN_WORDS,
    LENGTH,
    COMPOSURE,
];

/// Percent by which the three emotions together must fall for all of [`RELIEF`].
pub const RELIEF_PERCENT: i32 = 60;
/// Points lost by each message with words that hurt or miss the matter.
pub const UNFITTING_COST: i32 = 2;
/// Points lost by each message that repeats an earlier sentence.
pub const CANNED_COST: i32 = 1;
/// Points lost by each message that is too long.
pub const LONG_COST: i32 = 1;
/// More characters than this are too long.
pub const LONG_CHARACTERS: u32 = 500;
/// Points of [`COMPOSURE`] lost by each message that argues, blames, plays down or sends him away.
pub const FIGHT_COST: i32 = 3;
/// Points of [`COMPOSURE`] lost by each message with sarcasm, an insult or a threat.
pub const OUTRAGE_COST: i32 = 5;
/// Points of [`KEPT`] lost by each promise beyond authority or broken.
pub const PROMISE_COST: i32 = 2;
/// Points lost by each hint.
pub const HINT_COST: i32 = 3;
/// Most that hints can cost.
pub const HINT_MOST: i32 = 15;

/// Points that so many hints cost together.
pub fn hints(shown: u16) -> i32 {
    (i32::from(shown) * HINT_COST).min(HINT_MOST)
}
/// The score's limit with one message only; with none it is 0.
pub const FEW_TURNS_CAP: i32 = 10;

/// Points of [`OUTCOME`] for an ending.
pub fn outcome(ending: Ending) -> i32 {
    match ending {
        Ending::Satisfied => 30,
        Ending::Accepted => 22,
        Ending::Unresolved => 6,
        Ending::Overpromised => 6,
        Ending::DemandedManager => 4,
        Ending::HungUp | Ending::ExposedPublicly | Ending::LostTemper => 0,
    }
}

/// The score's limit after an ending. `None` where there is none.
pub fn cap(ending: Ending) -> Option<i32> {
    match ending {
        Ending::LostTemper => Some(20),
        Ending::HungUp | Ending::ExposedPublicly => Some(40),
        Ending::Overpromised => Some(50),
        Ending::Satisfied | Ending::Accepted | Ending::Unresolved | Ending::DemandedManager => None,
    }
}

/// Every number of the rubric under the name it is published by.
pub fn table() -> Vec<(String, i32)> {
    let parts = Part::ALL.into_iter().map(|p| (p.id().to_owned(), p.points()));
    let items = ITEMS.iter().map(|i| (i.id.to_owned(), i.points));
    let endings = Ending::ALL.into_iter().map(|e| (format!("ending_{e}"), outcome(e)));
    let caps = Ending::ALL.into_iter().filter_map(|e| Some((format!("cap_{e}"), cap(e)?)));
    let numbers = [
        ("cap_few_turns", FEW_TURNS_CAP),
        ("relief_percent", RELIEF_PERCENT),
        ("unfitting_cost", UNFITTING_COST),
        ("canned_cost", CANNED_COST),
        ("long_cost", LONG_COST),
        ("long_characters", LONG_CHARACTERS as i32),
        ("fight_cost", FIGHT_COST),
        ("outrage_cost", OUTRAGE_COST),
        ("promise_cost", PROMISE_COST),
        ("hint_cost", HINT_COST),
        ("hint_most", HINT_MOST),
    ];
    let numbers = numbers.into_iter().map(|(name, number)| (name.to_owned(), number));
    parts.chain(items).chain(endings).chain(caps).chain(numbers).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_items_make_a_hundred_and_the_parts_are_the_published_ones() {
        assert_eq!(ITEMS.iter().map(|i| i.points).sum::<i32>(), 100);
        assert_eq!(Part::ALL.map(Part::points), [30, 20, 20, 10, 10, 10]);
        assert!(Ending::ALL.into_iter().all(|e| (0..=OUTCOME.points).contains(&outcome(e))));
    }
}
