//! How cost grows: `cargo bench --bench growth` (Linux). Time and memory against messages in a conversation, conversations in the store,
//! customers, languages, and members of a contest. Every point is measured in a process of its own, because memory that was once taken is
//! rarely given back. Prints each point and the exponents, and draws the curves into docs/growth. What they mean: docs/performance.md.
//!
//! `cargo bench --bench growth -- --curve=personas` for one curve; `--most=300000` bounds the conversations stored.

mod content;
mod contest;
mod draw;
#[path = "../hall/mod.rs"]
mod hall;
mod messages;
mod stored;
#[allow(dead_code, reason = "shared with the other benchmarks")]
#[path = "../world/mod.rs"]
mod world;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use draw::Curves;
use xiaoqi::vitals::process;

/// The curves, by name.
const CURVES: [&str; 5] = ["messages", "stored", "personas", "locales", "contest"];

fn main() {
    let given = |name: &str| std::env::args().find_map(|arg| arg.strip_prefix(name).map(str::to_owned));
    if let Some(scene) = given("--scene=") {
        return play(&scene.split(',').collect::<Vec<_>>());
    }
    let wanted = given("--curve=");
    let most = given("--most=").map_or(1_000_000, |most| most.parse().unwrap());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/growth");
    std::fs::create_dir_all(&folder).unwrap();
    for curve in CURVES.into_iter().filter(|curve| wanted.as_deref().is_none_or(|wanted| wanted == *curve)) {
        println!("{curve}: load before: {}", process::load().unwrap_or_default());
        let begun = Instant::now();
        let mut curves = Curves::default();
        match curve {
            "messages" => messages::run(&mut curves),
            "stored" => stored::run(&mut curves, most),
            "contest" => contest::run(&mut curves),
            content => content::run(&mut curves, content),
        }
        println!("{curve}: {:.0?}, load after: {}", begun.elapsed(), process::load().unwrap_or_default());
        curves.tell();
        curves.draw(&folder);
    }
}

/// One scene, in a process of its own.
fn play(scene: &[&str]) {
    match scene {
        ["messages", count] => messages::scene(count.parse().unwrap()),
        ["fill", folder, from, to] => {
            stored::fill(Path::new(folder), from.parse().unwrap()..to.parse().unwrap());
        }
        ["stored", folder, count] => stored::scene(Path::new(folder), count.parse().unwrap()),
        [curve @ ("personas" | "locales"), folder, count] => {
            content::scene(curve, Path::new(folder), count.parse().unwrap());
        }
        ["contest", members] => contest::scene(members.parse().unwrap()),
        other => panic!("no scene: {other:?}"),
    }
}

/// Plays a scene in a new process and takes over its points. Whatever else it prints is no point.
fn apart(curves: &mut Curves, scene: &str) {
    let me = std::env::current_exe().unwrap();
    let out = Command::new(me).arg(format!("--scene={scene}")).stderr(Stdio::inherit()).output().unwrap();
    assert!(out.status.success(), "{scene}: {}", out.status);
    for line in String::from_utf8(out.stdout).unwrap().lines() {
        match line.split('\t').collect::<Vec<_>>().as_slice() {
            [picture, curve, x, y] => {
                println!("{picture}: {curve}: {x} -> {y}");
                curves.add(
                    (*picture).to_owned(),
                    (*curve).to_owned(),
                    (x.parse().unwrap(), y.parse().unwrap()),
                );
            }
            _ => println!("{line}"),
        }
    }
}

/// Tells a point to whoever began this scene.
fn point(picture: &str, curve: &str, x: usize, y: f64) {
    println!("{picture}\t{curve}\t{x}\t{y:.5}");
}

/// Resident memory now, in millions of bytes.
fn megabytes() -> f64 {
    process::resident().unwrap() as f64 / 1e6
}

/// The median of some durations, in milliseconds.
fn median(mut all: Vec<Duration>) -> f64 {
    all.sort_unstable();
    all[all.len() / 2].as_secs_f64() * 1e3
}

/// How long something takes, so many times over: the median in milliseconds.
fn timed<T>(times: usize, mut work: impl FnMut() -> T) -> f64 {
    let one = |_| {
        let begun = Instant::now();
        let made = std::hint::black_box(work());
        let took = begun.elapsed();
        drop(made);
        took
    };
    median((0..times).map(one).collect())
}

/// What something takes of one core, in milliseconds: the mean of so many times, which should come to a tenth of a second or more. Unlike
/// the time on the wall it hardly depends on who else is at work.
fn worked<T>(times: usize, mut work: impl FnMut() -> T) -> f64 {
    let before = process::processor().unwrap();
    (0..times).for_each(|_| drop(std::hint::black_box(work())));
    (process::processor().unwrap() - before) * 1e3 / times as f64
}

/// Milliseconds of processor time that the threads have used which are there now: finer than the clock of the process, which counts in hundredths
/// of a second, for what takes less.
fn threads() -> f64 {
    let tasks = std::fs::read_dir("/proc/self/task").unwrap().flatten();
    // One that ends meanwhile has none.
    let used = tasks.filter_map(|task| std::fs::read_to_string(task.path().join("schedstat")).ok());
    used.filter_map(|text| text.split_whitespace().next()?.parse::<f64>().ok()).sum::<f64>() / 1e6
}
