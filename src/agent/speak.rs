//! The words of a move: a line of the agent's own that was not spoken yet, or one of the persona's.

use crate::base::hash::ContentHash;
use crate::base::id::{FactId, OfferId};
use crate::nlu::normalise::normalise;
use crate::persona::lines::{Line, Values, Var};
use crate::persona::model::{Authority, Offer};

use super::Desk;
use super::hear::{self, Heard};
use super::talk::Talk;

/// An unspoken line under a key. Which one depends on the conversation and on nothing else: other messages, another line.
pub fn line(desk: &Desk<'_>, talk: &mut Talk, key: &str, heard: &Heard) -> Option<String> {
    let mut values = Values::default();
    values.set(Var::Issue, Some(desk.texts.issue.clone()).filter(|issue| !issue.is_empty()));
    values.set(Var::Customer, Some(desk.texts.name.clone()));
    values.set(Var::Name, Some(desk.wording.name.clone()));
    values.set(Var::Quote, heard.quote.clone());
    let left = desk.wording.lines.get(key).iter();
    let left: Vec<&Line> =
        left.filter(|line| line.fits(&values) && !talk.spoken.contains(line.id.as_str())).collect();
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

/// A sentence of the persona's own, once.
pub fn own(talk: &mut Talk, name: &str, text: Option<&String>) -> Option<String> {
    let text = text.map(|text| text.trim()).filter(|text| !text.is_empty())?;
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

/// The next offer within authority that adds most to what is met. One that builds on a hidden fact she has not told comes
/// after the others, and not at all where it claims that she has.
pub fn next_offer<'a>(desk: &Desk<'a>, talk: &Talk) -> Option<(&'a Offer, &'a str)> {
    let made: Vec<&Offer> = desk.persona.offers.iter().filter(|o| talk.offered.contains(&o.id)).collect();
    let met = |demand: usize| {
        let percents = made.iter().flat_map(|offer| &offer.meets).filter(|(place, _)| *place == demand);
        percents.map(|(_, percent)| *percent).max().unwrap_or(0)
    };
    let gain = |offer: &Offer| -> i32 {
        let weight = |demand: usize| desk.persona.demands.get(demand).map_or(0, |d| d.weight);
        offer.meets.iter().map(|(demand, percent)| weight(*demand) * (percent - met(*demand)).max(0)).sum()
    };
    let all = desk.persona.offers.iter().zip(&desk.texts.offers);
    let open = all.filter(|(offer, texts)| {
        offer.authority == Authority::Free
            && !talk.offered.contains(&offer.id)
            && !texts.example.trim().is_empty()
            && gain(offer) > 0
    });
    let open = open.map(|(offer, texts)| (builds_ahead(desk, talk, &texts.example), offer, &texts.example));
    let mut open: Vec<_> = open.filter(|(ahead, _, text)| !ahead || !recalls(desk, text)).collect();
    // Stable, so that equals stay in the trainer's order.
    open.sort_by_key(|(ahead, offer, _)| (*ahead, -gain(offer)));
    open.first().map(|(_, offer, example)| (*offer, example.as_str()))
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
pub fn wanted_offer<'a>(desk: &Desk<'a>, talk: &Talk, heard: &Heard) -> Option<(&'a Offer, &'a str)> {
    let all = desk.persona.offers.iter().zip(&desk.texts.offers).enumerate();
    let open = all.filter_map(|(place, (offer, texts))| {
        let clearly = heard.wanted.get(&place)?;
        let spoken = talk.offered.contains(&offer.id) || texts.example.trim().is_empty();
        (!spoken).then_some((*clearly, offer, texts.example.as_str()))
    });
    let ahead = |(_, offer, text): &(usize, &Offer, &str)| {
        offer.authority == Authority::Free && builds_ahead(desk, talk, text) && recalls(desk, text)
    };
    let mut open: Vec<_> = open.filter(|one| !ahead(one)).collect();
    open.sort_by_key(|(clearly, offer, _)| (std::cmp::Reverse(*clearly), offer.authority == Authority::Free));
    open.first().map(|(_, offer, example)| (*offer, *example))
}

/// Takes note of an offer.
pub fn offered(talk: &mut Talk, id: &OfferId) {
    talk.offered.insert(id.clone());
}
