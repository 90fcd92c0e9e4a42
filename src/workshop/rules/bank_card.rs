//! A number of a bank card that may be a real one.

use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};

use super::personal::{is_card, runs};

/// The rule.
pub const RULE: Rule = Rule::customer(
    "privacy.bank-card",
    Severity::Warning,
    look,
    Example::main(&[("网上买的。", "网上买的，卡号6222021234567894。")], "6222021234567894"),
    Example::main(&[("网上买的。", "网上买的，卡号6222021234567890。")], ""),
);

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    for sheet in case.sheets() {
        for text in sheet.texts() {
            for (_, place) in runs(text.text).into_iter().filter(|(digits, _)| is_card(digits)) {
                let span = sheet.part(text.text, &text.span, place);
                findings.push(rule.finding(sheet.source, span));
            }
        }
    }
}
