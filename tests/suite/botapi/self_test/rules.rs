//! What Telegram would refuse is refused, in its words; what it takes is kept.

use serde_json::{Value, json};
use teloxide::prelude::*;
use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup, ParseMode};
use teloxide::{ApiError, RequestError};

use super::{bot, call, keyboard, message, refusal, started};
use crate::botapi::FakeTelegram;

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
