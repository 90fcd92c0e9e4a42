//! `persona test --write`: a plan made from a conversation, for a trainer to loosen and to sharpen.

use std::fmt::Write as _;
use std::fs::OpenOptions;
use std::io::{Read, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, bail};

use crate::base::id::PersonaId;
use crate::base::lang::Lang;
use crate::base::time::Moment;
use crate::cli::args::Common;
use crate::cli::shelf::origin;
use crate::customer::trace::Turn;
use crate::debrief;
use crate::library::{Loaded, Origin, PLANS};
use crate::session::fold::{Cast, Session};

use super::playable;
use super::schema;
use super::test::TestArgs;
use super::voice::Voice;

/// One message a minute, as plans are played.
const MINUTE: i64 = 60_000;
/// Points of score left to either side: a slight change of the customer is no mistake.
const LEEWAY: u8 = 10;

/// Plays standard input and writes the plan into `personas/tests/` of the content folder.
pub fn write(
    loaded: &Loaded,
    common: &Common,
    voice: &Voice,
    args: &TestArgs,
    id: &PersonaId,
) -> anyhow::Result<ExitCode> {
    named(&args.name, voice)?;
    let Origin::Folder(root) = origin(common)? else { bail!(voice.say("tool-no-folder", &[])) };
    let (lang, cast) = playable(loaded, common, id)?;
    let mut messages = String::new();
    std::io::stdin().lock().read_to_string(&mut messages).context("the messages are not UTF-8")?;
    let said: Vec<&str> = messages.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    anstream::println!("{}", keep(&root, (&cast, lang, args.seed), &args.name, &said, voice)?);
    Ok(ExitCode::SUCCESS)
}

/// Writes what comes of these messages as a plan into `personas/tests/`; answers what to say about it.
///
/// # Errors
/// A name that cannot be a file's or is taken, no messages, a file that cannot be written.
pub fn keep(
    root: &Path,
    (cast, lang, seed): (&Cast<'_>, Lang, u64),
    name: &str,
    said: &[&str],
    voice: &Voice,
) -> anyhow::Result<String> {
    named(name, voice)?;
    if said.is_empty() {
        bail!(voice.say("test-no-messages", &[]));
    }
    let id = &cast.persona.id;
    let path = root.join(format!("{PLANS}/{id}.{name}.toml"));
    std::fs::create_dir_all(root.join(PLANS)).with_context(|| format!("{PLANS} cannot be made"))?;
    let shown = path.display().to_string();
    let file = OpenOptions::new().write(true).create_new(true).open(&path);
    match file {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            bail!(voice.say("test-there-already", &[("file", &shown)]))
        }
        file => file.and_then(|mut file| file.write_all(plan(cast, lang, seed, said).as_bytes())),
    }
    .with_context(|| format!("{shown} cannot be written"))?;
    schema::beside(root, schema::Kind::Plan)?;
    Ok(voice.say("test-written", &[("file", &shown), ("id", id.as_str())]))
}

/// The name becomes a file's, so it is no path.
fn named(name: &str, voice: &Voice) -> anyhow::Result<()> {
    if PersonaId::parse(name).is_none() {
        bail!(voice.say("test-bad-name", &[("name", name)]));
    }
    Ok(())
}

/// The plan as TOML: what was understood, told and felt, as it came.
fn plan(cast: &Cast<'_>, lang: Lang, seed: u64, said: &[&str]) -> String {
    let (mut session, _) = Session::open(cast, lang, seed, Moment(0));
    let mut clock = 0;
    for message in said {
        clock += MINUTE;
        if session.is_open() {
            session.play(cast, message, Moment(clock));
        }
    }
    let mut text = schema::Kind::Plan.directive();
    let _ = write!(text, "lang = \"{lang}\"\nseeds = [{seed}]\n");
    session.turns.iter().for_each(|turn| one(&mut text, cast, turn));
    if session.is_open() {
        session.stop(cast, Moment(clock + MINUTE));
    }
    let score = debrief::report(cast, &session).score;
    let ending: Vec<&str> = session.ended.iter().map(|ending| ending.id()).collect();
    text.push_str("\n[end]\n");
    list(&mut text, "ending", &ending);
    let _ = writeln!(text, "score = [{}, {}]", score.saturating_sub(LEEWAY), (score + LEEWAY).min(100));
    text
}

fn one(text: &mut String, cast: &Cast<'_>, turn: &Turn) {
    // Writing to a String cannot fail.
    let _ = writeln!(text, "\n[[turn]]\nsaid = {}", toml::Value::from(turn.said.as_str()));
    text.push_str("[turn.expect]\n");
    list(text, "state", &[turn.state.as_str()]);
    let mut moves: Vec<&str> = turn.reading.moves.iter().map(|hit| hit.mv.id()).collect();
    moves.sort_unstable();
    moves.dedup();
    list(text, "moves", &moves);
    let fact = |place: &usize| cast.persona.facts.get(*place).map(|fact| fact.id.as_str());
    list(text, "facts", &turn.told.iter().filter_map(fact).collect::<Vec<_>>());
    if turn.accepted {
        text.push_str("accepted = true\n");
    }
    list(text, "ending", &turn.ended.iter().map(|ending| ending.id()).collect::<Vec<_>>());
}

fn list(text: &mut String, key: &str, ids: &[&str]) {
    if !ids.is_empty() {
        let quoted: Vec<String> = ids.iter().map(|id| format!("\"{id}\"")).collect();
        let _ = writeln!(text, "{key} = [{}]", quoted.join(", "));
    }
}
