//! What is recorded of a session, in past tense. The wire form is versioned by the store, not here.

use serde::{Deserialize, Serialize};

use crate::base::ending::Ending;
use crate::base::hash::ContentHash;
use crate::base::id::{FactId, OfferId, PersonaId, StateId};
use crate::base::lang::Lang;
use crate::base::level::{Level, PerEmotion};
use crate::base::mode::Mode;
use crate::base::moves::Move;
use crate::base::time::Moment;

use super::limit::Limit;

/// Everything a replay needs to start.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Started {
    /// Which customer.
    pub persona: PersonaId,
    /// In which language he speaks.
    pub lang: Lang,
    /// Seed of his dice.
    pub seed: u64,
    /// Hash of the persona's files and the shared rules.
    pub persona_hash: ContentHash,
    /// Hash of everything the language's reader and general lines come from.
    pub locale_hash: ContentHash,
    /// Version of the engine.
    pub engine: u32,
    /// When. In a branch all times are moved together, so that its last message taken over falls on the moment she went
    /// back: every pause is as long as it was, and none is waited for twice.
    pub at: Moment,
    /// What it is for; practice where a record does not say.
    #[serde(default)]
    pub mode: Mode,
    /// Where it branched off another session; `None` for a fresh run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub branch: Option<Branch>,
    /// The trainee's limit on abuse; `None` where she had set none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<Limit>,
}

/// Where a session went back into an earlier one of the same trainee, to try a message again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Branch {
    /// Number of the session it left.
    pub parent: u32,
    /// The message that is tried again, from 1. Those before it are the parent's, and stand in this log once more.
    pub message: u16,
    /// The parent's own hash over its messages at the time.
    pub chain: ContentHash,
}

/// What a hint pointed at; none is shown twice in a conversation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nudge {
    /// A kind of move.
    Move(Move),
    /// A question for this fact.
    Ask(FactId),
    /// This offer.
    Offer(OfferId),
}

/// Which side of a practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Before it.
    Before,
    /// After its debrief.
    After,
}

/// One recorded event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// A conversation began; the opening followed.
    Started {
        /// What a replay needs.
        #[serde(flatten)]
        start: Started,
        /// The customer's first bubbles.
        opening: Vec<String>,
    },
    /// The trainee wrote and the customer answered. One event, so that neither can be stored without the other.
    Played {
        /// Her message.
        said: String,
        /// When it came.
        at: Moment,
        /// What the customer answered, for a replay to compare with.
        reply: Vec<String>,
        /// Levels after it, for a replay to compare with.
        levels: PerEmotion<Level>,
        /// State after it.
        state: StateId,
        /// How it ended, if it did.
        ended: Option<Ending>,
        /// Hash over this message, its time and everything recorded before, so that no word can be changed unseen.
        chain: ContentHash,
    },
    /// A hint was shown.
    Hinted {
        /// When.
        at: Moment,
        /// What it pointed at; `None` in records that did not keep it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        nudge: Option<Nudge>,
    },
    /// The trainee ended the conversation.
    Stopped {
        /// When.
        at: Moment,
        /// The customer's last words.
        reply: Vec<String>,
        /// How it ended.
        ended: Ending,
    },
    /// One of the three questions was answered (or skipped).
    Reflected {
        /// 1, 2 or 3.
        question: u8,
        /// The answer; `None` where skipped.
        answer: Option<String>,
        /// When.
        at: Moment,
    },
    /// The debrief was shown.
    Debriefed {
        /// The score, 0..=100.
        score: u8,
        /// When.
        at: Moment,
    },
    /// She needs a break: the customer's clock stands still.
    Paused {
        /// When.
        at: Moment,
    },
    /// She is back.
    Resumed {
        /// When.
        at: Moment,
    },
    /// She told how she feels.
    CheckedIn {
        /// Before or after the practice.
        side: Side,
        /// From 1, worn out, to 5, at ease.
        feeling: u8,
        /// When.
        at: Moment,
    },
    /// The session was thrown away by the trainee.
    Cancelled {
        /// When.
        at: Moment,
    },
}

impl Event {
    /// When it happened.
    pub fn at(&self) -> Moment {
        match self {
            Event::Started { start, .. } => start.at,
            Event::Played { at, .. }
            | Event::Hinted { at, .. }
            | Event::Stopped { at, .. }
            | Event::Reflected { at, .. }
            | Event::Debriefed { at, .. }
            | Event::Paused { at }
            | Event::Resumed { at }
            | Event::CheckedIn { at, .. }
            | Event::Cancelled { at } => *at,
        }
    }
}
