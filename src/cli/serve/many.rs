//! Several bots in one process. One that fails is told and tried again, later each time; the others do not notice.

use std::collections::BTreeMap;
use std::future::Future;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::Instant;
use tracing::Instrument;

use crate::channel::telegram::Gate;
use crate::channel::telegram::api::Api;
use crate::cli::observe::{Board, Condition};
use crate::cli::{observe, system, watch as follow};
use crate::library::Origin;
use crate::store::Pools;

use super::bot::{Around, Plan, Tasks};
use super::stage::Stage;
use super::{ServeError, ServeOptions, from_environment, until_told};

/// First and longest wait before a bot that failed is tried again. The longest is short enough for whoever has mended something not to
/// wonder, and long enough for ten thousand wrong tokens to be no burden.
const FIRST_WAIT: Duration = Duration::from_secs(1);
const LONGEST_WAIT: Duration = Duration::from_secs(60);
/// Who went on for so long has got over what was before.
const CALM: Duration = Duration::from_secs(10 * 60);

/// One of several bots.
pub struct Bot {
    /// Its name.
    pub name: String,
    /// Its options, read anew at each try: a file may have been put right meanwhile.
    pub options: Box<dyn Fn() -> anyhow::Result<ServeOptions> + Send + Sync>,
}

/// What holds for all bots of a process.
#[derive(Clone, Debug, Default)]
pub struct House {
    /// Folder of content; as for every other command where missing.
    pub content: Option<std::path::PathBuf>,
    /// Where metrics and health are answered; nowhere where missing.
    pub metrics: Option<SocketAddr>,
    /// Where webhooks are listened for; nowhere where missing.
    pub listen: Option<SocketAddr>,
}

/// Runs them until ctrl-c or SIGTERM, then finishes what is under way.
///
/// # Errors
/// What concerns all of them: the content, an address that cannot be listened at. A bot that fails is no error.
pub async fn serve_bots(house: House, bots: Vec<Bot>) -> Result<(), ServeError> {
    until_told(|stop| serve_bots_until(house, bots, stop)).await
}

/// Runs them until `stop` holds true.
///
/// # Errors
/// As [`serve_bots`].
pub async fn serve_bots_until(
    house: House,
    bots: Vec<Bot>,
    stop: watch::Receiver<bool>,
) -> Result<(), ServeError> {
    let here = std::env::current_dir().unwrap_or_default();
    let origin = Origin::find(house.content.as_deref(), &here);
    // Training a reader anew takes seconds of a core.
    let loaded = tokio::task::spawn_blocking(move || Stage::load(origin)).await;
    let stage = Arc::new(loaded.map_err(|_| ServeError::Panicked)??);
    let board = Board::new(house.metrics.is_some());
    let mut tasks = Tasks::default();
    tasks.0.extend(follow::watch(&stage));
    if let Some(address) = house.metrics {
        let listening = observe::listen(address, board.clone()).await;
        tasks.0.push(listening.map_err(|source| ServeError::Metrics { address, source })?);
    }
    let mut gate = None;
    if let Some(address) = house.listen {
        let (opened, task) = Gate::open(address).await?;
        tasks.0.push(task);
        gate = Some(opened);
    }
    let shared = Arc::new(Shared {
        stage,
        gate,
        board,
        client: Api::client()?,
        pools: Pools::default(),
        tokens: Mutex::default(),
    });
    tracing::info!(bots = bots.len(), "serving several bots");
    system::tell(system::State::Ready);
    let mut all = JoinSet::new();
    for bot in bots {
        let span = tracing::error_span!("serving", bot = bot.name);
        let (shared, stop, bot) = (Arc::clone(&shared), stop.clone(), Arc::new(bot));
        let work = {
            let (shared, stop, bot) = (Arc::clone(&shared), stop.clone(), Arc::clone(&bot));
            move || serve_one(Arc::clone(&shared), Arc::clone(&bot), stop.clone())
        };
        all.spawn(async move { keep(&bot.name, &shared.board, stop, work).await }.instrument(span));
    }
    while all.join_next().await.is_some() {}
    tasks.end().await;
    Ok(())
}

/// What the bots of a process share.
struct Shared {
    stage: Arc<Stage>,
    gate: Option<Gate>,
    board: Board,
    client: reqwest::Client,
    pools: Pools,
    /// Which bot uses whose token, by the number in it.
    tokens: Mutex<BTreeMap<String, String>>,
}

impl Shared {
    /// Two loops that ask for one bot's updates would take them from each other.
    fn claim(&self, number: &str, name: &str) -> Result<(), ServeError> {
        let mut tokens = self.tokens.lock().unwrap_or_else(PoisonError::into_inner);
        tokens.retain(|_, holder| holder != name);
        match tokens.get(number) {
            Some(other) => Err(ServeError::SameBot { other: other.clone() }),
            None => {
                tokens.insert(number.to_owned(), name.to_owned());
                Ok(())
            }
        }
    }
}

async fn serve_one(shared: Arc<Shared>, bot: Arc<Bot>, stop: watch::Receiver<bool>) -> anyhow::Result<()> {
    let options = (bot.options)()?;
    let plan = Plan::read(options, &from_environment, shared.client.clone())?;
    shared.claim(plan.bot(), &bot.name)?;
    let opened = plan.open(Some(&shared.pools)).await?;
    let (gate, board) = (shared.gate.clone(), &shared.board);
    let around = Around { stage: &shared.stage, gate, board, name: &bot.name };
    Ok(opened.serve(around, stop).await?)
}

/// Has a bot served until it is told to stop: whatever it ends with, it is tried again, each time a little later.
async fn keep<F: Future<Output = anyhow::Result<()>> + Send + 'static>(
    name: &str,
    board: &Board,
    mut stop: watch::Receiver<bool>,
    work: impl Fn() -> F,
) {
    let mut wait = FIRST_WAIT;
    loop {
        board.tell(name, Condition::Starting);
        let began = Instant::now();
        // A task of its own, so that a panic ends here.
        let why = match tokio::spawn(work().in_current_span()).await {
            Ok(Ok(())) => return,
            Ok(Err(error)) => format!("{error:#}"),
            Err(_) => ServeError::Panicked.to_string(),
        };
        board.tell(name, Condition::Failed);
        if began.elapsed() >= CALM {
            wait = FIRST_WAIT;
        }
        tracing::error!(again_in_s = wait.as_secs(), "this bot is not served: {why}");
        tokio::select! {
            _ = stop.wait_for(|stop| *stop) => return,
            () = tokio::time::sleep(wait) => {}
        }
        wait = (wait * 2).min(LONGEST_WAIT);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_bot_that_fails_or_panics_is_tried_again_each_time_later_and_told() {
        let (tries, start, board) = (Arc::new(AtomicU32::new(0)), Instant::now(), Board::new(false));
        let (_tell, stop) = watch::channel(false);
        let counted = Arc::clone(&tries);
        let told = board.clone();
        let work = move || {
            let (nth, board) = (counted.fetch_add(1, Ordering::SeqCst), told.clone());
            async move {
                assert_eq!(board.states()["shop"], Condition::Starting);
                assert!(nth != 1, "provoked by a test");
                anyhow::ensure!(nth >= 4, "provoked by a test");
                Ok(())
            }
        };
        keep("shop", &board, stop, work).await;
        assert_eq!(tries.load(Ordering::SeqCst), 5);
        assert_eq!(start.elapsed().as_secs(), 1 + 2 + 4 + 8);
    }

    #[tokio::test(start_paused = true)]
    async fn the_waits_are_bounded_and_a_stop_ends_them() {
        let (tries, board) = (Arc::new(AtomicU32::new(0)), Board::new(false));
        let (tell, stop) = watch::channel(false);
        let counted = Arc::clone(&tries);
        let shown = board.clone();
        let keeping = tokio::spawn(async move {
            let work = || {
                counted.fetch_add(1, Ordering::SeqCst);
                async { anyhow::bail!("provoked by a test") }
            };
            keep("shop", &board, stop, work).await;
        });
        tokio::time::sleep(Duration::from_secs(3_600)).await;
        assert!((60..70).contains(&tries.load(Ordering::SeqCst)), "{tries:?}");
        assert_eq!(shown.states()["shop"], Condition::Failed);
        tell.send_replace(true);
        keeping.await.unwrap();
    }
}
