//! Breathing on a phone: one message that changes in time, within Telegram's limits, and ends when she does anything.

use std::time::Duration;

use xiaoqi::channel::telegram::sender::Pace;

use super::{SOON, Site, fast, playbook};

#[tokio::test]
async fn breathing_is_one_message_that_turns_in_time_and_ends_without_buttons_when_she_stops() {
    let site = Site::new();
    let _service = site.serve_mind(playbook(), fast());
    let phone = site.fake.phone(7, "zh-hans", "小王").with_patience(SOON);
    phone.say("/breathe 1");
    let shown = phone.expect_messages(1, SOON).await;
    let message = shown[0].id;
    assert!(shown[0].text().contains("坐舒服") && shown[0].buttons().len() == 1);
    let started = std::time::Instant::now();
    phone.wait_for(|shown| shown.iter().any(|m| m.id == message && m.text().contains("吸气"))).await;
    assert!(started.elapsed() > Duration::from_millis(2_500), "{:?}", started.elapsed());
    phone.press("h:");
    let shown = phone
        .wait_for(|shown| {
            shown.iter().any(|m| m.id == message && m.text().contains("自己来去")) && shown.len() > 1
        })
        .await;
    let guided = shown.iter().find(|m| m.id == message).unwrap();
    assert!(guided.buttons().is_empty());
    // Nothing turns any more, and nothing but two edits was made.
    tokio::time::sleep(Duration::from_millis(4_500)).await;
    assert_eq!(site.fake.calls_of("editMessageText").len(), 2);
    assert!(site.fake.refusals().is_empty(), "{:?}", site.fake.refusals());
}

#[tokio::test]
async fn edits_wait_for_their_turn_as_letters_do() {
    let site = Site::new();
    // One call in four seconds: the first edit is due after three, and comes after four.
    let pace = Pace { chat_every: Duration::from_secs(4), chat_burst: 1, ..fast().pace };
    let _service = site.serve_mind(playbook(), xiaoqi::channel::telegram::Options { pace, ..fast() });
    let phone = site.fake.phone(7, "zh-hans", "小王").with_patience(SOON);
    phone.say("/breathe 1");
    phone.expect_messages(1, SOON).await;
    let started = std::time::Instant::now();
    phone.wait_for(|shown| shown.iter().any(|m| m.text().contains("吸气"))).await;
    assert!(started.elapsed() > Duration::from_millis(3_500), "{:?}", started.elapsed());
}
