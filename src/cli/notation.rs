//! The JSON shapes that several machine interfaces share, and writing them one a line.

use std::io::Write;

use serde::Serialize;

use crate::base::level::{Level, PerEmotion};
use crate::nlu::reading::{MoveHit, Reading, SlotHit, SlotKind, Topic};
use crate::session::fold::Cast;

/// Writes one value as one line.
pub fn line(out: &mut dyn Write, value: &impl Serialize) -> anyhow::Result<()> {
    let text = serde_json::to_string(value)?;
    writeln!(out, "{text}")?;
    out.flush()?;
    Ok(())
}

/// A recognised move.
#[derive(Serialize)]
pub struct MoveOut<'a> {
    #[serde(rename = "move")]
    mv: &'static str,
    confidence: f64,
    quote: &'a str,
}

/// A slot.
#[derive(Serialize)]
pub struct SlotOut<'a> {
    kind: SlotKind,
    text: &'a str,
    value: Option<i64>,
}

/// The moves of a reading, in order, with the words of `said` that show them.
pub fn moves<'a>(reading: &Reading, said: &'a str) -> Vec<MoveOut<'a>> {
    let one = |hit: &MoveHit| MoveOut {
        mv: hit.mv.id(),
        confidence: f64::from((u32::from(hit.confidence.min(1000)) + 5) / 10) / 100.0,
        quote: hit.span.of(said),
    };
    reading.moves.iter().map(one).collect()
}

/// The slots of a reading, in order.
pub fn slots(reading: &Reading) -> Vec<SlotOut<'_>> {
    let value = |slot: &SlotHit| match slot.kind {
        SlotKind::Name | SlotKind::Channel | SlotKind::Order => None,
        _ => Some(slot.number),
    };
    reading
        .slots
        .iter()
        .map(|slot| SlotOut { kind: slot.kind, text: &slot.text, value: value(slot) })
        .collect()
}

/// Whole levels.
pub fn whole(levels: &PerEmotion<Level>) -> PerEmotion<i32> {
    levels.map(|_, level| level.whole())
}

/// Hundredths as points.
pub fn points(hundredths: i32) -> f64 {
    f64::from(hundredths) / 100.0
}

/// What a question is about, as the files call it.
pub fn topic(cast: &Cast<'_>, topic: &Topic) -> String {
    match topic {
        Topic::Fact(place) => {
            cast.persona.facts.get(*place).map_or(String::new(), |fact| format!("fact {}", fact.id))
        }
        Topic::Detail(place) => format!("detail {place}"),
        Topic::General(kind) => kind.clone(),
        Topic::Unknown => "unknown".to_owned(),
    }
}
