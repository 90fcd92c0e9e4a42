//! answerCallbackQuery.
use super::required;
use super::text::utf16_len;
use crate::botapi::params::Params;
use crate::botapi::records::CallbackAnswer;
use crate::botapi::refusal::{Answer, Refusal};
use crate::botapi::state::World;

const MOST_TEXT: usize = 200;
/// How long Telegram lets a pressed button wait, in seconds.
const PATIENCE: u64 = 15;
const TOO_OLD: &str = "query is too old and response timeout expired or query ID is invalid";

/// Answers a pressed button: a known one, once, in time.
pub fn answer(world: &mut World, params: &Params) -> Answer {
    let now = world.now();
    let text = params.text("text")?.unwrap_or_default();
    let alert = params.flag("show_alert")?;
    if utf16_len(&text) > MOST_TEXT {
        return Err(Refusal::bad("MESSAGE_TOO_LONG"));
    }
    let id = required(params.text("callback_query_id")?, TOO_OLD)?;
    let callback = required(world.callbacks.get_mut(&id), TOO_OLD)?;
    if callback.answer.is_some() || now.saturating_sub(callback.pressed) > PATIENCE {
        return Err(Refusal::bad(TOO_OLD));
    }
    callback.answer = Some(CallbackAnswer { text, alert });
    Ok(true.into())
}
