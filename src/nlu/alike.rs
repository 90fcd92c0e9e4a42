//! Which fact a question is about when nobody prepared its wording: the one that shares most of its telling words. A
//! word tells more the fewer facts have it (inverse document frequency), and the more of a fact's own wordings do.
//! Words are compared by their stems, Chinese by neighbouring characters, and both by groups of words that mean the
//! same in this trade (`synonyms.toml`).

use std::collections::{BTreeMap, BTreeSet};

use crate::base::span::Span;

use super::corpus::Synonyms;
use super::matcher::{Hit, Matcher, MatcherBuilder};
use super::normalise::{is_han, normalise};

/// The table of words that tell nothing.
const FILLER: &str = "filler";
/// The table of every trade.
const GENERAL: &str = "general";

/// Something two texts can share, hashed.
type Unit = u64;

/// Which facts a unit belongs to, by place.
#[derive(Clone, Default)]
struct Known {
    /// In what is written about asking for them, each with the number of wordings that have it.
    asked: Vec<(usize, u32)>,
    /// In what he says when he tells them.
    told: Vec<usize>,
}

/// Compares questions with facts.
#[derive(Clone)]
pub struct Alike {
    groups: Matcher,
    filler: Matcher,
    /// In order of the units.
    known: Vec<(Unit, Known)>,
    facts: usize,
}

/// What is written about a fact: how it is asked for, and what is told.
pub struct Wording {
    /// Ways to ask for it.
    pub asked: Vec<String>,
    /// Ways it is told.
    pub told: Vec<String>,
}

/// Worth of a unit that one fact alone has; what all have tells nothing.
const WORTH: u32 = 100;
/// Worth of a unit that no fact has: it speaks against all of them.
const STRANGE: u32 = 35;
/// Percent of a unit's worth for a fact one of whose wordings has it, and for each more, up to three.
const ONCE: u32 = 80;
const MORE: u32 = 10;
/// Percent of its worth where it is only told: he answers in words of his own.
const TOLD: u32 = 40;
/// Percent of a question's worth that its fact must cover; and percent of the next best that it must come to.
const COVERED: u32 = 46;
const AHEAD: u32 = 105;
/// The same for an open question that one word of a fact's own wording brings to mind.
const REMINDED: u32 = 40;
/// Least worth, in Chinese and in English: a pair of characters or a word and something beside it.
const LEAST_HAN: u32 = 90;
const LEAST_WORDS: u32 = 110;

impl Alike {
    /// Compiles the groups of a trade and the facts. `None` where they exceed what an automaton can address.
    pub fn new(synonyms: &Synonyms, industry: &str, facts: &[Wording]) -> Option<Alike> {
        let mut groups = MatcherBuilder::default();
        let tables = [GENERAL, industry].into_iter().filter_map(|name| synonyms.0.get(name));
        for (group, words) in tables.flat_map(|table| table.values()).enumerate() {
            words.iter().for_each(|word| groups.add(group as u32, word));
        }
        let mut filler = MatcherBuilder::default();
        let fillers = synonyms.0.get(FILLER).into_iter().flat_map(|table| table.values()).flatten();
        fillers.for_each(|word| filler.add(0, word));
        let mut alike =
            Alike { groups: groups.build()?, filler: filler.build()?, known: Vec::new(), facts: facts.len() };
        let mut known: BTreeMap<Unit, Known> = BTreeMap::new();
        for (place, wording) in facts.iter().enumerate() {
            for (unit, times) in alike.counted(&wording.asked) {
                known.entry(unit).or_default().asked.push((place, times));
            }
            for unit in alike.units_of(&wording.told) {
                known.entry(unit).or_default().told.push(place);
            }
        }
        alike.known = known.into_iter().collect();
        Some(alike)
    }

    fn units_of(&self, texts: &[String]) -> BTreeSet<Unit> {
        texts.iter().flat_map(|text| self.units(normalise(text).text())).map(|(unit, _)| unit).collect()
    }

    /// In how many texts each unit stands.
    fn counted(&self, texts: &[String]) -> BTreeMap<Unit, u32> {
        let mut counts = BTreeMap::new();
        for (unit, _) in texts.iter().flat_map(|text| self.units(normalise(text).text())) {
            *counts.entry(unit).or_insert(0) += 1;
        }
        counts
    }

    /// The units of a normalised text, sorted, none twice; with each whether it counts as strange where no fact has it.
    /// A word that stands for its group does not: the group does already.
    fn units(&self, text: &str) -> Vec<(Unit, bool)> {
        let spans = |hits: &[Hit]| -> Vec<Span> { hits.iter().map(|hit| hit.span).collect() };
        let groups = self.groups.find(text);
        let mut units: Vec<(Unit, bool)> =
            groups.iter().map(|hit| (hash(b'g', &hit.group.to_le_bytes()), true)).collect();
        let (grouped, filler) = (spans(&groups), spans(&self.filler.find(text)));
        let inside =
            |all: &[Span], span: Span| all.iter().any(|f| f.start <= span.start && span.end <= f.end);
        let mut add = |kind: u8, span: Span, word: &str| {
            if !inside(&filler, span) {
                units.push((hash(kind, word.as_bytes()), !inside(&grouped, span)));
            }
        };
        let han: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| is_han(*c)).collect();
        for pair in han.windows(2) {
            if let &[(at, first), (next, second)] = pair
                && next == at + first.len_utf8()
            {
                let span = Span::new(at, next + second.len_utf8());
                add(b'h', span, span.of(text));
            }
        }
        for (at, word) in words(text) {
            add(b'w', Span::new(at, at + word.len()), stem(word));
        }
        units.sort_unstable();
        units.dedup_by_key(|(unit, _)| *unit);
        units
    }

    /// The fact a question is about, by place. `None` where it is like none, or like two.
    pub fn fact(&self, question: &str) -> Option<usize> {
        let best = self.compare(question)?;
        let least = if question.chars().any(is_han) { LEAST_HAN } else { LEAST_WORDS };
        let clear = best.score >= least && best.score * 100 >= best.whole * COVERED;
        (clear && best.score * 100 >= best.second * AHEAD).then_some(best.fact)
    }

    /// The fact that comes to mind at an open question: one telling word of its own wording is enough, if little else in the
    /// question speaks against it.
    pub fn reminds(&self, question: &str) -> Option<usize> {
        let best = self.compare(question)?;
        let clear = best.score >= WORTH * ONCE / 100 && best.score * 100 >= best.whole * REMINDED;
        (clear && best.score >= 2 * best.second).then_some(best.fact)
    }

    /// Percent of a question's worth that speaks for one fact, by place.
    pub fn share(&self, question: &str, fact: usize) -> u32 {
        let scored = self.score(question);
        let score = scored.scores.get(fact).copied().unwrap_or(0);
        (score * 100).checked_div(scored.whole).unwrap_or(0)
    }

    fn score(&self, question: &str) -> Scored {
        let mut scored = Scored { scores: vec![0; self.facts], whole: 0 };
        let all = log2(2 * self.facts.max(2) as u32) - log2(2);
        for (unit, strange) in self.units(question) {
            let known = self.known.binary_search_by_key(&unit, |(unit, _)| *unit).ok();
            let Some((_, Known { asked, told })) = known.and_then(|at| self.known.get(at)) else {
                scored.whole += if strange { STRANGE } else { 0 };
                continue;
            };
            let is_asked = |place: &usize| asked.iter().any(|(at, _)| at == place);
            let only_told = || told.iter().filter(|place| !is_asked(place));
            // What is only told counts half among those that have it.
            let having = (2 * asked.len() + only_told().count()) as u32;
            let common = log2(having.max(2)) - log2(2);
            let worth = WORTH * all.saturating_sub(common) / all.max(1);
            scored.whole += worth;
            let share = |times: u32| (ONCE + MORE * times.saturating_sub(1)).min(100);
            let asked = asked.iter().map(|(place, times)| (*place, share(*times)));
            for (place, share) in asked.chain(only_told().map(|place| (*place, TOLD))) {
                if let Some(score) = scored.scores.get_mut(place) {
                    *score += worth * share / 100;
                }
            }
        }
        scored
    }

    fn compare(&self, question: &str) -> Option<Best> {
        let Scored { scores, whole } = self.score(question);
        let (best, score) =
            scores.iter().copied().enumerate().max_by_key(|(at, score)| (*score, std::cmp::Reverse(*at)))?;
        let second =
            scores.iter().enumerate().filter(|(at, _)| *at != best).map(|(_, s)| *s).max().unwrap_or(0);
        Some(Best { fact: best, score, second, whole })
    }
}

/// The logarithm to base 2 in hundredths, between powers of two in a straight line. 0 counts as 1.
fn log2(n: u32) -> u32 {
    let whole = n.max(1).ilog2();
    let power = 1u32 << whole;
    whole * 100 + (n.max(1) - power) * 100 / power
}

/// How a question compares with every fact.
struct Scored {
    scores: Vec<u32>,
    /// The worth of everything in the question.
    whole: u32,
}

/// How the best fact compares with a question.
struct Best {
    fact: usize,
    score: u32,
    /// The score of the next best.
    second: u32,
    /// The worth of everything in the question.
    whole: u32,
}

/// Latin words of two letters or more, with their places.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let tail = text.get(rest..)?;
        let start = rest + tail.find(|c: char| c.is_ascii_alphabetic())?;
        let word = text.get(start..)?;
        let length = word.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(word.len());
        rest = start + length.max(1);
        text.get(start..start + length).map(|word| (start, word))
    })
    .filter(|(_, word)| word.len() > 1)
}

/// A word without its endings; rough, and the same for both sides.
fn stem(word: &str) -> &str {
    for ending in ["ing", "ed", "es", "s", "d"] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= 3) {
            return stem.strip_suffix('e').filter(|s| s.len() >= 3).unwrap_or(stem);
        }
    }
    word.strip_suffix('e').filter(|stem| stem.len() >= 3).unwrap_or(word)
}

fn hash(kind: u8, bytes: &[u8]) -> Unit {
    let start = 0xcbf2_9ce4_8422_2325_u64 ^ u64::from(kind);
    bytes.iter().fold(start, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x0000_0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn synonyms() -> Synonyms {
        toml::from_str(
            "[filler]\nwords = [\"what\", \"were\", \"you\", \"the\", \"it\", \"when\", \"did\", \"is\", \"in\"]\n\
             [general]\nchild = [\"baby\", \"little one\", \"kids\", \"孩子\", \"宝宝\"]\n\
             [repair]\nbroke = [\"died\", \"went black\", \"cut out\"]\n",
        )
        .unwrap()
    }

    fn facts() -> Alike {
        let fact = |asked: &[&'static str], told: &[&'static str]| Wording {
            asked: asked.iter().map(|text| text.to_string()).collect(),
            told: told.iter().map(|text| text.to_string()).collect(),
        };
        let facts = [
            fact(
                &["when did it die", "what happened just before"],
                &["Last night, in the middle of a call."],
            ),
            fact(&["is a baby in the flat", "家里有没有孩子"], &["She is seven months old."]),
            fact(&["who made the promise", "谁答应您的"], &["Kai, the one with the earring."]),
        ];
        Alike::new(&synonyms(), "repair", &facts).unwrap()
    }

    #[test]
    fn a_question_in_other_words_finds_its_fact() {
        let facts = facts();
        assert_eq!(facts.fact("tell me what happened when it died"), Some(0));
        assert_eq!(facts.fact("is there a little one in the flat"), Some(1));
        assert_eq!(facts.fact("who promised that"), Some(2));
        assert_eq!(facts.fact("家里宝宝还好吗，有没有孩子"), Some(1));
    }

    #[test]
    fn a_question_about_something_else_finds_none() {
        let facts = facts();
        for question in ["what colour is the sofa", "how are things", "您方便发个照片吗", ""] {
            assert_eq!(facts.fact(question), None, "{question}");
        }
    }
}
