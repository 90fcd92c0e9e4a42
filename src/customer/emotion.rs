//! Levels over time: drift towards the temperament, in closed form from an anchor turn, and the rungs they stand on.

use crate::base::id::StateId;
use crate::base::level::{Emotion, Level, PerEmotion};
use crate::persona::model::Persona;
use crate::persona::rules::Rules;

use super::state::{Anchor, Customer};
use super::trace::Shift;

/// Where a level that was anchored stands `turns` later: `temperament + (anchor - temperament) * (1 - decay)^turns`.
pub fn drifted(anchor: Level, temperament: Level, decay_per_mille: i32, turns: u16) -> Level {
    let keep = i64::from((1000 - decay_per_mille).clamp(0, 1000));
    // Distance in millionths, so that many small steps and one long one agree to the hundredth.
    let mut distance = i64::from(anchor.raw() - temperament.raw()) * 1_000_000;
    for _ in 0..turns.min(1000) {
        distance = distance * keep / 1000;
    }
    Level::hundredths(temperament.raw() + (distance / 1_000_000) as i32)
}

/// All levels at a turn.
pub fn levels_at(customer: &Customer, persona: &Persona, rules: &Rules, turn: u16) -> PerEmotion<Level> {
    customer.anchors.map(|emotion, anchor| {
        let turns = turn.saturating_sub(anchor.turn);
        drifted(anchor.level, persona.temperament.get(emotion), rules.decay.get(emotion), turns)
    })
}

/// Sets the levels at a turn and moves the rungs; answers the rungs that changed.
pub fn settle(customer: &mut Customer, rules: &Rules, levels: PerEmotion<Level>) -> Vec<Shift> {
    let turn = customer.turn;
    customer.anchors = levels.map(|_, level| Anchor { level, turn });
    let mut shifts = Vec::new();
    for emotion in [Emotion::Anger, Emotion::Anxiety, Emotion::Disappointment] {
        let ladder = rules.ladder(emotion);
        let from = customer.rungs.get(emotion);
        let to = ladder.rung(from, levels.get(emotion));
        if from != to {
            customer.rungs.set(emotion, to);
            shifts.push(Shift {
                emotion,
                from: ladder.state(from).clone(),
                to: ladder.state(to).clone(),
                up: to > from,
            });
        }
    }
    shifts
}

/// The emotion whose rung is highest; the persona's own where it is among them.
pub fn leading(customer: &Customer, own: Emotion) -> Emotion {
    let candidates = [own, Emotion::Anger, Emotion::Anxiety, Emotion::Disappointment];
    let highest = candidates.iter().map(|e| customer.rungs.get(*e)).max().unwrap_or(0);
    candidates.into_iter().find(|e| customer.rungs.get(*e) == highest).unwrap_or(own)
}

/// Names the state the customer is in, and counts the turns spent in it.
pub fn name_state(customer: &mut Customer, persona: &Persona, rules: &Rules) {
    customer.leading = leading(customer, persona.emotion);
    let state: StateId = rules.ladder(customer.leading).state(customer.heat()).clone();
    customer.stay = if state == customer.state { customer.stay.saturating_add(1) } else { 0 };
    customer.state = state;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drift_in_one_long_step_equals_many_short_ones() {
        let (anchor, home) = (Level::points(90), Level::points(30));
        let long = drifted(anchor, home, 30, 6);
        let mut short = anchor;
        for _ in 0..6 {
            short = drifted(short, home, 30, 1);
        }
        assert!((long.raw() - short.raw()).abs() <= 6, "{long:?} {short:?}");
        assert!(long < anchor && long > home);
    }
}
