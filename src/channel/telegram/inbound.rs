//! From Telegram's updates to what a trainee did, alone or in a group.

use serde_json::Value;
use teloxide::types::{
    CallbackQuery, ChatMemberKind, ChatMemberUpdated, MediaKind, Message, MessageKind, Update, UpdateKind,
    User,
};

use crate::base::lang::Lang;
use crate::base::time::Moment;
use crate::flow::action::Action;
use crate::flow::group::{GroupDeed, Member};
use crate::flow::input::{Command, Deed, Media};
use crate::flow::office::Upload;

mod group;
pub(super) mod raw;

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
    /// When it was written, as Telegram tells.
    pub sent: Option<Moment>,
    /// The name the trainee goes by on Telegram.
    pub name: Option<String>,
    /// What happened.
    pub what: What,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The trainee did something.
    Deed(Deed),
    /// Something happened in a group.
    Group(InGroup),
    /// The chat closed itself to the bot.
    Left,
}

/// What happened in a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InGroup {
    /// Somebody did something, or the bot came or went.
    Deed {
        /// What.
        deed: GroupDeed,
        /// Who; `None` where that cannot be told, or does not matter.
        who: Option<Member>,
        /// The topic.
        thread: Option<i64>,
        /// The message that it answers, or on which the button is.
        message: Option<i64>,
        /// What the group is called.
        title: String,
    },
    /// It goes on under another number: the old one, and the new one.
    Moved(i64, i64),
}

impl Incoming {
    /// Whose turn it is: updates of one group are handled in order, and those of one trainee in private.
    pub fn lane(&self) -> i64 {
        match self.what {
            What::Group(_) => self.chat,
            _ => self.trainee,
        }
    }
}

/// Reads an update from Telegram's own text. `None` where it asks for nothing: service messages, talk of a group
/// that does not concern the bot, kinds that are not known.
pub fn read(raw: &str, me: &Me) -> Option<Incoming> {
    let (sent, name) = raw::stamp(raw);
    Some(Incoming { sent, name, ..of_kind(raw, me)? })
}

fn of_kind(raw: &str, me: &Me) -> Option<Incoming> {
    // From text, not from a `Value`: teloxide's type silently turns every update into an error there.
    let Ok(update) = serde_json::from_str::<Update>(raw) else { return unreadable(raw) };
    let number = u64::from(update.id.0);
    match update.kind {
        UpdateKind::Message(message) => written(number, &message, raw, me),
        UpdateKind::EditedMessage(message) => edited(number, &message),
        UpdateKind::CallbackQuery(query) => Some(pressed(number, query)),
        UpdateKind::MyChatMember(change) if !change.chat.is_private() => group::came_or_went(number, &change),
        UpdateKind::MyChatMember(change) => left(number, &change),
        UpdateKind::Error(_) => unreadable(raw),
        _ => None,
    }
}

fn written(update: u64, message: &Message, raw: &str, me: &Me) -> Option<Incoming> {
    if !message.chat.is_private() {
        return group::written(update, message, raw, me);
    }
    if message.chat.id.0 <= 0 {
        // No person's number.
        return None;
    }
    Some(by_message(update, message, private(message, raw)?))
}

fn by_message(update: u64, message: &Message, deed: Deed) -> Incoming {
    let from = message.from.as_ref().filter(|from| !from.is_bot);
    let chat = message.chat.id.0;
    // A private chat has its person's number; in it, another bot's message is still her doing.
    let trainee = if message.chat.is_private() { chat } else { from.map_or(chat, number) };
    let device_lang = from.and_then(device_lang);
    Incoming { trainee, device_lang, ..incoming(update, chat, What::Deed(deed)) }
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

fn edited(update: u64, message: &Message) -> Option<Incoming> {
    let by_person = message.from.as_ref().is_some_and(|from| !from.is_bot);
    let counts = message.chat.is_private() && by_person;
    counts.then(|| by_message(update, message, Deed::Media(Media::Edited)))
}

fn pressed(update: u64, query: CallbackQuery) -> Incoming {
    let trainee = number(&query.from);
    let action = query.data.as_deref().and_then(Action::decode);
    if let Some(message) = query.message.as_ref().filter(|message| !message.chat().is_private()) {
        return group::pressed(update, &query, message, action);
    }
    let what = match action {
        Some(action) => What::Deed(Deed::Press(action)),
        None => What::Deed(Deed::DeadButton),
    };
    let device_lang = device_lang(&query.from);
    Incoming { device_lang, callback: Some(query.id.0), ..incoming(update, trainee, what) }
}

fn left(update: u64, change: &ChatMemberUpdated) -> Option<Incoming> {
    let gone = matches!(change.new_chat_member.kind, ChatMemberKind::Banned(_) | ChatMemberKind::Left);
    gone.then(|| incoming(update, change.chat.id.0, What::Left))
}

/// A message of a form that teloxide does not read yet is still a message to which the customer can react.
fn unreadable(raw: &str) -> Option<Incoming> {
    let (update, trainee, device_lang) = raw::private(raw)?;
    let what = What::Deed(Deed::Media(content(raw)));
    Some(Incoming { device_lang, ..incoming(update, trainee, what) })
}

/// Something of a chat, and nothing known of who did it.
fn incoming(update: u64, chat: i64, what: What) -> Incoming {
    let (device_lang, callback, sent, name) = (None, None, None, None);
    Incoming { update, trainee: chat, chat, device_lang, callback, sent, name, what }
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
