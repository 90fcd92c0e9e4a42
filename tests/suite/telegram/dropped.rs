//! Letters that are not to be sent any more: deleted from the outbox, or dropped with their chat while one of them is
//! being sent.

use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinHandle;
use url::Url;
use xiaoqi::base::id::TraineeId;
use xiaoqi::base::time::Moment;
use xiaoqi::channel::telegram::api::Api;
use xiaoqi::channel::telegram::sender::Sender;
use xiaoqi::channel::telegram::{Token, outbound};
use xiaoqi::desk::{Desk, Letter, LetterFrame, Post, Task};
use xiaoqi::flow::action::Action;
use xiaoqi::flow::input::{Command, Deed, Input};
use xiaoqi::store::{Batch, Expect, Key, Record, StoreError};

use super::{SOON, Site, fast, playbook};
use crate::botapi::{Fault, Phone, Target};
use crate::stage;

/// Time in which a call is under way for certain.
const A_WHILE: Duration = Duration::from_millis(150);
const SHE: i64 = 7;

/// A sender alone, over the site's store and Telegram.
struct Bench {
    site: Site,
    phone: Phone,
    sender: Sender,
    _task: JoinHandle<Result<(), StoreError>>,
}

impl Bench {
    async fn new() -> Bench {
        let site = Site::new();
        let phone = site.fake.phone(SHE, "en", "A").with_patience(SOON);
        // Nobody may be written to who has not written first.
        phone.start(None);
        let api = Api::new(Token::parse(&site.fake.token()).unwrap(), Url::parse(&site.fake.url()).unwrap());
        let (sender, task) =
            Sender::start(api.unwrap(), "bot", Arc::clone(&site.store), fast().pace).await.unwrap();
        Bench { site, phone, sender, _task: task }
    }

    /// Puts a letter into the outbox and tells the sender.
    async fn post(&self, seq: u64, letter: Letter) {
        self.keep(seq, &letter).await;
        self.sender.post(Post { chat: SHE, seq, letter });
    }

    async fn keep(&self, seq: u64, letter: &Letter) {
        let key = Key::outbox(SHE, seq);
        let mut batch = Batch::new();
        batch.put(key.clone(), Record::encode(&key, letter).unwrap(), Expect::Any);
        self.site.store.commit(batch).await.unwrap();
    }

    async fn delete(&self, letters: &[u64]) {
        let mut batch = Batch::new();
        for seq in letters {
            batch.delete(Key::outbox(SHE, *seq), Expect::Any);
        }
        self.site.store.commit(batch).await.unwrap();
    }

    /// Posts three letters, the first of which is being sent and gets no answer yet.
    async fn three_with_one_under_way(&self) {
        self.site.fake.pause();
        for (seq, text) in [(1, "one"), (2, "two"), (3, "three")] {
            self.post(seq, letter(text)).await;
        }
        tokio::time::sleep(A_WHILE).await;
    }

    /// What the phone shows once the outbox is empty and this is the last.
    async fn shown(&self, last: &str) -> Vec<String> {
        self.phone.wait_for(|shown| shown.last().is_some_and(|m| m.text() == last)).await;
        for _ in 0..500 {
            if self.site.count(Key::all_outbox()).await == 0 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        assert_eq!(self.site.count(Key::all_outbox()).await, 0);
        // Whatever else waits in memory would go out now.
        tokio::time::sleep(A_WHILE).await;
        self.phone.bot_messages().iter().map(|m| m.text().to_owned()).collect()
    }
}

fn letter(text: &str) -> Letter {
    Letter { text: text.to_owned(), ..Letter::default() }
}

#[tokio::test]
async fn what_was_deleted_from_the_outbox_does_not_go_out_whoever_holds_it() {
    let bench = Bench::new().await;
    bench.three_with_one_under_way().await;
    // As `/forget` does, and no more than that.
    bench.delete(&[1, 2, 3]).await;
    bench.post(4, letter("all deleted")).await;
    bench.site.fake.resume();
    assert_eq!(bench.shown("all deleted").await, ["one", "all deleted"]);
    // A letter that was read before and handed over late.
    bench.sender.post(Post { chat: SHE, seq: 5, letter: letter("a reminder") });
    bench.post(6, letter("hello again")).await;
    assert_eq!(bench.shown("hello again").await, ["one", "all deleted", "hello again"]);
}

#[tokio::test]
async fn a_chat_dropped_while_a_letter_is_being_sent_gets_only_what_comes_later() {
    let bench = Bench::new().await;
    bench.three_with_one_under_way().await;
    bench.sender.drop_chat(SHE);
    bench.post(4, letter("four")).await;
    bench.site.fake.resume();
    assert_eq!(bench.shown("four").await, ["one", "four"]);
}

#[tokio::test]
async fn a_dropped_letter_whose_call_fails_is_not_tried_again() {
    for fault in [Fault::internal_error(), Fault::too_many_requests(1), Fault::DropBefore] {
        let bench = Bench::new().await;
        bench.three_with_one_under_way().await;
        bench.sender.drop_chat(SHE);
        bench.post(4, letter("four")).await;
        bench.site.fake.inject(Target::method("sendMessage"), fault, 1);
        bench.site.fake.resume();
        assert_eq!(bench.shown("four").await, ["four"]);
    }
}

#[tokio::test]
async fn old_news_that_a_chat_is_closed_does_not_cost_it_the_letters_that_came_later() {
    let bench = Bench::new().await;
    bench.three_with_one_under_way().await;
    // She blocked the bot, and has come back before the answer about the first letter arrives.
    bench.sender.drop_chat(SHE);
    bench.post(4, letter("welcome back")).await;
    let blocked = Fault::refusal(403, "Forbidden: bot was blocked by the user");
    bench.site.fake.inject(Target::method("sendMessage"), blocked, 1);
    bench.site.fake.resume();
    assert_eq!(bench.shown("welcome back").await, ["welcome back"]);
}

#[tokio::test]
async fn what_is_sent_as_its_chat_is_dropped_turns_into_nothing() {
    let bench = Bench::new().await;
    bench.site.fake.pause();
    let frames = vec![LetterFrame { after_ms: 0, text: "out".to_owned() }];
    bench.post(1, Letter { frames, ..letter("in") }).await;
    tokio::time::sleep(A_WHILE).await;
    bench.sender.drop_chat(SHE);
    bench.site.fake.resume();
    bench.post(2, letter("four")).await;
    assert_eq!(bench.shown("four").await, ["in", "four"]);
    assert!(bench.site.fake.calls_of("editMessageText").is_empty());
}

/// A reminder is committed, and she deletes everything before the sender hears of it.
#[tokio::test]
async fn a_reminder_that_was_due_as_she_deleted_everything_is_not_sent() {
    const DAY: i64 = 24 * 3_600_000;
    let bench = Bench::new().await;
    let desk = Desk::new(Arc::clone(&bench.site.store), playbook(), outbound::letters);
    let remind = Deed::Command(Command::Remind, "20:30 +8".to_owned());
    for (update, deed) in [(1, Deed::Command(Command::Start, String::new())), (2, remind)] {
        desk.handle(&task(update, DAY, deed)).await.unwrap();
    }
    let letters = bench.site.store.scan(Key::outbox_of(SHE), 100).await.unwrap();
    let numbers: Vec<u64> = letters.iter().filter_map(|(key, _)| seq(key)).collect();
    bench.delete(&numbers).await;
    let late = desk.wake(Moment(3 * DAY)).await.unwrap();
    assert!(!late.is_empty(), "she is reminded");
    let answer = desk.handle(&task(3, 3 * DAY, Deed::Press(Action::Forget(true)))).await.unwrap();
    let xiaoqi::desk::Handled::Cleared(answer) = answer else { panic!("{answer:?}") };
    bench.sender.drop_chat(SHE);
    let told = answer.last().unwrap().letter.text.clone();
    late.into_iter().for_each(|post| bench.sender.post(post));
    answer.into_iter().for_each(|post| bench.sender.post(post));
    assert_eq!(bench.shown(&told).await, [told]);
}

fn task(update: u64, at: i64, deed: Deed) -> Task {
    let device_lang = Some(stage::lang("zh-Hans"));
    Task {
        update,
        chat: SHE,
        input: Input { trainee: TraineeId(SHE), at: Moment(at), device_lang, seed: 1, deed },
    }
}

fn seq(key: &Key) -> Option<u64> {
    match key.name() {
        Some(xiaoqi::store::KeyName::Outbox { seq, .. }) => Some(seq),
        _ => None,
    }
}
