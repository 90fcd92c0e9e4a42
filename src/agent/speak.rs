//! The words of a move: a line of the agent's own that was not spoken yet, or one of the persona's.

use std::cmp::Reverse;

use crate::base::hash::ContentHash;
use crate::base::id::{FactId, OfferId};
use crate::nlu::normalise::normalise;
use crate::persona::lines::{Line, Values, Var};
use crate::persona::model::{Authority, Offer, OfferTexts};

use super::hear::{self, Heard};
use super::talk::Talk;
use super::{Desk, times, wishes};

/// Lines that may promise a time. Others may name one that is past, or mean the whole day (what a day you have had).
const PROMISING: [&str; 8] = [
    "by_when",
    "promise",
    "follow_up",
    "manager",
    "nothing_left",
    "responsibility",
    "offer_named",
    "refused_named",
];

/// An unspoken line under a key. Which one depends on the conversation and on nothing else: other messages, another line.
///
/// One that promises a time is left out where that time is not ahead.
pub fn line(desk: &Desk<'_>, talk: &mut Talk, key: &str, heard: &Heard) -> Option<String> {
    filled(desk, talk, key, heard, None)
}

fn filled(desk: &Desk<'_>, talk: &mut Talk, key: &str, heard: &Heard, offer: Option<&str>) -> Option<String> {
    let mut values = Values::default();
    values.set(Var::Issue, Some(desk.texts.issue.clone()).filter(|issue| !issue.is_empty()));
    values.set(Var::Customer, Some(desk.texts.name.clone()));
    values.set(Var::Name, Some(desk.wording.name.clone()));
    values.set(Var::Quote, heard.quote.clone());
    values.set(Var::Offer, offer.map(str::to_owned));
    let left = desk.wording.lines.get(key).iter();
    let holds = |line: &&Line| !PROMISING.contains(&key) || times::hold(&line.text(), desk.hour);
    let left = left.filter(|line| line.fits(&values) && !talk.spoken.contains(line.id.as_str()));
    let left: Vec<&Line> = left.filter(holds).collect();
    let line = left.get(place(talk, key, &heard.said, left.len()))?;
    talk.spoken.insert(line.id.as_str().to_owned());
    line.fill(&values)
}

fn place(talk: &Talk, key: &str, said_now: &str, count: usize) -> usize {
    let said = talk.turns.iter().map(|turn| turn.said.as_bytes());
    let now = [talk.persona.as_str(), key, said_now].map(str::as_bytes);
    let parts = now.into_iter().chain(said);
    let hash = ContentHash::of(parts);
    let number =
        hash.as_str().bytes().fold(0_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
    number.checked_rem(count).unwrap_or(0)
}

/// A sentence of the persona's own, once, and only while the times in it are ahead.
pub fn own(desk: &Desk<'_>, talk: &mut Talk, name: &str, text: Option<&String>) -> Option<String> {
    let text = text.map(|text| text.trim()).filter(|text| !text.is_empty())?;
    if !times::hold(text, desk.hour) {
        return None;
    }
    talk.spoken.insert(format!("own/{name}")).then(|| text.to_owned())
}

/// The next question: for what only a good question finds first, in the trainer's order; never for what was told or
/// asked.
pub fn next_question(desk: &Desk<'_>, talk: &Talk) -> Option<(FactId, String)> {
    let facts = desk.persona.facts.iter().zip(&desk.texts.facts);
    let open = facts.filter(|(fact, texts)| {
        !texts.question.trim().is_empty() && !talk.told.contains(&fact.id) && !talk.asked.contains(&fact.id)
    });
    let mut open: Vec<_> = open.collect();
    // Stable, so that equals stay in order.
    open.sort_by_key(|(fact, _)| !fact.hidden);
    open.first().map(|(fact, texts)| (fact.id.clone(), texts.question.clone()))
}

/// How an offer can be put into words now.
pub enum Worded<'a> {
    /// As the persona's trainer worded it.
    Example(&'a str),
    /// By what it is called: the wording names a time that is not ahead.
    Called(&'a str),
}

/// `None` where it was spoken of already, or cannot be worded without a time that is not ahead.
fn worded<'a>(desk: &Desk<'a>, talk: &Talk, offer: &Offer, texts: &'a OfferTexts) -> Option<Worded<'a>> {
    let example = texts.example.trim();
    if talk.offered.contains(&offer.id) || example.is_empty() {
        return None;
    }
    if times::hold(example, desk.hour) {
        return Some(Worded::Example(example));
    }
    // Handing something up has words of its own, that name no offer.
    let called = texts.name.trim();
    let holds = offer.authority == Authority::Ask || times::hold(called, desk.hour);
    (holds && !called.is_empty()).then_some(Worded::Called(called))
}

/// The next offer within authority: the one that meets most of what her words touched, then what adds most to what is met.
/// One that builds on a hidden fact she has not told comes after its equals, and not at all where it claims that she has.
pub fn next_offer<'a>(desk: &Desk<'a>, talk: &Talk, heard: &Heard) -> Option<(&'a Offer, Worded<'a>)> {
    let wishes = wishes::wishes(desk, talk, heard);
    let all = desk.persona.offers.iter().zip(&desk.texts.offers).enumerate();
    let free =
        all.filter(|(_, (offer, _))| offer.authority == Authority::Free && wishes.gain(desk, offer) > 0);
    let open = free.filter_map(|(place, (offer, texts))| {
        let worded = worded(desk, talk, offer, texts)?;
        let ahead = is_ahead(desk, talk, &worded)?;
        let fits = Reverse((wishes.asked(place), wishes.relevance(offer)));
        Some(((fits, ahead, Reverse(wishes.gain(desk, offer)), place), offer, worded))
    });
    open.min_by_key(|(order, ..)| *order).map(|(_, offer, worded)| (offer, worded))
}

/// Whether an offer's words build on a hidden fact that she has not told; `None` where they claim that she has.
fn is_ahead(desk: &Desk<'_>, talk: &Talk, worded: &Worded<'_>) -> Option<bool> {
    let Worded::Example(text) = worded else { return Some(false) };
    let ahead = builds_ahead(desk, talk, text);
    (!ahead || !recalls(desk, text)).then_some(ahead)
}

/// Whether a text speaks of a hidden fact that she has not told.
fn builds_ahead(desk: &Desk<'_>, talk: &Talk, text: &str) -> bool {
    let spoken_of = hear::facts(desk, normalise(text).text());
    let facts = desk.persona.facts.iter().enumerate().filter(|(place, _)| spoken_of.contains(place));
    facts.into_iter().any(|(_, fact)| fact.hidden && !talk.told.contains(&fact.id))
}

/// Whether a text refers to what she has said.
fn recalls(desk: &Desk<'_>, text: &str) -> bool {
    let text = text.to_lowercase();
    desk.wording.recalls.iter().any(|word| text.contains(word.as_str()))
}

/// An offer she wants that was not spoken of yet, what can only be refused or asked for first.
pub fn wanted_offer<'a>(desk: &Desk<'a>, talk: &Talk, heard: &Heard) -> Option<(&'a Offer, Worded<'a>)> {
    let all = desk.persona.offers.iter().zip(&desk.texts.offers).enumerate();
    let open = all.filter_map(|(place, (offer, texts))| {
        let clearly = heard.wanted.get(&place)?;
        let worded = worded(desk, talk, offer, texts)?;
        let free = offer.authority == Authority::Free;
        is_ahead(desk, talk, &worded).or((!free).then_some(true))?;
        Some(((Reverse(*clearly), free, place), offer, worded))
    });
    open.min_by_key(|(order, ..)| *order).map(|(_, offer, worded)| (offer, worded))
}

/// An offer's words.
pub fn say_offer(
    desk: &Desk<'_>,
    talk: &mut Talk,
    offer: &Offer,
    worded: &Worded<'_>,
    heard: &Heard,
) -> Option<String> {
    match (worded, offer.authority) {
        (Worded::Example(example), _) => Some((*example).to_owned()),
        (Worded::Called(name), Authority::Free) => filled(desk, talk, "offer_named", heard, Some(name)),
        (Worded::Called(name), Authority::Beyond) => filled(desk, talk, "refused_named", heard, Some(name)),
        (Worded::Called(_), Authority::Ask) => line(desk, talk, "manager", heard),
    }
}

/// Takes note of an offer.
pub fn offered(talk: &mut Talk, id: &OfferId) {
    talk.offered.insert(id.clone());
    talk.latest = Some(id.clone());
}
