//! How contests bear up: `cargo bench --bench contest`. One contest of five hundred with its scoreboard, and two hundred contests at
//! once; all through the desk, over the store on disk, without a network; and over the database that XIAOQI_BENCH_STORE names, such as
//! postgresql://USER@127.0.0.1/DATABASE?space=bench, whose spaces bench_1 and bench_2 must be new. Figures: docs/performance.md.

mod hall;
#[allow(dead_code, reason = "shared with the other benchmarks")]
mod world;

use std::sync::Arc;
use std::time::Instant;

use xiaoqi::base::time::Moment;
use xiaoqi::store::{Key, PostgresStore, PostgresUrl, Store};

use hall::{Bench, DAY, SAYS, START, play_all, ring};
use world::WORLD;

/// Participants of the one contest.
const MANY: i64 = 500;
/// Contests at once, and participants of each.
const CONTESTS: i64 = 200;
const EACH: i64 = 3;

#[tokio::main]
async fn main() {
    assert!(!WORLD.content.tongues.is_empty());
    println!("over the store on disk:");
    measure(None).await;
    if let Ok(address) = std::env::var("XIAOQI_BENCH_STORE") {
        println!("over the database:");
        measure(Some(&address)).await;
    }
}

/// Over a folder, or over a space of its own of the database at this address.
async fn over(address: Option<&str>, number: u32) -> Bench {
    let Some(address) = address else { return Bench::new() };
    let url = PostgresUrl::parse(&format!("{address}_{number}")).expect("an address");
    let store = PostgresStore::open(url).await.expect("the database");
    let there = store.scan(Key::everything(), 1).await.unwrap();
    assert!(there.is_empty(), "the space {number} is in use");
    Bench::over(Arc::new(store), None)
}

async fn measure(address: Option<&str>) {
    let bench = over(address, 1).await;
    let link = bench.contest(-1).await;
    let took = play_all(&bench, (1_000..1_000 + MANY).map(|who| (who, link.clone())).collect()).await;
    let updates = MANY * (5 + SAYS as i64);
    println!(
        "one contest, {MANY} play: {took:.1?}, {:.0} updates a second",
        updates as f64 / took.as_secs_f64()
    );
    let (took, letters) = ring(&bench, Moment(START.0 + 120_000)).await;
    println!("one contest, the scoreboard of {MANY}: {took:.1?}, {letters} letters");
    let (took, letters) = ring(&bench, Moment(START.0 + 2 * DAY)).await;
    println!("one contest, its end: {took:.1?}, {letters} letters");

    let bench = over(address, 2).await;
    let began = Instant::now();
    let mut all = Vec::new();
    for contest in 0..CONTESTS {
        let link = bench.contest(-1 - contest).await;
        all.extend((0..EACH).map(|place| (1_000 + contest * EACH + place, link.clone())));
    }
    println!("{CONTESTS} contests, made: {:.1?}", began.elapsed());
    let took = play_all(&bench, all).await;
    println!("{CONTESTS} contests, {EACH} play in each: {took:.1?}");
    let (took, letters) = ring(&bench, Moment(START.0 + 120_000)).await;
    println!("{CONTESTS} contests, all scoreboards at once: {took:.1?}, {letters} letters");
    let (took, letters) = ring(&bench, Moment(START.0 + 2 * DAY)).await;
    println!("{CONTESTS} contests, all ends at once: {took:.1?}, {letters} letters");
}
