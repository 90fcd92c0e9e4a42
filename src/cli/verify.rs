//! `verify`: result files played again. Each is confirmed, refuted, or not verifiable here, with what and where.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use serde::Serialize;

use crate::base::ending::Ending;
use crate::base::hash::Digest;
use crate::base::id::PersonaId;
use crate::contest::entered::{entered, seeded};
use crate::contest::file::{ResultFile, Token, Unreadable};
use crate::contest::seed::{Announcement, Secret};
use crate::contest::verify::{At, Difference, Missing, Verdict, posted, verify};
use crate::library::Loaded;
use crate::studio::Voice;

use super::args::Common;
use super::notation::line;
use super::shelf::{load, told_in};

/// Exit code where something is refuted.
const REFUTED: u8 = 1;
/// Exit code where nothing is refuted, and something is not verifiable here.
const NOT_HERE: u8 = 2;
/// Characters of a value that are shown to people.
const SHOWN: usize = 200;

/// `verify`.
#[derive(Debug, clap::Args)]
pub struct VerifyArgs {
    /// Result files, as `export --run` writes them; - for standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The contest as it was announced: round, customer's version, times and rules are checked too
    #[arg(long, value_name = "FILE")]
    pub contest: Option<PathBuf>,
    /// The secret as it was revealed: seeds are checked against the commitment
    #[arg(long, value_name = "HEX", value_parser = secret)]
    pub secret: Option<Secret>,
    /// Tokens as they were posted while the contest was on: each file must carry one of them
    #[arg(long = "token", value_name = "TOKEN", value_parser = token)]
    pub tokens: Vec<Token>,
    /// JSON lines: one a file
    #[arg(long)]
    pub json: bool,
}

fn secret(text: &str) -> Result<Secret, &'static str> {
    Secret::parse(text).ok_or("expected 64 hexadecimal digits")
}

fn token(text: &str) -> Result<Token, &'static str> {
    Token::parse(text).ok_or("expected 40 hexadecimal digits, in groups or not")
}

/// What files are verified against.
struct Bench {
    loaded: Loaded,
    announced: Option<Announcement>,
    secret: Option<Secret>,
    tokens: Vec<Token>,
}

/// A file that was looked at.
struct Looked<'a> {
    name: &'a str,
    came: Result<(ResultFile, Verdict), Trouble>,
}

/// Why a file could not be looked at.
enum Trouble {
    /// It cannot be opened.
    Closed(String),
    /// It holds no run that can be read here.
    Unreadable(Unreadable),
}

/// Verifies each file.
pub fn run(common: &Common, args: &VerifyArgs) -> anyhow::Result<ExitCode> {
    let voice = Voice::new(told_in(common));
    let announced = match args.contest.as_deref().map(|path| announcement(path, &voice)).transpose() {
        Ok(announced) => announced,
        Err(error) => {
            // Nothing was refuted: with exit code 1 a script would take it for that.
            anstream::eprintln!("xiaoqi: {error:#}");
            return Ok(ExitCode::from(NOT_HERE));
        }
    };
    let secret = args.secret.clone().or_else(|| announced.as_ref()?.secret.clone());
    let announced = announced.map(|one| Announcement { secret: secret.clone(), ..one });
    let bench = Bench { loaded: load(common)?, announced, secret, tokens: args.tokens.clone() };
    let mut out = anstream::stdout().lock();
    let mut counts = Counts::default();
    for path in &args.files {
        let name = path.display().to_string();
        let looked = Looked { name: &name, came: look(&bench, path) };
        counts.add(&looked);
        match args.json {
            true => line(&mut out, &Told::of(&looked, &voice))?,
            false => tell(&mut out, &looked, &bench, &voice)?,
        }
    }
    if !args.json && args.files.len() > 1 {
        let numbers = [counts.confirmed, counts.refuted, counts.not_here].map(|n| n.to_string());
        let [confirmed, refuted, not_here] = &numbers;
        let values = [("confirmed", confirmed.as_str()), ("refuted", refuted), ("nothere", not_here)];
        writeln!(out, "{}", voice.say("verify-sum", &values))?;
    }
    Ok(ExitCode::from(match (counts.refuted, counts.not_here) {
        (0, 0) => 0,
        (0, _) => NOT_HERE,
        _ => REFUTED,
    }))
}

#[derive(Default)]
struct Counts {
    confirmed: usize,
    refuted: usize,
    not_here: usize,
}

impl Counts {
    fn add(&mut self, looked: &Looked<'_>) {
        *match &looked.came {
            Ok((_, Verdict::Confirmed)) => &mut self.confirmed,
            Ok((_, Verdict::NotHere(_))) | Err(Trouble::Closed(_)) => &mut self.not_here,
            Err(Trouble::Unreadable(Unreadable::OtherForm(_))) => &mut self.not_here,
            Ok((_, Verdict::Refuted(_))) | Err(Trouble::Unreadable(_)) => &mut self.refuted,
        } += 1;
    }
}

/// Reads the announcement of a contest.
fn announcement(path: &Path, voice: &Voice) -> anyhow::Result<Announcement> {
    let name = path.display().to_string();
    let say = |key| voice.say(key, &[("file", &name)]);
    let bytes = read(path).with_context(|| say("verify-contest-closed"))?;
    serde_json::from_slice(&bytes).with_context(|| say("verify-contest-unreadable"))
}

fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    match path == Path::new("-") {
        true => std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes),
        false => std::fs::read(path),
    }
}

fn look(bench: &Bench, path: &Path) -> Result<(ResultFile, Verdict), Trouble> {
    let bytes = read(path).map_err(|error| Trouble::Closed(error.to_string()))?;
    let file = ResultFile::read(&bytes).map_err(Trouble::Unreadable)?;
    let belongs = match (&bench.announced, &bench.secret) {
        (Some(announced), _) => entered(&file.run, announced),
        (None, Some(secret)) => seeded(&file.run, secret),
        (None, None) => Vec::new(),
    };
    let more = posted(&file, &bench.tokens).into_iter().chain(belongs);
    let verdict = verify(&bench.loaded.content, &file).and(more);
    Ok((file, verdict))
}

/// A line of `--json`.
#[derive(Serialize)]
struct Told<'a> {
    file: &'a str,
    verdict: &'static str,
    token: Option<&'a Token>,
    contest: Option<Digest>,
    round: Option<u16>,
    attempt: Option<u16>,
    persona: Option<&'a PersonaId>,
    lang: Option<&'a str>,
    engine: Option<u32>,
    messages: Option<usize>,
    ending: Option<Ending>,
    score: Option<u8>,
    offences: Option<u32>,
    spent: Option<i64>,
    differences: Vec<DifferenceOut<'a>>,
    missing: Option<&'static str>,
    why: Option<String>,
}

#[derive(Serialize)]
struct DifferenceOut<'a> {
    at: &'static str,
    message: Option<u16>,
    what: &'static str,
    recorded: &'a str,
    expected: &'a str,
}

impl<'a> Told<'a> {
    fn of(looked: &'a Looked<'_>, voice: &Voice) -> Told<'a> {
        let (file, verdict) = match &looked.came {
            Ok((file, verdict)) => (Some(file), Ok(verdict)),
            Err(trouble) => (None, Err(trouble)),
        };
        let run = file.map(|file| &file.run);
        let entry = run.and_then(|run| run.contest.as_ref());
        let differences = match verdict {
            Ok(Verdict::Refuted(differences)) => differences.iter().map(DifferenceOut::of).collect(),
            _ => Vec::new(),
        };
        Told {
            file: looked.name,
            verdict: verdict.map_or("unreadable", Verdict::id),
            token: file.map(|file| &file.token),
            contest: entry.map(|entry| entry.definition),
            round: entry.map(|entry| entry.round),
            attempt: entry.map(|entry| entry.attempt),
            persona: run.map(|run| &run.persona),
            lang: run.map(|run| run.lang.tag()),
            engine: run.map(|run| run.engine),
            messages: run.map(|run| run.messages.len()),
            ending: run.map(|run| run.ending),
            score: run.map(|run| run.score),
            offences: run.map(|run| run.offences),
            spent: run.map(|run| run.spent()),
            differences,
            missing: match verdict {
                Ok(Verdict::NotHere(missing)) => Some(missing.id()),
                Err(Trouble::Unreadable(Unreadable::OtherForm(form))) => Some(Missing::Form(*form).id()),
                _ => None,
            },
            why: match verdict {
                Ok(Verdict::NotHere(missing)) => Some(why(missing, file, voice)),
                Err(trouble) => Some(told(trouble, voice)),
                Ok(_) => None,
            },
        }
    }
}

impl<'a> DifferenceOut<'a> {
    fn of(one: &'a Difference) -> DifferenceOut<'a> {
        let message = if let At::Message(number) = one.at { Some(number) } else { None };
        let (recorded, expected) = (one.recorded.as_str(), one.expected.as_str());
        DifferenceOut { at: one.at.id(), message, what: one.what.id(), recorded, expected }
    }
}

/// Why a run cannot be played again here, and what to do.
fn why(missing: &Missing, file: Option<&ResultFile>, voice: &Voice) -> String {
    let run = file.map(|file| &file.run);
    let persona = run.map_or(String::new(), |run| run.persona.to_string());
    let lang = run.map_or(String::new(), |run| run.lang.to_string());
    let (recorded, here) = match missing {
        Missing::Form(form) => (form.to_string(), String::new()),
        Missing::Engine { recorded, here } => (recorded.to_string(), here.to_string()),
        Missing::PersonaVersion { recorded, here } | Missing::LocaleVersion { recorded, here } => {
            (recorded.to_string(), here.to_string())
        }
        Missing::Persona | Missing::Limit => (String::new(), String::new()),
    };
    let values = [("recorded", recorded.as_str()), ("here", &here), ("persona", &persona), ("lang", &lang)];
    voice.say(&format!("verify-missing-{}", missing.id()), &values)
}

/// What is the matter with a file that holds no run.
fn told(trouble: &Trouble, voice: &Voice) -> String {
    match trouble {
        Trouble::Closed(error) => voice.say("verify-closed", &[("why", error)]),
        Trouble::Unreadable(Unreadable::Foreign) => voice.say("verify-foreign", &[]),
        Trouble::Unreadable(Unreadable::OtherForm(form)) => why(&Missing::Form(*form), None, voice),
        Trouble::Unreadable(Unreadable::Shape(0, _)) => voice.say("verify-shape-somewhere", &[]),
        Trouble::Unreadable(Unreadable::Shape(line, column)) => {
            let (line, column) = (line.to_string(), column.to_string());
            voice.say("verify-shape", &[("line", &line), ("column", &column)])
        }
    }
}

/// Tells people.
fn tell(out: &mut impl Write, looked: &Looked<'_>, bench: &Bench, voice: &Voice) -> std::io::Result<()> {
    let name = [("file", looked.name)];
    let (file, verdict) = match &looked.came {
        Ok(came) => came,
        Err(trouble) => {
            let not_here =
                matches!(trouble, Trouble::Closed(_) | Trouble::Unreadable(Unreadable::OtherForm(_)));
            let key = if not_here { "verify-not-here" } else { "verify-refuted" };
            writeln!(out, "{}", voice.say(key, &name))?;
            return writeln!(out, "  {}", told(trouble, voice));
        }
    };
    writeln!(out, "{}", voice.say(&format!("verify-{}", verdict.id()), &name))?;
    match verdict {
        Verdict::Confirmed => {}
        Verdict::NotHere(missing) => writeln!(out, "  {}", why(missing, Some(file), voice))?,
        Verdict::Refuted(differences) => {
            for one in differences {
                difference(out, one, voice)?;
            }
        }
    }
    about(out, file, voice)?;
    if *verdict == Verdict::Confirmed && file.run.contest.is_some() {
        let key = match (&bench.announced, &bench.secret) {
            (Some(_), Some(_)) => "verify-in-contest",
            (Some(_), None) => "verify-in-contest-no-secret",
            (None, Some(_)) => "verify-seed-fits",
            (None, None) => "verify-contest-not-checked",
        };
        writeln!(out, "  {}", voice.say(key, &[]))?;
    }
    Ok(())
}

/// What the file says of itself: customer, ending, score, token.
fn about(out: &mut impl Write, file: &ResultFile, voice: &Voice) -> std::io::Result<()> {
    let run = &file.run;
    let (messages, score) = (run.messages.len().to_string(), run.score.to_string());
    let (persona, ending) = (run.persona.to_string(), voice.term("ending", run.ending.id()));
    let values = [
        ("persona", persona.as_str()),
        ("lang", run.lang.tag()),
        ("messages", &messages),
        ("ending", &ending),
        ("score", &score),
    ];
    writeln!(out, "  {}", voice.say("verify-run", &values))?;
    if let Some(entry) = &run.contest {
        let (round, attempt) = (entry.round.to_string(), entry.attempt.to_string());
        writeln!(out, "  {}", voice.say("verify-round", &[("round", &round), ("attempt", &attempt)]))?;
    }
    writeln!(out, "  {}", voice.say("verify-token", &[("token", &file.token.to_string())]))
}

fn difference(out: &mut impl Write, one: &Difference, voice: &Voice) -> std::io::Result<()> {
    let number = if let At::Message(number) = one.at { number.to_string() } else { String::new() };
    let at = voice.say(&format!("verify-at-{}", one.at.id()), &[("number", &number)]);
    let what = voice.say(&format!("verify-what-{}", one.what.id()), &[]);
    writeln!(out, "  {}", voice.say("verify-difference", &[("at", &at), ("what", &what)]))?;
    for (key, text) in [("verify-recorded", &one.recorded), ("verify-expected", &one.expected)] {
        if !text.is_empty() {
            let cut = text.chars().count() > SHOWN;
            let shown: String = text.chars().take(SHOWN).chain(cut.then_some('…')).collect();
            writeln!(out, "    {}", voice.say(key, &[("text", &shown)]))?;
        }
    }
    Ok(())
}
