//! Whatever is in a file, reading and inspecting it ends, panics nowhere, and every finding lies in the file.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use proptest::prelude::*;
use xiaoqi::base::lang::Lang;
use xiaoqi::library::words;
use xiaoqi::persona::finding::{Source, codes};
use xiaoqi::persona::lower::parse_persona;
use xiaoqi::persona::pattern::{parse_book, parse_pattern};
use xiaoqi::persona::rules::{Rules, parse_rules};
use xiaoqi::workshop::case::Case;
use xiaoqi::workshop::sheet::Sheet;
use xiaoqi::workshop::{inspect, inspect_laws};

use super::{KETTLE, KETTLE_EN};

const HEATING: &str = include_str!("../../../personas/heating.toml");
const EMOTIONS: &str = include_str!("../../../personas/emotions.toml");

fn laws() -> &'static Rules {
    static LAWS: OnceLock<Rules> = OnceLock::new();
    LAWS.get_or_init(|| {
        parse_rules(Source { name: "personas/emotions.toml", text: EMOTIONS }, &[]).0.unwrap()
    })
}

/// Reads and inspects a customer of this text, as his own file and as a translation.
fn survives(text: &str) -> Result<(), TestCaseError> {
    let (lists, keys) = (BTreeMap::new(), BTreeSet::new());
    for (main, other) in [(text, KETTLE_EN), (KETTLE, text)] {
        let (main, other) = (
            Source { name: "personas/a.toml", text: main },
            Source { name: "personas/a.en.toml", text: other },
        );
        let (persona, mut findings) = parse_persona(main, &[other], laws());
        let case = Case {
            id: "a",
            main: Sheet::read(main),
            others: vec![Sheet::read(other)],
            persona: persona.as_ref(),
            laws: laws(),
            lists: &lists,
            keys: &keys,
            spoken: vec![Lang::EN],
            casts: Vec::new(),
            played: BTreeMap::new(),
            runs: 0,
        };
        findings.extend(inspect(&case));
        findings.extend(inspect_laws(&case.main, Some(laws())));
        for finding in findings {
            let text = if finding.file == main.name { main.text } else { other.text };
            prop_assert!(codes::is_known(finding.code));
            prop_assert!(text.get(finding.span.clone()).is_some(), "{} at {:?}", finding.code, finding.span);
            let told = words_once().told(&finding, Lang::EN);
            prop_assert!(!told.message.contains("{$"), "{}", told.message);
        }
    }
    let _ = parse_rules(Source { name: "a", text }, &[Source { name: "b", text }]);
    let _ = parse_book("a", Source { name: "a", text });
    let _ = parse_pattern(text);
    Ok(())
}

fn words_once() -> &'static xiaoqi::i18n::Prose {
    static WORDS: OnceLock<xiaoqi::i18n::Prose> = OnceLock::new();
    WORDS.get_or_init(words)
}

/// A slip of the hand.
#[derive(Clone, Debug)]
enum Slip {
    Cut(usize, usize),
    Put(usize, String),
    Twice(usize, usize),
    Swap(usize, usize),
}

fn slip() -> impl Strategy<Value = Slip> {
    let bits = prop::sample::select(vec![
        "\"",
        "[",
        "]",
        "{",
        "}",
        "{ $",
        "=",
        "\n",
        ",",
        "\\",
        "'''",
        "“",
        "[[fact]]",
        "[text]",
        "-99999999999999999999",
        "0x",
        "é\u{301}",
        "\u{feff}",
        "\0",
        "true",
        "{ $x ->",
        "*[a]",
        "9999",
        "\r",
    ]);
    prop_oneof![
        (any::<usize>(), 1..40usize).prop_map(|(at, many)| Slip::Cut(at, many)),
        (any::<usize>(), bits).prop_map(|(at, bit)| Slip::Put(at, bit.to_owned())),
        (any::<usize>(), 1..200usize).prop_map(|(at, many)| Slip::Twice(at, many)),
        (any::<usize>(), any::<usize>()).prop_map(|(a, b)| Slip::Swap(a, b)),
    ]
}

fn slipped(text: &str, slips: &[Slip]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for slip in slips {
        if chars.is_empty() {
            break;
        }
        let most = chars.len();
        match slip {
            Slip::Cut(at, many) => drop(chars.drain(at % most..(at % most + many).min(most))),
            Slip::Put(at, bit) => {
                let _ = chars.splice(at % most..at % most, bit.chars()).count();
            }
            Slip::Twice(at, many) => {
                let again: Vec<char> = chars[at % most..(at % most + many).min(most)].to_vec();
                let _ = chars.splice(at % most..at % most, again).count();
            }
            Slip::Swap(a, b) => chars.swap(a % most, b % most),
        }
    }
    chars.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_customer_with_slips_of_the_hand_is_told_about(slips in prop::collection::vec(slip(), 1..12)) {
        survives(&slipped(KETTLE, &slips))?;
    }

    #[test]
    fn a_translation_with_slips_of_the_hand_is_told_about(slips in prop::collection::vec(slip(), 1..6)) {
        survives(&slipped(KETTLE_EN, &slips))?;
    }

    #[test]
    fn any_bytes_are_told_about(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        survives(&String::from_utf8_lossy(&bytes))?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, max_shrink_iters: 20, ..ProptestConfig::default() })]

    #[test]
    fn a_real_customer_with_slips_of_the_hand_is_told_about(slips in prop::collection::vec(slip(), 1..8)) {
        survives(&slipped(HEATING, &slips))?;
    }
}
