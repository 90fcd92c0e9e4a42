//! From the journal to what its two pictures show: the weeks, and how far each part of the rubric has come.

use std::collections::BTreeMap;

use crate::base::time::Moment;
use crate::debrief::rubric::{ITEMS, Part};

use super::entry::Entry;
use super::growth::{mean, parts};
use super::zone::{Zone, monday};

/// Most weeks in a picture: more would stand too close on a phone.
const WEEKS: i64 = 12;
/// Weeks with practice from which a line can be drawn.
const FEWEST_WEEKS: usize = 2;
/// Counted runs from which a shape says more than one lucky day.
pub const FEWEST_RUNS: usize = 3;

/// One week of practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// Month of its Monday, 1 to 12.
    pub month: u8,
    /// Day of its Monday, 1 to 31.
    pub day: u8,
    /// Mean score of the runs that count, 0 to 100, rounded down; `None` where there was none.
    pub score: Option<u8>,
    /// Runs that count.
    pub runs: u16,
}

/// A part of the rubric and how far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The part's id.
    pub id: &'static str,
    /// Points earned lately of those possible, in percent.
    pub now: u8,
    /// The same in as many runs before; `None` where there are too few.
    pub before: Option<u8>,
}

/// The weeks up to the present one, oldest first, from her first on and at most [`WEEKS`]; weeks between without practice
/// are among them. `None` where fewer than two of them have any: one point is no line.
pub fn weeks(entries: &[Entry], zone: &Zone, now: Moment) -> Option<Vec<Week>> {
    let mut scores: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.counts()) {
        scores.entry(zone.week(entry.at)).or_default().push(i64::from(entry.score));
    }
    let last = scores.keys().next_back().copied()?.max(zone.week(now));
    let first = scores.keys().next().copied()?.max(last - WEEKS + 1);
    let shown: Vec<Week> = (first..=last).map(|week| one(week, scores.get(&week))).collect();
    (shown.iter().filter(|week| week.runs > 0).count() >= FEWEST_WEEKS).then_some(shown)
}

fn one(week: i64, scores: Option<&Vec<i64>>) -> Week {
    let (month, day) = monday(week);
    let score = scores.map(|all| percent(mean(all.iter().sum(), all.len())));
    let runs = scores.map_or(0, |all| u16::try_from(all.len()).unwrap_or(u16::MAX));
    Week { month, day, score, runs }
}

/// How far each part of the rubric has come lately, and before. `None` before [`FEWEST_RUNS`] runs that count.
pub fn reaches(entries: &[Entry]) -> Option<Vec<Reach>> {
    let fresh: Vec<&Entry> = entries.iter().filter(|entry| entry.counts()).collect();
    if fresh.len() < FEWEST_RUNS {
        return None;
    }
    let (earlier, lately) = parts(&fresh);
    let reach =
        |part: Part| Some(Reach { id: part.id(), now: earned(lately, part)?, before: earned(earlier, part) });
    Some(Part::ALL.into_iter().filter_map(reach).collect())
}

/// Percent of the possible points that some runs earned in a part. `None` where there are no runs.
fn earned(runs: &[&Entry], part: Part) -> Option<u8> {
    let belongs = |id: &str| ITEMS.iter().any(|item| item.id == id && item.part == part);
    let lines = runs.iter().flat_map(|entry| entry.lines.iter().filter(|line| belongs(&line.id)));
    let (earned, possible) = lines.fold((0, 0), |sum, line| (sum.0 + line.earned, sum.1 + line.possible));
    (possible > 0).then(|| percent(i64::from(earned) * 100 / i64::from(possible)))
}

fn percent(number: i64) -> u8 {
    u8::try_from(number.clamp(0, 100)).unwrap_or(0)
}
