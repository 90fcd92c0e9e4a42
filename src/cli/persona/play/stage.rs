//! The conversation as far as it got: its messages, which are played again whenever something about it changes.

use std::sync::Arc;

use anyhow::Context;

use crate::base::id::PersonaId;
use crate::base::lang::Lang;
use crate::base::time::Moment;
use crate::library::{self, Cache, Origin, Reloaded};
use crate::persona::finding::{Finding, Severity};
use crate::session::content::Content;
use crate::session::fold::{Cast, Session};

/// One message a minute, as `rehearse` counts.
const MINUTE: i64 = 60_000;

/// A conversation with a customer whose file may change.
pub struct Stage {
    origin: Origin,
    content: Arc<Content>,
    id: PersonaId,
    lang: Lang,
    /// Of his dice.
    pub seed: u64,
    /// What was written so far.
    pub said: Vec<String>,
    /// What came of it. He may have left before all of it was said.
    pub session: Session,
}

/// What came of reading the files again.
pub enum Reread {
    /// Nothing about him is other than before.
    Same,
    /// He is, and the messages were played again; this is what had come of them before.
    Other(Box<Session>),
    /// His file, or one that all customers need, is broken: he stays as he was.
    Broken(Vec<Finding>),
}

impl Stage {
    /// Begins.
    ///
    /// # Errors
    /// Where he cannot be played in this language.
    pub fn open(
        origin: Origin,
        content: Content,
        (id, lang): (PersonaId, Lang),
        seed: u64,
    ) -> anyhow::Result<Stage> {
        let cast = content.cast(&id, lang).with_context(|| format!("`{id}` cannot be played in {lang}"))?;
        let session = replayed(&cast, lang, seed, &[]);
        Ok(Stage { origin, content: Arc::new(content), id, lang, seed, said: Vec::new(), session })
    }

    /// His id.
    pub fn id(&self) -> &PersonaId {
        &self.id
    }

    /// The language he speaks.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// What he is played with now. `None` where he cannot be, which no version that was taken over is.
    pub fn cast(&self) -> Option<Cast<'_>> {
        self.content.cast(&self.id, self.lang)
    }

    /// Plays one more message.
    pub fn say(&mut self, message: String) {
        let mut session = self.session.clone();
        if let Some(cast) = self.cast() {
            session.play(&cast, &message, Moment(MINUTE * (self.said.len() as i64 + 1)));
        }
        self.session = session;
        self.said.push(message);
    }

    /// Goes back to where it stood after so many messages.
    pub fn back(&mut self, messages: usize) {
        self.said.truncate(messages);
        self.play_again();
    }

    /// Plays all messages again from the opening on.
    pub fn play_again(&mut self) {
        let session = self.cast().map(|cast| replayed(&cast, self.lang, self.seed, &self.said));
        self.session = session.unwrap_or_else(|| self.session.clone());
    }

    /// Reads the files again and, where he changed, plays all messages with him as he is now.
    ///
    /// # Errors
    /// A folder that cannot be read any more.
    pub fn reread(&mut self) -> anyhow::Result<Reread> {
        if self.origin == Origin::Embedded {
            return Ok(Reread::Same);
        }
        let Reloaded { next, findings, .. } =
            library::reload(&self.origin, &Cache::of_this_machine(), &self.content)?;
        let shared = next.is_none();
        let own = |file: &str| {
            let stem = file.strip_prefix("personas/").and_then(|name| name.split('.').next());
            stem == Some(self.id.as_str())
        };
        let broken: Vec<Finding> = findings
            .into_iter()
            .filter(|finding| finding.severity == Severity::Error && (shared || own(&finding.file)))
            .collect();
        let Some((content, _)) = next.filter(|_| broken.is_empty()) else {
            return Ok(Reread::Broken(broken));
        };
        let version = |content: &Content| {
            let persona = content.personas.get(&self.id).map(|persona| persona.hash.clone());
            (persona, content.tongues.get(&self.lang).map(|tongue| tongue.hash.clone()))
        };
        // Somebody may be renaming his file: he stays until there is another.
        if content.cast(&self.id, self.lang).is_none() || version(&content) == version(&self.content) {
            return Ok(Reread::Same);
        }
        self.content = Arc::new(content);
        let before = self.session.clone();
        self.play_again();
        Ok(Reread::Other(Box::new(before)))
    }
}

/// Plays the messages until he leaves.
fn replayed(cast: &Cast<'_>, lang: Lang, seed: u64, said: &[String]) -> Session {
    let (mut session, _) = Session::open(cast, lang, seed, Moment(0));
    for (number, message) in (1..).zip(said) {
        if session.is_open() {
            session.play(cast, message, Moment(MINUTE * number));
        }
    }
    session
}
