//! What the desk asks for a step. The product has one mind, [`Playbook`]; tests bring smaller ones, which is the
//! only reason for the trait.

use std::sync::{Arc, PoisonError, RwLock};

use crate::base::lang::Lang;
use crate::base::phrase::Phrase;
use crate::contest;
use crate::flow::contest::play;
use crate::flow::contest::record::Played;
use crate::flow::group::{Group, GroupInput, GroupStep, Known, Need};
use crate::flow::input::{Command, Input};
use crate::flow::profile::Profile;
use crate::flow::{self, Step};
use crate::i18n::Prose;
use crate::progress::entry::Entry;
use crate::session::content::Content;
use crate::session::event::Event;
use crate::session::fold::{Cast, ReplayError, Session, replay};

/// From input to step. Pure: the same arguments give the same answer.
pub trait Mind: Send + Sync {
    /// The session that these events made; `None` where it cannot be made here (any more).
    fn fold(&self, events: &[Event]) -> Option<Session>;

    /// One step of the conversation. `journal` is empty where [`flow::reads_journal`] says that it is not needed.
    fn step(&self, profile: &Profile, session: Option<&Session>, journal: &[Entry], input: &Input) -> Step;

    /// What happens in a group.
    ///
    /// # Errors
    /// What has to be found out first; then it is called again.
    fn group(&self, group: &Group, known: &Known, input: &GroupInput) -> Result<GroupStep, Need>;

    /// What a contest keeps of a run that has ended; `None` where it does not play again here.
    fn played(&self, events: &[Event], entry: contest::run::Entry, session: u32) -> Option<Played> {
        let _ = (events, entry, session);
        None
    }

    /// The file in which a run is handed on; `None` as above.
    fn run_file(&self, events: &[Event], entry: contest::run::Entry) -> Option<String> {
        let _ = (events, entry);
        None
    }

    /// A phrase in a language.
    fn render(&self, phrase: &Phrase, lang: Lang) -> String;

    /// The commands and what they do, in a language.
    fn commands(&self, lang: Lang) -> Vec<(Command, String)>;
}

/// The product's own mind: the trainers' content, the flow, and the interface texts.
pub struct Playbook {
    pages: RwLock<Pages>,
}

/// What belongs together: content with the interface texts that were read with it.
#[derive(Clone)]
struct Pages {
    content: Arc<Content>,
    prose: Arc<Prose>,
}

impl Playbook {
    /// A mind with this content and these texts.
    pub fn new(content: Arc<Content>, prose: Arc<Prose>) -> Playbook {
        Playbook { pages: RwLock::new(Pages { content, prose }) }
    }

    /// The content of this moment.
    pub fn content(&self) -> Arc<Content> {
        self.pages().content
    }

    /// Goes on with other content and texts. Steps under way end with what they began with.
    pub fn turn_to(&self, content: Arc<Content>, prose: Arc<Prose>) {
        *self.pages.write().unwrap_or_else(PoisonError::into_inner) = Pages { content, prose };
    }

    /// Goes on with other content, and the same texts.
    pub fn turn_content(&self, content: Arc<Content>) {
        self.pages.write().unwrap_or_else(PoisonError::into_inner).content = content;
    }

    fn pages(&self) -> Pages {
        self.pages.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Mind for Playbook {
    fn fold(&self, events: &[Event]) -> Option<Session> {
        let Some(Event::Started { start, .. }) = events.first() else { return None };
        if matches!(events.last(), Some(Event::Cancelled { .. })) {
            return None;
        }
        let content = self.content();
        let Some(cast) = content.cast_of(start) else {
            tracing::warn!(persona = %start.persona, lang = %start.lang, "a session's persona or language is gone");
            return None;
        };
        let folded = replay(&cast, events);
        folded.inspect_err(|error| tracing::warn!(persona = %start.persona, "{}", nature(error))).ok()
    }

    fn step(&self, profile: &Profile, session: Option<&Session>, journal: &[Entry], input: &Input) -> Step {
        flow::step(&self.content(), profile, session, journal, input)
    }

    fn group(&self, group: &Group, known: &Known, input: &GroupInput) -> Result<GroupStep, Need> {
        flow::group::step(&self.content(), group, known, input)
    }

    fn played(&self, events: &[Event], entry: contest::run::Entry, session: u32) -> Option<Played> {
        self.with_cast(events, |cast| play::played(cast, events, entry, session))
    }

    fn run_file(&self, events: &[Event], entry: contest::run::Entry) -> Option<String> {
        self.with_cast(events, |cast| play::file(cast, events, entry))
    }

    fn render(&self, phrase: &Phrase, lang: Lang) -> String {
        self.pages().prose.render(phrase, lang)
    }

    fn commands(&self, lang: Lang) -> Vec<(Command, String)> {
        self.pages().prose.command_list(lang)
    }
}

impl Playbook {
    fn with_cast<T>(
        &self,
        events: &[Event],
        make: impl FnOnce(&Cast<'_>) -> Result<T, contest::run::Unfit>,
    ) -> Option<T> {
        let Some(Event::Started { start, .. }) = events.first() else { return None };
        let content = self.content();
        let cast = content.cast_of(start)?;
        let made = make(&cast);
        made.inspect_err(|_| tracing::warn!(persona = %start.persona, "a run of a contest cannot be counted"))
            .ok()
    }
}

// The error's own text may quote what was said.
fn nature(error: &ReplayError) -> &'static str {
    match error {
        ReplayError::OtherPersona { .. } => "a session was made with another version of its persona",
        ReplayError::OtherLocale { .. } => "a session was made with another version of its language",
        ReplayError::OtherLimit { .. } => "a session was made with other harsh words",
        ReplayError::OtherEngine { .. } => "a session was made with another engine",
        ReplayError::NoStart | ReplayError::OutOfOrder { .. } => {
            "a session's events do not follow each other"
        }
        ReplayError::Differs { .. } => "a session replayed differently than it was recorded",
    }
}
