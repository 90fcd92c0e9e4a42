//! The server's handle: start, stop, pause, restart on the same port with its state kept.
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use tokio::sync::{oneshot, watch};

use super::faults::{Fault, Target};
use super::listener::{CuttableListener, Scissors};
use super::push;
use super::state::World;
use super::wire;

const BOT_ID: i64 = 700_100;

/// The state, and a signal that it changed.
pub struct Shared {
    world: Mutex<World>,
    changes: watch::Sender<u64>,
}

impl Shared {
    /// Reads or quietly changes the state, without waking anybody.
    pub fn look<R>(&self, read: impl FnOnce(&mut World) -> R) -> R {
        read(&mut self.lock())
    }

    /// Changes the state and wakes everybody who waits for a change.
    pub fn change<R>(&self, write: impl FnOnce(&mut World) -> R) -> R {
        let result = write(&mut self.lock());
        self.changes.send_modify(|n| *n += 1);
        result
    }

    /// Tells when the state changed.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.changes.subscribe()
    }

    // A test that panics while it holds the lock must not hide its message behind a poisoned one.
    fn lock(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A running fake of the Telegram Bot API. Stops when dropped.
pub struct FakeTelegram {
    pub(super) shared: Arc<Shared>,
    address: SocketAddr,
    running: Option<(oneshot::Sender<()>, JoinHandle<()>)>,
}

impl FakeTelegram {
    /// Starts on a free loopback port, with one bot named `xiaoqi_test_bot` and nobody else.
    pub fn start() -> Self {
        FakeTelegram::start_as(BOT_ID)
    }

    /// The same as a bot of this number, and with a token of its own.
    pub fn start_as(bot: i64) -> Self {
        let world = World::new(bot, "xiaoqi_test_bot");
        let shared = Arc::new(Shared { world: Mutex::new(world), changes: watch::Sender::new(0) });
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free loopback port");
        let address = listener.local_addr().expect("the port just bound");
        let mut fake = Self { shared, address, running: None };
        fake.serve(listener);
        fake
    }

    fn serve(&mut self, listener: TcpListener) {
        listener.set_nonblocking(true).expect("a non-blocking listener");
        let (stop, stopped) = oneshot::channel();
        let shared = self.shared.clone();
        let thread = std::thread::spawn(move || run(shared, listener, stopped));
        self.running = Some((stop, thread));
    }

    /// The bot's token.
    pub fn token(&self) -> String {
        self.shared.look(|w| w.token.clone())
    }

    /// Base address of the API, as `teloxide::Bot::set_api_url` wants it; no slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Closes the port and every connection. Calls under way are lost. The state is kept.
    pub fn stop(&mut self) {
        if let Some((stop, thread)) = self.running.take() {
            let _ = stop.send(());
            thread.join().expect("the fake's thread ends without panic");
        }
    }

    /// Serves again on the same port, after [`stop`](Self::stop).
    pub fn restart(&mut self) {
        self.stop();
        for _ in 0..100 {
            if let Ok(listener) = TcpListener::bind(self.address) {
                return self.serve(listener);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("{} is still taken after two seconds", self.address);
    }

    /// Takes calls but leaves them waiting, until [`resume`](Self::resume).
    pub fn pause(&self) {
        self.shared.change(|w| w.answering = false);
    }

    /// Carries out the calls that waited, and answers again.
    pub fn resume(&self) {
        self.shared.change(|w| w.answering = true);
    }

    /// The next `times` calls that `target` matches meet `fault`.
    pub fn inject(&self, target: Target, fault: Fault, times: usize) {
        self.shared.change(|w| w.faults.plan(target, fault, times));
    }

    /// Every call meets `fault` for this long.
    pub fn refuse_everything(&self, fault: Fault, during: Duration) {
        self.shared.change(|w| w.faults.refuse_everything(fault, during));
    }

    /// Forgets every fault not yet met.
    pub fn clear_faults(&self) {
        self.shared.change(|w| w.faults.clear());
    }

    /// Planned faults not yet met.
    pub fn faults_left(&self) -> usize {
        self.shared.look(|w| w.faults.left())
    }

    /// Hands out the newest `count` confirmed updates once more, under their old ids and whatever the offset.
    pub fn redeliver(&self, count: usize) {
        self.shared.change(|w| {
            let from = w.confirmed.len().saturating_sub(count).max(w.era);
            w.again.extend(w.confirmed[from..].iter().cloned());
        });
    }

    /// Lets time pass for dates and time limits; nothing waits.
    pub fn advance(&self, by: Duration) {
        self.shared.change(|w| w.clock_ahead += by);
    }

    /// With privacy off the bot sees every message of its groups; default on, as at Telegram.
    pub fn set_privacy(&self, on: bool) {
        self.shared.change(|w| w.privacy = on);
    }

    /// Queues an update as the text that it comes in, which may be no JSON that anybody could write: `$ID` stands for its number.
    pub fn push_raw(&self, text: &str) {
        self.shared.change(|w| w.push_raw(text));
    }

    /// Queues any update as given; for kinds that [`Phone`](super::Phone) does not make.
    pub fn push_update(&self, kind: &str, payload: serde_json::Value) {
        self.shared.change(|w| w.push_update(kind, payload));
    }
}

impl Drop for FakeTelegram {
    fn drop(&mut self) {
        if let Some((stop, _)) = self.running.take() {
            let _ = stop.send(());
        }
    }
}

/// Serves until told to stop. Leaving drops the runtime, and with it every connection.
fn run(shared: Arc<Shared>, listener: TcpListener, stopped: oneshot::Receiver<()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        tokio::spawn(push::pushing(shared.clone()));
        let listener = tokio::net::TcpListener::from_std(listener).expect("a listener");
        let app = Router::new().fallback(wire::handle).layer(DefaultBodyLimit::disable()).with_state(shared);
        let service = app.into_make_service_with_connect_info::<Scissors>();
        tokio::select! {
            _ = axum::serve(CuttableListener(listener), service) => {}
            _ = stopped => {}
        }
    });
}
