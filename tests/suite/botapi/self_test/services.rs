//! Everything but messages' texts: buttons' answers, menus, files, members.
use std::time::Duration;

use serde_json::json;
use teloxide::net::Download;
use teloxide::prelude::*;
use teloxide::types::{BotCommand, ChatAction, InputFile};

use super::{bot, call, keyboard, refusal, started};

/// The smallest header of a PNG that tells width and height.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes
}

#[tokio::test]
async fn a_button_is_answered_once_and_in_time() {
    let (fake, phone) = started();
    call(&fake, "sendMessage", keyboard(json!([[{"text": "x", "callback_data": "d"}]]))).await;
    let first = phone.press("x");
    assert_eq!(fake.unanswered_callbacks(), std::slice::from_ref(&first));
    let answer = |id: &str, text: &str| json!({"callback_query_id": id, "text": text});
    let method = "answerCallbackQuery";
    assert_eq!(
        refusal(&fake, method, answer(&first, &"x".repeat(201))).await,
        "Bad Request: MESSAGE_TOO_LONG"
    );
    assert_eq!(refusal(&fake, method, answer(&first, "好")).await, "");
    assert_eq!(fake.callback_answer(&first).map(|a| a.text), Some("好".to_owned()));
    let late = "Bad Request: query is too old and response timeout expired or query ID is invalid";
    assert_eq!(refusal(&fake, method, answer(&first, "")).await, late);
    assert_eq!(refusal(&fake, method, answer("12", "")).await, late);
    let second = phone.press("x");
    fake.advance(Duration::from_secs(60));
    assert_eq!(refusal(&fake, method, answer(&second, "")).await, late);
}

#[tokio::test]
async fn chat_actions_are_from_telegrams_list() {
    let (fake, _) = started();
    bot(&fake).send_chat_action(ChatId(7), ChatAction::Typing).await.expect("typing");
    assert_eq!(fake.actions(7)[0].action, "typing");
    let strange = json!({"chat_id": 7, "action": "fuming"});
    assert_eq!(
        refusal(&fake, "sendChatAction", strange).await,
        "Bad Request: wrong parameter action in request"
    );
}

#[tokio::test]
async fn command_menus_are_checked_and_kept_by_language() {
    let (fake, _) = started();
    let bot = bot(&fake);
    bot.set_my_commands([BotCommand::new("start", "开始")]).language_code("zh").await.expect("set");
    assert_eq!(fake.commands("zh")[0].description, "开始");
    assert_eq!(bot.get_my_commands().language_code("zh").await.expect("got").len(), 1);
    assert!(fake.commands("").is_empty());
    for wrong in [("Start", "x"), ("/start", "x"), ("", "x"), ("a-b", "x"), ("a", "")] {
        bot.set_my_commands([BotCommand::new(wrong.0, wrong.1)]).await.expect_err("refused");
    }
    bot.set_my_commands([BotCommand::new("a", "x")]).language_code("zh-hans").await.expect_err("two letters");
    let many = (0..101).map(|n| BotCommand::new(format!("c{n}"), "x"));
    bot.set_my_commands(many).await.expect_err("at most 100");
    bot.delete_my_commands().language_code("zh").await.expect("deleted");
    assert!(fake.commands("zh").is_empty());
    bot.set_my_short_description().short_description("陪练").await.expect("set");
    assert_eq!(fake.profile("ShortDescription", "").as_deref(), Some("陪练"));
    bot.set_my_description().description("x".repeat(513)).await.expect_err("too long");
}

#[tokio::test]
async fn photos_and_documents_arrive_whole_and_can_be_downloaded() {
    let (fake, phone) = started();
    let bot = bot(&fake);
    let image = png(800, 480);
    bot.send_photo(ChatId(7), InputFile::memory(image.clone())).caption("图").await.expect("sent");
    let sent = &fake.sent(7)[0];
    assert_eq!((sent.text(), fake.file(sent.file_id().expect("a photo"))), ("图", Some(image)));
    let file = InputFile::memory(b"a,b\n".to_vec()).file_name("x.csv");
    let document = bot.send_document(ChatId(7), file).await.expect("sent");
    let id = document.document().expect("a document").file.id.clone();
    let path = bot.get_file(id).await.expect("found").path.clone();
    let mut bytes = Vec::new();
    bot.download_file(&path, &mut bytes).await.expect("downloaded");
    assert_eq!(bytes, b"a,b\n");
    let caption = bot.send_photo(ChatId(7), InputFile::memory(png(9, 9))).caption("x".repeat(1025));
    caption.await.expect_err("caption too long");
    bot.send_document(ChatId(7), InputFile::memory(Vec::new())).await.expect_err("empty");
    bot.send_photo(ChatId(7), InputFile::memory(b"text".to_vec())).await.expect_err("not an image");
    bot.send_photo(ChatId(7), InputFile::memory(png(2100, 100))).await.expect_err("too long and thin");
    phone.send_photo(b"from the phone", "");
    assert_eq!(phone.bot_messages().len(), 2, "refused ones are not there");
}

#[tokio::test]
async fn members_and_administrators_are_told_apart() {
    let (fake, owner) = started();
    let group = fake.group(-1_001_234_567_890, "组", &owner);
    let ann = fake.phone(8, "en", "Ann");
    let bot = bot(&fake);
    bot.get_chat_member(ChatId(group.id), UserId(7)).await.expect_err("the bot is not in");
    group.add_bot(&owner);
    group.join(&ann);
    let member = async |id: u64| bot.get_chat_member(ChatId(group.id), UserId(id)).await.expect("known");
    assert!(member(7).await.is_owner() && !member(8).await.is_privileged());
    group.set_status(&ann, "administrator");
    assert!(member(8).await.is_administrator());
    assert_eq!(bot.get_chat_administrators(ChatId(group.id)).await.expect("a list").len(), 2);
    group.leave(&ann);
    assert!(member(8).await.is_left());
}
