//! A hidden fact that asks for more trust than he can come to have.

use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};
use crate::workshop::sheet::Spot;

/// The rule.
pub const RULE: Rule = Rule::customer(
    "fact.never-told",
    Severity::Error,
    look,
    Example::main(&[("hidden = true\ntrust = 30", "hidden = true\ntrust = 98")], "98"),
    Example::main(&[("hidden = true\ntrust = 30", "hidden = true\ntrust = 70")], ""),
);

/// Most trust, in points, that the best trainee brings about in time to ask.
const REACHED: i64 = 85;

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    for (id, fact) in case.declared("fact") {
        if !fact.get("hidden").is_some_and(Spot::is_true) {
            continue;
        }
        let trust = fact.get("trust").and_then(|spot| Some((spot, spot.number()?)));
        if let Some((spot, is)) = trust.filter(|(_, is)| *is > REACHED) {
            let finding = rule.finding(case.main.source, spot.span.clone()).text("id", id);
            findings.push(finding.number("is", is).number("most", REACHED));
        }
    }
}
