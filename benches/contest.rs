//! How contests bear up: `cargo bench --bench contest`. One contest of five hundred with its scoreboard, and two hundred contests at
//! once; all through the desk, over the store on disk, without a network; and over the database that XIAOQI_BENCH_STORE names, such as
//! postgresql://USER@127.0.0.1/DATABASE?space=bench, whose spaces bench_1 and bench_2 must be new. Figures: docs/performance.md.

#[allow(dead_code, reason = "shared with the other benchmarks")]
mod world;

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
use xiaoqi::store::{Key, PostgresStore, PostgresUrl, SledStore, Store};

use world::WORLD;

/// Participants of the one contest.
const MANY: i64 = 500;
/// Contests at once, and participants of each.
const CONTESTS: i64 = 200;
const EACH: i64 = 3;
/// Updates under way at once, as the service has them.
const RUNNERS: usize = 64;
/// What each writes.
const SAYS: usize = 3;
const DAY: i64 = 24 * 3_600_000;
/// When everything happens.
const START: Moment = Moment(1_795_884_800_000);

/// Telegram, to whom everybody is an administrator.
struct Everybody;

impl Roster for Everybody {
    fn rank(&self, _: i64, who: TraineeId) -> BoxFuture<'_, Option<(Rank, String)>> {
        async move { Some((Rank::Administrator, format!("Nr {}", who.0))) }.boxed()
    }
}

struct Bench {
    desk: Arc<Desk>,
    updates: AtomicU64,
    _folder: tempfile::TempDir,
}

impl Bench {
    /// Over a folder, or over a space of its own of the database at this address.
    async fn new(address: Option<&str>, number: u32) -> Bench {
        let folder = tempfile::tempdir().unwrap();
        let store: Arc<dyn Store> = match address {
            None => Arc::new(SledStore::open(folder.path()).unwrap()),
            Some(address) => {
                let url = PostgresUrl::parse(&format!("{address}_{number}")).expect("an address");
                let store = PostgresStore::open(url).await.expect("the database");
                let there = store.scan(Key::everything(), 1).await.unwrap();
                assert!(there.is_empty(), "the space of {address}_{number} is in use");
                Arc::new(store)
            }
        };
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
    async fn contest(&self, chat: i64) -> String {
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
            self.does(who, at, Deed::Text((*text).to_owned())).await;
        }
        self.does(who, Moment(START.0 + 60_000), Deed::Command(Command::End, String::new())).await;
    }
}

fn action(letters: &[Letter], begins: &str, ends: &str) -> Action {
    let mut buttons = letters.iter().flat_map(|letter| letter.buttons.iter().flatten());
    let fits = |data: &str| data.starts_with(begins) && data.ends_with(ends);
    let found = buttons.find(|button| fits(&button.data));
    let found = found.unwrap_or_else(|| panic!("no {begins}…{ends}"));
    Action::decode(&found.data).unwrap()
}

/// Everybody plays, so many at once.
async fn play_all(bench: &Bench, all: Vec<(i64, String)>) -> Duration {
    let began = Instant::now();
    stream::iter(all)
        .for_each_concurrent(RUNNERS, |(who, link)| async move { bench.plays(who, &link).await })
        .await;
    began.elapsed()
}

async fn ring(bench: &Bench, at: Moment) -> (Duration, usize) {
    let began = Instant::now();
    let posts = bench.desk.ring(at).await.unwrap();
    (began.elapsed(), posts.len())
}

#[tokio::main]
async fn main() {
    assert!(!WORLD.content.tongues.is_empty());
    println!("over the store on disk:");
    measure(None).await;
    if let Ok(address) = std::env::var("XIAOQI_BENCH_STORE") {
        println!("over the database:");
        measure(Some(&address)).await;
    }
}

async fn measure(address: Option<&str>) {
    let bench = Bench::new(address, 1).await;
    let link = bench.contest(-1).await;
    let took = play_all(&bench, (1_000..1_000 + MANY).map(|who| (who, link.clone())).collect()).await;
    let updates = MANY * (5 + SAYS as i64);
    println!(
        "one contest, {MANY} play: {took:.1?}, {:.0} updates a second",
        updates as f64 / took.as_secs_f64()
    );
    let (took, letters) = ring(&bench, Moment(START.0 + 120_000)).await;
    println!("one contest, the scoreboard of {MANY}: {took:.1?}, {letters} letters");
    let (took, letters) = ring(&bench, Moment(START.0 + 2 * DAY)).await;
    println!("one contest, its end: {took:.1?}, {letters} letters");

    let bench = Bench::new(address, 2).await;
    let began = Instant::now();
    let mut all = Vec::new();
    for contest in 0..CONTESTS {
        let link = bench.contest(-1 - contest).await;
        all.extend((0..EACH).map(|place| (1_000 + contest * EACH + place, link.clone())));
    }
    println!("{CONTESTS} contests, made: {:.1?}", began.elapsed());
    let took = play_all(&bench, all).await;
    println!("{CONTESTS} contests, {EACH} play in each: {took:.1?}");
    let (took, letters) = ring(&bench, Moment(START.0 + 120_000)).await;
    println!("{CONTESTS} contests, all scoreboards at once: {took:.1?}, {letters} letters");
    let (took, letters) = ring(&bench, Moment(START.0 + 2 * DAY)).await;
    println!("{CONTESTS} contests, all ends at once: {took:.1?}, {letters} letters");
}
