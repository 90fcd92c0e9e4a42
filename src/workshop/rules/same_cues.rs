//! A topic whose every cue another topic has as well: whoever asks for it cannot but mean the other, too.

use std::collections::BTreeSet;

use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};
use crate::workshop::words::normal;

use super::no_questions::topics;

/// The rule.
pub const RULE: Rule = Rule::customer(
    "topic.same-cues",
    Severity::Warning,
    look,
    Example::main(&[("ask = [\"哪里买\", \"在哪*买\"]", "ask = [\"什么时候坏\"]")], "[\"什么时候坏\"]"),
    Example::main(&[("ask = [\"哪里买\", \"在哪*买\"]", "ask = [\"什么时候坏\", \"哪里买\"]")], ""),
);

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    for sheet in case.sheets() {
        let topics: Vec<(String, &_, BTreeSet<String>)> = topics(sheet)
            .into_iter()
            .map(|(name, topic)| {
                let cues =
                    topic.strings("ask").into_iter().map(normal).filter(|cue| !cue.is_empty()).collect();
                (name, topic, cues)
            })
            .collect();
        for (place, (name, topic, cues)) in topics.iter().enumerate() {
            // Of two that are alike the later is told; examples tell apart what cues do not.
            let covers = |(other, (_, _, all)): &(usize, &(String, _, BTreeSet<String>))| {
                *other != place && cues.is_subset(all) && (all.len() > cues.len() || *other < place)
            };
            let apart = cues.is_empty() || !topic.list("examples").is_empty();
            let Some((_, (other, ..))) = topics.iter().enumerate().find(covers).filter(|_| !apart) else {
                continue;
            };
            let span = topic.get("ask").map(|ask| ask.span.clone()).unwrap_or_default();
            findings.push(rule.finding(sheet.source, span).text("id", name).text("other", other));
        }
    }
}
