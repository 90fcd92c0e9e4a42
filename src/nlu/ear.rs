//! Which of the persona's facts a question is about, and which offers and demands a statement touches.

use crate::base::moves::{Family, Move};
use crate::base::span::Span;
use crate::persona::lines::Line;
use crate::persona::model::{DetailTexts, FactTexts, Persona, Texts};

use super::alike::{Alike, Wording};
use super::asking::is_asked;
use super::context::Scene;
use super::corpus::{GeneralQuestions, Synonyms};
use super::matcher::{Hit, Matcher, MatcherBuilder};
use super::normalise::Normal;
use super::reader::{Candidate, single};
use super::reading::{OfferHit, Question, Topic};

/// A persona's topics in one language, compiled.
#[derive(Clone)]
pub struct Ear {
    /// Facts and, numbered on from there, details.
    facts: Matcher,
    places: Places,
    offers: Matcher,
    demands: Matcher,
    words: Matcher,
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
        let mut builder = MatcherBuilder::default();
        for (place, cues) in questions.0.values().enumerate() {
            cues.iter().for_each(|cue| builder.add(place as u32, cue));
        }
        Some(General { kinds: questions.0.keys().cloned().collect(), matcher: builder.build()? })
    }
}

impl Ear {
    /// Compiles a persona's topics. `None` where they exceed what an automaton can address.
    pub fn new(persona: &Persona, texts: &Texts, synonyms: &Synonyms) -> Option<Ear> {
        let grouped = |lists: &[&[String]]| {
            let mut builder = MatcherBuilder::default();
            for (place, cues) in lists.iter().enumerate() {
                cues.iter().for_each(|cue| builder.add(place as u32, cue));
            }
            builder.build()
        };
        let details = texts.details.iter().map(|d| d.ask.as_slice());
        let facts: Vec<&[String]> = texts.facts.iter().map(|f| f.ask.as_slice()).chain(details).collect();
        let offers: Vec<&[String]> = texts.offers.iter().map(|o| o.cues.as_slice()).collect();
        let demands: Vec<&[String]> = texts.demands.iter().map(|d| d.cues.as_slice()).collect();
        debug_assert_eq!(facts.len(), persona.facts.len());
        let wording = |fact: &FactTexts| Wording {
            asked: fact.ask.iter().chain([&fact.question, &fact.about]).cloned().collect(),
            told: fact.tell.iter().map(Line::text).collect(),
        };
        let small = |detail: &DetailTexts| Wording {
            asked: detail.ask.clone(),
            told: detail.tell.iter().map(Line::text).collect(),
        };
        let wordings: Vec<Wording> =
            texts.facts.iter().map(wording).chain(texts.details.iter().map(small)).collect();
        Some(Ear {
            facts: grouped(&facts)?,
            places: Places {
                facts: texts.facts.len(),
                later: texts.details.iter().map(|d| d.after.is_some()).collect(),
            },
            offers: grouped(&offers)?,
            demands: grouped(&demands)?,
            words: single(&texts.words)?,
            alike: Alike::new(synonyms, &persona.industry, &wordings)?,
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
            alike: &self.alike,
            places: &self.places,
        }
    }
}

impl Heard<'_> {
    /// Offers made, the longest wording of each, in order of appearance. What is denied or refused is no offer.
    pub fn offers(&self, scene: &Scene<'_>, candidates: &[Candidate]) -> Vec<OfferHit> {
        let mut best: Vec<Hit> = Vec::new();
        for hit in self.offers.iter().filter(|hit| !is_denied(scene, candidates, hit.span)) {
            let size = |h: &Hit| h.span.end - h.span.start;
            match best.iter_mut().find(|kept| kept.group == hit.group) {
                Some(kept) if size(kept) < size(hit) => *kept = *hit,
                Some(_) => {}
                None => best.push(*hit),
            }
        }
        best.sort_by_key(|hit| hit.span);
        let offer = |hit: &Hit| OfferHit {
            offer: hit.group as usize,
            span: scene.normal.original_span(hit.span),
            done: is_done(scene, hit.span),
        };
        best.iter().map(offer).collect()
    }

    /// What a stretch asks about, and how many bytes of wording say so: the facts and details with the most wording
    /// found in it, or else, with none, the one whose own question is most alike. What is so only after an offer stands
    /// beside them: whether it is so yet, the conversation knows.
    fn topics(&self, stretch: Span, text: &str, open: bool) -> (Vec<Topic>, u32) {
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
        // One clause may ask two things; a passing word of another fact is no question about it.
        let most = cued.first().map_or(0, |fact| weight(*fact));
        cued.retain(|fact| weight(*fact) * 2 >= most);
        let mut found: Vec<usize> = later.into_iter().take(1).map(|place| place as usize).collect();
        found.extend(cued.iter().take(2).map(|place| *place as usize));
        if cued.is_empty() {
            let question = stretch.of(text);
            let reminds = || open.then(|| self.alike.reminds(question)).flatten().filter(|place| *place < self.places.facts);
            let alike = self.alike.fact(question).or_else(reminds);
            found.extend(alike.filter(|place| !found.contains(place)));
        }
        (found.into_iter().map(|place| self.places.topic(place)).collect(), most)
    }
}

/// What may stand between a Chinese verb and the 了 that says it is done.
const RESULTS: [char; 9] = ['上', '好', '到', '完', '掉', '过', '来', '去', '住'];

/// Whether an offer's words say that it has happened, or is happening: no time to come stands beside them, and no
/// question is asked.
fn is_done(scene: &Scene<'_>, offer: Span) -> bool {
    let text = scene.normal.text();
    let Some((_, clause)) = scene.clause_at(offer.start) else { return false };
    let to_come = |s: &super::slots::Slot| {
        s.kind.is_by_when() && s.value.number() >= 0 && s.span.overlaps(clause.span)
    };
    if is_asked(clause, text) || scene.found.slots.iter().any(to_come) || scene.has("will", clause.span) {
        return false;
    }
    let rest = text.get(offer.end as usize..clause.span.end as usize).unwrap_or_default();
    let ended = offer.of(text).ends_with('了')
        || rest.trim_start_matches(RESULTS).starts_with('了') && !rest.contains("了吧");
    let words = clause.span.of(text);
    let supposed = || SUPPOSED.iter().any(|word| words.contains(word));
    ended || scene.has("done", clause.span) && !supposed()
}

/// What makes a thing done one that is only thought of.
const SUPPOSED: [&str; 12] =
    ["can ", "could", "would", "if ", "shall", "let me", "want", "如果", "要是", "可以", "等", "能"];

/// Whether an offer's words stand in a refusal, behind a "not" in the same clause, or in the customer's own mouth.
fn is_denied(scene: &Scene<'_>, candidates: &[Candidate], offer: Span) -> bool {
    let Some((_, clause)) = scene.clause_at(offer.start) else { return false };
    let refused = candidates.iter().any(|c| {
        matches!(c.mv, Move::RefuseFlat | Move::RefuseWithReason | Move::PolicyWall | Move::Deflect)
            && c.span.overlaps(offer)
    });
    let exempt = |span: Span| scene.class_spans("no_denial").any(|other| other.overlaps(span));
    let ahead = Span { start: clause.span.start, end: offer.start };
    let near = |span: Span| offer.start - span.end <= DENIAL;
    let before = |class: &str| scene.class_spans_in(class, ahead).any(|span| near(span) && !exempt(span));
    refused || before("negation") || before("quote_verb")
}

/// Most bytes between a "not" and the offer it denies: five characters of Han, or three short words.
const DENIAL: u32 = 16;

/// The questions of a message with what they are about. A clause asks if it ends in a question mark, if the model
/// hears a question in it, or if it is a request that touches a fact.
pub fn questions(
    scene: &Scene<'_>,
    candidates: &[Candidate],
    heard: Option<&Heard<'_>>,
    general: &General,
) -> Vec<Question> {
    let text = scene.normal.text();
    let kinds = general.matcher.find(text);
    let mut questions: Vec<Question> = Vec::new();
    for clause in scene.clauses {
        let asking = |c: &Candidate| {
            matches!(c.mv, Move::OpenQuestion | Move::ClosedQuestion | Move::RepeatRequest)
                && c.span == clause.span
                && c.margin >= CLEAR
        };
        let words = clause.span.of(text);
        let marked = is_asked(clause, text);
        let asks = marked || !states_something(candidates, clause.span) && candidates.iter().any(asking);
        let wondered = !asks && wonders(scene, candidates, clause.span);
        if !asks && !wondered && !is_request(scene, candidates, clause.span) {
            continue;
        }
        // What to do to mend it is no question about it, however it is put.
        let offers = |h: &Heard<'_>| h.offers.iter().any(|hit| hit.span.overlaps(clause.span));
        if !marked && heard.is_some_and(offers) {
            continue;
        }
        let open = marked && scene.has("question_word", clause.span) && !words.ends_with('吗');
        let (prepared, worded) = heard.map_or((Vec::new(), 0), |h| h.topics(clause.span, text, open));
        let size = |hit: &&Hit| hit.span.end - hit.span.start;
        let kind = kinds.iter().filter(|hit| hit.span.overlaps(clause.span)).max_by_key(size);
        // What any customer is asked in so many words is not about a fact that is merely alike.
        let chooses = marked && is_choice(scene, words);
        let standing = chooses || kind.is_some_and(|hit| size(&hit) > worded);
        let kind = kind.and_then(|hit| general.kinds.get(hit.group as usize)).cloned();
        let kind = chooses.then(|| CHOICE.to_owned()).or(kind).map(Topic::General);
        let mut topics: Vec<Topic> = if standing { Vec::new() } else { prepared };
        if topics.is_empty() {
            let of_him = scene.has("you", clause.span) || PARTICLES.iter().any(|end| words.ends_with(end));
            let unknown = (asks || wondered && of_him) && is_plain_question(candidates, clause.span);
            topics.extend(kind.or_else(|| unknown.then_some(Topic::Unknown)));
        }
        let named = heard.is_some_and(|h| h.words.iter().any(|span| span.overlaps(clause.span)));
        let why = WHY.iter().any(|word| words.contains(word));
        for topic in topics {
            if !questions.iter().any(|q| q.topic == topic) {
                let span = scene.normal.original_span(clause.span);
                questions.push(Question { topic, span, why, named });
            }
        }
    }
    questions
}

/// What a Chinese question with a question word may end in.
const PARTICLES: [&str; 4] = ["呀", "啊", "嘛", "哦"];

/// The kind of question that lets him choose.
const CHOICE: &str = "choice";
/// What stands between two things to choose from.
const OR: [&str; 4] = [" or ", "还是", "或者", "或是"];

/// Whether a question lets him choose between times: "Saturday at two or Sunday at ten?"
fn is_choice(scene: &Scene<'_>, words: &str) -> bool {
    let times = scene.found.slots.iter().filter(|slot| slot.kind.is_by_when()).count();
    times >= 2 && OR.iter().any(|or| words.contains(or))
}

/// What asks for a reason.
const WHY: [&str; 7] = ["why", "how come", "为什么", "为啥", "为何", "怎么会", "咋会"];

/// From here on, in thousandths, a question without a mark is believed to be one.
const CLEAR: i32 = 250;

/// Whether a clause clearly says something rather than asks.
fn states_something(candidates: &[Candidate], clause: Span) -> bool {
    let families = [Family::Solving, Family::Promising, Family::Informing, Family::Empathy, Family::Apology];
    candidates.iter().any(|c| c.span.overlaps(clause) && families.contains(&c.mv.family()))
}

/// Whether a clause without a question asks for something all the same: it opens with a request, and states nothing.
fn is_request(scene: &Scene<'_>, candidates: &[Candidate], clause: Span) -> bool {
    const OPENING: u32 = 9;
    let opens =
        |class: &str| scene.class_spans_in(class, clause).any(|span| span.start <= clause.start + OPENING);
    let asks = opens("request") && !scene.has("negation", clause) || opens("question_word");
    asks && !states_something(candidates, clause)
}

/// Whether a clause asks by a question word alone, as people do who leave out the mark: nothing else is heard in it.
fn wonders(scene: &Scene<'_>, candidates: &[Candidate], clause: Span) -> bool {
    let denied = || scene.has("negation", clause);
    let only_asks = |c: &Candidate| {
        !c.span.overlaps(clause)
            || matches!(c.mv, Move::OpenQuestion | Move::ClosedQuestion | Move::AddressByName)
    };
    scene.has("question_word", clause) && candidates.iter().all(only_asks) && !denied()
}

/// Whether a question is meant as one: not blame, mockery, an offer put as a question, or a check for agreement.
fn is_plain_question(candidates: &[Candidate], clause: Span) -> bool {
    let here = || candidates.iter().filter(|c| c.span.overlaps(clause));
    let asks = here().any(|c| matches!(c.mv, Move::OpenQuestion | Move::ClosedQuestion));
    let other = here().any(|c| {
        !matches!(
            c.mv,
            Move::OpenQuestion
                | Move::ClosedQuestion
                | Move::Greet
                | Move::AddressByName
                | Move::RepeatRequest
        )
    });
    asks || !other
}
