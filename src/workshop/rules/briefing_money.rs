//! An offer that goes up to more money than the briefing speaks of: who keeps to the briefing could not know, and who goes
//! beyond it would not be told.

use crate::nlu::normalise::normalise;
use crate::nlu::slots::{SlotKind, slots};
use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};
use crate::workshop::sheet::Spot;

use super::briefing_both::items;

/// The rule.
pub const RULE: Rule = Rule::customer(
    "briefing.money",
    Severity::Warning,
    look,
    Example::main(&[("max_money = 50", "max_money = 500")], "500"),
    Example::main(&[("max_money = 50", "max_money = 30")], ""),
);

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    let Some(briefing) = case.main.at(&["text", "briefing"]) else { return };
    let money = |text: &str| {
        let found = slots(&normalise(text)).into_iter().filter(|slot| slot.value.kind() == SlotKind::Money);
        found.map(|slot| slot.value.number()).collect::<Vec<i64>>()
    };
    let allowed: Vec<i64> = items(briefing, "may").flat_map(|(text, _)| money(text)).collect();
    let Some(most) = allowed.into_iter().max().map(|cents| cents / 100) else { return };
    for (id, offer) in case.declared("offer") {
        let free = offer.get("authority").and_then(Spot::text) == Some("free");
        let limit = offer.get("max_money").and_then(|spot| Some((spot, spot.number()?)));
        if let Some((spot, is)) = limit.filter(|(_, is)| free && *is > most) {
            let finding = rule.finding(case.main.source, spot.span.clone()).text("id", id);
            findings.push(finding.number("is", is).number("most", most));
        }
    }
}
