//! Who stands where, by published rules: the higher total, then fewer offences, then fewer messages, then less time; who is
//! equal in all four shares the place, and the next one is left out (1, 1, 3).

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What is added up, over runs and over members.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Points.
    pub score: u32,
    /// Moves made that usually hurt.
    pub offences: u32,
    /// Messages written.
    pub messages: u32,
    /// Time spent, in milliseconds.
    pub spent: u64,
}

impl Tally {
    fn and(self, other: Tally) -> Tally {
        Tally {
            score: self.score.saturating_add(other.score),
            offences: self.offences.saturating_add(other.offences),
            messages: self.messages.saturating_add(other.messages),
            spent: self.spent.saturating_add(other.spent),
        }
    }
}

/// One attempt at a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// The round.
    pub round: u16,
    /// What came of it.
    pub tally: Tally,
}

/// The sum of the best attempt at each round; the order of the attempts does not matter. A round that was not played
/// brings nothing.
pub fn total(attempts: &[Attempt]) -> Tally {
    let mut best: BTreeMap<u16, Standing> = BTreeMap::new();
    for attempt in attempts {
        let this = Standing::of(attempt.tally);
        let kept = best.entry(attempt.round).or_insert(this);
        *kept = (*kept).max(this);
    }
    best.into_values().fold(Tally::default(), |sum, standing| sum.and(standing.sum))
}

/// What somebody is ranked by: a sum over one or several, compared by the mean. The greater stands higher.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// The sum.
    pub sum: Tally,
    /// Over how many; 1 for a single.
    pub members: u32,
}

impl Standing {
    /// Of one alone.
    pub fn of(tally: Tally) -> Standing {
        Standing { sum: tally, members: 1 }
    }

    /// Mean points in hundredths, rounded half up; 0 for nobody.
    pub fn hundredths(&self) -> u64 {
        self.mean(|tally| u64::from(tally.score))
    }

    /// The mean of anything that is added up, in hundredths, rounded half up; 0 for nobody.
    pub fn mean(&self, of: fn(&Tally) -> u64) -> u64 {
        let members = u64::from(self.members);
        let doubled = of(&self.sum).saturating_mul(200).saturating_add(members);
        doubled.checked_div(members * 2).unwrap_or_default()
    }
}

impl Ord for Standing {
    fn cmp(&self, other: &Standing) -> Ordering {
        // Means are compared without dividing: a / m to b / n is as a * n to b * m.
        let mean = |of: fn(&Tally) -> u64| {
            let [this, that] = [(self, other), (other, self)]
                .map(|(one, two)| u128::from(of(&one.sum)) * u128::from(two.members));
            this.cmp(&that)
        };
        mean(|tally| u64::from(tally.score))
            .then(mean(|tally| u64::from(tally.offences)).reverse())
            .then(mean(|tally| u64::from(tally.messages)).reverse())
            .then(mean(|tally| tally.spent).reverse())
    }
}

impl PartialOrd for Standing {
    fn partial_cmp(&self, other: &Standing) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Standing {
    fn eq(&self, other: &Standing) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Standing {}

/// A place in a ranking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<K> {
    /// From 1.
    pub place: u32,
    /// Whose.
    pub who: K,
    /// By what.
    pub standing: Standing,
}

/// The ranking of participants by their attempts. Who has not played has no place.
pub fn singles<K: Ord + Clone>(results: &[(K, Vec<Attempt>)]) -> Vec<Placed<K>> {
    let played = results.iter().filter(|(_, attempts)| !attempts.is_empty());
    ranked(played.map(|(who, attempts)| (who.clone(), Standing::of(total(attempts)))).collect())
}

/// The ranking of teams by the mean of their members' totals; a team with fewer than `least` members who have played has
/// no place.
pub fn teams<K: Ord + Clone>(results: &[(K, Vec<Tally>)], least: u16) -> Vec<Placed<K>> {
    let standing = |totals: &[Tally]| Standing {
        sum: totals.iter().fold(Tally::default(), |sum, one| sum.and(*one)),
        members: u32::try_from(totals.len()).unwrap_or(u32::MAX),
    };
    let large = results.iter().filter(|(_, totals)| totals.len() >= usize::from(least.max(1)));
    ranked(large.map(|(who, totals)| (who.clone(), standing(totals))).collect())
}

/// The highest first; equals in the order of their keys, so that a list never depends on who came first.
fn ranked<K: Ord>(mut all: Vec<(K, Standing)>) -> Vec<Placed<K>> {
    all.sort_by(|(a, one), (b, two)| (Reverse(one), a).cmp(&(Reverse(two), b)));
    let mut places: Vec<Placed<K>> = Vec::with_capacity(all.len());
    for (number, (who, standing)) in (1..).zip(all) {
        let shared = places.last().filter(|last| last.standing == standing).map(|last| last.place);
        places.push(Placed { place: shared.unwrap_or(number), who, standing });
    }
    places
}
