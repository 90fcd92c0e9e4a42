//! `persona`: the trainers' tools, one file each. What they say is in `locales/<lang>/tools.ftl`.

mod diff;
mod draft;
mod graph;
mod new;
mod pack;
mod plan;
mod play;
mod schema;
mod show;
mod simulate;
mod test;
mod verdict;
mod voice;

use std::process::ExitCode;

use anyhow::Context;

use super::args::Common;
use super::shelf::asked_language;
use crate::base::id::PersonaId;
use crate::base::lang::Lang;
use crate::library::Loaded;
use crate::session::fold::Cast;

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
    /// Talk to a customer and see what is understood and how he feels; changes of his file are taken up at once
    Play(play::PlayArgs),
    /// Say what is other about a customer than before, and what that does to how conversations come out
    Diff(diff::DiffArgs),
    /// Draw a customer's states and endings as Mermaid or SVG, with how often conversations go which way
    Graph(graph::GraphArgs),
    /// Print the JSON Schema that editors complete and check a customer's file with
    Schema(schema::SchemaArgs),
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
        Tool::Play(args) => play::run(common, args),
        Tool::Diff(args) => diff::run(common, args),
        Tool::Graph(args) => graph::run(common, args),
        Tool::Schema(args) => schema::run(common, args),
        Tool::Test(args) => test::run(common, args),
        Tool::Pack(args) => pack::run_pack(common, args),
        Tool::Unpack(args) => pack::run_unpack(common, args),
        Tool::Simulate(args) => simulate::run(common, args),
    }
}

/// A customer in the language that was asked for, or in his own.
fn playable<'a>(loaded: &'a Loaded, common: &Common, id: &PersonaId) -> anyhow::Result<(Lang, Cast<'a>)> {
    let home = loaded.content.personas.get(id).map_or(Lang::ZH_HANS, |persona| persona.home);
    let asked = asked_language(loaded, common)?.unwrap_or(home);
    let spoken = loaded.content.spoken(id, asked);
    let cast = spoken.and_then(|lang| Some((lang, loaded.content.cast(id, lang)?)));
    cast.with_context(|| format!("`{id}` cannot be played"))
}
