//! Everything that a picture or a full report shows of one conversation, on a sheet of its own: who shows it needs
//! neither the customer's files nor the session.

use crate::base::id::StateId;
use crate::base::lang::Lang;
use crate::base::level::{Level, PerEmotion};
use crate::persona::model::Grade;
use crate::session::fold::{Cast, Session};

use super::Report;

/// One conversation and what the debrief has found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The customer's title.
    pub title: String,
    /// What the customer goes by.
    pub name: String,
    /// How hard he is.
    pub grade: Grade,
    /// The language the two spoke.
    pub spoken: Lang,
    /// What the debrief has found.
    pub report: Report,
    /// The customer's first bubbles.
    pub opening: Vec<String>,
    /// What was said, in order.
    pub talk: Vec<Exchange>,
    /// His last words where the trainee ended it.
    pub farewell: Vec<String>,
}

/// One message and the answer to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchange {
    /// The message, from 1.
    pub number: u16,
    /// What the trainee wrote.
    pub said: String,
    /// What he answered, in bubbles.
    pub reply: Vec<String>,
    /// The four levels after it.
    pub levels: PerEmotion<Level>,
    /// His state after it.
    pub state: StateId,
    /// How much better (positive) or worse it made him, in hundredths.
    pub relief: i32,
}

/// The sheet of a session.
pub fn sheet(cast: &Cast<'_>, session: &Session) -> Sheet {
    let talk = session.turns.iter().map(|turn| Exchange {
        number: turn.number,
        said: turn.said.clone(),
        reply: turn.reply.clone(),
        levels: turn.after,
        state: turn.state.clone(),
        relief: turn.relief(),
    });
    Sheet {
        title: cast.texts.title.clone(),
        name: cast.texts.name.clone(),
        grade: cast.persona.grade,
        spoken: session.start.lang,
        report: super::report(cast, session),
        opening: session.opening.clone(),
        talk: talk.collect(),
        farewell: session.farewell.clone(),
    }
}
