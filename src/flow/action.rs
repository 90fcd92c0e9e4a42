//! What a button does, and its one codec: at most 64 bytes, as Telegram allows.

use crate::base::id::PersonaId;
use crate::base::lang::Lang;
use crate::session::event::Side;

/// What pressing a button means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Choose this language.
    Language(Lang),
    /// Show page `n` (from 0) of the persona list.
    Page(u16),
    /// Show a persona's briefing.
    Brief(PersonaId),
    /// Start the conversation.
    Begin(PersonaId),
    /// Start it as an exam.
    Exam(PersonaId),
    /// Let a coach comment, or not.
    Coach(bool),
    /// Skip question 1, 2 or 3.
    Skip(u8),
    /// Back to the list.
    Menu,
    /// Play the same customer again.
    Again(PersonaId),
    /// The full report of the trainee's session with this number.
    Report(u32),
    /// Delete everything kept of her, or do not.
    Forget(bool),
    /// Tell how she feels, 1 to 5, before or after the session with this number.
    CheckIn(Side, u32, u8),
    /// Show the card about the session with this number.
    Card(u32),
    /// Put the card about the session with this number into the library, under her name or without.
    Publish(u32, bool),
    /// Show page `n` (from 0) of what was sought in the library.
    Cards(u16),
    /// Thank for a card.
    Thank(u64),
    /// Take a card of hers out of the library.
    Withdraw(u64),
    /// Back from a break.
    Resume,
    /// Stop breathing by the clock.
    Breathed,
}

impl Action {
    /// The button's data; at most 64 bytes, because ids have at most 40.
    pub fn encode(&self) -> String {
        match self {
            Action::Language(lang) => format!("l:{lang}"),
            Action::Page(page) => format!("p:{page}"),
            Action::Brief(id) => format!("i:{id}"),
            Action::Begin(id) => format!("b:{id}"),
            Action::Exam(id) => format!("x:{id}"),
            Action::Coach(on) => format!("c:{}", u8::from(*on)),
            Action::Skip(question) => format!("s:{question}"),
            Action::Menu => "m:".to_owned(),
            Action::Again(id) => format!("a:{id}"),
            Action::Report(session) => format!("r:{session}"),
            Action::CheckIn(side, session, feeling) => format!("k:{}:{session}:{feeling}", side_id(*side)),
            Action::Card(session) => format!("d:{session}"),
            Action::Publish(session, named) => format!("w:{}:{session}", u8::from(*named)),
            Action::Cards(page) => format!("v:{page}"),
            Action::Thank(card) => format!("t:{card}"),
            Action::Withdraw(card) => format!("o:{card}"),
            Action::Resume => "u:".to_owned(),
            Action::Breathed => "h:".to_owned(),
            Action::Forget(yes) => format!("f:{}", u8::from(*yes)),
        }
    }

    /// Reads a button's data. `None` for anything this version did not write.
    pub fn decode(data: &str) -> Option<Action> {
        let (kind, rest) = data.split_once(':')?;
        match kind {
            "l" => Lang::parse(rest).map(Action::Language),
            "p" => rest.parse().ok().map(Action::Page),
            "i" => PersonaId::parse(rest).map(Action::Brief),
            "b" => PersonaId::parse(rest).map(Action::Begin),
            "x" => PersonaId::parse(rest).map(Action::Exam),
            "c" => yes(rest).map(Action::Coach),
            "k" => check_in(rest),
            "d" => rest.parse().ok().map(Action::Card),
            "w" => {
                let (named, session) = rest.split_once(':')?;
                Some(Action::Publish(session.parse().ok()?, yes(named)?))
            }
            "v" => rest.parse().ok().map(Action::Cards),
            "t" => rest.parse().ok().map(Action::Thank),
            "o" => rest.parse().ok().map(Action::Withdraw),
            "u" => rest.is_empty().then_some(Action::Resume),
            "h" => rest.is_empty().then_some(Action::Breathed),
            "f" => yes(rest).map(Action::Forget),
            "s" => rest.parse().ok().filter(|q| (1..=3).contains(q)).map(Action::Skip),
            "m" => rest.is_empty().then_some(Action::Menu),
            "a" => PersonaId::parse(rest).map(Action::Again),
            "r" => rest.parse().ok().map(Action::Report),
            _ => None,
        }
    }
}

fn yes(rest: &str) -> Option<bool> {
    ["0", "1"].iter().position(|known| *known == rest).map(|place| place == 1)
}

fn side_id(side: Side) -> &'static str {
    match side {
        Side::Before => "b",
        Side::After => "a",
    }
}

fn check_in(rest: &str) -> Option<Action> {
    let (side, rest) = rest.split_once(':')?;
    let (session, feeling) = rest.split_once(':')?;
    let side = [Side::Before, Side::After].into_iter().find(|known| side_id(*known) == side)?;
    let feeling = feeling.parse().ok().filter(|feeling| (1..=5).contains(feeling))?;
    Some(Action::CheckIn(side, session.parse().ok()?, feeling))
}
