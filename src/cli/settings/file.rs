//! The settings file: found, read, and refused with the place of every mistake.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::anyhow;

use crate::channel::telegram::Token;
use crate::persona::finding::{Finding, Source, read_toml};
use crate::studio::Voice;

use super::Settings;

/// Its name in the folders where it is looked for.
const NAME: &str = "settings.toml";
/// Where it is looked for last.
const SYSTEM: &str = "/etc/xiaoqi";
/// What somebody might call a token that he writes into the file.
const SECRETS: [&str; 4] = ["token", "bot_token", "telegram_token", "teloxide_token"];

/// The file that was asked for, which need not be there; else the first that is. An empty name asks for none.
pub(super) fn find(asked: Option<&OsStr>) -> Option<PathBuf> {
    if let Some(name) = asked {
        return Some(PathBuf::from(name)).filter(|path| !path.as_os_str().is_empty());
    }
    let own = directories::ProjectDirs::from("", "", "xiaoqi").map(|dirs| dirs.config_dir().join(NAME));
    let system = cfg!(unix).then(|| Path::new(SYSTEM).join(NAME));
    // One for the whole system that this account may not read is to be told, not passed over.
    own.filter(|path| path.is_file()).or_else(|| system.filter(|path| !is_missing(path)))
}

/// Whether there is surely nothing.
fn is_missing(path: &Path) -> bool {
    let missing = [ErrorKind::NotFound, ErrorKind::NotADirectory];
    path.metadata().is_err_and(|error| missing.contains(&error.kind()))
}

/// Reads and checks it.
pub(super) fn read(path: &Path, voice: &Voice) -> anyhow::Result<Settings> {
    let name = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|why| {
        anyhow!(voice.say("settings-unreadable", &[("file", &name), ("why", &why.to_string())]))
    })?;
    // First of all, so that no complaint about something else shows it.
    if let Some(line) = secret(&text) {
        return Err(anyhow!(voice.say("settings-token", &[("file", &name), ("line", &line.to_string())])));
    }
    let source = Source { name: &name, text: &text };
    let settings: Settings = all_read(source).map_err(|findings| {
        let list: Vec<String> = findings.iter().map(|finding| told(finding, &text, voice)).collect();
        anyhow!(voice.say("settings-broken", &[("file", &name), ("list", &list.join("\n"))]))
    })?;
    Ok(settings.based(path.parent().unwrap_or(Path::new(""))))
}

/// Reads it with everything that is wrong with it. Of a value that no other can stand in for (a word that is none of those
/// there are) nothing further is told, so its line is left out and the rest is read again.
fn all_read(source: Source<'_>) -> Result<Settings, Vec<Finding>> {
    let mut text = source.text.to_owned();
    let mut found: Vec<Finding> = Vec::new();
    loop {
        let read = read_toml::<Settings>(Source { text: &text, ..source });
        let fresh = match read {
            Ok(settings) if found.is_empty() => return Ok(settings),
            Ok(_) => break,
            Err(fresh) => fresh,
        };
        let odd = fresh.iter().find(|finding| finding.code == "file.other").map(|finding| finding.line);
        found.retain(|finding| !fresh.iter().any(|other| other.line == finding.line));
        found.extend(fresh);
        let Some(blank) = odd.and_then(|line| without_line(&text, line)) else { break };
        text = blank;
    }
    found.sort_by_key(|finding| (finding.line, finding.column));
    Err(found)
}

/// The same with this line, from 1, blank; `None` where it is blank already.
fn without_line(text: &str, line: usize) -> Option<String> {
    let lines = (1..).zip(text.split('\n'));
    let kept: Vec<&str> = lines.map(|(number, text)| if number == line { "" } else { text }).collect();
    Some(kept.join("\n")).filter(|blank| blank != text)
}

/// The line of the first token, or of a key for one. In a comment it can be read as well.
fn secret(text: &str) -> Option<usize> {
    let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | ':');
    let holds = |line: &str| line.split(|c| !word(c)).any(|piece| Token::parse(piece).is_some());
    let key = |line: &str| {
        let name =
            line.split_once('=').map(|(key, _)| key.trim().trim_matches(['"', '\'']).to_ascii_lowercase());
        name.is_some_and(|name| SECRETS.contains(&name.as_str()))
    };
    let lines = (1..).zip(text.lines());
    lines.into_iter().find(|(_, line)| holds(line) || key(line)).map(|(number, _)| number)
}

/// One mistake: where, what, the line itself, and what was expected. How to mend it is told for customers' files, which
/// this is not.
fn told(finding: &Finding, text: &str, voice: &Voice) -> String {
    let words = voice.words.told(finding, voice.lang);
    let mut told = vec![format!("{}:{}:{}: {}", finding.file, finding.line, finding.column, words.message)];
    let line = text.lines().nth(finding.line.saturating_sub(1)).unwrap_or_default();
    told.push(format!("    {}", line.trim()));
    told.extend(words.near.map(|near| format!("    {near}")));
    let expected = words.expected.map(|expected| voice.say("check-expected", &[("expected", &expected)]));
    told.extend(expected.map(|expected| format!("    {expected}")));
    told.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::lang::Lang;

    const TOKEN: &str = "123456:AAbbCCddEEffGGhhIIjjKK-_12";

    fn refusal(text: &str, lang: Lang) -> String {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.toml");
        std::fs::write(&path, text).unwrap();
        format!("{:#}", read(&path, &Voice::new(lang)).map(|_| ()).unwrap_err())
    }

    #[test]
    fn an_unknown_key_is_refused_with_its_place_and_the_nearest_name() {
        for (lang, word) in
            [(Lang::EN, "no key"), (Lang::ZH_HANS, "retension_days"), (Lang::ZH_HANT, "retension_days")]
        {
            let said = refusal("data = 'd'\nretension_days = 90\n", lang);
            for part in ["settings.toml:2:1: ", word, "retention_days", "docs/operating.md"] {
                assert!(said.contains(part), "{part} in {said}");
            }
        }
    }

    #[test]
    fn every_wrong_value_is_told_at_once_with_its_line_and_what_is_expected() {
        let said = refusal("typing_ms = 'fast'\nlang = 3\n", Lang::EN);
        assert!(said.contains(":1:13: ") && said.contains(":2:8: "), "{said}");
        assert!(said.contains("a whole number") && said.contains("quotation marks"), "{said}");
        let text = "retention_days = 0\nlog_format = 'xml'\ntyping_ms = 'fast'\nretension_days = 3\n";
        let said = refusal(text, Lang::EN);
        let places = [":1:18: ", ":2:14: ", ":3:13: ", ":4:1: "].map(|place| said.find(place));
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{said}");
        assert!(said.contains("nonzero") && said.contains("`json`"), "{said}");
    }

    #[test]
    fn a_token_is_refused_wherever_it_stands_and_not_shown() {
        for text in [
            format!("lang = 'en'\ntoken = '{TOKEN}'\n"),
            format!("lang = 'en'\ntoken_file = '{TOKEN}'\n"),
            format!("lang = 'en'\n# was {TOKEN} before\n"),
            format!("lang = 'en'\nno_such_key = \"{TOKEN}\"\n"),
            "lang = 'en'\nbot_token = 'typing mistake'\n".to_owned(),
        ] {
            let said = refusal(&text, Lang::EN);
            assert!(said.contains("settings.toml:2") && said.contains("token_file"), "{said}");
            assert!(!said.contains("AAbb") && !said.contains("mistake"), "{said}");
        }
    }

    #[test]
    fn only_what_is_surely_not_there_counts_as_missing() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("settings.toml");
        assert!(is_missing(&file) && is_missing(&file.join("below")));
        std::fs::write(&file, "").unwrap();
        assert!(!is_missing(&file) && is_missing(&file.join("below")));
    }

    #[test]
    fn a_file_that_was_asked_for_is_taken_and_an_empty_name_is_none() {
        assert_eq!(find(Some(OsStr::new("x.toml"))), Some(PathBuf::from("x.toml")));
        assert_eq!(find(Some(OsStr::new(""))), None);
    }
}
