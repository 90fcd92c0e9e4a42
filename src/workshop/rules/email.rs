//! A mail address that may be a real one.

use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};

use super::personal::addresses;

/// The rule.
pub const RULE: Rule = Rule::customer(
    "privacy.email",
    Severity::Warning,
    look,
    Example::main(&[("网上买的。", "网上买的，回我han.wei@qq.com。")], "han.wei@qq.com"),
    Example::main(&[("网上买的。", "网上买的，回我han.wei@example.com。")], ""),
);

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    for sheet in case.sheets() {
        for text in sheet.texts() {
            for place in addresses(text.text) {
                let span = sheet.part(text.text, &text.span, place);
                findings.push(rule.finding(sheet.source, span));
            }
        }
    }
}
