//! A run as a record, with what a contest keeps of it.

use crate::contest::alike::sketch;
use crate::contest::field::Shown;
use crate::contest::file::ResultFile;
use crate::contest::run::{Entry, Run, Unfit};
use crate::debrief;
use crate::session::event::Event;
use crate::session::fold::{Cast, replay};

use super::record::Played;

/// Longest line that is shown to others, in characters.
const LONGEST: usize = 300;

/// What a contest keeps of a run that has ended; the run is the `session`-th conversation.
///
/// # Errors
/// Why it makes no run.
pub fn played(cast: &Cast<'_>, events: &[Event], entry: Entry, session: u32) -> Result<Played, Unfit> {
    let (round, attempt) = (entry.round, entry.attempt);
    let run = Run::of(cast, events, Some(entry))?;
    let folded = replay(cast, events)?;
    let report = debrief::report(cast, &folded);
    let shown = Shown::of(&folded, &report);
    let step =
        |((method, step), done): (&(&str, &str), &bool)| ((*method).to_owned(), (*step).to_owned(), *done);
    let best = report.strengths.first().map(|strength| strength.quote.words.trim());
    Ok(Played {
        round,
        attempt,
        session,
        at: run.ended_at(),
        tally: run.tally(),
        token: run.token(),
        moves: shown.moves.iter().map(|mv| mv.id().to_owned()).collect(),
        steps: shown.steps.iter().map(step).collect(),
        sketch: sketch(run.messages.iter().map(|message| message.said.as_str())),
        best: best.unwrap_or_default().chars().take(LONGEST).collect(),
    })
}

/// The file in which the run is handed on.
///
/// # Errors
/// Why it makes no run.
pub fn file(cast: &Cast<'_>, events: &[Event], entry: Entry) -> Result<String, Unfit> {
    Ok(ResultFile::of(Run::of(cast, events, Some(entry))?).text())
}
