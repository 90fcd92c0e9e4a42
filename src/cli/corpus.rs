//! `corpus`: the labelled examples, for programs that learn from the same ones.

use std::process::ExitCode;

use serde::Serialize;

use crate::base::lang::Lang;
use crate::base::moves::Move;
use crate::session::direction::Direction;

use super::args::Common;
use super::notation::line;
use super::shelf::survey;

#[derive(Serialize)]
struct Row<'a> {
    id: String,
    lang: &'a str,
    agent: String,
    moves: Vec<Move>,
    direction: &'static str,
}

/// Prints every example of every language, or of the one asked for.
pub fn run(common: &Common) -> anyhow::Result<ExitCode> {
    let survey = survey(common)?;
    let only = common.lang.as_deref().and_then(Lang::parse);
    let mut out = std::io::stdout().lock();
    for (lang, draft) in survey.tongues().iter().filter(|(lang, _)| only.is_none_or(|only| only == **lang)) {
        for (number, example) in draft.corpus().examples.iter().enumerate() {
            let moves = example.moves();
            let direction = Direction::from(example.tone());
            let id = format!("{lang}-{number}");
            let row = Row { id, lang: lang.tag(), agent: example.text(), moves, direction: direction.id() };
            line(&mut out, &row)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
