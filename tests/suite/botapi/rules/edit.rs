//! editMessageText, editMessageReplyMarkup, deleteMessage.
use std::time::Instant;

use serde_json::Value;

use super::{chat, keyboard, required, send};
use crate::botapi::params::Params;
use crate::botapi::records::{Edit, Message};
use crate::botapi::refusal::{Answer, Refusal};
use crate::botapi::state::{World, merge};

const TWO_DAYS: u64 = 48 * 3600;

const NOT_MODIFIED: &str = "message is not modified: specified new message content and reply markup are exactly the \
    same as a current content and reply markup of the message";

/// editMessageText. Without `reply_markup` the keyboard goes, as at Telegram.
pub fn text(world: &mut World, params: &Params) -> Answer {
    let fields = send::text_fields(params)?;
    let markup = keyboard::read(params)?;
    change(world, params, |json| {
        if json.get("text").is_none() {
            return Err(Refusal::bad("there is no text in the message to edit"));
        }
        remove(json, "entities");
        merge(json, fields);
        set_markup(json, markup);
        Ok(())
    })
}

/// editMessageReplyMarkup.
pub fn reply_markup(world: &mut World, params: &Params) -> Answer {
    let markup = keyboard::read(params)?;
    change(world, params, |json| {
        set_markup(json, markup);
        Ok(())
    })
}

fn change(
    world: &mut World,
    params: &Params,
    edit: impl FnOnce(&mut Value) -> Result<(), Refusal>,
) -> Answer {
    let now = world.now();
    let message = editable(world, params)?;
    let mut json = message.json.clone();
    edit(&mut json)?;
    if json == message.json {
        return Err(Refusal::bad(NOT_MODIFIED));
    }
    json["edit_date"] = now.into();
    message
        .edits
        .push(Edit { at: Instant::now(), before: std::mem::replace(&mut message.json, json.clone()) });
    Ok(json)
}

fn editable<'w>(world: &'w mut World, params: &Params) -> Result<&'w mut Message, Refusal> {
    chat::writable(world, params)?;
    let id = required(params.int("message_id")?, "message identifier is not specified")?;
    let message = required(chat::known(world, params)?.message(id), "message to edit not found")?;
    match message.by_bot {
        true => Ok(message),
        false => Err(Refusal::bad("message can't be edited")),
    }
}

fn set_markup(json: &mut Value, markup: Option<Value>) {
    match markup {
        Some(markup) => json["reply_markup"] = markup,
        None => remove(json, "reply_markup"),
    }
}

fn remove(json: &mut Value, field: &str) {
    json.as_object_mut().map(|fields| fields.remove(field));
}

/// deleteMessage: within two days, its own message, or any in a private chat or where it is administrator.
pub fn delete(world: &mut World, params: &Params) -> Answer {
    let now = world.now();
    chat::writable(world, params)?;
    let id = required(params.int("message_id")?, "message identifier is not specified")?;
    let chat = chat::known(world, params)?;
    let rightful =
        chat.json["type"] == "private" || chat.standing == crate::botapi::state::Standing::Administrator;
    let message = required(chat.message(id), "message to delete not found")?;
    let sent = message.json["date"].as_u64().unwrap_or_default();
    if !(rightful || message.by_bot) || now.saturating_sub(sent) > TWO_DAYS {
        return Err(Refusal::bad("message can't be deleted for everyone"));
    }
    message.deleted = true;
    Ok(true.into())
}
