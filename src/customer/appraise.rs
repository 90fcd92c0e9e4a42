//! What each cause does to this customer, now: base effect, scaled by who he is and by what came before.

use crate::base::cause::{Cause, Circumstance};
use crate::base::level::PerEmotion;
use crate::base::moves::{Family, Move};
use crate::persona::model::Persona;
use crate::persona::rules::{Phase, Rules};

use super::causes::Found;
use super::state::Customer;
use super::trace::{Appraisal, Factor};

/// Families whose content is new each time.
fn is_work(family: Family) -> bool {
    matches!(
        family,
        Family::Solving | Family::Promising | Family::Informing | Family::Asking | Family::Listening
    )
}

/// How a cause is scaled for this customer at this moment.
pub struct Appraiser<'a> {
    /// Who.
    pub persona: &'a Persona,
    /// The laws.
    pub rules: &'a Rules,
    /// Where he stands before the message.
    pub customer: &'a Customer,
    /// Whether the message also hurts, which takes most of the worth from what is kind in it.
    pub tainted: bool,
    /// Whether the message repeats earlier words.
    pub canned: bool,
    /// Whether the message has some listening in it, which lets a fix come early.
    pub attentive: bool,
}

/// Percent of a fix's worth before the customer feels heard.
const UNHEARD: i32 = 35;
/// Percent of a kindness's worth beside an offence.
const TAINTED: i32 = 35;
/// Percent of coldness's worth beside an offence, which is cold by itself.
const COLD_BESIDE_OFFENCE: i32 = 50;
/// Percent of what is left of a kindness in words that were used before.
const CANNED: i32 = 15;
/// Percent of a kindness's worth on a boiling customer.
const BOILING: i32 = 80;

impl Appraiser<'_> {
    /// The change a cause makes, before the persona's step is applied.
    pub fn appraise(&self, found: Found) -> Appraisal {
        let base = self.rules.effects.get(found.cause);
        let mut factors = self.factors(found.cause);
        if found.clarity != 100 {
            factors.push(Factor { rule: "clarity".into(), percent: found.clarity });
        }
        let scale = |value: i32| factors.iter().fold(value, |v, f| v * f.percent / 100);
        Appraisal {
            cause: found.cause,
            span: found.span,
            change: base.levels.map(|_, value| scale(value)),
            heard: scale(base.heard),
            factors,
        }
    }

    fn factors(&self, cause: Cause) -> Vec<Factor> {
        // A few rules apply at once, rarely more.
        let mut factors = Vec::with_capacity(6);
        let mut add = |rule: &'static str, percent: i32| {
            if percent != 100 {
                factors.push(Factor { rule: rule.into(), percent });
            }
        };
        add("type", self.persona.sensitivity(self.customer.memory.turned).get(cause));
        let grade = self.persona.measure;
        add("grade", if cause.hurts() { grade.hurt } else { grade.help });
        if let Cause::Move(mv) = cause {
            add("phase", self.rules.phase_percent(self.customer.phase, mv.family()));
        }
        add("repeat", self.repeat(cause));
        if cause == Cause::Circumstance(Circumstance::Cold) {
            add("tainted", if self.tainted { COLD_BESIDE_OFFENCE } else { 100 });
        }
        if !cause.hurts() {
            add("tainted", if self.tainted { TAINTED } else { 100 });
            add("canned", if self.canned { CANNED } else { 100 });
            add("boiling", if self.customer.heat() == 3 { BOILING } else { 100 });
            add("order", if self.is_premature(cause) { UNHEARD } else { 100 });
        }
        factors
    }

    fn repeat(&self, cause: Cause) -> i32 {
        let list = match cause {
            // How it sounds is new each time, and already part of what compounds.
            Cause::Circumstance(
                Circumstance::OwnTime
                | Circumstance::Unheeded
                | Circumstance::Solved
                | Circumstance::FoundOut
                | Circumstance::Warm
                | Circumstance::Cold,
            ) => return 100,
            _ if cause.hurts() => &self.rules.repeat_offence,
            Cause::Move(mv) if is_work(mv.family()) => &self.rules.repeat_work,
            _ => &self.rules.repeat_kindness,
        };
        let before = self.customer.memory.counts.get(cause);
        list.get(usize::from(before)).or(list.last()).copied().unwrap_or(100)
    }

    /// A fix offered before he has been heard is worth little (curriculum section 4, `emotion_first`).
    pub fn is_premature(&self, cause: Cause) -> bool {
        let fixes =
            matches!(cause, Cause::Move(mv) if mv.family() == Family::Solving || mv == Move::CommitSpecific);
        let early = matches!(self.customer.phase, Phase::Opening | Phase::Venting);
        fixes && early && !self.attentive && self.customer.heard < self.persona.heard_needed
    }
}

/// Holds the sum of all changes within the persona's step, or an outrage's; answers the factor in percent by emotion.
pub fn limit(appraisals: &mut [Appraisal], step: i32) {
    let sum = appraisals
        .iter()
        .fold(PerEmotion::<i32>::default(), |sum, a| sum.map(|emotion, total| total + a.change.get(emotion)));
    let over = sum.map(|_, total| if total.abs() > step { step * 1000 / total.abs() } else { 1000 });
    for appraisal in appraisals.iter_mut() {
        let limited = appraisal.change.map(|emotion, change| change * over.get(emotion) / 1000);
        if limited != appraisal.change {
            let share =
                crate::base::level::Emotion::ALL.into_iter().map(|e| over.get(e)).min().unwrap_or(1000);
            appraisal.factors.push(Factor { rule: "step".into(), percent: share / 10 });
            appraisal.change = limited;
        }
    }
}
