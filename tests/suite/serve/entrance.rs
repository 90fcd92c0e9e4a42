//! The program's door and its webhook: a list that is read again, and a kill -9 right after Telegram was answered.

use std::net::TcpListener;
use std::path::Path;
use std::time::Duration;

use super::{PATIENCE, Serve, button, command};
use crate::botapi::{FakeTelegram, Phone};

fn content() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

async fn shows(phone: &Phone, words: &str) {
    phone.wait_for(|shown| shown.iter().any(|message| message.text().contains(words))).await;
}

#[tokio::test]
async fn a_name_added_to_the_list_counts_within_seconds_and_nobodys_is_in_the_log() {
    let fake = FakeTelegram::start();
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("guests");
    std::fs::write(&list, "7 # Ann\n").unwrap();
    let mut started = command(&fake.url(), folder.path(), content());
    started.args(["--admit", "list", "--contact", "Ann in room 12", "--guests-file"]).arg(&list);
    let serve = Serve::spawn(started.env("TELOXIDE_TOKEN", fake.token()), folder.path());
    let person = |id| fake.phone(id, "en", "Ann").with_patience(PATIENCE * 3);
    let (listed, stranger) = (person(7), person(8));
    listed.start(None);
    button(&listed, 0, "i:").await;
    stranger.start(None);
    shows(&stranger, "Ann in room 12").await;
    // What cannot be read changes nothing.
    std::fs::write(&list, "7\n8\nMs Secret\n").unwrap();
    while !serve.log().contains("stays as it was") {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    std::fs::write(&list, "7\n8\n# and more to come\n").unwrap();
    while !serve.log().contains("has changed") {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    stranger.say("/menu");
    button(&stranger, 0, "i:").await;
    let log = serve.log();
    assert!(!log.contains("Secret") && log.contains("entry 3"), "{log}");
}

#[tokio::test]
async fn a_kill_right_after_telegram_was_answered_loses_no_word() {
    let fake = FakeTelegram::start();
    let folder = tempfile::tempdir().unwrap();
    let listen = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap();
    let serve = || {
        let mut started = command(&fake.url(), folder.path(), content());
        started.args(["--webhook", &format!("http://{listen}/t"), "--listen", &listen.to_string()]);
        started.env("XIAOQI_WEBHOOK_SECRET", "a-secret-of-tests_0123456789");
        Serve::spawn(started.env("TELOXIDE_TOKEN", fake.token()), folder.path())
    };
    let first = serve();
    let phone = fake.phone(7, "en", "Ann").with_patience(PATIENCE * 3);
    phone.start(None);
    button(&phone, 0, "i:").await;
    let before = fake.pushes().iter().filter(|status| **status == 200).count();
    phone.say("/privacy");
    phone.say("/nonsense");
    while fake.pushes().iter().filter(|status| **status == 200).count() < before + 2 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    first.kill();
    let _second = serve();
    shows(&phone, "What is kept about you here").await;
    shows(&phone, "I don't know /nonsense").await;
    let log = std::fs::read_to_string(folder.path().join("log")).unwrap();
    assert!(!log.contains("a-secret-of-tests") && !log.contains("nonsense"), "{log}");
}
