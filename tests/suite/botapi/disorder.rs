//! Updates as they should not come: twice, in the wrong order, with numbers that jump, in no form at all. And a glimpse of a
//! chat, for whoever looks at hundreds of them many times a second.
use serde_json::Value;

use super::server::FakeTelegram;

/// How many messages of the bot are seen at a glance.
const LOOK_BACK: usize = 8;

/// What can be seen of a chat at a glance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glimpse {
    /// How many messages the bot has sent there.
    pub sent: usize,
    /// Those of the newest that have buttons to press, the newest first, with the data of these.
    pub buttons: Vec<(i64, Vec<String>)>,
}

impl FakeTelegram {
    /// The next `batches` of more than one update come the last first.
    pub fn disorder(&self, batches: usize) {
        self.shared.change(|w| w.disordered = batches);
    }

    /// The next update's number is this much higher than it would be.
    pub fn skip_numbers(&self, by: u32) {
        self.shared.look(|w| {
            let last = w.last_number();
            w.number_from(last + i64::from(by));
        });
    }

    /// Numbers start anew behind this one, as they do after a quiet week. Only while no update waits.
    pub fn number_from(&self, last: u32) {
        self.shared.look(|w| {
            assert!(w.pending.is_empty(), "numbers start anew only when nothing waits");
            w.again.clear();
            w.era = w.confirmed.len();
            w.number_from(i64::from(last));
        });
    }

    /// Hands out anything in the place of an update, with no number of its own.
    pub fn push_value(&self, update: Value) {
        self.shared.change(|w| w.pending.push_back(update));
    }

    /// Takes back what has no number.
    pub fn drop_numberless(&self) {
        self.shared.change(|w| w.pending.retain(|update| update["update_id"].is_i64()));
    }

    /// Every update that was confirmed, oldest first.
    pub fn confirmed_updates(&self) -> Vec<Value> {
        self.shared.look(|w| w.confirmed.clone())
    }

    /// How many updates were not confirmed yet.
    pub fn waiting(&self) -> usize {
        self.shared.look(|w| w.pending.len() + w.again.len())
    }

    /// How many calls met a fault, slow ones aside.
    pub fn met(&self) -> usize {
        self.shared.look(|w| w.log.iter().filter(|call| !call.note.is_empty()).count())
    }

    /// A chat at a glance.
    pub fn glimpse(&self, chat: i64) -> Glimpse {
        self.shared.look(|w| {
            let Some(chat) = w.chats.get(&chat) else { return Glimpse::default() };
            let by_bot = || chat.messages.iter().filter(|message| message.by_bot);
            let pressable = by_bot().rev().take(LOOK_BACK).filter_map(|message| {
                message.json.get("reply_markup")?;
                let data: Vec<String> = message.buttons().into_iter().filter_map(|b| b.data).collect();
                (!data.is_empty()).then_some((message.id, data))
            });
            Glimpse { sent: by_bot().count(), buttons: pressable.collect() }
        })
    }
}
