//! The fake keeps Telegram's rules, and misbehaves only when told to.
mod changes;
mod delivery;
mod faults;
mod parsing;
mod rules;
mod services;

use super::{FakeTelegram, Phone};
use serde_json::{Value, json};
use teloxide::Bot;

/// A fake with a person who has started the bot; the `/start` is already confirmed.
fn started() -> (FakeTelegram, Phone) {
    let fake = FakeTelegram::start();
    let phone = fake.phone(7, "zh-hans", "小王");
    phone.start(None);
    fake.shared.change(|w| w.pending.clear());
    (fake, phone)
}

fn bot(fake: &FakeTelegram) -> Bot {
    Bot::new(fake.token()).set_api_url(fake.url().parse().expect("a valid address"))
}

/// Calls a method with JSON parameters; the status and the whole answer.
async fn call(fake: &FakeTelegram, method: &str, params: Value) -> (u16, Value) {
    let address = format!("{}/bot{}/{method}", fake.url(), fake.token());
    let answer = reqwest::Client::new().post(address).json(&params).send().await.expect("an answer");
    (answer.status().as_u16(), answer.json().await.expect("JSON"))
}

/// Calls a method and returns its description of the refusal; empty for success.
async fn refusal(fake: &FakeTelegram, method: &str, params: Value) -> String {
    let (_, answer) = call(fake, method, params).await;
    answer["description"].as_str().unwrap_or_default().to_owned()
}

/// A sendMessage to the person of [`started`] with more fields.
fn message(more: Value) -> Value {
    let mut params = json!({"chat_id": 7, "text": "hello"});
    super::state::merge(&mut params, more);
    params
}

/// A sendMessage with these rows of buttons.
fn keyboard(buttons: Value) -> Value {
    message(json!({"reply_markup": {"inline_keyboard": buttons}}))
}
