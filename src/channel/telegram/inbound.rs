//! From Telegram's updates to what a trainee did.

use serde_json::Value;
use teloxide::types::{
    CallbackQuery, ChatMemberKind, ChatMemberUpdated, MediaKind, Message, MessageKind, Update, UpdateKind,
    User,
};

use crate::base::lang::Lang;
use crate::flow::action::Action;
use crate::flow::input::{Command, Deed, Media};
use crate::flow::office::Upload;

/// Who the bot is, to know what is meant for it in a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Me {
    /// Its user id.
    pub id: u64,
    /// Its name, without the `@`.
    pub username: String,
}

/// An update that asks for something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// Its number.
    pub update: u64,
    /// Whose it is; their updates are handled in order.
    pub trainee: i64,
    /// Where the answer goes: the trainee's private chat, or a group.
    pub chat: i64,
    /// The language of her app.
    pub device_lang: Option<Lang>,
    /// The pressed button's id, to be answered.
    pub callback: Option<String>,
    /// What happened.
    pub what: What,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The trainee did something.
    Deed(Deed),
    /// The chat closed itself to the bot.
    Left,
    /// A button outside a private chat was pressed; it only wants its answer.
    Press,
}

/// Reads an update from Telegram's own text. `None` where it asks for nothing: service messages, talk of a group
/// that does not concern the bot, kinds that are not known.
pub fn read(raw: &str, me: &Me) -> Option<Incoming> {
    // From text, not from a `Value`: teloxide's type silently turns every update into an error there.
    let Ok(update) = serde_json::from_str::<Update>(raw) else { return unreadable(raw) };
    let number = u64::from(update.id.0);
    match update.kind {
        UpdateKind::Message(message) => written(number, &message, raw, me),
        UpdateKind::EditedMessage(message) => edited(number, &message),
        UpdateKind::CallbackQuery(query) => Some(pressed(number, query)),
        UpdateKind::MyChatMember(change) => left(number, &change),
        UpdateKind::Error(_) => unreadable(raw),
        _ => None,
    }
}

fn written(update: u64, message: &Message, raw: &str, me: &Me) -> Option<Incoming> {
    let deed = if message.chat.is_private() { private(message, raw)? } else { in_group(message, me)? };
    Some(by_message(update, message, deed))
}

fn by_message(update: u64, message: &Message, deed: Deed) -> Incoming {
    let from = message.from.as_ref().filter(|from| !from.is_bot);
    let chat = message.chat.id.0;
    // A private chat has its person's number; in it, another bot's message is still her doing.
    let trainee = if message.chat.is_private() { chat } else { from.map_or(chat, number) };
    let device_lang = from.and_then(device_lang);
    Incoming { update, trainee, chat, device_lang, callback: None, what: What::Deed(deed) }
}

fn private(message: &Message, raw: &str) -> Option<Deed> {
    let by_bot = message.from.as_ref().is_none_or(|from| from.is_bot) || message.via_bot.is_some();
    match &message.kind {
        MessageKind::Common(_) if by_bot => Some(Deed::Media(Media::FromBot)),
        // A colleague's file that is passed on is as good as one's own.
        MessageKind::Common(common) if matches!(common.media_kind, MediaKind::Document(_)) => {
            Some(document(message, raw))
        }
        MessageKind::Common(common) if common.forward_origin.is_some() => Some(Deed::Media(Media::Forwarded)),
        MessageKind::Common(common) => match &common.media_kind {
            MediaKind::Text(text) => Some(words(&text.text)),
            MediaKind::Migration(_) => None,
            _ => Some(Deed::Media(content(raw))),
        },
        // `Empty` is what teloxide makes of content it does not know.
        MessageKind::Dice(_) | MessageKind::Empty {} => Some(Deed::Media(content(raw))),
        _ => None,
    }
}

fn document(message: &Message, raw: &str) -> Deed {
    let other = content(raw);
    let Some(document) = message.document().filter(|_| other == Media::Other) else {
        return Deed::Media(other);
    };
    let name = document.file_name.clone().unwrap_or_default();
    let handle = document.file.id.0.clone();
    Deed::Document(Upload { handle, name, size: Some(u64::from(document.file.size)) })
}

/// What a message without text carries. By Telegram's own field names: teloxide takes a voice or a video that comes
/// without its optional MIME type for something else.
fn content(raw: &str) -> Media {
    const FIELDS: [(&str, Media); 6] = [
        ("sticker", Media::Sticker),
        ("animation", Media::Sticker),
        ("photo", Media::Photo),
        ("video", Media::Photo),
        ("voice", Media::Voice),
        ("video_note", Media::Voice),
    ];
    let update: Value = serde_json::from_str(raw).unwrap_or_default();
    let found = FIELDS.iter().find(|(field, _)| !update["message"][field].is_null());
    found.map_or(Media::Other, |(_, media)| *media)
}

fn words(text: &str) -> Deed {
    match slash(text) {
        Some(Slash { word, rest, .. }) => match Command::parse(&word) {
            Some(command) => Deed::Command(command, rest.to_owned()),
            None => Deed::UnknownCommand(word),
        },
        None => Deed::Text(text.to_owned()),
    }
}

/// `/word@bot rest`.
struct Slash<'a> {
    word: String,
    bot: Option<&'a str>,
    rest: &'a str,
}

fn slash(text: &str) -> Option<Slash<'_>> {
    let text = text.strip_prefix('/')?;
    let (head, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let (word, bot) = head.split_once('@').map_or((head, None), |(word, bot)| (word, Some(bot)));
    let named = !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    named.then(|| Slash { word: word.to_ascii_lowercase(), bot, rest: rest.trim() })
}

// In a group the bot answers only who speaks to it, and never another bot: two of them would not stop.
fn in_group(message: &Message, me: &Me) -> Option<Deed> {
    let by_bot = message.from.as_ref().is_none_or(|from| from.is_bot) || message.via_bot.is_some();
    let common = matches!(message.kind, MessageKind::Common(_)) && message.forward_origin().is_none();
    let meant = answers(message, me) || message.text().is_some_and(|text| is_meant(text, me));
    let group = message.chat.is_group() || message.chat.is_supergroup();
    (group && common && !by_bot && meant).then_some(Deed::InGroup)
}

fn answers(message: &Message, me: &Me) -> bool {
    let original = message.reply_to_message().and_then(|original| original.from.as_ref());
    original.is_some_and(|from| from.id.0 == me.id)
}

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

fn edited(update: u64, message: &Message) -> Option<Incoming> {
    let by_person = message.from.as_ref().is_some_and(|from| !from.is_bot);
    let counts = message.chat.is_private() && by_person;
    counts.then(|| by_message(update, message, Deed::Media(Media::Edited)))
}

fn pressed(update: u64, query: CallbackQuery) -> Incoming {
    let trainee = number(&query.from);
    let private = query.message.as_ref().is_none_or(|message| message.chat().is_private());
    let action = query.data.as_deref().and_then(Action::decode);
    let what = match action {
        _ if !private => What::Press,
        Some(action) => What::Deed(Deed::Press(action)),
        None => What::Deed(Deed::DeadButton),
    };
    let device_lang = device_lang(&query.from);
    Incoming { update, trainee, chat: trainee, device_lang, callback: Some(query.id.0), what }
}

fn left(update: u64, change: &ChatMemberUpdated) -> Option<Incoming> {
    let gone = matches!(change.new_chat_member.kind, ChatMemberKind::Banned(_) | ChatMemberKind::Left);
    let chat = change.chat.id.0;
    let trainee = if change.chat.is_private() { chat } else { number(&change.from) };
    gone.then_some(Incoming { update, trainee, chat, device_lang: None, callback: None, what: What::Left })
}

/// A message of a form that teloxide does not read yet is still a message to which the customer can react.
fn unreadable(raw: &str) -> Option<Incoming> {
    let update: Value = serde_json::from_str(raw).ok()?;
    let message = &update["message"];
    let chat = message["chat"]["id"].as_i64()?;
    let by_person = message["chat"]["type"] == "private" && message["from"]["is_bot"] == false;
    let device_lang = message["from"]["language_code"].as_str().and_then(Lang::from_system);
    let what = What::Deed(Deed::Media(content(raw)));
    let incoming = Incoming {
        update: update["update_id"].as_u64()?,
        trainee: chat,
        chat,
        device_lang,
        callback: None,
        what,
    };
    by_person.then_some(incoming)
}

fn number(user: &User) -> i64 {
    i64::try_from(user.id.0).unwrap_or(i64::MAX)
}

fn device_lang(user: &User) -> Option<Lang> {
    user.language_code.as_deref().and_then(Lang::from_system)
}

#[cfg(test)]
#[path = "inbound_tests.rs"]
mod tests;
