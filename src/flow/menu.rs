//! Outside a conversation: greeting, the list of customers, briefings, help.

use crate::base::id::{PersonaId, Realm};
use crate::base::lang::Lang;
use crate::base::membership::read_code;
use crate::base::mode::Mode;
use crate::base::phrase::{
    ButtonPhrase, DuetPhrase, MenuPhrase, NoticePhrase, Phrase, PracticePhrase, ReviewPhrase, SwapPhrase,
    Term, TermKind,
};
use crate::persona::model::{Grade, Persona, Texts};

use super::action::Action;
use super::contest::room;
use super::group::play::{case, duet};
use super::office::Office;
use super::profile::Screen;
use super::say::Button;
use super::scene::{Rows, Scene};
use super::{answer, care, duty, journal, language, practice, swap};

/// Customers on one page of the list; with the texts of more a phone has to be scrolled.
pub const PAGE: usize = 6;

/// `/start`, with the id of a persona or nothing.
pub fn start(scene: &mut Scene<'_>, payload: &str) {
    if room::link(scene, payload) {
        return;
    }
    if let Some(case) = case::read(payload.trim()) {
        return answer::opened(scene, case);
    }
    if payload.trim() == duet::LINK {
        return duet_ready(scene);
    }
    let persona = scene.named(payload);
    if persona.is_none() && read_code(payload).is_some() {
        return scene.send_office(Office::Redeem(payload.to_owned()));
    }
    if scene.profile.lang.is_none() {
        // Remembered, so that the briefing follows the choice.
        scene.profile.screen = persona.map_or(Screen::Lobby, |persona| Screen::Briefing { persona });
        return language::choose(scene);
    }
    match persona {
        Some(persona) => brief(scene, &persona),
        None => greet(scene),
    }
}

/// Who comes from a duet only had to be met: from now on the bot may write to her, and she goes back to her group.
fn duet_ready(scene: &mut Scene<'_>) {
    scene.tell(DuetPhrase::Ready);
    if scene.profile.lang.is_none() {
        language::choose(scene);
    }
}

/// Greeting and list; who comes for the first time can change the language.
pub fn greet(scene: &mut Scene<'_>) {
    let rows = if scene.first { language::buttons(scene.content) } else { Vec::new() };
    let greeting = journal::greeting(scene);
    scene.tell_with(greeting, rows);
    list(scene, 0);
}

/// One page of the list, from 0; the last one for a number beyond it.
pub fn list(scene: &mut Scene<'_>, page: usize) {
    scene.profile.screen = Screen::Lobby;
    let all = customers(scene);
    let pages = all.len().div_ceil(PAGE);
    let page = page.min(pages.saturating_sub(1));
    let shown = all.get(page * PAGE..).unwrap_or(&[]);
    let shown = shown.get(..PAGE.min(shown.len())).unwrap_or(&[]);
    if shown.is_empty() {
        return scene.tell(MenuPhrase::ListEmpty);
    }
    // What she was given to do comes first.
    let (mut all, mut rows) = if page == 0 { duty::open(scene) } else { Default::default() };
    all.extend(entries(shown));
    rows.extend(shown.iter().map(|(persona, texts)| vec![choice(persona, texts)]));
    rows.extend(turning(page, pages, Action::Page));
    scene.tell_with(MenuPhrase::List { page: page + 1, pages, entries: all }, rows);
}

/// Everybody who can be played in the trainee's language, easiest first.
pub fn customers<'a>(scene: &Scene<'a>) -> Vec<(&'a Persona, &'a Texts)> {
    let personas = scene.content.personas.values();
    // A draft is tried from the office.
    let personas = personas.filter(|persona| !matches!(persona.id.realm(), Some(Realm::Draft(_))));
    let playable = personas.filter_map(|p| scene.texts(&p.id).map(|texts| (p.as_ref(), texts)));
    let mut all: Vec<_> = playable.collect();
    all.sort_by_key(|(persona, _)| (persona.grade, persona.id.clone()));
    all
}

fn choice(persona: &Persona, texts: &Texts) -> Button {
    Button::text(texts.title.clone(), Action::Brief(persona.id.clone()))
}

/// The row that turns pages; none where there is only one.
pub fn turning(page: usize, pages: usize, turn: impl Fn(u16) -> Action) -> Option<Vec<Button>> {
    let to = |page: usize| turn(u16::try_from(page).unwrap_or(u16::MAX));
    let previous = page.checked_sub(1).map(|p| Button::phrase(ButtonPhrase::Previous, to(p)));
    let next = (page + 1 < pages).then(|| Button::phrase(ButtonPhrase::Next, to(page + 1)));
    let row: Vec<Button> = previous.into_iter().chain(next).collect();
    (!row.is_empty()).then_some(row)
}

/// The customers under the headings of their grades.
fn entries(shown: &[(&Persona, &Texts)]) -> Vec<Phrase> {
    let mut entries: Vec<Phrase> = Vec::new();
    let mut last = None;
    for (persona, texts) in shown {
        if last != Some(persona.grade) {
            entries.push(MenuPhrase::ListGrade { grade: grade(persona.grade) }.into());
        }
        last = Some(persona.grade);
        let (title, summary) = (texts.title.clone(), texts.summary.clone());
        entries.push(MenuPhrase::ListEntry { title, summary }.into());
    }
    entries
}

fn grade(grade: Grade) -> Term {
    Term::new(TermKind::Grade, grade.id())
}

/// A persona's briefing with the button that starts the conversation.
pub fn brief(scene: &mut Scene<'_>, persona: &PersonaId) {
    let found = scene.content.personas.get(persona).zip(scene.texts(persona));
    let Some((model, texts)) = found else { return missing(scene) };
    scene.profile.screen = Screen::Briefing { persona: persona.clone() };
    let foreign = speaks_other(scene, persona, texts);
    care::warn(scene);
    scene.tell_with(briefing(model, texts), beginning(persona));
    if let Some(phrase) = foreign {
        scene.tell(phrase);
    }
    care::ask_before(scene);
}

/// A persona's briefing, as it is said.
pub fn briefing(persona: &Persona, texts: &Texts) -> MenuPhrase {
    MenuPhrase::Briefing {
        title: texts.title.clone(),
        grade: grade(persona.grade),
        name: texts.name.clone(),
        you: texts.briefing.you.clone(),
        happened: texts.briefing.happened.clone(),
        may: texts.briefing.may.clone(),
        may_not: texts.briefing.may_not.clone(),
    }
}

/// A word of warning where the customer speaks another language than the interface, scripts aside.
fn speaks_other(scene: &Scene<'_>, persona: &PersonaId, texts: &Texts) -> Option<MenuPhrase> {
    let lang = scene.lang();
    let spoken = scene.content.spoken(persona, lang)?;
    (family(spoken) != family(lang))
        .then(|| MenuPhrase::SpeaksOther { name: texts.name.clone(), language: language::name(spoken) })
}

/// The language without script or region: both ways of writing Chinese are `zh`.
fn family(lang: Lang) -> String {
    lang.tag().chars().take_while(|c| *c != '-').collect()
}

fn beginning(persona: &PersonaId) -> Rows {
    let begin = Button::phrase(ButtonPhrase::Begin, Action::Begin(persona.clone()));
    let exam = Button::phrase(ButtonPhrase::Exam, Action::Exam(persona.clone()));
    vec![vec![begin], vec![exam], vec![list_button()]]
}

/// `/exam`: begins one where a briefing is open, else says what it is and shows whom to choose.
pub fn exam(scene: &mut Scene<'_>, payload: &str) {
    let named = scene.named(payload);
    match (named, scene.profile.screen.clone()) {
        (Some(persona), _) => brief(scene, &persona),
        (None, Screen::Briefing { persona }) => practice::begin(scene, &persona, Mode::Exam),
        _ => {
            scene.tell(MenuPhrase::Exam);
            list(scene, 0);
        }
    }
}

fn list_button() -> Button {
    Button::phrase(ButtonPhrase::List, Action::Menu)
}

/// The way to the list, where nothing is open that it would disturb.
pub fn to_list(scene: &Scene<'_>) -> Rows {
    if scene.is_busy() { Vec::new() } else { vec![vec![list_button()]] }
}

/// A persona that is not there (any more), and those that are.
pub fn missing(scene: &mut Scene<'_>) {
    scene.tell(NoticePhrase::NoSuchPersona);
    list(scene, 0);
}

/// She wrote outside any conversation: a word of help and the list. The very first word is a greeting's.
pub fn pick_first(scene: &mut Scene<'_>) {
    if scene.first {
        return start(scene, "");
    }
    scene.tell(MenuPhrase::PickFirst);
    list(scene, 0);
}

/// She wrote while a briefing was open.
pub fn begin_first(scene: &mut Scene<'_>, persona: &PersonaId) {
    match scene.texts(persona).map(|texts| texts.name.clone()) {
        Some(name) => scene.tell_with(MenuPhrase::BeginFirst { name }, beginning(persona)),
        None => missing(scene),
    }
}

/// What can be done where she stands.
pub fn help(scene: &mut Scene<'_>) {
    match scene.profile.screen {
        Screen::Playing => {
            let name = scene.customer();
            match scene.mode().helps() {
                true => scene.tell(PracticePhrase::Help { name }),
                false => scene.tell(PracticePhrase::HelpExam { name }),
            }
        }
        Screen::Reviewing { .. } => scene.tell(ReviewPhrase::Help),
        Screen::Swapping => scene.tell(SwapPhrase::Help),
        Screen::Swapped => swap::still_open(scene),
        _ => scene.tell_with(MenuPhrase::Help, to_list(scene)),
    }
}
