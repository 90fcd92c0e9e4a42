//! What the fake records of the bot's deeds, for tests to read.
use std::time::Instant;

use serde_json::Value;

/// A file sent by either side.
#[derive(Clone, Debug, PartialEq)]
pub struct Upload {
    /// Name given by the sender.
    pub file_name: String,
    /// Content type given by the sender.
    pub mime: Option<String>,
    /// Contents.
    pub bytes: Vec<u8>,
}

/// An earlier form of a message the bot edited.
#[derive(Clone, Debug)]
pub struct Edit {
    /// When the edit happened.
    pub at: Instant,
    /// The message before the edit, as Telegram's JSON.
    pub before: Value,
}

/// A button of an inline keyboard.
#[derive(Clone, Debug, PartialEq)]
pub struct Button {
    /// What the person reads.
    pub label: String,
    /// Callback data, for a button that has it.
    pub data: Option<String>,
    /// Address, for a button that opens one.
    pub url: Option<String>,
}

/// A message of a chat, from either side.
#[derive(Clone, Debug)]
pub struct Message {
    /// `message_id`.
    pub id: i64,
    /// Whether the bot under test sent it.
    pub by_bot: bool,
    /// The message as it stands now, as Telegram's JSON.
    pub json: Value,
    /// When it was sent.
    pub at: Instant,
    /// Earlier forms, oldest first.
    pub edits: Vec<Edit>,
    /// Whether it was deleted.
    pub deleted: bool,
    /// Reactions the bot set.
    pub reaction: Value,
}

impl Message {
    /// Text or caption; empty when it has neither.
    pub fn text(&self) -> &str {
        let text = self.json["text"].as_str().or(self.json["caption"].as_str());
        text.unwrap_or_default()
    }

    /// Rows of the inline keyboard; empty when there is none.
    pub fn rows(&self) -> Vec<Vec<Button>> {
        let text = |v: &Value| v.as_str().map(str::to_owned);
        let button = |b: &Value| Button {
            label: text(&b["text"]).unwrap_or_default(),
            data: text(&b["callback_data"]),
            url: text(&b["url"]),
        };
        let rows = self.json["reply_markup"]["inline_keyboard"].as_array();
        let row = |r: &Value| r.as_array().into_iter().flatten().map(button).collect();
        rows.into_iter().flatten().map(row).collect()
    }

    /// All buttons, row by row.
    pub fn buttons(&self) -> Vec<Button> {
        self.rows().into_iter().flatten().collect()
    }

    /// `file_id` of the photo or document it carries.
    pub fn file_id(&self) -> Option<&str> {
        let photo = self.json["photo"].as_array().and_then(|sizes| sizes.last());
        photo.map_or(&self.json["document"]["file_id"], |p| &p["file_id"]).as_str()
    }
}

/// A chat action the bot showed.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// Chat it was shown in.
    pub chat: i64,
    /// Such as "typing".
    pub action: String,
    /// When it was shown.
    pub at: Instant,
}

/// The bot's answer to a pressed button.
#[derive(Clone, Debug, PartialEq)]
pub struct CallbackAnswer {
    /// Shown to the person; may be empty.
    pub text: String,
    /// Whether it was shown as an alert box.
    pub alert: bool,
}

/// A line of the bot's command menu.
#[derive(Clone, Debug, PartialEq)]
pub struct Command {
    /// Without the slash.
    pub command: String,
    /// Shown beside it.
    pub description: String,
}

/// One call of a method, whether it succeeded or not.
#[derive(Clone, Debug)]
pub struct Call {
    /// When it arrived.
    pub at: Instant,
    /// Name as Telegram writes it ("sendMessage"), or as sent if unknown.
    pub method: String,
    /// Parameters as sent.
    pub params: Value,
    /// HTTP status answered; 0 when the connection was cut instead.
    pub status: u16,
    /// Telegram's description of the refusal, or what fault it met; empty for success.
    pub note: String,
}
