//! `persona`: the trainers' tools, one file each. What they say is in `locales/<lang>/tools.ftl`.

mod draft;
mod new;
mod pack;
mod plan;
mod show;
mod simulate;
mod test;
mod verdict;
mod voice;

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
    /// Play the test plans in personas/tests/ and show what is not as expected
    Test(test::TestArgs),
    /// Put a customer, his translations and his test plans into one file to be passed on
    Pack(pack::PackArgs),
    /// Take a customer out of such a file into the content folder
    Unpack(pack::UnpackArgs),
    /// Play synthetic trainees against a customer: whether he is as hard as his grade promises, and what to turn
    Simulate(simulate::SimulateArgs),
}

/// Runs the tool that was asked for.
pub fn run(common: &Common, args: &PersonaArgs) -> anyhow::Result<ExitCode> {
    match &args.tool {
        Tool::New(args) => new::run(common, args),
        Tool::Show(args) => show::run(common, args),
        Tool::Test(args) => test::run(common, args),
        Tool::Pack(args) => pack::run_pack(common, args),
        Tool::Unpack(args) => pack::run_unpack(common, args),
        Tool::Simulate(args) => simulate::run(common, args),
    }
}
