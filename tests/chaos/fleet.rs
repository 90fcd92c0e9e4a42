//! Three replicas over one PostgreSQL server: one of them dies, sleeps, ends or starts all the time, and so does the server; people
//! notice nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures::FutureExt;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use xiaoqi::store::{PostgresStore, PostgresUrl, Store};

use crate::botapi::{FakeTelegram, Fault, Target};
use crate::database::Server;
use crate::life::Life;
use crate::people::Trainee;
use crate::run::said;
use crate::verdict::{self, Evidence, Outcome};
use crate::{Size, content};

/// How many replicas there are.
pub const REPLICAS: usize = 3;
/// How long a start may take on a busy machine.
pub const START: Duration = Duration::from_secs(120);
/// How long a SIGTERM may take.
const DRAIN: Duration = Duration::from_secs(40);
/// How long everything may take to arrive once nothing breaks any more.
const SETTLE: Duration = Duration::from_secs(600);
/// Within which others are at work for who died: what is promised is 10 s, of which this looks from one phone's side.
const QUIET: Duration = Duration::from_secs(12);

/// What is under way with a replica.
enum State {
    Up,
    /// Told to end.
    Ending(Instant),
    /// Stopped until then.
    Asleep(Instant),
    /// Gone; the next one starts then.
    Gone(Instant),
}

/// One of them.
pub struct Replica {
    pub life: Life,
    state: State,
}

/// Three replicas, and who writes to them.
pub struct Fleet {
    pub fake: FakeTelegram,
    server: Server,
    address: String,
    content: PathBuf,
    folder: tempfile::TempDir,
    pub replicas: Vec<Replica>,
    trainees: Vec<Trainee>,
    dice: ChaCha8Rng,
    whim: ChaCha8Rng,
    lives: usize,
    crashes: Vec<Instant>,
    /// When the server was last away.
    outage: Option<Instant>,
    counts: BTreeMap<&'static str, usize>,
    wrong: Vec<String>,
}

/// Runs it all, and judges; `None` where there is no PostgreSQL.
pub fn run(size: Size) -> Option<Outcome> {
    let server = Server::start()?;
    let began = Instant::now();
    let mut fleet = Fleet::new(server, size);
    let (mut planned, mut due) = (0, Instant::now() + Duration::from_secs(5));
    let enough = Duration::from_secs(size.minutes * 60);
    while planned < size.faults && began.elapsed() < enough && fleet.wrong.is_empty() {
        fleet.tick();
        if Instant::now() < due {
            continue;
        }
        planned += 1;
        fleet.strike();
        due = Instant::now() + Duration::from_millis(fleet.dice.random_range(0..2 * size.every));
        if planned % 500 == 0 {
            println!("fleet: {planned} faults, {} lives, {} s", fleet.lives, began.elapsed().as_secs());
        }
    }
    let faults = began.elapsed().as_secs();
    fleet.settle();
    let line = format!("fleet: {planned} faults in {faults} s, {} lives, {:?}", fleet.lives, fleet.counts);
    let Fleet { fake, content, trainees, crashes, wrong, folder, server, address, .. } = fleet;
    let said = said(&folder.path().join("logs"));
    let evidence = Evidence { fake, content, trainees, crashes, said, wrong };
    let store = async {
        let url = PostgresUrl::parse(&address).expect("an address");
        Ok(Arc::new(PostgresStore::open(url).await?) as Arc<dyn Store>)
    };
    let mut outcome = verdict::judge(&evidence, store.boxed());
    drop(server);
    outcome.lines.insert(0, line);
    outcome.lines.push(format!("all of it took {} s", began.elapsed().as_secs()));
    Some(outcome)
}

impl Fleet {
    /// Starts them.
    pub fn new(server: Server, size: Size) -> Fleet {
        let (fake, folder) = (FakeTelegram::start(), tempfile::tempdir().unwrap());
        fs::create_dir(folder.path().join("logs")).unwrap();
        let content = content::folder(folder.path());
        let address = server.fresh_address();
        let mut whim = ChaCha8Rng::seed_from_u64(size.seed ^ 1);
        let trainees =
            (0..size.trainees).map(|number| Trainee::new(&fake, number, size.trainees, &mut whim)).collect();
        let dice = ChaCha8Rng::seed_from_u64(size.seed);
        let mut fleet = Fleet {
            fake,
            server,
            address,
            content,
            folder,
            replicas: Vec::new(),
            trainees,
            dice,
            whim,
            lives: 0,
            crashes: Vec::new(),
            outage: None,
            counts: BTreeMap::new(),
            wrong: Vec::new(),
        };
        for place in 0..REPLICAS {
            let life = fleet.born(place);
            fleet.replicas.push(Replica { life, state: State::Up });
        }
        fleet
    }

    /// Starts one again that has died.
    pub fn reborn(&mut self, place: usize) {
        let life = self.born(place);
        self.replicas[place] = Replica { life, state: State::Up };
    }

    fn born(&mut self, place: usize) -> Life {
        let data = self.folder.path().join(format!("data{place}"));
        let logs = self.folder.path().join("logs");
        self.lives += 1;
        Life::start(&self.fake, &self.content, &data, Some(&self.address), &logs, self.lives)
    }

    /// A little of everybody's life.
    pub fn tick(&mut self) {
        for trainee in &mut self.trainees {
            trainee.live(&self.fake, &mut self.whim);
        }
        self.watch();
        std::thread::sleep(Duration::from_millis(10));
    }

    /// Looks after the processes.
    fn watch(&mut self) {
        let now = Instant::now();
        for place in 0..self.replicas.len() {
            let replica = &mut self.replicas[place];
            let ended = replica.life.ended();
            match (&replica.state, ended) {
                (State::Gone(until), _) if now >= *until => {
                    self.reborn(place);
                }
                (State::Gone(_), _) => {}
                (State::Asleep(until), None) if now >= *until => {
                    replica.life.signal("CONT");
                    replica.state = State::Up;
                }
                (State::Ending(since), None) if since.elapsed() > DRAIN => {
                    self.wrong.push(format!("a replica does not end on SIGTERM:\n{}", tail(&replica.life)));
                    return;
                }
                (State::Ending(_), Some(status)) if status.success() => {
                    replica.state = State::Gone(now);
                }
                // Without its server a replica ends and says so; whoever looks after it starts it again.
                (_, Some(_))
                    if self.outage.is_some_and(|at| at.elapsed() < Duration::from_secs(90))
                        && replica.life.said().contains("database") =>
                {
                    self.crashes.push(now);
                    replica.state = State::Gone(now);
                    *self.counts.entry("ended without its server").or_default() += 1;
                }
                (_, Some(status)) => {
                    self.wrong.push(format!("a replica ended with {status}:\n{}", tail(&replica.life)));
                    return;
                }
                (_, None) => {}
            }
        }
    }

    fn count(&mut self, what: &'static str) {
        *self.counts.entry(what).or_default() += 1;
    }

    /// Lets something break.
    fn strike(&mut self) {
        let place = self.dice.random_range(0..REPLICAS);
        match self.dice.random_range(0..1_000) {
            0..760 => self.inject(),
            760..820 => {
                self.count("updates twice");
                self.fake.redeliver(self.dice.random_range(1..=12));
            }
            820..860 => {
                self.count("updates in another order");
                self.fake.disorder(self.dice.random_range(1..=3));
            }
            860..920 if matches!(self.replicas[place].state, State::Up | State::Asleep(_)) => {
                self.count("killed");
                self.wake(place);
                self.replicas[place].life.kill();
                self.crashes.push(Instant::now());
                let pause = Duration::from_millis(self.dice.random_range(0..4_000));
                self.replicas[place].state = State::Gone(Instant::now() + pause);
            }
            920..950
                if matches!(self.replicas[place].state, State::Up)
                    && self.replicas[place].life.serves(START) =>
            {
                self.count("ended");
                self.replicas[place].life.signal("TERM");
                self.replicas[place].state = State::Ending(Instant::now());
            }
            950..990 if matches!(self.replicas[place].state, State::Up) => {
                self.count("put to sleep");
                self.replicas[place].life.signal("STOP");
                let long = Duration::from_millis(self.dice.random_range(300..9_000));
                self.replicas[place].state = State::Asleep(Instant::now() + long);
                // Others may take its place, and send what it has sent and not recorded.
                self.crashes.push(Instant::now());
            }
            990.. => {
                let mode = ["fast", "immediate"][self.dice.random_range(0..2)];
                self.count("server stopped");
                self.server.down(mode);
                self.outage = Some(Instant::now());
                std::thread::sleep(Duration::from_millis(self.dice.random_range(0..1_500)));
                self.server.up();
                self.outage = Some(Instant::now());
            }
            _ => {}
        }
    }

    fn wake(&mut self, place: usize) {
        if matches!(self.replicas[place].state, State::Asleep(_)) {
            self.replicas[place].life.signal("CONT");
        }
    }

    fn inject(&mut self) {
        if self.fake.faults_left() > 6 {
            self.fake.clear_faults();
        }
        let fault = match self.dice.random_range(0..6) {
            0 => Fault::DropBefore,
            1 => Fault::DropAfter,
            2 => Fault::too_many_requests(1),
            3 => Fault::bad_gateway(),
            4 => Fault::Garbage,
            _ => Fault::Delay(Duration::from_millis(self.dice.random_range(50..900))),
        };
        let target = match self.dice.random_range(0..10) {
            0..3 => Target::method("getUpdates"),
            3..8 => Target::method("sendMessage"),
            8 => Target::method("sendPhoto"),
            _ => Target::any(),
        };
        self.count("network");
        self.fake.inject(target, fault, 1);
    }

    /// Nothing breaks any more, and everything is to arrive.
    fn settle(&mut self) {
        self.fake.clear_faults();
        for place in 0..REPLICAS {
            self.wake(place);
            if matches!(self.replicas[place].state, State::Asleep(_)) {
                self.replicas[place].state = State::Up;
            }
        }
        let until = Instant::now() + SETTLE;
        let (mut before, mut since) = (0, Instant::now());
        while since.elapsed() < QUIET && self.wrong.is_empty() {
            if Instant::now() > until {
                return self.wrong.push("it does not come to rest".to_owned());
            }
            self.watch();
            let sent: usize = self.trainees.iter().map(|trainee| self.fake.glimpse(trainee.id()).sent).sum();
            if sent != before || self.fake.waiting() > 0 {
                (before, since) = (sent, Instant::now());
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        for replica in &mut self.replicas {
            if replica.life.ended().is_none() {
                replica.life.signal("TERM");
            }
        }
        let told = Instant::now();
        while self.replicas.iter_mut().any(|replica| replica.life.ended().is_none()) {
            if told.elapsed() > DRAIN {
                return self.wrong.push("a replica does not end well".to_owned());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

fn tail(life: &Life) -> String {
    let said = life.said();
    let lines: Vec<&str> = said.lines().rev().take(8).collect();
    lines.into_iter().rev().collect::<Vec<_>>().join("\n")
}
