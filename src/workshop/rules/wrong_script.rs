//! Traditional characters in a file of Simplified ones, or the reverse: often a sentence that was copied and not converted.

use std::collections::BTreeSet;

use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};

/// The rule.
pub const RULE: Rule = Rule::customer(
    "text.wrong-script",
    Severity::Warning,
    look,
    Example::main(&[("官网下的单。", "官網下的單。")], "網"),
    Example::main(&[("官网下的单。", "我自己下的单，著名的那家。")], ""),
);

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    for sheet in case.sheets() {
        let foreign: BTreeSet<char> = case.lists(sheet).foreign.chars().collect();
        if foreign.is_empty() {
            continue;
        }
        for text in sheet.texts() {
            let Some((at, c)) = text.text.char_indices().find(|(_, c)| foreign.contains(c)) else { continue };
            let span = sheet.part(text.text, &text.span, at..at + c.len_utf8());
            let all: BTreeSet<String> =
                text.text.chars().filter(|c| foreign.contains(c)).map(String::from).collect();
            findings
                .push(rule.finding(sheet.source, span).names("characters", all.iter().map(String::as_str)));
        }
    }
}
