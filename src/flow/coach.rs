//! The coach beside the conversation: a line on every message, if she wants one.

use crate::base::phrase::{ButtonPhrase, PracticePhrase};
use crate::debrief::coach;

use super::action::Action;
use super::say::Button;
use super::scene::Scene;

/// `/coach on` and `/coach off`; anything else changes nothing and says how it is.
pub fn command(scene: &mut Scene<'_>, payload: &str) {
    match payload.trim().to_lowercase().as_str() {
        "on" => set(scene, true),
        "off" => set(scene, false),
        _ => tell(scene),
    }
}

/// Lets the coach comment from now on, or not.
pub fn set(scene: &mut Scene<'_>, on: bool) {
    scene.profile.coach = on;
    tell(scene);
}

/// How it is, with the button that changes it.
fn tell(scene: &mut Scene<'_>) {
    let on = scene.profile.coach;
    let examined = scene.session.as_ref().is_some_and(|s| s.is_open() && !s.start.mode.helps());
    let phrase = match (on, examined) {
        (true, false) => PracticePhrase::CoachOn,
        (true, true) => PracticePhrase::CoachAfterExam,
        (false, _) => PracticePhrase::CoachOff,
    };
    let other = if on { ButtonPhrase::CoachOff } else { ButtonPhrase::CoachOn };
    scene.tell_with(phrase, vec![vec![Button::phrase(other, Action::Coach(!on))]]);
}

/// The line on the last message, where she wants one and may have it.
pub fn comment(scene: &mut Scene<'_>) {
    let wanted = scene.profile.coach && scene.mode().helps();
    let last = scene.session.as_ref().filter(|_| wanted).and_then(|session| session.turns.last());
    if let Some(line) = last.and_then(coach::comment) {
        scene.tell(line);
    }
}
