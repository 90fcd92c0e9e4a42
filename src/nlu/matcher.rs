//! Finding many phrases at once, each of which may have gaps: `can't * help`, `让您*白跑`.

use aho_corasick::{AhoCorasick, MatchKind};

use crate::base::span::Span;

use super::normalise::normalise;

/// Most characters a gap may bridge in text without spaces.
const GAP_HAN: usize = 8;
/// Most words a gap may bridge in text with spaces.
const GAP_WORDS: usize = 5;
/// Most bytes any gap may bridge.
const GAP_BYTES: usize = 60;

/// A phrase that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The group given when the phrase was added.
    pub group: u32,
    /// Where, in the normalised text.
    pub span: Span,
}

/// Phrases being collected.
#[derive(Default)]
pub struct MatcherBuilder {
    parts: Vec<String>,
    /// For each part: its phrase, and its place in it.
    owners: Vec<(u32, u32)>,
    /// For each phrase: its group and number of parts.
    phrases: Vec<(u32, u32)>,
    topics: bool,
}

impl MatcherBuilder {
    /// For what a question or an offer is about: 您 and 你 are the same, and no gap reaches into another clause.
    pub fn for_topics() -> MatcherBuilder {
        MatcherBuilder { topics: true, ..MatcherBuilder::default() }
    }

    /// Adds a phrase; `*` is a gap. Phrases that are empty after normalising are left out.
    pub fn add(&mut self, group: u32, phrase: &str) {
        let parts: Vec<String> = phrase
            .split('*')
            .map(|part| normalise(part).text().trim().to_owned())
            .map(|part| if self.topics { familiar(&part) } else { part })
            .filter(|part| !part.is_empty())
            .collect();
        if parts.is_empty() {
            return;
        }
        let id = self.phrases.len() as u32;
        self.phrases.push((group, parts.len() as u32));
        for (place, part) in parts.into_iter().enumerate() {
            self.parts.push(part);
            self.owners.push((id, place as u32));
        }
    }

    /// Compiles the phrases. `None` only where the automaton would exceed its address space.
    pub fn build(self) -> Option<Matcher> {
        let automaton = AhoCorasick::builder().match_kind(MatchKind::Standard).build(&self.parts).ok()?;
        Some(Matcher { automaton, owners: self.owners, phrases: self.phrases, topics: self.topics })
    }
}

/// A compiled set of phrases.
#[derive(Clone)]
pub struct Matcher {
    automaton: AhoCorasick,
    owners: Vec<(u32, u32)>,
    phrases: Vec<(u32, u32)>,
    topics: bool,
}

/// 您 as 你: as many bytes, so every place stays what it is.
fn familiar(text: &str) -> String {
    text.replace('您', "你")
}

impl Matcher {
    /// A matcher that finds nothing.
    pub fn empty() -> Option<Matcher> {
        MatcherBuilder::default().build()
    }

    /// Every phrase found in a normalised text, in order of their ends. A phrase may be found more than once.
    pub fn find(&self, text: &str) -> Vec<Hit> {
        let said = self.topics.then(|| familiar(text));
        let text = said.as_deref().unwrap_or(text);
        let mut hits = Vec::new();
        // Chains of phrases with gaps: (phrase, parts found, start, end); kept short, newest first.
        let mut chains: Vec<(u32, u32, usize, usize)> = Vec::new();
        for found in self.automaton.find_overlapping_iter(text) {
            let (start, end) = (found.start(), found.end());
            let Some(&(phrase, place)) = self.owners.get(found.pattern().as_usize()) else { continue };
            let Some(&(group, parts)) = self.phrases.get(phrase as usize) else { continue };
            if !is_whole(text, start, end) {
                continue;
            }
            if parts == 1 {
                hits.push(Hit { group, span: Span::new(start, end) });
            } else if place == 0 {
                chains.push((phrase, 1, start, end));
            } else if let Some(begin) = extend(&mut chains, text, (phrase, place), (start, end), self.topics)
                && place + 1 == parts
            {
                hits.push(Hit { group, span: Span::new(begin, end) });
            }
        }
        hits
    }
}

/// Continues the newest chain that waits for this part; answers where the chain began.
fn extend(
    chains: &mut Vec<(u32, u32, usize, usize)>,
    text: &str,
    (phrase, place): (u32, u32),
    (start, end): (usize, usize),
    topics: bool,
) -> Option<usize> {
    // Finds come in order of their ends, so chains do too: behind the first that is too far back all are.
    let mut near = chains.iter().rev().take_while(|(_, _, _, last)| last.saturating_add(GAP_BYTES) >= start);
    let waiting = near.find(|(p, found, _, last)| {
        *p == phrase
            && *found == place
            && *last <= start
            && bridges(text.get(*last..start).unwrap_or(""), topics)
    });
    let begin = waiting.map(|chain| chain.2)?;
    chains.push((phrase, place + 1, begin, end));
    Some(begin)
}

/// Whether a gap is short enough to hold a phrase together.
fn bridges(gap: &str, topics: bool) -> bool {
    if topics && gap.contains([',', '.', '!', '?', ';', '，', '。', '！', '？', '；', '\n']) {
        return false;
    }
    let words = gap.split_whitespace().count();
    let han = gap.chars().filter(|c| !c.is_ascii()).count();
    if han > 0 { gap.chars().count() <= GAP_HAN } else { words <= GAP_WORDS && gap.len() <= GAP_BYTES }
}

/// Latin words and numbers must not be cut; Han characters have no such border.
pub(super) fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let before = text.get(..start).and_then(|t| t.chars().next_back());
    let after = text.get(end..).and_then(|t| t.chars().next());
    let inside = text.get(start..end).unwrap_or("");
    !(word(before) && word(inside.chars().next()) || word(after) && word(inside.chars().next_back()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(phrases: &[&str], text: &str) -> Vec<(u32, String)> {
        let mut builder = MatcherBuilder::default();
        for (group, phrase) in phrases.iter().enumerate() {
            builder.add(group as u32, phrase);
        }
        let found = builder.build().unwrap().find(text);
        found.into_iter().map(|hit| (hit.group, hit.span.of(text).to_owned())).collect()
    }

    #[test]
    fn english_phrases_match_whole_words_only() {
        assert_eq!(groups(&["late"], "too late, chocolate"), [(0, "late".to_owned())]);
    }

    #[test]
    fn a_gap_bridges_a_few_words_but_not_a_paragraph() {
        assert_eq!(
            groups(&["not * fault"], "it is not really your fault"),
            [(0, "not really your fault".into())]
        );
        assert!(groups(&["not * fault"], "not one two three four five six seven fault").is_empty());
    }

    #[test]
    fn chinese_phrases_match_inside_a_run_of_characters() {
        assert_eq!(groups(&["让您*白跑"], "真是让您又白跑一趟"), [(0, "让您又白跑".to_owned())]);
    }
}
