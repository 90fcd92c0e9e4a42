//! Content that is broken in one place: the place is named, the rest still loads.

use xiaoqi::base::lang::Lang;
use xiaoqi::library::{LibraryError, Look, render, words};
use xiaoqi::persona::finding::{Finding, Severity};

use super::{PUMP, Shelf, errors, ids};

/// A second customer beside the sound one, with something replaced.
fn second(from: &str, to: &str) -> Shelf {
    let shelf = Shelf::new();
    shelf.write("personas/hose.toml", PUMP.replacen("\"pump\"", "\"hose\"", 1).replacen(from, to, 1));
    shelf
}

fn near(findings: &[Finding], code: &str) -> String {
    let found = findings.iter().find(|finding| finding.code == code);
    found.and_then(|finding| finding.near.clone()).unwrap_or_default()
}

#[test]
fn a_misspelt_name_in_a_customer_is_named_with_its_place_and_the_nearest_valid_one() {
    let cases = [
        ("grade = \"basic\"", "grade = \"basik\"", "3:9 persona.unknown-grade", "basic"),
        ("dominant = 60", "dominent = 60", "6:11 persona.unknown-type", "dominant"),
        ("meets = { water", "meets = { watr", "25:11 persona.unknown-demand", "water"),
        ("industry =", "industri =", "4:1 file.unknown-key", "industry"),
        ("tell = [\"昨天。\"]", "tell = [\"昨天{ $tiem }。\"]", "41:14 lines.unknown-variable", "time"),
    ];
    for (from, to, place, nearest) in cases {
        let loaded = second(from, to).load();
        assert_eq!(errors(&loaded.findings)[0], format!("personas/hose.toml:{place}"));
        assert_eq!(ids(&loaded), ["pump"], "the others still load");
        let code = place.split_once(' ').unwrap().1;
        assert_eq!(near(&loaded.findings, code), nearest, "for {to}");
    }
}

#[test]
fn a_broken_translation_costs_only_its_language() {
    let shelf = Shelf::new();
    shelf.edit("personas/pump.en.toml", "name = \"Mr Reed\"", "nam = \"Mr Reed\"");
    let loaded = shelf.load();
    assert_eq!(errors(&loaded.findings), ["personas/pump.en.toml:5:1 file.unknown-key"]);
    let languages: Vec<Lang> =
        loaded.content.personas.values().next().unwrap().texts.keys().copied().collect();
    assert_eq!(languages, [Lang::ZH_HANS]);
}

#[test]
fn a_file_whose_name_and_contents_disagree_is_left_out() {
    let shelf = Shelf::new();
    shelf.write("personas/hose.toml", PUMP);
    shelf.write("personas/pomp.en.toml", super::PUMP_EN);
    shelf.write("locales/fr/locale.toml", "tag = \"en\"\nname = \"Français\"\n");
    let loaded = shelf.load();
    let expected = [
        "locales/fr/locale.toml:1:7 locale.wrong-folder",
        "personas/hose.toml:1:6 persona.wrong-file",
        "personas/pomp.en.toml:1:1 persona.orphan-translation",
    ];
    assert_eq!(errors(&loaded.findings), expected);
    assert_eq!(near(&loaded.findings, "persona.orphan-translation"), "pump");
    assert_eq!(ids(&loaded), ["pump"]);
}

#[test]
fn a_translation_in_another_language_than_its_name_says_is_a_warning() {
    let shelf = Shelf::new();
    shelf.write("personas/pump.fr.toml", super::PUMP_EN);
    let loaded = shelf.load();
    let found = loaded.findings.iter().find(|finding| finding.code == "persona.wrong-language").unwrap();
    assert_eq!((found.severity, found.line, found.column), (Severity::Warning, 1, 8));
}

#[test]
fn a_broken_moves_file_costs_only_itself() {
    let shelf = Shelf::new();
    shelf.edit("locales/zh-Hans/moves/apology.toml", "[examples]", "[exampels]");
    let loaded = shelf.load();
    assert_eq!(errors(&loaded.findings), ["locales/zh-Hans/moves/apology.toml:4:2 file.unknown-key"]);
    assert_eq!(near(&loaded.findings, "file.unknown-key"), "examples");
    let cued = loaded.content.tongues.get(&Lang::ZH_HANS).unwrap();
    assert!(!cued.reader.read("您好", None, "").moves.is_empty(), "the other file was learnt from");
}

#[test]
fn a_misspelt_move_in_an_example_costs_only_its_line() {
    let shelf = Shelf::new();
    shelf.edit("locales/en/moves/rapport.toml", "thank |", "thanx |");
    let loaded = shelf.load();
    assert_eq!(errors(&loaded.findings), ["locales/en/moves/rapport.toml:8:1 corpus.unknown-move"]);
    assert_eq!(near(&loaded.findings, "corpus.unknown-move"), "thank");
    assert_eq!(loaded.content.tongues.len(), 2);
}

#[test]
fn a_broken_lines_file_keeps_its_good_entries() {
    let shelf = Shelf::new();
    shelf.write("locales/zh-Hans/customer.ftl", "broken\nwait =\n    .a = 我等着。\n    .b = { $nmae }\n");
    let loaded = shelf.load();
    let expected = [
        "locales/zh-Hans/customer.ftl:1:7 lines.syntax",
        "locales/zh-Hans/customer.ftl:4:12 lines.unknown-variable",
    ];
    let found = errors(&loaded.findings);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with("locales/zh-Hans/customer.ftl:") && found[1] == expected[1], "{found:?}");
    assert_eq!(loaded.content.tongues.get(&Lang::ZH_HANS).unwrap().book.general.get("wait").len(), 1);
}

#[test]
fn a_language_that_does_not_describe_itself_is_left_out() {
    for broken in [None, Some("tag = \"zh_Hans\"\nname = \"x\"\n"), Some("tag = \"zh-Hans\"\nnome = \"x\"\n")]
    {
        let shelf = Shelf::new();
        match broken {
            Some(text) => shelf.write("locales/zh-Hans/locale.toml", text),
            None => shelf.remove("locales/zh-Hans/locale.toml"),
        }
        let loaded = shelf.load();
        assert!(errors(&loaded.findings)[0].starts_with("locales/zh-Hans/locale.toml:"));
        assert_eq!(loaded.content.tongues.keys().copied().collect::<Vec<_>>(), [Lang::EN]);
    }
}

#[test]
fn a_fallback_that_is_not_there_is_named() {
    let shelf = Shelf::new();
    shelf.edit("locales/en/locale.toml", "fallback = \"zh-Hans\"", "fallback = \"zh-Hens\"");
    let loaded = shelf.load();
    assert_eq!(near(&loaded.findings, "locale.unknown-fallback"), "zh-Hans");
    assert_eq!(loaded.content.tongues.len(), 2);
}

#[test]
fn a_file_that_is_not_utf8_is_a_finding_at_its_first_bad_byte() {
    let shelf = second("industry", "industry");
    let mut bytes = PUMP.replacen("\"pump\"", "\"hose\"", 1).into_bytes();
    bytes[6] = 0xff;
    shelf.write("personas/hose.toml", bytes);
    let loaded = shelf.load();
    assert_eq!(errors(&loaded.findings), ["personas/hose.toml:1:7 file.not-utf8"]);
    assert_eq!(ids(&loaded), ["pump"]);
}

#[test]
fn broken_laws_leave_nobody_to_play_but_all_findings() {
    let shelf = second("grade = \"basic\"", "grade = \"basik\"");
    shelf.edit("personas/emotions.toml", "[decay]", "[dekay]");
    let Err(LibraryError::Rules { findings, files }) = shelf.try_load() else {
        panic!("expected no content")
    };
    let text = render(&findings, &files, Look::Plain, (&words(), Lang::EN));
    assert!(text.contains("personas/emotions.toml:") && text.contains("Did you mean “decay”?"), "{text}");
}

#[test]
fn findings_come_in_the_order_of_files_and_lines() {
    let shelf = second("grade = \"basic\"", "grade = \"basik\"");
    shelf.edit("personas/hose.toml", "authority = \"free\"", "authority = \"fre\"");
    shelf.edit("locales/en/moves/rapport.toml", "thank |", "thanx |");
    let survey = shelf.survey();
    let expected = [
        "locales/en/moves/rapport.toml:8:1 corpus.unknown-move",
        "personas/hose.toml:3:9 persona.unknown-grade",
        "personas/hose.toml:23:13 persona.unknown-authority",
    ];
    assert_eq!(errors(&survey.findings), expected);
}
