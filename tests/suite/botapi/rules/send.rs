//! sendMessage and sendChatAction.
use std::time::Instant;

use serde_json::{Value, json};

use super::text::{formatted, utf16_len};
use super::{chat, keyboard, required};
use crate::botapi::params::Params;
use crate::botapi::records::Action;
use crate::botapi::refusal::{Answer, Refusal};
use crate::botapi::state::{World, merge};

const MOST_TEXT: usize = 4096;
const MOST_CAPTION: usize = 1024;

const ACTIONS: &[&str] = &[
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
];

/// sendMessage.
pub fn message(world: &mut World, params: &Params) -> Answer {
    let chat_id = chat::writable(world, params)?;
    let fields = text_fields(params)?;
    add(world, params, chat_id, fields)
}

/// Text and entities of sendMessage and editMessageText, checked.
pub fn text_fields(params: &Params) -> Result<Value, Refusal> {
    let raw = params.text("text")?.unwrap_or_default();
    let parsed = formatted(params, &raw, "entities")?;
    if parsed.text.is_empty() {
        return Err(Refusal::bad("message text is empty"));
    }
    if utf16_len(&parsed.text) > MOST_TEXT {
        return Err(Refusal::bad("message is too long"));
    }
    let mut fields = json!({"text": parsed.text});
    if !parsed.entities.is_empty() {
        fields["entities"] = parsed.entities.into();
    }
    Ok(fields)
}

/// Caption and entities of a photo or document, checked; may be empty.
pub fn caption_fields(params: &Params) -> Result<Value, Refusal> {
    let raw = params.text("caption")?.unwrap_or_default();
    let parsed = formatted(params, &raw, "caption_entities")?;
    if utf16_len(&parsed.text) > MOST_CAPTION {
        return Err(Refusal::bad("message caption is too long"));
    }
    let mut fields = json!({});
    if !parsed.text.is_empty() {
        fields["caption"] = parsed.text.into();
    }
    if !parsed.entities.is_empty() {
        fields["caption_entities"] = parsed.entities.into();
    }
    Ok(fields)
}

/// Adds the bot's message with its keyboard and reply.
pub fn add(world: &mut World, params: &Params, chat_id: i64, mut fields: Value) -> Answer {
    params.flag("disable_notification")?;
    if params.flag("protect_content")? {
        fields["has_protected_content"] = true.into();
    }
    if let Some(thread) = params.int("message_thread_id")? {
        let known = world.chats.get(&chat_id).is_some_and(|chat| chat.topics.contains(&thread));
        if !known {
            return Err(Refusal::bad("message thread not found"));
        }
        merge(&mut fields, json!({"message_thread_id": thread, "is_topic_message": true}));
    }
    if let Some(markup) = keyboard::read(params)? {
        fields["reply_markup"] = markup;
    }
    if let Some(original) = chat::replied_to(world, params, chat_id)? {
        fields["reply_to_message"] = original;
    }
    let me = world.me.clone();
    Ok(world.add_message(chat_id, &me, true, fields))
}

/// sendChatAction.
pub fn chat_action(world: &mut World, params: &Params) -> Answer {
    let chat = chat::writable(world, params)?;
    let action = required(params.text("action")?, "wrong parameter action in request")?;
    if !ACTIONS.contains(&action.as_str()) {
        return Err(Refusal::bad("wrong parameter action in request"));
    }
    world.actions.push(Action { chat, action, at: Instant::now() });
    Ok(true.into())
}
