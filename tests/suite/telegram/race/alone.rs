//! The same updates at the same moments with one desk that nothing disturbs: what everybody is to be told.

use std::collections::BTreeMap;
use std::sync::Arc;

use futures::future::{BoxFuture, FutureExt};
use serde_json::Value;
use xiaoqi::base::hash::from_hex;
use xiaoqi::base::id::TraineeId;
use xiaoqi::base::time::Moment;
use xiaoqi::channel::telegram::inbound::{InGroup, Incoming, Me, What, read};
use xiaoqi::channel::telegram::outbound;
use xiaoqi::contest::seed::Secret;
use xiaoqi::desk::group::{GroupHandled, GroupTask, Roster};
use xiaoqi::desk::records::Done;
use xiaoqi::desk::{Desk, Handled, Mind, Post, Provenance, Task};
use xiaoqi::flow::group::{GroupInput, Place, Rank};
use xiaoqi::flow::input::Input;
use xiaoqi::store::{Batch, Expect, Key, MemoryStore, Record, Store};

use super::replicas::Replicas;

/// What one message shows.
#[derive(Clone, PartialEq, Eq)]
pub struct Shown {
    pub text: String,
    /// Name and contents of its file.
    pub file: Option<(String, Vec<u8>)>,
}

/// What everybody is told.
#[derive(Default)]
pub struct Told {
    /// By chat, in order.
    pub letters: BTreeMap<i64, Vec<Shown>>,
    /// By chat and number: every version, the newest last.
    pub boards: BTreeMap<(i64, u64), Vec<String>>,
}

impl Told {
    fn add(&mut self, posts: Vec<Post>) {
        for Post { chat, letter, .. } in posts {
            let text = letter.text.trim().to_owned();
            match letter.board {
                Some(board) => self.boards.entry((chat, board)).or_default().push(text),
                None => {
                    let file = letter.file.map(|file| (file.name, file.bytes));
                    self.letters.entry(chat).or_default().push(Shown { text, file });
                }
            }
        }
    }
}

/// Who is what in the group, and what they are called there.
struct Known(BTreeMap<i64, (Rank, String)>);

impl Roster for Known {
    fn rank(&self, _: i64, who: TraineeId) -> BoxFuture<'_, Option<(Rank, String)>> {
        let known = self.0.get(&who.0).cloned().unwrap_or((Rank::Stranger, String::new()));
        async move { Some(known) }.boxed()
    }
}

/// Does everything that these replicas took in, each at its moment, under the secrets that were revealed.
pub async fn undisturbed(
    all: &Replicas,
    people: BTreeMap<i64, (Rank, String)>,
    secrets: &[Secret],
    until: Moment,
) -> Told {
    let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
    // Links are signed; these are the same.
    let signer = Key::counter("link-key");
    let mut batch = Batch::new();
    let signed = all.site.store.get(&signer).await.unwrap().unwrap();
    batch.put(signer, signed.value, Expect::Absent);
    store.commit(batch).await.unwrap();
    let desk = Desk::new(store, all.mind.clone() as Arc<dyn Mind>, outbound::letters);
    desk.ask_at(Arc::new(Known(people)));
    let token = all.site.fake.token();
    let id = token.split(':').next().unwrap().parse().unwrap();
    let me = Me { id, username: "xiaoqi_test_bot".to_owned() };
    let (mut told, mut secrets) = (Told::default(), secrets.iter());
    for (update, raw) in all.taken_in() {
        let Some(incoming) = read(&raw, &me) else { continue };
        let key = Key::seen(update);
        let Some(entry) = all.site.store.get(&key).await.unwrap() else { panic!("{update} was not done") };
        let Done { at, .. } = Record::decode(&key, &entry.value).unwrap();
        told.add(desk.ring(at).await.unwrap());
        let chance = match is_creation(&raw) {
            true => from_hex(&secrets.next().unwrap().reveal()).unwrap(),
            false => [0; 32],
        };
        told.add(take(&desk, incoming, at, chance).await);
    }
    // What an alarm sets for an earlier moment is done by the next look.
    for _ in 0..2 {
        told.add(desk.ring(until).await.unwrap());
    }
    told
}

/// Whether somebody creates a contest.
fn is_creation(raw: &str) -> bool {
    let update: Value = serde_json::from_str(raw).unwrap();
    let data = update["callback_query"]["data"].as_str().unwrap_or_default();
    data.starts_with("G:f") && data.ends_with(":c")
}

async fn take(desk: &Desk, incoming: Incoming, at: Moment, chance: [u8; 32]) -> Vec<Post> {
    let Incoming { update, trainee, chat, device_lang, name, what, .. } = incoming;
    match what {
        What::Deed(deed) => {
            let input = Input { trainee: TraineeId(trainee), at, device_lang, seed: 1, deed };
            let task = Task { update, chat, input };
            let origin = Provenance { name: name.as_deref(), made: None };
            match desk.handle_from(&task, origin).await.unwrap() {
                Handled::Done(posts) | Handled::Cleared(posts) => posts,
                Handled::Already => panic!("no update comes twice here"),
            }
        }
        What::Group(InGroup::Deed { deed, who, thread, message, title }) => {
            let input = GroupInput { place: Place { chat, thread }, title, who, at, chance, deed };
            match desk.handle_group(&GroupTask { update, message, input }).await.unwrap() {
                GroupHandled::Done(posts, _) => posts,
                GroupHandled::Already => panic!("no update comes twice here"),
            }
        }
        What::Group(InGroup::Moved(..)) | What::Left => panic!("nobody leaves here"),
    }
}
