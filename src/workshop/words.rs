//! What texts have in common: the pieces that words are told apart by, without a dictionary.

use std::collections::BTreeSet;

use crate::nlu::normalise::{is_han, normalise};

/// Shortest Latin word that tells anything.
const LATIN: usize = 4;

/// The pieces of a text, normalised: every run of `han` characters of Han, every Latin word that tells anything, every
/// number of two digits or more.
pub fn pieces(text: &str, han: usize) -> BTreeSet<String> {
    let normal = normalise(text);
    let mut pieces = BTreeSet::new();
    let mut run: Vec<char> = Vec::new();
    let mut flush = |run: &mut Vec<char>| {
        if run.first().is_some_and(|c| is_han(*c)) {
            pieces.extend(run.windows(han.max(1)).map(|window| window.iter().collect::<String>()));
        } else if run.len() >= LATIN || (run.len() >= 2 && run.iter().all(char::is_ascii_digit)) {
            pieces.insert(run.iter().collect());
        }
        run.clear();
    };
    for c in normal.text().chars() {
        let joins = run.last().is_none_or(|last| is_han(*last) == is_han(c));
        if !c.is_alphanumeric() || !joins {
            flush(&mut run);
        }
        if c.is_alphanumeric() {
            run.push(c);
        }
    }
    flush(&mut run);
    pieces
}

/// The pieces that all texts have; none where there are no texts.
pub fn shared<'a>(texts: impl IntoIterator<Item = &'a str>, han: usize) -> BTreeSet<String> {
    let mut texts = texts.into_iter();
    let first = texts.next().map(|text| pieces(text, han)).unwrap_or_default();
    texts.fold(first, |shared, text| shared.intersection(&pieces(text, han)).cloned().collect())
}

/// A cue as it is compared: without case, width, script and blanks at its ends.
pub fn normal(cue: &str) -> String {
    normalise(cue).text().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_into_pairs_words_and_numbers() {
        let found = pieces("三天没暖气，尾号0628 of heating", 2);
        for piece in ["三天", "暖气", "0628", "heating"] {
            assert!(found.contains(piece), "{piece} in {found:?}");
        }
        assert!(!found.contains("of"));
        let both = shared(["七个月的孩子", "孩子才七个月"], 3);
        assert!(both.contains("七个月") && both.len() == 1, "{both:?}");
    }
}
