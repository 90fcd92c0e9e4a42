//! A way from a state to an ending that is never taken: what must hold at once cannot.

use crate::persona::finding::{Finding, Severity};
use crate::persona::rules::Rules;
use crate::workshop::rule::{Example, Rule};
use crate::workshop::sheet::{Sheet, Spot};

/// The rule.
pub const RULE: Rule = Rule::laws(
    "chart.never-fires",
    Severity::Error,
    look,
    Example::main(&[("when = { turn = 6, heat = 3 }", "when = { heat = 3, heat_at_most = 1 }")], "3"),
    Example::main(
        &[("when = { turn = 6, heat = 3 }", "when = { turn = 6, heat = 2, heat_at_most = 3 }")],
        "",
    ),
);

/// What a condition can ask for at most: the highest that there is.
const HIGHEST: [(&str, i64); 6] =
    [("solved", 100), ("heard", 100), ("trust", 100), ("upset", 100), ("heat", 3), ("turn", 60)];
/// Conditions with a limit of their own.
const PAIRS: [(&str, &str); 3] =
    [("upset", "upset_at_most"), ("heat", "heat_at_most"), ("outrages", "outrages_at_most")];

fn look(rule: &Rule, sheet: &Sheet<'_>, _: Option<&Rules>, findings: &mut Vec<Finding>) {
    for transition in sheet.root.list("transition") {
        let Some(when) = transition.get("when") else { continue };
        let number = |key: &str| when.get(key).and_then(|spot| Some((spot, spot.number()?)));
        let name = transition.get("rule").and_then(Spot::text).unwrap_or("?");
        let mut push = |spot: &Spot, key: &str, is: i64, most: i64| {
            let finding = rule.finding(sheet.source, spot.span.clone()).text("rule", name).text("key", key);
            findings.push(finding.number("is", is).number("most", most));
        };
        for (key, most) in HIGHEST {
            if let Some((spot, is)) = number(key).filter(|(_, is)| *is > most) {
                push(spot, key, is, most);
            }
        }
        for (key, limit) in PAIRS {
            if let (Some((spot, is)), Some((_, most))) = (number(key), number(limit))
                && is > most
            {
                push(spot, key, is, most);
            }
        }
    }
}
