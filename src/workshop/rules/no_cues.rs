//! An offer without cues: nobody is ever heard to make it.

use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};
use crate::workshop::sheet::Spot;

/// The rule.
pub const RULE: Rule = Rule::customer(
    "offer.no-cues",
    Severity::Error,
    look,
    Example::english(&[("cues = [\"new kettle\", \"replace\"]", "cues = []")], "[]"),
    Example::english(&[("cues = [\"new kettle\", \"replace\"]", "cues = [\"replace\"]")], ""),
);

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    for sheet in case.sheets() {
        for (key, offer) in sheet.at(&["text", "offer"]).map(Spot::entries).unwrap_or_default() {
            let cues = offer.get("cues").filter(|cues| cues.items().is_empty());
            findings
                .extend(cues.map(|cues| rule.finding(sheet.source, cues.span.clone()).text("id", &key.name)));
        }
    }
}
