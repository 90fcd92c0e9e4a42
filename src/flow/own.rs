//! What is hers: handing everything kept of her out, deleting it, and saying what is kept at all.

use crate::base::phrase::{AccessPhrase, ButtonPhrase, OwnPhrase, Phrase};
use crate::persona::model::Texts;
use crate::progress::zone::reckoning;
use crate::session::event::{Event, Started};

use super::action::Action;
use super::errand::{Errand, Estate, Tally};
use super::profile::{Profile, Screen};
use super::say::{Button, Copy, CopySession, Say};
use super::scene::Scene;
use super::{care, diary, duty, plan, remind, swap};

/// `/privacy`: what is kept, where, for how long, and what she can do about it.
pub fn privacy(scene: &mut Scene<'_>) {
    let term: Phrase = match scene.content.house.retention_days {
        Some(days) => OwnPhrase::KeptDays { days }.into(),
        None => OwnPhrase::KeptUntilForgotten.into(),
    };
    scene.tell(OwnPhrase::Privacy { term: Box::new(term) });
}

/// `/export`: asks for everything.
pub fn export(scene: &mut Scene<'_>) {
    scene.send(Errand::Gather);
}

/// Everything is there: two documents.
pub fn gathered(scene: &mut Scene<'_>, estate: &Estate) {
    let sessions = estate.sessions.iter().map(|(number, events)| session(scene, *number, events)).collect();
    let profile = estate.profile.as_ref();
    let zone = reckoning(profile.and_then(|profile| profile.review.zone.as_ref()));
    let entries = (1..).zip(&estate.journal).map(|(place, entry)| diary::full(entry, place, &zone));
    let mut settings = profile.map(settings).unwrap_or_default();
    settings.extend(duty::kept(scene));
    settings.extend(estate.admitted.map(admission));
    let notes = profile.map_or(&[][..], |profile| &profile.swapped);
    let entries = entries.chain(notes.iter().map(|note| swap::line(note, &zone))).collect();
    let copy = Copy { estate: estate.clone(), sessions, entries, settings };
    let caption = match estate.unreadable {
        0 => OwnPhrase::Copy.into(),
        count => OwnPhrase::CopyWithout { count }.into(),
    };
    scene.say(Say::Copy { copy: Box::new(copy), caption, instead: OwnPhrase::CopyRefused.into() });
}

fn admission(inside: bool) -> Phrase {
    if inside { AccessPhrase::Kept.into() } else { AccessPhrase::KeptBarred.into() }
}

/// Her reminders, her limit on abuse, her plan, and a swap of roles that is open.
fn settings(profile: &Profile) -> Vec<Phrase> {
    let mut settings = vec![remind::state(&profile.review), care::kept(profile.gentle)];
    if !profile.plan.items.is_empty() {
        settings.push(plan::mine(&profile.plan, usize::MAX).into());
    }
    settings.extend(profile.swap.as_ref().map(swap::kept));
    settings
}

fn session(scene: &Scene<'_>, number: u32, events: &[Event]) -> CopySession {
    let start = events.iter().find_map(|event| match event {
        Event::Started { start, .. } => Some(start),
        _ => None,
    });
    let texts = start.and_then(|start| texts(scene, start));
    let id = start.map_or_else(String::new, |start| start.persona.to_string());
    CopySession {
        number,
        title: texts.map_or_else(|| id.clone(), |texts| texts.title.clone()),
        name: texts.map_or(id, |texts| texts.name.clone()),
    }
}

fn texts<'a>(scene: &Scene<'a>, start: &Started) -> Option<&'a Texts> {
    let content = scene.content;
    content.cast(&start.persona, start.lang).map(|cast| cast.texts)
}

/// `/forget`: asks once, by button.
pub fn ask(scene: &mut Scene<'_>) {
    let yes = Button::phrase(ButtonPhrase::Forget, Action::Forget(true));
    let no = Button::phrase(ButtonPhrase::Keep, Action::Forget(false));
    scene.tell_with(OwnPhrase::ForgetAsk, vec![vec![yes], vec![no]]);
}

/// She has decided.
pub fn decided(scene: &mut Scene<'_>, forget: bool) {
    match forget {
        true => scene.send(Errand::Forget),
        false => scene.tell(OwnPhrase::ForgetNot),
    }
}

/// Nothing is kept any more. What follows is a stranger's.
pub fn forgotten(scene: &mut Scene<'_>, tally: Tally) {
    let Tally { sessions, messages, entries, cards, waiting } = tally;
    scene.session = None;
    scene.profile = Profile { lang: scene.profile.lang, screen: Screen::Lobby, ..Profile::default() };
    scene.tell(OwnPhrase::Forgotten { sessions, messages, entries, cards, waiting });
}
