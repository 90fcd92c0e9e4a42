//! A whole contest of three with the program itself, killed in the middle, its results verified by the program, too. Slow (a minute
//! or two): the program keeps Telegram's pace.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use xiaoqi::desk::group::records::KeptAlarm;
use xiaoqi::desk::now;
use xiaoqi::store::{Batch, Expect, Key, KeyName, Record, SledStore, Store};

use super::{PATIENCE, Serve};
use crate::botapi::{Button, FakeTelegram, Message, Phone};

const TEAM: i64 = -1_001_234_567_890;

/// What each of them writes.
const SAID: [(&str, &str, &str); 3] = [
    ("en", "Bob", "I'm so sorry, that must be awful. Please tell me what happened, I'm listening."),
    ("zh-hans", "小王", "您好，实在对不起，让您受委屈了，请您慢慢说，我在听。"),
    ("zh-hant", "阿晨", "這跟我有什麼關係，您自己想辦法。"),
];

/// Waits for a button of which this holds, and presses it.
async fn press(phone: &Phone, is: impl Fn(&str) -> bool) {
    let found = |shown: &[Message]| {
        let mut buttons = shown.iter().rev().flat_map(|m| m.buttons().into_iter().map(move |b| (m.id, b)));
        buttons.find_map(|(id, button)| Some((id, button.data.filter(|data| is(data))?)))
    };
    let shown = phone.wait_for(|shown| found(shown).is_some()).await;
    let (message, data) = found(&shown).unwrap();
    phone.press_data(message, &data);
}

/// The payload of the way in.
async fn link(group: &Phone) -> String {
    let joins = |button: &Button| button.label.starts_with('▶');
    let url = |shown: &[Message]| {
        let buttons = shown.iter().flat_map(Message::buttons);
        buttons.filter(joins).find_map(|button| button.url)
    };
    let shown = group.wait_for(|shown| url(shown).is_some()).await;
    url(&shown).unwrap().split_once("?start=").unwrap().1.to_owned()
}

async fn document(fake: &FakeTelegram, phone: &Phone, name: &str) -> Vec<u8> {
    let is =
        |m: &&Message| m.json["document"]["file_name"].as_str().is_some_and(|file| file.starts_with(name));
    let shown = phone.wait_for(|shown| shown.iter().any(|m| is(&m))).await;
    fake.file(shown.iter().rev().find(is).unwrap().file_id().unwrap()).unwrap()
}

/// The contest's end is a day off; what is to happen then happens at once.
async fn bring_the_end_nearer(folder: &Path) {
    let store = SledStore::open(folder.join("data")).unwrap();
    let alarms = store.scan(Key::all_alarms(), 1_000).await.unwrap();
    let close = alarms.into_iter().find_map(|(key, _)| match key.name()? {
        KeyName::Alarm(_, chat, what) if what.ends_with("/close") => Some((chat, what)),
        _ => None,
    });
    let (chat, what) = close.expect("the end is settled");
    let key = Key::alarm(now(), chat, &what);
    let mut batch = Batch::new();
    batch.put(key.clone(), Record::encode(&key, &KeptAlarm {}).unwrap(), Expect::Any);
    store.commit(batch).await.unwrap();
}

#[tokio::test]
async fn three_play_a_contest_over_a_kill_and_the_program_confirms_its_results() {
    let fake = FakeTelegram::start();
    let folder = tempfile::tempdir().unwrap();
    let mut serve = Serve::start(&fake, folder.path());
    let lead = fake.phone(7, "en", "Ann").with_patience(PATIENCE);
    let group = fake.group(TEAM, "Team", &lead);
    group.add_bot(&lead);
    let board = lead.in_group(&group).with_patience(PATIENCE);
    board.say("/contest");
    press(&board, |data| data.starts_with("G:f") && data.ends_with(":c")).await;
    let link = link(&board).await;
    let phones: Vec<Phone> = (8..)
        .zip(SAID)
        .map(|(id, (lang, name, _))| {
            let phone = fake.phone(id, lang, name).with_patience(PATIENCE);
            group.join(&phone);
            phone
        })
        .collect();
    for phone in &phones {
        phone.start(Some(&link));
        press(phone, |data| data.starts_with("C:j")).await;
        press(phone, |data| data.starts_with("C:r") && data.ends_with(":1")).await;
        press(phone, |data| data.starts_with("C:b") && data.ends_with(":1")).await;
    }
    for (phone, (_, _, said)) in phones.iter().zip(SAID) {
        phone.wait_for(|shown| shown.iter().any(|m| m.text().contains('⏳'))).await;
        phone.say(said);
        phone.wait_until_quiet(Duration::from_millis(1_500)).await;
    }
    serve.kill();
    for phone in &phones {
        phone.say("/end");
    }
    serve = Serve::start(&fake, folder.path());
    for phone in &phones {
        phone.wait_for(|shown| shown.iter().any(|m| m.text().contains('🧾'))).await;
    }
    let ranked =
        |m: &Message| m.text().starts_with('📊') && SAID.iter().all(|(_, name, _)| m.text().contains(name));
    board.wait_for(|shown| shown.iter().any(ranked)).await;
    serve.kill();
    bring_the_end_nearer(folder.path()).await;
    serve = Serve::start(&fake, folder.path());
    board.wait_for(|shown| shown.iter().any(|m| m.text().contains('🥇'))).await;
    let write = |name: &str, bytes: Vec<u8>| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    board.wait_for(|shown| shown.iter().filter(|m| !m.json["document"].is_null()).count() >= 3).await;
    let announced = write("contest.json", document(&fake, &board, "contest.json").await);
    let tokens = String::from_utf8(document(&fake, &board, "tokens.txt").await).unwrap();
    let mut verify = Command::new(env!("CARGO_BIN_EXE_xiaoqi"));
    verify.arg("verify").env("XIAOQI_CACHE", super::CACHE.path());
    for phone in &phones {
        press(phone, |data| data.starts_with("C:f")).await;
        verify.arg(write(&format!("{}.json", phone.id()), document(&fake, phone, "run-1-1").await));
    }
    verify.arg("--contest").arg(announced).arg("--json");
    verify.arg("--content").arg(env!("CARGO_MANIFEST_DIR"));
    tokens.lines().for_each(|token| {
        verify.args(["--token", token]);
    });
    let output = verify.output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{told}{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(told.matches("\"verdict\":\"confirmed\"").count(), 3, "{told}");
    drop(serve);
    // A scoreboard whose turn fell into the kill is turned once more, to what it shows already.
    let mut refusals = fake.refusals();
    refusals.retain(|call| !call.note.contains("message is not modified"));
    assert!(refusals.is_empty(), "{refusals:?}");
}
