//! Parses the arguments, calls the command line, prints one error, sets the exit code.

#![forbid(unsafe_code)]

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use xiaoqi::cli;

/// A conversation is many small pieces of text and lists: the system's allocator took a third of the time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match cli::run(cli::Args::parse()) {
        Ok(code) => code,
        // Whoever reads our output has had enough; that is no failure of ours.
        Err(error) if cli::is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            // Nothing is left to be done where even this cannot be written.
            let _ = writeln!(std::io::stderr(), "xiaoqi: {error:#}");
            ExitCode::FAILURE
        }
    }
}
