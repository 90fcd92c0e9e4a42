//! What operators measure: every counter, gauge and histogram of the service, in one place.
//!
//! Labels are words of the program's own, never a person's, a chat's or anybody's words. What a figure means, and what
//! to do where it is wrong, stands in docs/operating.md; a test compares the names.

pub mod process;

use std::sync::LazyLock;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

/// One label and its value.
pub type Label = [(&'static str, &'static str); 1];
/// Two labels and their values.
pub type Labels = [(&'static str, &'static str); 2];
/// A bot's name; empty where it is alone.
pub type OfBot = [(&'static str, String); 1];
/// A gauge that need not be whole.
pub type Level = Gauge<f64, AtomicU64>;

/// The process's own.
pub static VITALS: LazyLock<Vitals> = LazyLock::new(Vitals::new);

/// Every figure. Cheap to change from anywhere.
pub struct Vitals {
    registry: Registry,
    /// Updates worked on, by `kind` and `outcome`.
    pub updates: Family<Labels, Counter>,
    /// Updates whose trainee or group has records that cannot be read.
    pub given_up: Counter,
    /// From when an update came until what it led to is durable.
    pub update_seconds: Histogram,
    /// Calls of the Bot API by `outcome`.
    pub api_calls: Family<Label, Counter>,
    /// When the Bot API last answered, in seconds of Unix time.
    pub api_reached: Level,
    /// What became of letters, by `outcome`.
    pub letters: Family<Label, Counter>,
    /// Updates that wait for a runner, in memory.
    pub lanes_waiting: Gauge,
    /// Updates taken in and not done.
    pub inbox: Gauge,
    /// Age of the oldest of them.
    pub inbox_oldest: Level,
    /// Letters not sent.
    pub outbox: Gauge,
    /// How long the longest-waiting of them has been seen waiting.
    pub outbox_oldest: Level,
    /// Time until a batch is durable, as its caller waits for it.
    pub commit_seconds: Histogram,
    /// Batches that were not committed, by `reason`.
    pub commit_failures: Family<Label, Counter>,
    /// Panics, by whether they were `caught`.
    pub panics: Family<Label, Counter>,
    /// Conversations begun.
    pub started: Counter,
    /// Conversations over, by `ending`.
    pub finished: Family<Label, Counter>,
    /// Conversations under way.
    pub open: Gauge,
    /// Times that changed content was read again, by `outcome`.
    pub reloads: Family<Label, Counter>,
    /// Whether a bot is being served: 1 or 0.
    pub bot_up: Family<OfBot, Gauge>,
    /// Times that a bot ended other than by being told to.
    pub bot_failures: Family<OfBot, Counter>,
    /// Its updates taken in and not done.
    pub bot_inbox: Family<OfBot, Gauge>,
    /// Its letters not sent.
    pub bot_outbox: Family<OfBot, Gauge>,
}

/// From half a millisecond to half a minute.
const SECONDS: [f64; 14] =
    [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0, 30.0];

impl Vitals {
    fn new() -> Vitals {
        let mut vitals = Vitals {
            registry: Registry::with_prefix("xiaoqi"),
            updates: Family::default(),
            given_up: Counter::default(),
            update_seconds: Histogram::new(SECONDS),
            api_calls: Family::default(),
            api_reached: Level::default(),
            letters: Family::default(),
            lanes_waiting: Gauge::default(),
            inbox: Gauge::default(),
            inbox_oldest: Level::default(),
            outbox: Gauge::default(),
            outbox_oldest: Level::default(),
            commit_seconds: Histogram::new(SECONDS),
            commit_failures: Family::default(),
            panics: Family::default(),
            started: Counter::default(),
            finished: Family::default(),
            open: Gauge::default(),
            reloads: Family::default(),
            bot_up: Family::default(),
            bot_failures: Family::default(),
            bot_inbox: Family::default(),
            bot_outbox: Family::default(),
        };
        vitals.register();
        vitals.begin();
        vitals
    }

    fn register(&mut self) {
        let registry = &mut self.registry;
        registry.register("updates", "Updates worked on", self.updates.clone());
        registry.register(
            "updates_given_up",
            "Updates given up over records that cannot be read",
            self.given_up.clone(),
        );
        registry.register(
            "update_seconds",
            "From when an update came until what it led to is durable",
            self.update_seconds.clone(),
        );
        registry.register("api_calls", "Calls of the Bot API", self.api_calls.clone());
        registry.register(
            "api_reached_timestamp_seconds",
            "When the Bot API last answered",
            self.api_reached.clone(),
        );
        registry.register("letters", "What became of messages to be sent", self.letters.clone());
        registry.register(
            "lanes_waiting",
            "Updates that wait for their turn in memory",
            self.lanes_waiting.clone(),
        );
        registry.register("inbox", "Updates taken in and not done", self.inbox.clone());
        registry.register("inbox_oldest_seconds", "Age of the oldest of them", self.inbox_oldest.clone());
        registry.register("outbox", "Messages not sent yet", self.outbox.clone());
        registry.register(
            "outbox_oldest_seconds",
            "How long one of them has been seen waiting",
            self.outbox_oldest.clone(),
        );
        registry.register(
            "store_commit_seconds",
            "Time until a batch is durable",
            self.commit_seconds.clone(),
        );
        registry.register(
            "store_commit_failures",
            "Batches that were not committed",
            self.commit_failures.clone(),
        );
        registry.register("panics", "Mistakes of the program met while running", self.panics.clone());
        registry.register("conversations_started", "Conversations begun", self.started.clone());
        registry.register("conversations_finished", "Conversations over", self.finished.clone());
        registry.register("conversations_open", "Conversations under way", self.open.clone());
        registry.register(
            "content_reloads",
            "Times that changed content was read again",
            self.reloads.clone(),
        );
        registry.register("bot_up", "Whether a bot is being served", self.bot_up.clone());
        registry.register(
            "bot_failures",
            "Times that a bot ended without being told to",
            self.bot_failures.clone(),
        );
        registry.register("bot_inbox", "Updates of a bot taken in and not done", self.bot_inbox.clone());
        registry.register("bot_outbox", "Messages of a bot not sent yet", self.bot_outbox.clone());
    }

    /// Figures that an alert looks at are there from the start, as zero: an alert on what is missing never rings.
    fn begin(&self) {
        for outcome in ["sent", "refused", "busy", "failed", "dropped"] {
            drop(self.letters.get_or_create(&[("outcome", outcome)]));
        }
        for outcome in ["ok", "busy", "refused", "broken", "unreachable"] {
            drop(self.api_calls.get_or_create(&[("outcome", outcome)]));
        }
        for reason in ["conflict", "store"] {
            drop(self.commit_failures.get_or_create(&[("reason", reason)]));
        }
        for caught in ["yes", "no"] {
            drop(self.panics.get_or_create(&[("caught", caught)]));
        }
        for outcome in ["taken", "kept"] {
            drop(self.reloads.get_or_create(&[("outcome", outcome)]));
        }
    }

    /// Everything in Prometheus' text format.
    ///
    /// # Errors
    /// Never, as far as a text can grow.
    pub fn text(&self) -> Result<String, std::fmt::Error> {
        let mut text = String::new();
        prometheus_client::encoding::prometheus_text::encode(&mut text, &self.registry)?;
        Ok(text)
    }
}

/// Adds one under a label.
pub fn count(family: &Family<Label, Counter>, name: &'static str, value: &'static str) {
    family.get_or_create(&[(name, value)]).inc();
}

/// Notes how long something took.
pub fn took(histogram: &Histogram, time: Duration) {
    histogram.observe(time.as_secs_f64());
}
