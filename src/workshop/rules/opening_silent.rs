//! A fact that the opening is said to tell, and none of its variants does.

use std::collections::BTreeSet;

use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};
use crate::workshop::sheet::Spot;
use crate::workshop::words::pieces;

/// The rule.
pub const RULE: Rule = Rule::customer(
    "fact.opening-silent",
    Severity::Warning,
    look,
    Example::main(&[("id = \"bought\"", "id = \"bought\"\nopening = true")], "\"bought\""),
    Example::main(&[("opening = true", "opening = true # 第一句就说")], ""),
);

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    let sheet = &case.main;
    let opening = sheet.at(&["text"]).map(|text| text.strings("opening")).unwrap_or_default();
    let said: BTreeSet<String> = opening.iter().flat_map(|text| pieces(text, 2)).collect();
    for (id, spot) in case.declared("fact") {
        let Some(fact) = sheet.at(&["text", "fact", id]) else { continue };
        let about = fact.get("about").and_then(Spot::text);
        let told: BTreeSet<String> =
            fact.strings("tell").into_iter().chain(about).flat_map(|text| pieces(text, 2)).collect();
        let silent = spot.get("opening").is_some_and(Spot::is_true) && told.is_disjoint(&said);
        let span = spot.get("id").map(|id| id.span.clone()).filter(|_| silent && !opening.is_empty());
        findings.extend(span.map(|span| rule.finding(sheet.source, span).text("id", id)));
    }
}
