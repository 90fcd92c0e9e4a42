//! A contest that is changed while it waits to open. What comes of it is another definition under another seal, so that nobody has
//! to believe that only this or that was changed; who has joined stays in and is told. Once it is open nothing can be changed.

use crate::base::phrase::{AmendPhrase, ContestPhrase, EntryPhrase, Phrase};
use crate::contest::definition::Round;
use crate::contest::seed::Secret;
use crate::flow::action::Action;
use crate::flow::group::rights::GroupRight;
use crate::flow::group::{GroupAction, Hall, Need, Standing};
use crate::flow::say::{Button, Say};

use super::ContestId;
use super::action::Press;
use super::form::Form;
use super::record::{Contest, Phase};
use super::stage::{announce, announcement, board_of, join, set_clock, stop_clock};
use super::told::{self, when};
use super::{settle, teams};

/// For so long a form is its owner's, in milliseconds; after that another administrator may open hers.
const HOLD: i64 = 10 * 60_000;

/// The way to the form.
pub fn button(id: ContestId) -> Button {
    Button::phrase(AmendPhrase::Button, Action::Group(GroupAction::Change(id)))
}

/// An administrator wants to change the contest: the form, filled with what is settled.
///
/// # Errors
/// What has to be known first.
pub fn open(hall: &mut Hall<'_>, id: ContestId) -> Result<(), Need> {
    if !hall.may(GroupRight::ChangeContest, false)? {
        return Ok(());
    }
    let Some(standing) = waiting(hall, id)? else { return Ok(()) };
    let Some(who) = hall.who() else { return Ok(()) };
    let at = hall.input.at.0;
    let theirs = |form: &Form| {
        let age = at.saturating_sub(i64::try_from(form.board).unwrap_or(0));
        form.changes.is_some() && form.owner != who.id && age < HOLD
    };
    if hall.group.form.as_ref().is_some_and(theirs) {
        hall.alert(AmendPhrase::Taken);
        return Ok(());
    }
    let form = Form::of(at.unsigned_abs(), who.id, hall.input.place, id, &standing.contest);
    hall.group.form = Some(form);
    settle::show(hall);
    Ok(())
}

/// The contest while it can be changed; else what is told to whoever wants to.
fn waiting<'a>(hall: &mut Hall<'a>, id: ContestId) -> Result<Option<&'a Standing>, Need> {
    // A forged press may name a contest of another group.
    if hall.group.contest != Some(id) {
        hall.alert(AmendPhrase::Over);
        return Ok(None);
    }
    let Some(standing) = hall.contest(id)? else {
        hall.alert(AmendPhrase::Over);
        return Ok(None);
    };
    let begun = standing.entrants.iter().any(|(_, entrant)| !entrant.begun.is_empty());
    match standing.contest.phase(hall.input.at) {
        Phase::Waiting if !begun => return Ok(Some(standing)),
        Phase::Waiting | Phase::Open | Phase::Closing => hall.alert(AmendPhrase::TooLate),
        Phase::Over | Phase::Cancelled => hall.alert(AmendPhrase::Over),
    }
    Ok(None)
}

/// Puts the form in force. Whoever presses is its owner and an administrator.
///
/// # Errors
/// What has to be known first.
pub fn confirm(hall: &mut Hall<'_>, id: ContestId, form: &Form) -> Result<(), Need> {
    let Some(standing) = waiting(hall, id)? else {
        hall.group.form = None;
        hall.board(form.place, form.board, true, AmendPhrase::Dropped, Vec::new());
        return Ok(());
    };
    let (before, chance) = (&standing.contest, hall.input.chance);
    let name = form.name.clone().unwrap_or_else(|| before.definition.name.clone());
    let definition = form.settle(hall.content, &name, hall.input.at, &before.zone, &chance);
    if !definition.flaws().is_empty() {
        hall.alert(ContestPhrase::NoCustomers);
        return Ok(());
    }
    if definition == before.definition {
        hall.alert(AmendPhrase::Nothing);
        return Ok(());
    }
    let (hash, secret) = (definition.hash(), Secret::new(chance));
    let changed = before.changed.saturating_add(1);
    let after = Contest {
        commitment: secret.commitment(&hash),
        definition,
        secret,
        pick: Some(form.pick.clone()),
        changed,
        announced: Some(board_of(id, changed)),
        ..before.clone()
    };
    hall.group.form = None;
    hall.board(form.place, form.board, true, AmendPhrase::Done { name }, Vec::new());
    tell_group(hall, id, before, &after);
    stop_clock(hall, id, before);
    set_clock(hall, id, &after);
    tell_participants(hall, standing, &after);
    hall.keep(id, after);
    Ok(())
}

/// The former announcement says that it does not hold any more; below it comes the one that does, with a seal of its own.
fn tell_group(hall: &mut Hall<'_>, id: ContestId, before: &Contest, after: &Contest) {
    if let Some(board) = before.announced {
        let (name, rows) = (before.definition.name.clone(), join(hall, id));
        hall.board(before.place, board, true, AmendPhrase::Replaced { name }, rows);
    }
    let commitment = AmendPhrase::CommitmentAgain { commitment: after.commitment.to_string() };
    let announced = AmendPhrase::AnnouncedAgain {
        changes: changes(before, after),
        announced: Box::new(announcement(hall, after).into()),
    };
    announce(hall, id, after, commitment, announced);
}

/// What is in force from now on and was not before, one a line.
fn changes(before: &Contest, after: &Contest) -> Vec<Phrase> {
    let (was, is) = (&before.definition, &after.definition);
    let mut lines: Vec<Phrase> = Vec::new();
    if was.name != is.name {
        lines.push(AmendPhrase::Name { name: is.name.clone() }.into());
    }
    if was.opens != is.opens {
        let opens = Box::new(when(&after.zone, is.opens));
        lines.push(AmendPhrase::Opens { when: opens }.into());
    }
    if was.closes != is.closes {
        let closes = Box::new(when(&after.zone, is.closes));
        lines.push(AmendPhrase::Closes { when: closes }.into());
    }
    let customers = |all: &[Round]| all.iter().map(|round| round.persona.clone()).collect::<Vec<_>>();
    let versions = |all: &[Round]| all.iter().map(|round| round.persona_hash.clone()).collect::<Vec<_>>();
    if customers(&was.rounds) != customers(&is.rounds) {
        lines.push(AmendPhrase::Customers.into());
    } else if versions(&was.rounds) != versions(&is.rounds) {
        lines.push(AmendPhrase::Versions.into());
    }
    if teams::least(was).is_some() && teams::least(is).is_none() {
        lines.push(ContestPhrase::RuleSingles.into());
    }
    let rules = told::rules(before);
    lines.extend(told::rules(after).into_iter().filter(|rule| !rules.contains(rule)));
    lines
}

/// Everybody who has joined stays in, and is told what holds from now on.
fn tell_participants(hall: &mut Hall<'_>, standing: &Standing, after: &Contest) {
    let lines = changes(&standing.contest, after);
    for (who, entrant) in standing.entrants.iter().filter(|(_, entrant)| entrant.out.is_none()) {
        let phrase = EntryPhrase::Changed {
            name: after.definition.name.clone(),
            you: entrant.name.clone(),
            lines: lines.clone(),
        };
        let mut rows = vec![vec![told::button(EntryPhrase::ButtonSee, standing.id, Press::See)]];
        if teams::least(&after.definition).is_some() && entrant.team.is_none() {
            rows.insert(0, vec![told::button(EntryPhrase::ButtonChooseTeam, standing.id, Press::Teams)]);
        }
        hall.tell_member(*who, Say::Tell(phrase.into(), rows));
    }
}
