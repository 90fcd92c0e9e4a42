//! Trainees at their phones: they start, choose a customer, talk to him, end it, answer the three questions, and begin again.
//! None of them waits for ever: who gets no answer goes on all the same, as people do.

use std::time::{Duration, Instant};

use rand::Rng;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

use crate::botapi::{FakeTelegram, Phone};

/// What no output may hold: the beginning of every name, and of a word in every message. No word of any language.
pub const MARK: &str = "zqx";

/// What they write, before the word that marks it.
const SAID: [&str; 12] = [
    "您好，我是客服小王，很抱歉给您添了这么大的麻烦",
    "我明白，等了这么久还没有解决，换成我也会着急",
    "能请您告诉我一下具体是什么时候出现的问题吗",
    "好的，我现在就为您核实，半小时之内给您回电话",
    "這件事確實是我們的疏忽，我向您道歉",
    "您看这样行不行，我先帮您登记，再安排人上门",
    "这跟我有什么关系，您自己想办法",
    "请您冷静一点",
    "感谢您的耐心，我已经查到了您的订单",
    "您说得对，是我们没有及时通知您",
    "除了这个，您还有什么别的要求吗",
    "我理解您的心情",
];

/// How long somebody waits for an answer before she goes on, at least.
const PATIENCE: Duration = Duration::from_secs(7);
/// How long she has to wait for each of all who are at it: a bot sends 25 letters a second to all together, and every deed leads to
/// some three. Where people went on faster than that for long, letters would wait for hours.
const TURN: Duration = Duration::from_millis(160);

/// A trainee.
pub struct Trainee {
    phone: Phone,
    /// What she has done so far.
    pub deeds: usize,
    next: Instant,
    /// The bot's messages when she last did something, and when that was.
    last: (usize, Instant),
    /// The bot's messages when she last looked.
    seen: usize,
    /// Messages whose buttons she is done with.
    used: Vec<i64>,
    patience: Duration,
}

impl Trainee {
    /// Somebody, of so many, who has not started the bot.
    pub fn new(fake: &FakeTelegram, number: usize, of: usize, dice: &mut ChaCha8Rng) -> Trainee {
        let id = 1_000 + number as i64;
        let lang = ["zh-hans", "zh-hant"][number % 2];
        let phone = fake.phone(id, lang, &format!("{MARK}name{id}"));
        let now = Instant::now();
        let patience = PATIENCE.max(TURN * u32::try_from(of).unwrap_or(u32::MAX));
        let next = now + Duration::from_millis(dice.random_range(0..4_000));
        Trainee { phone, deeds: 0, next, last: (0, now), seen: 0, used: Vec::new(), patience }
    }

    /// Her chat.
    pub fn id(&self) -> i64 {
        self.phone.id()
    }

    /// Does what she would do now, if it is time.
    pub fn live(&mut self, fake: &FakeTelegram, dice: &mut ChaCha8Rng) {
        let now = Instant::now();
        if now < self.next {
            return;
        }
        let seen = fake.glimpse(self.id());
        // She reads to the end before she goes on: while messages still come, she waits.
        let coming = seen.sent != self.seen;
        self.seen = seen.sent;
        let answered = seen.sent != self.last.0 && !coming;
        if self.deeds > 0 && !answered && (coming || now < self.last.1 + self.patience) {
            self.next = now + Duration::from_millis(1_100);
            return;
        }
        self.last = (seen.sent, now);
        self.act(seen.buttons, dice);
        self.next = now + Duration::from_millis(dice.random_range(250..1_500));
    }

    fn act(&mut self, buttons: Vec<(i64, Vec<String>)>, dice: &mut ChaCha8Rng) {
        for (message, data) in buttons {
            if self.used.contains(&message) {
                continue;
            }
            if let Some(press) = choose(&data, dice) {
                // A button is pressed once.
                self.used.push(message);
                if let Some(data) = press {
                    self.phone.press_data(message, &data);
                    self.deeds += 1;
                    return;
                }
            }
        }
        self.talk(dice);
    }

    /// Writes: mostly one message, sometimes several at once, sometimes something else.
    fn talk(&mut self, dice: &mut ChaCha8Rng) {
        if self.deeds == 0 {
            self.phone.start(None);
            self.deeds += 1;
            return;
        }
        match dice.random_range(0..100) {
            0..5 => self.command(["/hint", "/mood", "/why", "/help"].choose(dice).unwrap_or(&"/help")),
            5..11 => self.command("/end"),
            11..13 => self.command("/menu"),
            13..15 => {
                self.phone.send_sticker("😀");
                self.deeds += 1;
            }
            15..22 => (0..3).for_each(|_| self.say(dice)),
            _ => self.say(dice),
        }
    }

    fn command(&mut self, command: &str) {
        self.phone.say(command);
        self.deeds += 1;
    }

    fn say(&mut self, dice: &mut ChaCha8Rng) {
        let words = SAID.choose(dice).unwrap_or(&SAID[0]);
        self.phone.say(&format!("{words} {MARK}{}n{}", self.id(), self.deeds));
        self.deeds += 1;
    }
}

/// Which of a message's buttons to press; `Some(None)` for one that she would rather answer in words; `None` where there is
/// nothing for her.
fn choose(data: &[String], dice: &mut ChaCha8Rng) -> Option<Option<String>> {
    let mut one = |begin: &str, chance: f64| {
        let all: Vec<&String> = data.iter().filter(|data| data.starts_with(begin)).collect();
        let chosen = all.choose(dice).map(|data| (*data).clone())?;
        Some(dice.random_bool(chance).then_some(chosen))
    };
    // A briefing's, a list's, a question's, those after a conversation, and how she feels.
    ["b:", "i:", "s:", "a:", "k:"]
        .into_iter()
        .zip([1.0, 1.0, 0.3, 0.9, 0.5])
        .find_map(|(begin, chance)| one(begin, chance))
}

/// Everything that would give somebody away: pieces of what is written, names, and the mark of both.
pub fn given_away(text: &str) -> Option<&'static str> {
    let lower = text.to_ascii_lowercase();
    if lower.contains(MARK) {
        return Some("a marked word or a name");
    }
    SAID.iter().any(|said| said.split('，').any(|part| text.contains(part))).then_some("words of a message")
}
