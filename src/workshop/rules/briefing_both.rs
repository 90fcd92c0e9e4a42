//! The same thing in the briefing under what she may do and what she may not.

use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};
use crate::workshop::sheet::Spot;
use crate::workshop::words::normal;

/// The rule.
pub const RULE: Rule = Rule::customer(
    "briefing.both",
    Severity::Error,
    look,
    Example::main(&[("may_not = [\"答应一整年免费换新\"]", "may_not = [\"换一把新的\"]")], "\"换一把新的\""),
    Example::main(&[("may_not = [\"答应一整年免费换新\"]", "may_not = [\"换两把新的\"]")], ""),
);

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    for sheet in case.sheets() {
        let Some(briefing) = sheet.at(&["text", "briefing"]) else { continue };
        let may: Vec<String> = briefing.strings("may").into_iter().map(normal).collect();
        for spot in briefing.list("may_not") {
            if let Some(text) = spot.text().filter(|text| may.contains(&normal(text))) {
                findings.push(rule.finding(sheet.source, spot.span.clone()).text("written", text));
            }
        }
    }
}

/// The texts of a list of the briefing, with their places.
pub(super) fn items<'s>(briefing: &'s Spot, key: &str) -> impl Iterator<Item = (&'s str, &'s Spot)> {
    briefing.list(key).iter().filter_map(|spot| Some((spot.text()?, spot)))
}
