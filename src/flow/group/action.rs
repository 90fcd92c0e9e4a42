//! What buttons in groups do, and their codec.

use crate::base::lang::Lang;

use super::play::Play;

/// What pressing a button in a group means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupAction {
    /// Speak this language in the group.
    Language(Lang),
    /// Something in the game of this number.
    Game(u64, Play),
}

impl GroupAction {
    /// The data after `G:`; at most 62 bytes.
    pub fn encode(&self) -> String {
        match self {
            GroupAction::Language(lang) => format!("l{lang}"),
            GroupAction::Game(number, play) => format!("g{number}:{}", play.id()),
        }
    }

    /// Reads it. `None` for anything this version did not write.
    pub fn decode(data: &str) -> Option<GroupAction> {
        let kind = data.chars().next()?;
        let rest = data.strip_prefix(kind)?;
        match kind {
            'l' => Lang::parse(rest).map(GroupAction::Language),
            'g' => {
                let (number, play) = rest.split_once(':')?;
                Some(GroupAction::Game(number.parse().ok()?, Play::parse(play)?))
            }
            _ => None,
        }
    }
}
