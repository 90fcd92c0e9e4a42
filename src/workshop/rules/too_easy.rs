//! A customer who is won more often than his grade promises.

use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};

use super::played::{chance, promised, won};

/// The rule.
pub const RULE: Rule = Rule::customer(
    "simulation.too-easy",
    Severity::Warning,
    look,
    Example::main(&[("grade = \"basic\"", "grade = \"advanced\"")], "\"advanced\""),
    Example::main(&[("summary = \"水壶用三天就坏\"", "summary = \"水壶坏了\"")], ""),
);

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    let (Some(persona), Some(grade)) = (case.persona, case.main.root.get("grade")) else { return };
    for (trainee, (least, most)) in promised(persona.grade) {
        let Some(won) = won(case, trainee) else { continue };
        if won > most + chance(case.runs) {
            let finding = rule.finding(case.main.source, grade.span.clone()).thing("who", trainee);
            let finding =
                finding.number("won", won / 10).number("least", least / 10).number("most", most / 10);
            findings.push(finding.text("grade", persona.grade.id()));
        }
    }
}
