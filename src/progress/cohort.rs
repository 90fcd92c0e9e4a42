//! A cohort over a week: from its members' journals to what can be told of all of them and of nobody.
//!
//! Each member weighs the same however often she practised, and nothing is told that only one of them did.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::moves::{Move, Sign};
use crate::base::time::Moment;
use crate::debrief::rubric;

use super::entry::{Entry, NotedKind};
use super::growth::{Change, GOOD, Skill, mean, percent};
use super::review::week_before;

/// Members who must have practised before anything but numbers of conversations is told: of fewer it would point at somebody.
pub const FEWEST: usize = 3;
/// Members who must share a move or an omission before it is told.
const SHARED: u32 = 2;
/// Percent by which a skill must have moved to be named.
const MOVED: i32 = 5;
/// Skills, moves and the like named of each sort.
const NAMED: usize = 3;

/// What a cohort's week shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Week {
    /// Members.
    pub members: usize,
    /// How many of them completed a conversation with its debrief.
    pub practised: usize,
    /// Conversations completed.
    pub runs: usize,
    /// How many practised in the week before.
    pub practised_before: usize,
    /// Conversations in the week before.
    pub runs_before: usize,
    /// How well it went; `None` where fewer than [`FEWEST`] practised.
    pub skills: Option<Skills>,
}

/// How well a week went, of all who practised together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Skills {
    /// Mean of the members' mean scores, 0 to 100, rounded down.
    pub score: i64,
    /// The same in the week before; `None` where fewer than [`FEWEST`] practised then.
    pub score_before: Option<i64>,
    /// The strongest skills, strongest first.
    pub strongest: Vec<Skill>,
    /// The weakest skills, weakest first; none that is good, or among the strongest.
    pub weakest: Vec<Skill>,
    /// Skills that moved against the week before, most first.
    pub moved: Vec<Change>,
    /// Helpful moves, by id, with how many members made them.
    pub helped: Vec<(String, u32)>,
    /// Harmful moves, by id, with how many members made them.
    pub hurt: Vec<(String, u32)>,
    /// What debriefs missed, by id, with of how many members.
    pub missing: Vec<(String, u32)>,
    /// Methods, by id: in how many conversations each was done in full, of those that called for it.
    pub methods: Vec<(String, usize, usize)>,
}

/// The runs of one member.
type Runs<'a> = Vec<&'a Entry>;

/// What the week before `now` shows: one journal a member, of what she completed since she is one.
pub fn week(journals: &[Vec<Entry>], now: Moment) -> Week {
    let since = week_before(now);
    let this = between(journals, since, now);
    let before = between(journals, week_before(since), since);
    let runs = |members: &[Runs<'_>]| members.iter().map(Vec::len).sum();
    Week {
        members: journals.len(),
        practised: this.len(),
        runs: runs(&this),
        practised_before: before.len(),
        runs_before: runs(&before),
        skills: (this.len() >= FEWEST).then(|| skills(&this, &before)),
    }
}

/// The runs of those who have any in a stretch of time: from its beginning on, and before its end.
fn between(journals: &[Vec<Entry>], from: Moment, to: Moment) -> Vec<Runs<'_>> {
    let within = |entry: &&Entry| entry.counts() && (from..to).contains(&entry.at);
    let runs = journals.iter().map(|journal| journal.iter().filter(within).collect::<Runs<'_>>());
    runs.filter(|runs| !runs.is_empty()).collect()
}

fn skills(this: &[Runs<'_>], before: &[Runs<'_>]) -> Skills {
    let before = if before.len() >= FEWEST { before } else { &[] };
    let all = levels(this);
    let strongest: Vec<Skill> = all.iter().rev().take(NAMED).copied().collect();
    let weak = |skill: &&Skill| skill.percent < GOOD && strongest.iter().all(|one| one.id != skill.id);
    Skills {
        score: score(this),
        score_before: (!before.is_empty()).then(|| score(before)),
        weakest: all.iter().filter(weak).take(NAMED).copied().collect(),
        moved: moved(&levels(before), &all),
        helped: moves(this, Sign::Helps),
        hurt: moves(this, Sign::Hurts),
        missing: shared(this, |entry| {
            let gaps = entry.improvements.iter().filter(|noted| noted.kind == NotedKind::Gap);
            gaps.map(|noted| noted.id.as_str()).collect()
        }),
        methods: methods(this),
        strongest,
    }
}

fn score(members: &[Runs<'_>]) -> i64 {
    let of = |runs: &Runs<'_>| mean(runs.iter().map(|entry| i64::from(entry.score)).sum(), runs.len());
    mean(members.iter().map(of).sum(), members.len())
}

/// Every skill, weakest first; of equals the rubric's later one.
fn levels(members: &[Runs<'_>]) -> Vec<Skill> {
    let items = rubric::ITEMS.into_iter().rev().filter(|item| *item != rubric::OUTCOME);
    let level = |id: &'static str| {
        let of = members.iter().filter_map(|runs| percent(runs.iter().copied(), id));
        let levels: Vec<i64> = of.map(i64::from).collect();
        let percent = i32::try_from(mean(levels.iter().sum(), levels.len())).unwrap_or(0);
        (!levels.is_empty()).then_some(Skill { id, percent })
    };
    let mut all: Vec<Skill> = items.filter_map(|item| level(item.id)).collect();
    all.sort_by_key(|skill| skill.percent);
    all
}

fn moved(before: &[Skill], now: &[Skill]) -> Vec<Change> {
    let change = |skill: &Skill| {
        let from = before.iter().find(|one| one.id == skill.id)?.percent;
        Some(Change { id: skill.id, from, to: skill.percent }).filter(|c| (c.to - c.from).abs() >= MOVED)
    };
    let mut all: Vec<Change> = now.iter().filter_map(change).collect();
    all.sort_by_key(|change| -(change.to - change.from).abs());
    all.truncate(NAMED);
    all
}

fn moves(members: &[Runs<'_>], sign: Sign) -> Vec<(String, u32)> {
    let fits = |id: &str| Move::parse(id).is_some_and(|mv| mv.sign() == sign);
    shared(members, |entry| entry.moves.keys().map(String::as_str).filter(|id| fits(id)).collect())
}

/// What shows with several members, with how many, most first.
fn shared<'a>(members: &[Runs<'a>], ids: impl Fn(&'a Entry) -> Vec<&'a str>) -> Vec<(String, u32)> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for runs in members {
        let hers: BTreeSet<&str> = runs.iter().flat_map(|entry| ids(entry)).collect();
        hers.into_iter().for_each(|id| *counts.entry(id).or_default() += 1);
    }
    let mut all: Vec<(String, u32)> = counts
        .into_iter()
        .filter(|(_, count)| *count >= SHARED)
        .map(|(id, count)| (id.to_owned(), count))
        .collect();
    all.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    all.truncate(NAMED);
    all
}

/// Of methods that several members were called to use, those called for most.
fn methods(members: &[Runs<'_>]) -> Vec<(String, usize, usize)> {
    let mut found: BTreeMap<&str, (usize, usize, usize)> = BTreeMap::new();
    for runs in members {
        let mut hers: BTreeSet<&str> = BTreeSet::new();
        for met in runs.iter().flat_map(|entry| &entry.methods) {
            let (done, called, whose) = found.entry(&met.id).or_default();
            (*done, *called) = (*done + usize::from(met.done >= met.total), *called + 1);
            *whose += usize::from(hers.insert(&met.id));
        }
    }
    let several = found.into_iter().filter(|(_, (.., whose))| *whose > 1);
    let mut all: Vec<_> = several.map(|(id, (done, called, _))| (id.to_owned(), done, called)).collect();
    all.sort_by_key(|(.., called)| std::cmp::Reverse(*called));
    all.truncate(NAMED);
    all
}

#[cfg(test)]
mod tests {
    use super::super::entry::tests::entry;
    use super::super::entry::{Earned, Noted};
    use super::super::zone::DAY;
    use super::*;

    const NOW: Moment = Moment(100 * DAY);

    /// A run this many days ago, with so many of the ten points of a skill.
    fn run(days: i64, score: u8, earned: i32) -> Entry {
        let line = Earned { id: rubric::ITEMS[1].id.to_owned(), earned, possible: 10 };
        Entry { at: Moment(NOW.0 - days * DAY), lines: vec![line], ..entry(score) }
    }

    #[test]
    fn of_fewer_than_three_only_numbers_are_told() {
        let two = [vec![run(1, 40, 2), run(2, 50, 4)], vec![run(3, 90, 9)], vec![run(9, 90, 9)]];
        let week = week(&two, NOW);
        assert_eq!((week.members, week.practised, week.runs), (3, 2, 3));
        assert_eq!((week.practised_before, week.runs_before, week.skills), (1, 1, None));
    }

    #[test]
    fn each_member_weighs_the_same_and_what_moved_is_told() {
        let busy: Vec<Entry> = (0..6).map(|_| run(1, 100, 10)).chain([run(8, 40, 4)]).collect();
        let all = [busy, vec![run(2, 40, 4), run(8, 40, 4)], vec![run(3, 40, 4), run(9, 40, 4)]];
        let skills = week(&all, NOW).skills.unwrap();
        assert_eq!((skills.score, skills.score_before), (60, Some(40)));
        let id = rubric::ITEMS[1].id;
        assert_eq!(skills.strongest, [Skill { id, percent: 60 }]);
        assert_eq!(skills.moved, [Change { id, from: 40, to: 60 }]);
        assert!(skills.weakest.is_empty(), "a skill is not both");
    }

    #[test]
    fn what_only_one_did_or_missed_is_not_told() {
        let mut alone = run(1, 40, 4);
        alone.moves.insert("threaten".to_owned(), 5);
        let gap =
            Noted { kind: NotedKind::Gap, id: "no_plan".to_owned(), quote: String::new(), better: None };
        alone.improvements.push(gap.clone());
        let mut other = run(2, 40, 4);
        let all = [vec![alone.clone()], vec![other.clone()], vec![run(2, 40, 4)]];
        let skills = week(&all, NOW).skills.unwrap();
        assert!(skills.missing.is_empty() && skills.hurt.iter().all(|(id, _)| id != "threaten"));
        assert_eq!(skills.helped, [("apologize".to_owned(), 3)]);
        other.improvements.push(gap);
        let all = [vec![alone], vec![other], vec![run(2, 40, 4)]];
        assert_eq!(week(&all, NOW).skills.unwrap().missing, [("no_plan".to_owned(), 2)]);
    }
}
