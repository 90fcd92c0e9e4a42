//! setMessageReaction.
use serde_json::{Value, json};

use super::{chat, required};
use crate::botapi::params::Params;
use crate::botapi::refusal::{Answer, Refusal};
use crate::botapi::state::World;

/// The emoji a bot may react with.
const EMOJI: &str = "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 \
    🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡";

/// At most one standard emoji, on any message of a chat the bot is in; an empty list takes it back.
pub fn set(world: &mut World, params: &Params) -> Answer {
    chat::writable(world, params)?;
    params.flag("is_big")?;
    let id = required(params.int("message_id")?, "message identifier is not specified")?;
    let reaction = params.json("reaction", "reaction")?.unwrap_or(json!([]));
    let list = required(reaction.as_array(), "expected an Array of ReactionType")?;
    if list.len() > 1 {
        return Err(Refusal::bad("REACTIONS_TOO_MANY"));
    }
    let valid = |r: &Value| {
        let emoji = r["emoji"].as_str().unwrap_or_default();
        r["type"] == "emoji" && EMOJI.split(' ').any(|e| e == emoji)
    };
    if !list.iter().all(valid) {
        return Err(Refusal::bad("REACTION_INVALID"));
    }
    let message = required(chat::known(world, params)?.message(id), "message to react not found")?;
    message.reaction = reaction;
    Ok(true.into())
}
