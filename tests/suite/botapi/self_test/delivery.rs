//! Long polling: waiting, waking, confirming, conflicts.
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use teloxide::prelude::*;

use super::{bot, call, started};
use crate::botapi::FakeTelegram;
use crate::botapi::Fault;

fn ids(answer: &Value) -> Vec<i64> {
    let list = answer["result"].as_array().cloned().unwrap_or_default();
    list.iter().filter_map(|u| u["update_id"].as_i64()).collect()
}

#[tokio::test]
async fn a_long_poll_waits_until_somebody_writes() {
    let (fake, phone) = started();
    let begun = Instant::now();
    let poll = bot(&fake).get_updates().timeout(20);
    let waiting = tokio::spawn(async move { poll.await });
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert!(!waiting.is_finished(), "it waits");
    phone.say("在吗");
    let updates = waiting.await.expect("no panic").expect("an answer");
    assert!(begun.elapsed() < Duration::from_secs(5), "it wakes at once");
    assert_eq!(updates.len(), 1);
}

#[tokio::test]
async fn a_long_poll_with_nothing_to_tell_ends_empty_at_its_timeout() {
    let (fake, _) = started();
    let begun = Instant::now();
    let (_, answer) = call(&fake, "getUpdates", json!({"timeout": 1})).await;
    assert_eq!(answer, json!({"ok": true, "result": []}));
    assert!(begun.elapsed() >= Duration::from_millis(950));
}

#[tokio::test]
async fn updates_come_again_until_an_offset_confirms_them() {
    let (fake, phone) = started();
    for text in ["1", "2", "3"] {
        phone.say(text);
    }
    let all = ids(&call(&fake, "getUpdates", json!({})).await.1);
    assert_eq!(ids(&call(&fake, "getUpdates", json!({})).await.1), all);
    let (_, rest) = call(&fake, "getUpdates", json!({"offset": all[1]})).await;
    assert_eq!(ids(&rest), all[1..]);
    assert_eq!(ids(&call(&fake, "getUpdates", json!({})).await.1), all[1..], "deleted for good");
}

#[tokio::test]
async fn a_negative_offset_keeps_only_the_newest() {
    let (fake, phone) = started();
    for text in ["1", "2", "3"] {
        phone.say(text);
    }
    let (_, answer) = call(&fake, "getUpdates", json!({"offset": -1})).await;
    assert_eq!(answer["result"][0]["message"]["text"], "3");
    assert_eq!(fake.pending_updates().len(), 1);
}

#[tokio::test]
async fn limit_is_kept() {
    let (fake, phone) = started();
    for text in ["1", "2", "3"] {
        phone.say(text);
    }
    assert_eq!(ids(&call(&fake, "getUpdates", json!({"limit": 2})).await.1).len(), 2);
    assert_eq!(call(&fake, "getUpdates", json!({"limit": 101})).await.0, 400);
}

#[tokio::test]
async fn only_allowed_kinds_are_delivered() {
    let (fake, phone) = started();
    call(&fake, "getUpdates", json!({"allowed_updates": ["callback_query"]})).await;
    phone.say("unheard");
    assert!(fake.pending_updates().is_empty());
}

#[tokio::test]
async fn a_second_poller_terminates_the_first() {
    let (fake, phone) = started();
    let first = bot(&fake);
    let first = tokio::spawn(async move { first.get_updates().timeout(20).await });
    tokio::time::sleep(Duration::from_millis(200)).await;
    let second = bot(&fake);
    let second = tokio::spawn(async move { second.get_updates().timeout(20).await });
    let error = first.await.expect("no panic").expect_err("a conflict");
    assert!(matches!(error, teloxide::RequestError::Api(teloxide::ApiError::TerminatedByOtherGetUpdates)));
    phone.say("for the second");
    assert_eq!(second.await.expect("no panic").expect("an answer").len(), 1);
}

#[tokio::test]
async fn a_poller_whose_process_died_is_in_nobodys_way() {
    let (fake, phone) = started();
    let dead = bot(&fake);
    let dead = tokio::spawn(async move { dead.get_updates().timeout(20).await });
    tokio::time::sleep(Duration::from_millis(100)).await;
    dead.abort();
    phone.say("hello");
    assert_eq!(ids(&call(&fake, "getUpdates", json!({"timeout": 5})).await.1).len(), 1);
}

#[tokio::test]
async fn confirmed_updates_can_be_delivered_again_whatever_the_offset() {
    let (fake, phone) = started();
    phone.say("once");
    let seen = ids(&call(&fake, "getUpdates", json!({})).await.1);
    let next = json!({"offset": seen[0] + 1});
    assert!(ids(&call(&fake, "getUpdates", next.clone()).await.1).is_empty());
    fake.redeliver(1);
    assert_eq!(ids(&call(&fake, "getUpdates", next.clone()).await.1), seen);
    assert!(ids(&call(&fake, "getUpdates", next).await.1).is_empty(), "only once more");
}

#[tokio::test]
async fn a_stopped_server_refuses_connections_and_comes_back_with_its_state() {
    let (mut fake, phone) = started();
    phone.say("before");
    fake.stop();
    let address = format!("{}/bot{}/getMe", fake.url(), fake.token());
    let error = reqwest::get(&address).await.expect_err("nobody listens");
    assert!(error.is_connect());
    phone.say("meanwhile");
    fake.restart();
    assert_eq!(ids(&call(&fake, "getUpdates", json!({})).await.1).len(), 2);
}

#[tokio::test]
async fn stopping_ends_a_waiting_long_poll() {
    let (mut fake, _) = started();
    let waiting = bot(&fake);
    let waiting = tokio::spawn(async move { waiting.get_updates().timeout(30).await });
    tokio::time::sleep(Duration::from_millis(200)).await;
    fake.stop();
    let ended = tokio::time::timeout(Duration::from_secs(5), waiting).await.expect("it ends soon");
    assert!(matches!(ended.expect("no panic"), Err(teloxide::RequestError::Network(_))));
}

#[tokio::test]
async fn a_paused_server_answers_late_but_answers() {
    let (fake, _) = started();
    fake.pause();
    let request = bot(&fake);
    let waiting = tokio::spawn(async move { request.send_message(ChatId(7), "late").await });
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert!(!waiting.is_finished() && fake.sent(7).is_empty());
    fake.resume();
    waiting.await.expect("no panic").expect("sent after all");
    assert_eq!(fake.sent(7).len(), 1);
}

#[tokio::test]
async fn a_person_waits_for_the_bots_messages_in_order() {
    let (fake, phone) = started();
    let sender = bot(&fake);
    let work = tokio::spawn(async move {
        for text in ["一", "二", "三"] {
            sender.send_message(ChatId(7), text).await.expect("sent");
        }
    });
    let two = phone.expect_messages(2, Duration::from_secs(5)).await;
    assert_eq!([two[0].text(), two[1].text()], ["一", "二"]);
    assert_eq!(phone.expect_messages(1, Duration::from_secs(5)).await[0].text(), "三");
    phone.wait_for(|shown| shown.len() == 3).await;
    phone.wait_until_quiet(Duration::from_millis(50)).await;
    work.await.expect("no panic");
}

#[tokio::test]
async fn deleting_the_webhook_can_drop_what_is_pending() {
    let fake = FakeTelegram::start();
    fake.phone(7, "en", "Ann").start(None);
    call(&fake, "deleteWebhook", json!({"drop_pending_updates": true})).await;
    assert!(fake.pending_updates().is_empty());
    assert_eq!(fake.faults_left(), 0);
    fake.inject(crate::botapi::Target::any(), Fault::DropBefore, 2);
    assert_eq!(fake.faults_left(), 2);
}
