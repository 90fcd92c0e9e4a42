//! Replicas that die, end well, fall asleep and start again, each with a way of its own to one store.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use futures::future::{BoxFuture, FutureExt};
use tokio::sync::watch;
use xiaoqi::base::time::Moment;
use xiaoqi::desk::records::Received;
use xiaoqi::desk::{Playbook, now};
use xiaoqi::fleet::Pace;
use xiaoqi::fleet::records::KeptShare;
use xiaoqi::store::{
    Batch, Entry, InFleet, Key, KeyName, MemoryStore, PostgresStore, PostgresUrl, Record, Store, StoreError,
};

use super::super::{Service, Site, playbook};

/// A replica that dies is missed for two seconds: long enough that a busy machine is not taken for a dead one.
const PACE: Pace = Pace {
    beat: Duration::from_millis(100),
    calm_beat: Duration::from_millis(300),
    certain: Duration::from_millis(1_200),
    silence: Duration::from_millis(2_000),
    farewell: Duration::from_secs(2),
};

/// Where everything is kept.
pub enum Ground {
    Memory(Arc<MemoryStore>),
    Database(Box<PostgresUrl>),
}

impl Ground {
    pub fn memory() -> Ground {
        Ground::Memory(Arc::new(MemoryStore::new()))
    }

    /// A way of its own to it.
    async fn way(&self) -> Arc<dyn Store> {
        match self {
            Ground::Memory(store) => store.clone(),
            Ground::Database(url) => Arc::new(PostgresStore::open(PostgresUrl::clone(url)).await.unwrap()),
        }
    }
}

/// On which side of the commit that closes a contest its replica falls asleep.
#[derive(Clone, Copy, Debug)]
pub enum Side {
    Before,
    After,
}

/// What all replicas' ways to the store note.
#[derive(Default)]
struct Notes {
    /// Every update that was taken in, as it came.
    raw: BTreeMap<u64, String>,
    /// Where the next one to close a contest falls asleep.
    trap: Option<Side>,
}

/// One replica's way to the store: notes what it takes in, and stands still while its machine sleeps.
struct Way {
    inner: Arc<dyn Store>,
    notes: Arc<Mutex<Notes>>,
    asleep: watch::Sender<bool>,
}

impl Way {
    async fn awake(&self) {
        let mut asleep = self.asleep.subscribe();
        let _ = asleep.wait_for(|asleep| !*asleep).await;
    }

    /// Notes what is in a batch. Where it closes a contest and that is a trap, on which side.
    fn note(&self, batch: &Batch) -> Option<Side> {
        let mut notes = self.notes.lock().unwrap();
        let mut closes = false;
        for (key, change) in batch.changes() {
            match (key.name(), &change.value) {
                (Some(KeyName::Inbox(update)), Some(value)) => {
                    let received: Received = Record::decode(key, value).unwrap();
                    notes.raw.entry(update).or_insert(received.raw);
                }
                (Some(KeyName::Alarm(_, _, what)), None) => closes |= what.ends_with("/close"),
                _ => {}
            }
        }
        if closes { notes.trap.take() } else { None }
    }
}

impl Store for Way {
    fn get<'a>(&'a self, key: &'a Key) -> BoxFuture<'a, Result<Option<Entry>, StoreError>> {
        async move {
            self.awake().await;
            self.inner.get(key).await
        }
        .boxed()
    }

    fn scan(&self, range: Range<Key>, limit: usize) -> BoxFuture<'_, Result<Vec<(Key, Entry)>, StoreError>> {
        async move {
            self.awake().await;
            self.inner.scan(range, limit).await
        }
        .boxed()
    }

    fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<(), StoreError>> {
        async move {
            self.awake().await;
            let side = self.note(&batch);
            if matches!(side, Some(Side::Before)) {
                self.asleep.send_replace(true);
                self.awake().await;
            }
            let done = self.inner.commit(batch).await;
            if matches!(side, Some(Side::After)) {
                self.asleep.send_replace(true);
                self.awake().await;
            }
            done
        }
        .boxed()
    }
}

/// One replica.
pub struct Replica {
    service: Service,
    /// What it goes by among the others.
    number: u64,
    asleep: watch::Sender<bool>,
}

/// All of them, and what they work on.
pub struct Replicas {
    pub site: Site,
    pub mind: Arc<Playbook>,
    ground: Ground,
    notes: Arc<Mutex<Notes>>,
    pub running: Vec<Replica>,
    /// When something was cut off: from just before until it was certainly over.
    pub cuts: Vec<(Instant, Instant)>,
}

impl Replicas {
    /// Three.
    pub async fn start(ground: Ground) -> Replicas {
        let site = Site { store: ground.way().await, ..Site::new() };
        let (mind, notes) = (playbook(), Arc::default());
        let mut all = Replicas { site, mind, ground, notes, running: Vec::new(), cuts: Vec::new() };
        for _ in 0..3 {
            all.add().await;
        }
        all
    }

    /// One more.
    pub async fn add(&mut self) {
        let before = self.numbers().await;
        let asleep = watch::Sender::new(false);
        let notes = Arc::clone(&self.notes);
        let way = Way { inner: self.ground.way().await, notes, asleep: asleep.clone() };
        let service = self.site.serve_mind_among(self.mind.clone(), Arc::new(way), PACE);
        loop {
            let fresh = self.numbers().await.into_iter().find(|number| !before.contains(number));
            if let Some(number) = fresh {
                return self.running.push(Replica { service, number, asleep });
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    async fn numbers(&self) -> Vec<u64> {
        let found = self.site.store.scan(Key::all_of_fleet(), 1_000).await.unwrap();
        let number = |(key, _): (Key, Entry)| match key.name() {
            Some(KeyName::Fleet(InFleet::Replica(number))) => Some(number),
            _ => None,
        };
        found.into_iter().filter_map(number).collect()
    }

    /// Which of those running has a share of the chats, if any.
    pub async fn holder(&self, share: u32) -> Option<usize> {
        let key = Key::share(share);
        let entry = self.site.store.get(&key).await.unwrap()?;
        let KeptShare { holder } = Record::decode(&key, &entry.value).unwrap();
        self.running.iter().position(|replica| Some(replica.number) == holder)
    }

    /// One dies in the middle of whatever it does.
    pub async fn kill(&mut self, place: usize) {
        let replica = self.running.remove(place);
        let from = Instant::now();
        tokio::task::spawn_blocking(move || replica.service.kill()).await.unwrap();
        self.cuts.push((from, Instant::now()));
    }

    /// One ends well.
    pub async fn stop(&mut self, place: usize) {
        let replica = self.running.remove(place);
        tokio::task::spawn_blocking(move || replica.service.stop()).await.unwrap().unwrap();
    }

    /// The machine of one sleeps.
    pub fn sleep(&mut self, place: usize) {
        self.running[place].asleep.send_replace(true);
        self.cuts.push((Instant::now(), Instant::now()));
    }

    pub fn wake(&mut self, place: usize) {
        self.running[place].asleep.send_replace(false);
    }

    /// Whoever closes the next contest falls asleep on that side of it.
    pub fn set_trap(&self, side: Side) {
        self.notes.lock().unwrap().trap = Some(side);
    }

    /// Waits until somebody sleeps; which.
    pub async fn sleeper(&mut self) -> usize {
        loop {
            let found = self.running.iter().position(|replica| *replica.asleep.borrow());
            if let Some(place) = found {
                self.cuts.push((Instant::now(), Instant::now()));
                return place;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// Every update that was taken in, by number, as it came.
    pub fn taken_in(&self) -> BTreeMap<u64, String> {
        self.notes.lock().unwrap().raw.clone()
    }

    /// The time as the services are told it.
    pub fn now(&self) -> Moment {
        Moment(now().0 + self.site.ahead.load(std::sync::atomic::Ordering::SeqCst))
    }

    /// Waits until nothing is left to do: nothing waits, is due, or is on its way. Buttons may turn for ever whose answer died
    /// with a replica.
    pub async fn settle(&self) {
        let mut quiet = 0;
        for _ in 0..6_000 {
            let left = self.site.count(Key::all_inbox()).await
                + self.site.count(Key::all_outbox()).await
                + self.site.count(Key::alarms_due(self.now())).await
                + self.site.fake.pending_updates().len();
            quiet = if left == 0 { quiet + 1 } else { 0 };
            if quiet == 5 {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("something is left for ever");
    }

    /// Everything that those running said.
    pub fn logs(&self) -> String {
        self.running.iter().map(|replica| replica.service.log()).collect()
    }
}
