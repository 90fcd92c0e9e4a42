//! A model question of a fact that the customer does not take for a question about it: who learns by it learns nothing.

use crate::nlu::reading::Topic;
use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};

/// The rule.
pub const RULE: Rule = Rule::customer(
    "fact.question-misses",
    Severity::Warning,
    look,
    Example::main(
        &[("question = \"请问水壶是什么时候坏的？\"", "question = \"请问您怎么称呼？\"")],
        "\"请问您怎么称呼？\"",
    ),
    Example::main(&[("question = \"请问水壶是什么时候坏的？\"", "question = \"它是什么时候坏的呢？\"")], ""),
);

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    for (lang, cast) in &case.casts {
        let Some(sheet) = case.sheets().find(|sheet| sheet.lang == Some(*lang)) else { continue };
        let opening = cast.texts.opening.first().map(|bubbles| bubbles.join("\n")).unwrap_or_default();
        for (place, fact) in cast.persona.facts.iter().enumerate() {
            let id = fact.id.as_str();
            let spot = sheet.at(&["text", "fact", id, "question"]);
            let Some((spot, question)) = spot.and_then(|spot| Some((spot, spot.text()?))) else { continue };
            let reading = cast.reader.read(question, Some(cast.ear), &opening);
            let meant = |topic: &Topic| *topic == Topic::Fact(place);
            let found = reading.questions.iter().any(|q| meant(&q.topic) || q.rivals.iter().any(meant));
            if !question.is_empty() && !found {
                let finding = rule.finding(sheet.source, spot.span.clone()).text("id", id);
                findings.push(finding.text("written", question));
            }
        }
    }
}
