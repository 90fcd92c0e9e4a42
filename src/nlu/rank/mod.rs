//! Which topic a question is about: every topic of a customer is weighed by a few signs, and the heaviest wins if it is
//! heavier than "none of them".
//!
//! - `index`: the prepared wordings, one by one, and how near a question is to each
//! - `centre`: what is written about a topic taken together, by its words and by what they mean
//! - `likely`: what tells topics apart
//! - `form`: what kind of answer a question asks for
//! - `weights`: what each sign counts, and how that is found

pub mod centre;
pub mod form;
pub mod index;
pub mod likely;
pub mod weights;

use std::sync::Arc;

use super::meanings::{Meanings, units};
use super::normalise::normalise;
use centre::Centres;
use form::{Form, Forms};
use index::{Index, phrases};
use likely::{Likelihoods, traits};
use weights::{Ranking, SIGNS, Weights};

/// What is written about a topic: how it is asked for, and what is told.
pub struct Wording {
    /// Words that ask for it.
    pub asked: Vec<String>,
    /// Whole questions and requests about it.
    pub examples: Vec<String>,
    /// Ways it is told.
    pub told: Vec<String>,
}

/// What kind of topic it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Something of his own.
    Own,
    /// What any customer is asked.
    General,
    /// What any customer is asked out of courtesy.
    Courtesy,
}

/// The signs that a question is about a topic, each from 0 to [`WHOLE`].
pub type Signs = [i64; SIGNS];

/// What signs, nearness and lengths are counted in.
pub const WHOLE: i64 = 1000;

/// Natural logarithms by which the likeliest topic is likelier than one that is not likely at all.
const LIKELIER: i64 = 4;

/// Bytes of a cue that tell as much as can be told: eight characters of Han, or four or five words.
const TELLING: u32 = 24;

/// Weighs a customer's topics.
#[derive(Clone)]
pub struct Ranker {
    meanings: Arc<Meanings>,
    forms: Arc<Forms>,
    weights: Weights,
    topics: Vec<Entry>,
    /// Ways to ask, by their telling words.
    asked: Index,
    /// Ways to ask, by all their words in order.
    exact: Index,
    centres: Centres,
    likely: Likelihoods,
}

/// What is known of a topic beside its wordings.
#[derive(Clone)]
struct Entry {
    kind: Kind,
    /// Of its ways to ask, the share that has each form, by its place.
    forms: [i64; Form::COUNT],
}

/// A cue that was found: whose, and how many bytes of the text.
#[derive(Clone, Copy, Debug)]
pub struct Cued {
    /// The topic, by place.
    pub topic: usize,
    /// Bytes of the text it covers.
    pub size: u32,
}

impl Ranker {
    /// Compiles topics, each of a kind.
    pub fn new(language: &Hearing, weights: Weights, topics: &[(Kind, Wording)]) -> Ranker {
        let meanings = Arc::clone(&language.meanings);
        let asked = |cut: fn(&str) -> Vec<u64>| -> Vec<(u32, Vec<u64>)> {
            let ways = topics.iter().enumerate();
            let ways = ways.flat_map(|(at, (_, wording))| wording.asked.iter().map(move |way| (at, way)));
            ways.map(|(place, way)| (place as u32, cut(normalise(way).text()))).collect()
        };
        let written = topics.iter().enumerate().flat_map(|(at, (_, wording))| {
            let ways = wording.asked.iter().chain(&wording.examples);
            ways.map(move |way| (at as u32, traits(&language.forms.bare(normalise(way).text()))))
        });
        let rarity = |unit: u64| i64::from(meanings.rarity(unit));
        let entry = |(kind, wording): &(Kind, Wording)| Entry {
            kind: *kind,
            forms: shares(wording.asked.iter().map(|asked| language.forms.of(normalise(asked).text()))),
        };
        Ranker {
            forms: Arc::clone(&language.forms),
            weights,
            topics: topics.iter().map(entry).collect(),
            asked: Index::new(asked(units), rarity),
            exact: Index::by_own_rarity(asked(phrases)),
            centres: Centres::new(Arc::clone(&meanings), topics.iter().map(|(_, wording)| wording)),
            likely: Likelihoods::new(written.collect(), topics.len()),
            meanings,
        }
    }

    /// How questions are put.
    pub fn forms(&self) -> &Forms {
        &self.forms
    }

    /// How rare a unit is, in hundredths of a natural logarithm.
    pub fn rarity(&self, unit: u64) -> i64 {
        i64::from(self.meanings.rarity(unit))
    }

    /// The signs of every topic, by place, for a normalised stretch; `cued` are the cues in it.
    pub fn signs(&self, stretch: &str, cued: &[Cued]) -> Vec<Signs> {
        let count = self.topics.len();
        let bare = self.forms.bare(stretch);
        let words = units(&bare);
        let rarity = |unit: u64| i64::from(self.meanings.rarity(unit));
        let asked = self.asked.nearest(&words, rarity, count);
        let exact = self.exact.nearest_by_own(&phrases(&bare), count);
        let centres = self.centres.nearness(&words);
        let likely = self.likely.of(&traits(&bare));
        let likeliest = likely.iter().copied().max().unwrap_or(0);
        let next = likely.iter().copied().filter(|value| *value < likeliest).max().unwrap_or(likeliest);
        let usual = likely.iter().sum::<i64>() / (likely.len() as i64).max(1);
        let form = self.forms.of(stretch);
        let length = (stretch.len() as i64).max(1);
        let sign = |(place, topic): (usize, &Entry)| {
            let size = cued.iter().filter(|cue| cue.topic == place).map(|cue| cue.size).max().unwrap_or(0);
            let at = |list: &[i64]| list.get(place).copied().unwrap_or(0);
            let (by_words, by_meaning) = centres.get(place).copied().unwrap_or_default();
            let share = topic.forms.get(form as usize).copied().unwrap_or(0);
            let open = topic.forms.get(Form::Open as usize).copied().unwrap_or(0);
            let clashes = form != Form::Open && share == 0 && open * 2 < WHOLE;
            let is = |kind: Kind| if topic.kind == kind { WHOLE } else { 0 };
            let whole = |yes: bool| if yes { WHOLE } else { 0 };
            let likely = at(&likely);
            [
                at(&asked),
                at(&exact),
                (WHOLE - (likeliest - likely) / LIKELIER).max(0),
                if likely >= likeliest { ((likely - next) / LIKELIER).min(WHOLE) } else { 0 },
                ((likely - usual) / LIKELIER / 2).clamp(0, WHOLE),
                by_words,
                by_meaning,
                i64::from(size.min(TELLING)) * WHOLE / i64::from(TELLING),
                (i64::from(size) * WHOLE / length).min(WHOLE),
                if form == Form::Open { 0 } else { share },
                whole(clashes),
                is(Kind::General),
                is(Kind::Courtesy),
            ]
        };
        self.topics.iter().enumerate().map(sign).collect()
    }

    /// What every topic weighs above "none of them", by place.
    pub fn weigh(&self, stretch: &str, cued: &[Cued]) -> Vec<i64> {
        self.signs(stretch, cued).iter().map(|signs| self.weights.weigh(signs)).collect()
    }
}

/// What topics of a language are compiled with.
#[derive(Clone, Debug, Default)]
pub struct Hearing {
    /// What words mean.
    pub meanings: Arc<Meanings>,
    /// How questions are put.
    pub forms: Arc<Forms>,
    /// What any customer may be asked.
    pub general: Arc<super::corpus::GeneralQuestions>,
    /// What each sign counts.
    pub ranking: Ranking,
}

/// Of some forms, the share that each has.
fn shares(forms: impl Iterator<Item = Form>) -> [i64; Form::COUNT] {
    let (mut counts, mut all) = ([0i64; Form::COUNT], 0);
    for form in forms {
        if let Some(count) = counts.get_mut(form as usize) {
            *count += WHOLE;
        }
        all += 1;
    }
    counts.map(|count| count / all.max(1))
}
