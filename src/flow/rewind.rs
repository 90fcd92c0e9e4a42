//! Going back to an earlier message: a new session that branches off the newest one, always for practice.

use crate::base::phrase::{NoticePhrase, PracticePhrase};

use super::input::Command;
use super::profile::Screen;
use super::scene::Scene;
use super::{insight, review};

/// `/rewind N`: stands again where the conversation stood before message N. The session that is left stays as it was;
/// where it is under review, its debrief comes first, so that nothing practised goes without one.
pub fn rewind(scene: &mut Scene<'_>, payload: &str) {
    let (cast, name, at, parent) = (scene.cast(), scene.customer(), scene.input.at, scene.profile.sessions);
    let Some(session) = insight::open_to_view(scene) else { return };
    let Some(cast) = cast else { return scene.tell(NoticePhrase::ContentChanged) };
    let message = insight::number(payload).0;
    let branch = message.and_then(|n| Some((n, session.branch(&cast, parent, n, at)?)));
    let Some((message, (branch, events))) = branch else {
        let phrase = insight::pick(session, Command::Rewind);
        return scene.tell(phrase);
    };
    if let Screen::Reviewing { question } = scene.profile.screen {
        review::skip_rest(scene, question);
    }
    scene.profile.sessions = scene.profile.sessions.saturating_add(1);
    scene.profile.branches = scene.profile.branches.saturating_add(1);
    scene.profile.screen = Screen::Playing;
    scene.tell(PracticePhrase::Rewound { name, message, count: scene.profile.branches });
    scene.bubbles(branch.last_bubbles());
    events.into_iter().for_each(|event| scene.record(event));
    scene.session = Some(branch);
}
