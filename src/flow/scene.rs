//! What one step works on: the trainee's state before and after, and what has been said so far.

use crate::base::id::{PersonaId, Realm};
use crate::base::lang::Lang;
use crate::base::mode::Mode;
use crate::base::phrase::Phrase;
use crate::debrief::sheet::Sheet;
use crate::persona::model::Texts;
use crate::progress::entry::Entry;
use crate::session::content::Content;
use crate::session::event::{Event, Started};
use crate::session::fold::{Cast, ENGINE, Session};

use super::errand::Errand;
use super::input::Input;
use super::office::Office;
use super::profile::{Profile, Screen};
use super::say::{Button, Paper, Say};
use super::step::Step;

/// Rows of buttons.
pub type Rows = Vec<Vec<Button>>;

/// One step in the making.
pub struct Scene<'a> {
    /// All customers and languages.
    pub content: &'a Content,
    /// Her completed reflections, oldest first; empty where the step has no need of them ([`super::step::reads_journal`]).
    pub journal: &'a [Entry],
    /// What the trainee did.
    pub input: &'a Input,
    /// Her profile so far.
    pub profile: Profile,
    /// Her newest session so far.
    pub session: Option<Session>,
    /// Whether this is the first that was ever heard of her.
    pub first: bool,
    /// The reflection that this step completes, for the journal.
    pub entries: Vec<Entry>,
    events: Vec<Event>,
    says: Vec<Say>,
    errand: Option<Errand>,
}

impl<'a> Scene<'a> {
    /// A step that has done nothing yet.
    pub fn new(
        content: &'a Content,
        profile: &Profile,
        session: Option<&Session>,
        journal: &'a [Entry],
        input: &'a Input,
    ) -> Scene<'a> {
        let (profile, session) = (profile.clone(), session.cloned());
        let first = profile.lang.is_none();
        let (entries, events, says) = (Vec::new(), Vec::new(), Vec::new());
        Scene { content, journal, input, profile, session, first, entries, events, says, errand: None }
    }

    /// The finished step.
    pub fn into_step(self) -> Step {
        let typing = self.says.iter().any(|say| matches!(say, Say::Bubble(_)));
        let Scene { profile, session, events, entries, says, errand, .. } = self;
        Step { profile, session, events, entries, says, typing, errand }
    }

    /// The interface's language.
    pub fn lang(&self) -> Lang {
        self.profile.interface()
    }

    /// The product says something.
    pub fn tell(&mut self, phrase: impl Into<Phrase>) {
        self.tell_with(phrase, Vec::new());
    }

    /// The product says something with buttons below.
    pub fn tell_with(&mut self, phrase: impl Into<Phrase>, rows: Rows) {
        self.says.push(Say::Tell(phrase.into(), rows));
    }

    /// The product shows something; `instead` is for where that cannot be shown.
    pub fn show(&mut self, paper: Paper, sheet: Sheet, caption: impl Into<Phrase>, instead: Vec<Phrase>) {
        let (sheet, caption) = (Box::new(sheet), caption.into());
        self.says.push(Say::Paper { paper, sheet, caption, instead });
    }

    /// Something that is neither words nor a paper.
    pub fn say(&mut self, say: Say) {
        self.says.push(say);
    }

    /// Asks whoever keeps things for something; the outcome comes back as a deed.
    pub fn send(&mut self, errand: Errand) {
        self.errand = Some(errand);
    }

    /// Asks for something that trainers ask for.
    pub fn send_office(&mut self, office: Office) {
        self.send(Errand::Office(office));
    }

    /// The customer says something.
    pub fn bubbles(&mut self, bubbles: &[String]) {
        self.says.extend(bubbles.iter().cloned().map(Say::Bubble));
    }

    /// Records an event.
    pub fn record(&mut self, event: Event) {
        self.events.push(event);
    }

    /// Records an event that the session only takes note of.
    pub fn note(&mut self, event: Event) {
        if let Some(session) = &mut self.session {
            session.note(&event);
        }
        self.record(event);
    }

    /// Whether a conversation or its review is open, so that nothing else can start.
    pub fn is_busy(&self) -> bool {
        matches!(self.profile.screen, Screen::Playing | Screen::Reviewing { .. }) || self.is_swapping()
    }

    /// Whether roles are swapped, or the question after it is open.
    pub fn is_swapping(&self) -> bool {
        matches!(self.profile.screen, Screen::Swapping | Screen::Swapped)
    }

    /// What the newest session is for; practice where there is none.
    pub fn mode(&self) -> Mode {
        self.session.as_ref().map(|session| session.start.mode).unwrap_or_default()
    }

    /// What the newest session is played with. `None` where there is no session or the content is not any more
    /// what it was started with.
    pub fn cast(&self) -> Option<Cast<'a>> {
        let start = &self.session.as_ref()?.start;
        self.content.cast_of(start).filter(|cast| is_same(cast, start))
    }

    /// What the newest session's customer goes by.
    pub fn customer(&self) -> String {
        let start = self.session.as_ref().map(|session| &session.start);
        start.map_or_else(String::new, |start| {
            let cast = self.content.cast(&start.persona, start.lang);
            cast.map_or_else(|| start.persona.to_string(), |cast| cast.texts.name.clone())
        })
    }

    /// The customer that a link or a command names, if she may meet him: one of the content folder, or of her organisation.
    pub fn named(&self, word: &str) -> Option<PersonaId> {
        let plain = PersonaId::parse(word.trim())?;
        let published = plain.within(Realm::Published(self.profile.standing.organisation));
        [plain, published].into_iter().find(|id| self.texts(id).is_some())
    }

    /// A persona's texts in the language he would speak with this trainee. `None` where he cannot be played, or is not for
    /// her to meet.
    pub fn texts(&self, persona: &PersonaId) -> Option<&'a Texts> {
        if !self.content.may_meet(persona, self.input.trainee, &self.profile.standing) {
            return None;
        }
        let lang = self.content.spoken(persona, self.lang())?;
        let content = self.content;
        content.cast(persona, lang).map(|cast| cast.texts)
    }
}

/// Whether a session is played with what it began with.
pub fn is_same(cast: &Cast<'_>, start: &Started) -> bool {
    cast.persona.hash == start.persona_hash
        && *cast.locale_hash == start.locale_hash
        && start.engine == ENGINE
        && start.limit == cast.limit()
}
