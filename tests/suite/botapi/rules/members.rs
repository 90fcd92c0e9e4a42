//! getChatMember and getChatAdministrators.
use serde_json::{Value, json};

use super::{chat, required};
use crate::botapi::params::Params;
use crate::botapi::refusal::{Answer, Refusal};
use crate::botapi::state::World;
use crate::botapi::updates;

/// getChatMember.
pub fn one(world: &mut World, params: &Params) -> Answer {
    chat::writable(world, params)?;
    let id = required(params.int("user_id")?, "invalid user_id specified")?;
    let chat = chat::known(world, params)?.clone();
    if world.me["id"] == id {
        return Ok(updates::member(&world.me, updates::bot_status(chat.standing)));
    }
    let person = required(world.people.get(&id), "user not found")?;
    let in_private = chat.json["id"] == id;
    let status = chat.members.get(&id).copied().unwrap_or(if in_private { "member" } else { "left" });
    Ok(updates::member(person, status))
}

/// getChatAdministrators: people only, other bots are left out.
pub fn administrators(world: &mut World, params: &Params) -> Answer {
    chat::writable(world, params)?;
    let chat = chat::known(world, params)?.clone();
    if chat.json["type"] == "private" {
        return Err(Refusal::bad("there are no administrators in the private chat"));
    }
    let in_charge = chat.members.iter().filter(|(_, status)| matches!(**status, "creator" | "administrator"));
    let member = |(id, status): (&i64, &&str)| Some(updates::member(world.people.get(id)?, status));
    let list: Vec<Value> = in_charge.filter_map(member).collect();
    Ok(json!(list))
}
