//! Stores of older programs, lifted to today's form, and stores of newer ones, refused.
//!
//! `tests/kept/records.tsv` has a record of every kind in every version there was; a new version gets a new line, and no line
//! is ever changed. `tests/kept/store-*.backup` are whole stores as released programs wrote them; they never change either.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use futures::StreamExt;
use xiaoqi::base::id::{SessionId, TraineeId};
use xiaoqi::base::time::Moment;
use xiaoqi::desk::wires::{KINDS, Lifted, lift};
use xiaoqi::store::backup::stream;
use xiaoqi::store::{Batch, Expect, Freeze, Key, MemoryStore, Nudge, Store, record};

use super::tool;
use crate::botapi::FakeTelegram;
use crate::serve::Serve;

fn kept(name: &str) -> PathBuf {
    crate::stage::repository(&format!("tests/kept/{name}"))
}

/// A key of this kind, another for each number.
fn key(kind: &str, n: u32) -> Key {
    let (trainee, at, long) = (TraineeId(i64::from(n)), Moment(i64::from(n)), u64::from(n));
    match kind {
        "admission" => Key::admission(trainee),
        "alarm" => Key::alarm(at, -7, "open"),
        "assignment" => Key::assignment(1, 1, n),
        "board" => Key::board(-7, long),
        "card" => Key::card(long),
        "code" => Key::code(&format!("{n:08}")),
        "contest" => Key::contest(long),
        "draft" => Key::draft(trainee),
        "entrant" => Key::entrant(1, trainee),
        "event" => Key::session_event(SessionId { trainee: TraineeId(1), number: 1 }, n),
        "group" => Key::group(-i64::from(n)),
        "inbox" => Key::inbox(long),
        "member" => Key::member(trainee),
        "nudge" => Key::nudge(at, Nudge { organisation: 1, cohort: 1, assignment: 0, who: trainee }),
        "organisation" => Key::organisation(n),
        "outbox" => Key::outbox(1, long),
        "profile" => Key::profile(trainee),
        "release" => Key::release(1, "kettle", n),
        "replica" => Key::replica(long),
        "seen" => Key::seen(long),
        "session" => Key::session_meta(SessionId { trainee: TraineeId(1), number: n }),
        "share" => Key::share(n),
        "shelf" => Key::shelf(1, &format!("kettle{n}")),
        "thanks" => Key::thanks(1, trainee),
        "timer" => Key::timer(at, trainee),
        _ => panic!("there is no key for {kind}: add one"),
    }
}

/// Every recorded record: kind, key, bytes.
fn records() -> Vec<(String, Key, Vec<u8>)> {
    let text = std::fs::read_to_string(kept("records.tsv")).unwrap();
    let lines = (1..).zip(text.lines().filter(|line| !line.starts_with('#')));
    lines
        .map(|(number, line)| {
            let (kind, bytes) = line.split_once('\t').unwrap_or_else(|| panic!("{line}"));
            (kind.to_owned(), key(kind, number), bytes.as_bytes().to_vec())
        })
        .collect()
}

#[test]
fn every_record_of_every_version_there_was_is_lifted_to_todays_and_reads_again() {
    let mut seen: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
    for (kind, key, bytes) in records() {
        let version = record::version(&key, &bytes).unwrap();
        seen.entry(kind.clone()).or_default().insert(version);
        let today = KINDS.iter().find(|(name, _)| *name == kind).unwrap().1;
        match lift(&key, &bytes).unwrap_or_else(|error| panic!("{kind} {version}: {error}")) {
            Lifted::Current => assert_eq!(version, today),
            Lifted::Raised(raised) => {
                assert!(version < today);
                assert_eq!(lift(&key, &raised), Ok(Lifted::Current), "{kind} {version}");
            }
            Lifted::Unknown => panic!("{kind} is unknown"),
        }
    }
    for (kind, version) in KINDS {
        let all: BTreeSet<u32> = (1..=*version).collect();
        assert_eq!(seen.get(*kind), Some(&all), "tests/kept/records.tsv lacks versions of {kind}");
    }
}

/// Backups of released versions; where today's is not among them yet, `XIAOQI_BLESS=1` makes it from the records.
fn stores() -> Vec<PathBuf> {
    let today = kept(&format!("store-{}.backup", env!("CARGO_PKG_VERSION")));
    if std::env::var_os("XIAOQI_BLESS").is_some() && !today.exists() {
        let made = futures::executor::block_on(async {
            let store = MemoryStore::new();
            for (_, key, bytes) in records() {
                let mut batch = Batch::new();
                batch.put(key, bytes, Expect::Absent);
                store.commit(batch).await.unwrap();
            }
            let pieces = stream(store.freeze().await.unwrap(), Moment(1_764_374_400_000));
            pieces.map(|piece| piece.unwrap()).concat().await
        });
        std::fs::write(&today, made).unwrap();
    }
    let mut found: Vec<PathBuf> =
        std::fs::read_dir(kept("")).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.retain(|path| path.extension().is_some_and(|end| end == "backup"));
    assert!(found.contains(&today), "there is no store of this version: XIAOQI_BLESS=1 cargo test upgrade");
    found
}

fn migrated(folder: &Path, args: &[&str]) -> serde_json::Value {
    let ran = tool(folder, &[&["migrate", "--json"], args].concat());
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.err);
    ran.json()
}

#[test]
fn stores_of_released_versions_are_restored_and_migrated_after_a_look_that_writes_nothing() {
    for store in stores() {
        let folder = tempfile::tempdir().unwrap();
        let restored = tool(folder.path(), &["restore", store.to_str().unwrap()]);
        assert_eq!(restored.code, Some(0), "{}", restored.err);
        let first = migrated(folder.path(), &["--dry-run"]);
        assert_eq!(migrated(folder.path(), &["--dry-run"]), first, "a look changes nothing");
        assert_eq!((first["lifted"].as_bool(), first["other"].as_u64()), (Some(false), Some(0)));
        let older = |found: &serde_json::Value| -> u64 {
            found["older"].as_object().unwrap().values().map(|count| count.as_u64().unwrap()).sum()
        };
        assert_eq!(older(&first) + first["current"].as_u64().unwrap(), records().len() as u64);
        let done = migrated(folder.path(), &[]);
        assert_eq!((older(&done), done["lifted"].as_bool()), (older(&first), Some(true)));
        let again = migrated(folder.path(), &[]);
        assert_eq!((older(&again), again["current"].as_u64()), (0, Some(records().len() as u64)));
    }
}

/// A store with one entry.
fn with(folder: &Path, key: Key, bytes: &str) {
    let store = xiaoqi::store::SledStore::open(folder.join("data")).unwrap();
    let mut batch = Batch::new();
    batch.put(key, bytes, Expect::Any);
    futures::executor::block_on(store.commit(batch)).unwrap();
}

#[test]
fn a_store_of_a_newer_program_is_refused_with_words() {
    let fake = FakeTelegram::start();
    let folder = tempfile::tempdir().unwrap();
    with(folder.path(), Key::counter("versions"), r#"{"v":1,"d":{"profile":99}}"#);
    let mut serve = Serve::start(&fake, folder.path());
    assert!(!serve.wait().success());
    let said = serve.log();
    assert!(said.contains("newer program") && said.contains("profile") && said.contains("99"), "{said}");
    assert!(!tool(folder.path(), &["migrate"]).err.is_empty());
}

#[test]
fn where_one_record_cannot_be_read_nothing_is_written_and_it_is_named() {
    let folder = tempfile::tempdir().unwrap();
    with(
        folder.path(),
        Key::profile(TraineeId(7)),
        r#"{"v":1,"d":{"lang":null,"sessions":0,"screen":{"at":"lobby"}}}"#,
    );
    with(folder.path(), Key::card(9), "not a record at all: Bob");
    let ran = tool(folder.path(), &["migrate"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("card/9") && !ran.out.contains("Bob"), "{}", ran.out);
    let looked = tool(folder.path(), &["migrate", "--dry-run", "--json"]).json();
    assert_eq!(looked["older"]["profile"], 1, "still the old one");
}
