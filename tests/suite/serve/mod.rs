//! The program itself (`xiaoqi serve`) with the real content, against the fake Telegram. Buttons are found by what
//! they do (the beginning of their data), never by what stands on them: the texts are the trainers'.

mod bots;
mod content;
mod contest;
mod entrance;
mod keys;
mod start;
mod talk;

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use crate::botapi::{FakeTelegram, Message, Phone};

/// How long one reaction may take: a cold start trains the readers first.
pub const PATIENCE: Duration = Duration::from_secs(120);

/// Trained models are shared by all tests; training is not what they are about.
static CACHE: LazyLock<tempfile::TempDir> = LazyLock::new(|| tempfile::tempdir().unwrap());

/// A running `xiaoqi serve`. Killed when dropped.
pub struct Serve {
    child: Child,
    log: PathBuf,
}

impl Serve {
    pub fn start(fake: &FakeTelegram, folder: &Path) -> Serve {
        Serve::with(&fake.token(), &fake.url(), folder)
    }

    pub fn with(token: &str, url: &str, folder: &Path) -> Serve {
        let content = Path::new(env!("CARGO_MANIFEST_DIR"));
        Serve::spawn(command(url, folder, content).env("TELOXIDE_TOKEN", token), folder)
    }

    pub fn spawn(command: &mut Command, folder: &Path) -> Serve {
        let log = folder.join("log");
        let out = std::fs::OpenOptions::new().create(true).append(true).open(&log).unwrap();
        let child =
            command.stdin(Stdio::null()).stdout(out.try_clone().unwrap()).stderr(out).spawn().unwrap();
        Serve { child, log }
    }

    /// kill -9.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    #[cfg(unix)]
    pub fn terminate(&self) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
    }

    pub fn wait(&mut self) -> ExitStatus {
        let started = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(started.elapsed() < PATIENCE, "it does not end; it said {}", self.log());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Everything it and those before it in this folder printed.
    pub fn log(&self) -> String {
        let mut text = String::new();
        std::fs::File::open(&self.log).unwrap().read_to_string(&mut text).unwrap();
        text
    }
}

impl Drop for Serve {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("it had ended: {:?}; it said:\n{}", self.child.try_wait(), self.log());
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn command(url: &str, folder: &Path, content: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xiaoqi"));
    command
        .arg("serve")
        .arg("--data")
        .arg(folder.join("data"))
        .arg("--content")
        .arg(content)
        .env_remove("TELOXIDE_TOKEN")
        .env_remove("RUST_LOG")
        .env("XIAOQI_CONFIG", "")
        .env_remove("XIAOQI_KEY_FILE")
        .env("TELOXIDE_API_URL", url)
        .env("XIAOQI_CACHE", CACHE.path())
        .env("XIAOQI_TYPING_MS", "0");
    command
}

/// Waits for a button, among the bot's messages after the first `after`, whose data begins so.
pub async fn button(phone: &Phone, after: usize, prefix: &str) -> Vec<Message> {
    let has =
        |m: &Message| m.buttons().iter().any(|b| b.data.as_deref().is_some_and(|d| d.starts_with(prefix)));
    phone.wait_for(|shown| shown.iter().skip(after).any(has)).await
}
