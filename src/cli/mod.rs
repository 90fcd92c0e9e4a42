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

use args::{ChatArgs, Command};

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
            let (_, settings) = settings::settle(&common, &options.config, options.settings)?;
            let served = runtime.block_on(serve::serve(settings.options()?));
            // A step that never ends must not keep the process.
            runtime.shutdown_timeout(LAST_BREATH);
            served?;
            Ok(ExitCode::SUCCESS)
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
