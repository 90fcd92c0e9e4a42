//! What the bot can do in a group, and in which language.

use std::collections::BTreeSet;

use crate::base::lang::Lang;
use crate::base::phrase::{GroupPhrase, MenuPhrase, NoticePhrase};
use crate::flow::action::Action;
use crate::flow::language;
use crate::flow::say::Button;
use crate::session::content::Content;

use super::rights::GroupRight;
use super::{GroupAction, Hall, Need};

/// Every language of the interface.
pub fn languages(content: &Content) -> BTreeSet<Lang> {
    language::languages(content)
}

/// `/help`.
pub fn help(hall: &mut Hall<'_>) {
    hall.tell(GroupPhrase::Help);
}

/// `/language`: anybody may ask, an administrator decides.
pub fn choose_language(hall: &mut Hall<'_>) {
    let button = |lang: Lang| {
        let label = MenuPhrase::LanguageName { language: language::name(lang) };
        vec![Button::phrase(label, Action::Group(GroupAction::Language(lang)))]
    };
    let rows = languages(hall.content).into_iter().map(button).collect();
    hall.tell_with(GroupPhrase::ChooseLanguage, rows);
}

/// She has pressed a language.
pub fn set_language(hall: &mut Hall<'_>, lang: Lang) -> Result<(), Need> {
    if !languages(hall.content).contains(&lang) {
        hall.toast(NoticePhrase::DeadButton);
        return Ok(());
    }
    if hall.may(GroupRight::Language, false)? {
        hall.group.lang = Some(lang);
        hall.tell(GroupPhrase::LanguageSet);
    }
    Ok(())
}
