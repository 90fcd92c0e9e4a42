//! What the model sees of a stretch of text: character and word n-grams, word classes in their order, cues, slots.

use std::ops::Range;

use super::clause::{Clause, ClauseEnd};
use super::lexicon::{Found, Lexicon, inside};
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

/// Collects the features of one stretch.
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
pub fn features(text: &str, clauses: &[Clause], found: &Found, lexicon: &Lexicon) -> Vec<Feature> {
    let grams: Vec<Vec<Feature>> = clauses.iter().map(|clause| clause_grams(text, clause)).collect();
    stretch_features(text, clauses, &grams, found, lexicon)
}

/// The n-grams of one clause, and whether it asks.
fn clause_grams(text: &str, clause: &Clause) -> Vec<Feature> {
    let words = clause.span.of(text);
    let mut to = Collector { features: Vec::with_capacity(words.len() * 3 + 8) };
    if words.chars().any(is_han) {
        character_grams(words, &mut to);
    } else {
        word_grams(words, &mut to);
    }
    if clause.end == ClauseEnd::Question {
        to.add(b'?', &[], CLASS);
    }
    to.features
}

/// As [`features`], with the n-grams of each clause taken before.
fn stretch_features(
    text: &str,
    clauses: &[Clause],
    grams: &[Vec<Feature>],
    found: &Found,
    lexicon: &Lexicon,
) -> Vec<Feature> {
    let mut features = grams.concat();
    features.extend(stretch_only(text, clauses, found, lexicon));
    // Of the same bucket the heaviest stays.
    features.sort_unstable_by_key(|f| (f.bucket, std::cmp::Reverse(f.value)));
    features.dedup_by_key(|f| f.bucket);
    features
}

/// The features that belong to a stretch as a whole and not to one of its clauses.
fn stretch_only(text: &str, clauses: &[Clause], found: &Found, lexicon: &Lexicon) -> Vec<Feature> {
    let mut to = Collector { features: Vec::with_capacity(64) };
    if let (Some(first), Some(last)) = (clauses.first(), clauses.last()) {
        let stretch = first.span.join(last.span);
        lexical(stretch, found, lexicon, &mut to);
        length(text, stretch, &mut to);
    }
    to.features
}

/// The features of many stretches of one text, sorted so that a model looks each bucket up once.
pub struct Sketch {
    /// Bucket, stretch, and 255 less the value, from the highest bits down.
    entries: Vec<u64>,
    stretches: usize,
}

impl Sketch {
    /// The features of stretches given as ranges of clauses. Each stretch has just those that [`features`] gives it.
    pub fn of(
        text: &str,
        clauses: &[Clause],
        stretches: &[Range<usize>],
        found: &Found,
        lexicon: &Lexicon,
    ) -> Sketch {
        let grams: Vec<Vec<Feature>> = clauses.iter().map(|clause| clause_grams(text, clause)).collect();
        let levels = 3;
        let mut entries = Vec::with_capacity(levels * grams.iter().map(Vec::len).sum::<usize>());
        for (number, range) in stretches.iter().enumerate() {
            let place = (number as u64) << 8;
            let entry = |f: &Feature| u64::from(f.bucket) << 40 | place | u64::from(u8::MAX - f.value);
            let inside = grams.get(range.clone()).unwrap_or_default();
            entries.extend(inside.iter().flatten().map(entry));
            let clauses = clauses.get(range.clone()).unwrap_or_default();
            entries.extend(stretch_only(text, clauses, found, lexicon).iter().map(entry));
        }
        entries.sort_unstable();
        // Of the same bucket in the same stretch the heaviest comes first, and stays.
        entries.dedup_by_key(|entry| *entry >> 8);
        Sketch { entries, stretches: stretches.len() }
    }

    /// How many stretches there are.
    pub fn stretches(&self) -> usize {
        self.stretches
    }

    /// The features in the order of their buckets: bucket, and in which stretches with which value.
    pub fn buckets(&self) -> impl Iterator<Item = (u32, impl Iterator<Item = (usize, u8)>)> {
        self.entries.chunk_by(|a, b| a >> 40 == b >> 40).map(|same| {
            let bucket = same.first().map_or(0, |entry| (entry >> 40) as u32);
            let place = |entry: &u64| ((entry >> 8) as u32 as usize, u8::MAX - *entry as u8);
            (bucket, same.iter().map(place))
        })
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
fn lexical(stretch: Span, found: &Found, lexicon: &Lexicon, to: &mut Collector) {
    let mut order: Vec<(u32, u16)> = Vec::new();
    order.extend(inside(&found.classes, stretch).map(|(class, span)| (span.start, *class)));
    let slots = found.slots.iter().skip_while(|slot| slot.span.start < stretch.start);
    let slots = slots.take_while(|slot| slot.span.end <= stretch.end);
    order.extend(slots.map(|slot| (slot.span.start, lexicon.slot_class(slot.kind))));
    order.sort_unstable();
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
