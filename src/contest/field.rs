//! What all runs of a round show together, for the debrief: how scores are spread and where one of them stands; what the
//! group did well and what it missed most. Counts only: nobody's name goes in.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use crate::base::cause::Cause;
use crate::base::moves::{Move, Sign};
use crate::debrief::Report;
use crate::debrief::record::causes;
use crate::session::fold::Session;

/// Fewer runs than this show no group, but persons.
pub const FEWEST: usize = 3;
/// Things named as done well, and as missed.
const NAMED: usize = 3;

/// The scores of a round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    /// Lowest first.
    scores: Vec<u8>,
}

/// Where a score stands among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// One more than those above it.
    pub place: u32,
    /// How many have this score; 0 where it is not among them.
    pub equals: u32,
    /// Of how many.
    pub of: u32,
}

impl Field {
    /// Of these scores: one for each participant, the best.
    pub fn of(scores: impl IntoIterator<Item = u8>) -> Field {
        let mut scores: Vec<u8> = scores.into_iter().map(|score| score.min(100)).collect();
        scores.sort_unstable();
        Field { scores }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.scores.len()
    }

    /// How many scored 0 to 9, 10 to 19, and so on; the last has 90 to 100.
    pub fn deciles(&self) -> [u32; 10] {
        let mut counts = [0; 10];
        for score in &self.scores {
            if let Some(count) = counts.get_mut(usize::from(score / 10).min(9)) {
                *count += 1;
            }
        }
        counts
    }

    /// Twice the median, so that it stays whole: the one in the middle, or the mean of the two. `None` for nobody.
    pub fn doubled_median(&self) -> Option<u32> {
        let count = self.scores.len();
        let at = |place: usize| self.scores.get(place).copied().map(u32::from);
        Some(at(count.checked_sub(1)? / 2)? + at(count / 2)?)
    }

    /// Where a score stands.
    pub fn rank(&self, score: u8) -> Rank {
        let count = |is: fn(&u8, &u8) -> bool| {
            u32::try_from(self.scores.iter().filter(|other| is(other, &score)).count()).unwrap_or(u32::MAX)
        };
        Rank { place: count(u8::gt).saturating_add(1), equals: count(u8::eq), of: count(|_, _| true) }
    }
}

/// Something that is done or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item<'a> {
    /// A move.
    Move(Move),
    /// A step of a method, by the curriculum's ids.
    Step {
        /// The method.
        method: &'a str,
        /// The step.
        step: &'a str,
    },
}

/// What one run showed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown<'a> {
    /// Moves that were made.
    pub moves: BTreeSet<Move>,
    /// Steps of the methods that the conversation called for, and whether each was taken.
    pub steps: BTreeMap<(&'a str, &'a str), bool>,
}

impl Shown<'static> {
    /// What a session showed.
    pub fn of(session: &Session, report: &Report) -> Shown<'static> {
        let moves = session.turns.iter().flat_map(|turn| causes(turn).into_keys());
        let moves = moves.filter_map(|cause| match cause {
            Cause::Move(mv) => Some(mv),
            Cause::Circumstance(_) => None,
        });
        let called = report.methods.iter().filter(|method| method.applied);
        let steps =
            called.flat_map(|method| method.steps.iter().map(|step| ((method.method, step.id), step.done)));
        Shown { moves: moves.collect(), steps: steps.collect() }
    }
}

/// How many did something, of those who had occasion to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share<'a> {
    /// What.
    pub item: Item<'a>,
    /// How many did it.
    pub did: u32,
    /// Of how many.
    pub of: u32,
}

impl Share<'_> {
    /// By the share, without dividing.
    fn compare(&self, other: &Share<'_>) -> Ordering {
        let product = |one: &Share<'_>, two: &Share<'_>| u64::from(one.did) * u64::from(two.of);
        product(self, other).cmp(&product(other, self))
    }

    fn is_most(&self) -> bool {
        u64::from(self.did) * 2 >= u64::from(self.of)
    }
}

/// What a group did well, what it missed, and what hurt.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group<'a> {
    /// Moves that help and steps of methods that most took, those of most first.
    pub well: Vec<Share<'a>>,
    /// Steps of methods that fewer than half took where they were called for, those of fewest first.
    pub missed: Vec<Share<'a>>,
    /// Moves that usually hurt, those of most first.
    pub hurt: Vec<Share<'a>>,
}

impl<'a> Group<'a> {
    /// Over all runs of a round; empty for fewer than [`FEWEST`]. At most three of each kind.
    pub fn of(runs: &[Shown<'a>]) -> Group<'a> {
        if runs.len() < FEWEST {
            return Group::default();
        }
        let all = u32::try_from(runs.len()).unwrap_or(u32::MAX);
        let mut made: BTreeMap<Move, u32> = BTreeMap::new();
        let mut steps: BTreeMap<(&'a str, &'a str), (u32, u32)> = BTreeMap::new();
        for run in runs {
            run.moves.iter().for_each(|mv| *made.entry(*mv).or_default() += 1);
            for (step, done) in &run.steps {
                let (did, of) = steps.entry(*step).or_default();
                *did += u32::from(*done);
                *of += 1;
            }
        }
        let by_sign = |sign: Sign| made.iter().filter(move |(mv, _)| mv.sign() == sign);
        let share = |(mv, did): (&Move, &u32)| Share { item: Item::Move(*mv), did: *did, of: all };
        // A step that two of twenty were called to says nothing about the group.
        let called = steps.iter().filter(|(_, (_, of))| u64::from(*of) * 2 >= u64::from(all));
        let called = called.map(|((method, step), (did, of))| Share {
            item: Item::Step { method, step },
            did: *did,
            of: *of,
        });
        let (taken, left): (Vec<Share<'a>>, Vec<Share<'a>>) = called.partition(Share::is_most);
        let well = by_sign(Sign::Helps).map(share).filter(Share::is_most).chain(taken).collect();
        Group {
            well: first(well, |a, b| b.compare(a)),
            missed: first(left, Share::compare),
            hurt: first(by_sign(Sign::Hurts).map(share).collect(), |a, b| b.compare(a)),
        }
    }
}

/// The first few in this order; equals in the order of what they are.
fn first<'a>(
    mut shares: Vec<Share<'a>>,
    order: impl Fn(&Share<'a>, &Share<'a>) -> Ordering,
) -> Vec<Share<'a>> {
    shares.sort_by(|a, b| order(a, b).then(a.item.cmp(&b.item)));
    shares.truncate(NAMED);
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_fall_into_ten_parts_with_a_median_and_a_place_each() {
        let field = Field::of([100, 0, 9, 10, 90, 55]);
        assert_eq!(field.deciles(), [2, 1, 0, 0, 0, 1, 0, 0, 0, 2]);
        assert_eq!((field.doubled_median(), Field::of([3, 9, 4]).doubled_median()), (Some(65), Some(8)));
        assert_eq!(field.rank(90), Rank { place: 2, equals: 1, of: 6 });
        assert_eq!(field.rank(95), Rank { place: 2, equals: 0, of: 6 });
        assert_eq!(Field::of([5, 5, 1]).rank(5), Rank { place: 1, equals: 2, of: 3 });
        assert_eq!((Field::default().doubled_median(), Field::default().rank(1).place), (None, 1));
    }

    fn shown(moves: &[Move], steps: &[(&'static str, bool)]) -> Shown<'static> {
        let steps = steps.iter().map(|(step, done)| (("apology_five", *step), *done));
        Shown { moves: moves.iter().copied().collect(), steps: steps.collect() }
    }

    #[test]
    fn a_group_is_told_what_most_did_what_most_left_out_and_what_hurt() {
        let runs = [
            shown(&[Move::Apologize, Move::Dismiss], &[("admit", false), ("sorry", true), ("repair", true)]),
            shown(&[Move::Apologize, Move::Greet], &[("admit", false), ("sorry", true), ("repair", false)]),
            shown(&[Move::Apologize, Move::Greet, Move::Humor], &[("admit", true)]),
            shown(&[Move::Close], &[("prevent", false)]),
        ];
        let group = Group::of(&runs);
        fn names<'a>(shares: &[Share<'a>]) -> Vec<(Item<'a>, u32, u32)> {
            shares.iter().map(|s| (s.item, s.did, s.of)).collect()
        }
        let step = |step| Item::Step { method: "apology_five", step };
        // `prevent` was called for once only; `humor` and `close` may help or hurt.
        assert_eq!(
            names(&group.well),
            [(step("sorry"), 2, 2), (Item::Move(Move::Apologize), 3, 4), (Item::Move(Move::Greet), 2, 4)]
        );
        assert_eq!(names(&group.missed), [(step("admit"), 1, 3)]);
        assert_eq!(names(&group.hurt), [(Item::Move(Move::Dismiss), 1, 4)]);
        assert_eq!(Group::of(&runs[..2]), Group::default());
    }
}
