//! The whole bot beside a bare echo bot of teloxide's: `cargo bench --bench whole` (Linux). Both are processes of their own, talk to the
//! fake Bot API on loopback, and take turns pass by pass. Figures and what they mean: docs/performance.md.
//!
//! - `bots`: the two programs, and what they cost
//! - `load`: people who write, and when they are answered
//!
//! The echo bot is `benches/compare`, which must have been built (`cargo build --release --manifest-path benches/compare/Cargo.toml`);
//! `XIAOQI_COMPARE` names the program where it is not in the usual target folder. `--chats=100` runs only that many chats.

#[path = "../../tests/suite/botapi/mod.rs"]
mod botapi;
mod bots;
mod load;
#[allow(dead_code, reason = "shared with the other benchmarks")]
#[path = "../world/mod.rs"]
mod world;

use std::io::Write;
use std::time::{Duration, Instant};

use bots::{Bot, Kind, Way};
use load::Crowd;

/// Passes at full load; the median counts.
const PASSES: usize = 5;
/// How long half the load is kept up.
const STEADY: Duration = Duration::from_secs(6);

/// As `xiaoqi` itself has it, and the echo bot.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    if let Some(place) = args.iter().position(|arg| arg == "--bot") {
        return bots::serve(&args[place + 1..]);
    }
    let only = args.iter().find_map(|arg| arg.strip_prefix("--chats=")?.parse::<usize>().ok());
    println!("one write of 4 KiB and its fsync: {:.2} ms", millis(fsync()));
    for chats in [1, 100, 10_000].into_iter().filter(|chats| only.is_none_or(|only| only == *chats)) {
        for way in [Way::Polling, Way::Webhook] {
            compare(chats, way);
        }
    }
}

/// One number of chats, one way of updates: all bots in turns.
fn compare(chats: usize, way: Way) {
    println!("\n{chats} chats, {way:?}");
    let kinds = [Kind::Echo, Kind::Disk, Kind::Memory];
    let mut sides: Vec<Side> = kinds.into_iter().map(|kind| Side::new(kind, way, chats)).collect();
    for _ in 0..PASSES {
        sides.iter_mut().for_each(Side::pass);
    }
    let echo = sides[0].rate();
    for side in &mut sides {
        let rate = side.rate();
        let mut late = side.crowd.steadily(rate / 2.0, STEADY);
        late.sort();
        let at = |part: f64| millis(late[((late.len() - 1) as f64 * part) as usize]);
        println!(
            "{:6} {rate:7.0} updates/s ({:3.0} %), {:.2} calls and {:4.0} µs of CPU an update, fake {:3.0} % of a core; \
             at half: p50 {:.1}, p99 {:.1}, p99.9 {:.1} ms; MB {:?}",
            format!("{:?}", side.kind),
            100.0 * rate / echo,
            median(&side.calls),
            median(&side.cpu),
            median(&side.fake),
            at(0.5),
            at(0.99),
            at(0.999),
            side.memory,
        );
        let _ = std::io::stdout().flush();
    }
}

/// A bot, those who write to it, and what was measured.
struct Side {
    kind: Kind,
    crowd: Crowd,
    bot: Bot,
    rates: Vec<f64>,
    calls: Vec<f64>,
    cpu: Vec<f64>,
    fake: Vec<f64>,
    memory: Vec<u64>,
}

impl Side {
    fn new(kind: Kind, way: Way, chats: usize) -> Side {
        let mut crowd = Crowd::new(kind, chats);
        let bot = Bot::start(kind, way, &crowd.fake);
        eprintln!("{kind:?} is up");
        // Everybody is in conversation before anything is measured; so that a pass finds a bot that has been at work.
        crowd.flood(if kind == Kind::Echo { 2_000 } else { (2 * chats).max(180) });
        let memory = vec![bot.megabytes()];
        Side { kind, crowd, bot, rates: vec![], calls: vec![], cpu: vec![], fake: vec![], memory }
    }

    fn pass(&mut self) {
        let updates = self.crowd.a_pass();
        let (before, ours) = (self.bot.cpu(), bots::cpu_of("self"));
        let flood = self.crowd.flood(updates);
        let seconds = flood.took.as_secs_f64();
        self.rates.push(updates as f64 / seconds);
        self.calls.push(flood.calls as f64 / updates as f64);
        self.cpu.push((self.bot.cpu() - before) * 1e6 / updates as f64);
        self.fake.push((bots::cpu_of("self") - ours) * 100.0 / seconds);
        self.memory.push(self.bot.megabytes());
    }

    fn rate(&self) -> f64 {
        median(&self.rates)
    }
}

fn median(of: &[f64]) -> f64 {
    let mut sorted = of.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// What the disk takes at least: the median of two hundred.
fn fsync() -> Duration {
    let mut file = tempfile::tempfile().unwrap();
    let mut times: Vec<Duration> = (0..200)
        .map(|_| {
            let began = Instant::now();
            file.write_all(&[7; 4_096]).unwrap();
            file.sync_data().unwrap();
            began.elapsed()
        })
        .collect();
    times.sort();
    times[100]
}
