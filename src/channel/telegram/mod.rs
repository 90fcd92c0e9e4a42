//! Telegram: long polling or a webhook in, the Bot API out.
//!
//! - `token`, `api`: the secret, and the calls made with it
//! - `intake`: updates into the inbox, then on to work; `gather`: the same among replicas; `limits`: how many; `webhook`: where Telegram pushes them
//! - `inbound`: an update to what a trainee did
//! - `lanes`, `worker`: each trainee's updates in order, different trainees at once
//! - `outbound`: what is to be said to letters
//! - `sender`: letters to phones, within Telegram's limits
//! - `clock`: reminders, when they are due
//! - `supervise`: what must not end is started again
//! - `greeting`: what is settled at the start
//!
//! # Invariants
//! - An update is in the inbox before Telegram hears that it was received, and leaves it in the same batch that
//!   records what it led to.
//! - One trainee's trouble (a panic, a slow step, a closed chat, a 429) is nobody else's.
//! - No log line has the token, a trainee's number or anybody's words.

pub mod api;
mod clock;
mod gather;
mod greeting;
pub mod inbound;
mod intake;
mod lanes;
mod limits;
pub mod outbound;
pub mod sender;
mod supervise;
mod token;
mod webhook;
mod worker;

use std::sync::Arc;
use std::time::Duration;

use futures::FutureExt;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinHandle;
use tokio::time::MissedTickBehavior;
use tracing::Instrument;

use crate::base::lang::Lang;
use crate::base::time::Moment;
use crate::desk::{Desk, DeskError, Swept, erase, now};
use crate::fleet::{Fleet, FleetError, Shares, under};
use crate::store::{RecordError, StoreError};

use api::Api;
use gather::Taken;
use intake::{Intake, Polling};
use lanes::Lanes;
pub use limits::Limits;
use sender::{Pace, Sender};
use supervise::supervised;
pub use token::Token;
pub use webhook::{Gate, Secret, Webhook};
use worker::Worker;

/// How the service behaves.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// How fast letters go out.
    pub pace: Pace,
    /// How long Telegram may hold a call for updates open, in seconds, at most 50.
    pub poll_seconds: u32,
    /// Trainees worked for at the same time.
    pub runners: usize,
    /// The language of those whose app's language is none of ours.
    pub lang: Option<Lang>,
    /// How often it is looked for reminders that are due.
    pub tick: Duration,
    /// How long updates under way may take to finish when the service stops.
    pub last_work: Duration,
    /// How long the sender may go on with letters that can go at once when the service stops.
    pub grace: Duration,
    /// After how many days without a word conversations are deleted; `None`: never by themselves.
    pub retention_days: Option<u32>,
    /// How much anybody may send.
    pub limits: Limits,
    /// What tells the time: when updates come, and what is due.
    pub clock: fn() -> Moment,
}

impl Default for Options {
    fn default() -> Options {
        let grace = Duration::from_secs(2);
        let tick = Duration::from_secs(15);
        Options {
            pace: Pace::default(),
            poll_seconds: 30,
            runners: 64,
            lang: None,
            tick,
            last_work: Duration::from_secs(10),
            grace,
            retention_days: None,
            limits: Limits::default(),
            clock: now,
        }
    }
}

/// How often it is looked for what is due to the second, at least.
const RING: Duration = Duration::from_secs(1);

/// How often it is looked whether files are to be rid of what was deleted, at least.
const LOOK: Duration = Duration::from_secs(60);

/// How long whoever is at work is waited for once the service has failed.
const LAST_STEP: Duration = Duration::from_secs(1);

/// How often what is too old is looked for.
const DAY: Duration = Duration::from_secs(24 * 3_600);

/// Why the service ended other than by being told to.
#[derive(Clone, Debug, thiserror::Error)]
pub enum TelegramError {
    /// Nobody's token.
    #[error(
        "Telegram does not know this token (or the API address is another one's). Ask @BotFather for it again"
    )]
    WrongToken,
    /// Something answers, but not as the Bot API does.
    #[error("what answers at the API address is no Bot API. Check --api-url and TELOXIDE_API_URL")]
    NotTelegram,
    /// Telegram does not want to push there.
    #[error(
        "Telegram refuses to push updates to the address of --webhook. It has to begin with https:// and be reachable from outside on port 443, 80, 88 or 8443"
    )]
    Webhook,
    /// Nobody can listen there.
    #[error("{address} cannot be listened on: {detail}. Choose another with --listen")]
    Listen {
        /// Where.
        address: std::net::SocketAddr,
        /// What the system said.
        detail: String,
    },
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// An update could not be written down.
    #[error(transparent)]
    Record(#[from] RecordError),
}

impl From<FleetError> for TelegramError {
    fn from(error: FleetError) -> TelegramError {
        match error {
            FleetError::Store(error) => error.into(),
            FleetError::Record(error) => error.into(),
        }
    }
}

impl From<DeskError> for TelegramError {
    fn from(error: DeskError) -> TelegramError {
        match error {
            DeskError::Store(error) => error.into(),
            DeskError::Record(error) => error.into(),
        }
    }
}

/// Where a bot is served: among replicas, and among other bots of the same process. By default it is alone.
#[derive(Default)]
pub struct Place {
    /// The replicas that it is one of; the desk's store must be the fleet's.
    pub fleet: Option<Fleet>,
    /// Where updates are pushed to; else Telegram is asked for them.
    pub webhook: Option<Webhook>,
    /// Who listens for all bots; else each listens for itself.
    pub gate: Option<Gate>,
    /// Called once Telegram has said who the bot is.
    pub serving: Option<Box<dyn FnOnce() + Send>>,
}

/// Serves trainees until `stop` holds true (or its sender is gone), then finishes what is under way. What could not
/// be finished or sent is in the store and comes first at the next start.
///
/// # Errors
/// [`TelegramError`]: the token is wrong, or the store failed. An API that cannot be reached is waited for.
pub async fn run(
    api: Api,
    desk: Arc<Desk>,
    options: Options,
    stop: watch::Receiver<bool>,
) -> Result<(), TelegramError> {
    run_by(None, api, desk, options, stop).await
}

/// The same with updates pushed to a webhook, where there is one; else Telegram is asked for them.
///
/// # Errors
/// As [`run`]; and where nobody can listen there, or Telegram does not want to push there.
pub async fn run_by(
    webhook: Option<Webhook>,
    api: Api,
    desk: Arc<Desk>,
    options: Options,
    stop: watch::Receiver<bool>,
) -> Result<(), TelegramError> {
    run_at(Place { webhook, ..Place::default() }, api, desk, options, stop).await
}

/// The same as one of several replicas over one store.
///
/// # Errors
/// As [`run_by`].
pub async fn run_among(
    fleet: Option<Fleet>,
    webhook: Option<Webhook>,
    api: Api,
    desk: Arc<Desk>,
    options: Options,
    stop: watch::Receiver<bool>,
) -> Result<(), TelegramError> {
    run_at(Place { fleet, webhook, ..Place::default() }, api, desk, options, stop).await
}

/// The same at any place. When it returns, nothing of it goes on but updates that take longer than a second.
///
/// # Errors
/// As [`run_by`].
pub async fn run_at(
    place: Place,
    api: Api,
    desk: Arc<Desk>,
    options: Options,
    mut stop: watch::Receiver<bool>,
) -> Result<(), TelegramError> {
    let Place { fleet, webhook, gate, serving } = place;
    let shares = fleet.as_ref().map_or_else(Shares::alone, |fleet| fleet.shares().clone());
    let me = tokio::select! {
        me = greeting::who_am_i(&api) => me?,
        () = stopped(&mut stop) => return Ok(()),
    };
    tracing::info!(bot = me.username, "serving");
    if let Some(tell) = serving {
        tell();
    }
    desk.ask_at(Arc::new(api.clone()));
    let (sender, mut sending) = Sender::start_among(
        api.clone(),
        &me.username,
        Arc::clone(desk.store()),
        options.pace,
        shares.clone(),
    )
    .await?;
    let (keeping, leading) = (Arc::clone(&desk), shares.clone());
    let retaining =
        supervised("retention", || retain(Arc::clone(&keeping), leading.clone(), options.retention_days));
    let erasing = supervised("erasure", || {
        erase(Arc::clone(&keeping), leading.clone(), options.tick.min(LOOK), options.clock)
    });
    let (failures, mut failed) = mpsc::unbounded_channel();
    let (lang, clock) = (options.lang, options.clock);
    let taken = Taken::default();
    let worker = Worker { desk, api, sender: sender.clone(), lang, clock, failures, shares, taken };
    let lanes = Lanes::new(options.runners, hand(worker.clone()));
    let greeting = tokio::spawn(introduce(worker.clone()).in_current_span());
    let timing = worker.clone();
    let reminding = supervised("reminders", || clock::remind(timing.clone(), options.tick));
    let ringing = supervised("alarms", || clock::ring(timing.clone(), options.tick.min(RING)));
    let telling = supervised("word to trainers", || clock::tell_trainers(timing.clone()));
    let following = clock::follow_office(worker.clone());
    let intake = Intake::new(worker, lanes.clone(), me, options.limits);
    let gathering = intake.clone();
    let gathering = async {
        match &fleet {
            Some(_) => supervised("gathering", || gathering.gather()).await,
            None => std::future::pending().await,
        }
    };
    let living = async {
        match &fleet {
            Some(fleet) => supervised("fleet", || fleet.live()).await,
            None => std::future::pending().await,
        }
    };
    if fleet.is_none()
        && let Err(error) = intake.replay().await
    {
        sending.abort();
        return Err(error.into());
    }
    let taking = match webhook {
        Some(hook) => webhook::run(intake, hook, gate).boxed(),
        None => Polling::new(intake, options.poll_seconds).run().boxed(),
    };
    let outcome = tokio::select! {
        () = stopped(&mut stop) => Ok(()),
        error = taking => Err(error),
        error = reminding => Err(error.into()),
        error = ringing => Err(error.into()),
        error = telling => Err(error.into()),
        Some(error) = failed.recv() => Err(error.into()),
        ended = &mut sending => Err(join(ended)),
        error = retaining => Err(error.into()),
        error = erasing => Err(error.into()),
        error = gathering => Err(error.into()),
        error = following => Err(error.into()),
        error = living => Err(error.into()),
    };
    greeting.abort();
    if let Err(error) = outcome {
        // Others may go on in this process: they are not to meet what is left of this one.
        if !sending.is_finished() {
            sending.abort();
            let _ = (&mut sending).await;
        }
        let _ = tokio::time::timeout(LAST_STEP, lanes.close()).await;
        return Err(error);
    }
    // Signs of life go on until the last letter: what is under way is not to be done twice.
    let finishing = finish(lanes, sender, sending, &options);
    match &fleet {
        Some(fleet) => {
            tokio::select! {
                finished = finishing => finished?,
                error = fleet.live() => return Err(error.into()),
            }
            fleet.leave().await?;
        }
        None => finishing.await?,
    }
    // A worker's last update may have met a broken store.
    failed.try_recv().map_or(Ok(()), |error| Err(error.into()))
}

/// Deletes what is too old, now and every day from now on. Ends only with the store.
async fn retain(desk: Arc<Desk>, shares: Shares, days: Option<u32>) -> StoreError {
    let Some(days) = days else { return std::future::pending().await };
    loop {
        let Some(pass) = shares.lead() else {
            tokio::time::sleep(RING).await;
            continue;
        };
        match under(&pass, desk.retain(now(), days)).await {
            Err(error) if error.is_lost_lease() => continue,
            Ok(swept) if swept == Swept::default() => {}
            Ok(swept) => {
                tracing::info!(swept.sessions, swept.trainees, swept.contests, "what was too old is deleted");
            }
            Err(error) => return error,
        }
        drop(pass);
        tokio::time::sleep(DAY).await;
    }
}

/// Sees to it that what was deleted leaves the files: what was owed before this start at once, from then on as it falls due, and
/// whatever there is once a day. Ends only with the store.
async fn erase(desk: Arc<Desk>, shares: Shares, look: Duration, clock: fn() -> Moment) -> StoreError {
    let mut days = tokio::time::interval_at(tokio::time::Instant::now() + DAY, DAY);
    let mut looks = tokio::time::interval(look);
    looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut patience = 0;
    loop {
        let daily = tokio::select! {
            _ = looks.tick() => false,
            _ = days.tick() => true,
        };
        let Some(pass) = shares.lead() else { continue };
        let erased = under(&pass, async {
            match daily {
                true => erase::sweep(&**desk.store()).await.map(|()| true),
                false => desk.erase(clock(), std::mem::replace(&mut patience, erase::PATIENCE_MS)).await,
            }
        });
        match erased.await {
            Err(error) if error.is_lost_lease() => {}
            Ok(true) => tracing::info!("what was deleted has left the files"),
            Ok(false) => {}
            // A disk too full for a second copy is no end; a store that does not even read any more is.
            Err(error) => match desk.store().get(&erase::key()).await {
                Ok(_) => tracing::warn!("what was deleted is still in the files, until a later try: {error}"),
                Err(error) => return error,
            },
        }
    }
}

fn hand(worker: Worker) -> lanes::Work<worker::Job> {
    Arc::new(move |job| worker.work(job))
}

async fn introduce(worker: Worker) {
    greeting::introduce(worker.api.clone(), &worker.desk).await;
}

/// Resolves when the service is told to stop.
async fn stopped(stop: &mut watch::Receiver<bool>) {
    // An error means that nobody can tell any more.
    let _ = stop.wait_for(|stop| *stop).await;
}

async fn finish(
    lanes: Lanes<worker::Job>,
    sender: Sender,
    sending: JoinHandle<Result<(), StoreError>>,
    options: &Options,
) -> Result<(), TelegramError> {
    if tokio::time::timeout(options.last_work, lanes.close()).await.is_err() {
        tracing::warn!("an update takes too long and is left for the next start");
    }
    sender.close(options.grace);
    match sending.await {
        Ok(Ok(())) => Ok(()),
        ended => Err(join(ended)),
    }
}

// The sender's task ends by itself only when the store failed.
fn join(ended: Result<Result<(), StoreError>, tokio::task::JoinError>) -> TelegramError {
    match ended {
        Ok(Err(error)) => error.into(),
        _ => StoreError::Closed { path: "the outbox".into() }.into(),
    }
}
