//! What goes wrong for one chat, or in one task, costs nobody else anything, and is over with the next message.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use xiaoqi::base::id::{SessionId, TraineeId};
use xiaoqi::base::time::Moment;
use xiaoqi::channel::telegram::api::Api;
use xiaoqi::channel::telegram::sender::Pace;
use xiaoqi::channel::telegram::{Options, TelegramError};
use xiaoqi::desk::group::records::KeptAlarm;
use xiaoqi::desk::now;
use xiaoqi::desk::office::Premises;
use xiaoqi::desk::records::{KeptProfile, Timer};
use xiaoqi::flow::profile::{Profile, Screen};
use xiaoqi::progress::review::Review;
use xiaoqi::store::{Batch, Expect, Key, Record, Store, StoreError};

use super::faulty::{BROKEN, Choking, Exploding, FULL, Failure, Faulty};
use super::{SOON, Site, fast, playbook};
use crate::botapi::{Fault, Phone, Target};

const TEAM: i64 = -1_001_234_567_890;

/// A site over a store that fails when told to.
fn faulty_site() -> (Site, Arc<Faulty>) {
    let store = Arc::new(Faulty::default());
    (Site { store: Arc::clone(&store) as Arc<dyn Store>, ..Site::new() }, store)
}

fn sending() -> Target {
    Target::method("sendMessage")
}

async fn put<T: xiaoqi::store::Wire>(site: &Site, key: Key, record: &T) {
    let mut batch = Batch::new();
    batch.put(key.clone(), Record::encode(&key, record).unwrap(), Expect::Any);
    site.store.commit(batch).await.unwrap();
}

#[tokio::test]
async fn words_for_a_group_that_choke_cost_one_answer_there_and_never_come_again() {
    let site = Site::new();
    let mind = Choking::times(1);
    let service = site.serve_mind(mind.clone(), fast());
    let owner = site.fake.phone(7, "en", "A");
    let group = site.fake.group(TEAM, "Team", &owner);
    group.add_bot(&owner);
    let in_group = owner.in_group(&group);
    in_group.say("/start@xiaoqi_test_bot");
    let other = site.fake.phone(8, "en", "B");
    other.say("hi");
    other.expect_messages(1, SOON).await;
    site.settle().await;
    assert_eq!(mind.left.load(Ordering::SeqCst), 0, "it has choked");
    in_group.say("/start@xiaoqi_test_bot");
    assert_eq!(in_group.expect_messages(1, SOON).await[0].text(), "notice-in-group in en");
    site.settle().await;
    service.kill();
    mind.left.store(9, Ordering::SeqCst);
    let _service = site.serve_mind(mind.clone(), fast());
    other.say("there?");
    other.expect_messages(1, SOON).await;
    assert_eq!(mind.left.load(Ordering::SeqCst), 9, "nothing of it is left for the next start");
    assert!(site.fake.refusals().is_empty(), "{:?}", site.fake.refusals());
}

#[tokio::test]
async fn an_alarm_that_chokes_is_given_up_and_those_after_it_ring() {
    let site = Site::new();
    let owner = site.fake.phone(7, "en", "A");
    let group = site.fake.group(TEAM, "Team", &owner);
    group.add_bot(&owner);
    for what in ["first", "second"] {
        put(&site, Key::alarm(Moment(now().0 - 1_000), TEAM, what), &KeptAlarm {}).await;
    }
    let service = site.serve_mind(Choking::times(1), fast());
    owner.in_group(&group).expect_messages(1, SOON).await;
    site.settle().await;
    assert_eq!(site.count(Key::all_alarms()).await, 0);
    assert!(service.log().contains("an alarm choked and is given up"), "{}", service.log());
}

#[tokio::test]
async fn a_task_that_panics_is_started_again_and_what_was_due_comes_late() {
    let (site, store) = faulty_site();
    let due = Moment(now().0 - 1_000);
    let review = Review { due: Some(due), ..Review::default() };
    let profile = Profile { review, ..Profile::default() };
    put(&site, Key::profile(TraineeId(1)), &KeptProfile { revision: 1, at: None, profile }).await;
    put(&site, Key::timer(due, TraineeId(1)), &Timer { chat: 1 }).await;
    let phone = site.fake.phone(1, "en", "A");
    phone.start(None);
    store.choke_on(Key::timers_due(now()), 2);
    let service = site.serve();
    phone.wait_for(|shown| shown.iter().any(|m| m.text() == "due")).await;
    site.settle().await;
    assert_eq!(service.log().matches("a task failed and is started again").count(), 2, "{}", service.log());
    assert_eq!(store.chokes_left(), 0);
}

#[tokio::test]
async fn a_call_that_panics_holds_up_its_own_chat_only_and_is_tried_again() {
    let (site, store) = faulty_site();
    let service = site.serve();
    let (unlucky, other) = (site.fake.phone(1, "en", "A"), site.fake.phone(2, "en", "B"));
    store.choke_on(Key::outbox_of(1), 2);
    unlucky.say("a");
    unlucky.say("b");
    other.say("c");
    other.expect_messages(1, SOON).await;
    let shown = unlucky.expect_messages(2, SOON).await;
    assert_eq!([shown[0].text(), shown[1].text()], ["echo a", "echo b"]);
    site.settle().await;
    assert_eq!(store.chokes_left(), 0);
    assert!(service.log().contains("a call failed by a mistake in the program"), "{}", service.log());
}

#[tokio::test]
async fn a_conversation_whose_record_is_damaged_is_left_and_another_can_be_begun() {
    let site = Site::new();
    let profile = Profile { sessions: 1, screen: Screen::Playing, ..Profile::default() };
    put(&site, Key::profile(TraineeId(1)), &KeptProfile { revision: 4, at: None, profile }).await;
    let mut batch = Batch::new();
    let event = Key::session_event(SessionId { trainee: TraineeId(1), number: 1 }, 0);
    batch.put(event, *b"secret garbage", Expect::Any);
    site.store.commit(batch).await.unwrap();
    let service = site.serve_mind(playbook(), fast());
    // The first list of customers takes a while in a program that is not optimised.
    let phone = site.fake.phone(1, "en", "A").with_patience(Duration::from_secs(120));
    phone.say("hello?");
    phone.wait_for(|shown| !shown.is_empty()).await;
    phone.say("/menu");
    phone.wait_for(|shown| shown.iter().any(|m| m.json.to_string().contains("\"i:"))).await;
    phone.press("i:");
    phone.wait_for(|shown| shown.iter().any(|m| m.json.to_string().contains("\"b:"))).await;
    phone.press("b:");
    phone.wait_until_quiet(Duration::from_millis(300)).await;
    site.settle().await;
    let second = Key::events_of(SessionId { trainee: TraineeId(1), number: 2 });
    assert_eq!(site.count(second).await, 1, "another conversation is under way");
    assert!(!service.log().contains("secret"), "{}", service.log());
    assert!(site.fake.refusals().is_empty(), "{:?}", site.fake.refusals());
}

#[tokio::test]
async fn letters_for_a_chat_that_always_fails_are_given_up_while_others_get_theirs() {
    let site = Site::new();
    let pace = Pace { give_up: Duration::from_millis(1_200), ..fast().pace };
    let service = site.serve_with(Options { pace, ..fast() });
    let (dead, other) = (site.fake.phone(1, "en", "A"), site.fake.phone(2, "en", "B"));
    site.fake.inject(sending().in_chat(1), Fault::internal_error(), 1_000);
    dead.say("a");
    dead.say("b");
    let begun = Instant::now();
    while site.count(Key::outbox_of(1)).await > 0 || begun.elapsed() < Duration::from_millis(500) {
        assert!(begun.elapsed() < SOON, "{}", service.log());
        other.say("c");
        other.expect_messages(1, SOON).await;
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert!(service.log().contains("takes nothing for a chat any more"), "{}", service.log());
    site.fake.clear_faults();
    dead.say("again");
    assert_eq!(dead.expect_messages(1, SOON).await[0].text(), "echo again");
    assert!(site.fake.refusals().is_empty(), "{:?}", site.fake.refusals());
}

#[tokio::test]
async fn in_an_outage_nothing_is_given_up_however_long_it_takes() {
    let site = Site::new();
    let pace = Pace { give_up: Duration::from_millis(300), ..fast().pace };
    let service = site.serve_with(Options { pace, ..fast() });
    let phones = [1, 2].map(|id| site.fake.phone(id, "en", "A"));
    phones[0].say("before");
    phones[0].expect_messages(1, SOON).await;
    site.fake.refuse_everything(Fault::bad_gateway(), Duration::from_secs(3));
    phones.iter().for_each(|phone| {
        phone.say("a");
    });
    for phone in &phones {
        assert_eq!(phone.expect_messages(1, SOON).await[0].text(), "echo a");
    }
    assert!(!service.log().contains("dropped"), "{}", service.log());
}

#[tokio::test]
async fn chats_for_which_telegram_hangs_hold_up_nobody_else() {
    let site = Site::new();
    let _service = site.serve();
    let hanging: Vec<_> = (100..160).map(|id| site.fake.phone(id, "en", "A")).collect();
    for phone in &hanging {
        site.fake.inject(sending().in_chat(phone.id()), Fault::Delay(Duration::from_secs(8)), 1);
        phone.say("a");
    }
    tokio::time::sleep(Duration::from_millis(500)).await;
    let (other, started) = (site.fake.phone(1, "en", "B"), Instant::now());
    other.say("b");
    other.expect_messages(1, SOON).await;
    assert!(started.elapsed() < Duration::from_secs(6), "{:?}", started.elapsed());
}

#[tokio::test]
async fn stopping_takes_a_set_time_with_a_stuck_step_and_an_api_that_hangs() {
    let site = Site::new();
    let (brief, grace) = (Duration::from_millis(400), Duration::from_millis(100));
    let pace = Pace { last_calls: brief, ..fast().pace };
    let service = site.serve_with(Options { pace, last_work: brief, grace, ..fast() });
    let (stuck, waiting) = (site.fake.phone(1, "en", "A"), site.fake.phone(2, "en", "B"));
    site.fake.inject(sending().in_chat(2), Fault::Delay(Duration::from_secs(30)), 1);
    stuck.say("hang");
    waiting.say("b");
    let begun = Instant::now();
    while site.count(Key::all_inbox()).await != 1 || site.count(Key::all_outbox()).await != 1 {
        assert!(begun.elapsed() < SOON, "one update is stuck, one letter on its way");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let told = Instant::now();
    let (service, log) = tokio::task::spawn_blocking(|| {
        let log = service.log_later();
        (service.stop(), log)
    })
    .await
    .unwrap();
    service.unwrap();
    assert!(told.elapsed() < Duration::from_secs(8), "{:?}", told.elapsed());
    let log = log();
    assert!(log.contains("left for the next start") && log.contains("Telegram takes too long"), "{log}");
    site.echo.open.store(true, Ordering::SeqCst);
    site.fake.clear_faults();
    let _service = site.serve();
    assert_eq!(stuck.expect_messages(1, SOON).await[0].text(), "echo hang");
    assert_eq!(waiting.expect_messages(1, SOON).await[0].text(), "echo b");
}

async fn over_a_failure(why: i32, kept: bool, after: u32) {
    let (site, store) = faulty_site();
    let service = site.serve();
    let phone = site.fake.phone(1, "en", "A");
    phone.say("first");
    phone.expect_messages(1, SOON).await;
    site.settle().await;
    store.fail(Failure { after, why, kept });
    (0..5).for_each(|n| {
        phone.say(&format!("{n}"));
    });
    let error = tokio::task::spawn_blocking(|| service.wait()).await.unwrap().unwrap_err();
    let told = error.to_string();
    let (TelegramError::Store(error), true) = (error, told.contains("the data folder")) else {
        panic!("{told}")
    };
    match why {
        FULL => {
            assert!(matches!(error, StoreError::Full { .. }) && told.contains("Free some space"), "{told}")
        }
        _ => assert!(matches!(error, StoreError::Io { .. }) && told.contains("Check the disk"), "{told}"),
    }
    store.mend();
    let _service = site.serve();
    phone.wait_for(|shown| shown.iter().any(|m| m.text() == "echo 4")).await;
    site.settle().await;
    let mut shown: Vec<String> = phone.bot_messages().iter().map(|m| m.text().to_owned()).collect();
    shown.dedup();
    assert_eq!(
        shown,
        ["echo first", "echo 0", "echo 1", "echo 2", "echo 3", "echo 4"],
        "{why} {kept} {after}"
    );
    let events = Key::events_of(SessionId { trainee: TraineeId(1), number: 1 });
    assert_eq!(site.count(events).await, 6, "each update happened once");
}

#[tokio::test]
async fn a_disk_that_fails_at_any_moment_ends_the_service_in_clear_words_and_loses_nothing() {
    for after in 0..6 {
        for (why, kept) in [(FULL, false), (BROKEN, true)] {
            over_a_failure(why, kept, after).await;
        }
    }
}

#[tokio::test]
async fn an_errand_of_the_trainers_office_that_explodes_costs_one_answer() {
    let site = Site::new();
    let office = |api: &Api| Premises {
        studio: Arc::new(Exploding),
        fetch: Arc::new(api.clone()),
        operators: [TraineeId(7)].into(),
    };
    let service = site.run_with(&site.fake.token(), playbook(), fast(), office);
    let patient = |phone: Phone| phone.with_patience(Duration::from_secs(120));
    let (trainer, other) = (patient(site.fake.phone(7, "en", "A")), patient(site.fake.phone(8, "en", "B")));
    trainer.say("/help");
    trainer.wait_for(|shown| !shown.is_empty()).await;
    let before = trainer.bot_messages().len();
    trainer.send_document("pump.toml", b"id = 7");
    other.say("/help");
    other.wait_for(|shown| !shown.is_empty()).await;
    trainer.wait_for(|shown| shown.len() > before).await;
    let before = trainer.bot_messages().len();
    trainer.say("/help");
    trainer.wait_for(|shown| shown.len() > before).await;
    site.settle().await;
    assert!(
        service.log().contains("faulty.rs"),
        "it has exploded, and the log says where: {}",
        service.log()
    );
    assert!(site.fake.refusals().is_empty(), "{:?}", site.fake.refusals());
}
