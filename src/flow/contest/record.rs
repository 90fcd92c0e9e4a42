//! What is kept of a contest, and of everybody's part in it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::hash::Digest;
use crate::base::id::TraineeId;
use crate::base::moves::Move;
use crate::base::time::Moment;
use crate::contest::definition::Definition;
use crate::contest::field::Shown;
use crate::contest::file::Token;
use crate::contest::ranking::{self, Attempt, Placed, Tally};
use crate::contest::run::Entry;
use crate::contest::seed::{Announcement, Secret};
use crate::flow::group::Place;
use crate::progress::zone::Zone;

use super::form::Pick;

/// A contest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contest {
    /// What was settled when it was made.
    pub definition: Definition,
    /// The commitment that was posted then.
    pub commitment: Digest,
    /// What it commits to; told nobody before the end.
    pub secret: Secret,
    /// Who made it; 0 where she has had everything of hers deleted.
    pub lead: TraineeId,
    /// Where.
    pub place: Place,
    /// What the group was called.
    pub group: String,
    /// The clock that its times are told by.
    pub zone: Zone,
    /// How far it is.
    pub state: State,
    /// By what its customers were picked; an older program did not keep it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pick: Option<Pick>,
    /// How often it was changed before it opened.
    #[serde(default)]
    pub changed: u16,
    /// The board of the group's that its announcement stands on; `None` where that cannot be turned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub announced: Option<u64>,
}

/// How far a contest is, beside what its times say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It waits to open, or is open.
    #[default]
    On,
    /// Its results are out.
    Over,
    /// A lead called it off.
    Cancelled,
}

/// What can be done in a contest at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Join.
    Waiting,
    /// Play.
    Open,
    /// Nothing: time is up, and the results are about to come.
    Closing,
    /// See the results.
    Over,
    /// Nothing any more.
    Cancelled,
}

/// Somebody's part in a contest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entrant {
    /// What she goes by: the name she has in the group, or her nickname.
    pub name: String,
    /// When she joined.
    pub since: Moment,
    /// The team she plays for, in a contest of teams; from her first run on for good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<String>,
    /// Attempts begun, by round.
    pub begun: BTreeMap<u16, u16>,
    /// Runs that have ended.
    pub runs: Vec<Played>,
    /// Why an administrator took her entry out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub out: Option<String>,
    /// Whether the lead may have her result files, words and all.
    #[serde(default)]
    pub share: bool,
    /// Whether she was asked for her best line, and said yes or no.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<bool>,
}

/// A run that has ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Played {
    /// The round, from 1.
    pub round: u16,
    /// The attempt, from 1.
    pub attempt: u16,
    /// The number of her conversation.
    pub session: u32,
    /// When it ended.
    pub at: Moment,
    /// What it counts.
    pub tally: Tally,
    /// The hash over all of it.
    pub token: Token,
    /// Moves that were made, by id.
    pub moves: Vec<String>,
    /// Steps of the methods that it called for: method, step, and whether it was taken.
    pub steps: Vec<(String, String, bool)>,
    /// A sketch of her words, which holds none of them.
    pub sketch: Vec<u64>,
    /// Her words that did most good; empty where nothing stood out.
    pub best: String,
}

impl Contest {
    /// What can be done at a moment.
    pub fn phase(&self, at: Moment) -> Phase {
        match self.state {
            State::Cancelled => Phase::Cancelled,
            State::Over => Phase::Over,
            State::On if at < self.definition.opens => Phase::Waiting,
            State::On if at < self.definition.closes => Phase::Open,
            State::On => Phase::Closing,
        }
    }

    /// What is announced; with the secret once everything is over.
    pub fn announcement(&self) -> Announcement {
        let secret = (self.state == State::Over).then(|| self.secret.clone());
        Announcement { definition: self.definition.clone(), commitment: self.commitment, secret }
    }

    /// The announcement as the file that `xiaoqi verify --contest` reads.
    pub fn file(&self) -> Vec<u8> {
        // Texts, numbers and lists: there is nothing here that has no JSON.
        serde_json::to_vec(&self.announcement()).unwrap_or_default()
    }

    /// What a run says of where it belongs.
    pub fn entry(&self, round: u16, attempt: u16) -> Entry {
        Entry { definition: self.definition.hash(), commitment: self.commitment, round, attempt }
    }

    /// The numbers of its rounds.
    pub fn rounds(&self) -> std::ops::RangeInclusive<u16> {
        1..=u16::try_from(self.definition.rounds.len()).unwrap_or(u16::MAX)
    }
}

impl Entrant {
    /// How many attempts at a round are left.
    pub fn left(&self, contest: &Contest, round: u16) -> u16 {
        contest.definition.attempts.saturating_sub(self.begun.get(&round).copied().unwrap_or(0))
    }

    /// Her best run of a round.
    pub fn best(&self, round: u16) -> Option<&Played> {
        let runs = self.runs.iter().filter(|run| run.round == round);
        runs.max_by_key(|run| ranking::Standing::of(run.tally))
    }

    /// Her best run of each round she played.
    pub fn bests(&self) -> impl Iterator<Item = &Played> {
        let rounds: std::collections::BTreeSet<u16> = self.runs.iter().map(|run| run.round).collect();
        rounds.into_iter().filter_map(|round| self.best(round))
    }

    /// What she is ranked by.
    pub fn attempts(&self) -> Vec<Attempt> {
        self.runs.iter().map(|run| Attempt { round: run.round, tally: run.tally }).collect()
    }
}

impl Played {
    /// What it showed, for what all showed together. An id that is not known any more is left out.
    pub fn shown(&self) -> Shown<'_> {
        let steps = self.steps.iter().map(|(method, step, done)| ((method.as_str(), step.as_str()), *done));
        Shown { moves: self.moves.iter().filter_map(|id| Move::parse(id)).collect(), steps: steps.collect() }
    }
}

/// Who stands where; whose entry was taken out stands nowhere.
pub fn places(entrants: &[(TraineeId, Entrant)]) -> Vec<Placed<TraineeId>> {
    let counted = entrants.iter().filter(|(_, entrant)| entrant.out.is_none());
    let results: Vec<_> = counted.map(|(who, entrant)| (*who, entrant.attempts())).collect();
    ranking::singles(&results)
}
