//! A desk with a group and a clock of the test's own: what is written where, whoever did something there.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::Arc;

use futures::future::{BoxFuture, FutureExt};
use serde_json::Value;
use xiaoqi::base::id::TraineeId;
use xiaoqi::base::lang::Lang;
use xiaoqi::base::time::Moment;
use xiaoqi::channel::telegram::outbound;
use xiaoqi::desk::door::Door;
use xiaoqi::desk::group::records::KeptGroup;
use xiaoqi::desk::group::{GroupHandled, GroupTask, Roster};
use xiaoqi::desk::{Desk, Handled, Mind, Post, Task};
use xiaoqi::flow::action::Action;
use xiaoqi::flow::group::{Group, GroupDeed, GroupInput, Member, Place, Rank, Words};
use xiaoqi::flow::input::{Command, Deed, Input};
use xiaoqi::store::{Key, MemoryStore, Record, Store};

use super::playbook;

/// The group.
pub const TEAM: i64 = -1_001_234_567_890;

/// Who is what in the group.
struct Ranks(BTreeMap<i64, Rank>);

impl Roster for Ranks {
    fn rank(&self, _: i64, who: TraineeId) -> BoxFuture<'_, Option<(Rank, String)>> {
        let rank = self.0.get(&who.0).copied().unwrap_or(Rank::Stranger);
        async move { Some((rank, String::new())) }.boxed()
    }
}

/// 7 is an administrator; 8, 9 and 10 are members; 11 is a stranger.
pub struct Yard {
    pub desk: Desk,
    pub store: Arc<dyn Store>,
    update: Cell<u64>,
    chance: Cell<u8>,
    lang: Lang,
}

/// What came of something in the group.
pub struct Said {
    posts: Vec<Post>,
    /// The answer to the pressed button.
    pub toast: String,
}

impl Said {
    /// Everything to one chat.
    pub fn to(&self, chat: i64) -> String {
        let its = self.posts.iter().filter(|post| post.chat == chat);
        its.map(|post| post.letter.text.clone() + "\n").collect()
    }

    /// Everything to the group.
    pub fn group(&self) -> String {
        self.to(TEAM)
    }

    /// What stands on the buttons.
    pub fn buttons(&self) -> Vec<(String, String)> {
        let all = self.posts.iter().flat_map(|post| post.letter.buttons.iter().flatten());
        all.map(|button| (button.label.clone(), button.data.clone())).collect()
    }
}

impl Yard {
    pub fn new() -> Yard {
        let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
        Yard { desk: desk(&store), store, update: Cell::new(0), chance: Cell::new(7), lang: Lang::EN }
    }

    /// The service is started again on what it has kept.
    pub fn restart(&mut self) {
        self.desk = desk(&self.store);
    }

    /// Behind a door.
    pub fn behind(self, door: Door) -> Yard {
        Yard { desk: self.desk.with_door(door), ..self }
    }

    /// Another customer comes next.
    pub fn with_chance(self, chance: u8) -> Yard {
        self.chance.set(chance);
        self
    }

    /// Everybody's app is in another language.
    pub fn with_lang(self, lang: Lang) -> Yard {
        Yard { lang, ..self }
    }

    pub fn next(&self) -> u64 {
        self.update.set(self.update.get() + 1);
        self.update.get()
    }

    pub async fn deed(&self, who: i64, at: i64, thread: Option<i64>, deed: GroupDeed) -> Said {
        let name = ["Ann", "Bob", "Cay", "Dot", "Eve"][usize::try_from(who - 7).unwrap()].to_owned();
        let who = Member { id: TraineeId(who), name, device_lang: Some(self.lang) };
        let place = Place { chat: TEAM, thread };
        let (title, chance) = ("Team".to_owned(), [self.chance.get(); 32]);
        let input = GroupInput { place, title, who: Some(who), at: Moment(at), chance, deed };
        let task = GroupTask { update: self.next(), message: None, input };
        let GroupHandled::Done(posts, toast) = self.desk.handle_group(&task).await.unwrap() else { panic!() };
        Said { posts, toast: toast.map(|(text, _)| text).unwrap_or_default() }
    }

    pub async fn act(&self, who: i64, at: i64, thread: Option<i64>, deed: GroupDeed) -> String {
        let said = self.deed(who, at, thread, deed).await;
        texts(&said.posts) + &said.toast
    }

    pub async fn press(&self, who: i64, at: i64, data: &str) -> Said {
        let Some(Action::Group(action)) = Action::decode(data) else { panic!("{data}") };
        self.deed(who, at, None, GroupDeed::Press(action)).await
    }

    pub async fn presses(&self, who: i64, at: i64, data: &str) -> String {
        let said = self.press(who, at, data).await;
        texts(&said.posts) + &said.toast
    }

    pub async fn orders(&self, who: i64, at: i64, thread: Option<i64>, command: Command) -> String {
        self.act(who, at, thread, GroupDeed::Command(command, String::new())).await
    }

    pub async fn says(&self, who: i64, at: i64, text: &str) -> String {
        let words = Words { text: text.to_owned(), answers: true, board: None };
        self.act(who, at, None, GroupDeed::Text(words)).await
    }

    pub async fn rings(&self, at: i64) -> String {
        texts(&self.desk.ring(Moment(at)).await.unwrap())
    }

    /// What somebody does in private.
    pub async fn privately(&self, who: i64, at: i64, deed: Deed) -> String {
        self.privately_in(self.lang, who, at, deed).await
    }

    /// The same with an app in another language.
    pub async fn privately_in(&self, lang: Lang, who: i64, at: i64, deed: Deed) -> String {
        let input = Input { trainee: TraineeId(who), at: Moment(at), device_lang: Some(lang), seed: 1, deed };
        let task = Task { update: self.next(), chat: who, input };
        match self.desk.handle(&task).await.unwrap() {
            Handled::Done(posts) | Handled::Cleared(posts) => texts(&posts),
            Handled::Already => panic!("no update comes twice here"),
        }
    }

    /// Somebody has everything of hers deleted.
    pub async fn forgets(&self, who: i64, at: i64) {
        self.privately(who, at, Deed::Command(Command::Forget, String::new())).await;
        self.privately(who, at, Deed::Press(Action::Forget(true))).await;
    }

    pub async fn group(&self) -> Group {
        let key = Key::group(TEAM);
        let KeptGroup(group) =
            Record::decode(&key, &self.store.get(&key).await.unwrap().unwrap().value).unwrap();
        group
    }

    /// What the copy of everything kept of somebody says of games, for programs.
    pub async fn copy(&self, who: i64) -> String {
        let deed = Deed::Command(Command::Export, String::new());
        let input =
            Input { trainee: TraineeId(who), at: Moment(1), device_lang: Some(Lang::EN), seed: 1, deed };
        let task = Task { update: self.next(), chat: who, input };
        let Handled::Done(posts) = self.desk.handle(&task).await.unwrap() else { panic!() };
        let files = posts.iter().filter_map(|post| post.letter.file.as_ref());
        let data = files.filter(|file| file.name == "xiaoqi-copy.json").map(|file| file.bytes.clone()).next();
        let data: Value = serde_json::from_slice(&data.unwrap()).unwrap();
        data["games"].to_string()
    }

    /// The records that hold a word, messages on their way aside.
    pub async fn holding(&self, word: &str) -> Vec<String> {
        let all = self.store.scan(Key::everything(), 10_000).await.unwrap();
        let these = all.iter().filter(|(_, entry)| String::from_utf8_lossy(&entry.value).contains(word));
        let these = these.filter(|(key, _)| !key.to_string().starts_with("outbox"));
        these.map(|(key, _)| key.to_string()).collect()
    }
}

fn desk(store: &Arc<dyn Store>) -> Desk {
    let desk = Desk::new(Arc::clone(store), playbook() as Arc<dyn Mind>, outbound::letters);
    let ranks = [(7, Rank::Administrator), (8, Rank::Member), (9, Rank::Member), (10, Rank::Member)];
    desk.ask_at(Arc::new(Ranks(ranks.into())));
    desk
}

fn texts(posts: &[Post]) -> String {
    posts.iter().map(|post| post.letter.text.clone() + "\n").collect()
}
