//! How a participant chooses her team, in private: one there is, or one that she names. Nobody chooses for her.

use crate::base::phrase::{ContestPhrase, EntryPhrase};
use crate::base::time::Moment;
use crate::flow::profile::Screen;
use crate::flow::scene::{Rows, Scene};

use super::ContestId;
use super::action::Press;
use super::ask::{Ask, Choice, View};
use super::record::{Entrant, Phase};
use super::room::{ask, name, show};
use super::teams::{self, LONGEST, MOST, Unfit};
use super::told::button;

/// Characters of what she writes that are looked at.
const LOOKED: usize = 200;

/// Whether she has to choose a team before she can play.
pub(super) fn lacks(view: &View) -> bool {
    let lacks = view.mine.as_ref().is_some_and(|mine| mine.team.is_none());
    lacks && teams::least(&view.contest.definition).is_some()
}

/// Whether she can choose one at this moment.
fn can(view: &View, mine: &Entrant, at: Moment) -> bool {
    let on = matches!(view.contest.phase(at), Phase::Waiting | Phase::Open);
    on && teams::least(&view.contest.definition).is_some() && teams::may_choose(mine)
}

/// The way to the teams, where she can choose.
pub(super) fn rows(scene: &Scene<'_>, view: &View, mine: &Entrant) -> Rows {
    if !can(view, mine, scene.input.at) || scene.is_busy() {
        return Vec::new();
    }
    let label = match &mine.team {
        Some(team) => EntryPhrase::ButtonChangeTeam { team: team.clone() },
        None => EntryPhrase::ButtonChooseTeam,
    };
    vec![vec![button(label, view.id, Press::Teams)]]
}

/// The teams there are, and a new one.
pub(super) fn offer(scene: &mut Scene<'_>, view: &View) {
    let Some(mine) = &view.mine else { return show(scene, view) };
    let least = teams::least(&view.contest.definition);
    let Some(least) = least.filter(|_| can(view, mine, scene.input.at)) else {
        let begun = mine.out.is_none() && !mine.begun.is_empty();
        if let (Some(_), Some(team), true) = (least, &mine.team, begun) {
            scene.tell(EntryPhrase::TeamFixed { team: team.clone() });
        }
        return show(scene, view);
    };
    let label = |team: &teams::Team| {
        let (name, count) = (team.name.clone(), team.members);
        match mine.team.as_ref() == Some(&name) {
            true => EntryPhrase::ButtonTeamMine { name, count },
            false => EntryPhrase::ButtonTeam { name, count },
        }
    };
    let row = |team: &teams::Team| vec![button(label(team), view.id, Press::Side(teams::code(&team.name)))];
    let mut rows: Rows = view.teams.iter().map(row).collect();
    if view.teams.len() < MOST {
        rows.push(vec![button(EntryPhrase::ButtonNewTeam, view.id, Press::Found)]);
    }
    if mine.team.is_some() {
        rows.push(vec![button(ContestPhrase::ButtonBack, view.id, Press::See)]);
    }
    scene.tell_with(EntryPhrase::ChooseTeam { name: name(view), least }, rows);
}

/// Asks what a new team is called.
pub(super) fn found(scene: &mut Scene<'_>, view: &View) {
    match &view.mine {
        Some(mine) if can(view, mine, scene.input.at) => {
            scene.profile.screen = Screen::NamingTeam { contest: view.id };
            scene.tell(EntryPhrase::AskTeam { most: LONGEST });
        }
        _ => offer(scene, view),
    }
}

/// She has written what it is called.
pub fn named(scene: &mut Scene<'_>, id: ContestId, text: &str) {
    scene.profile.screen = Screen::Lobby;
    let text = text.chars().take(LOOKED).collect();
    ask(scene, Ask::Team(id, Choice::New(text)));
}

/// She has a team.
pub(super) fn chosen(scene: &mut Scene<'_>, view: &View) {
    let team = view.mine.as_ref().and_then(|mine| mine.team.clone()).unwrap_or_default();
    let count = view.teams.iter().find(|one| one.name == team).map_or(1, |one| one.members);
    scene.tell(EntryPhrase::Teamed { team, count });
    show(scene, view);
}

/// What she wrote is no name for a team: why, and what to do next.
pub(super) fn unfit(scene: &mut Scene<'_>, view: &View, unfit: &Unfit) {
    let back = || vec![button(ContestPhrase::ButtonBack, view.id, Press::Teams)];
    let (phrase, rows) = match unfit {
        Unfit::Empty => (EntryPhrase::TeamEmpty, vec![back()]),
        Unfit::Long => (EntryPhrase::TeamLong { most: LONGEST }, vec![back()]),
        Unfit::Taken(team) => {
            let (label, press) =
                (EntryPhrase::ButtonThatTeam { team: team.clone() }, Press::Side(teams::code(team)));
            let rows = vec![vec![button(label, view.id, press)], back()];
            (EntryPhrase::TeamTaken { team: team.clone() }, rows)
        }
        Unfit::Many => (EntryPhrase::TeamsFull { most: MOST }, vec![back()]),
    };
    if *unfit != Unfit::Many {
        scene.profile.screen = Screen::NamingTeam { contest: view.id };
    }
    scene.tell_with(phrase, rows);
}
