//! A person with a phone: writes, presses buttons, reads, blocks.
mod reading;

use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::time::Duration;

use serde_json::{Value, json};

use super::group::Group;
use super::records::{Button, Message, Upload};
use super::server::{FakeTelegram, Shared};
use super::state::{Callback, Chat, Standing, World, merge};
use super::updates;

/// How long waiting for the bot may take unless said otherwise.
const PATIENCE: Duration = Duration::from_secs(10);

/// A person, looking at one chat: the private one with the bot, or a group ([`Phone::in_group`]).
///
/// What is sent shows in the chat at once and becomes an update for the bot. Everything panics with a
/// readable message when the person could not do it, such as pressing a button that is not there.
pub struct Phone {
    shared: Arc<Shared>,
    id: i64,
    chat: i64,
    /// The topic of the group that is open on the screen.
    topic: Option<i64>,
    /// How many of the bot's messages [`expect_messages`](Self::expect_messages) has handed out.
    read: AtomicUsize,
    patience: Duration,
}

impl FakeTelegram {
    /// A person who has not started the bot yet, or the same person again. `language_code` is what their app
    /// reports, such as "zh-hans"; empty for none.
    pub fn phone(&self, user_id: i64, language_code: &str, first_name: &str) -> Phone {
        assert!(user_id > 0, "ids of people are positive");
        let user = updates::user(user_id, language_code, first_name);
        self.shared.change(|w| {
            let chat = Chat::new(updates::private_chat(&user), Standing::NotStarted);
            w.chats.entry(user_id).or_insert(chat);
            w.people.insert(user_id, user);
        });
        Phone::new(self.shared.clone(), user_id, user_id)
    }
}

impl Phone {
    fn new(shared: Arc<Shared>, id: i64, chat: i64) -> Self {
        Self { shared, id, chat, topic: None, read: AtomicUsize::new(0), patience: PATIENCE }
    }

    /// User id; also the id of the private chat with the bot.
    pub fn id(&self) -> i64 {
        self.id
    }

    /// The same person, looking at a group.
    pub fn in_group(&self, group: &Group) -> Phone {
        Self::new(self.shared.clone(), self.id, group.id)
    }

    /// The same person, looking at a topic of a group.
    pub fn in_topic(&self, group: &Group, topic: i64) -> Phone {
        Phone { topic: Some(topic), ..self.in_group(group) }
    }

    /// Writes in the group's own name, as administrators may.
    pub fn say_as_group(&self, text: &str) -> i64 {
        let chat = self.shared.look(|w| w.chats[&self.chat].json.clone());
        let mut fields = updates::text(text);
        merge(&mut fields, json!({"sender_chat": chat}));
        self.deliver(&updates::anonymous_admin(), fields)
    }

    /// The same phone, waiting longer or shorter for the bot.
    pub fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// Presses "Start", or follows a link with a payload: 1 to 64 of A-Z a-z 0-9 _ and -.
    pub fn start(&self, payload: Option<&str>) -> i64 {
        let allowed = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        match payload {
            None => self.say("/start"),
            Some(payload) => {
                let fits = (1..=64).contains(&payload.len()) && payload.chars().all(allowed);
                assert!(fits, "Telegram does not pass on the payload {payload:?}");
                self.say(&format!("/start {payload}"))
            }
        }
    }

    /// Sends a text and returns its message id. An app cuts texts longer than 4096; so this refuses them.
    pub fn say(&self, text: &str) -> i64 {
        let length = text.encode_utf16().count();
        assert!((1..=4096).contains(&length), "an app cannot send a text of length {length}");
        self.send(updates::text(text))
    }

    /// Sends a text as an answer to a message of the chat.
    pub fn reply(&self, to: i64, text: &str) -> i64 {
        let original = self.message(to).json;
        let mut fields = updates::text(text);
        merge(&mut fields, json!({"reply_to_message": original}));
        self.send(fields)
    }

    /// Sends a sticker that stands for an emoji.
    pub fn send_sticker(&self, emoji: &str) -> i64 {
        self.send(updates::sticker(emoji))
    }

    /// Sends a photo; the bot can download its bytes. An empty caption is none.
    pub fn send_photo(&self, bytes: &[u8], caption: &str) -> i64 {
        let upload = Upload { file_name: "photo.jpg".into(), mime: None, bytes: bytes.to_vec() };
        let id = self.shared.change(|w| w.add_file("photos", upload));
        let mut fields = updates::photo(&id, bytes.len(), 800, 600);
        if !caption.is_empty() {
            fields["caption"] = caption.into();
        }
        self.send(fields)
    }

    /// Sends a document; the bot can download its bytes.
    pub fn send_document(&self, file_name: &str, bytes: &[u8]) -> i64 {
        let upload = Upload { file_name: file_name.into(), mime: None, bytes: bytes.to_vec() };
        let fields = self.shared.change(|w| {
            let id = w.add_file("documents", upload);
            updates::document(&id, &w.files[&id])
        });
        self.send(fields)
    }

    /// Sends a voice note of some seconds.
    pub fn send_voice(&self, seconds: u32) -> i64 {
        let upload = Upload { file_name: "voice.ogg".into(), mime: None, bytes: b"OggS".to_vec() };
        let id = self.shared.change(|w| w.add_file("voice", upload));
        self.send(updates::voice(&id, seconds))
    }

    /// Forwards a post of a channel.
    pub fn forward_post(&self, text: &str) -> i64 {
        let mut fields = updates::text(text);
        merge(&mut fields, updates::channel_origin(self.shared.look(|w| w.now())));
        self.send(fields)
    }

    /// Sends a text through another bot's inline mode.
    pub fn say_via_other_bot(&self, text: &str) -> i64 {
        let mut fields = updates::text(text);
        merge(&mut fields, json!({"via_bot": updates::other_bot()}));
        self.send(fields)
    }

    /// Another bot writes in the chat this phone looks at. Telegram never shows that to a bot; a robust bot
    /// must survive it all the same, so it is delivered.
    pub fn other_bot_says(&self, text: &str) -> i64 {
        self.deliver(&updates::other_bot(), updates::text(text))
    }

    /// Changes the text of a message sent before.
    pub fn edit(&self, message: i64, text: &str) {
        self.shared.change(|w| {
            let date = w.now();
            let found = w.chats.get_mut(&self.chat).and_then(|c| c.message(message)).filter(|m| !m.by_bot);
            let Some(found) = found else { panic!("{} has no message {message} to edit", self.id) };
            merge(&mut found.json, updates::text(text));
            found.json["edit_date"] = date.into();
            let json = found.json.clone();
            self.push_visible(w, "edited_message", json);
        });
    }

    /// Presses a button on the newest message that has it: by its label, or by the beginning of its data.
    /// Returns the callback's id.
    pub fn press(&self, label_or_data: &str) -> String {
        let fits = |b: &Button| {
            let data = b.data.as_deref().unwrap_or_default();
            b.label == label_or_data || (!label_or_data.is_empty() && data.starts_with(label_or_data))
        };
        let shown = self.shown();
        let newest = shown.iter().rev().find_map(|m| Some((m, m.buttons().into_iter().find(&fits)?)));
        let Some((message, button)) = newest else {
            let labels: Vec<_> = shown.iter().flat_map(Message::buttons).map(|b| b.label).collect();
            panic!("no button {label_or_data:?} in chat {}; there are {labels:?}", self.chat)
        };
        let Some(data) = button.data else { panic!("button {label_or_data:?} only opens {:?}", button.url) };
        self.press_data(message.id, &data)
    }

    /// Presses a button on a given message by its label.
    pub fn press_on(&self, message: i64, label: &str) -> String {
        let buttons = self.message(message).buttons();
        let data = buttons.iter().find(|b| b.label == label).and_then(|b| b.data.clone());
        let Some(data) = data else { panic!("no button {label:?} on message {message}: {buttons:?}") };
        self.press_data(message, &data)
    }

    /// Sends any callback data for a message, as an old or tampered app may.
    pub fn press_data(&self, message: i64, data: &str) -> String {
        let json = self.message(message).json;
        self.shared.change(|w| {
            let id = format!("{}", 4_000_000_000_000i64 + w.fresh_id());
            let pressed = w.now();
            w.callbacks.insert(id.clone(), Callback { pressed, answer: None });
            let query = updates::callback_query(&id, &w.people[&self.id], json, data);
            w.push_update("callback_query", query);
            id
        })
    }

    /// Blocks the bot: it may not write any more.
    pub fn block(&self) {
        self.set_standing(Standing::Blocked);
    }

    /// Unblocks the bot.
    pub fn unblock(&self) {
        self.set_standing(Standing::Open);
    }

    /// The account is deleted; the bot is not told.
    pub fn delete_account(&self) {
        self.shared.change(|w| {
            w.chats.entry(self.id).and_modify(|c| c.standing = Standing::Deactivated);
        });
    }

    fn set_standing(&self, standing: Standing) {
        self.shared.change(|w| {
            let (from, me, date) = (w.people[&self.id].clone(), w.me.clone(), w.now());
            let chat = w.chats.get_mut(&self.id).expect("the private chat exists");
            let old = updates::bot_status(std::mem::replace(&mut chat.standing, standing));
            let new = updates::bot_status(standing);
            let update = updates::member_change(&chat.json, &from, &me, old, new, date);
            w.push_update("my_chat_member", update);
        });
    }

    fn send(&self, fields: Value) -> i64 {
        let (from, absent) = self.shared.look(|w| {
            let status = w.chats.get(&self.chat).and_then(|c| c.members.get(&self.id));
            (w.people[&self.id].clone(), matches!(status, None | Some(&"left" | &"kicked")))
        });
        assert!(self.chat > 0 || !absent, "{} is not in group {} and cannot write there", self.id, self.chat);
        self.deliver(&from, fields)
    }

    fn deliver(&self, from: &Value, mut fields: Value) -> i64 {
        if let Some(topic) = self.topic {
            merge(&mut fields, json!({"message_thread_id": topic, "is_topic_message": true}));
        }
        self.shared.change(|w| {
            if let Some(chat) = w.chats.get_mut(&self.chat) {
                assert!(
                    chat.standing != Standing::Blocked,
                    "{} blocked the bot and cannot write to it",
                    self.id
                );
                if chat.standing == Standing::NotStarted {
                    chat.standing = Standing::Open;
                }
            }
            let json = w.add_message(self.chat, from, false, fields);
            let id = json["message_id"].as_i64().unwrap_or_default();
            self.push_visible(w, "message", json);
            id
        })
    }

    /// Queues a message unless privacy mode hides it from the bot.
    fn push_visible(&self, world: &mut World, kind: &str, message: Value) {
        let Some(chat) = world.chats.get(&self.chat) else { return };
        let text = message["text"].as_str().or(message["caption"].as_str()).unwrap_or_default();
        let mention = format!("@{}", world.me["username"].as_str().unwrap_or_default());
        let meant = text.starts_with('/') || text.contains(&mention);
        let meant = meant || message["reply_to_message"]["from"]["id"] == world.me["id"];
        let visible = match chat.standing {
            Standing::Administrator => true,
            Standing::Open => self.chat > 0 || !world.privacy || meant,
            _ => false,
        };
        if visible {
            world.push_update(kind, message);
        }
    }
}
