//! One participant's run of a round as a record: everything that a replay needs and everything that came of it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::base::cause::Cause;
use crate::base::ending::Ending;
use crate::base::hash::{ContentHash, Digest};
use crate::base::id::{PersonaId, StateId};
use crate::base::lang::Lang;
use crate::base::level::{Level, PerEmotion};
use crate::base::mode::Mode;
use crate::base::moves::Sign;
use crate::base::time::Moment;
use crate::debrief::{self, record::causes};
use crate::session::event::{Branch, Event, Nudge, Started};
use crate::session::fold::{Cast, ReplayError, Session, replay};
use crate::session::limit::Limit;

use super::file::Token;
use super::ranking::Tally;

/// A run. The order of the fields is that of the hashed form; see [`super::file`] for the form's number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Run {
    /// Where it belongs; `None` for practice.
    pub contest: Option<Entry>,
    /// The customer.
    pub persona: PersonaId,
    /// Hash of his files and the shared rules.
    pub persona_hash: ContentHash,
    /// The language he spoke.
    pub lang: Lang,
    /// Hash of everything that language's reader and lines come from.
    pub locale_hash: ContentHash,
    /// Version of the engine.
    pub engine: u32,
    /// Seed of his dice.
    pub seed: Seed,
    /// What the conversation was for.
    pub mode: Mode,
    /// Where it branched off another session; `None` for a fresh run.
    pub branch: Option<Branch>,
    /// The participant's limit on abuse, which changes words and nothing else.
    pub limit: Option<Limit>,
    /// When it began.
    pub at: Moment,
    /// The customer's first bubbles.
    pub opening: Vec<String>,
    /// What was written and answered.
    pub messages: Vec<Message>,
    /// Hints shown.
    pub hints: Vec<Hint>,
    /// Where she ended it; `None` where the customer did.
    pub stopped: Option<Stop>,
    /// How long all breaks took, in milliseconds; the times above are by the customer's clock, which stood still in them.
    pub breaks: i64,
    /// How it ended.
    pub ending: Ending,
    /// 0 to 100.
    pub score: u8,
    /// How often moves were made that usually hurt.
    pub offences: u32,
    /// The session's own hash over its start, its messages and their times.
    pub chain: ContentHash,
}

/// Which round of which contest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Hash of the contest's definition.
    pub definition: Digest,
    /// The commitment posted when it was made.
    pub commitment: Digest,
    /// The round, from 1.
    pub round: u16,
    /// Her how-manieth attempt at it, from 1.
    pub attempt: u16,
}

/// A seed, written as 16 hexadecimal digits: a JSON number of that size is rounded by many programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Seed(pub u64);

/// A message and what it led to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// When it came.
    pub at: Moment,
    /// Her words.
    pub said: String,
    /// His.
    pub reply: Vec<String>,
    /// His levels after it, in hundredths of a point.
    pub levels: PerEmotion<Level>,
    /// His state after it.
    pub state: StateId,
    /// The session's hash up to here.
    pub chain: ContentHash,
}

/// A hint that was shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hint {
    /// After how many messages.
    pub after: u16,
    /// When.
    pub at: Moment,
    /// What it pointed at; `None` in old records.
    pub nudge: Option<Nudge>,
}

/// The end of a run that the participant ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stop {
    /// When.
    pub at: Moment,
    /// The customer's last words.
    pub reply: Vec<String>,
}

/// Why a session makes no run.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// Its record does not replay here.
    #[error(transparent)]
    Replay(#[from] ReplayError),
    /// It has not ended.
    #[error("the conversation is still open")]
    Open,
    /// It was thrown away.
    #[error("the conversation was thrown away")]
    Cancelled,
}

impl Run {
    /// The record of a session that has ended.
    ///
    /// # Errors
    /// [`Unfit`].
    pub fn of(cast: &Cast<'_>, events: &[Event], contest: Option<Entry>) -> Result<Run, Unfit> {
        if events.iter().any(|event| matches!(event, Event::Cancelled { .. })) {
            return Err(Unfit::Cancelled);
        }
        let session = replay(cast, events)?;
        let ending = session.ended.ok_or(Unfit::Open)?;
        let stopped = events.iter().find_map(|event| match event {
            Event::Stopped { at, reply, .. } => Some(Stop { at: *at, reply: reply.clone() }),
            _ => None,
        });
        let hints = session.hinted.iter().map(|hint| Hint {
            after: hint.after,
            at: hint.at,
            nudge: hint.nudge.clone(),
        });
        let start = session.start.clone();
        Ok(Run {
            contest,
            persona: start.persona,
            persona_hash: start.persona_hash,
            lang: start.lang,
            locale_hash: start.locale_hash,
            engine: start.engine,
            seed: Seed(start.seed),
            mode: start.mode,
            branch: start.branch,
            limit: start.limit,
            at: start.at,
            opening: session.opening.clone(),
            messages: events.iter().filter_map(message).collect(),
            hints: hints.collect(),
            stopped,
            breaks: session.care.rest,
            ending,
            score: debrief::report(cast, &session).score,
            offences: offences(&session),
            chain: session.chain,
        })
    }

    /// What a replay starts from.
    pub fn start(&self) -> Started {
        Started {
            persona: self.persona.clone(),
            lang: self.lang,
            seed: self.seed.0,
            persona_hash: self.persona_hash.clone(),
            locale_hash: self.locale_hash.clone(),
            engine: self.engine,
            at: self.at,
            mode: self.mode,
            branch: self.branch.clone(),
            limit: self.limit.clone(),
        }
    }

    /// The bytes that stand for it: JSON without spaces, fields in the order above.
    pub fn bytes(&self) -> Vec<u8> {
        // Texts, numbers and lists: there is nothing here that has no JSON.
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// The hash over all of it: whatever is changed anywhere changes it.
    pub fn token(&self) -> Token {
        Token::of(&self.bytes())
    }

    /// When the last thing happened that belongs to it.
    pub fn ended_at(&self) -> Moment {
        let said = self.messages.last().map_or(self.at, |message| message.at);
        self.stopped.as_ref().map_or(said, |stop| stop.at)
    }

    /// Milliseconds from his first words to the end, breaks included.
    pub fn spent(&self) -> i64 {
        self.ended_at().since(self.at).saturating_add(self.breaks.max(0))
    }

    /// What it counts in a ranking.
    pub fn tally(&self) -> Tally {
        Tally {
            score: u32::from(self.score),
            offences: self.offences,
            messages: u32::try_from(self.messages.len()).unwrap_or(u32::MAX),
            spent: u64::try_from(self.spent()).unwrap_or_default(),
        }
    }
}

fn message(event: &Event) -> Option<Message> {
    let Event::Played { said, at, reply, levels, state, chain, .. } = event else { return None };
    let (said, reply, state) = (said.clone(), reply.clone(), state.clone());
    Some(Message { at: *at, said, reply, levels: *levels, state, chain: chain.clone() })
}

/// How often moves were made in a session that usually hurt, each once a message.
pub fn offences(session: &Session) -> u32 {
    let hurts = |cause: &Cause| matches!(cause, Cause::Move(mv) if mv.sign() == Sign::Hurts);
    let one = |turn| causes(turn).into_keys().filter(hurts).count();
    u32::try_from(session.turns.iter().map(one).sum::<usize>()).unwrap_or(u32::MAX)
}

impl TryFrom<String> for Seed {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Seed, &'static str> {
        let seed = u64::from_str_radix(&text, 16).ok().map(Seed);
        // Only what is written below: no plus sign, no capitals, no fewer digits.
        seed.filter(|seed| seed.to_string() == text).ok_or("expected 16 lower-case hexadecimal digits")
    }
}

impl From<Seed> for String {
    fn from(seed: Seed) -> String {
        seed.to_string()
    }
}

impl fmt::Display for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_survives_programs_that_round_numbers() {
        let written = serde_json::to_string(&Seed(u64::MAX - 1)).unwrap();
        assert_eq!(written, "\"fffffffffffffffe\"");
        assert_eq!(serde_json::from_str::<Seed>(&written).unwrap(), Seed(u64::MAX - 1));
        for other in ["\"+ffffffffffffffe\"", "\"FFFFFFFFFFFFFFFE\"", "\"7\"", "7"] {
            assert!(serde_json::from_str::<Seed>(other).is_err(), "{other}");
        }
    }
}
