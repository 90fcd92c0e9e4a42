//! Pictures of progress and the roles swapped, on a phone.

use std::sync::Arc;

use xiaoqi::base::id::{SessionId, TraineeId};
use xiaoqi::base::time::Moment;
use xiaoqi::desk::now;
use xiaoqi::desk::records::KeptEntry;
use xiaoqi::store::{Batch, Expect, Key, Record, Store};

use super::{SOON, Site, fast, playbook, until};
use crate::flow::journal::with_entries;

const WEEK: i64 = 7 * 86_400_000;

/// Puts so many reflections into the journal, one a week.
async fn practised(store: &Arc<dyn Store>, weeks: usize) {
    let mut batch = Batch::new();
    let start = now().0 - WEEK * i64::try_from(weeks).unwrap();
    let trainee = with_entries(weeks, |place, entry| {
        entry.at = Moment(start + WEEK * i64::try_from(place).unwrap());
    });
    for entry in trainee.journal {
        let key = Key::session_meta(SessionId { trainee: TraineeId(7), number: entry.session });
        let bytes = Record::encode(&key, &KeptEntry(entry)).unwrap();
        batch.put(key, bytes, Expect::Absent);
    }
    store.commit(batch).await.unwrap();
}

#[tokio::test]
async fn progress_sends_the_weeks_and_the_wheel_as_photos_with_words_below() {
    let site = Site::new();
    practised(&site.store, 4).await;
    let _service = site.serve_mind(playbook(), fast());
    let phone = site.fake.phone(7, "zh-hans", "小王").with_patience(SOON);
    phone.say("/progress");
    let shown = until(&phone, "为什么是这位").await;
    let photos: Vec<_> = shown.iter().filter(|message| message.json["photo"].is_array()).collect();
    let starts: Vec<&str> = photos.iter().map(|m| m.text().split(' ').next().unwrap()).collect();
    assert_eq!(starts, ["每周进步", "本领"]);
    for photo in photos {
        assert!(site.fake.file(photo.file_id().unwrap()).unwrap().starts_with(b"\x89PNG"));
    }
    site.settle().await;
    assert!(site.fake.refusals().is_empty(), "{:?}", site.fake.refusals());
}

#[tokio::test]
async fn swapped_roles_survive_a_kill_are_handed_out_and_forgotten() {
    let site = Site::new();
    let service = site.serve_mind(playbook(), fast());
    let phone = site.fake.phone(7, "zh-hans", "小王").with_patience(SOON);
    phone.say("/swap heating");
    until(&phone, "你现在是周女士").await;
    phone.say("青花瓷一样脆的暖气管，三天了！");
    phone.wait_for(|shown| shown.len() >= 3).await;
    site.settle().await;
    service.kill();
    let _service = site.serve_mind(playbook(), fast());
    phone.say("楼上楼下都热，就我家不热");
    phone.wait_for(|shown| shown.len() >= 4).await;
    phone.say("/export");
    let named = |m: &crate::botapi::Message, name: &str| m.json["document"]["file_name"] == name;
    let shown = phone.wait_for(|shown| shown.iter().any(|m| named(m, "xiaoqi-copy.json"))).await;
    for name in ["xiaoqi-copy.html", "xiaoqi-copy.json"] {
        let message = shown.iter().find(|m| named(m, name)).unwrap();
        let file = String::from_utf8(site.fake.file(message.file_id().unwrap()).unwrap()).unwrap();
        assert!(file.contains("青花瓷一样脆的暖气管"), "{name}");
    }
    phone.say("/end");
    until(&phone, "轮到你说了").await;
    phone.say("青花瓷那句它接住了");
    until(&phone, "现在换回来").await;
    phone.say("/forget");
    until(&phone, "删").await;
    phone.press("f:1");
    phone.wait_for(|shown| shown.last().is_some_and(|m| m.text().contains('0'))).await;
    site.settle().await;
    let all = site.store.scan(Key::everything(), 100_000).await.unwrap();
    assert!(all.iter().all(|(_, entry)| !String::from_utf8_lossy(&entry.value).contains("青花瓷")));
    assert!(site.fake.refusals().is_empty(), "{:?}", site.fake.refusals());
}
