//! A trainee's own data behind the service: handed out whole, deleted without a trace, let go of with time.

use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use xiaoqi::base::id::{SessionId, TraineeId};
use xiaoqi::base::time::Moment;
use xiaoqi::channel::telegram::outbound;
use xiaoqi::desk::{Desk, Letter, Playbook, Swept, Task, erase};
use xiaoqi::flow::action::Action;
use xiaoqi::flow::input::{Command, Deed, Input};
use xiaoqi::store::{Batch, Expect, Key, MemoryStore, Record, Store};

use super::{SOON, Site, fast, playbook, until};
use crate::botapi::{Fault, Message, Phone, Target};
use crate::stage;

/// A number and words that stand nowhere else.
const SHE: i64 = 7_123_456;
const WORDS: &str = "青花瓷打翻了，实在对不起";

async fn practise(phone: &Phone) {
    phone.start(Some("wrong_dish"));
    until(phone, "油焖大虾").await;
    phone.press("b:wrong_dish");
    until(phone, "直接打字回复").await;
    phone.say(WORDS);
    phone.wait_for(|shown| shown.len() > 3).await;
    phone.say("/end");
    until(phone, "问题 1/3").await;
    phone.say("我先听他说完，再道歉的。");
    until(phone, "问题 2/3").await;
}

/// Every key and value in which the number or one of the words stands.
async fn traces(store: &dyn Store, words: &[&str]) -> Vec<String> {
    let number = SHE.to_string();
    let holds = |text: &str| text.contains(&number) || words.iter().any(|word| text.contains(word));
    let all = store.scan(Key::everything(), 100_000).await.unwrap();
    let found = all.iter().filter(|(key, entry)| {
        // Keys hold numbers as bytes; their names show them in digits.
        holds(&key.to_string()) || holds(&String::from_utf8_lossy(&entry.value))
    });
    found.map(|(key, _)| key.to_string()).collect()
}

#[tokio::test]
async fn export_sends_two_documents_with_every_word_of_hers() {
    let site = Site::new();
    let _service = site.serve_mind(playbook(), fast());
    let phone = site.fake.phone(SHE, "zh-hans", "小王").with_patience(SOON);
    practise(&phone).await;
    phone.say("/export");
    let named = |m: &Message, name: &str| m.json["document"]["file_name"] == name;
    let shown = phone.wait_for(|shown| shown.iter().any(|m| named(m, "xiaoqi-copy.json"))).await;
    let file = |name: &str| {
        let message = shown.iter().find(|m| named(m, name)).unwrap();
        String::from_utf8(site.fake.file(message.file_id().unwrap()).unwrap()).unwrap()
    };
    let page = file("xiaoqi-copy.html");
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains(WORDS) && page.contains("我先听他说完"));
    assert!(!page.contains("<script") && !page.contains("http://") && !page.contains("https://"));
    let data: Value = serde_json::from_str(&file("xiaoqi-copy.json")).unwrap();
    assert_eq!((&data["form"], &data["trainee"]), (&"xiaoqi/export/1".into(), &SHE.into()));
    assert_eq!(data["sessions"][0]["events"][1]["said"], WORDS);
    // The update that asked is itself still waiting, and therefore part of what is kept.
    assert!(data["waiting_updates"].to_string().contains("/export"));
    site.settle().await;
    assert!(site.fake.refusals().is_empty(), "{:?}", site.fake.refusals());
}

#[tokio::test]
async fn after_forget_no_key_and_no_value_holds_her_number_or_her_words() {
    let site = Site::new();
    let service = site.serve_mind(playbook(), fast());
    let phone = site.fake.phone(SHE, "zh-hans", "小王").with_patience(SOON);
    let other = site.fake.phone(8, "zh-hans", "小李").with_patience(SOON);
    practise(&phone).await;
    practise(&other).await;
    site.settle().await;
    assert!(traces(&*site.store, &[WORDS]).await.len() > 4);
    phone.say("/forget");
    until(&phone, "找不回来").await;
    phone.press("f:1");
    let shown = until(&phone, "已经全部删除").await;
    let told = shown.last().unwrap().text();
    assert!(told.contains("1 场对话") && told.contains("1 句话"), "{told}");
    site.settle().await;
    // The other trainee wrote the same words; with her gone from the store, only his remain.
    let kept: Vec<String> = traces(&*site.store, &[WORDS, "我先听他说完"]).await;
    assert!(kept.iter().all(|key| key.starts_with("event/8-1/")) && !kept.is_empty(), "{kept:?}");
    service.kill();
    // Nothing comes back with a restart, and she is a stranger again.
    let _service = site.serve_mind(playbook(), fast());
    let before = phone.bot_messages().len();
    phone.say("您好");
    let shown = phone.wait_for(|shown| shown.len() > before).await;
    assert!(shown[before].text().contains("我是消气"), "{}", shown[before].text());
    assert!(site.fake.refusals().is_empty(), "{:?}", site.fake.refusals());
}

#[tokio::test]
async fn forgetting_takes_what_still_waits_to_be_sent_or_handled() {
    let site = Site::new();
    let service = site.serve_mind(playbook(), fast());
    let phone = site.fake.phone(SHE, "zh-hans", "小王").with_patience(SOON);
    practise(&phone).await;
    site.settle().await;
    let shown = phone.bot_messages();
    // Letters cannot leave: they stay in the outbox with her words in them.
    site.fake.inject(Target::method("sendMessage").in_chat(SHE), Fault::internal_error(), 1_000);
    phone.say(WORDS);
    while site.count(Key::all_outbox()).await == 0 {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    phone.press_data(shown.last().unwrap().id, "f:1");
    for _ in 0..500 {
        if site.count(Key::all_profiles()).await == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    service.kill();
    let left = traces(&*site.store, &[WORDS]).await;
    // What is left is the answer itself, which has not reached her yet.
    assert!(left.len() <= 1 && left.iter().all(|key| key.starts_with("outbox/")), "{left:?}");
    site.fake.clear_faults();
    let _service = site.serve_mind(playbook(), fast());
    until(&phone, "已经全部删除").await;
    site.settle().await;
    assert!(traces(&*site.store, &[WORDS]).await.is_empty());
}

const DAY: i64 = 24 * 3_600_000;

async fn does(desk: &Desk, trainee: i64, update: u64, day: i64, deed: Deed) {
    let at = Moment(day * DAY);
    let input =
        Input { trainee: TraineeId(trainee), at, device_lang: Some(stage::lang("zh-Hans")), seed: 1, deed };
    desk.handle(&Task { update, chat: trainee, input }).await.unwrap();
}

async fn drain(store: &dyn Store) {
    let mut batch = Batch::new();
    for (key, _) in store.scan(Key::all_outbox(), 100_000).await.unwrap() {
        batch.delete(key, Expect::Any);
    }
    store.commit(batch).await.unwrap();
}

#[tokio::test]
async fn what_is_older_than_the_operators_days_goes_and_nothing_else() {
    let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
    let desk = Desk::new(Arc::clone(&store), playbook(), outbound::letters);
    let begin = || Deed::Press(Action::Begin(xiaoqi::base::id::PersonaId::parse("wrong_dish").unwrap()));
    let say = || Deed::Text(WORDS.to_owned());
    // She was here on day 0 only; the other on day 0, and again from day 40 on.
    for (update, (trainee, day, deed)) in [
        (SHE, 0, begin()),
        (SHE, 0, say()),
        (8, 0, begin()),
        (8, 0, say()),
        (8, 0, Deed::Command(Command::Cancel, String::new())),
        (8, 40, begin()),
        (8, 40, say()),
    ]
    .into_iter()
    .enumerate()
    {
        does(&desk, trainee, update as u64, day, deed).await;
    }
    drain(&*store).await;
    assert_eq!(desk.retain(Moment(20 * DAY), 30).await.unwrap(), Swept::default());
    let swept = desk.retain(Moment(41 * DAY), 30).await.unwrap();
    assert_eq!(swept, Swept { trainees: 1, sessions: 1, contests: 0 });
    assert!(traces(&*store, &[]).await.is_empty());
    let count = |number| {
        let session = SessionId { trainee: TraineeId(8), number };
        let store = Arc::clone(&store);
        async move { store.scan(Key::events_of(session), 100).await.unwrap().len() }
    };
    assert_eq!((count(1).await, count(2).await), (0, 2));
    // His open conversation goes on where it was.
    does(&desk, 8, 99, 41, say()).await;
    assert_eq!(count(2).await, 3);
    assert_eq!(
        desk.retain(Moment(90 * DAY), 30).await.unwrap(),
        Swept { trainees: 1, sessions: 0, contests: 0 }
    );
    drain(&*store).await;
    let left = store.scan(Key::everything(), 100).await.unwrap();
    // Marks of updates, and that the files are owed a compaction.
    let kept = |key: &Key| key.to_string().starts_with("seen/") || *key == erase::key();
    assert!(left.iter().all(|(key, _)| kept(key)), "{left:?}");
}

/// Plays, ends and answers all three questions, plans something and asks for reminders.
async fn reflects(desk: &Desk, trainee: i64, first: u64, day: i64) {
    let text = |words: &str| Deed::Text(words.to_owned());
    let begin = Deed::Press(Action::Begin(xiaoqi::base::id::PersonaId::parse("wrong_dish").unwrap()));
    let order = |command, payload: &str| Deed::Command(command, payload.to_owned());
    let deeds = [
        begin,
        text(WORDS),
        order(Command::End, ""),
        text("青花瓷的事我先听完了"),
        text("青花瓷的事早点道歉"),
        text("青花瓷先收好"),
        order(Command::Plan, "青花瓷贴上标签"),
        order(Command::Remind, "20:30 +8"),
    ];
    for (update, deed) in (first..).zip(deeds) {
        does(desk, trainee, update, day, deed).await;
    }
}

#[tokio::test]
async fn journal_plan_and_reminders_are_handed_out_and_deleted_with_the_rest() {
    let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
    let desk = Desk::new(Arc::clone(&store), playbook(), outbound::letters);
    reflects(&desk, SHE, 0, 3).await;
    reflects(&desk, 8, 50, 3).await;
    let count = |range| {
        let store = Arc::clone(&store);
        async move { store.scan(range, 100).await.unwrap().len() }
    };
    assert_eq!((count(Key::sessions_of(TraineeId(SHE))).await, count(Key::all_timers()).await), (1, 2));
    drain(&*store).await;
    does(&desk, SHE, 100, 4, Deed::Command(Command::Export, String::new())).await;
    let letters = store.scan(Key::outbox_of(SHE), 10).await.unwrap();
    let letters: Vec<Letter> =
        letters.iter().map(|(key, entry)| Record::decode(key, &entry.value).unwrap()).collect();
    let file = |name: &str| {
        let file = letters.iter().filter_map(|letter| letter.file.as_ref()).find(|file| file.name == name);
        String::from_utf8(file.unwrap().bytes.clone()).unwrap()
    };
    let data: Value = serde_json::from_str(&file("xiaoqi-copy.json")).unwrap();
    assert_eq!(data["journal"][0]["answers"][1], "青花瓷的事早点道歉");
    assert_eq!(data["profile"]["plan"]["items"][0]["goal"]["own"], "青花瓷贴上标签");
    assert_eq!(data["reminders"][0], data["profile"]["review"]["due"]);
    assert!(data["reminders"][0].is_i64());
    let page = file("xiaoqi-copy.html");
    assert!(page.contains("青花瓷贴上标签") && page.contains("20:30") && page.contains("复盘日志"), "{page}");
    does(&desk, SHE, 101, 4, Deed::Press(Action::Forget(true))).await;
    drain(&*store).await;
    assert!(desk.wake(Moment(3 * DAY)).await.unwrap().is_empty());
    let kept = traces(&*store, &["青花瓷"]).await;
    let his =
        |key: &String| ["event/8-1/", "session/8-1", "profile/8"].iter().any(|own| key.starts_with(own));
    assert!(kept.iter().all(his) && !kept.is_empty(), "{kept:?}");
    assert_eq!((count(Key::sessions_of(TraineeId(8))).await, count(Key::all_timers()).await), (1, 1));
}

/// Puts something else under a key.
async fn damage(store: &dyn Store, key: Key, bytes: &str) {
    let mut batch = Batch::new();
    batch.put(key, bytes.as_bytes(), Expect::Any);
    store.commit(batch).await.unwrap();
}

/// What the two documents of an export say: the page and the data.
async fn exported(store: &dyn Store) -> (String, Value) {
    let letters = store.scan(Key::outbox_of(SHE), 10).await.unwrap();
    let letters: Vec<Letter> =
        letters.iter().map(|(key, entry)| Record::decode(key, &entry.value).unwrap()).collect();
    let file = |name: &str| {
        let file = letters.iter().filter_map(|letter| letter.file.as_ref()).find(|file| file.name == name);
        String::from_utf8(file.expect("a file").bytes.clone()).unwrap()
    };
    assert!(letters.iter().any(|letter| letter.text.contains("读不出来")), "she is told at once, too");
    (file("xiaoqi-copy.html"), serde_json::from_str(&file("xiaoqi-copy.json")).unwrap())
}

#[tokio::test]
async fn damaged_records_are_left_out_of_an_export_and_counted_and_the_rest_is_there() {
    let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
    let desk = Desk::new(Arc::clone(&store), playbook(), outbound::letters);
    reflects(&desk, SHE, 0, 3).await;
    does(&desk, SHE, 50, 3, begin()).await;
    does(&desk, SHE, 51, 3, Deed::Text(WORDS.to_owned())).await;
    drain(&*store).await;
    let event = |number, seq| Key::session_event(SessionId { trainee: TraineeId(SHE), number }, seq);
    // The beginning of the first conversation, what she wrote in the one that is open, and an entry of the journal.
    damage(&*store, event(1, 0), "secret garbage").await;
    damage(&*store, event(2, 1), r#"{"v":4,"d":{"event":"nobody knows"}}"#).await;
    damage(&*store, Key::session_meta(SessionId { trainee: TraineeId(SHE), number: 1 }), "{").await;
    let damaged =
        [event(1, 0), event(2, 1), Key::session_meta(SessionId { trainee: TraineeId(SHE), number: 1 })];
    let mut before = Vec::new();
    for key in &damaged {
        before.push(store.get(key).await.unwrap());
    }
    // A desk of another process has nothing of hers at hand.
    let desk = Desk::new(Arc::clone(&store), playbook(), outbound::letters);
    does(&desk, SHE, 100, 4, Deed::Command(Command::Export, String::new())).await;
    let (page, data) = exported(&*store).await;
    assert_eq!((&data["unreadable"], &data["journal"]), (&3.into(), &Value::Array(Vec::new())));
    assert_eq!(data["sessions"][0]["events"][0]["said"], WORDS);
    assert_eq!(data["sessions"][1]["events"][0]["event"], "started");
    assert_eq!(data["profile"]["plan"]["items"][0]["goal"]["own"], "青花瓷贴上标签");
    assert!(page.contains("有 3 条记录损坏了") && page.contains("1 · 开头读不出来"), "{page}");
    assert!(page.contains(WORDS) && page.contains("青花瓷贴上标签") && !page.contains("secret"), "{page}");
    for (key, before) in damaged.iter().zip(before) {
        assert_eq!(store.get(key).await.unwrap(), before, "nothing that is damaged is covered");
    }
}

#[tokio::test]
async fn a_damaged_profile_stops_neither_an_export_nor_a_deletion() {
    let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
    let desk = Desk::new(Arc::clone(&store), playbook(), outbound::letters);
    reflects(&desk, SHE, 0, 3).await;
    drain(&*store).await;
    let profile = Key::profile(TraineeId(SHE));
    damage(&*store, profile.clone(), "garbage").await;
    does(&desk, SHE, 100, 4, Deed::Command(Command::Export, String::new())).await;
    let (page, data) = exported(&*store).await;
    assert_eq!((&data["unreadable"], &data["profile"]), (&1.into(), &Value::Null));
    assert_eq!(data["journal"][0]["answers"][1], "青花瓷的事早点道歉");
    assert!(
        page.contains("有 1 条记录损坏了") && page.contains("设置读不出来") && page.contains(WORDS),
        "{page}"
    );
    assert_eq!(store.get(&profile).await.unwrap().unwrap().value, b"garbage", "nothing is covered");
    drain(&*store).await;
    does(&desk, SHE, 101, 4, Deed::Command(Command::Forget, String::new())).await;
    does(&desk, SHE, 102, 4, Deed::Press(Action::Forget(true))).await;
    drain(&*store).await;
    assert!(traces(&*store, &["青花瓷"]).await.is_empty());
}

fn begin() -> Deed {
    Deed::Press(Action::Begin(xiaoqi::base::id::PersonaId::parse("wrong_dish").unwrap()))
}

#[tokio::test]
async fn an_old_conversation_takes_its_journal_entry_along_and_a_reminder_is_no_visit() {
    let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
    let desk = Desk::new(Arc::clone(&store), playbook(), outbound::letters);
    reflects(&desk, 8, 0, 0).await;
    reflects(&desk, SHE, 50, 0).await;
    does(&desk, 8, 100, 40, Deed::Command(Command::Help, String::new())).await;
    // Both are reminded on day 40; only one of them has been here since day 0.
    assert!(!desk.wake(Moment(40 * DAY + DAY / 2)).await.unwrap().is_empty());
    drain(&*store).await;
    assert_eq!(
        desk.retain(Moment(41 * DAY), 30).await.unwrap(),
        Swept { trainees: 1, sessions: 1, contests: 0 }
    );
    assert!(traces(&*store, &["打翻了", "早点道歉"]).await.is_empty());
    let timers = store.scan(Key::all_timers(), 10).await.unwrap();
    assert!(matches!(timers[..], [(ref key, _)] if key.to_string().ends_with("/8")), "{timers:?}");
    assert!(desk.journal(TraineeId(8)).await.unwrap().is_empty());
}

#[tokio::test]
async fn the_service_sweeps_at_its_start() {
    let site = Site::new();
    let desk = Desk::new(Arc::clone(&site.store), playbook(), outbound::letters);
    does(&desk, SHE, 1, 0, Deed::Command(Command::Start, String::new())).await;
    drain(&*site.store).await;
    let mind: Arc<Playbook> = playbook();
    let _service =
        site.serve_mind(mind, xiaoqi::channel::telegram::Options { retention_days: Some(30), ..fast() });
    for _ in 0..500 {
        if site.count(Key::all_profiles()).await == 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("a profile from 1970 is still there");
}
