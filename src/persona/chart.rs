//! The statechart: ladders with hysteresis, and explicit transitions that end a conversation.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use toml::Spanned;

use crate::base::cause::Cause;
use crate::base::ending::Ending;
use crate::base::id::StateId;
use crate::base::level::Level;

use super::finding::{Finding, Source};
use super::schema::names;

/// One emotion's named states, low to high.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    /// Names of the rungs, lowest first; always four (curriculum section 2).
    pub states: [StateId; 4],
    /// Level at which rung 1, 2, 3 is climbed.
    pub enter: [Level; 3],
    /// Level under which rung 1, 2, 3 is left downwards; each lower than its `enter`, which is the hysteresis.
    pub leave: [Level; 3],
}

impl Ladder {
    /// The rung for a level, coming from rung `from`.
    pub fn rung(&self, from: u8, level: Level) -> u8 {
        let mut rung = usize::from(from.min(3));
        while rung < 3 && self.enter.get(rung).is_some_and(|threshold| level >= *threshold) {
            rung += 1;
        }
        while rung > 0 && self.leave.get(rung - 1).is_some_and(|threshold| level < *threshold) {
            rung -= 1;
        }
        rung as u8
    }

    /// The name of a rung.
    pub fn state(&self, rung: u8) -> &StateId {
        let [calm, first, second, hottest] = &self.states;
        match rung {
            0 => calm,
            1 => first,
            2 => second,
            _ => hottest,
        }
    }
}

/// Where a transition leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// To this ending.
    Ending(Ending),
    /// To the way this persona leaves, given the emotion that is highest.
    Leave,
}

/// A transition as checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transition {
    /// Name for the trace.
    pub rule: String,
    /// States it starts from; empty for any.
    pub from: Vec<StateId>,
    /// Where it leads.
    pub to: Target,
    /// If not empty, one of these must be in the message.
    pub on: Vec<Cause>,
    /// What must hold.
    pub when: Guard,
}

/// Conditions; a missing one always holds. All numbers are "at least" unless they say otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Guard {
    /// Trainee messages so far.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub turn: Option<u16>,
    /// Turns spent in the current state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stay: Option<u16>,
    /// Messages that hurt, so far.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offences: Option<u16>,
    /// Messages with an outrage, so far.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outrages: Option<u16>,
    /// At most so many messages with an outrage.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outrages_at_most: Option<u16>,
    /// Promises beyond authority, so far.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub false_promises: Option<u16>,
    /// Whether he has accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<bool>,
    /// Whether the message asks something that he has not answered yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked: Option<bool>,
    /// Whether his patience (in messages) is used up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub patience_over: Option<bool>,
    /// Percent of his demands met, 0 to 100.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<names::Percent>")]
    pub solved: Option<i32>,
    /// How well he feels heard, 0 to 100.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<names::Percent>")]
    pub heard: Option<i32>,
    /// Trust, 0 to 100.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<names::Percent>")]
    pub trust: Option<i32>,
    /// Heat of the current state, 0 to 3.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<names::Heat>")]
    pub heat: Option<u8>,
    /// Heat, at most, 0 to 3.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<names::Heat>")]
    pub heat_at_most: Option<u8>,
    /// The highest of the three emotions, at least, 0 to 100.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<names::Percent>")]
    pub upset: Option<i32>,
    /// The highest of the three emotions, at most, 0 to 100.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<names::Percent>")]
    pub upset_at_most: Option<i32>,
}

/// A transition as written.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TransitionFile {
    /// Name for the trace.
    pub rule: String,
    /// States it starts from; any where missing.
    #[serde(default)]
    #[schemars(with = "Vec<names::StateName>")]
    pub from: Vec<Spanned<String>>,
    /// An ending, or `leave`: the way he leaves by the emotion that is highest.
    #[schemars(with = "names::Target")]
    pub to: Spanned<String>,
    /// Moves or circumstances, one of which must be in the message; none where missing.
    #[serde(default)]
    #[schemars(with = "Vec<names::CauseName>")]
    pub on: Vec<Spanned<String>>,
    /// What must hold; a condition that is missing always does.
    #[serde(default)]
    pub when: Guard,
}

/// Checks one transition against the names that exist.
pub fn lower_transition(
    source: Source<'_>,
    file: &TransitionFile,
    states: &[&str],
    findings: &mut Vec<Finding>,
) -> Option<Transition> {
    let before = findings.len();
    let to = match file.to.get_ref().as_str() {
        "leave" => Some(Target::Leave),
        other => Ending::parse(other).map(Target::Ending),
    };
    if to.is_none() {
        let valid = Ending::ALL.into_iter().map(Ending::id).chain(["leave"]);
        findings.push(unknown(source, "chart.unknown-ending", "ending", &file.to, valid));
    }
    let mut from = Vec::new();
    for state in &file.from {
        match StateId::parse(state.get_ref()).filter(|s| states.contains(&s.as_str())) {
            Some(id) => from.push(id),
            None => {
                findings.push(unknown(source, "chart.unknown-state", "state", state, states.iter().copied()));
            }
        }
    }
    let mut on = Vec::new();
    for cause in &file.on {
        match Cause::parse(cause.get_ref()) {
            Some(one) => on.push(one),
            None => findings.push(unknown(source, "chart.unknown-move", "move", cause, cause_ids())),
        }
    }
    (findings.len() == before).then_some(())?;
    Some(Transition { rule: file.rule.clone(), from, to: to?, on, when: file.when.clone() })
}

/// The ending of this name.
pub fn lower_ending(
    source: Source<'_>,
    name: &Spanned<String>,
    findings: &mut Vec<Finding>,
) -> Option<Ending> {
    let ending = Ending::parse(name.get_ref());
    if ending.is_none() {
        let valid = Ending::ALL.into_iter().map(Ending::id);
        findings.push(unknown(source, "chart.unknown-ending", "ending", name, valid));
    }
    ending
}

/// Ids of every move and circumstance.
pub fn cause_ids() -> impl Iterator<Item = &'static str> {
    let moves = crate::base::moves::Move::ALL.into_iter().map(|m| m.id());
    moves.chain(crate::base::cause::Circumstance::ALL.into_iter().map(|c| c.id()))
}

/// A finding for a name that does not exist, with the nearest one that does.
pub fn unknown<'a>(
    source: Source<'_>,
    code: &'static str,
    what: &'static str,
    written: &Spanned<String>,
    valid: impl IntoIterator<Item = &'a str>,
) -> Finding {
    let valid: Vec<&str> = valid.into_iter().collect();
    let finding = source.error(code, written.span()).thing("kind", what).text("written", written.get_ref());
    finding.names("valid", valid.iter().copied()).near(written.get_ref(), valid.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ladder() -> Ladder {
        let id = |s| StateId::parse(s).unwrap();
        Ladder {
            states: [id("calm"), id("annoyed"), id("angry"), id("furious")],
            enter: [25, 50, 75].map(Level::points),
            leave: [20, 43, 68].map(Level::points),
        }
    }

    #[test]
    fn a_rung_is_left_later_than_it_was_entered() {
        let ladder = ladder();
        assert_eq!(ladder.rung(2, Level::points(46)), 2, "between leave and enter he stays where he is");
        assert_eq!(ladder.rung(1, Level::points(46)), 1);
        assert_eq!(ladder.rung(2, Level::points(42)), 1);
        assert_eq!(ladder.rung(0, Level::points(90)), 3);
        assert_eq!(ladder.rung(3, Level::points(5)), 0);
    }
}
