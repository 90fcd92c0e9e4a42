//! What an operator does with the service: backups while it runs, restoring them, numbers, metrics, upgrades. With the
//! program itself and the real content, against the fake Telegram.

mod backup;
mod metrics;
mod moving;
mod upgrade;

use std::path::Path;
use std::process::Command;

/// What a tool said, and its exit code.
struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

/// Runs a tool on the data of a service that runs, or ran, in `folder`.
fn tool(folder: &Path, args: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xiaoqi"));
    command.args(args).args(["--lang", "en", "--data"]).arg(folder.join("data"));
    command.env("XIAOQI_CONFIG", "").env_remove("TELOXIDE_TOKEN");
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

impl Ran {
    fn json(&self) -> serde_json::Value {
        serde_json::from_str(self.out.trim())
            .unwrap_or_else(|error| panic!("{error}: {}{}", self.out, self.err))
    }
}
