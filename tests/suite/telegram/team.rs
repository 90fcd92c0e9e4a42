//! The team's library behind the service: from one phone to another, thanked for, taken back, gone with its owner.

use xiaoqi::store::Key;

use super::{SOON, Site, fast, playbook, until};
use crate::botapi::{Message, Phone};

const WHY: &str = "先听他说完青花瓷的事，再给方案";

async fn publish(phone: &Phone) {
    phone.start(Some("wrong_dish"));
    until(phone, "油焖大虾").await;
    phone.press("b:wrong_dish");
    until(phone, "直接打字回复").await;
    phone.say("真的对不起，掀开盒子却不是那条鱼，换谁都会心凉。");
    phone.wait_for(|shown| shown.len() > 5).await;
    phone.say("/end");
    until(phone, "问题 1/3").await;
    phone.press("s:1");
    until(phone, "问题 2/3").await;
    phone.press("s:2");
    until(phone, "问题 3/3").await;
    phone.say(WHY);
    until(phone, "辛苦了").await;
    phone.press("d:1");
    until(phone, "卡片会是这个样子").await;
    phone.press("w:0:1");
    until(phone, "谢谢分享").await;
}

#[tokio::test]
async fn a_card_goes_to_another_phone_is_thanked_for_once_and_taken_back() {
    let site = Site::new();
    let _service = site.serve_mind(playbook(), fast());
    let owner = site.fake.phone(7_123_456, "zh-hans", "小王").with_patience(SOON);
    let reader = site.fake.phone(8, "zh-hans", "小李").with_patience(SOON);
    publish(&owner).await;
    reader.say("/library 青花瓷");
    let shown = until(&reader, WHY).await;
    let card = shown.iter().find(|m| m.text().contains(WHY)).unwrap();
    assert!(card.text().contains("匿名") && card.text().contains("♥ 0"), "{}", card.text());
    assert!(!card.json.to_string().contains("7123456") && !card.json.to_string().contains("小王"));
    reader.press("y:");
    until(&reader, "已经送出感谢").await;
    reader.press("y:");
    until(&reader, "已经谢过了").await;
    owner.say("/library mine");
    until(&owner, "♥ 1").await;
    // A tampered button takes nothing of another's.
    let take = owner
        .bot_messages()
        .iter()
        .flat_map(|m| m.buttons())
        .filter_map(|b| b.data)
        .find(|d| d.starts_with("o:"));
    reader.press_data(shown.last().unwrap().id, &take.unwrap());
    until(&reader, "不是你的").await;
    assert_eq!(site.count(Key::all_cards()).await, 1);
    owner.press("o:");
    until(&owner, "已经收回").await;
    site.settle().await;
    assert_eq!((site.count(Key::all_cards()).await, site.count(Key::all_thanks()).await), (0, 0));
    assert!(site.fake.refusals().is_empty(), "{:?}", site.fake.refusals());
}

#[tokio::test]
async fn forgetting_takes_her_cards_and_her_thanks_and_leaves_those_of_others() {
    let site = Site::new();
    let _service = site.serve_mind(playbook(), fast());
    let owner = site.fake.phone(7_123_456, "zh-hans", "小王").with_patience(SOON);
    let other = site.fake.phone(8, "zh-hans", "小李").with_patience(SOON);
    publish(&owner).await;
    publish(&other).await;
    owner.say("/library");
    // The cards follow the heading; only the other's can be thanked for.
    let thankable =
        |m: &Message| m.buttons().iter().any(|b| b.data.as_deref().is_some_and(|d| d.starts_with("y:")));
    owner.wait_for(|shown| shown.iter().any(thankable)).await;
    owner.press("y:");
    until(&owner, "已经送出感谢").await;
    owner.say("/forget");
    until(&owner, "找不回来").await;
    owner.press("f:1");
    let shown = until(&owner, "已经全部删除").await;
    assert!(shown.last().unwrap().text().contains("1 张卡片"));
    site.settle().await;
    assert_eq!((site.count(Key::all_cards()).await, site.count(Key::all_thanks()).await), (1, 0));
    other.say("/library mine");
    until(&other, "共 1 张").await;
}
