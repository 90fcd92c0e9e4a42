//! What should have come of it: the same updates, one after the other, through the same desk over a store in memory, with
//! nothing that breaks. Only what no replay can know is taken from the record: when an update came, and a customer's seed.

use std::sync::Arc;

use xiaoqi::base::id::{SessionId, TraineeId};
use xiaoqi::base::time::Moment;
use xiaoqi::channel::telegram::inbound::{Incoming, What};
use xiaoqi::channel::telegram::outbound;
use xiaoqi::desk::records::{KeptEntry, KeptEvent, KeptProfile};
use xiaoqi::desk::{Desk, Handled, Playbook, Task};
use xiaoqi::flow::input::Input;
use xiaoqi::progress::entry::Entry;
use xiaoqi::session::event::Event;
use xiaoqi::store::{Key, MemoryStore, Record, Store, scan_all};

/// What is kept of a trainee.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Kept {
    pub profile: KeptProfile,
    /// Her sessions, from the first.
    pub sessions: Vec<Vec<Event>>,
    pub entries: Vec<Entry>,
}

impl Kept {
    /// Reads it from a store.
    pub async fn read(store: &dyn Store, trainee: TraineeId) -> Kept {
        let key = Key::profile(trainee);
        let entry = store.get(&key).await.unwrap();
        let profile: KeptProfile =
            entry.map(|entry| Record::decode(&key, &entry.value).unwrap()).unwrap_or_default();
        let mut sessions = Vec::new();
        for number in 1..=profile.profile.sessions {
            sessions.push(events(store, SessionId { trainee, number }).await);
        }
        let entries = scan_all(store, Key::sessions_of(trainee)).await.unwrap();
        let entry = |(key, entry): &(Key, xiaoqi::store::Entry)| {
            Record::<KeptEntry>::decode(key, &entry.value).unwrap().0
        };
        // When she was last here is the machine's time, which differs.
        let profile = KeptProfile { at: None, ..profile };
        Kept { profile, sessions, entries: entries.iter().map(entry).collect() }
    }

    /// All events, in order.
    pub fn events(&self) -> impl Iterator<Item = &Event> {
        self.sessions.iter().flatten()
    }
}

async fn events(store: &dyn Store, session: SessionId) -> Vec<Event> {
    let kept = scan_all(store, Key::events_of(session)).await.unwrap();
    let event = |(key, entry): &(Key, xiaoqi::store::Entry)| {
        Record::<KeptEvent>::decode(key, &entry.value).unwrap().0
    };
    kept.iter().map(event).collect()
}

/// A message as it shows: its text, and what stands on its buttons.
pub type Shown = (String, Vec<String>);

/// What should be kept, and what should have arrived.
pub async fn expected(mind: &Arc<Playbook>, updates: &[Incoming], real: &Kept) -> (Kept, Vec<Shown>) {
    let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
    let desk =
        Desk::new(Arc::clone(&store), Arc::clone(mind) as Arc<dyn xiaoqi::desk::Mind>, outbound::letters);
    let recorded: Vec<&Event> = real.events().collect();
    let (mut shown, mut done) = (Vec::new(), 0);
    let mut trainee = TraineeId(0);
    for incoming in updates {
        let What::Deed(deed) = incoming.what.clone() else { continue };
        trainee = TraineeId(incoming.trainee);
        let next = recorded.get(done).or(recorded.last());
        let at = next.map_or(Moment(0), |event| event.at());
        let seed = match next {
            Some(Event::Started { start, .. }) => start.seed,
            _ => 0,
        };
        let input = Input { trainee, at, device_lang: incoming.device_lang, seed, deed };
        let task = Task { update: incoming.update, chat: incoming.chat, input };
        if let Handled::Done(posts) | Handled::Cleared(posts) = desk.handle(&task).await.unwrap() {
            let label = |button: xiaoqi::desk::LetterButton| button.label;
            shown.extend(posts.into_iter().map(|post| {
                (post.letter.text, post.letter.buttons.into_iter().flatten().map(label).collect::<Vec<_>>())
            }));
        }
        done = Kept::read(&*store, trainee).await.events().count();
    }
    (Kept::read(&*store, trainee).await, shown)
}
