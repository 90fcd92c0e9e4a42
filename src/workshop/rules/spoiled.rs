//! A hidden fact that the opening gives away: what all its answers have in common, and nothing else has, is said at once.

use std::collections::BTreeSet;

use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};
use crate::workshop::sheet::{Sheet, Spot};
use crate::workshop::words::{pieces, shared};

/// The rule.
pub const RULE: Rule = Rule::customer(
    "fact.spoiled",
    Severity::Warning,
    look,
    Example::main(
        &[("  \"水壶才用三天就不热了！\"", "  \"水壶才用三天就不热了！\\n明天爸妈的金婚还等着它呢。\"")],
        "\"水壶才用三天就不热了！\\n明天爸妈的金婚还等着它呢。\"",
    ),
    Example::main(&[("  \"水壶才用三天就不热了！\"", "  \"水壶才用三天就不热了！\\n明天爸妈要来。\"")], ""),
);

/// Characters of Han that say enough together.
const HAN: usize = 3;

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    let hidden: Vec<&str> = case
        .declared("fact")
        .into_iter()
        .filter(|(_, spot)| spot.get("hidden").is_some_and(Spot::is_true))
        .map(|(id, _)| id)
        .collect();
    for sheet in case.sheets() {
        for id in &hidden {
            let Some(fact) = sheet.at(&["text", "fact", id]) else { continue };
            let told = fact.strings("tell");
            if told.len() < 2 {
                continue;
            }
            let own: BTreeSet<String> =
                shared(told, HAN).difference(&elsewhere(sheet, id)).cloned().collect();
            for spot in sheet.at(&["text"]).map(|text| text.list("opening")).unwrap_or_default() {
                let said = pieces(spot.text().unwrap_or_default(), HAN);
                if let Some(piece) = own.intersection(&said).next() {
                    let finding = rule.finding(sheet.source, spot.span.clone()).text("id", *id);
                    findings.push(finding.text("piece", piece));
                }
            }
        }
    }
}

/// What other facts and the briefing say.
fn elsewhere(sheet: &Sheet<'_>, id: &str) -> BTreeSet<String> {
    let facts = sheet.at(&["text", "fact"]).map(Spot::entries).unwrap_or_default();
    let others = facts.iter().filter(|(key, _)| key.name != id).flat_map(|(_, fact)| fact.strings("tell"));
    let text = |path: &[&str]| sheet.at(path).and_then(Spot::text);
    let known =
        [&["text", "briefing", "happened"][..], &["text", "issue"], &["text", "summary"], &["text", "title"]];
    others.chain(known.into_iter().filter_map(text)).flat_map(|text| pieces(text, HAN)).collect()
}
