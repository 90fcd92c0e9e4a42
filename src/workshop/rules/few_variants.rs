//! Too little to say: who practises twice hears the same words.

use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};
use crate::workshop::sheet::Spot;

/// The rule.
pub const RULE: Rule = Rule::customer(
    "text.few-variants",
    Severity::Warning,
    look,
    Example::main(
        &[("tell = [\"网上买的。\", \"官网下的单。\"]", "tell = [\"网上买的。\"]")],
        "[\"网上买的。\"]",
    ),
    Example::main(
        &[(
            "tell = [\"网上买的。\", \"官网下的单。\"]",
            "tell = [\"网上买的。\", \"官网。\", \"店里没有。\"]",
        )],
        "",
    ),
);

/// Fewest variants.
const FEWEST: usize = 2;

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    for sheet in case.sheets() {
        let Some(text) = sheet.at(&["text"]) else { continue };
        let entries = |kind: &str| text.get(kind).map(Spot::entries).unwrap_or_default();
        let opening = text.get("opening").map(|spot| ("opening", spot));
        let told = entries("fact").iter().filter_map(|(_, fact)| Some(("tell", fact.get("tell")?)));
        let pushed = entries("demand").iter().filter_map(|(_, demand)| Some(("push", demand.get("push")?)));
        for (what, spot) in opening.into_iter().chain(told).chain(pushed) {
            // Who writes one text without brackets means one.
            if spot.text().is_some() {
                continue;
            }
            let count = spot.items().len();
            // No opening at all is another finding.
            if count < FEWEST && (count > 0 || what != "opening") {
                let finding = rule.finding(sheet.source, spot.span.clone()).thing("what", what);
                findings.push(finding.number("count", count as u32).number("least", FEWEST as u32));
            }
        }
    }
}
