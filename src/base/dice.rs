//! The one source of chance: a named, seeded generator whose draws are counted, so that a session can be
//! stopped after any draw and taken up again with the same future.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use serde::{Deserialize, Serialize};

/// Where a session's dice stand: the seed and how many draws were made. ChaCha8 is named because `rand`'s
/// standard generators may change between versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dice {
    seed: u64,
    draws: u64,
}

impl Dice {
    /// Dice that have not been thrown.
    pub fn new(seed: u64) -> Dice {
        Dice { seed, draws: 0 }
    }

    /// The seed they were made with.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// How often they were thrown.
    pub fn draws(&self) -> u64 {
        self.draws
    }

    /// A number in `0..sides`; 0 for no sides, without a draw.
    pub fn roll(&mut self, sides: usize) -> usize {
        if sides == 0 {
            return 0;
        }
        let mut source = ChaCha8Rng::seed_from_u64(self.seed);
        // One draw consumes two 32-bit words.
        source.set_word_pos(u128::from(self.draws) * 2);
        self.draws += 1;
        // Multiply-shift keeps the bias below 2^-32 for any list of lines.
        ((u128::from(source.next_u64()) * sides as u128) >> 64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_and_count_give_the_same_future() {
        let mut whole = Dice::new(7);
        let rolls: Vec<usize> = (0..50).map(|_| whole.roll(10)).collect();
        let mut resumed = Dice { seed: 7, draws: 20 };
        let rest: Vec<usize> = (20..50).map(|_| resumed.roll(10)).collect();
        assert_eq!(rolls[20..], rest[..]);
        assert!(rolls.iter().any(|r| *r != rolls[0]));
    }

    #[test]
    fn the_stream_is_the_named_generators_own() {
        let mut dice = Dice::new(1);
        let rolls: Vec<usize> = (0..8).map(|_| dice.roll(100)).collect();
        let mut source = ChaCha8Rng::seed_from_u64(1);
        let straight: Vec<usize> =
            (0..8).map(|_| ((u128::from(source.next_u64()) * 100) >> 64) as usize).collect();
        assert_eq!(rolls, straight);
    }
}
