//! A fact or a small thing that no question ever brings up: it has neither cues nor examples.

use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};
use crate::workshop::sheet::{Sheet, Spot};

/// The rule.
pub const RULE: Rule = Rule::customer(
    "fact.no-questions",
    Severity::Error,
    look,
    Example::main(&[("ask = [\"哪里买\", \"在哪*买\"]", "ask = []")], "[]"),
    Example::main(&[("ask = [\"哪里买\", \"在哪*买\"]", "ask = []\nexamples = [\"您在哪家店买的？\"]")], ""),
);

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    for sheet in case.sheets() {
        for (name, topic) in topics(sheet) {
            let Some(ask) = topic.get("ask") else { continue };
            if ask.items().is_empty() && topic.list("examples").is_empty() {
                findings.push(rule.finding(sheet.source, ask.span.clone()).text("id", name));
            }
        }
    }
}

/// The facts and details of a file, by the id or the first cue.
pub(super) fn topics<'s>(sheet: &'s Sheet<'_>) -> Vec<(String, &'s Spot)> {
    let facts = sheet.at(&["text", "fact"]).map(Spot::entries).unwrap_or_default();
    let details = sheet.at(&["text", "detail"]).map(Spot::items).unwrap_or_default();
    let first =
        |spot: &Spot| spot.strings("ask").first().map_or_else(|| "?".to_owned(), |cue| (*cue).to_owned());
    let facts = facts.iter().map(|(key, spot)| (key.name.clone(), spot));
    facts.chain(details.iter().map(|spot| (first(spot), spot))).collect()
}
