//! Which chats the bot may write to.
use serde_json::Value;

use super::required;
use crate::botapi::params::Params;
use crate::botapi::refusal::Refusal;
use crate::botapi::state::{Chat, Standing, World};

/// The chat of `chat_id`, whether or not the bot may write there.
pub fn known<'w>(world: &'w mut World, params: &Params) -> Result<&'w mut Chat, Refusal> {
    let id = required(params.int("chat_id")?, "chat_id is empty")?;
    required(world.chats.get_mut(&id), "chat not found")
}

/// The id of a chat the bot may write to.
pub fn writable(world: &mut World, params: &Params) -> Result<i64, Refusal> {
    let chat = known(world, params)?;
    let group = chat.json["type"].as_str().unwrap_or_default().to_owned();
    let refuse = |why: &str| Err(Refusal::forbidden(why));
    match chat.standing {
        Standing::Open | Standing::Administrator => Ok(chat.json["id"].as_i64().unwrap_or_default()),
        Standing::NotStarted => refuse("bot can't initiate conversation with a user"),
        Standing::Blocked => refuse("bot was blocked by the user"),
        Standing::Deactivated => refuse("user is deactivated"),
        Standing::Out => refuse(&format!("bot is not a member of the {group} chat")),
        Standing::Moved(to) => Err(Refusal::moved(to)),
        Standing::Kicked => refuse(&format!("bot was kicked from the {group} chat")),
    }
}

/// The message answered to, as `reply_to_message` has it; none when not asked for.
pub fn replied_to(world: &mut World, params: &Params, chat: i64) -> Result<Option<Value>, Refusal> {
    let Some(reply) = params.json("reply_parameters", "reply parameters")? else { return Ok(None) };
    let strange = reply.as_object().and_then(|fields| {
        let known = ["message_id", "allow_sending_without_reply"];
        fields.keys().find(|k| !known.contains(&k.as_str()))
    });
    if let Some(field) = strange {
        return Err(Refusal::bad(format!("fake: unknown field {field:?} of reply_parameters")));
    }
    let id = required(reply["message_id"].as_i64(), "message identifier is not specified")?;
    let message = world.chats.get_mut(&chat).and_then(|c| c.message(id)).map(|m| m.json.clone());
    match message {
        None if reply["allow_sending_without_reply"] == true => Ok(None),
        None => Err(Refusal::bad("message to be replied not found")),
        Some(mut json) => {
            // Telegram does not nest replies.
            json.as_object_mut().map(|fields| fields.remove("reply_to_message"));
            Ok(Some(json))
        }
    }
}
