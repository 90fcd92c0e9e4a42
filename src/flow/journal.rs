//! What is known of a trainee's last session when she comes back: open, under review, over, or not playable any more.

use crate::base::phrase::{
    EntryPhrase, MenuPhrase, NoticePhrase, Phrase, PracticePhrase, ReviewPhrase, Term,
};
use crate::session::event::Event;

use super::contest::run;
use super::profile::Screen;
use super::scene::Scene;
use super::{review, swap};

/// Leaves a conversation that cannot go on: trainers changed its customer or its language since it started.
pub fn recover(scene: &mut Scene<'_>) {
    if !scene.is_busy() || scene.is_swapping() || scene.cast().is_some() && stands_right(scene) {
        return;
    }
    let was_open = scene.session.as_ref().is_some_and(|session| session.is_open());
    if was_open {
        scene.record(Event::Cancelled { at: scene.input.at });
    }
    scene.session = None;
    scene.profile.screen = Screen::Lobby;
    match run::is_run(scene) {
        // Said as it is: she can do nothing for it, and the attempt was begun.
        true => scene.tell(EntryPhrase::Broken),
        false => scene.tell(NoticePhrase::ContentChanged),
    }
}

fn stands_right(scene: &Scene<'_>) -> bool {
    let open = scene.session.as_ref().is_some_and(|session| session.is_open());
    open == (scene.profile.screen == Screen::Playing)
}

/// Says what is still open; starts nothing and harms nothing.
pub fn still_busy(scene: &mut Scene<'_>) {
    match scene.profile.screen {
        Screen::Reviewing { question } => {
            scene.tell(ReviewPhrase::StillAsking);
            review::ask(scene, question);
        }
        Screen::Swapping | Screen::Swapped => swap::still_open(scene),
        _ => {
            let name = scene.customer();
            scene.tell(PracticePhrase::StillOpen { name });
        }
    }
}

/// The greeting that fits what was done last.
pub fn greeting(scene: &Scene<'_>) -> Phrase {
    match scene.session.as_ref().and_then(|session| session.ended) {
        Some(ended) => MenuPhrase::WelcomeBack { name: scene.customer(), ending: Term::ending(ended) }.into(),
        None => MenuPhrase::Greeting.into(),
    }
}
