//! Whether two runs are in the same words, told from sketches that hold no word: the smallest hashes of all stretches of a few
//! characters. The share of them that two sketches have in common is, within some points, the share of stretches that the texts do.

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

/// How much of two texts is the same, in percent, by their sketches; 0 where one of them is too short to tell.
pub fn alike(one: &[u64], other: &[u64]) -> u8 {
    if one.len().min(other.len()) < FEWEST {
        return 0;
    }
    // The smallest of both together are a sketch of both; those in both sketches are in both texts.
    let (these, those): (BTreeSet<u64>, BTreeSet<u64>) =
        (one.iter().copied().collect(), other.iter().copied().collect());
    let both: Vec<u64> = these.union(&those).copied().take(MOST).collect();
    let shared = both.iter().filter(|hash| these.contains(hash) && those.contains(hash)).count();
    u8::try_from((shared * 100).checked_div(both.len()).unwrap_or(0)).unwrap_or(100)
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

    #[test]
    fn short_texts_are_never_called_alike() {
        assert_eq!(alike(&sketch(["您好，请问"]), &sketch(["您好，请问"])), 0);
    }
}
