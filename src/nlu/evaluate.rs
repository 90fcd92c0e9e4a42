//! How good a reader is on messages it was not trained on, and the thresholds that make it best there.

use crate::base::lang::Lang;
use crate::base::moves::{Move, Sign};

use super::corpus::{Classes, Corpus, Example, GeneralQuestions, Thresholds};
use super::reader::Reader;
use super::score::{Scores, Tally};

/// A corpus split into what to learn from and what to read: every `folds`-th example from `fold` on is held out. Cues
/// stay in, as they would for a new message.
fn split(corpus: &Corpus, folds: usize, fold: usize) -> (Corpus, Vec<Example>) {
    let mut rest = Corpus { examples: Vec::new(), ..corpus.clone() };
    let mut held = Vec::new();
    for (at, example) in corpus.examples.iter().enumerate() {
        let to = if at % folds == fold { &mut held } else { &mut rest.examples };
        to.push(example.clone());
    }
    (rest, held)
}

/// Cross-validation: every example is read by a reader that was trained without it. `None` where a reader cannot be built.
pub fn cross_validate(lang: Lang, corpus: &Corpus, classes: &Classes, folds: usize) -> Option<Scores> {
    let mut scores = Scores::default();
    for fold in 0..folds {
        let (rest, held) = split(corpus, folds, fold);
        let (reader, _) = Reader::build(lang, &rest, classes, &GeneralQuestions::default(), None)?;
        for example in &held {
            scores.add(&example.moves(), &reader.read(&example.text(), None, "").heard());
        }
    }
    Some(scores)
}

/// Thresholds worth trying, in thousandths of a margin.
const STEPS: std::ops::RangeInclusive<i32> = -30..=100;
/// Size of a step.
const STEP: i32 = 10;

/// How much heavier than a miss a false alarm weighs, in tenths: real messages are longer than examples, so every
/// separator is asked more often; and to hear an offence that was not spoken is the one unfairness nobody forgives.
const ALARM: u32 = 11;
const ALARM_OFFENCE: u32 = 16;

/// The offset of each move's separator that gives the best weighted F on messages the reader was not trained on. Neighbouring
/// offsets are averaged, so that one lucky message does not decide.
pub fn tune(lang: Lang, corpus: &Corpus, classes: &Classes, folds: usize) -> Option<Thresholds> {
    let plain = Corpus { thresholds: Thresholds::default(), ..corpus.clone() };
    let mut seen: Vec<(Vec<i32>, Vec<bool>)> = Vec::new();
    for fold in 0..folds {
        let (rest, held) = split(&plain, folds, fold);
        let (reader, _) = Reader::build(lang, &rest, classes, &GeneralQuestions::default(), None)?;
        for example in held {
            let there = example.moves();
            let there = Move::ALL.map(|mv| there.contains(&mv));
            seen.push((reader.peaks(&example.text()), there.to_vec()));
        }
    }
    Some(Thresholds(Move::ALL.into_iter().map(|mv| (mv, best_offset(mv, &seen))).collect()))
}

fn best_offset(mv: Move, seen: &[(Vec<i32>, Vec<bool>)]) -> i32 {
    let f1 = |offset: i32| {
        let mut tally = Tally::default();
        for (peaks, there) in seen {
            let shown = peaks.get(mv.index()).is_some_and(|peak| peak + offset >= 0);
            tally.add(there.get(mv.index()) == Some(&true), shown);
        }
        tally.weighted(if mv.sign() == Sign::Hurts { ALARM_OFFENCE } else { ALARM })
    };
    let scores: Vec<(i32, u32)> = STEPS.map(|step| (step * STEP, f1(step * STEP))).collect();
    let smooth = scores.windows(5).filter_map(|w| Some((w.get(2)?.0, w.iter().map(|(_, s)| s).sum::<u32>())));
    smooth
        .max_by_key(|(offset, score)| (*score, std::cmp::Reverse(offset.abs())))
        .map_or(0, |(offset, _)| offset)
}
