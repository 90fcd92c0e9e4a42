//! Which way conversations went through his states: counts, and nothing of what was said.

use std::collections::BTreeMap;

use anyhow::bail;

use crate::base::ending::Ending;
use crate::base::id::{PersonaId, SessionId, StateId};
use crate::base::lang::Lang;
use crate::base::time::Moment;
use crate::cli::export::store_folder;
use crate::cli::records::EventRecord;
use crate::library::Loaded;
use crate::session::event::Event;
use crate::session::fold::{Cast, Session};
use crate::simulate::play::play;
use crate::store::{Key, KeyName, Keyring, Record, Store, open_folder};

/// How many entries are read at a time.
const PAGE: usize = 256;

/// Counts over conversations.
#[derive(Default)]
pub struct Walk {
    /// Conversations.
    pub sessions: u64,
    /// Of these, with an earlier or another version of him.
    pub others: u64,
    /// Records that could not be read.
    pub unread: u64,
    /// Where they began.
    pub starts: BTreeMap<StateId, u64>,
    /// Messages after which he was in a state.
    pub visits: BTreeMap<StateId, u64>,
    /// From one state to another.
    pub moves: BTreeMap<(StateId, StateId), u64>,
    /// From a state to an ending; by which rule, where one ended it and that is known.
    pub ends: BTreeMap<(StateId, Ending, Option<String>), u64>,
}

impl Walk {
    fn begin(&mut self, state: &StateId) {
        self.sessions += 1;
        *self.starts.entry(state.clone()).or_default() += 1;
    }

    fn step(&mut self, from: &StateId, to: &StateId) {
        *self.visits.entry(to.clone()).or_default() += 1;
        if from != to {
            *self.moves.entry((from.clone(), to.clone())).or_default() += 1;
        }
    }

    fn end(&mut self, from: &StateId, ending: Ending, rule: Option<String>) {
        *self.ends.entry((from.clone(), ending, rule)).or_default() += 1;
    }
}

/// Synthetic trainees, each kind as often.
pub fn simulated(cast: &Cast<'_>, loaded: &Loaded, lang: Lang, (runs, seed): (u64, u64)) -> Walk {
    let mut walk = Walk::default();
    for trainee in &loaded.trainees {
        for number in 0..runs {
            let seed = seed.wrapping_add(number);
            let (begun, _) = Session::open(cast, lang, seed, Moment(0));
            let session = play(cast, trainee, lang, seed);
            let mut at = begun.customer.state;
            walk.begin(&at);
            for turn in &session.turns {
                walk.step(&at, &turn.state);
                at = turn.state.clone();
            }
            let rule = session.turns.last().and_then(|turn| turn.rule.clone());
            walk.end(&at, session.ended.unwrap_or(Ending::Unresolved), rule);
        }
    }
    walk
}

/// What is kept in a data folder. It is only read.
///
/// # Errors
/// A folder without data, or one that somebody else is using.
pub fn real(cast: &Cast<'_>, data: &std::path::Path, ring: Keyring) -> anyhow::Result<Walk> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let store = runtime.block_on(open_folder(store_folder(data)?, ring))?;
    let mut reader = Reader { cast, walk: Walk::default(), at: None };
    runtime.block_on(reader.read(&*store))?;
    if reader.walk.sessions == 0 && reader.walk.unread > 0 {
        bail!("no conversation in {} can be read", data.display());
    }
    Ok(reader.walk)
}

/// Goes through the events in the order of sessions.
struct Reader<'a> {
    cast: &'a Cast<'a>,
    walk: Walk,
    /// The conversation with him that is being read, and where it is.
    at: Option<(SessionId, StateId)>,
}

impl Reader<'_> {
    async fn read(&mut self, store: &dyn Store) -> anyhow::Result<()> {
        let mut range = Key::everything();
        loop {
            let page = store.scan(range.clone(), PAGE).await?;
            let Some((last, _)) = page.last() else { return Ok(()) };
            range.start = last.next();
            for (key, entry) in &page {
                let Some(KeyName::SessionEvent(id, _)) = key.name() else { continue };
                match Record::<EventRecord>::decode(key, &entry.value) {
                    Ok(EventRecord(event)) => self.take(id, &event),
                    Err(_) => self.walk.unread += 1,
                }
            }
        }
    }

    fn take(&mut self, id: SessionId, event: &Event) {
        if let Event::Started { start, .. } = event {
            // A branch begins with messages that its parent has, too.
            let counts = self.mine(&start.persona) && start.branch.is_none();
            self.at = counts.then(|| {
                let (begun, _) = Session::open(self.cast, start.lang, start.seed, start.at);
                self.walk.begin(&begun.customer.state);
                self.walk.others += u64::from(start.persona_hash != self.cast.persona.hash);
                (id, begun.customer.state)
            });
            return;
        }
        let Some((session, at)) = self.at.take().filter(|(session, _)| *session == id) else { return };
        match event {
            Event::Played { state, ended, .. } => {
                self.walk.step(&at, state);
                match ended {
                    Some(ending) => self.walk.end(state, *ending, None),
                    None => self.at = Some((session, state.clone())),
                }
            }
            Event::Stopped { ended, .. } => self.walk.end(&at, *ended, None),
            _ => self.at = Some((session, at)),
        }
    }

    fn mine(&self, persona: &PersonaId) -> bool {
        *persona == self.cast.persona.id
    }
}
