//! The command menu: setMyCommands, getMyCommands, deleteMyCommands.
use serde_json::{Value, json};

use super::required;
use crate::botapi::params::Params;
use crate::botapi::records::Command;
use crate::botapi::refusal::{Answer, Refusal};
use crate::botapi::state::World;

/// setMyCommands.
pub fn set(world: &mut World, params: &Params) -> Answer {
    let key = key(params)?;
    let list = required(params.json("commands", "commands")?, "can't find field \"commands\"")?;
    let list = required(list.as_array(), "expected an Array of BotCommand")?;
    if list.len() > 100 {
        return Err(Refusal::bad("BOT_COMMANDS_TOO_MUCH"));
    }
    let commands = list.iter().map(command).collect::<Result<Vec<_>, _>>()?;
    world.commands.insert(key, commands);
    Ok(true.into())
}

/// getMyCommands.
pub fn get(world: &mut World, params: &Params) -> Answer {
    let commands = world.commands.get(&key(params)?);
    let list =
        commands.into_iter().flatten().map(|c| json!({"command": c.command, "description": c.description}));
    Ok(Value::Array(list.collect()))
}

/// deleteMyCommands.
pub fn delete(world: &mut World, params: &Params) -> Answer {
    world.commands.remove(&key(params)?);
    Ok(true.into())
}

fn command(given: &Value) -> Result<Command, Refusal> {
    let command = required(given["command"].as_str(), "can't find field \"command\"")?;
    let description = required(given["description"].as_str(), "can't find field \"description\"")?;
    let named = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if !(1..=32).contains(&command.len()) || !command.chars().all(named) {
        return Err(Refusal::bad("BOT_COMMAND_INVALID"));
    }
    if !(1..=256).contains(&description.chars().count()) {
        return Err(Refusal::bad("BOT_COMMAND_DESCRIPTION_INVALID"));
    }
    Ok(Command { command: command.into(), description: description.into() })
}

/// Scope and language, as the menu is kept.
fn key(params: &Params) -> Result<(String, String), Refusal> {
    let scope = params.json("scope", "scope")?.unwrap_or(json!({"type": "default"}));
    let kind = required(scope["type"].as_str(), "can't parse BotCommandScope: Can't find field \"type\"")?;
    let chat = &scope["chat_id"];
    let scope = match kind {
        "default" | "all_private_chats" | "all_group_chats" | "all_chat_administrators" => kind.to_owned(),
        "chat" | "chat_administrators" if !chat.is_null() => format!("{kind}:{chat}"),
        "chat_member" if !chat.is_null() => format!("{kind}:{chat}:{}", scope["user_id"]),
        _ => return Err(Refusal::bad("can't parse BotCommandScope: Unsupported type specified")),
    };
    Ok((scope, language(params)?))
}

/// `language_code`: empty, or two lower-case letters.
pub fn language(params: &Params) -> Result<String, Refusal> {
    let code = params.text("language_code")?.unwrap_or_default();
    let two_letters = code.len() == 2 && code.chars().all(|c| c.is_ascii_lowercase());
    match two_letters || code.is_empty() {
        true => Ok(code),
        false => Err(Refusal::bad("invalid language code specified")),
    }
}
