//! `persona simulate`: whether one customer is as hard as his grade promises, and what to turn where he is not.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::cli::args::Common;
use crate::cli::shelf::{load, persona};
use crate::cli::simulate::picture;
use crate::simulate::tally::Tally;
use crate::simulate::trainee::Trainee;
use crate::studio::{many, never, summary};

use super::playable;
use super::voice::Voice;

/// `persona simulate`.
#[derive(Debug, clap::Args)]
pub struct SimulateArgs {
    /// The customer
    #[arg(value_name = "ID")]
    pub id: String,
    /// Conversations with each kind of trainee
    #[arg(long, value_name = "N", default_value_t = 400, value_parser = clap::value_parser!(u64).range(1..))]
    pub runs: u64,
    /// Seed of the first conversation
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Draw how they ended and how he went
    #[arg(long, value_name = "FILE")]
    pub picture: Option<PathBuf>,
}

/// Plays and reports.
pub fn run(common: &Common, args: &SimulateArgs) -> anyhow::Result<ExitCode> {
    let (voice, loaded) = (Voice::of(common), load(common)?);
    let id = persona(&loaded, &args.id, voice.lang)?;
    let (lang, cast) = playable(&loaded, common, &id)?;
    let play = |trainee| (trainee, many(&cast, trainee, lang, (args.runs, args.seed, false)));
    let tallies: Vec<(&Trainee, Tally)> = loaded.trainees.iter().map(play).collect();
    let mut out = anstream::stdout().lock();
    summary(&mut out, &cast, &tallies, &voice)?;
    never(&mut out, &cast, &tallies, &voice)?;
    if let Some(path) = &args.picture {
        picture(path, &cast, &tallies, &voice)?;
        writeln!(out, "{}", voice.say("simulate-picture", &[("file", &path.display().to_string())]))?;
    }
    Ok(ExitCode::SUCCESS)
}
