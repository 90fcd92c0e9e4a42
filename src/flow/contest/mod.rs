//! Contests in groups: made and shown in the group, played in private.
//!
//! - `record`: what is kept of a contest and of everybody's part in it
//! - `form`: what a lead settles; `settle`: by which buttons
//! - `stage`: what happens in the group: the announcement, the scoreboard, reminders
//! - `closing`: what is said and handed out when it is over
//! - `ranks`: who stands where, in lines
//! - `teams`: what a team is; `side`: how she chooses hers
//! - `change`: a contest that is changed before it opens
//! - `room`: what happens in private: joining, briefings; `run`: a run while it is played; `after`: the debrief and the files
//! - `lead`: what a lead does in private: removing an entry, cancelling, results
//! - `play`: a run as a record
//! - `ask`: what private steps ask of whoever keeps things, and what comes back
//! - `action`: buttons; `sign`: the links that lead from the group into private; `told`: what both sides say alike
//!
//! # Who may read what
//! A participant reads her own runs and, once the contest is over, how all scores are spread. A lead reads names, scores and
//! how much alike two runs are, and a run's words only where its author hands them out.

pub mod action;
mod after;
pub mod ask;
pub mod change;
mod closing;
pub mod form;
pub mod lead;
pub mod play;
mod ranks;
pub mod record;
pub mod room;
pub mod run;
pub mod settle;
pub mod side;
pub mod sign;
pub mod stage;
pub mod teams;
mod told;

/// A contest's number: 48 bits that nobody can guess.
pub type ContestId = u64;

/// The number as it stands in alarms, links and buttons.
pub fn written(id: ContestId) -> String {
    format!("{id:012x}")
}

/// Reads it. `None` for anything else.
pub fn read(text: &str) -> Option<ContestId> {
    let id = u64::from_str_radix(text, 16).ok()?;
    (written(id) == text).then_some(id)
}
