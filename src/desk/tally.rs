//! Conversations begun and over, counted once they are durable.

use crate::session::event::Event;
use crate::vitals::{VITALS, count};

/// What a step's events come to, until they are committed.
#[derive(Default)]
pub(super) struct Tally {
    started: u64,
    finished: Vec<&'static str>,
}

impl Tally {
    /// Takes an event in.
    pub(super) fn note(&mut self, event: &Event) {
        match event {
            Event::Started { .. } => self.started += 1,
            Event::Played { ended: Some(ending), .. } | Event::Stopped { ended: ending, .. } => {
                self.finished.push(ending.id());
            }
            Event::Cancelled { .. } => self.finished.push("cancelled"),
            _ => {}
        }
    }

    /// They are committed.
    pub(super) fn count(self) {
        VITALS.started.inc_by(self.started);
        VITALS.open.inc_by(i64::try_from(self.started).unwrap_or_default());
        for ending in self.finished {
            count(&VITALS.finished, "ending", ending);
            VITALS.open.dec();
        }
    }
}
