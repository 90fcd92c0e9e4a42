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

/// How many times each judged message counts: they are fewer than examples, and more like what is read later.
const JUDGED: usize = 4;

/// A message read by somebody who did not learn from it: the clearest margin of each move, and which are there.
type Seen = (Vec<i32>, Vec<bool>);

/// The offset of each move's separator that gives the best F on messages the reader was not trained on: examples held
/// out in turn, and `judged` messages with their labels. Neighbouring offsets are averaged, so that one lucky message
/// does not decide. `None` where a reader cannot be built.
pub fn tune(
    lang: Lang,
    corpus: &Corpus,
    classes: &Classes,
    folds: usize,
    judged: &[(String, Vec<Move>)],
) -> Option<Thresholds> {
    let plain = Corpus { thresholds: Thresholds::default(), ..corpus.clone() };
    let mut seen: Vec<Seen> = Vec::new();
    for fold in 0..folds {
        let (rest, held) = split(&plain, folds, fold);
        let (reader, _) = Reader::build(lang, &rest, classes, &GeneralQuestions::default(), None)?;
        seen.extend(held.iter().map(|example| see(&reader, &example.text(), &example.moves())));
    }
    let (reader, _) = Reader::build(lang, &plain, classes, &GeneralQuestions::default(), None)?;
    for (text, moves) in judged {
        seen.extend(std::iter::repeat_n(see(&reader, text, moves), JUDGED));
    }
    Some(Thresholds(Move::ALL.into_iter().map(|mv| (mv, best_offset(mv, &seen))).collect()))
}

fn see(reader: &Reader, text: &str, moves: &[Move]) -> Seen {
    (reader.peaks(text), Move::ALL.iter().map(|mv| moves.contains(mv)).collect())
}

fn best_offset(mv: Move, seen: &[Seen]) -> i32 {
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
