//! What buttons in groups do, and their codec.

use crate::base::lang::Lang;

/// What pressing a button in a group means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupAction {
    /// Speak this language in the group.
    Language(Lang),
}

impl GroupAction {
    /// The data after `G:`; at most 62 bytes.
    pub fn encode(&self) -> String {
        match self {
            GroupAction::Language(lang) => format!("l{lang}"),
        }
    }

    /// Reads it. `None` for anything this version did not write.
    pub fn decode(data: &str) -> Option<GroupAction> {
        let kind = data.chars().next()?;
        let rest = data.strip_prefix(kind)?;
        match kind {
            'l' => Lang::parse(rest).map(GroupAction::Language),
            _ => None,
        }
    }
}
