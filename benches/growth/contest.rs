//! A contest of more and more members: joining and playing, the scoreboard, the end.

use xiaoqi::base::time::Moment;
use xiaoqi::vitals::process;

use super::draw::Curves;
use super::hall::{Bench, DAY, SAYS, START, play_all, ring};
use super::world::WORLD;
use super::{apart, megabytes, point, threads};

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
        point("contest", "all join, play and end a round", members, took.as_secs_f64() * 1e3);
        let used = process::processor().unwrap() - used;
        point("contest", "the same, of one core", members, used * 1e3);
        let used = threads();
        let (took, _) = ring(&bench, Moment(START.0 + 120_000)).await;
        println!("{members} members: the scoreboard took {took:.0?}");
        point("contest", "the scoreboard", members, threads() - used);
        let used = threads();
        let (took, letters) = ring(&bench, Moment(START.0 + 2 * DAY)).await;
        println!("{members} members: the end took {took:.0?}, {letters} letters");
        point("contest", "the end", members, threads() - used);
        point("contest-memory", "memory, beyond content and models", members, megabytes() - before);
    });
}
