//! The process, from a start to its end.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use crate::botapi::FakeTelegram;

/// Names another program than the one that was built with this test, such as a copy of it that a build leaves alone, or an older one.
const PROGRAM: &str = "XIAOQI_CHAOS_PROGRAM";

/// A running `xiaoqi serve`. Killed when dropped.
pub struct Life {
    child: Child,
    log: PathBuf,
}

impl Life {
    /// Starts the program over a folder, or over a database; all it says goes to a file of its own.
    pub fn start(
        fake: &FakeTelegram,
        content: &Path,
        data: &Path,
        store: Option<&str>,
        logs: &Path,
        number: usize,
    ) -> Life {
        let log = logs.join(format!("{number:05}.log"));
        let out = File::create(&log).unwrap();
        let program = std::env::var_os(PROGRAM).unwrap_or_else(|| env!("CARGO_BIN_EXE_xiaoqi").into());
        let mut command = Command::new(program);
        command
            .arg("serve")
            .arg("--data")
            .arg(data)
            .arg("--content")
            .arg(content)
            .env("TELOXIDE_TOKEN", fake.token())
            .env("TELOXIDE_API_URL", fake.url())
            .env("XIAOQI_CACHE", Path::new(env!("CARGO_TARGET_TMPDIR")).join("models"))
            .env("XIAOQI_TYPING_MS", "0")
            .env("XIAOQI_CONFIG", "")
            // These people write faster than people can.
            .env("XIAOQI_FLOOD", "off")
            .env("XIAOQI_STORE", store.unwrap_or_default())
            .env_remove("RUST_LOG");
        // Whoever looks for a mistake turns the log up; it must keep silent about people then, too.
        if number % 4 == 3 {
            command.env("RUST_LOG", "trace");
        }
        command.stdin(Stdio::null()).stdout(out.try_clone().unwrap()).stderr(out);
        Life { child: command.spawn().unwrap(), log }
    }

    /// Sends a signal.
    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").args([&format!("-{name}"), &self.child.id().to_string()]).status();
        assert!(sent.unwrap().success(), "{name} can be sent");
    }

    /// SIGKILL, and waits until it is gone.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// How it ended, if it has.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().unwrap()
    }

    /// What it has said.
    pub fn said(&self) -> String {
        String::from_utf8_lossy(&fs::read(&self.log).unwrap()).into_owned()
    }

    /// Waits until it serves; whether it did, or ended before.
    pub fn serves(&mut self, patience: Duration) -> bool {
        let until = Instant::now() + patience;
        while Instant::now() < until {
            if self.said().contains("serving") {
                return true;
            }
            if self.ended().is_some() {
                return false;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("it neither serves nor ends within {patience:?}: {}", self.said());
    }
}

impl Drop for Life {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
