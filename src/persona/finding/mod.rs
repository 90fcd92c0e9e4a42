//! What is wrong with a content file, precisely enough to mend it: a code, its place, and the values that belong to it.
//! The words are in `locales/<lang>/workshop.ftl`: `codes` (every code there is, and under which key its words stand),
//! `read` (TOML, with everything that is wrong with it).

pub mod codes;
pub mod read;
mod syntax;

use serde::Serialize;

pub use read::{read_toml, read_toml_anyway};

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The file is used all the same.
    Warning,
    /// The file, or the customer, is of no use as it is.
    Error,
}

impl Severity {
    /// The id in machine-readable output and locales.
    pub fn id(self) -> &'static str {
        match self {
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// A value that a finding's words are told with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// Something written in a file, or said by another program: shown as it is.
    Text(String),
    /// A number.
    Number(i64),
    /// Names, to be listed.
    Names(Vec<String>),
    /// A kind of thing, such as `fact`; each language has its word under `thing-<id>`.
    Thing(&'static str),
}

/// Most problems of one kind that are told about one file. More help nobody; and where each stands is counted from the
/// file's beginning, so that tens of thousands in a long file would take minutes.
pub const MOST: usize = 60;

/// One problem in one content file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Stable code such as `persona.unknown-type`; all are in [`codes::CODES`].
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The file, as the library named it.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Where the offending stretch ends: line and column after its last character, from 1.
    pub end: (usize, usize),
    /// The offending stretch, as byte range into the file; empty where only the place is known.
    pub span: std::ops::Range<usize>,
    /// What the words are told with, by the names that the words use.
    pub args: Vec<(&'static str, Value)>,
    /// The nearest valid name, where one is near enough to help.
    pub near: Option<String>,
}

impl Finding {
    /// A finding about a whole line of a file whose text is not at hand.
    pub fn at_line(code: &'static str, severity: Severity, file: &str, line: usize) -> Finding {
        debug_assert!(codes::is_known(code), "{code} is not among the codes");
        let (file, span) = (file.to_owned(), 0..0);
        Finding { code, severity, file, line, column: 1, end: (line, 1), span, args: Vec::new(), near: None }
    }

    /// The same at a byte range of a file: the line and column of where it stands, and of where it ends. What of the range lies behind
    /// the text, as parsers have it where a file ends too early, is cut off.
    pub fn placed(mut self, source: Source<'_>, span: std::ops::Range<usize>) -> Finding {
        let end = source.within(span.end);
        let span = source.within(span.start).min(end)..end;
        (self.line, self.column) = source.place(span.start);
        self.end = if span.end > span.start { source.place(span.end) } else { (self.line, self.column) };
        self.span = span;
        self
    }

    /// The same with a value: something as it is written.
    pub fn text(self, name: &'static str, value: impl Into<String>) -> Finding {
        self.with(name, Value::Text(value.into()))
    }

    /// The same with a number.
    pub fn number(self, name: &'static str, value: impl TryInto<i64>) -> Finding {
        self.with(name, Value::Number(value.try_into().unwrap_or(i64::MAX)))
    }

    /// The same with names to be listed.
    pub fn names<'a>(self, name: &'static str, values: impl IntoIterator<Item = &'a str>) -> Finding {
        self.with(name, Value::Names(values.into_iter().map(str::to_owned).collect()))
    }

    /// The same with a kind of thing.
    pub fn thing(self, name: &'static str, id: &'static str) -> Finding {
        self.with(name, Value::Thing(id))
    }

    /// The same with the valid name that is nearest to what is written, if one is near enough to help.
    pub fn near<'a>(mut self, written: &str, valid: impl IntoIterator<Item = &'a str>) -> Finding {
        self.near = nearest(written, valid).map(str::to_owned);
        self
    }

    fn with(mut self, name: &'static str, value: Value) -> Finding {
        self.args.push((name, value));
        self
    }
}

/// A content file's name and text, from which findings compute their place.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Name shown to people, such as `personas/heating.toml`.
    pub name: &'a str,
    /// The whole text.
    pub text: &'a str,
}

impl Source<'_> {
    /// A finding at a byte range of this file.
    pub fn finding(&self, code: &'static str, severity: Severity, span: std::ops::Range<usize>) -> Finding {
        Finding::at_line(code, severity, self.name, 1).placed(*self, span)
    }

    /// An error at a byte range.
    pub fn error(&self, code: &'static str, span: std::ops::Range<usize>) -> Finding {
        self.finding(code, Severity::Error, span)
    }

    /// A warning at a byte range.
    pub fn warning(&self, code: &'static str, span: std::ops::Range<usize>) -> Finding {
        self.finding(code, Severity::Warning, span)
    }

    /// The last place at or before a byte at which the text can be cut.
    fn within(&self, byte: usize) -> usize {
        let mut at = byte.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    /// Line and column of a byte, both from 1; of the end of the text where the byte lies behind it.
    fn place(&self, byte: usize) -> (usize, usize) {
        let before = self.text.get(..self.within(byte)).unwrap_or("");
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let lines = before.bytes().filter(|byte| *byte == b'\n').count();
        (lines + 1, before.get(line_start..).unwrap_or("").chars().count() + 1)
    }

    /// The byte range of the first place where `needle` stands; the file's start where it does not.
    pub fn find(&self, needle: &str) -> std::ops::Range<usize> {
        self.text.find(needle).map_or(0..0, |at| at..at + needle.len())
    }
}

/// Longest name that is compared with others: what is longer is no slip of one.
const LONGEST_NAME: usize = 64;

/// "did you mean": the valid name nearest to `written`, where one is near enough to help.
pub fn nearest<'a>(written: &str, valid: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = written.chars().count();
    if length > LONGEST_NAME {
        return None;
    }
    let distance = |name: &&str| strsim::damerau_levenshtein(written, name);
    valid.into_iter().filter(|name| distance(name) <= 1 + length / 3).min_by_key(distance)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_counts_lines_and_columns_in_characters() {
        let source = Source { name: "a.toml", text: "第一行\n  坏了 = 3\n" };
        let finding = source.error("file.other", source.find("坏了"));
        assert_eq!((finding.line, finding.column, finding.end), (2, 3, (2, 5)));
    }

    #[test]
    fn a_place_behind_the_text_or_inside_a_character_is_still_a_place() {
        let source = Source { name: "a.toml", text: "第" };
        let place = |span| source.error("file.other", span).column;
        assert_eq!((place(1..2), place(90..91)), (1, 2));
    }

    #[test]
    fn the_nearest_name_is_offered_only_when_it_is_near() {
        assert_eq!(nearest("angr", ["anger", "anxiety"]), Some("anger"));
        assert_eq!(nearest("zzz", ["anger", "anxiety"]), None);
    }
}
