//! Whether two runs are in the same words, told from sketches that hold no word: the smallest hashes of all stretches of a few
//! characters. The share of them that two sketches have in common is, within some points, the share of stretches that the texts do.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::base::hash::fnv1a;

/// Characters of a stretch.
const STRETCH: usize = 6;
/// Hashes of a sketch.
const MOST: usize = 64;
/// Fewer stretches than this are greetings and thanks, which are alike everywhere.
const FEWEST: usize = 24;

/// The sketch of what somebody wrote: letters and digits alone count. Smallest first.
pub fn sketch<'a>(messages: impl IntoIterator<Item = &'a str>) -> Vec<u64> {
    let mut hashes = BTreeSet::new();
    for message in messages {
        let letters: Vec<char> =
            message.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        for stretch in letters.windows(STRETCH) {
            hashes.insert(fnv1a(stretch.iter().flat_map(|c| u32::from(*c).to_le_bytes())));
        }
    }
    hashes.into_iter().take(MOST).collect()
}

/// How much of two texts is the same, in percent, by their sketches; 0 where one of them is too short to tell. Nothing is
/// allocated: at a contest's end every run is compared with every other.
pub fn alike(one: &[u64], other: &[u64]) -> u8 {
    if one.len().min(other.len()) < FEWEST {
        return 0;
    }
    // The smallest of both together are a sketch of both; those in both sketches are in both texts. Sketches are sorted.
    let (mut these, mut those) = (one, other);
    let (mut both, mut shared) = (0_usize, 0_usize);
    while both < MOST {
        let order = match (these.first(), those.first()) {
            (Some(this), Some(that)) => this.cmp(that),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => break,
        };
        these = these.get(usize::from(order.is_le())..).unwrap_or_default();
        those = those.get(usize::from(order.is_ge())..).unwrap_or_default();
        both += 1;
        shared += usize::from(order.is_eq());
    }
    u8::try_from((shared * 100).checked_div(both).unwrap_or(0)).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: [&str; 2] = [
        "I'm so sorry about the cold flat, Mr Chen. Eight degrees with a baby, that must be frightening.",
        "I'll send a technician between two and four today and call you at four myself to make sure.",
    ];

    #[test]
    fn the_same_words_are_alike_whatever_the_commas_and_others_are_not() {
        let one = sketch(ONE);
        let same = ONE.map(|text| text.to_uppercase().replace(',', " – "));
        assert_eq!(alike(&one, &sketch(same.iter().map(String::as_str))), 100);
        let changed =
            [ONE[0], "I'll send somebody tomorrow morning, and you get thirty yuan back for today."];
        let part = alike(&one, &sketch(changed));
        assert!((30..80).contains(&part), "{part}");
        let other = [
            "Good evening, what a dreadful night you have behind you; please tell me since when the radiators are off.",
            "Thank you for the details. Our engineer is free at seven, would that be early enough for the little one?",
        ];
        assert!(alike(&one, &sketch(other)) < 10);
    }

    /// As sets say it, slowly.
    fn by_sets(one: &[u64], other: &[u64]) -> u8 {
        let (these, those): (BTreeSet<u64>, BTreeSet<u64>) =
            (one.iter().copied().collect(), other.iter().copied().collect());
        let both: Vec<u64> = these.union(&those).copied().take(MOST).collect();
        let shared = both.iter().filter(|hash| these.contains(hash) && those.contains(hash)).count();
        u8::try_from(shared * 100 / both.len()).unwrap()
    }

    #[test]
    fn what_is_shared_is_counted_as_sets_would() {
        let whole = sketch(ONE);
        for step in 2..9 {
            let (part, rest): (Vec<_>, Vec<_>) = (1..).zip(&whole).partition(|(n, _)| n % step == 0);
            let rest: Vec<u64> = rest.into_iter().map(|(_, hash)| *hash).collect();
            let more = part.into_iter().map(|(_, hash)| hash ^ (1 << 40));
            let mut changed: Vec<u64> = rest.iter().copied().chain(more).collect();
            changed.sort_unstable();
            for other in [&rest, &changed] {
                assert_eq!(alike(&whole, other), by_sets(&whole, other), "{step}");
                assert_eq!(alike(other, &whole), by_sets(&whole, other), "{step}");
            }
        }
    }

    #[test]
    fn short_texts_are_never_called_alike() {
        assert_eq!(alike(&sketch(["您好，请问"]), &sketch(["您好，请问"])), 0);
    }
}
