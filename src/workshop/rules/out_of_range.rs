//! A number that no customer can have: the reader would quietly take the nearest that one can.

use std::ops::RangeInclusive;

use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};
use crate::workshop::sheet::Spot;

/// The rule.
pub const RULE: Rule = Rule::customer(
    "persona.out-of-range",
    Severity::Error,
    look,
    Example::main(&[("anger = 60", "anger = 600")], "600"),
    Example::main(&[("anger = 60", "anger = 100")], ""),
);

/// Numbers at the top of a customer's file, and what they may be.
const OWN: [(&str, RangeInclusive<i64>); 4] =
    [("patience", 6..=60), ("step", 1..=100), ("heard_needed", 0..=100), ("accept_trust", 0..=100)];
/// Tables of numbers, with the range of each.
const TABLES: [(&str, RangeInclusive<i64>); 3] =
    [("levels", 0..=100), ("temperament", 0..=100), ("types", 1..=100)];
/// Numbers in the entries of lists.
const LISTED: [(&str, &str, RangeInclusive<i64>); 3] =
    [("fact", "trust", 0..=100), ("demand", "weight", 1..=100), ("offer", "max_money", 0..=100_000_000)];

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    let root = &case.main.root;
    let mut check = |name: &str, spot: Option<&Spot>, range: &RangeInclusive<i64>| {
        let Some((spot, is)) = spot.and_then(|spot| Some((spot, spot.number()?))) else { return };
        if !range.contains(&is) {
            let finding =
                rule.finding(case.main.source, spot.span.clone()).text("key", name).number("is", is);
            findings.push(finding.number("least", *range.start()).number("most", *range.end()));
        }
    };
    for (name, range) in &OWN {
        check(name, root.get(name), range);
    }
    for (table, range) in &TABLES {
        for (key, spot) in root.get(table).map(Spot::entries).unwrap_or_default() {
            check(&key.name, Some(spot), range);
        }
    }
    for (list, name, range) in &LISTED {
        root.list(list).iter().for_each(|entry| check(name, entry.get(name), range));
    }
    for offer in root.list("offer") {
        for (key, spot) in offer.get("meets").map(Spot::entries).unwrap_or_default() {
            check(&key.name, Some(spot), &(1..=100));
        }
    }
}
