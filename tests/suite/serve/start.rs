//! Starting and stopping the program.

use std::process::Stdio;
use std::time::Duration;

use super::{PATIENCE, Serve, button, command};
use crate::botapi::FakeTelegram;

const STRANGER: &str = "999:AAF-nobodys_token_for_tests_0123456789";

#[test]
fn without_a_token_it_says_so_and_fails() {
    let folder = tempfile::tempdir().unwrap();
    let output =
        command("http://127.0.0.1:1", folder.path(), std::path::Path::new(env!("CARGO_MANIFEST_DIR")))
            .stdin(Stdio::null())
            .output()
            .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && said.contains("TELOXIDE_TOKEN"), "{said}");
}

#[test]
fn a_token_of_nobody_ends_it_with_one_clear_message_without_the_token() {
    let fake = FakeTelegram::start();
    let folder = tempfile::tempdir().unwrap();
    let mut serve = Serve::with(STRANGER, &fake.url(), folder.path());
    assert!(!serve.wait().success());
    let said = serve.log();
    assert!(said.contains("does not know this token") && !said.contains("nobodys"), "{said}");
}

#[test]
fn a_folder_in_use_is_named() {
    let fake = FakeTelegram::start();
    let folder = tempfile::tempdir().unwrap();
    let _open = xiaoqi::store::SledStore::open(folder.path().join("data")).unwrap();
    let mut serve = Serve::start(&fake, folder.path());
    assert!(!serve.wait().success());
    assert!(serve.log().contains("in use by another process"), "{}", serve.log());
}

#[cfg(unix)]
#[tokio::test]
async fn told_to_stop_it_ends_well_and_has_said_neither_token_nor_words() {
    let fake = FakeTelegram::start();
    let folder = tempfile::tempdir().unwrap();
    let mut serve = Serve::start(&fake, folder.path());
    let phone = fake.phone(7, "zh-hans", "小王").with_patience(PATIENCE);
    phone.start(None);
    button(&phone, 0, "").await;
    phone.say("这句话不许出现在日志里");
    phone.wait_until_quiet(Duration::from_millis(500)).await;
    serve.terminate();
    assert!(serve.wait().success(), "{}", serve.log());
    let said = serve.log();
    assert!(!said.contains(&fake.token()) && !said.contains("不许出现"), "{said}");
    assert!(fake.refusals().is_empty(), "{:?}", fake.refusals());
}
