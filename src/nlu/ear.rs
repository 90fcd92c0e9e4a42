//! Which of the persona's facts a question is about, and which offers and demands a statement touches.

use crate::base::span::Span;
use crate::persona::lines::Line;
use crate::persona::model::{Authority, DetailTexts, FactTexts, OfferTexts, Persona, Texts};

use super::asking::pieces;
use super::clause::{Clause, clauses};
use super::corpus::GeneralQuestions;
use super::heard::Heard;
use super::matcher::{Hit, Matcher, MatcherBuilder};
use super::meanings::{Unit, units};
use super::normalise::{Normal, normalise};
use super::rank::form::Chosen;
use super::rank::{Hearing, Kind, Ranker, Signs, Wording};
use super::reading::{Topic, is_courtesy};

/// A persona's topics in one language, compiled.
#[derive(Clone)]
pub struct Ear {
    /// Facts and, numbered on from there, details and what any customer is asked.
    facts: Matcher,
    places: Places,
    offers: Matcher,
    demands: Matcher,
    words: Matcher,
    /// Offers within the trainee's authority, by place.
    allowed: Vec<bool>,
    /// Which of them a question is about.
    ranker: Ranker,
    /// Which offer is made.
    bids: Ranker,
    /// What is told of each fact and detail, by its units.
    told: Vec<Vec<Unit>>,
}

/// Where facts end and details begin, which details are so only after an offer, and what follows them.
#[derive(Clone)]
pub(super) struct Places {
    pub(super) facts: usize,
    pub(super) later: Vec<bool>,
    general: Vec<String>,
}

impl Places {
    pub(super) fn topic(&self, place: usize) -> Topic {
        let small = || place.checked_sub(self.facts).map_or(Topic::Fact(place), Topic::Detail);
        self.general(place).map_or_else(small, |kind| Topic::General(kind.to_owned()))
    }

    pub(super) fn general(&self, place: usize) -> Option<&str> {
        let at = place.checked_sub(self.facts + self.later.len())?;
        self.general.get(at).map(String::as_str)
    }

    pub(super) fn is_later_topic(&self, topic: &Topic) -> bool {
        matches!(topic, Topic::Detail(at) if self.later.get(*at).is_some_and(|later| *later))
    }

    pub(super) fn is_later(&self, place: usize) -> bool {
        place.checked_sub(self.facts).and_then(|at| self.later.get(at)).is_some_and(|later| *later)
    }
}

/// Kinds of questions any customer may be asked.
pub struct General {
    kinds: Vec<String>,
    matcher: Matcher,
}

impl General {
    /// Compiles the kinds. `None` where they exceed what an automaton can address.
    pub fn build(questions: &GeneralQuestions) -> Option<General> {
        let cues: Vec<&[String]> = questions.0.values().map(Vec::as_slice).collect();
        let matcher = compiled(&cues, |place, _| place)?;
        Some(General { kinds: questions.0.keys().cloned().collect(), matcher })
    }
}

impl Ear {
    /// Compiles a persona's topics. `None` where they exceed what an automaton can address.
    pub fn new(persona: &Persona, texts: &Texts, language: &Hearing) -> Option<Ear> {
        let grouped = |lists: &[&[String]]| compiled(lists, |place, _| place);
        let details = texts.details.iter().map(|d| d.ask.as_slice());
        let general = language.general.0.values().map(Vec::as_slice);
        let facts: Vec<&[String]> =
            texts.facts.iter().map(|f| f.ask.as_slice()).chain(details).chain(general).collect();
        let offers: Vec<&[String]> = texts.offers.iter().map(|o| o.cues.as_slice()).collect();
        let demands: Vec<&[String]> = texts.demands.iter().map(|d| d.cues.as_slice()).collect();
        debug_assert_eq!(texts.facts.len(), persona.facts.len());
        Some(Ear {
            facts: grouped(&facts)?,
            places: Places {
                facts: texts.facts.len(),
                later: texts.details.iter().map(|d| d.after.is_some()).collect(),
                general: language.general.0.keys().cloned().collect(),
            },
            offers: compiled(&offers, offer_group)?,
            demands: grouped(&demands)?,
            words: grouped(&[texts.words.as_slice()])?,
            allowed: persona.offers.iter().map(|offer| offer.authority != Authority::Beyond).collect(),
            ranker: Ranker::new(language, language.ranking.questions, &ranked(texts, language)),
            bids: Ranker::new(language, language.ranking.offers, &bids(texts)),
            told: wordings(texts)
                .iter()
                .map(|wording| units(normalise(&wording.told.join(" ")).text()))
                .collect(),
        })
    }

    /// For each clause of a message, the signs of every topic: facts, details, what any customer is asked.
    pub fn signs(&self, normal: &Normal) -> Vec<Vec<Signs>> {
        let heard = self.hear(normal);
        let text = normal.text();
        let parts = clauses(normal).into_iter().flat_map(|clause| pieces(&clause, text));
        parts.map(|part| self.ranker.signs(part.span.of(text), &heard.cued(part.span))).collect()
    }

    /// For each clause of a message, the signs of every offer.
    pub fn bid_signs(&self, normal: &Normal) -> Vec<Vec<Signs>> {
        let heard = self.hear(normal);
        let signs = |clause: &Clause| self.bids.signs(clause.span.of(normal.text()), &heard.bid(clause.span));
        clauses(normal).iter().map(signs).collect()
    }

    /// Which of two topics is meant by a message that follows his asking "this or that?": by its place, by its words, or
    /// both; none where the message says nothing of it.
    pub fn settled(&self, said: &str, pair: &[Topic; 2]) -> Vec<Topic> {
        let normal = normalise(said);
        let (text, heard, forms) = (normal.text(), self.hear(&normal), self.ranker.forms());
        let [one, other] = pair;
        match forms.chosen(text) {
            Some(Chosen::First) => return vec![one.clone()],
            Some(Chosen::Second) => return vec![other.clone()],
            Some(Chosen::Both) => return pair.to_vec(),
            None => {}
        }
        let parts = clauses(&normal).into_iter().flat_map(|clause| pieces(&clause, text));
        let weights: Vec<Vec<i64>> =
            parts.map(|part| self.ranker.weigh(part.span.of(text), &heard.cued(part.span))).collect();
        let most = |topic: &Topic| {
            let place = self.place(topic)?;
            weights.iter().filter_map(|weights| weights.get(place)).max().copied()
        };
        let least = most(one).max(most(other)).unwrap_or(i64::MIN);
        if least < -FAINT || most(one) == most(other) {
            return Vec::new();
        }
        vec![if most(one) > most(other) { one.clone() } else { other.clone() }]
    }

    /// The place of a topic among those signs.
    pub fn place(&self, topic: &Topic) -> Option<usize> {
        let (facts, details) = (self.places.facts, self.places.later.len());
        match topic {
            Topic::Fact(place) => Some(*place),
            Topic::Detail(place) => Some(facts + place),
            Topic::General(kind) => {
                self.places.general.iter().position(|known| known == kind).map(|at| facts + details + at)
            }
            Topic::Unknown => None,
        }
    }

    /// What a message touches.
    pub fn hear(&self, normal: &Normal) -> Heard<'_> {
        let text = normal.text();
        let mut demands: Vec<usize> = self.demands.find(text).iter().map(|hit| hit.group as usize).collect();
        demands.sort_unstable();
        demands.dedup();
        let words: Vec<Span> = self.words.find(text).iter().map(|hit| hit.span).collect();
        Heard {
            facts: self.facts.find(text),
            offers: self.offers.find(text),
            demands,
            specific: !words.is_empty(),
            words,
            allowed: &self.allowed,
            ranker: &self.ranker,
            bids: &self.bids,
            places: &self.places,
            told: &self.told,
        }
    }
}

/// What is written about each topic of a customer: facts, then details.
pub fn wordings(texts: &Texts) -> Vec<Wording> {
    let told = |lines: &[Line]| lines.iter().map(Line::text).collect();
    let fact = |fact: &FactTexts| Wording {
        asked: fact.ask.iter().chain([&fact.question, &fact.about]).cloned().collect(),
        examples: examples(&fact.examples, &fact.called),
        told: told(&fact.tell),
    };
    let small = |detail: &DetailTexts| Wording {
        asked: detail.ask.clone(),
        examples: examples(&detail.examples, &detail.called),
        told: told(&detail.tell),
    };
    texts.facts.iter().map(fact).chain(texts.details.iter().map(small)).collect()
}

/// What he calls it is a way to ask for it.
fn examples(examples: &[String], called: &String) -> Vec<String> {
    examples.iter().chain(Some(called).filter(|called| !called.is_empty())).cloned().collect()
}

/// The same with what any customer is asked, each with its kind.
fn ranked(texts: &Texts, language: &Hearing) -> Vec<(Kind, Wording)> {
    let general = language.general.0.iter().map(|(kind, cues)| {
        let wording = Wording { asked: cues.clone(), examples: Vec::new(), told: Vec::new() };
        (if is_courtesy(kind) { Kind::Courtesy } else { Kind::General }, wording)
    });
    wordings(texts).into_iter().map(|wording| (Kind::Own, wording)).chain(general).collect()
}

/// How each offer is put.
fn bids(texts: &Texts) -> Vec<(Kind, Wording)> {
    let bid = |offer: &OfferTexts| Wording {
        asked: offer.cues.iter().chain([&offer.name, &offer.example]).cloned().collect(),
        examples: Vec::new(),
        told: Vec::new(),
    };
    texts.offers.iter().map(|offer| (Kind::Own, bid(offer))).collect()
}

/// How much less than "none of them" an answer to "this or that?" weighs at most, in thousandths, to be about one of the two.
const FAINT: i64 = 500;

/// The last bit of an offer's group: its wording holds a "not" of its own.
pub(super) const DENYING: u32 = 1;
const NOTS: [&str; 8] = ["不", "没", "未", "免", "no ", "not ", "n't", "without"];

/// Twice the offer's place, and one more where the wording itself says "not".
fn offer_group(place: u32, cue: &str) -> u32 {
    let words = normalise(cue);
    place << 1 | u32::from(NOTS.iter().any(|not| words.text().contains(not)))
}

/// Lists of cues as one matcher; `group` makes a hit's group of a list's place and the cue.
fn compiled(lists: &[&[String]], group: impl Fn(u32, &str) -> u32) -> Option<Matcher> {
    let mut builder = MatcherBuilder::for_topics();
    for (place, cues) in lists.iter().enumerate() {
        cues.iter().for_each(|cue| builder.add(group(place as u32, cue), cue));
    }
    builder.build()
}

impl General {
    /// Where words of any kind stand in a text.
    pub fn find(&self, text: &str) -> Vec<Hit> {
        self.matcher.find(text)
    }

    /// The kinds whose words stand in a stretch, the longest wording first, with the bytes of it.
    pub fn kinds(&self, hits: &[Hit], stretch: Span) -> Vec<(String, u32)> {
        let mut found: Vec<(String, u32)> = Vec::new();
        for hit in hits.iter().filter(|hit| hit.span.overlaps(stretch)) {
            let size = hit.span.end - hit.span.start;
            let Some(kind) = self.kinds.get(hit.group as usize) else { continue };
            match found.iter_mut().find(|(known, _)| known == kind) {
                Some((_, most)) => *most = (*most).max(size),
                None => found.push((kind.clone(), size)),
            }
        }
        found.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
        found
    }
}
