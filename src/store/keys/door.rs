//! Keys of who was let in, and of the codes that let in.

use std::ops::Range;

use crate::base::id::TraineeId;

use super::bytes::build;
use super::{ADMISSION, CODE, Key};

/// Constructors and ranges.
impl Key {
    /// That somebody was let in, or taken off; a group by its chat's number.
    pub fn admission(who: TraineeId) -> Key {
        build(ADMISSION).signed(who.0).key()
    }

    /// Everybody of whom that is kept.
    pub fn all_admissions() -> Range<Key> {
        build(ADMISSION).range()
    }

    /// Everything that codes give.
    pub fn all_codes() -> Range<Key> {
        build(CODE).range()
    }

    /// What a code is kept under, for whoever has to keep it under something else. `None` for other keys.
    pub fn code_name(&self) -> Option<&str> {
        let (kind, rest) = self.as_bytes().split_first()?;
        std::str::from_utf8(rest).ok().filter(|_| *kind == CODE)
    }
}
