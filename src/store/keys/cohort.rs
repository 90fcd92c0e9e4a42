//! Keys of what belongs to a cohort beside its members: assignments, and who is to be written to when.

use std::fmt;
use std::ops::Range;

use crate::base::id::TraineeId;
use crate::base::time::Moment;

use super::bytes::{Reader, build};
use super::{ASSIGNMENT, Key, NUDGE};

/// What somebody is to be written to about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Nudge {
    /// The organisation.
    pub organisation: u32,
    /// Its cohort.
    pub cohort: u32,
    /// The assignment's number; 0 for the cohort's weekly digest.
    pub assignment: u32,
    /// Who.
    pub who: TraineeId,
}

impl Nudge {
    pub(super) fn read(rest: &mut Reader<'_>) -> Option<Nudge> {
        let (organisation, cohort, assignment) = (rest.word()?, rest.word()?, rest.word()?);
        Some(Nudge { organisation, cohort, assignment, who: TraineeId(rest.signed()?) })
    }
}

impl fmt::Display for Nudge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}/{}", self.organisation, self.cohort, self.assignment, self.who.0)
    }
}

/// Constructors and ranges.
impl Key {
    /// An assignment of a cohort.
    pub fn assignment(organisation: u32, cohort: u32, number: u32) -> Key {
        build(ASSIGNMENT).word(organisation).word(cohort).word(number).key()
    }

    /// Somebody to be written to about a cohort at a moment.
    pub fn nudge(at: Moment, nudge: Nudge) -> Key {
        let Nudge { organisation, cohort, assignment, who } = nudge;
        let about = build(NUDGE).signed(at.0).word(organisation).word(cohort).word(assignment);
        about.signed(who.0).key()
    }

    /// The assignments of a cohort, oldest first.
    pub fn assignments_of(organisation: u32, cohort: u32) -> Range<Key> {
        build(ASSIGNMENT).word(organisation).word(cohort).range()
    }

    /// The nudges due at `now` or earlier, earliest first.
    pub fn nudges_due(now: Moment) -> Range<Key> {
        build(NUDGE).key()..build(NUDGE).signed(now.0).range().end
    }

    /// All nudges, earliest first.
    pub fn all_nudges() -> Range<Key> {
        build(NUDGE).range()
    }
}
