//! What is settled with Telegram at the start: who the bot is, and its menu of commands.

use std::time::Duration;

use serde_json::Value;
use teloxide::payloads::{DeleteWebhook, GetMe, SetMyCommands, SetMyCommandsSetters};
use teloxide::types::BotCommand;

use crate::base::lang::Lang;
use crate::desk::Desk;

use super::TelegramError;
use super::api::{Api, ApiError};
use super::inbound::Me;

const FIRST_WAIT: Duration = Duration::from_millis(500);
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// The menus: Telegram's code of the app's language ("" for all others), and ours.
const MENUS: [(&str, Lang); 2] = [("", Lang::EN), ("zh", Lang::ZH_HANS)];

/// Asks Telegram who the token belongs to, for as long as it takes to reach it.
pub(super) async fn who_am_i(api: &Api) -> Result<Me, TelegramError> {
    let mut wait = FIRST_WAIT;
    loop {
        match api.call(&GetMe::new()).await {
            Ok(user) => return read(&user).ok_or(TelegramError::NotTelegram),
            Err(ApiError::Refused { code: 401 | 404, .. }) => return Err(TelegramError::WrongToken),
            Err(error) if wait == FIRST_WAIT => tracing::warn!("{error}. Trying again"),
            Err(_) => {}
        }
        tokio::time::sleep(wait).await;
        wait = (wait * 2).min(LONGEST_WAIT);
    }
}

fn read(user: &Value) -> Option<Me> {
    Some(Me { id: user["id"].as_u64()?, username: user["username"].as_str()?.to_owned() })
}

/// Takes a webhook away: while there is one, nobody can ask for updates. A failure is only told, since there may be none.
pub(super) async fn take_webhook_away(api: &Api) {
    if let Err(error) = api.call(&DeleteWebhook::new()).await {
        tracing::warn!("a webhook, if there is one, stays: {error}");
    }
}

/// Sets the menus. The service works without, so failures are only told.
pub(super) async fn introduce(api: Api, desk: &Desk) {
    for (code, lang) in MENUS {
        if let Err(error) = api.call(&menu(desk, code, lang)).await {
            tracing::warn!(%lang, "the menu of commands stays as it was: {error}");
        }
    }
}

fn menu(desk: &Desk, code: &str, lang: Lang) -> SetMyCommands {
    let commands = desk.mind().commands(lang);
    let entry = |(command, text): (crate::flow::input::Command, String)| BotCommand::new(command.id(), text);
    let request = SetMyCommands::new(commands.into_iter().map(entry));
    if code.is_empty() { request } else { request.language_code(code) }
}
