//! What a lead does in private. Whether she is an administrator of the group is asked at each step.

use crate::base::id::TraineeId;
use crate::base::phrase::{ContestPhrase, EntryPhrase, ResultPhrase};
use crate::flow::action::Action;
use crate::flow::errand::Errand;
use crate::flow::group::Standing;
use crate::flow::profile::Screen;
use crate::flow::say::{Button, FileForm, Say};
use crate::flow::scene::{Rows, Scene};

use super::action::Press;
use super::ask::{Ask, Roll, Then};
use super::record::{Entrant, Phase, State};
use super::room::remember;
use super::told::button;
use super::{ContestId, closing, ranks, teams};

/// Rows of the lead's list.
const ROWS: usize = 40;
/// Longest reason, in characters.
const LONGEST: usize = 200;

/// Everybody's part, for whatever it was asked for.
pub fn roll(scene: &mut Scene<'_>, roll: &Roll, then: Then) {
    let name = roll.contest.definition.name.clone();
    remember(scene, roll.id);
    match then {
        Then::Remove(who) => match entrant(roll, who) {
            Some(entrant) => {
                scene.profile.screen = Screen::Reason { contest: roll.id, whom: who };
                scene.tell(EntryPhrase::AskReason { name: entrant.name.clone() });
            }
            None => show(scene, roll),
        },
        Then::Cancel if roll.contest.state == State::On => {
            let yes = button(EntryPhrase::ButtonCancelSure, roll.id, Press::CancelSure);
            let no = button(ContestPhrase::ButtonBack, roll.id, Press::Manage);
            scene.tell_with(EntryPhrase::AskCancel { name }, vec![vec![yes], vec![no]]);
        }
        Then::Results => results(scene, roll),
        _ => show(scene, roll),
    }
}

fn entrant(roll: &Roll, who: TraineeId) -> Option<&Entrant> {
    roll.entrants.iter().find(|(id, entrant)| *id == who && entrant.out.is_none()).map(|(_, entrant)| entrant)
}

fn standing(roll: &Roll) -> Standing {
    Standing { id: roll.id, contest: roll.contest.clone(), entrants: roll.entrants.clone() }
}

/// The ranking, with a button for every entry.
fn show(scene: &mut Scene<'_>, roll: &Roll) {
    let standing = standing(roll);
    let name = roll.contest.definition.name.clone();
    let mut rows_shown = ranks::ranks(&standing, ROWS);
    match roll.contest.phase(scene.input.at) {
        Phase::Waiting => rows_shown.push(EntryPhrase::ManageWaiting.into()),
        Phase::Open => rows_shown.push(EntryPhrase::ManageOpen.into()),
        _ => {}
    }
    let mut rows: Rows = Vec::new();
    let label = |entrant: &Entrant| match teams::least(&roll.contest.definition) {
        Some(_) => ranks::label(entrant),
        None => entrant.name.clone(),
    };
    let inside =
        roll.entrants.iter().filter(|(_, entrant)| entrant.out.is_none() && !entrant.runs.is_empty());
    for (who, entrant) in inside.take(ROWS) {
        let action = Action::Contest(roll.id, Press::Remove(*who));
        rows.push(vec![Button::text(format!("✖ {}", label(entrant)), action)]);
    }
    rows.push(vec![button(ResultPhrase::ButtonResults, roll.id, Press::Results)]);
    if roll.contest.state == State::On {
        rows.push(vec![button(EntryPhrase::ButtonCancel, roll.id, Press::Cancel)]);
    }
    scene.tell_with(EntryPhrase::Manage { name, rows: rows_shown, count: roll.entrants.len() }, rows);
}

/// She has written why.
pub fn reasoned(scene: &mut Scene<'_>, contest: ContestId, whom: TraineeId, text: &str) {
    scene.profile.screen = Screen::Lobby;
    let reason = text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST).collect();
    scene.send(Errand::Contest(Ask::Remove(contest, whom, reason)));
}

/// Tables, what to look at, and the files of those who hand them out.
fn results(scene: &mut Scene<'_>, roll: &Roll) {
    let standing = standing(roll);
    for table in closing::tables(&standing) {
        scene.say(table);
    }
    match closing::same_words(&standing) {
        Some(phrase) => scene.tell(phrase),
        None => scene.tell(ResultPhrase::NobodyAlike),
    }
    scene.send(Errand::Contest(Ask::Archive(roll.id)));
}

/// The files of those who hand them out.
pub fn archive(scene: &mut Scene<'_>, name: &str, count: u32, bytes: &[u8]) {
    if count == 0 {
        return scene.tell(EntryPhrase::NobodyShares);
    }
    let caption = EntryPhrase::Archive { name: name.to_owned(), count }.into();
    let (name, form, bytes) = ("runs.zip".to_owned(), FileForm::Archive, bytes.to_vec());
    scene.say(Say::File { name, form, bytes, caption, rows: Vec::new() });
}
