//! A contest that is changed before it opens: by whom, what becomes of what was announced, of who has joined, and of the times; and
//! that nobody changes one that is open.

use std::time::Duration;

use xiaoqi::contest::definition::Sides;
use xiaoqi::contest::entered::entered;
use xiaoqi::contest::file::ResultFile;
use xiaoqi::contest::seed::{Announcement, opens};
use xiaoqi::contest::verify::{Verdict, What, verify};

use super::contest::{Cup, HOUR, KIND, TEAM, fresh, turn};
use super::until;
use crate::botapi::{Message, Phone};
use crate::stage;

const MINUTE: Duration = Duration::from_secs(60);
const CHANGE: &str = "✏ Change (administrators)";

impl Cup {
    /// How it stands, and its way to the form.
    async fn asks(&self, words: &str) {
        self.board().say("/contest");
        until(&self.board(), words).await;
        self.site.settle().await;
    }

    /// What a press is answered with.
    async fn answered(&self, callback: &str) -> String {
        self.site.settle().await;
        self.site.fake.callback_answer(callback).unwrap().text
    }

    fn announced(&self) -> Announcement {
        serde_json::from_slice(&self.document(TEAM, "contest.json")).unwrap()
    }
}

fn with<'a>(shown: &'a [Message], words: &str) -> Vec<&'a Message> {
    shown.iter().filter(|message| message.text().contains(words)).collect()
}

fn data_of(phone: &Phone, label: &str) -> (i64, String) {
    let shown = phone.bot_messages();
    let found = shown.iter().rev().find_map(|m| {
        let buttons = m.buttons();
        let button = buttons.iter().find(|button| button.label == label)?;
        Some((m.id, button.data.clone()?))
    });
    found.unwrap_or_else(|| panic!("no button {label}"))
}

#[tokio::test]
async fn a_change_is_another_contest_under_the_same_roof_and_everybody_who_joined_is_told() {
    let cup = Cup::new().await;
    let (bob, wang) = (cup.member(8, "en", "Bob"), cup.member(9, "zh-hans", "小王"));
    cup.create(&["Opens: now"]).await;
    let (board, link, before) = (cup.board(), cup.link("▶ Take part"), cup.announced());
    for phone in [&bob, &wang] {
        cup.joins(phone).await;
    }
    cup.site.pass(MINUTE * 5);
    cup.asks("administrators can still change it").await;
    board.press(CHANGE);
    until(&board, "✏ Changing Night shift").await;
    // The form is as the contest is: with that nothing changes.
    let same = board.press("✅ Put in force");
    assert!(cup.answered(&same).await.contains("how it is already"));
    turn(&board, "Rounds: 1", "Rounds: 2").await;
    turn(&board, "Each: 10 minutes", "Each: 15 minutes").await;
    turn(&board, "Ranked: singles", "Ranked: teams of 2 or more").await;
    turn(&board, "Opens: as announced", "Opens: now").await;
    turn(&board, "Opens: now", "Opens: in 10 minutes").await;
    assert_eq!(cup.announced().commitment, before.commitment, "until it is put in force nothing is");
    board.press("✅ Put in force");
    until(&board, "New dice are cast and sealed").await;
    cup.site.settle().await;

    let (shown, after) = (board.bot_messages(), cup.announced());
    let gone = with(&shown, "This announcement no longer holds");
    assert_eq!((gone.len(), with(&shown, "Everybody meets the same customers").len()), (1, 1));
    let new = with(&shown, "This replaces the announcement before it")[0];
    assert!(new.id > gone[0].id, "the new one is posted, the former only edited");
    for line in
        ["· it opens ", "· it closes ", "· other customers", "2 rounds of 15 minutes", "· teams: the mean"]
    {
        assert!(new.text().contains(line), "{line}: {}", new.text());
    }
    assert_ne!(after.commitment, before.commitment);
    assert_eq!((after.definition.rounds.len(), after.definition.sides), (2, Sides::Teams { least: 2 }));
    fresh(&bob, "was changed before it opened").await;
    let told = bob.bot_messages();
    let told = with(&told, "You stay in, as “Bob”")[0].text();
    assert!(told.contains("2 rounds of 15 minutes") && told.contains("· teams: the mean"), "{told}");
    assert!(!told.contains("one attempt"), "only what is different: {told}");
    fresh(&wang, "在开始之前改过了").await;

    // The times went along: what was to happen at the former ones does not.
    cup.site.pass(MINUTE * 6);
    bob.start(Some(&link));
    let told = fresh(&bob, "you are “Bob”").await;
    assert!(told.contains("Team: none yet"), "{told}");
    assert!(with(&board.bot_messages(), "is open!").is_empty());
    cup.site.pass(MINUTE * 5);
    until(&board, "Night shift is open!").await;
    bob.press("👥 Choose my team");
    fresh(&bob, "Which team").await;
    bob.press("C:n");
    fresh(&bob, "What is your team called").await;
    bob.say("Owls");
    fresh(&bob, "You play for “Owls”").await;
    cup.plays(&bob, &KIND).await;
    // After the former end, before the one that holds.
    cup.site.pass(HOUR * 24 - MINUTE * 4);
    cup.asks("From here on nothing about it can be changed").await;
    assert!(with(&board.bot_messages(), "is over!").is_empty());
    cup.site.pass(MINUTE * 10);
    until(&board, "is over!").await;
    cup.site.settle().await;
    assert_eq!(with(&board.bot_messages(), "is open!").len(), 1);

    // What was posted last is what the run belongs to; with what was posted first it has nothing to do.
    let revealed = cup.announced();
    let secret = revealed.secret.clone().unwrap();
    assert!(opens(&after.commitment, &after.definition.hash(), &secret));
    assert!(!opens(&before.commitment, &before.definition.hash(), &secret));
    bob.press("C:f");
    let named =
        |m: &Message| m.json["document"]["file_name"].as_str().is_some_and(|name| name.starts_with("run-1"));
    bob.wait_for(|shown| shown.iter().any(named)).await;
    cup.site.settle().await;
    let file = ResultFile::read(&cup.document(8, "run-1-1")).unwrap();
    assert_eq!(verify(&stage::loaded().content, &file), Verdict::Confirmed);
    assert_eq!(entered(&file.run, &revealed), []);
    let foreign: Vec<What> = entered(&file.run, &before).into_iter().map(|found| found.what).collect();
    assert!(foreign.contains(&What::Definition) && foreign.contains(&What::Commitment), "{foreign:?}");
    assert!(cup.site.fake.refusals().is_empty(), "{:?}", cup.site.fake.refusals());
}

#[tokio::test]
async fn one_administrator_at_a_time_changes_a_contest_and_nobody_one_that_is_open() {
    let cup = Cup::new().await;
    let (bob, carl) = (cup.member(8, "en", "Bob"), cup.member(9, "en", "Carl"));
    cup.group.set_status(&carl, "administrator");
    cup.create(&["Opens: now"]).await;
    let (hers, his, carls) = (cup.board(), bob.in_group(&cup.group), carl.in_group(&cup.group));
    cup.asks("administrators can still change it").await;
    let (status, change) = data_of(&hers, CHANGE);
    // Who is no administrator opens no form, and a number that was made up leads to none.
    let refused = his.press_data(status, &change);
    assert!(cup.answered(&refused).await.contains("administrators"));
    let forged = hers.press_data(status, "G:c00000000abcd");
    assert!(cup.answered(&forged).await.contains("is over or was called off"));
    hers.press(CHANGE);
    until(&hers, "✏ Changing Night shift").await;
    let second = carls.press(CHANGE);
    assert!(cup.answered(&second).await.contains("Another administrator is changing"));
    let (form, confirm) = data_of(&hers, "✅ Put in force");
    let foreign = carls.press_data(form, &confirm);
    assert!(cup.answered(&foreign).await.contains("somebody else's"));
    // Who is no administrator any more puts nothing in force.
    turn(&hers, "Attempts: 1", "Attempts: 2").await;
    cup.group.set_status(&cup.lead, "member");
    let late = hers.press("✅ Put in force");
    assert!(cup.answered(&late).await.contains("administrators"));
    cup.group.set_status(&cup.lead, "creator");
    hers.press("✖ Never mind");
    until(&hers, "Nothing was changed").await;
    assert_eq!(cup.announced().definition.attempts, 1);
    // A form that stands when the contest opens comes too late.
    carls.press(CHANGE);
    until(&carls, "✏ Changing Night shift").await;
    turn(&carls, "Attempts: 1", "Attempts: 2").await;
    cup.site.pass(MINUTE * 11);
    until(&hers, "is open!").await;
    let late = carls.press("✅ Put in force");
    assert!(cup.answered(&late).await.contains("everybody plays by the same rules"));
    let late = hers.press_data(status, &change);
    assert!(cup.answered(&late).await.contains("everybody plays by the same rules"));
    cup.asks("From here on nothing about it can be changed").await;
    cup.lead.start(Some(&cup.link("⚙ Manage (administrators)")));
    fresh(&cup.lead, "nothing can be changed any more").await;
    assert_eq!(cup.announced().definition.attempts, 1);
    assert!(with(&hers.bot_messages(), "no longer holds").is_empty());
}
