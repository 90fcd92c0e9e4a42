//! Text and its entities: parse mode, length, trimming. Lengths are in UTF-16 units, as Telegram counts.
use serde_json::Value;

use super::html;
use crate::botapi::params::Params;
use crate::botapi::refusal::Refusal;

/// A text as Telegram keeps it: markup parsed, white space trimmed at both ends.
#[derive(Debug, PartialEq)]
pub struct Formatted {
    /// The words alone.
    pub text: String,
    /// `MessageEntity` objects.
    pub entities: Vec<Value>,
}

/// Length in UTF-16 units.
pub fn utf16_len(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Parses by `parse_mode`, or takes the entities given in the parameter `entities`.
pub fn formatted(params: &Params, raw: &str, entities: &str) -> Result<Formatted, Refusal> {
    let mode = params.text("parse_mode")?.unwrap_or_default();
    let (text, entities) = match mode.to_ascii_lowercase().as_str() {
        "html" => html::parse(raw).map_err(|why| Refusal::bad(format!("can't parse entities: {why}")))?,
        "" => (raw.to_owned(), given(params, raw, entities)?),
        "markdown" | "markdownv2" => return Err(Refusal::bad("fake: only parse_mode HTML is modelled")),
        _ => return Err(Refusal::bad("unsupported parse_mode")),
    };
    Ok(trimmed(&text, entities))
}

fn given(params: &Params, raw: &str, name: &str) -> Result<Vec<Value>, Refusal> {
    let list = params.json(name, "entities")?.unwrap_or(Value::Array(Vec::new()));
    let Value::Array(list) = list else { return Err(Refusal::bad("entities must be an Array")) };
    let length = utf16_len(raw);
    let fits = |e: &Value| {
        let end = e["offset"].as_u64()?.checked_add(e["length"].as_u64()?)?;
        let inside = usize::try_from(end).is_ok_and(|end| end <= length);
        (e["type"].is_string() && inside).then_some(())
    };
    match list.iter().all(|e| fits(e).is_some()) {
        true => Ok(list),
        false => Err(Refusal::bad("fake: an entity without type or outside the text")),
    }
}

fn trimmed(text: &str, entities: Vec<Value>) -> Formatted {
    let kept = text.trim_end();
    let inner = kept.trim_start();
    let lead = utf16_len(kept) - utf16_len(inner);
    let end = lead + utf16_len(inner);
    let clip = |mut entity: Value| {
        let number = |v: &Value| v.as_u64().and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
        let from = number(&entity["offset"]);
        let to = (from + number(&entity["length"])).min(end);
        let from = from.max(lead);
        entity["offset"] = (from.saturating_sub(lead)).into();
        entity["length"] = to.saturating_sub(from).into();
        (to > from).then_some(entity)
    };
    Formatted { text: inner.to_owned(), entities: entities.into_iter().filter_map(clip).collect() }
}
