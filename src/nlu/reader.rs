//! What understands one language: lexicon, model and the rules between clauses, put together.

use std::sync::Arc;

use crate::base::lang::Lang;
use crate::base::moves::Move;
use crate::base::span::Span;

use super::clause::{Clause, clauses};
use super::context::{self, Scene};
use super::corpus::{Classes, Corpus, Example, GeneralQuestions};
use super::ear::{Ear, General};
use super::features::features;
use super::lexicon::{Found, Lexicon};
use super::matcher::Matcher;
use super::model::Model;
use super::normalise::{Normal, normalise};
use super::reading::{MoveHit, Reading};
use super::train::{Sample, train};
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
    /// Builds a reader, training its model unless `cached` holds a sound one. Also gives the model's bytes, to be
    /// cached under the hash of what it was made from. `None` where the lists are too large for an automaton.
    pub fn build(
        lang: Lang,
        corpus: &Corpus,
        classes: &Classes,
        general: &GeneralQuestions,
        cached: Option<&[u8]>,
    ) -> Option<(Reader, Vec<u8>)> {
        let lexicon = Lexicon::build(classes, corpus)?;
        let model = cached.and_then(Model::from_bytes).unwrap_or_else(|| learn(&lexicon, &corpus.examples));
        let bytes = model.to_bytes();
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
        let echo = context::echoes(&normal, before);
        let scene = Scene { normal: &normal, clauses: &clauses, found: &found, lexicon: &self.lexicon };
        let specific = topics.as_ref().is_some_and(|t| t.specific) || echo;
        let mut candidates = self.candidates(&normal, &clauses, &found);
        let case = if ear.is_none() && before.is_empty() { None } else { Some(specific) };
        context::apply(&scene, case, &mut candidates);
        let questions = super::ear::questions(&scene, &candidates, topics.as_ref(), &self.general);
        let moves = hits(&normal, &candidates);
        let offers = topics.as_ref().map_or(Vec::new(), |t| t.offers(&scene, &candidates));
        Reading {
            lang: self.lang,
            slots: slots::hits(text, &normal, &found.slots),
            questions,
            offers,
            who: notes::who(text, &scene),
            trainee: notes::trainee(text, &scene),
            postpones: scene.has("postpone", whole(&normal)),
            demands: topics.as_ref().map_or(Vec::new(), |t| t.demands.clone()),
            specific,
            characters: text.chars().count().min(u32::MAX as usize) as u32,
            empty: clauses.is_empty(),
            foreign: notes::is_foreign(self.lang, &normal),
            robot: scene.has("machine", whole(&normal)),
            gibberish: moves.is_empty() && notes::is_gibberish(&normal, &found),
            prints: notes::prints(&normal, &clauses),
            moves,
        }
    }

    /// The moves of single clauses; and of whole sentences where no clause alone shows them.
    fn candidates(&self, normal: &Normal, clauses: &[Clause], found: &Found) -> Vec<Candidate> {
        let mut best: Vec<Candidate> = Vec::new();
        self.each_stretch(normal, clauses, found, |span, margins| note(&mut best, span, margins));
        best
    }

    /// How clearly each move shows in the clearest stretch of a message, before any rule; what thresholds are tuned on.
    pub fn peaks(&self, text: &str) -> Vec<i32> {
        let normal = normalise(text);
        let (clauses, found) = (clauses(&normal), self.lexicon.find(&normal));
        let mut peaks = vec![i32::MIN / 2; Move::ALL.len()];
        self.each_stretch(&normal, &clauses, &found, |_, margins| {
            for (peak, margin) in peaks.iter_mut().zip(margins) {
                *peak = (*peak).max(*margin);
            }
        });
        peaks
    }

    /// Margins of every clause, then of every sentence of several clauses.
    fn each_stretch(
        &self,
        normal: &Normal,
        clauses: &[Clause],
        found: &Found,
        mut see: impl FnMut(Span, &[i32]),
    ) {
        let sentences = clauses.chunk_by(|a, b| a.sentence == b.sentence).filter(|s| s.len() > 1);
        for stretch in clauses.chunks(1).chain(sentences) {
            let span = stretch.iter().map(|c| c.span).reduce(|a, b| a.join(b)).unwrap_or_default();
            let mut margins = self.model.margins(&features(normal.text(), stretch, found, &self.lexicon));
            margins.iter_mut().zip(self.offsets.iter()).for_each(|(margin, offset)| *margin += offset);
            see(span, &margins);
        }
    }
}

/// Adds what one stretch shows; a stretch inside one already noted for the same move makes it no surer.
fn note(best: &mut Vec<Candidate>, span: Span, margins: &[i32]) {
    for (mv, margin) in Move::ALL.into_iter().zip(margins.iter().copied()) {
        let covered = best.iter().any(|c| c.mv == mv && c.span.overlaps(span));
        if margin >= 0 && !covered {
            best.push(Candidate { mv, margin, span });
        }
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

/// Trains in two passes: the first on segments and sentences as labelled, the second also on the clauses of longer
/// segments, each label given to the clause that the first pass finds it in.
fn learn(lexicon: &Lexicon, examples: &[Example]) -> Model {
    let mut samples = Vec::new();
    let mut open = Vec::new();
    for example in examples {
        prepare(lexicon, example, &mut samples, &mut open);
    }
    let first = train(&samples);
    for clauses in open {
        samples.extend(assign(&first, clauses));
    }
    train(&samples)
}

/// The clauses of one segment, featurised, with the segment's labels.
struct OpenSegment {
    clauses: Vec<Sample>,
    labels: Vec<Move>,
}

fn prepare(lexicon: &Lexicon, example: &Example, samples: &mut Vec<Sample>, open: &mut Vec<OpenSegment>) {
    let sample = |features, labels: &[Move]| Sample {
        features,
        labels: Move::ALL.iter().map(|m| labels.contains(m)).collect(),
    };
    for segment in example {
        let normal = normalise(&segment.text);
        let (cut, found) = (clauses(&normal), lexicon.find(&normal));
        samples.push(sample(features(normal.text(), &cut, &found, lexicon), &segment.moves));
        if cut.len() > 1 {
            let one = |clause: &Clause| {
                sample(features(normal.text(), std::slice::from_ref(clause), &found, lexicon), &[])
            };
            open.push(OpenSegment { clauses: cut.iter().map(one).collect(), labels: segment.moves.clone() });
        }
    }
    if example.len() > 1 {
        let text: Vec<&str> = example.iter().map(|s| s.text.as_str()).collect();
        let normal = normalise(&text.join(" "));
        let labels: Vec<Move> = example.iter().flat_map(|s| s.moves.iter().copied()).collect();
        let (cut, found) = (clauses(&normal), lexicon.find(&normal));
        samples.push(sample(features(normal.text(), &cut, &found, lexicon), &labels));
    }
}

fn assign(model: &Model, mut open: OpenSegment) -> Vec<Sample> {
    let margins: Vec<_> = open.clauses.iter().map(|c| model.margins(&c.features)).collect();
    for mv in &open.labels {
        let margin_of =
            |at: usize| margins.get(at).and_then(|m| m.get(mv.index())).copied().unwrap_or(i32::MIN);
        let clearest = (0..open.clauses.len()).max_by_key(|at| (margin_of(*at), std::cmp::Reverse(*at)));
        for (at, clause) in open.clauses.iter_mut().enumerate() {
            if let Some(label) = clause.labels.get_mut(mv.index()) {
                *label = Some(at) == clearest || margin_of(at) > 0;
            }
        }
    }
    open.clauses
}

/// A matcher for one list of phrases; `None` where it is too large.
pub(super) fn single(phrases: &[String]) -> Option<Matcher> {
    let mut builder = super::matcher::MatcherBuilder::default();
    phrases.iter().for_each(|phrase| builder.add(0, phrase));
    builder.build()
}
