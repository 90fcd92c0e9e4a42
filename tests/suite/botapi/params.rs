//! A call's parameters, however they were sent: query, form, JSON or multipart.
use std::collections::BTreeMap;

use axum::body::to_bytes;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header::CONTENT_TYPE;
use serde_json::{Map, Value};
use url::form_urlencoded;

use super::records::Upload;
use super::refusal::Refusal;

/// Telegram takes files of up to 50 MB; a little more for the envelope.
const MOST_BYTES: usize = 51 * 1024 * 1024;

/// Parameters by name; uploaded files apart.
#[derive(Clone, Debug, Default)]
pub struct Params {
    values: Map<String, Value>,
    files: BTreeMap<String, Upload>,
}

impl Params {
    /// Reads the parameters of a request. Refuses bodies it cannot understand.
    pub async fn read(request: Request) -> Result<Self, Refusal> {
        let mut params = Self::default();
        params.take_form(request.uri().query().unwrap_or_default().as_bytes());
        let kind = request.headers().get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
        let kind = kind.to_ascii_lowercase();
        if kind.starts_with("multipart/form-data") {
            params.take_multipart(request).await?;
            return Ok(params);
        }
        let body = to_bytes(request.into_body(), MOST_BYTES).await;
        let body = body.map_err(|_| too_large())?;
        match kind.split(';').next().unwrap_or_default().trim() {
            "application/json" => params.take_json(&body)?,
            "application/x-www-form-urlencoded" => params.take_form(&body),
            _ if body.is_empty() => {}
            other => return Err(Refusal::bad(format!("fake: body of type {other:?}"))),
        }
        Ok(params)
    }

    fn take_form(&mut self, form: &[u8]) {
        for (name, value) in form_urlencoded::parse(form) {
            self.values.insert(name.into_owned(), Value::String(value.into_owned()));
        }
    }

    fn take_json(&mut self, body: &[u8]) -> Result<(), Refusal> {
        if body.is_empty() {
            return Ok(());
        }
        match serde_json::from_slice(body) {
            Ok(Value::Object(fields)) => self.values.extend(fields.into_iter().filter(|(_, v)| !v.is_null())),
            Ok(Value::Null) => {}
            _ => return Err(Refusal::bad("can't parse JSON object")),
        }
        Ok(())
    }

    async fn take_multipart(&mut self, request: Request) -> Result<(), Refusal> {
        let broken = |_| Refusal::bad("fake: broken multipart body");
        let mut form = Multipart::from_request(request, &()).await.map_err(|_| too_large())?;
        while let Some(field) = form.next_field().await.map_err(broken)? {
            let name = field.name().unwrap_or_default().to_owned();
            let file_name = field.file_name().map(str::to_owned);
            let mime = field.content_type().map(str::to_owned);
            let bytes = field.bytes().await.map_err(|_| too_large())?.to_vec();
            match file_name {
                Some(file_name) => {
                    self.files.insert(name, Upload { file_name, mime, bytes });
                }
                None => {
                    let text = String::from_utf8(bytes);
                    let text = text.map_err(|_| Refusal::bad("strings must be encoded in UTF-8"))?;
                    self.values.insert(name, Value::String(text));
                }
            }
        }
        Ok(())
    }

    /// Refuses parameters that are not among the method's own. Attached files are named by the client, so a
    /// file is known if a parameter refers to it.
    pub fn only(&self, method: &str, known: &[&str]) -> Result<(), Refusal> {
        let attached = |name: &str| self.values.values().any(|v| v == &format!("attach://{name}"));
        let strange = self.values.keys().find(|name| !known.contains(&name.as_str()));
        let strange =
            strange.or_else(|| self.files.keys().find(|n| !known.contains(&n.as_str()) && !attached(n)));
        match strange {
            Some(name) => Err(Refusal::bad(format!("fake: unknown parameter {name:?} of {method}"))),
            None => Ok(()),
        }
    }

    /// The parameters as sent, for the log; files appear as their size in bytes.
    pub fn to_value(&self) -> Value {
        let mut all = self.values.clone();
        for (name, upload) in &self.files {
            all.insert(name.clone(), Value::String(format!("{} bytes", upload.bytes.len())));
        }
        Value::Object(all)
    }

    /// Whether the parameter was sent at all.
    pub fn has(&self, name: &str) -> bool {
        self.values.contains_key(name) || self.files.contains_key(name)
    }

    /// An integer, also when written as a string.
    pub fn int(&self, name: &str) -> Result<Option<i64>, Refusal> {
        let read = match self.values.get(name) {
            None => return Ok(None),
            Some(Value::String(text)) if text.is_empty() => return Ok(None),
            Some(Value::String(text)) => text.trim().parse().ok(),
            Some(value) => value.as_i64(),
        };
        read.map(Some).ok_or_else(|| Refusal::bad(format!("fake: parameter {name:?} is not an integer")))
    }

    /// A string; numbers and booleans are taken as written.
    pub fn text(&self, name: &str) -> Result<Option<String>, Refusal> {
        match self.values.get(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(value @ (Value::Number(_) | Value::Bool(_))) => Ok(Some(value.to_string())),
            Some(_) => Err(Refusal::bad(format!("fake: parameter {name:?} is not a string"))),
        }
    }

    /// A boolean; absent means false.
    pub fn flag(&self, name: &str) -> Result<bool, Refusal> {
        match self.text(name)?.as_deref().map(str::to_ascii_lowercase).as_deref() {
            None | Some("false" | "0" | "no" | "") => Ok(false),
            Some("true" | "1" | "yes") => Ok(true),
            Some(_) => Err(Refusal::bad(format!("fake: parameter {name:?} is not a boolean"))),
        }
    }

    /// A JSON object or array, also when written as a string. `what` names it in the refusal.
    pub fn json(&self, name: &str, what: &str) -> Result<Option<Value>, Refusal> {
        match self.values.get(name) {
            None => Ok(None),
            Some(Value::String(text)) if text.is_empty() => Ok(None),
            Some(Value::String(text)) => serde_json::from_str(text)
                .map(Some)
                .map_err(|_| Refusal::bad(format!("can't parse {what} JSON object"))),
            Some(value) => Ok(Some(value.clone())),
        }
    }

    /// The uploaded file of a parameter: under its own name, or attached under another.
    pub fn file(&self, name: &str) -> Option<&Upload> {
        let attached = || {
            let reference = self.values.get(name)?.as_str()?;
            self.files.get(reference.strip_prefix("attach://")?)
        };
        self.files.get(name).or_else(attached)
    }
}

fn too_large() -> Refusal {
    Refusal { code: 413, description: "Request Entity Too Large".into(), moved: None }
}
