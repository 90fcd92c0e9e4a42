//! What is kept of a trainee between messages.

use serde::{Deserialize, Serialize};

use crate::agent::talk::{Note, Talk};
use crate::base::gentle::Gentle;
use crate::base::id::{PersonaId, TraineeId};
use crate::base::lang::Lang;
use crate::base::membership::{Cohort, Standing};
use crate::progress::plan::Plan;
use crate::progress::review::Review;

use super::cohort::{Duty, Mark};
use super::contest::ContestId;
use super::contest::ask::Running;

/// A trainee's settings and where she stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Language of the interface: chosen, or her device's until she chooses; `None` until either is known.
    pub lang: Option<Lang>,
    /// Sessions started so far; also the number of the newest.
    pub sessions: u32,
    /// How many of them went back into an earlier one: they are no fresh runs.
    #[serde(default)]
    pub branches: u32,
    /// Whether a coach comments on every message.
    #[serde(default)]
    pub coach: bool,
    /// Whether she does not want to be asked how she feels.
    #[serde(default)]
    pub checkin_off: bool,
    /// How much abuse she lets customers use, from the next conversation on.
    #[serde(default)]
    pub gentle: Gentle,
    /// Whether she was told that customers can be harsh.
    #[serde(default)]
    pub warned: bool,
    /// How she feels before the practice she is about to begin, 1 to 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feeling: Option<u8>,
    /// The name she last put on a card; empty before the first.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub pen_name: String,
    /// Which page of it she looks at, from 0.
    #[serde(default)]
    pub page: u16,
    /// What she last searched the library for; empty for everything.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sought: String,
    /// What she means to do differently.
    #[serde(default)]
    pub plan: Plan,
    /// Her reminders.
    #[serde(default)]
    pub review: Review,
    /// The conversation with the roles swapped that is open, or waits for its question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub swap: Option<Talk>,
    /// What she noted as the customer, oldest first; at most fifty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub swapped: Vec<Note>,
    /// What she has done about assignments of her cohorts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
    /// The assignments of her cohorts: told by whoever keeps them, and kept apart.
    #[serde(skip)]
    pub duties: Vec<Duty>,
    /// The run of a contest that was begun last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contest: Option<Running>,
    /// Contests that she takes part in or leads, the newest last; at most ten.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contests: Vec<ContestId>,
    /// Where she belongs, as others have settled it: told by whoever keeps it, and kept apart.
    #[serde(skip)]
    pub standing: Standing,
    /// Where she stands.
    pub screen: Screen,
}

impl Profile {
    /// The language to address her in.
    pub fn interface(&self) -> Lang {
        self.lang.unwrap_or(Lang::ZH_HANS)
    }
}

/// Where a trainee stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum Screen {
    /// Outside any conversation.
    #[default]
    Lobby,
    /// Reading a persona's briefing.
    Briefing {
        /// Whose.
        persona: PersonaId,
    },
    /// In conversation; the newest session.
    Playing,
    /// Asked for the name to put on a card about the newest session.
    Signing,
    /// A trainer, asked what a new cohort is called.
    NamingCohort,
    /// Asked for her answer to a group's case of the day.
    Answering {
        /// The group's chat.
        chat: i64,
        /// The game's number there.
        number: u64,
        /// What the link carried.
        token: u64,
    },
    /// Asked what her trainers shall call her.
    NamingSelf,
    /// A trainer, giving an assignment: what of it is chosen so far.
    Assigning {
        /// To which cohort.
        cohort: Cohort,
        /// Which customer; nothing before that is chosen.
        persona: Option<PersonaId>,
        /// By which day.
        until: Option<i64>,
    },
    /// Answering question 1, 2 or 3 about the newest session.
    Reviewing {
        /// Which.
        question: u8,
    },
    /// Asked for the nickname to take part in a contest by.
    Nickname {
        /// The contest.
        contest: ContestId,
    },
    /// Asked what the team is called that she makes in a contest.
    NamingTeam {
        /// The contest.
        contest: ContestId,
    },
    /// A lead, asked why she takes somebody's entry out.
    Reason {
        /// The contest.
        contest: ContestId,
        /// Whose.
        whom: TraineeId,
    },
    /// In conversation with the roles swapped.
    Swapping,
    /// Asked what calmed her, after it.
    Swapped,
}
