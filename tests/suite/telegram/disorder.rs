//! Updates that come in no order, twice, without a number, and clocks that are put back.

use std::time::Duration;

use serde_json::json;
use xiaoqi::base::id::{SessionId, TraineeId};
use xiaoqi::store::Key;

use super::{SOON, Site};

async fn inbox_of(site: &Site, count: usize) {
    while site.count(Key::all_inbox()).await < count || !site.fake.pending_updates().is_empty() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

fn texts(messages: &[crate::botapi::Message]) -> Vec<&str> {
    messages.iter().map(crate::botapi::Message::text).collect()
}

#[tokio::test]
async fn a_batch_that_comes_the_last_first_is_done_in_the_order_of_its_numbers() {
    let site = Site::new();
    let phone = site.fake.phone(1, "en", "A");
    site.fake.disorder(1);
    for text in ["a", "b", "c"] {
        phone.say(text);
    }
    let _service = site.serve();
    assert_eq!(texts(&phone.expect_messages(3, SOON).await), ["echo a", "echo b", "echo c"]);
    assert!(site.fake.refusals().is_empty(), "{:?}", site.fake.refusals());
}

#[tokio::test]
async fn what_was_taken_in_is_done_in_order_after_a_kill_though_the_clock_was_put_back() {
    let site = Site::new();
    let service = site.serve();
    let phone = site.fake.phone(1, "en", "A");
    phone.say("hang");
    inbox_of(&site, 1).await;
    site.turn_back(Duration::from_secs(3_600));
    phone.say("b");
    inbox_of(&site, 2).await;
    service.kill();
    site.echo.open.store(true, std::sync::atomic::Ordering::SeqCst);
    let _service = site.serve();
    assert_eq!(texts(&phone.expect_messages(2, SOON).await), ["echo hang", "echo b"]);
    site.settle().await;
    assert_eq!(site.count(Key::events_of(SessionId { trainee: TraineeId(1), number: 1 })).await, 2);
}

#[tokio::test]
async fn an_update_that_waits_and_comes_again_keeps_its_place() {
    let site = Site::new();
    let service = site.serve();
    let phone = site.fake.phone(1, "en", "A");
    phone.say("hang");
    inbox_of(&site, 1).await;
    phone.say("b");
    inbox_of(&site, 2).await;
    // The first comes again when both are known: it must not get behind the second.
    site.fake.redeliver(2);
    phone.say("c");
    inbox_of(&site, 3).await;
    service.kill();
    site.echo.open.store(true, std::sync::atomic::Ordering::SeqCst);
    let _service = site.serve();
    assert_eq!(texts(&phone.expect_messages(3, SOON).await), ["echo hang", "echo b", "echo c"]);
    site.settle().await;
    assert_eq!(site.count(Key::events_of(SessionId { trainee: TraineeId(1), number: 1 })).await, 3);
}

#[tokio::test]
async fn what_has_no_number_is_not_asked_for_in_haste() {
    let site = Site::new();
    site.fake.push_value(json!("no update at all"));
    let service = site.serve();
    tokio::time::sleep(Duration::from_secs(2)).await;
    let polls = site.fake.calls_of("getUpdates").len();
    assert!((1..10).contains(&polls), "{polls} calls in two seconds");
    let phone = site.fake.phone(1, "en", "A");
    phone.say("a");
    assert_eq!(phone.expect_messages(1, SOON).await[0].text(), "echo a");
    site.settle().await;
    assert!(service.log().contains("no updates for now"), "{}", service.log());
}

#[tokio::test]
async fn an_update_that_comes_again_is_known_again_though_the_clock_jumped_by_days() {
    let site = Site::new();
    let _service = site.serve();
    let phone = site.fake.phone(1, "en", "A");
    phone.say("a");
    phone.expect_messages(1, SOON).await;
    phone.start(None);
    phone.expect_messages(1, SOON).await;
    phone.press("p:");
    phone.expect_messages(1, SOON).await;
    site.settle().await;
    site.pass(Duration::from_secs(9 * 24 * 3_600));
    site.fake.redeliver(3);
    phone.say("b");
    assert_eq!(phone.expect_messages(1, SOON).await[0].text(), "echo b");
    site.settle().await;
    assert_eq!(phone.bot_messages().len(), 4);
    assert_eq!(site.count(Key::events_of(SessionId { trainee: TraineeId(1), number: 1 })).await, 4);
}
