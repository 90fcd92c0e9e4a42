//! Who sits where: two places, taken by button. In the second round the two change them, and the customer's is kept for the agent of
//! the first.

use crate::base::id::PersonaId;
use crate::base::phrase::{ButtonPhrase, DuetPhrase, Phrase, PlayPhrase};
use crate::flow::action::Action;
use crate::flow::group::Hall;
use crate::flow::say::Button;
use crate::persona::model::Grade;
use crate::session::fold::{Cast, Session};

use super::super::{Game, Play, Player, SILENCE, button, grades, pick};
use super::{Duet, LINK, board, changed, conversation, criteria, end, enter, items, keep, tell};

/// Asks how hard the customer is to be. `false` where there is none.
pub fn choose(hall: &mut Hall<'_>, game: &Game) -> bool {
    let Some(rows) = grades(hall, game) else { return false };
    board(hall, game, &Duet::default(), true, DuetPhrase::Choose, rows);
    true
}

/// She has chosen how hard.
pub fn chosen(hall: &mut Hall<'_>, game: &Game, mut duet: Duet, grade: Grade) {
    if !duet.events.is_empty() {
        return hall.toast(PlayPhrase::Chosen);
    }
    duet.grade = Some(grade);
    if !meet(hall, game, &mut duet, None) {
        return hall.toast(PlayPhrase::NoCustomers);
    }
    keep(hall, game, duet, SILENCE);
}

/// A customer of the duet's grade comes: the case, its places, and what is watched for. `not`: somebody else than him, where there
/// is somebody else. `false` where nobody is there.
fn meet(hall: &mut Hall<'_>, game: &Game, duet: &mut Duet, not: Option<&PersonaId>) -> bool {
    let grade: Vec<Grade> = duet.grade.into_iter().collect();
    let picked = pick(hall, &grade, not).or_else(|| pick(hall, &grade, None));
    let Some((lang, cast, seed, _)) = picked else { return false };
    let (session, event) = Session::open(&cast, lang, seed, hall.input.at);
    duet.events = vec![event];
    places(hall, game, duet, &cast);
    let (title, items) = (cast.texts.title.clone(), items(&criteria(&cast, &session)));
    tell(hall, game, DuetPhrase::Criteria { title, items }, Vec::new());
    true
}

/// Who sits where, on the board.
fn places(hall: &mut Hall<'_>, game: &Game, duet: &Duet, cast: &Cast<'_>) {
    let texts = cast.texts;
    let shown = |player: &Option<Player>, kept: Option<&Player>| -> Box<Phrase> {
        let phrase = match (player, kept) {
            (Some(player), _) => DuetPhrase::Name { name: player.name.clone() },
            (None, Some(kept)) => DuetPhrase::KeptFor { player: kept.name.clone() },
            (None, None) => DuetPhrase::Free,
        };
        Box::new(phrase.into())
    };
    let phrase = DuetPhrase::Places {
        title: texts.title.clone(),
        name: texts.name.clone(),
        happened: texts.briefing.happened.clone(),
        agent: shown(&duet.agent, None),
        customer: shown(&duet.customer, duet.second.as_ref()),
    };
    let agent = button(ButtonPhrase::DuetAgent, game, Play::Agent);
    let customer = button(ButtonPhrase::DuetCustomer, game, Play::Customer);
    let start = Button::phrase(ButtonPhrase::DuetStart, Action::Link(LINK.to_owned()));
    let mut rows = vec![vec![agent, customer], vec![start]];
    let stop = button(ButtonPhrase::PlayStop, game, Play::Stop);
    rows.push(match duet.agent.is_some() && duet.customer.is_some() {
        true => vec![button(ButtonPhrase::PlayBegin, game, Play::Begin), stop],
        false => vec![stop],
    });
    board(hall, game, duet, true, phrase, rows);
}

/// She takes the agent's place, or leaves it.
pub fn agent(hall: &mut Hall<'_>, game: &Game, mut duet: Duet, who: &Player) {
    match &duet.agent {
        Some(player) if player.id == who.id && duet.second.is_none() => {
            duet.agent = None;
            hall.toast(DuetPhrase::StoodUp);
        }
        Some(player) if player.id == who.id => return hall.toast(PlayPhrase::AlreadyIn),
        Some(player) => return hall.alert(DuetPhrase::Taken { player: player.name.clone() }),
        None => {
            if duet.is_customer(who.id) {
                duet.customer = None;
            }
            duet.agent = Some(who.clone());
            hall.toast(DuetPhrase::SeatedAgent);
        }
    }
    seated(hall, game, duet);
}

/// She takes the customer's place, or leaves it. The card can only go to somebody whom the bot may write to.
pub fn customer(hall: &mut Hall<'_>, game: &Game, mut duet: Duet, who: &Player) {
    match &duet.customer {
        Some(player) if player.id == who.id => {
            duet.customer = None;
            hall.toast(DuetPhrase::StoodUp);
            return seated(hall, game, duet);
        }
        Some(player) => return hall.alert(DuetPhrase::Taken { player: player.name.clone() }),
        None => {}
    }
    if let Some(kept) = duet.second.as_ref().filter(|kept| kept.id != who.id) {
        return hall.alert(DuetPhrase::Taken { player: kept.name.clone() });
    }
    let Some(met) = hall.known.met.clone() else { return hall.alert(DuetPhrase::StartFirst) };
    if duet.is_agent(who.id) {
        duet.agent = None;
    }
    (duet.customer, duet.lang) = (Some(who.clone()), met.lang);
    hall.toast(DuetPhrase::SeatedCustomer);
    seated(hall, game, duet);
}

fn seated(hall: &mut Hall<'_>, game: &Game, duet: Duet) {
    let Some((cast, _)) = conversation(hall, &duet) else { return changed(hall, game, &duet) };
    places(hall, game, &duet, &cast);
    keep(hall, game, duet, SILENCE);
}

/// The other way round, with another customer. She who is the customer now sits down by herself, unless it is she who pressed: the
/// bot has to know that it may write to her.
pub fn swap(hall: &mut Hall<'_>, game: &Game, duet: Duet, who: &Player) {
    let (Some(agent), Some(customer), Some(start)) = (&duet.agent, &duet.customer, duet.start()) else {
        return end(hall, game, &duet, DuetPhrase::Stopped);
    };
    let met = start.persona.clone();
    let herself = hall.known.met.clone().filter(|_| who.id == agent.id);
    let mut next = Duet {
        grade: duet.grade,
        agent: Some(customer.clone()),
        customer: herself.is_some().then(|| agent.clone()),
        lang: herself.and_then(|met| met.lang),
        second: Some(agent.clone()),
        ..Duet::default()
    };
    if !meet(hall, game, &mut next, Some(&met)) {
        return end(hall, game, &duet, DuetPhrase::Changed);
    }
    enter(hall, game, next, SILENCE);
}
