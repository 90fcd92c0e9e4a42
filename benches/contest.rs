//! How contests bear up: `cargo bench --bench contest`. One contest of five hundred with its scoreboard, and two hundred contests at
//! once; all through the desk, over the store on disk, without a network. Figures: docs/performance.md.

mod hall;
#[allow(dead_code, reason = "shared with the other benchmarks")]
mod world;

use std::time::Instant;

use xiaoqi::base::time::Moment;

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
    let bench = Bench::new();
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

    let bench = Bench::new();
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
