//! Telegram's error answers.
use serde_json::{Value, json};

/// What a method answers: its `result`, or Telegram's refusal.
pub type Answer = Result<Value, Refusal>;

/// An error answer of the Bot API.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// HTTP status, repeated in the body as `error_code`.
    pub code: u16,
    /// Telegram's words, with the prefix ("Bad Request: ", "Forbidden: ", ...).
    pub description: String,
    /// For a group that became a supergroup: its new id.
    pub moved: Option<i64>,
}

impl Refusal {
    /// 400 with the prefix Telegram uses.
    pub fn bad(reason: impl AsRef<str>) -> Self {
        Self { code: 400, description: format!("Bad Request: {}", reason.as_ref()), moved: None }
    }

    /// 403 with the prefix Telegram uses.
    pub fn forbidden(reason: impl AsRef<str>) -> Self {
        Self { code: 403, description: format!("Forbidden: {}", reason.as_ref()), moved: None }
    }

    /// The group became a supergroup.
    pub fn moved(to: i64) -> Self {
        Self { moved: Some(to), ..Self::bad("group chat was upgraded to a supergroup chat") }
    }

    /// A malformed token, an unknown method or a missing file.
    pub fn not_found() -> Self {
        Self { code: 404, description: "Not Found".into(), moved: None }
    }

    /// A token of the right form that belongs to nobody.
    pub fn unauthorized() -> Self {
        Self { code: 401, description: "Unauthorized".into(), moved: None }
    }

    /// Two pollers at once; the older one gets this.
    pub fn conflict() -> Self {
        let why = "terminated by other getUpdates request; make sure that only one bot instance is running";
        Self { code: 409, description: format!("Conflict: {why}"), moved: None }
    }

    /// The answer's JSON body.
    pub fn body(&self) -> Value {
        let mut body = json!({"ok": false, "error_code": self.code, "description": self.description});
        if let Some(chat) = self.moved {
            body["parameters"] = json!({"migrate_to_chat_id": chat});
        }
        body
    }
}
