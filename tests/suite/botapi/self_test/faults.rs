//! Injected faults do what they say, to the calls they name, as often as they say.
use std::time::{Duration, Instant};

use serde_json::json;
use teloxide::prelude::*;
use teloxide::{ApiError, RequestError};

use super::{bot, call, message, started};
use crate::botapi::{Fault, Target};

#[tokio::test]
async fn a_message_whose_answer_is_lost_was_sent_all_the_same() {
    let (fake, _) = started();
    fake.inject(Target::method("sendMessage"), Fault::DropAfter, 1);
    let error = bot(&fake).send_message(ChatId(7), "taken").await.expect_err("the answer is lost");
    assert!(matches!(error, RequestError::Network(_)), "{error:?}");
    assert_eq!(fake.sent(7).len(), 1);
    assert_eq!(fake.sent(7)[0].text(), "taken");
}

#[tokio::test]
async fn a_connection_dropped_before_leaves_nothing_sent() {
    let (fake, _) = started();
    fake.inject(Target::any(), Fault::DropBefore, 1);
    let error = bot(&fake).send_message(ChatId(7), "lost").await.expect_err("dropped");
    assert!(matches!(error, RequestError::Network(_)));
    assert!(fake.sent(7).is_empty());
    bot(&fake).send_message(ChatId(7), "again").await.expect("the fault is used up");
}

#[tokio::test]
async fn too_many_requests_says_how_long_and_hits_only_its_chat() {
    let (fake, _) = started();
    fake.phone(8, "en", "Ann").start(None);
    fake.inject(Target::method("sendMessage").in_chat(7), Fault::too_many_requests(3), 1);
    bot(&fake).send_message(ChatId(8), "free").await.expect("the other chat is free");
    let error = bot(&fake).send_message(ChatId(7), "slow").await.expect_err("429");
    assert!(matches!(error, RequestError::RetryAfter(wait) if wait.seconds() == 3));
}

#[tokio::test]
async fn gateway_errors_come_as_html_and_internal_errors_as_json() {
    let (fake, _) = started();
    fake.inject(Target::method("getMe"), Fault::bad_gateway(), 1);
    fake.inject(Target::method("getMe"), Fault::internal_error(), 1);
    let address = format!("{}/bot{}/getMe", fake.url(), fake.token());
    let answer = reqwest::get(&address).await.expect("an answer");
    assert_eq!(answer.status().as_u16(), 502);
    assert!(answer.text().await.expect("a body").starts_with("<html>"));
    assert_eq!(call(&fake, "getMe", json!({})).await.0, 500);
    assert_eq!(call(&fake, "getMe", json!({})).await.0, 200);
}

#[tokio::test]
async fn a_garbage_answer_cannot_be_parsed_but_the_message_is_there() {
    let (fake, _) = started();
    fake.inject(Target::method("sendMessage"), Fault::Garbage, 1);
    let error = bot(&fake).send_message(ChatId(7), "x").await.expect_err("garbage");
    assert!(matches!(error, RequestError::InvalidJson { .. }));
    assert_eq!(fake.sent(7).len(), 1);
}

#[tokio::test]
async fn a_delayed_call_is_carried_out_even_if_the_client_gave_up() {
    let (fake, phone) = started();
    fake.inject(Target::method("sendMessage"), Fault::Delay(Duration::from_millis(300)), 1);
    let patience = Duration::from_millis(50);
    let given_up = tokio::time::timeout(patience, call(&fake, "sendMessage", message(json!({})))).await;
    assert!(given_up.is_err() && fake.sent(7).is_empty());
    phone.expect_messages(1, Duration::from_secs(5)).await;
}

#[tokio::test]
async fn an_outage_refuses_everything_and_ends() {
    let (fake, _) = started();
    let begun = Instant::now();
    fake.refuse_everything(
        Fault::refusal(403, "Forbidden: bot was blocked by the user"),
        Duration::from_millis(300),
    );
    let error = bot(&fake).get_me().await.expect_err("refused");
    assert!(matches!(error, RequestError::Api(ApiError::BotBlocked)));
    tokio::time::sleep(Duration::from_millis(320).saturating_sub(begun.elapsed())).await;
    bot(&fake).get_me().await.expect("over");
}

#[tokio::test]
async fn every_call_is_logged_with_its_parameters_and_outcome() {
    let (fake, _) = started();
    bot(&fake).send_message(ChatId(7), "ok").await.expect("sent");
    call(&fake, "sendMessage", message(json!({"text": ""}))).await;
    fake.inject(Target::any(), Fault::DropAfter, 1);
    let _ = bot(&fake).send_message(ChatId(7), "lost").await;
    let calls = fake.calls_of("sendMessage");
    assert_eq!(calls.iter().map(|c| c.status).collect::<Vec<_>>(), [200, 400, 0]);
    assert_eq!(calls[0].params["text"], "ok");
    assert_eq!(fake.refusals().len(), 1);
}

#[tokio::test]
async fn downloads_meet_faults_too() {
    let (fake, phone) = started();
    phone.send_document("a.toml", b"abc");
    let file_id = phone.shown().last().and_then(|m| m.file_id().map(str::to_owned)).expect("a document");
    let (_, answer) = call(&fake, "getFile", json!({"file_id": file_id})).await;
    let path = answer["result"]["file_path"].as_str().unwrap_or_default().replace('/', "%2F");
    let address = format!("{}/file/bot{}/{path}", fake.url(), fake.token());
    fake.inject(Target::method("file"), Fault::bad_gateway(), 1);
    fake.inject(Target::method("file"), Fault::DropBefore, 1);
    assert_eq!(reqwest::get(&address).await.expect("an answer").status().as_u16(), 502);
    reqwest::get(&address).await.expect_err("dropped");
    let bytes = reqwest::get(&address).await.expect("an answer").bytes().await.expect("a body");
    assert_eq!(&bytes[..], b"abc");
    assert_eq!(fake.calls_of("file").len(), 3);
}
