//! The chaos run: the program itself (`xiaoqi serve`) against the fake Telegram, with many trainees at their phones, while
//! something breaks every few hundred milliseconds. At the end everybody's records are what the same updates lead to when
//! nothing breaks, every letter that was due has arrived in order, and no output holds a word of anybody's.
//!
//! - `plan`: which fault comes when, from a seeded dice
//! - `ground`: the data folder, on a file system of its own where that may be mounted
//! - `content`: a few customers of the repository
//! - `life`: the process, from a start to its end
//! - `people`: trainees at their phones
//! - `run`: one fault after the other
//! - `disk`: stores that a disk or somebody damaged
//! - `fleet`, `database`: the same with three replicas over one PostgreSQL server
//! - `failover`: how long people wait when one of them dies
//! - `oracle`: what should have come of it
//! - `verdict`: how it is compared, and what is counted
//!
//! `cargo test --test chaos` is the small run: a thousand faults, or as many as fit into four minutes. The large one:
//! `cargo test --test chaos -- --faults 10000 --trainees 200 --minutes 90`. `--seed` repeats a schedule, `--every` sets the
//! mean distance of faults in milliseconds; `--disk --every 2500` breaks nothing
//! but the disk; `--fleet` has three replicas over a database instead, `--failover 10` kills
//! one of them ten times and tells how long people waited. Figures: docs/trust.md.

#[path = "../suite/botapi/mod.rs"]
mod botapi;
mod content;
#[path = "../suite/store/database.rs"]
#[allow(dead_code)] // The suite needs more of it.
mod database;
mod disk;
mod failover;
mod fleet;
mod ground;
mod life;
mod oracle;
mod people;
mod plan;
mod run;
mod verdict;

use std::process::ExitCode;

/// How large a run is.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    pub faults: usize,
    pub trainees: usize,
    pub seed: u64,
    /// Mean distance of faults, in milliseconds.
    pub every: u64,
    /// After how long no fault comes any more, however many there have been.
    pub minutes: u64,
    /// Whether only the disk is tried.
    pub disk: bool,
}

fn main() -> ExitCode {
    let Some((size, which)) = size(std::env::args().skip(1)) else { return ExitCode::SUCCESS };
    println!("chaos: {size:?}");
    let outcome = match which {
        Which::One => Some(run::run(size)),
        // A start takes seconds; replicas that are killed faster than they start show nothing.
        Which::Fleet => fleet::run(Size { every: 2 * size.every, ..size }),
        Which::Failover(kills) => failover::run(kills, size),
    };
    let Some(outcome) = outcome else {
        println!("chaos: there is no PostgreSQL, so three replicas over it are LEFT OUT");
        return ExitCode::SUCCESS;
    };
    outcome.lines.iter().for_each(|line| println!("{line}"));
    let wrong = outcome.wrong;
    if wrong.is_empty() {
        println!("chaos: nothing lost, nothing twice, nothing said that should not be");
        return ExitCode::SUCCESS;
    }
    println!("chaos: {} things are wrong (seed {}):", wrong.len(), size.seed);
    wrong.iter().take(40).for_each(|wrong| println!("- {wrong}"));
    ExitCode::FAILURE
}

/// Which of the two runs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    /// One process over a folder.
    One,
    /// Several over a database.
    Fleet,
    /// How long people wait when one of several dies, so many times.
    Failover(usize),
}

/// What the arguments ask for; `None` where they ask for other tests only, or for a list.
fn size(args: impl Iterator<Item = String>) -> Option<(Size, Which)> {
    let mut size = Size { faults: 1_000, trainees: 24, seed: 20, every: 150, minutes: 4, disk: false };
    let mut which = Which::One;
    let mut args = args.peekable();
    while let Some(arg) = args.next() {
        let mut number = || {
            args.next()
                .and_then(|number| number.parse().ok())
                .unwrap_or_else(|| panic!("{arg} needs a number"))
        };
        match arg.as_str() {
            "--faults" => size.faults = number() as usize,
            "--trainees" => size.trainees = number() as usize,
            "--seed" => size.seed = number(),
            "--every" => size.every = number(),
            "--minutes" => size.minutes = number(),
            "--disk" => size.disk = true,
            "--fleet" => which = Which::Fleet,
            "--failover" => which = Which::Failover(number() as usize),
            "--list" => {
                println!("chaos: test");
                return None;
            }
            // What is meant for the usual harness, and names of tests.
            "--skip" | "--test-threads" | "--format" => drop(args.next()),
            "--ignored" => return None,
            flag if flag.starts_with('-') => {}
            name if "chaos".contains(name) => {}
            _ => return None,
        }
    }
    Some((size, which))
}
