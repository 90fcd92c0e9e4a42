//! What is said about result files (`contest.ftl`), which no phrase of the core stands for.

use xiaoqi::base::hash::ContentHash;
use xiaoqi::contest::verify::{At, Missing, What};

use super::tools::keys_of;

#[test]
fn every_language_has_the_same_messages_with_the_same_values() {
    let hans = keys_of("zh-Hans", "contest.ftl");
    assert!(hans.len() > 60);
    for lang in ["zh-Hant", "en"] {
        assert_eq!(keys_of(lang, "contest.ftl"), hans, "{lang}");
    }
}

#[test]
fn every_message_is_said_and_everything_said_has_a_message() {
    let code: String = ["src/cli/verify.rs", "src/cli/export.rs"]
        .map(|file| std::fs::read_to_string(crate::stage::repository(file)).unwrap())
        .concat();
    let known = keys_of("en", "contest.ftl");
    let (one, two) = (ContentHash::of([]), ContentHash::of([]));
    let missing = [
        Missing::Form(2),
        Missing::Engine { recorded: 1, here: 2 },
        Missing::Persona,
        Missing::PersonaVersion { recorded: one.clone(), here: two.clone() },
        Missing::LocaleVersion { recorded: one, here: two },
        Missing::Limit,
    ];
    let places = [At::File, At::Opening, At::Message(1), At::End, At::Contest];
    let mut said: Vec<String> = What::ALL.map(|what| format!("verify-what-{}", what.id())).to_vec();
    said.extend(places.map(|at| format!("verify-at-{}", at.id())));
    said.extend(missing.map(|missing| format!("verify-missing-{}", missing.id())));
    said.extend(["confirmed", "refuted", "not-here"].map(|id| format!("verify-{id}")));
    let written = code.split('"').filter(|text| {
        let starts = ["verify-", "export-run-"].iter().any(|start| text.starts_with(start));
        starts && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') && !text.ends_with('-')
    });
    said.extend(written.map(str::to_owned));
    for key in &said {
        assert!(known.contains_key(key), "no language has {key}");
    }
    for key in known.keys() {
        assert!(said.contains(key), "nobody says {key}");
    }
}
