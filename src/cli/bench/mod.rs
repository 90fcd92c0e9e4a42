//! `bench`: how fast this very machine is with the content and models it has, and how many trainees that carries. Needs no account and
//! no network, and touches nothing that is kept.
//!
//! - `measure`: durations and their figures
//! - `scene`: who is played against, what is written
//! - `mind`: what is done in memory
//! - `disk`: what is done on the disk
//! - `report`: the table, and what it means

mod disk;
mod measure;
mod mind;
mod report;
mod scene;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use anyhow::bail;
use tokio::runtime::{Builder, Runtime};

use crate::desk::Playbook;
use crate::library::{Cache, Loaded};
use crate::studio::Voice;
use crate::vitals::process;

use super::args::{Common, data_folder};
use super::doctor::standing;
use super::notation::line;
use super::serve;
use super::settings::{self, ConfigArg, Settings};
use super::shelf::{survey, told_in};
use disk::Scratch;
use measure::tenths;
use report::{Carries, Durable, Reading, Report, Start};
use scene::Script;

/// How many clients take turns at once: one that waits alone, and many that share their trips to the disk.
const CLIENTS: [usize; 2] = [1, 32];
/// Which part of the time each thing gets. Reading is divided among the languages.
const READING: f64 = 0.25;
const TURNS: f64 = 0.1;
const DEBRIEFS: f64 = 0.05;
const COMMITS: f64 = 0.1;
const DURABLE: f64 = 0.25;
/// Exit code of whoever was interrupted.
const INTERRUPTED: i32 = 130;

/// `bench`.
#[derive(Debug, clap::Args)]
pub struct BenchArgs {
    /// How long to measure, in seconds: 0.1 to 3600
    #[arg(long, value_name = "N", default_value_t = 25.0, value_parser = seconds)]
    pub seconds: f64,
    /// The data folder, whose disk is measured in a folder that is removed again [default: the platform's data folder]
    #[arg(long, value_name = "DIR", env = "XIAOQI_DATA")]
    pub data: Option<PathBuf>,
    /// Where the settings file is
    #[command(flatten)]
    pub config: ConfigArg,
    /// One JSON object instead of a table
    #[arg(long)]
    pub json: bool,
}

fn seconds(written: &str) -> Result<f64, String> {
    let seconds = written.parse::<f64>().ok().filter(|seconds| (0.1..=3600.0).contains(seconds));
    seconds.ok_or_else(|| "a number of seconds from 0.1 to 3600".to_owned())
}

/// Measures and tells.
pub fn run(common: &Common, args: &BenchArgs) -> anyhow::Result<ExitCode> {
    let given = Settings { data: args.data.clone(), ..Settings::default() };
    let (common, settings) = settings::settle(common, &args.config, given)?;
    let voice = Voice::new(told_in(&common));
    let load = process::load();
    let data = data_folder(settings.data)?;
    let scratch = Scratch::within(standing(&data), &voice)?;
    let runtime = Builder::new_multi_thread().enable_all().build()?;
    watch(&runtime, &scratch)?;
    let begun = Instant::now();
    let survey = survey(&common)?;
    let read = begun.elapsed().as_secs_f64();
    let loaded = survey.load(&Cache::of_this_machine());
    let models = begun.elapsed().as_secs_f64() - read;
    let start =
        Start { content_ms: tenths(read * 1e3), models_ms: tenths(models * 1e3), bytes: process::resident() };
    let scripts = scene::scripts(&loaded);
    if scripts.is_empty() {
        bail!(voice.say("bench-nobody", &[]));
    }
    let each = args.seconds * READING / scripts.len() as f64;
    let reading = scripts.iter().filter_map(|(lang, scripts)| {
        let figures = mind::reading(&loaded, *lang, scripts, each)?;
        Some(Reading { lang: *lang, figures })
    });
    let reading = reading.collect();
    let all: Vec<Script> = scripts.into_values().flatten().collect();
    let mut report = Report {
        program: env!("CARGO_PKG_VERSION"),
        seconds: args.seconds,
        cores: std::thread::available_parallelism().map_or(1, usize::from),
        load,
        start,
        reading,
        turn: mind::turns(&loaded, &all, args.seconds * TURNS),
        debrief: mind::debriefs(&loaded, &all, args.seconds * DEBRIEFS),
        commit: None,
        durable: Vec::new(),
        folder_in_memory: disk::in_memory(scratch.path()),
        peak_bytes: None,
        carries: None,
    };
    runtime.block_on(durable(&mut report, loaded, all, &scratch))?;
    drop((runtime, scratch));
    report.peak_bytes = process::peak();
    let mut out = anstream::stdout().lock();
    match args.json {
        true => line(&mut out, &report)?,
        false => report::tell(&report, &mut out, &voice)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Sees to it that nothing is left where whoever measures gets impatient.
fn watch(runtime: &Runtime, scratch: &Scratch) -> anyhow::Result<()> {
    let _within = runtime.enter();
    let (signals, folder) = (serve::signals()?, scratch.path().to_path_buf());
    tokio::spawn(async move {
        signals.await;
        disk::remove(&folder);
        std::process::exit(INTERRUPTED);
    });
    Ok(())
}

/// Everything with the disk.
async fn durable(
    report: &mut Report,
    loaded: Loaded,
    scripts: Vec<Script>,
    scratch: &Scratch,
) -> anyhow::Result<()> {
    report.commit = disk::commits(&scratch.path().join("commit"), report.seconds * COMMITS).await?;
    let mind = Arc::new(Playbook::new(Arc::new(loaded.content), Arc::new(loaded.prose)));
    let scripts = Arc::new(scripts);
    for clients in CLIENTS {
        let folder = scratch.path().join(clients.to_string());
        let how = (clients, report.seconds * DURABLE);
        let turns = disk::turns(&folder, Arc::clone(&mind), Arc::clone(&scripts), how).await?;
        if let Some(turns) = turns {
            report.durable.push(Durable { clients, figures: turns.figures });
            report.carries = Some(Carries::of(turns.figures.per_second, turns.letters));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_a_number_within_reason() {
        assert_eq!(seconds("0.5"), Ok(0.5));
        assert_eq!(seconds("25"), Ok(25.0));
        for wrong in ["0", "0.05", "-1", "3601", "inf", "NaN", "ten", ""] {
            assert!(seconds(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_parts_make_up_the_time() {
        let parts = READING + TURNS + DEBRIEFS + COMMITS + CLIENTS.len() as f64 * DURABLE;
        assert!((parts - 1.0).abs() < 1e-9, "{parts}");
    }
}
