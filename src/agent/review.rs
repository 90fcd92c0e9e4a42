//! Which method the agent used in which message: what a trainee takes away from having been the customer.

use crate::base::moves::Move;

use super::talk::Talk;

/// Uses of one method that are shown.
const SHOWN: usize = 2;

/// A method and where it was used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Used {
    /// The method's id.
    pub method: String,
    /// Where, oldest first; at most two, each move at most once.
    pub places: Vec<Place>,
}

/// One use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which of the agent's messages, from 1: the greeting is the first.
    pub message: usize,
    /// What was done.
    pub mv: Move,
    /// The words.
    pub quote: String,
}

/// The methods used, in the order in which they first were.
pub fn review(talk: &Talk) -> Vec<Used> {
    let mut all: Vec<Used> = Vec::new();
    for (message, turn) in (1..).zip(&talk.turns) {
        for piece in turn.reply.iter().filter(|piece| !piece.method.is_empty()) {
            let place = Place { message, mv: piece.mv, quote: piece.text.clone() };
            match all.iter_mut().find(|used| used.method == piece.method) {
                Some(used) if used.places.len() >= SHOWN => {}
                Some(used) if used.places.iter().any(|known| known.mv == place.mv) => {}
                Some(used) => used.places.push(place),
                None => all.push(Used { method: piece.method.clone(), places: vec![place] }),
            }
        }
    }
    all
}
