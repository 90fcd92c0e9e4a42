//! A state of a ladder that no feeling ever climbs to.

use crate::persona::finding::{Finding, Severity};
use crate::persona::rules::Rules;
use crate::workshop::rule::{Example, Rule};
use crate::workshop::sheet::{Sheet, Spot};

/// The rule.
pub const RULE: Rule = Rule::laws(
    "chart.unreachable-state",
    Severity::Error,
    look,
    Example::of("personas/emotions.toml", &[("enter = [28, 52, 78]", "enter = [28, 52, 120]")], "120"),
    Example::of("personas/emotions.toml", &[("enter = [28, 52, 78]", "enter = [28, 52, 99]")], ""),
);

/// The highest level a feeling has, in points.
const HIGHEST: i64 = 100;

fn look(rule: &Rule, sheet: &Sheet<'_>, _: Option<&Rules>, findings: &mut Vec<Finding>) {
    for (_, ladder) in sheet.at(&["ladder"]).map(Spot::entries).unwrap_or_default() {
        let states = ladder.strings("states");
        for (place, spot) in ladder.list("enter").iter().enumerate() {
            if spot.number().is_some_and(|enter| enter > HIGHEST) {
                let state = states.get(place + 1).copied().unwrap_or("?");
                findings.push(rule.finding(sheet.source, spot.span.clone()).text("state", state));
            }
        }
    }
}
