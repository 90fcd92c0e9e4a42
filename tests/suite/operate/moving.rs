//! `store copy`: from a folder to a database and back, also out of a running service; and the tools and the service on a database.

use std::path::Path;

use xiaoqi::store::backup::BackupReader;
use xiaoqi::store::{Entry, Key};

use super::{Ran, tool};
use crate::botapi::FakeTelegram;
use crate::serve::{PATIENCE, Serve, button, command};
use crate::store::fresh_address;

fn copy(from: &str, to: &str) -> Ran {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_xiaoqi"));
    command.args(["--lang", "en", "store", "copy", "--json", from, to]).env("XIAOQI_CONFIG", "");
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

fn copied(from: &str, to: &str) -> serde_json::Value {
    let ran = copy(from, to);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    ran.json()
}

fn backup(folder: &Path, args: &[&str], name: &str) -> Vec<(Key, Entry)> {
    let file = folder.join(name);
    let ran = tool(folder, &[&["backup", file.to_str().unwrap()], args].concat());
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let reader = BackupReader::open(std::fs::File::open(file).unwrap()).unwrap();
    reader.collect::<Result<_, _>>().unwrap()
}

/// A folder with the store that an earlier version wrote.
fn kept() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let store = crate::stage::repository("tests/kept/store-0.1.0.backup");
    let restored = tool(folder.path(), &["restore", store.to_str().unwrap()]);
    assert_eq!(restored.code, Some(0), "{}", restored.err);
    folder
}

#[test]
fn a_store_of_a_released_version_goes_to_a_database_and_back_unchanged() {
    let Some(address) = fresh_address() else { return };
    let (first, second) = (kept(), tempfile::tempdir().unwrap());
    let data = |folder: &tempfile::TempDir| folder.path().join("data").to_str().unwrap().to_owned();
    let there = copied(&data(&first), &address);
    let back = copied(&address, &data(&second));
    assert_eq!((&there["entries"], &there["sha256"]), (&back["entries"], &back["sha256"]));
    let before = backup(first.path(), &[], "before.backup");
    assert!(!before.is_empty());
    assert_eq!(backup(first.path(), &["--store", &address], "there.backup"), before);
    assert_eq!(backup(second.path(), &[], "after.backup"), before);

    // Neither is filled twice, and the copy says so without changing anything.
    let over = copy(&data(&first), &address);
    assert!(over.code == Some(1) && over.err.contains("holds something already"), "{}", over.err);
    let over = copy(&address, &data(&second));
    assert!(over.code == Some(1) && over.err.contains("holds something already"), "{}", over.err);
    assert_eq!(backup(second.path(), &[], "still.backup"), before);

    // The tools of a folder work there too.
    let migrated = tool(first.path(), &["migrate", "--json", "--store", &address]);
    assert_eq!(migrated.code, Some(0), "{}{}", migrated.out, migrated.err);
    let stats = tool(first.path(), &["stats", "--json", "--store", &address]).json();
    assert!(stats["trainees"].as_u64().is_some_and(|count| count > 0), "{stats}");
    let compacted = tool(first.path(), &["compact", "--store", &address]);
    assert!(compacted.code == Some(0) && compacted.out.contains("127.0.0.1"), "{}", compacted.err);
    let rotated = tool(first.path(), &["key", "rotate", "--store", &address]);
    assert!(rotated.code == Some(1) && rotated.err.contains("store copy"), "{}", rotated.err);

    // A backup of the one is restored into another space.
    let Some(other) = fresh_address() else { return };
    let file = first.path().join("before.backup");
    let restored = tool(first.path(), &["restore", file.to_str().unwrap(), "--store", &other]);
    assert_eq!(restored.code, Some(0), "{}", restored.err);
    assert_eq!(backup(first.path(), &["--store", &other], "other.backup"), before);
}

#[test]
fn what_an_interrupted_copy_left_in_a_folder_is_taken_away_by_the_next() {
    let Some(address) = fresh_address() else { return };
    let (first, second) = (kept(), tempfile::tempdir().unwrap());
    copied(first.path().join("data").to_str().unwrap(), &address);
    let target = second.path().join("data");
    // As a kill leaves it: half a store, and the mark that it is half.
    let broken =
        xiaoqi::store::SledStore::fill(&target, 9, [Err(xiaoqi::store::StoreError::NoChance)].into_iter());
    assert!(broken.is_err() && target.join("restoring").exists());
    std::fs::write(target.join("note"), "somebody else's").unwrap();
    copied(&address, target.to_str().unwrap());
    assert!(target.join("note").exists());
    assert_eq!(backup(second.path(), &[], "x.backup"), backup(first.path(), &[], "y.backup"));
}

#[test]
fn nothing_is_made_where_there_is_nothing_to_copy() {
    let Some(address) = fresh_address() else { return };
    let folder = tempfile::tempdir().unwrap();
    for (from, to) in [
        (address.as_str(), folder.path().join("to")),
        (folder.path().to_str().unwrap(), folder.path().join("to")),
    ] {
        let ran = copy(from, to.to_str().unwrap());
        assert!(ran.code == Some(1) && ran.err.contains("holds no data"), "{}", ran.err);
        assert!(!to.exists());
    }
    let wrong = copy("postgresql://ann:s3cret@127.0.0.1:1/d?connections=none", "x");
    assert!(wrong.code == Some(1) && !wrong.err.contains("s3cret"), "{}", wrong.err);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_service_is_copied_while_it_runs_and_goes_on_from_the_database() {
    let Some(address) = fresh_address() else { return };
    let fake = FakeTelegram::start();
    let (first, second) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let phone = fake.phone(1, "en", "Mia").with_patience(PATIENCE);
    {
        let _serve = Serve::start(&fake, first.path());
        phone.start(None);
        button(&phone, 0, "i:").await;
        phone.press("i:");
        button(&phone, 0, "b:").await;
        let before = phone.bot_messages().len();
        phone.press("b:");
        phone.wait_for(|shown| shown.len() > before).await;
        let (from, to) = (first.path().join("data"), address.clone());
        let ran = tokio::task::spawn_blocking(move || copied(from.to_str().unwrap(), &to)).await.unwrap();
        assert!(ran["entries"].as_u64().is_some_and(|count| count > 0), "{ran}");
    }
    let content = crate::stage::repository("");
    let mut serving = command(&fake.url(), second.path(), &content);
    serving.env("TELOXIDE_TOKEN", fake.token()).env("XIAOQI_STORE", &address);
    let _serve = Serve::spawn(&mut serving, second.path());
    let before = phone.bot_messages().len();
    phone.say("I am sorry about that, let me look into it now.");
    phone.wait_for(|shown| shown.len() > before).await;
    assert!(!second.path().join("data/db").exists(), "nothing is kept beside the database");
    let (place, to) = (second.path().to_path_buf(), address);
    let doctor =
        tokio::task::spawn_blocking(move || tool(&place, &["doctor", "--store", &to])).await.unwrap();
    assert!(doctor.out.contains("what is kept there is whole"), "{}{}", doctor.out, doctor.err);
}
