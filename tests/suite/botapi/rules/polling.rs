//! getUpdates and deleteWebhook: confirming, waiting, conflicts.
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tokio::time::{Instant, timeout_at};

use crate::botapi::params::Params;
use crate::botapi::refusal::{Answer, Refusal};
use crate::botapi::server::Shared;
use crate::botapi::state::{Webhook, World};

const MOST_SECONDS: u64 = 50;

/// Telegram ignores kinds it does not know; the fake refuses them, for they are typing mistakes.
const KINDS: &[&str] = &[
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "message_reaction",
    "message_reaction_count",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "purchased_paid_media",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
];

/// What a getUpdates call asks for.
struct Poll {
    number: u64,
    limit: usize,
    wait: Duration,
}

/// getUpdates: answers at once if there is something, else waits up to `timeout` seconds.
pub async fn long_poll(shared: &Arc<Shared>, params: &Params) -> Answer {
    let mut changes = shared.changes();
    // A change wakes an older call, which then finds it has been overtaken.
    let poll = shared.change(|w| begin(w, params))?;
    let deadline = Instant::now() + poll.wait;
    loop {
        changes.borrow_and_update();
        if let Some(batch) = shared.look(|w| batch(w, &poll))? {
            return Ok(batch);
        }
        if !matches!(timeout_at(deadline, changes.changed()).await, Ok(Ok(()))) {
            return Ok(Value::Array(Vec::new()));
        }
    }
}

fn begin(world: &mut World, params: &Params) -> Result<Poll, Refusal> {
    let limit = params.int("limit")?.unwrap_or(100);
    let wait = u64::try_from(params.int("timeout")?.unwrap_or(0));
    if !(1..=100).contains(&limit) {
        return Err(Refusal::bad("fake: limit outside 1-100"));
    }
    if let Some(kinds) = params.json("allowed_updates", "allowed_updates")? {
        world.allowed = Some(read_kinds(&kinds)?).filter(|kinds| !kinds.is_empty());
    }
    let wait =
        Duration::from_secs(wait.map_err(|_| Refusal::bad("fake: negative timeout"))?.min(MOST_SECONDS));
    if world.webhook.is_some() {
        return Err(Refusal {
            code: 409,
            description:
                "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to \
                          delete the webhook first"
                    .to_owned(),
            moved: None,
        });
    }
    world.poll += 1;
    let offset = params.int("offset")?.unwrap_or(0);
    confirm(world, offset);
    Ok(Poll { number: world.poll, limit: usize::try_from(limit).unwrap_or(1), wait })
}

fn read_kinds(kinds: &Value) -> Result<Vec<String>, Refusal> {
    let wrong = || Refusal::bad("expected an Array of String as allowed_updates");
    let read = |k: &Value| match k.as_str() {
        Some(kind) if KINDS.contains(&kind) => Ok(kind.to_owned()),
        Some(kind) => Err(Refusal::bad(format!("fake: unknown kind of update {kind:?}"))),
        None => Err(wrong()),
    };
    kinds.as_array().ok_or_else(wrong)?.iter().map(read).collect()
}

/// Everything before `offset` is confirmed and forgotten; a negative offset keeps that many of the newest.
fn confirm(world: &mut World, offset: i64) {
    let done = match usize::try_from(offset.unsigned_abs()) {
        Ok(keep) if offset < 0 => world.pending.len().saturating_sub(keep),
        // What has no number goes with what comes after it; by itself it cannot be confirmed.
        _ => {
            let below = |u: &Value| u["update_id"].as_i64().is_some_and(|id| id < offset);
            world.pending.iter().rposition(below).map_or(0, |last| last + 1)
        }
    };
    world.confirmed.extend(world.pending.drain(..done));
}

/// What the poll may have now; none to wait on; a refusal if a newer poll has begun.
fn batch(world: &mut World, poll: &Poll) -> Result<Option<Value>, Refusal> {
    if world.poll != poll.number {
        return Err(Refusal::conflict());
    }
    let again = world.again.len().min(poll.limit);
    let mut batch: Vec<Value> = world.again.drain(..again).collect();
    let room = poll.limit - batch.len();
    batch.extend(world.pending.iter().take(room).cloned());
    if world.disordered > 0 && batch.len() > 1 {
        world.disordered -= 1;
        batch.reverse();
    }
    Ok((!batch.is_empty()).then_some(Value::Array(batch)))
}

/// setWebhook: from then on updates are pushed. Plain HTTP is refused at Telegram; here it has to be on loopback.
pub fn set_webhook(world: &mut World, params: &Params) -> Answer {
    let url = params.text("url")?.unwrap_or_default();
    if !url.starts_with("http://127.0.0.1:") {
        return Err(Refusal::bad("bad webhook: An HTTPS URL must be provided for webhook"));
    }
    let secret = params.text("secret_token")?.unwrap_or_default();
    let clean = secret.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    if secret.len() > 256 || !clean {
        return Err(Refusal::bad("secret token contains unallowed characters"));
    }
    let connections = params.int("max_connections")?.unwrap_or(40);
    if !(1..=100).contains(&connections) {
        return Err(Refusal::bad("fake: max_connections outside 1-100"));
    }
    if let Some(kinds) = params.json("allowed_updates", "allowed_updates")? {
        world.allowed = Some(read_kinds(&kinds)?).filter(|kinds| !kinds.is_empty());
    }
    world.webhook = Some(Webhook { url, secret, connections });
    Ok(true.into())
}

/// deleteWebhook: from then on updates can be asked for.
pub fn delete_webhook(world: &mut World, params: &Params) -> Answer {
    world.webhook = None;
    if params.flag("drop_pending_updates")? {
        world.pending.clear();
    }
    Ok(true.into())
}

/// getUpdates waits, so it never takes the way of the other methods.
pub fn misplaced(_: &mut World, _: &Params) -> Answer {
    Err(Refusal::bad("fake: getUpdates is served by long_poll"))
}
