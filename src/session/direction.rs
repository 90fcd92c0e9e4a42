//! Which way a message moves an upset customer, and how often that is told rightly.

use crate::nlu::corpus::Tone;

/// Which way a message moves an upset customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// It cools him.
    Calms,
    /// It does neither to speak of.
    Neutral,
    /// It makes it worse.
    Escalates,
}

impl From<Tone> for Direction {
    fn from(tone: Tone) -> Direction {
        match tone {
            Tone::Calms => Direction::Calms,
            Tone::Neutral => Direction::Neutral,
            Tone::Escalates => Direction::Escalates,
        }
    }
}

impl Direction {
    /// All three, best first.
    pub const ALL: [Direction; 3] = [Direction::Calms, Direction::Neutral, Direction::Escalates];

    /// The id in machine interfaces.
    pub fn id(self) -> &'static str {
        match self {
            Direction::Calms => "calms",
            Direction::Neutral => "neutral",
            Direction::Escalates => "escalates",
        }
    }

    /// The direction with this id. `None` where there is none.
    pub fn parse(id: &str) -> Option<Direction> {
        Direction::ALL.into_iter().find(|direction| direction.id() == id)
    }
}

/// How often each direction was taken for which.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directions {
    seen: Vec<(Direction, Direction)>,
}

impl Directions {
    /// Counts one message: which way it goes, and which way it was heard to go.
    pub fn add(&mut self, is: Direction, heard: Direction) {
        self.seen.push((is, heard));
    }

    /// Messages that go one way and were heard to go another, or the same.
    pub fn count(&self, is: Direction, heard: Direction) -> usize {
        self.seen.iter().filter(|pair| **pair == (is, heard)).count()
    }

    /// Messages counted.
    pub fn messages(&self) -> usize {
        self.seen.len()
    }

    /// Share heard rightly, in per mille.
    pub fn right(&self) -> usize {
        self.share(|(is, heard)| is == heard)
    }

    /// Share of calming taken for escalating or the reverse, in per mille.
    pub fn opposite(&self) -> usize {
        use Direction::{Calms, Escalates};
        self.share(|pair| pair == (Calms, Escalates) || pair == (Escalates, Calms))
    }

    fn share(&self, is: impl Fn((Direction, Direction)) -> bool) -> usize {
        let count = self.seen.iter().filter(|pair| is(**pair)).count();
        (count * 1000 + self.seen.len() / 2).checked_div(self.seen.len()).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_opposite_is_worse_than_a_miss_and_counted_apart() {
        let mut seen = Directions::default();
        seen.add(Direction::Calms, Direction::Calms);
        seen.add(Direction::Calms, Direction::Neutral);
        seen.add(Direction::Escalates, Direction::Calms);
        assert_eq!((seen.right(), seen.opposite(), seen.messages()), (333, 333, 3));
        assert_eq!(seen.count(Direction::Calms, Direction::Neutral), 1);
    }
}
