//! The relay: a customer chosen by grade, members who join by a button, one message each in turn, his mood on a board that is turned
//! with every message, and in the end what the group did together.

use serde::{Deserialize, Serialize};

use crate::base::id::TraineeId;
use crate::base::level::Emotion;
use crate::base::phrase::arg::Listed;
use crate::base::phrase::{ButtonPhrase, Phrase, PlayPhrase, Term, TermKind};
use crate::base::time::Moment;
use crate::flow::say::Say;
use crate::flow::{menu, practice};
use crate::persona::model::Grade;
use crate::session::event::{Event, Started};
use crate::session::fold::{Cast, Session, replay};

use super::super::Hall;
use super::{Game, Kind, Play, Player, SILENCE, button, change, close, grades, look_back, pick};

/// Messages the group has together: after that it is over.
const MOST: usize = 12;
/// Players at most: more would wait too long for a turn.
const PLAYERS: usize = 12;
/// How long whose turn it is has it for herself, in milliseconds; then others may pass her over.
const PATIENCE: i64 = 60_000;

/// A relay.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relay {
    /// Who takes part, in the order of turns.
    #[serde(default)]
    pub players: Vec<Player>,
    /// Whose turn it is, by place.
    #[serde(default)]
    pub next: usize,
    /// Since when; `None` before it began.
    #[serde(default)]
    pub since: Option<Moment>,
    /// The conversation so far; empty before the customer is chosen.
    #[serde(default)]
    pub events: Vec<Event>,
}

impl Relay {
    /// Whether it waits for messages.
    pub fn plays(&self) -> bool {
        self.since.is_some()
    }

    fn start(&self) -> Option<&Started> {
        match self.events.first() {
            Some(Event::Started { start, .. }) => Some(start),
            _ => None,
        }
    }

    fn turn(&self) -> Option<&Player> {
        self.players.get(self.next)
    }

    fn pass(&mut self, at: Moment) {
        self.next = (self.next + 1).checked_rem(self.players.len()).unwrap_or(0);
        self.since = Some(at);
    }
}

/// The conversation with what it is played with. `None` where its customer is not any more what he was.
fn conversation<'a>(hall: &Hall<'a>, relay: &Relay) -> Option<(Cast<'a>, Session)> {
    let cast = hall.content.cast_of(relay.start()?)?;
    let session = replay(&cast, &relay.events).ok()?;
    Some((cast, session))
}

fn keep(hall: &mut Hall<'_>, game: &Game, relay: Relay) {
    change(hall, game, Kind::Relay(relay), SILENCE);
}

/// Asks how hard the customer is to be. `false` where there is none.
pub fn choose(hall: &mut Hall<'_>, game: &Game) -> bool {
    let Some(rows) = grades(hall, game) else { return false };
    hall.board(game.place(hall), game.board(), true, PlayPhrase::RelayChoose, rows);
    true
}

/// A button was pressed by somebody.
pub fn pressed(hall: &mut Hall<'_>, game: &Game, relay: Relay, play: Play, who: &Player) {
    match play {
        Play::Grade(grade) => chosen(hall, game, relay, grade),
        Play::Join => join(hall, game, relay, who),
        Play::Begin => start(hall, game, relay, who.id),
        Play::Skip => skip(hall, game, relay, who.id),
        _ => hall.toast(PlayPhrase::Over),
    }
}

fn chosen(hall: &mut Hall<'_>, game: &Game, mut relay: Relay, grade: Grade) {
    if !relay.events.is_empty() {
        return hall.toast(PlayPhrase::Chosen);
    }
    let Some((lang, cast, seed, _)) = pick(hall, &[grade], None) else {
        return hall.toast(PlayPhrase::NoCustomers);
    };
    let (_, event) = Session::open(&cast, lang, seed, hall.input.at);
    relay.events.push(event);
    gathering(hall, game, &relay, &cast);
    keep(hall, game, relay);
}

/// Who takes part, on the board.
fn gathering(hall: &mut Hall<'_>, game: &Game, relay: &Relay, cast: &Cast<'_>) {
    let texts = cast.texts;
    let names: Vec<Phrase> = relay.players.iter().map(named).collect();
    let players: Box<Phrase> = match names.is_empty() {
        true => Box::new(PlayPhrase::NoPlayers.into()),
        false => Box::new(PlayPhrase::Players { names: Listed(names) }.into()),
    };
    let phrase = PlayPhrase::RelayGather {
        title: texts.title.clone(),
        name: texts.name.clone(),
        you: texts.briefing.you.clone(),
        happened: texts.briefing.happened.clone(),
        most: MOST,
        players,
    };
    let mut first = vec![button(ButtonPhrase::PlayJoin, game, Play::Join)];
    if !relay.players.is_empty() {
        first.push(button(ButtonPhrase::PlayBegin, game, Play::Begin));
    }
    let rows = vec![first, vec![button(ButtonPhrase::PlayStop, game, Play::Stop)]];
    hall.board(game.place(hall), game.board(), true, phrase, rows);
}

fn named(player: &Player) -> Phrase {
    PlayPhrase::Name { name: player.name.clone() }.into()
}

/// She takes part: before it begins, or after everybody else while it goes on.
fn join(hall: &mut Hall<'_>, game: &Game, mut relay: Relay, who: &Player) {
    if relay.players.iter().any(|player| player.id == who.id) {
        return hall.toast(PlayPhrase::AlreadyIn);
    }
    if relay.players.len() >= PLAYERS {
        return hall.alert(PlayPhrase::FullHouse { most: PLAYERS });
    }
    relay.players.push(who.clone());
    let Some((cast, session)) = conversation(hall, &relay) else { return changed(hall, game) };
    hall.toast(PlayPhrase::Joined);
    match relay.plays() {
        true => mood(hall, (game, &relay), &cast, &session, true),
        false => gathering(hall, game, &relay, &cast),
    }
    keep(hall, game, relay);
}

/// Everybody is there: he speaks, and the first is to answer.
fn start(hall: &mut Hall<'_>, game: &Game, mut relay: Relay, who: TraineeId) {
    if relay.plays() {
        return hall.toast(PlayPhrase::Begun);
    }
    if !game.involves(who) || relay.players.is_empty() {
        return hall.alert(PlayPhrase::JoinFirst);
    }
    let Some((cast, session)) = conversation(hall, &relay) else { return changed(hall, game) };
    relay.since = Some(hall.input.at);
    mood(hall, (game, &relay), &cast, &session, true);
    // The board shows his mood from here on; what they know about the case has to stay in sight.
    hall.say(game.place(hall), Say::Tell(menu::briefing(cast.persona, cast.texts).into(), Vec::new()));
    bubbles(hall, game, &session.opening);
    ask(hall, game, &relay, &cast, &session);
    keep(hall, game, relay);
}

fn bubbles(hall: &mut Hall<'_>, game: &Game, words: &[String]) {
    let place = game.place(hall);
    words.iter().for_each(|bubble| hall.say(place, Say::Bubble(bubble.clone())));
}

/// Whose turn it is.
fn ask(hall: &mut Hall<'_>, game: &Game, relay: &Relay, cast: &Cast<'_>, session: &Session) {
    let Some(player) = relay.turn() else { return };
    let phrase = PlayPhrase::NextTurn {
        player: player.name.clone(),
        name: cast.texts.name.clone(),
        state: Term::new(TermKind::State, session.customer.state.as_str()),
        left: MOST.saturating_sub(session.turns.len()),
    };
    let mut row = Vec::new();
    if relay.players.len() > 1 {
        row.push(button(ButtonPhrase::PlaySkip { player: player.name.clone() }, game, Play::Skip));
    }
    row.push(button(ButtonPhrase::PlayJoin, game, Play::Join));
    hall.say(game.place(hall), Say::Tell(phrase.into(), vec![row]));
}

/// His mood, on the board.
fn mood(
    hall: &mut Hall<'_>,
    (game, relay): (&Game, &Relay),
    cast: &Cast<'_>,
    session: &Session,
    prompt: bool,
) {
    let now = practice::levels(session);
    let phrase = PlayPhrase::RelayBoard {
        title: cast.texts.title.clone(),
        name: cast.texts.name.clone(),
        state: Term::new(TermKind::State, session.customer.state.as_str()),
        levels: Emotion::ALL.map(|emotion| practice::mood_line(emotion, now.get(emotion))).to_vec(),
        players: Listed(relay.players.iter().map(named).collect()),
        left: MOST.saturating_sub(session.turns.len()),
    };
    let row = vec![
        button(ButtonPhrase::PlayJoin, game, Play::Join),
        button(ButtonPhrase::PlayStop, game, Play::Stop),
    ];
    hall.board(game.place(hall), game.board(), prompt, phrase, vec![row]);
}

/// Somebody passes over whose turn it is, or passes herself.
fn skip(hall: &mut Hall<'_>, game: &Game, mut relay: Relay, who: TraineeId) {
    let (Some(since), true) = (relay.since, relay.players.iter().any(|player| player.id == who)) else {
        return hall.alert(PlayPhrase::JoinFirst);
    };
    let hers = relay.turn().is_some_and(|player| player.id == who);
    let waited = hall.input.at.since(since);
    if !hers && waited < PATIENCE {
        let seconds = (PATIENCE - waited) / 1_000 + 1;
        return hall.toast(PlayPhrase::Patience { seconds });
    }
    let Some((cast, session)) = conversation(hall, &relay) else { return changed(hall, game) };
    relay.pass(hall.input.at);
    ask(hall, game, &relay, &cast, &session);
    keep(hall, game, relay);
}

/// Somebody wrote to the customer.
pub fn said(hall: &mut Hall<'_>, game: &Game, mut relay: Relay, who: TraineeId, text: &str) {
    let Some(turn) = relay.turn().cloned() else { return };
    if turn.id != who {
        let player = turn.name;
        return match relay.players.iter().any(|player| player.id == who) {
            true => hall.tell(PlayPhrase::NotYourTurn { player }),
            false => {
                let row = vec![button(ButtonPhrase::PlayJoin, game, Play::Join)];
                hall.tell_with(PlayPhrase::NotPlaying { player }, vec![row]);
            }
        };
    }
    let Some((cast, mut session)) = conversation(hall, &relay) else { return changed(hall, game) };
    let at = session.clock(hall.input.at);
    let event = session.play(&cast, text, at);
    if let Event::Played { reply, .. } = &event {
        bubbles(hall, game, reply);
    }
    relay.events.push(event);
    if !session.is_open() {
        return over(hall, game, &cast, &session);
    }
    if session.turns.len() >= MOST {
        return leave(hall, game, &cast, session);
    }
    relay.pass(hall.input.at);
    mood(hall, (game, &relay), &cast, &session, false);
    ask(hall, game, &relay, &cast, &session);
    keep(hall, game, relay);
}

/// It is over before he is done: he has the last word.
fn leave(hall: &mut Hall<'_>, game: &Game, cast: &Cast<'_>, mut session: Session) {
    let at = session.clock(hall.input.at);
    if let Event::Stopped { reply, .. } = session.stop(cast, at) {
        bubbles(hall, game, &reply);
    }
    over(hall, game, cast, &session);
}

fn over(hall: &mut Hall<'_>, game: &Game, cast: &Cast<'_>, session: &Session) {
    close(hall, game, PlayPhrase::RelayOver { title: cast.texts.title.clone() });
    let place = game.place(hall);
    for phrase in look_back::phrases(cast, session) {
        hall.say(place, Say::Tell(phrase, Vec::new()));
    }
}

/// His files have changed meanwhile.
fn changed(hall: &mut Hall<'_>, game: &Game) {
    close(hall, game, PlayPhrase::Changed);
}

/// Somebody who may has ended it.
pub fn stopped(hall: &mut Hall<'_>, game: &Game, relay: &Relay) {
    match conversation(hall, relay).filter(|(_, session)| !session.turns.is_empty()) {
        Some((cast, session)) => leave(hall, game, &cast, session),
        None => close(hall, game, PlayPhrase::Stopped),
    }
}

/// Nobody has done anything for long.
pub fn silent(hall: &mut Hall<'_>, game: &Game, relay: &Relay) {
    match conversation(hall, relay).filter(|(_, session)| !session.turns.is_empty()) {
        Some((cast, session)) => {
            hall.say(game.place(hall), Say::Tell(PlayPhrase::Quiet.into(), Vec::new()));
            leave(hall, game, &cast, session);
        }
        None => close(hall, game, PlayPhrase::Stopped),
    }
}
