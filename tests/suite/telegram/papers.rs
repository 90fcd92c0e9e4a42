//! Pictures and reports: they arrive as files, survive what text survives, and give way to text where Telegram does not
//! take them.

use std::time::Duration;

use xiaoqi::store::Key;

use super::{SOON, Site};
use crate::botapi::{Fault, Target};

const WORDS: &str = "notice-text-only in en";
const AFTER: &str = "notice-empty in en";

#[tokio::test]
async fn a_picture_arrives_as_a_photo_with_one_line_below_and_before_what_follows() {
    let site = Site::new();
    let _service = site.serve();
    let phone = site.fake.phone(1, "en", "A");
    phone.say("picture");
    let shown = phone.expect_messages(2, SOON).await;
    assert_eq!([shown[0].text(), shown[1].text()], ["review-picture in en", AFTER]);
    assert!(shown[0].json["photo"].is_array());
    let photo = site.fake.file(shown[0].file_id().unwrap()).unwrap();
    assert!(photo.starts_with(b"\x89PNG"));
    site.settle().await;
    assert!(site.fake.refusals().is_empty(), "{:?}", site.fake.refusals());
}

#[tokio::test]
async fn a_report_arrives_as_a_document() {
    let site = Site::new();
    let _service = site.serve();
    let phone = site.fake.phone(1, "en", "A");
    phone.say("report");
    let shown = phone.expect_messages(2, SOON).await;
    assert_eq!(shown[0].json["document"]["file_name"], "xiaoqi-report.html");
    let page = String::from_utf8(site.fake.file(shown[0].file_id().unwrap()).unwrap()).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("三天没暖气"));
    site.settle().await;
    assert!(site.fake.refusals().is_empty(), "{:?}", site.fake.refusals());
}

#[tokio::test]
async fn a_picture_that_could_not_be_sent_before_a_kill_is_sent_after_it_the_same_to_the_byte() {
    let site = Site::new();
    let service = site.serve();
    let phone = site.fake.phone(1, "en", "A");
    site.fake.inject(Target::method("sendPhoto"), Fault::internal_error(), 1_000);
    phone.say("picture");
    while site.count(Key::all_outbox()).await < 2 || site.fake.calls_of("sendPhoto").is_empty() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    service.kill();
    assert!(phone.bot_messages().is_empty());
    site.fake.clear_faults();
    let _service = site.serve();
    let shown = phone.expect_messages(2, SOON).await;
    assert_eq!([shown[0].text(), shown[1].text()], ["review-picture in en", AFTER]);
    site.settle().await;
    let once = site.fake.file(shown[0].file_id().unwrap()).unwrap();
    phone.say("picture");
    let again = phone.expect_messages(1, SOON).await;
    assert!(once == site.fake.file(again[0].file_id().unwrap()).unwrap());
    assert!(site.fake.refusals().is_empty());
}

#[tokio::test]
async fn where_telegram_refuses_a_photo_the_words_come_in_its_place() {
    for (code, why) in [(400, "Bad Request: IMAGE_PROCESS_FAILED"), (413, "Request Entity Too Large")] {
        let site = Site::new();
        let service = site.serve();
        let phone = site.fake.phone(1, "en", "A");
        site.fake.inject(Target::method("sendPhoto"), Fault::refusal(code, why), 1);
        phone.say("picture");
        let shown = phone.expect_messages(2, SOON).await;
        assert_eq!([shown[0].text(), shown[1].text()], [WORDS, AFTER]);
        site.settle().await;
        assert_eq!(site.fake.calls_of("sendPhoto").len(), 1);
        assert!(service.log().contains("goes out as text"), "{}", service.log());
        assert!(!service.log().contains(WORDS));
    }
}

#[tokio::test]
async fn a_refused_photo_does_not_come_back_after_a_kill() {
    let site = Site::new();
    let service = site.serve();
    let phone = site.fake.phone(1, "en", "A");
    site.fake.inject(Target::method("sendPhoto"), Fault::refusal(400, "Bad Request: x"), 1);
    site.fake.inject(Target::method("sendMessage"), Fault::internal_error(), 1_000);
    phone.say("picture");
    while site.fake.calls_of("sendMessage").is_empty() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    service.kill();
    site.fake.clear_faults();
    let _service = site.serve();
    let shown = phone.expect_messages(2, SOON).await;
    assert_eq!([shown[0].text(), shown[1].text()], [WORDS, AFTER]);
    assert_eq!(site.fake.calls_of("sendPhoto").len(), 1);
    site.settle().await;
}

#[tokio::test]
async fn a_chat_that_closed_itself_costs_no_more_than_its_own_files() {
    let site = Site::new();
    let _service = site.serve();
    let (gone, there) = (site.fake.phone(1, "en", "A"), site.fake.phone(2, "en", "B"));
    site.fake.inject(Target::method("sendPhoto").in_chat(1), Fault::refusal(403, "Forbidden"), 1);
    gone.say("picture");
    there.say("picture");
    there.expect_messages(2, SOON).await;
    site.settle().await;
    assert!(gone.bot_messages().is_empty());
}
