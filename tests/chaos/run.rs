//! One fault after the other, while people talk.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures::FutureExt;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde_json::json;
use xiaoqi::store::{Key, SledStore, Store};

use crate::botapi::{FakeTelegram, Fault, Target};
use crate::ground::Ground;
use crate::life::Life;
use crate::people::Trainee;
use crate::plan::{self, Kind};
use crate::verdict::{self, Evidence, Outcome};
use crate::{Size, content};

/// How long a start may take on a busy machine.
pub const START: Duration = Duration::from_secs(120);
/// How long a SIGTERM may take: updates under way, letters that can go at once, calls under way.
const DRAIN: Duration = Duration::from_secs(30);
/// How long a service on a broken disk may take to notice. It notices with the next thing it writes.
const NOTICE: Duration = Duration::from_secs(20);
/// How long one is left on a full disk.
const RESERVE: Duration = Duration::from_secs(4);
/// How long everything may take to arrive once nothing breaks any more.
const SETTLE: Duration = Duration::from_secs(1_800);

/// Names a folder for the store of a run that goes wrong.
const KEEP: &str = "XIAOQI_CHAOS_KEEP";

/// Faults of calls that wait for one at most.
const MOST_PLANNED: usize = 6;

fn patience(kind: Kind) -> Duration {
    if kind == Kind::Full { RESERVE } else { NOTICE }
}

/// What is under way with the process.
enum State {
    Up,
    /// Told to end, or left without a disk: why, since when, and what it must say.
    Ending(Kind, Instant, &'static str),
    /// Stopped until then.
    Stalled(Instant),
}

/// Everything that a run is made of.
pub struct Run {
    pub fake: FakeTelegram,
    pub ground: Ground,
    pub content: PathBuf,
    pub logs: PathBuf,
    pub trainees: Vec<Trainee>,
    pub dice: ChaCha8Rng,
    /// What people do is no part of the schedule of faults.
    whim: ChaCha8Rng,
    pub life: Life,
    state: State,
    pub lives: usize,
    /// When the process ended by no will of its own, or without its disk.
    pub crashes: Vec<Instant>,
    pub counts: BTreeMap<Kind, usize>,
    pub notes: BTreeMap<String, usize>,
    pub wrong: Vec<String>,
    /// The faults that ended lives, with the life they ended.
    history: Vec<(usize, Kind)>,
    longest_drain: Duration,
    /// The life that begins with what a failing disk left.
    pub broken_life: Option<usize>,
    /// How often numbers of updates started anew.
    ranges: u32,
}

/// Runs it all, and judges.
pub fn run(size: Size) -> Outcome {
    let began = Instant::now();
    let mut run = Run::new(size);
    let mut planned = 0;
    let mut due = Instant::now();
    let enough = Duration::from_secs(size.minutes * 60);
    while planned < size.faults && began.elapsed() < enough && run.wrong.is_empty() {
        run.tick();
        if Instant::now() < due {
            continue;
        }
        let kind = plan::next(&mut run.dice, size.disk);
        planned += 1;
        run.strike(kind);
        due = Instant::now() + plan::pause(&mut run.dice, size.every);
        if planned % 500 == 0 {
            println!("chaos: {planned} faults, {} lives, {} s", run.lives, began.elapsed().as_secs());
        }
    }
    let faults = began.elapsed();
    run.settle();
    let lines = [
        format!(
            "faults: {planned} in {} s, {} lives of the process, {:?}",
            faults.as_secs(),
            run.lives,
            run.counts
        ),
        format!(
            "met: {:?}; longest shutdown {} ms; store {} kB",
            run.notes,
            run.longest_drain.as_millis(),
            run.ground.size() / 1_024
        ),
    ];
    let Run { fake, ground, content, trainees, crashes, wrong, logs, .. } = run;
    let said = said(&logs);
    let evidence = Evidence { fake, content, trainees, crashes, said, wrong };
    let data = ground.data();
    let store = async move { Ok(Arc::new(SledStore::open(data)?) as Arc<dyn Store>) };
    let mut outcome = verdict::judge(&evidence, store.boxed());
    outcome.lines.splice(0..0, lines);
    outcome.lines.push(format!("all of it took {} s", began.elapsed().as_secs()));
    outcome
}

impl Run {
    fn new(size: Size) -> Run {
        let megabytes = 192 + size.faults as u64 / 4;
        let (fake, ground) = (FakeTelegram::start(), Ground::new(megabytes));
        let logs = ground.beside().join("logs");
        fs::create_dir(&logs).unwrap();
        let content = content::folder(ground.beside());
        let mut whim = ChaCha8Rng::seed_from_u64(size.seed ^ 1);
        let trainees =
            (0..size.trainees).map(|number| Trainee::new(&fake, number, size.trainees, &mut whim)).collect();
        let life = Life::start(&fake, &content, &ground.data(), None, &logs, 0);
        Run {
            fake,
            ground,
            content,
            logs,
            trainees,
            dice: ChaCha8Rng::seed_from_u64(size.seed),
            whim,
            life,
            state: State::Up,
            lives: 1,
            crashes: Vec::new(),
            counts: BTreeMap::new(),
            notes: BTreeMap::new(),
            wrong: Vec::new(),
            history: Vec::new(),
            longest_drain: Duration::ZERO,
            broken_life: None,
            ranges: 0,
        }
    }

    /// A little of everybody's life.
    fn tick(&mut self) {
        for trainee in &mut self.trainees {
            trainee.live(&self.fake, &mut self.whim);
        }
        self.watch();
        std::thread::sleep(Duration::from_millis(10));
    }

    /// Looks after the process.
    fn watch(&mut self) {
        let ended = self.life.ended();
        match self.state {
            State::Stalled(until) if Instant::now() >= until => {
                self.life.signal("CONT");
                self.state = State::Up;
            }
            State::Ending(kind, since, words) => match ended {
                Some(status) => {
                    self.longest_drain = match kind {
                        Kind::Terminate => self.longest_drain.max(since.elapsed()),
                        _ => self.longest_drain,
                    };
                    let said = self.life.said();
                    if !said.contains(words) || status.success() != (kind == Kind::Terminate) {
                        self.complain(&format!("after {kind:?} it ended with {status}, without `{words}`"));
                    }
                    self.recover(kind);
                }
                None if kind == Kind::Terminate && since.elapsed() > DRAIN => {
                    self.complain("it does not end on SIGTERM");
                }
                None if kind != Kind::Terminate && since.elapsed() > patience(kind) => {
                    self.note(match kind {
                        Kind::Full => "Full, and it went on from what it had reserved",
                        _ => "Broken, and nobody noticed",
                    });
                    self.life.kill();
                    self.recover(kind);
                }
                None => {}
            },
            _ => {
                if let Some(status) = ended {
                    if self.broken_life == Some(self.lives) && self.life.said().contains("damaged") {
                        return self.after_break();
                    }
                    self.complain(&format!("it ended by itself with {status}"));
                }
            }
        }
    }

    fn recover(&mut self, kind: Kind) {
        self.crashes.push(Instant::now());
        match kind {
            Kind::Full => self.ground.free(),
            Kind::Broken => self.ground.bring_back(),
            _ => {}
        }
        self.start();
    }

    pub fn start(&mut self) {
        self.life = Life::start(&self.fake, &self.content, &self.ground.data(), None, &self.logs, self.lives);
        self.lives += 1;
        self.state = State::Up;
    }

    pub fn complain(&mut self, what: &str) {
        let said = self.life.said();
        let tail: Vec<&str> = said.lines().rev().take(12).collect();
        let tail: Vec<&str> = tail.into_iter().rev().collect();
        if let Some(folder) = std::env::var_os(KEEP) {
            self.ground.keep(Path::new(&folder));
        }
        let before = self.history.iter().rev().take(6).collect::<Vec<_>>();
        self.wrong.push(format!(
            "life {}: {what}; before that {before:?}; it said last:\n{}",
            self.lives,
            tail.join("\n")
        ));
    }

    pub fn note(&mut self, what: &str) {
        *self.notes.entry(what.to_owned()).or_default() += 1;
    }

    /// Lets something break.
    fn strike(&mut self, kind: Kind) {
        if kind.needs_a_mount() && !self.ground.is_mounted() {
            return self.note("left out for want of a disk");
        }
        if kind.ends_a_life() || kind == Kind::Stall {
            if let State::Ending(..) = self.state {
                return self.note("left out while it was ending anyway");
            }
            if let State::Stalled(_) = self.state {
                self.life.signal("CONT");
                self.state = State::Up;
            }
        }
        *self.counts.entry(kind).or_default() += 1;
        if kind.ends_a_life() {
            self.history.push((self.lives, kind));
        }
        match kind {
            Kind::DropBefore => self.inject(Fault::DropBefore),
            Kind::DropAfter => self.inject(Fault::DropAfter),
            Kind::Busy => {
                let seconds = self.dice.random_range(1..=2);
                self.inject(Fault::too_many_requests(seconds));
            }
            Kind::Gateway => self.inject(Fault::bad_gateway()),
            Kind::Internal => self.inject(Fault::internal_error()),
            Kind::Garbage => self.inject(Fault::Garbage),
            Kind::Slow => {
                let wait = Duration::from_millis(self.dice.random_range(50..900));
                self.inject(Fault::Delay(wait));
            }
            Kind::Duplicate => self.fake.redeliver(self.dice.random_range(1..=12)),
            Kind::Disorder => self.fake.disorder(self.dice.random_range(1..=3)),
            Kind::Malformed => self.malformed(),
            Kind::Jump => self.jump(),
            Kind::Stall => {
                self.life.signal("STOP");
                self.state = State::Stalled(
                    Instant::now() + Duration::from_millis(self.dice.random_range(200..2_500)),
                );
            }
            Kind::Terminate => {
                // Before it listens for signals, they end it as they end any program.
                if self.life.serves(START) {
                    self.life.signal("TERM");
                    self.state = State::Ending(kind, Instant::now(), "stopped");
                }
            }
            Kind::Kill => self.kill(),
            Kind::KillTwice => {
                self.kill();
                let wait = Duration::from_millis(self.dice.random_range(1..2_500));
                std::thread::sleep(wait);
                self.kill();
            }
            Kind::Full => {
                if !self.life.serves(START) {
                    return self.complain("it does not start");
                }
                self.ground.fill();
                // It goes on from what it has reserved; one that starts has nothing reserved yet.
                if self.dice.random_bool(0.5) {
                    self.kill();
                }
                self.state = State::Ending(kind, Instant::now(), "is full");
            }
            Kind::Broken => {
                if !self.life.serves(START) {
                    return self.complain("it does not start");
                }
                // Nothing that anybody is promised from here on reaches the disk: this copy has all that was.
                self.life.signal("STOP");
                self.ground.snapshot();
                self.ground.shut_down();
                self.life.signal("CONT");
                self.broken_life = Some(self.lives + 1);
                self.state = State::Ending(kind, Instant::now(), "could not be read or written");
            }
            Kind::PowerCut => {
                self.life.signal("STOP");
                self.ground.snapshot();
                self.life.kill();
                self.crashes.push(Instant::now());
                self.ground.lose_power();
                self.start();
            }
            Kind::Damage => self.damage(),
        }
    }

    pub fn kill(&mut self) {
        self.life.kill();
        self.crashes.push(Instant::now());
        self.start();
    }

    fn inject(&mut self, fault: Fault) {
        // While nothing runs, nothing meets them; a service that starts is not to be met by all of them at once.
        if self.fake.faults_left() > MOST_PLANNED {
            self.fake.clear_faults();
        }
        let target = match self.dice.random_range(0..10) {
            0..3 => Target::method("getUpdates"),
            3..8 => Target::method("sendMessage"),
            8 => Target::method("sendPhoto"),
            _ => Target::any(),
        };
        let times = self.dice.random_range(1..=2);
        self.fake.inject(target, fault, times);
    }

    fn malformed(&mut self) {
        match self.dice.random_range(0..5) {
            0 => self.fake.push_update("message", json!({"no": "message"})),
            1 => self.fake.push_update("callback_query", json!(7)),
            2 => self.fake.push_update("message", json!([[], {"text": null}])),
            3 => self.fake.push_value(json!({"message": {"text": "no number"}})),
            _ => self.fake.push_value(json!("no update at all")),
        }
    }

    fn jump(&mut self) {
        // Numbers start anew only after a week in which nothing came: by then everything was done and sent.
        let anew = self.dice.random_bool(0.3) && matches!(self.state, State::Up);
        if anew && self.fake.waiting() == 0 && self.ranges < 200 {
            self.life.kill();
            self.crashes.push(Instant::now());
            let quiet = self.fake.waiting() == 0 && self.left() == 0;
            if quiet {
                self.ranges += 1;
                self.fake.number_from(1_000_000_000 - self.ranges * 4_000_000);
                self.note("numbers started anew");
            }
            self.start();
            if quiet {
                return;
            }
        }
        self.fake.skip_numbers(self.dice.random_range(1..3_000));
    }

    /// Nothing breaks any more, and everything is to arrive.
    fn settle(&mut self) {
        self.fake.clear_faults();
        self.fake.drop_numberless();
        let until = Instant::now() + SETTLE;
        while !matches!(self.state, State::Up) && self.wrong.is_empty() {
            self.watch();
            std::thread::sleep(Duration::from_millis(20));
        }
        while self.wrong.is_empty() {
            self.rest(until);
            self.end();
            if self.wrong.is_empty() && self.left() > 0 {
                // Some letters wait long for their next try; the next life does not know that.
                self.start();
                continue;
            }
            return;
        }
    }

    /// Waits until nothing comes any more.
    fn rest(&mut self, until: Instant) {
        let (mut before, mut since) = (0, Instant::now());
        while since.elapsed() < Duration::from_secs(8) && self.wrong.is_empty() {
            if Instant::now() > until {
                return self.complain("it does not come to rest");
            }
            self.watch();
            let sent: usize = self.trainees.iter().map(|trainee| self.fake.glimpse(trainee.id()).sent).sum();
            if sent != before || self.fake.waiting() > 0 {
                (before, since) = (sent, Instant::now());
            }
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    /// Ends the process for good.
    fn end(&mut self) {
        if !self.wrong.is_empty() || !self.life.serves(START) {
            return;
        }
        self.life.signal("TERM");
        let told = Instant::now();
        while self.life.ended().is_none() && told.elapsed() < DRAIN {
            std::thread::sleep(Duration::from_millis(20));
        }
        if !self.life.ended().is_some_and(|status| status.success()) {
            self.complain("it does not end well");
        }
    }

    /// How much is left to do or to send.
    fn left(&self) -> usize {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let store = SledStore::open(self.ground.data()).unwrap();
        let count = |range| runtime.block_on(store.scan(range, 10_000)).unwrap().len();
        count(Key::all_inbox()) + count(Key::all_outbox())
    }
}

/// All that every life has said.
pub fn said(logs: &Path) -> Vec<(PathBuf, String)> {
    let mut files: Vec<PathBuf> = fs::read_dir(logs).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let read = |path: &Path| String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned();
    files.into_iter().map(|path| (path.clone(), read(&path))).collect()
}
