//! Trouble between Telegram and the service, and mistakes of our own.

use std::time::{Duration, Instant};

use xiaoqi::base::id::{SessionId, TraineeId};
use xiaoqi::store::{Batch, Expect, Key};

use super::{SOON, Site};
use crate::botapi::{Fault, Target};

fn session(trainee: i64) -> SessionId {
    SessionId { trainee: TraineeId(trainee), number: 1 }
}

#[tokio::test]
async fn an_update_that_comes_twice_happens_once() {
    let site = Site::new();
    let _service = site.serve();
    let phone = site.fake.phone(1, "en", "A");
    phone.start(None);
    phone.expect_messages(1, SOON).await;
    phone.press("p:");
    phone.say("b");
    phone.expect_messages(2, SOON).await;
    site.settle().await;
    site.fake.redeliver(3);
    phone.say("c");
    assert_eq!(phone.expect_messages(1, SOON).await[0].text(), "echo c");
    phone.wait_until_quiet(Duration::from_millis(300)).await;
    site.settle().await;
    assert_eq!(phone.bot_messages().len(), 4);
    assert_eq!(site.count(Key::events_of(session(1))).await, 4);
    assert!(site.fake.refusals().is_empty(), "{:?}", site.fake.refusals());
}

#[tokio::test]
async fn a_panic_costs_its_trainee_one_answer_and_nobody_anything_else() {
    let site = Site::new();
    let service = site.serve();
    let (unlucky, other) = (site.fake.phone(1, "en", "A"), site.fake.phone(2, "en", "B"));
    for text in ["a", "boom", "b"] {
        unlucky.say(text);
        other.say("hi");
    }
    let shown = unlucky.expect_messages(3, SOON).await;
    let shown: Vec<&str> = shown.iter().map(|m| m.text()).collect();
    assert_eq!(shown, ["echo a", "notice-internal in en", "echo b"]);
    other.expect_messages(3, SOON).await;
    site.settle().await;
    assert_eq!(site.count(Key::events_of(session(1))).await, 2);
    let log = service.log();
    assert!(log.contains("echo.rs") && !log.contains("boom") && !log.contains("chokes"), "{log}");
    assert!(site.fake.refusals().is_empty());
}

#[tokio::test]
async fn a_trainee_whose_records_are_damaged_is_told_and_others_are_not_concerned() {
    let site = Site::new();
    let mut batch = Batch::new();
    batch.put(Key::profile(TraineeId(1)), *b"secret garbage", Expect::Any);
    site.store.commit(batch).await.unwrap();
    let service = site.serve();
    let (damaged, other) = (site.fake.phone(1, "en", "A"), site.fake.phone(2, "en", "B"));
    damaged.say("a");
    other.say("b");
    assert_eq!(damaged.expect_messages(1, SOON).await[0].text(), "notice-internal in en");
    assert_eq!(other.expect_messages(1, SOON).await[0].text(), "echo b");
    site.settle().await;
    assert!(!service.log().contains("secret"));
    assert!(site.fake.refusals().is_empty());
}

#[tokio::test]
async fn broken_polls_are_told_once_a_streak_and_lose_nothing() {
    let site = Site::new();
    let service = site.serve();
    let phone = site.fake.phone(1, "en", "A");
    phone.say("a");
    phone.expect_messages(1, SOON).await;
    let polling = || Target::method("getUpdates");
    for fault in [Fault::internal_error(), Fault::bad_gateway(), Fault::DropBefore, Fault::Garbage] {
        site.fake.inject(polling(), fault, 1);
    }
    // The poll under way still brings this one; the next ones fail.
    phone.say("b");
    phone.expect_messages(1, SOON).await;
    phone.say("c");
    assert_eq!(phone.expect_messages(1, SOON).await[0].text(), "echo c");
    site.settle().await;
    phone.wait_until_quiet(Duration::from_millis(200)).await;
    assert_eq!(phone.bot_messages().len(), 3);
    let log = service.log();
    assert_eq!(log.matches("no updates for now").count(), 1, "{log}");
    assert_eq!(log.matches("updates arrive again").count(), 1, "{log}");
    assert!(site.fake.refusals().is_empty());
}

#[tokio::test]
async fn another_poller_is_named_as_what_it_is() {
    let site = Site::new();
    let service = site.serve();
    let phone = site.fake.phone(1, "en", "A");
    phone.say("a");
    phone.expect_messages(1, SOON).await;
    site.fake.inject(Target::method("getUpdates"), Fault::refusal(409, "Conflict: terminated"), 1);
    // The poll under way still brings this one; the next one is refused, and told, before another can bring the second.
    phone.say("b");
    phone.expect_messages(1, SOON).await;
    phone.say("c");
    phone.expect_messages(1, SOON).await;
    assert!(service.log().contains("another process takes this bot's updates"), "{}", service.log());
    assert!(site.fake.refusals().is_empty());
}

#[tokio::test]
async fn menus_that_cannot_be_set_are_only_told() {
    let site = Site::new();
    site.fake.inject(Target::method("setMyCommands"), Fault::internal_error(), 2);
    let service = site.serve();
    let phone = site.fake.phone(1, "en", "A");
    phone.say("a");
    phone.expect_messages(1, SOON).await;
    let told = || service.log().matches("the menu of commands stays as it was").count();
    let patience = Instant::now() + SOON;
    while told() < 2 && Instant::now() < patience {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert_eq!(told(), 2);
    assert!(site.fake.refusals().is_empty());
}

#[tokio::test]
async fn updates_of_forms_nobody_knows_are_passed_over() {
    let site = Site::new();
    let _service = site.serve();
    let phone = site.fake.phone(1, "en", "A");
    site.fake.push_update("message", serde_json::json!({"no": "message"}));
    site.fake.push_update("callback_query", serde_json::json!(7));
    phone.say("a");
    assert_eq!(phone.expect_messages(1, SOON).await[0].text(), "echo a");
    site.settle().await;
    assert!(site.fake.refusals().is_empty());
}
