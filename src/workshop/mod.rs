//! The workshop's inspector: everything about a customer that can be found wrong before anybody practises with him. What
//! keeps a file from being read is found where it is read (`persona`, `i18n`, `nlu`); here is what can only be seen with
//! the whole customer at hand, and the list of all rules with their examples.
//!
//! `sheet` (a file as written, with the place of every value), `case` (what a rule looks at), `lists` (words that a
//! language looks out for), `words` (what texts have in common), `rule` (a rule and its examples), `rules` (one a file),
//! `read` (those found while reading).
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::unreachable,
        clippy::todo,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::float_arithmetic,
        clippy::disallowed_methods,
        clippy::disallowed_types
    )
)]

pub mod case;
pub mod lists;
pub mod read;
pub mod rule;
pub mod rules;
pub mod sheet;
mod short;
pub mod words;

use crate::persona::file::MOST_ENTRIES;
use crate::persona::finding::{Finding, Source};
use crate::persona::rules::Rules;

use case::Case;
use rule::{Look, Rule};
use sheet::Sheet;

/// Most findings of one rule about one customer: what is wrong everywhere is told by its first places.
pub const MOST: usize = 20;

/// Every rule, those found while reading first.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    read::RULES.iter().chain(rules::RULES)
}

/// The rule with this code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.code == code)
}

/// What every rule finds about one customer. Rules that need what could not be read find nothing.
pub fn inspect(case: &Case<'_>) -> Vec<Finding> {
    // The reader has said so already; rules compare each entry with every other.
    if case.sheets().any(|sheet| sheet.longest() > MOST_ENTRIES) {
        return Vec::new();
    }
    let found = rules::RULES.iter().flat_map(|rule| {
        let mut findings = Vec::new();
        match rule.look {
            Look::Customer(look) => look(rule, case, &mut findings),
            Look::Laws(_) | Look::Reading => {}
        }
        findings.truncate(MOST);
        findings
    });
    let sources: Vec<Source<'_>> = case.sheets().map(|sheet| sheet.source).collect();
    found.map(|finding| placed(finding, &sources)).collect()
}

/// What every rule finds about the laws that all customers share, or those of a customer type.
pub fn inspect_laws(sheet: &Sheet<'_>, laws: Option<&Rules>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in rules::RULES {
        if let Look::Laws(look) = rule.look {
            look(rule, sheet, laws, &mut findings);
        }
    }
    findings.truncate(MOST);
    findings.into_iter().map(|finding| placed(finding, &[sheet.source])).collect()
}

/// A finding with its line and column counted.
fn placed(finding: Finding, sources: &[Source<'_>]) -> Finding {
    let span = finding.span.clone();
    match sources.iter().find(|source| source.name == finding.file) {
        Some(source) => finding.placed(*source, span),
        None => finding,
    }
}
