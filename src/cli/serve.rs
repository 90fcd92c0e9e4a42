//! `serve`: the Telegram service, from the environment to the exit code.
//!
//! - `stage`: the content, read once for all bots of a process
//! - `bot`: one bot, from its settings to its end
//! - `many`: several bots, each of which may fail without the others

mod bot;
mod many;
mod stage;

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio::sync::watch;
use tracing_subscriber::EnvFilter;
use url::Url;

use crate::base::id::TraineeId;
use crate::base::lang::Lang;
use crate::channel::telegram::api::{Api, ApiError, TELEGRAM};
use crate::channel::telegram::{TelegramError, Token};
use crate::desk::wires::Newer;
use crate::desk::{DeskError, guard};
use crate::library::{LibraryError, Origin};
use crate::store::{Keyring, PostgresUrl, StoreError};

use super::entrance::{EntranceArgs, EntranceError};
use super::observe::{self, Board};
use super::settings::LogFormat;
use super::system;

use bot::{Around, Plan, Tasks};
pub use many::{Bot, House, serve_bots, serve_bots_until};
pub(super) use stage::Stage;

/// The variable that holds the bot's token.
pub(super) const TOKEN: &str = "TELOXIDE_TOKEN";
/// The variable that holds the address of the Bot API.
pub(super) const API_URL: &str = "TELOXIDE_API_URL";

/// Libraries that may log addresses or headers, and with them the token, when asked for more than warnings.
const HUSHED: [&str; 8] =
    ["hyper", "hyper_util", "h2", "reqwest", "rustls", "sled", "tokio_postgres", "deadpool_postgres"];

/// What the service needs to run.
#[derive(Clone, Debug, Default)]
pub struct ServeOptions {
    /// File that holds the bot token; the environment's where missing.
    pub token_file: Option<PathBuf>,
    /// Address of the Bot API; the environment's or Telegram's where missing.
    pub api_url: Option<String>,
    /// Folder of the store.
    pub data: PathBuf,
    /// The database that stands in for that store, if any; the folder is still needed for the control socket.
    pub store: Option<PostgresUrl>,
    /// Keys that what is kept is encrypted with; none: it is not.
    pub ring: Keyring,
    /// Folder of content; as for every other command where missing.
    pub content: Option<PathBuf>,
    /// Language of those whose language is unknown.
    pub lang: Option<String>,
    /// After how many days without a word conversations are deleted; never where missing.
    pub retention_days: Option<u32>,
    /// Where to find help outside.
    pub help_line: Option<String>,
    /// Who runs the bot, by Telegram's numbers: owners of the house.
    pub operators: BTreeSet<TraineeId>,
    /// Who is let in, how much anybody may send, and how updates come.
    pub entrance: EntranceArgs,
    /// How long the customer may be seen typing before a bubble, in milliseconds at most; the usual time where missing.
    pub typing_ms: Option<u64>,
    /// Where metrics and health are answered; nowhere where missing.
    pub metrics: Option<SocketAddr>,
    /// How much is logged, as a filter; `info` where missing.
    pub log: Option<String>,
    /// How log lines are written.
    pub log_format: LogFormat,
}

/// Why the service did not run, or stopped by itself.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// Neither a file nor the environment has a token.
    #[error(
        "there is no bot token. Set {TOKEN}, or name a file with --token-file; @BotFather hands tokens out"
    )]
    NoToken,
    /// The file of the token cannot be read.
    #[error("the token file {path} cannot be read: {source}")]
    TokenFile {
        /// Which.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// What is there does not look like a token. It is not shown: it may be one with a typing mistake.
    #[error(
        "{place} holds no bot token: expected digits, a colon and about 35 letters, such as 123456:ABC-…"
    )]
    BadToken {
        /// Where it was looked for.
        place: String,
    },
    /// The address of the API is none.
    #[error("`{url}` is no address of a Bot API: expected something like {TELEGRAM}")]
    ApiUrl {
        /// As given.
        url: String,
    },
    /// The language is none.
    #[error("`{lang}` is no language: expected something like zh-Hans, zh-Hant or en")]
    Lang {
        /// As given.
        lang: String,
    },
    /// Who is let in, or how updates come, is not clear.
    #[error(transparent)]
    Entrance(#[from] EntranceError),
    /// The machine's network cannot be used.
    #[error(transparent)]
    Api(#[from] ApiError),
    /// The store could not be opened.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The filter of the log is none.
    #[error("`{filter}` says nothing about how much to log: expected error, warn, info or debug")]
    Log {
        /// As given.
        filter: String,
    },
    /// Metrics cannot be answered there.
    #[error("metrics cannot be answered at {address}: {source}. Choose another port, or leave out --metrics")]
    Metrics {
        /// Where.
        address: SocketAddr,
        /// What the system said.
        source: std::io::Error,
    },
    /// A newer program was here.
    #[error(transparent)]
    Newer(#[from] Newer),
    /// What trainers published cannot be read.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// There is no content.
    #[error(transparent)]
    Content(#[from] LibraryError),
    /// The channel gave up.
    #[error(transparent)]
    Telegram(#[from] TelegramError),
    /// Another bot of this process has the same token, or an older one of the same bot.
    #[error(
        "its token is for the same bot as that of [bots.{other}]. Give each its own: @BotFather makes one for each bot"
    )]
    SameBot {
        /// Which.
        other: String,
    },
    /// A mistake in the program.
    #[error("a mistake in the program; the lines above name file and line. Please report them")]
    Panicked,
    /// The system hands out no signals.
    #[error("signals cannot be waited for: {0}")]
    Signals(std::io::Error),
}

/// Runs the service until ctrl-c or SIGTERM, then finishes what is under way.
///
/// # Errors
/// See [`ServeError`]; an API that cannot be reached is no error, but waited for.
pub async fn serve(options: ServeOptions) -> Result<(), ServeError> {
    until_told(|stop| serve_until(options, &from_environment, stop)).await
}

/// Does something that ends once it is told to, which ctrl-c and SIGTERM do.
async fn until_told<F: Future<Output = Result<(), ServeError>>>(
    work: impl FnOnce(watch::Receiver<bool>) -> F,
) -> Result<(), ServeError> {
    guard::silence();
    let (tell, stop) = watch::channel(false);
    let signals = signals()?;
    let telling = tokio::spawn(async move {
        signals.await;
        tracing::info!("stopping: updates under way are finished first");
        system::tell(system::State::Stopping);
        let _ = tell.send(true);
        // Dropping the sender would mean the same; it lives as long as the service.
        std::future::pending::<()>().await;
    });
    let outcome = work(stop).await;
    telling.abort();
    outcome.inspect(|()| tracing::info!("stopped"))
}

/// A variable of the environment; an empty one is none.
fn from_environment(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.trim().is_empty())
}

/// Runs the service until `stop` holds true; `variable` looks a variable of the environment up.
///
/// # Errors
/// See [`ServeError`].
pub async fn serve_until(
    options: ServeOptions,
    variable: &dyn Fn(&str) -> Option<String>,
    stop: watch::Receiver<bool>,
) -> Result<(), ServeError> {
    let (content, metrics) = (options.content.clone(), options.metrics);
    let opened = Plan::read(options, variable, Api::client()?)?.open(None).await?;
    // Without a current folder there is none to look for content in.
    let here = std::env::current_dir().unwrap_or_default();
    let stage = Arc::new(Stage::load(Origin::find(content.as_deref(), &here))?);
    let board = Board::new(metrics.is_some());
    let mut tasks = Tasks::default();
    tasks.0.extend(super::watch::watch(&stage));
    if let Some(address) = metrics {
        let listening = observe::listen(address, board.clone()).await;
        tasks.0.push(listening.map_err(|source| ServeError::Metrics { address, source })?);
    }
    system::tell(system::State::Ready);
    let around = Around { stage: &stage, gate: None, board: &board, name: "" };
    let outcome = opened.serve(around, stop).await;
    tasks.end().await;
    outcome
}

pub(super) fn token(
    file: Option<&Path>,
    variable: &dyn Fn(&str) -> Option<String>,
) -> Result<Token, ServeError> {
    let (place, text) = match file {
        Some(path) => {
            let unreadable = |source| ServeError::TokenFile { path: path.to_path_buf(), source };
            (path.display().to_string(), std::fs::read_to_string(path).map_err(unreadable)?)
        }
        None => (TOKEN.to_owned(), variable(TOKEN).ok_or(ServeError::NoToken)?),
    };
    Token::parse(&text).ok_or(ServeError::BadToken { place })
}

pub(super) fn address(url: &str) -> Option<Url> {
    Url::parse(url).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}

fn language(tag: &str) -> Result<Lang, ServeError> {
    Lang::from_system(tag)
        .or_else(|| Lang::parse(tag))
        .ok_or_else(|| ServeError::Lang { lang: tag.to_owned() })
}

/// Starts the log.
///
/// # Errors
/// A filter that is none.
pub fn start_log(filter: Option<&str>, format: LogFormat) -> Result<(), ServeError> {
    let filter = filter.unwrap_or("info");
    let asked =
        EnvFilter::builder().parse(filter).map_err(|_| ServeError::Log { filter: filter.to_owned() })?;
    let hushed = HUSHED.iter().filter_map(|name| format!("{name}=warn").parse().ok());
    let filter = hushed.fold(asked, EnvFilter::add_directive);
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // Fails only where a log is set up already, as in a test.
    let _ = match format {
        LogFormat::Text => log.try_init(),
        LogFormat::Json => {
            // The span is the bot's, where there are several.
            log.json().flatten_event(true).with_span_list(false).try_init()
        }
    };
    Ok(())
}

/// Resolves when the system asks the program to end.
#[cfg(unix)]
pub(super) fn signals() -> Result<impl Future<Output = ()> + Send + 'static, ServeError> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt()).map_err(ServeError::Signals)?;
    let mut terminate = signal(SignalKind::terminate()).map_err(ServeError::Signals)?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Resolves when the system asks the program to end.
#[cfg(not(unix))]
pub(super) fn signals() -> Result<impl Future<Output = ()> + Send + 'static, ServeError> {
    Ok(async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}
