//! getMe.
use serde_json::json;

use crate::botapi::params::Params;
use crate::botapi::refusal::Answer;
use crate::botapi::state::{World, merge};

/// The bot's own `User`, with the fields only getMe gives.
pub fn get_me(world: &mut World, _: &Params) -> Answer {
    let mut me = world.me.clone();
    let more = json!({
        "can_join_groups": true, "can_read_all_group_messages": !world.privacy,
        "supports_inline_queries": false, "can_connect_to_business": false, "has_main_web_app": false,
    });
    merge(&mut me, more);
    Ok(me)
}
