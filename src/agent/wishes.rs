//! What a customer's words have touched so far, and how much of it an offer would meet.

use std::collections::BTreeMap;

use crate::nlu::matcher::MatcherBuilder;
use crate::nlu::normalise::normalise;
use crate::persona::lines::Line;
use crate::persona::model::{Authority, Offer};

use super::Desk;
use super::hear::{self, Heard};
use super::talk::Talk;

/// What earlier messages count, all together.
const EARLIER: i32 = 1;
/// What the newest message counts: who rejects something says in it what is missing.
const NEWEST: i32 = 3;

/// What was touched, and what is met of it already.
pub struct Wishes {
    /// How much by place of the demand.
    demands: BTreeMap<usize, i32>,
    /// Offers that were asked for, by place, and how clearly.
    offers: BTreeMap<usize, i32>,
    /// Percent met by place of the demand.
    met: BTreeMap<usize, i32>,
}

/// What she has wished for in this conversation, the newest message included.
pub fn wishes(desk: &Desk<'_>, talk: &Talk, heard: &Heard) -> Wishes {
    let mut wishes = Wishes { demands: BTreeMap::new(), offers: BTreeMap::new(), met: met(desk, talk) };
    // Earlier messages count as one: who said a thing three times wants no other thing less.
    let earlier: Vec<&str> = talk.turns.iter().map(|turn| turn.said.as_str()).collect();
    for (said, weight) in [(earlier.join("\n").as_str(), EARLIER), (heard.said.as_str(), NEWEST)] {
        let normal = normalise(said);
        for place in touched(desk, normal.text()) {
            *wishes.demands.entry(place).or_default() += weight;
        }
        for place in hear::wanted(desk, normal.text()).into_keys() {
            *wishes.offers.entry(place).or_default() += weight;
        }
    }
    // Who asks for one way to a thing wants the thing.
    for (place, weight) in &wishes.offers {
        let meets = desk.persona.offers.get(*place).map_or(&[][..], |offer| &offer.meets);
        for (demand, _) in meets {
            *wishes.demands.entry(*demand).or_default() += weight;
        }
    }
    wishes
}

impl Wishes {
    /// How clearly she asked for an offer itself, by its place; 0 where she did not.
    pub fn asked(&self, place: usize) -> i32 {
        self.offers.get(&place).copied().unwrap_or(0)
    }

    /// How much an offer adds to what her words touched.
    pub fn relevance(&self, offer: &Offer) -> i32 {
        let weight = |demand: usize| self.demands.get(&demand).copied().unwrap_or(0);
        self.sum(offer, weight)
    }

    /// How much an offer adds to what is met, by the demands' own weights.
    pub fn gain(&self, desk: &Desk<'_>, offer: &Offer) -> i32 {
        self.sum(offer, |demand| desk.persona.demands.get(demand).map_or(0, |d| d.weight))
    }

    fn sum(&self, offer: &Offer, weight: impl Fn(usize) -> i32) -> i32 {
        let met = |demand: &usize| self.met.get(demand).copied().unwrap_or(0);
        let adds = offer.meets.iter().map(|(demand, percent)| {
            weight(*demand).saturating_mul(percent.saturating_sub(met(demand)).max(0))
        });
        adds.fold(0, i32::saturating_add)
    }
}

/// What the offers made meet. What she rejected meets nothing, and neither does what was only refused or handed up.
fn met(desk: &Desk<'_>, talk: &Talk) -> BTreeMap<usize, i32> {
    let stands = |offer: &&Offer| {
        let made = talk.offered.contains(&offer.id) && !talk.rejected.contains(&offer.id);
        made && offer.authority == Authority::Free
    };
    let mut met = BTreeMap::new();
    for (demand, percent) in desk.persona.offers.iter().filter(stands).flat_map(|offer| &offer.meets) {
        let most = met.entry(*demand).or_insert(0);
        *most = (*most).max(*percent);
    }
    met
}

/// The demands that a text touches: by their cues, and by rare words of what they are called and how customers push for
/// them.
fn touched(desk: &Desk<'_>, text: &str) -> Vec<usize> {
    let mut builder = MatcherBuilder::for_topics();
    for (place, demand) in (0..).zip(&desk.texts.demands) {
        demand.cues.iter().for_each(|cue| builder.add(place, cue));
    }
    let hits = builder.build().map(|matcher| matcher.find(text)).unwrap_or_default();
    let mut found: Vec<usize> = hits.into_iter().filter_map(|hit| usize::try_from(hit.group).ok()).collect();
    let called = desk.texts.demands.iter().map(|demand| {
        let pushed = demand.push.iter().chain(&demand.push_high).map(Line::text);
        hear::words_of(pushed.chain([demand.name.clone()]))
    });
    found.extend(hear::alike(text, &called.collect::<Vec<_>>()).into_keys());
    found.sort_unstable();
    found.dedup();
    found
}
