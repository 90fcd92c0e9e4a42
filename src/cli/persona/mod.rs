//! `persona`: the trainers' tools, one file each.

mod new;
mod show;

use std::process::ExitCode;

use super::args::Common;

/// `persona`.
#[derive(Debug, clap::Args)]
pub struct PersonaArgs {
    /// Which tool.
    #[command(subcommand)]
    pub tool: Tool,
}

/// The tools.
#[derive(Debug, clap::Subcommand)]
pub enum Tool {
    /// Ask a few questions and write a new customer to personas/<ID>.toml
    New(new::NewArgs),
    /// Print a customer's whole file, with what it leaves out filled in and where that comes from
    Show(show::ShowArgs),
}

/// Runs the tool that was asked for.
pub fn run(common: &Common, args: &PersonaArgs) -> anyhow::Result<ExitCode> {
    match &args.tool {
        Tool::New(args) => new::run(common, args),
        Tool::Show(args) => show::run(common, args),
    }
}
