//! Updates pushed to the bot, one after the other, each until it is answered with 200.
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;

use super::server::Shared;
use super::state::{Webhook, World, text_of};

/// How long the bot may take.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long until the same update is pushed again; Telegram takes its time.
const AGAIN: Duration = Duration::from_millis(50);

/// Pushes for ever.
pub async fn pushing(shared: Arc<Shared>) {
    let client = reqwest::Client::new();
    let mut changes = shared.changes();
    loop {
        changes.borrow_and_update();
        let Some((hook, update, again)) = shared.look(next) else {
            if changes.changed().await.is_err() {
                return;
            }
            continue;
        };
        let request = client
            .post(&hook.url)
            .header("X-Telegram-Bot-Api-Secret-Token", &hook.secret)
            .header("Content-Type", "application/json")
            .timeout(PATIENCE)
            .body(text_of(&update));
        let status = request.send().await.map_or(0, |response| response.status().as_u16());
        shared.change(|w| {
            w.pushes.push(status);
            if status == 200 {
                done(w, &update, again)
            }
        });
        if status != 200 {
            tokio::time::sleep(AGAIN).await;
        }
    }
}

/// What is to be pushed, and whether once more.
fn next(world: &mut World) -> Option<(Webhook, Value, bool)> {
    let hook = world.webhook.clone().filter(|_| world.answering)?;
    match world.again.front() {
        Some(update) => Some((hook, update.clone(), true)),
        None => Some((hook, world.pending.front()?.clone(), false)),
    }
}

fn done(world: &mut World, update: &Value, again: bool) {
    let queue = if again { &mut world.again } else { &mut world.pending };
    if queue.front() == Some(update) {
        queue.pop_front();
        if !again {
            world.confirmed.push(update.clone());
        }
    }
}
