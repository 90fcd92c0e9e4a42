//! After the conversation: the outcome, the evidence, the three questions, then the debrief.
//!
//! The evidence comes without a verdict, so that the trainee judges herself first; the engine's view follows her
//! answers and stands beside them.

use crate::base::mode::Mode;
use crate::base::phrase::{ButtonPhrase, Phrase, ReviewPhrase, Term};
use crate::debrief::{self, present, sheet};
use crate::progress::entry::Entry;
use crate::session::event::{Event, Started};

use super::action::Action;
use super::care;
use super::duty;
use super::profile::Screen;
use super::say::{Button, Paper};
use super::scene::Scene;
use super::team;

/// How many questions there are.
const QUESTIONS: u8 = 3;

/// The conversation has just ended: says how, shows the evidence, asks the first question.
pub fn start(scene: &mut Scene<'_>) {
    let name = scene.customer();
    let cast = scene.cast();
    let Some((session, cast)) = scene.session.as_ref().zip(cast) else { return };
    let Some(ended) = session.ended else { return };
    let start = session.start.clone();
    let sheet = sheet::sheet(&cast, session);
    let (rows, moments) = (present::timeline_rows(&sheet.report), present::moments(&sheet.report));
    scene.tell(ReviewPhrase::Ended { name, ending: Term::ending(ended), meaning: Term::meaning(ended) });
    if let Some(kind) = kind(&start) {
        scene.tell(kind);
    }
    match sheet.talk.is_empty() {
        true => tell_all(scene, rows),
        false => scene.show(Paper::Timeline, sheet, ReviewPhrase::Picture, rows),
    }
    tell_all(scene, moments);
    ask(scene, 1);
}

/// What kind of run it was, where it was no fresh practice.
fn kind(start: &Started) -> Option<ReviewPhrase> {
    match (&start.branch, start.mode) {
        (Some(branch), _) => Some(ReviewPhrase::Branch { message: branch.message }),
        (None, Mode::Exam) => Some(ReviewPhrase::Exam),
        (None, Mode::Practice) => None,
    }
}

fn tell_all(scene: &mut Scene<'_>, phrases: impl IntoIterator<Item = Phrase>) {
    for phrase in phrases {
        scene.tell(phrase);
    }
}

/// Asks a question, with examples of how an answer may start and a button to skip it.
pub fn ask(scene: &mut Scene<'_>, question: u8) {
    scene.profile.screen = Screen::Reviewing { question };
    let phrase = match question {
        1 => ReviewPhrase::Right,
        2 => ReviewPhrase::Improve,
        _ => ReviewPhrase::Team,
    };
    scene.tell_with(phrase, vec![vec![Button::phrase(ButtonPhrase::Skip, Action::Skip(question))]]);
}

/// Takes an answer, or `None` for a skip, and goes on.
pub fn answer(scene: &mut Scene<'_>, question: u8, answer: Option<&str>) {
    reflect(scene, question, answer);
    match question {
        0..QUESTIONS => ask(scene, question + 1),
        _ => finish(scene),
    }
}

/// Skips this question and all after it.
pub fn skip_rest(scene: &mut Scene<'_>, question: u8) {
    for one in question..=QUESTIONS {
        reflect(scene, one, None);
    }
    finish(scene);
}

fn reflect(scene: &mut Scene<'_>, question: u8, answer: Option<&str>) {
    let answer = answer.map(|text| text.trim().to_owned());
    scene.note(Event::Reflected { question, answer, at: scene.input.at });
}

/// The engine's view beside her answers, and what she could do next.
fn finish(scene: &mut Scene<'_>) {
    scene.profile.screen = Screen::Lobby;
    let cast = scene.cast();
    let Some((session, cast)) = scene.session.as_ref().zip(cast) else { return };
    let report = debrief::report(&cast, session);
    let hard = care::is_hard(session.ended);
    let persona = session.start.persona.clone();
    let verdict = present::verdict(&report, &session.answers);
    let (number, at) = (scene.profile.sessions, scene.input.at);
    let entry = Entry::of(&cast, session, &report, number, at);
    tell_all(scene, verdict);
    let done = duty::done(scene, &entry);
    scene.entries.push(entry);
    scene.note(Event::Debriefed { score: report.score, at });
    let full = Button::phrase(ButtonPhrase::Report, Action::Report(number));
    let again = Button::phrase(ButtonPhrase::Again, Action::Again(persona));
    let progress = Button::phrase(ButtonPhrase::Progress, Action::Progress);
    let list = Button::phrase(ButtonPhrase::List, Action::Menu);
    let mut rows = vec![vec![full], vec![again], vec![progress], vec![list]];
    if team::offers(scene) {
        rows.push(vec![Button::phrase(ButtonPhrase::Share, Action::Card(number))]);
    }
    tell_all(scene, done);
    if hard {
        care::steps(scene);
    }
    scene.tell_with(ReviewPhrase::Done { name: cast.texts.name.clone() }, rows);
    care::ask_after(scene);
}

/// The full report of the session with this number, while it is her newest and can still be played as it was.
pub fn report(scene: &mut Scene<'_>, number: u32) {
    let newest = number == scene.profile.sessions;
    let session = scene.session.as_ref().filter(|session| newest && session.debriefed);
    let sheet = session.zip(scene.cast()).map(|(session, cast)| sheet::sheet(&cast, session));
    match sheet {
        Some(sheet) => {
            let refused = vec![ReviewPhrase::ReportRefused.into()];
            scene.show(Paper::Report, sheet, ReviewPhrase::Report, refused);
        }
        None => scene.tell(ReviewPhrase::ReportGone),
    }
}
