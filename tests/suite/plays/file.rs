//! What stands in a play's file, and where a conversation falls short of it.

use std::fs;

use serde::Deserialize;
use xiaoqi::base::cause::Cause;
use xiaoqi::base::ending::Ending;
use xiaoqi::base::moves::{Move, Sign};
use xiaoqi::customer::trace::Turn;
use xiaoqi::session::fold::{Cast, Session};

use crate::stage;

/// How well the trainee of a play does; in rising order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Skill {
    Hostile,
    Mediocre,
    Good,
}

impl Skill {
    pub const ALL: [Skill; 3] = [Skill::Hostile, Skill::Mediocre, Skill::Good];
}

/// A conversation and what must come of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Play {
    /// The file's name without its end.
    #[serde(skip)]
    pub name: String,
    pub persona: String,
    pub lang: String,
    pub skill: Skill,
    pub seed: u64,
    /// Endings that are all right.
    pub endings: Vec<Ending>,
    pub score: Bounds,
    #[serde(rename = "turn")]
    pub turns: Vec<Line>,
    /// What must hold after the last message that was said.
    last: Option<Last>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bounds {
    pub least: u8,
    pub most: u8,
}

/// One message and what must come of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    pub said: String,
    /// States that are all right after it; empty where any is.
    #[serde(default)]
    states: Vec<String>,
    /// Facts that must be out after it.
    #[serde(default)]
    tells: Vec<String>,
    /// Whether it asks for nothing he knows, so that his answer may tell no fact.
    #[serde(default)]
    quiet: bool,
    /// Offers that must be heard in it.
    #[serde(default)]
    offers: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Last {
    states: Vec<String>,
}

/// Every play, by name.
pub fn plays() -> Vec<Play> {
    let mut plays: Vec<Play> = Vec::new();
    for entry in fs::read_dir(stage::repository("tests/plays")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|end| end == "toml") {
            let text = fs::read_to_string(&path).unwrap();
            let mut play: Play = toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            play.name = path.file_stem().unwrap().to_string_lossy().into_owned();
            plays.push(play);
        }
    }
    plays.sort_by(|a, b| a.name.cmp(&b.name));
    plays
}

/// Each message that was said, with its turn.
fn said<'p>(play: &'p Play, session: &'p Session) -> impl Iterator<Item = (&'p Line, &'p Turn)> {
    play.turns.iter().zip(&session.turns)
}

fn at(play: &Play, turn: &Turn, what: &str) -> String {
    format!("{} {}: {what} after “{}” → {}", play.name, turn.number, turn.said, turn.reply.join(" / "))
}

/// Where he is in a state that the play does not expect.
pub fn states(play: &Play, session: &Session) -> Vec<String> {
    let allowed =
        |states: &[String], turn: &Turn| states.is_empty() || states.iter().any(|s| s == turn.state.as_str());
    let wrong = |turn: &Turn, states: &[String]| at(play, turn, &format!("{}, not {states:?}", turn.state));
    let during = said(play, session).filter(|(line, turn)| !allowed(&line.states, turn));
    let mut faults: Vec<String> = during.map(|(line, turn)| wrong(turn, &line.states)).collect();
    if let (Some(last), Some(turn)) = (&play.last, session.turns.last()) {
        faults.extend((!allowed(&last.states, turn)).then(|| wrong(turn, &last.states)));
    }
    faults
}

/// Where a question found nothing, or an answer came to no question.
pub fn facts(play: &Play, cast: &Cast<'_>, session: &Session) -> Vec<String> {
    let name = |place: &usize| cast.persona.facts[*place].id.as_str();
    let mut faults = Vec::new();
    let mut out: Vec<&str> = Vec::new();
    for (line, turn) in said(play, session) {
        out.extend(turn.told.iter().map(name));
        let missing = line.tells.iter().filter(|fact| !out.contains(&fact.as_str()));
        faults.extend(missing.map(|fact| at(play, turn, &format!("{fact} not told"))));
        if line.quiet && !turn.told.is_empty() {
            let told: Vec<&str> = turn.told.iter().map(name).collect();
            faults.push(at(play, turn, &format!("{told:?} told unasked")));
        }
    }
    faults
}

/// Where an offer was not heard.
pub fn offers(play: &Play, cast: &Cast<'_>, session: &Session) -> Vec<String> {
    let mut faults = Vec::new();
    for (line, turn) in said(play, session) {
        let heard: Vec<&str> = turn.offers.iter().map(|o| cast.persona.offers[*o].id.as_str()).collect();
        let missing = line.offers.iter().filter(|offer| !heard.contains(&offer.as_str()));
        faults.extend(missing.map(|offer| at(play, turn, &format!("{offer} not heard"))));
    }
    faults
}

fn moves(turn: &Turn) -> impl Iterator<Item = Move> {
    turn.appraisals.iter().filter_map(|appraisal| match appraisal.cause {
        Cause::Move(mv) => Some(mv),
        Cause::Circumstance(_) => None,
    })
}

/// Everything that was taken as an offence.
pub fn offences(play: &Play, session: &Session) -> Vec<String> {
    let hurting = |turn: &Turn| moves(turn).filter(|mv| mv.sign() == Sign::Hurts).collect::<Vec<_>>();
    let faults = session.turns.iter().map(|turn| (turn, hurting(turn)));
    faults.filter(|(_, mvs)| !mvs.is_empty()).map(|(turn, mvs)| at(play, turn, &format!("{mvs:?}"))).collect()
}

/// Everything that was taken as a kindness.
pub fn kindnesses(play: &Play, session: &Session) -> Vec<String> {
    let kind = |turn: &Turn| moves(turn).filter(|mv| mv.sign() == Sign::Helps).collect::<Vec<_>>();
    let faults = session.turns.iter().map(|turn| (turn, kind(turn)));
    faults.filter(|(_, mvs)| !mvs.is_empty()).map(|(turn, mvs)| at(play, turn, &format!("{mvs:?}"))).collect()
}

/// Messages in which nothing was taken as an offence.
pub fn missed_offences(session: &Session) -> Vec<&str> {
    let missed = session.turns.iter().filter(|turn| !moves(turn).any(|mv| mv.sign() == Sign::Hurts));
    missed.map(|turn| turn.said.as_str()).collect()
}
