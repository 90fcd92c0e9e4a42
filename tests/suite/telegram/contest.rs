//! A contest on phones: made in the group, played in private by people of three languages, over a restart; and whoever may not
//! does not.

use std::sync::Arc;
use std::time::Duration;

use xiaoqi::contest::entered::entered;
use xiaoqi::contest::file::{ResultFile, Token};
use xiaoqi::contest::seed::Announcement;
use xiaoqi::contest::verify::{Verdict, posted, verify};
use xiaoqi::desk::Playbook;
use xiaoqi::store::Key;

use super::{SOON, Service, Site, fast, playbook, until};
use crate::botapi::{Group, Message, Phone};
use crate::stage;

pub const TEAM: i64 = -1_001_234_567_890;
pub const HOUR: Duration = Duration::from_secs(3_600);

/// A group, its lead, and the bot in it.
pub struct Cup {
    pub site: Site,
    pub group: Group,
    pub lead: Phone,
    pub mind: Arc<Playbook>,
    service: Option<Service>,
}

impl Cup {
    /// A group whose lead has started the bot, in English.
    pub async fn new() -> Cup {
        let (site, mind) = (Site::new(), playbook());
        let service = Some(site.serve_mind(mind.clone(), fast()));
        let lead = site.fake.phone(7, "en", "Ann").with_patience(SOON * 3);
        let group = site.fake.group(TEAM, "Night shift", &lead);
        group.add_bot(&lead);
        lead.start(None);
        until(&lead, "Choose a customer").await;
        Cup { site, group, lead, mind, service }
    }

    pub fn restart(&mut self) {
        if let Some(service) = self.service.take() {
            service.kill();
        }
        self.service = Some(self.site.serve_mind(self.mind.clone(), fast()));
    }

    pub fn board(&self) -> Phone {
        self.lead.in_group(&self.group).with_patience(SOON * 3)
    }

    /// Somebody of the group who has never written to the bot.
    pub fn member(&self, id: i64, lang: &str, name: &str) -> Phone {
        let phone = self.site.fake.phone(id, lang, name).with_patience(SOON * 3);
        self.group.join(&phone);
        phone
    }

    /// Makes a contest of one round, of a day unless the form is changed before.
    pub async fn create(&self, presses: &[&str]) {
        let group = self.board();
        group.say("/contest");
        until(&group, "A new contest: Night shift").await;
        for (press, then) in
            [("Rounds: 3", "Rounds: 4"), ("Rounds: 4", "Rounds: 5"), ("Rounds: 5", "Rounds: 1")]
        {
            turn(&group, press, then).await;
        }
        for press in presses {
            group.press(press);
            self.site.settle().await;
        }
        group.press("✅ Create");
        until(&group, "The dice are cast and sealed").await;
        self.site.settle().await;
    }

    /// What the button in the group opens the private chat with.
    pub fn link(&self, label: &str) -> String {
        let shown = self.board().bot_messages();
        let buttons = shown.iter().rev().flat_map(Message::buttons);
        let url = buttons.filter(|button| button.label == label).find_map(|button| button.url);
        let url = url.unwrap_or_else(|| panic!("no link {label}"));
        let (address, payload) = url.split_once("?start=").unwrap();
        assert_eq!(address, "https://t.me/xiaoqi_test_bot");
        payload.to_owned()
    }

    pub async fn joins(&self, phone: &Phone) {
        phone.start(Some(&self.link("▶ Take part")));
        fresh(phone, "🏁 Night shift").await;
        phone.press("C:j");
        fresh(phone, "🍀").await;
    }

    /// Begins round 1, says something and ends it.
    pub async fn plays(&self, phone: &Phone, says: &[&str]) {
        self.begins(phone).await;
        for text in says {
            phone.say(text);
            self.site.settle().await;
        }
        phone.say("/end");
        fresh(phone, "🧾").await;
    }

    pub async fn begins(&self, phone: &Phone) {
        phone.press("C:r");
        fresh(phone, "🎬").await;
        phone.press("C:b");
        fresh(phone, "🔔").await;
    }

    pub async fn closes(&self) {
        self.site.pass(HOUR * 25);
        until(&self.board(), "is over!").await;
        self.site.settle().await;
    }

    pub fn document(&self, chat: i64, name: &str) -> Vec<u8> {
        let all = self.site.fake.sent(chat);
        let named = |message: &&Message| {
            message.json["document"]["file_name"].as_str().is_some_and(|file| file.starts_with(name))
        };
        let found = all.iter().rev().find(named).unwrap_or_else(|| panic!("no {name} in {chat}"));
        self.site.fake.file(found.file_id().unwrap()).unwrap()
    }
}

/// Presses a choice, and waits until it shows its next value.
pub async fn turn(phone: &Phone, press: &str, then: &str) {
    phone.press(press);
    let shows = |m: &Message| m.buttons().iter().any(|button| button.label == then);
    phone.wait_for(|shown| shown.iter().any(shows)).await;
}

/// Waits for words that were not there before, and forgets what was there.
pub async fn fresh(phone: &Phone, words: &str) -> String {
    let mut all = String::new();
    for _ in 0..60 {
        let waited = tokio::time::timeout(SOON * 3, phone.expect_messages(1, SOON * 4)).await;
        let Ok(new) = waited else { break };
        all.extend(new.iter().map(|message| format!("{}\n", message.text())));
        if all.contains(words) {
            phone.wait_until_quiet(Duration::from_millis(150)).await;
            let rest = phone.bot_messages();
            all.extend(rest.iter().rev().take(6).map(|message| format!("{}\n", message.text())));
            phone.skip_to_now();
            return all;
        }
    }
    panic!("`{words}` was not said, but: {all}");
}

pub const KIND: [&str; 2] = [
    "I'm really sorry, that must be awful. Please tell me what happened, I'm listening.",
    "Thank you for telling me. I'll take care of it myself and call you back today at four.",
];

#[tokio::test]
async fn a_contest_in_three_languages_over_a_restart_that_anybody_can_verify() {
    let mut cup = Cup::new().await;
    let (bob, wang, chen) =
        (cup.member(8, "en", "Bob"), cup.member(9, "zh-hans", "小王"), cup.member(10, "zh-hant", "阿晨"));
    cup.create(&[]).await;
    for phone in [&bob, &wang, &chen] {
        cup.joins(phone).await;
    }
    assert!(wang.bot_messages().iter().any(|m| m.text().contains("“Night shift”的比赛")));
    assert!(chen.bot_messages().iter().any(|m| m.text().contains("「Night shift」的比賽")));
    cup.plays(&bob, &KIND).await;
    // She is in the middle of her round when the service is killed, and goes on where she was.
    cup.begins(&wang).await;
    wang.say("您好，实在对不起，让您受委屈了，请您慢慢说，我在听。");
    cup.site.settle().await;
    cup.restart();
    wang.say("谢谢您告诉我，我马上处理，今天下午四点前给您回电话。");
    cup.site.settle().await;
    wang.say("/end");
    fresh(&wang, "🧾").await;
    cup.plays(&chen, &["關你什麼事，你自己看著辦。"]).await;
    let board = cup.board();
    let ranked = |m: &Message| m.text().contains("📊 Night shift") && m.text().contains("阿晨 ·");
    board.wait_for(|shown| shown.iter().any(ranked)).await;
    let boards = board.bot_messages().iter().filter(|m| m.text().starts_with("📊")).count();
    assert_eq!(boards, 1, "one scoreboard, turned and not sent again");
    for (phone, command) in [(&bob, "/why"), (&bob, "/rewind 1"), (&wang, "/whatif 1")] {
        phone.skip_to_now();
        phone.say(command);
        fresh(phone, "🔒").await;
    }
    cup.closes().await;
    let told = board.bot_messages().iter().map(|m| m.text().to_owned()).collect::<Vec<_>>().join("\n");
    assert!(
        told.contains("🥇") && told.contains("What this group showed") && told.contains("The seal is open")
    );
    // What they said best is shown if they say so.
    bob.press("C:l");
    until(&board, "Lines worth remembering").await;
    // Everybody's debrief, with how the scores are spread.
    for phone in [&bob, &wang, &chen] {
        phone.press("C:d");
        fresh(phone, "📈").await;
        phone.press("C:f");
        phone
            .wait_for(|shown| {
                shown.iter().any(|m| {
                    m.json["document"]["file_name"].as_str().is_some_and(|n| n.starts_with("run-1-1"))
                })
            })
            .await;
    }
    cup.site.settle().await;
    // Anybody can verify: the runs, the contest's rules, the seed, and that the tokens were posted.
    let announced: Announcement = serde_json::from_slice(&cup.document(TEAM, "contest.json")).unwrap();
    assert!(announced.secret.is_some());
    let tokens = String::from_utf8(cup.document(TEAM, "tokens.txt")).unwrap();
    let tokens: Vec<Token> = tokens.lines().map(|line| Token::parse(line).unwrap()).collect();
    assert_eq!(tokens.len(), 3);
    for chat in [8, 9, 10] {
        let file = ResultFile::read(&cup.document(chat, "run-1-1")).unwrap();
        assert_eq!(verify(&stage::loaded().content, &file), Verdict::Confirmed);
        assert_eq!(entered(&file.run, &announced), []);
        assert_eq!(posted(&file, &tokens), None);
        let receipt = file.token.to_string();
        assert!(
            cup.site.fake.sent(chat).iter().any(|m| m.text().contains(&receipt)),
            "the receipt came at once"
        );
    }
    let csv = String::from_utf8(cup.document(7, "results.csv")).unwrap();
    assert!(csv.contains("Bob") && csv.contains("小王") && csv.contains("阿晨"), "{csv}");
    assert!(!csv.contains("listening"));
    assert!(cup.site.fake.refusals().is_empty(), "{:?}", cup.site.fake.refusals());
}

#[tokio::test]
async fn only_administrators_make_contests_and_the_form_is_its_owners() {
    let cup = Cup::new().await;
    let bob = cup.member(8, "en", "Bob");
    let (his, hers) = (bob.in_group(&cup.group), cup.board());
    his.say("/contest");
    until(&his, "Only this group's administrators").await;
    hers.say("/contest");
    until(&hers, "A new contest").await;
    let refused = his.press("✅ Create");
    cup.site.settle().await;
    let answer = cup.site.fake.callback_answer(&refused).unwrap();
    assert!(answer.alert && answer.text.contains("somebody else's"), "{answer:?}");
    // She names it by an answer; another's answer changes nothing.
    let form = hers.bot_messages().into_iter().find(|m| m.text().contains("A new contest")).unwrap().id;
    his.reply(form, "Bob's cup");
    hers.reply(form, "Spring  cup");
    until(&hers, "A new contest: Spring cup").await;
    cup.group.set_status(&cup.lead, "member");
    let late = hers.press("✅ Create");
    cup.site.settle().await;
    assert!(
        cup.site.fake.callback_answer(&late).unwrap().text.contains("administrators"),
        "asked when it is made"
    );
    assert_eq!(cup.site.count(Key::all_contests()).await, 0);
    cup.group.set_status(&cup.lead, "creator");
    hers.press("✅ Create");
    until(&hers, "The dice are cast and sealed").await;
    hers.say("/contest");
    until(&hers, "Nobody has joined yet").await;
    assert_eq!(cup.site.count(Key::all_contests()).await, 1);
}

#[tokio::test]
async fn links_are_signed_and_only_members_get_in() {
    let cup = Cup::new().await;
    cup.create(&[]).await;
    let link = cup.link("▶ Take part");
    let stranger = cup.site.fake.phone(20, "en", "Eve").with_patience(SOON * 3);
    stranger.start(Some(&link));
    fresh(&stranger, "members of its group").await;
    let bob = cup.member(8, "en", "Bob");
    let forged = format!("{}0", &link[..link.len() - 1]);
    let forged = if forged == link { format!("{}1", &link[..link.len() - 1]) } else { forged };
    bob.start(Some(&forged));
    fresh(&bob, "leads to no contest").await;
    bob.start(Some(&link.replace("c-j-", "c-m-")));
    fresh(&bob, "leads to no contest").await;
    bob.start(Some(&cup.link("▶ Take part")));
    fresh(&bob, "A contest of").await;
    // The way for administrators is signed, and asks who comes.
    cup.board().say("/contest");
    until(&cup.board(), "closes in").await;
    bob.start(Some(&cup.link("⚙ Manage (administrators)")));
    fresh(&bob, "Only administrators").await;
}

#[tokio::test]
async fn attempts_and_time_are_enforced_by_the_bots_clock() {
    let mut cup = Cup::new().await;
    let (bob, eve) = (cup.member(8, "en", "Bob"), cup.member(9, "en", "Eve"));
    cup.create(&[]).await;
    cup.joins(&bob).await;
    cup.joins(&eve).await;
    cup.begins(&bob).await;
    for refused in ["/cancel", "/pause", "/hint", "/why"] {
        bob.skip_to_now();
        bob.say(refused);
        bob.expect_messages(1, SOON).await;
    }
    bob.say(KIND[0]);
    cup.site.settle().await;
    cup.site.pass(Duration::from_secs(5 * 60 + 1));
    until(&bob, "5 minutes left").await;
    cup.site.pass(Duration::from_secs(4 * 60));
    until(&bob, "One more minute!").await;
    cup.site.pass(Duration::from_secs(61));
    fresh(&bob, "🧾").await;
    assert!(bob.bot_messages().iter().any(|m| m.text().contains("Time is up")));
    // The one attempt is used up, whatever old button is pressed.
    bob.press("C:b");
    fresh(&bob, "no attempt left").await;
    // Time that ran out while the service was away has run out all the same, and what comes later is too late.
    cup.begins(&eve).await;
    eve.say(KIND[0]);
    cup.site.settle().await;
    if let Some(service) = cup.service.take() {
        service.kill();
    }
    cup.site.pass(Duration::from_secs(11 * 60));
    eve.skip_to_now();
    eve.say(KIND[1]);
    cup.restart();
    fresh(&eve, "🧾").await;
    cup.closes().await;
    eve.press("C:f");
    eve.wait_for(|shown| shown.iter().any(|m| !m.json["document"].is_null())).await;
    let file = ResultFile::read(&cup.document(9, "run-1-1")).unwrap();
    assert_eq!(file.run.messages.len(), 1);
    assert_eq!(file.run.spent(), 600_000);
    assert_eq!(verify(&stage::loaded().content, &file), Verdict::Confirmed);
}

#[tokio::test]
async fn an_entry_is_taken_out_for_a_reason_and_same_words_are_told_without_them() {
    let cup = Cup::new().await;
    let (bob, eve) = (cup.member(8, "en", "Bob"), cup.member(9, "en", "Eve"));
    cup.create(&[]).await;
    for phone in [&bob, &eve] {
        cup.joins(phone).await;
        cup.plays(phone, &KIND).await;
    }
    cup.board().say("/contest");
    until(&cup.board(), "2 people have joined").await;
    cup.lead.start(Some(&cup.link("⚙ Manage (administrators)")));
    fresh(&cup.lead, "To take an entry out").await;
    cup.lead.press("📄 Results");
    let told = fresh(&cup.lead, "👀").await;
    assert!(told.contains("Bob and Eve") && told.contains("100 %") && !told.contains("listening"), "{told}");
    cup.lead.press("✖ Eve");
    fresh(&cup.lead, "Why is Eve's entry").await;
    cup.lead.say("The same words as Bob's, she says so herself.");
    fresh(&cup.lead, "has been told why").await;
    until(&eve, "The same words as Bob's").await;
    let board = cup.board();
    let gone =
        |m: &Message| m.text().contains("📊") && m.text().contains("Bob ·") && !m.text().contains("Eve");
    board.wait_for(|shown| shown.iter().any(gone)).await;
    // Who has everything of hers deleted is on no scoreboard.
    bob.say("/forget");
    fresh(&bob, "Delete everything").await;
    bob.press("f:1");
    cup.site.settle().await;
    assert_eq!(cup.site.count(Key::all_entrants()).await, 1);
    cup.site.pass(HOUR * 25);
    until(&board, "Nobody played this time").await;
}

#[tokio::test]
async fn a_contest_goes_on_in_a_supergroup_and_its_lead_is_told_when_the_bot_is_thrown_out() {
    let mut cup = Cup::new().await;
    let small = cup.site.fake.group(-51, "Night shift", &cup.lead);
    small.add_bot(&cup.lead);
    cup.group = small;
    let bob = cup.member(8, "en", "Bob");
    cup.create(&[]).await;
    cup.joins(&bob).await;
    cup.group = cup.group.upgrade(&cup.lead, -1_009_999_999_999);
    cup.plays(&bob, &KIND).await;
    let board = cup.board();
    board.wait_for(|shown| shown.iter().any(|m| m.text().contains("📊") && m.text().contains("Bob ·"))).await;
    cup.group.remove_bot(&cup.lead);
    until(&cup.lead, "I was removed from “Night shift”").await;
    cup.site.pass(HOUR * 25);
    until(&bob, "You are number 1 of 1").await;
    until(&cup.lead, "One person played").await;
}

#[tokio::test]
async fn a_contest_is_called_off_and_its_debriefs_come_all_the_same() {
    let cup = Cup::new().await;
    let bob = cup.member(8, "en", "Bob");
    cup.create(&["Shown as: names"]).await;
    bob.start(Some(&cup.link("▶ Take part")));
    fresh(&bob, "🏁 Night shift").await;
    bob.press("C:j");
    fresh(&bob, "Which nickname").await;
    bob.say("Kingfisher");
    fresh(&bob, "as “Kingfisher”").await;
    cup.plays(&bob, &KIND).await;
    cup.board().say("/contest");
    until(&cup.board(), "closes in").await;
    cup.lead.start(Some(&cup.link("⚙ Manage (administrators)")));
    let told = fresh(&cup.lead, "To take an entry out").await;
    assert!(told.contains("Kingfisher") && !told.contains("Bob"), "{told}");
    cup.lead.press("C:k");
    fresh(&cup.lead, "Call Night shift off?").await;
    cup.lead.press("C:y");
    until(&cup.board(), "was called off by an administrator").await;
    bob.say("/contest");
    fresh(&bob, "It was called off").await;
    cup.board().say("/contest");
    until(&cup.board(), "A new contest").await;
}
