//! Settings by argument, environment and file: which counts, and the page that lists them.

use std::path::Path;

use xiaoqi::cli::settings::rows;

use super::{Run, json_lines, run, xiaoqi};

/// What `doctor` looks at, with this settings file and more; without network and token.
fn looked(config: &Path, more: &[&str], variables: &[(&str, &str)]) -> Run {
    let mut command =
        xiaoqi(&[&["doctor", "--json", "--lang", "en", "--config", config.to_str().unwrap()], more].concat());
    variables.iter().for_each(|(name, value)| {
        command.env(name, value);
    });
    run(&mut command)
}

fn said(run: &Run, check: &str) -> String {
    let lines = json_lines(&run.out);
    let line =
        lines.iter().find(|line| line["check"] == check).unwrap_or_else(|| panic!("{}{}", run.out, run.err));
    line["said"].as_str().unwrap().to_owned()
}

#[test]
fn an_argument_beats_the_environment_which_beats_the_file_which_beats_the_default() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("settings.toml");
    std::fs::write(&file, "data = 'of_the_file'\ntoken_file = 'none_such'\n").unwrap();
    let data = |more: &[&str], variables: &[(&str, &str)]| said(&looked(&file, more, variables), "data");
    let here = folder.path().join("of_the_file");
    assert!(data(&[], &[]).contains(here.to_str().unwrap()), "a path begins where the file is");
    assert!(data(&[], &[("XIAOQI_DATA", "of_the_environment")]).contains("of_the_environment"));
    assert!(
        data(&["--data", "of_the_argument"], &[("XIAOQI_DATA", "of_the_environment")])
            .contains("of_the_argument")
    );
    // The token in the environment is nearer than a file named in the settings, and an argument is nearer still.
    let token = |more: &[&str], variables: &[(&str, &str)]| said(&looked(&file, more, variables), "token");
    let given = ("TELOXIDE_TOKEN", "999:AAF-nobodys_token_for_tests_0123456789");
    let nowhere = ["--api-url", "http://127.0.0.1:1"];
    assert!(token(&nowhere, &[]).contains("none_such"));
    assert!(!token(&nowhere, &[given]).contains("none_such"));
    assert!(token(&[&nowhere[..], &["--token-file", "also_none"]].concat(), &[given]).contains("also_none"));
}

#[test]
fn a_file_that_was_asked_for_and_is_missing_or_wrong_stops_the_start_with_words() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("settings.toml");
    let serve = |lang| run(&mut xiaoqi(&["serve", "--lang", lang, "--config", file.to_str().unwrap()]));
    let missing = serve("en");
    assert_eq!(missing.code, Some(1));
    assert!(missing.err.contains("settings.toml cannot be read"), "{}", missing.err);
    std::fs::write(&file, "operator = [7]\n").unwrap();
    for (lang, words) in [("en", "Did you mean"), ("zh-Hans", "operators"), ("zh-Hant", "docs/operating.md")]
    {
        let wrong = serve(lang);
        assert_eq!(wrong.code, Some(1));
        assert!(wrong.err.contains("settings.toml:1:1: ") && wrong.err.contains(words), "{}", wrong.err);
    }
}

#[test]
fn the_page_for_operators_lists_every_setting_as_the_program_knows_it() {
    let (begin, end) =
        ("<!-- settings: made by `XIAOQI_BLESS=1 cargo test settings` -->\n", "<!-- /settings -->");
    let lines = rows().into_iter().map(|row| {
        format!("| `{}` | `{}` | `{}` | {} |\n", row.key, row.argument, row.variable, row.meaning)
    });
    let head = "| key | argument | variable | meaning |\n|---|---|---|---|\n";
    let fresh: String = std::iter::once(head.to_owned()).chain(lines).collect();
    let path = crate::stage::repository("docs/operating.md");
    let page = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = page.split_once(begin).expect("the mark before the table");
    let (table, after) = rest.split_once(end).expect("the mark behind the table");
    if std::env::var_os("XIAOQI_BLESS").is_some() {
        std::fs::write(&path, format!("{before}{begin}{fresh}{end}{after}")).unwrap();
        return;
    }
    assert_eq!(table, fresh, "docs/operating.md is behind: XIAOQI_BLESS=1 cargo test settings");
}
