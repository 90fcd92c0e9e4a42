//! Who he is beside his case: the mixture of customer types, his style, how long the company has known him.

use std::collections::BTreeMap;

use toml::Spanned;

use crate::base::cause::{Cause, PerCause};
use crate::base::ending::Ending;
use crate::base::level::{Level, PerEmotion};
use crate::base::moves::Move;

use super::chart::{Transition, unknown};
use super::file::{PersonaFile, TurnFile};
use super::finding::{Finding, Source};
use super::kind::Needs;
use super::model::{Style, Turned};
use super::rules::{Rules, levels};

/// What comes of types, style and stage together.
pub struct Nature {
    /// Shares in percent by type, highest first.
    pub types: Vec<(String, i32)>,
    /// Percent of a base effect by cause.
    pub sensitivity: PerCause<i32>,
    /// Where he drifts.
    pub temperament: PerEmotion<Level>,
    /// What he needs beyond his case.
    pub needs: Needs,
    /// How he talks.
    pub style: Style,
    /// What he may turn into.
    pub turned: Option<Turned>,
    /// When his leading type leaves.
    pub transitions: Vec<Transition>,
    /// How he leaves, where the persona does not say.
    pub leaves: Option<Ending>,
}

/// Mixes types, style and stage.
pub fn nature(source: Source<'_>, file: &PersonaFile, rules: &Rules, findings: &mut Vec<Finding>) -> Nature {
    let types = lower_types(source, &file.types, rules, findings);
    let style = style(source, &file.style, findings);
    let stage = stage(source, file.stage.as_ref(), findings);
    let mut sensitivity = sensitivity(&types, rules);
    season(&mut sensitivity, style, stage);
    let mut turned = |turn: &TurnFile| {
        let types = lower_types(source, &turn.types, rules, findings);
        let mut sensitivity = self::sensitivity(&types, rules);
        season(&mut sensitivity, style, stage);
        Turned { when: turn.when.clone(), types, sensitivity }
    };
    let turned = file.turn.as_ref().map(&mut turned);
    let leading = types.first().and_then(|(id, _)| rules.types.get(id));
    Nature {
        sensitivity,
        temperament: temperament(file, &types, rules),
        needs: needs(&types, rules),
        style,
        turned,
        transitions: leading.map(|one| one.transitions.clone()).unwrap_or_default(),
        leaves: leading.and_then(|one| one.leaves),
        types,
    }
}

/// Words for how he talks, as files have them.
pub const STYLES: [&str; 6] = ["direct", "tactful", "detail", "overview", "feeling", "fact"];
/// Words for how long the company has known him.
pub const STAGES: [&str; 3] = ["new", "returning", "loyal"];

/// How long the company has known him (curriculum section 1).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    New,
    Returning,
    Loyal,
}

/// Percent that style and stage add to what their moves do.
const SEASONING: i32 = 20;

/// What a tactful customer, a new one and a loyal one feel more.
const TACTFUL: [Move; 4] = [Move::Command, Move::Minimal, Move::RefuseFlat, Move::Hurry];
const NEW: [Move; 3] = [Move::Jargon, Move::SetExpectation, Move::ExplainCause];
const LOYAL: [Move; 6] = [
    Move::AddressByName,
    Move::Thank,
    Move::RepeatRequest,
    Move::PolicyWall,
    Move::Deflect,
    Move::ApologizeConditional,
];

fn season(sensitivity: &mut PerCause<i32>, style: Style, stage: Stage) {
    let tactful = TACTFUL.iter().filter(|_| style.direct == Some(false));
    let new = NEW.iter().filter(|_| stage == Stage::New);
    let loyal = LOYAL.iter().filter(|_| stage == Stage::Loyal);
    for mv in tactful.chain(new).chain(loyal) {
        if let Some(percent) = sensitivity.get_mut(Cause::Move(*mv)) {
            *percent += SEASONING;
        }
    }
}

fn style(source: Source<'_>, written: &[Spanned<String>], findings: &mut Vec<Finding>) -> Style {
    let mut style = Style::default();
    for word in written {
        let (axis, way) = match word.get_ref().as_str() {
            "direct" => (&mut style.direct, true),
            "tactful" => (&mut style.direct, false),
            "detail" => (&mut style.detailed, true),
            "overview" => (&mut style.detailed, false),
            "feeling" => (&mut style.feeling, true),
            "fact" => (&mut style.feeling, false),
            _ => {
                findings.push(unknown(source, "persona.unknown-style", "style", word, STYLES));
                continue;
            }
        };
        if axis.is_some_and(|other| other != way) {
            let finding = source.error("persona.contradictory-style", word.span());
            findings.push(finding.text("written", word.get_ref()));
        }
        *axis = Some(way);
    }
    style
}

fn stage(source: Source<'_>, written: Option<&Spanned<String>>, findings: &mut Vec<Finding>) -> Stage {
    match written.map(|word| (word, word.get_ref().as_str())) {
        None | Some((_, "returning")) => Stage::Returning,
        Some((_, "new")) => Stage::New,
        Some((_, "loyal")) => Stage::Loyal,
        Some((word, _)) => {
            findings.push(unknown(source, "persona.unknown-stage", "stage", word, STAGES));
            Stage::Returning
        }
    }
}

fn needs(types: &[(String, i32)], rules: &Rules) -> Needs {
    let known = types.iter().filter_map(|(id, share)| rules.types.get(id).map(|t| (t.needs, *share)));
    let sum = known.fold(Needs::default(), |sum, (one, share)| Needs {
        heard: sum.heard + one.heard * share,
        trust: sum.trust + one.trust * share,
        patience: sum.patience + one.patience * share,
    });
    Needs { heard: sum.heard / 100, trust: sum.trust / 100, patience: sum.patience / 100 }
}

fn lower_types(
    source: Source<'_>,
    written: &BTreeMap<Spanned<String>, i32>,
    rules: &Rules,
    findings: &mut Vec<Finding>,
) -> Vec<(String, i32)> {
    let mut types = Vec::new();
    for (name, share) in written {
        if rules.types.contains_key(name.get_ref()) {
            types.push((name.get_ref().clone(), *share));
        } else {
            let valid = rules.types.keys().map(String::as_str);
            findings.push(unknown(source, "persona.unknown-type", "type", name, valid));
        }
    }
    let sum: i32 = types.iter().map(|(_, share)| share).sum();
    if sum != 100 && findings.is_empty() {
        findings.push(source.error("persona.shares", source.find("types")).number("sum", sum));
    }
    types.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    types
}

fn sensitivity(types: &[(String, i32)], rules: &Rules) -> PerCause<i32> {
    let mut mixed = PerCause::all(100);
    let known = types.iter().filter_map(|(id, share)| rules.types.get(id).map(|t| (t, *share)));
    for (one, share) in known {
        for (cause, percent) in &one.sensitivity {
            if let Some(sum) = mixed.get_mut(*cause) {
                *sum += (percent - 100) * share / 100;
            }
        }
    }
    mixed
}

fn temperament(file: &PersonaFile, types: &[(String, i32)], rules: &Rules) -> PerEmotion<Level> {
    if let Some(own) = &file.temperament {
        return levels(own);
    }
    let leading = types.iter().find_map(|(id, _)| rules.types.get(id)?.temperament);
    leading.unwrap_or_else(|| {
        PerEmotion { anger: 30, anxiety: 30, disappointment: 30, trust: 40 }.map(|_, p| Level::points(p))
    })
}
