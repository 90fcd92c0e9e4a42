//! What surrounds a conversation and moves the customer in no way: the trainee's breaks, and how she feels.

use crate::base::time::Moment;

use super::event::{Event, Side};
use super::fold::Session;

/// Breaks and feelings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Care {
    /// Since when she has been on a break; `None` where she is not.
    pub paused: Option<Moment>,
    /// How long all breaks that are over took, in milliseconds: by so much the customer's clock is behind.
    pub rest: i64,
    /// How she felt before, 1 to 5; `None` where she did not tell.
    pub before: Option<u8>,
    /// The same after it.
    pub after: Option<u8>,
}

impl Care {
    /// Takes in a break or a feeling. A break that is on already does not begin anew.
    pub(super) fn note(&mut self, event: &Event) {
        match event {
            Event::Paused { at } => self.paused = self.paused.or(Some(*at)),
            Event::Resumed { at } => {
                let length = self.paused.take().map_or(0, |since| at.since(since));
                self.rest = self.rest.saturating_add(length);
            }
            Event::CheckedIn { side: Side::Before, feeling, .. } => self.before = Some(*feeling),
            Event::CheckedIn { side: Side::After, feeling, .. } => self.after = Some(*feeling),
            _ => {}
        }
    }
}

impl Session {
    /// The time by the customer's clock, which stands still in breaks. Messages are recorded by it, so that neither a
    /// replay nor what-if nor a branch needs to know of breaks.
    pub fn clock(&self, now: Moment) -> Moment {
        let running = self.care.paused.map_or(now, |since| since.min(now));
        Moment(running.0.saturating_sub(self.care.rest)).max(self.heard_at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_add_up_and_one_that_is_on_does_not_begin_anew() {
        let mut care = Care::default();
        for event in [
            Event::Paused { at: Moment(10) },
            Event::Paused { at: Moment(50) },
            Event::Resumed { at: Moment(110) },
            Event::Resumed { at: Moment(500) },
            Event::Paused { at: Moment(600) },
            Event::Resumed { at: Moment(605) },
        ] {
            care.note(&event);
        }
        assert_eq!((care.paused, care.rest), (None, 105));
    }
}
