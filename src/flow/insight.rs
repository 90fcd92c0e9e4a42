//! Looking into the newest conversation, open or over: why he reacted as he did, and what would have been otherwise.

use crate::base::phrase::{InsightPhrase, NoticePhrase, Phrase, PracticePhrase};
use crate::debrief::record::Quote;
use crate::debrief::whatif::{self, Change};
use crate::debrief::why;
use crate::session::fold::Session;

use super::contest::run;
use super::input::Command;
use super::menu;
use super::scene::Scene;

/// Her latest messages that are listed to choose from, and characters of each.
const LISTED: usize = 12;
const QUOTE: usize = 24;

/// `/why` about the last message, `/why N` about message N.
pub fn why(scene: &mut Scene<'_>, payload: &str) {
    let Some(session) = open_to_view(scene) else { return };
    let last = u16::try_from(session.turns.len()).unwrap_or(u16::MAX);
    let message = if payload.trim().is_empty() { Some(last) } else { number(payload).0 };
    let phrase = message.and_then(|n| why::why(&session.turns, n)).map(|why| why::phrase(&why));
    let phrase = phrase.unwrap_or_else(|| pick(session, Command::Why));
    scene.tell(phrase);
}

/// `/whatif N` without message N, `/whatif N text` with another in its place.
pub fn what_if(scene: &mut Scene<'_>, payload: &str) {
    let (cast, name) = (scene.cast(), scene.customer());
    let Some(session) = open_to_view(scene) else { return };
    let Some(cast) = cast else { return scene.tell(NoticePhrase::ContentChanged) };
    let (message, text) = number(payload);
    let length = text.chars().count();
    if length > super::step::LONGEST {
        return scene.tell(NoticePhrase::TooLong { limit: super::step::LONGEST, length });
    }
    let change = if text.is_empty() { Change::Without } else { Change::Instead(text.to_owned()) };
    let other = message.and_then(|n| whatif::what_if(&cast, session, n, change));
    let phrase = other.map(|other| whatif::phrase(session, &other, &name));
    let phrase = phrase.unwrap_or_else(|| pick(session, Command::Whatif));
    scene.tell(phrase);
}

/// The newest session, where it may be looked into and has something to look at; otherwise says why not.
pub fn open_to_view<'s>(scene: &'s mut Scene<'_>) -> Option<&'s Session> {
    let examined = scene.session.as_ref().is_some_and(|s| s.is_open() && !s.start.mode.helps());
    if examined {
        let name = scene.customer();
        scene.tell(PracticePhrase::NotInExam { name });
        return None;
    }
    if run::holds(scene) {
        return None;
    }
    if scene.session.as_ref().is_none_or(|session| session.turns.is_empty()) {
        let rows = menu::to_list(scene);
        scene.tell_with(InsightPhrase::Nothing, rows);
        return None;
    }
    scene.session.as_ref()
}

/// Asks which message is meant, with the latest to choose from.
pub fn pick(session: &Session, command: Command) -> InsightPhrase {
    let latest = session.turns.iter().skip(session.turns.len().saturating_sub(LISTED));
    let item = |turn| {
        let quote = Quote::of(turn, None);
        InsightPhrase::PickItem { turn: i64::from(quote.turn), quote: quote.shown(QUOTE) }
    };
    let items = latest.map(item).map(Phrase::from).collect();
    InsightPhrase::Pick { command: format!("/{}", command.id()), items }
}

/// The number that a payload begins with, also in full-width digits, and what follows it.
pub fn number(payload: &str) -> (Option<u16>, &str) {
    let payload = payload.trim_start();
    let digit = |c: char| {
        c.to_digit(10).or_else(|| "０１２３４５６７８９".chars().position(|d| d == c)?.try_into().ok())
    };
    let mut number: Option<u32> = None;
    let mut rest = payload;
    let mut chars = payload.chars();
    while let Some(value) = chars.next().and_then(digit) {
        number = Some(number.unwrap_or(0).saturating_mul(10).saturating_add(value));
        rest = chars.as_str();
    }
    (number.map(|n| u16::try_from(n).unwrap_or(u16::MAX)), rest.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_payload_is_a_number_and_a_text() {
        assert_eq!(number("3 对不起，\n让您久等了"), (Some(3), "对不起，\n让您久等了"));
        assert_eq!(number(" １２"), (Some(12), ""));
        assert_eq!(number("3对不起"), (Some(3), "对不起"));
        assert_eq!(number("three"), (None, "three"));
        assert_eq!(number("99999999999 x"), (Some(u16::MAX), "x"));
    }
}
