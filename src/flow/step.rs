//! The flow's one entrance: placeholder until the flow is merged.

use crate::session::content::Content;
use crate::session::event::Event;
use crate::session::fold::Session;

use super::input::Input;
use super::profile::Profile;
use super::say::Say;

/// What an input leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The trainee's profile afterwards.
    pub profile: Profile,
    /// The newest session afterwards.
    pub session: Option<Session>,
    /// What happened, for the newest session.
    pub events: Vec<Event>,
    /// What to say.
    pub says: Vec<Say>,
    /// Whether the customer answers, who takes a moment to type.
    pub typing: bool,
}

/// Takes one step.
pub fn step(content: &Content, profile: &Profile, session: Option<&Session>, input: &Input) -> Step {
    let _ = (content, profile, session, input);
    unimplemented!()
}
