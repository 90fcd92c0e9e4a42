//! A trainee and the assignments of her cohorts: what is open, what she has begun and done, and under which name her trainers
//! see that.

use crate::base::id::PersonaId;
use crate::base::membership::{Standing, tag};
use crate::base::phrase::{ButtonPhrase, CohortPhrase, Phrase};
use crate::progress::due::written;
use crate::progress::entry::Entry;
use crate::progress::zone::reckoning;

use super::action::Action;
use super::cohort::{Duty, Mark, Shown};
use super::journal;
use super::office::{Joined, Office};
use super::profile::{Profile, Screen};
use super::say::Button;
use super::scene::{Rows, Scene};

/// Characters of a name.
const LONGEST_NAME: usize = 40;

/// Her open assignments as lines, and the ways to their briefings.
pub fn open(scene: &Scene<'_>) -> (Vec<Phrase>, Rows) {
    let open: Vec<(&Duty, String)> = duties(scene).collect();
    let lines: Vec<Phrase> = open.iter().map(|(duty, title)| line(duty, title).into()).collect();
    let button = |(duty, title): (&Duty, String)| {
        let label = ButtonPhrase::CohortDuty { title };
        vec![Button::phrase(label, Action::Brief(duty.persona.clone()))]
    };
    (lines, open.into_iter().map(button).collect())
}

/// Those whose day is not over, that she has not done, and whose customer she can meet; with his title.
fn duties<'s>(scene: &'s Scene<'_>) -> impl Iterator<Item = (&'s Duty, String)> {
    let today = reckoning(scene.profile.review.zone.as_ref()).day(scene.input.at);
    let open = move |duty: &&Duty| duty.until >= today && !is_done(&scene.profile, duty);
    let duties = scene.profile.duties.iter().filter(open);
    duties.filter_map(|duty| Some((duty, scene.texts(&duty.persona)?.title.clone())))
}

fn is_done(profile: &Profile, duty: &Duty) -> bool {
    let hers = |mark: &&Mark| mark.is_of(duty.organisation, duty.cohort, duty.number);
    profile.marks.iter().find(hers).is_some_and(|mark| mark.done.is_some())
}

fn line(duty: &Duty, title: &str) -> CohortPhrase {
    let (title, until, line) = (title.to_owned(), written(duty.until), duty.line.clone());
    match line.is_empty() {
        true => CohortPhrase::Duty { title, until },
        false => CohortPhrase::DutyLine { title, until, line },
    }
}

/// She has begun a conversation with this customer.
pub fn begun(scene: &mut Scene<'_>, persona: &PersonaId) {
    let (begun, duties) = (scene.input.at, scene.profile.duties.clone());
    let marks = &mut scene.profile.marks;
    let is_of = |mark: &Mark, duty: &Duty| mark.is_of(duty.organisation, duty.cohort, duty.number);
    // What was taken back, or belongs to a cohort she has left, is nobody's business any more.
    marks.retain(|mark| duties.iter().any(|duty| is_of(mark, duty)));
    for duty in duties.iter().filter(|duty| duty.persona == *persona) {
        if marks.iter().all(|mark| !is_of(mark, duty)) {
            let Duty { organisation, cohort, number, .. } = *duty;
            marks.push(Mark { organisation, cohort, number, begun, done: None });
        }
    }
}

/// She has finished one with its debrief: what to say where that was an assignment. A conversation that went back into another,
/// or was too short to be judged, is none.
pub fn done(scene: &mut Scene<'_>, entry: &Entry) -> Vec<Phrase> {
    if !entry.counts() {
        return Vec::new();
    }
    let open: Vec<Duty> = duties(scene).map(|(duty, _)| duty.clone()).collect();
    begun(scene, &entry.persona);
    let mut said = Vec::new();
    for duty in open.iter().filter(|duty| duty.persona == entry.persona) {
        let mut marks = scene.profile.marks.iter_mut();
        if let Some(mark) = marks.find(|mark| mark.is_of(duty.organisation, duty.cohort, duty.number)) {
            mark.done = Some(scene.input.at);
            said = vec![CohortPhrase::DutyDone { title: entry.title.clone() }.into()];
        }
    }
    said
}

/// She has joined a cohort: what is open, what her trainers see of her, and what they shall call her.
pub fn joined(scene: &mut Scene<'_>, joined: &Joined) {
    let operator = scene.profile.standing.operator;
    scene.profile.standing = Standing { operator, ..joined.standing.clone() };
    scene.profile.duties = joined.duties.clone();
    let (list, rows) = open(scene);
    if !list.is_empty() {
        scene.tell_with(CohortPhrase::Waiting { list }, rows);
    }
    let who = Box::new(who(&mine(scene)));
    match scene.is_busy() || !scene.profile.standing.name.is_empty() {
        true => scene.tell(CohortPhrase::SeenAs { cohort: joined.cohort.clone(), who }),
        false => {
            scene.tell(CohortPhrase::Seen { cohort: joined.cohort.clone() });
            ask(scene);
        }
    }
}

/// What shall her trainers call her?
pub fn ask(scene: &mut Scene<'_>) {
    if scene.is_busy() {
        return journal::still_busy(scene);
    }
    scene.profile.screen = Screen::NamingSelf;
    let name = scene.profile.pen_name.clone();
    let signed = (!name.is_empty())
        .then(|| vec![Button::phrase(ButtonPhrase::CohortSigned { name }, Action::Known(true))]);
    let label = ButtonPhrase::CohortTag { tag: mine(scene).tag };
    let tagged = vec![Button::phrase(label, Action::Known(false))];
    scene.tell_with(CohortPhrase::AskName, signed.into_iter().chain([tagged]).collect());
}

/// How she is shown where she belongs.
fn mine(scene: &Scene<'_>) -> Shown {
    let standing = &scene.profile.standing;
    Shown { name: standing.name.clone(), tag: tag(standing.organisation, scene.input.trainee) }
}

/// The name was written.
pub fn named(scene: &mut Scene<'_>, text: &str) {
    scene.profile.screen = Screen::Lobby;
    // A name is one line.
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    scene.send_office(Office::Known(super::team::clip(&line, LONGEST_NAME)));
}

/// A button was pressed instead.
pub fn known(scene: &mut Scene<'_>, signed: bool) {
    if scene.profile.screen == Screen::NamingSelf {
        scene.profile.screen = Screen::Lobby;
    }
    let name = if signed { scene.profile.pen_name.clone() } else { String::new() };
    scene.send_office(Office::Known(name));
}

/// What she is called from then on.
pub fn called(scene: &mut Scene<'_>, shown: Option<&Shown>) {
    match shown {
        None => scene.tell(CohortPhrase::KnownNowhere),
        Some(shown) => {
            let who = Box::new(who(shown));
            scene.tell(CohortPhrase::Known { who });
        }
    }
}

/// A member as her trainers see her.
pub fn who(shown: &Shown) -> Phrase {
    match shown.name.is_empty() {
        true => CohortPhrase::Tag { tag: shown.tag.clone() }.into(),
        false => CohortPhrase::Named { name: shown.name.clone() }.into(),
    }
}

/// What is kept of her for her cohorts, for the copy of everything.
pub fn kept(scene: &Scene<'_>) -> Vec<Phrase> {
    if scene.profile.standing.cohorts.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![CohortPhrase::Known { who: Box::new(who(&mine(scene))) }.into()];
    lines.extend(open(scene).0);
    lines
}
