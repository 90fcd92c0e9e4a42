//! The same line twice: it is said twice as often, and never a variant.

use std::collections::BTreeMap;

use crate::persona::finding::{Finding, Severity};
use crate::workshop::MOST;
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};

/// The rule.
pub const RULE: Rule = Rule::customer(
    "text.duplicate-line",
    Severity::Warning,
    look,
    Example::main(&[("\"官网下的单。\"", "\"网上买的。\"")], "\"网上买的。\""),
    Example::main(&[("\"官网下的单。\"", "\"网上买的，官网。\"")], ""),
);

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    for sheet in case.sheets() {
        let mut seen = BTreeMap::new();
        for text in sheet.said().filter(|text| !text.text.trim().is_empty()) {
            let Some(first) = seen.insert(text.text.trim().to_owned(), text.span.clone()) else { continue };
            if findings.len() >= MOST {
                return;
            }
            let line = rule.finding(sheet.source, 0..0).placed(sheet.source, first).line;
            let finding = rule.finding(sheet.source, text.span.clone()).number("first", line as u32);
            findings.push(finding.text("written", text.text));
        }
    }
}
