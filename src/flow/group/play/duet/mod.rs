//! The duet: two members play agent and customer, the others watch with a card of criteria and vote; then the two change places.
//!
//! - `criterion`: what the others watch for, drawn from the methods that the case calls for
//! - `card`: what only the customer may know, in private
//! - `places`: who sits where, in both rounds
//! - `turns`: who writes when, and what the bot's own customer makes of it
//! - `vote`: the vote, what came of it, and on to the second round
//!
//! The bot plays its own customer beside the human one: it hears the agent's messages only. What the human customer writes is never
//! kept; it is only noticed that she has.

mod card;
mod criterion;
mod places;
mod turns;
mod vote;

use serde::{Deserialize, Serialize};

use crate::base::id::TraineeId;
use crate::base::lang::Lang;
use crate::base::phrase::{DuetPhrase, Phrase, PlayPhrase};
use crate::debrief::record::Case;
use crate::flow::say::Say;
use crate::flow::scene::Rows;
use crate::persona::model::Grade;
use crate::session::event::{Event, Started};
use crate::session::fold::{Cast, Session, replay};

use super::super::Hall;
use super::{Game, Kind, Play, Player, after, change};
use criterion::Criterion;
pub use places::choose;
pub use vote::VOTING;

/// What the link into the private chat carries, for those whom the bot cannot write to yet.
pub const LINK: &str = "duet";
/// Where a round's boards stand among the numbers of the game's: its places and turns, then its vote.
const BOARD: u32 = 48;

/// A duet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duet {
    /// How hard the customers are; `None` before that is chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<Grade>,
    /// Who plays the agent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent: Option<Player>,
    /// Who plays the customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<Player>,
    /// The language that whoever plays the customer has chosen in private; `None` also where she has chosen none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
    /// What the bot's own customer has heard and answered; empty before he is chosen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
    /// Where it stands.
    #[serde(default)]
    pub stage: Stage,
    /// What everybody voted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ballots: Vec<Ballot>,
    /// In the second round: the agent of the first, for whom the customer's place is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second: Option<Player>,
}

/// Where a duet stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Places are taken.
    #[default]
    Places,
    /// They play.
    Playing {
        /// Messages of the agent so far.
        said: usize,
        /// Whether the agent writes next.
        agents: bool,
    },
    /// The others vote.
    Voting(Close),
    /// The first round is over, and the second has not begun.
    Between,
}

/// How the human customer ended it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Close {
    /// Calmed: accepts.
    Calmed,
    /// Walks away.
    Walked,
    /// Somebody else ended it, or nobody.
    Open,
}

/// What one observer voted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ballot {
    /// Who.
    pub who: TraineeId,
    /// By the criterion's place, whether it was met.
    pub marks: Vec<(u8, bool)>,
}

impl Duet {
    /// Whether it waits for messages.
    pub fn plays(&self) -> bool {
        matches!(self.stage, Stage::Playing { .. })
    }

    /// Whether somebody is one of the two.
    pub fn has(&self, who: TraineeId) -> bool {
        self.players().any(|player| player.id == who)
    }

    fn players(&self) -> impl Iterator<Item = &Player> {
        [&self.agent, &self.customer, &self.second].into_iter().flatten()
    }

    /// Somebody's name here.
    pub fn name(&self, who: TraineeId) -> Option<&str> {
        self.players().find(|player| player.id == who).map(|player| player.name.as_str())
    }

    /// What somebody has written as the agent, as far as it is kept.
    pub fn said(&self, who: TraineeId) -> Vec<String> {
        let hers = self.agent.as_ref().is_some_and(|agent| agent.id == who);
        let said = self.events.iter().filter_map(|event| match event {
            Event::Played { said, .. } if hers => Some(said.clone()),
            _ => None,
        });
        said.collect()
    }

    /// Takes somebody's vote out. Whether there was one.
    pub fn without(&mut self, who: TraineeId) -> bool {
        let before = self.ballots.len();
        self.ballots.retain(|ballot| ballot.who != who);
        self.ballots.len() < before
    }

    fn start(&self) -> Option<&Started> {
        match self.events.first() {
            Some(Event::Started { start, .. }) => Some(start),
            _ => None,
        }
    }

    fn is_agent(&self, who: TraineeId) -> bool {
        self.agent.as_ref().is_some_and(|player| player.id == who)
    }

    fn is_customer(&self, who: TraineeId) -> bool {
        self.customer.as_ref().is_some_and(|player| player.id == who)
    }

    fn names(&self) -> (String, String) {
        let name = |player: &Option<Player>| player.as_ref().map(|player| player.name.clone());
        (name(&self.agent).unwrap_or_default(), name(&self.customer).unwrap_or_default())
    }
}

/// The bot's own conversation with what it is played with. `None` where its customer is not any more what he was.
fn conversation<'a>(hall: &Hall<'a>, duet: &Duet) -> Option<(Cast<'a>, Session)> {
    let cast = hall.content.cast_of(duet.start()?)?;
    let session = replay(&cast, &duet.events).ok()?;
    Some((cast, session))
}

fn criteria(cast: &Cast<'_>, session: &Session) -> Vec<Criterion> {
    Criterion::of(&Case { persona: cast.persona, texts: cast.texts, session })
}

fn items(criteria: &[Criterion]) -> Vec<Phrase> {
    let item =
        |(one, number): (&Criterion, usize)| DuetPhrase::Item { number, text: Box::new(one.phrase()) }.into();
    criteria.iter().zip(1..).map(item).collect()
}

fn keep(hall: &mut Hall<'_>, game: &Game, duet: Duet, wait: i64) {
    change(hall, game, Kind::Duet(duet), wait);
}

/// Goes on to another stage, which waits its own time.
fn enter(hall: &mut Hall<'_>, game: &Game, duet: Duet, wait: i64) {
    keep(hall, game, duet, wait);
    // The alarm that was set may be for later, or have rung.
    hall.alarm(after(hall.input.at, wait), game.alarm());
}

fn tell(hall: &mut Hall<'_>, game: &Game, phrase: impl Into<Phrase>, rows: Rows) {
    hall.say(game.place(hall), Say::Tell(phrase.into(), rows));
}

/// The board of this round's places and turns.
fn board(hall: &mut Hall<'_>, game: &Game, duet: &Duet, prompt: bool, phrase: DuetPhrase, rows: Rows) {
    numbered(hall, (game, if duet.second.is_some() { 2 } else { 0 }), prompt, phrase, rows);
}

/// The board of this round's vote.
fn ballot_box(hall: &mut Hall<'_>, game: &Game, duet: &Duet, prompt: bool, phrase: DuetPhrase, rows: Rows) {
    numbered(hall, (game, if duet.second.is_some() { 3 } else { 1 }), prompt, phrase, rows);
}

fn numbered(hall: &mut Hall<'_>, (game, place): (&Game, u64), prompt: bool, phrase: DuetPhrase, rows: Rows) {
    hall.board(game.place(hall), game.board() | (place << BOARD), prompt, phrase, rows);
}

/// Takes it away with a last word on this round's board.
fn end(hall: &mut Hall<'_>, game: &Game, duet: &Duet, phrase: DuetPhrase) {
    board(hall, game, duet, true, phrase, Vec::new());
    hall.group.games.retain(|kept| kept.number != game.number);
}

/// His files have changed meanwhile.
fn changed(hall: &mut Hall<'_>, game: &Game, duet: &Duet) {
    end(hall, game, duet, DuetPhrase::Changed);
}

/// A button was pressed by somebody.
pub fn pressed(hall: &mut Hall<'_>, game: &Game, duet: Duet, play: Play, who: &Player) {
    match (play, duet.stage) {
        (Play::Grade(grade), Stage::Places) => places::chosen(hall, game, duet, grade),
        (Play::Agent, Stage::Places) if !duet.events.is_empty() => places::agent(hall, game, duet, who),
        (Play::Customer, Stage::Places) if !duet.events.is_empty() => places::customer(hall, game, duet, who),
        (Play::Begin, Stage::Places) => turns::begin(hall, game, duet, who.id),
        (Play::Grade(_), _) => hall.toast(PlayPhrase::Chosen),
        (Play::Agent | Play::Customer, Stage::Places) => hall.toast(PlayPhrase::Over),
        (Play::Agent | Play::Customer | Play::Begin, _) => hall.toast(PlayPhrase::Begun),
        (Play::Card, Stage::Playing { .. }) => turns::card(hall, duet, who.id),
        (Play::Skip, Stage::Playing { said, agents }) => {
            turns::aloud(hall, game, duet, (said, agents), who.id);
        }
        (Play::Calmed, Stage::Playing { said, .. }) => {
            turns::decide(hall, game, duet, (said, Close::Calmed), who.id);
        }
        (Play::Walked, Stage::Playing { said, .. }) => {
            turns::decide(hall, game, duet, (said, Close::Walked), who.id);
        }
        (Play::Mark(place, met), Stage::Voting(_)) => vote::mark(hall, game, duet, (place, met), who.id),
        (Play::Reveal, Stage::Voting(close)) if may(game, &duet, who.id) => {
            vote::result(hall, game, duet, close, true);
        }
        (Play::Swap, Stage::Between) if may(game, &duet, who.id) => places::swap(hall, game, duet, who),
        (Play::Reveal, Stage::Voting(_)) | (Play::Swap, Stage::Between) => {
            hall.alert(DuetPhrase::OnlyPlayers);
        }
        _ => hall.toast(PlayPhrase::Over),
    }
}

/// Whether somebody may take it on: the two, and who began it.
fn may(game: &Game, duet: &Duet, who: TraineeId) -> bool {
    game.by == who || duet.has(who)
}

/// Somebody wrote to the bot while they play.
pub fn said(hall: &mut Hall<'_>, game: &Game, duet: Duet, who: TraineeId, text: &str) {
    if let Stage::Playing { said, agents } = duet.stage {
        turns::said(hall, game, duet, (said, agents), (who, text));
    }
}

/// Somebody who may has ended it.
pub fn stopped(hall: &mut Hall<'_>, game: &Game, duet: &Duet) {
    match duet.stage {
        Stage::Playing { said: 1.., .. } => vote::open(hall, game, duet.clone(), Close::Open),
        Stage::Voting(close) => vote::result(hall, game, duet.clone(), close, true),
        Stage::Between => {
            tell(hall, game, DuetPhrase::Done, Vec::new());
            hall.group.games.retain(|kept| kept.number != game.number);
        }
        Stage::Places | Stage::Playing { .. } => end(hall, game, duet, DuetPhrase::Stopped),
    }
}

/// Its time is over: the vote's, or nobody has done anything for long.
pub fn silent(hall: &mut Hall<'_>, game: &Game, duet: &Duet) {
    match duet.stage {
        Stage::Playing { said: 1.., .. } => {
            tell(hall, game, PlayPhrase::Quiet, Vec::new());
            vote::result(hall, game, duet.clone(), Close::Open, false);
        }
        Stage::Voting(close) => vote::result(hall, game, duet.clone(), close, true),
        // Nobody waits for a word about what nobody went on with.
        Stage::Between => hall.group.games.retain(|kept| kept.number != game.number),
        Stage::Places | Stage::Playing { .. } => end(hall, game, duet, DuetPhrase::Stopped),
    }
}
