//! The bundles of every interface language, and rendering with fallback.

use std::collections::BTreeMap;
use std::sync::Arc;

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::base::lang::Lang;
use crate::base::phrase::{Arg, InsightPhrase, Phrase, Term, TermKind};
use crate::flow::input::Command;
use crate::persona::finding::{Finding, MOST, Source};
use crate::persona::pattern::too_deep;

use super::check;
use super::locale::Locale;

/// Nested phrases are one or two deep; the limit only keeps rendering total.
const DEPTH: u8 = 8;

/// One language's messages.
struct Shelf {
    name: String,
    fallback: Option<Lang>,
    bundle: FluentBundle<Arc<FluentResource>>,
}

/// The interface texts of all languages. Cheap to clone, shared between threads.
#[derive(Clone, Default)]
pub struct Prose {
    shelves: BTreeMap<Lang, Arc<Shelf>>,
}

impl Prose {
    /// Reads one language's files: `locale.toml` gives its own name and its fallback, each `.ftl` its messages.
    /// Good messages are kept beside broken ones. [`Prose::join`] puts languages together.
    pub fn parse(lang: Lang, files: &[(&str, &str)]) -> (Prose, Vec<Finding>) {
        let mut findings = Vec::new();
        let mut shelf = Shelf { name: lang.tag().to_owned(), fallback: None, bundle: bundle(lang) };
        let mut sound = Vec::new();
        for source in files.iter().map(|(name, text)| Source { name, text }) {
            if let Some(at) = too_deep(source.text) {
                findings.push(source.error("file.too-deep", at..at + 1));
                continue;
            }
            sound.push((source.name, source.text));
            if source.name.ends_with(".toml") {
                match Locale::parse(source) {
                    Ok(locale) => (shelf.name, shelf.fallback) = (locale.name, locale.fallback),
                    Err(found) => findings.extend(found),
                }
            } else {
                add(&mut shelf.bundle, source, &mut findings);
            }
        }
        findings.extend(check::messages(lang, &sound));
        (Prose { shelves: BTreeMap::from([(lang, Arc::new(shelf))]) }, findings)
    }

    /// These languages and those of `other`, which win where both have one.
    pub fn join(mut self, other: Prose) -> Prose {
        self.shelves.extend(other.shelves);
        self
    }

    /// Every language with its own name for itself.
    pub fn languages(&self) -> impl Iterator<Item = (Lang, &str)> {
        self.shelves.iter().map(|(lang, shelf)| (*lang, shelf.name.as_str()))
    }

    /// A phrase in words. A message missing in `lang` comes from the languages behind it; in the worst case the
    /// message's id is shown.
    pub fn render(&self, phrase: &Phrase, lang: Lang) -> String {
        self.phrase(phrase, lang, DEPTH)
    }

    /// A word of the vocabulary by kind and id; the id where no language has it.
    pub fn term(&self, kind: &str, id: &str, lang: Lang) -> String {
        if kind == TermKind::Language.prefix() {
            let named = Lang::parse(id).and_then(|tag| self.shelves.get(&tag));
            return named.map_or_else(|| id.to_owned(), |shelf| shelf.name.clone());
        }
        self.plain(&format!("{kind}-{id}"), lang).unwrap_or_else(|| id.to_owned())
    }

    /// A term in words.
    pub fn term_of(&self, term: &Term, lang: Lang) -> String {
        self.term(term.kind.prefix(), &term.id, lang)
    }

    /// The commands with their descriptions, as menus of chat programs show them.
    pub fn command_list(&self, lang: Lang) -> Vec<(Command, String)> {
        let describe = |command: Command| {
            let key = format!("command-{}", command.id());
            (command, self.plain(&key, lang).unwrap_or_else(|| command.id().to_owned()))
        };
        Command::ALL.into_iter().map(describe).collect()
    }

    /// A message without values; `None` where no language has it.
    pub(super) fn plain(&self, key: &str, lang: Lang) -> Option<String> {
        self.format(key, &FluentArgs::new(), lang)
    }

    fn phrase(&self, phrase: &Phrase, lang: Lang, depth: u8) -> String {
        let mut args = FluentArgs::new();
        for (name, arg) in phrase.args() {
            args.set(name, self.value(&arg, lang, depth));
        }
        self.format(phrase.id(), &args, lang).unwrap_or_else(|| phrase.id().to_owned())
    }

    fn value(&self, arg: &Arg, lang: Lang, depth: u8) -> FluentValue<'static> {
        let nested = |phrase: &Phrase| match depth.checked_sub(1) {
            Some(depth) => self.phrase(phrase, lang, depth),
            None => phrase.id().to_owned(),
        };
        match arg {
            Arg::Text(text) => FluentValue::from(text.clone()),
            Arg::Number(number) => FluentValue::from(*number),
            Arg::Term(kind, id) => FluentValue::from(self.term(kind, id, lang)),
            Arg::Phrase(phrase) => FluentValue::from(nested(phrase)),
            Arg::Joined(phrases) => {
                FluentValue::from(phrases.iter().map(nested).collect::<Vec<_>>().join("\n"))
            }
            Arg::Listed(phrases) => {
                let between = nested(&InsightPhrase::Separator.into());
                FluentValue::from(phrases.iter().map(nested).collect::<Vec<_>>().join(&between))
            }
            Arg::Bullets(items) => FluentValue::from(bullets(items)),
        }
    }

    fn format(&self, key: &str, args: &FluentArgs<'_>, lang: Lang) -> Option<String> {
        self.worded(key, None, args, lang)
    }

    /// A message, or an attribute of one: the first rendering without a complaint along the chain; else the first
    /// rendering of all.
    pub(super) fn worded(
        &self,
        key: &str,
        attribute: Option<&str>,
        args: &FluentArgs<'_>,
        lang: Lang,
    ) -> Option<String> {
        let mut flawed = None;
        for shelf in self.chain(lang) {
            let message = shelf.bundle.get_message(key);
            let pattern = message.and_then(|message| match attribute {
                None => message.value(),
                Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
            });
            let Some(pattern) = pattern else { continue };
            let mut errors = Vec::new();
            let text = shelf.bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
            if errors.is_empty() {
                return Some(text);
            }
            flawed = flawed.or(Some(text));
        }
        flawed
    }

    /// `lang`, what it falls back on, and English; each at most once.
    fn chain(&self, lang: Lang) -> Vec<&Shelf> {
        let mut order = Vec::new();
        let mut next = Some(lang);
        while let Some(one) = next.filter(|one| !order.contains(one)) {
            order.push(one);
            next = self.shelves.get(&one).and_then(|shelf| shelf.fallback);
        }
        if !order.contains(&Lang::EN) {
            order.push(Lang::EN);
        }
        order.iter().filter_map(|one| self.shelves.get(one)).map(Arc::as_ref).collect()
    }
}

fn bundle(lang: Lang) -> FluentBundle<Arc<FluentResource>> {
    let id: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Isolation marks are invisible, break copying and mean nothing in plain text.
    bundle.set_use_isolating(false);
    bundle
}

/// Adds a file's good messages. Syntax errors are findings of `check`, which knows their place as well.
fn add(bundle: &mut FluentBundle<Arc<FluentResource>>, source: Source<'_>, findings: &mut Vec<Finding>) {
    let resource = match FluentResource::try_new(source.text.to_owned()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors.into_iter().take(MOST) {
                findings.push(source.error("ui.syntax", error.pos).text("reason", error.kind.to_string()));
            }
            resource
        }
    };
    // A duplicate is kept in its first form; `check` reports it with its place.
    let _ = bundle.add_resource(Arc::new(resource));
}

/// One item a line behind a bullet; a dash where there is none, so that the heading above does not hang in the air.
fn bullets(items: &[String]) -> String {
    match items {
        [] => "–".to_owned(),
        _ => items.iter().map(|item| format!("· {item}")).collect::<Vec<_>>().join("\n"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::phrase::{MenuPhrase, NoticePhrase, Term};

    fn prose() -> Prose {
        let en = "notice-internal = Sorry.\nnotice-empty = Write.\nmove-greet = greeting\n";
        let hans = "notice-internal = 抱歉。\nmenu-language-name = { $language }\nmenu-list = { $page }/{ $pages }:\n    { $entries }\nmenu-list-grade = 【{ $grade }】\n";
        let hant = "menu-briefing = { $nonsense }\n";
        let toml = "tag = \"zh-Hans\"\nname = \"简体中文\"\nspeaks = true\nfallback = \"en\"\n";
        let toml_hant = "tag = \"zh-Hant\"\nname = \"繁體中文\"\nfallback = \"zh-Hans\"\n";
        let one = |lang, files: &[(&str, &str)]| Prose::parse(lang, files).0;
        one(Lang::EN, &[("ui.ftl", en)])
            .join(one(Lang::ZH_HANS, &[("locale.toml", toml), ("ui.ftl", hans)]))
            .join(one(Lang::ZH_HANT, &[("locale.toml", toml_hant), ("ui.ftl", hant)]))
    }

    #[test]
    fn a_missing_message_comes_from_the_languages_behind_and_at_last_is_its_id() {
        let prose = prose();
        assert_eq!(prose.render(&NoticePhrase::Internal.into(), Lang::ZH_HANT), "抱歉。");
        assert_eq!(prose.render(&NoticePhrase::Empty.into(), Lang::ZH_HANT), "Write.");
        assert_eq!(prose.render(&NoticePhrase::InGroup.into(), Lang::ZH_HANT), "notice-in-group");
        let unknown = Lang::parse("fr").unwrap();
        assert_eq!(prose.render(&NoticePhrase::Internal.into(), unknown), "Sorry.");
    }

    #[test]
    fn a_word_nobody_translated_is_shown_by_its_id() {
        let prose = prose();
        assert_eq!(prose.term("state", "smouldering", Lang::EN), "smouldering");
        assert_eq!(prose.term("move", "greet", Lang::ZH_HANS), "greeting");
    }

    #[test]
    fn a_language_is_called_by_its_own_name_everywhere() {
        let phrase: Phrase =
            MenuPhrase::LanguageName { language: Term::new(TermKind::Language, "zh-Hant") }.into();
        assert_eq!(prose().render(&phrase, Lang::ZH_HANS), "繁體中文");
    }

    #[test]
    fn values_are_put_in_without_invisible_marks_and_nested_phrases_line_by_line() {
        let grade = |id: &str| MenuPhrase::ListGrade { grade: Term::new(TermKind::Grade, id) }.into();
        let phrase: Phrase =
            MenuPhrase::List { page: 1, pages: 1200, entries: vec![grade("a"), grade("b")] }.into();
        assert_eq!(prose().render(&phrase, Lang::ZH_HANS), "1/1200:\n【a】\n【b】");
    }

    #[test]
    fn languages_that_fall_back_on_each_other_do_not_hang() {
        let toml = |tag: &str, to: &str| format!("tag = \"{tag}\"\nname = \"x\"\nfallback = \"{to}\"\n");
        let (a, b) = (toml("zh-Hans", "zh-Hant"), toml("zh-Hant", "zh-Hans"));
        let prose = Prose::parse(Lang::ZH_HANS, &[("locale.toml", &a)])
            .0
            .join(Prose::parse(Lang::ZH_HANT, &[("locale.toml", &b)]).0);
        assert_eq!(prose.render(&NoticePhrase::Empty.into(), Lang::ZH_HANS), "notice-empty");
    }

    #[test]
    fn prose_can_be_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Prose>();
    }
}
