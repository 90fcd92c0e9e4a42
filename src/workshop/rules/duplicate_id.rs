//! Two facts, demands or offers of the same name: texts and traces could not tell them apart.

use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};

/// The rule.
pub const RULE: Rule = Rule::customer(
    "persona.duplicate-id",
    Severity::Error,
    look,
    Example::main(&[("id = \"bought\"", "id = \"since_when\"")], "\"since_when\""),
    Example::main(&[("[[demand]]\nid = \"tea\"", "[[demand]]\nid = \"tea\" # since_when")], ""),
);

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    for kind in ["fact", "demand", "offer"] {
        let declared = case.declared(kind);
        for (place, (id, spot)) in declared.iter().enumerate() {
            let again = declared.iter().take(place).any(|(other, _)| other == id);
            let span = spot.get("id").map(|id| id.span.clone()).filter(|_| again);
            findings
                .extend(span.map(|s| rule.finding(case.main.source, s).thing("kind", kind).text("id", *id)));
        }
    }
}
