//! The content that the bots of a process play with: read once, the same for all, beside what each has published and settled.

use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, Weak};

use crate::base::lang::Lang;
use crate::desk::Playbook;
use crate::desk::office::{Bell, Word};
use crate::i18n::Prose;
use crate::library::{self, Cache, LibraryError, Origin};
use crate::persona::finding::Severity;
use crate::session::content::{Content, House};
use crate::studio::Bench;

/// What is read once.
pub struct Stage {
    origin: Origin,
    state: Mutex<State>,
}

struct State {
    /// As it is in the files.
    content: Arc<Content>,
    prose: Arc<Prose>,
    /// Whoever plays with it. A bot that ended is not there any more.
    seats: Vec<Weak<Seat>>,
}

/// A bot's part of it.
pub struct Seat {
    /// What its conversations are played with.
    pub mind: Arc<Playbook>,
    /// What its trainers publish with.
    pub bench: Arc<Bench>,
    /// Where word for its trainers is left, once it has an office; nowhere where the files are not theirs.
    pub bell: OnceLock<Bell>,
}

impl Stage {
    /// Reads the content.
    ///
    /// # Errors
    /// See [`LibraryError`].
    pub fn load(origin: Origin) -> Result<Stage, LibraryError> {
        let loaded = library::load(&origin, &Cache::of_this_machine())?;
        if loaded.findings.iter().any(|finding| finding.severity == Severity::Error) {
            let counts = library::words().summary(&loaded.findings, Lang::EN);
            tracing::warn!("the content has {counts}; `xiaoqi check` shows them");
        }
        tracing::info!(personas = loaded.content.personas.len(), "content is ready");
        let (content, prose) = (Arc::new(loaded.content), Arc::new(loaded.prose));
        Ok(Stage { origin, state: Mutex::new(State { content, prose, seats: Vec::new() }) })
    }

    /// Where it is read from.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// The content as it is in the files.
    pub fn content(&self) -> Arc<Content> {
        Arc::clone(&self.lock().content)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A seat for a bot with what its operator has settled.
    pub fn seat(&self, house: House) -> Arc<Seat> {
        let mut state = self.lock();
        let content = Content { house, ..Content::clone(&state.content) };
        let mind = Arc::new(Playbook::new(Arc::new(content), Arc::clone(&state.prose)));
        let bench = Bench::new(self.origin.clone(), Cache::of_this_machine(), Arc::clone(&mind));
        let seat = Arc::new(Seat { mind, bench: Arc::new(bench), bell: OnceLock::new() });
        state.seats.retain(|seat| seat.strong_count() > 0);
        state.seats.push(Arc::downgrade(&seat));
        seat
    }

    /// All go on with other content and texts. What did not change they share, as before; conversations under way end with what they
    /// began with.
    pub fn turn_to(&self, content: Content, prose: Prose) {
        let mut state = self.lock();
        (state.content, state.prose) = (Arc::new(content), Arc::new(prose));
        for seat in state.seats.iter().filter_map(Weak::upgrade) {
            let next = Content::clone(&state.content).succeed(&seat.mind.content());
            seat.bench.turn_to(next, Arc::clone(&state.prose));
        }
    }

    /// Leaves word for all trainers whose files they are.
    pub fn ring(&self, word: &Word) {
        let seats = self.lock().seats.iter().filter_map(Weak::upgrade).collect::<Vec<_>>();
        seats.iter().filter_map(|seat| seat.bell.get()).for_each(|bell| bell.ring(word.clone()));
    }
}
