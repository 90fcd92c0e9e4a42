//! How likely a question is to be asked about each topic, by what tells topics apart (naive Bayes over tf-idf): a word that
//! stands in the ways to ask of one topic only says more than one that stands in many, and "who" says much where one topic
//! of his is asked for by "who" and its neighbour by "when".

use std::collections::BTreeMap;

use crate::base::hash::fnv1a;

use super::super::meanings::Unit;
use super::WHOLE;
use super::index::{in_order, logarithm, words};

/// What every unit is taken to have been seen in every topic beforehand, in thousandths of a wording.
const BEFORE: i64 = 30;

/// Topics by the units of their wordings.
#[derive(Clone)]
pub struct Likelihoods {
    /// In order.
    units: Vec<Unit>,
    /// How rare each is among the wordings.
    rarities: Vec<i64>,
    /// Where each unit's postings begin; one more than there are units.
    starts: Vec<u32>,
    /// Topic, and how much likelier the unit is in it than if it had never been seen there, in hundredths of a natural
    /// logarithm.
    postings: Vec<(u16, u16)>,
    /// How likely a unit is in each topic that was never seen there, in hundredths of a natural logarithm (below nought).
    floors: Vec<i64>,
}

impl Likelihoods {
    /// Compiles wordings, each with its topic, of `topics` topics.
    pub fn new(wordings: Vec<(u32, Vec<Unit>)>, topics: usize) -> Likelihoods {
        let mut having: BTreeMap<Unit, i64> = BTreeMap::new();
        wordings.iter().flat_map(|(_, units)| units).for_each(|unit| *having.entry(*unit).or_default() += 1);
        let all = wordings.len() as i64;
        let rarity = |having: i64| logarithm(all + 1, having + 1) + 100;
        let mut seen: BTreeMap<Unit, BTreeMap<u16, i64>> = BTreeMap::new();
        let mut totals = vec![0i64; topics];
        for (topic, units) in &wordings {
            let weights: Vec<i64> =
                units.iter().map(|unit| rarity(having.get(unit).copied().unwrap_or(0))).collect();
            let length = length(&weights);
            for (unit, weight) in units.iter().zip(weights) {
                let part = weight * WHOLE / length;
                *seen.entry(*unit).or_default().entry(*topic as u16).or_default() += part;
                if let Some(total) = totals.get_mut(*topic as usize) {
                    *total += part;
                }
            }
        }
        let every = BEFORE * seen.len() as i64;
        let mut likelihoods = Likelihoods {
            units: Vec::with_capacity(seen.len()),
            rarities: having.values().map(|having| rarity(*having)).collect(),
            starts: vec![0],
            postings: Vec::new(),
            floors: totals
                .iter()
                .map(|total| logarithm(BEFORE * WHOLE, total + every) - logarithm(WHOLE, 1))
                .collect(),
        };
        for (unit, topics) in seen {
            likelihoods.units.push(unit);
            let times = |(topic, part): (u16, i64)| (topic, logarithm(part + BEFORE, BEFORE) as u16);
            likelihoods.postings.extend(topics.into_iter().map(times));
            likelihoods.starts.push(likelihoods.postings.len() as u32);
        }
        likelihoods
    }

    /// How likely each topic is by a question's units, by place, in thousandths of a natural logarithm: only how far they
    /// are apart means anything.
    pub fn of(&self, question: &[Unit]) -> Vec<i64> {
        let known = |unit: &Unit| {
            let at = self.units.binary_search(unit).ok()?;
            Some((at, self.rarities.get(at).copied()?))
        };
        let known: Vec<(usize, i64)> = question.iter().filter_map(known).collect();
        let weights: Vec<i64> = known.iter().map(|(_, weight)| *weight).collect();
        let (whole, length) = (weights.iter().sum::<i64>(), length(&weights));
        let mut sums: Vec<i64> = self.floors.iter().map(|floor| floor * whole).collect();
        for (at, weight) in known {
            let ends = (self.starts.get(at), self.starts.get(at + 1));
            let (Some(start), Some(end)) = ends else { continue };
            for (topic, more) in self.postings.get(*start as usize..*end as usize).unwrap_or_default() {
                if let Some(sum) = sums.get_mut(usize::from(*topic)) {
                    *sum += i64::from(*more) * weight;
                }
            }
        }
        sums.into_iter().map(|sum| sum * 10 / length).collect()
    }
}

/// The length of a text by what its units weigh.
fn length(weights: &[i64]) -> i64 {
    weights.iter().map(|weight| weight * weight).sum::<i64>().isqrt().max(1)
}

/// What tells a text from others: its words, those that stand side by side, and three or four letters in a row; of Han,
/// characters by one and two. Sorted, none twice.
pub fn traits(text: &str) -> Vec<Unit> {
    let mut found = in_order(text, 2);
    for word in words(text) {
        let marked = format!(" {word} ");
        for size in [3, 4] {
            let rows = marked.as_bytes().windows(size);
            found.extend(rows.map(|row| fnv1a(std::iter::once(b'l').chain(row.iter().copied()))));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likelihoods(topics: &[&[&str]]) -> Likelihoods {
        let ways = topics.iter().enumerate().flat_map(|(at, ways)| ways.iter().map(move |way| (at, way)));
        Likelihoods::new(ways.map(|(at, way)| (at as u32, traits(way))).collect(), topics.len())
    }

    #[test]
    fn the_word_that_tells_neighbours_apart_decides() {
        let topics: [&[&str]; 3] = [
            &["who brought the parcel", "who was the parcel from", "whose parcel is it"],
            &["when did the parcel come", "when was the parcel due", "what day is the parcel due"],
            &["is it raining", "is it cold out"],
        ];
        let likely = likelihoods(&topics).of(&traits("do you know who had the parcel"));
        assert!(likely[0] > likely[1] && likely[1] > likely[2], "{likely:?}");
        let likely = likelihoods(&topics).of(&traits("and the parcel, when was that"));
        assert!(likely[1] > likely[0] && likely[1] > likely[2], "{likely:?}");
    }

    #[test]
    fn what_nobody_wrote_says_nothing() {
        let likely = likelihoods(&[&["who brought it"], &["when did it come"]]).of(&traits("灵"));
        assert_eq!(likely, [0, 0]);
    }
}
