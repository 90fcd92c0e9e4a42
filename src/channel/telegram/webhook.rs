//! Updates pushed by Telegram, behind a proxy that speaks TLS.
//!
//! A request is answered with 200 when its update is in the inbox, durably; with 503 where it could not be kept or too much waits,
//! so that Telegram comes again. Whatever is not Telegram's (another path or method, a wrong secret) gets a 404 without a word.
//! hyper by itself and not through axum: one route needs no router, and hyper is where the time for headers, the size of a head and
//! the number of connections are set.

use std::collections::HashMap;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http_body_util::{BodyExt, Empty, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use serde::Serialize;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use teloxide::requests::Payload;
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, mpsc};
use tokio::task::JoinHandle;
use tracing::{Instrument, Span};
use url::Url;

use super::TelegramError;
use super::api::{Api, ApiError, Reason};
use super::intake::{Intake, KINDS};

/// The header in which Telegram shows the secret.
const SECRET: &str = "x-telegram-bot-api-secret-token";
/// Largest update. Telegram's own are some ten kilobytes.
const LARGEST: usize = 1 << 20;
/// Largest head of a request.
const HEAD: usize = 16 << 10;
/// Connections at once; more of them wait.
const CONNECTIONS: usize = 64;
/// The same where many bots share one address: a proxy may hold one open for each.
const CONNECTIONS_OF_MANY: usize = 1_024;
/// How long a request's head may take, and an idle connection stay.
const IDLE: Duration = Duration::from_secs(30);
/// How long its body may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// First and longest wait before Telegram is asked again to push.
const FIRST_WAIT: Duration = Duration::from_millis(500);
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// What Telegram shows so that it is known for Telegram. Has neither `Debug` nor `Display`.
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    /// Reads one that was given: 16 to 256 of A-Z, a-z, 0-9, `_` and `-`, as Telegram wants it, and not so short that it could be
    /// guessed. `None` for anything else.
    pub fn parse(text: &str) -> Option<Secret> {
        let clean = text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
        ((16..=256).contains(&text.len()) && clean).then(|| Secret(text.to_owned()))
    }

    /// One that nobody knows.
    pub fn fresh() -> Secret {
        let bytes = crate::desk::group::fresh_chance();
        Secret(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// One of several that come from one: whoever knows it for one bot knows it for no other.
    pub fn for_bot(&self, name: &str) -> Secret {
        let bytes = Sha256::new().chain_update("xiaoqi webhook\0").chain_update(&self.0).chain_update([0]);
        let bytes = bytes.chain_update(name).finalize();
        Secret(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// In a time that does not depend on how much of it is right.
    fn is(&self, shown: &[u8]) -> bool {
        self.0.as_bytes().ct_eq(shown).into()
    }
}

/// Where updates are pushed to.
#[derive(Clone)]
pub struct Webhook {
    /// The address as Telegram knows it; requests have its path.
    pub url: Url,
    /// Where to listen for the proxy.
    pub listen: SocketAddr,
    /// What Telegram shows.
    pub secret: Secret,
}

/// setWebhook.
#[derive(Serialize)]
struct SetWebhook<'a> {
    url: &'a str,
    secret_token: &'a str,
    allowed_updates: [&'static str; 4],
    /// One: with more, two messages of one trainee could change places on the way.
    max_connections: u32,
}

impl Payload for SetWebhook<'_> {
    type Output = bool;

    const NAME: &'static str = "setWebhook";
}

/// One listening address for all bots of a process; each has a path of its own. Cheap to clone.
#[derive(Clone, Default)]
pub struct Gate(Arc<Mutex<HashMap<String, Arc<Site>>>>);

impl Gate {
    /// Listens until the task is aborted. Whoever comes for a bot that is not being served is not answered to.
    ///
    /// # Errors
    /// [`TelegramError::Listen`].
    pub async fn open(address: SocketAddr) -> Result<(Gate, JoinHandle<()>), TelegramError> {
        let (gate, listener) = (Gate::default(), listen(address).await?);
        let serving = serve(listener, gate.clone(), CONNECTIONS_OF_MANY);
        Ok((gate, tokio::spawn(serving)))
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Arc<Site>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets in whoever comes for this bot, as long as what is returned lives.
    fn admit(&self, site: &Arc<Site>) -> Admitted {
        let path = site.hook.url.path().to_owned();
        self.lock().insert(path.clone(), Arc::clone(site));
        Admitted { gate: self.clone(), path }
    }

    async fn answer(&self, request: Request<Incoming>) -> StatusCode {
        let site = self.lock().get(request.uri().path()).cloned();
        let Some(site) = site else { return StatusCode::NOT_FOUND };
        site.answer(request).instrument(site.span.clone()).await
    }
}

/// Goes out of the gate when it is dropped.
struct Admitted {
    gate: Gate,
    path: String,
}

impl Drop for Admitted {
    fn drop(&mut self) {
        self.gate.lock().remove(&self.path);
    }
}

async fn listen(address: SocketAddr) -> Result<TcpListener, TelegramError> {
    let failed = |error: std::io::Error| TelegramError::Listen { address, detail: error.to_string() };
    TcpListener::bind(address).await.map_err(failed)
}

/// Has updates pushed and takes them in, for ever; ends only with an error that no waiting can cure. At the gate where there is one,
/// else at the address of the webhook.
pub(super) async fn run(intake: Intake, hook: Webhook, shared: Option<Gate>) -> TelegramError {
    let own = match shared {
        Some(_) => None,
        None => match listen(hook.listen).await {
            Ok(listener) => Some(listener),
            Err(error) => return error,
        },
    };
    let gate = shared.unwrap_or_default();
    let (tell, mut failed) = mpsc::unbounded_channel();
    let site = Arc::new(Site { api: intake.api().clone(), intake, hook, tell, span: Span::current() });
    // It listens before Telegram is told to come.
    let _admitted = gate.admit(&site);
    let serving = async {
        match own {
            Some(listener) => serve(listener, gate.clone(), CONNECTIONS).await,
            None => std::future::pending().await,
        }
    };
    let asking = async {
        match site.ask().await {
            Some(error) => error,
            None => std::future::pending().await,
        }
    };
    tokio::select! {
        () = serving => std::future::pending().await,
        error = asking => error,
        Some(error) = failed.recv() => error,
    }
}

struct Site {
    api: Api,
    intake: Intake,
    hook: Webhook,
    /// Hears of a store that failed.
    tell: mpsc::UnboundedSender<TelegramError>,
    /// What log lines about it stand under.
    span: Span,
}

impl Site {
    /// Has Telegram push from now on; asks for as long as it takes to reach it.
    async fn ask(&self) -> Option<TelegramError> {
        let request = SetWebhook {
            url: self.hook.url.as_str(),
            secret_token: &self.hook.secret.0,
            allowed_updates: KINDS,
            max_connections: 1,
        };
        let mut wait = FIRST_WAIT;
        loop {
            match self.api.call(&request).await {
                Ok(_) => {
                    tracing::info!("updates are pushed from now on");
                    return None;
                }
                Err(ApiError::Refused { reason: Reason::Token, .. }) => {
                    return Some(TelegramError::WrongToken);
                }
                Err(ApiError::Refused { .. }) => return Some(TelegramError::Webhook),
                Err(error) if wait == FIRST_WAIT => tracing::warn!("{error}. Trying again"),
                Err(_) => {}
            }
            tokio::time::sleep(wait).await;
            wait = (wait * 2).min(LONGEST_WAIT);
        }
    }

    async fn answer(&self, request: Request<Incoming>) -> StatusCode {
        let ours = request.method() == Method::POST;
        let shown = request.headers().get(SECRET).map_or(&b""[..], |shown| shown.as_bytes());
        if !self.hook.secret.is(shown) || !ours {
            return StatusCode::NOT_FOUND;
        }
        if self.intake.is_full() {
            return StatusCode::SERVICE_UNAVAILABLE;
        }
        let body = Limited::new(request.into_body(), LARGEST).collect();
        let body = match tokio::time::timeout(PATIENCE, body).await {
            Ok(Ok(body)) => body.to_bytes(),
            // Too large, too slow, or cut off; it comes again, and Telegram tells of it in getWebhookInfo.
            _ => return StatusCode::PAYLOAD_TOO_LARGE,
        };
        let text = String::from_utf8_lossy(&body).into_owned();
        match self.intake.take_in(&[text]).await {
            Ok(()) => StatusCode::OK,
            Err(error) => {
                // Nobody hears it only when the service is ending already.
                let _ = self.tell.send(error);
                StatusCode::SERVICE_UNAVAILABLE
            }
        }
    }
}

async fn serve(listener: TcpListener, gate: Gate, connections: usize) {
    let places = Arc::new(Semaphore::new(connections));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
        let stream = match listener.accept().await {
            Ok((stream, _)) => stream,
            Err(error) => {
                // Out of file handles, say: it passes when some are given back.
                tracing::warn!("a connection could not be taken: {error}");
                tokio::time::sleep(FIRST_WAIT).await;
                continue;
            }
        };
        let gate = gate.clone();
        tokio::spawn(async move {
            let service = service_fn(move |request| {
                let gate = gate.clone();
                async move {
                    let mut response = Response::new(Empty::<Bytes>::new());
                    *response.status_mut() = gate.answer(request).await;
                    Ok::<_, Infallible>(response)
                }
            });
            let mut http = http1::Builder::new();
            http.timer(TokioTimer::new()).header_read_timeout(IDLE).max_buf_size(HEAD);
            // Whoever does not speak HTTP, or goes away, is nobody's trouble.
            let _ = http.serve_connection(TokioIo::new(stream), service).await;
            drop(place);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_what_telegram_takes_and_long_enough() {
        assert!(Secret::parse("abcdefgh-IJKL_0123").is_some());
        for bad in ["", "short", "with space in it here", "绝对不行的密钥绝对不行的密钥"] {
            assert!(Secret::parse(bad).is_none(), "{bad}");
        }
        let (one, other) = (Secret::fresh(), Secret::fresh());
        assert!(one.is(one.0.as_bytes()) && !one.is(other.0.as_bytes()) && !one.is(b""));
        assert!(Secret::parse(&one.0).is_some());
        let (shop, bank) = (one.for_bot("shop"), one.for_bot("bank"));
        assert!(Secret::parse(&shop.0).is_some() && shop.is(one.for_bot("shop").0.as_bytes()));
        assert!(!shop.is(bank.0.as_bytes()) && !shop.is(one.0.as_bytes()));
    }
}
