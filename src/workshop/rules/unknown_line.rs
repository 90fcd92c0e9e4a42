//! Lines under a key that no customer ever looks under.

use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};
use crate::workshop::sheet::Spot;

/// The rule.
pub const RULE: Rule = Rule::customer(
    "text.unknown-line",
    Severity::Warning,
    look,
    Example::main(
        &[("[text.lines]\n", "[text.lines]\nreact-apologise-high = [\"说对不起有用吗？\"]\n")],
        "react-apologise-high",
    ),
    Example::main(&[("[text.lines]\n", "[text.lines]\nreact-apologize-high = [\"说对不起有用吗？\"]\n")], ""),
);

/// What is tried before a key itself: how upset he is.
const HEATS: [&str; 2] = ["-high", "-low"];

/// Whether customers look under a key, or under it for one heat.
fn is_known(case: &Case<'_>, key: &str) -> bool {
    let plain = HEATS.into_iter().find_map(|heat| key.strip_suffix(heat)).unwrap_or(key);
    let heated = HEATS.into_iter().map(|heat| format!("{plain}{heat}"));
    heated.chain([plain.to_owned()]).any(|key| case.keys.contains(&key))
}

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    let known = || case.keys.iter().map(String::as_str);
    for sheet in case.sheets() {
        for (key, _) in sheet.at(&["text", "lines"]).map(Spot::entries).unwrap_or_default() {
            if !is_known(case, &key.name) {
                let finding = rule.finding(sheet.source, key.span.clone()).text("written", &key.name);
                findings.push(finding.near(&key.name, known()));
            }
        }
    }
}
