//! Flooding: told once, left out whole, and no trouble for anybody else, before and after a restart.

use std::time::{Duration, Instant};

use xiaoqi::base::id::{SessionId, TraineeId};
use xiaoqi::base::rate::Rate;
use xiaoqi::channel::telegram::{Limits, Options};
use xiaoqi::store::Key;

use super::PATIENCE;
use crate::telegram::{Site, fast};

/// Five at once, and one more after an hour: what passes does not depend on how fast the test is.
fn few() -> Options {
    let person = Rate { burst: 5, every: 3_600_000 };
    Options { limits: Limits { person, group: Rate { burst: 8, every: 3_600_000 } }, ..fast() }
}

fn handled(trainee: i64) -> std::ops::Range<Key> {
    Key::events_of(SessionId { trainee: TraineeId(trainee), number: 1 })
}

#[tokio::test]
async fn a_flood_is_told_once_and_what_is_too_much_is_left_out_whole() {
    let site = Site::new();
    let service = site.serve_with(few());
    let phone = site.fake.phone(7, "en", "A").with_patience(PATIENCE);
    for n in 0..60 {
        phone.say(&format!("number {n}"));
    }
    site.settle().await;
    let told: Vec<String> = phone.bot_messages().iter().map(|m| m.text().to_owned()).collect();
    let expected: Vec<String> = (0..5).map(|n| format!("echo number {n}")).collect();
    assert_eq!((&told[..5], &told[5..]), (&expected[..], &["access-flood in en".to_owned()][..]));
    assert_eq!(site.count(handled(7)).await, 5, "nothing is half done");
    assert!(!service.log().contains("number 7"));
    // Others are not concerned.
    let other = site.fake.phone(8, "en", "B").with_patience(PATIENCE);
    other.say("hello");
    assert_eq!(other.expect_messages(1, PATIENCE).await[0].text(), "echo hello");
}

#[tokio::test]
async fn when_it_is_over_she_goes_on_and_another_flood_is_told_again() {
    let site = Site::new();
    let _service = site.serve_with(few());
    let phone = site.fake.phone(7, "en", "A").with_patience(PATIENCE);
    for _ in 0..2 {
        for _ in 0..9 {
            phone.say("again");
        }
        site.settle().await;
        site.fake.advance(Duration::from_secs(6 * 3_600));
        site.pass(Duration::from_secs(6 * 3_600));
    }
    let told: Vec<String> = phone.bot_messages().iter().map(|m| m.text().to_owned()).collect();
    assert_eq!(told.iter().filter(|text| *text == "access-flood in en").count(), 2, "{told:?}");
    assert_eq!(told.iter().filter(|text| *text == "echo again").count(), 10);
}

#[tokio::test]
async fn a_kill_in_a_flood_leaves_everything_whole() {
    let site = Site::new();
    let service = site.serve_with(few());
    let phone = site.fake.phone(7, "en", "A").with_patience(PATIENCE);
    phone.say("hang");
    for _ in 0..30 {
        phone.say("more");
    }
    while !site.fake.pending_updates().is_empty() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    service.kill();
    site.echo.open.store(true, std::sync::atomic::Ordering::SeqCst);
    let _service = site.serve_with(few());
    site.settle().await;
    let told: Vec<String> = phone.bot_messages().iter().map(|m| m.text().to_owned()).collect();
    assert_eq!(told.iter().filter(|text| *text == "echo more").count(), 4, "{told:?}");
    assert_eq!(told.iter().filter(|text| *text == "access-flood in en").count(), 1, "{told:?}");
    assert_eq!(site.count(handled(7)).await, 5);
}

#[tokio::test]
async fn a_group_is_told_once_too() {
    let site = Site::new();
    let _service = site.serve_with(few());
    let owner = site.fake.phone(7, "en", "A").with_patience(PATIENCE);
    let group = site.fake.group(-1_001_234_567_890, "Team", &owner);
    group.add_bot(&owner);
    let phones: Vec<_> = (8..12).map(|id| site.fake.phone(id, "en", "B")).collect();
    for phone in &phones {
        group.join(phone);
        for _ in 0..4 {
            phone.in_group(&group).say("/help");
        }
    }
    site.settle().await;
    let told: Vec<String> =
        owner.in_group(&group).bot_messages().iter().map(|m| m.text().to_owned()).collect();
    assert_eq!(told.iter().filter(|text| *text == "access-group-flood in en").count(), 1, "{told:?}");
    assert_eq!(told.iter().filter(|text| text.starts_with("notice-in-group")).count(), 8, "{told:?}");
}

#[tokio::test]
async fn a_flood_that_is_let_through_holds_up_nobody() {
    let site = Site::new();
    let _service = site.serve_with(fast());
    let phone = site.fake.phone(7, "en", "A").with_patience(PATIENCE * 4);
    // Each takes a second: a lane of its own, with a minute of work before it.
    for _ in 0..60 {
        phone.say("slow");
    }
    let other = site.fake.phone(8, "en", "B").with_patience(PATIENCE);
    let started = Instant::now();
    other.say("hello");
    other.expect_messages(1, PATIENCE).await;
    let behind = phone.bot_messages().len();
    assert!(behind < 60, "hers waits for its own: {behind} after {:?}", started.elapsed());
}
