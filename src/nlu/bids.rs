//! Which of the persona's offers a message makes.

use crate::base::moves::{Family, Move};
use crate::base::span::Span;

use super::asking::is_asked;
use super::context::{Scene, quote_marks};
use super::ear::DENYING;
use super::heard::Heard;
use super::matcher::Hit;
use super::progress::is_done;
use super::reader::Candidate;
use super::reading::OfferHit;
use super::slots::SlotKind;

impl Heard<'_> {
    /// Offers made, the longest wording of each, in order of appearance. What is denied or refused is no offer.
    pub fn offers(&self, scene: &Scene<'_>, candidates: &[Candidate]) -> Vec<OfferHit> {
        let mut best: Vec<Hit> = Vec::new();
        // What somebody else promised him, in his words, is not promised by her.
        let quoted = quote_marks(scene.normal.text());
        let said_back =
            |span: Span| quoted.iter().any(|quote| quote.start <= span.start && span.end <= quote.end);
        let made = |hit: &&Hit| {
            !is_denied(scene, candidates, hit.span, hit.group & DENYING == 0)
                && !is_only_asked(scene, hit.span)
                && !said_back(hit.span)
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
        best.extend(self.unprepared(scene, candidates, &best));
        best.sort_by_key(|hit| hit.span);
        let offer = |hit: &Hit| OfferHit {
            offer: hit.group as usize,
            span: scene.normal.original_span(hit.span),
            done: is_done(scene, hit.span),
            money: money(scene, hit.span),
        };
        best.iter().map(offer).collect()
    }

    /// Offers made in words nobody prepared, in clauses that offer or promise something and hold no prepared one.
    fn unprepared(&self, scene: &Scene<'_>, candidates: &[Candidate], known: &[Hit]) -> Vec<Hit> {
        let text = scene.normal.text();
        let mut found: Vec<Hit> = Vec::new();
        for clause in scene.clauses {
            let offers = |c: &Candidate| {
                matches!(c.mv.family(), Family::Solving | Family::Promising) && c.span.overlaps(clause.span)
            };
            let taken = self.offers.iter().any(|hit| hit.span.overlaps(clause.span));
            let denied = || {
                is_denied(scene, candidates, clause.span, true)
                    || scene.has("negation", clause.span)
                    || is_only_asked(scene, clause.span)
            };
            if taken || !candidates.iter().any(offers) || denied() {
                continue;
            }
            let weights = self.bids.weigh(clause.span.of(text), &[]);
            let best =
                weights.iter().enumerate().max_by_key(|(at, weight)| (**weight, std::cmp::Reverse(*at)));
            let Some((place, _)) = best.filter(|(_, weight)| **weight > 0) else { continue };
            let group = place as u32;
            if !known.iter().chain(&found).any(|hit| hit.group == group) {
                found.push(Hit { group, span: clause.span });
            }
        }
        found
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
    // "The 7:40 tomorrow is too late", 十倍我们赔不了: what is told of it is that it is no good.
    let behind = Span { start: offer.end, ..clause.span };
    let out = || {
        let words = behind.of(scene.normal.text());
        !is_asked(clause, scene.normal.text()) && OUT.iter().any(|word| words.contains(word))
    };
    refused || before("negation") || before("quote_verb") || within() || affirms && (fails() || out())
}

/// What behind an offer's words takes it back.
const OUT: [&str; 28] = [
    "too late",
    "not possible",
    "isn't possible",
    "impossible",
    "not an option",
    "no option",
    "off the table",
    "out of the question",
    "can't be done",
    "isn't on",
    "won't work",
    "doesn't work",
    "赔不了",
    "给不了",
    "退不了",
    "免不了",
    "没有在",
    "都没有",
    "不可能",
    "做不到",
    "办不到",
    "没办法",
    "没法",
    "太晚",
    "太迟",
    "不合适",
    "不赔",
    "免谈",
];

/// From here on, in thousandths, a refusal takes back the offer whose words it uses.
const REFUSED: i32 = 450;

/// Most bytes between a "not" and the offer it denies: five characters of Han, or three short words.
const DENIAL: u32 = 16;
