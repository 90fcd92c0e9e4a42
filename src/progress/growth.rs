//! From the journal to what grew and what is weakest: outcomes by type and grade, skills, moves, offences, methods.
//!
//! A skill is a line of the published rubric, so that progress is measured by the same ruler as each conversation.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::ending::Ending;
use crate::base::moves::{Move, Sign};
use crate::base::time::Moment;
use crate::debrief::rubric;
use crate::persona::model::Grade;

use super::entry::Entry;
use super::zone::Zone;

/// Conversations that "lately" means.
pub const LATELY: usize = 5;
/// Percent by which a skill must have risen to be named.
const RISE: i32 = 5;
/// Skills named as grown, and as weakest.
const SKILLS: usize = 3;
/// A skill at this many percent or more is no weakness.
pub(super) const GOOD: i32 = 80;
/// Moves named as used most.
const MOVES: usize = 5;

/// Everything that progress shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Growth {
    /// Fresh runs that were long enough to be judged; all below is about these.
    pub runs: usize,
    /// Practice branches, which count in nothing else.
    pub branches: usize,
    /// Days on which something was reflected on.
    pub days: usize,
    /// Days in a row up to today or yesterday; 0 where there is no such row.
    pub streak: usize,
    /// The latest runs.
    pub lately: Option<Stretch>,
    /// As many runs before them; `None` where there are too few.
    pub before: Option<Stretch>,
    /// Skills that rose between the two, most first; at most three.
    pub grown: Vec<Change>,
    /// The weakest skills lately, weakest first; at most three.
    pub weakest: Vec<Skill>,
    /// Helpful moves used most, by id, with the number of messages.
    pub moves: Vec<(String, u32)>,
    /// Methods, by id: in how many runs each was done in full, of those that called for it.
    pub methods: Vec<(String, usize, usize)>,
    /// Outcomes by grade, easiest first.
    pub grades: Vec<(Grade, Group)>,
    /// Outcomes by customer type, most practised first.
    pub kinds: Vec<(String, Group)>,
}

/// Some runs together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// How many.
    pub runs: usize,
    /// Mean score, rounded down.
    pub score: i64,
    /// Messages with a move that usually hurts.
    pub offences: u32,
    /// Messages.
    pub messages: u32,
}

/// A skill and how well it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Skill {
    /// The rubric's line.
    pub id: &'static str,
    /// Points earned of those possible, in percent.
    pub percent: i32,
}

/// A skill that changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The rubric's line.
    pub id: &'static str,
    /// Percent before.
    pub from: i32,
    /// Percent lately.
    pub to: i32,
}

/// Outcomes of some runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// How many.
    pub runs: usize,
    /// How many ended satisfied or accepted.
    pub well: usize,
    sum: i64,
}

impl Group {
    /// Mean score, rounded down.
    pub fn score(&self) -> i64 {
        mean(self.sum, self.runs)
    }

    /// Sum of scores.
    pub fn sum(&self) -> i64 {
        self.sum
    }

    fn add(&mut self, entry: &Entry) {
        self.runs += 1;
        self.well += usize::from(matches!(entry.ending, Ending::Satisfied | Ending::Accepted));
        self.sum += i64::from(entry.score);
    }
}

/// What a journal shows, oldest entry first, seen at `now` from where her clock hangs.
pub fn growth(entries: &[Entry], zone: &Zone, now: Moment) -> Growth {
    let fresh: Vec<&Entry> = entries.iter().filter(|entry| entry.counts()).collect();
    let (earlier, lately) = parts(&fresh);
    let days: BTreeSet<i64> = entries.iter().map(|entry| zone.day(entry.at)).collect();
    Growth {
        runs: fresh.len(),
        branches: entries.iter().filter(|entry| entry.branch.is_some()).count(),
        streak: streak(&days, zone.day(now)),
        days: days.len(),
        lately: stretch(lately),
        before: stretch(earlier),
        grown: grown(earlier, lately),
        weakest: weakest(lately),
        moves: moves(&fresh),
        methods: methods(&fresh),
        grades: grades(&fresh),
        kinds: kinds(&fresh),
    }
}

/// The latest runs and as many before them, at most [`LATELY`] each; with fewer than twice as many, halves.
pub(super) fn parts<'a, 'e>(fresh: &'a [&'e Entry]) -> (&'a [&'e Entry], &'a [&'e Entry]) {
    let count = match fresh.len() {
        few @ 0..=3 => return (&[], fresh.get(..few).unwrap_or(&[])),
        some => (some / 2).min(LATELY),
    };
    let middle = fresh.len() - count;
    (fresh.get(middle - count..middle).unwrap_or(&[]), fresh.get(middle..).unwrap_or(&[]))
}

pub(super) fn mean(sum: i64, count: usize) -> i64 {
    sum / i64::try_from(count.max(1)).unwrap_or(1)
}

fn stretch(runs: &[&Entry]) -> Option<Stretch> {
    let sum = runs.iter().map(|entry| i64::from(entry.score)).sum();
    (!runs.is_empty()).then(|| Stretch {
        runs: runs.len(),
        score: mean(sum, runs.len()),
        offences: runs.iter().map(|entry| entry.offences()).sum(),
        messages: runs.iter().map(|entry| u32::from(entry.turns)).sum(),
    })
}

/// Percent of the possible points that some runs earned of a line. `None` where it never stood in one.
pub fn percent<'e>(runs: impl Iterator<Item = &'e Entry>, id: &str) -> Option<i32> {
    let lines = runs.flat_map(|entry| entry.lines.iter().filter(|line| line.id == id));
    let (earned, possible) = lines.fold((0, 0), |sum, line| (sum.0 + line.earned, sum.1 + line.possible));
    (possible > 0).then(|| earned * 100 / possible)
}

/// Every skill of some runs, weakest first; of equals, the one that weighs most.
pub fn skills(runs: &[&Entry]) -> Vec<Skill> {
    let lines = rubric::ITEMS.into_iter().filter(|item| *item != rubric::OUTCOME);
    let skill = |item: rubric::Item| {
        let percent = percent(runs.iter().copied(), item.id)?;
        Some((percent, std::cmp::Reverse(item.points), Skill { id: item.id, percent }))
    };
    let mut all: Vec<_> = lines.filter_map(skill).collect();
    all.sort_by_key(|(percent, points, _)| (*percent, *points));
    all.into_iter().map(|(_, _, skill)| skill).collect()
}

/// The latest counted runs of a journal.
pub fn latest(entries: &[Entry]) -> Vec<&Entry> {
    let fresh: Vec<&Entry> = entries.iter().filter(|entry| entry.counts()).collect();
    let from = fresh.len().saturating_sub(LATELY);
    fresh.get(from..).unwrap_or(&[]).to_vec()
}

fn weakest(lately: &[&Entry]) -> Vec<Skill> {
    skills(lately).into_iter().filter(|skill| skill.percent < GOOD).take(SKILLS).collect()
}

fn grown(earlier: &[&Entry], lately: &[&Entry]) -> Vec<Change> {
    let change = |skill: Skill| {
        let from = percent(earlier.iter().copied(), skill.id)?;
        Some(Change { id: skill.id, from, to: skill.percent }).filter(|c| c.to - c.from >= RISE)
    };
    let mut all: Vec<Change> = skills(lately).into_iter().filter_map(change).collect();
    all.sort_by_key(|change| change.from - change.to);
    all.truncate(SKILLS);
    all
}

fn moves(fresh: &[&Entry]) -> Vec<(String, u32)> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for (id, count) in fresh.iter().flat_map(|entry| &entry.moves) {
        if Move::parse(id).is_some_and(|mv| mv.sign() == Sign::Helps) {
            *counts.entry(id).or_default() += u32::from(*count);
        }
    }
    let mut all: Vec<(String, u32)> = counts.into_iter().map(|(id, count)| (id.to_owned(), count)).collect();
    all.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    all.truncate(MOVES);
    all
}

fn methods(fresh: &[&Entry]) -> Vec<(String, usize, usize)> {
    let mut found: Vec<(String, usize, usize)> = Vec::new();
    for met in fresh.iter().flat_map(|entry| &entry.methods) {
        let whole = usize::from(met.done >= met.total);
        match found.iter_mut().find(|(id, ..)| *id == met.id) {
            Some((_, done, called)) => (*done, *called) = (*done + whole, *called + 1),
            None => found.push((met.id.clone(), whole, 1)),
        }
    }
    found
}

fn grades(fresh: &[&Entry]) -> Vec<(Grade, Group)> {
    let mut groups: BTreeMap<Grade, Group> = BTreeMap::new();
    fresh.iter().for_each(|entry| groups.entry(entry.grade).or_default().add(entry));
    groups.into_iter().collect()
}

fn kinds(fresh: &[&Entry]) -> Vec<(String, Group)> {
    let mut groups: BTreeMap<&str, Group> = BTreeMap::new();
    for entry in fresh {
        if let Some(kind) = &entry.kind {
            groups.entry(kind).or_default().add(entry);
        }
    }
    let mut all: Vec<(String, Group)> =
        groups.into_iter().map(|(kind, group)| (kind.to_owned(), group)).collect();
    all.sort_by_key(|(_, group)| std::cmp::Reverse(group.runs));
    all
}

/// Days in a row that reach today or yesterday: today is not over yet.
fn streak(days: &BTreeSet<i64>, today: i64) -> usize {
    let last = [today, today - 1].into_iter().find(|day| days.contains(day));
    last.map_or(0, |last| (0..).take_while(|back| days.contains(&(last - back))).count())
}
