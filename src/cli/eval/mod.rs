//! `eval`: how well labelled messages are understood, beside a reader that knows only their length.
//!
//! - `asked`: messages labelled with what they ask and offer
//! - `sheet`: labelled messages and answers, read from files
//! - `report`: what comes of comparing them, counted and told

pub mod asked;
mod report;
pub mod sheet;

use std::collections::BTreeMap;
use std::io::Write;
use std::process::ExitCode;

use crate::base::lang::Lang;
use crate::library::{Cache, Loaded, Survey};
use crate::nlu::reading::MoveHit;
use crate::session::baseline::ByLength;
use crate::session::direction::Direction;
use crate::session::measure::read;

use super::args::{Common, EvalArgs};
use super::shelf::{readable, survey};
use report::Report;
use sheet::{Labelled, Labels};

/// Reads the files, answers every message, compares.
pub fn run(common: &Common, args: &EvalArgs) -> anyhow::Result<ExitCode> {
    if !args.questions.is_empty() {
        let found = asked::found(&super::shelf::load(common)?, &asked::read(&args.questions)?)?;
        asked::report(&mut std::io::stdout().lock(), &found)?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut labelled = Vec::new();
    for file in &args.files {
        labelled.extend(sheet::messages(file)?);
    }
    let mut report = Report::default();
    if args.answers.is_empty() {
        let survey = survey(common)?;
        let simple = by_length(&survey);
        let alone = |one: &Labelled| {
            let reader = survey.read_as(one.lang).and_then(|lang| simple.get(&lang));
            let (moves, direction) =
                reader.map(|reader| reader.guess(&one.agent)).unwrap_or((Vec::new(), Direction::Neutral));
            Labels { moves, direction }
        };
        let simple: Vec<Labels> = labelled.iter().map(alone).collect();
        let loaded = survey.load(&Cache::of_this_machine());
        for (one, simple) in labelled.iter().zip(&simple) {
            let (heard, told) = ours(&loaded, one);
            report.add(one, &heard, Some(simple));
            report.believe(one, &told);
        }
    } else {
        let mut answers = BTreeMap::new();
        for file in &args.answers {
            answers.extend(sheet::answers(file)?);
        }
        for one in &labelled {
            let answer = answers.get(&one.id).ok_or_else(|| sheet::unanswered(&one.id))?;
            report.add(one, answer, None);
        }
    }
    let mut out = std::io::stdout().lock();
    if args.json {
        super::notation::line(&mut out, &report.summary())?;
    } else {
        write!(out, "{}", report.told(args.worst))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn ours(loaded: &Loaded, one: &Labelled) -> (Labels, Vec<MoveHit>) {
    let read_in = readable(&loaded.content, one.lang);
    let measured = read_in.and_then(|lang| read(&loaded.content, &one.customer, &one.agent, lang));
    let Some(measured) = measured else { return Default::default() };
    let labels = Labels { moves: measured.reading.heard(), direction: measured.direction };
    (labels, measured.reading.moves)
}

/// The simple reader of each language, taught with the same examples.
fn by_length(survey: &Survey) -> BTreeMap<Lang, ByLength> {
    let mut simple: BTreeMap<Lang, ByLength> = BTreeMap::new();
    for (lang, draft) in survey.tongues() {
        let reader = simple.entry(*lang).or_default();
        for example in &draft.corpus().examples {
            reader.learn(&example.text(), &example.moves(), example.tone().into());
        }
    }
    simple
}
