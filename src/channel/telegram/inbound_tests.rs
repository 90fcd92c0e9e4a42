//! What each form of update is taken for.

use serde_json::{Value, json};

use super::*;
use crate::flow::group::GroupAction;

fn me() -> Me {
    Me { id: 5, username: "xiaoqi_bot".to_owned() }
}

fn message(chat: Value, fields: Value) -> Value {
    let mut message = json!({
        "message_id": 1, "date": 1_700_000_000, "chat": chat,
        "from": {"id": 7, "is_bot": false, "first_name": "小王", "language_code": "zh-hant"},
    });
    for (name, value) in fields.as_object().unwrap() {
        message[name] = value.clone();
    }
    message
}

fn private(fields: Value) -> Option<Incoming> {
    let chat = json!({"id": 7, "type": "private", "first_name": "小王"});
    read(&json!({"update_id": 9, "message": message(chat, fields)}).to_string(), &me())
}

fn group(fields: Value) -> Option<Incoming> {
    let chat = json!({"id": -1_001_234_567_890i64, "type": "supergroup", "title": "g"});
    read(&json!({"update_id": 9, "message": message(chat, fields)}).to_string(), &me())
}

fn deed(incoming: Option<Incoming>) -> Option<Deed> {
    match incoming?.what {
        What::Deed(deed) => Some(deed),
        _ => None,
    }
}

fn text(text: &str) -> Option<Deed> {
    deed(private(json!({"text": text})))
}

#[test]
fn a_private_text_is_the_trainees_with_the_language_of_her_app() {
    let incoming = private(json!({"text": "您好"})).unwrap();
    assert_eq!((incoming.update, incoming.trainee, incoming.chat), (9, 7, 7));
    assert_eq!(incoming.device_lang, Some(Lang::ZH_HANT));
    assert_eq!(incoming.what, What::Deed(Deed::Text("您好".to_owned())));
}

#[test]
fn commands_are_read_with_the_bots_name_any_case_and_payload() {
    let command = |c, rest: &str| Some(Deed::Command(c, rest.to_owned()));
    assert_eq!(text("/start heating"), command(Command::Start, "heating"));
    assert_eq!(text("/Hint@Xiaoqi_Bot"), command(Command::Hint, ""));
    assert_eq!(text("/end\n再见"), command(Command::End, "再见"));
    assert_eq!(text("/refund now"), Some(Deed::UnknownCommand("refund".to_owned())));
    for words in ["/", "/ hint", "/退款", "5/6", "//"] {
        assert_eq!(text(words), Some(Deed::Text(words.to_owned())));
    }
}

#[test]
fn what_is_not_her_own_text_is_sorted_by_kind() {
    let file = json!({"file_id": "f", "file_unique_id": "u", "file_size": 1});
    let with = |extra: Value| {
        let mut all = file.clone();
        extra.as_object().unwrap().iter().for_each(|(k, v)| all[k] = v.clone());
        all
    };
    let clip = with(json!({"duration": 1, "width": 1, "height": 1, "length": 1}));
    let sticker =
        with(json!({"type": "regular", "width": 1, "height": 1, "is_animated": false, "is_video": false}));
    let origin = json!({"type": "hidden_user", "date": 1, "sender_user_name": "x"});
    let bot = json!({"id": 8, "is_bot": true, "first_name": "b"});
    let cases = [
        (json!({"sticker": sticker}), Media::Sticker),
        (json!({"animation": clip, "document": file}), Media::Sticker),
        (json!({"photo": [clip], "caption": "看"}), Media::Photo),
        (json!({"video": clip}), Media::Photo),
        (json!({"voice": clip}), Media::Voice),
        (json!({"video_note": clip}), Media::Voice),
        (json!({"location": {"latitude": 1.0, "longitude": 1.0}}), Media::Other),
        (json!({"dice": {"emoji": "🎲", "value": 3}}), Media::Other),
        (json!({"hologram": {"depth": 3}}), Media::Other),
        (json!({"text": "x", "forward_origin": origin}), Media::Forwarded),
        (json!({"text": "x", "via_bot": bot}), Media::FromBot),
        (json!({"text": "x", "from": bot}), Media::FromBot),
    ];
    for (fields, media) in cases {
        assert_eq!(deed(private(fields.clone())), Some(Deed::Media(media)), "{fields}");
    }
}

#[test]
fn a_file_is_known_by_its_handle_and_name_also_when_it_is_passed_on() {
    let file = json!({"file_id": "f", "file_unique_id": "u", "file_size": 9, "file_name": "pump.toml"});
    let origin = json!({"type": "hidden_user", "date": 1, "sender_user_name": "x"});
    for fields in [json!({"document": file}), json!({"document": file, "forward_origin": origin})] {
        let upload = Upload { handle: "f".to_owned(), name: "pump.toml".to_owned(), size: Some(9) };
        assert_eq!(deed(private(fields.clone())), Some(Deed::Document(upload)), "{fields}");
    }
}

#[test]
fn a_message_that_cannot_be_parsed_is_still_something_she_sent() {
    let incoming = private(json!({"text": "x", "date": "yesterday"})).unwrap();
    assert_eq!((incoming.trainee, incoming.what), (7, What::Deed(Deed::Media(Media::Other))));
}

#[test]
fn in_a_group_only_who_speaks_to_the_bot_is_answered() {
    for meant in ["/start", "/start@xiaoqi_bot", "喂 @Xiaoqi_bot 在吗"] {
        let incoming = group(json!({"text": meant})).unwrap();
        assert_eq!((incoming.lane(), incoming.chat), (-1_001_234_567_890, -1_001_234_567_890), "{meant}");
        let What::Group(InGroup::Deed { who: Some(who), thread: None, .. }) = incoming.what else { panic!() };
        assert_eq!((who.id.0, who.name.as_str()), (7, "小王"));
    }
    for other in ["大家好", "/start@other_bot", "/ban", "@xiaoqi_bot2", "mail@xiaoqi"] {
        assert_eq!(group(json!({"text": other})), None, "{other}");
    }
    let original = |id| {
        message(
            json!({"id": -1, "type": "group", "title": "g"}),
            json!({"text": "x", "from":
        {"id": id, "is_bot": true, "first_name": "b"}}),
        )
    };
    assert!(group(json!({"text": "好", "reply_to_message": original(5)})).is_some());
    assert!(group(json!({"text": "好", "reply_to_message": original(6)})).is_none());
    let bot = json!({"id": 8, "is_bot": true, "first_name": "b"});
    assert!(group(json!({"text": "@xiaoqi_bot", "from": bot})).is_none());
    assert!(group(json!({"new_chat_members": [bot]})).is_none());
}

fn press(chat: Value, data: &str) -> Incoming {
    let from = json!({"id": 7, "is_bot": false, "first_name": "小王"});
    let query = json!({"id": "q1", "from": from, "chat_instance": "c", "data": data,
        "message": message(chat, json!({"text": "x"}))});
    read(&json!({"update_id": 9, "callback_query": query}).to_string(), &me()).unwrap()
}

#[test]
fn a_button_means_what_its_data_says_or_nothing() {
    let chat = json!({"id": 7, "type": "private", "first_name": "小王"});
    assert_eq!(press(chat.clone(), "p:2").what, What::Deed(Deed::Press(Action::Page(2))));
    assert_eq!(press(chat.clone(), "old").what, What::Deed(Deed::DeadButton));
    assert_eq!(press(chat, "p:2").callback.as_deref(), Some("q1"));
    let group = json!({"id": -1, "type": "group", "title": "g"});
    let pressed = |data| match press(group.clone(), data).what {
        What::Group(InGroup::Deed { deed, message: Some(1), .. }) => deed,
        other => panic!("{other:?}"),
    };
    assert_eq!(pressed("p:2"), GroupDeed::DeadButton, "what is for one alone means nothing among all");
    assert_eq!(pressed("G:len"), GroupDeed::Press(GroupAction::Language(Lang::EN)));
}

#[test]
fn a_topic_an_anonymous_administrator_and_a_move_are_told() {
    let in_topic = json!({"text": "/contest", "message_thread_id": 33, "is_topic_message": true});
    let what = |fields| group(fields).map(|incoming| incoming.what);
    let Some(What::Group(InGroup::Deed { deed, thread, .. })) = what(in_topic) else { panic!() };
    assert_eq!((deed, thread), (GroupDeed::Command(Command::Contest, String::new()), Some(33)));
    let thread_of_answers = json!({"text": "/contest", "message_thread_id": 33});
    let Some(What::Group(InGroup::Deed { thread, .. })) = what(thread_of_answers) else { panic!() };
    assert_eq!(thread, None, "a thread of answers is no topic");
    let group_itself = json!({"id": -1_001_234_567_890i64, "type": "supergroup", "title": "g"});
    let anonymous = json!({"id": 1_087_968_824, "is_bot": true, "first_name": "Group"});
    let anonymous = json!({"text": "/contest", "sender_chat": group_itself, "from": anonymous});
    let Some(What::Group(InGroup::Deed { deed, who, .. })) = what(anonymous) else { panic!() };
    assert_eq!((deed, who), (GroupDeed::Anonymous, None));
    let moved = what(json!({"migrate_from_chat_id": -4}));
    assert_eq!(moved, Some(What::Group(InGroup::Moved(-4, -1_001_234_567_890))));
}

#[test]
fn edits_count_in_private_and_leaving_is_noticed() {
    let chat = json!({"id": 7, "type": "private", "first_name": "小王"});
    let edit = json!({"update_id": 9, "edited_message": message(chat.clone(), json!({"text": "x"}))});
    assert_eq!(deed(read(&edit.to_string(), &me())), Some(Deed::Media(Media::Edited)));
    let bot = json!({"id": 5, "is_bot": true, "first_name": "b"});
    let change = |status: &str| {
        let from = json!({"id": 7, "is_bot": false, "first_name": "小王"});
        let new = json!({"user": bot, "status": status, "until_date": 0});
        let old = json!({"user": bot, "status": "member"});
        let change =
            json!({"chat": chat, "from": from, "date": 1, "old_chat_member": old, "new_chat_member": new});
        read(&json!({"update_id": 9, "my_chat_member": change}).to_string(), &me()).map(|i| i.what)
    };
    assert_eq!(change("kicked"), Some(What::Left));
    assert_eq!(change("member"), None);
}
