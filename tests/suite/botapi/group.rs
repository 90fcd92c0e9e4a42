//! A group chat: who is in it, and how the bot stands there.
use std::sync::Arc;

use serde_json::json;

use super::phone::Phone;
use super::server::{FakeTelegram, Shared};
use super::state::{Chat, Standing};
use super::updates;

/// A group chat; people act in it through [`Phone::in_group`].
#[derive(Clone)]
pub struct Group {
    pub(super) shared: Arc<Shared>,
    /// Chat id.
    pub id: i64,
}

impl FakeTelegram {
    /// Creates a group owned by `owner`, without the bot. Supergroup ids start with -100 and have 13 digits.
    pub fn group(&self, id: i64, title: &str, owner: &Phone) -> Group {
        assert!(id < 0, "ids of groups are negative");
        let mut chat = Chat::new(updates::group_chat(id, title), Standing::Out);
        chat.members.insert(owner.id(), "creator");
        self.shared.change(|w| w.chats.insert(id, chat));
        Group { shared: self.shared.clone(), id }
    }
}

impl Group {
    /// `by` brings the bot in: the change of membership and the group's service message.
    pub fn add_bot(&self, by: &Phone) {
        self.set_bot(by, Standing::Open);
        self.service_of_bot(by, "new_chat_members");
    }

    /// `by` makes the bot an administrator; it sees every message from now on.
    pub fn promote_bot(&self, by: &Phone) {
        self.set_bot(by, Standing::Administrator);
    }

    /// `by` throws the bot out.
    pub fn remove_bot(&self, by: &Phone) {
        self.set_bot(by, Standing::Kicked);
    }

    /// Opens a topic.
    pub fn open_topic(&self, thread: i64) {
        self.shared.change(|w| {
            let chat = w.chats.get_mut(&self.id).expect("the group exists");
            chat.json["is_forum"] = true.into();
            chat.topics.push(thread);
        });
    }

    /// The group becomes a supergroup of this id; both chats tell of it, as at Telegram.
    pub fn upgrade(&self, by: &Phone, id: i64) -> Group {
        self.shared.change(|w| {
            let from = w.people[&by.id()].clone();
            let old = w.chats[&self.id].clone();
            let title = old.json["title"].as_str().unwrap_or_default();
            let mut new = Chat::new(updates::group_chat(id, title), old.standing);
            new.members = old.members;
            w.chats.insert(id, new);
            let left = w.add_message(self.id, &from, false, json!({"migrate_to_chat_id": id}));
            w.push_update("message", left);
            let come = w.add_message(id, &from, false, json!({"migrate_from_chat_id": self.id}));
            w.push_update("message", come);
            w.chats.entry(self.id).and_modify(|chat| chat.standing = Standing::Moved(id));
        });
        Group { shared: self.shared.clone(), id }
    }

    /// Gives a member another status: "member", "administrator", "creator".
    pub fn set_status(&self, of: &Phone, status: &'static str) {
        self.change_member(of, status, "");
    }

    /// The person joins.
    pub fn join(&self, who: &Phone) {
        self.change_member(who, "member", "new_chat_members");
    }

    /// The person leaves.
    pub fn leave(&self, who: &Phone) {
        self.change_member(who, "left", "left_chat_member");
    }

    fn set_bot(&self, by: &Phone, standing: Standing) {
        self.shared.change(|w| {
            let (from, me, date) = (w.people[&by.id()].clone(), w.me.clone(), w.now());
            let chat = w.chats.get_mut(&self.id).expect("the group exists");
            let old = updates::bot_status(std::mem::replace(&mut chat.standing, standing));
            let new = updates::bot_status(standing);
            let update = updates::member_change(&chat.json, &from, &me, old, new, date);
            w.push_update("my_chat_member", update);
        });
    }

    fn service_of_bot(&self, by: &Phone, field: &str) {
        self.shared.change(|w| {
            let (from, me) = (w.people[&by.id()].clone(), w.me.clone());
            let message = w.add_message(self.id, &from, false, json!({field: [me]}));
            w.push_update("message", message);
        });
    }

    /// Only an administrator hears of members' changes, and only if it asked for `chat_member` updates; the
    /// service message comes to every bot in the group.
    fn change_member(&self, who: &Phone, status: &'static str, service: &str) {
        self.shared.change(|w| {
            let (person, date) = (w.people[&who.id()].clone(), w.now());
            let chat = w.chats.get_mut(&self.id).expect("the group exists");
            let old = chat.members.insert(who.id(), status).unwrap_or("left");
            let (standing, json) = (chat.standing, chat.json.clone());
            if standing == Standing::Administrator {
                let change = updates::member_change(&json, &person, &person, old, status, date);
                w.push_update("chat_member", change);
            }
            if !service.is_empty() && matches!(standing, Standing::Open | Standing::Administrator) {
                let about = if service == "new_chat_members" { json!([person]) } else { person.clone() };
                let message = w.add_message(self.id, &person, false, json!({service: about}));
                w.push_update("message", message);
            }
        });
    }
}
