//! A customer who takes anything: trainees who serve badly win him, too.

use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};

use super::played::won;

/// The rule.
pub const RULE: Rule = Rule::customer(
    "simulation.never-lost",
    Severity::Error,
    look,
    Example::main(&[("anger = \"hung_up\"", "anger = \"accepted\"")], "\"basic\""),
    Example::main(&[("accept_trust = 40", "accept_trust = 39")], ""),
);

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    let Some(grade) = case.main.root.get("grade") else { return };
    for (trainee, most) in [("poor", 900), ("hostile", 500)] {
        if let Some(won) = won(case, trainee).filter(|won| *won >= most) {
            let finding = rule.finding(case.main.source, grade.span.clone()).thing("who", trainee);
            findings.push(finding.number("won", won / 10).number("runs", case.runs));
        }
    }
}
