//! What is odd about a corpus: messages that are there twice or nearly so, labelled differently where they are alike, and
//! moves with too few or too uniform examples. Nothing here is an error: the reader learns from it all the same.

use std::collections::BTreeMap;

use crate::base::moves::Move;
use crate::persona::finding::{Finding, Severity};

use super::corpus::{Corpus, Example};
use super::normalise::{is_han, normalise};

/// Fewest examples of a move, in any message, that a reader learns anything from.
const FEWEST: usize = 25;
/// Most of a move's examples, in per cent, that may open alike.
const ALIKE_OPENINGS: usize = 25;
/// Shortest message, in letters, that can nearly repeat another; shorter ones are alike by nature.
const LONG_ENOUGH: usize = 12;
/// Share of letter groups, in per cent, from which two messages are nearly the same.
const NEARLY: usize = 75;
/// Groups that very many messages have cannot tell which two are alike.
const COMMON: usize = 40;

/// Everything odd about a language's examples.
pub fn lint(corpus: &Corpus) -> Vec<Finding> {
    let mut findings = few(corpus);
    findings.extend(uniform(corpus));
    findings.extend(repeated(corpus));
    findings
}

fn about(example: &Example, code: &'static str) -> Finding {
    Finding::at_line(code, Severity::Warning, &example.file, example.line)
}

fn with_move(corpus: &Corpus, mv: Move) -> impl Iterator<Item = &Example> {
    corpus.examples.iter().filter(move |example| example.segments.iter().any(|s| s.moves.contains(&mv)))
}

fn few(corpus: &Corpus) -> Vec<Finding> {
    let lacking = |mv: Move| {
        let count = with_move(corpus, mv).count();
        let example = with_move(corpus, mv).next().or(corpus.examples.first())?;
        let finding = about(example, "corpus.few").text("move", mv.id());
        (count < FEWEST).then(|| finding.number("count", count as u32).number("least", FEWEST as u32))
    };
    Move::ALL.into_iter().filter_map(lacking).collect()
}

fn uniform(corpus: &Corpus) -> Vec<Finding> {
    Move::ALL.into_iter().filter_map(|mv| uniform_move(corpus, mv)).collect()
}

fn uniform_move(corpus: &Corpus, mv: Move) -> Option<Finding> {
    let mut openings: BTreeMap<String, (usize, &Example)> = BTreeMap::new();
    let mut all = 0;
    for example in with_move(corpus, mv) {
        for segment in example.segments.iter().filter(|s| s.moves.contains(&mv)) {
            all += 1;
            openings.entry(opening(&segment.text)).or_insert((0, example)).0 += 1;
        }
    }
    let (words, (count, example)) = openings.into_iter().max_by_key(|(_, (count, _))| *count)?;
    let finding = about(example, "corpus.uniform").text("move", mv.id()).text("words", words);
    (all >= FEWEST && count * 100 > all * ALIKE_OPENINGS)
        .then(|| finding.number("count", count as u32).number("all", all as u32))
}

/// The first three characters of Han, or the first two words.
fn opening(text: &str) -> String {
    let normal = normalise(text);
    let text = normal.text();
    if text.chars().any(is_han) {
        text.chars().filter(|c| is_han(*c)).take(3).collect()
    } else {
        text.split_whitespace().take(2).collect::<Vec<_>>().join(" ")
    }
}

fn repeated(corpus: &Corpus) -> Vec<Finding> {
    let prints: Vec<Vec<u64>> = corpus.examples.iter().map(|example| print(&example.text())).collect();
    let mut holders: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    let mut findings = Vec::new();
    for (at, (own, example)) in prints.iter().zip(&corpus.examples).enumerate() {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for group in own {
            let before = holders.entry(*group).or_default();
            before.iter().for_each(|other| *shared.entry(*other).or_default() += 1);
            if before.len() < COMMON {
                before.push(at);
            }
        }
        let nearest = shared.into_iter().max_by_key(|(other, count)| (*count, std::cmp::Reverse(*other)));
        let Some((other, count)) = nearest else { continue };
        let union = own.len() + prints.get(other).map_or(0, Vec::len) - count;
        if let Some(other) = corpus.examples.get(other).filter(|_| count * 100 >= union * NEARLY) {
            findings.push(compare(example, other, count == union));
        }
    }
    findings
}

fn compare(example: &Example, other: &Example, same: bool) -> Finding {
    let code = if example.moves() != other.moves() {
        "corpus.disagreement"
    } else if same {
        "corpus.duplicate"
    } else {
        "corpus.near-duplicate"
    };
    about(example, code).text("first", format!("{}:{}", other.file, other.line))
}

/// Hashes of all groups of three letters, sorted; none for a short message.
fn print(text: &str) -> Vec<u64> {
    let normal = normalise(text);
    let letters: Vec<char> = normal.text().chars().filter(|c| c.is_alphanumeric()).collect();
    if letters.len() < LONG_ENOUGH {
        return Vec::new();
    }
    let hash = |h: u64, c: &char| (h ^ u64::from(*c)).wrapping_mul(0x0000_0100_0000_01b3);
    let mut groups: Vec<u64> =
        letters.windows(3).map(|three| three.iter().fold(0xcbf2_9ce4_8422_2325, hash)).collect();
    groups.sort_unstable();
    groups.dedup();
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::persona::finding::Source;

    fn codes(lines: &str) -> Vec<(&'static str, usize)> {
        let text = format!("family = \"mixed\"\n[examples]\nlines = '''\n{lines}'''\n");
        let (mut corpus, mut findings) = (Corpus::default(), Vec::new());
        corpus.add(Source { name: "a.toml", text: &text }, &mut findings);
        assert!(findings.is_empty());
        let odd = lint(&corpus).into_iter().filter(|finding| finding.code != "corpus.few");
        odd.map(|finding| (finding.code, finding.line)).collect()
    }

    #[test]
    fn a_message_written_twice_is_found_and_so_is_one_with_a_word_changed() {
        let lines = "apologize | We are truly sorry about the broken vase you found in the box\n\
            apologize | We are truly sorry, about the broken vase you found in the box!\n\
            apologize | We are truly sorry about the broken lamp you found in the box\n";
        assert_eq!(codes(lines), [("corpus.duplicate", 5), ("corpus.near-duplicate", 6)]);
    }

    #[test]
    fn like_messages_with_unlike_labels_disagree() {
        let lines = "dismiss | 这种事情很正常的您别太往心里去\nreassure | 这种事情很正常的，您别太往心里去\n";
        assert_eq!(codes(lines), [("corpus.disagreement", 5)]);
    }

    #[test]
    fn a_move_whose_examples_all_begin_alike_is_found() {
        let lines: String =
            (0..30).map(|n| format!("thank | Thanks a lot for number {}\n", n * 977)).collect();
        assert!(codes(&lines).contains(&("corpus.uniform", 4)), "{:?}", codes(&lines));
    }

    #[test]
    fn a_move_with_few_examples_is_named() {
        let findings = lint(&Corpus::default());
        assert!(findings.is_empty(), "no examples, no place to show");
    }
}
