//! Every update the fake makes is one teloxide understands.
use serde_json::{Value, json};
use teloxide::types::{MediaKind, MessageKind, Update, UpdateKind};

use super::{call, message, started};
use crate::botapi::FakeTelegram;

/// The only pending update, parsed. It is taken off the queue.
fn only(fake: &FakeTelegram) -> UpdateKind {
    let pending = fake.pending_updates();
    assert_eq!(pending.len(), 1, "{pending:?}");
    fake.shared.change(|w| w.pending.clear());
    parsed(&pending[0])
}

fn parsed(update: &Value) -> UpdateKind {
    let kind = serde_json::from_str::<Update>(&update.to_string()).expect("an update").kind;
    assert!(!matches!(kind, UpdateKind::Error(_)), "teloxide cannot parse {update}");
    kind
}

fn media(kind: UpdateKind) -> MediaKind {
    let UpdateKind::Message(message) = kind else { panic!("not a message: {kind:?}") };
    let MessageKind::Common(common) = message.kind else { panic!("not a common message: {message:?}") };
    common.media_kind
}

#[test]
fn everything_a_person_sends_parses_as_what_it_is() {
    let (fake, phone) = started();
    phone.say("你好");
    assert!(matches!(media(only(&fake)), MediaKind::Text(_)));
    phone.start(Some("join_ABC-1"));
    assert!(
        matches!(media(only(&fake)), MediaKind::Text(t) if t.entities.len() == 1 && t.text == "/start join_ABC-1")
    );
    phone.send_sticker("😡");
    assert!(matches!(media(only(&fake)), MediaKind::Sticker(_)));
    phone.send_photo(b"jpeg", "看");
    assert!(matches!(media(only(&fake)), MediaKind::Photo(p) if p.caption.as_deref() == Some("看")));
    phone.send_document("a.toml", b"x = 1");
    assert!(matches!(media(only(&fake)), MediaKind::Document(_)));
    phone.send_voice(3);
    assert!(matches!(media(only(&fake)), MediaKind::Voice(_)));
}

#[test]
fn forwarded_replied_edited_and_foreign_messages_parse_with_their_marks() {
    let (fake, phone) = started();
    phone.forward_post("news");
    let UpdateKind::Message(forwarded) = only(&fake) else { panic!("a message") };
    assert!(forwarded.forward_origin().is_some());
    phone.say_via_other_bot("gif");
    let UpdateKind::Message(via) = only(&fake) else { panic!("a message") };
    assert!(via.via_bot.is_some());
    phone.other_bot_says("beep");
    let UpdateKind::Message(foreign) = only(&fake) else { panic!("a message") };
    assert!(foreign.from.is_some_and(|u| u.is_bot));
    let said = phone.say("frist");
    only(&fake);
    phone.reply(said, "answer");
    let UpdateKind::Message(reply) = only(&fake) else { panic!("a message") };
    assert!(reply.reply_to_message().is_some());
    phone.edit(said, "first");
    assert!(
        matches!(only(&fake), UpdateKind::EditedMessage(m) if m.text() == Some("first") && m.edit_date().is_some())
    );
}

#[tokio::test]
async fn a_pressed_button_parses_with_its_message() {
    let (fake, phone) = started();
    let markup = json!({"inline_keyboard": [[{"text": "开始", "callback_data": "go:1"}]]});
    call(&fake, "sendMessage", message(json!({"reply_markup": markup}))).await;
    phone.press("开始");
    let UpdateKind::CallbackQuery(query) = only(&fake) else { panic!("a callback query") };
    assert_eq!(query.data.as_deref(), Some("go:1"));
    assert_eq!(query.regular_message().and_then(|m| m.text()), Some("hello"));
    phone.press("go:");
    assert!(matches!(only(&fake), UpdateKind::CallbackQuery(_)));
}

#[test]
fn blocking_and_unblocking_parse_as_changes_of_the_bots_membership() {
    let (fake, phone) = started();
    phone.block();
    assert!(matches!(only(&fake), UpdateKind::MyChatMember(m) if m.new_chat_member.is_banned()));
    phone.unblock();
    assert!(matches!(only(&fake), UpdateKind::MyChatMember(m) if m.old_chat_member.is_banned()));
}

#[tokio::test]
async fn a_groups_life_parses_and_privacy_hides_small_talk() {
    let (fake, owner) = started();
    call(&fake, "getUpdates", json!({"allowed_updates": ["message", "my_chat_member", "chat_member"]})).await;
    let group = fake.group(-1_001_234_567_890, "客服一组", &owner);
    group.add_bot(&owner);
    let ann = fake.phone(8, "en", "Ann");
    group.join(&ann);
    ann.in_group(&group).say("small talk");
    ann.in_group(&group).say("/rank@xiaoqi_test_bot");
    group.promote_bot(&owner);
    ann.in_group(&group).say("seen by an administrator");
    group.leave(&ann);
    group.remove_bot(&owner);
    let pending = fake.pending_updates();
    pending.iter().for_each(|u| drop(parsed(u)));
    let kinds: Vec<_> =
        pending.iter().map(|u| u.as_object().and_then(|o| o.keys().find(|k| *k != "update_id"))).collect();
    let names: Vec<&str> = kinds.into_iter().flatten().map(String::as_str).collect();
    let expected =
        "my_chat_member message message message my_chat_member message chat_member message my_chat_member";
    assert_eq!(names.join(" "), expected);
}
