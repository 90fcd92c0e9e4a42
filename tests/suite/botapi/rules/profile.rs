//! The bot's name and descriptions, by language.
use super::commands::language;
use super::text::utf16_len;
use crate::botapi::params::Params;
use crate::botapi::refusal::{Answer, Refusal};
use crate::botapi::state::World;

/// setMyName, at most 64 characters.
pub fn set_name(world: &mut World, params: &Params) -> Answer {
    set(world, params, "Name", "name", 64)
}

/// setMyDescription, at most 512 characters.
pub fn set_description(world: &mut World, params: &Params) -> Answer {
    set(world, params, "Description", "description", 512)
}

/// setMyShortDescription, at most 120 characters.
pub fn set_short_description(world: &mut World, params: &Params) -> Answer {
    set(world, params, "ShortDescription", "short_description", 120)
}

fn set(world: &mut World, params: &Params, field: &str, name: &str, most: usize) -> Answer {
    let text = params.text(name)?.unwrap_or_default();
    let language = language(params)?;
    if utf16_len(&text) > most {
        return Err(Refusal::bad(format!("fake: {name} longer than {most} characters")));
    }
    world.profile.insert((field.to_owned(), language), text);
    Ok(true.into())
}
