//! The trainers' office on a phone: a customer's file comes in, is looked over, tried and published; people and cohorts;
//! figures. Whether somebody may is decided here and once more where it is done, since her role may be taken meanwhile.
//!
//! - `action`: the office's buttons; `class`: those about one cohort
//! - `cases`, `crew`: customers; people
//! - `door`: who is let in
//! - `cohort`: one cohort, its members and assignments, and what is written to them; `digest`: its week

pub mod action;
mod cases;
pub mod class;
pub mod cohort;
mod crew;
mod digest;
mod door;

use crate::base::id::{PersonaId, Realm};
use crate::base::membership::Role;
use crate::base::mode::Mode;
use crate::base::phrase::{AccessPhrase, ButtonPhrase, Phrase, TrainerPhrase};

use super::action::Action;
use super::office::{Office, Overview, Settled, Shelved, Unfit, Upload};
use super::profile::Screen;
use super::roles::{self, Least, Right};
use super::say::Button;
use super::scene::Scene;
use super::{duty, journal, menu, practice};

pub use action::Desk;
pub use class::Class;
pub use cohort::assigning;

/// Most people that one code lets in.
const MOST_ENTRIES: u32 = 500;
/// Customers of the content folder on one page.
const OTHERS: usize = 8;

/// `/trainer`: the office; a code; or what a trainer types because no button can carry it.
pub fn command(scene: &mut Scene<'_>, payload: &str) {
    let (word, rest) = payload.split_once(char::is_whitespace).unwrap_or((payload, ""));
    let rest = rest.trim();
    match word {
        "" => home(scene),
        "help" => help(scene),
        "cohort" if rest.is_empty() => ask_cohort(scene),
        "cohort" => send(scene, Office::NewCohort(name(rest))),
        "code" => entry(scene, rest),
        "add" => appoint(scene, rest, Role::Trainer),
        "owner" => appoint(scene, rest, Role::Owner),
        "org" if rest.is_empty() => help(scene),
        "org" => send(scene, Office::Found(name(rest))),
        "admit" => by_number(scene, rest, Office::Admit),
        "remove" => by_number(scene, rest, Office::Bar),
        code => send(scene, Office::Redeem(code.to_owned())),
    }
}

/// A code that lets people in: one, or as many as she says.
fn entry(scene: &mut Scene<'_>, uses: &str) {
    let uses = if uses.is_empty() { Some(1) } else { uses.parse().ok() };
    match uses.filter(|uses| (1..=MOST_ENTRIES).contains(uses)) {
        Some(uses) => send(scene, Office::Entry(uses)),
        None => scene.tell(AccessPhrase::CodeUsage { most: MOST_ENTRIES }),
    }
}

/// Something about somebody, or a group, by number.
fn by_number(scene: &mut Scene<'_>, number: &str, office: impl FnOnce(i64) -> Office) {
    match number.parse::<i64>() {
        Ok(number) if number != 0 => send(scene, office(number)),
        _ => scene.tell(TrainerPhrase::BadNumber),
    }
}

/// `/join`: into a cohort by its code, or out of everything.
pub fn join(scene: &mut Scene<'_>, payload: &str) {
    match payload.trim() {
        "" => scene.tell(TrainerPhrase::HowToJoin),
        "name" => duty::ask(scene),
        "leave" => scene.send_office(Office::Leave),
        code => send(scene, Office::Redeem(code.to_owned())),
    }
}

/// A file came: from a trainer it is looked over, from anybody else it is as good as a picture.
pub fn document(scene: &mut Scene<'_>, upload: &Upload) {
    match may(scene, Right::Office) {
        true => scene.send_office(Office::Inspect(upload.clone())),
        false => practice::media(scene, super::input::Media::Other),
    }
}

/// A button of the office was pressed.
pub fn pressed(scene: &mut Scene<'_>, desk: &Desk) {
    let mut trainer = |office| send(scene, office);
    match desk {
        Desk::Home => home(scene),
        Desk::Help => help(scene),
        Desk::Try => attempt(scene),
        Desk::Publish(audience) => trainer(Office::Publish(*audience)),
        Desk::Discard => trainer(Office::Discard),
        Desk::Case(name) => trainer(Office::Case(name.clone())),
        Desk::Back(version, name) => trainer(Office::Back(name.clone(), *version)),
        Desk::Reach(audience, name) => trainer(Office::Reach(name.clone(), *audience)),
        Desk::Withdraw(name) => trainer(Office::Withdraw(name.clone())),
        Desk::Fetch(name) => trainer(Office::Fetch(name.clone())),
        Desk::Figures(cohort, id) => figures(scene, id, *cohort),
        Desk::Others(page) => others(scene, usize::from(*page)),
        Desk::Cohorts => trainer(Office::Cohorts),
        Desk::NewCohort => ask_cohort(scene),
        Desk::CohortCode(cohort) => trainer(Office::CohortCode(*cohort)),
        Desk::Class(class) => cohort::pressed(scene, class),
        Desk::Crew => send(scene, Office::Crew),
        Desk::Invite(role) => send(scene, Office::Invite(*role)),
        Desk::Dismiss(number) => send(scene, Office::Dismiss(*number)),
    }
}

/// What came of something that was asked for.
pub fn settled(scene: &mut Scene<'_>, settled: &Settled) {
    match settled {
        Settled::NoOffice => scene.tell(TrainerPhrase::NoOffice),
        Settled::NotAllowed => refuse(scene, Right::Office),
        Settled::Overview(overview) => show(scene, overview),
        Settled::Inspected(inspected) => cases::inspected(scene, inspected),
        Settled::Unfit(unfit) => scene.tell(unfit_phrase(unfit)),
        Settled::NoDraft => scene.tell_with(TrainerPhrase::NoDraft, vec![vec![home_button()]]),
        Settled::Published(shelved) => cases::published(scene, shelved),
        Settled::Unplayable(why) => scene.tell(TrainerPhrase::Unplayable { why: why.clone() }),
        Settled::Discarded => scene.tell_with(TrainerPhrase::Discarded, vec![vec![home_button()]]),
        Settled::Case(shelved, groups) => cases::show(scene, shelved, groups),
        Settled::NoCase => scene.tell_with(TrainerPhrase::NoCase, vec![vec![home_button()]]),
        Settled::Withdrawn(shelved) => {
            let title = shelved.title.clone();
            scene.tell_with(TrainerPhrase::Withdrawn { title }, vec![vec![home_button()]]);
        }
        Settled::File(name, bytes) => cases::file(scene, name, bytes),
        Settled::Figures(id, figures) => cases::figures(scene, id, figures),
        Settled::Cohorts(groups) => crew::cohorts(scene, groups),
        Settled::CohortCode(group, code) => {
            let name = group.name.clone();
            let page = Desk::Class(Class::Look(group.number));
            let rows = vec![vec![Button::text(name.clone(), Action::Trainer(page))]];
            match code.clone() {
                Some((code, days, uses)) => {
                    scene.tell_with(TrainerPhrase::CohortCode { name, code, days, uses }, rows);
                }
                None => scene.tell_with(TrainerPhrase::CohortCodeOver { name }, rows),
            }
        }
        Settled::Crew(members) => crew::show(scene, members),
        Settled::Invitation(role, code, days) => {
            let (role, code, days) = (Box::new(crew::role(*role)), code.clone(), *days);
            scene.tell(TrainerPhrase::Invitation { role, code, days });
        }
        Settled::Appointed(number, role) => {
            scene.tell(TrainerPhrase::Appointed { number: *number, role: Box::new(crew::role(*role)) });
        }
        Settled::Dismissed(number) => scene.tell(TrainerPhrase::Dismissed { number: *number }),
        Settled::NotDismissed(number) => scene.tell(TrainerPhrase::NotDismissed { number: *number }),
        Settled::Cohort(number, name, told) => cohort::told(scene, *number, name, told),
        Settled::Known(shown) => duty::called(scene, shown.as_ref()),
        Settled::Joined(joined) => {
            let organisation = Box::new(organisation_name(&joined.organisation));
            scene.tell(TrainerPhrase::Joined { cohort: joined.cohort.clone(), organisation });
            duty::joined(scene, joined);
        }
        Settled::Hired(organisation, role) => {
            let (organisation, role) =
                (Box::new(organisation_name(organisation)), Box::new(crew::role(*role)));
            scene.tell_with(TrainerPhrase::Hired { organisation, role }, vec![vec![home_button()]]);
        }
        Settled::BadCode => scene.tell(TrainerPhrase::BadCode),
        Settled::TooMany(_)
        | Settled::EntryCode(..)
        | Settled::Entered
        | Settled::InAlready
        | Settled::LetIn(_)
        | Settled::Barred(_)
        | Settled::NotBarred => door::settled(scene, settled),
        Settled::Elsewhere(organisation) => {
            scene.tell(TrainerPhrase::Elsewhere { organisation: Box::new(organisation_name(organisation)) });
        }
        Settled::Left => {
            (scene.profile.marks, scene.profile.duties) = (Vec::new(), Vec::new());
            scene.tell(TrainerPhrase::Left);
        }
        Settled::Founded(organisation, code, days) => {
            let (organisation, code, days) = (organisation.clone(), code.clone(), *days);
            scene.tell(TrainerPhrase::Founded { organisation, code, days });
        }
    }
}

/// The name of a cohort was written.
pub fn named(scene: &mut Scene<'_>, text: &str) {
    scene.profile.screen = Screen::Lobby;
    send(scene, Office::NewCohort(name(text)));
}

/// One line, of a length that fits on a button.
fn name(text: &str) -> String {
    super::team::clip(&text.split_whitespace().collect::<Vec<_>>().join(" "), 40)
}

fn ask_cohort(scene: &mut Scene<'_>) {
    if scene.is_busy() {
        return journal::still_busy(scene);
    }
    scene.profile.screen = Screen::NamingCohort;
    scene.tell(TrainerPhrase::AskCohort);
}

/// Asks for something, where that is hers to ask.
fn send(scene: &mut Scene<'_>, office: Office) {
    match may(scene, Right::of_office(&office)) {
        true => scene.send_office(office),
        false => refuse(scene, Right::of_office(&office)),
    }
}

/// Whether something is hers to ask.
fn may(scene: &Scene<'_>, right: Right) -> bool {
    roles::may(&scene.profile.standing, right)
}

/// Something is not hers to ask.
pub fn refuse(scene: &mut Scene<'_>, right: Right) {
    match (right.least(), scene.profile.standing.role()) {
        (Least::Operator, _) => scene.tell(AccessPhrase::OnlyOperator),
        (_, Some(_)) => scene.tell(TrainerPhrase::NotAllowed),
        // The trainee at the terminal has no number.
        (_, None) if scene.input.trainee.0 == 0 => scene.tell(TrainerPhrase::NoOffice),
        (_, None) => scene.tell(TrainerPhrase::NotTrainer { number: scene.input.trainee.0 }),
    }
}

fn home(scene: &mut Scene<'_>) {
    send(scene, Office::Overview);
}

fn help(scene: &mut Scene<'_>) {
    scene.tell_with(TrainerPhrase::Help, vec![vec![home_button()]]);
}

fn appoint(scene: &mut Scene<'_>, number: &str, role: Role) {
    match number.parse::<i64>() {
        Ok(number) if number > 0 => send(scene, Office::Appoint(number, role)),
        _ => scene.tell(TrainerPhrase::BadNumber),
    }
}

/// A published persona's figures are his organisation's; those of the content folder anybody's of her own trainees.
fn figures(scene: &mut Scene<'_>, id: &PersonaId, cohort: Option<u32>) {
    let own = Realm::Published(scene.profile.standing.organisation);
    match id.realm() {
        None => send(scene, Office::Figures(id.clone(), cohort)),
        Some(realm) if realm == own => send(scene, Office::Figures(id.clone(), cohort)),
        Some(_) => refuse(scene, Right::Office),
    }
}

/// The customers of the content folder: nobody publishes them, but how her trainees fare with them is her business too.
fn others(scene: &mut Scene<'_>, page: usize) {
    let all: Vec<_> =
        menu::customers(scene).into_iter().filter(|(persona, _)| persona.id.realm().is_none()).collect();
    let pages = all.len().div_ceil(OTHERS);
    let page = page.min(pages.saturating_sub(1));
    let shown = all.iter().skip(page * OTHERS).take(OTHERS);
    let mut rows: Vec<_> = shown
        .map(|(persona, texts)| {
            let desk = Desk::Figures(None, persona.id.clone());
            vec![Button::text(texts.title.clone(), Action::Trainer(desk))]
        })
        .collect();
    rows.extend(menu::turning(page, pages, |page| Action::Trainer(Desk::Others(page))));
    rows.push(vec![home_button()]);
    scene.tell_with(TrainerPhrase::Others, rows);
}

/// A conversation with her draft.
fn attempt(scene: &mut Scene<'_>) {
    let trainee = scene.input.trainee;
    let mine = Some(Realm::Draft(trainee));
    let draft = scene.content.personas.keys().find(|id| id.realm() == mine).cloned();
    match draft {
        _ if scene.is_busy() => journal::still_busy(scene),
        Some(draft) => practice::begin(scene, &draft, Mode::Practice),
        None => scene.tell_with(TrainerPhrase::NoDraft, vec![vec![home_button()]]),
    }
}

fn show(scene: &mut Scene<'_>, overview: &Overview) {
    let draft = overview.draft.iter().map(|title| TrainerPhrase::LineDraft { title: title.clone() }.into());
    let mut customers: Vec<Phrase> = draft.chain(overview.customers.iter().map(line)).collect();
    if customers.is_empty() {
        customers.push(TrainerPhrase::LineNone.into());
    }
    let mut rows = Vec::new();
    if overview.draft.is_some() {
        rows.push(vec![
            button(ButtonPhrase::TrainerTry, Desk::Try),
            button(ButtonPhrase::TrainerDiscard, Desk::Discard),
        ]);
    }
    let case = |shelved: &Shelved| {
        vec![Button::text(shelved.title.clone(), Action::Trainer(Desk::Case(shelved.name.clone())))]
    };
    rows.extend(overview.customers.iter().map(case));
    rows.push(vec![
        button(ButtonPhrase::TrainerHelp, Desk::Help),
        button(ButtonPhrase::TrainerCohorts, Desk::Cohorts),
    ]);
    let role = scene.profile.standing.role().unwrap_or(Role::Trainer);
    rows.push(vec![button(ButtonPhrase::TrainerOthers, Desk::Others(0))]);
    if role == Role::Owner {
        rows.push(vec![button(ButtonPhrase::TrainerCrew, Desk::Crew)]);
    }
    let organisation = Box::new(organisation_name(&overview.organisation));
    let role = Box::new(crew::role(role));
    scene.tell_with(TrainerPhrase::Overview { organisation, role, customers }, rows);
}

fn line(shelved: &Shelved) -> Phrase {
    let title = shelved.title.clone();
    match shelved.current {
        Some(version) => {
            TrainerPhrase::Line { title, version, reach: Box::new(cases::reach(&shelved.reach)) }.into()
        }
        None => TrainerPhrase::LineOff { title }.into(),
    }
}

fn organisation_name(name: &str) -> Phrase {
    match name.is_empty() {
        true => TrainerPhrase::House.into(),
        false => TrainerPhrase::Name { name: name.to_owned() }.into(),
    }
}

fn unfit_phrase(unfit: &Unfit) -> TrainerPhrase {
    match unfit {
        Unfit::TooLarge(most) => TrainerPhrase::TooLarge { most: *most },
        Unfit::Lost => TrainerPhrase::Lost,
        Unfit::NotOurs(name) => TrainerPhrase::NotOurs { name: name.clone() },
        Unfit::Broken(why) => TrainerPhrase::Broken { why: why.clone() },
        Unfit::Alone(name) => TrainerPhrase::Alone { name: name.clone() },
    }
}

fn button(label: ButtonPhrase, desk: Desk) -> Button {
    Button::phrase(label, Action::Trainer(desk))
}

fn home_button() -> Button {
    button(ButtonPhrase::TrainerHome, Desk::Home)
}

/// The persona's whole id that a file of this name is published under.
fn published_as(scene: &Scene<'_>, name: &PersonaId) -> PersonaId {
    name.within(Realm::Published(scene.profile.standing.organisation))
}
