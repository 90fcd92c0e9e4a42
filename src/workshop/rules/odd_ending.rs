//! A way of leaving that is none: who walks out does not end content.

use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};
use crate::workshop::sheet::Spot;

/// The rule.
pub const RULE: Rule = Rule::customer(
    "persona.odd-ending",
    Severity::Warning,
    look,
    Example::main(&[("anger = \"hung_up\"", "anger = \"satisfied\"")], "\"satisfied\""),
    Example::main(&[("anger = \"hung_up\"", "anger = \"exposed_publicly\"")], ""),
);

/// Endings that come about otherwise than by his leaving.
const OTHERS: [&str; 4] = ["satisfied", "accepted", "overpromised", "lost_temper"];

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    for (_, spot) in case.main.root.get("endings").map(Spot::entries).unwrap_or_default() {
        if let Some(written) = spot.text().filter(|ending| OTHERS.contains(ending)) {
            findings.push(rule.finding(case.main.source, spot.span.clone()).text("written", written));
        }
    }
}
