//! What comes of many conversations.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::ending::Ending;
use crate::base::id::{LineId, StateId};
use crate::base::level::{Emotion, POINT, PerEmotion};
use crate::session::fold::Session;

/// Counts over conversations with one customer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Conversations.
    pub sessions: u64,
    /// Messages in all of them.
    pub turns: u64,
    /// How they ended.
    pub endings: BTreeMap<Ending, u64>,
    /// Rules that ended them.
    pub rules: BTreeMap<String, u64>,
    /// States he was in after a message.
    pub states: BTreeSet<StateId>,
    /// How often each line was spoken.
    pub lines: BTreeMap<LineId, u64>,
    /// Lines spoken a second time in one conversation.
    pub repeats: u64,
    /// Scores, where they were worked out: 0..=100 each.
    pub scores: Vec<u8>,
    /// Sums of the last levels, in points.
    last: PerEmotion<i64>,
    /// Sums and counts of the levels after each message, in points: how he usually goes.
    course: Vec<(PerEmotion<i64>, i64)>,
}

impl Tally {
    /// Counts a conversation; `score` where it was worked out.
    pub fn add(&mut self, session: &Session, score: Option<u8>) {
        self.sessions += 1;
        self.turns += session.turns.len() as u64;
        *self.endings.entry(session.ended.unwrap_or(Ending::Unresolved)).or_insert(0) += 1;
        if let Some(rule) = session.turns.last().and_then(|turn| turn.rule.as_ref()) {
            *self.rules.entry(rule.clone()).or_insert(0) += 1;
        }
        let mut spoken = BTreeSet::new();
        for turn in &session.turns {
            if !self.states.contains(&turn.state) {
                self.states.insert(turn.state.clone());
            }
            for line in &turn.lines {
                self.repeats += u64::from(!spoken.insert(&line.line));
                match self.lines.get_mut(&line.line) {
                    Some(count) => *count += 1,
                    None => drop(self.lines.insert(line.line.clone(), 1)),
                }
            }
        }
        self.scores.extend(score);
        self.follow(session);
    }

    fn follow(&mut self, session: &Session) {
        let points = |raw: i32| i64::from(raw / POINT);
        for (at, turn) in session.turns.iter().enumerate() {
            if self.course.len() <= at {
                self.course.push(Default::default());
            }
            if let Some((sum, count)) = self.course.get_mut(at) {
                *sum = sum.map(|emotion, total| total + points(turn.after.get(emotion).raw()));
                *count += 1;
            }
        }
        if let Some(turn) = session.turns.last() {
            self.last = self.last.map(|emotion, total| total + points(turn.after.get(emotion).raw()));
        }
    }

    /// Takes in another count.
    pub fn join(&mut self, other: Tally) {
        self.sessions += other.sessions;
        self.turns += other.turns;
        self.repeats += other.repeats;
        self.states.extend(other.states);
        self.scores.extend(other.scores);
        self.last = self.last.map(|emotion, sum| sum + other.last.get(emotion));
        for (ending, count) in other.endings {
            *self.endings.entry(ending).or_insert(0) += count;
        }
        for (rule, count) in other.rules {
            *self.rules.entry(rule).or_insert(0) += count;
        }
        for (line, count) in other.lines {
            *self.lines.entry(line).or_insert(0) += count;
        }
        for (at, (sum, count)) in other.course.into_iter().enumerate() {
            if self.course.len() <= at {
                self.course.push(Default::default());
            }
            if let Some((mine, number)) = self.course.get_mut(at) {
                *mine = mine.map(|emotion, total| total + sum.get(emotion));
                *number += count;
            }
        }
    }

    /// Per mille of conversations that ended satisfied or accepted.
    pub fn success(&self) -> u64 {
        let good = [Ending::Satisfied, Ending::Accepted];
        let won: u64 = good.iter().filter_map(|ending| self.endings.get(ending)).sum();
        (1000 * won).checked_div(self.sessions).unwrap_or(0)
    }

    /// Mean of the last levels, in points.
    pub fn last(&self) -> PerEmotion<i64> {
        self.last.map(|_, sum| sum.checked_div(self.sessions as i64).unwrap_or(0))
    }

    /// The same while at least a tenth of the conversations go on: what the last few come to says nothing about the others.
    pub fn usual_course(&self, emotion: Emotion) -> impl Iterator<Item = i64> {
        let sessions = i64::try_from(self.sessions).unwrap_or(i64::MAX);
        let usual =
            self.course.iter().take_while(move |(_, count)| count.saturating_mul(10) >= sessions).count();
        self.course(emotion).take(usual)
    }

    /// Mean level after each message, in points, over the conversations that got so far.
    pub fn course(&self, emotion: Emotion) -> impl Iterator<Item = i64> {
        self.course.iter().map(move |(sum, count)| sum.get(emotion).checked_div(*count).unwrap_or(0))
    }

    /// The mean score; `None` where none was worked out.
    pub fn score(&self) -> Option<u64> {
        let sum: u64 = self.scores.iter().map(|score| u64::from(*score)).sum();
        sum.checked_div(self.scores.len() as u64)
    }
}
