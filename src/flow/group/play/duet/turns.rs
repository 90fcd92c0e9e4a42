//! Who writes when, and what the bot's own customer makes of it. Nothing of the card is said here but to whom it belongs.

use crate::base::id::TraineeId;
use crate::base::level::Emotion;
use crate::base::phrase::{ButtonPhrase, DuetPhrase, Phrase, PlayPhrase, Term, TermKind};
use crate::debrief::coach;
use crate::flow::practice;
use crate::flow::say::Say;
use crate::flow::scene::Rows;
use crate::session::fold::{Cast, Session};

use super::super::{Game, Play, Player, SILENCE, button};
use super::{Close, Duet, Stage, board, card, changed, conversation, keep, may, tell, vote};
use crate::flow::group::Hall;

/// Messages the agent has: after that the customer decides.
const MOST: usize = 12;

/// Both are there: the card goes out, the case is shown, and the agent begins.
pub fn begin(hall: &mut Hall<'_>, game: &Game, mut duet: Duet, who: TraineeId) {
    if !may(game, &duet, who) {
        return hall.alert(DuetPhrase::OnlyPlayers);
    }
    let (Some(agent), Some(customer)) = (duet.agent.clone(), duet.customer.clone()) else {
        return hall.alert(DuetPhrase::TwoNeeded);
    };
    let Some((cast, session)) = conversation(hall, &duet) else { return changed(hall, game, &duet) };
    duet.stage = Stage::Playing { said: 0, agents: true };
    hand_out(hall, &duet, &cast, &session, customer.id);
    turned(hall, (game, &duet), &cast, &session, 0);
    // The agent knows what she knows in private practice, and so does everybody who watches.
    let briefing = &cast.texts.briefing;
    let briefing = DuetPhrase::Briefing {
        player: agent.name.clone(),
        you: briefing.you.clone(),
        happened: briefing.happened.clone(),
        may: briefing.may.clone(),
        may_not: briefing.may_not.clone(),
    };
    tell(hall, game, briefing, Vec::new());
    let place = game.place(hall);
    session.opening.iter().for_each(|bubble| hall.say(place, Say::Bubble(bubble.clone())));
    let (player, customer, name) = (agent.name, customer.name, cast.texts.name.clone());
    let card = vec![vec![button(ButtonPhrase::DuetCard, game, Play::Card)]];
    tell(hall, game, DuetPhrase::AgentFirst { player, name, customer }, card);
    keep(hall, game, duet, SILENCE);
}

fn hand_out(hall: &mut Hall<'_>, duet: &Duet, cast: &Cast<'_>, session: &Session, to: TraineeId) {
    for phrase in card::phrases(cast, session, duet.lang) {
        hall.tell_member(to, Say::Tell(phrase, Vec::new()));
    }
}

/// The card once more: it may have been lost among other things, or not have come.
pub fn card(hall: &mut Hall<'_>, duet: Duet, who: TraineeId) {
    if !duet.is_customer(who) {
        return hall.alert(DuetPhrase::CardNotYours);
    }
    let Some(met) = hall.known.met.clone() else { return hall.alert(DuetPhrase::StartFirst) };
    // As he was at first, whatever has been said since.
    let first = Duet { events: duet.events.iter().take(1).cloned().collect(), lang: met.lang, ..duet };
    let Some((cast, session)) = conversation(hall, &first) else { return hall.toast(PlayPhrase::Over) };
    hand_out(hall, &first, &cast, &session, who);
    hall.toast(DuetPhrase::CardSent);
}

/// The board: who plays what, how he opened, how many messages are left.
fn turned(
    hall: &mut Hall<'_>,
    (game, duet): (&Game, &Duet),
    cast: &Cast<'_>,
    session: &Session,
    said: usize,
) {
    let (agent, customer) = duet.names();
    let phrase = DuetPhrase::Board {
        title: cast.texts.title.clone(),
        agent,
        name: cast.texts.name.clone(),
        customer,
        opening: session.opening.iter().map(|line| DuetPhrase::Name { name: line.clone() }.into()).collect(),
        left: MOST.saturating_sub(said),
    };
    let card = button(ButtonPhrase::DuetCard, game, Play::Card);
    let stop = button(ButtonPhrase::PlayStop, game, Play::Stop);
    board(hall, game, duet, said == 0, phrase, vec![vec![card, stop]]);
}

/// Somebody wrote: the agent or the customer on turn, one of them too early, or somebody who watches.
pub fn said(
    hall: &mut Hall<'_>,
    game: &Game,
    duet: Duet,
    (said, agents): (usize, bool),
    (who, text): (TraineeId, &str),
) {
    let (agent, customer) = duet.names();
    match (agents, duet.is_agent(who), duet.is_customer(who)) {
        (true, true, _) => heard(hall, game, duet, said, text),
        (false, _, true) if said >= MOST => hall.tell(DuetPhrase::Decide { player: customer }),
        (false, _, true) => answered(hall, game, duet, said),
        (false, true, _) => hall.tell(DuetPhrase::NotYourTurn { player: customer }),
        // A customer who adds something does no harm: nobody counts her messages.
        (true, _, true) => {}
        (_, false, false) => hall.tell(DuetPhrase::Watching { agent, customer }),
    }
}

/// The agent wrote: the bot's own customer hears it, and the human one is asked.
fn heard(hall: &mut Hall<'_>, game: &Game, mut duet: Duet, said: usize, text: &str) {
    let Some((cast, mut session)) = conversation(hall, &duet) else { return changed(hall, game, &duet) };
    if session.is_open() {
        let at = session.clock(hall.input.at);
        duet.events.push(session.play(&cast, text, at));
    }
    let said = said.saturating_add(1);
    duet.stage = Stage::Playing { said, agents: false };
    turned(hall, (game, &duet), &cast, &session, said);
    let (_, player) = duet.names();
    let (mood, name) = (Box::new(mood(&cast, &session)), cast.texts.name.clone());
    let phrase = match said < MOST {
        true => DuetPhrase::CustomerTurn { mood, player, name },
        false => DuetPhrase::CustomerLast { mood, player, name },
    };
    tell(hall, game, phrase, deciding(game, said < MOST));
    keep(hall, game, duet, SILENCE);
}

/// How it can end, and where it goes on, that the answer was given where the bot does not hear it.
fn deciding(game: &Game, goes_on: bool) -> Rows {
    let ends = vec![
        button(ButtonPhrase::DuetCalmed, game, Play::Calmed),
        button(ButtonPhrase::DuetWalked, game, Play::Walked),
    ];
    let aloud = goes_on.then(|| vec![button(ButtonPhrase::DuetAnswered, game, Play::Skip)]);
    std::iter::once(ends).chain(aloud).collect()
}

/// How the bot's own customer would be, and what did it.
fn mood(cast: &Cast<'_>, session: &Session) -> Phrase {
    let name = cast.texts.name.clone();
    if let Some(ending) = session.ended {
        return DuetPhrase::WouldEnd { name, ending: Term::ending(ending) }.into();
    }
    let now = practice::levels(session);
    let levels = Emotion::ALL.map(|emotion| practice::mood_line(emotion, now.get(emotion)));
    let why = session.turns.last().and_then(coach::comment).map(Phrase::from);
    let state = Term::new(TermKind::State, session.customer.state.as_str());
    DuetPhrase::Mood { name, state, lines: levels.into_iter().chain(why).collect() }.into()
}

/// The customer has answered: on to the agent. What she wrote goes nowhere.
fn answered(hall: &mut Hall<'_>, game: &Game, mut duet: Duet, said: usize) {
    duet.stage = Stage::Playing { said, agents: true };
    let (player, _) = duet.names();
    let left = MOST.saturating_sub(said);
    tell(hall, game, DuetPhrase::AgentTurn { player, left }, Vec::new());
    keep(hall, game, duet, SILENCE);
}

/// The customer has answered where the bot does not hear it: aloud, or without replying. Either of the two says so.
pub fn aloud(hall: &mut Hall<'_>, game: &Game, duet: Duet, (said, agents): (usize, bool), who: TraineeId) {
    match duet.has(who) {
        false => hall.alert(DuetPhrase::OnlyPlayers),
        true if agents || said >= MOST => hall.toast(PlayPhrase::Over),
        true => answered(hall, game, duet, said),
    }
}

/// The customer decides how it ends, and nobody else.
pub fn decide(hall: &mut Hall<'_>, game: &Game, duet: Duet, (said, close): (usize, Close), who: TraineeId) {
    let Some(Player { id, name: player }) = duet.customer.clone() else { return };
    if id != who {
        return hall.alert(DuetPhrase::OnlyCustomer { player });
    }
    if said == 0 {
        let (player, _) = duet.names();
        return hall.alert(DuetPhrase::TooEarly { player });
    }
    vote::open(hall, game, duet, close);
}
