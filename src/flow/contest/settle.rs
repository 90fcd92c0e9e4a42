//! The form in the group: who may press, what a press changes, how it looks.

use crate::base::id::PersonaId;
use crate::base::phrase::{AmendPhrase, ContestPhrase, GroupPhrase, NoticePhrase, Phrase, Term, TermKind};
use crate::contest::definition::{LONGEST_NAME, Names, Sides};
use crate::flow::action::Action;
use crate::flow::group::rights::GroupRight;
use crate::flow::group::{GroupAction, Hall, Need, Words};
use crate::flow::menu;
use crate::flow::say::{Button, Label};
use crate::flow::scene::Rows;

use super::form::{Field, Form, Lasts, Opens, Pick, open, title};
use super::stage::create;

/// Customers on a page of the form.
const PAGE: usize = 6;

/// A press on the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormPress {
    /// Turn a choice to its next value.
    Turn(Field),
    /// Show the customers, from this page on.
    List(u16),
    /// Take a customer up, or out again.
    Toggle(PersonaId),
    /// Back from the customers.
    Back,
    /// Make it.
    Create,
    /// Throw it away.
    Drop,
}

/// A press on the form of this board.
///
/// # Errors
/// What has to be known first.
pub fn pressed(hall: &mut Hall<'_>, board: u64, press: &FormPress) -> Result<(), Need> {
    let Some(who) = hall.who() else { return Ok(()) };
    let Some(mut form) = hall.group.form.clone().filter(|form| form.board == board) else {
        hall.alert(NoticePhrase::DeadButton);
        return Ok(());
    };
    if !hall.may(GroupRight::FillForm, form.owner == who.id)? {
        hall.alert(GroupPhrase::SomebodyElses);
        return Ok(());
    }
    match press {
        FormPress::Turn(Field::Rounds) if matches!(form.pick, Pick::These(_)) => {
            hall.toast(ContestPhrase::RoundsByChoice);
            return Ok(());
        }
        FormPress::Turn(field) => form.turn(*field),
        FormPress::List(page) => form.listing = Some(*page),
        FormPress::Toggle(persona) => {
            // A customer that is gone meanwhile is not taken up.
            if hall.content.personas.contains_key(persona) {
                form.toggle(persona);
            }
        }
        FormPress::Back => form.listing = None,
        FormPress::Drop => {
            let phrase: Phrase = match form.changes {
                Some(_) => AmendPhrase::Dropped.into(),
                None => ContestPhrase::Dropped.into(),
            };
            hall.board(form.place, form.board, true, phrase, Vec::new());
            hall.group.form = None;
            return Ok(());
        }
        FormPress::Create => return create(hall, form),
    }
    hall.group.form = Some(form);
    show(hall);
    Ok(())
}

/// She answers the form: the name.
pub fn named(hall: &mut Hall<'_>, words: &Words) -> bool {
    let owner = hall.who().map(|who| who.id);
    let Some(form) = &mut hall.group.form else { return false };
    if words.board != Some(form.board) || Some(form.owner) != owner {
        return false;
    }
    let name = words.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let name: String = name.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
    let name = name.trim().to_owned();
    form.name = (!name.is_empty()).then_some(name);
    show(hall);
    true
}

/// Shows the form as it stands.
pub fn show(hall: &mut Hall<'_>) {
    let Some(form) = hall.group.form.clone() else { return };
    match form.listing {
        Some(page) => list(hall, &form, usize::from(page)),
        None => choices(hall, &form),
    }
}

fn press(form: &Form, label: impl Into<Phrase>, press: FormPress) -> Button {
    Button::phrase(label, Action::Group(GroupAction::Form(form.board, press)))
}

fn name(hall: &Hall<'_>, form: &Form) -> Phrase {
    match &form.name {
        Some(name) => ContestPhrase::Named { name: name.clone() }.into(),
        None => ContestPhrase::NamedAfter { group: hall.group.title.clone() }.into(),
    }
}

fn choices(hall: &mut Hall<'_>, form: &Form) {
    let turn = |label: ContestPhrase, field| press(form, label, FormPress::Turn(field));
    let pick: Phrase = match &form.pick {
        Pick::Mixed => ContestPhrase::PickMixed.into(),
        Pick::Grade(grade) => {
            ContestPhrase::PickGrade { grade: Term::new(TermKind::Grade, grade.id()) }.into()
        }
        Pick::These(these) => ContestPhrase::PickThese { count: these.len() }.into(),
    };
    let minutes: Phrase = match form.minutes {
        0 => ContestPhrase::NoLimit.into(),
        minutes => ContestPhrase::Minutes { count: i64::from(minutes) }.into(),
    };
    let opens: Phrase = match form.opens {
        Opens::Now => ContestPhrase::OpensNow.into(),
        Opens::Soon => ContestPhrase::OpensSoon.into(),
        Opens::Tomorrow => ContestPhrase::OpensTomorrow.into(),
        Opens::Kept => ContestPhrase::OpensKept.into(),
    };
    let lasts: Phrase = match form.lasts {
        Lasts::Hour => ContestPhrase::LastsHour.into(),
        Lasts::Day => ContestPhrase::LastsDay.into(),
        Lasts::Week => ContestPhrase::LastsWeek.into(),
    };
    let hints: Phrase = if form.hints { ContestPhrase::Yes.into() } else { ContestPhrase::No.into() };
    let names: Phrase = match form.names {
        Names::Shown => ContestPhrase::NamesShown.into(),
        Names::Nicknames => ContestPhrase::NamesNick.into(),
    };
    let sides: Phrase = match form.sides {
        Sides::Singles => ContestPhrase::SidesSingles.into(),
        Sides::Teams { least } => ContestPhrase::SidesTeams { least }.into(),
    };
    let done: Phrase = match form.changes {
        Some(_) => AmendPhrase::ButtonPutInForce.into(),
        None => ContestPhrase::ButtonCreate.into(),
    };
    let rows = vec![
        vec![
            turn(ContestPhrase::FieldPick { value: Box::new(pick) }, Field::Pick),
            press(form, ContestPhrase::ButtonChoose, FormPress::List(0)),
        ],
        vec![
            turn(ContestPhrase::FieldRounds { count: form.count() }, Field::Rounds),
            turn(ContestPhrase::FieldMinutes { value: Box::new(minutes) }, Field::Minutes),
        ],
        vec![
            turn(ContestPhrase::FieldOpens { value: Box::new(opens) }, Field::Opens),
            turn(ContestPhrase::FieldLasts { value: Box::new(lasts) }, Field::Lasts),
        ],
        vec![
            turn(ContestPhrase::FieldAttempts { count: form.attempts }, Field::Attempts),
            turn(ContestPhrase::FieldHints { value: Box::new(hints) }, Field::Hints),
        ],
        vec![
            turn(ContestPhrase::FieldSides { value: Box::new(sides) }, Field::Sides),
            turn(ContestPhrase::FieldNames { value: Box::new(names) }, Field::Names),
        ],
        vec![press(form, done, FormPress::Create), press(form, ContestPhrase::ButtonDrop, FormPress::Drop)],
    ];
    let name = Box::new(name(hall, form));
    let phrase: Phrase = match form.changes {
        Some(_) => AmendPhrase::Form { name }.into(),
        None => ContestPhrase::Form { name }.into(),
    };
    hall.board(form.place, form.board, true, phrase, rows);
}

fn list(hall: &mut Hall<'_>, form: &Form, page: usize) {
    let all = open(hall.content);
    let pages = all.len().div_ceil(PAGE);
    let page = page.min(pages.saturating_sub(1));
    let taken = |id: &PersonaId| matches!(&form.pick, Pick::These(these) if these.contains(id));
    let mut rows: Rows = all
        .iter()
        .skip(page * PAGE)
        .take(PAGE)
        .map(|persona| {
            let mark = if taken(&persona.id) { "✓ " } else { "" };
            let label =
                Label::Text(format!("{mark}{}", title(hall.content, &persona.id, hall.group.interface())));
            let press = FormPress::Toggle(persona.id.clone());
            vec![Button { label, action: Action::Group(GroupAction::Form(form.board, press)) }]
        })
        .collect();
    rows.extend(menu::turning(page, pages, |page| {
        Action::Group(GroupAction::Form(form.board, FormPress::List(page)))
    }));
    rows.push(vec![press(form, ContestPhrase::ButtonBack, FormPress::Back)]);
    hall.board(form.place, form.board, true, ContestPhrase::FormList { count: form.count() }, rows);
}
