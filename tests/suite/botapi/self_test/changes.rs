//! Editing, deleting, reacting: only what is there, and only what the bot may change.
use std::time::Duration;

use serde_json::json;
use teloxide::prelude::*;
use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup, MessageId, ReactionType};
use teloxide::{ApiError, RequestError};

use super::{bot, message, refusal, started};

#[tokio::test]
async fn edits_must_change_something_of_the_bots_own() {
    let (fake, phone) = started();
    let bot = bot(&fake);
    let id = bot.send_message(ChatId(7), "a").await.expect("sent").id;
    let same = bot.edit_message_text(ChatId(7), id, "a").await;
    assert!(matches!(same, Err(RequestError::Api(ApiError::MessageNotModified))));
    bot.edit_message_text(ChatId(7), id, "b").await.expect("edited");
    let message = &fake.sent(7)[0];
    assert_eq!((message.text(), message.edits[0].before["text"].as_str()), ("b", Some("a")));
    let gone = bot.edit_message_text(ChatId(7), MessageId(999), "x").await;
    assert!(matches!(gone, Err(RequestError::Api(ApiError::MessageToEditNotFound))));
    let theirs = MessageId(i32::try_from(phone.say("mine")).expect("small"));
    let foreign = bot.edit_message_text(ChatId(7), theirs, "x").await;
    assert!(matches!(foreign, Err(RequestError::Api(ApiError::MessageCantBeEdited))));
}

#[tokio::test]
async fn a_keyboard_can_be_replaced_and_taken_away() {
    let (fake, phone) = started();
    let bot = bot(&fake);
    let markup = |label: &str| InlineKeyboardMarkup::new([[InlineKeyboardButton::callback(label, "d")]]);
    let id = bot.send_message(ChatId(7), "a").reply_markup(markup("x")).await.expect("sent").id;
    bot.edit_message_reply_markup(ChatId(7), id).reply_markup(markup("y")).await.expect("edited");
    phone.press("y");
    let same = bot.edit_message_reply_markup(ChatId(7), id).reply_markup(markup("y")).await;
    assert!(matches!(same, Err(RequestError::Api(ApiError::MessageNotModified))));
    bot.edit_message_text(ChatId(7), id, "b").await.expect("edited");
    assert!(phone.bot_messages()[0].buttons().is_empty(), "an edit without keyboard removes it");
}

#[tokio::test]
async fn deleted_messages_are_gone_for_the_person_and_for_edits() {
    let (fake, phone) = started();
    let bot = bot(&fake);
    let id = bot.send_message(ChatId(7), "a").await.expect("sent").id;
    bot.delete_message(ChatId(7), id).await.expect("deleted");
    let again = bot.delete_message(ChatId(7), id).await;
    assert!(matches!(again, Err(RequestError::Api(ApiError::MessageToDeleteNotFound))));
    assert!(phone.bot_messages().is_empty() && fake.sent(7)[0].deleted);
    let old = bot.send_message(ChatId(7), "old").await.expect("sent").id;
    fake.advance(Duration::from_secs(49 * 3600));
    bot.delete_message(ChatId(7), old).await.expect_err("older than two days");
}

#[tokio::test]
async fn reactions_are_standard_emoji_on_messages_that_exist() {
    let (fake, phone) = started();
    let bot = bot(&fake);
    let id = MessageId(i32::try_from(phone.say("谢谢")).expect("small"));
    let react = |emoji: &str| {
        let emoji = ReactionType::Emoji { emoji: emoji.to_owned() };
        bot.set_message_reaction(ChatId(7), id).reaction([emoji])
    };
    react("👍").await.expect("set");
    assert_eq!(phone.message(i64::from(id.0)).reaction[0]["emoji"], "👍");
    react("🥕").await.expect_err("not a reaction");
}

#[tokio::test]
async fn replies_name_a_message_of_the_chat() {
    let (fake, phone) = started();
    let said = phone.say("问");
    let reply = |id: i64| message(json!({"reply_parameters": {"message_id": id}}));
    assert_eq!(refusal(&fake, "sendMessage", reply(said)).await, "");
    assert_eq!(fake.sent(7)[0].json["reply_to_message"]["text"], "问");
    assert_eq!(
        refusal(&fake, "sendMessage", reply(999)).await,
        "Bad Request: message to be replied not found"
    );
}
