//! The vote of those who watched, what came of it, and the way into the second round.

use crate::base::id::TraineeId;
use crate::base::level::Emotion;
use crate::base::phrase::arg::Listed;
use crate::base::phrase::{ButtonPhrase, DuetPhrase, InsightPhrase, Phrase, PlayPhrase, Term, TermKind};
use crate::debrief::record::Case;
use crate::debrief::{FEW_TURNS, report};
use crate::flow::practice;
use crate::flow::scene::Rows;
use crate::session::fold::{Cast, Session};

use super::super::{Game, Play, SILENCE, button, look_back};
use super::criterion::Criterion;
use super::{
    Ballot, Close, Duet, Stage, ballot_box, board, changed, conversation, criteria, enter, items, keep, tell,
};
use crate::flow::group::Hall;

/// How long the vote is open, in milliseconds.
pub const VOTING: i64 = 5 * 60_000;

impl Close {
    fn phrase(self) -> Box<Phrase> {
        let phrase = match self {
            Close::Calmed => DuetPhrase::Calmed,
            Close::Walked => DuetPhrase::Walked,
            Close::Open => DuetPhrase::Open,
        };
        Box::new(phrase.into())
    }
}

/// The round is over: everybody who watched votes.
pub fn open(hall: &mut Hall<'_>, game: &Game, mut duet: Duet, close: Close) {
    let Some((cast, session)) = conversation(hall, &duet) else { return changed(hall, game, &duet) };
    let title = cast.texts.title.clone();
    board(hall, game, &duet, true, DuetPhrase::RoundOver { title }, Vec::new());
    duet.stage = Stage::Voting(close);
    show(hall, (game, &duet), &cast, &session, close, true);
    enter(hall, game, duet, VOTING);
}

fn show(
    hall: &mut Hall<'_>,
    (game, duet): (&Game, &Duet),
    cast: &Cast<'_>,
    session: &Session,
    close: Close,
    prompt: bool,
) {
    let criteria = criteria(cast, session);
    let (_, player) = duet.names();
    let phrase = DuetPhrase::Vote {
        player,
        name: cast.texts.name.clone(),
        ending: close.phrase(),
        items: items(&criteria),
        votes: duet.ballots.len(),
    };
    let row = |(number, place): (usize, u8)| {
        vec![
            button(ButtonPhrase::DuetMet { number }, game, Play::Mark(place, true)),
            button(ButtonPhrase::DuetMissed { number }, game, Play::Mark(place, false)),
        ]
    };
    let mut rows: Rows = (1..=criteria.len()).zip(0..).map(row).collect();
    rows.push(vec![button(ButtonPhrase::PlayResult, game, Play::Reveal)]);
    ballot_box(hall, game, duet, prompt, phrase, rows);
}

/// An observer marks a criterion as met or not; another mark takes the place of her first.
pub fn mark(hall: &mut Hall<'_>, game: &Game, mut duet: Duet, (place, met): (u8, bool), who: TraineeId) {
    let Stage::Voting(close) = duet.stage else { return };
    if duet.has(who) {
        return hall.alert(DuetPhrase::PlayersWatch);
    }
    let Some((cast, session)) = conversation(hall, &duet) else { return changed(hall, game, &duet) };
    let number = usize::from(place).saturating_add(1);
    if number > criteria(&cast, &session).len() {
        return hall.toast(PlayPhrase::Over);
    }
    match duet.ballots.iter_mut().find(|ballot| ballot.who == who) {
        Some(ballot) => {
            ballot.marks.retain(|(marked, _)| *marked != place);
            ballot.marks.push((place, met));
        }
        None => {
            duet.ballots.push(Ballot { who, marks: vec![(place, met)] });
            show(hall, (game, &duet), &cast, &session, close, false);
        }
    }
    hall.toast(match met {
        true => DuetPhrase::MarkedMet { number },
        false => DuetPhrase::MarkedMissed { number },
    });
    // A vote does not hold the vote open.
    let left = game.until.since(hall.input.at);
    keep(hall, game, duet, left);
}

/// What everybody saw and what the bot heard; then the other way round, after the second round the end. `goes_on`: whether there is
/// somebody to go on with.
pub fn result(hall: &mut Hall<'_>, game: &Game, mut duet: Duet, close: Close, goes_on: bool) {
    let Some((cast, session)) = conversation(hall, &duet) else { return changed(hall, game, &duet) };
    let title = cast.texts.title.clone();
    match duet.stage {
        Stage::Voting(_) => {
            let votes = duet.ballots.len();
            ballot_box(hall, game, &duet, true, DuetPhrase::VoteOver { votes }, Vec::new());
        }
        _ => board(hall, game, &duet, true, DuetPhrase::RoundOver { title }, Vec::new()),
    }
    for phrase in debrief(&duet, &cast, &session, close) {
        tell(hall, game, phrase, Vec::new());
    }
    if duet.second.is_some() || !goes_on {
        tell(hall, game, DuetPhrase::Done, Vec::new());
        return hall.group.games.retain(|kept| kept.number != game.number);
    }
    let (agent, customer) = duet.names();
    let swap = button(ButtonPhrase::DuetSwap, game, Play::Swap);
    let stop = button(ButtonPhrase::PlayStop, game, Play::Stop);
    let row = vec![swap, stop];
    tell(hall, game, DuetPhrase::SwapOffer { agent: customer, customer: agent }, vec![row]);
    // Of the first round only who he was is needed any more.
    duet.events.truncate(1);
    duet.ballots.clear();
    duet.stage = Stage::Between;
    enter(hall, game, duet, SILENCE);
}

/// All of it, a message each.
fn debrief(duet: &Duet, cast: &Cast<'_>, session: &Session, close: Close) -> Vec<Phrase> {
    let case = Case { persona: cast.persona, texts: cast.texts, session };
    let criteria = criteria(cast, session);
    let items = criteria.iter().zip(0..).map(|(one, place)| tally(duet, &case, *one, place)).collect();
    let (agent, player) = duet.names();
    let seen = DuetPhrase::Result { title: cast.texts.title.clone(), items };
    let endings = DuetPhrase::Endings {
        player,
        name: cast.texts.name.clone(),
        ending: close.phrase(),
        own: Box::new(own(session)),
        levels: levels(session),
    };
    let mut all: Vec<Phrase> = vec![seen.into(), endings.into()];
    let report = report(cast, session);
    if report.turns < FEW_TURNS {
        all.push(PlayPhrase::TooLittle.into());
    } else {
        let (well, better) = (look_back::strengths(&report), look_back::changes(&report));
        all.push(match well.is_empty() {
            true => PlayPhrase::NothingWell.into(),
            false => DuetPhrase::Well { items: well }.into(),
        });
        all.push(match better.is_empty() {
            true => PlayPhrase::NothingBetter.into(),
            false => DuetPhrase::Better { items: better }.into(),
        });
    }
    all.push(DuetPhrase::Questions { agent }.into());
    all
}

/// A criterion: how many found it met, and whether the bot heard it.
fn tally(duet: &Duet, case: &Case<'_>, one: Criterion, place: u8) -> Phrase {
    let marks = duet.ballots.iter().flat_map(|ballot| &ballot.marks).filter(|(marked, _)| *marked == place);
    let marks: Vec<bool> = marks.map(|(_, met)| *met).collect();
    let heard = if one.heard(case) { DuetPhrase::Heard } else { DuetPhrase::Unheard };
    let (number, text, heard) = (usize::from(place) + 1, Box::new(one.phrase()), Box::new(heard.into()));
    let (met, votes) = (marks.iter().filter(|met| **met).count(), marks.len());
    match votes {
        0 => DuetPhrase::ResultBare { number, text, heard }.into(),
        _ => DuetPhrase::ResultItem { number, text, met, votes, heard }.into(),
    }
}

/// How the bot's own customer was in the end.
fn own(session: &Session) -> Phrase {
    match session.ended {
        Some(ending) => DuetPhrase::OwnEnded { ending: Term::ending(ending) }.into(),
        None => {
            let state = Term::new(TermKind::State, session.customer.state.as_str());
            DuetPhrase::OwnOpen { state }.into()
        }
    }
}

/// His levels at first and in the end.
fn levels(session: &Session) -> Listed {
    let last = practice::levels(session);
    let first = session.turns.first().map_or(last, |turn| turn.before);
    let change = |emotion: Emotion| {
        let (from, to) = (i64::from(first.get(emotion).whole()), i64::from(last.get(emotion).whole()));
        InsightPhrase::Level { emotion: Term::emotion(emotion), from, to }.into()
    };
    Listed(Emotion::ALL.map(change).to_vec())
}
