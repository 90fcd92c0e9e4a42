//! Choosing the interface's language. A customer in mid-conversation keeps his.

use std::collections::BTreeSet;

use crate::base::lang::Lang;
use crate::base::phrase::{MenuPhrase, NoticePhrase, PracticePhrase, Term, TermKind};
use crate::session::content::Content;

use super::action::Action;
use super::profile::Screen;
use super::say::Button;
use super::scene::{Rows, Scene};
use super::{menu, review, swap};

/// Takes the device's language until the trainee chooses another.
pub fn adopt_device(scene: &mut Scene<'_>) {
    let offered = scene.input.device_lang.filter(|lang| languages(scene.content).contains(lang));
    scene.profile.lang = scene.profile.lang.or(offered);
}

/// Every language of the interface: those customers speak and those that borrow from them.
pub fn languages(content: &Content) -> BTreeSet<Lang> {
    content.tongues.keys().chain(content.fallbacks.keys()).copied().collect()
}

/// Asks for a language.
pub fn choose(scene: &mut Scene<'_>) {
    let rows = buttons(scene.content);
    scene.tell_with(MenuPhrase::ChooseLanguage, rows);
}

/// One button a language, each by its own name.
pub fn buttons(content: &Content) -> Rows {
    languages(content).into_iter().map(|lang| vec![button(lang)]).collect()
}

fn button(lang: Lang) -> Button {
    Button::phrase(MenuPhrase::LanguageName { language: name(lang) }, Action::Language(lang))
}

/// A language's own name.
pub fn name(lang: Lang) -> Term {
    Term::new(TermKind::Language, lang.tag())
}

/// Changes the language and shows again where the trainee stands.
pub fn set(scene: &mut Scene<'_>, lang: Lang) {
    if !languages(scene.content).contains(&lang) {
        return scene.tell(NoticePhrase::DeadButton);
    }
    let first = scene.profile.lang.is_none();
    scene.profile.lang = Some(lang);
    match scene.profile.screen.clone() {
        Screen::Lobby if first => menu::greet(scene),
        Screen::Lobby => {
            scene.tell(MenuPhrase::LanguageSet);
            menu::list(scene, 0);
        }
        Screen::Briefing { persona } => menu::brief(scene, &persona),
        Screen::Signing
        | Screen::NamingCohort
        | Screen::NamingSelf
        | Screen::Answering { .. }
        | Screen::Assigning { .. }
        | Screen::Nickname { .. }
        | Screen::NamingTeam { .. }
        | Screen::Reason { .. } => {
            scene.tell(MenuPhrase::LanguageSet);
        }
        Screen::Playing => keep_customer(scene),
        Screen::Reviewing { question } => review::ask(scene, question),
        Screen::Swapping => scene.tell(MenuPhrase::LanguageSet),
        Screen::Swapped => swap::ask(scene),
    }
}

fn keep_customer(scene: &mut Scene<'_>) {
    scene.tell(MenuPhrase::LanguageSet);
    if let Some(spoken) = scene.session.as_ref().map(|session| session.start.lang) {
        let name_of = scene.customer();
        scene.tell(PracticePhrase::CustomerKeeps { name: name_of, language: name(spoken) });
    }
}
