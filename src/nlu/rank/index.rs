//! Wordings one by one, and how near a question is to the nearest of each topic: by the angle between what their units
//! weigh (tf-idf).

use std::collections::BTreeMap;

use crate::base::hash::fnv1a;

use super::super::meanings::{Unit, stem};
use super::super::normalise::is_han;
use super::WHOLE;

/// Texts by the units they share.
#[derive(Clone)]
pub struct Index {
    /// In order.
    units: Vec<Unit>,
    /// Where each unit's postings begin; one more than there are units.
    starts: Vec<u32>,
    /// Text, and what the unit is of its length, in parts of [`WHOLE`].
    postings: Vec<(u32, u16)>,
    /// The topic of each text.
    owners: Vec<u32>,
    /// How rare each unit is, where that is known from these texts alone; and a unit that none has.
    rarities: Vec<i64>,
    rarest: i64,
}

/// Percent of its rarity that a unit counts in a question which no text has: it may be a name, or no word at all.
const STRANGE: i64 = 70;

impl Index {
    /// Compiles texts with their owners; `rarity` in hundredths of a natural logarithm.
    pub fn new(texts: Vec<(u32, Vec<Unit>)>, rarity: impl Fn(Unit) -> i64) -> Index {
        let mut known: BTreeMap<Unit, Vec<(u32, u16)>> = BTreeMap::new();
        for (text, (_, units)) in texts.iter().enumerate() {
            let length = units.iter().map(|unit| rarity(*unit).pow(2)).sum::<i64>().isqrt().max(1);
            for unit in units {
                let part = (rarity(*unit) * WHOLE / length).clamp(0, WHOLE);
                known.entry(*unit).or_default().push((text as u32, part as u16));
            }
        }
        let mut index = Index {
            units: Vec::with_capacity(known.len()),
            starts: vec![0],
            postings: Vec::new(),
            owners: texts.into_iter().map(|(owner, _)| owner).collect(),
            rarities: Vec::new(),
            rarest: 0,
        };
        for (unit, postings) in known {
            index.units.push(unit);
            index.postings.extend(postings);
            index.starts.push(index.postings.len() as u32);
        }
        index
    }

    /// The same, where a unit is as rare as it is among the owners of these texts.
    pub fn by_own_rarity(texts: Vec<(u32, Vec<Unit>)>) -> Index {
        let mut having: BTreeMap<Unit, Vec<u32>> = BTreeMap::new();
        for (owner, units) in &texts {
            for unit in units {
                let owners = having.entry(*unit).or_default();
                if owners.last() != Some(owner) {
                    owners.push(*owner);
                }
            }
        }
        let all = texts.iter().map(|(owner, _)| i64::from(*owner) + 1).max().unwrap_or(0);
        let rarity = |owners: usize| logarithm(all + 1, owners as i64);
        let known: BTreeMap<Unit, i64> =
            having.iter().map(|(unit, owners)| (*unit, rarity(owners.len()))).collect();
        let mut index = Index::new(texts, |unit| known.get(&unit).copied().unwrap_or(0));
        index.rarities = index.units.iter().map(|unit| known.get(unit).copied().unwrap_or(0)).collect();
        index.rarest = rarity(1);
        index
    }

    /// How near a question is to the nearest text of each owner, by place.
    pub fn nearest(&self, question: &[Unit], rarity: impl Fn(Unit) -> i64, owners: usize) -> Vec<i64> {
        let known = |unit: &Unit| self.units.binary_search(unit).ok().map(|at| (at, rarity(*unit)));
        self.reach(question.iter().map(|unit| known(unit).ok_or(rarity(*unit) * STRANGE / 100)), owners)
    }

    /// The same for texts that say themselves how rare their units are.
    pub fn nearest_by_own(&self, question: &[Unit], owners: usize) -> Vec<i64> {
        let known = |unit: &Unit| {
            let at = self.units.binary_search(unit).ok()?;
            Some((at, self.rarities.get(at).copied().unwrap_or(0)))
        };
        self.reach(question.iter().map(|unit| known(unit).ok_or(self.rarest * STRANGE / 100)), owners)
    }

    /// `units`: each with its place and weight, or else the weight of one that no text has.
    fn reach(&self, units: impl Iterator<Item = Result<(usize, i64), i64>>, owners: usize) -> Vec<i64> {
        let mut sums = vec![0i64; self.owners.len()];
        let mut square = 0;
        for unit in units {
            let (at, weight) = match unit {
                Ok(found) => found,
                Err(strange) => {
                    square += strange * strange;
                    continue;
                }
            };
            square += weight * weight;
            let ends = (self.starts.get(at), self.starts.get(at + 1));
            let (Some(start), Some(end)) = ends else { continue };
            let postings = self.postings.get(*start as usize..*end as usize).unwrap_or_default();
            for (text, part) in postings {
                if let Some(sum) = sums.get_mut(*text as usize) {
                    *sum += i64::from(*part) * weight;
                }
            }
        }
        let length = square.isqrt().max(1);
        let mut best = vec![0i64; owners];
        for (sum, owner) in sums.iter().zip(&self.owners) {
            if let Some(best) = best.get_mut(*owner as usize) {
                *best = (*best).max(*sum);
            }
        }
        best.iter_mut().for_each(|best| *best /= length);
        best
    }
}

/// A hundred times the natural logarithm of a quotient, by whole numbers alone so that it is the same everywhere.
pub fn logarithm(of: i64, by: i64) -> i64 {
    // ln x = ln 2 * log2 x; the fraction by squaring.
    let mut x = of.max(1) * (1 << 20) / by.max(1);
    let mut twos = 0;
    while x >= 2 << 20 {
        x /= 2;
        twos += 1 << 10;
    }
    let mut bit = 1 << 9;
    while bit > 0 {
        x = (x >> 10) * (x >> 10);
        if x >= 2 << 20 {
            x /= 2;
            twos += bit;
        }
        bit /= 2;
    }
    twos * 6931 / 1024 / 100
}

/// All words of a normalised text and those that stand side by side, or characters of Han by one, two and three; sorted,
/// none twice. Unlike [`units`](super::super::meanings::units) they tell "who did you call" from "who called you".
pub fn phrases(text: &str) -> Vec<Unit> {
    let mut found = in_order(text, 3);
    found.sort_unstable();
    found.dedup();
    found
}

/// The same as they come, with as many characters of Han in a row as `most`.
pub fn in_order(text: &str, most: usize) -> Vec<Unit> {
    let hash = |kind: u8, parts: &[&str]| {
        let bytes = parts.iter().flat_map(|part| part.bytes().chain([0]));
        fnv1a(std::iter::once(kind).chain(bytes))
    };
    let mut found = Vec::new();
    let stems: Vec<&str> = words(text).map(stem).collect();
    found.extend(stems.iter().map(|word| hash(b'w', &[word])));
    found.extend(stems.windows(2).map(|pair| hash(b'p', pair)));
    let starts: Vec<(usize, char)> = text.char_indices().collect();
    for size in 1..=most {
        for run in starts.windows(size).filter(|run| run.iter().all(|(_, c)| is_han(*c))) {
            let (Some((from, _)), Some((to, last))) = (run.first(), run.last()) else { continue };
            found.push(hash(b'h', &[text.get(*from..to + last.len_utf8()).unwrap_or_default()]));
        }
    }
    found
}

/// Words in Latin letters, with their apostrophes.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let latin = |c: char| c.is_ascii_alphanumeric() || c == '\'';
    text.split(move |c: char| !latin(c)).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithms_are_those_of_nature() {
        assert_eq!(logarithm(1, 1), 0);
        for (of, by, is) in [(2, 1, 69), (10, 1, 230), (141, 1, 494), (141, 70, 70)] {
            assert!((logarithm(of, by) - is).abs() <= 1, "{of}/{by}: {}", logarithm(of, by));
        }
    }

    #[test]
    fn the_nearest_wording_counts_and_the_order_of_its_words() {
        let texts = ["who did you call", "who called you then", "what time is it"];
        let texts = texts.iter().enumerate().map(|(at, text)| (at as u32, phrases(text))).collect();
        let near = Index::by_own_rarity(texts).nearest_by_own(&phrases("so who did you call"), 3);
        assert!(near[0] > near[1] && near[1] > near[2], "{near:?}");
    }
}
