//! What is wrong with a language's interface texts: keys nobody asks for, keys that are missing, values nobody gives.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast;

use crate::base::lang::Lang;
use crate::base::phrase::{Phrase, TermKind};
use crate::flow::input::Command;
use crate::persona::finding::{Finding, MOST, Source, codes};

use super::told::{LABELS, THINGS};
use super::words::Word;

/// Every key that a complete language has, over all its files.
pub fn expected() -> BTreeSet<String> {
    let phrases = Phrase::ALL_IDS.into_iter().map(str::to_owned);
    let terms = TermKind::ALL
        .into_iter()
        .flat_map(|kind| kind.ids().into_iter().map(move |id| format!("{}-{id}", kind.prefix())));
    let commands = Command::ALL.into_iter().map(|c| format!("command-{}", c.id()));
    let words = Word::ALL.into_iter().map(Word::key);
    phrases.chain(terms).chain(commands).chain(words).chain(workshop()).collect()
}

/// The keys of `workshop.ftl`: what findings are told with.
fn workshop() -> impl Iterator<Item = String> {
    let labels = LABELS.into_iter().map(str::to_owned);
    labels.chain(codes::all().map(codes::key)).chain(THINGS.into_iter().map(|id| format!("thing-{id}")))
}

/// Checks a language's `.ftl` files together. Missing keys are warnings, since a fallback has them. `coach.ftl` may
/// hold vocabulary of the debrief's own, so only the others are searched for keys that nothing ever says.
pub fn messages(lang: Lang, files: &[(&str, &str)]) -> Vec<Finding> {
    let expected = expected();
    let mut findings = Vec::new();
    let mut seen = BTreeMap::new();
    for source in files.iter().map(|(name, text)| Source { name, text }).filter(|s| s.name.ends_with(".ftl"))
    {
        let resource = match fluent_syntax::parser::parse(source.text) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        for entry in &resource.body {
            let ast::Entry::Message(message) = entry else { continue };
            if findings.len() >= MOST {
                seen.entry(message.id.name).or_insert(source.name);
                continue;
            }
            let key = message.id.name;
            if let Some(first) = seen.insert(key, source.name) {
                findings.push(duplicate(source, key, first));
            }
            let workshop = source.name.ends_with("workshop.ftl");
            if ["workshop.ftl", "ui.ftl", "trainer.ftl", "group.ftl"]
                .iter()
                .any(|name| source.name.ends_with(name))
            {
                findings.extend(unknown_key(source, key, &expected));
            }
            // What a finding brings is known where it is made, and tests tell every one of them.
            if !workshop {
                findings.extend(unknown_values(source, message));
            }
        }
    }
    // Without any words for findings a language borrows them all, and nothing is wrong.
    let none = !seen.values().any(|name| name.ends_with("workshop.ftl"));
    let borrowed = |key: &str| none && (key.starts_with("check-") || key.starts_with("thing-"));
    let missing = expected.iter().filter(|key| !seen.contains_key(key.as_str()) && !borrowed(key));
    let whole = Source { name: &format!("{lang}/ui.ftl"), text: "" };
    findings.extend(missing.map(|key| whole.warning("ui.missing-key", 0..0).text("key", key)));
    findings
}

/// Where a message starts.
fn place(source: Source<'_>, key: &str) -> std::ops::Range<usize> {
    let start = format!("{key} =");
    if source.text.starts_with(&start) {
        return 0..key.len();
    }
    let found = source.text.find(&format!("\n{start}"));
    found.map_or(0..0, |at| at + 1..at + 1 + key.len())
}

fn duplicate(source: Source<'_>, key: &str, first: &str) -> Finding {
    source.error("ui.duplicate-key", place(source, key)).text("key", key).text("first", first)
}

fn unknown_key(source: Source<'_>, key: &str, expected: &BTreeSet<String>) -> Option<Finding> {
    let open = TermKind::ALL.into_iter().filter(|kind| !kind.is_closed());
    let is_open = open.into_iter().any(|kind| {
        key.strip_prefix(kind.prefix()).is_some_and(|rest| rest.starts_with('-') && rest.len() > 1)
    });
    if is_open || expected.contains(key) {
        return None;
    }
    let finding = source.warning("ui.unknown-key", place(source, key)).text("key", key);
    Some(finding.near(key, expected.iter().map(String::as_str)))
}

fn unknown_values(source: Source<'_>, message: &ast::Message<&str>) -> Vec<Finding> {
    let key = message.id.name;
    let given = Phrase::shape(key).map_or(&[][..], |shape| shape.1);
    let mut used = BTreeSet::new();
    if let Some(pattern) = &message.value {
        pattern_values(pattern, &mut used);
    }
    let strange = used.into_iter().filter(|name| !given.contains(name));
    let finding = |name: &str| {
        let finding = source.error("ui.unknown-value", place(source, key)).text("key", key);
        finding.text("written", name).names("valid", given.iter().copied()).near(name, given.iter().copied())
    };
    strange.map(finding).collect()
}

fn pattern_values<'a>(pattern: &ast::Pattern<&'a str>, used: &mut BTreeSet<&'a str>) {
    for element in &pattern.elements {
        let ast::PatternElement::Placeable { expression } = element else { continue };
        expression_values(expression, used);
    }
}

fn expression_values<'a>(expression: &ast::Expression<&'a str>, used: &mut BTreeSet<&'a str>) {
    match expression {
        ast::Expression::Inline(inline) => inline_values(inline, used),
        ast::Expression::Select { selector, variants } => {
            inline_values(selector, used);
            for variant in variants {
                pattern_values(&variant.value, used);
            }
        }
    }
}

fn inline_values<'a>(inline: &ast::InlineExpression<&'a str>, used: &mut BTreeSet<&'a str>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            used.insert(id.name);
        }
        ast::InlineExpression::Placeable { expression } => expression_values(expression, used),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::persona::finding::Severity;

    fn codes(text: &str) -> Vec<(&'static str, usize, Option<String>)> {
        let findings = messages(Lang::EN, &[("ui.ftl", text)]);
        let told = findings.into_iter().filter(|f| f.code != "ui.missing-key");
        told.map(|f| (f.code, f.line, f.near)).collect()
    }

    #[test]
    fn a_key_nobody_asks_for_is_named_with_the_nearest_that_is() {
        let hint = Some("notice-empty".to_owned());
        assert_eq!(codes("# c\nnotice-emty = x\n"), [("ui.unknown-key", 2, hint)]);
        assert_eq!(codes("state-smouldering = x\n"), [], "trainers may add states");
    }

    #[test]
    fn a_value_nobody_gives_is_found_inside_a_choice_too() {
        let text = "notice-too-long =\n    { $limit ->\n        [one] { $lenght }\n       *[other] { $length }\n    }\n";
        assert_eq!(codes(text), [("ui.unknown-value", 1, Some("length".to_owned()))]);
    }

    #[test]
    fn a_key_that_stands_twice_is_an_error() {
        assert_eq!(codes("notice-empty = x\nnotice-empty = y\n")[0].0, "ui.duplicate-key");
    }

    #[test]
    fn a_missing_key_is_a_warning() {
        let findings = messages(Lang::EN, &[]);
        assert!(findings.iter().all(|f| f.code == "ui.missing-key" && f.severity == Severity::Warning));
        assert_eq!(findings.len(), expected().len() - workshop().collect::<BTreeSet<_>>().len());
    }
}
