//! Learns what words mean from the topics they stand in: the directions in which topics differ most (the first right
//! singular vectors of topics by units), found by repeated multiplication. Floating-point numbers whose basic
//! operations round the same on every machine; the result is rounded to integers.
#![allow(clippy::float_arithmetic)]

use std::collections::BTreeMap;

use super::{DIMENSIONS, Meanings, Sense, Unit, counted, share};

/// The units of what is written about one topic.
pub struct Topic {
    /// Of each way to ask for it.
    pub asked: Vec<Vec<Unit>>,
    /// Of each way it is told.
    pub told: Vec<Vec<Unit>>,
}

/// Topics a unit must stand in to be learned: what stands in fewer tells nothing of other topics. A language that borrows a
/// reader doubles every topic.
const LEAST: usize = 3;
/// Multiplications: the directions hardly turn after that.
const ROUNDS: usize = 8;
/// Steps in the longest part of a direction.
const STEPS: f32 = 127.0;
/// What a direction's length is counted in, before it is cut into steps.
const LENGTH: f32 = 1_000_000.0;

/// Learns from topics. The same topics in the same order give the same bytes.
pub fn learn(topics: &[Topic]) -> Meanings {
    let rows: Vec<BTreeMap<Unit, u32>> =
        topics.iter().map(|topic| counted(&topic.asked, &topic.told)).collect();
    let mut having: BTreeMap<Unit, usize> = BTreeMap::new();
    for unit in rows.iter().flat_map(|row| row.keys()) {
        *having.entry(*unit).or_default() += 1;
    }
    having.retain(|_, topics| *topics >= LEAST);
    let rarity = |having: usize| logarithm((topics.len() + 1) as f32 / having.max(1) as f32);
    let columns: BTreeMap<Unit, (usize, f32)> =
        having.iter().enumerate().map(|(at, (unit, having))| (*unit, (at, rarity(*having)))).collect();
    let table: Vec<Vec<(usize, f32)>> = rows
        .iter()
        .map(|row| {
            let known = |(unit, count): (&Unit, &u32)| {
                let (at, rarity) = columns.get(unit)?;
                Some((*at, share(*count) as f32 * rarity))
            };
            unit_length(row.iter().filter_map(known).collect())
        })
        .collect();
    let directions = directions(&table, columns.len());
    let senses = columns.values().zip(directions);
    Meanings {
        units: columns.keys().copied().collect(),
        senses: senses.map(|((_, rarity), direction)| sense(*rarity, &direction)).collect(),
        rarest: hundredths(rarity(1)),
    }
}

fn unit_length(mut row: Vec<(usize, f32)>) -> Vec<(usize, f32)> {
    let length = row.iter().map(|(_, value)| value * value).sum::<f32>().sqrt();
    row.iter_mut().filter(|_| length > 0.0).for_each(|(_, value)| *value /= length);
    row
}

type Direction = [f32; DIMENSIONS];

/// A base of the space in which the rows of a table differ most, as one short row a column.
fn directions(table: &[Vec<(usize, f32)>], columns: usize) -> Vec<Direction> {
    let mut noise = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = || {
        noise ^= noise << 13;
        noise ^= noise >> 7;
        noise ^= noise << 17;
        (noise >> 40) as f32 / (1u64 << 24) as f32 - 0.5
    };
    let mut base: Vec<Direction> = (0..columns).map(|_| std::array::from_fn(|_| random())).collect();
    orthonormal(&mut base);
    for _ in 0..ROUNDS {
        let mut next = vec![[0.0; DIMENSIONS]; columns];
        for row in table {
            let mut place = [0.0; DIMENSIONS];
            for (at, value) in row {
                add(&mut place, base.get(*at), *value);
            }
            for (at, value) in row {
                if let Some(to) = next.get_mut(*at) {
                    add(to, Some(&place), *value);
                }
            }
        }
        base = next;
        orthonormal(&mut base);
    }
    base
}

fn add(to: &mut Direction, from: Option<&Direction>, times: f32) {
    let Some(from) = from else { return };
    to.iter_mut().zip(from).for_each(|(to, from)| *to += from * times);
}

/// Makes the columns of a base stand upright on each other, each of length 1 (Gram and Schmidt).
fn orthonormal(base: &mut [Direction]) {
    for column in 0..DIMENSIONS {
        for other in 0..column {
            let shared: f32 = base.iter().filter_map(|row| Some(row.get(column)? * row.get(other)?)).sum();
            for row in base.iter_mut() {
                let taken = row.get(other).copied().unwrap_or_default() * shared;
                if let Some(value) = row.get_mut(column) {
                    *value -= taken;
                }
            }
        }
        let length = base.iter().filter_map(|row| row.get(column)).map(|v| v * v).sum::<f32>().sqrt();
        for value in base.iter_mut().filter_map(|row| row.get_mut(column)).filter(|_| length > 0.0) {
            *value /= length;
        }
    }
}

fn sense(rarity: f32, direction: &Direction) -> Sense {
    let longest = direction.iter().map(|v| v.abs()).fold(0.0, f32::max);
    let scale = (longest * LENGTH / STEPS).clamp(1.0, f32::from(u16::MAX));
    let step = |value: &f32| (value * LENGTH / scale).round().clamp(-STEPS, STEPS) as i8;
    let mut steps = [0i8; DIMENSIONS];
    steps.iter_mut().zip(direction).for_each(|(to, from)| *to = step(from));
    Sense { rarity: hundredths(rarity), scale: scale.round() as u16, direction: steps }
}

fn hundredths(rarity: f32) -> u16 {
    (rarity * 100.0).round().clamp(0.0, f32::from(u16::MAX)) as u16
}

/// The natural logarithm of a number of 1 or more, from basic operations alone: libraries of different machines differ
/// in the last digit.
fn logarithm(n: f32) -> f32 {
    let (mut n, mut twos) = (n.max(1.0), 0.0);
    while n >= 2.0 {
        n /= 2.0;
        twos += 1.0;
    }
    // ln n = 2 (y + y³/3 + y⁵/5 ...), y = (n - 1) / (n + 1) < 1/3.
    let y = (n - 1.0) / (n + 1.0);
    let (mut power, mut sum) = (y, 0.0);
    for odd in [1.0, 3.0, 5.0, 7.0, 9.0, 11.0, 13.0] {
        sum += power / odd;
        power *= y * y;
    }
    twos * std::f32::consts::LN_2 + 2.0 * sum
}

#[cfg(test)]
mod tests {
    use super::super::units;
    use super::*;

    #[test]
    fn the_logarithm_is_one() {
        for n in [1.0f32, 1.7, 2.0, 5.0, 2774.0] {
            assert!((logarithm(n) - n.ln()).abs() < 1e-4, "{n}");
        }
    }

    #[test]
    fn words_that_stand_in_the_same_topics_point_the_same_way() {
        let topic = |asked: &[&str]| Topic {
            asked: asked.iter().map(|text| units(text)).collect(),
            told: Vec::new(),
        };
        let topics: Vec<Topic> = (0..8)
            .flat_map(|_| [topic(&["job", "work", "living"]), topic(&["rain", "weather", "cloud"])])
            .collect();
        let learned = learn(&topics);
        let direction = |word: &str| learned.get(units(word)[0]).unwrap().direction;
        let product = |a: &str, b: &str| -> i32 {
            direction(a).iter().zip(direction(b)).map(|(a, b)| i32::from(*a) * i32::from(b)).sum()
        };
        assert!(product("job", "work") > 10 * product("job", "rain").abs());
    }
}
