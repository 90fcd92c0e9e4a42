//! A telephone number that may be a real one.

use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};

use super::personal::{is_phone, runs};

/// The rule.
pub const RULE: Rule = Rule::customer(
    "privacy.phone",
    Severity::Warning,
    look,
    Example::main(&[("网上买的。", "网上买的，电话13912345678。")], "13912345678"),
    Example::main(&[("网上买的。", "网上买的，电话13800000000。")], ""),
);

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    for sheet in case.sheets() {
        for text in sheet.texts() {
            for (_, place) in runs(text.text).into_iter().filter(|(digits, _)| is_phone(digits)) {
                let span = sheet.part(text.text, &text.span, place);
                findings.push(rule.finding(sheet.source, span));
            }
        }
    }
}
