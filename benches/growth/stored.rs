//! More and more conversations in the store on disk, one of each trainee. They are not all played: forty-eight trainees play one of six
//! messages to its end, its debrief and its three questions through the desk, and the records that this leaves of each (profile, events, entry of
//! the journal; not the marks of updates that are done, which the service forgets in time, nor letters, which are sent) are put under the keys of all the
//! others.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use xiaoqi::base::id::{SessionId, TraineeId};
use xiaoqi::channel::telegram::outbound;
use xiaoqi::desk::{Desk, Playbook};
use xiaoqi::flow::action::Action;
use xiaoqi::flow::input::{Command, Deed};
use xiaoqi::store::{Batch, Expect, Key, KeyName, MemoryStore, SledStore, Store, scan_all};
use xiaoqi::vitals::process;

use super::draw::Curves;
use super::world::{WORLD, desk, handle, play, task};
use super::{apart, median, megabytes, point};

/// Conversations that are really played.
const PLAYED: usize = 48;
/// Messages of each.
const TURNS: usize = 6;
/// Numbers every trainee may use for her updates.
const UPDATES: u64 = 16;
/// A number of updates that is above those of everybody who is new, and still one of Telegram's, which have 32 bits.
const LATE: u64 = 3_000_000_000;
/// Trainees of one commit while the store is filled.
const BATCH: usize = 200;
/// How long filling may take in all. Where the next step would take longer, it is not taken.
const BOUND: Duration = Duration::from_secs(600);
/// Trainees who are measured at each size: as many who are new and as many who come back.
const MEASURED: usize = 60;

pub fn run(curves: &mut Curves, most: usize) {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let path = folder.path().display();
    let (mut there, mut spent) = (0, Duration::ZERO);
    for count in [1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000] {
        let foreseen = spent.mul_f64(if there == 0 { 0.0 } else { count as f64 / there as f64 });
        if count > most || foreseen > BOUND {
            println!(
                "stored: {count} is not tried: filling took {spent:.0?} until {there}, and would take {foreseen:.0?}"
            );
            return;
        }
        let begun = Instant::now();
        apart(curves, &format!("fill,{path},{there},{count}"));
        there = count;
        spent += begun.elapsed();
        apart(curves, &format!("stored,{path},{count}"));
    }
}

/// What one conversation leaves: keys by what they name, and values.
type Records = Vec<(KeyName, Vec<u8>)>;

/// Plays the conversations that all others are copies of.
async fn patterns() -> Vec<Records> {
    let mind = Playbook::new(Arc::clone(&WORLD.content), Arc::clone(&WORLD.prose));
    let desk = Desk::new(Arc::new(MemoryStore::default()), Arc::new(mind), outbound::letters);
    for n in 0..PLAYED {
        let first = n as u64 * UPDATES;
        play(&desk, first, n, TURNS).await;
        let after = [
            Deed::Command(Command::End, String::new()),
            Deed::Text("I said sorry before I knew what for.".to_owned()),
            Deed::Press(Action::Skip(2)),
            Deed::Press(Action::Skip(3)),
        ];
        for (place, deed) in (first + 10..).zip(after) {
            handle(&desk, &task(place, n, deed)).await;
        }
    }
    let all = scan_all(desk.store().as_ref(), Key::everything()).await.unwrap();
    let mut patterns = vec![Records::new(); PLAYED];
    for (key, entry) in all {
        let name = key.name().unwrap();
        let whose = match &name {
            KeyName::Profile(who) => who.0,
            KeyName::SessionEvent(session, _) | KeyName::SessionMeta(session) => session.trainee.0,
            _ => continue,
        };
        patterns[usize::try_from(whose).unwrap()].push((name, entry.value));
    }
    patterns
}

/// The key of the same record of somebody else's.
fn of(who: TraineeId, name: &KeyName) -> Key {
    match name {
        KeyName::SessionEvent(session, seq) => {
            Key::session_event(SessionId { trainee: who, number: session.number }, *seq)
        }
        KeyName::SessionMeta(session) => {
            Key::session_meta(SessionId { trainee: who, number: session.number })
        }
        _ => Key::profile(who),
    }
}

/// Fills the store with the conversations of trainees of these numbers.
pub fn fill(folder: &Path, whose: Range<usize>) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let patterns = patterns().await;
        let records: usize = patterns.iter().map(Vec::len).sum();
        let bytes: usize = patterns.iter().flatten().map(|(_, value)| value.len()).sum();
        println!("a conversation: {} records, {} bytes", records / PLAYED, bytes / PLAYED);
        let begun = Instant::now();
        let store = SledStore::open(folder).unwrap();
        let mut next = whose.start;
        while next < whose.end {
            let mut batch = Batch::new();
            for n in next..(next + BATCH).min(whose.end) {
                for (name, value) in &patterns[n % PLAYED] {
                    batch.put(of(TraineeId(n as i64), name), value.clone(), Expect::Any);
                }
            }
            store.commit(batch).await.unwrap();
            next += BATCH;
        }
        drop(store);
        println!("filled {whose:?} in {:.0?}", begun.elapsed());
    });
}

/// Opening, memory, and updates of those who are new and those who come back.
pub fn scene(folder: &Path, count: usize) {
    assert!(!WORLD.content.tongues.is_empty());
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let before = megabytes();
    let used = process::processor().unwrap();
    let desk = {
        let _within = runtime.enter();
        desk(folder)
    };
    point("stored", "opening, of one core", count, (process::processor().unwrap() - used) * 1e3);
    point("stored-memory", "memory after opening", count, megabytes() - before);
    runtime.block_on(async {
        // Trainees who are not in the store; those of an earlier size were others.
        let fresh = 10_000_000 + count;
        let (mut new, mut back) = (Vec::new(), Vec::new());
        let used = process::processor().unwrap();
        for n in 0..MEASURED {
            let who = fresh + n;
            let first = (who as u64) * UPDATES;
            play(&desk, first, who, 1).await;
            let (_, lang) = super::world::pairing(who);
            let said = Deed::Text(super::world::messages(lang)[1].to_owned());
            new.push(took(&desk, &task(first + 8, who, said)).await);
        }
        for n in 0..MEASURED {
            // Spread over everybody, so that hardly any of them is at hand.
            let who = n * (count / MEASURED) + 1;
            let (persona, _) = super::world::pairing(who);
            let update = task(LATE + (count + n) as u64, who, Deed::Press(Action::Begin(persona)));
            back.push(took(&desk, &update).await);
        }
        let each = (process::processor().unwrap() - used) * 1e3 / (4 * MEASURED) as f64;
        point("stored", "a turn of somebody new", count, median(new));
        point("stored", "somebody comes back", count, median(back));
        point("stored", "an update, of one core", count, each);
    });
    point("stored-memory", "memory after that", count, megabytes() - before);
    drop(desk);
    point("stored-memory", "on the disk", count, size(folder) as f64 / 1e6);
}

async fn took(desk: &Desk, update: &xiaoqi::desk::Task) -> Duration {
    let begun = Instant::now();
    handle(desk, update).await;
    begun.elapsed()
}

/// Bytes that the files of a folder take on the disk: some are longer than what has been written to them.
fn size(folder: &Path) -> u64 {
    use std::os::unix::fs::MetadataExt;
    let entries = std::fs::read_dir(folder).unwrap().flatten();
    entries
        .map(|entry| match entry.metadata() {
            Ok(about) if about.is_dir() => size(&entry.path()),
            Ok(about) => about.blocks() * 512,
            // sled takes files away in the background.
            Err(_) => 0,
        })
        .sum()
}
