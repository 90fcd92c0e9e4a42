//! A cue so short or common that it is found in messages about anything.

use crate::nlu::normalise::is_han;
use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};
use crate::workshop::sheet::Spot;
use crate::workshop::words::normal;

use super::no_questions::topics;

/// The rule.
pub const RULE: Rule = Rule::customer(
    "topic.broad-cue",
    Severity::Warning,
    look,
    Example::main(&[("\"哪里买\"", "\"买\"")], "\"买\""),
    Example::english(&[("ask = [\"where did you buy\"", "ask = [\"bought\"")], ""),
);

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    for sheet in case.sheets() {
        let common = &case.lists(sheet).common;
        let asked = topics(sheet).into_iter().map(|(_, topic)| topic.list("ask"));
        let meant = ["offer", "demand"].into_iter().flat_map(|kind| {
            let entries = sheet.at(&["text", kind]).map(Spot::entries).unwrap_or_default();
            entries.iter().map(|(_, spot)| spot.list("cues"))
        });
        for spot in asked.chain(meant).flatten() {
            let Some(cue) = spot.text() else { continue };
            let plain = normal(cue);
            let single = plain.chars().count() == 1 && plain.chars().all(is_han);
            if single || common.contains(&plain) {
                findings.push(rule.finding(sheet.source, spot.span.clone()).text("cue", cue));
            }
        }
    }
}
