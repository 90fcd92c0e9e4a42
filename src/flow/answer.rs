//! An answer to a group's case of the day, written in private so that nobody copies: a link from the group leads here.

use crate::base::phrase::{NoticePhrase, Phrase, PlayPhrase};

use super::errand::{Answered, Errand};
use super::group::play::case::{ANSWERS, LONGEST};
use super::journal;
use super::profile::Screen;
use super::scene::Scene;

/// A link was followed: the group's chat, the game's number, the token.
pub fn opened(scene: &mut Scene<'_>, (chat, number, token): (i64, u64, u64)) {
    if scene.is_busy() {
        return journal::still_busy(scene);
    }
    scene.profile.screen = Screen::Answering { chat, number, token };
    scene.send(Errand::Answer { chat, number, token, text: None });
}

/// The answer was written.
pub fn written(scene: &mut Scene<'_>, text: &str) {
    let Screen::Answering { chat, number, token } = scene.profile.screen else { return };
    let length = text.trim().chars().count();
    if length > LONGEST {
        return scene.tell(NoticePhrase::TooLong { limit: LONGEST, length });
    }
    scene.profile.screen = Screen::Lobby;
    scene.send(Errand::Answer { chat, number, token, text: Some(text.trim().to_owned()) });
}

/// What came of it.
pub fn told(scene: &mut Scene<'_>, answered: &Answered) {
    if let Answered::Open { title, opening, before } = answered {
        let line = |line: &String| -> Phrase { PlayPhrase::Name { name: line.clone() }.into() };
        let (title, opening) = (title.clone(), opening.iter().map(line).collect());
        return scene.tell(match before.clone() {
            None => PlayPhrase::AskAnswer { title, opening },
            Some(before) => PlayPhrase::AskAgain { title, opening, before },
        });
    }
    scene.profile.screen = Screen::Lobby;
    scene.tell(match answered {
        Answered::Taken => PlayPhrase::AnswerTaken,
        Answered::Full => PlayPhrase::CaseFull { most: ANSWERS },
        Answered::Stranger => PlayPhrase::AnswerStranger,
        Answered::Closed | Answered::Open { .. } => PlayPhrase::CaseClosed,
    });
}
