//! A customer whom a trainee cannot win with what she has: all that she may offer does not meet enough of what he wants, or
//! he wants more trust or listening than a conversation can give.

use crate::base::level::{Level, POINT};
use crate::persona::finding::{Finding, Severity};
use crate::persona::model::{Authority, Persona};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};

/// The rule.
pub const RULE: Rule = Rule::customer(
    "persona.cannot-be-calmed",
    Severity::Error,
    look,
    Example::main(&[("meets = { tea = 90 }", "meets = { tea = 20 }")], "[[offer]]"),
    Example::main(&[("meets = { tea = 90 }", "meets = { tea = 60 }")], ""),
);

/// Most trust, in points, and most listening that the best trainee brings about in time.
const REACHED: i32 = 92;

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    let Some(persona) = case.persona else { return };
    let source = case.main.source;
    let mut push = |what, span, have: i32, need: i32| {
        let finding = rule.finding(source, span).thing("what", what);
        findings.push(finding.number("have", have).number("need", need));
    };
    let met = most_met(persona);
    if met < case.laws.accept.least && !persona.offers.is_empty() {
        push("solved", source.find("[[offer]]"), met, case.laws.accept.least);
    }
    if persona.accept_trust > Level::points(REACHED) {
        push("trust", source.find("accept_trust"), REACHED, persona.accept_trust.raw() / POINT);
    }
    if persona.heard_needed > REACHED * POINT {
        push("heard", source.find("heard_needed"), REACHED, persona.heard_needed / POINT);
    }
}

/// Percent of his demands that everything within the trainee's reach meets together: of each demand as much as the best offer.
fn most_met(persona: &Persona) -> i32 {
    let allowed = || persona.offers.iter().filter(|offer| offer.authority != Authority::Beyond);
    let best = |demand: usize| {
        let meets = allowed().flat_map(|offer| &offer.meets).filter(|(place, _)| *place == demand);
        meets.map(|(_, percent)| *percent).max().unwrap_or(0)
    };
    let weighed = persona.demands.iter().enumerate().map(|(place, demand)| best(place) * demand.weight);
    weighed.sum::<i32>() / 100
}
