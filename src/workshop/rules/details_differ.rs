//! Small things that one language has and another lacks: a translation that was not kept up.

use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};
use crate::workshop::sheet::{Sheet, Spot};

/// The rule.
pub const RULE: Rule = Rule::customer(
    "text.details-differ",
    Severity::Warning,
    look,
    Example::english(
        &[("[[text.detail]]\nask = [\"what colour\"]\ntell = [\"It is red.\"]\n", "")],
        "[text]",
    ),
    Example::english(
        &[("[[text.detail]]\nask = [\"what colour\"]", "[[text.detail]]\nask = [\"which colour\"]")],
        "",
    ),
);

/// How many more one may have: what goes without saying in one language may need saying in another.
const LEEWAY: usize = 5;

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    let count = |sheet: &Sheet<'_>| sheet.at(&["text", "detail"]).map_or(0, |list| Spot::items(list).len());
    let main = count(&case.main);
    for sheet in &case.others {
        let own = count(sheet);
        // A tenth, and a few at least: but none at all is too few for anybody.
        if main > 0 && (own == 0 || own + LEEWAY.max(main / 4) < main) {
            let finding = rule.finding(sheet.source, sheet.source.find("[text]")).number("is", own as u32);
            findings.push(finding.number("main", main as u32));
        }
    }
}
