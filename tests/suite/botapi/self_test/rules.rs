//! What Telegram would refuse is refused, in its words; what it takes is kept.
use std::time::Duration;

use serde_json::{Value, json};
use teloxide::net::Download;
use teloxide::prelude::*;
use teloxide::types::{
    BotCommand, ChatAction, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, MessageId, ParseMode,
    ReactionType,
};
use teloxide::{ApiError, RequestError};

use super::{bot, call, message, refusal, started};
use crate::botapi::FakeTelegram;

/// The smallest header of a PNG that tells width and height.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes
}

fn keyboard(buttons: Value) -> Value {
    message(json!({"reply_markup": {"inline_keyboard": buttons}}))
}

#[tokio::test]
async fn strangers_tokens_and_unknown_methods_are_refused() {
    let fake = FakeTelegram::start();
    let status = async |path: &str| {
        let answer = reqwest::get(format!("{}{path}", fake.url())).await.expect("an answer");
        (answer.status().as_u16(), answer.json::<Value>().await.expect("JSON")["ok"].clone())
    };
    assert_eq!(status("/bot123:abc/getMe").await, (401, json!(false)));
    assert_eq!(status("/botnonsense/getMe").await, (404, json!(false)));
    assert_eq!(status(&format!("/bot{}/getMood", fake.token())).await, (404, json!(false)));
    assert_eq!(status("/").await, (404, json!(false)));
    assert_eq!(bot(&fake).get_me().await.expect("the bot").username(), "xiaoqi_test_bot");
}

#[tokio::test]
async fn parameters_the_fake_does_not_model_are_refused_not_ignored() {
    let (fake, _) = started();
    let why = refusal(&fake, "sendMessage", message(json!({"text_mode": "HTML"}))).await;
    assert_eq!(why, "Bad Request: fake: unknown parameter \"text_mode\" of sendMessage");
}

#[tokio::test]
async fn forms_and_json_mean_the_same() {
    let (fake, _) = started();
    let address = format!("{}/bot{}/sendmessage?chat_id=7", fake.url(), fake.token());
    let request =
        reqwest::Client::new().post(address).form(&[("text", "你好"), ("disable_notification", "true")]);
    assert!(request.send().await.expect("an answer").status().is_success());
    assert_eq!(fake.sent(7)[0].text(), "你好");
}

#[tokio::test]
async fn texts_are_1_to_4096_utf16_units_after_parsing() {
    let (fake, _) = started();
    let send = async |text: String| refusal(&fake, "sendMessage", message(json!({"text": text}))).await;
    assert_eq!(send("气".repeat(4096)).await, "");
    assert_eq!(send("气".repeat(4097)).await, "Bad Request: message is too long");
    assert_eq!(send("😡".repeat(2048)).await, "");
    assert_eq!(send("😡".repeat(2049)).await, "Bad Request: message is too long");
    assert_eq!(send(" \n ".into()).await, "Bad Request: message text is empty");
    let marked = message(json!({"text": format!("<b>{}</b>", "x".repeat(4096)), "parse_mode": "HTML"}));
    assert_eq!(refusal(&fake, "sendMessage", marked).await, "");
    let error = bot(&fake).send_message(ChatId(7), "x".repeat(4097)).await.expect_err("too long");
    assert!(matches!(error, RequestError::Api(ApiError::MessageIsTooLong)));
}

#[tokio::test]
async fn html_must_be_well_formed_and_becomes_entities() {
    let (fake, _) = started();
    let text = "  <b>消气 <i>&lt;3</i></b> <a href=\"https://example.com/\">x</a>😡<code>c</code> ";
    let sent = bot(&fake).send_message(ChatId(7), text).parse_mode(ParseMode::Html).await.expect("sent");
    assert_eq!(sent.text(), Some("消气 <3 x😡c"));
    let entities = fake.sent(7)[0].json["entities"].clone();
    let places: Vec<_> =
        entities.as_array().into_iter().flatten().map(|e| format!("{}", e["offset"])).collect();
    assert_eq!(places, ["3", "0", "6", "9"], "in UTF-16 units, after trimming");
    for broken in ["<b>x", "x</b>", "<b><i>x</b></i>", "<h1>x</h1>", "1 < 2", "<b"] {
        let why = refusal(&fake, "sendMessage", message(json!({"text": broken, "parse_mode": "HTML"}))).await;
        assert!(why.starts_with("Bad Request: can't parse entities: "), "{broken}: {why}");
    }
    let why = refusal(&fake, "sendMessage", message(json!({"parse_mode": "XML"}))).await;
    assert_eq!(why, "Bad Request: unsupported parse_mode");
}

#[tokio::test]
async fn only_people_who_started_and_did_not_block_the_bot_can_be_written_to() {
    let (fake, phone) = started();
    fake.phone(8, "en", "Ann");
    let to = |chat: i64| message(json!({"chat_id": chat}));
    assert_eq!(refusal(&fake, "sendMessage", to(99)).await, "Bad Request: chat not found");
    let never = "Forbidden: bot can't initiate conversation with a user";
    assert_eq!(refusal(&fake, "sendMessage", to(8)).await, never);
    phone.block();
    assert_eq!(call(&fake, "sendMessage", to(7)).await.0, 403);
    phone.unblock();
    assert_eq!(call(&fake, "sendMessage", to(7)).await.0, 200);
    let group = fake.group(-55, "组", &phone);
    assert_eq!(
        refusal(&fake, "sendMessage", to(-55)).await,
        "Forbidden: bot is not a member of the group chat"
    );
    group.add_bot(&phone);
    assert_eq!(call(&fake, "sendMessage", to(-55)).await.0, 200);
    phone.delete_account();
    assert_eq!(refusal(&fake, "sendMessage", to(7)).await, "Forbidden: user is deactivated");
}

#[tokio::test]
async fn callback_data_is_1_to_64_bytes() {
    let (fake, _) = started();
    let with = |data: String| keyboard(json!([[{"text": "x", "callback_data": data}]]));
    assert_eq!(refusal(&fake, "sendMessage", with("x".repeat(64))).await, "");
    assert_eq!(refusal(&fake, "sendMessage", with("x".repeat(65))).await, "Bad Request: BUTTON_DATA_INVALID");
    assert_eq!(
        refusal(&fake, "sendMessage", with("气".repeat(22))).await,
        "Bad Request: BUTTON_DATA_INVALID"
    );
    assert_ne!(refusal(&fake, "sendMessage", with(String::new())).await, "");
    let data = InlineKeyboardButton::callback("x", "y".repeat(65));
    let request = bot(&fake).send_message(ChatId(7), "x").reply_markup(InlineKeyboardMarkup::new([[data]]));
    assert!(matches!(request.await, Err(RequestError::Api(ApiError::ButtonDataInvalid))));
}

#[tokio::test]
async fn misshapen_keyboards_are_refused() {
    let (fake, _) = started();
    let good = json!({"text": "x", "callback_data": "d"});
    let misshapen = [
        json!([good]),
        json!([[]]),
        json!([[{"text": "x"}]]),
        json!([[{"text": " ", "callback_data": "d"}]]),
        json!([[{"callback_data": "d"}]]),
        json!([[{"text": "x", "callback_data": "d", "url": "https://example.com"}]]),
        json!([[{"text": "x", "url": "localhost"}]]),
        json!([[{"text": "x", "url": "http://localhost/"}]]),
        json!(vec![vec![good.clone()]; 101]),
    ];
    for shape in misshapen {
        assert_ne!(refusal(&fake, "sendMessage", keyboard(shape.clone())).await, "", "{shape}");
    }
    assert_eq!(refusal(&fake, "sendMessage", keyboard(json!(vec![vec![good]; 100]))).await, "");
    let reply_keyboard = message(json!({"reply_markup": {"keyboard": [["x"]]}}));
    assert_eq!(call(&fake, "sendMessage", reply_keyboard).await.0, 400);
}

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
    assert!(phone.from_bot()[0].buttons().is_empty(), "an edit without keyboard removes it");
}

#[tokio::test]
async fn deleted_messages_are_gone_for_the_person_and_for_edits() {
    let (fake, phone) = started();
    let bot = bot(&fake);
    let id = bot.send_message(ChatId(7), "a").await.expect("sent").id;
    bot.delete_message(ChatId(7), id).await.expect("deleted");
    let again = bot.delete_message(ChatId(7), id).await;
    assert!(matches!(again, Err(RequestError::Api(ApiError::MessageToDeleteNotFound))));
    assert!(phone.from_bot().is_empty() && fake.sent(7)[0].deleted);
    let old = bot.send_message(ChatId(7), "old").await.expect("sent").id;
    fake.advance(Duration::from_secs(49 * 3600));
    bot.delete_message(ChatId(7), old).await.expect_err("older than two days");
}

#[tokio::test]
async fn a_button_is_answered_once_and_in_time() {
    let (fake, phone) = started();
    call(&fake, "sendMessage", keyboard(json!([[{"text": "x", "callback_data": "d"}]]))).await;
    let first = phone.press("x");
    assert_eq!(fake.unanswered_callbacks(), [first.clone()]);
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
    assert_eq!(phone.from_bot().len(), 2, "refused ones are not there");
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
