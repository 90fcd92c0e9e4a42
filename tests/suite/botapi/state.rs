//! Everything the fake Telegram knows: people, chats, messages, updates, files, and the log of calls.
use std::collections::{BTreeMap, VecDeque};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use super::faults::Faults;
use super::records::{Action, Call, CallbackAnswer, Command, Message, Upload};

/// How the bot stands in a chat.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing {
    /// The person never wrote to the bot.
    NotStarted,
    /// The bot may write.
    Open,
    /// The bot may write, and is an administrator.
    Administrator,
    /// The person blocked the bot.
    Blocked,
    /// The person's account is gone.
    Deactivated,
    /// The bot is not in the group.
    Out,
    /// The bot was removed from the group.
    Kicked,
    /// The group became a supergroup of this id.
    Moved(i64),
}

/// A private chat or a group.
#[derive(Clone, Debug)]
pub struct Chat {
    /// Telegram's `Chat` object.
    pub json: Value,
    /// How the bot stands in it.
    pub standing: Standing,
    /// For a group: status by person, such as "member" or "creator".
    pub members: BTreeMap<i64, &'static str>,
    /// For a forum: the topics beside the general one.
    pub topics: Vec<i64>,
    /// Every message, oldest first.
    pub messages: Vec<Message>,
}

impl Chat {
    /// A chat the bot stands in as given, with nobody and nothing in it yet.
    pub fn new(json: Value, standing: Standing) -> Self {
        Self { json, standing, members: BTreeMap::new(), topics: Vec::new(), messages: Vec::new() }
    }

    /// A message by its id, unless deleted.
    pub fn message(&mut self, id: i64) -> Option<&mut Message> {
        self.messages.iter_mut().find(|m| m.id == id && !m.deleted)
    }
}

/// A pressed button.
#[derive(Clone, Debug)]
pub struct Callback {
    /// Unix time of the press, in seconds.
    pub pressed: u64,
    /// The bot's answer, once given.
    pub answer: Option<CallbackAnswer>,
}

/// Where updates are pushed to.
#[derive(Clone, Debug, PartialEq)]
pub struct Webhook {
    /// The address.
    pub url: String,
    /// What goes with every push in the secret's header.
    pub secret: String,
    /// Connections at once.
    pub connections: i64,
}

/// A stored file.
#[derive(Clone, Debug)]
pub struct StoredFile {
    /// `file_path`, relative to `/file/bot<token>/`.
    pub path: String,
    /// Name and contents.
    pub upload: Upload,
}

/// The whole state.
pub struct World {
    /// The only token accepted.
    pub token: String,
    /// The bot's own `User` object.
    pub me: Value,
    /// With privacy mode (Telegram's default) a bot in a group sees commands, mentions and replies only.
    pub privacy: bool,
    /// `User` objects by id.
    pub people: BTreeMap<i64, Value>,
    /// Chats by id.
    pub chats: BTreeMap<i64, Chat>,
    /// Updates not yet confirmed, oldest first.
    pub pending: VecDeque<Value>,
    /// Updates confirmed by an offset, oldest first.
    pub confirmed: Vec<Value>,
    /// Where updates are pushed to, once the bot has asked for it.
    pub webhook: Option<Webhook>,
    /// How each push was answered, oldest first; 0 for not at all.
    pub pushes: Vec<u16>,
    /// Updates to hand out once more whatever the offset.
    pub again: VecDeque<Value>,
    /// The kinds the bot asked for; none means Telegram's default.
    pub allowed: Option<Vec<String>>,
    /// Number of the newest getUpdates call; an older one still waiting is terminated.
    pub poll: u64,
    /// Command menus by (scope, language).
    pub commands: BTreeMap<(String, String), Vec<Command>>,
    /// Name and descriptions by (method without "setMy", language).
    pub profile: BTreeMap<(String, String), String>,
    /// Pressed buttons by callback id.
    pub callbacks: BTreeMap<String, Callback>,
    /// Files by `file_id`.
    pub files: BTreeMap<String, StoredFile>,
    /// Chat actions, oldest first.
    pub actions: Vec<Action>,
    /// Every call, oldest first.
    pub log: Vec<Call>,
    /// Faults waiting to happen.
    pub faults: Faults,
    /// While false, calls wait unanswered.
    pub answering: bool,
    /// Added to the clock, to let days pass.
    pub clock_ahead: Duration,
    /// How many updates were confirmed when numbers last started anew: those before do not come again.
    pub era: usize,
    /// How many batches of updates still come in the wrong order.
    pub disordered: usize,
    next_update: i64,
    next_id: i64,
}

impl World {
    /// An empty world with one bot.
    pub fn new(bot_id: i64, username: &str) -> Self {
        Self {
            token: format!("{bot_id}:AAF-fake_token_for_tests_0123456789"),
            me: json!({"id": bot_id, "is_bot": true, "first_name": "消气", "username": username}),
            privacy: true,
            people: BTreeMap::new(),
            chats: BTreeMap::new(),
            pending: VecDeque::new(),
            confirmed: Vec::new(),
            webhook: None,
            pushes: Vec::new(),
            again: VecDeque::new(),
            allowed: None,
            poll: 0,
            commands: BTreeMap::new(),
            profile: BTreeMap::new(),
            callbacks: BTreeMap::new(),
            files: BTreeMap::new(),
            actions: Vec::new(),
            log: Vec::new(),
            faults: Faults::default(),
            answering: true,
            clock_ahead: Duration::ZERO,
            era: 0,
            disordered: 0,
            next_update: 41_000,
            next_id: 0,
        }
    }

    /// Unix time in seconds, as this Telegram sees it.
    pub fn now(&self) -> u64 {
        let real = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        (real + self.clock_ahead).as_secs()
    }

    /// A number not used before; for messages, callbacks and files.
    pub fn fresh_id(&mut self) -> i64 {
        self.next_id += 1;
        self.next_id
    }

    /// Queues an update, unless the bot did not ask for its kind.
    pub fn push_update(&mut self, kind: &str, payload: Value) {
        let by_default = !matches!(kind, "chat_member" | "message_reaction" | "message_reaction_count");
        let wanted = self.allowed.as_ref().map_or(by_default, |kinds| kinds.iter().any(|k| k == kind));
        if wanted {
            self.next_update += 1;
            self.pending.push_back(json!({"update_id": self.next_update, kind: payload}));
        }
    }

    /// Lets the numbers of updates go on behind this one.
    pub fn number_from(&mut self, last: i64) {
        self.next_update = last;
    }

    /// The number of the newest update.
    pub fn last_number(&self) -> i64 {
        self.next_update
    }

    /// Queues an update as the text that it comes in, which may be no JSON that anybody could write: `$ID` stands for its number.
    pub fn push_raw(&mut self, text: &str) {
        self.next_update += 1;
        let id = self.next_update;
        self.pending.push_back(json!({"update_id": id, RAW: text.replace("$ID", &id.to_string())}));
    }

    /// Adds a message to a chat and returns its JSON; `fields` is what is not common to all messages.
    pub fn add_message(&mut self, chat_id: i64, from: &Value, by_bot: bool, fields: Value) -> Value {
        let (id, date) = (self.fresh_id(), self.now());
        let Some(chat) = self.chats.get_mut(&chat_id) else { panic!("no chat {chat_id}") };
        let mut json = json!({"message_id": id, "from": from, "chat": chat.json, "date": date});
        merge(&mut json, fields);
        let message = Message {
            id,
            by_bot,
            json: json.clone(),
            at: Instant::now(),
            edits: Vec::new(),
            deleted: false,
            reaction: json!([]),
        };
        chat.messages.push(message);
        json
    }

    /// Keeps a file and returns its `file_id`.
    pub fn add_file(&mut self, folder: &str, upload: Upload) -> String {
        let number = self.fresh_id();
        let file_id = format!("FILE-{folder}-{number}");
        let extension = upload.file_name.rsplit_once('.').map_or("bin", |(_, e)| e);
        let path = format!("{folder}/file_{number}.{extension}");
        self.files.insert(file_id.clone(), StoredFile { path, upload });
        file_id
    }
}

/// The field of an update that holds the text to hand out in its place.
const RAW: &str = "fake: text";

/// An update's text.
pub fn text_of(update: &Value) -> String {
    update[RAW].as_str().map_or_else(|| update.to_string(), str::to_owned)
}

/// Adds the fields of `more` to the object `into`.
pub fn merge(into: &mut Value, more: Value) {
    if let (Value::Object(into), Value::Object(more)) = (into, more) {
        into.extend(more);
    }
}
