//! Calls of the Bot API. The methods and types are teloxide's; the transport is our own, because teloxide's sleeps
//! for ten seconds inside the request after every 5xx, and a sender that waits there cannot serve another chat.

use std::time::{Duration, SystemTime};

use futures::future::{BoxFuture, FutureExt};
use reqwest::multipart::{Form, Part};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;
use teloxide::payloads::GetFile;
use teloxide::requests::Payload;
use teloxide::types::FileId;
use url::Url;

use crate::base::id::TraineeId;
use crate::desk::group::Roster;
use crate::desk::now;
use crate::desk::office::Fetch;
use crate::flow::group::Rank;
use crate::vitals::{VITALS, count};

use super::token::Token;

/// How long Telegram may take for an ordinary call.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long it may take to hand over a file: some hundred kilobytes, over a poor line.
const UPLOAD_PATIENCE: Duration = Duration::from_secs(60);
/// How long connecting may take.
const CONNECT: Duration = Duration::from_secs(6);
/// What to wait after a 429 that does not say how long, in seconds.
const USUAL_WAIT: u64 = 3;

/// Telegram's own address.
pub const TELEGRAM: &str = "https://api.telegram.org";

/// Why a call brought no result. Never holds the token, nor anything anybody wrote.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApiError {
    /// 429: not before this many seconds have passed.
    #[error("Telegram asks to wait {seconds} s")]
    Busy {
        /// Seconds.
        seconds: u64,
    },
    /// Telegram understood and said no.
    #[error("Telegram refused with {code}: {reason}")]
    Refused {
        /// The HTTP status.
        code: u16,
        /// Why, as far as it matters here.
        reason: Reason,
    },
    /// Telegram, or something before it, is out of order, or its answer made no sense. The call may have been
    /// carried out.
    #[error("no usable answer (status {status})")]
    Broken {
        /// The HTTP status.
        status: u16,
    },
    /// No answer. The call may have been carried out.
    #[error("cannot reach the Bot API: {detail}")]
    Unreachable {
        /// What the network said.
        detail: String,
    },
}

/// Why Telegram refused. Its own words can quote the message, so they are only sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// The chat is closed to the bot: blocked, left, deleted, never opened.
    #[error("this chat is closed to the bot")]
    Closed,
    /// The token is nobody's.
    #[error("it does not know this token")]
    Token,
    /// The message that was to be turned is not there any more, or cannot be turned.
    #[error("there is no such message")]
    NoMessage,
    /// It shows that already.
    #[error("the message shows that already")]
    Unchanged,
    /// The group goes on under this number.
    #[error("the group has another number")]
    Moved(i64),
    /// Another poller.
    #[error("another process takes this bot's updates")]
    Conflict,
    /// Anything else.
    #[error("the call itself")]
    Other,
}

/// A way to the Bot API. Cheap to clone.
#[derive(Clone)]
pub struct Api {
    client: reqwest::Client,
    token: Token,
    base: Url,
}

/// A call with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// The method.
    pub method: &'static str,
    /// Its parameters but for the file.
    pub fields: Vec<(&'static str, String)>,
    /// The parameter that is the file.
    pub field: &'static str,
    /// The file's name.
    pub name: String,
    /// Its MIME type.
    pub mime: String,
    /// Its contents.
    pub bytes: Vec<u8>,
}

/// What every method answers.
#[derive(Deserialize)]
struct Answer {
    ok: bool,
    result: Option<Value>,
    description: Option<String>,
    parameters: Option<Parameters>,
}

#[derive(Deserialize)]
struct Parameters {
    retry_after: Option<u64>,
    migrate_to_chat_id: Option<i64>,
}

impl Api {
    /// A way to the API at `base`, such as [`TELEGRAM`].
    ///
    /// # Errors
    /// `Unreachable` when the machine's TLS cannot be set up.
    pub fn new(token: Token, base: Url) -> Result<Api, ApiError> {
        Ok(Api { client: Api::client()?, token, base })
    }

    /// The same over connections that several bots share.
    pub fn over(client: reqwest::Client, token: Token, base: Url) -> Api {
        Api { client, token, base }
    }

    /// What calls are made with.
    ///
    /// # Errors
    /// `Unreachable` when the machine's TLS cannot be set up.
    pub fn client() -> Result<reqwest::Client, ApiError> {
        let client = reqwest::Client::builder().connect_timeout(CONNECT).tcp_nodelay(true).build();
        client.map_err(|error| ApiError::Unreachable { detail: innermost(error) })
    }

    /// Calls a method.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn call<P: Payload + Serialize>(&self, payload: &P) -> Result<Value, ApiError> {
        let patience = payload.timeout_hint().unwrap_or_default() + PATIENCE;
        let request = self.client.post(self.address(P::NAME)).json(payload).timeout(patience);
        self.answer(request).await
    }

    /// Calls a method that brings updates: each as the text in which it came, so that one that nobody can read does not keep the
    /// others.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub(super) async fn updates<P: Payload + Serialize>(&self, payload: &P) -> Result<Vec<String>, ApiError> {
        let patience = payload.timeout_hint().unwrap_or_default() + PATIENCE;
        let request = self.client.post(self.address(P::NAME)).json(payload).timeout(patience);
        let (status, body) = self.body(request).await?;
        updates(status, &body)
    }

    /// What the clock at the other end shows, if it tells.
    pub async fn date(&self) -> Option<SystemTime> {
        let response = self.client.head(self.base.clone()).timeout(PATIENCE).send().await.ok()?;
        let told = response.headers().get("date")?.to_str().ok()?;
        let told = jiff::fmt::rfc2822::parse(told).ok()?;
        u64::try_from(told.timestamp().as_second())
            .ok()
            .map(|second| SystemTime::UNIX_EPOCH + Duration::from_secs(second))
    }

    /// Calls a method with a file. By hand where `call` takes teloxide's types: their multipart form is bound to
    /// teloxide's own transport.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn upload(&self, upload: Upload) -> Result<Value, ApiError> {
        let Upload { method, fields, field, name, mime, bytes } = upload;
        let part = Part::bytes(bytes).file_name(name);
        let part = part.mime_str(&mime).map_err(|error| unreachable(&self.token, error))?;
        let form = fields.into_iter().fold(Form::new(), |form, (name, value)| form.text(name, value));
        let form = form.part(field, part);
        let request = self.client.post(self.address(method)).multipart(form).timeout(UPLOAD_PATIENCE);
        self.answer(request).await
    }

    async fn file(&self, handle: &str, most: u64) -> Option<Vec<u8>> {
        let told = self.call(&GetFile::new(FileId(handle.to_owned()))).await;
        let told = told.inspect_err(|error| tracing::warn!("a file cannot be had: {error}")).ok()?;
        let path = told["file_path"].as_str()?;
        if path.split('/').any(|part| part.is_empty() || part == "..") {
            return None;
        }
        let mut url = self.base.clone();
        url.path_segments_mut()
            .ok()?
            .pop_if_empty()
            .push("file")
            .push(&format!("bot{}", self.token.reveal()))
            .extend(path.split('/'));
        let sent = self.client.get(url).timeout(UPLOAD_PATIENCE).send().await;
        let sent = sent.map_err(|error| unreachable(&self.token, error));
        let mut response = sent.inspect_err(|error| tracing::warn!("a file cannot be had: {error}")).ok()?;
        if !response.status().is_success() {
            tracing::warn!(status = response.status().as_u16(), "a file cannot be had");
            return None;
        }
        // What is announced may not be what comes.
        let mut bytes = Vec::new();
        while let Some(chunk) = response.chunk().await.ok()? {
            bytes.extend_from_slice(&chunk);
            if bytes.len() as u64 > most {
                return None;
            }
        }
        Some(bytes)
    }

    async fn answer(&self, request: reqwest::RequestBuilder) -> Result<Value, ApiError> {
        let answer = self.exchange(request).await;
        note(&answer);
        answer
    }

    async fn exchange(&self, request: reqwest::RequestBuilder) -> Result<Value, ApiError> {
        let (status, body) = self.body(request).await?;
        read(status, &body)
    }

    async fn body(&self, request: reqwest::RequestBuilder) -> Result<(u16, Vec<u8>), ApiError> {
        let response = request.send().await.map_err(|error| unreachable(&self.token, error))?;
        let status = response.status().as_u16();
        let body = response.bytes().await.map_err(|error| unreachable(&self.token, error))?;
        Ok((status, body.to_vec()))
    }

    fn address(&self, method: &str) -> Url {
        let mut url = self.base.clone();
        if let Ok(mut path) = url.path_segments_mut() {
            path.pop_if_empty().push(&format!("bot{}", self.token.reveal())).push(method);
        }
        url
    }
}

/// Counts a call, and when Telegram itself answered last.
fn note(answer: &Result<Value, ApiError>) {
    let outcome = match answer {
        Ok(_) => "ok",
        Err(ApiError::Busy { .. }) => "busy",
        Err(ApiError::Refused { .. }) => "refused",
        Err(ApiError::Broken { .. }) => "broken",
        Err(ApiError::Unreachable { .. }) => "unreachable",
    };
    count(&VITALS.api_calls, "outcome", outcome);
    if matches!(outcome, "ok" | "busy" | "refused") {
        VITALS.api_reached.set(now().0 as f64 / 1_000.0);
    }
}

impl Fetch for Api {
    fn fetch<'a>(&'a self, handle: &'a str, most: u64) -> BoxFuture<'a, Option<Vec<u8>>> {
        self.file(handle, most).boxed()
    }
}

/// getChatMember.
#[derive(Serialize)]
struct Whois {
    chat_id: i64,
    user_id: i64,
}

impl Payload for Whois {
    type Output = Value;

    const NAME: &'static str = "getChatMember";
}

impl Roster for Api {
    fn rank(&self, chat: i64, who: TraineeId) -> BoxFuture<'_, Option<(Rank, String)>> {
        async move {
            let told = match self.call(&Whois { chat_id: chat, user_id: who.0 }).await {
                Ok(told) => told,
                // Telegram knows nobody of that number in this group.
                Err(ApiError::Refused { code: 400, reason: Reason::Closed }) => {
                    return Some((Rank::Stranger, String::new()));
                }
                Err(error) => {
                    tracing::warn!("it cannot be asked what somebody is in a group: {error}");
                    return None;
                }
            };
            let rank = match told["status"].as_str().unwrap_or_default() {
                "creator" | "administrator" => Rank::Administrator,
                "member" => Rank::Member,
                "restricted" if told["is_member"] == true => Rank::Member,
                _ => Rank::Stranger,
            };
            Some((rank, told["user"]["first_name"].as_str().unwrap_or_default().to_owned()))
        }
        .boxed()
    }
}

fn updates(status: u16, body: &[u8]) -> Result<Vec<String>, ApiError> {
    #[derive(Deserialize)]
    struct Updates<'a> {
        ok: bool,
        #[serde(borrow, default)]
        result: Vec<&'a RawValue>,
    }
    let text = String::from_utf8_lossy(body);
    match serde_json::from_str::<Updates<'_>>(&text) {
        Ok(Updates { ok: true, result }) => Ok(result.into_iter().map(|raw| raw.get().to_owned()).collect()),
        // Whatever else was answered, it was no updates.
        _ => Err(read(status, body).err().unwrap_or(ApiError::Broken { status })),
    }
}

fn read(status: u16, body: &[u8]) -> Result<Value, ApiError> {
    let broken = ApiError::Broken { status };
    let Ok(answer) = serde_json::from_slice::<Answer>(body) else { return Err(broken) };
    match answer {
        Answer { ok: true, result: Some(result), .. } => Ok(result),
        Answer { parameters, .. } if status == 429 => {
            let seconds = parameters.and_then(|p| p.retry_after).unwrap_or(USUAL_WAIT);
            Err(ApiError::Busy { seconds })
        }
        Answer { parameters: Some(Parameters { migrate_to_chat_id: Some(chat), .. }), .. }
            if (400..500).contains(&status) =>
        {
            Err(ApiError::Refused { code: status, reason: Reason::Moved(chat) })
        }
        Answer { description, .. } if (400..500).contains(&status) => {
            Err(ApiError::Refused { code: status, reason: sort(status, &description.unwrap_or_default()) })
        }
        _ => Err(broken),
    }
}

fn sort(code: u16, description: &str) -> Reason {
    const CLOSED: [&str; 7] = [
        "participant_id_invalid",
        "chat not found",
        "user not found",
        "peer_id_invalid",
        "group chat was upgraded",
        "have no rights to send",
        "chat_write_forbidden",
    ];
    const GONE: [&str; 4] = [
        "message to edit not found",
        "message can't be edited",
        "message_id_invalid",
        "no text in the message to edit",
    ];
    let said = description.to_ascii_lowercase();
    match code {
        400 if said.contains("message is not modified") => Reason::Unchanged,
        400 if GONE.iter().any(|words| said.contains(words)) => Reason::NoMessage,
        401 | 404 => Reason::Token,
        403 => Reason::Closed,
        409 => Reason::Conflict,
        400 if CLOSED.iter().any(|words| said.contains(words)) => Reason::Closed,
        _ => Reason::Other,
    }
}

// The error's own text has the address, and with it the token; the causes below it have not. Struck out all the same.
fn unreachable(token: &Token, error: reqwest::Error) -> ApiError {
    ApiError::Unreachable { detail: token.redact(&innermost(error)) }
}

/// The last cause of it, without an address.
fn innermost(error: reqwest::Error) -> String {
    let error = error.without_url();
    let mut cause: &dyn std::error::Error = &error;
    while let Some(deeper) = cause.source() {
        cause = deeper;
    }
    cause.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn api(base: &str) -> Api {
        let token = Token::parse("123456:AAbbCCddEEffGGhhIIjjKK-_12").unwrap();
        Api::new(token, Url::parse(base).unwrap()).unwrap()
    }

    #[test]
    fn the_method_follows_the_base_with_or_without_a_slash() {
        for base in ["http://host/api", "http://host/api/"] {
            let url = api(base).address("getMe");
            assert_eq!(url.as_str(), "http://host/api/bot123456:AAbbCCddEEffGGhhIIjjKK-_12/getMe");
        }
    }

    #[tokio::test]
    async fn an_unreachable_api_does_not_give_the_token_away() {
        let error = api("http://127.0.0.1:1").call(&teloxide::payloads::GetMe::new()).await.unwrap_err();
        assert!(matches!(error, ApiError::Unreachable { .. }));
        assert!(!format!("{error} {error:?}").contains("AAbb"), "{error}");
    }

    #[test]
    fn answers_are_sorted_by_what_to_do_next() {
        let read = |status, body: &str| read(status, body.as_bytes());
        assert_eq!(read(200, r#"{"ok":true,"result":7}"#), Ok(7.into()));
        let busy = r#"{"ok":false,"parameters":{"retry_after":9}}"#;
        assert_eq!(read(429, busy), Err(ApiError::Busy { seconds: 9 }));
        assert_eq!(read(429, r#"{"ok":false}"#), Err(ApiError::Busy { seconds: USUAL_WAIT }));
        assert_eq!(read(502, "<html>"), Err(ApiError::Broken { status: 502 }));
        assert_eq!(read(200, r#"{"ok":tr"#), Err(ApiError::Broken { status: 200 }));
        let refused = |code, reason| Err(ApiError::Refused { code, reason });
        let gone = r#"{"ok":false,"description":"Bad Request: chat not found"}"#;
        assert_eq!(read(400, gone), refused(400, Reason::Closed));
        assert_eq!(read(403, r#"{"ok":false}"#), refused(403, Reason::Closed));
        assert_eq!(read(400, r#"{"ok":false}"#), refused(400, Reason::Other));
        assert_eq!(read(401, r#"{"ok":false}"#), refused(401, Reason::Token));
    }
}
