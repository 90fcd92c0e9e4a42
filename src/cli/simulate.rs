//! `simulate`: synthetic trainees against customers, by the thousand.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, bail};
use serde::Serialize;

use crate::base::ending::Ending;
use crate::base::lang::Lang;
use crate::base::level::{Emotion, PerEmotion};
use crate::library::Loaded;
use crate::persona::finding::nearest;
use crate::session::fold::Cast;
use crate::simulate::tally::Tally;
use crate::simulate::trainee::Trainee;
use crate::studio::{self, Unseen, Voice, many, unseen};

use super::args::{Common, SimulateArgs};
use super::shelf::{asked_language, load, persona, told_in};

/// One customer and one trainee.
#[derive(Serialize)]
struct Cell<'a> {
    persona: &'a str,
    grade: &'static str,
    lang: Lang,
    trainee: &'a str,
    sessions: u64,
    turns: u64,
    /// 0 to 1: satisfied or accepted.
    success: f64,
    /// Mean, where scores were asked for.
    score: Option<u64>,
    last: PerEmotion<i64>,
    endings: BTreeMap<Ending, u64>,
    rules: BTreeMap<String, u64>,
    course: PerEmotion<Vec<i64>>,
    /// Lines spoken twice in one conversation, a thousand messages.
    repeats_per_thousand_turns: u64,
}

/// Plays, counts, tells.
pub fn run(common: &Common, args: &SimulateArgs) -> anyhow::Result<ExitCode> {
    let loaded = load(common)?;
    let trainees = chosen(&loaded, args.trainee.as_deref())?;
    let asked = asked_language(&loaded, common)?;
    let ids = match &args.persona {
        Some(id) => vec![persona(&loaded, id, told_in(common))?],
        None => loaded.content.personas.keys().cloned().collect(),
    };
    let mut out = std::io::stdout().lock();
    if !args.json {
        heading(&mut out, &trainees)?;
    }
    let (begun, mut turns) = (Instant::now(), 0);
    for id in &ids {
        let home = loaded.content.personas.get(id).map_or(Lang::ZH_HANS, |persona| persona.home);
        let lang = loaded.content.spoken(id, asked.unwrap_or(home));
        let Some((lang, cast)) = lang.and_then(|lang| Some((lang, loaded.content.cast(id, lang)?))) else {
            bail!("`{id}` cannot be played");
        };
        let asked = (args.runs, args.seed, args.scores);
        let tallies: Vec<(&Trainee, Tally)> =
            trainees.iter().map(|trainee| (*trainee, many(&cast, trainee, lang, asked))).collect();
        turns += tallies.iter().map(|(_, tally)| tally.turns).sum::<u64>();
        let unseen = unseen(&cast, &tallies);
        if let Some(folder) = &args.picture {
            draw(folder, &cast, &tallies, &Voice::of(common))?;
        }
        if args.json {
            for (trainee, tally) in &tallies {
                super::notation::line(&mut out, &cell(&cast, lang, trainee, tally))?;
            }
            super::notation::line(&mut out, &unseen)?;
        } else {
            row(&mut out, &cast, &tallies)?;
            if args.details {
                details(&mut out, &tallies, &unseen)?;
            }
        }
    }
    let seconds = begun.elapsed().as_secs_f64();
    eprintln!("{turns} messages in {seconds:.1} s on all cores: {:.0} a second", turns as f64 / seconds);
    Ok(ExitCode::SUCCESS)
}

/// Writes the picture of one customer into a folder.
fn draw(folder: &Path, cast: &Cast<'_>, tallies: &[(&Trainee, Tally)], voice: &Voice) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    picture(&folder.join(format!("{}.png", cast.persona.id)), cast, tallies, voice)
}

/// Writes the picture of one customer.
pub(super) fn picture(
    path: &Path,
    cast: &Cast<'_>,
    tallies: &[(&Trainee, Tally)],
    voice: &Voice,
) -> anyhow::Result<()> {
    let png = studio::picture(cast, tallies, voice)?;
    std::fs::write(path, png).with_context(|| format!("{} cannot be written", path.display()))
}

fn chosen<'a>(loaded: &'a Loaded, asked: Option<&str>) -> anyhow::Result<Vec<&'a Trainee>> {
    let Some(asked) = asked else { return Ok(loaded.trainees.iter().collect()) };
    let found: Vec<&Trainee> = loaded.trainees.iter().filter(|trainee| trainee.id == asked).collect();
    if found.is_empty() {
        let known: Vec<&str> = loaded.trainees.iter().map(|trainee| trainee.id.as_str()).collect();
        let near = nearest(asked, known.iter().copied()).map(|near| format!("; did you mean `{near}`?"));
        bail!("there is no trainee `{asked}`{} (there are: {})", near.unwrap_or_default(), known.join(", "));
    }
    Ok(found)
}

fn cell<'a>(cast: &Cast<'a>, lang: Lang, trainee: &'a Trainee, tally: &Tally) -> Cell<'a> {
    let course = |emotion| tally.course(emotion).collect();
    Cell {
        persona: cast.persona.id.as_str(),
        grade: cast.persona.grade.id(),
        lang,
        trainee: &trainee.id,
        sessions: tally.sessions,
        turns: tally.turns,
        success: tally.success() as f64 / 1000.0,
        score: tally.score(),
        last: tally.last(),
        endings: tally.endings.clone(),
        rules: tally.rules.clone(),
        course: PerEmotion {
            anger: course(Emotion::Anger),
            anxiety: course(Emotion::Anxiety),
            disappointment: course(Emotion::Disappointment),
            trust: course(Emotion::Trust),
        },
        repeats_per_thousand_turns: (1000 * tally.repeats).checked_div(tally.turns).unwrap_or(0),
    }
}

fn heading(out: &mut impl Write, trainees: &[&Trainee]) -> std::io::Result<()> {
    write!(out, "{:26} {:13}", "percent won", "grade")?;
    trainees.iter().try_for_each(|trainee| write!(out, "{:>11}", trainee.id))?;
    writeln!(out)
}

fn row(out: &mut impl Write, cast: &Cast<'_>, tallies: &[(&Trainee, Tally)]) -> std::io::Result<()> {
    write!(out, "{:26} {:13}", cast.persona.id.as_str(), cast.persona.grade.id())?;
    for (_, tally) in tallies {
        write!(out, "{:>11.1}", tally.success() as f64 / 10.0)?;
    }
    writeln!(out)
}

fn details(out: &mut impl Write, tallies: &[(&Trainee, Tally)], unseen: &Unseen<'_>) -> std::io::Result<()> {
    for (trainee, tally) in tallies {
        let ends: Vec<String> = tally
            .endings
            .iter()
            .map(|(ending, count)| format!("{ending} {:.1}%", 100.0 * *count as f64 / tally.sessions as f64))
            .collect();
        let mean = tally.turns as f64 / tally.sessions.max(1) as f64;
        let score = tally.score().map_or(String::new(), |score| format!(", score {score}"));
        writeln!(out, "    {:12} {mean:.1} messages{score}: {}", trainee.id, ends.join(", "))?;
    }
    let never = |what: &str, list: Vec<String>| {
        if list.is_empty() { String::new() } else { format!("    never: {what} {}\n", list.join(", ")) }
    };
    write!(out, "{}", never("states", unseen.states_never.clone()))?;
    write!(out, "{}", never("endings", unseen.endings_never.iter().map(Ending::to_string).collect()))?;
    let lines = &unseen.own_lines_never;
    writeln!(out, "    own lines never spoken: {} of {}", lines.len(), unseen.own_lines)
}
