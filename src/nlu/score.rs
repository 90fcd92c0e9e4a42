//! Counting right and wrong moves: precision, recall and F1 by move, over all moves, and what is taken for what.

use std::collections::BTreeMap;

use crate::base::moves::Move;

/// Counts for one move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rightly recognised.
    pub hit: u32,
    /// Recognised but not there.
    pub false_alarm: u32,
    /// There but not recognised.
    pub miss: u32,
}

impl Tally {
    /// Adds one decision.
    pub fn add(&mut self, there: bool, heard: bool) {
        match (there, heard) {
            (true, true) => self.hit += 1,
            (true, false) => self.miss += 1,
            (false, true) => self.false_alarm += 1,
            (false, false) => {}
        }
    }

    /// Share of what was recognised that is there, in per mille; 0 where nothing was recognised.
    pub fn precision(&self) -> u32 {
        (1000 * self.hit).checked_div(self.hit + self.false_alarm).unwrap_or(0)
    }

    /// Share of what is there that was recognised, in per mille; 0 where nothing is there.
    pub fn recall(&self) -> u32 {
        (1000 * self.hit).checked_div(self.hit + self.miss).unwrap_or(0)
    }

    /// F1 in per mille; 0 where nothing was hit.
    pub fn f1(&self) -> u32 {
        self.weighted(10)
    }

    /// F-measure in per mille that weighs a false alarm `weight` times as heavily as a miss, in tenths.
    pub fn weighted(&self, weight: u32) -> u32 {
        let whole = 20 * self.hit + weight * self.false_alarm + 10 * self.miss;
        (20_000 * self.hit).checked_div(whole).unwrap_or(0)
    }
}

/// Counts by move, and how many messages were read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scores {
    moves: Vec<Tally>,
    /// Messages read.
    pub messages: u32,
    confusions: BTreeMap<(Option<Move>, Option<Move>), u32>,
}

impl Default for Scores {
    fn default() -> Scores {
        Scores { moves: vec![Tally::default(); Move::ALL.len()], messages: 0, confusions: BTreeMap::new() }
    }
}

impl Scores {
    /// Counts one message.
    pub fn add(&mut self, there: &[Move], heard: &[Move]) {
        self.messages += 1;
        for (mv, tally) in Move::ALL.into_iter().zip(&mut self.moves) {
            tally.add(there.contains(&mv), heard.contains(&mv));
        }
        let only = |a: &[Move], b: &[Move]| -> Vec<Option<Move>> {
            let rest: Vec<Option<Move>> = a.iter().filter(|mv| !b.contains(mv)).copied().map(Some).collect();
            if rest.is_empty() { vec![None] } else { rest }
        };
        for missed in only(there, heard) {
            for instead in only(heard, there) {
                if missed.is_some() || instead.is_some() {
                    *self.confusions.entry((missed, instead)).or_default() += 1;
                }
            }
        }
    }

    /// The counts of one move.
    pub fn of(&self, mv: Move) -> Tally {
        self.moves.get(mv.index()).copied().unwrap_or_default()
    }

    /// All decisions together.
    pub fn total(&self) -> Tally {
        self.moves.iter().fold(Tally::default(), |a, b| Tally {
            hit: a.hit + b.hit,
            false_alarm: a.false_alarm + b.false_alarm,
            miss: a.miss + b.miss,
        })
    }

    /// F1 over all decisions, in per mille.
    pub fn micro(&self) -> u32 {
        self.total().f1()
    }

    /// Mean F1 over moves that occur, in per mille.
    pub fn macro_mean(&self) -> u32 {
        let occurring: Vec<u32> = self.moves.iter().filter(|t| t.hit + t.miss > 0).map(Tally::f1).collect();
        occurring.iter().sum::<u32>().checked_div(occurring.len() as u32).unwrap_or(0)
    }

    /// The most frequent confusions: the move that is there, what was heard instead, and in how many messages. `None`
    /// stands for nothing.
    pub fn confusions(&self, most: usize) -> Vec<(Option<Move>, Option<Move>, u32)> {
        let mut all: Vec<_> = self.confusions.iter().map(|((a, b), count)| (*a, *b, *count)).collect();
        all.sort_by_key(|(a, b, count)| (std::cmp::Reverse(*count), *a, *b));
        all.truncate(most);
        all
    }
}

/// From which confidence on, in per mille, moves are counted together.
const STEPS: [u16; 6] = [0, 530, 600, 700, 800, 900];

/// Whether confidence means what it says: of the moves told with about so much confidence, how many are there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calibration {
    bands: [Band; STEPS.len()],
}

/// Moves told with about the same confidence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Band {
    /// Moves told.
    pub told: u32,
    /// Of these, how many are there.
    pub there: u32,
    /// Their confidences added up, in per mille.
    claimed: u32,
}

impl Band {
    /// The mean confidence, in per mille; 0 where nothing was told.
    pub fn confidence(&self) -> u32 {
        self.claimed.checked_div(self.told).unwrap_or(0)
    }

    /// The share that is there, in per mille; 0 where nothing was told.
    pub fn right(&self) -> u32 {
        (1000 * self.there).checked_div(self.told).unwrap_or(0)
    }
}

impl Calibration {
    /// Counts one move that was told with a confidence in per mille.
    pub fn add(&mut self, confidence: u16, there: bool) {
        let reached = self.bands.iter_mut().zip(STEPS).rev().find(|(_, from)| confidence >= *from);
        if let Some((band, _)) = reached {
            band.told += 1;
            band.there += u32::from(there);
            band.claimed += u32::from(confidence);
        }
    }

    /// The bands in which anything was told, with the confidence each begins at.
    pub fn bands(&self) -> impl Iterator<Item = (u16, Band)> {
        STEPS.into_iter().zip(self.bands).filter(|(_, band)| band.told > 0)
    }

    /// The mean distance between what was claimed and what was there, over all moves told, in per mille.
    pub fn error(&self) -> u32 {
        let apart: u32 = self.bands.iter().map(|b| b.claimed.abs_diff(1000 * b.there)).sum();
        apart.checked_div(self.bands.iter().map(|b| b.told).sum()).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f1_counts_hits_misses_and_false_alarms_by_move_and_over_all() {
        let mut scores = Scores::default();
        scores.add(&[Move::Apologize, Move::Thank], &[Move::Apologize]);
        scores.add(&[Move::Apologize], &[Move::Dismiss]);
        scores.add(&[], &[]);
        let apology = scores.of(Move::Apologize);
        assert_eq!((apology.precision(), apology.recall(), apology.f1()), (1000, 500, 666));
        assert_eq!(scores.of(Move::Dismiss).f1(), 0);
        // 1 hit, 2 misses, 1 false alarm; the mean is over the two moves that occur.
        assert_eq!((scores.micro(), scores.macro_mean(), scores.messages), (400, 333, 3));
        let worst = scores.confusions(2);
        assert!(worst.contains(&(Some(Move::Apologize), Some(Move::Dismiss), 1)), "{worst:?}");
        assert!(worst.contains(&(Some(Move::Thank), None, 1)), "{worst:?}");
    }
    #[test]
    fn confidence_is_compared_with_what_was_there_band_by_band() {
        let mut calibration = Calibration::default();
        for (confidence, there) in [(820, true), (860, true), (840, false), (560, false), (1000, true)] {
            calibration.add(confidence, there);
        }
        let bands: Vec<_> =
            calibration.bands().map(|(from, b)| (from, b.told, b.confidence(), b.right())).collect();
        assert_eq!(bands, [(530, 1, 560, 0), (800, 3, 840, 666), (900, 1, 1000, 1000)]);
        // (560 + |2520 - 2000| + 0) over five moves.
        assert_eq!(calibration.error(), 216);
    }
}
