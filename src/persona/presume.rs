//! What a customer's line presumes: that nobody has named a time yet, that nothing was offered, that she has asked
//! nothing. A line is not spoken where what it presumes is not so. Each language lists the words that show it in its
//! `presumes.toml`, so that whoever writes lines need not mark them one by one.

use std::collections::BTreeMap;

use aho_corasick::AhoCorasick;
use serde::Deserialize;

/// One thing a line can presume.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Presumption {
    /// That no time was named: it asks when.
    NoTime,
    /// That nobody was named: it asks who.
    Nobody,
    /// That nothing was done or offered.
    NothingDone,
    /// That she has not asked about it.
    NotAsked,
    /// That he was not let finish.
    NotHeard,
}

impl Presumption {
    /// All of them.
    pub const ALL: [Presumption; 5] = [
        Presumption::NoTime,
        Presumption::Nobody,
        Presumption::NothingDone,
        Presumption::NotAsked,
        Presumption::NotHeard,
    ];

    fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// What one line presumes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Presumed(u8);

impl Presumed {
    /// Whether any of these is presumed.
    pub fn any_of(self, untrue: &[Presumption]) -> bool {
        untrue.iter().any(|kind| self.0 & kind.bit() != 0)
    }
}

/// The words that show what lines presume, in one language; `[]` where a language lists none.
#[derive(Clone, Debug, Default)]
pub struct Presumptions {
    /// `None` where there are no words, or too many for an automaton.
    automaton: Option<AhoCorasick>,
    /// By pattern.
    kinds: Vec<Presumption>,
}

impl Presumptions {
    /// Compiles the lists of a language.
    pub fn new(lists: &BTreeMap<Presumption, Vec<String>>) -> Presumptions {
        let all = || lists.iter().flat_map(|(kind, words)| words.iter().map(move |word| (*kind, word)));
        let automaton = AhoCorasick::builder().ascii_case_insensitive(true).build(all().map(|(_, w)| w)).ok();
        let kinds: Vec<Presumption> = all().map(|(kind, _)| kind).collect();
        Presumptions { automaton: automaton.filter(|_| !kinds.is_empty()), kinds }
    }

    /// What a line presumes.
    pub fn shown(&self, line: &str) -> Presumed {
        let mut presumed = Presumed::default();
        for hit in self.automaton.iter().flat_map(|automaton| automaton.find_overlapping_iter(line)) {
            presumed.0 |= self.kinds.get(hit.pattern().as_usize()).map_or(0, |kind| kind.bit());
        }
        presumed
    }

    /// Whether a line presumes any of these.
    pub fn contradicts(&self, line: &str, untrue: &[Presumption]) -> bool {
        self.shown(line).any_of(untrue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_kept_back_only_where_what_it_presumes_is_not_so() {
        let lists = BTreeMap::from([
            (Presumption::NoTime, vec!["when will".to_owned(), "几点".to_owned()]),
            (Presumption::NotAsked, vec!["haven't asked".to_owned()]),
        ]);
        let presumptions = Presumptions::new(&lists);
        assert!(presumptions.contradicts("Good. When will that be?", &[Presumption::NoTime]));
        assert!(presumptions.contradicts("行，几点到？", &[Presumption::NotAsked, Presumption::NoTime]));
        assert!(!presumptions.contradicts("Good. When will that be?", &[Presumption::NotAsked]));
        assert!(!presumptions.contradicts("You haven't asked me a thing.", &[]));
        assert!(!Presumptions::default().contradicts("几点", &[Presumption::NoTime]));
    }
}
