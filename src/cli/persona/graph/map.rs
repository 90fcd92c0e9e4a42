//! What a statechart shows: his states and endings, and every way between them, taken or not.

use std::collections::BTreeMap;

use crate::base::ending::Ending;
use crate::base::id::StateId;
use crate::base::level::{Emotion, Level};
use crate::persona::chart::{Target, Transition};
use crate::session::fold::Cast;

use super::walk::Walk;

const LADDERS: [Emotion; 3] = [Emotion::Anger, Emotion::Anxiety, Emotion::Disappointment];

/// A state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rung {
    /// Its id.
    pub state: StateId,
    /// How heated it is, 0..=3.
    pub heat: u8,
    /// Of which ladder.
    pub emotion: Emotion,
    /// Messages after which he was in it.
    pub visits: u64,
    /// Conversations that began in it.
    pub starts: u64,
}

/// A way to an ending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// From this state.
    pub from: StateId,
    /// To this ending.
    pub to: Ending,
    /// By these rules, each with how often where that is known; `None` where no rule ended it.
    pub rules: Vec<(Option<String>, u64)>,
    /// How often in all.
    pub count: u64,
}

/// All of it.
pub struct Map {
    /// Conversations.
    pub sessions: u64,
    /// His ladder first, lowest rung first; of other ladders the states that he was in.
    pub rungs: Vec<Rung>,
    /// From state to state, with how often.
    pub moves: Vec<(StateId, StateId, u64)>,
    /// From states to endings.
    pub ways: Vec<Way>,
}

impl Map {
    /// Puts together what can happen to him and what did.
    pub fn of(cast: &Cast<'_>, walk: &Walk) -> Map {
        let rungs = rungs(cast, walk);
        let mut moves = walk.moves.clone();
        // Between neighbours there is always a way: the levels decide.
        for pair in rungs.windows(2) {
            if let [low, high] = pair
                && low.emotion == high.emotion
                && low.emotion == cast.persona.emotion
                && low.heat + 1 == high.heat
            {
                moves.entry((low.state.clone(), high.state.clone())).or_default();
                moves.entry((high.state.clone(), low.state.clone())).or_default();
            }
        }
        let mut ends: BTreeMap<(StateId, Ending), BTreeMap<Option<String>, u64>> = BTreeMap::new();
        let transitions = || cast.persona.transitions.iter().chain(&cast.rules.transitions);
        // What did not happen is shown for his own feeling only: the others would hide it.
        for rung in rungs.iter().filter(|rung| rung.emotion == cast.persona.emotion) {
            for transition in transitions().filter(|transition| can(cast, transition, rung)) {
                let way = (rung.state.clone(), target(cast, transition, rung));
                ends.entry(way).or_default().entry(Some(transition.rule.clone())).or_default();
            }
        }
        for ((state, ending, rule), count) in &walk.ends {
            let way = ends.entry((state.clone(), *ending)).or_default();
            *way.entry(rule.clone()).or_default() += count;
        }
        let ways = ends.into_iter().map(|((from, to), rules)| {
            let count = rules.values().sum();
            let mut rules: Vec<(Option<String>, u64)> = rules.into_iter().collect();
            rules.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            Way { from, to, rules, count }
        });
        Map {
            sessions: walk.sessions,
            moves: moves.into_iter().map(|((from, to), count)| (from, to, count)).collect(),
            ways: ways.collect(),
            rungs,
        }
    }

    /// The endings that are shown, best first.
    pub fn endings(&self) -> impl Iterator<Item = (Ending, u64)> + '_ {
        Ending::ALL.into_iter().filter_map(|ending| {
            let mut to = self.ways.iter().filter(|way| way.to == ending).peekable();
            to.peek()?;
            Some((ending, to.map(|way| way.count).sum()))
        })
    }
}

fn rungs(cast: &Cast<'_>, walk: &Walk) -> Vec<Rung> {
    let own = cast.persona.emotion;
    let others = LADDERS.into_iter().filter(|emotion| *emotion != own);
    let mut rungs: Vec<Rung> = Vec::new();
    for emotion in std::iter::once(own).chain(others) {
        for (heat, state) in (0..).zip(&cast.rules.ladder(emotion).states) {
            let count = |of: &BTreeMap<StateId, u64>| of.get(state).copied().unwrap_or(0);
            let (visits, starts) = (count(&walk.visits), count(&walk.starts));
            let there = rungs.iter().any(|rung| rung.state == *state);
            if !there && (emotion == own || visits + starts > 0) {
                rungs.push(Rung { state: state.clone(), heat, emotion, visits, starts });
            }
        }
    }
    rungs
}

/// Whether a transition may start from a state, as far as the state alone decides: its heat says how high no feeling is,
/// and how high one is at least.
fn can(cast: &Cast<'_>, transition: &Transition, rung: &Rung) -> bool {
    let guard = &transition.when;
    let ladder = |emotion| cast.rules.ladder(emotion);
    let below =
        LADDERS.iter().filter_map(|one| ladder(*one).enter.get(usize::from(rung.heat)).copied()).max();
    let least = rung.heat.checked_sub(1).and_then(|under| ladder(rung.emotion).leave.get(usize::from(under)));
    (transition.from.is_empty() || transition.from.contains(&rung.state))
        && guard.heat.is_none_or(|least| rung.heat >= least)
        && guard.heat_at_most.is_none_or(|most| rung.heat <= most)
        && guard.upset.zip(below).is_none_or(|(upset, below)| Level::points(upset) < below)
        && guard.upset_at_most.zip(least).is_none_or(|(most, least)| Level::points(most) >= *least)
}

/// Where it leads from there; how he leaves depends on the emotion that is highest.
fn target(cast: &Cast<'_>, transition: &Transition, rung: &Rung) -> Ending {
    let endings = &cast.persona.endings;
    match transition.to {
        Target::Ending(ending) => ending,
        Target::Leave => {
            let own = endings.get(&rung.emotion).or_else(|| endings.get(&cast.persona.emotion));
            own.copied().unwrap_or(Ending::HungUp)
        }
    }
}
