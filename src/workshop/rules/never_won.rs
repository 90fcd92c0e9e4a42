//! A customer whom not even an expert wins.

use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};

use super::played::won;

/// The rule.
pub const RULE: Rule = Rule::customer(
    "simulation.never-won",
    Severity::Error,
    look,
    Example::main(
        &[("to = \"leave\"\nwhen = { turn = 6, heat = 3 }", "to = \"unresolved\"\nwhen = { turn = 3 }")],
        "\"basic\"",
    ),
    Example::main(&[("accept_trust = 40", "accept_trust = 45")], ""),
);

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    let Some(grade) = case.main.root.get("grade") else { return };
    if won(case, "expert") == Some(0) {
        findings.push(rule.finding(case.main.source, grade.span.clone()).number("runs", case.runs));
    }
}
