//! What each sign counts, and how that is found: so that, over labelled messages, the topics that are asked about weigh
//! more than all others, and "none of them" more than any where nothing prepared is asked about (a softmax over topics,
//! fitted by gradient descent). Done once, in floating point; what is kept are whole numbers.
#![allow(clippy::float_arithmetic)]

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Signs, WHOLE};

/// Signs there are.
pub const SIGNS: usize = 13;

/// What they are called in `ranking.toml`.
pub const NAMES: [&str; SIGNS] = [
    "asked",
    "exact",
    "likely",
    "likelier",
    "likely_at_all",
    "words",
    "meaning",
    "cue",
    "cue_part",
    "form",
    "other_form",
    "general",
    "courtesy",
];
/// What "none of them" is called there.
pub const NONE: &str = "none";

/// `ranking.toml`: what each sign counts where it is asked which topic a question is about, and which offer is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Ranking {
    /// For questions.
    pub questions: Weights,
    /// For offers.
    pub offers: Weights,
}

/// What each sign counts, in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "BTreeMap<String, i64>")]
pub struct Weights {
    signs: [i64; SIGNS],
    none: i64,
}

impl Default for Weights {
    /// For a language for which nobody has fitted them.
    fn default() -> Weights {
        Weights { signs: [3000, 3000, 500, 1000, 3000, 1500, 3000, 2500, 1000, 1500, -500, 0, 0], none: 6000 }
    }
}

impl TryFrom<BTreeMap<String, i64>> for Weights {
    type Error = String;

    fn try_from(named: BTreeMap<String, i64>) -> Result<Weights, String> {
        let known = |name: &String| NAMES.contains(&name.as_str()) || name == NONE;
        if let Some(name) = named.keys().find(|name| !known(name)) {
            return Err(format!("unknown sign `{name}`; there are {}, and {NONE}", NAMES.join(", ")));
        }
        let at = |name: &str| named.get(name).copied().unwrap_or(0);
        Ok(Weights { signs: NAMES.map(at), none: at(NONE) })
    }
}

impl Weights {
    /// What a topic weighs above "none of them", in thousandths.
    pub fn weigh(&self, signs: &Signs) -> i64 {
        let sum: i64 = self.signs.iter().zip(signs).map(|(weight, sign)| weight * sign).sum();
        sum / WHOLE - self.none
    }

    /// Each by its name, "none of them" last.
    pub fn named(&self) -> impl Iterator<Item = (&'static str, i64)> {
        NAMES.into_iter().zip(self.signs).chain([(NONE, self.none)])
    }
}

/// A labelled message.
pub struct Case {
    /// For each stretch of it, the signs of every topic.
    pub stretches: Vec<Vec<Signs>>,
    /// Whether a topic is asked about, by place; where none is, "none of them" is right.
    pub right: Vec<bool>,
    /// What the case counts.
    pub counts: f64,
}

/// Steps of the descent, how far each goes, and what large weights cost.
const STEPS: i32 = 600;
const STEP: f64 = 0.05;
const COST: f64 = 0.002;

type Point = [f64; SIGNS + 1];

/// Finds the weights that fit labelled messages best. `lean` is how far "none of them" is lowered after that, in
/// thousandths: where an answer that misses by a little costs no more than none, a topic need not be the likelier of the two.
pub fn fit(cases: &[Case], lean: i64) -> Weights {
    let start = Weights::default();
    let mut at: Point =
        std::array::from_fn(|i| start.signs.get(i).copied().unwrap_or(start.none) as f64 / WHOLE as f64);
    let (mut drift, mut spread) = ([0.0; SIGNS + 1], [0.0; SIGNS + 1]);
    let all: f64 = cases.iter().map(|case| case.counts).sum();
    for step in 1..=STEPS {
        let mut slope: Point = at.map(|weight| COST * weight);
        for case in cases {
            add_slope(case, &at, case.counts / all, &mut slope);
        }
        // Adam: a step of the same size whatever the slope, less where it wavers.
        let fade = |rate: f64| 1.0 - rate.powi(step);
        let each = at.iter_mut().zip(&slope).zip(drift.iter_mut().zip(spread.iter_mut()));
        for ((weight, slope), (drift, spread)) in each {
            *drift = 0.9 * *drift + 0.1 * slope;
            *spread = 0.999 * *spread + 0.001 * slope * slope;
            *weight -= STEP * (*drift / fade(0.9)) / ((*spread / fade(0.999)).sqrt() + 1e-8);
        }
    }
    let thousandths =
        |at: usize, point: &Point| (point.get(at).copied().unwrap_or(0.0) * WHOLE as f64) as i64;
    Weights { signs: std::array::from_fn(|i| thousandths(i, &at)), none: thousandths(SIGNS, &at) - lean }
}

/// Adds how the misfit of one case grows with each weight.
fn add_slope(case: &Case, at: &Point, counts: f64, slope: &mut Point) {
    let weigh = |signs: &Signs| -> f64 {
        signs.iter().zip(at).map(|(sign, weight)| *sign as f64 / WHOLE as f64 * weight).sum()
    };
    // Of each topic, the stretch in which it weighs most.
    let mut best: Vec<(f64, Option<&Signs>)> = vec![(f64::MIN, None); case.right.len()];
    for signs in case.stretches.iter().flat_map(|stretch| stretch.iter().enumerate()) {
        let weight = weigh(signs.1);
        if let Some(best) = best.get_mut(signs.0).filter(|best| weight > best.0) {
            *best = (weight, Some(signs.1));
        }
    }
    let none = at.last().copied().unwrap_or(0.0);
    let top = best.iter().map(|(weight, _)| *weight).fold(none, f64::max);
    let shares: Vec<f64> = best.iter().map(|(weight, _)| (weight - top).exp()).collect();
    let of_none = (none - top).exp();
    let all = shares.iter().sum::<f64>() + of_none;
    let nothing = !case.right.contains(&true);
    let right: f64 = if nothing {
        of_none
    } else {
        shares.iter().zip(&case.right).filter(|(_, right)| **right).map(|(share, _)| share).sum()
    };
    let right = right.max(1e-12);
    for ((share, (_, signs)), is_right) in shares.iter().zip(&best).zip(&case.right) {
        let too_much = share / all - if *is_right { share / right } else { 0.0 };
        for (slope, sign) in slope.iter_mut().zip(signs.iter().flat_map(|signs| signs.iter())) {
            *slope += counts * too_much * *sign as f64 / WHOLE as f64;
        }
    }
    let too_much = of_none / all - if nothing { of_none / right } else { 0.0 };
    if let Some(slope) = slope.last_mut() {
        *slope += counts * too_much;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(right: Option<usize>, asked: [i64; 2]) -> Case {
        let signs = asked.map(|asked| std::array::from_fn(|at| if at == 0 { asked } else { 500 }));
        let right = (0..2).map(|at| Some(at) == right).collect();
        Case { stretches: vec![signs.to_vec()], right, counts: 1.0 }
    }

    #[test]
    fn the_sign_that_tells_counts_and_none_wins_where_it_is_weak() {
        let cases = [
            case(Some(0), [900, 200]),
            case(Some(1), [100, 700]),
            case(None, [200, 100]),
            case(None, [250, 300]),
        ];
        let weights = fit(&cases, 0);
        assert!(weights.signs[0] > 4 * weights.signs[1].abs(), "{weights:?}");
        let weigh = |asked: i64| weights.weigh(&std::array::from_fn(|at| if at == 0 { asked } else { 500 }));
        assert!(weigh(850) > 0 && weigh(200) < 0, "{weights:?}");
    }

    #[test]
    fn a_sign_nobody_knows_is_named() {
        let read = |text: &str| toml::from_str::<Weights>(text).map_err(|error| error.to_string());
        assert_eq!(read("asked = 3000\nnone = 100").unwrap().weigh(&[WHOLE; SIGNS]), 2900);
        assert!(read("asekd = 1").unwrap_err().contains("asekd"));
    }
}
