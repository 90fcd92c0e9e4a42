//! `tune`: how far each move's separator is to be moved, for `locales/<lang>/thresholds.toml`.

use std::io::Write;
use std::process::ExitCode;

use anyhow::Context;

use crate::base::lang::Lang;
use crate::base::moves::Move;
use crate::nlu::evaluate::tune;

use super::args::{Common, TuneArgs};
use super::eval::{asked, sheet};
use super::shelf::{asked_language, load, survey};

/// Parts that examples are held out in.
const FOLDS: usize = 5;

/// Prints the thresholds of the language asked for.
pub fn run(common: &Common, args: &TuneArgs) -> anyhow::Result<ExitCode> {
    if !args.questions.is_empty() {
        return ranking(common, args);
    }
    let survey = survey(common)?;
    let asked = common.lang.as_deref().context("which language? Say --lang, such as --lang en")?;
    let lang = Lang::parse(asked).with_context(|| format!("`{asked}` is no language tag"))?;
    let draft = survey.tongues().get(&lang).with_context(|| format!("no customer speaks `{lang}`"))?;
    let mut judged = Vec::new();
    for file in &args.files {
        let messages =
            sheet::messages(file)?.into_iter().filter(|one| survey.read_as(one.lang) == Some(lang));
        judged.extend(messages.map(|one| (one.agent, one.labels.moves)));
    }
    let tuned = tune(lang, draft.corpus(), draft.classes(), FOLDS, &judged);
    let tuned = tuned.context("the reader cannot be built: the lists are too large")?;
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "# How far each move's separator is moved towards recognising it, in thousandths of a margin."
    )?;
    writeln!(out, "# Written by `xiaoqi tune`; do not edit by hand.")?;
    for mv in Move::ALL {
        writeln!(out, "{mv} = {}", tuned.0.get(&mv).copied().unwrap_or(0))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints what the signs of a topic count in the language asked for.
fn ranking(common: &Common, args: &TuneArgs) -> anyhow::Result<ExitCode> {
    let loaded = load(common)?;
    let lang = asked_language(&loaded, common)?.context("which language? Say --lang, such as --lang en")?;
    let ranking = asked::fitted(&loaded, &asked::read(&args.questions)?, lang)?;
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "# What each sign counts that a question is about a topic, or that an offer is made, in thousandths."
    )?;
    writeln!(out, "# Written by `xiaoqi tune --questions`; do not edit by hand.")?;
    for (part, weights) in [("questions", ranking.questions), ("offers", ranking.offers)] {
        writeln!(out, "\n[{part}]")?;
        for (name, weight) in weights.named() {
            writeln!(out, "{name} = {weight}")?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
