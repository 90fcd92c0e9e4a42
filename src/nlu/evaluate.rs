//! How good a reader is: precision, recall and F1 by move, measured on messages it was not trained on.

use crate::base::lang::Lang;
use crate::base::moves::{Move, Sign};

use super::corpus::{Classes, Corpus, Example, GeneralQuestions, Thresholds};
use super::reader::Reader;

/// Counts for one move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rightly recognised.
    pub hit: u32,
    /// Recognised but not there.
    pub false_alarm: u32,
    /// There but not recognised.
    pub miss: u32,
}

impl Tally {
    /// F-measure in per mille that weighs a false alarm `weight` times as heavily as a miss, in tenths.
    pub fn weighted(&self, weight: u32) -> u32 {
        let whole = 20 * self.hit + weight * self.false_alarm + 10 * self.miss;
        (20_000 * self.hit).checked_div(whole).unwrap_or(0)
    }

    /// F1 in per mille; 0 where nothing was hit.
    pub fn f1(&self) -> u32 {
        let whole = 2 * self.hit + self.false_alarm + self.miss;
        (2000 * self.hit).checked_div(whole).unwrap_or(0)
    }
}

/// Counts by move, and how many messages were read.
#[derive(Clone, Debug)]
pub struct Scores {
    /// By place in [`Move::ALL`].
    pub moves: Vec<Tally>,
    /// Messages read.
    pub messages: u32,
}

impl Scores {
    /// F1 over all decisions, in per mille.
    pub fn micro(&self) -> u32 {
        let sum = self.moves.iter().fold(Tally::default(), |a, b| Tally {
            hit: a.hit + b.hit,
            false_alarm: a.false_alarm + b.false_alarm,
            miss: a.miss + b.miss,
        });
        sum.f1()
    }

    /// Mean F1 over moves that occur, in per mille.
    pub fn macro_mean(&self) -> u32 {
        let occurring: Vec<u32> = self.moves.iter().filter(|t| t.hit + t.miss > 0).map(Tally::f1).collect();
        occurring.iter().sum::<u32>().checked_div(occurring.len() as u32).unwrap_or(0)
    }

    /// Reads examples and counts right and wrong moves by message; `wrong` hears of every message with an error.
    pub fn count(&mut self, reader: &Reader, examples: &[Example], mut wrong: impl FnMut(&str, Move, bool)) {
        for example in examples {
            let text: Vec<&str> = example.iter().map(|s| s.text.as_str()).collect();
            let text = text.join(" ");
            let reading = reader.read(&text, None, "");
            self.messages += 1;
            for (mv, tally) in Move::ALL.into_iter().zip(&mut self.moves) {
                let there = example.iter().any(|s| s.moves.contains(&mv));
                match (there, reading.has(mv)) {
                    (true, true) => tally.hit += 1,
                    (true, false) => tally.miss += 1,
                    (false, true) => tally.false_alarm += 1,
                    (false, false) => {}
                }
                if there != reading.has(mv) {
                    wrong(&text, mv, there);
                }
            }
        }
    }
}

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

/// Cross-validation: every example is read by a reader that was trained without it.
pub fn cross_validate(
    lang: Lang,
    corpus: &Corpus,
    classes: &Classes,
    folds: usize,
    mut wrong: impl FnMut(&str, Move, bool),
) -> Option<Scores> {
    let mut scores = Scores { moves: vec![Tally::default(); Move::ALL.len()], messages: 0 };
    for fold in 0..folds {
        let (rest, held) = split(corpus, folds, fold);
        let (reader, _) = Reader::build(lang, &rest, classes, &GeneralQuestions::default(), None)?;
        scores.count(&reader, &held, &mut wrong);
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
            let text: Vec<&str> = example.iter().map(|s| s.text.as_str()).collect();
            let there = Move::ALL.map(|mv| example.iter().any(|s| s.moves.contains(&mv)));
            seen.push((reader.peaks(&text.join(" ")), there.to_vec()));
        }
    }
    Some(Thresholds(Move::ALL.into_iter().map(|mv| (mv, best_offset(mv, &seen))).collect()))
}

fn best_offset(mv: Move, seen: &[(Vec<i32>, Vec<bool>)]) -> i32 {
    let f1 = |offset: i32| {
        let mut tally = Tally::default();
        for (peaks, there) in seen {
            let shown = peaks.get(mv.index()).is_some_and(|peak| peak + offset >= 0);
            match (there.get(mv.index()) == Some(&true), shown) {
                (true, true) => tally.hit += 1,
                (true, false) => tally.miss += 1,
                (false, true) => tally.false_alarm += 1,
                (false, false) => {}
            }
        }
        tally.weighted(if mv.sign() == Sign::Hurts { ALARM_OFFENCE } else { ALARM })
    };
    let scores: Vec<(i32, u32)> = STEPS.map(|step| (step * STEP, f1(step * STEP))).collect();
    let smooth = scores.windows(5).filter_map(|w| Some((w.get(2)?.0, w.iter().map(|(_, s)| s).sum::<u32>())));
    smooth
        .max_by_key(|(offset, score)| (*score, std::cmp::Reverse(offset.abs())))
        .map_or(0, |(offset, _)| offset)
}
