//! The trainers' office on a phone: files come in, are looked over, published, brought back; people, cohorts, figures; and nobody
//! sees what is another's.

use std::io::Write;

use xiaoqi::base::id::TraineeId;
use xiaoqi::store::Key;

use super::{SOON, Service, Site, until};
use crate::botapi::{Message, Phone};
use crate::stage;

/// Who runs the bot in these tests.
const OPERATOR: i64 = 70;

fn cake() -> String {
    std::fs::read_to_string(stage::repository("docs/examples/birthday_cake.toml")).unwrap()
}

struct Scene {
    site: Site,
    _services: Vec<Service>,
}

impl Scene {
    fn new() -> Scene {
        let site = Site::new();
        let services = vec![site.serve_office(&[OPERATOR])];
        Scene { site, _services: services }
    }

    /// With two replicas.
    fn among() -> Scene {
        let site = Site::new();
        let services = (0..2).map(|_| site.serve_office_among(&[OPERATOR])).collect();
        Scene { site, _services: services }
    }

    /// Somebody who has said hello, in English.
    async fn person(&self, id: i64) -> Phone {
        let phone = self.site.fake.phone(id, "en", "Ann").with_patience(SOON * 6);
        phone.start(None);
        until(&phone, "Choose a customer").await;
        phone.skip_to_now();
        phone
    }

    /// Whether the list of customers has these words for her.
    async fn meets(&self, phone: &Phone, words: &str) -> bool {
        let mut seen = String::new();
        let before = phone.bot_messages().len();
        phone.say("/menu");
        phone.wait_for(|shown| shown.iter().filter(|m| is_bot(m)).count() > before).await;
        loop {
            let last = phone.bot_messages().pop().unwrap();
            seen.push_str(last.text());
            let Some(next) = last.buttons().into_iter().find(|b| b.label.contains("More")) else {
                return seen.contains(words);
            };
            let count = phone.bot_messages().len();
            phone.press_data(last.id, next.data.as_deref().unwrap());
            phone.wait_for(|shown| shown.iter().filter(|m| is_bot(m)).count() > count).await;
        }
    }

    async fn published(&self, trainer: &Phone, text: &str) {
        trainer.send_document("birthday_cake.toml", text.as_bytes());
        ready(trainer).await;
        trainer.press("T:p0");
        fresh(trainer, "is out").await;
    }
}

fn is_bot(message: &Message) -> bool {
    message.json["from"]["is_bot"] == true
}

/// Waits for words that were not there before, and forgets what was there.
async fn fresh(phone: &Phone, words: &str) -> String {
    let told = |messages: &[Message]| messages.iter().map(|m| m.text().to_owned() + "\n").collect::<String>();
    let mut all = String::new();
    for _ in 0..60 {
        let waited = tokio::time::timeout(SOON * 6, phone.expect_messages(1, SOON * 7)).await;
        let Ok(new) = waited else { break };
        all.push_str(&told(&new));
        if all.contains(words) {
            phone.wait_until_quiet(std::time::Duration::from_millis(150)).await;
            phone.skip_to_now();
            return all;
        }
    }
    panic!("`{words}` was not said, but: {all}");
}

async fn ready(trainer: &Phone) -> String {
    fresh(trainer, "is your draft now").await
}

#[tokio::test]
async fn a_trainer_sends_a_file_tries_it_publishes_it_and_a_trainee_meets_it() {
    let scene = Scene::new();
    let (trainer, trainee) = (scene.person(OPERATOR).await, scene.person(9).await);
    trainer.say("/trainer");
    assert!(fresh(&trainer, "Nothing is published yet").await.contains("an owner"));
    trainer.send_document("birthday_cake.toml", cake().as_bytes());
    let told = ready(&trainer).await;
    assert!(told.contains("can be played") && told.contains("calms them in"), "{told}");
    let pictures = trainer.bot_messages().into_iter().filter(|m| !m.json["photo"].is_null()).count();
    assert_eq!(pictures, 1);
    assert!(!scene.meets(&trainee, "birthday cake").await, "a draft is the trainer's alone");
    trainer.press("T:t");
    fresh(&trainer, "cake").await;
    trainer.say("/cancel");
    fresh(&trainer, "Choose a customer").await;
    trainer.press("T:p0");
    assert!(fresh(&trainer, "is out").await.contains("version 1, for everyone"));
    assert!(scene.meets(&trainee, "The birthday cake that did not come").await);
    trainee.skip_to_now();
    trainee.start(Some("birthday_cake"));
    fresh(&trainee, "You look after orders at a small bakery").await;
    trainee.press("i:birthday_cake@o0");
    fresh(&trainee, "You look after orders at a small bakery").await;
    trainee.press("b:birthday_cake@o0");
    fresh(&trainee, "cake").await;
    trainee.say("I'm so sorry, that is awful on her birthday. When was the cake due?");
    trainee.wait_for(|shown| shown.iter().any(|m| is_bot(m) && m.text().contains("ten"))).await;
    assert!(scene.site.fake.refusals().is_empty(), "{:?}", scene.site.fake.refusals());
}

#[tokio::test]
async fn what_is_published_at_one_replica_is_met_at_all() {
    let scene = Scene::among();
    let trainer = scene.person(OPERATOR).await;
    scene.published(&trainer, &cake()).await;
    // Long enough for every replica to have looked.
    tokio::time::sleep(std::time::Duration::from_secs(3)).await;
    for id in 1..=6 {
        let trainee = scene.person(id).await;
        assert!(scene.meets(&trainee, "The birthday cake that did not come").await, "{id}");
    }
    assert!(scene.site.fake.refusals().is_empty(), "{:?}", scene.site.fake.refusals());
}

#[tokio::test]
async fn a_broken_file_is_told_line_by_line_and_changes_nothing() {
    let scene = Scene::new();
    let (trainer, trainee) = (scene.person(OPERATOR).await, scene.person(9).await);
    scene.published(&trainer, &cake()).await;
    let broken = cake().replace("grade = \"intermediate\"", "grade = \"intermediat\"");
    trainer.send_document("birthday_cake.toml", broken.as_bytes());
    let told = fresh(&trainer, "birthday_cake.toml:8:9").await;
    assert!(told.contains("cannot be played yet") && told.contains("intermediate"), "{told}");
    assert!(scene.meets(&trainee, "The birthday cake that did not come").await);
    trainer.press("T:t");
    fresh(&trainer, "no draft").await;
}

#[tokio::test]
async fn versions_can_be_brought_back_and_taken_off_and_outlive_the_service() {
    let scene = Scene::new();
    let (trainer, trainee) = (scene.person(OPERATOR).await, scene.person(9).await);
    scene.published(&trainer, &cake()).await;
    let second = cake().replace("The birthday cake that did not come", "A cake goes missing");
    scene.published(&trainer, &second).await;
    assert!(scene.meets(&trainee, "A cake goes missing").await);
    trainer.press("T:cbirthday_cake");
    assert!(fresh(&trainer, "Trainees meet version 2").await.contains("Version 1"));
    trainer.press("T:b1:");
    assert!(fresh(&trainer, "is out").await.contains("version 3"));
    assert!(scene.meets(&trainee, "The birthday cake that did not come").await);
    // What a kill sends twice would be taken for an answer.
    scene.site.settle().await;
    let Scene { site, _services: services } = scene;
    services.into_iter().for_each(Service::kill);
    let scene = Scene { _services: vec![site.serve_office(&[OPERATOR])], site };
    assert!(scene.meets(&trainee, "The birthday cake that did not come").await, "after a restart");
    trainer.press("T:cbirthday_cake");
    fresh(&trainer, "version 1 brought back").await;
    trainer.press("T:w");
    fresh(&trainer, "taken off").await;
    assert!(!scene.meets(&trainee, "birthday cake").await);
    trainee.press_data(trainee.bot_messages()[0].id, "b:birthday_cake@o0");
    until(&trainee, "can't find that customer").await;
}

#[tokio::test]
async fn a_conversation_under_way_stays_with_the_version_it_began_with() {
    let scene = Scene::new();
    let (trainer, trainee) = (scene.person(OPERATOR).await, scene.person(9).await);
    scene.published(&trainer, &cake()).await;
    trainee.press_data(trainee.bot_messages()[0].id, "b:birthday_cake@o0");
    trainee.wait_for(|shown| shown.iter().any(|m| is_bot(m) && m.text().contains("cake"))).await;
    let second = cake().replace("4471", "9953");
    scene.published(&trainer, &second).await;
    trainee.say("Could you give me the order number?");
    let shown = trainee.wait_for(|shown| shown.iter().any(|m| is_bot(m) && m.text().contains("4471"))).await;
    assert!(!shown.iter().any(|m| m.text().contains("9953")));
}

#[tokio::test]
async fn who_is_no_trainer_gets_nothing_done_whatever_she_sends_or_presses() {
    let scene = Scene::new();
    let (trainer, stranger) = (scene.person(OPERATOR).await, scene.person(9).await);
    scene.published(&trainer, &cake()).await;
    stranger.say("/trainer");
    assert!(fresh(&stranger, "You are not one yet").await.contains('9'));
    stranger.send_document("birthday_cake.toml", cake().as_bytes());
    stranger.wait_until_quiet(std::time::Duration::from_millis(300)).await;
    let first = stranger.bot_messages()[0].id;
    for data in ["T:h", "T:t", "T:p0", "T:d", "T:cbirthday_cake", "T:b1:birthday_cake", "T:wbirthday_cake"] {
        stranger.press_data(first, data);
        fresh(&stranger, "You are not one yet").await;
    }
    for data in
        ["T:fbirthday_cake", "T:s:birthday_cake@o0", "T:s:heating", "T:g", "T:n", "T:r", "T:vo", "T:x70"]
    {
        stranger.press_data(first, data);
        fresh(&stranger, "You are not one yet").await;
    }
    for typed in ["/trainer add 9", "/trainer owner 9", "/trainer cohort mine"] {
        stranger.say(typed);
        fresh(&stranger, "You are not one yet").await;
    }
    stranger.say("/trainer org Mine");
    fresh(&stranger, "for whoever runs this bot").await;
    let kept = scene.site.store.get(&Key::member(TraineeId(9))).await.unwrap();
    assert!(kept.is_none() && scene.site.store.get(&Key::draft(TraineeId(9))).await.unwrap().is_none());
    assert!(scene.meets(&stranger, "The birthday cake that did not come").await, "nobody took it off");
}

#[tokio::test]
async fn a_code_makes_one_trainer_and_no_second_and_owners_take_roles_back() {
    let scene = Scene::new();
    let (owner, first, second) = (scene.person(OPERATOR).await, scene.person(8).await, scene.person(9).await);
    owner.say("/trainer");
    fresh(&owner, "This bot").await;
    owner.press("T:r");
    fresh(&owner, "Who works here").await;
    owner.press("T:vt");
    let code = code(&fresh(&owner, "/trainer ").await, "/trainer ");
    first.say(&format!("/trainer {}", code.to_lowercase()));
    fresh(&first, "You are a trainer now").await;
    second.say(&format!("/trainer {code}"));
    fresh(&second, "leads nowhere").await;
    first.say("/trainer add 9");
    fresh(&first, "That is for owners").await;
    owner.say("/trainer add 9");
    fresh(&owner, "9 is a trainer now").await;
    second.say("/trainer");
    fresh(&second, "You are a trainer").await;
    owner.press("T:r");
    fresh(&owner, "• 8: a trainer").await;
    owner.press("T:x8");
    fresh(&owner, "8 is no trainer any more").await;
    first.press("T:h");
    fresh(&first, "You are not one yet").await;
    owner.press_data(owner.bot_messages()[0].id, "T:x70");
    fresh(&owner, "can't be done").await;
}

/// The code in what was said, after these words.
fn code(text: &str, before: &str) -> String {
    let after = text.split(before).last().unwrap();
    after.chars().take_while(char::is_ascii_alphanumeric).collect()
}

#[tokio::test]
async fn a_customer_for_a_cohort_is_met_by_its_members_only() {
    let scene = Scene::new();
    let (trainer, member, other) =
        (scene.person(OPERATOR).await, scene.person(8).await, scene.person(9).await);
    trainer.say("/trainer");
    fresh(&trainer, "This bot").await;
    trainer.press("T:g");
    fresh(&trainer, "no cohorts yet").await;
    trainer.press("T:n");
    fresh(&trainer, "Write its name").await;
    trainer.say("Spring class");
    let code = code(&fresh(&trainer, "/join ").await, "/join ");
    member.say(&format!("/join {code}"));
    fresh(&member, "You are in “Spring class” now").await;
    trainer.send_document("birthday_cake.toml", cake().as_bytes());
    ready(&trainer).await;
    trainer.press("T:p1");
    assert!(fresh(&trainer, "is out").await.contains("for “Spring class”"));
    let title = "The birthday cake that did not come";
    assert!(scene.meets(&member, title).await && !scene.meets(&other, title).await);
    other.press_data(other.bot_messages()[0].id, "b:birthday_cake@o0");
    until(&other, "can't find that customer").await;
    trainer.press("T:cbirthday_cake");
    fresh(&trainer, "Trainees meet version 1").await;
    trainer.press("T:a0:birthday_cake");
    fresh(&trainer, "for everyone").await;
    assert!(scene.meets(&other, title).await);
}

#[tokio::test]
async fn organisations_see_nothing_of_each_other() {
    let scene = Scene::new();
    let (operator, theirs, ours) =
        (scene.person(OPERATOR).await, scene.person(20).await, scene.person(9).await);
    operator.say("/trainer org Blue Bakery");
    let code = code(&fresh(&operator, "Blue Bakery").await, "/trainer ");
    theirs.say(&format!("/trainer {code}"));
    fresh(&theirs, "You are an owner now: Blue Bakery").await;
    scene.published(&theirs, &cake()).await;
    let title = "The birthday cake that did not come";
    assert!(scene.meets(&theirs, title).await);
    assert!(!scene.meets(&ours, title).await && !scene.meets(&operator, title).await);
    ours.press_data(ours.bot_messages()[0].id, "b:birthday_cake@o1");
    until(&ours, "can't find that customer").await;
    operator.say("/trainer");
    fresh(&operator, "Nothing is published yet").await;
    let first = operator.bot_messages()[0].id;
    for data in ["T:cbirthday_cake", "T:wbirthday_cake", "T:fbirthday_cake", "T:b1:birthday_cake"] {
        operator.press_data(first, data);
        fresh(&operator, "not here any more").await;
    }
    operator.press_data(first, "T:s:birthday_cake@o1");
    fresh(&operator, "That is for owners").await;
    // The same name in the house is another customer.
    scene.published(&operator, &cake().replace(title, "Our own cake")).await;
    assert!(scene.meets(&ours, "Our own cake").await && !scene.meets(&theirs, "Our own cake").await);
    theirs.say("/trainer");
    assert!(!fresh(&theirs, "Blue Bakery").await.contains("Our own cake"));
    // Who belongs to one is not pulled into another by a code.
    operator.say("/trainer cohort House class");
    let code = self::code(&fresh(&operator, "/join ").await, "/join ");
    theirs.say(&format!("/join {code}"));
    fresh(&theirs, "you belong to: Blue Bakery").await;
}

#[tokio::test]
async fn figures_tell_how_it_went_of_her_own_trainees_alone() {
    let scene = Scene::new();
    let (trainer, trainee) = (scene.person(OPERATOR).await, scene.person(9).await);
    scene.published(&trainer, &cake()).await;
    let first = trainer.bot_messages()[0].id;
    trainer.press_data(first, "T:s:birthday_cake@o0");
    fresh(&trainer, "nobody has talked to him yet").await;
    for end in ["/end", "/cancel"] {
        trainee.press_data(trainee.bot_messages()[0].id, "b:birthday_cake@o0");
        fresh(&trainee, "cake").await;
        trainee.say("Calm down.");
        trainee.wait_until_quiet(std::time::Duration::from_millis(300)).await;
        trainee.skip_to_now();
        trainee.say(end);
        trainee.wait_until_quiet(std::time::Duration::from_millis(300)).await;
        if end == "/end" {
            trainee.say("/end");
            trainee.wait_until_quiet(std::time::Duration::from_millis(300)).await;
        }
        trainee.skip_to_now();
    }
    trainer.press_data(first, "T:s:birthday_cake@o0");
    let told = fresh(&trainer, "One trainee").await;
    assert!(told.contains("2 conversations") && told.contains("Median score: "), "{told}");
    assert!(told.contains("Broken off or left open: 1, typically after one message"), "{told}");
    // Those of a customer of the content folder, of the same trainees.
    trainer.press_data(first, "T:s:heating");
    fresh(&trainer, "nobody has talked to him yet").await;
}

#[tokio::test]
async fn the_published_files_come_back_as_they_went_in_and_a_translation_joins_them() {
    let scene = Scene::new();
    let trainer = scene.person(OPERATOR).await;
    scene.published(&trainer, &cake()).await;
    trainer.press("T:cbirthday_cake");
    fresh(&trainer, "Trainees meet version 1").await;
    trainer.press("T:fbirthday_cake");
    fresh(&trainer, "as trainees meet it").await;
    let shown = trainer.bot_messages();
    let sent = shown.iter().rev().find_map(|m| (!m.json["document"].is_null()).then(|| m.file_id().unwrap()));
    assert_eq!(scene.site.fake.file(sent.unwrap()).unwrap(), cake().into_bytes());
    let swedish = "lang = \"zh-Hans\"\n[text]\ntitle = \"蛋糕没到\"\n";
    trainer.send_document("birthday_cake.zh-Hans.toml", swedish.as_bytes());
    let told = fresh(&trainer, "birthday_cake.zh-Hans.toml:").await;
    assert!(told.contains("birthday_cake.toml"), "both files are looked at: {told}");
    trainer.send_document("other.en.toml", b"lang = \"en\"\n");
    fresh(&trainer, "there is no such customer here").await;
}

fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[tokio::test]
async fn hostile_files_are_refused_with_a_reason_and_the_office_goes_on() {
    let scene = Scene::new();
    let trainer = scene.person(OPERATOR).await;
    let bomb = zip(&[("personas/pump.toml", &vec![b' '; 4 << 20])]);
    let outside = zip(&[("../pump.toml", b"id = 1")]);
    let deep = format!("id = \"pump\"\nx = {}{}\n", "[".repeat(50_000), "]".repeat(50_000));
    let fluent = cake().replace("I chose the time myself.", &"{".repeat(20_000));
    let lines = "\n".repeat(100_000);
    let cases: [(&str, Vec<u8>, &str); 10] = [
        ("bomb.zip", bomb, "couldn't open that file"),
        ("outside.zip", outside, "couldn't open that file"),
        ("nothing.zip", b"PK\x03\x04nothing".to_vec(), "couldn't open that file"),
        ("photo.exe", b"MZ".to_vec(), "is no customer's file"),
        ("", b"id = 1".to_vec(), "is no customer's file"),
        ("pump.toml", vec![0xff, 0xfe, 0x00], "couldn't open that file"),
        ("pump.toml", lines.into_bytes(), "couldn't open that file"),
        ("pump.toml", deep.into_bytes(), "cannot be played yet"),
        ("pump.toml", fluent.into_bytes(), "cannot be played yet"),
        ("pump.toml", vec![b'a'; 3 << 20], "too large"),
    ];
    for (name, bytes, answer) in cases {
        trainer.send_document(name, &bytes);
        let told = fresh(&trainer, answer).await;
        assert!(told.len() < 8_000, "{name}: {} bytes", told.len());
    }
    let crlf = format!("\u{feff}{}", cake().replace('\n', "\r\n"));
    trainer.send_document("birthday_cake.toml", crlf.as_bytes());
    ready(&trainer).await;
}

#[tokio::test]
async fn forgetting_a_trainer_takes_her_number_out_and_leaves_her_organisations_customers() {
    let scene = Scene::new();
    let (owner, trainee) = (scene.person(OPERATOR).await, scene.person(9).await);
    owner.say("/trainer add 7123456");
    fresh(&owner, "is a trainer now").await;
    let trainer = scene.person(7_123_456).await;
    scene.published(&trainer, &cake()).await;
    trainer.send_document("birthday_cake.toml", cake().as_bytes());
    ready(&trainer).await;
    trainer.say("/forget");
    trainer.wait_until_quiet(std::time::Duration::from_millis(300)).await;
    trainer.press("f:1");
    trainer.wait_until_quiet(std::time::Duration::from_millis(300)).await;
    scene.site.settle().await;
    let all = scene.site.store.scan(Key::everything(), 100_000).await.unwrap();
    let traces = all.iter().filter(|(key, entry)| {
        key.to_string().contains("7123456") || String::from_utf8_lossy(&entry.value).contains("7123456")
    });
    assert_eq!(traces.map(|(key, _)| key.to_string()).collect::<Vec<_>>(), Vec::<String>::new());
    assert!(scene.meets(&trainee, "The birthday cake that did not come").await);
    trainer.press_data(trainer.bot_messages()[0].id, "T:t");
    until(&trainer, "You are not one yet").await;
}
