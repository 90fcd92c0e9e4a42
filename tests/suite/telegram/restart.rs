//! Killed and started again: nothing is lost, nothing happens twice.

use std::sync::atomic::Ordering;
use std::time::Duration;

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use xiaoqi::base::id::{SessionId, TraineeId};
use xiaoqi::store::Key;

use super::{SOON, Site};
use crate::botapi::{FakeTelegram, Fault, Target};

fn events_of(trainee: i64) -> std::ops::Range<Key> {
    Key::events_of(SessionId { trainee: TraineeId(trainee), number: 1 })
}

#[tokio::test]
async fn what_was_taken_in_before_a_kill_is_done_after_it_in_order() {
    let site = Site::new();
    let service = site.serve();
    let phone = site.fake.phone(1, "en", "A");
    ["hang", "b", "c"].iter().for_each(|text| {
        phone.say(text);
    });
    while site.count(Key::all_inbox()).await < 3 || !site.fake.pending_updates().is_empty() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    service.kill();
    site.echo.open.store(true, Ordering::SeqCst);
    let _service = site.serve();
    let shown = phone.expect_messages(3, SOON).await;
    let shown: Vec<&str> = shown.iter().map(|m| m.text()).collect();
    assert_eq!(shown, ["echo hang", "echo b", "echo c"]);
    site.settle().await;
    assert_eq!(site.count(events_of(1)).await, 3);
    assert!(site.fake.refusals().is_empty());
}

#[tokio::test]
async fn what_could_not_be_sent_before_a_kill_is_sent_after_it_in_order() {
    let site = Site::new();
    let service = site.serve();
    let phone = site.fake.phone(1, "en", "A");
    site.fake.inject(Target::method("sendMessage"), Fault::internal_error(), 1_000);
    ["a", "b", "c"].iter().for_each(|text| {
        phone.say(text);
    });
    while site.count(Key::all_outbox()).await < 3 {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    service.kill();
    site.fake.clear_faults();
    let _service = site.serve();
    let shown = phone.expect_messages(3, SOON).await;
    let shown: Vec<&str> = shown.iter().map(|m| m.text()).collect();
    assert_eq!(shown, ["echo a", "echo b", "echo c"]);
    site.settle().await;
    assert!(site.fake.refusals().is_empty());
}

#[tokio::test]
async fn many_kills_lose_nothing_do_nothing_twice_and_keep_the_order() {
    const TRAINEES: i64 = 4;
    const TEXTS: usize = 40;
    let site = Site::new();
    let mut dice = ChaCha8Rng::seed_from_u64(7);
    let phones: Vec<_> = (1..=TRAINEES).map(|id| site.fake.phone(id, "en", "A")).collect();
    let mut kills = 0;
    for round in 0..20 {
        let service = site.serve();
        for n in round * 2..round * 2 + 2 {
            phones.iter().for_each(|phone| {
                phone.say(&format!("{n}"));
            });
            tokio::time::sleep(Duration::from_millis(dice.random_range(0..30))).await;
        }
        service.kill();
        kills += 1;
    }
    let _service = site.serve();
    for phone in &phones {
        let last = format!("echo {}", TEXTS - 1);
        phone.wait_for(|shown| shown.iter().any(|m| m.text() == last)).await;
    }
    site.settle().await;
    for id in 1..=TRAINEES {
        assert_eq!(site.count(events_of(id)).await, TEXTS, "each update happened exactly once");
        check_answers(&site.fake, id, TEXTS, kills);
    }
    assert!(site.fake.refusals().is_empty());
}

/// Every answer came, in order; one that came twice did so at a kill.
fn check_answers(fake: &FakeTelegram, id: i64, count: usize, kills: usize) {
    let shown: Vec<String> = fake.sent(id).iter().map(|m| m.text().to_owned()).collect();
    let mut firsts = shown.clone();
    firsts.dedup();
    let expected: Vec<String> = (0..count).map(|n| format!("echo {n}")).collect();
    assert_eq!(firsts, expected);
    assert!(
        shown.len() - firsts.len() <= kills,
        "{} duplicates in {kills} kills",
        shown.len() - firsts.len()
    );
}

#[tokio::test]
async fn stopping_finishes_what_is_under_way() {
    let site = Site::new();
    let service = site.serve();
    let phone = site.fake.phone(1, "en", "A");
    phone.say("slow");
    phone.say("b");
    tokio::time::sleep(Duration::from_millis(300)).await;
    tokio::task::spawn_blocking(|| service.stop()).await.unwrap().unwrap();
    assert_eq!(phone.expect_messages(1, Duration::from_millis(10)).await[0].text(), "echo slow");
    let _service = site.serve();
    assert_eq!(phone.expect_messages(1, SOON).await[0].text(), "echo b");
    site.settle().await;
    assert!(site.fake.refusals().is_empty());
}
