//! What a message is apart from its moves: foreign, senseless, or the same again.

use crate::base::lang::Lang;

use super::clause::Clause;
use super::lexicon::Found;
use super::normalise::{Normal, is_han};

/// Shortest clause, in characters, whose repetition is noticed; shorter ones repeat by nature.
const PRINT_MIN: usize = 6;

/// Hashes of a message's longer clauses, letters and digits only.
pub fn prints(normal: &Normal, clauses: &[Clause]) -> Vec<u64> {
    let mut prints: Vec<u64> = clauses
        .iter()
        .filter_map(|clause| {
            let letters: String =
                clause.span.of(normal.text()).chars().filter(|c| c.is_alphanumeric()).collect();
            let units = letters.chars().map(|c| if is_han(c) { 3 } else { 1 }).sum::<usize>();
            (units >= PRINT_MIN * 3).then(|| hash(letters.as_bytes()))
        })
        .collect();
    prints.sort_unstable();
    prints.dedup();
    prints
}

fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// Whether a text is mostly in a script the reader's language is not written in. A few foreign words are not.
pub fn is_foreign(reader: Lang, normal: &Normal) -> bool {
    let (mut han, mut latin, mut other) = (0usize, 0usize, 0usize);
    for c in normal.text().chars().filter(|c| c.is_alphabetic()) {
        match c {
            c if is_han(c) => han += 1,
            c if c.is_ascii() => latin += 1,
            _ => other += 1,
        }
    }
    let native = if reader == Lang::EN { latin } else { han * 4 };
    let strange = if reader == Lang::EN { han * 4 + other } else { latin + other };
    // "ok" to a Chinese customer is no foreign language.
    strange > native && strange >= 12
}

/// Letters without sense: a run of Latin letters hardly any of which is a vowel, or the same few signs over and over.
pub fn is_gibberish(normal: &Normal, found: &Found) -> bool {
    let known = !found.classes.is_empty() || !found.cues.is_empty() || !found.slots.is_empty();
    let letters: Vec<char> = normal.text().chars().filter(|c| c.is_alphanumeric()).collect();
    if known || letters.len() < 4 {
        return false;
    }
    let mut distinct = letters.clone();
    distinct.sort_unstable();
    distinct.dedup();
    let repeated = letters.len() >= 8 && distinct.len() * 4 <= letters.len();
    repeated || longest_consonants(normal.text()) >= 5
}

fn longest_consonants(text: &str) -> usize {
    let (mut longest, mut run) = (0, 0);
    for c in text.chars() {
        let consonant = c.is_ascii_alphabetic() && !"aeiouy".contains(c);
        run = if consonant { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}
