//! The arguments, as written.

use std::path::PathBuf;

use anyhow::Context;
use clap::{Parser, Subcommand};

use super::backup::{BackupArgs, RestoreArgs};
use super::bench::BenchArgs;
use super::compact::CompactArgs;
use super::doctor::DoctorArgs;
use super::health::HealthArgs;
use super::key::{KeyArgs, KeyFiles};
use super::migrate::MigrateArgs;
use super::papers::PaperArgs;
use super::persona::PersonaArgs;
use super::place::StoreArgs;
use super::settings::{ConfigArg, Settings};
use super::stats::StatsArgs;
use super::store::StoreToolArgs;
use super::verify::VerifyArgs;

/// A sparring partner for customer-service conversations.
#[derive(Debug, Parser)]
#[command(name = "xiaoqi", version)]
pub struct Args {
    /// What every subcommand takes.
    #[command(flatten)]
    pub common: Common,
    /// What to do; a chat where nothing is said.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What every subcommand takes.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Common {
    /// Language, such as zh-Hans, zh-Hant or en
    #[arg(long, global = true, value_name = "TAG", env = "XIAOQI_LANG")]
    pub lang: Option<String>,
    /// Folder with personas/, and locales/ if it has its own [default: this folder if it has customers, else the built-in copy]
    #[arg(long, global = true, value_name = "DIR", env = "XIAOQI_CONTENT")]
    pub content: Option<PathBuf>,
}

/// Subcommands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Practise in the terminal (also without a subcommand)
    Chat(ChatArgs),
    /// Understand messages: JSON lines in, JSON lines out
    Read(ReadArgs),
    /// Play messages from standard input against a customer
    Rehearse(RehearseArgs),
    /// List the customers
    Personas(PersonasArgs),
    /// Tools for those who write customers
    Persona(PersonaArgs),
    /// Play an event log again and compare
    Replay(ReplayArgs),
    /// Print the event logs kept in a data folder, or one conversation as a result file
    Export(ExportArgs),
    /// Play result files again: confirmed, refuted, or not verifiable here
    Verify(VerifyArgs),
    /// Play synthetic trainees against customers, by the thousand
    Simulate(SimulateArgs),
    /// Check content files
    Check(CheckArgs),
    /// Look whether the Telegram service would run here: content, data folder, space, token, Bot API, clock
    Doctor(DoctorArgs),
    /// Measure how fast this machine is, and how many trainees it carries
    Bench(BenchArgs),
    /// Measure how well labelled messages are understood
    Eval(EvalArgs),
    /// Work out thresholds.toml of a language: examples held out in turn, and labelled messages
    Tune(TuneArgs),
    /// Train what understands each language and keep it in its folder of --content
    Train,
    /// Print the labelled examples as JSON lines
    Corpus,
    /// Keys that what is kept is encrypted with
    Key(KeyArgs),
    /// Rewrite a data folder, so that nothing of what was deleted is left in its files
    Compact(CompactArgs),
    /// Run the Telegram service
    Serve(ServeArgs),
    /// Copy everything that is kept into one file, also while the service runs
    Backup(BackupArgs),
    /// Put a backup into an empty data folder
    Restore(RestoreArgs),
    /// Lift everything that is kept to this program's form
    Migrate(MigrateArgs),
    /// Ask the service that runs on this machine whether it is well
    Health(HealthArgs),
    /// Count trainees, conversations, endings and what waits
    Stats(StatsArgs),
    /// Move what is kept from one engine to another: a data folder, a database
    Store(StoreToolArgs),
}

/// `simulate`.
#[derive(Debug, clap::Args)]
pub struct SimulateArgs {
    /// The customer [default: all]
    #[arg(long, value_name = "ID")]
    pub persona: Option<String>,
    /// The trainee, by the name of its file in personas/trainees [default: all]
    #[arg(long, value_name = "ID")]
    pub trainee: Option<String>,
    /// Conversations for each customer and trainee
    #[arg(long, value_name = "N", default_value_t = 1000)]
    pub runs: u64,
    /// First seed
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Work out scores too, which takes longer
    #[arg(long)]
    pub scores: bool,
    /// Endings, messages, and what is never reached or said
    #[arg(long)]
    pub details: bool,
    /// Draw a picture for each customer into this folder: <ID>.png
    #[arg(long, value_name = "DIR")]
    pub picture: Option<PathBuf>,
    /// JSON lines instead of a table
    #[arg(long)]
    pub json: bool,
}

/// What whoever runs this settles.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct HouseArgs {
    /// Where to find help outside, told after hard conversations and by /care
    #[arg(long, value_name = "TEXT", env = "XIAOQI_HELP_LINE", conflicts_with = "help_line_file")]
    pub help_line: Option<String>,
    /// The same from a file
    #[arg(long, value_name = "FILE")]
    pub help_line_file: Option<PathBuf>,
}

/// Longest text about help outside, in characters: it stands in one message with other things.
const LONGEST_HELP_LINE: usize = 1_000;

impl HouseArgs {
    /// The text; none where it is blank.
    ///
    /// # Errors
    /// A file that cannot be read, or a text that is too long.
    pub fn help_line(&self) -> anyhow::Result<Option<String>> {
        let text = match &self.help_line_file {
            Some(path) => {
                let unreadable =
                    || format!("the file for --help-line-file, {}, cannot be read", path.display());
                Some(std::fs::read_to_string(path).with_context(unreadable)?)
            }
            None => self.help_line.clone(),
        };
        let text = text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        let length = text.as_ref().map_or(0, |text| text.chars().count());
        anyhow::ensure!(
            length <= LONGEST_HELP_LINE,
            "the text about help outside has {length} characters; keep it to {LONGEST_HELP_LINE}"
        );
        Ok(text)
    }
}

/// `chat`.
#[derive(Debug, Default, clap::Args)]
pub struct ChatArgs {
    /// Start with this customer
    #[arg(long, value_name = "ID")]
    pub persona: Option<String>,
    /// Seed of the customer's dice
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// Print the event log as JSON lines; the conversation goes to standard error
    #[arg(long)]
    pub json: bool,
    /// Folder for what is kept [default: the platform's data folder]
    #[arg(long, value_name = "DIR", env = "XIAOQI_DATA")]
    pub data: Option<PathBuf>,
    /// No colours
    #[arg(long)]
    pub no_color: bool,
    /// What whoever runs this settles
    #[command(flatten)]
    pub house: HouseArgs,
}

/// `read`.
#[derive(Debug, clap::Args)]
pub struct ReadArgs {
    /// JSON lines, the only form there is
    #[arg(long, default_value_t = true)]
    pub json: bool,
}

/// `rehearse`.
#[derive(Debug, clap::Args)]
pub struct RehearseArgs {
    /// The customer
    #[arg(long, value_name = "ID")]
    pub persona: String,
    /// Seed of the customer's dice
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// JSON lines instead of a transcript
    #[arg(long)]
    pub json: bool,
    /// Write the event log to this file
    #[arg(long, value_name = "FILE", conflicts_with = "each")]
    pub log: Option<PathBuf>,
    /// Every line is a conversation of its own, its messages separated by tabs; each with the next seed
    #[arg(long)]
    pub each: bool,
    /// Files about the conversation
    #[command(flatten)]
    pub papers: PaperArgs,
}

/// `personas`.
#[derive(Debug, clap::Args)]
pub struct PersonasArgs {
    /// JSON lines instead of a table
    #[arg(long)]
    pub json: bool,
}

/// `replay`.
#[derive(Debug, clap::Args)]
pub struct ReplayArgs {
    /// An event log, as chat, rehearse and export write it; - for standard input
    pub file: PathBuf,
}

/// `export`.
#[derive(Debug, clap::Args)]
pub struct ExportArgs {
    /// The data folder; nobody else may be using it [default: the platform's data folder]
    #[arg(long, value_name = "DIR", env = "XIAOQI_DATA")]
    pub data: Option<PathBuf>,
    /// Only this trainee's
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub trainee: Option<i64>,
    /// Only the session with this number
    #[arg(long, value_name = "N")]
    pub session: Option<u32>,
    /// Print the conversation with this number as a result file, which `verify` confirms
    #[arg(long, value_name = "N", conflicts_with = "session")]
    pub run: Option<u32>,
    /// The database, instead
    #[command(flatten)]
    pub store: StoreArgs,
    /// Keys of an encrypted data folder
    #[command(flatten)]
    pub keys: KeyFiles,
}

/// `check`.
#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// A content folder, one file in it, or one customer's file anywhere
    #[arg(conflicts_with = "explain")]
    pub path: Option<PathBuf>,
    /// Conversations of each kind of synthetic trainee with each customer; 0 for none
    #[arg(long, value_name = "N", default_value_t = 60)]
    pub simulate: u64,
    /// JSON lines: a finding each
    #[arg(long, conflicts_with = "sarif")]
    pub json: bool,
    /// One SARIF 2.1.0 log, as code review and CI read it
    #[arg(long)]
    pub sarif: bool,
    /// Say what a code means, with an example; all codes without one
    #[arg(long, value_name = "CODE", num_args = 0..=1, default_missing_value = "")]
    pub explain: Option<String>,
    /// Look at the labelled examples too: repetitions, disagreements, moves with too few or too uniform ones
    #[arg(long)]
    pub examples: bool,
}

/// `eval`.
#[derive(Debug, clap::Args)]
pub struct EvalArgs {
    /// JSON lines as for `read`, with "moves" and "direction" as people labelled them
    #[arg(required_unless_present = "questions")]
    pub files: Vec<PathBuf>,
    /// How many questions and offers are found, instead: messages labelled with what they ask and offer
    #[arg(long, value_name = "FILE", conflicts_with = "files")]
    pub questions: Vec<PathBuf>,
    /// Compare with these answers (as `read` prints them, or labels of another person) instead of our own
    #[arg(long, value_name = "FILE")]
    pub answers: Vec<PathBuf>,
    /// List this many of the messages read worst
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub worst: usize,
    /// One JSON object instead of tables
    #[arg(long)]
    pub json: bool,
}

/// `tune`.
#[derive(Debug, clap::Args)]
pub struct TuneArgs {
    /// Labelled messages as for `eval`; those in other languages are left out
    pub files: Vec<PathBuf>,
    /// Fit ranking.toml instead, to messages labelled with what they ask
    #[arg(long, value_name = "FILE", conflicts_with = "files")]
    pub questions: Vec<PathBuf>,
}

/// `serve`.
#[derive(Debug, clap::Args)]
pub struct ServeArgs {
    /// Where the settings file is
    #[command(flatten)]
    pub config: ConfigArg,
    /// Everything that can be settled
    #[command(flatten)]
    pub settings: Settings,
}

/// The folder for what is kept: the one given, else the platform's.
pub fn data_folder(given: Option<PathBuf>) -> anyhow::Result<PathBuf> {
    if let Some(given) = given.filter(|path| !path.as_os_str().is_empty()) {
        return Ok(given);
    }
    let dirs = directories::ProjectDirs::from("", "", "xiaoqi");
    let dirs = dirs.context("this system names no folder for data: give one with --data")?;
    Ok(dirs.data_dir().to_path_buf())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_fit_together() {
        <Args as clap::CommandFactory>::command().debug_assert();
    }

    #[test]
    fn common_arguments_stand_before_or_after_the_subcommand() {
        for line in [["xiaoqi", "--lang", "en", "personas"], ["xiaoqi", "personas", "--lang", "en"]] {
            assert_eq!(Args::try_parse_from(line).unwrap().common.lang.as_deref(), Some("en"));
        }
    }
}
