//! Content that changes while the service runs.

use std::path::Path;
use std::time::Duration;

use super::{PATIENCE, Serve, button, command};
use crate::botapi::{FakeTelegram, Phone};
use crate::library::Shelf;

/// Whether the menu shows these words, asked for again and again: a changed file is taken up within a second or so.
async fn shown(phone: &Phone, words: &str) -> bool {
    for _ in 0..40 {
        let before = phone.bot_messages().len();
        phone.say("/menu");
        let menu = button(phone, before, "i:").await;
        if menu.iter().skip(before).any(|message| message.json.to_string().contains(words)) {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    false
}

fn log_has(serve: &Serve, words: &str) -> bool {
    serve.log().contains(words)
}

async fn until_logged(serve: &Serve, words: &str) {
    let begun = std::time::Instant::now();
    while !log_has(serve, words) {
        assert!(begun.elapsed() < PATIENCE, "{words} is not in the log: {}", serve.log());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

fn serve(fake: &FakeTelegram, folder: &Path, content: &Path) -> Serve {
    Serve::spawn(command(&fake.url(), folder, content).env("TELOXIDE_TOKEN", fake.token()), folder)
}

#[tokio::test]
async fn whoever_runs_the_bot_is_told_in_the_chat_which_file_broke() {
    let (fake, folder, shelf) = (FakeTelegram::start(), tempfile::tempdir().unwrap(), Shelf::new());
    shelf.write("locales/zh-Hans/trainer.ftl", "trainer-files-broken = { $text }\n");
    let phone = fake.phone(7, "zh-hans", "小王").with_patience(PATIENCE);
    let other = fake.phone(8, "en", "Bob").with_patience(PATIENCE);
    let mut command = command(&fake.url(), folder.path(), shelf.path());
    let serve =
        Serve::spawn(command.args(["--operator", "7"]).env("TELOXIDE_TOKEN", fake.token()), folder.path());
    phone.start(None);
    button(&phone, 0, "i:").await;
    other.start(None);
    button(&other, 0, "i:").await;
    shelf.edit("personas/pump.toml", "grade = \"basic\"", "grade = \"basik\"");
    until_logged(&serve, "personas/pump.toml:3:9: persona.unknown-grade").await;
    phone
        .wait_for(|shown| {
            shown.iter().any(|m| {
                m.text().contains("personas/pump.toml:3:9")
                    && m.text().contains("basik")
                    && m.text().contains("basic")
            })
        })
        .await;
    assert!(
        !other
            .bot_messages()
            .iter()
            .any(|m| m.text().contains("pump.toml") || m.text().contains("trainer-files-broken"))
    );
    assert!(fake.refusals().is_empty(), "{:?}", fake.refusals());
}

#[tokio::test]
async fn a_changed_file_is_taken_up_and_a_broken_one_keeps_the_last_good() {
    let (fake, folder, shelf) = (FakeTelegram::start(), tempfile::tempdir().unwrap(), Shelf::new());
    let phone = fake.phone(7, "zh-hans", "小王").with_patience(PATIENCE);
    let serve = serve(&fake, folder.path(), shelf.path());
    phone.start(None);
    button(&phone, 0, "i:").await;
    assert!(shown(&phone, "水泵不转").await);
    shelf.edit("personas/pump.toml", "水泵不转", "水泵漏水");
    assert!(shown(&phone, "水泵漏水").await, "{}", serve.log());
    shelf.edit("personas/pump.toml", "grade = \"basic\"", "grade = \"basik\"");
    until_logged(&serve, "personas/pump.toml:3:9: persona.unknown-grade").await;
    assert!(shown(&phone, "水泵漏水").await, "the last good one is still there");
    assert!(fake.refusals().is_empty(), "{:?}", fake.refusals());
}
