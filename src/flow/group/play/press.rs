//! What buttons of games do, and how they are written into a button's data.

use crate::persona::model::Grade;

/// What a button of a game does; which game stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Play {
    /// A customer of this grade.
    Grade(Grade),
    /// Take part.
    Join,
    /// Everybody is there.
    Begin,
    /// Pass over whose turn it is; in a duet, the customer has answered aloud.
    Skip,
    /// On to the next part of a case or a duet: its answers, or its result.
    Reveal,
    /// Vote for the answer at this place.
    Vote(u8),
    /// Take the agent's place of a duet.
    Agent,
    /// Take the customer's.
    Customer,
    /// The secret card once more.
    Card,
    /// The customer of a duet accepts.
    Calmed,
    /// The customer of a duet walks away.
    Walked,
    /// The criterion at this place was met, or not.
    Mark(u8, bool),
    /// The same the other way round.
    Swap,
    /// End it.
    Stop,
}

impl Play {
    const PLAIN: [(Play, &'static str); 14] = [
        (Play::Grade(Grade::Basic), "e1"),
        (Play::Grade(Grade::Intermediate), "e2"),
        (Play::Grade(Grade::Advanced), "e3"),
        (Play::Join, "j"),
        (Play::Begin, "b"),
        (Play::Skip, "k"),
        (Play::Reveal, "r"),
        (Play::Agent, "a"),
        (Play::Customer, "c"),
        (Play::Card, "d"),
        (Play::Calmed, "m"),
        (Play::Walked, "w"),
        (Play::Swap, "x"),
        (Play::Stop, "s"),
    ];

    /// Its part of a button's data.
    pub fn id(self) -> String {
        match self {
            Play::Vote(place) => format!("v{place}"),
            Play::Mark(place, true) => format!("y{place}"),
            Play::Mark(place, false) => format!("n{place}"),
            plain => Play::PLAIN.iter().find(|(play, _)| *play == plain).map_or("s", |(_, id)| id).to_owned(),
        }
    }

    /// Reads it.
    pub fn parse(id: &str) -> Option<Play> {
        if let Some((play, _)) = Play::PLAIN.iter().find(|(_, known)| *known == id) {
            return Some(*play);
        }
        let kind = id.chars().next()?;
        let place = id.strip_prefix(kind)?.parse().ok()?;
        match kind {
            'v' => Some(Play::Vote(place)),
            'y' => Some(Play::Mark(place, true)),
            'n' => Some(Play::Mark(place, false)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_play_reads_back() {
        for (play, id) in Play::PLAIN {
            assert_eq!((play.id().as_str(), Play::parse(id)), (id, Some(play)));
        }
        for play in [Play::Vote(19), Play::Mark(5, true), Play::Mark(0, false)] {
            assert_eq!(Play::parse(&play.id()), Some(play));
        }
        for forged in ["", "e4", "v", "y", "n-1", "y256", "aa"] {
            assert_eq!(Play::parse(forged), None, "{forged}");
        }
    }
}
