//! How cost grows: `cargo bench --bench growth` (Linux). Processor time and memory against messages in a conversation and conversations in
//! the store. Prints each point, writes them to `target/growth.tsv`, and has `benches/compare` draw them (`XIAOQI_COMPARE` names the program) into
//! docs/growth. What the curves mean: docs/performance.md.

#[allow(dead_code, reason = "shared with the other benchmarks")]
mod world;

use std::fmt::Write;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures::stream::{self, StreamExt};
use xiaoqi::base::lang::Lang;
use xiaoqi::base::time::Moment;
use xiaoqi::session::fold::{self, Session};
use xiaoqi::store::SledStore;

use world::{WORLD, cast, desk, messages, play};

/// Numbers every trainee may use for her updates.
const UPDATES: u64 = 16;
/// Trainees who write at the same time.
const CLIENTS: usize = 16;

fn main() {
    let mut curves = String::new();
    messages_of_one(&mut curves);
    stored(&mut curves);
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("growth.tsv");
    std::fs::write(&file, &curves).unwrap();
    let Some(compare) = std::env::var_os("XIAOQI_COMPARE") else {
        return println!("not drawn: XIAOQI_COMPARE names no program");
    };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/growth");
    assert!(Command::new(compare).arg("draw").arg(file).arg(folder).status().unwrap().success());
}

/// Seconds of processor time of this process.
fn cpu() -> f64 {
    let text = std::fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<&str> = text.rsplit_once(')').unwrap().1.split_whitespace().collect();
    fields[11..13].iter().map(|ticks| ticks.parse::<f64>().unwrap()).sum::<f64>() / 100.0
}

/// Resident memory now, in millions of bytes.
fn megabytes() -> f64 {
    let text = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<f64>().unwrap() * 1_024.0 / 1e6
}

fn point(curves: &mut String, picture: &str, curve: &str, x: f64, y: f64) {
    println!("{picture}: {curve}: {x} -> {y:.4}");
    writeln!(curves, "{picture}\t{curve}\t{x}\t{y}").unwrap();
}

/// One conversation that goes on and on. A customer who has left is not answered any more, so most messages of the longest are the least
/// that a message can cost; what counts is that none costs more for those before it.
fn messages_of_one(curves: &mut String) {
    writeln!(curves, "#\tmessages\tOne conversation\tmessages\tms of one core").unwrap();
    for count in [10, 50, 200, 500, 1_000, 2_000] {
        let (cast, lang) = cast(1);
        let again = (20_000 / count).max(1);
        let mut kept = Vec::new();
        let began = cpu();
        for _ in 0..again {
            let (mut session, started) = Session::open(&cast, lang, 7, Moment(0));
            kept = vec![started];
            kept.extend((0..count).map(|n| session.play(&cast, messages(Lang::EN)[n % 6], Moment(n as i64))));
        }
        let played = (cpu() - began) / again as f64;
        let began = cpu();
        for _ in 0..again {
            fold::replay(&cast, &kept).unwrap();
        }
        let folded = (cpu() - began) / again as f64;
        point(curves, "messages", "played", count as f64, played * 1e3);
        point(curves, "messages", "read back and played again", count as f64, folded * 1e3);
    }
}

/// More and more trainees in the store on disk, each one message into a conversation.
fn stored(curves: &mut String) {
    writeln!(
        curves,
        "#\tstored\tConversations in the store\tconversations\tms (update, opening), MB (memory)"
    )
    .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    assert!(!WORLD.content.tongues.is_empty());
    let mut there = 0;
    for count in [300, 1_000, 3_000, 10_000, 30_000] {
        let desk = Arc::new(runtime.block_on(async { desk(folder.path()) }));
        let began = cpu();
        runtime.block_on(async {
            let newcomers = stream::iter(there..count).for_each_concurrent(CLIENTS, |n| {
                let desk = Arc::clone(&desk);
                async move { play(&desk, n as u64 * UPDATES, n, 1).await }
            });
            newcomers.await;
        });
        // Beginning is one update, writing another.
        let each = (cpu() - began) / (2 * (count - there)) as f64;
        there = count;
        point(curves, "stored", "an update, ms of one core", count as f64, each * 1e3);
        point(curves, "stored", "memory, MB", count as f64, megabytes());
        drop(desk);
        point(curves, "stored", "opening, ms", count as f64, runtime.block_on(opening(folder.path())) * 1e3);
    }
}

/// Seconds until a store that was closed just now is open again; the tries that find it still closing do not count.
async fn opening(folder: &Path) -> f64 {
    for _ in 0..500 {
        let began = Instant::now();
        if SledStore::open(folder).is_ok() {
            return began.elapsed().as_secs_f64();
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("{} stays in use", folder.display());
}
