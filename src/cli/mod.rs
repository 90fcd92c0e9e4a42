//! The command line: one file a subcommand. The machine interfaces among them are described in docs/interfaces.md.

mod args;
mod backup;
mod bench;
mod chat;
pub mod check;
mod compact;
mod control;
mod corpus;
mod doctor;
mod entrance;
mod eval;
mod export;
mod health;
mod key;
mod migrate;
mod notation;
mod observe;
mod papers;
mod persona;
mod personas;
mod place;
mod read;
mod records;
mod rehearse;
mod replay;
pub mod serve;
pub mod settings;
mod shelf;
mod simulate;
mod stats;
mod store;
mod system;
mod train;
mod tune;
mod verify;
mod watch;

use std::io;
use std::process::ExitCode;
use std::time::Duration;

pub use args::Args;

use crate::studio::Voice;
use args::{ChatArgs, Command};
use settings::{Settings, Settled};

/// How long threads may take to finish once the service has stopped.
const LAST_BREATH: Duration = Duration::from_secs(1);

/// Does what the arguments say.
///
/// # Errors
/// Anything that keeps it from being done, in words for people.
pub fn run(args: Args) -> anyhow::Result<ExitCode> {
    let common = args.common;
    match args.command.unwrap_or_else(|| Command::Chat(ChatArgs::default())) {
        Command::Chat(chat) => chat::run(&common, &chat),
        Command::Read(_) => read::run(&common),
        Command::Rehearse(rehearse) => rehearse::run(&common, &rehearse),
        Command::Persona(args) => persona::run(&common, &args),
        Command::Personas(personas) => personas::run(&common, &personas),
        Command::Replay(replay) => replay::run(&common, &replay),
        Command::Export(export) => export::run(&common, &export),
        Command::Verify(verify) => verify::run(&common, &verify),
        Command::Simulate(simulate) => simulate::run(&common, &simulate),
        Command::Check(check) => check::run(&common, &check),
        Command::Doctor(doctor) => doctor::run(&common, &doctor),
        Command::Bench(bench) => bench::run(&common, &bench),
        Command::Eval(eval) => eval::run(&common, &eval),
        Command::Tune(tune) => tune::run(&common, &tune),
        Command::Train => train::run(&common),
        Command::Key(key) => key::run(&common, &key),
        Command::Compact(compact) => compact::run(&common, &compact),
        Command::Corpus => corpus::run(&common),
        Command::Backup(args) => backup::run(&common, &args),
        Command::Restore(args) => backup::restore(&common, &args),
        Command::Migrate(args) => migrate::run(&common, &args),
        Command::Health(args) => health::run(&common, &args),
        Command::Stats(args) => stats::run(&common, &args),
        Command::Store(args) => store::run(&common, &args),
        Command::Serve(options) => {
            let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
            let (common, settled) = settings::settle_all(&common, &options.config, options.settings)?;
            let served = runtime.block_on(served(&common, settled));
            // A step that never ends must not keep the process.
            runtime.shutdown_timeout(LAST_BREATH);
            served?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// Serves one bot, or several.
async fn served(common: &args::Common, settled: Settled) -> anyhow::Result<()> {
    match settled {
        Settled::One(settings) => {
            let options = settings.options()?;
            serve::start_log(options.log.as_deref(), options.log_format)?;
            Ok(serve::serve(options).await?)
        }
        Settled::Several(all, bots) => {
            let said = settings::quarrels(&all, &bots, &Voice::new(shelf::told_in(common)));
            anyhow::ensure!(said.is_empty(), said.join("\n"));
            serve::start_log(all.log.as_deref(), all.log_format.unwrap_or_default())?;
            let house = serve::House {
                content: all.content.clone(),
                metrics: all.metrics.map(|listen| listen.0),
                listen: all.listen,
            };
            let bot = |(name, settings): (String, Settings)| {
                let options = Box::new(move || settings.clone().options());
                serve::Bot { name, options }
            };
            Ok(serve::serve_bots(house, bots.into_iter().map(bot).collect()).await?)
        }
    }
}

/// Whether the reader of our output went away.
pub fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let closed = |io: &io::Error| io.kind() == io::ErrorKind::BrokenPipe;
    error.chain().any(|cause| {
        cause.downcast_ref::<io::Error>().is_some_and(closed)
            || cause
                .downcast_ref::<serde_json::Error>()
                .is_some_and(|json| json.io_error_kind() == Some(io::ErrorKind::BrokenPipe))
    })
}
