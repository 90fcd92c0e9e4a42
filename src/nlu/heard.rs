//! What a message touches of a persona's matter: which topic each question is about, which of two things he names, which offers
//! are spoken of.

use crate::base::span::Span;

use super::appeals::{asks_of_him, is_of_him};
use super::choosing::{alternatives, first_choice, last_choice};
use super::ear::Places;
use super::matcher::Hit;
use super::meanings::{Unit, units};
use super::normalise::is_han;
use super::rank::form::Form;
use super::rank::{Cued, Ranker};
use super::reading::{OfferHit, Topic, Wants};

/// What a message touches.
pub struct Heard<'a> {
    pub(super) facts: Vec<Hit>,
    pub(super) offers: Vec<Hit>,
    /// Demands touched, by place.
    pub demands: Vec<usize>,
    /// Whether it names anything of the situation.
    pub specific: bool,
    /// What names it.
    pub(super) words: Vec<Span>,
    pub(super) allowed: &'a [bool],
    pub(super) ranker: &'a Ranker,
    pub(super) bids: &'a Ranker,
    pub(super) places: &'a Places,
    pub(super) told: &'a [Vec<Unit>],
}

impl Heard<'_> {
    /// Whether a stretch names something of the case.
    pub fn names(&self, stretch: Span) -> bool {
        self.words.iter().any(|span| span.overlaps(stretch))
    }

    /// Whether an offer's words stand in a stretch.
    pub fn offers_in(&self, stretch: Span) -> bool {
        self.offers.iter().any(|hit| hit.span.overlaps(stretch))
    }

    /// Whether an offer is within the trainee's authority.
    pub fn allows(&self, hit: &OfferHit) -> bool {
        self.allowed.get(hit.offer).is_some_and(|allowed| *allowed)
    }

    /// Whether words of a question about a fact or detail stand in a stretch.
    pub fn has_cue(&self, stretch: Span) -> bool {
        let own = self.places.facts + self.places.later.len();
        self.facts.iter().any(|hit| (hit.group as usize) < own && hit.span.overlaps(stretch))
    }

    /// Whether a stretch asks for something without the form of a question.
    pub fn seeks(&self, stretch: Span, text: &str) -> bool {
        self.ranker.forms().asks(stretch.of(text))
    }

    /// What would answer a question. Who asks him to do something, or for his leave, wants no yes or no.
    pub fn wants(&self, question: &str) -> Wants {
        match self.ranker.forms().of(question) {
            _ if asks_of_him(question) => Wants::Leave,
            Form::Whether if alternatives(question).is_some() || is_of_him(question) => Wants::Other,
            Form::Whether => Wants::Whether,
            Form::When | Form::Long | Form::Many => Wants::Figure,
            _ => Wants::Other,
        }
    }

    /// Whether a topic is so only after an offer.
    pub fn is_later(&self, topic: &Topic) -> bool {
        self.places.is_later_topic(topic)
    }

    /// What a stretch asks about: the topic that weighs most, and a second one where it joins two. What is so only after
    /// an offer stands before them: whether it is so yet, the conversation knows. `least` is what a topic must weigh
    /// whose words do not stand in it; without, none may be meant but by its words.
    ///
    /// `barred` are kinds of general questions that it cannot be.
    ///
    /// `free` where it lets him choose between two things.
    pub fn topics(
        &self,
        stretch: Span,
        text: &str,
        least: Option<i64>,
        barred: &[&str],
        free: bool,
    ) -> Vec<Asked> {
        let question = stretch.of(text);
        let cued = self.cued(stretch);
        let mut ranked = self.ranked(stretch, text, &cued);
        self.decide(question, free, &mut ranked);
        let cue = |place: usize| cued.iter().any(|cue| cue.topic == place);
        let shown = |place: usize, weight: i64| cue(place) || least.is_some_and(|least| weight >= least);
        let barred = |place: usize| self.places.general(place).is_some_and(|kind| barred.contains(&kind));
        ranked.retain(|(place, weight)| *weight > 0 && shown(*place, *weight) && !barred(*place));
        let (later, now): (Vec<_>, Vec<_>) =
            ranked.into_iter().partition(|(place, _)| self.places.is_later(*place));
        let best = now.first().map_or(0, |(_, weight)| *weight);
        let mut found: Vec<usize> =
            later.into_iter().take(1).filter(|(_, weight)| *weight >= best).map(|(place, _)| place).collect();
        found.extend(now.first().map(|(place, _)| *place));
        // One clause may ask two things if it says so, "your name and number"; a passing word of another topic is no
        // question about it.
        if JOINING.iter().any(|and| question.contains(and)) {
            found.extend(now.get(1).and_then(|(place, _)| self.is_apart(stretch, now.first()?.0, *place)));
        }
        let weight = |place: usize| now.iter().find(|(at, _)| *at == place).map_or(0, |(_, weight)| *weight);
        let mut asked: Vec<Asked> = found
            .iter()
            .map(|place| Asked { weight: weight(*place), ..self.places.topic(*place).into() })
            .collect();
        // Where it is as near to another topic, only he who asks can say which he means.
        let two = alternatives(question).is_some();
        if let (false, [one], Some((_, weight))) = (two, asked.as_mut_slice(), now.first()) {
            let near = now.get(1).filter(|(_, other)| *other >= weight - DOUBT);
            // What any customer is asked is part of what his own words already ask for.
            let own =
                now.first().is_some_and(|(place, _)| cue(*place) && self.places.general(*place).is_none());
            let rival = |topic: &Topic| !(topic.is_courtesy() || own && matches!(topic, Topic::General(_)));
            one.rivals.extend(near.map(|(place, _)| self.places.topic(*place)).filter(rival));
        }
        asked
    }

    /// Where a question puts two things before him and its topic is not clear, what is told has to name one of them: of the
    /// topics that weigh most, one that does goes first; where none does, it is about none.
    fn decide(&self, question: &str, free: bool, ranked: &mut Vec<(usize, i64)>) {
        let first = ranked.first().map_or(0, |(_, weight)| *weight);
        // What he would like is seldom written down, however near it is to what is.
        if first >= PLAIN && !free {
            return;
        }
        let Some(telling) = self.telling(question) else { return };
        let telling = telling.concat();
        let least = if free { VAGUE } else { LEAST };
        let decides =
            |(place, weight): &(usize, i64)| weight + NAMING >= least && self.tells(*place, &telling);
        match ranked.iter().take(NEAR).position(decides) {
            Some(at) => {
                let (place, weight) = ranked.remove(at);
                ranked.insert(0, (place, (weight + NAMING).max(first)));
            }
            None if first < VAGUE || free => {
                ranked.retain(|(place, _)| self.places.general(*place).is_some());
            }
            None => {}
        }
    }

    /// Of two things that a stretch puts before him the one he names. What he would like is for him to say; of what is so the
    /// one that what is written of him speaks of, or the last where nothing does; none where that speaks of both.
    pub fn choice(&self, question: &str, free: bool) -> Option<Span> {
        let last = last_choice(question)?;
        let [one, other] = self.telling(question)?;
        let occurs = |units: &[Unit]| (0..self.told.len()).any(|place| self.tells(place, units));
        match (occurs(&one), occurs(&other)) {
            (true, false) => first_choice(question).or_else(|| Some(last).filter(|_| free)),
            (true, true) if !free => None,
            _ => Some(last),
        }
    }

    /// What tells the two things apart that a stretch puts before him.
    fn telling(&self, question: &str) -> Option<[Vec<Unit>; 2]> {
        let [one, other] = alternatives(question)?.map(|side| tokens(side.of(question)));
        let apart = |these: &[Unit], those: &[Unit]| -> Vec<Unit> {
            let own = these.iter().filter(|unit| !those.contains(unit));
            own.filter(|unit| self.ranker.rarity(**unit) >= TELLING).copied().collect()
        };
        Some([apart(&one, &other), apart(&other, &one)])
    }

    /// Whether what is told of a topic holds one of some units.
    fn tells(&self, place: usize, units: &[Unit]) -> bool {
        let told = self.told.get(place).map(Vec::as_slice).unwrap_or_default();
        units.iter().any(|unit| told.binary_search(unit).is_ok())
    }

    /// All topics, the heaviest first.
    fn ranked(&self, stretch: Span, text: &str, cued: &[Cued]) -> Vec<(usize, i64)> {
        let weights = self.ranker.weigh(stretch.of(text), cued);
        let mut ranked: Vec<(usize, i64)> = weights.into_iter().enumerate().collect();
        ranked.sort_by_key(|(place, weight)| (std::cmp::Reverse(*weight), *place));
        ranked
    }

    /// The topic at `place` if words of it stand in the stretch beside those of the topic at `first`.
    fn is_apart(&self, stretch: Span, first: usize, place: usize) -> Option<usize> {
        let of = |topic: usize| {
            let inside = self.facts.iter().filter(move |hit| hit.span.overlaps(stretch));
            inside.filter(move |hit| hit.group as usize == topic)
        };
        let apart = |hit: &Hit| of(first).all(|other| !other.span.overlaps(hit.span));
        of(place).any(apart).then_some(place)
    }

    /// The cues of offers in a stretch.
    pub(super) fn bid(&self, stretch: Span) -> Vec<Cued> {
        let inside = self.offers.iter().filter(|hit| hit.span.overlaps(stretch));
        inside
            .map(|hit| Cued { topic: (hit.group >> 1) as usize, size: hit.span.end - hit.span.start })
            .collect()
    }

    /// The cues in a stretch.
    pub(super) fn cued(&self, stretch: Span) -> Vec<Cued> {
        let inside = self.facts.iter().filter(|hit| hit.span.overlaps(stretch));
        inside.map(|hit| Cued { topic: hit.group as usize, size: hit.span.end - hit.span.start }).collect()
    }
}

/// A topic that is asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Which.
    pub topic: Topic,
    /// What else may be meant.
    pub rivals: Vec<Topic>,
    /// What it weighs above "none of them", in thousandths; 0 where nothing was weighed.
    pub weight: i64,
}

impl From<Topic> for Asked {
    fn from(topic: Topic) -> Asked {
        Asked { topic, rivals: Vec::new(), weight: 0 }
    }
}

/// How much less another topic weighs at most, in thousandths, for him to ask which is meant. Who is asked back where she has
/// put it plainly finds him slow: of questions with two topics less than a logit apart, six of seven are about the heavier.
const DOUBT: i64 = 200;

/// How rare a word has to be, in hundredths of a natural logarithm, to tell one of two things.
const TELLING: i64 = 250;
/// Among how many topics one is sought that names one of two things, and what it weighs at least, in thousandths.
const NEAR: usize = 5;
const LEAST: i64 = 0;
/// What naming one of them counts, in thousandths.
const NAMING: i64 = 1000;
/// What the topic of such a question weighs where it is clear, and what it weighs at least to be believed without naming one.
const PLAIN: i64 = 2500;
const VAGUE: i64 = 1500;

/// What joins two things that are asked in one clause.
const JOINING: [&str; 8] = [" and ", " or ", "和", "跟", "还有", "以及", "、", "还是"];

/// The units of a normalised text that can name a thing: words, and characters of Han by two, or one that stands alone.
fn tokens(text: &str) -> Vec<Unit> {
    let han = text.chars().filter(|c| is_han(*c)).count();
    let single =
        |unit: &Unit| text.chars().any(|c| is_han(c) && units(c.encode_utf8(&mut [0; 4])).contains(unit));
    let all = units(text);
    if han <= 2 { all } else { all.into_iter().filter(|unit| !single(unit)).collect() }
}
