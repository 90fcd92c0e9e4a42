//! The timeline: four levels as four blocks, one short row a message, narrow enough for a phone.

use crate::base::id::StateId;
use crate::base::level::{Emotion, Level, PerEmotion};
use crate::base::phrase::debrief::DebriefPhrase;
use crate::base::phrase::{Term, TermKind};
use crate::persona::rules::Phase;

use super::moment::TurningPoint;
use super::record::Case;

const BLOCKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// A change smaller than this counts as none, in hundredths.
const STEADY: i32 = 100;

/// The feelings after one message; row 0 is how he came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The message, from 1; 0 for how he came.
    pub turn: u16,
    /// The four levels.
    pub levels: PerEmotion<Level>,
    /// How much better or worse than before, in hundredths.
    pub relief: i32,
    /// The state; `None` for how he came.
    pub state: Option<StateId>,
    /// Its heat, 0..=3.
    pub heat: u8,
    /// The stretch of conversation; `None` for how he came.
    pub phase: Option<Phase>,
    /// Whether it is a turning point.
    pub turning: bool,
}

/// The rows of a session, oldest first; none where nothing was said.
pub fn rows(case: &Case<'_>, turning: &[TurningPoint]) -> Vec<Row> {
    let start = case.turns().first().map(|turn| Row {
        turn: 0,
        levels: turn.before,
        relief: 0,
        state: None,
        heat: 0,
        phase: None,
        turning: false,
    });
    let later = case.turns().iter().map(|turn| Row {
        turn: turn.number,
        levels: turn.after,
        relief: turn.relief(),
        state: Some(turn.state.clone()),
        heat: turn.heat,
        phase: Some(turn.phase),
        turning: turning.iter().any(|point| point.quote.turn == turn.number),
    });
    start.into_iter().chain(later).collect()
}

/// Four levels as blocks, in the order of [`Emotion::ALL`].
pub fn blocks(levels: PerEmotion<Level>) -> String {
    Emotion::ALL.into_iter().filter_map(|e| BLOCKS.get(eighth(levels.get(e)))).collect()
}

fn eighth(level: Level) -> usize {
    usize::try_from(level.raw() * 8 / (Level::MAX.raw() + 1)).unwrap_or(0)
}

/// Which way he went: `↘` cooler, `↗` hotter, `→` neither.
pub fn trend(relief: i32) -> &'static str {
    match relief {
        r if r >= STEADY => "↘",
        r if r <= -STEADY => "↗",
        _ => "→",
    }
}

/// The name of a state.
pub fn state(id: &StateId) -> Term {
    Term::new(TermKind::State, id.as_str())
}

/// One row as a phrase. `digits` is the width of the longest number, so that the blocks stand below each other.
pub fn phrase(row: &Row, digits: usize) -> DebriefPhrase {
    let blocks = blocks(row.levels);
    let Some(state) = row.state.as_ref().map(state) else { return DebriefPhrase::TimelineStart { blocks } };
    let number = row.turn.to_string();
    // A figure space is as wide as a digit, in proportional type too.
    let number = format!("{}{number}", "\u{2007}".repeat(digits.saturating_sub(number.len())));
    let trend = trend(row.relief).to_owned();
    match row.turning {
        true => DebriefPhrase::TimelineMark { number, blocks, trend, state },
        false => DebriefPhrase::TimelineRow { number, blocks, trend, state },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_go_from_the_lowest_to_the_highest() {
        let of = |points| PerEmotion::<i32>::default().map(|_, _| Level::points(points));
        assert_eq!(blocks(of(0)), "▁▁▁▁");
        assert_eq!(blocks(of(50)), "▄▄▄▄");
        assert_eq!(blocks(of(100)), "████");
    }

    #[test]
    fn the_arrow_shows_his_temper_and_small_changes_show_none() {
        assert_eq!([trend(500), trend(50), trend(-500)], ["↘", "→", "↗"]);
    }
}
