//! What passes between a trainee and the service when nothing goes wrong.

use std::time::{Duration, Instant};

use super::{SOON, Site};
use crate::botapi::Message;

fn texts(messages: &[Message]) -> Vec<String> {
    messages.iter().map(|message| message.text().to_owned()).collect()
}

#[tokio::test]
async fn a_start_shows_a_button_and_pressing_it_is_answered() {
    let site = Site::new();
    let _service = site.serve();
    let phone = site.fake.phone(7, "zh-hant", "小王");
    phone.start(None);
    let hello = phone.expect_messages(1, SOON).await;
    assert_eq!(hello[0].text(), "menu-choose-language in zh-Hant");
    phone.press("p:");
    assert_eq!(phone.expect_messages(1, SOON).await[0].text(), "pressed p:1");
    phone.press_data(hello[0].id, "what an older version wrote");
    assert_eq!(phone.expect_messages(1, SOON).await[0].text(), "notice-dead-button in zh-Hant");
    site.settle().await;
    assert!(site.fake.refusals().is_empty(), "{:?}", site.fake.refusals());
}

#[tokio::test]
async fn both_menus_of_commands_are_set() {
    let site = Site::new();
    let _service = site.serve();
    let mut menus = Vec::new();
    for _ in 0..200 {
        menus = ["", "zh"].map(|code| site.fake.commands(code)).concat();
        if menus.len() == 2 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let texts: Vec<&str> = menus.iter().map(|menu| menu.description.as_str()).collect();
    assert_eq!(texts, ["begin in en", "begin in zh-Hans"]);
    assert!(site.fake.refusals().is_empty());
}

#[tokio::test]
async fn each_trainee_gets_her_answers_in_the_order_she_wrote() {
    let site = Site::new();
    let _service = site.serve();
    let phones: Vec<_> = (1..=5).map(|id| site.fake.phone(id, "en", "A")).collect();
    for n in 0..30 {
        phones.iter().for_each(|phone| {
            phone.say(&format!("{n}"));
        });
    }
    for phone in &phones {
        let expected: Vec<String> = (0..30).map(|n| format!("echo {n}")).collect();
        assert_eq!(texts(&phone.expect_messages(30, SOON).await), expected);
    }
    assert!(site.fake.refusals().is_empty());
}

#[tokio::test]
async fn a_slow_trainee_delays_nobody_else() {
    let site = Site::new();
    let service = site.serve();
    let (slow, quick) = (site.fake.phone(1, "en", "A"), site.fake.phone(2, "en", "B"));
    for n in 0..80 {
        slow.say(if n == 0 { "hang" } else { "more" });
    }
    let started = Instant::now();
    quick.say("hi");
    quick.expect_messages(1, SOON).await;
    assert!(started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
    assert!(slow.bot_messages().is_empty());
    site.echo.open.store(true, std::sync::atomic::Ordering::SeqCst);
    slow.expect_messages(80, SOON).await;
    assert!(service.log().contains("serving"));
    assert!(site.fake.refusals().is_empty());
}

#[tokio::test]
async fn what_is_not_plain_text_of_her_own_is_recognised() {
    let site = Site::new();
    let _service = site.serve();
    let phone = site.fake.phone(7, "en", "A");
    let first = phone.say("hi");
    phone.send_sticker("😀");
    phone.send_photo(b"jpg", "look");
    phone.send_voice(3);
    phone.send_document("a.pdf", b"pdf");
    phone.forward_post("news");
    phone.say_via_other_bot("gif");
    phone.edit(first, "hello");
    phone.say("/hint@xiaoqi_test_bot now");
    phone.say("/refund");
    let expected = [
        "echo hi",
        "media Sticker",
        "media Photo",
        "media Voice",
        "media Other",
        "media Forwarded",
        "media FromBot",
        "media Edited",
        "command hint now",
        "unknown refund",
    ];
    assert_eq!(texts(&phone.expect_messages(expected.len(), SOON).await), expected);
    assert!(site.fake.refusals().is_empty());
}

#[tokio::test]
async fn a_group_is_told_where_to_practise_when_it_asks_and_only_then() {
    let site = Site::new();
    site.fake.set_privacy(false);
    let _service = site.serve();
    let owner = site.fake.phone(7, "en", "A");
    owner.start(None);
    owner.expect_messages(1, SOON).await;
    let group = site.fake.group(-1_001_234_567_890, "Team", &owner);
    group.add_bot(&owner);
    let in_group = owner.in_group(&group);
    in_group.say("good morning");
    in_group.other_bot_says("@xiaoqi_test_bot hi");
    in_group.say("/start@xiaoqi_test_bot");
    in_group.expect_messages(1, SOON).await;
    in_group.wait_until_quiet(Duration::from_millis(300)).await;
    assert_eq!(texts(&in_group.bot_messages()), ["notice-in-group in en"]);
    assert!(site.fake.refusals().is_empty());
}

#[tokio::test]
async fn long_texts_come_in_pieces_and_bubbles_after_typing() {
    let site = Site::new();
    let _service = site.serve();
    let phone = site.fake.phone(7, "en", "A");
    phone.say("long");
    let lengths: Vec<usize> =
        phone.expect_messages(2, SOON).await.iter().map(|m| m.text().encode_utf16().count()).collect();
    assert_eq!(lengths, [4096, 904]);
    assert!(site.fake.actions(7).is_empty());
    phone.say("two");
    let bubbles = phone.expect_messages(2, SOON).await;
    assert_eq!(texts(&bubbles), ["one", "two"]);
    let typing = site.fake.actions(7);
    assert_eq!(typing.len(), 2);
    assert!(typing[0].at <= bubbles[0].at && bubbles[0].at <= typing[1].at && typing[1].at <= bubbles[1].at);
    assert!(site.fake.refusals().is_empty());
}
