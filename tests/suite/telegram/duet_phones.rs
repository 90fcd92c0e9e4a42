//! The duet on people's phones: two members in two languages, the service started again in the middle, the roles swapped.

use xiaoqi::flow::group::play::duet::LINK;
use xiaoqi::store::Key;

use super::duet::SENTENCES;
use super::yard::TEAM;
use super::{SOON, Site, fast, playbook, until};
use crate::botapi::{Message, Phone};

/// Answers the bot's newest message once one has these words.
async fn reply(phone: &Phone, words: &str, text: &str) {
    let shown = until(phone, words).await;
    let found = shown.iter().rev().find(|m| m.text().contains(words)).unwrap();
    phone.reply(found.id, text);
}

/// Everything the bot has said in a chat.
fn said(shown: &[Message]) -> String {
    let bot = shown.iter().filter(|m| m.json["from"]["is_bot"] == true);
    bot.map(|m| m.text().to_owned() + "\n").collect()
}

async fn answer(site: &Site, press: &str) -> String {
    site.settle().await;
    site.fake.callback_answer(press).unwrap().text
}

#[tokio::test]
async fn two_members_play_in_two_languages_over_a_restart_and_then_the_other_way_round() {
    let site = Site::new();
    let service = site.serve_mind(playbook(), fast());
    let ann = site.fake.phone(7, "en", "Ann").with_patience(SOON);
    let bob = site.fake.phone(8, "zh-hant", "小柏").with_patience(SOON);
    let cay = site.fake.phone(9, "en", "Cay").with_patience(SOON);
    let group = site.fake.group(TEAM, "Team", &ann);
    group.add_bot(&ann);
    [&bob, &cay].into_iter().for_each(|phone| group.join(phone));
    let [a, b, c] = [&ann, &bob, &cay].map(|phone| phone.in_group(&group).with_patience(SOON));
    a.say("/duet");
    until(&a, "How hard should the customer be").await;
    a.press("G:g1:e3");
    until(&a, "Look out for these").await;
    site.settle().await;
    assert!(answer(&site, &b.press("G:g1:c")).await.contains("can't write to you yet"));
    bob.start(Some(LINK));
    until(&bob, "現在我可以傳訊息給你了").await;
    assert!(answer(&site, &b.press("G:g1:c")).await.contains("You're the customer"));
    assert!(answer(&site, &a.press("G:g1:a")).await.contains("You're the agent"));
    site.settle().await;
    b.press("G:g1:b");
    until(&a, "Ann, you're the agent").await;
    let card = said(&until(&bob, "怎麼演").await);
    assert!(card.contains("只給你看") && card.contains("好問題像這樣"), "{card}");
    assert!(ann.bot_messages().is_empty(), "nothing of it to the agent");
    reply(&a, "Ann, you're the agent", SENTENCES[0]).await;
    reply(&b, "小柏, your turn as", "ZEBRA: and where were you all this time?").await;
    until(&a, "Ann, your turn. Reply").await;
    site.settle().await;
    service.kill();
    let _service = site.serve_mind(playbook(), fast());
    reply(&a, "Ann, your turn. Reply", SENTENCES[2]).await;
    let shown = a.wait_for(|shown| said(shown).matches("小柏, your turn as").count() == 2).await;
    let open = said(&shown);
    assert!(card.contains("案例用的是群組的語言"), "{card}");
    let (_, secrets) = card.split_once("問得好").unwrap();
    let told = |line: &str| line.split_once('「').map(|(_, told)| told.trim_end_matches('」').to_owned());
    for secret in secrets.lines().filter_map(told) {
        assert!(!open.contains(&secret), "{secret}");
    }
    site.settle().await;
    b.press("G:g1:m");
    until(&c, "小柏 as").await;
    site.settle().await;
    assert!(answer(&site, &c.press("G:g1:y0")).await.contains("1: yes"));
    assert!(answer(&site, &c.press("G:g1:n1")).await.contains("2: no"));
    assert!(answer(&site, &a.press("G:g1:y0")).await.contains("The others vote"));
    until(&c, "One has voted").await;
    b.press("G:g1:r");
    let first = said(&until(&c, "Now the other way round").await);
    for words in
        ["👥 1 of 1", "👥 0 of 1", "👥 no votes", "calmed down, and accepts", "What did Ann do right"]
    {
        assert!(first.contains(words), "`{words}` in {first}");
    }
    // The other way round: she who is the customer now has never written to the bot.
    b.press("G:g1:x");
    until(&c, "kept for Ann").await;
    site.settle().await;
    assert!(answer(&site, &c.press("G:g1:c")).await.contains("Ann's place"));
    assert!(answer(&site, &a.press("G:g1:c")).await.contains("can't write to you yet"));
    ann.start(Some(LINK));
    until(&ann, "Now I can write to you").await;
    assert!(answer(&site, &a.press("G:g1:c")).await.contains("You're the customer"));
    a.press("G:g1:b");
    let hers = said(&until(&ann, "How to play it").await);
    assert!(hers.contains("For your eyes only") && hers.contains("A good question"), "{hers}");
    reply(&b, "小柏, you're the agent", SENTENCES[1]).await;
    reply(&a, "Ann, your turn as", "ZEBRA again").await;
    until(&b, "小柏, your turn. Reply").await;
    site.settle().await;
    a.press("G:g1:w");
    until(&c, "Ann as").await;
    site.settle().await;
    a.press("G:g1:r");
    let all = said(&until(&c, "That was the duet").await);
    site.settle().await;
    assert!(all.contains("walks away") && all.contains("What did 小柏 do right"), "{all}");
    let kept = site.store.scan(Key::everything(), 10_000).await.unwrap();
    for (key, entry) in kept {
        let value = String::from_utf8_lossy(&entry.value);
        assert!(!value.contains("ZEBRA") && !value.contains(SENTENCES[0]), "{key} keeps words");
    }
    let old = c.press_data(c.bot_messages()[0].id, "G:g1:y0");
    assert!(answer(&site, &old).await.contains("over"));
    assert!(site.fake.refusals().is_empty(), "{:?}", site.fake.refusals());
    if std::env::var_os("XIAOQI_TRANSCRIPT").is_some() {
        println!("{all}\n-------- 小柏\n{card}\n-------- Ann\n{hers}");
    }
}

#[tokio::test]
async fn a_customer_who_blocks_the_bot_stops_nothing() {
    let site = Site::new();
    let _service = site.serve_mind(playbook(), fast());
    let ann = site.fake.phone(7, "en", "Ann").with_patience(SOON);
    let bob = site.fake.phone(8, "en", "Bob").with_patience(SOON);
    let group = site.fake.group(TEAM, "Team", &ann);
    group.add_bot(&ann);
    group.join(&bob);
    let [a, b] = [&ann, &bob].map(|phone| phone.in_group(&group).with_patience(SOON));
    bob.start(Some(LINK));
    until(&bob, "Now I can write to you").await;
    a.say("/duet");
    until(&a, "How hard").await;
    a.press("G:g1:e1");
    until(&a, "Look out for these").await;
    a.press("G:g1:a");
    b.press("G:g1:c");
    site.settle().await;
    bob.block();
    a.press("G:g1:b");
    reply(&a, "Ann, you're the agent", SENTENCES[0]).await;
    until(&b, "Bob, your turn as").await;
    site.settle().await;
    // Back again, she asks for the card once more.
    bob.unblock();
    assert!(answer(&site, &b.press("G:g1:d")).await.contains("once more"));
    until(&bob, "How to play it").await;
    group.leave(&bob);
    a.say("/end");
    until(&a, "did the agent do it?").await;
}
