//! The Telegram service in this process, against the fake Telegram, with a small mind of its own: an echo that
//! can be made to panic, to dawdle and to hang. What it is to show is the machinery, not the conversation.

mod care;
mod cohort;
mod contest;
mod contest_changing;
mod contest_manners;
mod contest_teams;
mod delivery;
mod desk;
mod disorder;
mod door;
mod dropped;
mod duet;
mod duet_phones;
mod echo;
mod erased;
mod faulty;
mod fleets;
mod games;
mod groups;
mod growth;
pub mod hall;
mod insight;
mod isolation;
mod journal;
mod office;
mod own;
mod papers;
mod race;
mod restart;
mod roles;
mod service;
mod talk;
mod team;
mod trouble;
mod webhook;
mod yard;

use std::cell::RefCell;
use std::io::Write;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use tokio::sync::{oneshot, watch};
use tracing_subscriber::fmt::MakeWriter;
use url::Url;
use xiaoqi::base::id::TraineeId;
use xiaoqi::base::time::Moment;
use xiaoqi::channel::telegram::api::Api;
use xiaoqi::channel::telegram::sender::Pace;
use xiaoqi::channel::telegram::{self, Options, TelegramError, Token, Webhook, outbound};
use xiaoqi::desk::office::Premises;
use xiaoqi::desk::{Desk, Mind, Playbook, now};
use xiaoqi::fleet::{self, Fleet};
use xiaoqi::library::{Cache, Origin};
use xiaoqi::store::{Key, MemoryStore, Store};
use xiaoqi::studio::Bench;

use crate::botapi::{FakeTelegram, Message, Phone};
use crate::stage;
use echo::Echo;

pub const SOON: Duration = Duration::from_secs(10);

/// How fast a fleet is whose tests need not wait.
const QUICK: fleet::Pace = fleet::Pace {
    beat: Duration::from_millis(50),
    calm_beat: Duration::from_millis(100),
    certain: Duration::from_millis(400),
    silence: Duration::from_millis(700),
    farewell: Duration::from_secs(1),
};

/// Options under which nothing waits that need not.
pub fn fast() -> Options {
    let pace = Pace {
        chat_every: Duration::ZERO,
        chat_burst: 1_000,
        group_every: Duration::ZERO,
        group_burst: 1_000,
        board_every: Duration::ZERO,
        overall: 10_000,
        typing: (Duration::ZERO, Duration::ZERO),
        ..Pace::default()
    };
    let (tick, grace) = (Duration::from_millis(50), Duration::from_millis(300));
    let limits = telegram::Limits::NONE;
    Options { pace, poll_seconds: 2, runners: 8, tick, grace, limits, clock: ahead, ..Options::default() }
}

thread_local! {
    /// How far the clock of the service on this thread is ahead, in milliseconds.
    static AHEAD: RefCell<Arc<AtomicI64>> = RefCell::default();
}

/// The time as the service on this thread is told it.
fn ahead() -> Moment {
    Moment(now().0 + AHEAD.with_borrow(|ahead| ahead.load(Ordering::SeqCst)))
}

/// The product's own mind, with the product's content.
fn playbook() -> Arc<Playbook> {
    let loaded = stage::loaded();
    Arc::new(Playbook::new(Arc::new(loaded.content.clone()), Arc::new(loaded.prose.clone())))
}

/// An office for trainers; these run the bot.
fn office(mind: Arc<Playbook>, operators: &[i64]) -> impl FnOnce(&Api) -> Premises {
    let origin = Origin::Folder(stage::repository(""));
    let bench = Arc::new(Bench::new(origin, Cache::none(), mind));
    let operators = operators.iter().copied().map(TraineeId).collect();
    |api: &Api| Premises { studio: bench, fetch: Arc::new(api.clone()), operators }
}

/// What a phone shows once some message has these words.
pub async fn until(phone: &Phone, words: &str) -> Vec<Message> {
    phone.wait_for(|shown| shown.iter().any(|message| message.text().contains(words))).await
}

/// A running service: a thread with a runtime of its own, so that it can be killed with all its tasks.
pub struct Service {
    stop: watch::Sender<bool>,
    kill: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<Option<Result<(), TelegramError>>>>,
    log: Log,
}

/// What outlives a service: Telegram, the store, the mind.
pub struct Site {
    pub fake: FakeTelegram,
    pub store: Arc<dyn Store>,
    pub echo: Arc<Echo>,
    ahead: Arc<AtomicI64>,
}

impl Site {
    pub fn new() -> Site {
        let (fake, store) = (FakeTelegram::start(), Arc::new(MemoryStore::new()));
        Site { fake, store, echo: Arc::default(), ahead: Arc::default() }
    }

    pub fn serve(&self) -> Service {
        self.serve_with(fast())
    }

    pub fn serve_with(&self, options: Options) -> Service {
        self.serve_as(&self.fake.token(), options)
    }

    pub fn serve_as(&self, token: &str, options: Options) -> Service {
        self.run(token, self.echo.clone(), options)
    }

    /// With updates pushed to a port of this machine.
    pub fn serve_pushed(&self, hook: Webhook) -> Service {
        let mind = self.echo.clone();
        let desk = Desk::new(Arc::clone(&self.store), mind, outbound::letters);
        self.start_by(Some(hook), &self.fake.token(), fast(), |_| desk)
    }

    /// As one of several replicas.
    pub fn serve_among(&self) -> Service {
        self.start_among(Arc::clone(&self.store), QUICK, None, self.echo.clone(), |_, desk| desk)
    }

    /// The same with updates pushed.
    pub fn serve_among_pushed(&self, hook: Webhook) -> Service {
        self.start_among(Arc::clone(&self.store), QUICK, Some(hook), self.echo.clone(), |_, desk| desk)
    }

    /// The same with another mind than the echo, and a way of its own to the store.
    pub fn serve_mind_among(&self, mind: Arc<dyn Mind>, store: Arc<dyn Store>, pace: fleet::Pace) -> Service {
        self.start_among(store, pace, None, mind, |_, desk| desk)
    }

    /// The same with the product's own mind and an office for trainers.
    pub fn serve_office_among(&self, operators: &[i64]) -> Service {
        let mind = playbook();
        let office = office(Arc::clone(&mind), operators);
        self.start_among(Arc::clone(&self.store), QUICK, None, mind, |api, desk| {
            desk.with_office(office(api))
        })
    }

    fn start_among(
        &self,
        store: Arc<dyn Store>,
        pace: fleet::Pace,
        hook: Option<Webhook>,
        mind: Arc<dyn Mind>,
        furnish: impl FnOnce(&Api, Desk) -> Desk,
    ) -> Service {
        let fleet = Fleet::new(store, pace);
        let desk = Desk::new(fleet.store(), mind, outbound::letters);
        self.start_with(Some(fleet), hook, &self.fake.token(), fast(), |api| furnish(api, desk))
    }

    /// With another mind than the echo.
    pub fn serve_mind(&self, mind: Arc<dyn Mind>, options: Options) -> Service {
        self.run(&self.fake.token(), mind, options)
    }

    /// With the product's own mind and an office for trainers; these run the bot.
    pub fn serve_office(&self, operators: &[i64]) -> Service {
        let mind = playbook();
        let office = office(Arc::clone(&mind), operators);
        self.run_with(&self.fake.token(), mind, fast(), office)
    }

    fn run(&self, token: &str, mind: Arc<dyn Mind>, options: Options) -> Service {
        self.start(token, options, |_| Desk::new(Arc::clone(&self.store), mind, outbound::letters))
    }

    fn run_with(
        &self,
        token: &str,
        mind: Arc<dyn Mind>,
        options: Options,
        office: impl FnOnce(&Api) -> Premises,
    ) -> Service {
        let desk = Desk::new(Arc::clone(&self.store), mind, outbound::letters);
        self.start(token, options, |api| desk.with_office(office(api)))
    }

    fn start(&self, token: &str, options: Options, desk: impl FnOnce(&Api) -> Desk) -> Service {
        self.start_by(None, token, options, desk)
    }

    fn start_by(
        &self,
        hook: Option<Webhook>,
        token: &str,
        options: Options,
        desk: impl FnOnce(&Api) -> Desk,
    ) -> Service {
        self.start_with(None, hook, token, options, desk)
    }

    fn start_with(
        &self,
        fleet: Option<Fleet>,
        hook: Option<Webhook>,
        token: &str,
        options: Options,
        desk: impl FnOnce(&Api) -> Desk,
    ) -> Service {
        let token = Token::parse(token).expect("a token");
        let api = Api::new(token, Url::parse(&self.fake.url()).unwrap()).unwrap();
        let desk = desk(&api);
        let (stop, stopped) = watch::channel(false);
        let (kill, killed) = oneshot::channel();
        let log = Log::default();
        let subscriber =
            tracing_subscriber::fmt().with_env_filter("xiaoqi=trace").with_writer(log.clone()).finish();
        let clock = Arc::clone(&self.ahead);
        let thread = std::thread::spawn(move || {
            AHEAD.set(clock);
            let _guard = tracing::subscriber::set_default(subscriber);
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            let outcome = runtime.block_on(async move {
                desk.open_office().await.unwrap();
                tokio::select! {
                    outcome = telegram::run_among(fleet, hook, api, Arc::new(desk), options, stopped) => Some(outcome),
                    _ = killed => None,
                }
            });
            runtime.shutdown_background();
            outcome
        });
        Service { stop, kill: Some(kill), thread: Some(thread), log }
    }

    /// Lets time pass for the services here.
    pub fn pass(&self, by: Duration) {
        self.ahead.fetch_add(i64::try_from(by.as_millis()).unwrap(), Ordering::SeqCst);
    }

    /// The clock is put back.
    pub fn turn_back(&self, by: Duration) {
        self.ahead.fetch_sub(i64::try_from(by.as_millis()).unwrap(), Ordering::SeqCst);
    }

    /// How many entries a part of the store has.
    pub async fn count(&self, range: std::ops::Range<Key>) -> usize {
        self.store.scan(range, 100_000).await.unwrap().len()
    }

    /// Waits until nothing is left to do or to send.
    pub async fn settle(&self) {
        for _ in 0..1_000 {
            let left = self.count(Key::all_inbox()).await + self.count(Key::all_outbox()).await;
            if left == 0
                && self.fake.pending_updates().is_empty()
                && self.fake.unanswered_callbacks().is_empty()
            {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!(
            "still {} in the inbox, {} in the outbox",
            self.count(Key::all_inbox()).await,
            self.count(Key::all_outbox()).await
        );
    }
}

impl Service {
    /// Stops it as ctrl-c does.
    pub fn stop(mut self) -> Result<(), TelegramError> {
        self.stop.send_replace(true);
        self.end().expect("it was not killed")
    }

    /// Ends it at once, in the middle of whatever it does.
    pub fn kill(mut self) {
        self.cut();
        self.end();
    }

    /// Waits until it ends by itself.
    pub fn wait(mut self) -> Result<(), TelegramError> {
        self.end().expect("it was not killed")
    }

    /// Everything it logged so far.
    pub fn log(&self) -> String {
        String::from_utf8(self.log.0.lock().unwrap().clone()).unwrap()
    }

    /// Reads what it has logged, also when it is gone.
    pub fn log_later(&self) -> impl Fn() -> String + Send + use<> {
        let log = self.log.clone();
        move || String::from_utf8(log.0.lock().unwrap().clone()).unwrap()
    }

    fn cut(&mut self) {
        if let Some(kill) = self.kill.take() {
            let _ = kill.send(());
        }
    }

    fn end(&mut self) -> Option<Result<(), TelegramError>> {
        self.thread.take().and_then(|thread| thread.join().expect("the service does not panic"))
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        self.cut();
    }
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Log;

    fn make_writer(&'a self) -> Log {
        self.clone()
    }
}
