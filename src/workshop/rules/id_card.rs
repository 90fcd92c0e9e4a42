//! A number of an identity card that may be a real one.

use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};

use super::personal::{is_identity, runs};

/// The rule.
pub const RULE: Rule = Rule::customer(
    "privacy.id-card",
    Severity::Warning,
    look,
    Example::main(&[("网上买的。", "网上买的，证件11010519491231002X。")], "11010519491231002X"),
    Example::main(&[("网上买的。", "网上买的，证件110105194912310021。")], ""),
);

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    for sheet in case.sheets() {
        for text in sheet.texts() {
            for (_, place) in runs(text.text).into_iter().filter(|(digits, _)| is_identity(digits)) {
                let span = sheet.part(text.text, &text.span, place);
                findings.push(rule.finding(sheet.source, span));
            }
        }
    }
}
