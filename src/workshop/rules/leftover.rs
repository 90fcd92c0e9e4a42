//! What the writer left for later.

use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::lists::{Lists, found};
use crate::workshop::rule::{Example, Rule};
use crate::workshop::sheet::Text;

/// The rule.
pub const RULE: Rule = Rule::customer(
    "text.leftover",
    Severity::Warning,
    look,
    Example::main(&[("summary = \"水壶用三天就坏\"", "summary = \"TODO\"")], "TODO"),
    Example::main(&[("summary = \"水壶用三天就坏\"", "summary = \"水壶又坏了\"")], ""),
);

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    listed(rule, case, |lists| lists.leftover.as_slice(), findings);
}

/// Lists of what trainees may write: what they say is not what the customer says.
const HEARD: [&str; 4] = ["ask", "cues", "words", "examples"];

/// A finding for each word of a list that stands in a text of the customer.
pub(super) fn listed(
    rule: &Rule,
    case: &Case<'_>,
    list: fn(&Lists) -> &[String],
    findings: &mut Vec<Finding>,
) {
    for sheet in case.sheets() {
        let words = list(case.lists(sheet));
        let shown = |text: &Text<'_>| text.path.last().is_none_or(|key| !HEARD.contains(key));
        for text in sheet.texts().into_iter().filter(shown) {
            for place in found(words, text.text) {
                let word = text.text.get(place.clone()).unwrap_or_default();
                let span = sheet.part(text.text, &text.span, place);
                findings.push(rule.finding(sheet.source, span).text("written", word));
            }
        }
    }
}
