//! One cohort on a trainer's phone: its members, its assignments, its code, its week.

use crate::base::id::Realm;
use crate::base::membership::{Audience, Cohort};
use crate::base::phrase::arg::Listed;
use crate::base::phrase::{ButtonPhrase, CohortPhrase, Phrase};
use crate::flow::action::Action;
use crate::flow::cohort::{Digest, Duty, Given, Mate, Order, Shown, Stage, Told, Word, Work};
use crate::flow::duty::who;
use crate::flow::office::Office;
use crate::flow::profile::Screen;
use crate::flow::say::{Button, Say};
use crate::flow::scene::{Rows, Scene};
use crate::flow::team::clip;
use crate::flow::{journal, menu};
use crate::persona::model::{Persona, Texts};
use crate::progress::due;
use crate::progress::zone::reckoning;

use super::{Class, Desk, button, digest, send};

/// Members on one page: each has a button.
const MEMBERS: usize = 10;
/// Customers on one page.
const CUSTOMERS: usize = 8;
/// Days that have a button, from today.
const DAYS: [u16; 4] = [1, 3, 7, 14];
/// Characters of a trainer's line.
const LONGEST_LINE: usize = 200;
/// Members named in one line of an assignment.
const NAMED: usize = 40;

/// A button about a cohort was pressed.
pub fn pressed(scene: &mut Scene<'_>, class: &Class) {
    let mut work = |cohort: Cohort, work| send(scene, Office::Cohort(cohort, work));
    match class {
        Class::Look(cohort) => work(*cohort, Work::Look),
        Class::Members(cohort, page) => {
            scene.profile.page = *page;
            send(scene, Office::Cohort(*cohort, Work::Members));
        }
        Class::Member(cohort, tag) => work(*cohort, Work::Member(tag.clone())),
        Class::AskRemove(cohort, tag) => ask_remove(scene, *cohort, tag),
        Class::Remove(cohort, tag) => work(*cohort, Work::Remove(tag.clone())),
        Class::NewCode(cohort) => work(*cohort, Work::NewCode),
        Class::Assign(cohort) => assign(scene, *cohort),
        Class::Customers(page) => customers(scene, usize::from(*page)),
        Class::Customer(_) | Class::By(_) | Class::NoLine => chosen(scene, class),
        Class::Assignment(cohort, number) => work(*cohort, Work::Assignment(*number)),
        Class::TakeBack(cohort, number) => work(*cohort, Work::TakeBack(*number)),
        Class::Digest(cohort) => work(*cohort, Work::Digest),
        Class::Weekly(cohort, on) => work(*cohort, Work::Weekly(*on)),
    }
}

/// What came of it.
pub fn told(scene: &mut Scene<'_>, cohort: Cohort, name: &str, told: &Told) {
    let back = vec![vec![back(cohort, name)]];
    let name = name.to_owned();
    match told {
        Told::Page(members, given, weekly) => page(scene, cohort, name, *members, given, *weekly),
        Told::Members(mates, given) => members(scene, cohort, name, mates, *given),
        Told::Member(shown, stages) => member(scene, cohort, name, shown, stages),
        Told::NoMember => scene.tell_with(CohortPhrase::NoMember, back),
        Told::Removed(shown) => removed(scene, cohort, name, shown),
        Told::NewCode(code, days, uses) => {
            let (code, days, uses) = (code.clone(), *days, *uses);
            scene.tell_with(CohortPhrase::NewCode { name, code, days, uses }, back);
        }
        Told::Assigned(given, members) => {
            let (title, until) = (given.title.clone(), due::written(given.until));
            scene.tell_with(CohortPhrase::Assigned { name, title, until, members: *members }, back);
        }
        Told::NoCustomer => scene.tell_with(CohortPhrase::NoCustomer, back),
        Told::Full(most) => scene.tell_with(CohortPhrase::Full { most: *most }, back),
        Told::Assignment(given) => assignment(scene, cohort, name, given),
        Told::NoAssignment => scene.tell_with(CohortPhrase::NoAssignment, back),
        Told::TakenBack(title) => scene.tell_with(CohortPhrase::TakenBack { title: title.clone() }, back),
        Told::Digest(digest) => scene.say(week(cohort, &name, digest)),
        Told::Weekly(true) => scene.tell_with(CohortPhrase::WeeklyOn { name }, back),
        Told::Weekly(false) => scene.tell_with(CohortPhrase::WeeklyOff { name }, back),
    }
}

fn class(label: ButtonPhrase, class: Class) -> Button {
    button(label, Desk::Class(class))
}

fn back(cohort: Cohort, name: &str) -> Button {
    Button::text(name.to_owned(), Action::Trainer(Desk::Class(Class::Look(cohort))))
}

/// A cohort's week, as it is shown and as it is sent.
pub fn week(cohort: Cohort, name: &str, digest: &Digest) -> Say {
    Say::Tell(digest::phrase(name, digest), vec![vec![back(cohort, name)]])
}

fn page(scene: &mut Scene<'_>, cohort: Cohort, name: String, members: u32, given: &[Given], weekly: bool) {
    let mut list: Vec<Phrase> = given.iter().map(line).collect();
    if list.is_empty() {
        list.push(CohortPhrase::NoneGiven.into());
    }
    let open = |given: &Given| {
        let label = ButtonPhrase::CohortAssignment { title: given.title.clone() };
        vec![class(label, Class::Assignment(cohort, given.number))]
    };
    let mut rows: Rows = given.iter().map(open).collect();
    rows.push(vec![class(ButtonPhrase::CohortAssign, Class::Assign(cohort))]);
    rows.push(vec![
        class(ButtonPhrase::CohortMembers, Class::Members(cohort, 0)),
        class(ButtonPhrase::CohortDigest, Class::Digest(cohort)),
    ]);
    let label = if weekly { ButtonPhrase::CohortWeeklyOff } else { ButtonPhrase::CohortWeeklyOn };
    rows.push(vec![class(label, Class::Weekly(cohort, !weekly))]);
    rows.push(vec![
        button(ButtonPhrase::CohortCode, Desk::CohortCode(cohort)),
        class(ButtonPhrase::CohortNewCode, Class::NewCode(cohort)),
    ]);
    rows.push(vec![button(ButtonPhrase::TrainerCohorts, Desk::Cohorts)]);
    scene.tell_with(CohortPhrase::Page { name, members, list }, rows);
}

/// How many have done an assignment, are at it, and have not begun.
pub(super) fn counts(given: &Given) -> (u32, u32, u32) {
    let of = |stage| {
        let count = given.mates.iter().filter(|(_, one)| *one == stage).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    };
    (of(Stage::Done), of(Stage::Begun), of(Stage::NotYet))
}

/// An assignment in one line.
pub(super) fn line(given: &Given) -> Phrase {
    let (title, until) = (given.title.clone(), due::written(given.until));
    let (done, begun, not_yet) = counts(given);
    match given.over {
        false => CohortPhrase::Given { title, until, done, begun, not_yet }.into(),
        true => CohortPhrase::GivenOver { title, until, done, members: done + begun + not_yet }.into(),
    }
}

fn members(scene: &mut Scene<'_>, cohort: Cohort, name: String, mates: &[Mate], given: u32) {
    if mates.is_empty() {
        let code = button(ButtonPhrase::CohortCode, Desk::CohortCode(cohort));
        let rows = vec![vec![code], vec![back(cohort, &name)]];
        return scene.tell_with(CohortPhrase::MembersNone { name }, rows);
    }
    let pages = mates.len().div_ceil(MEMBERS);
    let page = usize::from(scene.profile.page).min(pages.saturating_sub(1));
    let shown: Vec<&Mate> = mates.iter().skip(page * MEMBERS).take(MEMBERS).collect();
    let line = |mate: &&Mate| -> Phrase {
        let (who, done) = (Box::new(who(&mate.shown)), mate.done);
        match given {
            0 => CohortPhrase::MateAlone { who }.into(),
            _ => CohortPhrase::Mate { who, done, given }.into(),
        }
    };
    let list = shown.iter().map(line).collect();
    let open = |mate: &&Mate| {
        let action = Action::Trainer(Desk::Class(Class::Member(cohort, mate.shown.tag.clone())));
        vec![Button::phrase(who(&mate.shown), action)]
    };
    let mut rows: Rows = shown.iter().map(open).collect();
    let turn = |page| Action::Trainer(Desk::Class(Class::Members(cohort, page)));
    rows.extend(menu::turning(page, pages, turn));
    rows.push(vec![back(cohort, &name)]);
    scene.tell_with(CohortPhrase::Members { name, count: mates.len(), list }, rows);
}

fn member(scene: &mut Scene<'_>, cohort: Cohort, name: String, shown: &Shown, stages: &[(Given, Stage)]) {
    let line = |(given, stage): &(Given, Stage)| -> Phrase {
        let stage = Box::new(self::stage(*stage));
        CohortPhrase::MemberLine { title: given.title.clone(), stage }.into()
    };
    let mut list: Vec<Phrase> = stages.iter().map(line).collect();
    if list.is_empty() {
        list.push(CohortPhrase::NoneGiven.into());
    }
    let remove = class(ButtonPhrase::CohortRemove, Class::AskRemove(cohort, shown.tag.clone()));
    let rows = vec![vec![remove], vec![back(cohort, &name)]];
    scene.tell_with(CohortPhrase::Member { who: Box::new(who(shown)), name, list }, rows);
}

fn stage(stage: Stage) -> Phrase {
    match stage {
        Stage::Done => CohortPhrase::StageDone.into(),
        Stage::Begun => CohortPhrase::StageBegun.into(),
        Stage::NotYet => CohortPhrase::StageNotYet.into(),
    }
}

fn ask_remove(scene: &mut Scene<'_>, cohort: Cohort, tag: &str) {
    let yes = class(ButtonPhrase::CohortRemoveYes, Class::Remove(cohort, tag.to_owned()));
    let no = class(ButtonPhrase::CohortRemoveNo, Class::Member(cohort, tag.to_owned()));
    scene.tell_with(CohortPhrase::AskRemove, vec![vec![yes], vec![no]]);
}

/// She is out, but still knows the code.
fn removed(scene: &mut Scene<'_>, cohort: Cohort, name: String, shown: &Shown) {
    let code = class(ButtonPhrase::CohortNewCode, Class::NewCode(cohort));
    let rows = vec![vec![code], vec![back(cohort, &name)]];
    scene.tell_with(CohortPhrase::Removed { who: Box::new(who(shown)), name }, rows);
}

fn assignment(scene: &mut Scene<'_>, cohort: Cohort, name: String, given: &Given) {
    let (done, begun, not_yet) = counts(given);
    let mut list: Vec<Phrase> = Vec::new();
    if !given.line.is_empty() {
        list.push(CohortPhrase::Line { line: given.line.clone() }.into());
    }
    if !given.meets {
        list.push(CohortPhrase::NotMet.into());
    }
    for (stage, count) in [(Stage::Done, done), (Stage::Begun, begun), (Stage::NotYet, not_yet)] {
        let mut names: Vec<Phrase> = given
            .mates
            .iter()
            .filter(|(_, one)| *one == stage)
            .map(|(shown, _)| who(shown))
            .take(NAMED)
            .collect();
        if usize::try_from(count).unwrap_or(usize::MAX) > NAMED {
            names.push(CohortPhrase::Named { name: "…".to_owned() }.into());
        }
        let names = Listed(names);
        let phrase = match stage {
            Stage::Done => CohortPhrase::DoneBy { count, names },
            Stage::Begun => CohortPhrase::BegunBy { count, names },
            Stage::NotYet => CohortPhrase::NotYetBy { count, names },
        };
        list.push(phrase.into());
    }
    let take = class(ButtonPhrase::CohortTakeBack, Class::TakeBack(cohort, given.number));
    let rows = vec![vec![take], vec![back(cohort, &name)]];
    let (title, until) = (given.title.clone(), due::written(given.until));
    scene.tell_with(CohortPhrase::Assignment { title, until, name, list }, rows);
}

/// Begins an assignment: which customer?
fn assign(scene: &mut Scene<'_>, cohort: Cohort) {
    if scene.is_busy() {
        return journal::still_busy(scene);
    }
    scene.profile.screen = Screen::Assigning { cohort, persona: None, until: None };
    customers(scene, 0);
}

/// Whom a cohort can be given: whoever all of it may meet.
fn assignable<'a>(scene: &Scene<'a>, cohort: Cohort) -> Vec<(&'a Persona, &'a Texts)> {
    let mut all = menu::customers(scene);
    all.retain(|(persona, _)| match persona.id.realm() {
        Some(Realm::Published(_)) => {
            let audience = scene.content.audiences.get(&persona.id);
            audience.is_some_and(|one| matches!(one, Audience::Everyone) || *one == Audience::Cohort(cohort))
        }
        _ => true,
    });
    all
}

fn customers(scene: &mut Scene<'_>, page: usize) {
    let Screen::Assigning { cohort, .. } = scene.profile.screen else { return lapsed(scene) };
    let all = assignable(scene, cohort);
    let pages = all.len().div_ceil(CUSTOMERS);
    let page = page.min(pages.saturating_sub(1));
    let shown = all.iter().skip(page * CUSTOMERS).take(CUSTOMERS);
    let choice = |(persona, texts): &(&Persona, &Texts)| {
        let desk = Desk::Class(Class::Customer(persona.id.clone()));
        vec![Button::text(texts.title.clone(), Action::Trainer(desk))]
    };
    let mut rows: Rows = shown.map(choice).collect();
    rows.extend(menu::turning(page, pages, |page| Action::Trainer(Desk::Class(Class::Customers(page)))));
    scene.tell_with(CohortPhrase::AskCustomer, rows);
}

/// The form was left meanwhile.
fn lapsed(scene: &mut Scene<'_>) {
    let cohorts = vec![vec![button(ButtonPhrase::TrainerCohorts, Desk::Cohorts)]];
    scene.tell_with(CohortPhrase::Lapsed, cohorts);
}

/// A part of the assignment was chosen by a button.
fn chosen(scene: &mut Scene<'_>, class: &Class) {
    let today = today(scene);
    match (scene.profile.screen.clone(), class) {
        (Screen::Assigning { cohort, .. }, Class::Customer(id)) => {
            match assignable(scene, cohort).iter().any(|(persona, _)| persona.id == *id) {
                true => {
                    let persona = Some(id.clone());
                    scene.profile.screen = Screen::Assigning { cohort, persona, until: None };
                    ask_day(scene);
                }
                false => scene.tell(CohortPhrase::NoCustomer),
            }
        }
        (Screen::Assigning { persona: Some(_), .. }, Class::By(days)) => by(scene, today + i64::from(*days)),
        (Screen::Assigning { until: Some(_), .. }, Class::NoLine) => give(scene, ""),
        _ => lapsed(scene),
    }
}

fn today(scene: &Scene<'_>) -> i64 {
    reckoning(scene.profile.review.zone.as_ref()).day(scene.input.at)
}

fn ask_day(scene: &mut Scene<'_>) {
    let today = today(scene);
    let day = |days: u16| {
        let date = due::written(today + i64::from(days));
        class(ButtonPhrase::CohortBy { days, date }, Class::By(days))
    };
    let rows = DAYS.iter().map(|days| vec![day(*days)]).collect();
    scene.tell_with(CohortPhrase::AskDay { title: title(scene) }, rows);
}

/// What the chosen customer is called.
fn title(scene: &Scene<'_>) -> String {
    let Screen::Assigning { persona: Some(persona), .. } = &scene.profile.screen else {
        return String::new();
    };
    scene.texts(persona).map_or_else(|| persona.name().to_owned(), |texts| texts.title.clone())
}

/// The day is chosen.
fn by(scene: &mut Scene<'_>, day: i64) {
    let title = title(scene);
    if let Screen::Assigning { until, .. } = &mut scene.profile.screen {
        *until = Some(day);
    }
    let none = class(ButtonPhrase::CohortNoLine, Class::NoLine);
    scene.tell_with(CohortPhrase::AskLine { title, until: due::written(day) }, vec![vec![none]]);
}

/// She wrote while she gives an assignment: a day, or the line.
pub fn assigning(scene: &mut Scene<'_>, text: &str) {
    match &scene.profile.screen {
        Screen::Assigning { persona: None, .. } => customers(scene, 0),
        Screen::Assigning { until: None, .. } => match due::read(text, today(scene)) {
            Some(day) => by(scene, day),
            None => {
                scene.tell(CohortPhrase::BadDay);
                ask_day(scene);
            }
        },
        _ => give(scene, text),
    }
}

fn give(scene: &mut Scene<'_>, text: &str) {
    let Screen::Assigning { cohort, persona: Some(persona), until: Some(until) } =
        scene.profile.screen.clone()
    else {
        return lapsed(scene);
    };
    scene.profile.screen = Screen::Lobby;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let order = Order { persona, until, line: clip(&line, LONGEST_LINE) };
    send(scene, Office::Cohort(cohort, Work::Assign(order)));
}

/// What is written to a member, with the way to the briefing where there is one.
pub fn word(word: &Word) -> Say {
    let way = |duty: &Duty, title: &str| {
        let label = ButtonPhrase::CohortDuty { title: title.to_owned() };
        vec![vec![Button::phrase(label, Action::Brief(duty.persona.clone()))]]
    };
    match word {
        Word::Given(duty, cohort, title) => {
            let (cohort, title, until) = (cohort.clone(), title.clone(), due::written(duty.until));
            let rows = way(duty, &title);
            let line = duty.line.clone();
            let phrase = match line.is_empty() {
                true => CohortPhrase::NewDuty { cohort, title, until },
                false => CohortPhrase::NewDutyLine { cohort, title, until, line },
            };
            Say::Tell(phrase.into(), rows)
        }
        Word::DueTomorrow(duty, cohort, title) => {
            let (cohort, until) = (cohort.clone(), due::written(duty.until));
            let phrase = CohortPhrase::StillOpen { cohort, title: title.clone(), until };
            Say::Tell(phrase.into(), way(duty, title))
        }
        Word::TakenBack(title) => {
            Say::Tell(CohortPhrase::DutyGone { title: title.clone() }.into(), Vec::new())
        }
        Word::Removed(cohort) => {
            Say::Tell(CohortPhrase::YouAreOut { cohort: cohort.clone() }.into(), Vec::new())
        }
    }
}
