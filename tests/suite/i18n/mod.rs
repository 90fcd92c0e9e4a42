//! The interface texts that ship, as tables over every language.

mod contest;
mod tools;

use std::path::PathBuf;

use xiaoqi::base::lang::Lang;
use xiaoqi::base::phrase::{
    MenuPhrase, NoticePhrase, Phrase, PracticePhrase, Term, TermKind, TerminalPhrase,
};
use xiaoqi::i18n::{Locale, Prose, Word};
use xiaoqi::persona::finding::{Finding, Source};

const LANGS: [Lang; 3] = [Lang::ZH_HANS, Lang::ZH_HANT, Lang::EN];

/// A language's files that exist, by name relative to `locales/`.
fn files(lang: Lang) -> Vec<(String, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("locales").join(lang.tag());
    let read = |name: &str| {
        let text = std::fs::read_to_string(folder.join(name)).ok()?;
        Some((format!("{lang}/{name}"), text))
    };
    ["locale.toml", "ui.ftl", "coach.ftl", "trainer.ftl", "group.ftl", "workshop.ftl"]
        .into_iter()
        .filter_map(read)
        .collect()
}

fn parse(lang: Lang) -> (Prose, Vec<Finding>) {
    let files = files(lang);
    let files: Vec<(&str, &str)> = files.iter().map(|(n, t)| (n.as_str(), t.as_str())).collect();
    Prose::parse(lang, &files)
}

fn prose() -> Prose {
    LANGS.into_iter().map(|lang| parse(lang).0).fold(Prose::default(), Prose::join)
}

#[test]
fn every_language_has_every_message_no_orphan_and_no_value_that_nobody_gives() {
    for lang in LANGS {
        let (_, findings) = parse(lang);
        let told: Vec<String> =
            findings.iter().map(|f| format!("{}:{} {} {:?}", f.file, f.line, f.code, f.args)).collect();
        assert!(told.is_empty(), "{}", told.join("\n"));
    }
}

#[test]
fn every_language_says_something_for_every_value_it_is_given() {
    // A name, a number or a list that never appears is a sentence that lost its point in translation.
    let exempt = ["terminal-choose-number", "menu-list"];
    for lang in LANGS {
        let text: String =
            files(lang).into_iter().filter(|(n, _)| n.ends_with(".ftl")).map(|f| f.1).collect();
        for (id, args) in Phrase::AREAS.iter().flat_map(|area| area.iter()) {
            let start = text.find(&format!("\n{id} =")).unwrap_or_else(|| panic!("{lang}: {id}"));
            let rest = &text[start + 1..];
            let end = rest.match_indices('\n').find(|(at, _)| {
                rest[at + 1..].chars().next().is_some_and(|c| c.is_ascii_alphabetic() || c == '#')
            });
            let body = end.map_or(rest, |(at, _)| &rest[..at]);
            for arg in args.iter().filter(|_| !exempt.contains(id)) {
                assert!(body.contains(&format!("${arg}")), "{lang}: {id} never says ${arg}");
            }
        }
    }
}

#[test]
fn commands_are_described_at_a_length_that_telegram_takes() {
    let prose = prose();
    for lang in LANGS {
        for (command, text) in prose.command_list(lang) {
            let length = text.chars().count();
            assert!((3..=256).contains(&length), "{lang} {}: {length}", command.id());
        }
    }
}

#[test]
fn no_word_of_the_terminal_means_two_things() {
    let prose = prose();
    for lang in LANGS {
        for word in Word::ALL {
            for form in prose.words(word, lang) {
                assert_eq!(prose.read_word(&form, lang), Some(word), "{lang}: {form}");
                assert_eq!(prose.read_word(&format!("/{form}"), lang), Some(word));
            }
        }
    }
    let shown = |lang| Word::ALL.map(|word| prose.word(word, lang)).join("/");
    assert_eq!(shown(Lang::ZH_HANS), "提示/心情/结束/退出/帮助");
    assert_eq!(shown(Lang::ZH_HANT), "提示/心情/結束/離開/說明");
    assert_eq!(shown(Lang::EN), "hint/mood/end/quit/help");
}

#[test]
fn the_folders_describe_themselves() {
    let described = LANGS.map(|lang| {
        let files = files(lang);
        let (name, text) = &files[0];
        let locale = Locale::parse(Source { name, text }).unwrap();
        assert_eq!(locale.tag, lang);
        (locale.speaks, locale.fallback)
    });
    let expected = [(true, Some(Lang::EN)), (true, Some(Lang::ZH_HANS)), (true, None)];
    assert_eq!(described, expected);
}

#[test]
fn rendered_phrases_read_as_written() {
    let prose = prose();
    let mood = Phrase::from(PracticePhrase::Mood {
        name: "周女士".into(),
        state: Term::new(TermKind::State, "furious"),
        levels: vec![
            PracticePhrase::MoodLine {
                emotion: Term::new(TermKind::Emotion, "anger"),
                bar: "█████████░".into(),
                level: Term::new(TermKind::Level, "extreme"),
            }
            .into(),
        ],
    });
    let text = prose.render(&mood, Lang::ZH_HANS);
    assert_eq!(text, "周女士现在：暴怒\n\n█████████░ 愤怒：非常高");
    let one_page = Phrase::from(MenuPhrase::List { page: 1, pages: 1, entries: Vec::new() });
    assert!(prose.render(&one_page, Lang::EN).starts_with("Choose a customer:\n"));
    let two_pages = Phrase::from(MenuPhrase::List { page: 2, pages: 2, entries: Vec::new() });
    assert!(prose.render(&two_pages, Lang::EN).starts_with("Choose a customer (page 2 of 2):"));
    let long = Phrase::from(NoticePhrase::TooLong { limit: 4096, length: 5000 });
    assert!(prose.render(&long, Lang::ZH_HANT).contains("4096"), "numbers without separators");
    let typing = Phrase::from(TerminalPhrase::Typing { name: "Ms Lee".into() });
    assert_eq!(prose.render(&typing, Lang::EN), "Ms Lee is typing …");
}

#[test]
fn a_briefing_shows_what_may_and_may_not_be_offered_line_by_line() {
    let briefing = Phrase::from(MenuPhrase::Briefing {
        title: "T".into(),
        grade: Term::new(TermKind::Grade, "basic"),
        name: "N".into(),
        you: "Y".into(),
        happened: "H".into(),
        may: vec!["a".into(), "b".into()],
        may_not: Vec::new(),
    });
    let text = prose().render(&briefing, Lang::EN);
    assert!(text.contains("You may offer:\n· a\n· b\n\nYou may not offer:\n–\n"), "{text}");
}

#[test]
fn the_traditional_texts_hold_no_simplified_character() {
    // Characters that only simplified writing has, picked from the most frequent words of the interface.
    let simplified = "话讯发这说没对为个们时会过还请让见题气谁语讲练习场钮线问认识顾户";
    for (name, text) in files(Lang::ZH_HANT).iter().filter(|(name, _)| name.ends_with(".ftl")) {
        for line in text.lines().filter(|line| !line.starts_with("menu-choose-language")) {
            let found: String = line.chars().filter(|c| simplified.contains(*c)).collect();
            assert!(found.is_empty(), "{name}: {found} in {line}");
        }
    }
}

#[test]
fn every_customer_type_that_ships_has_a_name_in_every_language() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("personas/types");
    let ids = std::fs::read_dir(folder).unwrap().filter_map(|file| {
        let name = file.unwrap().file_name().into_string().unwrap();
        name.strip_suffix(".toml").map(str::to_owned)
    });
    let ids: Vec<String> = ids.collect();
    assert!(ids.len() >= 15);
    for lang in LANGS {
        let text: String = files(lang).into_iter().map(|(_, text)| text).collect();
        for id in &ids {
            assert!(text.contains(&format!("\ntype-{id} = ")), "{lang}: type-{id}");
        }
    }
}
