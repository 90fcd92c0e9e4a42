//! A language that customers speak and this one does not, though he speaks more than one: a customer written for one
//! language is complete.

use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};

/// The rule.
pub const RULE: Rule = Rule::customer(
    "text.missing-language",
    Severity::Warning,
    look,
    Example::english(&[("lang = \"en\"", "lang = \"fr\"")], "\"zh-Hans\""),
    Example::english(&[], ""),
);

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    if case.others.is_empty() {
        return;
    }
    let own = case.main.root.get("lang").or_else(|| case.main.root.get("id"));
    let Some(own) = own else { return };
    for lang in &case.spoken {
        if case.sheets().all(|sheet| sheet.lang != Some(*lang)) {
            let finding = rule.finding(case.main.source, own.span.clone()).text("lang", lang.tag());
            findings.push(finding.text("file", format!("{}.{lang}.toml", case.id)));
        }
    }
}
