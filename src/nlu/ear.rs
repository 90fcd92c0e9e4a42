//! Which of the persona's facts a question is about, and which offers and demands a statement touches.

use std::sync::Arc;

use crate::base::moves::Move;
use crate::base::span::Span;
use crate::persona::lines::Line;
use crate::persona::model::{Authority, DetailTexts, FactTexts, Persona, Texts};

use super::alike::{Alike, Wording};
use super::asking::is_asked;
use super::context::Scene;
use super::corpus::GeneralQuestions;
use super::matcher::{Hit, Matcher, MatcherBuilder};
use super::meanings::Meanings;
use super::normalise::{Normal, normalise};
use super::progress::is_done;
use super::reader::Candidate;
use super::reading::{OfferHit, Topic};
use super::slots::SlotKind;

/// A persona's topics in one language, compiled.
#[derive(Clone)]
pub struct Ear {
    /// Facts and, numbered on from there, details.
    facts: Matcher,
    places: Places,
    offers: Matcher,
    demands: Matcher,
    words: Matcher,
    /// Offers within the trainee's authority, by place.
    allowed: Vec<bool>,
    /// For questions that no cue fits.
    alike: Alike,
}

/// Where facts end and details begin, and which details are so only after an offer.
#[derive(Clone)]
struct Places {
    facts: usize,
    later: Vec<bool>,
}

impl Places {
    fn topic(&self, place: usize) -> Topic {
        place.checked_sub(self.facts).map_or(Topic::Fact(place), Topic::Detail)
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
    offers: Vec<Hit>,
    /// Demands touched, by place.
    pub demands: Vec<usize>,
    /// Whether it names anything of the situation.
    pub specific: bool,
    /// What names it.
    words: Vec<Span>,
    allowed: &'a [bool],
    alike: &'a Alike,
    places: &'a Places,
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
    pub fn new(persona: &Persona, texts: &Texts, meanings: &Arc<Meanings>) -> Option<Ear> {
        let grouped = |lists: &[&[String]]| compiled(lists, |place, _| place);
        let details = texts.details.iter().map(|d| d.ask.as_slice());
        let facts: Vec<&[String]> = texts.facts.iter().map(|f| f.ask.as_slice()).chain(details).collect();
        let offers: Vec<&[String]> = texts.offers.iter().map(|o| o.cues.as_slice()).collect();
        let demands: Vec<&[String]> = texts.demands.iter().map(|d| d.cues.as_slice()).collect();
        debug_assert_eq!(texts.facts.len(), persona.facts.len());
        Some(Ear {
            facts: grouped(&facts)?,
            places: Places {
                facts: texts.facts.len(),
                later: texts.details.iter().map(|d| d.after.is_some()).collect(),
            },
            offers: compiled(&offers, offer_group)?,
            demands: grouped(&demands)?,
            words: grouped(&[texts.words.as_slice()])?,
            allowed: persona.offers.iter().map(|offer| offer.authority != Authority::Beyond).collect(),
            alike: Alike::new(Arc::clone(meanings), &wordings(texts)),
        })
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
            alike: &self.alike,
            places: &self.places,
        }
    }
}

/// What is written about each topic of a customer: facts, then details.
pub fn wordings(texts: &Texts) -> Vec<Wording> {
    let told = |lines: &[Line]| lines.iter().map(Line::text).collect();
    let fact = |fact: &FactTexts| Wording {
        asked: fact.ask.iter().chain([&fact.question, &fact.about]).cloned().collect(),
        told: told(&fact.tell),
    };
    let small = |detail: &DetailTexts| Wording { asked: detail.ask.clone(), told: told(&detail.tell) };
    texts.facts.iter().map(fact).chain(texts.details.iter().map(small)).collect()
}

/// The last bit of an offer's group: its wording holds a "not" of its own.
const DENYING: u32 = 1;
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
        self.facts.iter().any(|hit| hit.span.overlaps(stretch))
    }

    /// Whether a topic is so only after an offer.
    pub fn is_later(&self, topic: &Topic) -> bool {
        self.places.is_later_topic(topic)
    }

    /// Offers made, the longest wording of each, in order of appearance. What is denied or refused is no offer.
    pub fn offers(&self, scene: &Scene<'_>, candidates: &[Candidate]) -> Vec<OfferHit> {
        let mut best: Vec<Hit> = Vec::new();
        let made = |hit: &&Hit| {
            !is_denied(scene, candidates, hit.span, hit.group & DENYING == 0)
                && !is_only_asked(scene, hit.span)
        };
        let hits = self.offers.iter().filter(made).map(|hit| Hit { group: hit.group >> 1, ..*hit });
        let size = |h: &Hit| h.span.end - h.span.start;
        for hit in hits {
            match best.iter_mut().find(|kept| kept.group == hit.group) {
                Some(kept) if size(kept) < size(&hit) => *kept = hit,
                Some(_) => {}
                None => best.push(hit),
            }
        }
        best.sort_by_key(|hit| hit.span);
        let offer = |hit: &Hit| OfferHit {
            offer: hit.group as usize,
            span: scene.normal.original_span(hit.span),
            done: is_done(scene, hit.span),
            money: money(scene, hit.span),
        };
        best.iter().map(offer).collect()
    }

    /// What a stretch asks about, and how many bytes of wording say so: the facts and details with the most wording
    /// found in it, or else, with none, the one whose own question is most alike. What is so only after an offer stands
    /// beside them: whether it is so yet, the conversation knows.
    pub fn topics(&self, stretch: Span, text: &str, open: bool) -> (Vec<Topic>, u32) {
        let inside: Vec<&Hit> = self.facts.iter().filter(|hit| hit.span.overlaps(stretch)).collect();
        let weight = |fact: u32| -> u32 {
            inside.iter().filter(|h| h.group == fact).map(|h| h.span.end - h.span.start).sum()
        };
        let mut cued: Vec<u32> = inside.iter().map(|hit| hit.group).collect();
        cued.sort_unstable();
        cued.dedup();
        cued.sort_by_key(|fact| (std::cmp::Reverse(weight(*fact)), *fact));
        let (later, mut cued): (Vec<u32>, Vec<u32>) =
            cued.into_iter().partition(|place| self.places.is_later(*place as usize));
        let question = stretch.of(text);
        // A short cue among words that are strange to its fact is chance.
        let meant =
            |place: &u32| weight(*place) >= TELLING || self.alike.share(question, *place as usize) >= SHARE;
        cued.retain(meant);
        // One clause may ask two things if it says so, "your name and number"; a passing word of another fact is no
        // question about it.
        let most = cued.first().map_or(0, |fact| weight(*fact));
        let best = cued.first().copied().unwrap_or_default();
        let two = JOINING.iter().any(|and| question.contains(and));
        cued.retain(|fact| two && weight(*fact) * 4 >= most * 3 || *fact == best);
        let mut found: Vec<usize> = later.into_iter().map(|place| place as usize).collect();
        found.extend(cued.iter().take(2).map(|place| *place as usize));
        if cued.is_empty() {
            let alike = open.then(|| self.alike.fact(question)).flatten();
            found.extend(alike.filter(|place| !found.contains(place)));
        }
        (found.into_iter().map(|place| self.places.topic(place)).collect(), most)
    }
}

/// The most money that is named with an offer.
fn money(scene: &Scene<'_>, offer: Span) -> Option<i64> {
    let (_, clause) = scene.clause_at(offer.start)?;
    let sums = |stretch: Span| {
        let inside =
            scene.found.slots.iter().filter(move |s| s.kind == SlotKind::Money && s.span.overlaps(stretch));
        inside.map(|slot| slot.value.number()).max()
    };
    let mates = || scene.clauses.iter().filter(|other| other.sentence == clause.sentence);
    sums(clause.span).or_else(|| mates().filter_map(|other| sums(other.span)).max())
}

/// What joins two things that are asked in one clause.
const JOINING: [&str; 8] = [" and ", " or ", "和", "跟", "还有", "以及", "、", "还是"];

/// Bytes of a cue that tells by itself what is asked: five characters of Han, or two or three words. And percent of
/// nearness that a question must have to a fact whose cue is shorter.
const TELLING: u32 = 14;
const SHARE: u32 = 12;

/// What makes a question an offer.
const OFFERING: [&str; 56] = [
    "要不",
    "需不需要",
    "需要",
    "我",
    "给您",
    "给你",
    "帮您",
    "帮你",
    "为您",
    "好吗",
    "行吗",
    "可以吗",
    "好不",
    "行不",
    "可不可以",
    "能不能",
    "怎么样",
    "如何",
    "接受",
    "同意",
    "考虑",
    "愿",
    "还是",
    "成吗",
    "shall",
    "would you like",
    "do you want",
    "want me",
    "want us",
    "can i",
    "could i",
    "may i",
    "how about",
    "what about",
    "what if",
    "i can",
    "i could",
    "i'll",
    "we can",
    "we could",
    "we'll",
    "let me",
    " ok",
    "okay",
    "would you accept",
    "would you take",
    "u want",
    "should i",
    "should we",
    "would that",
    "does that",
    "would a",
    "would it",
    "alright",
    "work for you",
    "if i",
];

/// Whether an offer's words stand in a question about it that offers nothing: "when can Mr Hahn come?"
fn is_only_asked(scene: &Scene<'_>, offer: Span) -> bool {
    let text = scene.normal.text();
    let Some((_, clause)) = scene.clause_at(offer.start) else { return false };
    let words = clause.span.of(text);
    is_asked(clause, text) && !OFFERING.iter().any(|word| words.contains(word))
}

/// Whether an offer's words stand in a refusal, behind a "not" in the same clause, or in the customer's own mouth.
///
/// `affirms` is false for offers whose own wording holds a "not": "no change fee".
fn is_denied(scene: &Scene<'_>, candidates: &[Candidate], offer: Span, affirms: bool) -> bool {
    let Some((_, clause)) = scene.clause_at(offer.start) else { return false };
    let refused = candidates.iter().any(|c| {
        matches!(c.mv, Move::RefuseFlat | Move::RefuseWithReason | Move::PolicyWall | Move::Deflect)
            && c.margin >= REFUSED
            && c.span.overlaps(offer)
    });
    let exempt = |span: Span| scene.class_spans("no_denial").any(|other| other.overlaps(span));
    let ahead = Span { start: clause.span.start, end: offer.start };
    let near = |span: Span| offer.start - span.end <= DENIAL;
    let before = |class: &str| scene.class_spans_in(class, ahead).any(|span| near(span) && !exempt(span));
    // 主管没同意: the "not" stands in the gap of the offer's own words.
    let within = || affirms && scene.class_spans_in("negation", offer).any(|span| !exempt(span));
    let fails = || scene.class_spans_in("setback", clause.span).any(|span| !exempt(span));
    refused || before("negation") || before("quote_verb") || within() || affirms && fails()
}

/// From here on, in thousandths, a refusal takes back the offer whose words it uses.
const REFUSED: i32 = 450;

/// Most bytes between a "not" and the offer it denies: five characters of Han, or three short words.
const DENIAL: u32 = 16;
