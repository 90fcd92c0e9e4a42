//! Keys of contests.

use std::ops::Range;

use crate::base::id::TraineeId;

use super::bytes::build;
use super::{CONTEST, ENTRANT, Key};

/// Constructors and ranges.
impl Key {
    /// A contest.
    pub fn contest(number: u64) -> Key {
        build(CONTEST).long(number).key()
    }

    /// Somebody's part in a contest.
    pub fn entrant(contest: u64, trainee: TraineeId) -> Key {
        build(ENTRANT).long(contest).signed(trainee.0).key()
    }

    /// All contests.
    pub fn all_contests() -> Range<Key> {
        build(CONTEST).range()
    }

    /// Everybody's part in a contest.
    pub fn entrants_of(contest: u64) -> Range<Key> {
        build(ENTRANT).long(contest).range()
    }

    /// Everybody's part in every contest.
    pub fn all_entrants() -> Range<Key> {
        build(ENTRANT).range()
    }
}
