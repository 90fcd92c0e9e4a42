//! Several replicas over one store: everything is done once and in order, whoever dies.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use xiaoqi::base::id::{PersonaId, SessionId, TraineeId};
use xiaoqi::base::lang::Lang;
use xiaoqi::base::time::Moment;
use xiaoqi::channel::telegram::{Secret, Webhook};
use xiaoqi::desk::door::Door;
use xiaoqi::desk::records::KeptProfile;
use xiaoqi::desk::{Desk, Post, Task};
use xiaoqi::flow::action::Action;
use xiaoqi::flow::input::{Command, Deed, Input};
use xiaoqi::flow::profile::Screen;
use xiaoqi::store::{Key, MemoryStore, Record, Store};

use super::hall::{DAY, HOUR, Hall, MONDAY};
use super::{SOON, Service, Site};
use crate::botapi::FakeTelegram;

fn events_of(trainee: i64) -> std::ops::Range<Key> {
    Key::events_of(SessionId { trainee: TraineeId(trainee), number: 1 })
}

/// What a phone shows, and how often something came that had come before.
fn answers(fake: &FakeTelegram, id: i64) -> (Vec<String>, usize) {
    let shown: Vec<String> = fake.sent(id).iter().map(|message| message.text().to_owned()).collect();
    let mut firsts: Vec<String> = Vec::new();
    for text in &shown {
        if !firsts.contains(text) {
            firsts.push(text.clone());
        }
    }
    let again = shown.len() - firsts.len();
    (firsts, again)
}

#[tokio::test]
async fn three_replicas_share_the_work_and_each_chat_is_answered_once_and_in_order() {
    const PHONES: i64 = 30;
    let site = Site::new();
    let services: Vec<Service> = (0..3).map(|_| site.serve_among()).collect();
    let phones: Vec<_> = (1..=PHONES).map(|id| site.fake.phone(id, "en", "A")).collect();
    for n in 0..5 {
        phones.iter().for_each(|phone| {
            phone.say(&format!("{n}"));
        });
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
    for phone in &phones {
        phone.expect_messages(5, SOON).await;
    }
    site.settle().await;
    let expected: Vec<String> = (0..5).map(|n| format!("echo {n}")).collect();
    for id in 1..=PHONES {
        assert_eq!(answers(&site.fake, id), (expected.clone(), 0), "{id}");
        assert_eq!(site.count(events_of(id)).await, 5);
    }
    // Nobody worked for nobody: each had some of the chats.
    let worked = |service: &Service| service.log().contains("this replica has its shares");
    assert!(services.iter().all(worked));
    assert!(site.fake.refusals().is_empty(), "{:?}", site.fake.refusals());
}

#[tokio::test]
async fn replicas_that_die_at_random_lose_nothing_and_do_nothing_twice() {
    const PHONES: i64 = 12;
    const ROUNDS: usize = 12;
    let site = Site::new();
    let mut dice = ChaCha8Rng::seed_from_u64(11);
    let mut services: Vec<Service> = (0..3).map(|_| site.serve_among()).collect();
    let phones: Vec<_> = (1..=PHONES).map(|id| site.fake.phone(id, "en", "A")).collect();
    for round in 0..ROUNDS {
        phones.iter().for_each(|phone| {
            phone.say(&format!("{round}"));
        });
        tokio::time::sleep(Duration::from_millis(dice.random_range(0..400))).await;
        services.remove(dice.random_range(0..services.len())).kill();
        services.push(site.serve_among());
    }
    let last = format!("echo {}", ROUNDS - 1);
    for phone in &phones {
        phone.wait_for(|shown| shown.iter().any(|message| message.text() == last)).await;
    }
    site.settle().await;
    let expected: Vec<String> = (0..ROUNDS).map(|n| format!("echo {n}")).collect();
    let mut again = 0;
    for id in 1..=PHONES {
        let (firsts, twice) = answers(&site.fake, id);
        assert_eq!(firsts, expected, "{id}");
        assert_eq!(site.count(events_of(id)).await, ROUNDS, "each update happened exactly once");
        again += twice;
    }
    // A letter comes again only where a kill fell between Telegram's acceptance and our record: one for each chat at most.
    assert!(again <= ROUNDS * PHONES as usize / 4, "{again} came again");
}

#[tokio::test]
async fn who_ends_well_hands_over_at_once() {
    let site = Site::new();
    let first = site.serve_among();
    let phone = site.fake.phone(1, "en", "A");
    phone.say("a");
    phone.expect_messages(1, SOON).await;
    let second = site.serve_among();
    tokio::time::sleep(Duration::from_millis(700)).await;
    tokio::task::spawn_blocking(|| first.stop()).await.unwrap().unwrap();
    phone.say("b");
    phone.expect_messages(1, SOON).await;
    site.settle().await;
    assert_eq!(answers(&site.fake, 1), (vec!["echo a".to_owned(), "echo b".to_owned()], 0));
    drop(second);
}

#[tokio::test]
async fn pushed_updates_reach_whoever_the_chat_belongs_to() {
    let site = Site::new();
    let hook = |port: u16| Webhook {
        url: format!("http://127.0.0.1:{port}/hook").parse().unwrap(),
        listen: ([127, 0, 0, 1], port).into(),
        secret: Secret::parse("one_secret_for_all_replicas").unwrap(),
    };
    let free = || std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    // The fake pushes to the last address it was told; a balancer would choose, and which one takes an update in is the same.
    let services: Vec<Service> = (0..2).map(|_| site.serve_among_pushed(hook(free()))).collect();
    let phones: Vec<_> = (1..=16).map(|id| site.fake.phone(id, "en", "A")).collect();
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    phones.iter().for_each(|phone| {
        phone.say("a");
        phone.say("b");
    });
    for phone in &phones {
        phone.expect_messages(2, SOON).await;
    }
    site.settle().await;
    for id in 1..=16 {
        assert_eq!(answers(&site.fake, id), (vec!["echo a".to_owned(), "echo b".to_owned()], 0));
    }
    drop(services);
}

/// How many letters one reminder is, on the evening of the first day or a later one, where only one desk looks.
async fn one_reminder(day: i64) -> usize {
    let hall = Hall::new();
    reminded_at_eight(&hall.desk, 1, 7, MONDAY).await;
    let mut last = 0;
    for past in 0..=day {
        last = hall.desk.wake(Moment(MONDAY + past * DAY + 20 * HOUR)).await.unwrap().len();
    }
    last
}

/// Somebody asks to be reminded every evening.
async fn reminded_at_eight(desk: &Desk, update: u64, who: i64, at: i64) {
    does(desk, update, who, at, Deed::Command(Command::Remind, "20:00 +0".to_owned())).await;
}

async fn does(desk: &Desk, update: u64, who: i64, at: i64, deed: Deed) {
    let (trainee, at) = (TraineeId(who), Moment(at));
    let input = Input { trainee, at, device_lang: Some(Lang::EN), seed: 1, deed };
    desk.handle(&Task { update, chat: who, input }).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_due_is_done_once_though_two_look_at_the_same_moment() {
    const EVENING: i64 = MONDAY + 20 * HOUR;
    let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
    let one = Arc::new(Hall::over(Arc::clone(&store), Door::default()).desk);
    let two = Arc::new(Hall::over(Arc::clone(&store), Door::default()).desk);
    for day in 0..10 {
        for who in 0..8 {
            let number: i64 = 100 * day + who + 1;
            reminded_at_eight(&one, number.unsigned_abs(), number, MONDAY + day * DAY).await;
        }
        let now = Moment(EVENING + day * DAY);
        let wake = |desk: &Arc<Desk>| {
            let desk = Arc::clone(desk);
            tokio::spawn(async move { desk.wake(now).await.unwrap() })
        };
        let (first, second) = (wake(&one), wake(&two));
        let posts: Vec<Post> = first.await.unwrap().into_iter().chain(second.await.unwrap()).collect();
        // What both found busy is found by the next look.
        let posts: Vec<Post> = posts.into_iter().chain(one.wake(now).await.unwrap()).collect();
        let reminded: BTreeSet<i64> = posts.iter().map(|post| post.chat).collect();
        assert_eq!(reminded.len(), usize::try_from(8 * (day + 1)).unwrap(), "day {day}");
        // A reminder that went out twice would be twice as many letters as one is when nobody else looks.
        let letters = |chat: i64| posts.iter().filter(|post| post.chat == chat).count();
        let alone = one_reminder(day).await;
        assert!(reminded.iter().all(|chat| letters(*chat) == alone), "day {day}: {posts:?}, {alone} each");
    }
}

#[tokio::test]
async fn who_had_everything_deleted_and_came_back_is_not_taken_for_who_she_was() {
    let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
    let hers = Hall::over(Arc::clone(&store), Door::default()).desk;
    let leads = Hall::over(Arc::clone(&store), Door::default()).desk;
    reminded_at_eight(&hers, 1, 7, MONDAY).await;
    assert!(!leads.wake(Moment(MONDAY + 20 * HOUR)).await.unwrap().is_empty());
    does(&hers, 2, 7, MONDAY + 21 * HOUR, Deed::Command(Command::Forget, String::new())).await;
    does(&hers, 3, 7, MONDAY + 21 * HOUR, Deed::Press(Action::Forget(true))).await;
    // She has done as much as when she was last reminded, and is in a conversation now.
    reminded_at_eight(&hers, 4, 7, MONDAY + DAY).await;
    let heating = PersonaId::parse("heating").unwrap();
    does(&hers, 5, 7, MONDAY + DAY, Deed::Press(Action::Begin(heating))).await;
    assert!(!leads.wake(Moment(MONDAY + DAY + 20 * HOUR)).await.unwrap().is_empty());
    let key = Key::profile(TraineeId(7));
    let kept: KeptProfile = Record::decode(&key, &store.get(&key).await.unwrap().unwrap().value).unwrap();
    assert_eq!(kept.profile.screen, Screen::Playing, "her conversation goes on");
}
