//! Contests through the desk, over the store on disk, without a network: made, joined, played, ended. Shared by the benchmarks of contests
//! and of growth.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use futures::future::{BoxFuture, FutureExt};
use futures::stream::{self, StreamExt};
use xiaoqi::base::id::TraineeId;
use xiaoqi::base::lang::Lang;
use xiaoqi::base::time::Moment;
use xiaoqi::channel::telegram::outbound;
use xiaoqi::desk::group::{GroupHandled, GroupTask, Roster, fresh_chance};
use xiaoqi::desk::{Desk, Handled, Letter, Playbook, Task};
use xiaoqi::flow::action::Action;
use xiaoqi::flow::group::{GroupDeed, GroupInput, Member, Place, Rank};
use xiaoqi::flow::input::{Command, Deed, Input};
use xiaoqi::store::{SledStore, Store};

use crate::world::{self, WORLD};

/// Updates under way at once, as the service has them.
const RUNNERS: usize = 64;
/// What each writes.
pub const SAYS: usize = 3;
/// A day in milliseconds.
pub const DAY: i64 = 24 * 3_600_000;
/// When everything happens.
pub const START: Moment = Moment(1_795_884_800_000);

/// Telegram, to whom everybody is an administrator.
struct Everybody;

impl Roster for Everybody {
    fn rank(&self, _: i64, who: TraineeId) -> BoxFuture<'_, Option<(Rank, String)>> {
        async move { Some((Rank::Administrator, format!("Nr {}", who.0))) }.boxed()
    }
}

/// A desk with contests.
pub struct Bench {
    desk: Arc<Desk>,
    updates: AtomicU64,
    _folder: Option<tempfile::TempDir>,
}

impl Bench {
    /// One over a new store in a temporary folder.
    pub fn new() -> Bench {
        let folder = tempfile::tempdir().unwrap();
        let store = Arc::new(SledStore::open(folder.path()).unwrap());
        Bench::over(store, Some(folder))
    }

    /// One over this store, which must be new.
    pub fn over(store: Arc<dyn Store>, folder: Option<tempfile::TempDir>) -> Bench {
        let mind = Arc::new(Playbook::new(Arc::clone(&WORLD.content), Arc::clone(&WORLD.prose)));
        let desk = Arc::new(Desk::new(store, mind, outbound::letters));
        desk.ask_at(Arc::new(Everybody));
        Bench { desk, updates: AtomicU64::new(1), _folder: folder }
    }

    async fn in_group(&self, chat: i64, deed: GroupDeed) -> Vec<Letter> {
        let (id, name) = (TraineeId(1), "Lead".to_owned());
        let who = Some(Member { id, name, device_lang: Some(Lang::EN) });
        let (place, title, chance) = (Place { chat, thread: None }, format!("Group {chat}"), fresh_chance());
        let input = GroupInput { place, title, who, at: START, chance, deed };
        let update = self.updates.fetch_add(1, Ordering::SeqCst);
        let handled = self.desk.handle_group(&GroupTask { update, message: None, input }).await.unwrap();
        let GroupHandled::Done(posts, _) = handled else { panic!("it is new") };
        posts.into_iter().map(|post| post.letter).collect()
    }

    async fn does(&self, who: i64, at: Moment, deed: Deed) -> Vec<Letter> {
        let update = self.updates.fetch_add(1, Ordering::SeqCst);
        let input = Input { trainee: TraineeId(who), at, device_lang: Some(Lang::EN), seed: 1, deed };
        let handled = self.desk.handle(&Task { update, chat: who, input }).await.unwrap();
        let Handled::Done(posts) = handled else { panic!("it is new") };
        posts.into_iter().map(|post| post.letter).collect()
    }

    /// Makes a contest in a group; the payload of its link.
    pub async fn contest(&self, chat: i64) -> String {
        let form = self.in_group(chat, GroupDeed::Command(Command::Contest, String::new())).await;
        let create = action(&form, "G:f", ":c");
        let Action::Group(create) = create else { panic!("a button of the group") };
        let letters = self.in_group(chat, GroupDeed::Press(create)).await;
        let mut buttons = letters.iter().flat_map(|letter| letter.buttons.iter().flatten());
        buttons.find(|button| button.link).unwrap().data.clone()
    }

    /// Joins, plays the first round and ends it.
    async fn plays(&self, who: i64, link: &str) {
        let start = Deed::Command(Command::Start, link.to_owned());
        let shown = self.does(who, START, start).await;
        let shown = self.does(who, START, Deed::Press(action(&shown, "C:j", ""))).await;
        let shown = self.does(who, START, Deed::Press(action(&shown, "C:r", ":1"))).await;
        self.does(who, START, Deed::Press(action(&shown, "C:b", ":1"))).await;
        for (number, text) in world::ENGLISH.iter().take(SAYS).enumerate() {
            let at = Moment(START.0 + 10_000 * (1 + number as i64));
            self.does(who, at, Deed::Text(format!("{text} {}", own(who, number)))).await;
        }
        self.does(who, Moment(START.0 + 60_000), Deed::Command(Command::End, String::new())).await;
    }
}

/// Words that hardly anybody else writes in this order: runs in the same words are looked for at the end.
fn own(who: i64, number: usize) -> String {
    const WORDS: &str = "table garden window letter morning river paper street winter orange number silver basket engine \
        market bottle pocket ladder cotton finger island kettle lemon mirror needle pencil ribbon saddle tunnel valley walnut yellow";
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut state = (who.cast_unsigned() << 8) + number as u64 + 1;
    let mut pick = || {
        state = state.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29) ^ 0x5851;
        words[(state % words.len() as u64) as usize]
    };
    (0..8).map(|_| pick()).collect::<Vec<_>>().join(" ")
}

fn action(letters: &[Letter], begins: &str, ends: &str) -> Action {
    let mut buttons = letters.iter().flat_map(|letter| letter.buttons.iter().flatten());
    let fits = |data: &str| data.starts_with(begins) && data.ends_with(ends);
    let found = buttons.find(|button| fits(&button.data));
    let found = found.unwrap_or_else(|| panic!("no {begins}…{ends}"));
    Action::decode(&found.data).unwrap()
}

/// Everybody plays, so many at once.
pub async fn play_all(bench: &Bench, all: Vec<(i64, String)>) -> Duration {
    let began = Instant::now();
    stream::iter(all)
        .for_each_concurrent(RUNNERS, |(who, link)| async move { bench.plays(who, &link).await })
        .await;
    began.elapsed()
}

/// Rings what is due; how long it took, and how many letters it led to.
pub async fn ring(bench: &Bench, at: Moment) -> (Duration, usize) {
    let began = Instant::now();
    let posts = bench.desk.ring(at).await.unwrap();
    (began.elapsed(), posts.len())
}
