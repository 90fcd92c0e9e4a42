//! Groups: who is answered where, in which language, by whose right; boards; what is due; groups that move.

use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinHandle;
use url::Url;
use xiaoqi::base::time::Moment;
use xiaoqi::channel::telegram::Token;
use xiaoqi::channel::telegram::api::Api;
use xiaoqi::channel::telegram::sender::{Pace, Sender};
use xiaoqi::desk::group::records::KeptAlarm;
use xiaoqi::desk::{Letter, Post, now};
use xiaoqi::store::{Batch, Expect, Key, Record, StoreError};

use super::{SOON, Site, fast, playbook, until};
use crate::botapi::{Fault, Group, Phone, Target};

const TEAM: i64 = -1_001_234_567_890;

/// A group with the bot and its owner, who has not started the bot.
fn group(site: &Site) -> (Group, Phone) {
    let owner = site.fake.phone(7, "en", "Ann").with_patience(SOON);
    let group = site.fake.group(TEAM, "Team", &owner);
    group.add_bot(&owner);
    (group, owner)
}

#[tokio::test]
async fn a_group_has_the_language_of_whoever_came_first_until_an_administrator_chooses() {
    let site = Site::new();
    let _service = site.serve_mind(playbook(), fast());
    let (group, owner) = group(&site);
    let member = site.fake.phone(8, "zh-hans", "小王").with_patience(SOON);
    group.join(&member);
    let (hers, his) = (owner.in_group(&group), member.in_group(&group));
    his.say("/help");
    until(&his, "我在群里能做的").await;
    hers.say("/language");
    until(&hers, "我在这个群里说哪种语言").await;
    let refused = his.press("G:len");
    site.settle().await;
    let answer = site.fake.callback_answer(&refused).unwrap();
    assert_eq!((answer.text.as_str(), answer.alert), ("这件事只有群管理员能做。", true));
    hers.press("G:len");
    until(&hers, "I speak English here from now on").await;
    his.say("/start");
    until(&his, "Practice is one to one").await;
    assert_eq!(site.count(Key::all_profiles()).await, 0, "nobody has begun to practise");
    assert!(site.fake.refusals().is_empty(), "{:?}", site.fake.refusals());
}

#[tokio::test]
async fn rights_are_asked_for_at_the_moment_of_use_and_an_anonymous_administrator_has_none() {
    let site = Site::new();
    let _service = site.serve_mind(playbook(), fast());
    let (group, owner) = group(&site);
    let other = site.fake.phone(8, "en", "Bob").with_patience(SOON);
    group.join(&other);
    group.set_status(&other, "administrator");
    let his = other.in_group(&group);
    his.say("/language");
    until(&his, "Which language").await;
    group.set_status(&other, "member");
    let refused = his.press("G:lzh-Hans");
    site.settle().await;
    assert!(site.fake.callback_answer(&refused).unwrap().text.contains("administrators"));
    // A stranger may still see an old message.
    group.leave(&other);
    let stranger = his.press("G:lzh-Hans");
    site.settle().await;
    assert!(site.fake.callback_answer(&stranger).unwrap().alert);
    let dead = his.press_data(his.bot_messages()[0].id, "m:");
    site.settle().await;
    assert!(!site.fake.callback_answer(&dead).unwrap().text.is_empty());
    let hers = owner.in_group(&group);
    hers.say_as_group("/language");
    until(&hers, "turn off anonymity").await;
    site.fake.inject(Target::method("getChatMember"), Fault::bad_gateway(), 1);
    let unknown = hers.press("G:lzh-Hans");
    site.settle().await;
    assert!(site.fake.callback_answer(&unknown).unwrap().text.contains("couldn't ask Telegram"));
}

#[tokio::test]
async fn an_answer_goes_to_the_topic_it_was_asked_in() {
    let site = Site::new();
    let _service = site.serve_mind(playbook(), fast());
    let (group, owner) = group(&site);
    group.open_topic(33);
    owner.in_topic(&group, 33).say("/help");
    let hers = owner.in_group(&group);
    let shown = until(&hers, "In this group I can").await;
    assert_eq!(shown.last().unwrap().json["message_thread_id"], 33);
    hers.say("/help");
    let shown = hers.wait_for(|shown| shown.len() == 2).await;
    assert!(shown[1].json["message_thread_id"].is_null());
}

#[tokio::test]
async fn what_is_kept_of_a_group_moves_with_it() {
    let site = Site::new();
    let service = site.serve_mind(playbook(), fast());
    let owner = site.fake.phone(7, "en", "Ann").with_patience(SOON);
    let group = site.fake.group(-41, "Team", &owner);
    group.add_bot(&owner);
    let hers = owner.in_group(&group);
    hers.say("/language");
    until(&hers, "Which language").await;
    hers.press("G:lzh-Hant");
    until(&hers, "繁體中文").await;
    site.settle().await;
    service.stop().unwrap();
    // While the service is away the group becomes another, and something still waits for the old one.
    let (alarm, letter) = (Key::alarm(Moment(i64::MAX), -41, "x"), Key::outbox(-41, 9));
    let waiting = Letter { text: "等著的訊息".to_owned(), ..Letter::default() };
    let mut batch = Batch::new();
    batch.put(alarm.clone(), Record::encode(&alarm, &KeptAlarm {}).unwrap(), Expect::Absent);
    batch.put(letter.clone(), Record::encode(&letter, &waiting).unwrap(), Expect::Absent);
    site.store.commit(batch).await.unwrap();
    let group = group.upgrade(&owner, TEAM);
    let _service = site.serve_mind(playbook(), fast());
    let hers = owner.in_group(&group);
    until(&hers, "等著的訊息").await;
    hers.say("/help");
    until(&hers, "我在群組裡能做的").await;
    site.settle().await;
    assert!(site.store.get(&Key::group(-41)).await.unwrap().is_none());
    assert!(site.store.get(&Key::alarm(Moment(i64::MAX), TEAM, "x")).await.unwrap().is_some());
    assert!(site.store.get(&alarm).await.unwrap().is_none());
}

/// A sender alone, with boards of a group.
struct Bench {
    site: Site,
    phone: Phone,
    sender: Sender,
    _task: JoinHandle<Result<(), StoreError>>,
}

const BOARD: u64 = 5 << 60;

impl Bench {
    async fn new(board_every: Duration) -> Bench {
        let site = Site::new();
        let (group, owner) = group(&site);
        let api = Api::new(Token::parse(&site.fake.token()).unwrap(), Url::parse(&site.fake.url()).unwrap());
        let pace = Pace { board_every, ..fast().pace };
        let store = Arc::clone(&site.store);
        let (sender, task) = Sender::start(api.unwrap(), "bot", store, pace).await.unwrap();
        Bench { site, phone: owner.in_group(&group).with_patience(SOON), sender, _task: task }
    }

    async fn show(&self, text: &str) {
        let letter = Letter { text: text.to_owned(), board: Some(3), ..Letter::default() };
        let key = Key::outbox(TEAM, BOARD | 3);
        let mut batch = Batch::new();
        batch.put(key.clone(), Record::encode(&key, &letter).unwrap(), Expect::Any);
        self.site.store.commit(batch).await.unwrap();
        self.sender.post(Post { chat: TEAM, seq: BOARD | 3, letter });
    }

    async fn shown(&self, text: &str) {
        self.phone.wait_for(|shown| shown.iter().any(|message| message.text() == text)).await;
        while self.site.count(Key::all_outbox()).await > 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    fn edits(&self) -> usize {
        self.site.fake.calls_of("editMessageText").len()
    }
}

#[tokio::test]
async fn a_board_is_sent_once_and_then_turned_and_only_the_newest_version_goes_out() {
    let bench = Bench::new(Duration::from_millis(400)).await;
    bench.show("one").await;
    bench.shown("one").await;
    for version in 2..=20 {
        bench.show(&format!("version {version}")).await;
    }
    bench.shown("version 20").await;
    assert_eq!(bench.phone.bot_messages().len(), 1);
    assert!(bench.edits() <= 2, "{} edits for what changed faster than it may be shown", bench.edits());
    let before = bench.edits();
    bench.show("version 20").await;
    bench.shown("version 20").await;
    assert_eq!(bench.edits(), before, "what shows already is not sent");
    assert!(bench.site.fake.refusals().is_empty());
}

#[tokio::test]
async fn a_board_whose_message_is_gone_is_sent_anew_and_one_outlives_the_sender() {
    let bench = Bench::new(Duration::ZERO).await;
    bench.show("one").await;
    bench.shown("one").await;
    let fake = &bench.site.fake;
    let api = Api::new(Token::parse(&fake.token()).unwrap(), Url::parse(&fake.url()).unwrap()).unwrap();
    let (again, _task) =
        Sender::start(api.clone(), "bot", Arc::clone(&bench.site.store), fast().pace).await.unwrap();
    let bench = Bench { sender: again, ..bench };
    bench.show("two").await;
    bench.shown("two").await;
    assert_eq!(bench.phone.bot_messages().len(), 1);
    let message = bench.phone.bot_messages()[0].id;
    let delete = teloxide::payloads::DeleteMessage::new(
        teloxide::types::ChatId(TEAM),
        teloxide::types::MessageId(i32::try_from(message).unwrap()),
    );
    api.call(&delete).await.unwrap();
    bench.show("three").await;
    bench.shown("three").await;
    assert_eq!(bench.phone.bot_messages().len(), 1, "in a message of its own");
    bench.site.fake.inject(Target::method("editMessageText"), Fault::too_many_requests(1), 1);
    bench.show("four").await;
    bench.shown("four").await;
}

#[tokio::test]
async fn what_is_due_comes_once_in_order_also_after_a_pause() {
    let site = Site::new();
    let phone = site.fake.phone(7, "en", "Ann").with_patience(SOON);
    {
        let _service = site.serve();
        phone.start(None);
        phone.expect_messages(1, SOON).await;
        site.settle().await;
    }
    let at = now();
    let mut batch = Batch::new();
    for (late, what) in [(10, "third"), (3_000, "first"), (2_000, "second")] {
        let key = Key::alarm(Moment(at.0 - late), 7, what);
        batch.put(key.clone(), Record::encode(&key, &KeptAlarm {}).unwrap(), Expect::Absent);
    }
    // Somebody who has had everything of hers deleted.
    let gone = Key::alarm(Moment(at.0 - 5_000), 8, "never");
    batch.put(gone.clone(), Record::encode(&gone, &KeptAlarm {}).unwrap(), Expect::Absent);
    site.store.commit(batch).await.unwrap();
    let _service = site.serve();
    let told = phone.expect_messages(3, SOON).await;
    let told: Vec<&str> = told.iter().map(|message| message.text()).collect();
    assert_eq!(told, ["alarm first", "alarm second", "alarm third"]);
    phone.wait_until_quiet(Duration::from_millis(200)).await;
    assert_eq!((phone.bot_messages().len(), site.count(Key::all_alarms()).await), (4, 0));
}
