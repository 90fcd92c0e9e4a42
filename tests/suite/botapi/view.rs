//! What a test may read of the fake's state.
use serde_json::Value;

use super::records::{Action, Call, CallbackAnswer, Command, Message};
use super::server::FakeTelegram;
use super::wire::INJECTED;

impl FakeTelegram {
    /// Every message the bot sent to a chat, oldest first, deleted ones too, as they stand now.
    pub fn sent(&self, chat: i64) -> Vec<Message> {
        self.history(chat).into_iter().filter(|m| m.by_bot).collect()
    }

    /// Every message of a chat from both sides, oldest first, deleted ones too.
    pub fn history(&self, chat: i64) -> Vec<Message> {
        self.shared.look(|w| w.chats.get(&chat).map(|c| c.messages.clone()).unwrap_or_default())
    }

    /// Every call, oldest first.
    pub fn calls(&self) -> Vec<Call> {
        self.shared.look(|w| w.log.clone())
    }

    /// The calls after the first `seen`, oldest first; for those who look again and again.
    pub fn calls_since(&self, seen: usize) -> Vec<Call> {
        self.shared.look(|w| w.log.get(seen..).map(<[Call]>::to_vec).unwrap_or_default())
    }

    /// The calls of one method, oldest first; the name as Telegram writes it.
    pub fn calls_of(&self, method: &str) -> Vec<Call> {
        self.calls().into_iter().filter(|c| c.method == method).collect()
    }

    /// Calls the fake or Telegram's rules refused; injected faults and conflicts are not among them.
    pub fn refusals(&self) -> Vec<Call> {
        let by_rule = |c: &Call| matches!(c.status, 400..=404 | 413) && c.note != INJECTED;
        self.calls().into_iter().filter(by_rule).collect()
    }

    /// Chat actions shown in a chat, oldest first.
    pub fn actions(&self, chat: i64) -> Vec<Action> {
        self.shared.look(|w| w.actions.iter().filter(|a| a.chat == chat).cloned().collect())
    }

    /// The command menu of the default scope for a language; "" is the fallback for all languages.
    pub fn commands(&self, language: &str) -> Vec<Command> {
        self.commands_in("default", language)
    }

    /// The command menu of a scope ("default", "all_private_chats", "chat:-100..") and language.
    pub fn commands_in(&self, scope: &str, language: &str) -> Vec<Command> {
        let key = (scope.to_owned(), language.to_owned());
        self.shared.look(|w| w.commands.get(&key).cloned().unwrap_or_default())
    }

    /// The bot's "Name", "Description" or "ShortDescription" in a language.
    pub fn profile(&self, field: &str, language: &str) -> Option<String> {
        self.shared.look(|w| w.profile.get(&(field.to_owned(), language.to_owned())).cloned())
    }

    /// The bot's answer to a pressed button, once given.
    pub fn callback_answer(&self, callback: &str) -> Option<CallbackAnswer> {
        self.shared.look(|w| w.callbacks.get(callback).and_then(|c| c.answer.clone()))
    }

    /// Ids of pressed buttons the bot never answered.
    pub fn unanswered_callbacks(&self) -> Vec<String> {
        self.shared.look(|w| {
            let open = w.callbacks.iter().filter(|(_, c)| c.answer.is_none());
            open.map(|(id, _)| id.clone()).collect()
        })
    }

    /// Contents of a file sent by either side.
    pub fn file(&self, file_id: &str) -> Option<Vec<u8>> {
        self.shared.look(|w| w.files.get(file_id).map(|f| f.upload.bytes.clone()))
    }

    /// Where updates are pushed to: the address, the secret and the number of connections; none while the bot asks for them.
    pub fn webhook(&self) -> Option<(String, String, i64)> {
        self.shared.look(|w| w.webhook.clone().map(|hook| (hook.url, hook.secret, hook.connections)))
    }

    /// How each push was answered, oldest first; 0 for not at all.
    pub fn pushes(&self) -> Vec<u16> {
        self.shared.look(|w| w.pushes.clone())
    }

    /// Updates not yet confirmed by an offset.
    pub fn pending_updates(&self) -> Vec<Value> {
        self.shared.look(|w| w.pending.iter().cloned().collect())
    }
}
