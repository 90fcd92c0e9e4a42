//! What private steps of a contest ask of whoever keeps things, and what comes back.

use crate::base::id::TraineeId;
use crate::base::time::Moment;
use crate::session::fold::Session;

use super::ContestId;
use super::record::{Contest, Entrant};
use super::teams::{Team, Unfit};

/// Something to be looked up or done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// What a link leads to.
    Open(String),
    /// Contests that she takes part in, or leads.
    Mine(Vec<ContestId>),
    /// How a contest stands for her.
    See(ContestId, Then),
    /// Take part, by a nickname where the contest has them.
    Join(ContestId, Option<String>),
    /// Play for a team.
    Team(ContestId, Choice),
    /// An attempt at a round begins.
    Begin(ContestId, u16),
    /// Her run has ended: this attempt at this round, in this conversation.
    End(Running),
    /// Her best run of a round, with everybody's scores.
    Debrief(ContestId, u16),
    /// Her runs as files.
    Files(ContestId),
    /// Let the lead have them, or not.
    Share(ContestId, bool),
    /// Let the group see her best line, or not.
    Line(ContestId, bool),
    /// Everybody's part, for an administrator of the group.
    Manage(ContestId, Then),
    /// Take somebody's entry out.
    Remove(ContestId, TraineeId, String),
    /// Call it off.
    Cancel(ContestId),
    /// The runs of those who hand them out, as one archive.
    Archive(ContestId),
}

/// Which team somebody chooses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The one of this number.
    Known(u64),
    /// One by this name, as she wrote it.
    New(String),
}

/// What a look was for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// To show it.
    Show,
    /// To join.
    Join,
    /// To choose a team.
    Teams,
    /// To name a team.
    Found,
    /// To show the briefing of a round.
    Brief(u16),
    /// To begin a round.
    Begin(u16),
    /// To ask why somebody's entry is taken out.
    Remove(TraineeId),
    /// To ask whether to call it off.
    Cancel,
    /// To hand out the results.
    Results,
}

/// A run in a contest, as a trainee's profile has it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Running {
    /// The contest.
    pub contest: ContestId,
    /// The round.
    pub round: u16,
    /// The attempt.
    pub attempt: u16,
    /// Her conversation's number.
    pub session: u32,
    /// When time is up.
    pub until: Moment,
    /// When the contest is over: until then nothing may be looked into.
    pub closes: Moment,
}

/// A contest as one of its participants, or somebody who may become one, sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// Its number.
    pub id: ContestId,
    /// The contest.
    pub contest: Contest,
    /// Her part; `None` where she has none.
    pub mine: Option<Entrant>,
    /// The teams there are; none in a contest of singles.
    pub teams: Vec<Team>,
    /// Whether she made it.
    pub leads: bool,
}

/// A contest as its lead sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roll {
    /// Its number.
    pub id: ContestId,
    /// The contest.
    pub contest: Contest,
    /// Everybody's part.
    pub entrants: Vec<(TraineeId, Entrant)>,
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// There is no such contest (any more), or the link is not ours.
    Nothing,
    /// She is not in the group.
    Stranger,
    /// She is no administrator of the group.
    NotAdmin,
    /// Telegram could not be asked.
    CannotAsk,
    /// Her contests.
    Mine(Vec<View>),
    /// How one stands for her.
    Seen(Box<View>, Then),
    /// Her nickname is somebody else's, or none.
    Taken(Box<View>),
    /// She takes part.
    Joined(Box<View>),
    /// She plays for this team from now on.
    Teamed(Box<View>),
    /// The name is none for a team.
    Unfit(Box<View>, Unfit),
    /// Her attempt has begun: the round, the seed, and when time is up.
    Begun(Box<View>, Running, u64),
    /// It may not begin: nothing is left, or it is not the time.
    NotBegun(Box<View>, u16),
    /// Her run has ended and counts.
    Ended(Box<View>, Running),
    /// Her run has ended, and cannot be counted: it does not play again here.
    Uncounted(Box<View>, Running),
    /// A run of hers, her place, and all best scores of its round.
    Debrief(Box<View>, Box<Debriefed>),
    /// It is not over yet, or she played no such run, or it does not play again here.
    NoDebrief(Box<View>),
    /// Her runs: names and contents.
    Files(Box<View>, Vec<(String, Vec<u8>)>),
    /// Settled.
    Shared(Box<View>),
    /// Settled.
    Lined(bool),
    /// Everybody's part.
    Roll(Box<Roll>, Then),
    /// The entry is out: whose name.
    Removed(String),
    /// It is called off.
    Cancelled(String),
    /// The runs of so many, as one archive; none where nobody hands hers out.
    Archive(String, u32, Vec<u8>),
}

/// A run to be debriefed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Debriefed {
    /// The round.
    pub round: u16,
    /// The conversation.
    pub session: Session,
    /// Its number.
    pub number: u32,
    /// Her score.
    pub score: u8,
    /// Everybody's best score.
    pub scores: Vec<u8>,
}
