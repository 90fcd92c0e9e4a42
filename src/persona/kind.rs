//! Customer types as data: `personas/types/*.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::base::cause::Cause;
use crate::base::ending::Ending;
use crate::base::level::{Level, PerEmotion};

use super::chart::{Transition, TransitionFile, lower_ending, lower_transition};
use super::file::LevelsFile;
use super::finding::{Finding, Source, read_toml};
use super::rules::{cause, levels};

/// A customer type (curriculum section 1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypeRules {
    /// Percent of the base effect, by cause id; 100 where missing.
    pub sensitivity: BTreeMap<Cause, i32>,
    /// Where customers of this type drift.
    pub temperament: Option<PerEmotion<Level>>,
    /// What they need beyond what their case needs.
    pub needs: Needs,
    /// How they leave, where a persona does not say.
    pub leaves: Option<Ending>,
    /// When they leave; tried after a persona's own, where the type has the largest share.
    pub transitions: Vec<Transition>,
}

/// What a type needs before he accepts, beyond what the case needs; less where negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Needs {
    /// Points of being heard.
    pub heard: i32,
    /// Points of trust.
    pub trust: i32,
    /// Messages of patience.
    pub patience: i32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TypeFile {
    id: Spanned<String>,
    #[serde(default)]
    sensitivity: BTreeMap<Spanned<String>, i32>,
    leaves: Option<Spanned<String>>,
    temperament: Option<LevelsFile>,
    #[serde(default)]
    needs: Needs,
    #[serde(default)]
    transition: Vec<TransitionFile>,
}

/// Reads a type's file.
pub(super) fn lower_type(
    source: Source<'_>,
    states: &[&str],
    findings: &mut Vec<Finding>,
) -> Option<(String, TypeRules)> {
    let file = match read_toml::<TypeFile>(source) {
        Ok(file) => file,
        Err(found) => {
            findings.extend(found);
            return None;
        }
    };
    let mut sensitivity = BTreeMap::new();
    for (name, percent) in &file.sensitivity {
        if let Some(cause) = cause(source, name, findings) {
            sensitivity.insert(cause, *percent);
        }
    }
    let temperament = file.temperament.as_ref().map(levels);
    let transitions =
        file.transition.iter().filter_map(|t| lower_transition(source, t, states, findings)).collect();
    let leaves = file.leaves.as_ref().and_then(|name| lower_ending(source, name, findings));
    let one = TypeRules { sensitivity, temperament, leaves, needs: file.needs, transitions };
    Some((file.id.get_ref().clone(), one))
}
