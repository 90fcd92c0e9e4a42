//! The same fact with other numbers in another language.

use std::collections::BTreeSet;

use crate::nlu::normalise::normalise;
use crate::nlu::slots::{SlotKind, slots};
use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};
use crate::workshop::sheet::{Sheet, Spot};

/// The rule.
pub const RULE: Rule = Rule::customer(
    "text.numbers-differ",
    Severity::Warning,
    look,
    Example::english(
        &[("tell = [\"Order 20817.\", \"It is 20817.\"]", "tell = [\"Order 20871.\", \"It is 20871.\"]")],
        "[\"Order 20871.\", \"It is 20871.\"]",
    ),
    Example::english(
        &[(
            "tell = [\"Order 20817.\", \"It is 20817.\"]",
            "tell = [\"It is no. 20817, I think.\", \"20817.\"]",
        )],
        "",
    ),
);

/// Shortest number in digits that is the same in every language: order numbers, years, ends of telephone numbers.
const DIGITS: usize = 3;

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    for (id, _) in case.declared("fact") {
        let Some(all) = told(&case.main, id) else { continue };
        // What every answer says is what the fact is.
        let mut answers = all.strings("tell").into_iter().map(numbers);
        let first = answers.next().unwrap_or_default();
        let sure: BTreeSet<String> =
            answers.fold(first, |sure, own| sure.intersection(&own).cloned().collect());
        for sheet in &case.others {
            let Some(other) = told(sheet, id) else { continue };
            let high = other.strings("tell_high");
            let said: BTreeSet<String> =
                other.strings("tell").into_iter().chain(high).flat_map(numbers).collect();
            let missing: Vec<&str> = sure.difference(&said).map(String::as_str).collect();
            // Another country has its own sums and numbers; then they stand in its other texts, too.
            let own: BTreeSet<String> = said.difference(&all_of(all)).cloned().collect();
            let elsewhere = own.iter().any(|number| own_world(sheet, id).contains(number));
            // What says no number at all leaves it open.
            let span = other.get("tell").map(|tell| tell.span.clone());
            if let Some(span) = span.filter(|_| !missing.is_empty() && !said.is_empty() && !elsewhere) {
                findings.push(rule.finding(sheet.source, span).text("id", id).names("numbers", missing));
            }
        }
    }
}

/// The numbers of all answers.
fn all_of(fact: &Spot) -> BTreeSet<String> {
    ["tell", "tell_high"].into_iter().flat_map(|key| fact.strings(key)).flat_map(numbers).collect()
}

/// The numbers of all texts but those of one fact.
fn own_world(sheet: &Sheet<'_>, id: &str) -> BTreeSet<String> {
    let others = sheet.texts().into_iter().filter(|text| !text.path.contains(&id));
    others.flat_map(|text| numbers(text.text)).collect()
}

fn told<'s>(sheet: &'s Sheet<'_>, id: &str) -> Option<&'s Spot> {
    sheet.at(&["text", "fact", id])
}

/// The numbers of a text that are written with the same digits in every language, and its shares in percent.
fn numbers(text: &str) -> BTreeSet<String> {
    let normal = normalise(text);
    let digits = normal.text().split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() >= DIGITS);
    let shares = slots(&normal).into_iter().filter(|slot| slot.value.kind() == SlotKind::Percent);
    let shares = shares.map(|slot| format!("{}‰", slot.value.number()));
    digits.map(str::to_owned).chain(shares).collect()
}
