//! The same conversation once more: other messages from the same start, or a new session from an earlier message on.

use crate::base::mode::Mode;
use crate::base::time::Moment;

use super::event::{Branch, Event};
use super::fold::{Cast, Session};

impl Session {
    /// Plays other messages from the same start, each at its time, and ends it where the trainee ended this one. Messages
    /// after the customer has gone are left out. This session stays as it is.
    pub fn played_again<'m>(
        &self,
        cast: &Cast<'_>,
        messages: impl IntoIterator<Item = (&'m str, Moment)>,
    ) -> Session {
        let start = &self.start;
        let kind = (start.mode, start.branch.clone());
        let (mut again, _) = Session::open_as(cast, start.lang, start.seed, start.at, kind);
        for (said, at) in messages {
            if again.is_open() {
                again.play(cast, said, at);
            }
        }
        if self.is_stopped() && again.is_open() {
            again.stop(cast, self.heard_at);
        }
        again
    }

    /// Her messages with their times.
    pub fn messages(&self) -> impl Iterator<Item = (&str, Moment)> {
        self.turns.iter().map(|turn| turn.said.as_str()).zip(self.times.iter().copied())
    }

    /// A practice session that stands where this one stood before `message` (from 1), with everything to record of it:
    /// a log of its own that replays without this one's. `parent` is this session's number. Hints that were shown
    /// until then stay shown. `None` where there is no such message.
    pub fn branch(
        &self,
        cast: &Cast<'_>,
        parent: u32,
        message: u16,
        now: Moment,
    ) -> Option<(Session, Vec<Event>)> {
        let before = message.checked_sub(1).filter(|_| usize::from(message) <= self.turns.len())?;
        let left = self.times.get(..usize::from(before))?.last().copied().unwrap_or(self.start.at);
        let moved = |at: Moment| Moment(at.0.saturating_add(now.0.saturating_sub(left.0)));
        let branch = Branch { parent, message, chain: self.chain.clone() };
        let kind = (Mode::Practice, Some(branch));
        let start = &self.start;
        let (mut session, event) = Session::open_as(cast, start.lang, start.seed, moved(start.at), kind);
        let mut events = vec![event];
        let mut hints = self.hinted.iter().filter(|hint| hint.after <= before).peekable();
        for (place, (said, at)) in (0..before).zip(self.messages()) {
            while let Some(hint) = hints.next_if(|hint| hint.after == place) {
                session.remind(moved(hint.at), hint.nudge.clone(), &mut events);
            }
            events.push(session.play(cast, said, moved(at)));
        }
        for hint in hints {
            session.remind(now, hint.nudge.clone(), &mut events);
        }
        Some((session, events))
    }

    fn remind(&mut self, at: Moment, nudge: Option<super::event::Nudge>, events: &mut Vec<Event>) {
        let event = Event::Hinted { at, nudge };
        self.note(&event);
        events.push(event);
    }
}
