//! From labelled examples to a model. In two passes: the first learns from segments, sentences and messages as
//! labelled, the second also from the clauses of longer segments, each label given to the clause that the first pass
//! finds it in.

use crate::base::moves::{Family, Move, Sign};

use super::clause::{Clause, clauses};
use super::corpus::{Example, Tone};
use super::features::{Feature, features};
use super::lexicon::Lexicon;
use super::model::{CALMS, ESCALATES, LABELS, Model};
use super::normalise::normalise;
use super::train::{Sample, train};

/// Learns the model of a language.
pub fn learn(lexicon: &Lexicon, examples: &[Example]) -> Model {
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
    labels: Vec<usize>,
}

fn prepare(lexicon: &Lexicon, example: &Example, samples: &mut Vec<Sample>, open: &mut Vec<OpenSegment>) {
    let tone = example.tone();
    for segment in &example.segments {
        let normal = normalise(&segment.text);
        let (cut, found) = (clauses(&normal), lexicon.find(&normal));
        let labels = labels(&segment.moves, part_tone(&segment.moves, tone, example.segments.len() == 1));
        let whole = example.segments.len() == 1;
        samples.push(sample(features(normal.text(), &cut, &found), &labels, whole));
        if cut.len() > 1 {
            let one = |clause: &Clause| {
                sample(features(normal.text(), std::slice::from_ref(clause), &found), &[], false)
            };
            open.push(OpenSegment { clauses: cut.iter().map(one).collect(), labels });
        }
    }
    if example.segments.len() > 1 {
        let normal = normalise(&example.text());
        let (cut, found) = (clauses(&normal), lexicon.find(&normal));
        let features = features(normal.text(), &cut, &found);
        samples.push(sample(features, &labels(&example.moves(), tone), true));
    }
}

fn sample(features: Vec<Feature>, labels: &[usize], whole: bool) -> Sample {
    Sample { whole, features, labels: (0..LABELS).map(|label| labels.contains(&label)).collect() }
}

fn labels(moves: &[Move], tone: Tone) -> Vec<usize> {
    let tone = match tone {
        Tone::Calms => Some(CALMS),
        Tone::Neutral => None,
        Tone::Escalates => Some(ESCALATES),
    };
    moves.iter().map(|mv| mv.index()).chain(tone).collect()
}

/// What a part of a message does by itself: what the whole does, where its own moves do not say otherwise.
fn part_tone(moves: &[Move], whole: Tone, alone: bool) -> Tone {
    let any = |sign: Sign| moves.iter().any(|mv| mv.sign() == sign && mv.family() != Family::Rapport);
    match (any(Sign::Hurts), any(Sign::Helps)) {
        _ if alone => whole,
        (true, _) => Tone::Escalates,
        (false, true) if whole != Tone::Escalates => whole,
        (false, true) => Tone::Calms,
        (false, false) => Tone::Neutral,
    }
}

fn assign(model: &Model, mut open: OpenSegment) -> Vec<Sample> {
    let margins: Vec<_> = open.clauses.iter().map(|c| model.margins(&c.features)).collect();
    for label in &open.labels {
        let margin_of = |at: usize| margins.get(at).and_then(|m| m.get(*label)).copied().unwrap_or(i32::MIN);
        let clearest = (0..open.clauses.len()).max_by_key(|at| (margin_of(*at), std::cmp::Reverse(*at)));
        for (at, clause) in open.clauses.iter_mut().enumerate() {
            if let Some(there) = clause.labels.get_mut(*label) {
                *there = Some(at) == clearest || margin_of(at) > 0;
            }
        }
    }
    open.clauses
}
