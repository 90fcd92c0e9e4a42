//! Placeholder until the conversation flow is merged.

use crate::base::phrase::NoticePhrase;
use crate::session::content::Content;
use crate::session::event::Event;
use crate::session::fold::Session;

use super::input::Input;
use super::profile::Profile;
use super::say::Say;

/// What one input leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The trainee's profile after it.
    pub profile: Profile,
    /// The newest session after it.
    pub session: Option<Session>,
    /// Events to record in the newest session, numbered `profile.sessions`.
    pub events: Vec<Event>,
    /// What to say.
    pub says: Vec<Say>,
    /// Whether the customer's bubbles come with "typing".
    pub typing: bool,
}

/// Placeholder.
pub fn step(_content: &Content, profile: &Profile, session: Option<&Session>, _input: &Input) -> Step {
    Step {
        profile: profile.clone(),
        session: session.cloned(),
        events: Vec::new(),
        says: vec![Say::Tell(NoticePhrase::TextOnly.into(), Vec::new())],
        typing: false,
    }
}
