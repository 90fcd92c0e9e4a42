//! What several subcommands need of the library: opening it, and finding languages and customers by name.

use std::io::{IsTerminal, Write};

use anyhow::{Context, anyhow, bail};

use crate::base::id::PersonaId;
use crate::base::lang::Lang;
use crate::library::{self, Cache, Files, LibraryError, Loaded, Look, Origin, Survey};
use crate::persona::finding::{Finding, Severity, nearest};
use crate::session::content::Content;
use crate::studio::Voice;

use super::args::Common;

/// Where the content is.
pub fn origin(common: &Common) -> anyhow::Result<Origin> {
    let here = std::env::current_dir().context("there is no current folder")?;
    Ok(Origin::find(common.content.as_deref(), &here))
}

/// Reads and checks the content.
pub fn survey(common: &Common) -> anyhow::Result<Survey> {
    survey_of(&origin(common)?, common)
}

/// Reads and checks the content of `origin`.
pub fn survey_of(origin: &Origin, common: &Common) -> anyhow::Result<Survey> {
    let (files, findings) = Files::read(origin)?;
    match Survey::of(files, findings) {
        Ok(survey) => {
            mention(&survey.findings, common);
            Ok(survey)
        }
        Err(LibraryError::Rules { findings, files }) => {
            let errors: Vec<Finding> =
                findings.into_iter().filter(|finding| finding.severity == Severity::Error).collect();
            let text = told(&errors, &files, common);
            bail!("{}\n{text}", LibraryError::Rules { findings: errors, files })
        }
        Err(error) => Err(error.into()),
    }
}

/// Reads, checks and trains the content.
pub fn load(common: &Common) -> anyhow::Result<Loaded> {
    Ok(survey(common)?.load(&Cache::of_this_machine()))
}

/// One line about what is broken, so that a missing customer is no riddle.
fn mention(findings: &[Finding], common: &Common) {
    if findings.iter().any(|finding| finding.severity == Severity::Error) {
        let voice = Voice::new(told_in(common));
        let counts = voice.words.summary(findings, voice.lang);
        let _ =
            writeln!(std::io::stderr(), "xiaoqi: {}", voice.say("tool-content-has", &[("counts", &counts)]));
    }
}

/// The language that findings are told in: the one asked for, else the system's, else English. A language that they are
/// not told in counts as what the system would take it for, `zh` as Simplified Chinese.
pub fn told_in(common: &Common) -> Lang {
    let words = library::words();
    let known = |lang: &Lang| words.languages().any(|(other, _)| other == *lang);
    let asked = common.lang.as_deref();
    let exact = asked.and_then(Lang::parse).filter(known);
    exact.or_else(|| asked.and_then(Lang::from_system)).or_else(system_language).unwrap_or(Lang::EN)
}

/// Findings as plain lines.
fn told(findings: &[Finding], files: &Files, common: &Common) -> String {
    library::render(findings, files, Look::Plain, (&library::words(), told_in(common)))
}

/// How findings and errors are shown on a stream.
pub fn look(terminal: bool) -> Look {
    let colour = terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    if terminal { Look::Drawn { colour } } else { Look::Plain }
}

/// How findings are shown on standard output.
pub fn look_of_output() -> Look {
    look(std::io::stdout().is_terminal())
}

/// The customer with this id; an error that helps, in the language of whoever asked, where there is none.
pub fn persona(loaded: &Loaded, id: &str, lang: Lang) -> anyhow::Result<PersonaId> {
    let known = &loaded.content.personas;
    if let Some(id) = PersonaId::parse(id).filter(|id| known.contains_key(id)) {
        return Ok(id);
    }
    let voice = Voice::new(lang);
    let file = format!("personas/{id}.toml");
    if let Some(finding) = loaded.findings.iter().find(|f| f.file == file && f.severity == Severity::Error) {
        let words = (&voice.words, lang);
        let list = library::render(std::slice::from_ref(finding), &loaded.files, Look::Plain, words);
        bail!(voice.say("tool-broken", &[("id", id), ("list", list.trim_end())]));
    }
    let ids = known.keys().map(PersonaId::as_str);
    let list = voice.listed(ids.clone().map(str::to_owned));
    let near = nearest(id, ids).unwrap_or_default();
    let key = if near.is_empty() { "tool-unknown" } else { "tool-unknown-near" };
    Err(anyhow!(voice.say(key, &[("id", id), ("near", near), ("list", &list)])))
}

fn unknown<'a>(what: &str, written: &str, known: impl Iterator<Item = &'a str>) -> anyhow::Error {
    let known: Vec<&str> = known.collect();
    let near = nearest(written, known.iter().copied());
    let near = near.map_or(String::new(), |near| format!("; did you mean `{near}`?"));
    let all = if known.is_empty() { "none at all".to_owned() } else { known.join(", ") };
    anyhow!("there is no {what} `{written}`{near} (there are: {all})")
}

/// The language asked for by its tag, or by a system's name for it such as `zh_TW`.
pub fn language(loaded: &Loaded, written: &str) -> anyhow::Result<Lang> {
    let known: Vec<Lang> = loaded.prose.languages().map(|(lang, _)| lang).collect();
    let exact = known.iter().find(|lang| lang.tag().eq_ignore_ascii_case(written)).copied();
    let guessed = || {
        let guess = is_system_name(written).then(|| Lang::from_system(written)).flatten();
        guess.filter(|lang| known.contains(lang))
    };
    exact.or_else(guessed).ok_or_else(|| unknown("language", written, known.iter().map(Lang::tag)))
}

/// Whether this is how systems write languages: `zh`, `zh_TW.UTF-8`, `zh-Hant-HK`; not `zh-Hens`, which is a slip.
fn is_system_name(written: &str) -> bool {
    let name = written.split(['.', '@']).next().unwrap_or(written).to_ascii_lowercase();
    let mut parts = name.split(['_', '-']).skip(1);
    parts.all(|part| part.len() == 2 || part == "hans" || part == "hant")
}

/// The language of `--lang`, if given.
pub fn asked_language(loaded: &Loaded, common: &Common) -> anyhow::Result<Option<Lang>> {
    common.lang.as_deref().map(|written| language(loaded, written)).transpose()
}

/// What the system says its language is.
pub fn system_language() -> Option<Lang> {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set).and_then(|name| Lang::from_system(&name))
}

/// The language to read a text in: that one, or the first it borrows from, or else any there is.
pub fn readable(content: &Content, lang: Lang) -> Option<Lang> {
    let borrowed = content.fallbacks.get(&lang).copied();
    let spoken = |lang: &Lang| content.tongues.contains_key(lang);
    [Some(lang), borrowed]
        .into_iter()
        .flatten()
        .find(spoken)
        .or_else(|| content.tongues.keys().next().copied())
}
