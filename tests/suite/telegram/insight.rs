//! The product's own mind behind the service: explanations, other courses and branches on a phone, across a restart.

use std::sync::Arc;

use xiaoqi::base::id::{SessionId, TraineeId};
use xiaoqi::channel::telegram::outbound;
use xiaoqi::desk::Desk;
use xiaoqi::session::event::Event;
use xiaoqi::session::fold::replay;

use super::{SOON, Site, fast, playbook, until};
use crate::stage;

const HARSH: &str = "这种事难免的，您冷静一点。";

#[tokio::test]
async fn why_what_if_coach_and_rewind_work_on_a_phone_and_a_branch_survives_a_restart() {
    let site = Site::new();
    let service = site.serve_mind(playbook(), fast());
    let phone = site.fake.phone(7, "zh-hans", "小王").with_patience(SOON);
    phone.start(Some("wrong_dish"));
    until(&phone, "油焖大虾").await;
    phone.press("b:wrong_dish");
    until(&phone, "直接打字回复").await;
    phone.say("/coach on");
    until(&phone, "教练已打开").await;
    phone.say("林先生您好，送到的却是油焖大虾，对吗？");
    phone.say(HARSH);
    until(&phone, "✗ ").await;
    phone.say("/why");
    until(&phone, "第 2 句“这种事难免的").await;
    phone.say("/whatif 2 真的对不起，是我们拿错了。");
    until(&phone, "换成“真的对不起").await;
    phone.say("/rewind 2");
    until(&phone, "回到第 2 句之前").await;
    site.settle().await;
    service.kill();
    let _service = site.serve_mind(playbook(), fast());
    phone.say("真的对不起，是我们拿错了。");
    until(&phone, "✓ ").await;
    site.settle().await;
    let desk = Desk::new(Arc::clone(&site.store), playbook(), outbound::letters);
    let log = |number| SessionId { trainee: TraineeId(7), number };
    let (parent, branch) = (desk.events(log(1)).await.unwrap(), desk.events(log(2)).await.unwrap());
    assert!(matches!(parent.last(), Some(Event::Played { said, .. }) if said == HARSH));
    let cast = stage::cast("wrong_dish", "zh-Hans");
    let (parent, branch) = (replay(&cast, &parent).unwrap(), replay(&cast, &branch).unwrap());
    assert_eq!(branch.start.branch.as_ref().unwrap().chain, parent.chain);
    assert_eq!(branch.turns[0], parent.turns[0]);
    assert_eq!(branch.turns.len(), 2);
    assert!(site.fake.refusals().is_empty(), "{:?}", site.fake.refusals());
}

#[tokio::test]
async fn the_menu_of_commands_has_the_new_ones() {
    let site = Site::new();
    let _service = site.serve_mind(playbook(), fast());
    let phone = site.fake.phone(7, "en", "A").with_patience(SOON);
    phone.say("/help");
    let shown = phone.expect_messages(1, SOON).await;
    for command in ["why", "whatif", "rewind", "coach", "exam", "progress", "journal", "plan", "remind"] {
        assert!(shown[0].text().contains(&format!("/{command} ")), "{}", shown[0].text());
    }
    for _ in 0..200 {
        if !site.fake.commands("zh").is_empty() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    for code in ["", "zh"] {
        let menu: Vec<String> = site.fake.commands(code).into_iter().map(|entry| entry.command).collect();
        for command in
            ["hint", "why", "whatif", "rewind", "coach", "exam", "progress", "journal", "plan", "remind"]
        {
            assert!(menu.contains(&command.to_owned()), "{code}: {menu:?}");
        }
    }
}
