//! Who lives, whose share is whose, and what is to be done about it: decided from what was read of the store, by one's own
//! clock alone. Pure; nothing here reads or writes.

use std::collections::BTreeMap;

use tokio::time::{Duration, Instant};

use super::SHARES;

/// A share as it stands in the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Standing {
    /// The replica's number; `None` where nobody has it.
    pub holder: Option<u64>,
    /// The version of its entry; `None` where there is none.
    pub version: Option<u64>,
}

/// What one replica knows of the others.
pub(super) struct Ledger {
    me: u64,
    /// After how long without a sign a replica counts as gone.
    silence: Duration,
    /// The last sign of each, and when it was first seen.
    signs: BTreeMap<u64, (u64, Instant)>,
    /// When it was last looked.
    looked: Option<Instant>,
}

/// What is to be done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Moves {
    /// Shares to be taken, with what they must still be.
    pub take: Vec<(u32, Option<u64>)>,
    /// Shares of one's own that are another's to have.
    pub give: Vec<u32>,
    /// Replicas that have been gone for long, whose signs can be cleared away.
    pub buried: Vec<u64>,
    /// Whether somebody has been silent for so long that it had better be looked again soon.
    pub suspects: bool,
}

/// A replica gone for so many times the silence is forgotten.
const LONG_GONE: u32 = 20;

impl Ledger {
    pub(super) fn new(me: u64, silence: Duration) -> Ledger {
        Ledger { me, silence, signs: BTreeMap::new(), looked: None }
    }

    /// Takes in the signs as they were read at `now`, and decides. A replica lives as long as its sign has changed within the
    /// silence, by this clock; one that is seen for the first time counts as living, as it may well be.
    pub(super) fn decide(
        &mut self,
        now: Instant,
        signs: &BTreeMap<u64, u64>,
        shares: &BTreeMap<u32, Standing>,
    ) -> Moves {
        self.signs.retain(|replica, _| signs.contains_key(replica));
        // Who did not look cannot say that others were silent: they may have waited for the same store.
        if self.looked.is_some_and(|looked| now.saturating_duration_since(looked) > self.silence / 2) {
            self.signs.values_mut().for_each(|seen| seen.1 = now);
        }
        self.looked = Some(now);
        for (replica, sign) in signs {
            let seen = self.signs.entry(*replica).or_insert((*sign, now));
            if seen.0 != *sign {
                *seen = (*sign, now);
            }
        }
        let silent = |(_, at): &(u64, Instant)| now.saturating_duration_since(*at);
        let lives = |replica: u64| {
            replica == self.me || self.signs.get(&replica).is_some_and(|seen| silent(seen) <= self.silence)
        };
        let living: Vec<u64> =
            signs.keys().copied().chain([self.me]).filter(|replica| lives(*replica)).collect();
        let mut moves = Moves::default();
        for share in 0..SHARES {
            let standing = shares.get(&share).copied().unwrap_or(Standing { holder: None, version: None });
            let mine = rightful(share, &living) == Some(self.me);
            let free = standing.holder.is_none_or(|holder| !lives(holder));
            match standing.holder {
                Some(holder) if holder == self.me && !mine => moves.give.push(share),
                _ if mine && free => moves.take.push((share, standing.version)),
                _ => {}
            }
        }
        let gone = |(replica, seen): (&u64, &(u64, Instant))| {
            (*replica != self.me && silent(seen) > self.silence * LONG_GONE).then_some(*replica)
        };
        let fallen = |at: &(u64, Instant)| (self.silence / 2..=self.silence * 2).contains(&silent(at));
        moves.suspects = self.signs.iter().any(|(replica, seen)| *replica != self.me && fallen(seen));
        moves.buried = self.signs.iter().filter_map(gone).collect();
        moves
    }
}

/// Who should have a share, of those who live: the one whose number goes with it best. When somebody comes or goes, only his
/// shares change hands (rendezvous hashing).
fn rightful(share: u32, living: &[u64]) -> Option<u64> {
    living.iter().copied().max_by_key(|replica| (stir(replica ^ stir(u64::from(share))), *replica))
}

/// Spreads a number over all others (the finaliser of SplitMix64).
pub(super) fn stir(number: u64) -> u64 {
    let mut z = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SILENCE: Duration = Duration::from_secs(5);

    fn signs(all: &[(u64, u64)]) -> BTreeMap<u64, u64> {
        all.iter().copied().collect()
    }

    fn held_by(holder: u64) -> BTreeMap<u32, Standing> {
        (0..SHARES).map(|share| (share, Standing { holder: Some(holder), version: Some(7) })).collect()
    }

    #[test]
    fn the_first_replica_takes_everything() {
        let mut ledger = Ledger::new(1, SILENCE);
        let moves = ledger.decide(Instant::now(), &signs(&[(1, 1)]), &BTreeMap::new());
        assert_eq!(moves.take.len(), SHARES as usize);
        assert!(moves.take.iter().all(|(_, version)| version.is_none()));
    }

    #[test]
    fn two_agree_without_a_word_and_nobody_else_is_moved() {
        let now = Instant::now();
        let both = signs(&[(1, 1), (2, 1)]);
        let given = Ledger::new(1, SILENCE).decide(now, &both, &held_by(1)).give;
        let free = (0..SHARES).map(|share| (share, Standing { holder: None, version: Some(8) })).collect();
        let taken = Ledger::new(2, SILENCE).decide(now, &both, &free).take;
        assert_eq!(given, taken.iter().map(|(share, _)| *share).collect::<Vec<_>>());
        assert!((SHARES / 4..=SHARES * 3 / 4).contains(&(given.len() as u32)), "{} of {SHARES}", given.len());
        // What the other still holds is not taken from him while he lives.
        assert!(Ledger::new(2, SILENCE).decide(now, &both, &held_by(1)).take.is_empty());
        // A third one's coming moves shares to him only.
        let three = signs(&[(1, 1), (2, 1), (3, 1)]);
        let to_give = Ledger::new(1, SILENCE).decide(now, &three, &held_by(1)).give;
        assert!(given.iter().all(|share| to_give.contains(share)));
    }

    #[test]
    fn shares_of_one_who_is_silent_are_taken_only_after_the_silence() {
        let start = Instant::now();
        let mut ledger = Ledger::new(1, SILENCE);
        for (after, sign, taken) in [
            (0, 4, false),
            (2, 4, false),
            (4, 5, false),
            (6, 5, false),
            (8, 5, false),
            (9, 5, false),
            (10, 5, true),
        ] {
            let now = start + Duration::from_secs(after);
            let moves = ledger.decide(now, &signs(&[(1, after), (2, sign)]), &held_by(2));
            assert_eq!(!moves.take.is_empty(), taken, "after {after} s");
        }
        // All of them, and with the version at which they were seen.
        let moves = ledger.decide(start + SILENCE * 2, &signs(&[(1, 99), (2, 5)]), &held_by(2));
        assert_eq!(moves.take.len(), SHARES as usize);
        assert!(moves.take.iter().all(|(_, version)| *version == Some(7)));
        assert!(moves.buried.is_empty());
        let last = (11..=120).map(|after| {
            ledger
                .decide(start + Duration::from_secs(after), &signs(&[(1, after), (2, 5)]), &held_by(2))
                .buried
        });
        assert_eq!(last.last(), Some(vec![2]));
    }

    #[test]
    fn who_did_not_look_takes_nobody_for_silent() {
        let start = Instant::now();
        let mut ledger = Ledger::new(1, SILENCE);
        assert!(ledger.decide(start, &signs(&[(1, 1), (2, 5)]), &held_by(2)).take.is_empty());
        // All waited for the store.
        let late = start + SILENCE * 4;
        assert!(ledger.decide(late, &signs(&[(1, 2), (2, 5)]), &held_by(2)).take.is_empty());
        let looked = (1..=3).map(|look| late + look * SILENCE / 2);
        let taken = looked.map(|now| ledger.decide(now, &signs(&[(1, 3), (2, 5)]), &held_by(2)).take.len());
        assert_eq!(taken.last(), Some(SHARES as usize));
    }

    #[test]
    fn shares_of_one_who_is_not_known_at_all_are_free() {
        let mut ledger = Ledger::new(1, SILENCE);
        assert_eq!(ledger.decide(Instant::now(), &signs(&[(1, 1)]), &held_by(2)).take.len(), SHARES as usize);
    }
}
