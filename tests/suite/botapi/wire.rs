//! From an HTTP request to an answer: token, method, faults, log.
use std::sync::Arc;
use std::time::Instant;

use axum::body::Body;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::Response;
use serde_json::{Value, json};

use super::faults::Fault;
use super::listener::Scissors;
use super::params::Params;
use super::records::Call;
use super::refusal::{Answer, Refusal};
use super::rules::{self, Rule, polling};
use super::server::Shared;
use super::state::text_of;

/// The method name under which downloads of files are logged and meet faults.
const DOWNLOAD: &str = "file";
/// The note of a call that met [`Fault::Answer`].
pub const INJECTED: &str = "injected answer";

/// Serves every path there is.
pub async fn handle(
    State(shared): State<Arc<Shared>>,
    ConnectInfo(scissors): ConnectInfo<Scissors>,
    request: Request,
) -> Response {
    let path = percent_decode(request.uri().path());
    let (rest, download) = match path.strip_prefix("/file/bot") {
        Some(rest) => (Some(rest), true),
        None => (path.strip_prefix("/bot"), false),
    };
    let Some((token, what)) = rest.and_then(|rest| rest.split_once('/')) else {
        return refused(&Refusal::not_found());
    };
    let mut entry = Entry::new(if download { DOWNLOAD } else { what });
    let params = match check_token(&shared, token) {
        Ok(()) if download => Ok(Params::default()),
        Ok(()) => Params::read(request).await,
        Err(refusal) => Err(refusal),
    };
    match params {
        Ok(_) if download => serve_file(&shared, &scissors, entry, what).await,
        Ok(params) => {
            entry.params = params.to_value();
            call(&shared, &scissors, entry, params).await
        }
        Err(refusal) => entry.close(&shared, Err(refusal)),
    }
}

/// A line of the log in the making.
struct Entry {
    arrived: Instant,
    method: String,
    params: Value,
}

impl Entry {
    fn new(method: &str) -> Self {
        let method = rules::find(method).map_or(method, |r| r.name).to_owned();
        Self { arrived: Instant::now(), method, params: Value::Null }
    }

    fn log(self, shared: &Shared, status: u16, note: &str) {
        let Self { arrived: at, method, params } = self;
        let call = Call { at, method, params, status, note: note.to_owned() };
        shared.change(|w| w.log.push(call));
    }

    /// Logs the answer and sends it.
    fn close(self, shared: &Shared, answer: Answer) -> Response {
        match answer {
            Ok(result) => {
                self.log(shared, 200, "");
                respond(200, "application/json", body(&result))
            }
            Err(refusal) => {
                self.log(shared, refusal.code, &refusal.description);
                refused(&refusal)
            }
        }
    }

    /// Logs the fault and closes the connection without an answer.
    fn cut(self, shared: &Shared, scissors: &Scissors, note: &str) -> Response {
        self.log(shared, 0, note);
        scissors.cut();
        respond(500, "text/plain", "never sent")
    }
}

/// One call of a method by the rightful bot.
async fn call(shared: &Arc<Shared>, scissors: &Scissors, entry: Entry, params: Params) -> Response {
    answering(shared).await;
    let chat = params.int("chat_id").ok().flatten();
    let fault = shared.look(|w| w.faults.take(&entry.method, chat));
    match &fault {
        Some(Fault::Answer { status, content_type, body }) => {
            entry.log(shared, *status, INJECTED);
            return respond(*status, content_type, body.clone());
        }
        Some(Fault::DropBefore) => return entry.cut(shared, scissors, "dropped before"),
        _ => {}
    }
    let answer = carry_out(shared, rules::find(&entry.method), params, fault.clone()).await;
    match fault {
        Some(Fault::DropAfter) => entry.cut(shared, scissors, "dropped after"),
        Some(Fault::Garbage) => {
            entry.log(shared, 200, "garbage");
            respond(200, "application/json", "{\"ok\":tr\u{fffd}<<<")
        }
        _ => entry.close(shared, answer),
    }
}

/// Applies the method's rule. All but long polls go on even when the client gives up waiting, as at Telegram.
async fn carry_out(
    shared: &Arc<Shared>,
    rule: Option<&'static Rule>,
    params: Params,
    fault: Option<Fault>,
) -> Answer {
    let rule = rule.ok_or_else(Refusal::not_found)?;
    params.only(rule.name, rule.params)?;
    if rule.name == "getUpdates" {
        if let Some(Fault::Delay(by)) = fault {
            tokio::time::sleep(by).await;
        }
        return polling::long_poll(shared, &params).await;
    }
    let shared = shared.clone();
    let work = tokio::spawn(async move {
        if let Some(Fault::Delay(by)) = fault {
            tokio::time::sleep(by).await;
        }
        shared.change(|w| (rule.apply)(w, &params))
    });
    work.await.unwrap_or_else(|e| {
        Err(Refusal { code: 500, description: format!("fake: panicked: {e}"), moved: None })
    })
}

/// Waits while the server is paused.
async fn answering(shared: &Shared) {
    let mut changes = shared.changes();
    while !shared.look(|w| w.answering) {
        if changes.changed().await.is_err() {
            return;
        }
    }
}

/// A malformed token is an unknown address; a well-formed wrong one is a stranger.
fn check_token(shared: &Shared, token: &str) -> Result<(), Refusal> {
    let well_formed = token.split_once(':').is_some_and(|(id, secret)| {
        id.parse::<u64>().is_ok() && secret.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
    });
    match shared.look(|w| w.token == token) {
        true => Ok(()),
        false if well_formed => Err(Refusal::unauthorized()),
        false => Err(Refusal::not_found()),
    }
}

/// Downloads a file; faults for the method name [`DOWNLOAD`] apply.
async fn serve_file(shared: &Shared, scissors: &Scissors, entry: Entry, path: &str) -> Response {
    answering(shared).await;
    let mut bytes =
        shared.look(|w| w.files.values().find(|f| f.path == path).map(|f| f.upload.bytes.clone()));
    match shared.look(|w| w.faults.take(DOWNLOAD, None)) {
        Some(Fault::Answer { status, content_type, body }) => {
            entry.log(shared, status, INJECTED);
            return respond(status, content_type, body);
        }
        Some(Fault::DropBefore | Fault::DropAfter) => return entry.cut(shared, scissors, "dropped"),
        Some(Fault::Delay(by)) => tokio::time::sleep(by).await,
        Some(Fault::Garbage) => bytes = bytes.map(|b| b.iter().rev().copied().collect()),
        None => {}
    }
    match bytes {
        Some(bytes) => {
            entry.log(shared, 200, "");
            respond(200, "application/octet-stream", bytes)
        }
        None => entry.close(shared, Err(Refusal::not_found())),
    }
}

/// The answer's text; updates as the texts that they come in.
fn body(result: &Value) -> String {
    match result.as_array().filter(|updates| updates.iter().any(|one| one["update_id"].is_i64())) {
        Some(updates) => {
            let texts: Vec<String> = updates.iter().map(text_of).collect();
            format!("{{\"ok\":true,\"result\":[{}]}}", texts.join(","))
        }
        None => json!({"ok": true, "result": result}).to_string(),
    }
}

fn refused(refusal: &Refusal) -> Response {
    respond(refusal.code, "application/json", refusal.body().to_string())
}

fn respond(status: u16, content_type: &str, body: impl Into<Body>) -> Response {
    let response = Response::builder().status(status).header(CONTENT_TYPE, content_type);
    response.body(body.into()).expect("a valid status and content type")
}

/// Decodes `%XX`. teloxide sends the path of a file as one segment, so its slashes come as `%2F`.
fn percent_decode(path: &str) -> String {
    let mut decoded = Vec::new();
    let mut bytes = path.bytes();
    while let Some(byte) = bytes.next() {
        let mut ahead = bytes.clone();
        let hex =
            |b: Option<u8>| b.and_then(|b| char::from(b).to_digit(16)).and_then(|d| u8::try_from(d).ok());
        match (byte, hex(ahead.next()), hex(ahead.next())) {
            (b'%', Some(high), Some(low)) => {
                decoded.push(high * 16 + low);
                bytes = ahead;
            }
            _ => decoded.push(byte),
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}
