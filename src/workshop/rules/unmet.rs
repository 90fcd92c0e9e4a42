//! A demand that nothing within the trainee's reach meets, not even in part.

use crate::persona::finding::{Finding, Severity};
use crate::persona::model::Authority;
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};

/// The rule.
pub const RULE: Rule = Rule::customer(
    "demand.unmet",
    Severity::Warning,
    look,
    Example::main(&[("meets = { sorry = 90 }", "meets = { tea = 10 }")], "\"sorry\""),
    Example::main(&[("meets = { sorry = 90 }", "meets = { sorry = 10 }")], ""),
);

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    let Some(persona) = case.persona else { return };
    for (id, spot) in case.declared("demand") {
        let Some(place) = persona.demands.iter().position(|demand| demand.id.as_str() == id) else {
            continue;
        };
        let within = persona.offers.iter().filter(|offer| offer.authority != Authority::Beyond);
        let met =
            within.flat_map(|offer| &offer.meets).any(|(demand, percent)| *demand == place && *percent > 0);
        let span = spot.get("id").map(|id| id.span.clone()).filter(|_| !met);
        findings.extend(span.map(|span| rule.finding(case.main.source, span).text("id", id)));
    }
}
