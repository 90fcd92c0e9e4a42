//! Backups of the running service under traffic, restored into another folder, and refused where they are damaged.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use xiaoqi::base::id::SessionId;
use xiaoqi::desk::records::{KeptEvent, KeptProfile};
use xiaoqi::session::event::Event;
use xiaoqi::store::backup::BackupReader;
use xiaoqi::store::{Entry, Key, KeyName, Record};

use super::tool;
use crate::botapi::{FakeTelegram, Phone};
use crate::serve::{PATIENCE, Serve, button};

type Kept = Vec<(Key, Entry)>;

fn read(file: &Path) -> Kept {
    let reader = BackupReader::open(std::fs::File::open(file).unwrap()).unwrap();
    reader.collect::<Result<_, _>>().unwrap()
}

/// What must hold at any one moment: every session's events without a gap from the first on, beginning with its start;
/// no session but those the profile counts, and every letter and mark readable.
fn is_one_moment(kept: &Kept) {
    let mut events: BTreeMap<SessionId, u32> = BTreeMap::new();
    let mut sessions: BTreeMap<i64, u32> = BTreeMap::new();
    for (key, entry) in kept {
        match key.name().unwrap() {
            KeyName::SessionEvent(session, number) => {
                let next = events.entry(session).or_default();
                assert_eq!(number, *next, "a gap in {session:?}");
                *next += 1;
                let KeptEvent(event) = Record::decode(key, &entry.value).unwrap();
                assert_eq!(number == 0, matches!(event, Event::Started { .. }));
            }
            KeyName::Profile(trainee) => {
                let profile: KeptProfile = Record::decode(key, &entry.value).unwrap();
                sessions.insert(trainee.0, profile.profile.sessions);
            }
            _ => {}
        }
    }
    for session in events.keys() {
        let counted = sessions.get(&session.trainee.0).copied().unwrap_or_default();
        assert!(session.number <= counted, "the profile does not know {session:?}");
    }
    for (trainee, count) in sessions {
        let known = events.keys().filter(|session| session.trainee.0 == trainee).count();
        assert_eq!(known as u32, count, "a session that the profile counts has no events");
    }
}

async fn talk(phone: &Phone) {
    phone.start(None);
    button(phone, 0, "i:").await;
    phone.press("i:");
    button(phone, 0, "b:").await;
    let before = phone.bot_messages().len();
    phone.press("b:");
    phone.wait_for(|shown| shown.len() > before).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn backups_of_the_running_service_are_true_at_one_moment_and_restore_to_the_same() {
    let fake = FakeTelegram::start();
    let folder = tempfile::tempdir().unwrap();
    let backups = folder.path().join("backups");
    std::fs::create_dir(&backups).unwrap();
    let mut serve = Serve::start(&fake, folder.path());
    let phones: Vec<Phone> = (1..=3).map(|id| fake.phone(id, "en", "Mia").with_patience(PATIENCE)).collect();
    for phone in &phones {
        talk(phone).await;
    }
    let mut taken: Vec<PathBuf> = Vec::new();
    for round in 0..4 {
        phones.iter().for_each(|phone| {
            phone.say(&format!("I am sorry about that, let me look into it now. ({round})"));
        });
        let file = backups.join(format!("{round}.backup"));
        let (place, to) = (folder.path().to_path_buf(), file.display().to_string());
        let ran =
            tokio::task::spawn_blocking(move || tool(&place, &["backup", "--json", &to])).await.unwrap();
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        assert_eq!(ran.json()["from_service"], true);
        taken.push(file);
    }
    for file in &taken {
        is_one_moment(&read(file));
    }
    let last = taken.last().unwrap();
    assert!(read(last).iter().any(|(key, _)| matches!(key.name(), Some(KeyName::SessionEvent(..)))));

    let well = tool(folder.path(), &["health"]);
    assert_eq!(well.code, Some(0), "{}{}", well.out, well.err);
    #[cfg(unix)]
    {
        let mode = |path: &Path| {
            std::os::unix::fs::PermissionsExt::mode(&path.metadata().unwrap().permissions()) & 0o777
        };
        let control = folder.path().join("data/control");
        assert_eq!((mode(&control), mode(&control.join("socket")), mode(last)), (0o700, 0o600, 0o600));
    }

    // The tool does not get in where the service is; and the counts come from it.
    let stats = tool(folder.path(), &["stats", "--json"]).json();
    assert_eq!((stats["trainees"].as_u64(), stats["conversations"].as_u64()), (Some(3), Some(3)));
    let refused = tool(folder.path(), &["restore", "--replace", &last.display().to_string()]);
    assert_eq!(refused.code, Some(1), "a folder in use is not replaced");
    #[cfg(unix)]
    {
        serve.terminate();
        assert!(serve.wait().success());
        assert_eq!(tool(folder.path(), &["health"]).code, Some(1), "nobody runs there any more");
    }

    let elsewhere = tempfile::tempdir().unwrap();
    let restored = tool(elsewhere.path(), &["restore", &last.display().to_string()]);
    assert_eq!(restored.code, Some(0), "{}", restored.err);
    let again = elsewhere.path().join("again.backup");
    let ran = tool(elsewhere.path(), &["backup", "--json", &again.display().to_string()]);
    assert_eq!((ran.code, ran.json()["from_service"].as_bool()), (Some(0), Some(false)));
    assert_eq!(read(&again), read(last), "keys, values and versions");

    // The conversation goes on where the backup was taken.
    let _serve = Serve::start(&fake, elsewhere.path());
    let before = phones[0].bot_messages().len();
    phones[0].say("Thank you for waiting.");
    phones[0].wait_for(|shown| shown.len() > before).await;
}

#[test]
fn a_damaged_backup_is_refused_with_the_place_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    drop(xiaoqi::store::SledStore::open(folder.path().join("data")).unwrap());
    let file = folder.path().join("x.backup");
    let taken = tool(folder.path(), &["backup", file.to_str().unwrap()]);
    assert_eq!(taken.code, Some(0), "{}", taken.err);
    let bytes = std::fs::read(&file).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let flipped: Vec<u8> = bytes
        .iter()
        .enumerate()
        .map(|(at, byte)| if at == bytes.len() - 3 { byte ^ 1 } else { *byte })
        .collect();
    for (broken, words) in [
        (&bytes[..bytes.len() - 5], "ends too early, at byte"),
        (&flipped, "damaged at byte"),
        (b"PK\x03\x04", "no backup"),
    ] {
        std::fs::write(&file, broken).unwrap();
        for args in [vec!["restore", "--check"], vec!["restore"]] {
            let ran = tool(elsewhere.path(), &[&args[..], &[file.to_str().unwrap()]].concat());
            assert_eq!(ran.code, Some(1));
            assert!(ran.err.contains(words), "{}", ran.err);
        }
        assert!(!elsewhere.path().join("data").exists());
    }
    std::fs::write(&file, &bytes).unwrap();
    assert_eq!(tool(elsewhere.path(), &["restore", "--check", file.to_str().unwrap()]).code, Some(0));
}

#[test]
fn a_folder_with_contents_is_replaced_only_where_that_is_said_and_then_put_aside() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    drop(xiaoqi::store::SledStore::open(&data).unwrap());
    let file = folder.path().join("x.backup");
    let file = file.to_str().unwrap();
    assert_eq!(tool(folder.path(), &["backup", file]).code, Some(0));
    let again = tool(folder.path(), &["backup", file]);
    assert!(again.code == Some(1) && again.err.contains("there already"), "{}", again.err);
    let refused = tool(folder.path(), &["restore", file]);
    assert!(refused.code == Some(1) && refused.err.contains("already holds data"), "{}", refused.err);
    let replaced = tool(folder.path(), &["restore", "--replace", file]);
    assert_eq!(replaced.code, Some(0), "{}", replaced.err);
    let aside =
        std::fs::read_dir(&data).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let aside: Vec<String> = aside.filter(|name| name.starts_with("before-restore-")).collect();
    assert_eq!(aside.len(), 1);
    assert!(data.join(&aside[0]).join("db").exists());
}

#[test]
fn old_backups_of_a_folder_go_where_a_number_to_keep_is_given() {
    let folder = tempfile::tempdir().unwrap();
    drop(xiaoqi::store::SledStore::open(folder.path().join("data")).unwrap());
    let backups = folder.path().join("backups");
    std::fs::create_dir(&backups).unwrap();
    for day in 1..=3 {
        std::fs::write(backups.join(format!("xiaoqi-2020010{day}T000000Z.backup")), "").unwrap();
    }
    let ran = tool(folder.path(), &["backup", backups.to_str().unwrap(), "--keep", "2"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let mut left: Vec<String> = std::fs::read_dir(&backups)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    left.sort();
    assert_eq!(left.len(), 2, "{left:?}");
    assert_eq!(left[0], "xiaoqi-20200103T000000Z.backup");
}
