//! Who is let in: by code, by list, and who stays, is taken off and comes back; and that of who is not let in nothing is kept.

use std::sync::Arc;

use serde_json::Value;
use xiaoqi::base::id::TraineeId;
use xiaoqi::base::lang::Lang;
use xiaoqi::base::time::Moment;
use xiaoqi::desk::door::records::{KeptAdmission, Way};
use xiaoqi::desk::door::{Admit, Door, Guests};
use xiaoqi::flow::action::Action;
use xiaoqi::flow::input::{Command, Deed};
use xiaoqi::store::{Batch, Expect, Key, MemoryStore, Record};

use super::hall::{DAY, HOUR, Hall, MONDAY, OPERATOR};
use super::yard::{TEAM, Yard};

fn door(admit: Admit, guests: &str) -> Door {
    Door::new(admit, Guests::parse(guests).unwrap(), Some("Ann, room 12".to_owned()))
}

/// A hall that takes in who has a code.
async fn coded() -> Hall {
    let hall = Hall::over(Arc::new(MemoryStore::new()), door(Admit::Code, ""));
    hall.meets(OPERATOR, Lang::EN).await;
    hall
}

/// The code in what was said, after these words.
fn after(text: &str, words: &str) -> String {
    let rest = text.split(words).nth(1).unwrap_or_else(|| panic!("no `{words}` in {text}"));
    rest.chars().take_while(char::is_ascii_alphanumeric).collect()
}

async fn code(hall: &Hall, uses: &str) -> String {
    after(&hall.says(OPERATOR, &format!("/trainer code {uses}")).await.to(OPERATOR), "/start ")
}

/// The keys of what is kept of somebody, marks of updates and letters aside.
async fn kept(hall: &Hall, who: i64) -> Vec<String> {
    let all = hall.everything().await.into_iter().map(|(key, _)| key);
    all.filter(|key| key.contains(&who.to_string()) && !key.starts_with("outbox") && !key.starts_with("seen"))
        .collect()
}

async fn is_in(hall: &Hall, who: i64) -> bool {
    hall.says(who, "/menu").await.to(who).contains("Choose a customer")
}

#[tokio::test]
async fn who_has_no_code_is_told_what_to_do_in_her_language_and_leaves_no_trace() {
    let hall = coded().await;
    let told = hall.meets(7_001, Lang::EN).await.to(7_001);
    assert!(told.contains("people with an invitation") && told.contains("Ann, room 12"), "{told}");
    let told = hall.act(7_001, Lang::ZH_HANT, Deed::Text("讓我進來".to_owned())).await.to(7_001);
    assert!(told.contains("有邀請碼嗎"), "{told}");
    for data in ["m:", "b:heating", "T:h", "f:1"] {
        let told = hall.presses(7_001, data).await.to(7_001);
        assert!(told.contains("people with an invitation"), "{data}: {told}");
    }
    for text in ["/privacy", "/export", "/forget", "/trainer", "/trainer add 7001", "/join leave", "/swap"] {
        let told = hall.says(7_001, text).await.to(7_001);
        assert!(told.contains("people with an invitation"), "{text}: {told}");
    }
    assert_eq!(kept(&hall, 7_001).await, Vec::<String>::new());
    let words = hall
        .everything()
        .await
        .into_iter()
        .filter(|(key, value)| !key.starts_with("outbox") && value.contains("讓我進來"));
    assert_eq!(words.count(), 0);
}

#[tokio::test]
async fn a_code_lets_in_as_many_as_it_says_and_then_nobody() {
    let hall = coded().await;
    let one = code(&hall, "").await;
    let told = hall.says(7_001, &format!(" {}-{} ", &one[..4].to_lowercase(), &one[4..])).await.to(7_001);
    assert!(told.contains("you're in") && told.contains("Choose a customer"), "{told}");
    assert!(is_in(&hall, 7_001).await);
    let told = hall.says(7_002, &one).await.to(7_002);
    assert!(told.contains("lets nobody in") && told.contains("Ann, room 12"), "{told}");
    assert!(!is_in(&hall, 7_002).await);
    let two = code(&hall, "2").await;
    for who in [7_002, 7_003] {
        // Whoever is in spends nothing.
        assert!(hall.says(7_001, &format!("/start {two}")).await.to(7_001).contains("in already"));
        assert!(hall.says(who, &format!("/start {two}")).await.to(who).contains("you're in"));
    }
    assert!(hall.says(7_004, &two).await.to(7_004).contains("lets nobody in"));
    assert_eq!(kept(&hall, 7_004).await, Vec::<String>::new());
}

#[tokio::test]
async fn a_code_is_good_for_a_week_and_for_the_first_of_two_at_once() {
    let hall = coded().await;
    let code = code(&hall, "").await;
    let (one, other) = tokio::join!(hall.says(7_001, &code), hall.says(7_002, &code));
    let both = one.to(7_001) + &other.to(7_002);
    assert_eq!(both.matches("you're in").count(), 1, "{both}");
    let late = self::code(&hall, "5").await;
    hall.at(7 * DAY - HOUR);
    assert!(hall.says(7_003, &late).await.to(7_003).contains("you're in"));
    hall.at(7 * DAY + 1);
    assert!(hall.says(7_004, &late).await.to(7_004).contains("lets nobody in"));
}

#[tokio::test]
async fn guessing_is_slow_for_one_and_no_trouble_for_another() {
    let hall = coded().await;
    let good = code(&hall, "9").await;
    for guess in ["ABCDEFGHJKLM", "ABCDEFGHJKLN", "ABCDEFGHJKLP", "ABCDEFGHJKLQ", "ABCDEFGHJKLR"] {
        assert!(hall.says(7_001, guess).await.to(7_001).contains("lets nobody in"));
    }
    // Not even the right one, from now on.
    let told = hall.says(7_001, &good).await.to(7_001);
    assert!(told.contains("wait 10 minutes"), "{told}");
    assert!(hall.says(7_002, &good).await.to(7_002).contains("you're in"));
    // Who is in guesses no faster at codes that give a role.
    for guess in ["ABCDEFGHJKLM", "ABCDEFGHJKLN", "ABCDEFGHJKLP", "ABCDEFGHJKLQ", "ABCDEFGHJKLR"] {
        hall.says(7_002, &format!("/trainer {guess}")).await;
    }
    assert!(hall.says(7_002, "/trainer ABCDEFGHJKLS").await.to(7_002).contains("minutes"));
    hall.at(HOUR);
    assert!(hall.says(7_001, &good).await.to(7_001).contains("you're in"));
}

#[tokio::test]
async fn the_list_lets_in_by_number_and_name_and_counts_as_it_is_now() {
    let hall = Hall::over(Arc::new(MemoryStore::new()), door(Admit::List, "7001\n@bob_by # Bob"));
    let told = hall.meets(7_003, Lang::EN).await.to(7_003);
    assert!(
        told.contains("not on it yet") && told.contains("7003") && told.contains("Ann, room 12"),
        "{told}"
    );
    assert!(is_in(&hall, 7_001).await);
    hall.named(Some("Bob_by"));
    assert!(is_in(&hall, 7_002).await);
    hall.named(Some("bob_byx"));
    assert!(is_in(&hall, 7_002).await, "she has another name now, and her entry is still there");
    assert!(!is_in(&hall, 7_003).await);
    hall.desk.door().turn_to(Guests::parse("7003").unwrap());
    assert!(is_in(&hall, 7_003).await);
    for who in [7_001, 7_002] {
        assert!(!is_in(&hall, who).await, "{who}");
        // What is kept of her stays hers.
        assert!(hall.says(who, "/privacy").await.to(who).contains("/forget deletes all of it"));
    }
}

#[tokio::test]
async fn codes_of_cohorts_and_roles_let_in_and_who_is_in_stays_whatever_the_door() {
    let hall = coded().await;
    let class = hall.says(OPERATOR, "/trainer cohort Spring").await.to(OPERATOR);
    let class = after(&class, "/join ");
    let told = hall.says(7_001, &class).await.to(7_001);
    assert!(told.contains("You are in “Spring” now"), "{told}");
    let role = after(&hall.presses(OPERATOR, "T:vt").await.to(OPERATOR), "/trainer ");
    assert!(hall.says(7_002, &format!("/trainer {role}")).await.to(7_002).contains("You are a trainer now"));
    assert!(is_in(&hall, 7_001).await && is_in(&hall, 7_002).await);
    // Out of the cohort is not out of the house.
    hall.says(7_001, "/join leave").await;
    let mut hall = hall;
    for admit in [Admit::List, Admit::Everybody, Admit::Code] {
        hall = hall.behind(door(admit, "1"));
        for who in [7_001, 7_002, OPERATOR] {
            assert!(is_in(&hall, who).await, "{admit:?} {who}");
        }
    }
}

#[tokio::test]
async fn who_came_while_the_door_was_open_stays_and_who_was_never_there_does_not_come_in() {
    let hall = Hall::new();
    hall.meets(7_001, Lang::EN).await;
    let hall = hall.behind(door(Admit::Code, ""));
    assert!(is_in(&hall, 7_001).await && !is_in(&hall, 7_002).await);
    assert_eq!(hall.desk.of_old().await.unwrap(), 1);
    let hall = hall.behind(door(Admit::List, "7002"));
    assert!(is_in(&hall, 7_001).await && is_in(&hall, 7_002).await);
    assert_eq!(hall.desk.of_old().await.unwrap(), 1, "one came by the list");
}

#[tokio::test]
async fn whoever_runs_the_bot_takes_somebody_off_and_lets_her_in_again() {
    let hall = coded().await;
    let class = after(&hall.says(OPERATOR, "/trainer cohort Spring").await.to(OPERATOR), "/join ");
    hall.says(7_001, &class).await;
    hall.says(7_001, "/remind 20:30 UTC+8").await;
    assert!(kept(&hall, 7_001).await.iter().any(|key| key.starts_with("timer")), "she would be reminded");
    let told = hall.says(OPERATOR, "/trainer remove 7001").await.to(OPERATOR);
    assert!(told.contains("7001 has no access any more"), "{told}");
    let told = hall.says(7_001, "/menu").await.to(7_001);
    assert!(told.contains("taken back") && told.contains("Ann, room 12"), "{told}");
    // Neither a code nor the list lets her in, and nothing reminds her.
    assert!(hall.says(7_001, &class).await.to(7_001).contains("taken back"));
    let open = hall.behind(Door::default());
    assert!(open.says(7_001, "/menu").await.to(7_001).contains("taken back"));
    open.at(3 * DAY);
    assert!(open.wakes().await.is_empty());
    assert!(
        !kept(&open, 7_001).await.iter().any(|key| key.starts_with("member") || key.starts_with("timer"))
    );
    assert!(open.says(OPERATOR, "/trainer admit 7001").await.to(OPERATOR).contains("may come in"));
    assert!(is_in(&open, 7_001).await);
    assert!(
        open.says(OPERATOR, &format!("/trainer remove {OPERATOR}"))
            .await
            .to(OPERATOR)
            .contains("runs this bot")
    );
}

#[tokio::test]
async fn who_is_taken_off_keeps_her_copy_and_her_deletion_and_only_that_she_was_stays() {
    let hall = coded().await;
    let code = code(&hall, "2").await;
    hall.says(7_001, &code).await;
    hall.says(OPERATOR, "/trainer remove 7001").await;
    let copy = exported(&hall, 7_001).await;
    assert_eq!(
        (copy["admission"]["way"].as_str(), copy["admission"]["barred"].as_bool()),
        (Some("code"), Some(true))
    );
    assert!(hall.says(7_001, "/forget").await.to(7_001).contains("Delete everything"));
    hall.presses(7_001, "f:1").await;
    assert_eq!(kept(&hall, 7_001).await, ["admission/7001"]);
    assert!(hall.says(7_001, &code).await.to(7_001).contains("taken back"));
    // Of who was not taken off, that she was let in goes with the rest.
    hall.says(7_002, &code).await;
    assert_eq!(exported(&hall, 7_002).await["admission"]["way"], "code");
    hall.presses(7_002, "f:1").await;
    assert_eq!(kept(&hall, 7_002).await, Vec::<String>::new());
    assert!(!is_in(&hall, 7_002).await, "who wants to come back needs another code");
}

async fn exported(hall: &Hall, who: i64) -> Value {
    let told = hall.act(who, Lang::EN, Deed::Command(Command::Export, String::new())).await;
    let file = told.files(who).into_iter().find(|file| file.name == "xiaoqi-copy.json").unwrap();
    serde_json::from_slice(&file.bytes).unwrap()
}

#[tokio::test]
async fn who_was_let_in_and_never_came_is_forgotten_with_time_and_who_was_taken_off_is_not() {
    let hall = coded().await;
    hall.says(OPERATOR, "/trainer admit 7001").await;
    hall.says(OPERATOR, "/trainer remove 7002").await;
    hall.desk.retain(Moment(MONDAY + 10 * DAY), 30).await.unwrap();
    assert_eq!(kept(&hall, 7_001).await, ["admission/7001"]);
    hall.at(40 * DAY);
    hall.says(OPERATOR, "/menu").await;
    hall.desk.retain(Moment(MONDAY + 40 * DAY), 30).await.unwrap();
    assert_eq!(kept(&hall, 7_001).await, Vec::<String>::new());
    assert_eq!(kept(&hall, 7_002).await, ["admission/7002"]);
}

#[tokio::test]
async fn codes_are_kept_as_hashes_and_those_from_before_go_on_to_lead_in() {
    let hall = coded().await;
    let code = code(&hall, "2").await;
    let named = |all: Vec<(String, String)>| {
        all.into_iter()
            .filter(|(key, value)| {
                !key.starts_with("outbox") && (key.contains(&code) || value.contains(&code))
            })
            .count()
    };
    assert_eq!(named(hall.everything().await), 0);
    let raw = hall.store.scan(Key::all_codes(), 10).await.unwrap();
    assert!(raw.iter().all(|(key, _)| !String::from_utf8_lossy(key.as_bytes()).contains(&code)));
    // As an earlier version kept it.
    let (old, mut batch) = (Key::code("ABCDEFGHJKLM"), Batch::new());
    batch.put(old.clone(), *br#"{"v":1,"d":{"organisation":0,"gives":{"role":"trainer"}}}"#, Expect::Absent);
    hall.store.commit(batch).await.unwrap();
    hall.desk.open_office().await.unwrap();
    assert!(hall.store.get(&old).await.unwrap().is_none());
    assert!(hall.says(7_001, "/trainer ABCD-EFGH-JKLM").await.to(7_001).contains("You are a trainer now"));
    assert!(hall.says(7_002, "ABCDEFGHJKLM").await.to(7_002).contains("lets nobody in"), "once");
}

#[tokio::test]
async fn a_cohorts_code_has_an_end_and_can_be_renewed() {
    let hall = coded().await;
    let told = hall.says(OPERATOR, "/trainer cohort Spring").await.to(OPERATOR);
    assert!(told.contains("60 more days and 300 more people"), "{told}");
    let code = after(&told, "/join ");
    hall.says(7_001, &code).await;
    hall.at(10 * DAY);
    let told = hall.presses(OPERATOR, "T:k1").await.to(OPERATOR);
    assert!(told.contains("51 more days and 299 more people"), "{told}");
    hall.at(61 * DAY);
    assert!(hall.says(7_002, &code).await.to(7_002).contains("lets nobody in"));
    assert!(hall.presses(OPERATOR, "T:k1").await.to(OPERATOR).contains("too old or used up"));
    let renewed = after(&hall.presses(OPERATOR, "T:Ck1").await.to(OPERATOR), "/join ");
    assert!(hall.says(7_002, &renewed).await.to(7_002).contains("You are in “Spring” now"));
}

#[tokio::test]
async fn a_damaged_admission_lets_nobody_in() {
    let hall = Hall::over(Arc::new(MemoryStore::new()), door(Admit::Code, "7001"));
    let mut batch = Batch::new();
    batch.put(Key::admission(TraineeId(7_001)), *b"garbage", Expect::Any);
    hall.store.commit(batch).await.unwrap();
    let input = xiaoqi::flow::input::Input {
        trainee: TraineeId(7_001),
        at: Moment(MONDAY),
        device_lang: Some(Lang::EN),
        seed: 1,
        deed: Deed::Press(Action::Menu),
    };
    let task = xiaoqi::desk::Task { update: 900, chat: 7_001, input };
    assert!(hall.desk.handle(&task).await.is_err());
    assert!(hall.store.get(&Key::profile(TraineeId(7_001))).await.unwrap().is_none());
}

#[tokio::test]
async fn a_group_is_opened_by_the_first_of_its_people_who_is_in_and_then_for_all_of_them() {
    let yard = Yard::new().behind(door(Admit::List, "8"));
    let told = yard.orders(9, 1, None, Command::Relay).await;
    assert!(told.contains("people with an invitation"), "{told}");
    assert!(yard.press(9, 2, "G:len").await.toast.contains("people with an invitation"));
    assert!(yard.store.get(&Key::group(TEAM)).await.unwrap().is_none(), "nothing is kept of it");
    assert!(yard.orders(8, 3, None, Command::Help).await.contains("In this group I can"));
    assert!(yard.orders(9, 4, None, Command::Relay).await.contains("How hard"));
    // What leads into private needs her own admission.
    let told = yard.privately(9, 5, Deed::Command(Command::Start, "duet".to_owned())).await;
    assert!(told.contains("not on it yet"), "{told}");
    let mut batch = Batch::new();
    let key = Key::admission(TraineeId(9));
    let kept = KeptAdmission { at: Moment(5), way: Way::Number, barred: true };
    batch.put(key.clone(), Record::encode(&key, &kept).unwrap(), Expect::Any);
    yard.store.commit(batch).await.unwrap();
    assert!(yard.orders(9, 6, None, Command::Help).await.contains("taken back"));
    assert!(yard.orders(10, 7, None, Command::Help).await.contains("In this group I can"));
}
