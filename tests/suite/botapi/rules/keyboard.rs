//! Inline keyboards: shape, one action per button, limits.
use serde_json::Value;
use url::Url;

use crate::botapi::params::Params;
use crate::botapi::refusal::Refusal;

const MOST_BUTTONS: usize = 100;

/// The inline keyboard of `reply_markup`, if any; an empty one counts as none.
pub fn read(params: &Params) -> Result<Option<Value>, Refusal> {
    let Some(markup) = params.json("reply_markup", "reply keyboard markup")? else { return Ok(None) };
    let fields = markup.as_object().ok_or_else(|| Refusal::bad("object expected as reply markup"))?;
    if let Some(other) = fields.keys().find(|k| *k != "inline_keyboard") {
        return Err(Refusal::bad(format!("fake: only inline keyboards are modelled, not {other:?}")));
    }
    let array = |v: &Value, why: &str| v.as_array().cloned().ok_or_else(|| Refusal::bad(why));
    let rows = array(&markup["inline_keyboard"], "field \"inline_keyboard\" must be of type Array")?;
    let mut count = 0;
    for row in &rows {
        let row = array(row, "field \"inline_keyboard\" must be an Array of Arrays")?;
        if row.is_empty() {
            return Err(Refusal::bad("fake: an empty row of buttons"));
        }
        count += row.len();
        row.iter().try_for_each(check_button)?;
    }
    match count {
        0 => Ok(None),
        1..=MOST_BUTTONS => Ok(Some(markup)),
        _ => Err(Refusal::bad("REPLY_MARKUP_TOO_LONG")),
    }
}

fn check_button(button: &Value) -> Result<(), Refusal> {
    let cannot = |why: &str| Refusal::bad(format!("can't parse inline keyboard button: {why}"));
    let fields = button.as_object().ok_or_else(|| cannot("InlineKeyboardButton must be an Object"))?;
    let known = ["text", "callback_data", "url"];
    if let Some(other) = fields.keys().find(|k| !known.contains(&k.as_str())) {
        return Err(Refusal::bad(format!("fake: unknown field {other:?} of a button")));
    }
    let text = button["text"].as_str().ok_or_else(|| cannot("Can't find field \"text\""))?;
    if text.trim().is_empty() {
        return Err(cannot("Field \"text\" must be non-empty"));
    }
    match (button["callback_data"].as_str(), button["url"].as_str()) {
        (Some(_), Some(_)) => Err(Refusal::bad("fake: a button with two actions")),
        (None | Some(""), None) => Err(cannot("Text buttons are unallowed in the inline keyboard")),
        (Some(data), None) if data.len() > 64 => Err(Refusal::bad("BUTTON_DATA_INVALID")),
        (Some(_), None) => Ok(()),
        (None, Some(address)) => check_address(address),
    }
}

fn check_address(address: &str) -> Result<(), Refusal> {
    let good = Url::parse(address).is_ok_and(|url| match url.scheme() {
        "http" | "https" => url.host_str().is_some_and(|host| host.contains('.')),
        scheme => scheme == "tg",
    });
    match good {
        true => Ok(()),
        false => {
            Err(Refusal::bad(format!("inline keyboard button URL '{address}' is invalid: Wrong HTTP URL")))
        }
    }
}
