//! From events to the conversation they made.

use crate::base::ending::Ending;
use crate::base::hash::ContentHash;
use crate::base::id::PersonaId;
use crate::base::lang::Lang;
use crate::base::time::Moment;
use crate::customer::state::Customer;
use crate::customer::trace::Turn;
use crate::nlu::ear::Ear;
use crate::nlu::reader::Reader;
use crate::persona::lines::Lines;
use crate::persona::model::{Persona, Texts};
use crate::persona::rules::Rules;

use super::event::{Event, Started};

/// The version of the engine: raised by every change after which the same session could play differently.
pub const ENGINE: u32 = 1;

/// Everything a conversation is played with.
#[derive(Clone, Copy)]
pub struct Cast<'a> {
    /// The customer.
    pub persona: &'a Persona,
    /// His texts in the session's language.
    pub texts: &'a Texts,
    /// The laws.
    pub rules: &'a Rules,
    /// The language's general lines.
    pub general: &'a Lines,
    /// What understands the trainee.
    pub reader: &'a Reader,
    /// The persona's topics, compiled for that reader.
    pub ear: &'a Ear,
    /// Hash of reader and general lines.
    pub locale_hash: &'a ContentHash,
}

/// A conversation, complete with every turn's trace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// How it started.
    pub start: Started,
    /// The customer's first bubbles.
    pub opening: Vec<String>,
    /// The turns so far.
    pub turns: Vec<Turn>,
    /// The customer now.
    pub customer: Customer,
    /// How it ended.
    pub ended: Option<Ending>,
    /// Hints shown.
    pub hints: u16,
    /// Answers to the three questions: `None` not asked yet, `Some(None)` skipped.
    pub answers: [Option<Option<String>>; 3],
    /// Whether the debrief was shown.
    pub debriefed: bool,
}

/// Why recorded events do not fold to the conversation they claim to be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReplayError {
    /// The first event is not a start.
    #[error("the log does not begin with a started event")]
    NoStart,
    /// It was made with another persona text.
    #[error("made with another version of persona {persona}: recorded {recorded}, here {here}")]
    OtherPersona {
        /// Which.
        persona: PersonaId,
        /// Hash in the log.
        recorded: ContentHash,
        /// Hash here.
        here: ContentHash,
    },
    /// It was made with another version of the language.
    #[error("made with another version of language {lang}: recorded {recorded}, here {here}")]
    OtherLocale {
        /// Which.
        lang: Lang,
        /// Hash in the log.
        recorded: ContentHash,
        /// Hash here.
        here: ContentHash,
    },
    /// It was made with another engine.
    #[error("made with engine {recorded}, this is engine {here}")]
    OtherEngine {
        /// In the log.
        recorded: u32,
        /// Here.
        here: u32,
    },
    /// The replay went another way than the record.
    #[error("event {event}: {what} differs: recorded {recorded}, replayed {replayed}")]
    Differs {
        /// Place in the log, from 1.
        event: usize,
        /// What differs.
        what: &'static str,
        /// In the log.
        recorded: String,
        /// Here.
        replayed: String,
    },
    /// An event that cannot follow, such as a message after the end.
    #[error("event {event} cannot follow what came before it")]
    OutOfOrder {
        /// Place in the log, from 1.
        event: usize,
    },
}

impl Session {
    /// Starts a conversation; the customer speaks first.
    pub fn open(cast: &Cast<'_>, lang: Lang, seed: u64, at: Moment) -> (Session, Event) {
        let _ = (cast, lang, seed, at);
        unimplemented!()
    }

    /// Plays one message of the trainee. Does nothing but answer with the last words again once it has ended.
    pub fn play(&mut self, cast: &Cast<'_>, said: &str, at: Moment) -> Event {
        let _ = (cast, said, at);
        unimplemented!()
    }

    /// The trainee ends it; the customer has the last word.
    pub fn stop(&mut self, cast: &Cast<'_>, at: Moment) -> Event {
        let _ = (cast, at);
        unimplemented!()
    }

    /// Takes in an event that needs no playing: hints, reflections, the debrief.
    pub fn note(&mut self, event: &Event) {
        let _ = event;
        unimplemented!()
    }

    /// In-role answer to something that is not text; `key` is `media-photo` and the like. Changes nothing.
    pub fn aside(&self, cast: &Cast<'_>, key: &str) -> Option<String> {
        let _ = (cast, key);
        unimplemented!()
    }

    /// Whether the trainee may still write to the customer.
    pub fn is_open(&self) -> bool {
        self.ended.is_none()
    }
}

/// Rebuilds a session from its events, playing every message again and comparing with what was recorded.
pub fn replay(cast: &Cast<'_>, events: &[Event]) -> Result<Session, ReplayError> {
    let _ = (cast, events);
    unimplemented!()
}
