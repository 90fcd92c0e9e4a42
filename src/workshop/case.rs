//! What a rule looks at: one customer with all his files, and what he is played with.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::lang::Lang;
use crate::persona::model::Persona;
use crate::persona::rules::Rules;
use crate::session::fold::Cast;
use crate::simulate::play::play;
use crate::simulate::tally::Tally;
use crate::simulate::trainee::Trainee;

use super::lists::Lists;
use super::sheet::{Sheet, Spot};

/// One customer.
pub struct Case<'a> {
    /// The name of his file.
    pub id: &'a str,
    /// His own file.
    pub main: Sheet<'a>,
    /// His texts in other languages.
    pub others: Vec<Sheet<'a>>,
    /// He himself; `None` where an error keeps him from being played.
    pub persona: Option<&'a Persona>,
    /// The laws all customers share.
    pub laws: &'a Rules,
    /// The words each language looks out for.
    pub lists: &'a BTreeMap<Lang, Lists>,
    /// The keys of lines that any customer has.
    pub keys: &'a BTreeSet<String>,
    /// The languages that customers speak.
    pub spoken: Vec<Lang>,
    /// What he is played with, by language; none where readers are not at hand.
    pub casts: Vec<(Lang, Cast<'a>)>,
    /// What came of conversations with synthetic trainees, by the names of their files; none where he was not played.
    pub played: BTreeMap<String, Tally>,
    /// How many conversations each of them had with him.
    pub runs: u64,
}

impl<'a> Case<'a> {
    /// All his files, his own first.
    pub fn sheets(&self) -> impl Iterator<Item = &Sheet<'a>> {
        std::iter::once(&self.main).chain(&self.others)
    }

    /// The lists of a file's language; empty ones where it has none.
    pub fn lists(&self, sheet: &Sheet<'_>) -> &Lists {
        static NONE: Lists = Lists {
            slurs: Vec::new(),
            violence: Vec::new(),
            protected: Vec::new(),
            common: Vec::new(),
            leftover: Vec::new(),
            foreign: String::new(),
        };
        sheet.lang.and_then(|lang| self.lists.get(&lang)).unwrap_or(&NONE)
    }

    /// The entries of a list of his own file, such as `fact`, with their ids.
    pub fn declared(&self, kind: &str) -> Vec<(&str, &Spot)> {
        self.main.root.list(kind).iter().filter_map(|spot| Some((spot.get("id")?.text()?, spot))).collect()
    }
}

/// What comes of so many conversations with each kind of trainee, by the names of their files; always the same.
pub fn played(cast: &Cast<'_>, lang: Lang, trainees: &[Trainee], runs: u64) -> BTreeMap<String, Tally> {
    let tally = |trainee: &Trainee| {
        let mut tally = Tally::default();
        (1..=runs).for_each(|seed| tally.add(&play(cast, trainee, lang, seed), None));
        (trainee.id.clone(), tally)
    };
    trainees.iter().map(tally).collect()
}
