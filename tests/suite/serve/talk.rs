//! From /start to the debrief, undisturbed and killed at every step. Slow (up to a minute) for a reason: the program
//! keeps Telegram's pace of one message a second for each chat, and the debrief has many.

use std::path::Path;
use std::time::Duration;

use super::{PATIENCE, Serve, button};
use crate::botapi::{FakeTelegram, Message, Phone};

/// What a calm agent might write.
const SAID: [&str; 4] = [
    "您好，我是小王，很抱歉给您添了这么大的麻烦。",
    "我明白，等了这么久还没有解决，换成我也会着急。",
    "能请您告诉我一下具体是什么时候出现的问题吗？",
    "好的，我现在就为您核实，半小时之内给您回电话。",
];

/// A conversation in the making.
struct Talk<'a> {
    fake: &'a FakeTelegram,
    folder: &'a Path,
    phone: Phone,
    /// The running program; replaced by a new one at every step where `kills` holds.
    serve: Option<Serve>,
    kills: bool,
}

impl Talk<'_> {
    /// The trainee does something; where kills are wanted the program dies right after, at another moment each
    /// time, and is started again. Returns how many messages the bot had sent before.
    async fn then(&mut self, deed: impl FnOnce(&Phone)) -> usize {
        let before = self.phone.bot_messages().len();
        deed(&self.phone);
        if self.kills {
            tokio::time::sleep(Duration::from_millis(before as u64 * 7 % 40)).await;
            if let Some(serve) = self.serve.take() {
                serve.kill();
            }
            self.serve = Some(Serve::start(self.fake, self.folder));
        }
        before
    }

    async fn until_button(&mut self, prefix: &str, deed: impl FnOnce(&Phone)) -> Vec<Message> {
        let before = self.then(deed).await;
        button(&self.phone, before, prefix).await
    }

    async fn until_answered(&mut self, deed: impl FnOnce(&Phone)) {
        let before = self.then(deed).await;
        self.phone.wait_for(|shown| shown.len() > before).await;
        self.phone.wait_until_quiet(Duration::from_millis(1_300)).await;
    }
}

async fn from_start_to_debrief(kills: bool) -> (FakeTelegram, Vec<Message>) {
    let fake = FakeTelegram::start();
    let folder = tempfile::tempdir().unwrap();
    let phone = fake.phone(7, "zh-hans", "小王").with_patience(PATIENCE);
    let serve = Some(Serve::start(&fake, folder.path()));
    let mut talk = Talk { fake: &fake, folder: folder.path(), phone, serve, kills };
    talk.until_button("i:", |phone| {
        phone.start(None);
    })
    .await;
    talk.until_button("b:", |phone| {
        phone.press("i:");
    })
    .await;
    talk.until_answered(|phone| {
        phone.press("b:");
    })
    .await;
    for text in SAID {
        talk.until_answered(|phone| {
            phone.say(text);
        })
        .await;
    }
    talk.until_button("s:1", |phone| {
        phone.say("/end");
    })
    .await;
    talk.until_button("s:2", |phone| {
        phone.say("我先道了歉，也问了具体时间。");
    })
    .await;
    talk.until_button("s:3", |phone| {
        phone.press("s:2");
    })
    .await;
    talk.until_button("a:", |phone| {
        phone.press("s:3");
    })
    .await;
    talk.until_answered(|phone| {
        phone.press("r:");
    })
    .await;
    talk.phone.wait_until_quiet(Duration::from_millis(1_300)).await;
    let shown = talk.phone.bot_messages();
    drop(talk);
    (fake, shown)
}

/// The picture came with the evidence, before the first question; the full report came last, and holds what was said.
fn papers(fake: &FakeTelegram, shown: &[Message]) {
    let file = |message: &Message| message.file_id().and_then(|id| fake.file(id)).unwrap_or_default();
    let photo = shown.iter().position(|message| message.json["photo"].is_array()).unwrap();
    assert!(file(&shown[photo]).starts_with(b"\x89PNG"));
    let asks = |message: &Message| message.buttons().iter().any(|b| b.data.as_deref() == Some("s:1"));
    assert!(photo < shown.iter().position(asks).unwrap());
    let last = shown.last().unwrap();
    assert_eq!(last.json["document"]["file_name"], "xiaoqi-report.html");
    let page = String::from_utf8(file(last)).unwrap();
    for text in SAID.iter().chain(&["我先道了歉，也问了具体时间。"]) {
        assert!(page.contains(text), "{text}");
    }
}

#[tokio::test]
async fn a_conversation_goes_from_the_start_to_the_debrief() {
    let (fake, shown) = from_start_to_debrief(false).await;
    assert!(shown.len() > SAID.len() + 6, "{} messages", shown.len());
    assert!(fake.unanswered_callbacks().is_empty());
    assert!(!fake.actions(7).is_empty(), "the customer is seen typing");
    papers(&fake, &shown);
    assert!(fake.refusals().is_empty(), "{:?}", fake.refusals());
}

#[tokio::test]
async fn killed_at_every_step_the_conversation_still_goes_to_the_debrief() {
    let (fake, shown) = from_start_to_debrief(true).await;
    assert!(shown.len() > SAID.len() + 6, "{} messages", shown.len());
    papers(&fake, &shown);
    // A button whose answer fell into the kill is asked about too late, at worst.
    assert!(fake.refusals().is_empty(), "{:?}", fake.refusals());
}
