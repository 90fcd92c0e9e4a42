//! How one message would land on the plain customer: placeholder until it is merged.

use crate::base::lang::Lang;
use crate::nlu::reading::Reading;

use super::content::Content;

/// Which way a message moves a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// For the better.
    Calms,
    /// Neither.
    Neutral,
    /// For the worse.
    Escalates,
}

impl Direction {
    /// The id in machine interfaces.
    pub fn id(self) -> &'static str {
        match self {
            Direction::Calms => "calms",
            Direction::Neutral => "neutral",
            Direction::Escalates => "escalates",
        }
    }
}

/// What a message is and does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// What was understood.
    pub reading: Reading,
    /// How much better (positive) or worse it makes the plain customer.
    pub effect: i32,
    /// Which way that is.
    pub direction: Direction,
}

/// Measures `agent_text` as the answer to `customer_text`.
pub fn read(content: &Content, customer_text: &str, agent_text: &str, lang: Lang) -> Measured {
    let _ = (content, customer_text, agent_text, lang);
    unimplemented!()
}
