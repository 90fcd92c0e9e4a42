//! What others may look at over HTTP while the service runs: `/metrics` for Prometheus, `/healthz` and `/readyz` for
//! whoever watches over it. No figure and no answer tells anything of a person.
//!
//! - `board`: the bots there are, and how each is

mod board;

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use futures::StreamExt;
use futures::stream;
use prometheus_client::encoding::prometheus_text::CONTENT_TYPE;
use serde::{Deserialize, Serialize};
use teloxide::payloads::GetMe;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use crate::channel::telegram::api::Api;
use crate::desk::now;
use crate::desk::records::Received;
use crate::store::{Key, KeyName, Record, Store, StoreError};
use crate::vitals::VITALS;

pub use board::{Board, Condition};

/// How long the store may take to answer before it counts as stuck.
const STORE: Duration = Duration::from_secs(5);
/// How long ago Telegram may have answered last; a call for updates is held open for half a minute.
const REACHED: f64 = 90.0;
/// How long Telegram may take when it is asked for that reason.
const TELEGRAM: Duration = Duration::from_secs(5);
/// Entries of inbox and outbox that are looked at; more is alarming however many more it is.
const MOST: usize = 5_000;
const PAGE: usize = 256;
/// Bots that are looked at at once.
const AT_ONCE: usize = 8;

/// Where to listen: an address, or a port of this machine only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Listen(pub SocketAddr);

/// What does not say where to listen.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("expected a port such as 9184, or an address such as 127.0.0.1:9184")]
pub struct BadListen;

impl FromStr for Listen {
    type Err = BadListen;

    fn from_str(text: &str) -> Result<Listen, BadListen> {
        let text = text.trim();
        let port = text.parse().map(|port: u16| SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
        port.or_else(|_| text.parse()).map(Listen).map_err(|_| BadListen)
    }
}

impl TryFrom<String> for Listen {
    type Error = BadListen;

    fn try_from(text: String) -> Result<Listen, BadListen> {
        text.parse()
    }
}

/// A bot, looked at.
pub struct Looked {
    /// What is kept.
    pub store: Arc<dyn Store>,
    /// The way to Telegram.
    pub api: Api,
    /// The data folder.
    pub data: PathBuf,
    /// Since when each waiting letter has been seen.
    pub seen: Mutex<BTreeMap<Key, Instant>>,
}

/// Answers at this address until aborted.
///
/// # Errors
/// An address that cannot be listened at.
pub async fn listen(address: SocketAddr, board: Board) -> std::io::Result<JoinHandle<()>> {
    let listener = TcpListener::bind(address).await?;
    tracing::info!(address = %listener.local_addr()?, "metrics and health are answered");
    let router = Router::new()
        .route("/metrics", get(metrics))
        .route("/healthz", get(async || "alive\n"))
        .route("/readyz", get(ready))
        .route("/readyz/{bot}", get(ready_one))
        .with_state(board);
    Ok(tokio::spawn(async move {
        // Never ends by itself: a connection that fails is the asker's trouble.
        let _ = axum::serve(listener, router).await;
    }))
}

async fn metrics(State(board): State<Board>) -> Response {
    if timeout(STORE, sample(&board)).await.is_err() {
        tracing::warn!("the queues cannot be looked at in time");
    }
    let text = VITALS.text().unwrap_or_default();
    ([(header::CONTENT_TYPE, CONTENT_TYPE)], text).into_response()
}

/// What `/readyz` says.
#[derive(Serialize)]
struct Ready {
    ready: bool,
    store: &'static str,
    folder: &'static str,
    telegram: &'static str,
}

/// Of a bot that is alone everything is looked at. Of several it is only told how each is: one that failed is no reason to take the others
/// away, so that it is ready as long as one of them is.
async fn ready(State(board): State<Board>) -> Response {
    if let Some(alone) = board.looked("") {
        return look(&alone).await;
    }
    let bots = board.states();
    let ready = bots.values().any(|state| *state == Condition::Serving);
    let said = serde_json::json!({ "ready": ready, "bots": bots });
    (status(ready), Json(said)).into_response()
}

/// One of several bots.
async fn ready_one(State(board): State<Board>, Path(name): Path<String>) -> Response {
    match (board.looked(&name), board.states().get(&name)) {
        (_, None) => StatusCode::NOT_FOUND.into_response(),
        (Some(looked), Some(Condition::Serving)) => look(&looked).await,
        (_, Some(condition)) => {
            let said = serde_json::json!({ "ready": false, "bot": condition });
            (status(false), Json(said)).into_response()
        }
    }
}

fn status(ready: bool) -> StatusCode {
    if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE }
}

async fn look(watched: &Looked) -> Response {
    let store = watched.store_answers().await;
    let folder = watched.folder_takes().await;
    let telegram = watched.telegram_answers().await;
    let ready = store && folder && telegram;
    let word = |well: bool, else_: &'static str| if well { "ok" } else { else_ };
    let said = Ready {
        ready,
        store: word(store, "does not answer"),
        folder: word(folder, "cannot be written to"),
        telegram: word(telegram, "cannot be reached"),
    };
    (status(ready), Json(said)).into_response()
}

/// Looks at the queues of all bots, some at once.
async fn sample(board: &Board) {
    let looks = board.all_looked().into_iter().map(|(name, looked)| async move {
        let seen = looked.sample().await;
        let seen =
            seen.inspect_err(|error| tracing::warn!(bot = name, "its queues cannot be looked at: {error}"));
        (name, seen.ok())
    });
    let seen: Vec<(String, Option<Queues>)> = stream::iter(looks).buffer_unordered(AT_ONCE).collect().await;
    let mut all = Queues::default();
    for (name, queues) in seen {
        let Some(queues) = queues else { continue };
        VITALS.bot_inbox.get_or_create(&[("bot", name.clone())]).set(queues.inbox);
        VITALS.bot_outbox.get_or_create(&[("bot", name)]).set(queues.outbox);
        all.inbox += queues.inbox;
        all.outbox += queues.outbox;
        all.inbox_oldest = all.inbox_oldest.max(queues.inbox_oldest);
        all.outbox_oldest = all.outbox_oldest.max(queues.outbox_oldest);
    }
    VITALS.inbox.set(all.inbox);
    VITALS.inbox_oldest.set(all.inbox_oldest);
    VITALS.outbox.set(all.outbox);
    VITALS.outbox_oldest.set(all.outbox_oldest);
}

/// What waits, and for how many seconds the oldest of it has waited.
#[derive(Clone, Copy, Debug, Default)]
struct Queues {
    inbox: i64,
    inbox_oldest: f64,
    outbox: i64,
    outbox_oldest: f64,
}

impl Looked {
    /// A store that has failed once refuses everything.
    async fn store_answers(&self) -> bool {
        let key = Key::counter("versions");
        matches!(timeout(STORE, self.store.get(&key)).await, Ok(Ok(_)))
    }

    /// Whether a small file can be made durable in the data folder: a full disk is noticed before the store meets it.
    async fn folder_takes(&self) -> bool {
        let file = self.data.join(".ready");
        let tried = tokio::task::spawn_blocking(move || {
            let outcome =
                std::fs::write(&file, [0; 4096]).and_then(|()| std::fs::File::open(&file)?.sync_all());
            let _ = std::fs::remove_file(&file);
            outcome.is_ok()
        });
        tried.await.unwrap_or_default()
    }

    /// Whether Telegram answered lately; where it did not, it is asked.
    async fn telegram_answers(&self) -> bool {
        let seconds = now().0 as f64 / 1_000.0;
        if seconds - VITALS.api_reached.get() <= REACHED {
            return true;
        }
        matches!(timeout(TELEGRAM, self.api.call(&GetMe::new())).await, Ok(Ok(_)))
    }

    /// Looks at the queues. How long a letter waits is counted from when it was first seen here: letters carry no time.
    async fn sample(&self) -> Result<Queues, StoreError> {
        let (inbox, inbox_oldest) = self.inbox().await?;
        let mut waiting = Vec::new();
        let mut range = Key::all_outbox();
        while waiting.len() < MOST {
            let page = self.store.scan(range.clone(), PAGE).await?;
            let Some((last, _)) = page.last() else { break };
            range.start = last.next();
            waiting.extend(page.into_iter().map(|(key, _)| key));
        }
        let outbox = i64::try_from(waiting.len()).unwrap_or(i64::MAX);
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        let since = |key: &Key| seen.get(key).copied().unwrap_or(now);
        *seen = waiting.into_iter().map(|key| (key.clone(), since(&key))).collect();
        let oldest = seen.values().map(|at| now.duration_since(*at)).max().unwrap_or_default();
        Ok(Queues { inbox, inbox_oldest, outbox, outbox_oldest: oldest.as_secs_f64() })
    }

    async fn inbox(&self) -> Result<(i64, f64), StoreError> {
        let kept = self.store.scan(Key::all_inbox(), MOST).await?;
        let at = |(key, entry): &(Key, crate::store::Entry)| match key.name() {
            Some(KeyName::Inbox(_)) => Record::<Received>::decode(key, &entry.value).ok().map(|kept| kept.at),
            _ => None,
        };
        let oldest = kept.iter().filter_map(at).min();
        let age = oldest.map_or(0, |at| now().0.saturating_sub(at.0).max(0));
        Ok((i64::try_from(kept.len()).unwrap_or(i64::MAX), age as f64 / 1_000.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_alone_is_this_machines_only() {
        let at = |text: &str| text.parse::<Listen>().map(|listen| listen.0.to_string()).ok();
        assert_eq!(at("9184").as_deref(), Some("127.0.0.1:9184"));
        assert_eq!(at(" 0.0.0.0:1 ").as_deref(), Some("0.0.0.0:1"));
        assert_eq!(at("[::1]:80").as_deref(), Some("[::1]:80"));
        assert_eq!(at("everywhere"), None);
    }
}
