//! The briefing says that she may do what the offer of the same name is beyond her, or the other way round.

use std::collections::BTreeSet;

use crate::persona::finding::{Finding, Severity};
use crate::persona::model::Authority;
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};
use crate::workshop::sheet::{Sheet, Spot};
use crate::workshop::words::pieces;

use super::briefing_both::items;

/// The rule.
pub const RULE: Rule = Rule::customer(
    "briefing.contradiction",
    Severity::Error,
    look,
    Example::main(&[("may = [\"换一把新的\"", "may = [\"一整年免费换新\"")], "\"一整年免费换新\""),
    Example::main(&[("may = [\"换一把新的\"", "may = [\"免费寄回检查\"")], ""),
);

/// Percent of an offer's name that a sentence must hold to be about it.
const ABOUT: usize = 75;

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    let Some(persona) = case.persona else { return };
    for sheet in case.sheets() {
        let Some(briefing) = sheet.at(&["text", "briefing"]) else { continue };
        let named = named(sheet);
        for (key, wrong) in [("may", Authority::Beyond), ("may_not", Authority::Free)] {
            for (text, spot) in items(briefing, key) {
                let Some(id) = meant(&named, text) else { continue };
                let offer = persona.offers.iter().find(|offer| offer.id.as_str() == id);
                if offer.is_some_and(|offer| offer.authority == wrong) {
                    let finding = rule.finding(sheet.source, spot.span.clone()).text("list", key);
                    findings.push(finding.text("written", text).text("id", id));
                }
            }
        }
    }
}

/// The offers of a file by id, with the pieces of what they are called.
fn named<'s>(sheet: &'s Sheet<'_>) -> Vec<(&'s str, BTreeSet<String>)> {
    let offers = sheet.at(&["text", "offer"]).map(Spot::entries).unwrap_or_default();
    let pieces = |spot: &Spot| pieces(spot.get("name").and_then(Spot::text).unwrap_or_default(), 1);
    offers.iter().map(|(key, spot)| (key.name.as_str(), pieces(spot))).collect()
}

/// The one offer that a sentence is about; none where it may be about two.
fn meant<'s>(named: &[(&'s str, BTreeSet<String>)], text: &str) -> Option<&'s str> {
    let said = pieces(text, 1);
    let share = |pieces: &BTreeSet<String>| 100 * pieces.intersection(&said).count() / pieces.len().max(1);
    let mut about = named.iter().filter(|(_, pieces)| pieces.len() >= 2 && share(pieces) >= ABOUT);
    let first = about.next()?;
    about.next().is_none().then_some(first.0)
}
