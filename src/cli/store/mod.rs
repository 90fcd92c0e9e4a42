//! `store`: moving what is kept from one engine to another.
//!
//! - `from`: everything a store held at one moment, also of one that a service uses
//! - `to`: a store made from that, or nothing
//! - `sum`: whether two stores hold the same

mod from;
mod sum;
mod to;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{anyhow, bail};
use clap::Subcommand;
use serde::Serialize;

use crate::store::PostgresUrl;
use crate::studio::Voice;

use super::args::Common;
use super::notation::line;
use super::place::{StoreArgs, StoreUrl};
use super::shelf::told_in;
use from::Source;

/// `store`.
#[derive(Debug, clap::Args)]
pub struct StoreToolArgs {
    /// What to do
    #[command(subcommand)]
    pub what: StoreCommand,
}

/// What can be done with stores.
#[derive(Debug, Subcommand)]
pub enum StoreCommand {
    /// Copy everything from one store into an empty one, also while the service runs, and compare the two
    Copy(CopyArgs),
}

/// `store copy`.
#[derive(Debug, clap::Args)]
pub struct CopyArgs {
    /// Where it is: a data folder, or a database such as postgresql://USER@HOST/DATABASE?space=NAME
    #[arg(value_name = "FROM")]
    pub from: StoreUrl,
    /// Where it is to be: an empty folder, or a space of a database that holds nothing
    #[arg(value_name = "TO")]
    pub to: StoreUrl,
    /// File that holds the password of a database whose URL has none; else PGPASSWORD
    #[arg(long, value_name = "FILE", env = "XIAOQI_STORE_PASSWORD_FILE")]
    pub store_password_file: Option<PathBuf>,
    /// A JSON line instead of a sentence
    #[arg(long)]
    pub json: bool,
}

/// A folder or a database.
enum Place {
    Folder(PathBuf),
    Database(Box<PostgresUrl>),
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Place::Folder(path) => write!(f, "{}", path.display()),
            Place::Database(url) => write!(f, "{url}"),
        }
    }
}

/// What came of it.
#[derive(Serialize)]
struct Copied {
    from: String,
    to: String,
    entries: u64,
    commits: u64,
    /// SHA-256 over every key, version and value; the same on both sides.
    sha256: String,
}

/// Does it.
pub fn run(common: &Common, args: &StoreToolArgs) -> anyhow::Result<ExitCode> {
    let StoreCommand::Copy(args) = &args.what;
    let voice = Voice::new(told_in(common));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let copied = runtime.block_on(copy(args, &voice))?;
    let mut out = anstream::stdout().lock();
    if args.json {
        line(&mut out, &copied)?;
        return Ok(ExitCode::SUCCESS);
    }
    let entries = copied.entries.to_string();
    let values = [
        ("from", copied.from.as_str()),
        ("to", &copied.to),
        ("entries", &entries),
        ("sum", copied.sha256.get(..16).unwrap_or_default()),
    ];
    std::io::Write::write_fmt(&mut out, format_args!("{}\n", voice.say("store-copied", &values)))?;
    Ok(ExitCode::SUCCESS)
}

async fn copy(args: &CopyArgs, voice: &Voice) -> anyhow::Result<Copied> {
    let (from, to) = (place(&args.from, args)?, place(&args.to, args)?);
    let shown = (from.to_string(), to.to_string());
    let mut source = Source::of(&from, voice).await?;
    let commits = source.commits();
    let sum = to::fill(&to, &mut source, voice).await?;
    let found = to::summed(&to).await?;
    if found != sum || sum.entries() != source.entries() {
        bail!(voice.say("store-differs", &[("to", &shown.1)]));
    }
    let (from, to) = shown;
    Ok(Copied { from, to, entries: sum.entries(), commits, sha256: sum.shown() })
}

fn place(written: &StoreUrl, args: &CopyArgs) -> anyhow::Result<Place> {
    match written.folder() {
        Some(folder) => Ok(Place::Folder(folder)),
        None => {
            let password = args.store_password_file.clone();
            let store = StoreArgs { store: Some(written.clone()), store_password_file: password };
            Ok(Place::Database(Box::new(store.url()?.ok_or_else(|| anyhow!("a place is missing"))?)))
        }
    }
}
