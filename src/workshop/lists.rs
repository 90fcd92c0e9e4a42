//! Words that a language looks out for in texts: `locales/<lang>/workshop.toml`.

use std::ops::Range;

use serde::Deserialize;

/// The lists of a language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Lists {
    /// Words that demean people for what they are.
    pub slurs: Vec<String>,
    /// Threats to life and limb.
    pub violence: Vec<String>,
    /// Origin, faith, sex, disability, illness: nothing that a case should hang on.
    pub protected: Vec<String>,
    /// Words so common that as a cue they would be found in every other message.
    pub common: Vec<String>,
    /// What writers leave where something is still to be written.
    pub leftover: Vec<String>,
    /// Characters that texts of this language are not written with: those of the other Chinese script.
    pub foreign: String,
}

/// The places of a list's words in a text, without regard to case; Latin words count whole only.
pub fn found(words: &[String], text: &str) -> Vec<Range<usize>> {
    let lower = text.to_ascii_lowercase();
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let mut places: Vec<Range<usize>> = words
        .iter()
        .filter(|word| !word.is_empty())
        .flat_map(|word| {
            let word = word.to_ascii_lowercase();
            let whole = |hit: &Range<usize>| {
                let before = lower.get(..hit.start).and_then(|text| text.chars().next_back());
                let after = lower.get(hit.end..).and_then(|text| text.chars().next());
                let opens = letter(word.chars().next()) && letter(before);
                !(opens || letter(word.chars().last()) && letter(after))
            };
            lower.match_indices(&word).map(|(at, hit)| at..at + hit.len()).filter(whole).collect::<Vec<_>>()
        })
        .collect();
    places.sort_by_key(|place| (place.start, std::cmp::Reverse(place.end)));
    places
}
