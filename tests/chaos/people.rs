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

/// How long somebody waits for an answer before she goes on.
const PATIENCE: Duration = Duration::from_secs(7);

/// A trainee.
pub struct Trainee {
    phone: Phone,
    /// What she has done so far.
    pub deeds: usize,
    next: Instant,
    /// The bot's messages when she last did something, and when that was.
    last: (usize, Instant),
    asked_at: Option<i64>,
}

impl Trainee {
    /// Somebody who has not started the bot.
    pub fn new(fake: &FakeTelegram, number: usize, dice: &mut ChaCha8Rng) -> Trainee {
        let id = 1_000 + number as i64;
        let lang = ["zh-hans", "zh-hant"][number % 2];
        let phone = fake.phone(id, lang, &format!("{MARK}name{id}"));
        let now = Instant::now();
        let next = now + Duration::from_millis(dice.random_range(0..4_000));
        Trainee { phone, deeds: 0, next, last: (0, now), asked_at: None }
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
        if self.deeds > 0 && seen.sent == self.last.0 && now < self.last.1 + PATIENCE {
            self.next = now + Duration::from_millis(100);
            return;
        }
        self.last = (seen.sent, now);
        self.act(seen.buttons, dice);
        self.next = now + Duration::from_millis(dice.random_range(250..1_500));
    }

    fn act(&mut self, buttons: Option<(i64, Vec<String>)>, dice: &mut ChaCha8Rng) {
        // A button is pressed once; after that, its message is done with.
        let fresh = buttons.filter(|(message, _)| self.asked_at != Some(*message));
        let Some((message, data)) = fresh else { return self.talk(dice) };
        let begins = |begin: &str| data.iter().filter(|data| data.starts_with(begin)).collect::<Vec<_>>();
        let ways = ["i:", "b:", "s:", "a:", "k:"]
            .map(|begin| begins(begin).choose(dice).map(|data| (*data).clone()));
        let press = match ways {
            [_, Some(begin), ..] => Some(begin),
            [Some(brief), ..] => Some(brief),
            // One in three skips a question, the others answer.
            [_, _, Some(skip), ..] => dice.random_bool(0.3).then_some(skip),
            [_, _, _, Some(again), _] => Some(again),
            [_, _, _, _, Some(feeling)] => dice.random_bool(0.5).then_some(feeling),
            _ => None,
        };
        self.asked_at = Some(message);
        match press {
            Some(data) => {
                self.phone.press_data(message, &data);
                self.deeds += 1;
            }
            None => self.talk(dice),
        }
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

/// Everything that would give somebody away: pieces of what is written, names, and the mark of both.
pub fn given_away(text: &str) -> Option<&'static str> {
    let lower = text.to_ascii_lowercase();
    if lower.contains(MARK) {
        return Some("a marked word or a name");
    }
    SAID.iter().any(|said| said.split('，').any(|part| text.contains(part))).then_some("words of a message")
}
