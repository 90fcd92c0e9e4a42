//! An agent's words in one language: its lines (`agent.ftl`, keys as in `policy`), and the signs it hears by (`agent.toml`).

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::nlu::matcher::{Matcher, MatcherBuilder};
use crate::persona::lines::Lines;

/// Something a customer's message can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sign {
    /// It is solved, or will do.
    Solved,
    /// Thanks.
    Thanks,
    /// Yes; where it opens a clause.
    Yes,
    /// No, that will not do.
    No,
    /// Wants something done or paid.
    Wants,
    /// Wants somebody else.
    Manager,
    /// Asks who is there, or whether it is a machine.
    Who,
    /// Asks why.
    Why,
    /// Asks by when.
    When,
    /// Anger.
    Angry,
    /// Worry.
    Worried,
    /// Disappointment.
    LetDown,
    /// Leaves.
    Leaves,
    /// Something close to her heart: family, health, hardship.
    Personal,
}

impl Sign {
    /// Every sign.
    pub const ALL: [Sign; 14] = [
        Sign::Solved,
        Sign::Thanks,
        Sign::Yes,
        Sign::No,
        Sign::Wants,
        Sign::Manager,
        Sign::Who,
        Sign::Why,
        Sign::When,
        Sign::Angry,
        Sign::Worried,
        Sign::LetDown,
        Sign::Leaves,
        Sign::Personal,
    ];
}

/// The file as written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordingFile {
    /// What the agent goes by.
    pub name: String,
    /// What stands between two sentences.
    #[serde(default)]
    pub between: String,
    /// Most characters of a quote.
    pub quote: usize,
    /// Words with which an example refers to what the customer has said; it is not spoken before she has.
    #[serde(default)]
    pub recalls: Vec<String>,
    /// Words that show each sign; `*` is a gap.
    #[serde(default)]
    pub signs: BTreeMap<Sign, Vec<String>>,
}

/// An agent's words, ready for use.
#[derive(Clone)]
pub struct Wording {
    /// What the agent goes by.
    pub name: String,
    /// What stands between two sentences.
    pub between: String,
    /// Most characters of a quote.
    pub quote: usize,
    /// Words with which an example refers to what the customer has said.
    pub recalls: Vec<String>,
    /// Its lines by key.
    pub lines: Lines,
    signs: Matcher,
}

impl Wording {
    /// Compiles a language's words. `None` where they exceed what an automaton can address.
    pub fn new(file: WordingFile, lines: Lines) -> Option<Wording> {
        let mut builder = MatcherBuilder::for_topics();
        for (place, sign) in (0..).zip(Sign::ALL) {
            file.signs.get(&sign).into_iter().flatten().for_each(|word| builder.add(place, word));
        }
        let WordingFile { name, between, quote, recalls, .. } = file;
        Some(Wording { name, between, quote, recalls, lines, signs: builder.build()? })
    }

    /// The signs in a normalised text, with the place where each begins.
    pub fn signs(&self, text: &str) -> Vec<(Sign, usize)> {
        let sign = |group: u32| usize::try_from(group).ok().and_then(|at| Sign::ALL.get(at).copied());
        let found = self.signs.find(text).into_iter();
        found.filter_map(|hit| Some((sign(hit.group)?, hit.span.start as usize))).collect()
    }
}
