//! People who write: all at once, to find out how much a bot can take, and steadily, to find out how long each waits.

use std::collections::{HashMap, VecDeque};
use std::time::{Duration, Instant};

use crate::botapi::{Call, FakeTelegram, Phone};
use crate::bots::Kind;
use crate::world::{CHINESE, ENGLISH};

/// After how long without a letter nothing more is expected, where every update has had one.
const QUIET: Duration = Duration::from_millis(700);
/// After how long without a letter a bot has failed.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often the log of calls is looked at.
const LOOK: Duration = Duration::from_millis(20);

/// A Telegram and those who write to its bot.
pub struct Crowd {
    pub fake: FakeTelegram,
    kind: Kind,
    people: Vec<Person>,
    next: usize,
    seen: usize,
}

struct Person {
    phone: Phone,
    words: [&'static str; 6],
    step: usize,
    /// The message the button is on.
    message: i64,
}

/// What became of many updates at once.
pub struct Flood {
    /// From the first update to the last letter.
    pub took: Duration,
    /// Calls that the bot made meanwhile, but for those that ask for updates.
    pub calls: usize,
}

impl Person {
    /// The next thing in her round: she opens a customer, begins, writes six messages, and throws it away.
    fn write(&mut self, kind: Kind) {
        match self.step % 9 {
            0 => self.message = self.phone.start(Some("wrong_dish")),
            1 if kind == Kind::Echo => drop(self.phone.say("b:wrong_dish")),
            1 => drop(self.phone.press_data(self.message, "b:wrong_dish")),
            8 => drop(self.phone.say("/cancel")),
            step => drop(self.phone.say(self.words[step - 2])),
        }
        self.step += 1;
    }
}

impl Crowd {
    pub fn new(kind: Kind, chats: usize) -> Crowd {
        let fake = FakeTelegram::start();
        let person = |n: usize| {
            let (lang, words) = if n.is_multiple_of(2) { ("zh-hans", CHINESE) } else { ("en", ENGLISH) };
            let phone = fake.phone(1_000 + i64::try_from(n).unwrap(), lang, "Lin");
            Person { phone, words, step: 0, message: 0 }
        };
        let people = (0..chats).map(person).collect();
        Crowd { fake, kind, people, next: 0, seen: 0 }
    }

    /// Updates of one pass: whole rounds of everybody where they are few.
    pub fn a_pass(&self) -> usize {
        if self.people.len() == 1 { 450 } else { 2_700 }
    }

    /// So many updates wait at once, of everybody in turn.
    pub fn flood(&mut self, updates: usize) -> Flood {
        self.seen += self.fake.calls_since(self.seen).len();
        let began = Instant::now();
        for _ in 0..updates {
            self.write();
        }
        let (mut last, mut calls, mut letters) = (began, 0, 0);
        // The echo's last letter is known by its number; Xiaoqi's bubbles are not.
        while letters < updates || self.kind != Kind::Echo && last.elapsed() < QUIET {
            assert!(last.elapsed() < PATIENCE, "{letters} letters for {updates} updates");
            std::thread::sleep(LOOK);
            for call in self.news() {
                calls += usize::from(call.method != "getUpdates");
                if call.method == "sendMessage" {
                    (last, letters) = (call.at, letters + 1);
                }
            }
        }
        Flood { took: last - began, calls }
    }

    /// So many updates a second for so long; how long each waited for its first letter to arrive at Telegram. In one chat the letters of
    /// two updates cannot be told apart, so that a letter counts for the oldest update that waits.
    pub fn steadily(&mut self, rate: f64, during: Duration) -> Vec<Duration> {
        self.seen += self.fake.calls_since(self.seen).len();
        let (began, mut waiting) = (Instant::now(), HashMap::<i64, VecDeque<Instant>>::new());
        let updates = (rate * during.as_secs_f64()) as usize;
        let mut written = 0;
        while written < updates {
            let due = (began.elapsed().as_secs_f64() * rate) as usize;
            for _ in written..due.min(updates) {
                let chat = self.people[self.next].phone.id();
                waiting.entry(chat).or_default().push_back(Instant::now());
                self.write();
            }
            written = due.min(updates).max(written);
            std::thread::sleep(Duration::from_micros(500));
        }
        let (written, mut late) = (Instant::now(), Vec::new());
        while late.len() < updates {
            assert!(written.elapsed() < PATIENCE, "{} of {updates} updates were answered", late.len());
            std::thread::sleep(LOOK);
            for call in self.news().iter().filter(|call| call.method == "sendMessage") {
                // Numbers are sent as numbers or as text.
                let id = &call.params["chat_id"];
                let chat = id.as_i64().or_else(|| id.as_str()?.parse().ok()).expect("a chat");
                let queue = waiting.get_mut(&chat);
                if let Some(since) = queue.and_then(|queue| queue.pop_front_if(|since| *since <= call.at)) {
                    late.push(call.at - since);
                }
            }
        }
        late
    }

    fn write(&mut self) {
        self.people[self.next].write(self.kind);
        self.next = (self.next + 1) % self.people.len();
    }

    fn news(&mut self) -> Vec<Call> {
        let calls = self.fake.calls_since(self.seen);
        self.seen += calls.len();
        calls
    }
}
