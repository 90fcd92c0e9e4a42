//! Updates of groups: who speaks to the bot, who presses its buttons, and what becomes of the group itself.

use serde_json::Value;
use teloxide::types::{
    CallbackQuery, ChatMemberKind, ChatMemberUpdated, MaybeInaccessibleMessage, Message, MessageKind,
};

use crate::base::id::TraineeId;
use crate::flow::action::Action;
use crate::flow::group::{GroupDeed, Member, Words};
use crate::flow::input::Command;

use super::{InGroup, Incoming, Me, Slash, What, device_lang, incoming, number, slash};

/// A message in a group. `None` where it does not concern the bot.
pub(super) fn written(update: u64, message: &Message, raw: &str, me: &Me) -> Option<Incoming> {
    if !(message.chat.is_group() || message.chat.is_supergroup()) {
        return None;
    }
    let chat = message.chat.id.0;
    // By Telegram's own field names, whatever forms of messages teloxide knows.
    let plain: Value = serde_json::from_str(raw).ok()?;
    let plain = &plain["message"];
    if let Some(new) = plain["migrate_to_chat_id"].as_i64() {
        return Some(incoming(update, chat, What::Group(InGroup::Moved(chat, new))));
    }
    if let Some(old) = plain["migrate_from_chat_id"].as_i64() {
        return Some(incoming(update, chat, What::Group(InGroup::Moved(old, chat))));
    }
    let common = matches!(message.kind, MessageKind::Common(_)) && message.forward_origin().is_none();
    if !common || message.via_bot.is_some() {
        return None;
    }
    let answers = answers(message, me);
    let text = message.text()?;
    if !answers && !is_meant(text, me) {
        return None;
    }
    let anonymous = plain["sender_chat"]["id"].as_i64() == Some(chat);
    let person = message.from.as_ref().filter(|from| !from.is_bot);
    let who = match (anonymous, person) {
        (true, _) => None,
        (false, Some(person)) => Some(Member {
            id: TraineeId(number(person)),
            name: person.full_name(),
            device_lang: device_lang(person),
        }),
        // In a group the bot never answers another bot: two of them would not stop.
        (false, None) => return None,
    };
    let deed = match slash(text) {
        Some(_) if anonymous => GroupDeed::Anonymous,
        Some(Slash { word, rest, .. }) => match Command::parse(&word) {
            Some(command) => GroupDeed::Command(command, rest.to_owned()),
            None => return None,
        },
        None if anonymous => GroupDeed::Anonymous,
        None => GroupDeed::Text(Words { text: text.to_owned(), answers, board: None }),
    };
    let is_topic = plain["is_topic_message"] == true;
    let thread = plain["message_thread_id"].as_i64().filter(|_| is_topic);
    let message = plain["reply_to_message"]["message_id"].as_i64().filter(|_| answers);
    let title = plain["chat"]["title"].as_str().unwrap_or_default().to_owned();
    let happened = InGroup::Deed { deed, who, thread, message, title };
    let mut incoming = incoming(update, chat, What::Group(happened));
    if let Some(person) = person {
        (incoming.trainee, incoming.device_lang) = (number(person), device_lang(person));
    }
    Some(incoming)
}

fn answers(message: &Message, me: &Me) -> bool {
    let original = message.reply_to_message().and_then(|original| original.from.as_ref());
    original.is_some_and(|from| from.id.0 == me.id)
}

/// In a group the bot answers only who speaks to it.
fn is_meant(text: &str, me: &Me) -> bool {
    match slash(text) {
        Some(Slash { bot: Some(bot), .. }) => bot.eq_ignore_ascii_case(&me.username),
        Some(Slash { word, bot: None, .. }) => Command::parse(&word).is_some(),
        None => mentions(text, &me.username),
    }
}

fn mentions(text: &str, username: &str) -> bool {
    let in_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    text.split('@').skip(1).any(|after| {
        let name = after.split(|c| !in_name(c)).next().unwrap_or_default();
        name.eq_ignore_ascii_case(username)
    })
}

/// A button under one of the bot's messages in a group.
pub(super) fn pressed(
    update: u64,
    query: &CallbackQuery,
    message: &MaybeInaccessibleMessage,
    action: Option<Action>,
) -> Incoming {
    let who = Member {
        id: TraineeId(number(&query.from)),
        name: query.from.full_name(),
        device_lang: device_lang(&query.from),
    };
    let deed = match action {
        Some(Action::Group(action)) => GroupDeed::Press(action),
        _ => GroupDeed::DeadButton,
    };
    let thread = message.regular_message().filter(|message| message.is_topic_message);
    let thread = thread.and_then(|message| message.thread_id).map(|thread| i64::from(thread.0.0));
    let what = What::Group(InGroup::Deed {
        deed,
        who: Some(who),
        thread,
        message: Some(i64::from(message.id().0)),
        title: message.chat().title().unwrap_or_default().to_owned(),
    });
    Incoming {
        trainee: number(&query.from),
        device_lang: device_lang(&query.from),
        callback: Some(query.id.0.clone()),
        ..incoming(update, message.chat().id.0, what)
    }
}

/// The bot was brought in or thrown out.
pub(super) fn came_or_went(update: u64, change: &ChatMemberUpdated) -> Option<Incoming> {
    if !(change.chat.is_group() || change.chat.is_supergroup()) {
        return None;
    }
    let gone = |kind: &ChatMemberKind| matches!(kind, ChatMemberKind::Banned(_) | ChatMemberKind::Left);
    let deed = match (gone(&change.old_chat_member.kind), gone(&change.new_chat_member.kind)) {
        (_, true) => GroupDeed::Removed,
        (true, false) => GroupDeed::Added,
        // Another status, and no less a member.
        (false, false) => return None,
    };
    let title = change.chat.title().unwrap_or_default().to_owned();
    let what = What::Group(InGroup::Deed { deed, who: None, thread: None, message: None, title });
    Some(incoming(update, change.chat.id.0, what))
}
