//! A place in the text where a slot may begin, with everything readers ask about it.

use super::number::{self, Quantity};
use super::value::DayPart;

/// A place to read from.
#[derive(Clone, Debug)]
pub(super) struct At<'a> {
    /// The whole text.
    pub text: &'a str,
    /// Byte offset of `rest`.
    pub pos: usize,
    /// The text from here.
    pub rest: &'a str,
    /// The first character of `rest`; a blank at the end.
    pub first: char,
    /// The character before; a blank at the beginning.
    pub before: char,
    /// The ASCII word that begins here; empty elsewhere.
    pub word: &'a str,
    /// The number that begins here.
    pub number: Option<Quantity>,
    /// The English word this time is governed by (`by`, `at`...), or nothing.
    pub lead: &'static str,
    /// The part of day that stood right before.
    pub part: Option<DayPart>,
}

impl<'a> At<'a> {
    pub fn start(text: &'a str) -> At<'a> {
        At::new(text, 0)
    }

    fn new(text: &'a str, pos: usize) -> At<'a> {
        let (head, rest) = text.split_at_checked(pos).unwrap_or((text, ""));
        let first = rest.chars().next().unwrap_or(' ');
        let before = head.chars().next_back().unwrap_or(' ');
        let fresh = !before.is_ascii_alphanumeric();
        let word = if fresh && first.is_ascii_alphabetic() { word(rest) } else { "" };
        let begins = if first.is_ascii_digit() { fresh } else { true };
        let number = if begins && number::may_start(first, word) { number::quantity(rest) } else { None };
        At { text, pos, rest, first, before, word, number, lead: "", part: None }
    }

    /// The place `length` bytes on.
    pub fn after(&self, length: usize) -> At<'a> {
        At::new(self.text, self.pos + length)
    }

    /// The next place a slot may begin: behind the word or number here, or one character on.
    pub fn skip(&self) -> At<'a> {
        let run = |keep: fn(char) -> bool| self.rest.len() - self.rest.trim_start_matches(keep).len();
        let length = match self.first {
            c if c.is_ascii_alphanumeric() => run(|c| c.is_ascii_alphanumeric()),
            // What an ordinal counts is not counted (第一时间, 第二天).
            '第' => '第'.len_utf8() + number::run(self.tail('第'.len_utf8())),
            c if number::is_digit(c) => number::run(self.rest),
            c => c.len_utf8(),
        };
        let mut next = self.after(length.max(1));
        // A part of day reaches over blanks and what binds it to the clock (明天下午的3点, tonight at 8).
        if matches!(self.first, ' ' | '的' | '在' | ',') || matches!(self.word, "at" | "around" | "about") {
            next.part = self.part;
        }
        next
    }

    /// The text `length` bytes on.
    pub fn tail(&self, length: usize) -> &'a str {
        self.rest.get(length..).unwrap_or("")
    }

    /// The number here that has no unit of its own, and the text behind it.
    pub fn counted(&self) -> Option<(Quantity, &'a str)> {
        let number = self.number?;
        Some((number, self.tail(number.length)))
    }

    /// The text before here ends with one of these.
    pub fn follows(&self, words: &[&str]) -> bool {
        let head = self.text.get(..self.pos).unwrap_or("");
        words.iter().any(|word| head.ends_with(word))
    }
}

/// The run of ASCII letters and digits at the beginning.
pub(super) fn word(text: &str) -> &str {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    text.get(..text.len() - rest.len()).unwrap_or("")
}

/// How many bytes the first of `options` takes that `text` begins with; ASCII options end at a word border.
pub(super) fn any(text: &str, options: &[&str]) -> Option<usize> {
    options.iter().find_map(|option| {
        let rest = text.strip_prefix(option)?;
        let latin = option.ends_with(|c: char| c.is_ascii_alphanumeric());
        let goes_on = latin && rest.starts_with(|c: char| c.is_ascii_alphanumeric());
        (!goes_on).then_some(option.len())
    })
}

/// Like [`any`], with 0 for none.
pub(super) fn optional(text: &str, options: &[&str]) -> usize {
    any(text, options).unwrap_or(0)
}

/// The value of the first entry whose word `text` begins with, and the word's length. ASCII words end at a border.
pub(super) fn lookup<T: Copy>(text: &str, table: &[(&str, T)]) -> Option<(T, usize)> {
    table.iter().find_map(|(word, value)| any(text, &[word]).map(|length| (*value, length)))
}
