//! The two bots as processes: started, watched, killed.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use tempfile::TempDir;
use tokio::sync::watch;
use url::Url;
use xiaoqi::channel::telegram::api::Api;
use xiaoqi::channel::telegram::sender::Pace;
use xiaoqi::channel::telegram::{self, Limits, Options, Secret, Token, Webhook, outbound};
use xiaoqi::desk::{Desk, Playbook};
use xiaoqi::store::{MemoryStore, SledStore, Store};

use crate::botapi::FakeTelegram;
use crate::world::WORLD;

/// Which bot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// teloxide's, which sends back what it gets.
    Echo,
    /// Xiaoqi over its store on disk, as in production.
    Disk,
    /// Xiaoqi over a store that forgets.
    Memory,
}

/// How updates come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Polling,
    Webhook,
}

/// A bot that runs; killed when dropped.
pub struct Bot {
    process: Child,
    /// Its store, which goes when the bot is gone.
    _folder: TempDir,
}

impl Bot {
    /// Starts it and waits until it takes updates.
    pub fn start(kind: Kind, way: Way, fake: &FakeTelegram) -> Bot {
        let folder = tempfile::tempdir().unwrap();
        let port = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port();
        let mut command = match kind {
            Kind::Echo => {
                let mut command = Command::new(echo());
                command.args(["echo", &fake.url(), &fake.token()]);
                command
            }
            Kind::Disk | Kind::Memory => {
                let store = if kind == Kind::Disk { folder.path() } else { Path::new("") };
                let mut command = Command::new(std::env::current_exe().unwrap());
                command.args(["--bot", &fake.url(), &fake.token()]).arg(store);
                command
            }
        };
        if way == Way::Webhook {
            command.arg(port.to_string());
        }
        let process =
            command.stdin(Stdio::null()).spawn().unwrap_or_else(|error| panic!("{command:?}: {error}"));
        // A poll that is held open is not in the log yet; who the bot is, is asked before.
        let ready = || match way {
            Way::Polling => !fake.calls_of("getMe").is_empty(),
            Way::Webhook => fake.webhook().is_some(),
        };
        while !ready() {
            std::thread::sleep(Duration::from_millis(50));
        }
        Bot { process, _folder: folder }
    }

    /// Seconds of processor time until now.
    pub fn cpu(&self) -> f64 {
        cpu_of(&self.process.id().to_string())
    }

    /// Resident memory now, in millions of bytes.
    pub fn megabytes(&self) -> u64 {
        let text = std::fs::read_to_string(format!("/proc/{}/status", self.process.id())).unwrap();
        let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() * 1_024 / 1_000_000
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Seconds of processor time of a process, with the kernel's on its behalf; Linux counts in hundredths.
pub fn cpu_of(process: &str) -> f64 {
    let text = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
    let fields: Vec<&str> = text.rsplit_once(')').unwrap().1.split_whitespace().collect();
    fields[11..13].iter().map(|ticks| ticks.parse::<f64>().unwrap()).sum::<f64>() / 100.0
}

fn echo() -> PathBuf {
    let usual = || Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/compare/target/release/compare");
    std::env::var_os("XIAOQI_COMPARE").map_or_else(usual, PathBuf::from)
}

/// Xiaoqi itself, put together as `serve` does, but for Telegram's limits: against them every bot would be as fast as every other.
pub fn serve(args: &[String]) {
    let api = Api::new(Token::parse(&args[1]).unwrap(), Url::parse(&args[0]).unwrap()).unwrap();
    let store: Arc<dyn Store> = match args[2].as_str() {
        "" => Arc::new(MemoryStore::new()),
        folder => Arc::new(SledStore::open(Path::new(folder)).unwrap()),
    };
    let hook = args.get(3).map(|port| Webhook {
        url: Url::parse(&format!("http://127.0.0.1:{port}/hook")).unwrap(),
        listen: ([127, 0, 0, 1], port.parse().unwrap()).into(),
        secret: Secret::fresh(),
    });
    let mind = Playbook::new(Arc::clone(&WORLD.content), Arc::clone(&WORLD.prose));
    let desk = Arc::new(Desk::new(store, Arc::new(mind), outbound::letters));
    let pace = Pace {
        chat_every: Duration::ZERO,
        chat_burst: 1_000,
        overall: 1_000_000,
        typing: (Duration::ZERO, Duration::ZERO),
        ..Pace::default()
    };
    let options = Options { pace, limits: Limits::NONE, ..Options::default() };
    let (_go_on, stop) = watch::channel(false);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(telegram::run_by(hook, api, desk, options, stop)).unwrap();
}
