//! The simplest reader there could be, to compare with: it knows nothing of a message but how long it is.

use crate::base::moves::Move;

use super::direction::Direction;

/// Share of the examples of one length, in per cent, from which a move is said to be there.
const USUAL: usize = 20;

/// What is usual for messages of each length.
#[derive(Clone, Debug, Default)]
pub struct ByLength {
    bins: Vec<Bin>,
}

#[derive(Clone, Debug, Default)]
struct Bin {
    messages: usize,
    moves: Vec<usize>,
    directions: Vec<usize>,
}

impl ByLength {
    /// Learns one example.
    pub fn learn(&mut self, text: &str, moves: &[Move], direction: Direction) {
        let place = bin(text);
        if self.bins.len() <= place {
            self.bins.resize_with(place + 1, Bin::default);
        }
        if let Some(bin) = self.bins.get_mut(place) {
            bin.messages += 1;
            bin.moves.resize(Move::ALL.len(), 0);
            bin.directions.resize(Direction::ALL.len(), 0);
            for mv in moves {
                bin.moves.get_mut(mv.index()).into_iter().for_each(|count| *count += 1);
            }
            bin.directions.get_mut(direction as usize).into_iter().for_each(|count| *count += 1);
        }
    }

    /// The moves that every fifth example of this length makes, and their most frequent direction.
    pub fn guess(&self, text: &str) -> (Vec<Move>, Direction) {
        let place = bin(text).min(self.bins.len().saturating_sub(1));
        let Some(bin) = self.bins.get(place) else { return (Vec::new(), Direction::Neutral) };
        let usual = |mv: &Move| bin.moves.get(mv.index()).is_some_and(|n| n * 100 >= bin.messages * USUAL);
        let often = |direction: &Direction| bin.directions.get(*direction as usize).copied().unwrap_or(0);
        let direction = Direction::ALL.into_iter().max_by_key(often).unwrap_or(Direction::Neutral);
        (Move::ALL.into_iter().filter(usual).collect(), direction)
    }
}

/// Binary logarithm of the length in bytes, in halves.
fn bin(text: &str) -> usize {
    let length = text.len().max(1);
    let whole = length.ilog2() as usize;
    2 * whole + usize::from(length >= (3usize << whole) / 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_answers_with_what_is_usual_at_that_length() {
        let mut simple = ByLength::default();
        assert_eq!(simple.guess("ok"), (Vec::new(), Direction::Neutral));
        simple.learn("ok", &[Move::Minimal], Direction::Escalates);
        simple.learn("a very long and kind message indeed", &[Move::Apologize], Direction::Calms);
        assert_eq!(simple.guess("no"), (vec![Move::Minimal], Direction::Escalates));
        assert_eq!(simple.guess("another long one, with whatever in it").1, Direction::Calms);
    }
}
