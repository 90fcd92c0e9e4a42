//! Faults to inject: what goes wrong, for which calls, how often.
use std::collections::VecDeque;
use std::time::{Duration, Instant};

use serde_json::json;

/// One thing that goes wrong with one call.
#[derive(Clone, Debug)]
pub enum Fault {
    /// The call is not carried out; this status and body is answered.
    Answer {
        /// HTTP status.
        status: u16,
        /// `Content-Type` header.
        content_type: &'static str,
        /// Whole body.
        body: String,
    },
    /// The call is carried out after this long, even if the client has given up by then.
    Delay(Duration),
    /// The connection closes; the call is not carried out.
    DropBefore,
    /// The call is carried out; the connection closes without an answer.
    DropAfter,
    /// The call is carried out; the answer, with status 200, is not JSON.
    Garbage,
}

impl Fault {
    /// 429: slow down for `seconds`.
    pub fn too_many_requests(seconds: u64) -> Self {
        let description = format!("Too Many Requests: retry after {seconds}");
        let parameters = json!({"retry_after": seconds});
        Self::json(
            429,
            json!({"ok": false, "error_code": 429, "description": description, "parameters": parameters}),
        )
    }

    /// Telegram's own 500, in JSON.
    pub fn internal_error() -> Self {
        let description = "Internal Server Error";
        Self::json(500, json!({"ok": false, "error_code": 500, "description": description}))
    }

    /// A gateway's 502, whose body is an HTML page.
    pub fn bad_gateway() -> Self {
        let body =
            "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>\r\n";
        Self::Answer { status: 502, content_type: "text/html", body: body.into() }
    }

    /// Any refusal, in Telegram's form.
    pub fn refusal(code: u16, description: &str) -> Self {
        Self::json(code, json!({"ok": false, "error_code": code, "description": description}))
    }

    fn json(status: u16, body: serde_json::Value) -> Self {
        Self::Answer { status, content_type: "application/json", body: body.to_string() }
    }
}

/// Which calls a fault hits. Empty fields match every call.
#[derive(Clone, Debug, Default)]
pub struct Target {
    method: Option<String>,
    chat: Option<i64>,
}

impl Target {
    /// Every call.
    pub fn any() -> Self {
        Self::default()
    }

    /// Calls of one method; letter case does not matter. Downloads of files count as the method "file".
    pub fn method(name: &str) -> Self {
        Self { method: Some(name.to_ascii_lowercase()), chat: None }
    }

    /// Narrows to calls with this `chat_id`.
    pub fn in_chat(self, chat: i64) -> Self {
        Self { chat: Some(chat), ..self }
    }

    fn hits(&self, method: &str, chat: Option<i64>) -> bool {
        let method_fits = self.method.as_deref().is_none_or(|m| m.eq_ignore_ascii_case(method));
        method_fits && (self.chat.is_none() || self.chat == chat)
    }
}

/// The faults waiting to happen.
#[derive(Default)]
pub struct Faults {
    queue: VecDeque<Planned>,
    outage: Option<(Instant, Fault)>,
}

struct Planned {
    target: Target,
    fault: Fault,
    left: usize,
}

impl Faults {
    /// The next `times` calls that `target` matches meet `fault`, after those planned earlier.
    pub fn plan(&mut self, target: Target, fault: Fault, times: usize) {
        self.queue.push_back(Planned { target, fault, left: times });
    }

    /// Every call meets `fault` for this long.
    pub fn refuse_everything(&mut self, fault: Fault, during: Duration) {
        self.outage = Some((Instant::now() + during, fault));
    }

    /// Forgets every fault not yet met.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Calls still to be hit by planned faults.
    pub fn left(&self) -> usize {
        self.queue.iter().map(|p| p.left).sum()
    }

    /// The fault this call meets, if any; takes it from the plan.
    pub fn take(&mut self, method: &str, chat: Option<i64>) -> Option<Fault> {
        if let Some((until, fault)) = &self.outage {
            if Instant::now() < *until {
                return Some(fault.clone());
            }
            self.outage = None;
        }
        self.queue.retain(|p| p.left > 0);
        let planned = self.queue.iter_mut().find(|p| p.target.hits(method, chat))?;
        planned.left -= 1;
        Some(planned.fault.clone())
    }
}
