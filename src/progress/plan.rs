//! What a trainee means to do differently: few things, set from her own answers or from what debriefs named, ticked
//! off one by one.

use serde::{Deserialize, Serialize};

use crate::base::time::Moment;

use super::entry::{Entry, Noted};

/// Things open at once: more is no plan.
pub const MOST_OPEN: usize = 5;
/// Things done that are kept.
const MOST_DONE: usize = 50;
/// Characters of her own words that are kept.
const WORDS: usize = 160;
/// How many of the latest entries are looked at for what is still open.
const LATEST: usize = 30;

/// A trainee's plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// What is in it, oldest first.
    pub items: Vec<Item>,
    /// Number of the newest item: numbers are never used again, so that an old button ticks nothing else.
    pub last: u32,
}

/// Something in a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its number.
    pub number: u32,
    /// What is to be done.
    pub goal: Goal,
    /// Since when.
    pub since: Moment,
    /// When it was ticked off.
    pub done: Option<Moment>,
}

/// Something to do differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Goal {
    /// In her own words.
    Own(String),
    /// Something that debriefs named.
    Noted(Noted),
}

/// Something that could go into a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Candidate {
    /// Her answer to question 2 in a session.
    Answer {
        /// The session's number.
        session: u32,
        /// What she answered, shortened.
        words: String,
    },
    /// What debriefs named.
    Noted {
        /// What, with the latest words it showed in.
        noted: Noted,
        /// In how many of the latest entries.
        count: usize,
    },
}

impl Goal {
    /// A goal in her own words, on one line and not too long; `None` for blank words.
    pub fn own(words: &str) -> Option<Goal> {
        let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let short: String = line.chars().take(WORDS).collect();
        let whole = if short.len() < line.len() { format!("{short}…") } else { short };
        (!whole.is_empty()).then_some(Goal::Own(whole))
    }

    fn is_same(&self, other: &Goal) -> bool {
        match (self, other) {
            (Goal::Own(a), Goal::Own(b)) => a == b,
            (Goal::Noted(a), Goal::Noted(b)) => (a.kind, &a.id) == (b.kind, &b.id),
            _ => false,
        }
    }
}

impl Plan {
    /// What is open.
    pub fn open(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.done.is_none())
    }

    /// What was ticked off from `since` on.
    pub fn done_since(&self, since: Moment) -> usize {
        self.items.iter().filter(|item| item.done.is_some_and(|at| at >= since)).count()
    }

    /// Whether no more can be added.
    pub fn is_full(&self) -> bool {
        self.open().count() >= MOST_OPEN
    }

    /// Adds a goal, unless it is in already; gives its number. `None` where the plan is full.
    pub fn add(&mut self, goal: Goal, at: Moment) -> Option<u32> {
        if let Some(there) = self.open().find(|item| item.goal.is_same(&goal)) {
            return Some(there.number);
        }
        if self.is_full() {
            return None;
        }
        self.last = self.last.saturating_add(1);
        self.items.push(Item { number: self.last, goal, since: at, done: None });
        Some(self.last)
    }

    /// Ticks something off. `None` where it is not there or was ticked off before.
    pub fn tick(&mut self, number: u32, at: Moment) -> Option<&Item> {
        let place = self.items.iter().position(|item| item.number == number && item.done.is_none())?;
        if let Some(item) = self.items.get_mut(place) {
            item.done = Some(at);
        }
        let done = self.items.iter().filter(|item| item.done.is_some()).count();
        if done > MOST_DONE {
            let oldest = self.items.iter().position(|item| item.done.is_some())?;
            self.items.remove(oldest);
        }
        self.items.iter().find(|item| item.number == number)
    }

    /// What could be added: her latest answers to question 2 and what the latest debriefs named most often, without
    /// what is open already and what has been ticked off since it last came up; at most `most`, half of them hers.
    pub fn candidates(&self, entries: &[Entry], most: usize) -> Vec<Candidate> {
        let mut hers: Vec<Candidate> = Vec::new();
        let mut named: Vec<(Noted, usize, Moment)> = Vec::new();
        for entry in entries.iter().rev().take(LATEST) {
            let words =
                entry.answers.get(1).cloned().flatten().filter(|a| !crate::debrief::reflect::is_blank(a));
            if let Some(goal @ Goal::Own(_)) = words.as_deref().and_then(Goal::own)
                && !self.is_settled(&goal, entry.at)
                && let Goal::Own(words) = goal
            {
                hers.push(Candidate::Answer { session: entry.session, words });
            }
            for noted in entry
                .improvements
                .iter()
                .filter(|noted| !self.is_settled(&Goal::Noted((*noted).clone()), entry.at))
            {
                match named.iter_mut().find(|(other, ..)| (other.kind, &other.id) == (noted.kind, &noted.id))
                {
                    Some((_, count, _)) => *count += 1,
                    None => named.push((noted.clone(), 1, entry.at)),
                }
            }
        }
        // Stable: among those named as often, the latest first.
        named.sort_by_key(|(_, count, _)| std::cmp::Reverse(*count));
        hers.truncate(most.div_ceil(2));
        let rest = most.saturating_sub(hers.len());
        let named = named.into_iter().take(rest).map(|(noted, count, _)| Candidate::Noted { noted, count });
        hers.into_iter().chain(named).collect()
    }

    /// Whether a goal from an entry of some moment is open already, or was ticked off after it.
    fn is_settled(&self, goal: &Goal, at: Moment) -> bool {
        let covers = |item: &&Item| item.goal.is_same(goal) && item.done.is_none_or(|done| done >= at);
        self.items.iter().any(|item| covers(&item))
    }
}
