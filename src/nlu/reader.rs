//! What understands one language: lexicon, model and the rules between clauses, put together.

use std::ops::Range;
use std::sync::Arc;

use crate::base::lang::Lang;
use crate::base::moves::{Move, Sign};
use crate::base::span::Span;

use super::clause::{Clause, clauses};
use super::context::{self, Scene};
use super::corpus::{Classes, Corpus, GeneralQuestions};
use super::ear::{Ear, General};
use super::features::Sketch;
use super::learn::learn;
use super::lexicon::{Found, Lexicon};
use super::model::{CALMS, ESCALATES, LABELS, Model};
use super::normalise::{Normal, normalise};
use super::reading::{MoveHit, OfferHit, Question, Reading, SlotHit, Tone, Topic};
use super::{notes, slots};

/// A language's reader.
#[derive(Clone)]
pub struct Reader {
    lang: Lang,
    lexicon: Arc<Lexicon>,
    model: Arc<Model>,
    offsets: Arc<Vec<i32>>,
    general: Arc<General>,
}

/// A move that may be there, before the rules between clauses have spoken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Which.
    pub mv: Move,
    /// How clearly, in thousandths over the separator.
    pub margin: i32,
    /// The stretch that shows it, in the normalised text.
    pub span: Span,
}

impl Reader {
    /// Builds a reader, training its model unless `cached` holds a sound one. Also gives the bytes of a model trained
    /// now, to be kept under the hash of what it was made from. `None` where the lists are too large for an automaton.
    pub fn build(
        lang: Lang,
        corpus: &Corpus,
        classes: &Classes,
        general: &GeneralQuestions,
        cached: Option<&[u8]>,
    ) -> Option<(Reader, Option<Vec<u8>>)> {
        let lexicon = Lexicon::build(classes, corpus)?;
        let ready = cached.and_then(Model::from_bytes);
        let trained = ready.is_none();
        let model = ready.unwrap_or_else(|| learn(&lexicon, &corpus.examples));
        let bytes = trained.then(|| model.to_bytes());
        let general = Arc::new(General::build(general)?);
        let offset = |mv: Move| corpus.thresholds.0.get(&mv).copied().unwrap_or(0);
        let offsets = Arc::new(Move::ALL.map(offset).to_vec());
        let reader = Reader { lang, lexicon: Arc::new(lexicon), model: Arc::new(model), offsets, general };
        Some((reader, bytes))
    }

    /// The language it reads.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Understands one message of a trainee. `before` is what the customer said last, which decides whether
    /// sympathy is about his case.
    pub fn read(&self, text: &str, ear: Option<&Ear>, before: &str) -> Reading {
        let normal = normalise(text);
        let clauses = clauses(&normal);
        let found = self.lexicon.find(&normal);
        let topics = ear.map(|ear| ear.hear(&normal));
        let scene = Scene { normal: &normal, clauses: &clauses, found: &found, lexicon: &self.lexicon };
        let specific = topics.as_ref().is_some_and(|t| t.specific) || context::echoes(&normal, before);
        let (mut candidates, tone) = self.candidates(&normal, &clauses, &found);
        let case = if ear.is_none() && before.is_empty() { None } else { Some(specific) };
        context::apply(&scene, case, tone, &mut candidates);
        let questions = super::questions::questions(&scene, &candidates, topics.as_ref(), &self.general);
        let offers = topics.as_ref().map_or(Vec::new(), |t| t.offers(&scene, &candidates));
        let matter = |q: &&Question| matches!(q.topic, Topic::Fact(_) | Topic::Detail(_));
        let asked: Vec<Span> = questions.iter().filter(matter).map(|q| q.span).collect();
        let allowed = |offer: &&OfferHit| topics.as_ref().is_some_and(|t| t.allows(offer));
        let offered: Vec<Span> = offers.iter().filter(allowed).map(|offer| offer.span).collect();
        let cold = tone.escalates > tone.calms;
        context::to_the_matter(&scene, &asked, &offered, cold, &mut candidates);
        let moves = hits(&normal, &candidates);
        Reading {
            lang: self.lang,
            slots: echoed(slots::hits(text, &normal, &found.slots), before),
            questions,
            offers,
            who: notes::who(text, &scene),
            trainee: notes::trainee(text, &scene),
            reports_done: super::progress::reports_done(&scene),
            setbacks: super::progress::setbacks(&scene),
            postpones: scene.has("postpone", whole(&normal)),
            demands: topics.as_ref().map_or(Vec::new(), |t| t.demands.clone()),
            specific,
            characters: text.chars().count().min(u32::MAX as usize) as u32,
            empty: clauses.is_empty(),
            foreign: notes::is_foreign(self.lang, &normal, &found),
            small_talk: scene.has("small_talk", whole(&normal)),
            robot: scene.has("machine", whole(&normal)),
            gibberish: moves.is_empty() && notes::is_gibberish(&normal, &found),
            prints: notes::prints(&normal, &clauses),
            tone,
            moves,
        }
    }

    /// The moves of single clauses; of sentences and the whole where no smaller stretch shows them.
    fn candidates(&self, normal: &Normal, clauses: &[Clause], found: &Found) -> (Vec<Candidate>, Tone) {
        let heard = self.stretches(normal, clauses, found);
        let (single, longer) = heard.split_at_checked(clauses.len()).unwrap_or_default();
        let mut best: Vec<Vec<Candidate>> = vec![Vec::new(); Move::ALL.len()];
        for (span, margins) in single {
            for ((mv, margin), noted) in Move::ALL.into_iter().zip(*margins).zip(&mut best) {
                if margin >= 0 {
                    noted.push(Candidate { mv, margin, span: *span });
                }
            }
        }
        longer.iter().for_each(|stretch| note_longer(&mut best, stretch, single));
        (best.concat(), tone(normal, &heard))
    }

    /// How clearly each move shows in the clearest stretch of a message, before any rule; what thresholds are tuned on.
    pub fn peaks(&self, text: &str) -> Vec<i32> {
        let normal = normalise(text);
        let (clauses, found) = (clauses(&normal), self.lexicon.find(&normal));
        let mut peaks = vec![i32::MIN / 2; Move::ALL.len()];
        for (_, margins) in self.stretches(&normal, &clauses, &found) {
            for (peak, margin) in peaks.iter_mut().zip(margins) {
                *peak = (*peak).max(margin);
            }
        }
        peaks
    }

    /// Margins of every clause, then of every sentence of several clauses, then of the whole.
    fn stretches(&self, normal: &Normal, clauses: &[Clause], found: &Found) -> Vec<Stretch> {
        let ends = |a: &Clause, b: &Clause| a.sentence == b.sentence;
        let (mut from, mut sentences) = (0, Vec::new());
        for sentence in clauses.chunk_by(ends) {
            sentences.push(from..from + sentence.len());
            from += sentence.len();
        }
        let whole = (sentences.len() > 1).then_some(0..clauses.len());
        let mut longer: Vec<Range<usize>> = sentences.into_iter().filter(|s| s.len() > 1).collect();
        longer.extend(whole);
        let sketch = Sketch::of(normal.text(), clauses, &longer, found);
        let single = (0..clauses.len()).map(|at| at..at + 1);
        let stretch = |(range, mut margins): (Range<usize>, [i32; LABELS])| {
            let inside = clauses.get(range).unwrap_or_default();
            let ends = inside.first().zip(inside.last());
            let span = ends.map(|(first, last)| first.span.join(last.span)).unwrap_or_default();
            margins.iter_mut().zip(self.offsets.iter()).for_each(|(margin, offset)| *margin += offset);
            (span, margins)
        };
        single.chain(longer).zip(self.model.margins_of(&sketch)).map(stretch).collect()
    }
}

/// Where a stretch stands in the normalised text, and its margins, thresholds counted in.
type Stretch = (Span, [i32; LABELS]);

/// The whole message comes last and decides; the clause that sounds so most clearly is quoted for it.
#[allow(clippy::indexing_slicing, reason = "both labels have their place in the list of all")]
fn tone(normal: &Normal, stretches: &[Stretch]) -> Tone {
    let Some((_, whole)) = stretches.last() else { return Tone::default() };
    let (calms, escalates) = (whole[CALMS], whole[ESCALATES]);
    let lean = |(_, margins): &&Stretch| margins[CALMS] - margins[ESCALATES];
    let clearest =
        if calms > escalates { stretches.iter().max_by_key(lean) } else { stretches.iter().min_by_key(lean) };
    Tone { calms, escalates, span: clearest.map(|(span, _)| normal.original_span(*span)) }
}

/// From here on, in thousandths, an offence that no single clause shows is believed.
const DIFFUSE: i32 = 300;

/// Adds what a sentence or the whole shows; where it holds a stretch already noted for the same move it makes it no
/// surer. What only a longer stretch shows is quoted by its clearest clause: that is what a person would point at.
fn note_longer(best: &mut [Vec<Candidate>], (span, margins): &Stretch, clauses: &[Stretch]) {
    let from = clauses.partition_point(|(clause, _)| clause.end <= span.start);
    let to = clauses.partition_point(|(clause, _)| clause.start < span.end);
    let inside = clauses.get(from..to).unwrap_or_default();
    for ((mv, margin), noted) in Move::ALL.into_iter().zip(*margins).zip(best) {
        let least = if mv.sign() == Sign::Hurts { DIFFUSE } else { 0 };
        if margin < least || noted.iter().any(|c| c.span.overlaps(*span)) {
            continue;
        }
        let clearness = |(_, margins): &&Stretch| margins.get(mv.index()).copied();
        let quoted = inside.iter().max_by_key(clearness).map_or(*span, |(clause, _)| *clause);
        noted.push(Candidate { mv, margin, span: quoted });
    }
}

/// One hit a move: the clearest, in order of appearance, quoted from the original text.
fn hits(normal: &Normal, candidates: &[Candidate]) -> Vec<MoveHit> {
    let mut clearest: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        match clearest.iter_mut().find(|c| c.mv == candidate.mv) {
            Some(kept) if kept.margin < candidate.margin => *kept = *candidate,
            Some(_) => {}
            None => clearest.push(*candidate),
        }
    }
    clearest.sort_by_key(|c| (c.span, c.mv));
    let hit = |c: &Candidate| MoveHit {
        mv: c.mv,
        confidence: (500 + c.margin * 2 / 5).clamp(0, 1000) as u16,
        span: normal.original_span(c.span),
    };
    clearest.iter().map(hit).collect()
}

fn whole(normal: &Normal) -> Span {
    Span::new(0, normal.text().len())
}

/// Marks the times and sums that the customer has just named himself.
fn echoed(mut slots: Vec<SlotHit>, before: &str) -> Vec<SlotHit> {
    let said = normalise(before);
    for slot in &mut slots {
        let own = normalise(&slot.text);
        slot.echo = !own.text().is_empty() && said.text().contains(own.text());
    }
    slots
}
