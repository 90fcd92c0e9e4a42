//! The desk with its office and a clock of the test's own: what each of several people is told, whoever did something.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use futures::future::{BoxFuture, FutureExt};
use xiaoqi::base::id::{SessionId, TraineeId};
use xiaoqi::base::lang::Lang;
use xiaoqi::base::time::Moment;
use xiaoqi::channel::telegram::outbound;
use xiaoqi::desk::door::Door;
use xiaoqi::desk::office::{Fetch, Premises};
use xiaoqi::desk::records::KeptEntry;
use xiaoqi::desk::{Desk, Handled, LetterFile, Mind, Post, Provenance, Task};
use xiaoqi::flow::action::Action;
use xiaoqi::flow::input::{Command, Deed, Input};
use xiaoqi::library::{Cache, Origin};
use xiaoqi::progress::entry::Entry;
use xiaoqi::store::{Batch, Expect, Key, MemoryStore, Record, Store};
use xiaoqi::studio::Bench;

use super::playbook;
use crate::stage;

pub const HOUR: i64 = 3_600_000;
pub const DAY: i64 = 24 * HOUR;
/// Monday, 2026-03-02, 08:00 in Beijing, where everybody lives who says nothing else.
pub const MONDAY: i64 = 1_772_409_600_000;
/// Who runs the bot.
pub const OPERATOR: i64 = 70;

struct NoFiles;

impl Fetch for NoFiles {
    fn fetch<'a>(&'a self, _: &'a str, _: u64) -> BoxFuture<'a, Option<Vec<u8>>> {
        async { None }.boxed()
    }
}

/// A service without a channel.
pub struct Hall {
    pub desk: Desk,
    pub store: Arc<dyn Store>,
    update: Cell<u64>,
    clock: Cell<i64>,
    name: RefCell<Option<String>>,
}

/// What was written to whom.
pub struct Told(Vec<Post>);

impl Told {
    /// Everything to one person.
    pub fn to(&self, who: i64) -> String {
        let hers = self.0.iter().filter(|post| post.chat == who);
        hers.map(|post| post.letter.text.clone() + "\n").collect()
    }

    /// The files to one person.
    pub fn files(&self, who: i64) -> Vec<LetterFile> {
        let hers = self.0.iter().filter(|post| post.chat == who);
        hers.filter_map(|post| post.letter.file.clone()).collect()
    }

    /// To whom anything was written.
    pub fn whom(&self) -> Vec<i64> {
        let mut all: Vec<i64> = self.0.iter().map(|post| post.chat).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The data of the first button to somebody with these words on it.
    pub fn button(&self, who: i64, label: &str) -> String {
        let hers = self.0.iter().filter(|post| post.chat == who);
        let buttons: Vec<_> = hers.flat_map(|post| post.letter.buttons.iter().flatten()).collect();
        let found = buttons.iter().find(|button| button.label.contains(label));
        found.unwrap_or_else(|| panic!("no `{label}` among {buttons:?}")).data.clone()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Hall {
    pub fn new() -> Hall {
        Hall::over(Arc::new(MemoryStore::new()), Door::default())
    }

    /// A hall with a door, over what is kept.
    pub fn over(store: Arc<dyn Store>, door: Door) -> Hall {
        let mind = playbook();
        let origin = Origin::Folder(stage::repository(""));
        let studio = Arc::new(Bench::new(origin, Cache::none(), Arc::clone(&mind)));
        let operators = [TraineeId(OPERATOR)].into_iter().collect();
        let desk = Desk::new(Arc::clone(&store), mind as Arc<dyn Mind>, outbound::letters)
            .with_office(Premises { studio, fetch: Arc::new(NoFiles), operators })
            .with_door(door);
        let (update, clock, name) = (Cell::new(0), Cell::new(MONDAY), RefCell::default());
        Hall { desk, store, update, clock, name }
    }

    /// The service is started again with another door.
    pub fn behind(self, door: Door) -> Hall {
        let Hall { store, update, clock, .. } = self;
        Hall { update, clock, ..Hall::over(store, door) }
    }

    /// What everybody who does something from here on goes by.
    pub fn named(&self, name: Option<&str>) {
        *self.name.borrow_mut() = name.map(str::to_owned);
    }

    /// Sets the clock, in milliseconds after that Monday.
    pub fn at(&self, after: i64) {
        self.clock.set(MONDAY + after);
    }

    pub async fn act(&self, who: i64, lang: Lang, deed: Deed) -> Told {
        self.update.set(self.update.get() + 1);
        let input = Input {
            trainee: TraineeId(who),
            at: Moment(self.clock.get()),
            device_lang: Some(lang),
            seed: self.update.get(),
            deed,
        };
        let task = Task { update: self.update.get(), chat: who, input };
        let name = self.name.borrow().clone();
        match self.desk.handle_from(&task, Provenance { name: name.as_deref(), made: None }).await.unwrap() {
            Handled::Done(posts) | Handled::Cleared(posts) => Told(posts),
            Handled::Already => panic!("no update comes twice here"),
        }
    }

    /// Somebody says hello for the first time, with her app in a language.
    pub async fn meets(&self, who: i64, lang: Lang) -> Told {
        self.act(who, lang, Deed::Command(Command::Start, String::new())).await
    }

    /// Somebody writes something; a command where it begins with a slash.
    pub async fn says(&self, who: i64, text: &str) -> Told {
        let command = text.strip_prefix('/').map(|text| text.split_once(' ').unwrap_or((text, "")));
        let deed = match command {
            Some((word, rest)) => Deed::Command(Command::parse(word).unwrap(), rest.to_owned()),
            None => Deed::Text(text.to_owned()),
        };
        self.act(who, Lang::EN, deed).await
    }

    /// Somebody presses a button.
    pub async fn presses(&self, who: i64, data: &str) -> Told {
        let action = Action::decode(data).unwrap_or_else(|| panic!("`{data}` is no button"));
        self.act(who, Lang::EN, Deed::Press(action)).await
    }

    /// What is due by the clock.
    pub async fn wakes(&self) -> Told {
        Told(self.desk.wake(Moment(self.clock.get())).await.unwrap())
    }

    /// Puts completed reflections into somebody's journal, as if she had played.
    pub async fn journal(&self, who: i64, entries: impl IntoIterator<Item = Entry>) {
        let before = self.desk.journal(TraineeId(who)).await.unwrap().len();
        let mut batch = Batch::new();
        for (place, mut entry) in entries.into_iter().enumerate() {
            entry.session = u32::try_from(1_000 + before + place).unwrap();
            let key = Key::session_meta(SessionId { trainee: TraineeId(who), number: entry.session });
            batch.put(key.clone(), Record::encode(&key, &KeptEntry(entry)).unwrap(), Expect::Absent);
        }
        self.store.commit(batch).await.unwrap();
    }

    /// A whole conversation with its debrief: what was told at its end.
    pub async fn plays(&self, who: i64, persona: &str) -> Told {
        self.presses(who, &format!("b:{persona}")).await;
        self.says(who, "I am sorry that happened. What is the order number?").await;
        self.says(who, "Calm down.").await;
        self.says(who, "/end").await;
        self.says(who, "/end").await
    }

    /// Everything that is kept, as text.
    pub async fn everything(&self) -> Vec<(String, String)> {
        let all = self.store.scan(Key::everything(), 100_000).await.unwrap();
        let text = |value: &[u8]| String::from_utf8_lossy(value).into_owned();
        all.iter().map(|(key, entry)| (key.to_string(), text(&entry.value))).collect()
    }
}
