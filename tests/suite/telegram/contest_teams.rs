//! A contest of teams on phones: who joins chooses her team, in her own language, and stays in it from her first run on; a team is
//! there as long as somebody is in it.

use serde_json::Value;
use xiaoqi::store::Key;

use super::contest::{Cup, HOUR, KIND, TEAM, fresh};
use super::until;
use crate::botapi::{Message, Phone};

const SORRY: &str = "您好，实在对不起，让您受委屈了，请您慢慢说，我在听。";

impl Cup {
    /// Takes part, and founds a team.
    async fn founds(&self, phone: &Phone, asks: &str, team: &str, done: &str) {
        phone.press("C:n");
        fresh(phone, asks).await;
        phone.say(team);
        fresh(phone, done).await;
    }

    /// A table that the lead has, line by line, without its head.
    fn sheet(&self, name: &str) -> Vec<Vec<String>> {
        let csv = String::from_utf8(self.document(7, name)).unwrap();
        csv.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect()
    }
}

/// What a phone's newest message offers to press.
fn labels(phone: &Phone) -> Vec<String> {
    phone.bot_messages().last().unwrap().buttons().into_iter().map(|button| button.label).collect()
}

fn told(phone: &Phone) -> String {
    phone.bot_messages().iter().map(|message| format!("{}\n", message.text())).collect()
}

async fn ranked(board: &Phone, lines: &[&str]) {
    let shows = |m: &Message| m.text().contains("📊") && lines.iter().all(|line| m.text().contains(line));
    board.wait_for(|shown| shown.iter().any(shows)).await;
}

#[tokio::test]
async fn a_contest_of_teams_in_three_languages_to_the_podium() {
    let mut cup = Cup::new().await;
    let (bob, eve, zoe) =
        (cup.member(8, "en", "Bob"), cup.member(9, "en", "Eve"), cup.member(10, "en", "Zoe"));
    let (wang, chen) = (cup.member(11, "zh-hans", "小王"), cup.member(12, "zh-hant", "阿晨"));
    cup.create(&["Ranked: singles"]).await;
    let board = cup.board();
    until(&board, "a team is ranked once 2 members have played").await;

    cup.joins(&bob).await;
    assert!(told(&bob).contains("Which team do you play for in Night shift?"));
    cup.founds(&bob, "24 characters at most", "Night  owls", "You play for “Night owls”, the first so far")
        .await;
    // Who comes later finds the teams there are; a name that looks like one of them is none.
    cup.joins(&wang).await;
    assert!(told(&wang).contains("队名全群都看得到"));
    assert_eq!(labels(&wang), ["Night owls · 1 人", "➕ 新建一个队"]);
    cup.founds(&wang, "最多 24 个字", "NIGHT 0WLS", "已经有一个队叫“Night owls”").await;
    wang.say("这个队名实在是太长太长太长太长太长太长太长了吧");
    fresh(&wang, "你加入了“这个队名").await;
    cup.founds(&wang, "最多 24 个字", &"长".repeat(25), "不超过 24 个字").await;
    wang.say("——");
    fresh(&wang, "至少要有一个字").await;
    wang.say("红队");
    fresh(&wang, "你加入了“红队”，是队里第一个人").await;
    cup.joins(&chen).await;
    assert_eq!(
        labels(&chen),
        ["Night owls · 1 人", "红队 · 1 人", "➕ 新組一隊"],
        "the name before it is gone"
    );
    cup.founds(&chen, "最多 24 個字", "紅隊", "已經有一隊叫「红队」").await;
    chen.press("加入「红队」");
    fresh(&chen, "你加入了「红队」，現在隊裡有 2 人").await;
    // Without a team nobody plays, whatever is pressed.
    cup.joins(&eve).await;
    let begin = labels(&chen).iter().position(|label| label.starts_with('▶')).unwrap();
    let begin = chen.bot_messages().last().unwrap().buttons()[begin].data.clone().unwrap();
    for forged in [begin.clone(), begin.replacen("C:r", "C:b", 1)] {
        eve.press_data(eve.bot_messages().last().unwrap().id, &forged);
        fresh(&eve, "Before your first round, choose a team").await;
    }
    // Until then she can change her mind; the button of another team is no harm.
    eve.press("红队 · 2");
    fresh(&eve, "There are 3 of you").await;
    eve.press("👥 Change my team (红队)");
    fresh(&eve, "Which team").await;
    assert_eq!(labels(&eve), ["Night owls · 1", "✓ 红队 · 3", "➕ A new team", "‹ Back"]);
    let reds = eve.bot_messages().last().unwrap().buttons()[1].data.clone().unwrap();
    eve.press("Night owls · 1");
    fresh(&eve, "You play for “Night owls”. There are 2 of you").await;
    cup.joins(&zoe).await;
    cup.founds(&zoe, "24 characters at most", "Solo", "You play for “Solo”").await;

    cup.plays(&bob, &KIND).await;
    cup.plays(&wang, &[SORRY]).await;
    ranked(
        &board,
        &["– Night owls · ", "(no place yet: 1 of 2 played)", "– Solo (no place yet: 0 of 2 played)"],
    )
    .await;
    cup.begins(&eve).await;
    eve.press_data(eve.bot_messages()[0].id, &reds);
    fresh(&eve, "still").await;
    eve.say("That is not my problem, sort it out yourself.");
    cup.site.settle().await;
    cup.restart();
    eve.say("/end");
    fresh(&eve, "🧾").await;
    eve.press_data(eve.bot_messages()[0].id, &reds);
    fresh(&eve, "so you stay in it").await;
    cup.plays(&chen, &["關你什麼事，你自己看著辦。"]).await;
    cup.plays(&zoe, &KIND).await;
    ranked(&board, &["1. ", "2. ", "(2 played)", "– Solo · ", "🎖 Best individuals: ", "Zoe (Solo) "]).await;

    cup.closes().await;
    let podium = board.bot_messages().into_iter().find(|m| m.text().contains("is over!")).unwrap();
    let podium = podium.text();
    assert!(
        podium.contains("🥇") && podium.contains("🥈") && podium.contains("on average (2 played)"),
        "{podium}"
    );
    assert!(
        !podium.contains("🥉") && podium.contains("🎖 Best individuals") && podium.contains("5 people played"),
        "{podium}"
    );
    fresh(&bob, "“Night owls” is number").await;
    assert!(told(&bob).contains("of 2 teams with") && told(&bob).contains("You yourself are number"));
    until(&wang, "2 个队里排第").await;
    until(&chen, "2 隊裡排第").await;
    until(&zoe, "“Solo” has no place: 1 of the 2 members it takes have played").await;
    cup.site.settle().await;

    // The tables agree: a team has the mean of its members who played, and each of these is in it by name.
    let (singles, sides) = (cup.sheet("results.csv"), cup.sheet("teams.csv"));
    let points = |team: &str| -> Vec<u32> {
        singles.iter().filter(|row| row[2] == team).map(|row| row[3].parse().unwrap()).collect()
    };
    for side in &sides {
        let points = points(&side[1]);
        let doubled = points.iter().sum::<u32>() * 2 / u32::try_from(points.len()).unwrap();
        let mean = if doubled % 2 == 0 { format!("{}", doubled / 2) } else { format!("{}.5", doubled / 2) };
        assert_eq!((&side[2], &side[3]), (&mean, &points.len().to_string()), "{side:?}");
        assert_eq!(side[0].is_empty(), side[1] == "Solo");
        assert!(
            side[1] == "Solo" || podium.contains(&format!("{} · {mean} on average", side[1])),
            "{podium}"
        );
    }
    assert_eq!(sides.len(), 3);
    let page = String::from_utf8(cup.document(7, "teams.html")).unwrap();
    assert!(page.contains("Night owls") && page.contains("红队"));
    assert!(cup.site.fake.refusals().is_empty(), "{:?}", cup.site.fake.refusals());
}

#[tokio::test]
async fn whose_entry_is_taken_out_or_deleted_counts_for_no_team_and_a_team_goes_with_its_last_member() {
    let cup = Cup::new().await;
    let (bob, eve) = (cup.member(8, "en", "Bob"), cup.member(9, "en", "Eve"));
    cup.create(&["Ranked: singles"]).await;
    let board = cup.board();
    cup.joins(&bob).await;
    cup.founds(&bob, "24 characters", "@Owls", "You play for “Owls”").await;
    cup.joins(&eve).await;
    eve.press("Owls · 1");
    fresh(&eve, "There are 2 of you").await;
    cup.plays(&bob, &KIND).await;
    cup.plays(&eve, &["That is not my problem."]).await;
    ranked(&board, &["1. Owls · ", "(2 played)"]).await;
    // What is kept of her names her team.
    bob.say("/export");
    let named = |m: &Message| m.json["document"]["file_name"] == "xiaoqi-copy.json";
    bob.wait_for(|shown| shown.iter().any(named)).await;
    cup.site.settle().await;
    let copy: Value = serde_json::from_slice(&cup.document(8, "xiaoqi-copy.json")).unwrap();
    assert_eq!(copy["contests"][0]["team"], "Owls");
    board.say("/contest");
    until(&board, "2 people have joined").await;
    cup.lead.start(Some(&cup.link("⚙ Manage (administrators)")));
    fresh(&cup.lead, "To take an entry out").await;
    // A lead takes an entry out; she cannot put anybody elsewhere.
    assert!(!labels(&cup.lead).iter().any(|label| label.contains("team")), "{:?}", labels(&cup.lead));
    cup.lead.press("✖ Eve (Owls)");
    fresh(&cup.lead, "Why is Eve's entry").await;
    cup.lead.say("Played with a colleague's help.");
    fresh(&cup.lead, "has been told why").await;
    ranked(&board, &["– Owls · ", "(no place yet: 1 of 2 played)"]).await;
    bob.say("/forget");
    fresh(&bob, "Delete everything").await;
    bob.press("f:1");
    ranked(&board, &["Nobody has chosen a team yet"]).await;
    let shown = board.bot_messages().into_iter().rfind(|m| m.text().contains("📊")).unwrap();
    assert!(!shown.text().contains("Owls"), "{}", shown.text());
    // The name is free again.
    let zoe = cup.member(10, "en", "Zoe");
    cup.joins(&zoe).await;
    assert_eq!(labels(&zoe), ["➕ A new team"]);
    cup.founds(&zoe, "24 characters", "0wls", "You play for “0wls”").await;
    assert_eq!(cup.site.count(Key::all_entrants()).await, 2);
    cup.site.pass(HOUR * 25);
    until(&board, "Nobody played this time").await;
    assert!(cup.site.fake.sent(TEAM).iter().all(|m| !m.text().contains("🥇")));
}
