//! Learns one linear separator per label from labelled examples: LIBLINEAR's dual coordinate descent for the L2-loss
//! support vector machine. The only place with floating-point numbers; its basic operations round the same on every
//! machine, the order of the examples is fixed, and the result is rounded to integers.
#![allow(clippy::float_arithmetic)]

use super::features::{BUCKETS, Feature};
use super::model::{CALMS, LABELS, Model, SCALE};

/// Passes over the examples.
const EPOCHS: usize = 10;
/// Price of an error; higher fits closer.
const COST: f32 = 0.6;
/// How much dearer it is to miss a move than to see one that is not there, because moves are rare.
const MISS: f32 = 2.5;
/// The same two for the labels that say what a message does as a whole: they are as frequent as not.
const TONE_COST: f32 = 0.3;
const TONE_MISS: f32 = 1.2;
/// Value of the constant feature.
const BIAS: f32 = 0.5;
/// Weights that would change a score by less than this (in model units) are left out.
const NEGLIGIBLE: i32 = 40;

/// One example, featurised.
#[derive(Clone, Debug)]
pub struct Sample {
    /// Its features.
    pub features: Vec<Feature>,
    /// Whether each label is there.
    pub labels: Vec<bool>,
    /// Whether it is a whole message: only these teach what a message does as a whole.
    pub whole: bool,
}

/// Trains a model. The same samples in the same order give the same bytes.
pub fn train(samples: &[Sample]) -> Model {
    let rows: Vec<Vec<(u32, f32)>> = samples.iter().map(normalised).collect();
    let squares: Vec<f32> =
        rows.iter().map(|row| row.iter().map(|(_, v)| v * v).sum::<f32>() + BIAS * BIAS).collect();
    let mut entries: Vec<(u32, u8, i16)> = Vec::new();
    let mut biases = Vec::new();
    for label in 0..LABELS {
        let labels: Vec<bool> =
            samples.iter().map(|s| s.labels.get(label).copied().unwrap_or(false)).collect();
        let prices = if label < CALMS { (COST * MISS, COST) } else { (TONE_COST * TONE_MISS, TONE_COST) };
        let taught: Vec<usize> =
            (0..rows.len()).filter(|at| label < CALMS || samples.get(*at).is_some_and(|s| s.whole)).collect();
        let (weights, bias) = separator(&rows, &squares, &labels, taught, prices);
        biases.push(quantised(bias * BIAS));
        for (bucket, weight) in weights.iter().enumerate() {
            let weight = quantised(*weight);
            if weight.abs() >= NEGLIGIBLE {
                let clipped = weight.clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16;
                entries.push((bucket as u32, label as u8, clipped));
            }
        }
    }
    entries.sort_unstable();
    Model::new(biases, &entries)
}

fn quantised(weight: f32) -> i32 {
    (weight * SCALE as f32).round() as i32
}

/// Features scaled to unit length.
fn normalised(sample: &Sample) -> Vec<(u32, f32)> {
    let square: f32 = sample.features.iter().map(|f| f32::from(f.value) * f32::from(f.value)).sum();
    let length = square.max(1.0).sqrt();
    sample.features.iter().map(|f| (f.bucket, f32::from(f.value) / length)).collect()
}

/// Dual coordinate descent for one label on the rows of `order`; the prices are those of missing it and of seeing it where it is not.
fn separator(
    rows: &[Vec<(u32, f32)>],
    squares: &[f32],
    labels: &[bool],
    mut order: Vec<usize>,
    (miss, alarm): (f32, f32),
) -> (Vec<f32>, f32) {
    let mut weights = vec![0f32; BUCKETS];
    let mut bias = 0f32;
    let mut alphas = vec![0f32; rows.len()];
    let mut shuffle = 0x9e37_79b9_7f4a_7c15_u64;
    for _ in 0..EPOCHS {
        permute(&mut order, &mut shuffle);
        for &at in &order {
            let (Some(row), Some(square), Some(label), Some(alpha)) =
                (rows.get(at), squares.get(at), labels.get(at), alphas.get_mut(at))
            else {
                continue;
            };
            let (sign, cost) = if *label { (1f32, miss) } else { (-1f32, alarm) };
            let weighted = row.iter().filter_map(|(b, v)| weights.get(*b as usize).map(|weight| weight * v));
            let margin: f32 = weighted.sum::<f32>() + bias * BIAS;
            let diagonal = 0.5 / cost;
            let gradient = sign * margin - 1.0 + diagonal * *alpha;
            if *alpha == 0.0 && gradient >= 0.0 {
                continue;
            }
            let old = *alpha;
            *alpha = (old - gradient / (square + diagonal)).max(0.0);
            let step = (*alpha - old) * sign;
            if step != 0.0 {
                for (bucket, value) in row {
                    if let Some(weight) = weights.get_mut(*bucket as usize) {
                        *weight += step * value;
                    }
                }
                bias += step * BIAS;
            }
        }
    }
    (weights, bias)
}

/// A fixed pseudo-random order, the same on every machine.
fn permute(order: &mut [usize], state: &mut u64) {
    for at in (1..order.len()).rev() {
        *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let other = ((*state >> 33) as usize) % (at + 1);
        order.swap(at, other);
    }
}
