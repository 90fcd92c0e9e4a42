//! The laws all customers share: `personas/emotions.toml` and `personas/types/*.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::base::cause::{Cause, PerCause};
use crate::base::hash::ContentHash;
use crate::base::id::StateId;
use crate::base::level::{Emotion, Level, POINT, PerEmotion};
use crate::base::moves::Family;

use super::chart::{Ladder, Transition, TransitionFile, cause_ids, lower_transition, unknown};
use super::defaults::Defaults;
use super::file::LevelsFile;
use super::finding::{Finding, Source, read_toml};
use super::kind::{TypeRules, lower_type};
use super::model::{Grade, GradeRules};

/// What one cause does to a plain customer, in hundredths of a point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effect {
    /// Change of the four levels.
    pub levels: PerEmotion<i32>,
    /// Change of how well he feels heard.
    pub heard: i32,
}

/// The stretch of a conversation, which decides what a move is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Before the trainee has said anything of substance.
    Opening,
    /// He lets it out and wants to be heard.
    Venting,
    /// He has been heard enough to answer questions.
    Exploring,
    /// Ways to fix it are on the table.
    Solving,
    /// What he wants is met; he weighs it.
    Agreeing,
    /// He has accepted.
    Closing,
}

impl Phase {
    /// All phases, in their usual order.
    pub const ALL: [Phase; 6] =
        [Phase::Opening, Phase::Venting, Phase::Exploring, Phase::Solving, Phase::Agreeing, Phase::Closing];

    /// The id in files and locales.
    pub fn id(self) -> &'static str {
        match self {
            Phase::Opening => "opening",
            Phase::Venting => "venting",
            Phase::Exploring => "exploring",
            Phase::Solving => "solving",
            Phase::Agreeing => "agreeing",
            Phase::Closing => "closing",
        }
    }
}

/// A feeling that nobody answers turning into another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversion {
    /// Name for the trace.
    pub rule: String,
    /// What it was, and what it becomes.
    pub from: Emotion,
    /// What it becomes.
    pub to: Emotion,
    /// Messages without progress before it does.
    pub idle: u16,
    /// Heat of the first, 0 to 3, at least.
    pub heat: u8,
    /// What the first loses with each further message, in hundredths.
    pub take: i32,
    /// What the second gains.
    pub give: i32,
}

/// Everything all customers share.
#[derive(Clone, Debug)]
pub struct Rules {
    /// Hash over all files they come from.
    pub hash: ContentHash,
    /// Anger, anxiety, disappointment.
    pub ladders: [Ladder; 3],
    /// Share of the distance to the temperament that goes per message, per mille.
    pub decay: PerEmotion<i32>,
    /// Base effects by cause.
    pub effects: PerCause<Effect>,
    /// Percent by phase and family of moves.
    pub phases: BTreeMap<(Phase, Family), i32>,
    /// Percent for the first, second, ... use of the same kind move; the last holds on.
    pub repeat_kindness: Vec<i32>,
    /// The same for moves whose content is new each time.
    pub repeat_work: Vec<i32>,
    /// The same for the same offence.
    pub repeat_offence: Vec<i32>,
    /// Moves that may exceed a persona's step.
    pub outrages: Vec<Cause>,
    /// The step of an outrage, in hundredths.
    pub outrage_step: i32,
    /// What must hold before he accepts, beside the persona's own needs.
    pub accept: AcceptRules,
    /// Transitions tried after a persona's own.
    pub transitions: Vec<Transition>,
    /// What each grade makes of everything, by its id.
    pub grades: BTreeMap<String, GradeRules>,
    /// What feelings turn into when nobody answers them; the first that fits.
    pub conversions: Vec<Conversion>,
    /// The customer that `read` measures an effect on.
    pub plain: PerEmotion<Level>,
    /// Customer types by id.
    pub types: BTreeMap<String, TypeRules>,
    /// What stands in where a customer's file is silent. No part of [`Rules::hash`]: it concerns only those whose files are.
    pub defaults: Defaults,
}

/// When a customer accepts what is on the table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AcceptRules {
    /// Trainee messages at least.
    pub turn: u16,
    /// Percent of demands met at least.
    pub solved: i32,
    /// Percent of demands that must be met however much he trusts.
    pub least: i32,
    /// Heat at most.
    pub heat: u8,
}

impl Rules {
    /// The ladder of an emotion; anger's for trust, which has none.
    pub fn ladder(&self, emotion: Emotion) -> &Ladder {
        match emotion {
            Emotion::Anger | Emotion::Trust => &self.ladders[0],
            Emotion::Anxiety => &self.ladders[1],
            Emotion::Disappointment => &self.ladders[2],
        }
    }

    /// Percent that a phase leaves of a family's effect.
    pub fn phase_percent(&self, phase: Phase, family: Family) -> i32 {
        self.phases.get(&(phase, family)).copied().unwrap_or(100)
    }

    /// Names of all ladder states.
    pub fn state_names(&self) -> Vec<&str> {
        self.ladders.iter().flat_map(|l| l.states.iter().map(StateId::as_str)).collect()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RulesFile {
    ladder: LaddersFile,
    decay: LevelsFile,
    repeat: RepeatFile,
    outrage: OutrageFile,
    accept: AcceptRules,
    plain: LevelsFile,
    effect: BTreeMap<Spanned<String>, EffectFile>,
    phase: BTreeMap<Spanned<String>, BTreeMap<Spanned<String>, i32>>,
    #[serde(default)]
    transition: Vec<TransitionFile>,
    #[serde(default)]
    conversion: Vec<ConversionFile>,
    #[serde(default)]
    grade: BTreeMap<Spanned<String>, GradeRules>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConversionFile {
    rule: String,
    from: Spanned<String>,
    to: Spanned<String>,
    idle: u16,
    heat: u8,
    take: i32,
    give: i32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LaddersFile {
    anger: LadderFile,
    anxiety: LadderFile,
    disappointment: LadderFile,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LadderFile {
    states: [StateId; 4],
    enter: Spanned<[i32; 3]>,
    leave: Spanned<[i32; 3]>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RepeatFile {
    kindness: Vec<i32>,
    work: Vec<i32>,
    offence: Vec<i32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OutrageFile {
    moves: Vec<Spanned<String>>,
    step: i32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EffectFile {
    #[serde(default)]
    anger: i32,
    #[serde(default)]
    anxiety: i32,
    #[serde(default)]
    disappointment: i32,
    #[serde(default)]
    trust: i32,
    #[serde(default)]
    heard: i32,
}

/// Reads `emotions.toml` and the type files. `None` where the former cannot be used at all.
pub fn parse_rules(emotions: Source<'_>, types: &[Source<'_>]) -> (Option<Rules>, Vec<Finding>) {
    let mut findings = Vec::new();
    let rules = match read_toml::<RulesFile>(emotions) {
        Ok(file) => Some(lower_rules(emotions, file, &mut findings)),
        Err(found) => {
            findings.extend(found);
            None
        }
    };
    let rules = rules.map(|mut rules| {
        for source in types {
            if let Some((id, one)) = lower_type(*source, &rules.state_names(), &mut findings) {
                rules.types.insert(id, one);
            }
        }
        let parts = std::iter::once(emotions).chain(types.iter().copied()).map(|s| s.text.as_bytes());
        rules.hash = ContentHash::of(parts);
        rules
    });
    (rules, findings)
}

fn lower_rules(source: Source<'_>, file: RulesFile, findings: &mut Vec<Finding>) -> Rules {
    let ladders = [
        lower_ladder(source, &file.ladder.anger, findings),
        lower_ladder(source, &file.ladder.anxiety, findings),
        lower_ladder(source, &file.ladder.disappointment, findings),
    ];
    let states: Vec<&str> = ladders.iter().flat_map(|l| l.states.iter().map(StateId::as_str)).collect();
    let transitions =
        file.transition.iter().filter_map(|t| lower_transition(source, t, &states, findings)).collect();
    let conversions = file.conversion.iter().filter_map(|c| lower_conversion(source, c, findings)).collect();
    let mut grades = BTreeMap::new();
    for (name, one) in &file.grade {
        if Grade::ALL.iter().any(|grade| grade.id() == name.get_ref()) {
            grades.insert(name.get_ref().clone(), *one);
        } else {
            findings.push(unknown(source, "rules.unknown-grade", "grade", name, Grade::ALL.map(Grade::id)));
        }
    }
    let effects = lower_effects(source, &file.effect, findings);
    let phases = lower_phases(source, &file.phase, findings);
    let outrages = file.outrage.moves.iter().filter_map(|name| cause(source, name, findings)).collect();
    let decay = levels(&file.decay).map(|_, level| level.raw() / POINT * 10);
    Rules {
        hash: ContentHash::of([]),
        ladders,
        decay,
        effects,
        phases,
        repeat_kindness: file.repeat.kindness,
        repeat_work: file.repeat.work,
        repeat_offence: file.repeat.offence,
        outrages,
        outrage_step: file.outrage.step * POINT,
        accept: file.accept,
        transitions,
        conversions,
        grades,
        plain: levels(&file.plain),
        types: BTreeMap::new(),
        defaults: Defaults::default(),
    }
}

/// Levels as checked: whole points, clamped.
pub fn levels(file: &LevelsFile) -> PerEmotion<Level> {
    PerEmotion {
        anger: file.anger,
        anxiety: file.anxiety,
        disappointment: file.disappointment,
        trust: file.trust,
    }
    .map(|_, points| Level::points(points))
}

fn lower_ladder(source: Source<'_>, file: &LadderFile, findings: &mut Vec<Finding>) -> Ladder {
    let (enter, leave) = (file.enter.get_ref(), file.leave.get_ref());
    let ordered = enter.is_sorted() && leave.is_sorted() && enter.iter().zip(leave).all(|(e, l)| l < e);
    if !ordered {
        findings.push(source.error("chart.thresholds", file.leave.span()));
    }
    let states = file.states.clone();
    Ladder { states, enter: enter.map(Level::points), leave: leave.map(Level::points) }
}

pub(super) fn cause(
    source: Source<'_>,
    name: &Spanned<String>,
    findings: &mut Vec<Finding>,
) -> Option<Cause> {
    let found = Cause::parse(name.get_ref());
    if found.is_none() {
        findings.push(unknown(source, "rules.unknown-move", "move", name, cause_ids()));
    }
    found
}

fn lower_effects(
    source: Source<'_>,
    file: &BTreeMap<Spanned<String>, EffectFile>,
    findings: &mut Vec<Finding>,
) -> PerCause<Effect> {
    let mut effects = PerCause::default();
    for (name, one) in file {
        let Some(cause) = cause(source, name, findings) else { continue };
        let levels = PerEmotion {
            anger: one.anger,
            anxiety: one.anxiety,
            disappointment: one.disappointment,
            trust: one.trust,
        };
        effects.set(cause, Effect { levels: levels.map(|_, p| p * POINT), heard: one.heard * POINT });
    }
    effects
}

fn lower_phases(
    source: Source<'_>,
    file: &BTreeMap<Spanned<String>, BTreeMap<Spanned<String>, i32>>,
    findings: &mut Vec<Finding>,
) -> BTreeMap<(Phase, Family), i32> {
    let mut phases = BTreeMap::new();
    for (name, families) in file {
        let Some(phase) = Phase::ALL.into_iter().find(|p| p.id() == name.get_ref()) else {
            findings.push(unknown(source, "rules.unknown-phase", "phase", name, Phase::ALL.map(Phase::id)));
            continue;
        };
        for (family, percent) in families {
            match Family::ALL.into_iter().find(|f| f.id() == family.get_ref()) {
                Some(one) => {
                    phases.insert((phase, one), *percent);
                }
                None => {
                    let valid = Family::ALL.map(Family::id);
                    findings.push(unknown(source, "rules.unknown-family", "family", family, valid));
                }
            }
        }
    }
    phases
}

fn lower_conversion(
    source: Source<'_>,
    file: &ConversionFile,
    findings: &mut Vec<Finding>,
) -> Option<Conversion> {
    let feelings = [Emotion::Anger, Emotion::Anxiety, Emotion::Disappointment];
    let mut feeling = |name: &Spanned<String>| {
        let found = feelings.into_iter().find(|e| e.id() == name.get_ref());
        if found.is_none() {
            findings.push(unknown(
                source,
                "rules.unknown-emotion",
                "emotion",
                name,
                feelings.map(Emotion::id),
            ));
        }
        found
    };
    let (from, to) = (feeling(&file.from), feeling(&file.to));
    Some(Conversion {
        rule: file.rule.clone(),
        from: from?,
        to: to?,
        idle: file.idle,
        heat: file.heat,
        take: file.take * POINT,
        give: file.give * POINT,
    })
}
