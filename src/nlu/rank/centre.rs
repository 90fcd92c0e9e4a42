//! What is written about a topic taken together: how near a question is to it by the angle between what is weighed by how
//! rare it is (tf-idf), and between what the words mean ([`Meanings`]): "what do you do for a living" is near a topic that
//! is asked for by "your job".

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::meanings::train::Topic;
use super::super::meanings::{DIMENSIONS, Meanings, Unit, counted, share, units};
use super::super::normalise::normalise;
use super::{WHOLE, Wording};

impl Wording {
    /// The units of each way.
    pub fn topic(&self) -> Topic {
        let each = |texts: &[String]| texts.iter().map(|text| units(normalise(text).text())).collect();
        Topic { asked: each(&self.asked), told: each(&self.told) }
    }
}

/// Compares questions with topics.
#[derive(Clone)]
pub struct Centres {
    meanings: Arc<Meanings>,
    /// In order of the units: how much each counts for the topics that have it, by place, in parts of [`WHOLE`].
    known: Vec<(Unit, Vec<(u32, i64)>)>,
    /// By place, of length [`WHOLE`].
    directions: Vec<Direction>,
}

type Direction = [i64; DIMENSIONS];

/// Weight of a word in a question that none of his topics has, and that is not known to be common.
const STRANGE: i64 = 350;

impl Centres {
    /// Compiles the topics.
    pub fn new<'a>(meanings: Arc<Meanings>, topics: impl Iterator<Item = &'a Wording>) -> Centres {
        let mut known: BTreeMap<Unit, Vec<(u32, i64)>> = BTreeMap::new();
        let mut directions = Vec::new();
        for (place, wording) in topics.enumerate() {
            let topic = wording.topic();
            let counts = counted(&topic.asked, &topic.told);
            let weight = |(unit, count): (&Unit, &u32)| {
                (*unit, i64::from(share(*count)) * i64::from(meanings.rarity(*unit)) / 100)
            };
            let weights: Vec<(Unit, i64)> = counts.iter().map(weight).collect();
            let length = length(weights.iter().map(|(_, weight)| *weight));
            for (unit, weight) in &weights {
                known.entry(*unit).or_default().push((place as u32, weight * damped(length) / WHOLE));
            }
            directions.push(direction(&meanings, &weights));
        }
        Centres { meanings, known: known.into_iter().collect(), directions }
    }

    /// How near the units of a question are to every topic, by place: by words, and by meaning.
    pub fn nearness(&self, question: &[Unit]) -> Vec<(i64, i64)> {
        let mut sums = vec![0i64; self.directions.len()];
        let (mut strange, mut weights) = (0, Vec::new());
        for unit in question.iter().copied() {
            let topics = self.known.binary_search_by_key(&unit, |(unit, _)| *unit).ok();
            let topics = topics.and_then(|at| self.known.get(at)).map(|(_, topics)| topics);
            if topics.is_none() && self.meanings.get(unit).is_none() {
                strange += STRANGE * STRANGE;
                continue;
            }
            let weight = i64::from(self.meanings.rarity(unit));
            weights.push((unit, weight));
            for (place, worth) in topics.into_iter().flatten() {
                if let Some(sum) = sums.get_mut(*place as usize) {
                    *sum += worth * weight;
                }
            }
        }
        let known: i64 = weights.iter().map(|(_, weight)| weight * weight).sum();
        let whole = root(known + strange).max(1);
        let (meant, known) = (direction(&self.meanings, &weights), root(known));
        let nearness = |(sum, direction): (i64, &Direction)| {
            let angle = product(&meant, direction) / WHOLE;
            ((sum / whole / 3).min(WHOLE), (angle * known / whole).max(0))
        };
        sums.into_iter().zip(&self.directions).map(nearness).collect()
    }
}

/// What a topic's words count by its length: not in proportion, because what is most written about is most asked about.
/// In parts of [`WHOLE`]; lengths and weights are in hundredths.
fn damped(length: i64) -> i64 {
    // A tenth, as the root of a hundredth, over the root of the length.
    WHOLE * WHOLE / 10 * ROOM / root(length * ROOM * ROOM).max(1)
}

/// Room for the digits behind the point of a root.
const ROOM: i64 = 1024;

fn length(weights: impl Iterator<Item = i64>) -> i64 {
    root(weights.map(|weight| weight * weight).sum())
}

fn root(n: i64) -> i64 {
    n.max(0).isqrt()
}

/// Where weighed units point together, of length [`WHOLE`]; nowhere if nothing is known of any.
fn direction(meanings: &Meanings, weights: &[(Unit, i64)]) -> Direction {
    let mut sum = [0i64; DIMENSIONS];
    for (unit, weight) in weights {
        let Some(sense) = meanings.get(*unit) else { continue };
        let times = weight * i64::from(sense.scale);
        sum.iter_mut().zip(&sense.direction).for_each(|(sum, step)| *sum += times * i64::from(*step));
    }
    // Squares of the whole sums would not fit.
    let longest = sum.iter().map(|value| value.abs()).max().unwrap_or(0);
    let unit = (longest / FINE).max(1);
    sum.iter_mut().for_each(|value| *value /= unit);
    let length = length(sum.iter().copied()).max(1);
    sum.map(|value| value * WHOLE / length)
}

/// Steps in the longest part of a direction while it is brought to its length.
const FINE: i64 = 1_000_000;

fn product(a: &Direction, b: &Direction) -> i64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests {
    use super::super::super::meanings::train::learn;
    use super::*;

    fn wording(asked: &[&str]) -> Wording {
        Wording {
            asked: asked.iter().map(|text| text.to_string()).collect(),
            examples: Vec::new(),
            told: Vec::new(),
        }
    }

    #[test]
    fn a_word_he_does_not_have_is_found_by_what_it_stands_beside_elsewhere() {
        let elsewhere = |asked: &[&str]| wording(asked).topic();
        let taught: Vec<_> = (0..6)
            .flat_map(|_| {
                [
                    elsewhere(&["your job", "for a living", "profession"]),
                    elsewhere(&["raining", "the weather", "umbrella"]),
                    elsewhere(&["your street", "which house", "address"]),
                ]
            })
            .collect();
        let own = [wording(&["your job"]), wording(&["raining"]), wording(&["your street"])];
        let plain = Centres::new(Arc::default(), own.iter());
        let taught = Centres::new(Arc::new(learn(&taught)), own.iter());
        let question = units("profession");
        assert!(plain.nearness(&question).iter().all(|near| *near == (0, 0)));
        let near: Vec<i64> = taught.nearness(&question).into_iter().map(|(_, meaning)| meaning).collect();
        assert!(near[0] > 4 * near[1].max(near[2]), "{near:?}");
    }
}
