//! `read`: what messages are understood as, and how they would land.

use std::io::{BufRead, Write};
use std::process::ExitCode;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::base::lang::Lang;
use crate::library::Loaded;
use crate::session::measure::{Measured, read};

use super::args::Common;
use super::notation::{MoveOut, SlotOut, line, moves, slots};
use super::shelf::{asked_language, language, load, readable};

#[derive(Deserialize)]
struct Asked {
    id: Value,
    customer: String,
    agent: String,
    lang: Option<String>,
}

#[derive(Serialize)]
struct Told<'a> {
    id: &'a Value,
    lang: &'a str,
    moves: Vec<MoveOut<'a>>,
    slots: Vec<SlotOut<'a>>,
    effect: i32,
    direction: &'static str,
    tone: ToneOut,
}

/// How the whole sounds, in margins: above 0 more likely than not.
#[derive(Serialize)]
struct ToneOut {
    calms: f64,
    escalates: f64,
}

#[derive(Serialize)]
struct Refused {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Value>,
    error: String,
}

/// Reads standard input to its end; 1 where a line was bad.
pub fn run(common: &Common) -> anyhow::Result<ExitCode> {
    let loaded = load(common)?;
    let asked = asked_language(&loaded, common)?;
    let (mut input, mut out) = (std::io::stdin().lock(), std::io::stdout().lock());
    let mut good = true;
    let (mut bytes, mut number) = (Vec::new(), 0);
    while input.read_until(b'\n', &mut bytes)? > 0 {
        number += 1;
        if !bytes.trim_ascii().is_empty() {
            good &= answer(&loaded, asked, &bytes, number, &mut out)?;
        }
        bytes.clear();
    }
    Ok(if good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Answers one line; whether it was a good one.
fn answer(
    loaded: &Loaded,
    asked: Option<Lang>,
    bytes: &[u8],
    number: usize,
    out: &mut dyn Write,
) -> anyhow::Result<bool> {
    let refuse = |out: &mut dyn Write, id, why: String| {
        line(out, &Refused { id, error: format!("line {number}{why}") }).map(|()| false)
    };
    let question: Asked = match serde_json::from_slice(bytes) {
        Ok(question) => question,
        Err(error) => return refuse(out, id_of(bytes), placed(&error)),
    };
    let lang = match question.lang.as_deref().map(|written| language(loaded, written)).transpose() {
        Ok(written) => written.or(asked).or_else(|| guess(&question)).unwrap_or(Lang::ZH_HANS),
        Err(error) => return refuse(out, Some(question.id), format!(": {error}")),
    };
    let Some(lang) = readable(&loaded.content, lang) else {
        return refuse(out, Some(question.id), ": no language can be read".to_owned());
    };
    match read(&loaded.content, &question.customer, &question.agent, lang) {
        Some(measured) => tell(&question, &measured, out).map(|()| true),
        None => refuse(out, Some(question.id), format!("no reader for {lang}")),
    }
}

/// The parser counts lines within the one it was given; only its column means anything here.
fn placed(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or(&text);
    format!(", column {}: {what}", error.column())
}

/// What a broken line gives as its id, where it is JSON at all.
fn id_of(bytes: &[u8]) -> Option<Value> {
    serde_json::from_slice::<Value>(bytes).ok()?.get("id").cloned()
}

fn guess(question: &Asked) -> Option<Lang> {
    Lang::of_text(&question.agent).or_else(|| Lang::of_text(&question.customer))
}

fn tell(question: &Asked, measured: &Measured, out: &mut dyn Write) -> anyhow::Result<()> {
    let Measured { reading, effect, direction } = measured;
    let told = Told {
        id: &question.id,
        lang: reading.lang.tag(),
        moves: moves(reading, &question.agent),
        slots: slots(reading),
        effect: *effect,
        direction: direction.id(),
        tone: ToneOut {
            calms: f64::from(reading.tone.calms) / 1000.0,
            escalates: f64::from(reading.tone.escalates) / 1000.0,
        },
    };
    line(out, &told)
}
