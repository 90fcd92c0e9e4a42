//! One bot: from its settings to the end of its service, with what it shares with others of the same process.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, Weak};
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::base::lang::Lang;
use crate::channel::telegram::api::{Api, TELEGRAM};
use crate::channel::telegram::sender::Pace;
use crate::channel::telegram::{self, Gate, Options, Place, outbound};
use crate::cli::control;
use crate::cli::entrance::{Entrance, one_secret_for_all};
use crate::cli::observe::{Board, Looked};
use crate::desk::office::{Premises, Studio};
use crate::desk::{Desk, Mind, wires};
use crate::fleet::{self, Fleet};
use crate::session::content::House;
use crate::store::{Freeze, Pools, PostgresStore, SledStore, Store, StoreError, over};

use super::stage::Stage;
use super::{API_URL, ServeError, ServeOptions, address, language, token};

/// How long it is waited until a store that failed is let go of.
const LET_GO: Duration = Duration::from_secs(10);

/// A bot whose settings make sense.
pub(super) struct Plan {
    options: ServeOptions,
    bot: String,
    api: Api,
    lang: Option<Lang>,
    entrance: Entrance,
}

/// What a bot shares with others of the process, or would.
pub(super) struct Around<'a> {
    /// The content.
    pub stage: &'a Stage,
    /// Who listens for webhooks.
    pub gate: Option<Gate>,
    /// Where everybody can see how it is.
    pub board: &'a Board,
    /// Its name; empty where it is alone.
    pub name: &'a str,
}

impl Plan {
    /// Looks everything over that needs no wait: nobody should wait for a trained reader to hear that the token is missing.
    pub(super) fn read(
        options: ServeOptions,
        variable: &dyn Fn(&str) -> Option<String>,
        client: reqwest::Client,
    ) -> Result<Plan, ServeError> {
        let token = token(options.token_file.as_deref(), variable)?;
        let given = options.api_url.clone().filter(|url| !url.trim().is_empty());
        let url = given.or_else(|| variable(API_URL)).unwrap_or_else(|| TELEGRAM.to_owned());
        let base = address(&url).ok_or_else(|| ServeError::ApiUrl { url: token.redact(&url) })?;
        let bot = token.bot().to_owned();
        let api = Api::over(client, token, base);
        let lang = options.lang.as_deref().map(language).transpose()?;
        let entrance = Entrance::read(&options.entrance, variable)?;
        if options.store.is_some() {
            one_secret_for_all(&options.entrance, variable)?;
        }
        Ok(Plan { options, bot, api, lang, entrance })
    }

    /// The number of the bot whose token it is.
    pub(super) fn bot(&self) -> &str {
        &self.bot
    }

    /// Opens what is kept.
    pub(super) async fn open(self, pools: Option<&Pools>) -> Result<Opened, ServeError> {
        let engine = engine(&self.options, pools).await?;
        let released = Arc::downgrade(&engine);
        let store = over(Arc::clone(&engine) as Arc<dyn Store>, self.options.ring.clone()).await?;
        wires::stamp(&*store).await??;
        // As soon as the folder is ours: a tool that finds it in use is to find somebody to ask.
        let mut tasks = Tasks::default();
        tasks.0.extend(control::listen(&self.options.data, engine, Arc::clone(&store)));
        Ok(Opened { plan: self, store, tasks, released })
    }
}

/// A bot whose store is open.
pub(super) struct Opened {
    plan: Plan,
    store: Arc<dyn Store>,
    tasks: Tasks,
    released: Weak<dyn Freeze>,
}

impl Opened {
    /// Serves until `stop` holds true. Among others, what is kept is let go of when it returns.
    pub(super) async fn serve(
        self,
        around: Around<'_>,
        stop: watch::Receiver<bool>,
    ) -> Result<(), ServeError> {
        let (released, among_others) = (self.released.clone(), !around.name.is_empty());
        let outcome = self.serve_inside(around, stop).await;
        if !among_others {
            return outcome;
        }
        let until = tokio::time::Instant::now() + LET_GO;
        while released.strong_count() > 0 && tokio::time::Instant::now() < until {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        outcome
    }

    async fn serve_inside(self, around: Around<'_>, stop: watch::Receiver<bool>) -> Result<(), ServeError> {
        let Opened { plan: Plan { options, api, lang, mut entrance, .. }, store, mut tasks, .. } = self;
        let house = House { retention_days: options.retention_days, help_line: options.help_line };
        let seat = around.stage.seat(house);
        let studio: Arc<dyn Studio> = Arc::clone(&seat.bench) as Arc<dyn Studio>;
        let premises = Premises { studio, fetch: Arc::new(api.clone()), operators: options.operators };
        // A database may be others' too; a folder is this process's.
        let fleet = options.store.is_some().then(|| Fleet::new(Arc::clone(&store), fleet::Pace::default()));
        let store = fleet.as_ref().map_or(store, Fleet::store);
        let desk = Desk::new(store, Arc::clone(&seat.mind) as Arc<dyn Mind>, outbound::letters);
        let desk = Arc::new(entrance.close(desk.with_office(premises)));
        let published = desk.open_office().await?;
        tracing::info!(published, "the trainers' office is open");
        if around.name.is_empty() {
            let _ = seat.bell.set(desk.bell().clone());
        }
        let looked = Looked {
            store: Arc::clone(desk.store()),
            api: api.clone(),
            data: options.data,
            seen: Mutex::default(),
        };
        let shown = around.board.show(around.name, looked).await;
        let serving = shown.serving();
        let retention_days = options.retention_days;
        let (limits, webhook) = (entrance.limits, entrance.webhook.take());
        tasks.0.extend(entrance.watch(&desk).await);
        let pace = pace(options.typing_ms);
        let options = Options { lang, pace, retention_days, limits, ..Options::default() };
        let place = Place { fleet, webhook, gate: around.gate, serving: Some(serving) };
        let outcome = telegram::run_at(place, api, desk, options, stop).await;
        tasks.end().await;
        Ok(outcome?)
    }
}

/// Tasks that end with whoever has them.
#[derive(Default)]
pub(super) struct Tasks(pub(super) Vec<JoinHandle<()>>);

impl Tasks {
    /// Ends them, and waits: a task is gone only then; until then it holds the store open.
    pub(super) async fn end(mut self) {
        for task in std::mem::take(&mut self.0) {
            task.abort();
            let _ = task.await;
        }
    }
}

impl Drop for Tasks {
    fn drop(&mut self) {
        self.0.iter().for_each(JoinHandle::abort);
    }
}

/// The store in the folder, or in the database.
async fn engine(options: &ServeOptions, pools: Option<&Pools>) -> Result<Arc<dyn Freeze>, StoreError> {
    let data: &Path = &options.data;
    let Some(url) = options.store.clone() else {
        // It reads everything that is kept, and others have to go on meanwhile.
        let (data, path): (PathBuf, PathBuf) = (data.to_path_buf(), data.to_path_buf());
        let opened = tokio::task::spawn_blocking(move || SledStore::open(&data)).await;
        let closed = StoreError::Closed { path };
        return Ok(Arc::new(opened.unwrap_or(Err(closed))?));
    };
    std::fs::create_dir_all(data).map_err(|error| StoreError::from_io(data, error))?;
    tracing::info!(store = %url, "what is kept is in a database");
    Ok(Arc::new(match pools {
        Some(pools) => PostgresStore::open_among(url, pools).await?,
        None => PostgresStore::open(url).await?,
    }))
}

fn pace(typing_ms: Option<u64>) -> Pace {
    let mut pace = Pace::default();
    if let Some(most) = typing_ms {
        pace.typing.1 = Duration::from_millis(most);
    }
    pace
}
