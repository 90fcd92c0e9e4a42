//! Getting letters through: limits, refusals, broken networks.

use std::time::{Duration, Instant};

use xiaoqi::channel::telegram::Options;
use xiaoqi::channel::telegram::sender::Pace;
use xiaoqi::store::Key;

use super::{SOON, Site, fast};
use crate::botapi::{Fault, Target};

fn sending() -> Target {
    Target::method("sendMessage")
}

#[tokio::test]
async fn a_chat_that_must_wait_holds_up_no_other() {
    let site = Site::new();
    let _service = site.serve();
    let (frozen, free) = (site.fake.phone(1, "en", "A"), site.fake.phone(2, "en", "B"));
    site.fake.inject(sending().in_chat(1), Fault::too_many_requests(2), 1);
    let started = Instant::now();
    frozen.say("a");
    frozen.say("b");
    tokio::time::sleep(Duration::from_millis(200)).await;
    free.say("c");
    free.expect_messages(1, SOON).await;
    assert!(started.elapsed() < Duration::from_millis(1_500), "{:?}", started.elapsed());
    let late = frozen.expect_messages(2, SOON).await;
    assert!(started.elapsed() >= Duration::from_secs(2));
    assert_eq!([late[0].text(), late[1].text()], ["echo a", "echo b"]);
    site.settle().await;
    assert_eq!(site.fake.calls_of("sendMessage").len(), 4);
    assert!(site.fake.refusals().is_empty());
}

#[tokio::test]
async fn errors_of_the_server_are_waited_out_without_losing_or_reordering() {
    let site = Site::new();
    let service = site.serve();
    let phone = site.fake.phone(1, "en", "A");
    site.fake.inject(sending(), Fault::internal_error(), 1);
    site.fake.inject(sending(), Fault::bad_gateway(), 1);
    site.fake.inject(sending(), Fault::DropBefore, 1);
    let started = Instant::now();
    phone.say("a");
    phone.say("b");
    let both = phone.expect_messages(2, SOON).await;
    // teloxide alone would have slept ten seconds twice.
    assert!(started.elapsed() < Duration::from_secs(8));
    assert_eq!([both[0].text(), both[1].text()], ["echo a", "echo b"]);
    site.settle().await;
    assert_eq!(service.log().matches("letters wait in the outbox").count(), 1, "{}", service.log());
    assert!(site.fake.refusals().is_empty());
}

#[tokio::test]
async fn a_connection_lost_after_telegram_took_the_message_costs_one_duplicate_at_most() {
    let site = Site::new();
    let _service = site.serve();
    let phone = site.fake.phone(1, "en", "A");
    site.fake.inject(sending(), Fault::DropAfter, 1);
    phone.say("a");
    phone.say("b");
    phone.wait_for(|shown| shown.last().is_some_and(|m| m.text() == "echo b")).await;
    site.settle().await;
    let shown: Vec<String> = phone.bot_messages().iter().map(|m| m.text().to_owned()).collect();
    assert!(shown == ["echo a", "echo b"] || shown == ["echo a", "echo a", "echo b"], "{shown:?}");
    assert!(site.fake.refusals().is_empty());
}

#[tokio::test]
async fn who_blocked_the_bot_gets_nothing_and_nobody_waits_for_it() {
    let site = Site::new();
    let service = site.serve();
    let (gone, here) = (site.fake.phone(1, "en", "A"), site.fake.phone(2, "en", "B"));
    gone.say("slow");
    gone.say("words of hers");
    tokio::time::sleep(Duration::from_millis(300)).await;
    gone.block();
    here.say("hi");
    here.expect_messages(1, SOON).await;
    tokio::time::sleep(Duration::from_millis(1_000)).await;
    site.settle().await;
    assert!(gone.bot_messages().is_empty());
    let log = service.log();
    assert!(log.contains("letters nobody can get are dropped") && !log.contains("hers"), "{log}");
    // Being refused is how the service learns of it; it asks no more than it must.
    assert!(site.fake.refusals().len() <= 2, "{:?}", site.fake.refusals());
    assert!(site.fake.refusals().iter().all(|call| call.status == 403));
    gone.unblock();
    gone.start(None);
    gone.expect_messages(1, SOON).await;
}

#[tokio::test]
async fn a_letter_that_telegram_refuses_for_ever_does_not_hold_up_the_next() {
    let site = Site::new();
    let _service = site.serve();
    let phone = site.fake.phone(1, "en", "A");
    site.fake.inject(sending(), Fault::refusal(400, "Bad Request: BUTTON_DATA_INVALID"), 1);
    phone.say("a");
    phone.say("b");
    assert_eq!(phone.expect_messages(1, SOON).await[0].text(), "echo b");
    site.settle().await;
    assert!(site.fake.refusals().is_empty());
}

#[tokio::test]
async fn a_chat_gets_a_burst_and_then_about_one_a_second() {
    let site = Site::new();
    let pace = Pace { chat_every: Duration::from_millis(400), chat_burst: 3, ..fast().pace };
    let _service = site.serve_with(Options { pace, ..fast() });
    let phone = site.fake.phone(1, "en", "A");
    (0..5).for_each(|n| {
        phone.say(&n.to_string());
    });
    let came = phone.expect_messages(5, SOON).await;
    let burst = came[2].at - came[0].at;
    let rest = came[4].at - came[0].at;
    assert!(burst < Duration::from_millis(350), "{burst:?}");
    assert!(rest >= Duration::from_millis(750), "{rest:?}");
    assert!(site.fake.refusals().is_empty());
}

#[tokio::test]
async fn everything_together_stays_below_the_overall_limit() {
    let site = Site::new();
    let pace = Pace { overall: 20, ..fast().pace };
    let _service = site.serve_with(Options { pace, ..fast() });
    let phones: Vec<_> = (1..=40).map(|id| site.fake.phone(id, "en", "A")).collect();
    let started = Instant::now();
    phones.iter().for_each(|phone| {
        phone.say("hi");
    });
    for phone in &phones {
        phone.expect_messages(1, SOON).await;
    }
    assert!(started.elapsed() >= Duration::from_millis(900), "{:?}", started.elapsed());
    assert_eq!(site.count(Key::all_profiles()).await, 40);
    assert!(site.fake.refusals().is_empty());
}
