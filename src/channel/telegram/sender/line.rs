//! The letters of one chat, waiting in order.

use std::collections::VecDeque;
use std::time::Duration;

use tokio::time::Instant;

use crate::desk::{Letter, Post};

use super::Pace;
use super::bucket::Bucket;

/// First and longest wait after a failed call.
const FIRST_WAIT: Duration = Duration::from_millis(500);
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// One chat.
pub(super) struct Line {
    letters: VecDeque<(u64, Letter)>,
    bucket: Bucket,
    not_before: Instant,
    failures: u32,
    /// Whether "typing" was shown for the first letter.
    announced: bool,
    /// Whether a call for this chat is under way.
    pub flying: bool,
}

/// What to do for a chat next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Leg {
    /// Show that the customer types.
    Type,
    /// Send the letter with this number.
    Send(u64, Letter),
}

impl Line {
    pub(super) fn new(pace: &Pace, now: Instant) -> Line {
        let bucket = Bucket::new(pace.chat_every, pace.chat_burst, now);
        Line {
            letters: VecDeque::new(),
            bucket,
            not_before: now,
            failures: 0,
            announced: false,
            flying: false,
        }
    }

    pub(super) fn push(&mut self, post: Post) {
        self.letters.push_back((post.seq, post.letter));
    }

    /// When the next call may be made; `None` without a letter.
    pub(super) fn due(&self) -> Option<Instant> {
        let letter = &self.letters.front()?.1;
        let free = if letter.typing && !self.announced { self.not_before } else { self.bucket.ready() };
        Some(self.not_before.max(free))
    }

    /// The next call.
    pub(super) fn leg(&self) -> Option<Leg> {
        let (seq, letter) = self.letters.front()?;
        let typing = letter.typing && !self.announced;
        Some(if typing { Leg::Type } else { Leg::Send(*seq, letter.clone()) })
    }

    /// Typing was shown, or could not be: either way the letter comes after the pause.
    pub(super) fn typed(&mut self, pace: &Pace, now: Instant) {
        self.announced = true;
        let pause = self.letters.front().map(|(_, letter)| pace.pause(&letter.text));
        self.not_before = self.not_before.max(now + pause.unwrap_or_default());
    }

    /// The first letter was sent, or never will be.
    pub(super) fn sent(&mut self, now: Instant) {
        self.letters.pop_front();
        self.bucket.take(now);
        self.announced = false;
        self.failures = 0;
    }

    /// The first letter's number, and what to send where its file is refused; `None` for one without a file.
    pub(super) fn plain(&self) -> Option<(u64, Letter)> {
        let (seq, letter) = self.letters.front()?;
        letter.without_file().map(|plain| (*seq, plain))
    }

    /// The first letter goes out in another form.
    pub(super) fn replace(&mut self, letter: Letter) {
        if let Some((_, first)) = self.letters.front_mut() {
            *first = letter;
        }
    }

    /// Telegram asks for silence.
    pub(super) fn freeze(&mut self, seconds: u64, now: Instant) {
        self.not_before = now + Duration::from_secs(seconds);
    }

    /// The call failed; the next one waits, each time twice as long.
    pub(super) fn failed(&mut self, now: Instant) {
        let wait = FIRST_WAIT * 2_u32.saturating_pow(self.failures.min(10));
        self.failures = self.failures.saturating_add(1);
        self.not_before = now + wait.min(LONGEST_WAIT);
    }

    /// Takes all letters out; gives their numbers.
    pub(super) fn empty(&mut self) -> Vec<u64> {
        self.announced = false;
        self.failures = 0;
        self.letters.drain(..).map(|(seq, _)| seq).collect()
    }

    /// Whether the line may be forgotten.
    pub(super) fn is_idle(&self, now: Instant) -> bool {
        self.letters.is_empty() && !self.flying && self.bucket.is_full(now) && self.not_before <= now
    }
}
