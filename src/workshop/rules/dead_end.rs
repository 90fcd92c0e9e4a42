//! A state that is never left again: no feeling falls below nothing.

use crate::persona::finding::{Finding, Severity};
use crate::persona::rules::Rules;
use crate::workshop::rule::{Example, Rule};
use crate::workshop::sheet::{Sheet, Spot};

/// The rule.
pub const RULE: Rule = Rule::laws(
    "chart.dead-end",
    Severity::Error,
    look,
    Example::of("personas/emotions.toml", &[("leave = [22, 44, 68]", "leave = [0, 44, 68]")], "0"),
    Example::of("personas/emotions.toml", &[("leave = [22, 44, 68]", "leave = [1, 44, 68]")], ""),
);

fn look(rule: &Rule, sheet: &Sheet<'_>, _: Option<&Rules>, findings: &mut Vec<Finding>) {
    for (_, ladder) in sheet.at(&["ladder"]).map(Spot::entries).unwrap_or_default() {
        let states = ladder.strings("states");
        for (place, spot) in ladder.list("leave").iter().enumerate() {
            if spot.number().is_some_and(|leave| leave <= 0) {
                let state = states.get(place + 1).copied().unwrap_or("?");
                findings.push(rule.finding(sheet.source, spot.span.clone()).text("state", state));
            }
        }
    }
}
