//! What others may look at over HTTP while the service runs: `/metrics` for Prometheus, `/healthz` and `/readyz` for
//! whoever watches over it. No figure and no answer tells anything of a person.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use prometheus_client::encoding::prometheus_text::CONTENT_TYPE;
use serde::{Deserialize, Serialize};
use teloxide::payloads::GetMe;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use crate::channel::telegram::api::Api;
use crate::desk::records::Received;
use crate::desk::{now, stats};
use crate::store::{Key, KeyName, Record, Store, StoreError};
use crate::vitals::VITALS;

/// How long the store may take to answer before it counts as stuck.
const STORE: Duration = Duration::from_secs(5);
/// How long ago Telegram may have answered last; a call for updates is held open for half a minute.
const REACHED: f64 = 90.0;
/// How long Telegram may take when it is asked for that reason.
const TELEGRAM: Duration = Duration::from_secs(5);
/// Entries of inbox and outbox that are looked at; more is alarming however many more it is.
const MOST: usize = 5_000;
const PAGE: usize = 256;

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

/// What is looked at.
pub struct Watched {
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
pub async fn listen(address: SocketAddr, watched: Watched) -> std::io::Result<JoinHandle<()>> {
    let listener = TcpListener::bind(address).await?;
    tracing::info!(address = %listener.local_addr()?, "metrics and health are answered");
    // What is under way at the start; from then on it is counted.
    if let Ok(stats) = stats::gather(&*watched.store).await {
        VITALS.open.set(i64::try_from(stats.conversations_open).unwrap_or_default());
    }
    let router = Router::new()
        .route("/metrics", get(metrics))
        .route("/healthz", get(async || "alive\n"))
        .route("/readyz", get(ready))
        .with_state(Arc::new(watched));
    Ok(tokio::spawn(async move {
        // Never ends by itself: a connection that fails is the asker's trouble.
        let _ = axum::serve(listener, router).await;
    }))
}

async fn metrics(State(watched): State<Arc<Watched>>) -> Response {
    if let Ok(sampled) = timeout(STORE, watched.sample()).await
        && let Err(error) = sampled
    {
        tracing::warn!("the queues cannot be looked at: {error}");
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

async fn ready(State(watched): State<Arc<Watched>>) -> Response {
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
    let status = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, Json(said)).into_response()
}

impl Watched {
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
    async fn sample(&self) -> Result<(), StoreError> {
        let (inbox, oldest) = self.inbox().await?;
        VITALS.inbox.set(inbox);
        VITALS.inbox_oldest.set(oldest);
        let mut waiting = Vec::new();
        let mut range = Key::all_outbox();
        while waiting.len() < MOST {
            let page = self.store.scan(range.clone(), PAGE).await?;
            let Some((last, _)) = page.last() else { break };
            range.start = last.next();
            waiting.extend(page.into_iter().map(|(key, _)| key));
        }
        VITALS.outbox.set(i64::try_from(waiting.len()).unwrap_or(i64::MAX));
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        let since = |key: &Key| seen.get(key).copied().unwrap_or(now);
        *seen = waiting.into_iter().map(|key| (key.clone(), since(&key))).collect();
        let oldest = seen.values().map(|at| now.duration_since(*at)).max().unwrap_or_default();
        VITALS.outbox_oldest.set(oldest.as_secs_f64());
        Ok(())
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
