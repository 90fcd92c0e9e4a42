//! Trainees as data: what each is likely to do in each stretch of a conversation.

use serde::Deserialize;
use toml::Spanned;

use crate::base::moves::Move;
use crate::persona::chart::unknown;
use crate::persona::finding::{Finding, Source, read_toml};
use crate::persona::rules::Phase;

/// A synthetic trainee.
#[derive(Clone, Debug)]
pub struct Trainee {
    /// Name of its file.
    pub id: String,
    /// What it may do, in file order.
    pub plays: Vec<Play>,
}

/// One kind of message.
#[derive(Clone, Debug)]
pub struct Play {
    /// In which stretches; none for any.
    pub phases: Vec<Phase>,
    /// How likely, beside the others of the same stretch.
    pub weight: usize,
    /// What the message does.
    pub moves: Vec<Move>,
    /// What it asks about.
    pub ask: Option<Ask>,
    /// What it offers.
    pub offer: Option<OfferChoice>,
    /// How it sounds, -100 (cold) to 100 (warm).
    pub tone: i32,
    /// Whether it names something of the case.
    pub specific: bool,
    /// Whether it names a time.
    pub timed: bool,
    /// Whether it is word for word the same each time.
    pub canned: bool,
    /// Its length in characters of Han.
    pub characters: u32,
}

/// What a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// A hidden fact not told yet, or else any not told yet.
    Hidden,
    /// Any fact not told yet.
    Untold,
    /// A fact that is known already.
    Told,
    /// Something nobody prepared.
    Unknown,
}

/// What is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfferChoice {
    /// The best that she may offer and has not offered.
    Best,
    /// Any that she may offer.
    Any,
    /// One beyond her authority.
    Beyond,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TraineeFile {
    id: String,
    play: Vec<PlayFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlayFile {
    #[serde(default)]
    phase: Vec<Phase>,
    #[serde(default = "one")]
    weight: usize,
    #[serde(default)]
    moves: Vec<Spanned<String>>,
    ask: Option<Ask>,
    offer: Option<OfferChoice>,
    #[serde(default)]
    tone: i32,
    #[serde(default)]
    specific: bool,
    #[serde(default)]
    timed: bool,
    #[serde(default)]
    canned: bool,
    #[serde(default = "usual")]
    characters: u32,
}

fn one() -> usize {
    1
}

/// Characters of a usual message.
fn usual() -> u32 {
    40
}

impl Trainee {
    /// Reads a trainee's file. `None` where it cannot be used; findings say why.
    pub fn parse(source: Source<'_>, findings: &mut Vec<Finding>) -> Option<Trainee> {
        let file: TraineeFile = read_toml(source).map_err(|found| findings.extend(found)).ok()?;
        let before = findings.len();
        let mut plays = Vec::new();
        for play in &file.play {
            plays.push(lower(source, play, findings));
        }
        (findings.len() == before).then_some(Trainee { id: file.id, plays })
    }
}

fn lower(source: Source<'_>, file: &PlayFile, findings: &mut Vec<Finding>) -> Play {
    let mut moves = Vec::new();
    for name in &file.moves {
        match Move::parse(name.get_ref()) {
            Some(mv) => moves.push(mv),
            None => {
                let valid = Move::ALL.into_iter().map(Move::id);
                findings.push(unknown(source, "trainee.unknown-move", "move", name, valid));
            }
        }
    }
    Play {
        phases: file.phase.clone(),
        weight: file.weight,
        moves,
        ask: file.ask,
        offer: file.offer,
        tone: file.tone.clamp(-100, 100),
        specific: file.specific,
        timed: file.timed,
        canned: file.canned,
        characters: file.characters,
    }
}
