//! Codes that were none: how many of them somebody may send, and all together. In memory only, so a start forgets them; at these
//! rates 59 bits are guessed by nobody all the same.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::base::id::TraineeId;
use crate::base::rate::{Meter, Rate};
use crate::base::time::Moment;

/// Of one person: five at once, then one in ten minutes.
const OWN: Rate = Rate { burst: 5, every: 10 * 60_000 };
/// Of all: a class that mistypes is far below it.
const ALL: Rate = Rate { burst: 200, every: 6_000 };
/// Meters kept at most before those that are rested are thrown away.
const MOST: usize = 10_000;
const MINUTE: i64 = 60_000;

/// Who has tried how often.
#[derive(Default)]
pub(in crate::desk) struct Tries(Mutex<Meters>);

#[derive(Default)]
struct Meters {
    all: Meter,
    own: HashMap<i64, Meter>,
}

impl Tries {
    /// Whether she may try another code.
    ///
    /// # Errors
    /// In how many minutes.
    pub(in crate::desk) fn may(&self, who: TraineeId, at: Moment) -> Result<(), u32> {
        let meters = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let own = meters.own.get(&who.0).copied().unwrap_or_default();
        match own.wait(OWN, at).max(meters.all.wait(ALL, at)) {
            0 => Ok(()),
            wait => Err(u32::try_from(wait.saturating_add(MINUTE - 1) / MINUTE).unwrap_or(u32::MAX)),
        }
    }

    /// One of hers was none.
    pub(in crate::desk) fn failed(&self, who: TraineeId, at: Moment) {
        let mut meters = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        meters.all.take(ALL, at);
        if meters.own.len() >= MOST && !meters.own.contains_key(&who.0) {
            meters.own.retain(|_, meter| !meter.is_rested(at));
        }
        meters.own.entry(who.0).or_default().take(OWN, at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_five_she_waits_and_others_do_not() {
        let (tries, at) = (Tries::default(), Moment(1_000_000));
        for _ in 0..5 {
            assert_eq!(tries.may(TraineeId(7), at), Ok(()));
            tries.failed(TraineeId(7), at);
        }
        assert_eq!(tries.may(TraineeId(7), at), Err(10));
        assert_eq!(tries.may(TraineeId(8), at), Ok(()));
        assert_eq!(tries.may(TraineeId(7), Moment(at.0 + 10 * MINUTE)), Ok(()));
    }

    #[test]
    fn many_people_together_are_held_back_too() {
        let (tries, at) = (Tries::default(), Moment(1_000_000));
        (0..200).for_each(|who| tries.failed(TraineeId(who), at));
        assert_eq!(tries.may(TraineeId(999), at), Err(1));
        assert_eq!(tries.may(TraineeId(999), Moment(at.0 + 6_000)), Ok(()));
    }
}
