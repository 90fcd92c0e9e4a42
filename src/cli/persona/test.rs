//! `persona test`: conversations that must come out as a trainer wants them, played again after every change.

use std::io::Write;
use std::process::ExitCode;

use anyhow::{anyhow, bail};
use serde::Serialize;

use crate::base::ending::Ending;
use crate::base::id::PersonaId;
use crate::cli::args::Common;
use crate::cli::notation::line;
use crate::cli::shelf::{load, look_of_output, origin, persona};
use crate::library::{Files, Loaded, Origin, PLANS, render};
use crate::persona::finding::{Finding, Source, nearest};

use super::draft;
use super::plan::{Ready, ready};
use super::verdict::{Miss, Verdict, judge};
use super::voice::Voice;

/// `persona test`.
#[derive(Debug, clap::Args)]
pub struct TestArgs {
    /// Only the plans for these customers
    #[arg(value_name = "ID", conflicts_with = "write")]
    pub ids: Vec<String>,
    /// JSON lines: one a conversation, one at the end
    #[arg(long)]
    pub json: bool,
    /// Play messages from standard input, a line each, and write what came of it as a plan to start from
    #[arg(long, value_name = "ID", conflicts_with = "json")]
    pub write: Option<String>,
    /// Name of the plan that is written
    #[arg(long, value_name = "NAME", requires = "write", default_value = "draft")]
    pub name: String,
    /// Seed of the customer's dice in the plan that is written
    #[arg(long, value_name = "N", requires = "write", default_value_t = 1)]
    pub seed: u64,
}

#[derive(Serialize)]
struct Conversation<'a> {
    plan: &'a str,
    persona: &'a PersonaId,
    lang: &'a str,
    seed: u64,
    passed: bool,
    ending: Ending,
    score: u8,
    failures: Vec<Failure<'a>>,
}

#[derive(Serialize)]
struct Failure<'a> {
    line: usize,
    column: usize,
    message: Option<usize>,
    said: &'a str,
    what: &'a str,
    expected: &'a str,
    came: &'a str,
    near: Option<&'a str>,
}

#[derive(Default, Serialize)]
struct Sum {
    plans: usize,
    conversations: usize,
    failed: usize,
    broken: usize,
}

/// Plays the plans; 1 where something is not as expected or a plan cannot be read.
pub fn run(common: &Common, args: &TestArgs) -> anyhow::Result<ExitCode> {
    let (voice, loaded) = (Voice::of(common), load(common)?);
    if let Some(id) = &args.write {
        return draft::write(&loaded, common, &voice, args, &persona(&loaded, id, voice.lang)?);
    }
    let origin = origin(common)?;
    let wanted =
        args.ids.iter().map(|id| persona(&loaded, id, voice.lang)).collect::<anyhow::Result<Vec<_>>>()?;
    let (files, unreadable) = Files::plans(&origin)?;
    let is_wanted = |name: &str| {
        let id = name.split('.').next().unwrap_or(name);
        wanted.is_empty() || wanted.iter().any(|one| one.as_str() == id)
    };
    let plans: Vec<(&str, Source<'_>)> =
        files.in_folder(PLANS, ".toml").filter(|(name, _)| is_wanted(name)).collect();
    if plans.is_empty() && unreadable.is_empty() {
        bail!(nothing(&origin, &wanted, &voice));
    }
    let mut out = anstream::stdout().lock();
    let mut sum = Sum { broken: unreadable.len(), ..Sum::default() };
    broken(&mut out, args, &unreadable, (&files, &voice))?;
    for (name, source) in plans {
        sum.plans += 1;
        let id = name.split('.').next().unwrap_or(name);
        let known = &loaded.content.personas;
        let Some(persona) = PersonaId::parse(id).and_then(|id| known.get(&id)) else {
            sum.broken += 1;
            let near = nearest(id, known.keys().map(PersonaId::as_str)).unwrap_or("");
            let values = [("file", source.name), ("id", id), ("near", near)];
            let key = if near.is_empty() { "test-no-customer" } else { "test-no-customer-near" };
            said(&mut out, args, &voice.say(key, &values))?;
            continue;
        };
        match ready(source, name, persona, &loaded) {
            Ok(ready) => play(&mut out, args, &ready, (&loaded, &voice), &mut sum)?,
            Err(findings) => {
                sum.broken += 1;
                broken(&mut out, args, &findings, (&files, &voice))?;
            }
        }
    }
    if args.json {
        line(&mut out, &sum)?;
    } else {
        let counts = [sum.plans, sum.conversations, sum.failed, sum.broken].map(|n| n.to_string());
        let [plans, conversations, failed, unread] = &counts;
        let values = [
            ("plans", plans.as_str()),
            ("conversations", conversations),
            ("failed", failed),
            ("broken", unread),
        ];
        let key = if sum.failed + sum.broken == 0 { "test-all-well" } else { "test-sum" };
        writeln!(out, "{}", voice.say(key, &values))?;
    }
    Ok(if sum.failed + sum.broken == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// That there is no plan, and how to come by one.
fn nothing(origin: &Origin, wanted: &[PersonaId], voice: &Voice) -> anyhow::Error {
    let folder = match origin {
        Origin::Folder(path) => path.join(PLANS).display().to_string(),
        Origin::Embedded => PLANS.to_owned(),
    };
    let id = wanted.first().map_or("ID", PersonaId::as_str);
    anyhow!(voice.say("test-no-plans", &[("folder", &folder), ("id", id)]))
}

/// Says something that is no JSON: to standard error where the output is.
fn said(out: &mut impl Write, args: &TestArgs, text: &str) -> std::io::Result<()> {
    match args.json {
        true => writeln!(std::io::stderr(), "{text}"),
        false => writeln!(out, "{text}"),
    }
}

fn broken(
    out: &mut impl Write,
    args: &TestArgs,
    findings: &[Finding],
    (files, voice): (&Files, &Voice),
) -> std::io::Result<()> {
    if findings.is_empty() {
        return Ok(());
    }
    let text = render(findings, files, look_of_output(), (&voice.words, voice.lang));
    said(out, args, text.trim_end())
}

fn play(
    out: &mut impl Write,
    args: &TestArgs,
    ready: &Ready<'_>,
    (loaded, voice): (&Loaded, &Voice),
    sum: &mut Sum,
) -> anyhow::Result<()> {
    let Some(cast) = loaded.content.cast(&ready.persona, ready.lang) else {
        bail!("`{}` cannot be played in {}", ready.persona, ready.lang);
    };
    for seed in &ready.plan.seeds {
        let verdict = judge(ready, &cast, *seed, voice);
        sum.conversations += 1;
        sum.failed += usize::from(!verdict.misses.is_empty());
        match args.json {
            true => line(out, &conversation(ready, &verdict))?,
            false => tell(out, ready, &verdict, voice)?,
        }
    }
    Ok(())
}

fn conversation<'a>(ready: &'a Ready<'_>, verdict: &'a Verdict) -> Conversation<'a> {
    let failure = |miss: &'a Miss| {
        let (line, column) = place(ready, miss);
        let Miss { turn, said, what, expected, came, near, .. } = miss;
        Failure { line, column, message: *turn, said, what, expected, came, near: near.as_deref() }
    };
    Conversation {
        plan: ready.source.name,
        persona: &ready.persona,
        lang: ready.lang.tag(),
        seed: verdict.seed,
        passed: verdict.misses.is_empty(),
        ending: verdict.ending,
        score: verdict.score,
        failures: verdict.misses.iter().map(failure).collect(),
    }
}

/// Line and column of an expectation.
fn place(ready: &Ready<'_>, miss: &Miss) -> (usize, usize) {
    // Any code would do: only its place is asked for.
    let finding = ready.source.error("file.other", miss.span.clone());
    (finding.line, finding.column)
}

fn tell(out: &mut impl Write, ready: &Ready<'_>, verdict: &Verdict, voice: &Voice) -> std::io::Result<()> {
    let (seed, score) = (verdict.seed.to_string(), verdict.score.to_string());
    let ending = voice.term("ending", verdict.ending.id());
    let key = if verdict.misses.is_empty() { "test-passed" } else { "test-failed" };
    let values = [
        ("plan", ready.name),
        ("lang", ready.lang.tag()),
        ("seed", &seed),
        ("score", &score),
        ("ending", &ending),
    ];
    writeln!(out, "{}", voice.say(key, &values))?;
    for miss in &verdict.misses {
        let (line, column) = place(ready, miss);
        let at = match miss.turn {
            Some(number) => voice.say("test-at-message", &[("number", &number.to_string())]),
            None => voice.say("test-at-end", &[]),
        };
        writeln!(
            out,
            "  {}:{line}:{column}: {at}: {}",
            ready.source.name,
            voice.say(&format!("test-what-{}", miss.what), &[])
        )?;
        let near = miss.near.as_ref().map(|near| voice.say("check-near", &[("near", near)]));
        let rows = [
            (!miss.said.is_empty()).then(|| voice.say("test-said", &[("said", &miss.said)])),
            Some(voice.say("test-expected", &[("expected", &miss.expected)])),
            Some(voice.say("test-came", &[("came", &miss.came)])),
            near,
        ];
        rows.into_iter().flatten().try_for_each(|row| writeln!(out, "    {row}"))?;
    }
    Ok(())
}
