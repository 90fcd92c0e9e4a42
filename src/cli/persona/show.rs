//! `persona show`: a customer's whole file, with what it leaves out filled in.

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Context, bail};

use crate::cli::args::Common;
use crate::cli::shelf::{survey, told_in};
use crate::library::words_of;
use crate::persona::complete::Whole;

/// `persona show`.
#[derive(Debug, clap::Args)]
pub struct ShowArgs {
    /// The customer
    pub id: String,
}

/// Prints the file; behind each key that was filled in stands where its value comes from.
pub fn run(common: &Common, args: &ShowArgs) -> anyhow::Result<ExitCode> {
    let survey = survey(common)?;
    let (words, lang) = (words_of("new.ftl"), told_in(common));
    let Some(Whole { file, filled }) = survey.whole(&args.id) else {
        bail!("there is no customer `{}` that can be read; `xiaoqi personas` lists them", args.id);
    };
    let text = toml::to_string(&file).context("the customer cannot be written down")?;
    let mut out = std::io::stdout().lock();
    for line in text.lines() {
        // Tables have their note on the heading, the rest behind the value.
        let key = line.split(" = ").next().unwrap_or(line).trim_matches(['[', ']']);
        let key = if key.starts_with("fact") { "" } else { key };
        match filled.iter().find(|one| one.key == key) {
            Some(one) => {
                let from = words.label(&format!("from-{}", one.from.id()), &[], lang);
                writeln!(out, "{line}  # {from}")?;
            }
            None => writeln!(out, "{line}")?,
        }
    }
    Ok(ExitCode::SUCCESS)
}
