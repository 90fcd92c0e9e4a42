//! How long people wait when a replica dies: three replicas over one PostgreSQL server, one of them killed again and again, and after each
//! kill everybody writes at once. `cargo test --test chaos -- --failover 10`; by hand only, because a time is no test. Figures: docs/trust.md.

use std::time::{Duration, Instant};

use crate::Size;
use crate::botapi::Phone;
use crate::database::Server;
use crate::fleet::{Fleet, REPLICAS, START};
use crate::verdict::Outcome;

/// People; some belong to each replica.
const PEOPLE: i64 = 24;
/// How long the replicas have to share the chats anew before the next dies.
const CALM: Duration = Duration::from_secs(12);
/// After how long an answer is taken for lost.
const PATIENCE: Duration = Duration::from_secs(60);

/// Runs it; `None` where there is no PostgreSQL.
pub fn run(kills: usize, size: Size) -> Option<Outcome> {
    let mut fleet = Fleet::new(Server::start()?, Size { trainees: 0, ..size });
    let people: Vec<Phone> = (0..PEOPLE).map(|n| fleet.fake.phone(1_000 + n, "zh-hans", "zqxname")).collect();
    let mut outcome = Outcome { lines: Vec::new(), wrong: Vec::new() };
    for replica in &mut fleet.replicas {
        if !replica.life.serves(START) {
            outcome.wrong.push("a replica does not start".to_owned());
            return Some(outcome);
        }
    }
    rest(&mut fleet);
    let calm = waits(&fleet, &people);
    outcome.lines.push(said("nobody dies", calm, &mut outcome.wrong));
    for kill in 0..kills {
        let place = kill % REPLICAS;
        fleet.replicas[place].life.kill();
        let waited = waits(&fleet, &people);
        outcome.lines.push(said(&format!("kill {}", kill + 1), waited, &mut outcome.wrong));
        fleet.reborn(place);
        if !fleet.replicas[place].life.serves(START) {
            outcome.wrong.push("a replica does not start again".to_owned());
            return Some(outcome);
        }
        rest(&mut fleet);
    }
    Some(outcome)
}

fn rest(fleet: &mut Fleet) {
    let since = Instant::now();
    while since.elapsed() < CALM {
        fleet.tick();
    }
}

/// Everybody asks for help; how long each waited for it, the shortest first. Who gets none is left out.
fn waits(fleet: &Fleet, people: &[Phone]) -> Vec<Duration> {
    let sent = |phone: &Phone| fleet.fake.glimpse(phone.id()).sent;
    let before: Vec<usize> = people.iter().map(sent).collect();
    let asked = Instant::now();
    for phone in people {
        phone.say("/help");
    }
    let mut waited = vec![None; people.len()];
    while waited.iter().any(Option::is_none) && asked.elapsed() < PATIENCE {
        for ((phone, before), waited) in people.iter().zip(&before).zip(&mut waited) {
            if waited.is_none() && sent(phone) > *before {
                *waited = Some(asked.elapsed());
            }
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    let mut waited: Vec<Duration> = waited.into_iter().flatten().collect();
    waited.sort();
    waited
}

fn said(what: &str, waited: Vec<Duration>, wrong: &mut Vec<String>) -> String {
    let lost = PEOPLE as usize - waited.len();
    if lost > 0 {
        wrong.push(format!("{what}: {lost} got no answer within {PATIENCE:?}"));
    }
    let at = |part: f64| {
        waited.get(((waited.len().max(1) - 1) as f64 * part) as usize).copied().unwrap_or_default()
    };
    format!(
        "{what}: the median waited {:.2?}, nine of ten up to {:.2?}, the last {:.2?}",
        at(0.5),
        at(0.9),
        at(1.0)
    )
}
