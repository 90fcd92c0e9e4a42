//! What the model sees of a stretch of text: character and word n-grams, word classes in their order, cues, slots.

use std::ops::Range;

use super::clause::{Clause, ClauseEnd};
use super::lexicon::{Found, inside};
use super::normalise::is_han;
use crate::base::span::Span;

/// Number of buckets that feature hashes fall into. With about 60,000 distinct features of a corpus of 3,000
/// examples, two share a bucket in one case of five, which costs less than keeping their names.
pub const BUCKETS: usize = 1 << 18;

/// A feature and how much it weighs in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Feature {
    /// 0..BUCKETS.
    pub bucket: u32,
    /// 1 or more.
    pub value: u8,
}

/// Weight of an n-gram.
const NGRAM: u8 = 2;
/// Weight of a word class.
const CLASS: u8 = 3;
/// Weight of a cue, which somebody wrote down because it nearly always means its move.
const CUE: u8 = 6;

/// How many of the word classes after one are paired with it.
const NEAR: usize = 3;

/// Collects features.
#[derive(Default)]
struct Collector {
    features: Vec<Feature>,
}

impl Collector {
    fn add(&mut self, kind: u8, parts: &[&[u8]], value: u8) {
        // FNV-1a: short keys, no dependency on a hasher whose output may change.
        let mut hash = 0xcbf2_9ce4_8422_2325_u64 ^ u64::from(kind);
        for byte in parts.iter().flat_map(|p| p.iter().chain(&[0xff])) {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        let folded = hash ^ (hash >> 32);
        self.features.push(Feature { bucket: (folded as u32) & (BUCKETS as u32 - 1), value });
    }
}

/// The features of the stretch from the first to the last of `clauses`, sorted by bucket, none twice.
/// `found` holds what the lexicon found in the whole text.
pub fn features(text: &str, clauses: &[Clause], found: &Found) -> Vec<Feature> {
    let mut to = Collector::default();
    clauses.iter().for_each(|clause| clause_grams(text, clause, &mut to));
    stretch_only(text, clauses, found, &mut to);
    let mut features = to.features;
    // Of the same bucket the heaviest stays.
    features.sort_unstable_by_key(|f| (f.bucket, std::cmp::Reverse(f.value)));
    features.dedup_by_key(|f| f.bucket);
    features
}

/// The n-grams of one clause, and whether it asks.
fn clause_grams(text: &str, clause: &Clause, to: &mut Collector) {
    let words = clause.span.of(text);
    if words.chars().any(is_han) {
        character_grams(words, to);
    } else {
        word_grams(words, to);
    }
    if clause.end == ClauseEnd::Question {
        to.add(b'?', &[], CLASS);
    }
}

/// The features that belong to a stretch as a whole and not to one of its clauses.
fn stretch_only(text: &str, clauses: &[Clause], found: &Found, to: &mut Collector) {
    if let (Some(first), Some(last)) = (clauses.first(), clauses.last()) {
        let stretch = first.span.join(last.span);
        lexical(stretch, found, to);
        length(text, stretch, to);
    }
}

/// The features of every clause of a text and of longer stretches. Each bucket has a number of its own, and a longer
/// stretch names only what its clauses do not have, so that a model adds nearly everything up once.
pub struct Sketch {
    buckets: Vec<u32>,
    clauses: Vec<Vec<Entry>>,
    longer: Vec<Stretch>,
}

/// A feature by its bucket's number in a sketch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Place of its bucket in [`Sketch::buckets`].
    pub number: u32,
    /// What it weighs in its clause or stretch, 1 or more.
    pub value: u8,
    /// What it weighs as an n-gram, in every stretch that holds the clause; 0 for none.
    pub gram: u8,
}

/// What a stretch of several clauses is made of.
pub struct Stretch {
    /// The clauses whose n-grams it has.
    pub clauses: Range<usize>,
    /// What belongs to it as a whole.
    pub own: Vec<Entry>,
}

impl Sketch {
    /// The features of every clause and of longer stretches given as ranges of clauses: just those that [`features`]
    /// gives each.
    pub fn of(text: &str, clauses: &[Clause], longer: &[Range<usize>], found: &Found) -> Sketch {
        // About as many as there are bytes, for grams, and some dozens more for every stretch.
        let mut numbers = Numbers::for_about(text.len() + OWN * (clauses.len() + longer.len()));
        let mut to = Collector { features: Vec::with_capacity(4 * OWN) };
        let mut single = Vec::with_capacity(clauses.len());
        for clause in clauses {
            clause_grams(text, clause, &mut to);
            let grams = to.features.len();
            stretch_only(text, std::slice::from_ref(clause), found, &mut to);
            single.push(numbers.entries(&mut to.features, grams));
        }
        let mut stretches = Vec::with_capacity(longer.len());
        for range in longer {
            stretch_only(text, clauses.get(range.clone()).unwrap_or_default(), found, &mut to);
            let own = numbers.entries(&mut to.features, 0);
            stretches.push(Stretch { clauses: range.clone(), own });
        }
        Sketch { clauses: single, longer: stretches, buckets: numbers.buckets }
    }

    /// The bucket of every number.
    pub fn buckets(&self) -> &[u32] {
        &self.buckets
    }

    /// The features of every clause, each bucket once a clause.
    pub fn clauses(&self) -> &[Vec<Entry>] {
        &self.clauses
    }

    /// The longer stretches, in the order they were given.
    pub fn longer(&self) -> &[Stretch] {
        &self.longer
    }
}

/// About how many features a stretch has beside its n-grams.
const OWN: usize = 32;

/// Gives buckets their numbers, in order of appearance.
struct Numbers {
    buckets: Vec<u32>,
    /// By bucket: itself and its number + 1, or 0; full places push to the next. Grows before it is three quarters full.
    table: Vec<(u32, u32)>,
    /// For each number, the list it was seen in last and its place there.
    seen: Vec<(u32, u32)>,
    list: u32,
}

impl Numbers {
    fn for_about(buckets: usize) -> Numbers {
        let room = (2 * buckets).next_power_of_two().max(64);
        let (names, seen) = (Vec::with_capacity(buckets), Vec::with_capacity(buckets));
        Numbers { buckets: names, table: vec![(0, 0); room], seen, list: 0 }
    }

    /// Takes one list of features by number, the n-grams of which come first; of the same bucket the heaviest value stays.
    fn entries(&mut self, features: &mut Vec<Feature>, grams: usize) -> Vec<Entry> {
        self.list += 1;
        let mut entries: Vec<Entry> = Vec::with_capacity(features.len());
        for (at, Feature { bucket, value }) in features.drain(..).enumerate() {
            let gram = if at < grams { value } else { 0 };
            let number = self.number(bucket);
            let Some((list, place)) = self.seen.get_mut(number as usize) else { continue };
            match entries.get_mut(*place as usize).filter(|_| *list == self.list) {
                Some(entry) => {
                    entry.value = entry.value.max(value);
                    entry.gram = entry.gram.max(gram);
                }
                None => {
                    (*list, *place) = (self.list, entries.len() as u32);
                    entries.push(Entry { number, value, gram });
                }
            }
        }
        entries
    }

    fn number(&mut self, bucket: u32) -> u32 {
        let mask = self.table.len() - 1;
        let mut at = bucket as usize & mask;
        while let Some((there, number)) = self.table.get(at).copied().filter(|(_, number)| *number > 0) {
            if there == bucket {
                return number - 1;
            }
            at = (at + 1) & mask;
        }
        self.buckets.push(bucket);
        self.seen.push((0, 0));
        let number = self.buckets.len();
        if let Some(place) = self.table.get_mut(at) {
            *place = (bucket, number as u32);
        }
        if number * 4 >= self.table.len() * 3 {
            self.grow();
        }
        number as u32 - 1
    }

    fn grow(&mut self) {
        let mut wider = Numbers::for_about(self.table.len());
        self.buckets.iter().for_each(|bucket| _ = wider.number(*bucket));
        self.table = wider.table;
    }
}

/// Grams of one to three characters with marks at both ends; Latin words inside count as one character.
fn character_grams(text: &str, to: &mut Collector) {
    let mut units: Vec<&str> = vec!["^"];
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let size = if c.is_ascii_alphanumeric() {
            rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len())
        } else {
            c.len_utf8()
        };
        let (unit, tail) = rest.split_at(size);
        if unit != " " {
            units.push(if c.is_ascii_digit() { "0" } else { unit });
        }
        rest = tail;
    }
    units.push("$");
    grams(&units, to);
}

/// Grams of one to three words, and of four letters inside a word, for inflections and typos.
fn word_grams(text: &str, to: &mut Collector) {
    let mut units: Vec<&str> = vec!["^"];
    for word in text.split(|c: char| !(c.is_alphanumeric() || c == '\'')).filter(|w| !w.is_empty()) {
        let digits = word.bytes().all(|b| b.is_ascii_digit());
        units.push(if digits { "0" } else { word });
        if word.len() > 4 && word.is_ascii() {
            for four in word.as_bytes().windows(4) {
                to.add(b'c', &[four], 1);
            }
        }
    }
    units.push("$");
    grams(&units, to);
}

fn grams(units: &[&str], to: &mut Collector) {
    for (at, first) in units.iter().enumerate() {
        to.add(1, &[first.as_bytes()], NGRAM);
        if let Some(second) = units.get(at + 1) {
            to.add(2, &[first.as_bytes(), second.as_bytes()], NGRAM);
            if let Some(third) = units.get(at + 2) {
                to.add(3, &[first.as_bytes(), second.as_bytes(), third.as_bytes()], NGRAM);
            }
        }
    }
}

/// Word classes, their order by twos, cues and slots inside the stretch.
fn lexical(stretch: Span, found: &Found, to: &mut Collector) {
    let place = |(class, span): &(u16, Span)| (span.start, *class);
    let mut order: Vec<(u32, u16)> = inside(&found.order, stretch).map(place).collect();
    order.dedup();
    for (at, (_, first)) in order.iter().enumerate() {
        to.add(4, &[&first.to_le_bytes()], CLASS);
        for (_, second) in order.iter().skip(at + 1).take(NEAR) {
            to.add(5, &[&first.to_le_bytes(), &second.to_le_bytes()], 1);
        }
    }
    for (mv, _) in inside(&found.cues, stretch) {
        to.add(6, &[mv.id().as_bytes()], CUE);
    }
}

/// Very short and very long stretches mean something by themselves.
fn length(text: &str, stretch: Span, to: &mut Collector) {
    let words = stretch.of(text);
    let units = if words.chars().any(is_han) { words.chars().count() } else { words.len() / 4 };
    let bucket: u8 = match units {
        0..=1 => 0,
        2 => 1,
        3..=4 => 2,
        5..=8 => 3,
        9..=16 => 4,
        17..=40 => 5,
        _ => 6,
    };
    to.add(7, &[&[bucket]], NGRAM);
}
