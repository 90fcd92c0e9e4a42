//! Forgetting, held against the files themselves: once somebody had everything of hers deleted, no file of the data folder has
//! a byte of her words, her name or her number.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use xiaoqi::base::id::TraineeId;
use xiaoqi::base::time::Moment;
use xiaoqi::channel::telegram::outbound;
use xiaoqi::desk::{Desk, now};
use xiaoqi::store::{Key, Keyring, SealKey, open_folder};

use super::{SOON, Service, Site, fast, playbook, until};
use crate::botapi::Phone;
use crate::store::holding;

const SHE: i64 = 7_123_456;
const NAME: &str = "Zqxwelmina";
const WORDS: [&str; 3] = ["zqx-first-words", "zqx-reflection", "zqx-open-conversation"];

/// Everything by which she could be known: words, name, number in digits and as it stands in keys.
fn marks() -> Vec<Vec<u8>> {
    let mut marks: Vec<Vec<u8>> = WORDS.iter().map(|words| words.as_bytes().to_vec()).collect();
    marks.push(NAME.as_bytes().to_vec());
    marks.push(SHE.to_string().into_bytes());
    // All of a key but its first letter is the number.
    marks.push(Key::profile(TraineeId(SHE)).as_bytes()[1..].to_vec());
    marks
}

fn found(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for mark in marks() {
        let shown = String::from_utf8_lossy(&mark).into_owned();
        found.extend(holding(folder, &mark).into_iter().map(|path| format!("{path}: {shown}")));
    }
    found
}

async fn site(folder: &Path, ring: Keyring) -> Site {
    let mut site = Site::new();
    site.store = open_folder(folder, ring).await.unwrap();
    site
}

/// A conversation with a reflection, and another that goes on: events, journal, timers, updates and letters of hers.
async fn practise(site: &Site) -> Phone {
    let phone = site.fake.phone(SHE, "zh-hans", NAME).with_patience(SOON);
    phone.start(Some("wrong_dish"));
    until(&phone, "油焖大虾").await;
    phone.press("b:wrong_dish");
    until(&phone, "直接打字回复").await;
    phone.say(WORDS[0]);
    phone.wait_for(|shown| shown.len() > 3).await;
    phone.say("/end");
    until(&phone, "问题 1/3").await;
    phone.say(WORDS[1]);
    until(&phone, "问题 2/3").await;
    phone.say("/start wrong_dish");
    phone.say(WORDS[2]);
    site.settle().await;
    phone
}

async fn forget(phone: &Phone) {
    phone.say("/forget");
    until(phone, "找不回来").await;
    phone.press("f:1");
    until(phone, "已经全部删除").await;
}

/// Waits until the service says that the files were seen to.
async fn erased(service: &Service) {
    for _ in 0..1_000 {
        if service.log().contains("has left the files") {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("nothing was erased; the log: {}", service.log());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_while_after_forget_no_file_holds_her_words_her_name_or_her_number() {
    let folder = tempfile::tempdir().unwrap();
    let site = site(folder.path(), Keyring::default()).await;
    let service = site.serve_mind(playbook(), fast());
    let phone = practise(&site).await;
    let other = site.fake.phone(8, "zh-hans", "Other").with_patience(SOON);
    other.say("words of another");
    forget(&phone).await;
    site.settle().await;
    // Deleted, and still in the files: that is why there is more to do.
    let before = found(folder.path());
    for mark in [WORDS[0], WORDS[1], NAME, &SHE.to_string()] {
        assert!(before.iter().any(|found| found.ends_with(mark)), "`{mark}` is not in {before:?}");
    }
    assert!(!service.log().contains("has left the files"));
    site.pass(Duration::from_secs(11 * 60));
    erased(&service).await;
    assert_eq!(found(folder.path()), Vec::<String>::new());
    // The others' things are where they were, and the service goes on.
    assert!(site.store.get(&Key::profile(TraineeId(8))).await.unwrap().is_some());
    other.say("/help");
    until(&other, "/privacy").await;
    assert!(site.store.get(&Key::counter("erase")).await.unwrap().is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kill_after_forget_leaves_the_files_to_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let site = site(folder.path(), Keyring::default()).await;
    let service = site.serve_mind(playbook(), fast());
    let phone = practise(&site).await;
    forget(&phone).await;
    site.settle().await;
    service.kill();
    assert!(!found(folder.path()).is_empty());
    let service = site.serve_mind(playbook(), fast());
    erased(&service).await;
    assert_eq!(found(folder.path()), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_deleted_for_being_old_leaves_the_files_too() {
    let folder = tempfile::tempdir().unwrap();
    let site = site(folder.path(), Keyring::default()).await;
    let service = site.serve_mind(playbook(), fast());
    practise(&site).await;
    service.kill();
    let desk = Desk::new(Arc::clone(&site.store), playbook(), outbound::letters);
    let later = Moment(now().0 + 40 * 24 * 3_600_000);
    assert_eq!(desk.retain(later, 30).await.unwrap().trainees, 1);
    assert!(!found(folder.path()).is_empty());
    assert!(!desk.erase(later, 60_000).await.unwrap(), "not yet");
    assert!(desk.erase(Moment(later.0 + 60_000), 60_000).await.unwrap());
    assert_eq!(found(folder.path()), Vec::<String>::new());
    assert!(!desk.erase(Moment(later.0 + 90_000), 0).await.unwrap(), "nothing is owed any more");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_encrypted_folder_never_holds_her_words_or_her_name_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let ring: Keyring = [SealKey::fresh().unwrap()].into_iter().collect();
    let site = site(folder.path(), ring).await;
    let service = site.serve_mind(playbook(), fast());
    let phone = practise(&site).await;
    // Her number stands in keys, as bytes, which are not encrypted.
    let shown = found(folder.path());
    let number = String::from_utf8_lossy(&marks()[5]).into_owned();
    assert!(shown.iter().all(|found| found.ends_with(&number)), "{shown:?}");
    forget(&phone).await;
    site.settle().await;
    site.pass(Duration::from_secs(11 * 60));
    erased(&service).await;
    assert_eq!(found(folder.path()), Vec::<String>::new());
}
