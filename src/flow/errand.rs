//! What a step asks of whoever keeps things, and what comes back. The flow itself keeps nothing: where more than the
//! profile and the newest session is needed, it names an errand; whoever keeps things runs it, and plays the outcome
//! as one more deed of the same trainee. All of it is committed with the step that asked.

use crate::base::id::TraineeId;
use crate::base::time::Moment;
use crate::session::event::Event;

use super::profile::Profile;

/// Something to be fetched, or done to what is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Errand {
    /// Gather everything kept of the trainee.
    Gather,
    /// Delete everything kept of the trainee.
    Forget,
}

/// What became of an errand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Everything kept of her.
    Gathered(Box<Estate>),
    /// Nothing is kept of her any more.
    Forgotten(Tally),
    /// Nothing is kept here at all: there is no store.
    NoStore,
}

/// Everything kept of one trainee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Estate {
    /// Whose.
    pub trainee: TraineeId,
    /// When it was gathered.
    pub at: Moment,
    /// Her settings and where she stands.
    pub profile: Profile,
    /// Her conversations, oldest first: number and events.
    pub sessions: Vec<(u32, Vec<Event>)>,
    /// The whole of it, with what still waits to be handled or sent, as one JSON document.
    pub json: String,
}

/// How much was deleted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Conversations.
    pub sessions: u32,
    /// Messages she wrote in them.
    pub messages: u32,
    /// Updates and letters that were still waiting.
    pub waiting: u32,
}
