//! How strongly a customer feels something: a fixed-point number from 0 to 100.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Hundredths of a point; one point is `POINT`.
pub const POINT: i32 = 100;

/// A level from 0.00 to 100.00, kept in hundredths so that replays agree to the bit on every machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Level(i32);

impl Level {
    /// The highest level.
    pub const MAX: Level = Level(100 * POINT);

    /// A level of whole points, clamped to 0..=100.
    pub fn points(points: i32) -> Level {
        Level::hundredths(points.saturating_mul(POINT))
    }

    /// A level in hundredths of a point, clamped.
    pub fn hundredths(raw: i32) -> Level {
        Level(raw.clamp(0, 100 * POINT))
    }

    /// Hundredths of a point, 0..=10000.
    pub fn raw(self) -> i32 {
        self.0
    }

    /// Whole points, rounded half up, 0..=100.
    pub fn whole(self) -> i32 {
        (self.0 + POINT / 2) / POINT
    }

    /// This level moved by `hundredths`, clamped.
    pub fn moved(self, hundredths: i32) -> Level {
        Level::hundredths(self.0.saturating_add(hundredths))
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.whole())
    }
}

/// The quantities a customer is made of (curriculum section 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Emotion {
    /// Blame, powerlessness, being ignored.
    Anger,
    /// Uncertainty about the outcome.
    Anxiety,
    /// The gap between what was expected and what came.
    Disappointment,
    /// Whether the customer believes what he is told; the only one where more is better.
    Trust,
}

impl Emotion {
    /// All four, in the order every table and picture uses.
    pub const ALL: [Emotion; 4] = [Emotion::Anger, Emotion::Anxiety, Emotion::Disappointment, Emotion::Trust];

    /// The id in files and locales.
    pub fn id(self) -> &'static str {
        match self {
            Emotion::Anger => "anger",
            Emotion::Anxiety => "anxiety",
            Emotion::Disappointment => "disappointment",
            Emotion::Trust => "trust",
        }
    }
}

/// One value per emotion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PerEmotion<T> {
    /// Value for anger.
    pub anger: T,
    /// Value for anxiety.
    pub anxiety: T,
    /// Value for disappointment.
    pub disappointment: T,
    /// Value for trust.
    pub trust: T,
}

impl<T: Copy> PerEmotion<T> {
    /// The value of one emotion.
    pub fn get(&self, emotion: Emotion) -> T {
        match emotion {
            Emotion::Anger => self.anger,
            Emotion::Anxiety => self.anxiety,
            Emotion::Disappointment => self.disappointment,
            Emotion::Trust => self.trust,
        }
    }

    /// Replaces the value of one emotion.
    pub fn set(&mut self, emotion: Emotion, value: T) {
        match emotion {
            Emotion::Anger => self.anger = value,
            Emotion::Anxiety => self.anxiety = value,
            Emotion::Disappointment => self.disappointment = value,
            Emotion::Trust => self.trust = value,
        }
    }

    /// A value for each emotion, computed from the old one.
    pub fn map<U>(&self, mut f: impl FnMut(Emotion, T) -> U) -> PerEmotion<U> {
        PerEmotion {
            anger: f(Emotion::Anger, self.anger),
            anxiety: f(Emotion::Anxiety, self.anxiety),
            disappointment: f(Emotion::Disappointment, self.disappointment),
            trust: f(Emotion::Trust, self.trust),
        }
    }
}
