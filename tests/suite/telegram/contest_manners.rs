//! What a contest owes its group whatever happens meanwhile: it stays in its topic, reminds in time, keeps to the customer that was
//! announced, and asks who somebody is when she acts.

use std::sync::Arc;
use std::time::Duration;

use xiaoqi::base::hash::ContentHash;
use xiaoqi::contest::entered::entered;
use xiaoqi::contest::file::ResultFile;
use xiaoqi::contest::seed::Announcement;
use xiaoqi::contest::verify::{Verdict, verify};

use super::contest::{Cup, HOUR, KIND, TEAM, fresh, turn};
use super::{SOON, until};
use crate::botapi::{Message, Phone};
use crate::stage;

#[tokio::test]
async fn a_contest_stays_in_the_topic_it_was_made_in() {
    let cup = Cup::new().await;
    let bob = cup.member(8, "en", "Bob");
    cup.group.open_topic(33);
    cup.lead.in_topic(&cup.group, 33).say("/contest");
    let board = cup.board();
    until(&board, "A new contest").await;
    board.press("Opens: now");
    cup.site.settle().await;
    board.press("✅ Create");
    until(&board, "The dice are cast and sealed").await;
    cup.site.settle().await;
    cup.lead.in_topic(&cup.group, 33).say("/contest");
    until(&board, "Nobody has joined yet").await;
    board.press("✏ Change (administrators)");
    until(&board, "✏ Changing").await;
    board.press("Attempts: 1");
    cup.site.settle().await;
    board.press("✅ Put in force");
    until(&board, "This replaces the announcement").await;
    cup.joins(&bob).await;
    cup.site.pass(Duration::from_secs(601));
    until(&board, "is open!").await;
    bob.say("/contest");
    fresh(&bob, "Open until").await;
    cup.plays(&bob, &KIND).await;
    cup.site.pass(HOUR * 12);
    until(&board, "half time").await;
    cup.site.pass(HOUR * 13);
    until(&board, "The seal is open").await;
    cup.site.settle().await;
    let elsewhere: Vec<String> = board
        .bot_messages()
        .iter()
        .filter(|m| m.json["message_thread_id"] != 33)
        .map(|m| m.text().to_owned())
        .collect();
    assert!(elsewhere.is_empty(), "{elsewhere:?}");
    assert!(cup.site.fake.refusals().is_empty(), "{:?}", cup.site.fake.refusals());
}

#[tokio::test]
async fn a_contest_that_moved_with_its_group_can_still_be_changed_and_keeps_its_customers() {
    let mut cup = Cup::new().await;
    let small = cup.site.fake.group(-51, "Night shift", &cup.lead);
    small.add_bot(&cup.lead);
    cup.group = small;
    let bob = cup.member(8, "en", "Bob");
    cup.create(&["Opens: now"]).await;
    cup.joins(&bob).await;
    let before: Announcement = serde_json::from_slice(&cup.document(-51, "contest.json")).unwrap();
    let (old, new) = (cup.board(), -1_009_999_999_999);
    cup.group = cup.group.upgrade(&cup.lead, new);
    let board = cup.board();
    board.say("/contest");
    until(&board, "administrators can still change it").await;
    board.press("✏ Change (administrators)");
    until(&board, "✏ Changing").await;
    turn(&board, "Attempts: 1", "Attempts: 2").await;
    board.press("✅ Put in force");
    until(&board, "This replaces the announcement before it").await;
    cup.site.settle().await;
    let after: Announcement = serde_json::from_slice(&cup.document(new, "contest.json")).unwrap();
    assert_eq!(after.definition.rounds, before.definition.rounds, "nobody chose others");
    assert_ne!(after.commitment, before.commitment);
    // What stands in the old chat cannot be edited any more, and nothing is posted in its place.
    let gone = |m: &Message| m.text().contains("no longer holds");
    assert!(!old.bot_messages().iter().chain(&board.bot_messages()).any(gone));
    cup.site.pass(Duration::from_secs(601));
    until(&board, "is open!").await;
    bob.say("/contest");
    fresh(&bob, "Open until").await;
    cup.plays(&bob, &KIND).await;
    assert!(cup.site.fake.refusals().is_empty(), "{:?}", cup.site.fake.refusals());
}

#[tokio::test]
async fn a_group_is_reminded_at_half_time_and_before_the_end_of_how_many_have_played() {
    let cup = Cup::new().await;
    let bob = cup.member(8, "en", "Bob");
    cup.create(&[]).await;
    cup.joins(&bob).await;
    let board = cup.board();
    cup.site.pass(HOUR * 12);
    until(&board, "⏱ Night shift: half time, 12 hours left. Nobody has played yet.").await;
    cup.plays(&bob, &KIND).await;
    cup.site.pass(HOUR * 10);
    until(&board, "⏰ Night shift closes in 2 hours. One person has played so far.").await;
    // Each comes once, and with the way in.
    for words in ["half time", "closes in 2 hours"] {
        let shown = board.bot_messages();
        let all: Vec<&Message> = shown.iter().filter(|m| m.text().contains(words)).collect();
        assert_eq!((all.len(), all[0].buttons()[0].label.as_str()), (1, "▶ Take part"));
    }
}

#[tokio::test]
async fn a_customer_who_is_changed_meanwhile_is_not_passed_off_as_the_one_announced() {
    let cup = Cup::new().await;
    let bob = cup.member(8, "en", "Bob");
    cup.create(&[]).await;
    cup.joins(&bob).await;
    let announced = cup.mind.content();
    let mut content = xiaoqi::session::content::Content::clone(&announced);
    for persona in content.personas.values_mut() {
        Arc::make_mut(persona).hash = ContentHash::of([b"another version".as_slice()]);
    }
    cup.mind.turn_content(Arc::new(content));
    bob.press("C:r");
    fresh(&bob, "🎬").await;
    bob.press("C:b");
    let told = fresh(&bob, "This customer was changed since Night shift was announced").await;
    assert!(told.contains("Nothing was counted"), "{told}");
    // With his files as they were, the attempt is still there, and its run is that of the announcement.
    cup.mind.turn_content(announced);
    cup.plays(&bob, &KIND).await;
    cup.closes().await;
    bob.press("C:f");
    bob.wait_for(|shown| shown.iter().any(|m| !m.json["document"].is_null())).await;
    let posted: Announcement = serde_json::from_slice(&cup.document(TEAM, "contest.json")).unwrap();
    let file = ResultFile::read(&cup.document(8, "run-1-1")).unwrap();
    assert_eq!(verify(&stage::loaded().content, &file), Verdict::Confirmed);
    assert_eq!(entered(&file.run, &posted), []);
}

#[tokio::test]
async fn who_leaves_the_group_finishes_her_run_and_begins_none() {
    let cup = Cup::new().await;
    let bob = cup.member(8, "en", "Bob");
    cup.create(&["Attempts: 1", "Ranked: singles"]).await;
    cup.joins(&bob).await;
    bob.press("C:n");
    fresh(&bob, "What is your team called").await;
    bob.say("Owls");
    fresh(&bob, "You play for “Owls”").await;
    cup.begins(&bob).await;
    bob.say(KIND[0]);
    cup.site.settle().await;
    cup.group.leave(&bob);
    bob.say("/end");
    fresh(&bob, "🧾").await;
    let board = cup.board();
    let shows = |m: &Message| m.text().contains("📊") && m.text().contains("Bob (Owls)");
    board.wait_for(|shown| shown.iter().any(shows)).await;
    bob.press("C:r");
    fresh(&bob, "🎬 This is round 1").await;
    bob.press("C:b");
    fresh(&bob, "This contest is for members of its group").await;
    let eve = cup.member(9, "en", "Eve");
    cup.joins(&eve).await;
    cup.group.leave(&eve);
    let (message, owls) = pressable(&eve, "Owls · 1");
    eve.press_data(message, &owls);
    fresh(&eve, "This contest is for members of its group").await;
    // Whoever never was in it gets nowhere with what she saw on somebody's phone.
    let stranger = cup.site.fake.phone(20, "en", "Mallory").with_patience(SOON * 3);
    stranger.start(None);
    fresh(&stranger, "Choose a customer").await;
    for kind in ["C:p", "C:t", "C:n", "C:r", "C:b", "C:m", "C:x"] {
        let id = owls.strip_prefix("C:p").unwrap().split(':').next().unwrap();
        let rest = match kind {
            "C:p" => owls.rsplit_once(':').map(|(_, team)| format!(":{team}")).unwrap(),
            "C:r" | "C:b" => ":1".to_owned(),
            "C:x" => ":8".to_owned(),
            _ => String::new(),
        };
        stranger.press_data(stranger.bot_messages()[0].id, &format!("{kind}{id}{rest}"));
        let told = fresh(&stranger, "").await;
        assert!(told.contains("members of its group"), "{kind}: {told}");
        assert!(!told.contains("Owls"), "{told}");
    }
}

/// A button on a phone: its message and what it sends.
fn pressable(phone: &Phone, label: &str) -> (i64, String) {
    let shown = phone.bot_messages();
    let found = shown.iter().rev().find_map(|m| {
        let button = m.buttons().into_iter().find(|button| button.label == label)?;
        Some((m.id, button.data?))
    });
    found.unwrap_or_else(|| panic!("no button {label}"))
}

#[tokio::test]
async fn an_administrator_who_is_one_no_more_leads_nothing() {
    let cup = Cup::new().await;
    let (bob, carl) = (cup.member(8, "en", "Bob"), cup.member(9, "en", "Carl"));
    cup.group.set_status(&carl, "administrator");
    cup.create(&[]).await;
    cup.joins(&bob).await;
    cup.plays(&bob, &KIND).await;
    cup.board().say("/contest");
    until(&cup.board(), "closes in").await;
    carl.start(Some(&cup.link("⚙ Manage (administrators)")));
    fresh(&carl, "To take an entry out").await;
    cup.group.set_status(&carl, "member");
    for press in ["C:x", "C:o", "C:k"] {
        carl.press(press);
        fresh(&carl, "Only administrators").await;
    }
    // Not even with a press that was made up, or a reason that was asked for before.
    cup.group.set_status(&carl, "administrator");
    carl.press("C:x");
    fresh(&carl, "Why is Bob's entry").await;
    cup.group.set_status(&carl, "member");
    carl.say("I don't like him.");
    fresh(&carl, "Only administrators").await;
    let (message, button) = {
        let shown = carl.bot_messages();
        let found = shown.iter().rev().find_map(|m| {
            let data = m.buttons().into_iter().find_map(|b| b.data.filter(|data| data.starts_with("C:k")))?;
            Some((m.id, data))
        });
        found.unwrap()
    };
    carl.press_data(message, &button.replacen("C:k", "C:y", 1));
    fresh(&carl, "Only administrators").await;
    cup.closes().await;
    until(&bob, "You are number 1 of 1").await;
}
