//! A rule: what it is called, how it looks, and an example of what it finds and of what it lets pass.

use std::ops::Range;

use crate::persona::finding::{Finding, Severity, Source};
use crate::persona::rules::Rules;

use super::case::Case;
use super::sheet::Sheet;

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// The code of its findings, one of `persona::finding::codes`.
    pub code: &'static str,
    /// How bad what it finds is.
    pub severity: Severity,
    /// How it looks.
    pub look: Look,
    /// What it finds.
    pub fails: Example,
    /// What is near to that and in order.
    pub passes: Example,
}

/// How a rule looks, and at what.
#[derive(Clone, Copy, Debug)]
pub enum Look {
    /// While files are read; nothing is left to do.
    Reading,
    /// At one customer with all his files.
    Customer(fn(&Rule, &Case<'_>, &mut Vec<Finding>)),
    /// At a file of laws: all customers', a type's, or a customer's own transitions. The laws are missing where they
    /// could not be read.
    Laws(fn(&Rule, &Sheet<'_>, Option<&Rules>, &mut Vec<Finding>)),
}

/// A slip, or the lack of one: the example customer (or another file of the content), with something replaced.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// Which file.
    pub file: &'static str,
    /// What stands there, and what is written in its place; in order, each the first of its kind in the file.
    pub edits: &'static [(&'static str, &'static str)],
    /// The words that the finding points at; empty where only the place is known, or nothing is found.
    pub marked: &'static str,
}

/// The example customer's own file.
pub const MAIN: &str = "personas/kettle.toml";
/// His texts in Traditional Chinese.
pub const TRADITIONAL: &str = "personas/kettle.zh-Hant.toml";
/// His English texts.
pub const ENGLISH: &str = "personas/kettle.en.toml";

impl Example {
    /// In the example customer's own file.
    pub const fn main(edits: &'static [(&'static str, &'static str)], marked: &'static str) -> Example {
        Example { file: MAIN, edits, marked }
    }

    /// In his English texts.
    pub const fn english(edits: &'static [(&'static str, &'static str)], marked: &'static str) -> Example {
        Example { file: ENGLISH, edits, marked }
    }

    /// In another file.
    pub const fn of(
        file: &'static str,
        edits: &'static [(&'static str, &'static str)],
        marked: &'static str,
    ) -> Example {
        Example { file, edits, marked }
    }

    /// The file with the edits made. An edit whose text is not there is left out; tests see to it that none is.
    pub fn made_of(&self, text: &str) -> String {
        self.edits.iter().fold(text.to_owned(), |text, (from, to)| text.replacen(from, to, 1))
    }
}

impl Rule {
    /// A rule over one customer.
    pub const fn customer(
        code: &'static str,
        severity: Severity,
        look: fn(&Rule, &Case<'_>, &mut Vec<Finding>),
        fails: Example,
        passes: Example,
    ) -> Rule {
        Rule { code, severity, look: Look::Customer(look), fails, passes }
    }

    /// A rule over laws.
    pub const fn laws(
        code: &'static str,
        severity: Severity,
        look: fn(&Rule, &Sheet<'_>, Option<&Rules>, &mut Vec<Finding>),
        fails: Example,
        passes: Example,
    ) -> Rule {
        Rule { code, severity, look: Look::Laws(look), fails, passes }
    }

    /// A mistake that is found while a file is read.
    pub const fn reading(code: &'static str, severity: Severity, fails: Example, passes: Example) -> Rule {
        Rule { code, severity, look: Look::Reading, fails, passes }
    }

    /// A finding of this rule, whose line and column are yet to be counted: that takes long in a long file, and not all
    /// findings are told.
    pub fn finding(&self, source: Source<'_>, span: Range<usize>) -> Finding {
        Finding { span, ..Finding::at_line(self.code, self.severity, source.name, 0) }
    }
}
