//! A way of leaving that nobody ever drove him to: that of his leading feeling, which his case is about.

use crate::base::ending::Ending;
use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};
use crate::workshop::sheet::Spot;

/// Fewest conversations with each trainee that "never" is said after.
const ENOUGH: u64 = 40;

/// The rule.
pub const RULE: Rule = Rule::customer(
    "simulation.ending-never",
    Severity::Warning,
    look,
    Example::main(
        &[("to = \"leave\"\nwhen = { turn = 6, heat = 3 }", "to = \"unresolved\"\nwhen = { turn = 3 }")],
        "\"hung_up\"",
    ),
    Example::main(&[("anger = \"hung_up\"", "anger = \"exposed_publicly\"")], ""),
);

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    if case.runs < ENOUGH || case.played.is_empty() {
        return;
    }
    let Some(persona) = case.persona else { return };
    for (key, spot) in case.main.root.get("endings").map(Spot::entries).unwrap_or_default() {
        if key.name != persona.emotion.id() {
            continue;
        }
        let Some(ending) = spot.text().and_then(Ending::parse) else { continue };
        if !case.played.values().any(|tally| tally.endings.contains_key(&ending)) {
            let finding = rule.finding(case.main.source, spot.span.clone()).text("ending", ending.id());
            findings.push(finding.text("emotion", &key.name).number("runs", case.runs));
        }
    }
}
