//! Which fact a question is about when nobody prepared its wording: the one whose own wording is nearest. Nearness is the
//! angle between what is weighed by how rare it is (tf-idf), and between what the words mean
//! ([`Meanings`]): "what do you do for a living" is near a fact that is asked for by "your job".

use std::collections::BTreeMap;
use std::sync::Arc;

use super::meanings::train::Topic;
use super::meanings::{DIMENSIONS, Meanings, Unit, counted, share, units};
use super::normalise::normalise;

/// What is written about a fact: how it is asked for, and what is told.
pub struct Wording {
    /// Ways to ask for it.
    pub asked: Vec<String>,
    /// Ways it is told.
    pub told: Vec<String>,
}

impl Wording {
    /// The units of each way.
    pub fn topic(&self) -> Topic {
        let each = |texts: &[String]| texts.iter().map(|text| units(normalise(text).text())).collect();
        Topic { asked: each(&self.asked), told: each(&self.told) }
    }
}

/// Compares questions with facts.
#[derive(Clone)]
pub struct Alike {
    meanings: Arc<Meanings>,
    /// In order of the units: how much each counts for the facts that have it, by place, in parts of [`WHOLE`].
    known: Vec<(Unit, Vec<(u32, i64)>)>,
    /// By place, of length [`WHOLE`].
    directions: Vec<Direction>,
}

type Direction = [i64; DIMENSIONS];

/// What nearness and lengths are counted in.
const WHOLE: i64 = 1000;
/// Parts of nearness by words and by meaning.
const BY_WORDS: i64 = 60;
const BY_MEANING: i64 = 40;
/// Weight of a word in a question that none of his facts has, and that is not known to be common.
const STRANGE: i64 = 350;
/// Least nearness of the fact a question is about, and percent of the next best that it must come to. Found with wordings
/// left out (docs/understanding.md).
const NEAR: i64 = 780;
const AHEAD: i64 = 110;

impl Alike {
    /// Compiles the facts.
    pub fn new(meanings: Arc<Meanings>, facts: &[Wording]) -> Alike {
        let mut known: BTreeMap<Unit, Vec<(u32, i64)>> = BTreeMap::new();
        let mut directions = Vec::with_capacity(facts.len());
        for (place, fact) in facts.iter().enumerate() {
            let topic = fact.topic();
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
        Alike { meanings, known: known.into_iter().collect(), directions }
    }

    /// The fact a question is about, by place. `None` where it is near none, or as near to two.
    pub fn fact(&self, question: &str) -> Option<usize> {
        let near = self.nearness(question);
        let (best, nearness) =
            near.iter().copied().enumerate().max_by_key(|(at, near)| (*near, std::cmp::Reverse(*at)))?;
        let others = near.iter().enumerate().filter(|(at, _)| *at != best);
        let second = others.map(|(_, near)| *near).max().unwrap_or(0);
        (nearness >= NEAR && nearness * 100 >= second * AHEAD).then_some(best)
    }

    /// How near a question is to one fact, by place, in percent.
    pub fn share(&self, question: &str, fact: usize) -> u32 {
        let near = self.nearness(question).get(fact).copied().unwrap_or(0);
        u32::try_from(near / 10).unwrap_or(0)
    }

    /// How near a normalised question is to every fact, in thousandths.
    fn nearness(&self, question: &str) -> Vec<i64> {
        let mut sums = vec![0i64; self.directions.len()];
        let (mut strange, mut weights) = (0, Vec::new());
        for unit in units(question) {
            let facts = self.known.binary_search_by_key(&unit, |(unit, _)| *unit).ok();
            let facts = facts.and_then(|at| self.known.get(at)).map(|(_, facts)| facts);
            if facts.is_none() && self.meanings.get(unit).is_none() {
                strange += STRANGE * STRANGE;
                continue;
            }
            let weight = i64::from(self.meanings.rarity(unit));
            weights.push((unit, weight));
            for (place, worth) in facts.into_iter().flatten() {
                if let Some(sum) = sums.get_mut(*place as usize) {
                    *sum += worth * weight;
                }
            }
        }
        let known: i64 = weights.iter().map(|(_, weight)| weight * weight).sum();
        let whole = root(known + strange).max(1);
        let (meant, known) = (direction(&self.meanings, &weights), root(known));
        // Where no meanings were learned, words speak alone.
        let by_words = if self.meanings.is_empty() { BY_WORDS + BY_MEANING } else { BY_WORDS };
        let nearness = |(sum, direction): (i64, &Direction)| {
            let angle = product(&meant, direction) / WHOLE;
            (sum / whole * by_words + angle * known / whole * BY_MEANING) / 100
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
    use super::super::meanings::train::learn;
    use super::*;

    fn wording(asked: &[&str], told: &[&str]) -> Wording {
        let owned = |texts: &[&str]| texts.iter().map(|text| text.to_string()).collect();
        Wording { asked: owned(asked), told: owned(told) }
    }

    fn facts() -> Vec<Wording> {
        vec![
            wording(
                &["when did it die", "what happened just before"],
                &["Last night, in the middle of a call."],
            ),
            wording(&["is a baby in the flat", "家里有没有孩子"], &["She is seven months old."]),
            wording(&["who made the promise", "谁答应您的"], &["Kai, the one with the earring."]),
        ]
    }

    #[test]
    fn a_question_in_other_words_finds_its_fact() {
        let facts = Alike::new(Arc::default(), &facts());
        assert_eq!(facts.fact("what happened before it died"), Some(0));
        assert_eq!(facts.fact("is there a baby in the flat"), Some(1));
        assert_eq!(facts.fact("who promised that"), Some(2));
        assert_eq!(facts.fact("家里是不是有孩子"), Some(1));
    }

    #[test]
    fn a_question_about_something_else_finds_none() {
        let facts = Alike::new(Arc::default(), &facts());
        for question in ["what colour is the sofa", "how are things", "您方便发个照片吗", ""] {
            assert_eq!(facts.fact(question), None, "{question}");
        }
    }

    #[test]
    fn a_word_he_does_not_have_is_found_by_what_it_stands_beside_elsewhere() {
        let elsewhere = |asked: &[&str]| wording(asked, &[]).topic();
        let taught: Vec<_> = (0..6)
            .flat_map(|_| {
                [
                    elsewhere(&["your job", "for a living", "profession"]),
                    elsewhere(&["raining", "the weather", "umbrella"]),
                    elsewhere(&["your street", "which house", "address"]),
                ]
            })
            .collect();
        let own = [wording(&["your job"], &[]), wording(&["raining"], &[]), wording(&["your street"], &[])];
        let plain = Alike::new(Arc::default(), &own);
        let taught = Alike::new(Arc::new(learn(&taught)), &own);
        let question = "profession";
        assert!(plain.nearness(question).iter().all(|near| *near == 0));
        let near = taught.nearness(question);
        assert!(near[0] > 4 * near[1].max(near[2]), "{near:?}");
    }
}
