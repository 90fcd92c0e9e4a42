//! A group that holds contests, one after the other, and what has to hold afterwards.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::time::Duration;

use futures::future::join_all;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use xiaoqi::fleet::share_of;
use xiaoqi::store::Key;

use super::super::SOON;
use super::super::contest::turn;
use super::replicas::{Ground, Replicas, Side};
use crate::botapi::{Message, Phone};

pub const TEAM: i64 = -1_001_234_567_890;
pub const LEAD: i64 = 7;
/// The first of those who play.
pub const FIRST: i64 = 8;
const DAY: Duration = Duration::from_secs(25 * 3_600);
/// Longer than a round.
const ROUND: Duration = Duration::from_secs(11 * 60);
/// The lead's share of the work.
const LEADS: u32 = 0;

/// Somebody who takes part.
pub struct Play {
    pub lang: &'static str,
    pub name: &'static str,
    /// What they write, by round.
    pub says: [&'static [&'static str]; 2],
}

/// What becomes of the replica that closes a contest.
#[derive(Clone, Copy, Debug)]
pub enum End {
    /// It dies on that side of the commit.
    Dies(Side),
    /// It sleeps until another one has taken its place, and wakes up.
    Sleeps(Side),
}

/// Waits for a button among the messages after the first `after`, and presses it.
async fn press(phone: &Phone, after: usize, is: impl Fn(&str) -> bool) {
    let found = |shown: &[Message]| {
        let mut buttons =
            shown.iter().skip(after).rev().flat_map(|m| m.buttons().into_iter().map(move |b| (m.id, b)));
        buttons.find_map(|(id, button)| Some((id, button.data.filter(|data| is(data))?)))
    };
    let shown = phone.wait_for(|shown| found(shown).is_some()).await;
    let (message, data) = found(&shown).unwrap();
    phone.press_data(message, &data);
}

/// How many different messages have these words, of those after the first `after`.
fn different(shown: &[Message], after: usize, words: &str) -> usize {
    let these = shown.iter().skip(after).map(Message::text).filter(|text| text.contains(words));
    these.collect::<BTreeSet<_>>().len()
}

/// The group's chat, and the phones of those who play.
pub struct Room {
    board: Phone,
    pub players: &'static [Play],
    phones: Vec<Phone>,
    /// How many messages each phone showed before the newest contest.
    before: Vec<usize>,
}

pub struct Cup {
    pub all: Replicas,
    pub room: Room,
    /// The rounds of each contest that was made.
    pub rounds: Vec<u16>,
}

impl Room {
    /// The payload of the newest way in.
    fn link(&self) -> String {
        let shown = self.board.bot_messages();
        let mut buttons = shown.iter().rev().flat_map(Message::buttons);
        let url = buttons.find(|button| button.label == "▶ Take part").and_then(|button| button.url);
        url.unwrap().split_once("?start=").unwrap().1.to_owned()
    }

    async fn joins(&self, who: usize) {
        self.phones[who].start(Some(&self.link()));
        press(&self.phones[who], self.before[who], |data| data.starts_with("C:j")).await;
    }

    async fn begins(&self, who: usize, round: u16) {
        let of = |data: &str, what: &str| data.starts_with(what) && data.ends_with(&format!(":{round}"));
        press(&self.phones[who], self.before[who], |data| of(data, "C:r")).await;
        press(&self.phones[who], self.before[who], |data| of(data, "C:b")).await;
    }

    /// Waits until so many of her runs are counted.
    async fn counted(&self, who: usize, runs: u16) {
        let after = self.before[who];
        self.phones[who].wait_for(|shown| different(shown, after, "🧾") >= usize::from(runs)).await;
    }

    /// One joins and plays every round, now faster, now slower than is answered.
    async fn plays(&self, who: usize, rounds: u16, seed: u64) {
        let mut dice = ChaCha8Rng::seed_from_u64(seed + FIRST.unsigned_abs() * who as u64);
        let mut pause = async || tokio::time::sleep(Duration::from_millis(dice.random_range(0..900))).await;
        pause().await;
        self.joins(who).await;
        for round in 1..=rounds {
            pause().await;
            self.begins(who, round).await;
            for text in self.players[who].says[usize::from(round) - 1] {
                self.phones[who].say(text);
                pause().await;
            }
            self.phones[who].say("/end");
            self.counted(who, round).await;
        }
    }

    /// All play at the same time.
    async fn played(&self, rounds: u16, seed: u64) {
        join_all((0..self.players.len()).map(|who| self.plays(who, rounds, seed))).await;
    }

    /// Everybody has her runs handed out.
    async fn hands_out(&self, rounds: u16) {
        for (phone, before) in self.phones.iter().zip(&self.before) {
            press(phone, *before, |data| data.starts_with("C:f")).await;
        }
        for (phone, before) in self.phones.iter().zip(&self.before) {
            let name = |m: &Message| m.json["document"]["file_name"].as_str().map(str::to_owned);
            let files =
                |shown: &[Message]| shown.iter().skip(*before).filter_map(name).collect::<BTreeSet<_>>();
            phone.wait_for(|shown| files(shown).len() >= usize::from(rounds)).await;
        }
    }
}

impl Cup {
    pub async fn new(ground: Ground, players: &'static [Play]) -> Cup {
        let all = Replicas::start(ground).await;
        let phone = |id, lang, name| all.site.fake.phone(id, lang, name).with_patience(SOON * 6);
        let lead = phone(LEAD, "en", "Ann");
        let group = all.site.fake.group(TEAM, "Night shift", &lead);
        group.add_bot(&lead);
        lead.start(None);
        lead.wait_for(|shown| shown.iter().any(|m| m.text().contains("Choose a customer"))).await;
        let phones: Vec<Phone> =
            (FIRST..).zip(players).map(|(id, play)| phone(id, play.lang, play.name)).collect();
        phones.iter().for_each(|phone| group.join(phone));
        let board = lead.in_group(&group).with_patience(SOON * 6);
        let room = Room { board, players, phones, before: Vec::new() };
        Cup { all, room, rounds: Vec::new() }
    }

    /// The lead makes a contest, of one round or two.
    pub async fn create(&mut self, rounds: u16) {
        let board = &self.room.board;
        board.say("/contest");
        // Rounds are turned from three on, and one comes after five.
        for (now, then) in [(3, 4), (4, 5), (5, 1), (1, 2)].into_iter().take(2 + usize::from(rounds)) {
            let (now, then) = (format!("Rounds: {now}"), format!("Rounds: {then}"));
            let shows = |m: &Message| m.buttons().iter().any(|button| button.label == now);
            board.wait_for(|shown| shown.iter().any(shows)).await;
            turn(board, &now, &then).await;
        }
        board.press("✅ Create");
        self.rounds.push(rounds);
        let count = self.rounds.len();
        let is_sealed = |m: &&Message| m.text().contains("The dice are cast and sealed");
        board.wait_for(|shown| shown.iter().filter(is_sealed).count() >= count).await;
        self.all.settle().await;
        self.room.before = self.room.phones.iter().map(|phone| phone.bot_messages().len()).collect();
    }

    /// All play at the same time.
    pub async fn played(&mut self, rounds: u16) {
        self.room.played(rounds, 1).await;
    }

    /// The same while replicas die, end well, and start again.
    pub async fn played_over_deaths(&mut self, rounds: u16, seed: u64) {
        let Cup { all, room, .. } = self;
        let done = Cell::new(false);
        let players = async {
            room.played(rounds, seed).await;
            done.set(true);
        };
        let deaths = async {
            let mut dice = ChaCha8Rng::seed_from_u64(seed);
            while !done.get() {
                tokio::time::sleep(Duration::from_millis(dice.random_range(200..2_500))).await;
                let place = dice.random_range(0..all.running.len());
                match dice.random_range(0..3) {
                    0 => all.stop(place).await,
                    _ => all.kill(place).await,
                }
                all.add().await;
            }
        };
        tokio::join!(players, deaths);
        assert!(self.all.cuts.len() >= 3, "too few deaths to say anything: {}", self.all.cuts.len());
    }

    /// One writes in time, and the replica that her chat belongs to falls asleep before it works on that; her time is over
    /// before another one has taken its place. The others play as they like.
    pub async fn time_runs_out_while_nobody_works_for(&mut self, who: usize) {
        let Cup { all, room, .. } = self;
        join_all((0..room.players.len()).filter(|other| *other != who).map(|other| room.plays(other, 1, 2)))
            .await;
        room.joins(who).await;
        room.begins(who, 1).await;
        room.phones[who].wait_for(|shown| different(shown, room.before[who], "⏳") >= 1).await;
        all.settle().await;
        let share = share_of(room.phones[who].id());
        // Whoever leads is to live on.
        let holder = loop {
            let (holder, lead) = (all.holder(share).await, all.holder(LEADS).await);
            match (holder, lead) {
                (Some(holder), Some(lead)) if holder != lead => break holder,
                (Some(holder), Some(_)) => {
                    all.stop(holder).await;
                    all.add().await;
                }
                _ => {}
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        };
        all.sleep(holder);
        room.phones[who].say(room.players[who].says[0][0]);
        while all.site.count(Key::all_inbox()).await == 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        all.site.pass(ROUND);
        room.counted(who, 1).await;
        all.settle().await;
        all.wake(holder);
    }

    /// The end comes due, and whoever does it dies or sleeps over it. Then everybody gets her files.
    pub async fn closes(&mut self, end: End) {
        let Cup { all, room, rounds } = self;
        let side = match end {
            End::Dies(side) | End::Sleeps(side) => side,
        };
        all.set_trap(side);
        all.site.pass(DAY);
        let place = all.sleeper().await;
        match end {
            End::Dies(_) => {
                all.kill(place).await;
                all.add().await;
            }
            End::Sleeps(_) => {
                while all.holder(LEADS).await.is_none_or(|lead| lead == place) {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
                all.settle().await;
                all.wake(place);
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
        all.settle().await;
        room.hands_out(rounds.last().copied().unwrap()).await;
        all.settle().await;
        self.results_are_what_the_runs_deserve().await;
    }
}
