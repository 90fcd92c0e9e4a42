//! Games of a group. The relay: three members in a topic, whose turn it is, who may stop it, and that silence, a bot thrown out and a
//! member who wants everything deleted end it. The case of the day: private answers, how he takes each, votes.

use xiaoqi::base::id::TraineeId;
use xiaoqi::base::lang::Lang;
use xiaoqi::base::time::Moment;
use xiaoqi::desk::Task;
use xiaoqi::desk::group::records::KeptGroup;
use xiaoqi::flow::action::Action;
use xiaoqi::flow::group::play::case::{DAY, link};
use xiaoqi::flow::group::play::{Kind, SILENCE};
use xiaoqi::flow::group::{GroupAction, GroupDeed};
use xiaoqi::flow::input::{Command, Deed, Input};
use xiaoqi::store::{Key, Record};

use super::yard::{TEAM, Yard};
use super::{SOON, Site, fast, playbook, until};
use crate::botapi::Phone;

const TOPIC: i64 = 33;
const SENTENCES: [&str; 4] = [
    "I'm so sorry. You waited and nobody told you anything, and that is really annoying.",
    "May I check: what is the order number, and since when have you been waiting?",
    "I'll find out now and call you back myself before six o'clock today.",
    "If it goes wrong once more you get your money back. Is that all right with you?",
];

/// Everything the bot said last, newest first, until some words.
async fn reply(phone: &Phone, text: &str) {
    let last = phone.bot_messages().pop().unwrap().id;
    phone.reply(last, text);
}

#[tokio::test]
async fn three_members_calm_one_customer_in_a_topic_one_message_each_in_turn() {
    let site = Site::new();
    let _service = site.serve_mind(playbook(), fast());
    let ann = site.fake.phone(7, "en", "Ann").with_patience(SOON);
    let group = site.fake.group(TEAM, "Team", &ann);
    group.add_bot(&ann);
    group.open_topic(TOPIC);
    let others = [(8, "Bob"), (9, "Cay"), (10, "Dot")].map(|(id, name)| {
        let phone = site.fake.phone(id, "en", name).with_patience(SOON);
        group.join(&phone);
        phone
    });
    let [bob, cay, dot] = others.map(|phone| phone.in_topic(&group, TOPIC));
    let hers = ann.in_topic(&group, TOPIC);
    hers.say("/relay");
    until(&hers, "How hard should the customer be").await;
    hers.say("/relay");
    until(&hers, "A round is under way").await;
    bob.press("G:g1:e1");
    until(&hers, "Nobody is in yet").await;
    for (phone, told) in [(&hers, "In: Ann"), (&bob, "In: Ann, Bob"), (&cay, "In: Ann, Bob, Cay")] {
        let press = phone.press("G:g1:j");
        until(phone, told).await;
        site.settle().await;
        assert_eq!(site.fake.callback_answer(&press).unwrap().text, "You're in!");
    }
    group.leave(&dot);
    let stranger = dot.press("G:g1:j");
    site.settle().await;
    assert!(site.fake.callback_answer(&stranger).unwrap().text.contains("Only members"));
    group.join(&dot);
    let early = dot.press("G:g1:b");
    site.settle().await;
    assert!(site.fake.callback_answer(&early).unwrap().text.contains("Join"));
    bob.press("G:g1:b");
    until(&hers, "Ann, your turn").await;
    until(&hers, "You may not").await;
    site.settle().await;
    reply(&cay, "Me first!").await;
    until(&cay, "It's Ann's turn. Yours will come").await;
    site.settle().await;
    reply(&dot, "And me?").await;
    until(&dot, "Want to play too?").await;
    let players = [(&hers, "Ann"), (&bob, "Bob"), (&cay, "Cay")];
    for turn in 0..12 {
        let (phone, name) = players[turn % 3];
        let shown = phone.wait_for(|shown| {
            shown.iter().any(|m| m.text().contains("Talk it over"))
                || shown
                    .iter()
                    .rev()
                    .find(|m| m.text().contains("your turn"))
                    .is_some_and(|m| m.text().contains(&format!("{name}, your turn")))
        });
        if shown.await.iter().any(|m| m.text().contains("Talk it over")) {
            break;
        }
        site.settle().await;
        reply(phone, SENTENCES[turn % SENTENCES.len()]).await;
    }
    let shown = until(&hers, "Talk it over").await;
    site.settle().await;
    let bot: Vec<_> = shown.iter().filter(|m| m.json["from"]["is_bot"] == true).collect();
    assert!(bot.iter().all(|m| m.json["message_thread_id"] == TOPIC), "all of it in the topic");
    let boards = bot.iter().filter(|m| m.text().starts_with("🏃")).count();
    assert_eq!(boards, 1, "his mood is on one board");
    let at = bot.iter().position(|m| m.text().contains("Your score together")).unwrap();
    let debrief: String = bot[at..].iter().map(|m| m.text()).collect();
    assert!(!["Ann", "Bob", "Cay"].iter().any(|name| debrief.contains(name)), "nobody is named: {debrief}");
    assert_eq!(site.count(Key::all_profiles()).await, 0, "nobody has begun to practise");
    let key = Key::group(TEAM);
    let KeptGroup(kept) = Record::decode(&key, &site.store.get(&key).await.unwrap().unwrap().value).unwrap();
    assert!(kept.games.is_empty(), "nothing of it stays");
    let old = hers.press_data(bot[0].id, "G:g1:j");
    site.settle().await;
    assert!(site.fake.callback_answer(&old).unwrap().text.contains("over"));
    assert!(site.fake.refusals().is_empty(), "{:?}", site.fake.refusals());
}

/// A relay begun by Bob with Bob and Cay; it is Bob's turn.
async fn playing(yard: &Yard, at: i64) {
    yard.orders(8, at, None, Command::Relay).await;
    for data in ["G:g1:e1", "G:g1:j"] {
        yard.presses(8, at, data).await;
    }
    yard.presses(9, at, "G:g1:j").await;
    let told = yard.presses(8, at, "G:g1:b").await;
    assert!(told.contains("Bob, your turn"), "{told}");
}

#[tokio::test]
async fn silence_ends_a_relay_half_an_hour_after_the_last_word() {
    let yard = Yard::new();
    playing(&yard, 0).await;
    let later = 20 * 60_000;
    assert!(yard.says(8, later, SENTENCES[0]).await.contains("Cay, your turn"));
    assert!(yard.says(9, later, SENTENCES[1]).await.contains("Bob, your turn"));
    assert_eq!(yard.rings(SILENCE).await, "", "somebody wrote meanwhile");
    assert_eq!(yard.rings(later + SILENCE - 1).await, "");
    let told = yard.rings(later + SILENCE).await;
    for words in ["quiet for half an hour", "Your score together", "Talk it over"] {
        assert!(told.contains(words), "`{words}` in {told}");
    }
    assert!(yard.group().await.games.is_empty());
    assert_eq!(yard.rings(9 * SILENCE).await, "");
    // One where nobody said anything goes without a debrief.
    yard.orders(8, 10 * SILENCE, None, Command::Relay).await;
    let told = yard.rings(12 * SILENCE).await;
    assert!(told.contains("The round is over") && !told.contains("score"), "{told}");
}

#[tokio::test]
async fn who_began_it_or_an_administrator_stops_it_and_nobody_else() {
    let yard = Yard::new();
    playing(&yard, 0).await;
    assert!(yard.presses(9, 1, "G:g1:s").await.contains("administrators"));
    assert!(yard.orders(10, 1, None, Command::End).await.contains("administrators"));
    assert_eq!(yard.group().await.games.len(), 1);
    assert!(yard.presses(7, 2, "G:g1:s").await.contains("The round is over"));
    assert!(yard.orders(7, 3, None, Command::End).await.contains("Nothing is under way"));
    yard.orders(8, 4, None, Command::Relay).await;
    assert!(yard.orders(8, 5, None, Command::End).await.contains("The round is over"));
}

#[tokio::test]
async fn whoever_is_away_is_passed_over_after_a_minute_and_passes_herself_at_once() {
    let yard = Yard::new();
    playing(&yard, 0).await;
    assert!(yard.presses(9, 59_000, "G:g1:k").await.contains("In 2 seconds"));
    assert!(
        yard.presses(10, 61_000, "G:g1:k").await.contains("Join"),
        "who does not play passes nobody over"
    );
    assert!(yard.presses(9, 61_000, "G:g1:k").await.contains("Cay, your turn"));
    assert!(yard.presses(9, 62_000, "G:g1:k").await.contains("Bob, your turn"));
    // Who joins meanwhile comes after the others.
    assert!(yard.presses(10, 63_000, "G:g1:j").await.contains("In turn: Bob, Cay, Dot"));
    assert!(yard.says(8, 64_000, "@xiaoqi_bot I am so sorry about that.").await.contains("Cay, your turn"));
}

#[tokio::test]
async fn topics_have_games_of_their_own() {
    let yard = Yard::new();
    playing(&yard, 0).await;
    assert!(yard.orders(9, 1, Some(TOPIC), Command::Relay).await.contains("How hard"));
    assert!(yard.orders(9, 1, None, Command::Relay).await.contains("under way"));
    yard.presses(9, 2, "G:g2:s").await;
    assert_eq!(yard.group().await.games.len(), 1, "the other goes on");
    assert!(yard.says(8, 3, SENTENCES[0]).await.contains("Cay, your turn"));
}

#[tokio::test]
async fn a_bot_thrown_out_and_a_member_who_has_everything_deleted_leave_nothing_of_it() {
    let yard = Yard::new();
    playing(&yard, 0).await;
    yard.says(8, 1, "ZEBRA words").await;
    yard.act(7, 2, None, GroupDeed::Removed).await;
    assert!(yard.group().await.games.is_empty());
    assert_eq!(yard.rings(SILENCE).await, "");
    yard.act(7, 3, None, GroupDeed::Added).await;
    assert!(yard.presses(9, 4, "G:g1:j").await.contains("over"));
    yard.orders(8, 5, None, Command::Relay).await;
    for data in ["G:g2:e1", "G:g2:j", "G:g2:b"] {
        yard.presses(8, 5, data).await;
    }
    yard.says(8, 6, "ZEBRA words").await;
    for (command, action) in [(Some(Command::Forget), None), (None, Some(Action::Forget(true)))] {
        let deed = command.map(|command| Deed::Command(command, String::new()));
        let deed = deed.or(action.map(Deed::Press)).unwrap();
        let input =
            Input { trainee: TraineeId(8), at: Moment(7), device_lang: Some(Lang::EN), seed: 1, deed };
        yard.desk.handle(&Task { update: yard.next(), chat: 8, input }).await.unwrap();
    }
    let all = yard.store.scan(Key::everything(), 1_000).await.unwrap();
    let zebra = all.iter().filter(|(_, entry)| String::from_utf8_lossy(&entry.value).contains("ZEBRA"));
    assert_eq!(zebra.map(|(key, _)| key.to_string()).collect::<Vec<_>>(), Vec::<String>::new());
    assert!(yard.group().await.games.is_empty());
}

#[test]
fn the_buttons_of_games_read_back() {
    for play in ["e1", "e3", "j", "b", "k", "s"] {
        let data = format!("G:g{}:{play}", u64::MAX);
        assert!(data.len() <= 64);
        let Some(Action::Group(GroupAction::Game(number, _))) = Action::decode(&data) else {
            panic!("{data}")
        };
        assert_eq!(number, u64::MAX);
    }
    for forged in ["G:g1", "G:g:j", "G:g1:", "G:g1:q", "G:g-1:j"] {
        assert_eq!(Action::decode(forged), None, "{forged}");
    }
}

async fn follows(yard: &Yard, who: i64, at: i64, link: &str) -> String {
    yard.privately(who, at, Deed::Command(Command::Start, link.to_owned())).await
}

/// A case begun by Bob, and the link to it.
async fn case(yard: &Yard) -> String {
    let told = yard.orders(8, 0, None, Command::Case).await;
    assert!(told.contains("Case of the day") && told.contains("Answers so far: 0"), "{told}");
    let game = yard.group().await.games.pop().unwrap();
    let Kind::Case(case) = game.kind else { panic!() };
    link(TEAM, game.number, case.token)
}

#[tokio::test]
async fn everybody_answers_a_case_in_private_then_sees_how_he_takes_each_and_votes() {
    let yard = Yard::new();
    let link = case(&yard).await;
    assert!(yard.presses(8, 1, "G:g1:r").await.contains("at least 2 answers"));
    for who in [8, 9, 10] {
        let asked = follows(&yard, who, 2, &link).await;
        assert!(asked.contains("What would you say?"), "{asked}");
    }
    for (who, text) in [(8, SENTENCES[0]), (9, "Calm down, it is only a dish."), (10, "First try")] {
        assert!(yard.privately(who, 3, Deed::Text(text.to_owned())).await.contains("Your answer is in"));
    }
    assert!(yard.rings(3).await.contains("Answers so far: 3"));
    let again = follows(&yard, 10, 4, &link).await;
    assert!(again.contains("You answered: “First try”"), "{again}");
    yard.privately(10, 5, Deed::Text(SENTENCES[1].to_owned())).await;
    assert!(
        yard.presses(9, 6, "G:g1:r").await.contains("administrators"),
        "who began it, or an administrator"
    );
    let shown = yard.presses(8, 7, "G:g1:r").await;
    for words in
        ["A: “", "B: “", "C: “", SENTENCES[0], "Calm down", SENTENCES[1], "Makes it worse", "One vote each"]
    {
        assert!(shown.contains(words), "`{words}` in {shown}");
    }
    assert!(!shown.contains("First try") && !["Bob", "Cay", "Dot"].iter().any(|name| shown.contains(name)));
    let letter = |text: &str| {
        let at = shown.find(&format!(": “{text}")).unwrap();
        usize::from(shown.as_bytes()[at - 1] - b'A')
    };
    let vote = |text: &str| format!("G:g1:v{}", letter(text));
    assert!(yard.presses(8, 8, &vote(SENTENCES[0])).await.contains("your own"));
    assert!(yard.presses(9, 8, &vote(SENTENCES[1])).await.contains("You voted for"));
    assert!(
        yard.presses(9, 9, &vote(SENTENCES[0])).await.contains("Votes so far: 1"),
        "a second vote replaces the first"
    );
    assert!(yard.presses(10, 9, &vote(SENTENCES[0])).await.contains("Votes so far: 2"));
    assert!(follows(&yard, 9, 10, &link).await.contains("takes no answers any more"));
    // A day later the result comes by itself.
    assert!(!yard.rings(DAY).await.contains("Most votes"), "votes came meanwhile");
    let told = yard.rings(9 + DAY).await;
    assert!(
        told.contains("Most votes") && told.contains(SENTENCES[0]) && told.contains("The vote is over"),
        "{told}"
    );
    assert!(yard.group().await.games.is_empty(), "nothing of it stays");
}

#[tokio::test]
async fn only_members_with_the_right_link_answer_a_case_and_whoever_goes_takes_hers_along() {
    let yard = Yard::new();
    let link = case(&yard).await;
    assert!(follows(&yard, 11, 1, &link).await.contains("for members of its group"));
    let forged = format!("{}0", &link[..link.len() - 1]);
    let forged = if forged == link { format!("{}1", &link[..link.len() - 1]) } else { forged };
    assert!(follows(&yard, 9, 1, &forged).await.contains("takes no answers"));
    for who in [9, 10] {
        follows(&yard, who, 2, &link).await;
        yard.privately(who, 2, Deed::Text(format!("ZEBRA {who}"))).await;
    }
    yard.privately(9, 3, Deed::Command(Command::Forget, String::new())).await;
    yard.privately(9, 3, Deed::Press(Action::Forget(true))).await;
    let all = yard.store.scan(Key::everything(), 1_000).await.unwrap();
    assert!(all.iter().all(|(_, entry)| !String::from_utf8_lossy(&entry.value).contains("ZEBRA 9")));
    assert!(
        yard.presses(8, 4, "G:g1:r").await.contains("at least 2 answers"),
        "Dot's alone is nothing to vote on"
    );
    // Nobody comes any more.
    assert!(yard.rings(DAY).await.contains("The round is over"));
}

#[tokio::test]
async fn the_button_of_a_case_opens_the_private_chat_and_the_board_counts_what_came() {
    let site = Site::new();
    let _service = site.serve_mind(playbook(), fast());
    let ann = site.fake.phone(7, "zh-hans", "小安").with_patience(SOON);
    let group = site.fake.group(TEAM, "Team", &ann);
    group.add_bot(&ann);
    let hers = ann.in_group(&group).with_patience(SOON);
    hers.say("/case");
    let shown = until(&hers, "今日案例").await;
    let board = shown.iter().find(|m| m.text().contains("今日案例")).unwrap();
    let url = board.json["reply_markup"]["inline_keyboard"][0][0]["url"].as_str().unwrap().to_owned();
    ann.start(Some(url.split("?start=").last().unwrap()));
    until(&ann, "你会怎么说").await;
    ann.say("真对不起，让您等了这么久，换谁都着急。");
    until(&ann, "收到").await;
    until(&hers, "已有 1 人回答").await;
    site.settle().await;
    assert!(site.fake.refusals().is_empty(), "{:?}", site.fake.refusals());
}
