//! Telegram's rules, method by method: which parameters, what is refused, what changes.
use super::params::Params;
use super::refusal::{Answer, Refusal};
use super::state::World;

mod callback;
mod chat;
mod commands;
mod edit;
mod files;
mod html;
mod keyboard;
mod me;
mod members;
pub mod polling;
mod profile;
mod reaction;
mod send;
mod text;

/// One method of the Bot API.
pub struct Rule {
    /// Name as Telegram writes it.
    pub name: &'static str,
    /// Parameters the fake models, or may rightly ignore.
    pub params: &'static [&'static str],
    /// Checks and carries out a call.
    pub apply: fn(&mut World, &Params) -> Answer,
}

const fn rule(
    name: &'static str,
    params: &'static [&'static str],
    apply: fn(&mut World, &Params) -> Answer,
) -> Rule {
    Rule { name, params, apply }
}

const SCOPED: &[&str] = &["scope", "language_code"];

static RULES: &[Rule] = &[
    rule("getMe", &[], me::get_me),
    rule(
        "setWebhook",
        &["url", "secret_token", "allowed_updates", "max_connections", "drop_pending_updates"],
        polling::set_webhook,
    ),
    rule("deleteWebhook", &["drop_pending_updates"], polling::delete_webhook),
    rule("getUpdates", &["offset", "limit", "timeout", "allowed_updates"], polling::misplaced),
    rule("setMyCommands", &["commands", "scope", "language_code"], commands::set),
    rule("getMyCommands", SCOPED, commands::get),
    rule("deleteMyCommands", SCOPED, commands::delete),
    rule("setMyName", &["name", "language_code"], profile::set_name),
    rule("setMyDescription", &["description", "language_code"], profile::set_description),
    rule("setMyShortDescription", &["short_description", "language_code"], profile::set_short_description),
    rule(
        "sendMessage",
        &[
            "chat_id",
            "message_thread_id",
            "text",
            "parse_mode",
            "entities",
            "link_preview_options",
            "disable_notification",
            "protect_content",
            "reply_parameters",
            "reply_markup",
        ],
        send::message,
    ),
    rule(
        "sendPhoto",
        &[
            "chat_id",
            "message_thread_id",
            "photo",
            "caption",
            "parse_mode",
            "caption_entities",
            "disable_notification",
            "protect_content",
            "reply_parameters",
            "reply_markup",
        ],
        files::send_photo,
    ),
    rule(
        "sendDocument",
        &[
            "chat_id",
            "message_thread_id",
            "document",
            "caption",
            "parse_mode",
            "caption_entities",
            "disable_content_type_detection",
            "disable_notification",
            "protect_content",
            "reply_parameters",
            "reply_markup",
        ],
        files::send_document,
    ),
    rule("getFile", &["file_id"], files::get_file),
    rule("sendChatAction", &["chat_id", "action"], send::chat_action),
    rule(
        "editMessageText",
        &["chat_id", "message_id", "text", "parse_mode", "entities", "link_preview_options", "reply_markup"],
        edit::text,
    ),
    rule("editMessageReplyMarkup", &["chat_id", "message_id", "reply_markup"], edit::reply_markup),
    rule("deleteMessage", &["chat_id", "message_id"], edit::delete),
    rule("answerCallbackQuery", &["callback_query_id", "text", "show_alert", "cache_time"], callback::answer),
    rule("setMessageReaction", &["chat_id", "message_id", "reaction", "is_big"], reaction::set),
    rule("getChatMember", &["chat_id", "user_id"], members::one),
    rule("getChatAdministrators", &["chat_id"], members::administrators),
];

/// The method of that name, in any letter case: teloxide writes "SendMessage".
pub fn find(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|r| r.name.eq_ignore_ascii_case(name))
}

/// A parameter that must be there.
fn required<T>(value: Option<T>, refusal: &str) -> Result<T, Refusal> {
    value.ok_or_else(|| Refusal::bad(refusal))
}
