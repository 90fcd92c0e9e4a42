//! An offer that says nothing of what it meets: whoever makes it gets nothing for it.

use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};

/// The rule.
pub const RULE: Rule = Rule::customer(
    "offer.meets-nothing",
    Severity::Warning,
    look,
    Example::main(&[("kind = \"remedy\"\nmeets = { sorry = 100 }", "kind = \"remedy\"")], "\"year_free\""),
    Example::main(&[("kind = \"remedy\"\nmeets = { sorry = 100 }", "kind = \"remedy\"\nmeets = {}")], ""),
);

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    for (id, offer) in case.declared("offer") {
        // Who writes `meets = {}` means it: what leads nowhere is worth offering in an exercise, too.
        let none = offer.get("meets").is_none();
        let span = offer.get("id").map(|id| id.span.clone()).filter(|_| none);
        findings.extend(span.map(|span| rule.finding(case.main.source, span).text("id", id)));
    }
}
