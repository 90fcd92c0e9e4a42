//! Which lines insult or hold in contempt, by lists of words in `locales/<lang>/harsh.toml`, so that whoever writes lines
//! need not mark them one by one; and what is left to say without those lines.

use std::collections::BTreeMap;

use aho_corasick::AhoCorasick;
use serde::Deserialize;

use crate::base::gentle::Gentle;
use crate::base::hash::ContentHash;

use super::lines::{Book, Line, Lines};
use super::model::Texts;

/// The lists of a language as written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct HarshFile {
    /// Words that attack the trainee herself: her wits, her worth, her honesty.
    pub insults: Vec<String>,
    /// Words that mock her or look down on her.
    pub contempt: Vec<String>,
}

/// The lists of a language, compiled.
#[derive(Clone, Debug)]
pub struct Harsh {
    /// Hash over the lists: what a conversation with a limit is played with.
    pub hash: ContentHash,
    /// `None` where there are no words, or too many for an automaton.
    automaton: Option<AhoCorasick>,
    /// How many of the patterns are insults; the others are contempt.
    insults: usize,
}

impl Harsh {
    /// Compiles a language's lists.
    pub fn new(file: &HarshFile) -> Harsh {
        let all = || file.insults.iter().chain(&file.contempt).filter(|word| !word.is_empty());
        let insults = file.insults.iter().filter(|word| !word.is_empty()).count();
        let automaton = AhoCorasick::builder().ascii_case_insensitive(true).build(all()).ok();
        let count = [insults.to_string()];
        let parts = count.iter().chain(all()).flat_map(|word| [word.as_bytes(), b"\n"]);
        Harsh { hash: ContentHash::of(parts), automaton: automaton.filter(|_| all().count() > 0), insults }
    }

    /// Whether a text has a word that this limit does not let through. Latin words count whole only.
    pub fn offends(&self, text: &str, gentle: Gentle) -> bool {
        let most = match gentle {
            Gentle::AsIs => return false,
            Gentle::NoInsults => self.insults,
            Gentle::NoContempt => usize::MAX,
        };
        let Some(automaton) = &self.automaton else { return false };
        let letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        let bytes = text.as_bytes();
        automaton.find_overlapping_iter(text).any(|hit| {
            let before = hit.start().checked_sub(1).and_then(|at| bytes.get(at));
            let opens = letter(bytes.get(hit.start())) && letter(before);
            let last = hit.end().checked_sub(1).and_then(|at| bytes.get(at));
            let closes = letter(last) && letter(bytes.get(hit.end()));
            hit.pattern().as_usize() < most && !opens && !closes
        })
    }

    /// A language's lines without those that this limit does not let through. A key whose lines all go has none: the
    /// next plainer key speaks for it.
    pub fn book(&self, book: &Book, gentle: Gentle) -> Book {
        let types = book.types.iter().map(|(id, lines)| (id.clone(), self.keyed(lines, gentle)));
        Book {
            general: self.keyed(&book.general, gentle),
            types: types.collect::<BTreeMap<_, _>>(),
            presumptions: book.presumptions.clone(),
        }
    }

    /// A persona's texts without the lines that this limit does not let through. What he has to tell he still tells:
    /// where nothing else says it, the line stays.
    pub fn texts(&self, texts: &Texts, gentle: Gentle) -> Texts {
        let mut texts = texts.clone();
        let opening = |bubbles: &Vec<String>| bubbles.iter().any(|bubble| self.offends(bubble, gentle));
        if !texts.opening.iter().all(opening) {
            texts.opening.retain(|bubbles| !opening(bubbles));
        }
        for fact in &mut texts.facts {
            self.thin(&mut fact.tell_high, gentle, !fact.tell.is_empty());
            self.thin(&mut fact.tell, gentle, false);
        }
        for demand in &mut texts.demands {
            self.thin(&mut demand.push_high, gentle, true);
            self.thin(&mut demand.push, gentle, true);
        }
        for offer in &mut texts.offers {
            for lines in [&mut offer.taken, &mut offer.taken_early, &mut offer.done] {
                self.thin(lines, gentle, false);
            }
        }
        for detail in &mut texts.details {
            self.thin(&mut detail.tell, gentle, false);
        }
        texts.lines = self.keyed(&texts.lines, gentle);
        texts
    }

    fn keyed(&self, lines: &Lines, gentle: Gentle) -> Lines {
        lines.without(|line| self.offends(&line.text(), gentle))
    }

    /// Takes the harsh lines out of a list; all of them only where something else speaks for it.
    fn thin(&self, lines: &mut Vec<Line>, gentle: Gentle, replaced: bool) {
        let harsh = |line: &Line| self.offends(&line.text(), gentle);
        if replaced || !lines.iter().all(harsh) {
            lines.retain(|line| !harsh(line));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::persona::lines::parse_pattern;

    fn harsh() -> Harsh {
        let list = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        Harsh::new(&HarshFile {
            insults: list(&["fool", "你脑子"]), contempt: list(&["genius", "笑话"])
        })
    }

    #[test]
    fn the_middle_limit_lets_contempt_through_and_the_strict_one_neither() {
        let told = |text: &str| Gentle::ALL.map(|gentle| harsh().offends(text, gentle));
        assert_eq!(told("You FOOL."), [false, true, true]);
        assert_eq!(told("你脑子呢？"), [false, true, true]);
        assert_eq!(told("Right, genius."), [false, false, true]);
        assert_eq!(told("这真是个笑话。"), [false, false, true]);
        assert_eq!(told("A foolproof plan, and I was befooled."), [false; 3]);
    }

    #[test]
    fn a_key_loses_its_harsh_lines_and_keeps_the_ids_of_the_others() {
        let mut book = Book::default();
        for text in ["You fool.", "That is no answer.", "Right, genius."] {
            book.general.add("general", "react-minimal", parse_pattern(text).unwrap());
        }
        let left = |gentle| {
            let book = harsh().book(&book, gentle);
            book.general
                .get("react-minimal")
                .iter()
                .map(|line| line.id.as_str().to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(left(Gentle::NoInsults), ["general/react-minimal.1", "general/react-minimal.2"]);
        assert_eq!(left(Gentle::NoContempt), ["general/react-minimal.1"]);
        assert_eq!(left(Gentle::AsIs).len(), 3);
    }

    #[test]
    fn what_can_only_be_told_harshly_is_told_all_the_same() {
        let line = |text| Line::new("x".to_owned().into(), parse_pattern(text).unwrap());
        let mut texts = Texts { opening: vec![vec!["You fool!".to_owned()]], ..Texts::default() };
        let tell = vec![line("Three days, you fool.")];
        let push = vec![line("Refund me, fool.")];
        texts.facts.push(crate::persona::model::FactTexts { tell, ..Default::default() });
        texts.demands.push(crate::persona::model::DemandTexts { push, ..Default::default() });
        let left = harsh().texts(&texts, Gentle::NoContempt);
        assert_eq!((left.opening.len(), left.facts[0].tell.len(), left.demands[0].push.len()), (1, 1, 0));
    }
}
