//! A contest of more and more members: joining and playing, the scoreboard, the end.

use xiaoqi::base::time::Moment;
use xiaoqi::vitals::process;

use super::draw::Curves;
use super::hall::{Bench, DAY, SAYS, START, play_all, ring};
use super::world::WORLD;
use super::{apart, megabytes, point};

pub fn run(curves: &mut Curves) {
    for members in [10, 30, 100, 300, 1_000, 2_000] {
        apart(curves, &format!("contest,{members}"));
    }
}

pub fn scene(members: usize) {
    assert!(!WORLD.content.tongues.is_empty());
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let bench = Bench::new();
        let link = bench.contest(-1).await;
        let before = megabytes();
        let used = process::processor().unwrap();
        let all = (0..members as i64).map(|n| (1_000 + n, link.clone())).collect();
        let took = play_all(&bench, all).await;
        let updates = (members * (5 + SAYS)) as f64;
        println!("{members} members: {:.0} updates a second", updates / took.as_secs_f64());
        point("contest", "all join, play a round and end it", members, took.as_secs_f64() * 1e3);
        let used = process::processor().unwrap() - used;
        point("contest", "the same, processor", members, used * 1e3);
        let (took, _) = ring(&bench, Moment(START.0 + 120_000)).await;
        point("contest", "the scoreboard", members, took.as_secs_f64() * 1e3);
        let (took, letters) = ring(&bench, Moment(START.0 + 2 * DAY)).await;
        println!("{members} members: {letters} letters at the end");
        point("contest", "the end", members, took.as_secs_f64() * 1e3);
        point("contest-memory", "memory, beyond content and models", members, megabytes() - before);
    });
}
