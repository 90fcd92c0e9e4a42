//! The trained model: integer weights only, so that every machine computes the same margin.

use crate::base::moves::Move;

use super::features::{BUCKETS, Feature};

/// What the model tells: every move by its place in [`Move::ALL`], then [`CALMS`] and [`ESCALATES`].
pub const LABELS: usize = Move::ALL.len() + 2;
/// The place of "this calms him".
pub const CALMS: usize = Move::ALL.len();
/// The place of "this makes it worse".
pub const ESCALATES: usize = Move::ALL.len() + 1;

/// Model units per unit of margin.
pub const SCALE: i32 = 1000;
/// First bytes of a stored model; the last is the version of its form.
const MAGIC: &[u8; 8] = b"xiaoqim\x02";

/// One linear separator per label over hashed features.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    biases: Vec<i32>,
    /// Where each bucket's weights begin in the two lists below; one longer than there are buckets.
    offsets: Vec<u32>,
    moves: Vec<u8>,
    weights: Vec<i16>,
}

impl Model {
    /// A model from entries sorted by bucket.
    pub fn new(biases: Vec<i32>, entries: &[(u32, u8, i16)]) -> Model {
        let mut offsets = vec![0u32; BUCKETS + 1];
        for (bucket, _, _) in entries {
            if let Some(count) = offsets.get_mut(*bucket as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for offset in &mut offsets {
            sum += *offset;
            *offset = sum;
        }
        Model {
            biases,
            offsets,
            moves: entries.iter().map(|e| e.1).collect(),
            weights: entries.iter().map(|e| e.2).collect(),
        }
    }

    /// The margin of every label, in thousandths: above 0 it is more likely there than not.
    pub fn margins(&self, features: &[Feature]) -> [i32; LABELS] {
        let mut sums = [0i64; LABELS];
        let mut square = 0u64;
        for feature in features {
            square += u64::from(feature.value) * u64::from(feature.value);
            let at = feature.bucket as usize;
            let (Some(from), Some(to)) = (self.offsets.get(at), self.offsets.get(at + 1)) else { continue };
            let range = *from as usize..*to as usize;
            let (Some(moves), Some(weights)) = (self.moves.get(range.clone()), self.weights.get(range))
            else {
                continue;
            };
            for (mv, weight) in moves.iter().zip(weights) {
                if let Some(sum) = sums.get_mut(usize::from(*mv)) {
                    *sum += i64::from(*weight) * i64::from(feature.value);
                }
            }
        }
        // The length of the feature vector, with ten binary digits after the point.
        let length = (square.max(1) << 20).isqrt() as i64;
        let mut margins = [0i32; LABELS];
        for ((margin, sum), bias) in margins.iter_mut().zip(sums).zip(&self.biases) {
            *margin = ((sum << 10) / length) as i32 + bias;
        }
        margins
    }

    /// The stored form.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend((self.biases.len() as u32).to_le_bytes());
        bytes.extend((self.weights.len() as u32).to_le_bytes());
        self.biases.iter().for_each(|b| bytes.extend(b.to_le_bytes()));
        self.offsets.iter().for_each(|o| bytes.extend(o.to_le_bytes()));
        bytes.extend(&self.moves);
        self.weights.iter().for_each(|w| bytes.extend(w.to_le_bytes()));
        bytes
    }

    /// Reads the stored form. `None` for anything that is not exactly one.
    pub fn from_bytes(bytes: &[u8]) -> Option<Model> {
        let rest = bytes.strip_prefix(MAGIC)?;
        let (biases, rest) = rest.split_first_chunk::<4>()?;
        let (weights, rest) = rest.split_first_chunk::<4>()?;
        let (biases, weights) = (u32::from_le_bytes(*biases) as usize, u32::from_le_bytes(*weights) as usize);
        let sizes = [biases.checked_mul(4)?, (BUCKETS + 1) * 4, weights, weights.checked_mul(2)?];
        if rest.len() != sizes.iter().sum::<usize>() || biases != LABELS {
            return None;
        }
        let (b, rest) = rest.split_at(sizes[0]);
        let (o, rest) = rest.split_at(sizes[1]);
        let (m, w) = rest.split_at(sizes[2]);
        let four = |chunk: &[u8]| <[u8; 4]>::try_from(chunk).map_or(0, u32::from_le_bytes);
        let offsets: Vec<u32> = o.chunks_exact(4).map(four).collect();
        let sound = offsets.is_sorted() && offsets.last().is_some_and(|last| *last as usize == weights);
        sound.then(|| Model {
            biases: b.chunks_exact(4).map(|chunk| four(chunk) as i32).collect(),
            offsets,
            moves: m.to_vec(),
            weights: w
                .chunks_exact(2)
                .map(|chunk| <[u8; 2]>::try_from(chunk).map_or(0, i16::from_le_bytes))
                .collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nlu::train::{Sample, train};

    fn sample(buckets: &[u32], mv: Option<Move>) -> Sample {
        let features = buckets.iter().map(|b| Feature { bucket: *b, value: 1 }).collect();
        Sample { features, labels: (0..LABELS).map(|at| mv.is_some_and(|mv| mv.index() == at)).collect() }
    }

    fn samples() -> Vec<Sample> {
        let mut samples = Vec::new();
        for n in 0..20 {
            samples.push(sample(&[1, 100 + n], Some(Move::Apologize)));
            samples.push(sample(&[2, 100 + n], Some(Move::Dismiss)));
            samples.push(sample(&[3, 100 + n], None));
        }
        samples
    }

    #[test]
    fn a_model_separates_what_it_was_shown() {
        let model = train(&samples());
        let margins = model.margins(&sample(&[1, 7], None).features);
        assert!(margins[Move::Apologize.index()] > 0, "{margins:?}");
        assert!(margins[Move::Dismiss.index()] < 0);
    }

    #[test]
    fn training_twice_gives_the_same_bytes_and_they_read_back() {
        let bytes = train(&samples()).to_bytes();
        assert_eq!(bytes, train(&samples()).to_bytes());
        assert_eq!(Model::from_bytes(&bytes).unwrap().to_bytes(), bytes);
        assert_eq!(Model::from_bytes(&bytes[..bytes.len() - 1]), None);
    }
}
