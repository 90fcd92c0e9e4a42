//! What words mean, as far as it shows in what stands beside them: words that stand in the wordings of one topic mean
//! something alike (latent semantic analysis). Learned from all customers' topics of a language, kept beside its files.

pub mod train;

use std::collections::BTreeMap;

use crate::base::hash::fnv1a;

use super::normalise::is_han;

/// Something two texts can share: a word's stem, a character of Han, or two of them that stand side by side. Hashed.
pub type Unit = u64;

/// Directions of meaning that are told apart.
pub const DIMENSIONS: usize = 64;

/// A file's first bytes; the last is the version of its form.
const MAGIC: &[u8; 8] = b"xiaoqiw\x01";
/// Bytes of one unit in a file: itself, how rare it is, the scale of its direction, and its direction.
const RECORD: usize = 8 + 2 + 2 + DIMENSIONS;

/// How rare a unit counts where nothing is known of any, in hundredths of a natural logarithm.
const PLAIN: u32 = 500;

/// What a way to ask and a way to tell count for their words: he answers in words of his own.
const ASKED: u32 = 10;
const TOLD: u32 = 4;
/// What is known of a language's units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meanings {
    /// In order.
    units: Vec<Unit>,
    senses: Vec<Sense>,
    /// Rarity of a unit that stands in one topic only.
    rarest: u16,
}

/// What is known of one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sense {
    /// How rare it is: the natural logarithm of topics by topics that have it, in hundredths (inverse document
    /// frequency).
    pub rarity: u16,
    /// What each step of its direction is worth.
    pub scale: u16,
    /// Its direction, in steps.
    pub direction: [i8; DIMENSIONS],
}

impl Meanings {
    /// Reads a file's bytes. `None` where they are damaged or of another form.
    pub fn from_bytes(bytes: &[u8]) -> Option<Meanings> {
        let rest = bytes.strip_prefix(MAGIC)?;
        let (rarest, records) = rest.split_first_chunk::<2>()?;
        let mut meanings = Meanings { rarest: u16::from_le_bytes(*rarest), ..Meanings::default() };
        let (records, []) = records.as_chunks::<RECORD>() else { return None };
        for record in records {
            let (unit, rest) = record.split_first_chunk::<8>()?;
            let (rarity, rest) = rest.split_first_chunk::<2>()?;
            let (scale, steps) = rest.split_first_chunk::<2>()?;
            let mut direction = [0i8; DIMENSIONS];
            direction.iter_mut().zip(steps).for_each(|(to, from)| *to = i8::from_le_bytes([*from]));
            meanings.units.push(u64::from_le_bytes(*unit));
            let (rarity, scale) = (u16::from_le_bytes(*rarity), u16::from_le_bytes(*scale));
            meanings.senses.push(Sense { rarity, scale, direction });
        }
        meanings.units.is_sorted().then_some(meanings)
    }

    /// The file's bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(self.rarest.to_le_bytes());
        for (unit, sense) in self.units.iter().zip(&self.senses) {
            bytes.extend(unit.to_le_bytes());
            bytes.extend(sense.rarity.to_le_bytes());
            bytes.extend(sense.scale.to_le_bytes());
            bytes.extend(sense.direction.iter().flat_map(|step| step.to_le_bytes()));
        }
        bytes
    }

    /// How many units are known.
    pub fn len(&self) -> usize {
        self.units.len()
    }

    /// Whether none is known.
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    /// What is known of a unit.
    pub fn get(&self, unit: Unit) -> Option<&Sense> {
        self.units.binary_search(&unit).ok().and_then(|at| self.senses.get(at))
    }

    /// How rare a unit is, in hundredths of a natural logarithm: one that only this customer has is the rarest.
    pub fn rarity(&self, unit: Unit) -> u32 {
        match self.get(unit) {
            Some(sense) => sense.rarity.into(),
            None if self.is_empty() => PLAIN,
            None => self.rarest.into(),
        }
    }
}

/// How often each unit stands in what is written about a topic, in tenths of a way to ask.
pub fn counted(asked: &[Vec<Unit>], told: &[Vec<Unit>]) -> BTreeMap<Unit, u32> {
    let mut counts = BTreeMap::new();
    let ways = asked.iter().map(|way| (way, ASKED)).chain(told.iter().map(|way| (way, TOLD)));
    for (way, worth) in ways {
        way.iter().for_each(|unit| *counts.entry(*unit).or_default() += worth);
    }
    counts
}

/// Percent of its rarity that a unit counts for a topic: half for standing there, and a quarter for each time, up to all.
pub fn share(count: u32) -> u32 {
    (50 + 25 * count / ASKED).min(100)
}

/// The units of a normalised text, sorted, none twice.
pub fn units(text: &str) -> Vec<Unit> {
    let mut units = Vec::new();
    let mut last: Option<char> = None;
    for c in text.chars() {
        let han = is_han(c);
        if han {
            let mut bytes = [0u8; 8];
            let single = c.encode_utf8(&mut bytes).len();
            units.push(hashed(b'h', bytes.get(..single).unwrap_or_default()));
            if let Some(before) = last {
                let mut pair = String::with_capacity(8);
                pair.extend([before, c]);
                units.push(hashed(b'h', pair.as_bytes()));
            }
        }
        last = han.then_some(c);
    }
    units.extend(words(text).map(|word| hashed(b'w', stem(word).as_bytes())));
    units.sort_unstable();
    units.dedup();
    units
}

/// Latin words of two letters or more.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| word.len() > 1 && word.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// A word without its endings; rough, and the same for both sides.
pub(super) fn stem(word: &str) -> &str {
    for ending in ["ing", "ed", "es", "s", "d"] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= 3) {
            return stem.strip_suffix('e').filter(|s| s.len() >= 3).unwrap_or(stem);
        }
    }
    word.strip_suffix('e').filter(|stem| stem.len() >= 3).unwrap_or(word)
}

fn hashed(kind: u8, bytes: &[u8]) -> Unit {
    fnv1a(std::iter::once(kind).chain(bytes.iter().copied()))
}

#[cfg(test)]
mod tests {
    use super::train::{Topic, learn};
    use super::*;

    #[test]
    fn endings_and_order_make_no_difference_and_neighbours_do() {
        assert_eq!(units("the parcels promised"), units("promise the parcel"));
        assert_ne!(units("包裹"), units("裹包"));
        assert_eq!(units("包裹").len(), 3);
    }

    #[test]
    fn a_file_gives_back_what_was_learned_and_a_damaged_one_nothing() {
        let topic = |asked: &str| Topic { asked: vec![units(asked), units("how old")], told: Vec::new() };
        let learned = learn(&["your age", "her age", "which age", "his age"].map(topic));
        assert!(!learned.is_empty());
        let bytes = learned.to_bytes();
        assert_eq!(Meanings::from_bytes(&bytes), Some(learned));
        assert_eq!(Meanings::from_bytes(&bytes[..bytes.len() - 1]), None);
        assert_eq!(Meanings::from_bytes(b"something else"), None);
    }
}
