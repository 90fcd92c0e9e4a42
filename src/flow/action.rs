//! What a button does, and its one codec: at most 64 bytes, as Telegram allows.

use crate::base::gentle::Gentle;
use crate::base::id::PersonaId;
use crate::base::lang::Lang;
use crate::progress::entry::NotedKind;
use crate::session::event::Side;

use super::contest::ContestId;
use super::contest::action::Press;
use super::group::GroupAction;
use super::trainer::Desk;

/// Longest word, in bytes, that a search carries on through its buttons.
pub const SEARCHED: usize = 48;

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
    /// Show page `n` (from 0) of the journal, of the entries that mention a word where there is one.
    Journal(u16, String),
    /// Show the journal's entry of this number, from 1.
    Entry(u32),
    /// Show how she is getting on.
    Progress,
    /// Show the plan.
    Plan,
    /// Put her answer to question 2 of a session into the plan.
    PlanAnswer(u32),
    /// Put something that debriefs named into the plan.
    PlanNoted(NotedKind, String),
    /// Tick off the plan's item of this number.
    Tick(u32),
    /// Her clock hangs in this common zone.
    Zone(String),
    /// Ask for the time zone again.
    AskZone,
    /// No reminders any more.
    RemindOff,
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
    /// Swap roles in a persona's case.
    Swap(PersonaId),
    /// Show page `n` (from 0) of whose part she could play.
    SwapPage(u16),
    /// Skip what calmed her.
    SwapSkip,
    /// Limit abuse so far.
    Gentle(Gentle),
    /// Be called by her trainers what she signs cards with, or by her tag.
    Known(bool),
    /// Something in the trainers' office.
    Trainer(Desk),
    /// Something in a group.
    Group(GroupAction),
    /// Something in a contest, in private.
    Contest(ContestId, Press),
    /// Open the private chat with the bot, which gets this payload: at most 64 of `A-Z a-z 0-9 _ -`. No press comes of it.
    Link(String),
}

impl Action {
    /// The button's data; at most 64 bytes, because ids have at most 60.
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
            Action::Journal(page, word) => format!("j:{page}:{word}"),
            Action::Entry(number) => format!("e:{number}"),
            Action::Progress => "g:".to_owned(),
            Action::Plan => "q:".to_owned(),
            Action::PlanAnswer(session) => format!("qa:{session}"),
            Action::PlanNoted(kind, id) => format!("qn:{}:{id}", noted(*kind)),
            Action::Tick(number) => format!("t:{number}"),
            Action::Zone(id) => format!("z:{id}"),
            Action::AskZone => "zz:".to_owned(),
            Action::RemindOff => "zo:".to_owned(),
            Action::CheckIn(side, session, feeling) => format!("k:{}:{session}:{feeling}", side_id(*side)),
            Action::Card(session) => format!("d:{session}"),
            Action::Publish(session, named) => format!("w:{}:{session}", u8::from(*named)),
            Action::Cards(page) => format!("v:{page}"),
            Action::Thank(card) => format!("y:{card}"),
            Action::Withdraw(card) => format!("o:{card}"),
            Action::Resume => "u:".to_owned(),
            Action::Breathed => "h:".to_owned(),
            Action::Swap(id) => format!("sw:{id}"),
            Action::SwapPage(page) => format!("sp:{page}"),
            Action::SwapSkip => "sk:".to_owned(),
            Action::Gentle(gentle) => format!("n:{}", gentle.id()),
            Action::Known(signed) => format!("jn:{}", u8::from(*signed)),
            Action::Trainer(desk) => format!("T:{}", desk.encode()),
            Action::Contest(id, press) => format!("C:{}", press.encode(*id)),
            Action::Group(group) => format!("G:{}", group.encode()),
            Action::Link(payload) => payload.clone(),
            Action::Forget(yes) => format!("f:{}", u8::from(*yes)),
        }
    }

    /// Reads a button's data. `None` for anything this version did not write.
    pub fn decode(data: &str) -> Option<Action> {
        let (kind, rest) = data.split_once(':')?;
        match kind {
            "l" => Lang::parse(rest).map(Action::Language),
            "p" => rest.parse().ok().map(Action::Page),
            "i" => PersonaId::parse_any(rest).map(Action::Brief),
            "b" => PersonaId::parse_any(rest).map(Action::Begin),
            "x" => PersonaId::parse_any(rest).map(Action::Exam),
            "c" => yes(rest).map(Action::Coach),
            "k" => check_in(rest),
            "d" => rest.parse().ok().map(Action::Card),
            "w" => {
                let (named, session) = rest.split_once(':')?;
                Some(Action::Publish(session.parse().ok()?, yes(named)?))
            }
            "v" => rest.parse().ok().map(Action::Cards),
            "y" => rest.parse().ok().map(Action::Thank),
            "o" => rest.parse().ok().map(Action::Withdraw),
            "u" => rest.is_empty().then_some(Action::Resume),
            "h" => rest.is_empty().then_some(Action::Breathed),
            "jn" => yes(rest).map(Action::Known),
            "T" => Desk::decode(rest).map(Action::Trainer),
            "C" => Press::decode(rest).map(|(id, press)| Action::Contest(id, press)),
            "G" => GroupAction::decode(rest).map(Action::Group),
            "sw" => PersonaId::parse_any(rest).map(Action::Swap),
            "sp" => rest.parse().ok().map(Action::SwapPage),
            "sk" => rest.is_empty().then_some(Action::SwapSkip),
            "n" => Gentle::ALL.into_iter().find(|one| one.id() == rest).map(Action::Gentle),
            "f" => yes(rest).map(Action::Forget),
            "s" => rest.parse().ok().filter(|q| (1..=3).contains(q)).map(Action::Skip),
            "m" => rest.is_empty().then_some(Action::Menu),
            "a" => PersonaId::parse_any(rest).map(Action::Again),
            "r" => rest.parse().ok().map(Action::Report),
            "j" => searched(rest),
            "e" => rest.parse().ok().map(Action::Entry),
            "g" => rest.is_empty().then_some(Action::Progress),
            "q" => rest.is_empty().then_some(Action::Plan),
            "qa" => rest.parse().ok().map(Action::PlanAnswer),
            "qn" => named(rest),
            "t" => rest.parse().ok().map(Action::Tick),
            "z" => is_id(rest).then(|| Action::Zone(rest.to_owned())),
            "zz" => rest.is_empty().then_some(Action::AskZone),
            "zo" => rest.is_empty().then_some(Action::RemindOff),
            _ => None,
        }
    }
}

const KINDS: [(NotedKind, &str); 3] =
    [(NotedKind::Move, "m"), (NotedKind::Circumstance, "c"), (NotedKind::Gap, "g")];

fn noted(kind: NotedKind) -> &'static str {
    KINDS.iter().find(|(known, _)| *known == kind).map_or("m", |(_, letter)| letter)
}

fn named(rest: &str) -> Option<Action> {
    let (letter, id) = rest.split_once(':')?;
    let (kind, _) = KINDS.iter().find(|(_, known)| *known == letter)?;
    is_id(id).then(|| Action::PlanNoted(*kind, id.to_owned()))
}

fn searched(rest: &str) -> Option<Action> {
    let (page, word) = rest.split_once(':')?;
    (word.len() <= SEARCHED).then_some(())?;
    Some(Action::Journal(page.parse().ok()?, word.to_owned()))
}

/// The ids of moves, gaps and zones, all of which fit.
fn is_id(word: &str) -> bool {
    (1..=40).contains(&word.len())
        && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
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
