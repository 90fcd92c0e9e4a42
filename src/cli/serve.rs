//! `serve`: the Telegram service, from the environment to the exit code.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::watch;
use tracing_subscriber::EnvFilter;
use url::Url;

use crate::base::id::TraineeId;
use crate::base::lang::Lang;
use crate::channel::telegram::api::{Api, ApiError, TELEGRAM};
use crate::channel::telegram::sender::Pace;
use crate::channel::telegram::{self, Options, TelegramError, Token, outbound};
use crate::desk::office::{Premises, Studio};
use crate::desk::wires::{self, Newer};
use crate::desk::{Desk, DeskError, Mind, Playbook, guard};
use crate::fleet::{self, Fleet};
use crate::library::{self, Cache, LibraryError, Origin};
use crate::persona::finding::Severity;
use crate::session::content::House;
use crate::store::{Freeze, Keyring, PostgresStore, PostgresUrl, SledStore, Store, StoreError, over};
use crate::studio::Bench;

use super::entrance::{Entrance, EntranceArgs, EntranceError, one_secret_for_all};
use super::observe::{self, Watched};
use super::settings::LogFormat;
use super::system;

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
    /// The system hands out no signals.
    #[error("signals cannot be waited for: {0}")]
    Signals(std::io::Error),
}

/// Runs the service until ctrl-c or SIGTERM, then finishes what is under way.
///
/// # Errors
/// See [`ServeError`]; an API that cannot be reached is no error, but waited for.
pub async fn serve(options: ServeOptions) -> Result<(), ServeError> {
    start_log(options.log.as_deref(), options.log_format)?;
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
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
    let outcome = serve_until(options, &variable, stop).await;
    telling.abort();
    outcome.inspect(|()| tracing::info!("stopped"))
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
    // Cheap mistakes first: nobody should wait for a trained reader to hear that the token is missing.
    let token = token(options.token_file.as_deref(), variable)?;
    let given = options.api_url.filter(|url| !url.trim().is_empty());
    let url = given.or_else(|| variable(API_URL)).unwrap_or_else(|| TELEGRAM.to_owned());
    let base = address(&url).ok_or_else(|| ServeError::ApiUrl { url: token.redact(&url) })?;
    let api = Api::new(token, base)?;
    let lang = options.lang.as_deref().map(language).transpose()?;
    let pace = pace(options.typing_ms);
    let mut entrance = Entrance::read(&options.entrance, variable)?;
    let among = options.store.is_some();
    if among {
        one_secret_for_all(&options.entrance, variable)?;
    }
    let engine = engine(&options.data, options.store).await?;
    let store = over(Arc::clone(&engine) as Arc<dyn Store>, options.ring).await?;
    wires::stamp(&*store).await??;
    // As soon as the folder is ours: a tool that finds it in use is to find somebody to ask.
    let control = super::control::listen(&options.data, engine, Arc::clone(&store));
    let house = House { retention_days: options.retention_days, help_line: options.help_line };
    // Without a current folder there is none to look for content in.
    let here = std::env::current_dir().unwrap_or_default();
    let origin = Origin::find(options.content.as_deref(), &here);
    let mind = Arc::new(playbook(&origin, house)?);
    let bench = Arc::new(Bench::new(origin.clone(), Cache::of_this_machine(), Arc::clone(&mind)));
    let studio: Arc<dyn Studio> = Arc::clone(&bench) as Arc<dyn Studio>;
    let premises = Premises { studio, fetch: Arc::new(api.clone()), operators: options.operators };
    // A database may be others' too; a folder is this process's.
    let fleet = among.then(|| Fleet::new(Arc::clone(&store), fleet::Pace::default()));
    let store = fleet.as_ref().map_or(store, Fleet::store);
    let desk = Desk::new(store, Arc::clone(&mind) as Arc<dyn Mind>, outbound::letters);
    let desk = Arc::new(entrance.close(desk.with_office(premises)));
    let published = desk.open_office().await?;
    tracing::info!(published, "the trainers' office is open");
    let watching = super::watch::watch(&origin, mind, bench, desk.bell().clone());
    let observing = match options.metrics {
        Some(address) => {
            let (store, api) = (Arc::clone(desk.store()), api.clone());
            let watched = Watched { store, api, data: options.data.clone(), seen: Mutex::default() };
            let listening = observe::listen(address, watched).await;
            Some(listening.map_err(|source| ServeError::Metrics { address, source })?)
        }
        None => None,
    };
    system::tell(system::State::Ready);
    let retention_days = options.retention_days;
    let (limits, webhook) = (entrance.limits, entrance.webhook.take());
    let following = entrance.watch(&desk).await;
    let options = Options { lang, pace, retention_days, limits, ..Options::default() };
    let outcome = telegram::run_among(fleet, webhook, api, desk, options, stop).await;
    for task in [watching, control, observing, following].into_iter().flatten() {
        task.abort();
        // Gone only once it is waited for; until then it holds the store open.
        let _ = task.await;
    }
    Ok(outcome?)
}

/// The store in the folder, or in the database.
async fn engine(data: &Path, url: Option<PostgresUrl>) -> Result<Arc<dyn Freeze>, StoreError> {
    let Some(url) = url else { return Ok(Arc::new(SledStore::open(data)?)) };
    std::fs::create_dir_all(data).map_err(|error| StoreError::from_io(data, error))?;
    tracing::info!(store = %url, "what is kept is in a database");
    Ok(Arc::new(PostgresStore::open(url).await?))
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

fn pace(typing_ms: Option<u64>) -> Pace {
    let mut pace = Pace::default();
    if let Some(most) = typing_ms {
        pace.typing.1 = Duration::from_millis(most);
    }
    pace
}

fn playbook(origin: &Origin, house: House) -> Result<Playbook, ServeError> {
    let mut loaded = library::load(origin, &Cache::of_this_machine())?;
    if loaded.findings.iter().any(|finding| finding.severity == Severity::Error) {
        let counts = library::words().summary(&loaded.findings, Lang::EN);
        tracing::warn!("the content has {counts}; `xiaoqi check` shows them");
    }
    tracing::info!(personas = loaded.content.personas.len(), "content is ready");
    loaded.content.house = house;
    Ok(Playbook::new(Arc::new(loaded.content), Arc::new(loaded.prose)))
}

fn start_log(filter: Option<&str>, format: LogFormat) -> Result<(), ServeError> {
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
            log.json().flatten_event(true).with_current_span(false).with_span_list(false).try_init()
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
