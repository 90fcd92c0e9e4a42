//! Cuts a normalised text into clauses: the stretches that do one thing each and can be quoted alone.

use serde::{Deserialize, Serialize};

use super::normalise::{Normal, is_han};
use crate::base::span::Span;

/// What closes a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClauseEnd {
    /// Nothing: the text ends, or the next clause begins with a conjunction or after an interjection.
    None,
    /// A comma, semicolon, colon, dash, tilde, or a blank between Chinese words.
    Comma,
    /// A line break.
    Line,
    /// A full stop.
    Stop,
    /// An exclamation mark.
    Exclaim,
    /// A question mark.
    Question,
}

/// One clause. Never empty, no blanks at either end, its closing mark outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// Where it stands in the normalised text.
    pub span: Span,
    /// Which sentence it belongs to, from 0.
    pub sentence: u16,
    /// What closes it.
    pub end: ClauseEnd,
}

/// Abbreviations whose full stop ends nothing; `ww` is what is left of www.
const ABBREVIATIONS: &[&str] =
    &["mr", "mrs", "ms", "dr", "prof", "st", "vs", "approx", "dept", "inc", "ltd", "co", "tel", "ext", "ww"];
/// What follows the dot of an address.
const DOMAINS: &[&str] = &["com", "cn", "net", "org", "io", "hk", "tw", "html", "pdf", "jpg", "png"];
/// Conjunctions that open a clause by contradicting the one before, with what may stand before or after them when
/// they are part of another word.
const CONTRASTS: &[(&str, &[char], &[char])] = &[
    ("但", &['不', '非', '岂'], &['凡', '愿']),
    (
        "不过",
        &['只', '好', '受', '气', '说', '比', '拗', '熬', '抵', '敌'],
        &['分', '气', '来', '去', '敏', '期'],
    ),
    ("可是", &['你', '您', '我', '他', '她', '这', '那', '就'], &[]),
    ("然而", &[], &[]),
];
/// English words before which a clause of more than [`LONG`] words is cut.
const JOINS: &[&str] = &[" and ", " so "];
/// Words that a clause needs before `and` or `so` cuts it.
const LONG: usize = 8;
/// Chinese interjections and short answers, the longer ones first.
const HAN_OPENERS: &[&str] = &[
    "早上好",
    "下午好",
    "晚上好",
    "中午好",
    "哎呀",
    "哎哟",
    "唉呀",
    "嗯嗯",
    "好的",
    "好嘞",
    "好滴",
    "您好",
    "你好",
    "是的",
    "嗯",
    "哦",
    "噢",
    "唉",
    "哎",
    "喂",
];
/// With one of these a new statement begins; anything else may belong to the opener (好的服务, 你好慢).
const STATEMENT_STARTS: &str = "我您你那这请马没稍明先现收了知谢亲咱立让给王张李刘陈";
/// English interjections, and the words that bind each to what follows.
const LATIN_OPENERS: &[(&str, &[&str])] = &[
    ("ok", &["with", "for", "if", "so"]),
    ("okay", &["with", "for", "if", "so"]),
    ("sorry", &["about", "for", "to", "that", "if", "but", "again", "not", "we", "i", "you", "this", "it"]),
    ("hi", &["there"]),
    ("hello", &["there", "again"]),
    ("hey", &["there"]),
    ("yes", &[]),
    ("yeah", &[]),
    ("oh", &["my", "no", "dear"]),
    ("hmm", &[]),
    ("well", &["done", "then", "aware"]),
];

/// The clauses of a text, left to right and apart from each other. Stretches of nothing but marks are left out.
pub fn clauses(normal: &Normal) -> Vec<Clause> {
    let text = normal.text();
    let mut cutter = Cutter { text, out: Vec::new(), sentence: 0 };
    let mut start = 0;
    let mut before = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, n)| *n);
        if let Some(end) = border(text, at, c, before, next) {
            cutter.close(start, at, end);
            start = at + c.len_utf8();
        }
        before = Some(c);
    }
    cutter.close(start, text.len(), ClauseEnd::None);
    cutter.out
}

/// What the character `c` at `at` closes, if anything.
fn border(text: &str, at: usize, c: char, before: Option<char>, next: Option<char>) -> Option<ClauseEnd> {
    let between = |f: fn(char) -> bool| before.is_some_and(f) && next.is_some_and(f);
    let digits = || between(|c| c.is_ascii_digit());
    match c {
        '?' => Some(ClauseEnd::Question),
        '!' => Some(ClauseEnd::Exclaim),
        '\n' => Some(ClauseEnd::Line),
        ';' | '—' => Some(ClauseEnd::Comma),
        ',' => (!(digits() && thousands(text, at))).then_some(ClauseEnd::Comma),
        ':' => (!digits() && next != Some('/')).then_some(ClauseEnd::Comma),
        '~' => (!digits()).then_some(ClauseEnd::Comma),
        ' ' => between(is_han).then_some(ClauseEnd::Comma),
        '-' => between(|c| c == ' ').then_some(ClauseEnd::Comma),
        '.' => (!digits() && full_stop(text, at, next)).then_some(ClauseEnd::Stop),
        _ => None,
    }
}

/// Whether exactly three digits follow the comma at `at`.
fn thousands(text: &str, at: usize) -> bool {
    let after = text.get(at + 1..).unwrap_or("");
    after.bytes().take_while(u8::is_ascii_digit).count() == 3
}

/// Whether the dot at `at` ends a sentence, rather than an abbreviation or an address.
fn full_stop(text: &str, at: usize, next: Option<char>) -> bool {
    let (head, tail) = (text.get(..at).unwrap_or(""), text.get(at + 1..).unwrap_or(""));
    let word = last_word(head);
    let following = first_word(tail.trim_start());
    let glued = next.is_some_and(|c| c.is_ascii_alphanumeric());
    match next {
        None | Some('\n') => true,
        _ if word.is_empty() => true,
        _ if ABBREVIATIONS.contains(&word) => false,
        _ if word == "no" && following.starts_with(|c: char| c.is_ascii_digit()) => false,
        // Single letters: e.g., i.e., a.m., p.m.; the second dot too.
        _ if word.len() == 1 && word.starts_with(|c: char| c.is_ascii_alphabetic()) => {
            !(glued || head.len() > 1 && head.get(..head.len() - 1).is_some_and(|h| h.ends_with('.')))
        }
        _ if glued => !DOMAINS.contains(&following) && !following.starts_with(|c: char| c.is_ascii_digit()),
        _ => true,
    }
}

fn last_word(head: &str) -> &str {
    let start = head.trim_end_matches(|c: char| c.is_ascii_alphanumeric()).len();
    head.get(start..).unwrap_or("")
}

fn first_word(tail: &str) -> &str {
    let rest = tail.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    tail.get(..tail.len() - rest.len()).unwrap_or("")
}

/// Collects clauses; counts sentences.
struct Cutter<'a> {
    text: &'a str,
    out: Vec<Clause>,
    sentence: u16,
}

impl Cutter<'_> {
    /// Closes the stretch `start..end`: cuts it finer, or, where only marks stand, lets a stronger mark count for the
    /// clause before (`好!?` asks).
    fn close(&mut self, start: usize, end: usize, mark: ClauseEnd) {
        let (start, end) = trim(self.text, start, end);
        let ends_sentence = mark > ClauseEnd::Comma;
        if start == end {
            let sentence = self.sentence;
            if let Some(last) = self.out.last_mut().filter(|c| mark > c.end && c.end != ClauseEnd::None) {
                let was_open = last.sentence == sentence;
                last.end = mark;
                self.sentence = sentence.saturating_add(u16::from(ends_sentence && was_open));
            }
            return;
        }
        let mut from = start;
        while let Some(cut) = cut(self.text.get(from..end).unwrap_or("")) {
            self.push(from, from + cut, ClauseEnd::None);
            from += cut;
        }
        self.push(from, end, mark);
        self.sentence = self.sentence.saturating_add(u16::from(ends_sentence));
    }

    fn push(&mut self, start: usize, end: usize, mark: ClauseEnd) {
        let (start, end) = trim(self.text, start, end);
        if start < end {
            self.out.push(Clause { span: Span::new(start, end), sentence: self.sentence, end: mark });
        }
    }
}

/// Takes blanks off both ends; a stretch without a word, a digit or a symbol becomes empty.
fn trim(text: &str, start: usize, end: usize) -> (usize, usize) {
    let stretch = text.get(start..end).unwrap_or("");
    let left = stretch.trim_start();
    let start = end - left.len().min(end);
    let worded = left.chars().any(|c| !c.is_ascii_punctuation() && c != '—' && !c.is_whitespace());
    if worded { (start, start + left.trim_end().len()) } else { (start, start) }
}

/// Where the first clause of a stretch between marks ends, if there is a second one. Never 0, never the whole.
fn cut(stretch: &str) -> Option<usize> {
    let found = opener(stretch).or_else(|| contrast(stretch)).or_else(|| joined(stretch))?;
    (found > 0 && found < stretch.len()).then_some(found)
}

/// The length of an interjection that a statement follows.
fn opener(stretch: &str) -> Option<usize> {
    let first = stretch.chars().next()?;
    if is_han(first) {
        let word = HAN_OPENERS.iter().find(|w| stretch.starts_with(**w))?;
        let next = stretch.get(word.len()..)?.chars().next()?;
        return STATEMENT_STARTS.contains(next).then_some(word.len());
    }
    let word = first_word(stretch);
    let (_, bound) = LATIN_OPENERS.iter().find(|(w, _)| *w == word)?;
    let rest = stretch.get(word.len()..)?.strip_prefix(' ')?;
    (!bound.contains(&first_word(rest))).then_some(word.len())
}

/// Where a contrast conjunction opens a second clause.
fn contrast(stretch: &str) -> Option<usize> {
    stretch
        .char_indices()
        .skip(1)
        .find(|(at, c)| match c {
            ' ' => english_contrast(stretch, *at),
            '但' | '不' | '可' | '然' => chinese_contrast(stretch, *at),
            _ => false,
        })
        .map(|(at, _)| at)
}

fn english_contrast(stretch: &str, at: usize) -> bool {
    let (head, tail) = (stretch.get(..at).unwrap_or(""), stretch.get(at..).unwrap_or(""));
    match tail {
        t if t.starts_with(" but ") => {
            !matches!(last_word(head), "nothing" | "anything" | "all" | "everything")
        }
        t => t.starts_with(" however ") && !t.starts_with(" however you") && !t.starts_with(" however long"),
    }
}

fn chinese_contrast(stretch: &str, at: usize) -> bool {
    let (head, tail) = (stretch.get(..at).unwrap_or(""), stretch.get(at..).unwrap_or(""));
    CONTRASTS.iter().any(|(word, before, after)| {
        tail.strip_prefix(word)
            .is_some_and(|rest| !head.ends_with(*before) && !rest.starts_with(*after) && !rest.is_empty())
    })
}

/// Where `and` or `so` goes on after a long clause.
fn joined(stretch: &str) -> Option<usize> {
    let mut words = 0;
    stretch.char_indices().filter(|(_, c)| *c == ' ').find_map(|(at, _)| {
        words += 1;
        let tail = stretch.get(at..)?;
        (words > LONG && JOINS.iter().any(|join| tail.starts_with(join))).then_some(at)
    })
}
