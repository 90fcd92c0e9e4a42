//! Journal, progress, plan and reminders on a phone: what is durable, and what comes once.

use std::sync::Arc;

use xiaoqi::base::id::TraineeId;
use xiaoqi::base::lang::Lang;
use xiaoqi::base::time::Moment;
use xiaoqi::channel::telegram::outbound;
use xiaoqi::desk::records::{KeptProfile, Timer};
use xiaoqi::desk::{Desk, Handled, Mind, Task, now};
use xiaoqi::flow::input::{Command, Deed, Input};
use xiaoqi::flow::profile::Profile;
use xiaoqi::store::{Batch, Expect, Key, MemoryStore, Record, SledStore, Store};

use super::{SOON, Site, fast, playbook, until};

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;
/// Monday, 2026-03-02, midnight UTC.
const MONDAY: i64 = 1_772_409_600_000;

fn desk(store: &Arc<dyn Store>) -> Desk {
    Desk::new(Arc::clone(store), playbook() as Arc<dyn Mind>, outbound::letters)
}

async fn orders(desk: &Desk, update: u64, at: i64, command: Command, payload: &str) -> Vec<String> {
    let deed = Deed::Command(command, payload.to_owned());
    let input = Input { trainee: TraineeId(7), at: Moment(at), device_lang: Some(Lang::EN), seed: 1, deed };
    let Handled::Done(posts) = desk.handle(&Task { update, chat: 7, input }).await.unwrap() else { panic!() };
    posts.into_iter().map(|post| post.letter.text).collect()
}

async fn count(store: &Arc<dyn Store>, range: std::ops::Range<Key>) -> usize {
    store.scan(range, 100).await.unwrap().len()
}

#[tokio::test]
async fn a_reflection_is_in_the_journal_after_a_kill_and_the_plan_is_ticked_by_button() {
    let site = Site::new();
    let service = site.serve_mind(playbook(), fast());
    let phone = site.fake.phone(7, "zh-hans", "小王").with_patience(SOON);
    phone.start(Some("wrong_dish"));
    until(&phone, "油焖大虾").await;
    phone.press("b:wrong_dish");
    until(&phone, "直接打字回复").await;
    phone.say("林先生您好，送到的却是油焖大虾，对吗？");
    phone.say("这种事难免的，您冷静一点。");
    phone.say("/end");
    until(&phone, "问题 1/3").await;
    phone.say("没有打断他");
    phone.say("少说难免两个字");
    phone.say("先听再说");
    until(&phone, "再来一次").await;
    site.settle().await;
    service.kill();
    let _service = site.serve_mind(playbook(), fast());
    phone.say("/journal 难免");
    until(&phone, "“难免”：1 篇").await;
    phone.press("#1");
    until(&phone, "少说难免两个字").await;
    phone.say("/progress");
    until(&phone, "为什么是这位").await;
    phone.say("/plan");
    until(&phone, "有用的做法").await;
    phone.press("qa:1");
    until(&phone, "☐ 1  少说难免两个字").await;
    phone.press("✓ 1");
    until(&phone, "☑ 少说难免两个字").await;
    site.settle().await;
    assert!(site.fake.refusals().is_empty(), "{:?}", site.fake.refusals());
}

#[tokio::test]
async fn a_reminder_is_one_batch_and_moves_its_own_timer() {
    let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
    let desk = desk(&store);
    orders(&desk, 1, MONDAY, Command::Remind, "20:00 +0").await;
    let timers = || count(&store, Key::all_timers());
    assert_eq!(timers().await, 1);
    orders(&desk, 2, MONDAY, Command::Remind, "21:00").await;
    assert_eq!(timers().await, 1, "another time takes the first one's place");
    assert!(desk.wake(Moment(MONDAY + 20 * HOUR)).await.unwrap().is_empty());
    let posts = desk.wake(Moment(MONDAY + 21 * HOUR)).await.unwrap();
    assert!(posts[0].letter.text.starts_with("Your five minutes"), "{posts:?}");
    assert!(posts.iter().all(|post| post.chat == 7));
    assert_eq!(count(&store, Key::outbox_of(7)).await, posts.len() + 2);
    assert!(desk.wake(Moment(MONDAY + 21 * HOUR)).await.unwrap().is_empty());
    orders(&desk, 3, MONDAY + 22 * HOUR, Command::Remind, "off").await;
    assert_eq!(timers().await, 0);
    assert!(desk.wake(Moment(MONDAY + 9 * DAY)).await.unwrap().is_empty());
}

#[tokio::test]
async fn days_of_downtime_bring_one_reminder_when_the_service_is_back() {
    let folder = tempfile::tempdir().unwrap();
    {
        let store: Arc<dyn Store> = Arc::new(SledStore::open(folder.path()).unwrap());
        orders(&desk(&store), 1, MONDAY, Command::Remind, "20:00 +0").await;
    }
    let store: Arc<dyn Store> = Arc::new(SledStore::open(folder.path()).unwrap());
    let back = Moment(MONDAY + 4 * DAY + 9 * HOUR);
    let (one, two) = (desk(&store), desk(&store));
    let first = one.wake(back).await.unwrap();
    assert!(!first.is_empty());
    // Neither again, nor by another that asks at the same time, until the evening.
    assert!(two.wake(back).await.unwrap().is_empty() && one.wake(back).await.unwrap().is_empty());
    assert!(!one.wake(Moment(MONDAY + 4 * DAY + 20 * HOUR)).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_timer_that_the_profile_does_not_know_only_goes() {
    let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
    let desk = desk(&store);
    orders(&desk, 1, MONDAY, Command::Remind, "20:00 +0").await;
    let stray = Key::timer(Moment(MONDAY + HOUR), TraineeId(7));
    let bytes = Record::encode(&stray, &Timer { chat: 7 }).unwrap();
    let mut batch = Batch::new();
    batch.put(stray, bytes, Expect::Any);
    store.commit(batch).await.unwrap();
    assert!(desk.wake(Moment(MONDAY + 2 * HOUR)).await.unwrap().is_empty());
    assert_eq!(count(&store, Key::all_timers()).await, 1);
}

#[tokio::test]
async fn a_missed_reminder_reaches_the_phone_once_through_the_outbox() {
    let site = Site::new();
    let due = Moment(now().0 - 3 * DAY);
    let mut profile = Profile { lang: Some(Lang::EN), ..Profile::default() };
    profile.review.minute = Some(0);
    profile.review.zone = xiaoqi::progress::zone::Zone::common("berlin");
    profile.review.due = Some(due);
    let (timer, key) = (Key::timer(due, TraineeId(7)), Key::profile(TraineeId(7)));
    let mut batch = Batch::new();
    let kept = Record::encode(&key, &KeptProfile { revision: 1, at: None, profile }).unwrap();
    let set = Record::encode(&timer, &Timer { chat: 7 }).unwrap();
    batch.put(key, kept, Expect::Absent).put(timer, set, Expect::Absent);
    site.store.commit(batch).await.unwrap();
    let phone = site.fake.phone(7, "en", "A").with_patience(SOON);
    phone.start(None);
    let service = site.serve_mind(playbook(), fast());
    until(&phone, "Your five minutes").await;
    site.settle().await;
    service.kill();
    let _service = site.serve_mind(playbook(), fast());
    phone.say("/remind");
    until(&phone, "every day at 00:00").await;
    site.settle().await;
    let shown = site.fake.sent(7);
    assert_eq!(shown.iter().filter(|message| message.text().starts_with("Your five minutes")).count(), 1);
}
