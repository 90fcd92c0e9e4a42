//! The trained model: integer weights only, so that every machine computes the same margin.

use crate::base::moves::Move;

use super::features::{BUCKETS, Entry, Feature, Sketch};

/// What the model tells: every move by its place in [`Move::ALL`], then [`CALMS`] and [`ESCALATES`].
pub const LABELS: usize = Move::ALL.len() + 2;
/// The place of "this calms him".
pub const CALMS: usize = Move::ALL.len();
/// The place of "this makes it worse".
pub const ESCALATES: usize = Move::ALL.len() + 1;

/// Model units per unit of margin.
pub const SCALE: i32 = 1000;
/// First bytes of a stored model; the last is the version of its form.
const MAGIC: &[u8; 8] = b"xiaoqim\x03";

/// One linear separator per label over hashed features.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    biases: Vec<i32>,
    /// Where each bucket's weights begin in the two lists below; one longer than there are buckets.
    offsets: Vec<u32>,
    labels: Vec<u8>,
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
            labels: entries.iter().map(|e| e.1).collect(),
            weights: entries.iter().map(|e| e.2).collect(),
        }
    }

    /// The margin of every label, in thousandths: above 0 it is more likely there than not.
    pub fn margins(&self, features: &[Feature]) -> [i32; LABELS] {
        let mut sums = Sums::default();
        for feature in features {
            sums.add(feature.value.into(), self.weights_of(feature.bucket));
            sums.square += square(feature.value);
        }
        sums.margins(&self.biases)
    }

    /// The margins of every label for each clause of a sketch, then for its longer stretches: just what
    /// [`Model::margins`] gives for their features.
    pub fn margins_of(&self, sketch: &Sketch) -> Vec<[i32; LABELS]> {
        let rows: Vec<Row> = sketch.buckets().iter().map(|bucket| self.weights_of(*bucket)).collect();
        let row = |number: u32| rows.get(number as usize).copied().unwrap_or((&[], &[]));
        let mut clauses = vec![Sums::default(); sketch.clauses().len()];
        for (sums, entries) in clauses.iter_mut().zip(sketch.clauses()) {
            for entry in entries {
                sums.add(entry.value.into(), row(entry.number));
                sums.square += square(entry.value);
            }
        }
        let mut margins: Vec<_> = clauses.iter().map(|sums| sums.margins(&self.biases)).collect();
        let mut shares = Shares::new(rows.len());
        for stretch in sketch.longer() {
            let mut sums = Sums::default();
            for clause in stretch.clauses.clone() {
                let parts = clauses.get(clause).zip(sketch.clauses().get(clause));
                let Some((part, entries)) = parts else { continue };
                sums.join(part);
                entries.iter().for_each(|entry| shares.count(entry));
            }
            stretch.own.iter().for_each(|entry| shares.want(entry.number, entry.value));
            for (number, Share { counted, wanted }) in shares.take() {
                sums.square += square(wanted);
                if counted != u32::from(wanted) {
                    sums.add(i64::from(wanted) - i64::from(counted), row(number));
                }
            }
            margins.push(sums.margins(&self.biases));
        }
        margins
    }

    /// The weights of a bucket, with their labels.
    fn weights_of(&self, bucket: u32) -> Row<'_> {
        let at = bucket as usize;
        let (Some(from), Some(to)) = (self.offsets.get(at), self.offsets.get(at + 1)) else {
            return (&[], &[]);
        };
        let range = *from as usize..*to as usize;
        let labels = self.labels.get(range.clone()).unwrap_or_default();
        (labels, self.weights.get(range).unwrap_or_default())
    }

    /// The stored form: biases, then for each bucket that has weights the distance from the last one, and its weights.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        self.biases.iter().for_each(|bias| bytes.extend(bias.to_le_bytes()));
        let mut last = 0;
        for (bucket, range) in self.offsets.windows(2).enumerate() {
            let &[from, to] = range else { continue };
            if from == to {
                continue;
            }
            put_number(&mut bytes, (bucket - last) as u32);
            put_number(&mut bytes, to - from);
            last = bucket;
            let range = from as usize..to as usize;
            let labels = self.labels.get(range.clone()).unwrap_or_default();
            let weights = self.weights.get(range).unwrap_or_default();
            for (label, weight) in labels.iter().zip(weights) {
                bytes.push(*label);
                // Zigzag: small numbers of either sign are short.
                put_number(&mut bytes, ((i32::from(*weight) << 1) ^ (i32::from(*weight) >> 31)) as u32);
            }
        }
        bytes
    }

    /// Reads the stored form. `None` for anything that is not exactly one.
    pub fn from_bytes(bytes: &[u8]) -> Option<Model> {
        let mut rest = bytes.strip_prefix(MAGIC)?;
        let mut biases = Vec::with_capacity(LABELS);
        for _ in 0..LABELS {
            let (bias, tail) = rest.split_first_chunk::<4>()?;
            biases.push(i32::from_le_bytes(*bias));
            rest = tail;
        }
        let mut entries = Vec::with_capacity(rest.len() / 3);
        let mut bucket = 0u32;
        while !rest.is_empty() {
            bucket = bucket.checked_add(take_number(&mut rest)?)?;
            for _ in 0..take_number(&mut rest)? {
                let (label, tail) = rest.split_first()?;
                rest = tail;
                let number = take_number(&mut rest)?;
                let weight = (number >> 1) as i32 ^ -((number & 1) as i32);
                entries.push((bucket, *label, i16::try_from(weight).ok()?));
            }
        }
        let sound = (bucket as usize) < BUCKETS && entries.iter().all(|e| usize::from(e.1) < LABELS);
        sound.then(|| Model::new(biases, &entries))
    }
}

/// The weights of a bucket: their labels, and they themselves.
type Row<'a> = (&'a [u8], &'a [i16]);

/// A power of two that holds all labels, so that indexing needs no check.
const ROOM: usize = 64;
const _: () = assert!(LABELS <= ROOM);

/// What the features of a stretch add up to.
#[derive(Clone)]
struct Sums {
    labels: [i64; ROOM],
    square: u64,
}

impl Default for Sums {
    fn default() -> Sums {
        Sums { labels: [0; ROOM], square: 0 }
    }
}

impl Sums {
    #[allow(clippy::indexing_slicing, reason = "the remainder by the array's length is always inside it")]
    fn add(&mut self, value: i64, (labels, weights): Row<'_>) {
        for (label, weight) in labels.iter().zip(weights) {
            self.labels[usize::from(*label) % ROOM] += i64::from(*weight) * value;
        }
    }

    /// Adds what another stretch adds up to, without its length.
    fn join(&mut self, other: &Sums) {
        self.labels.iter_mut().zip(&other.labels).for_each(|(sum, more)| *sum += more);
    }

    fn margins(&self, biases: &[i32]) -> [i32; LABELS] {
        // The length of the feature vector, with ten binary digits after the point.
        let length = (self.square.max(1) << 20).isqrt() as i64;
        let mut margins = [0i32; LABELS];
        for ((margin, sum), bias) in margins.iter_mut().zip(self.labels).zip(biases) {
            *margin = ((sum << 10) / length) as i32 + bias;
        }
        margins
    }
}

fn square(value: u8) -> u64 {
    u64::from(value) * u64::from(value)
}

/// How often the clauses of a stretch count a bucket, and how much it weighs in the stretch.
#[derive(Clone, Copy, Default)]
struct Share {
    counted: u32,
    wanted: u8,
}

/// The shares of one stretch after the other.
struct Shares {
    of: Vec<Share>,
    touched: Vec<u32>,
}

impl Shares {
    fn new(numbers: usize) -> Shares {
        Shares { of: vec![Share::default(); numbers], touched: Vec::with_capacity(numbers) }
    }

    fn share(&mut self, number: u32) -> Option<&mut Share> {
        let share = self.of.get_mut(number as usize)?;
        if share.counted == 0 && share.wanted == 0 {
            self.touched.push(number);
        }
        Some(share)
    }

    /// A feature of one of the clauses.
    fn count(&mut self, entry: &Entry) {
        if let Some(share) = self.share(entry.number) {
            share.counted += u32::from(entry.value);
            share.wanted = share.wanted.max(entry.gram);
        }
    }

    /// A feature of the stretch.
    fn want(&mut self, number: u32, value: u8) {
        if let Some(share) = self.share(number) {
            share.wanted = share.wanted.max(value);
        }
    }

    /// Everything that was counted or wanted; the next stretch begins with nothing.
    fn take(&mut self) -> impl Iterator<Item = (u32, Share)> {
        let of = &mut self.of;
        self.touched
            .drain(..)
            .map(move |number| (number, of.get_mut(number as usize).map(std::mem::take).unwrap_or_default()))
    }
}

/// Seven bits a byte, the lowest first; the eighth tells that more follow.
fn put_number(to: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        to.push(number as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

fn take_number(from: &mut &[u8]) -> Option<u32> {
    let mut number = 0u32;
    for place in 0..5 {
        let (byte, rest) = from.split_first()?;
        *from = rest;
        number |= u32::from(byte & 0x7f).checked_shl(7 * place)?;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nlu::train::{Sample, train};

    fn sample(buckets: &[u32], mv: Option<Move>) -> Sample {
        let features = buckets.iter().map(|b| Feature { bucket: *b, value: 1 }).collect();
        Sample {
            whole: true,
            features,
            labels: (0..LABELS).map(|at| mv.is_some_and(|mv| mv.index() == at)).collect(),
        }
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
