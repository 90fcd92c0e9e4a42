//! A text with nothing in it.

use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};
use crate::workshop::sheet::Use;

/// The rule.
pub const RULE: Rule = Rule::customer(
    "text.blank",
    Severity::Error,
    look,
    Example::main(&[("name = \"韩先生\"", "name = \" \"")], "\" \""),
    Example::main(&[("question = \"请问水壶是什么时候坏的？\"", "question = \"\"")], ""),
);

/// What may be left empty: then it is not used.
const OPTIONAL: [&str; 4] = ["called", "question", "example", "examples"];

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    for sheet in case.sheets() {
        for text in sheet.texts().into_iter().filter(|text| text.text.trim().is_empty()) {
            let key = text.path.last().copied().unwrap_or_default();
            if text.used == Use::Said || !OPTIONAL.contains(&key) {
                findings.push(rule.finding(sheet.source, text.span).text("key", text.path.join(".")));
            }
        }
    }
}
