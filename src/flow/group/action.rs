//! What buttons in groups do, and their codec.

use crate::base::id::PersonaId;
use crate::base::lang::Lang;
use crate::flow::contest::form::Field;
use crate::flow::contest::settle::FormPress;
use crate::flow::contest::{self, ContestId};

use super::play::Play;

/// What pressing a button in a group means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupAction {
    /// Speak this language in the group.
    Language(Lang),
    /// Something in the game of this number.
    Game(u64, Play),
    /// Something on the form of a contest that stands on this board.
    Form(u64, FormPress),
    /// Open the form that changes a contest.
    Change(ContestId),
}

impl GroupAction {
    /// The data after `G:`; at most 62 bytes: a board has at most 16 digits, and a file's name 40.
    pub fn encode(&self) -> String {
        match self {
            GroupAction::Language(lang) => format!("l{lang}"),
            GroupAction::Game(number, play) => format!("g{number}:{}", play.id()),
            GroupAction::Form(board, press) => format!("f{board:x}:{}", form(press)),
            GroupAction::Change(id) => format!("c{}", contest::written(*id)),
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
            'f' => {
                let (board, press) = rest.split_once(':')?;
                let board = u64::from_str_radix(board, 16).ok()?;
                Some(GroupAction::Form(board, pressed(press)?))
            }
            'c' => contest::read(rest).map(GroupAction::Change),
            _ => None,
        }
    }
}

fn form(press: &FormPress) -> String {
    match press {
        FormPress::Turn(field) => {
            let letter =
                Field::ALL.iter().find(|(known, _)| known == field).map_or('p', |(_, letter)| *letter);
            format!("t{letter}")
        }
        FormPress::List(page) => format!("l{page}"),
        FormPress::Toggle(persona) => format!("g{persona}"),
        FormPress::Back => "b".to_owned(),
        FormPress::Create => "c".to_owned(),
        FormPress::Drop => "d".to_owned(),
    }
}

fn pressed(data: &str) -> Option<FormPress> {
    let kind = data.chars().next()?;
    let rest = data.strip_prefix(kind)?;
    let bare = |press| rest.is_empty().then_some(press);
    match kind {
        't' => {
            let found = Field::ALL.iter().find(|(_, letter)| rest.chars().eq([*letter]));
            found.map(|(field, _)| FormPress::Turn(*field))
        }
        'l' => rest.parse().ok().map(FormPress::List),
        'g' => PersonaId::parse(rest).map(FormPress::Toggle),
        'b' => bare(FormPress::Back),
        'c' => bare(FormPress::Create),
        'd' => bare(FormPress::Drop),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_button_reads_back_and_fits() {
        let longest = PersonaId::parse(&"x".repeat(40)).unwrap();
        let presses = Field::ALL.map(|(field, _)| FormPress::Turn(field)).into_iter().chain([
            FormPress::List(3),
            FormPress::Toggle(longest),
            FormPress::Back,
            FormPress::Create,
            FormPress::Drop,
        ]);
        let forms = presses.map(|press| GroupAction::Form(1_795_884_800_000, press));
        for action in forms.chain([GroupAction::Language(Lang::ZH_HANT), GroupAction::Change(0xabc)]) {
            let data = action.encode();
            assert!(data.len() <= 62, "{data}");
            assert_eq!(GroupAction::decode(&data), Some(action));
        }
        for forged in [
            "",
            "l",
            "f",
            "f1",
            "f1:",
            "f1:z",
            "f1:tz",
            "f1:gX",
            "fx:b",
            "f1:b1",
            "c",
            "cabc",
            "c000000000xyz",
        ] {
            assert_eq!(GroupAction::decode(forged), None, "{forged}");
        }
    }
}
