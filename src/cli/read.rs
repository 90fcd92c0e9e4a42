//! `read`: what messages are understood as, and how they would land.

use std::io::{BufRead, Write};
use std::process::ExitCode;

use anyhow::Context;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::base::lang::Lang;
use crate::library::Loaded;
use crate::session::measure::{Measured, read};

use super::args::Common;
use super::notation::{MoveOut, SlotOut, line, moves, slots, topic};
use super::shelf::{asked_language, language, load, persona, readable};

#[derive(Deserialize)]
struct Asked {
    id: Value,
    customer: String,
    agent: String,
    lang: Option<String>,
    /// The customer it is said to, if what he hears of his own matter is wanted too.
    persona: Option<String>,
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
    #[serde(flatten)]
    matter: Option<MatterOut>,
}

/// What the message is about to one customer.
#[derive(Serialize)]
struct MatterOut {
    /// What each question asks about, as the files call it.
    questions: Vec<String>,
    /// Offers made.
    offers: Vec<String>,
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
    let matter = match question.persona.as_deref().map(|id| matter(loaded, id, &question, lang)).transpose() {
        Ok(matter) => matter,
        Err(error) => return refuse(out, Some(question.id), format!(": {error}")),
    };
    match read(&loaded.content, &question.customer, &question.agent, lang) {
        Some(measured) => tell(&question, &measured, matter, out).map(|()| true),
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

/// What a customer hears of his own matter.
fn matter(loaded: &Loaded, id: &str, question: &Asked, lang: Lang) -> anyhow::Result<MatterOut> {
    let id = persona(loaded, id, Lang::EN)?;
    let lang = loaded.content.spoken(&id, lang).unwrap_or(lang);
    let cast = loaded.content.cast(&id, lang).with_context(|| format!("`{id}` does not speak {lang}"))?;
    let reading = cast.reader.read(&question.agent, Some(cast.ear), &question.customer);
    let offer = |place: usize| cast.persona.offers.get(place).map(|offer| offer.id.to_string());
    Ok(MatterOut {
        questions: reading.questions.iter().map(|q| topic(&cast, &q.topic)).collect(),
        offers: reading.offers.iter().filter_map(|o| offer(o.offer)).collect(),
    })
}

fn tell(
    question: &Asked,
    measured: &Measured,
    matter: Option<MatterOut>,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    let Measured { reading, effect, direction } = measured;
    let told = Told {
        id: &question.id,
        lang: reading.lang.tag(),
        matter,
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
