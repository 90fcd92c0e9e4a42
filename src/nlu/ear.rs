//! Which of the persona's facts a question is about, and which offers and demands a statement touches.

use crate::base::span::Span;
use crate::persona::lines::Line;
use crate::persona::model::{Authority, DetailTexts, FactTexts, OfferTexts, Persona, Texts};

use super::asking::pieces;
use super::choosing::{alternatives, first_choice, is_preference, last_choice};
use super::clause::{Clause, clauses};
use super::corpus::GeneralQuestions;
use super::matcher::{Hit, Matcher, MatcherBuilder};
use super::meanings::{Unit, units};
use super::normalise::{Normal, is_han, normalise};
use super::rank::form::Chosen;
use super::rank::{Cued, Hearing, Kind, Ranker, Signs, Wording};
use super::reading::{OfferHit, Topic, is_courtesy};

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
struct Places {
    facts: usize,
    later: Vec<bool>,
    general: Vec<String>,
}

impl Places {
    fn topic(&self, place: usize) -> Topic {
        let small = || place.checked_sub(self.facts).map_or(Topic::Fact(place), Topic::Detail);
        self.general(place).map_or_else(small, |kind| Topic::General(kind.to_owned()))
    }

    fn general(&self, place: usize) -> Option<&str> {
        let at = place.checked_sub(self.facts + self.later.len())?;
        self.general.get(at).map(String::as_str)
    }

    fn is_later_topic(&self, topic: &Topic) -> bool {
        matches!(topic, Topic::Detail(at) if self.later.get(*at).is_some_and(|later| *later))
    }

    fn is_later(&self, place: usize) -> bool {
        place.checked_sub(self.facts).and_then(|at| self.later.get(at)).is_some_and(|later| *later)
    }
}

/// What a message touches.
pub struct Heard<'a> {
    facts: Vec<Hit>,
    pub(super) offers: Vec<Hit>,
    /// Demands touched, by place.
    pub demands: Vec<usize>,
    /// Whether it names anything of the situation.
    pub specific: bool,
    /// What names it.
    words: Vec<Span>,
    allowed: &'a [bool],
    ranker: &'a Ranker,
    pub(super) bids: &'a Ranker,
    places: &'a Places,
    told: &'a [Vec<Unit>],
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

/// The units of a normalised text that can name a thing: words, and characters of Han by two, or one that stands alone.
fn tokens(text: &str) -> Vec<Unit> {
    let han = text.chars().filter(|c| is_han(*c)).count();
    let single =
        |unit: &Unit| text.chars().any(|c| is_han(c) && units(c.encode_utf8(&mut [0; 4])).contains(unit));
    let all = units(text);
    if han <= 2 { all } else { all.into_iter().filter(|unit| !single(unit)).collect() }
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

    /// Whether a topic is so only after an offer.
    pub fn is_later(&self, topic: &Topic) -> bool {
        self.places.is_later_topic(topic)
    }

    /// What a stretch asks about: the topic that weighs most, and a second one where it joins two. What is so only after
    /// an offer stands before them: whether it is so yet, the conversation knows. `least` is what a topic must weigh
    /// whose words do not stand in it; without, none may be meant but by its words.
    ///
    /// `barred` are kinds of general questions that it cannot be.
    pub fn topics(&self, stretch: Span, text: &str, least: Option<i64>, barred: &[&str]) -> Vec<Asked> {
        let question = stretch.of(text);
        let cued = self.cued(stretch);
        let mut ranked = self.ranked(stretch, text, &cued);
        self.decide(question, &mut ranked);
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
            one.rivals.extend(near.map(|(place, _)| self.places.topic(*place)).filter(|t| !t.is_courtesy()));
        }
        asked
    }

    /// The two topics that a question nobody prepared is nearest to, if any is near.
    pub fn nearest(&self, stretch: Span, text: &str, barred: &[&str]) -> Vec<Topic> {
        let apt = |place: usize| {
            !self.places.is_later(place)
                && !self.places.general(place).is_some_and(|kind| barred.contains(&kind) || is_courtesy(kind))
        };
        let ranked = self.ranked(stretch, text, &self.cued(stretch));
        let near: Vec<Topic> = ranked
            .into_iter()
            .filter(|(place, weight)| *weight >= -FAINT && apt(*place))
            .take(2)
            .map(|(place, _)| self.places.topic(place))
            .collect();
        if near.len() == 2 { near } else { Vec::new() }
    }

    /// Where a question puts two things before him and its topic is not clear, what is told has to name one of them: of the
    /// topics that weigh most, one that does goes first; where none does, it is about none.
    fn decide(&self, question: &str, ranked: &mut Vec<(usize, i64)>) {
        let first = ranked.first().map_or(0, |(_, weight)| *weight);
        // What he would like is seldom written down, however near it is to what is.
        let free = is_preference(question);
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

    /// Of two things that a stretch puts before him the one that what is written of him speaks of; the last, unless only the
    /// first occurs there.
    pub fn choice(&self, question: &str) -> Option<Span> {
        let last = last_choice(question)?;
        let [one, other] = self.telling(question)?;
        let occurs = |units: &[Unit]| (0..self.told.len()).any(|place| self.tells(place, units));
        let first = || first_choice(question).filter(|_| occurs(&one) && !occurs(&other));
        Some(first().unwrap_or(last))
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
    fn bid(&self, stretch: Span) -> Vec<Cued> {
        let inside = self.offers.iter().filter(|hit| hit.span.overlaps(stretch));
        inside
            .map(|hit| Cued { topic: (hit.group >> 1) as usize, size: hit.span.end - hit.span.start })
            .collect()
    }

    /// The cues in a stretch.
    fn cued(&self, stretch: Span) -> Vec<Cued> {
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

/// How much less another topic weighs, in thousandths, that may as well be meant: of such questions, about half are about
/// the one that weighs most; of the others, nineteen in twenty.
const DOUBT: i64 = 1000;

/// How much less than "none of them" a topic weighs at most, in thousandths, for him to ask whether it is meant.
const FAINT: i64 = 500;

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
