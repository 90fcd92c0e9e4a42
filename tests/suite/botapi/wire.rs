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
use super::refusal::{Answer, Refusal};
use super::rules::{self, Rule, polling};
use super::server::Shared;
use super::state::Call;

/// Serves every path there is.
pub async fn handle(
    State(shared): State<Arc<Shared>>,
    ConnectInfo(scissors): ConnectInfo<Scissors>,
    request: Request,
) -> Response {
    let path = percent_decode(request.uri().path());
    if let Some(rest) = path.strip_prefix("/file/bot") {
        return download(&shared, rest);
    }
    let Some((token, method)) = path.strip_prefix("/bot").and_then(|rest| rest.split_once('/')) else {
        return refused(&Refusal::not_found());
    };
    if let Err(refusal) = check_token(&shared, token) {
        return refused(&refusal);
    }
    match Params::read(request).await {
        Ok(params) => call(shared, scissors, method.to_owned(), params).await,
        Err(refusal) => refused(&refusal),
    }
}

/// One call of a method by the rightful bot.
async fn call(shared: Arc<Shared>, scissors: Scissors, method: String, params: Params) -> Response {
    let arrived = Instant::now();
    answering(&shared).await;
    let rule = rules::find(&method);
    let name = rule.map_or(method.as_str(), |r| r.name).to_owned();
    let chat = params.int("chat_id").ok().flatten();
    let fault = shared.look(|w| w.faults.take(&name, chat));
    let sent = params.to_value();
    let log = |status, note: &str| {
        let call = Call { at: arrived, method: name, params: sent, status, note: note.to_owned() };
        shared.change(|w| w.log.push(call));
    };
    match &fault {
        Some(Fault::Answer { status, content_type, body }) => {
            log(*status, "injected answer");
            return respond(*status, content_type, body.clone());
        }
        Some(Fault::DropBefore) => {
            log(0, "dropped before");
            return cut(&scissors);
        }
        Some(Fault::Delay(by)) if rule.is_some_and(|r| r.name == "getUpdates") => {
            tokio::time::sleep(*by).await
        }
        _ => {}
    }
    let answer = carry_out(&shared, rule, params, fault.clone()).await;
    match fault {
        Some(Fault::DropAfter) => {
            log(0, "dropped after");
            cut(&scissors)
        }
        Some(Fault::Garbage) => {
            log(200, "garbage");
            respond(200, "application/json", "{\"ok\":tr\u{fffd}<<<")
        }
        _ => {
            log(answer.as_ref().map_or_else(|r| r.code, |_| 200), &note(&answer));
            answer.map_or_else(|r| refused(&r), |result| respond_ok(&result))
        }
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
        return polling::long_poll(shared, &params).await;
    }
    let shared = shared.clone();
    let work = tokio::spawn(async move {
        if let Some(Fault::Delay(by)) = fault {
            tokio::time::sleep(by).await;
        }
        shared.change(|w| (rule.apply)(w, &params))
    });
    work.await.unwrap_or_else(|e| Err(Refusal { code: 500, description: format!("fake: panicked: {e}") }))
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

fn download(shared: &Shared, rest: &str) -> Response {
    let Some((token, path)) = rest.split_once('/') else { return refused(&Refusal::not_found()) };
    if let Err(refusal) = check_token(shared, token) {
        return refused(&refusal);
    }
    let bytes = shared.look(|w| w.files.values().find(|f| f.path == path).map(|f| f.upload.bytes.clone()));
    match bytes {
        Some(bytes) => respond(200, "application/octet-stream", bytes),
        None => refused(&Refusal::not_found()),
    }
}

fn note(answer: &Answer) -> String {
    answer.as_ref().err().map(|r| r.description.clone()).unwrap_or_default()
}

fn cut(scissors: &Scissors) -> Response {
    scissors.cut();
    respond(500, "text/plain", "never sent".to_owned())
}

fn respond_ok(result: &Value) -> Response {
    respond(200, "application/json", json!({"ok": true, "result": result}).to_string())
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
