//! The letters of one chat, waiting in order.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use tokio::time::Instant;

use crate::desk::{Letter, LetterFrame, Post};

use super::Pace;
use super::bucket::Bucket;
use super::call::Put;

/// First and longest wait after a failed call.
const FIRST_WAIT: Duration = Duration::from_millis(500);
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// One chat.
pub(super) struct Line {
    letters: VecDeque<(u64, Letter)>,
    /// The newest versions of boards, by their places in the outbox. They go after all letters.
    boards: BTreeMap<u64, Letter>,
    bucket: Bucket,
    /// How often a message may be turned.
    turns: Bucket,
    /// Before this no board is turned that changes by itself.
    calm: Instant,
    not_before: Instant,
    /// Failed calls in a row, and when the first of them failed.
    failures: u32,
    failing_since: Instant,
    /// Whether "typing" was shown for the first letter.
    announced: bool,
    /// A message that is sent and turns into others with time.
    show: Option<Show>,
    /// Whether a call for this chat is under way.
    pub flying: bool,
    /// Whether that call sends the first letter.
    pub sending: bool,
    /// Whether the letter that is being sent was dropped meanwhile: it is never tried again, and what its call brings is
    /// no news about the letters behind it.
    pub outdated: bool,
}

/// A message that turns into others with time.
struct Show {
    message: i64,
    letter: Letter,
    frames: VecDeque<LetterFrame>,
    next: Instant,
    /// Whether only its end is left, which then goes before any letter.
    over: bool,
}

impl Show {
    /// `None` where nothing is left to turn into.
    fn new(message: i64, letter: Letter, now: Instant) -> Option<Show> {
        let frames: VecDeque<LetterFrame> = letter.frames.iter().cloned().collect();
        let next = now + Duration::from_millis(u64::from(frames.front()?.after_ms));
        Some(Show { message, letter, frames, next, over: false })
    }

    /// The letter as it is to be next; the last one has no buttons.
    fn letter(&self) -> Option<Letter> {
        let text = self.frames.front()?.text.clone();
        let buttons = if self.frames.len() > 1 { self.letter.buttons.clone() } else { Vec::new() };
        Some(Letter { text, buttons, ..Letter::default() })
    }
}

/// What to do for a chat next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Leg {
    /// Show that the customer types.
    Type,
    /// Send the letter with this number.
    Send(u64, Letter),
    /// Turn a message into this.
    Edit(i64, Letter),
    /// Show this version of the board at this place.
    Board(u64, Letter),
}

impl Line {
    /// The line of a chat. Groups are allowed fewer letters than people.
    pub(super) fn new(chat: i64, pace: &Pace, now: Instant) -> Line {
        let (every, burst) = match chat < 0 {
            true => (pace.group_every, pace.group_burst),
            false => (pace.chat_every, pace.chat_burst),
        };
        Line {
            letters: VecDeque::new(),
            boards: BTreeMap::new(),
            bucket: Bucket::new(every, burst, now),
            turns: Bucket::new(pace.chat_every, pace.chat_burst, now),
            calm: now,
            not_before: now,
            failures: 0,
            failing_since: now,
            announced: false,
            show: None,
            flying: false,
            sending: false,
            outdated: false,
        }
    }

    /// Takes a letter in. She has done something else, so what turns with time comes to its end.
    pub(super) fn push(&mut self, post: Post, now: Instant) {
        if post.letter.board.is_some() {
            self.boards.insert(post.seq, post.letter);
            return;
        }
        // Whoever looks the outbox through for what others put there comes upon what is known already.
        if self.letters.iter().any(|(seq, _)| *seq == post.seq) {
            return;
        }
        self.letters.push_back((post.seq, post.letter));
        if let Some(show) = &mut self.show {
            // The turn under way lands as the first; it must not be taken for the end.
            let first = usize::from(self.flying).min(show.frames.len());
            show.frames.drain(first..show.frames.len().saturating_sub(1).max(first));
            show.next = now;
            show.over = true;
        }
    }

    /// When the next call may be made; `None` without a letter, or one to turn.
    pub(super) fn due(&self) -> Option<Instant> {
        if let Some(show) = self.turn() {
            return Some(self.not_before.max(self.bucket.ready()).max(show.next));
        }
        let Some((_, letter)) = self.letters.front() else {
            let board = self.board()?.1;
            let free = if board.prompt { self.not_before } else { self.calm };
            return Some(self.not_before.max(free).max(self.turns.ready()));
        };
        let free = if letter.typing && !self.announced { self.not_before } else { self.bucket.ready() };
        Some(self.not_before.max(free))
    }

    /// The board to show next: one that answers a press, else the first.
    fn board(&self) -> Option<(u64, &Letter)> {
        let prompt = self.boards.iter().find(|(_, letter)| letter.prompt);
        prompt.or_else(|| self.boards.first_key_value()).map(|(seq, letter)| (*seq, letter))
    }

    /// A board was shown, or need not be: this version of it is done with. One that came meanwhile stays.
    pub(super) fn shown(&mut self, seq: u64, letter: &Letter, put: Put, pace: &Pace, now: Instant) {
        if self.boards.get(&seq).is_some_and(|newest| newest == letter) {
            self.boards.remove(&seq);
        }
        if put == Put::Sent {
            self.bucket.take(now);
        }
        if put != Put::Idle {
            self.turns.take(now);
            self.calm = now + pace.board_every;
            self.failures = 0;
        }
    }

    /// A board is not to be shown any more.
    pub(super) fn forget(&mut self, seq: u64) {
        self.boards.remove(&seq);
    }

    /// The message to turn, where that comes next: its end before all letters, anything else after them.
    fn turn(&self) -> Option<&Show> {
        self.show.as_ref().filter(|show| show.over || self.letters.is_empty())
    }

    /// The next call.
    pub(super) fn leg(&self) -> Option<Leg> {
        if let Some(show) = self.turn() {
            return Some(Leg::Edit(show.message, show.letter()?));
        }
        let Some((seq, letter)) = self.letters.front() else {
            let (seq, letter) = self.board()?;
            return Some(Leg::Board(seq, letter.clone()));
        };
        let typing = letter.typing && !self.announced;
        Some(if typing { Leg::Type } else { Leg::Send(*seq, letter.clone()) })
    }

    /// Typing was shown, or could not be: either way the letter comes after the pause.
    pub(super) fn typed(&mut self, pace: &Pace, now: Instant) {
        self.announced = true;
        let pause = self.letters.front().map(|(_, letter)| pace.pause(&letter.text));
        self.not_before = self.not_before.max(now + pause.unwrap_or_default());
    }

    /// A message was turned, or could not be: either way the next turn comes in its time.
    pub(super) fn turned(&mut self, now: Instant) {
        self.bucket.take(now);
        let Some(mut show) = self.show.take() else { return };
        show.frames.pop_front();
        if let Some(frame) = show.frames.front() {
            let then = show.next + Duration::from_millis(u64::from(frame.after_ms));
            show.next = if show.over { now } else { then.max(now) };
            self.show = Some(show);
        }
    }

    /// The first letter was sent as this message (`None` where it never will be).
    pub(super) fn sent(&mut self, message: Option<i64>, now: Instant) {
        let letter = self.letters.pop_front();
        let show = letter.zip(message).and_then(|((_, letter), message)| Show::new(message, letter, now));
        self.show = show.or(self.show.take());
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
        if self.failures == 0 {
            self.failing_since = now;
        }
        let wait = FIRST_WAIT * 2_u32.saturating_pow(self.failures.min(10));
        self.failures = self.failures.saturating_add(1);
        self.not_before = now + wait.min(LONGEST_WAIT);
    }

    /// Whether its last call failed.
    pub(super) fn is_doubtful(&self) -> bool {
        self.failures > 0
    }

    /// How long its calls had failed at that moment; `None` where they had not.
    pub(super) fn failing_until(&self, moment: Instant) -> Option<Duration> {
        (self.failures > 0).then(|| moment.saturating_duration_since(self.failing_since))
    }

    /// Takes all letters out; gives their numbers.
    pub(super) fn empty(&mut self) -> Vec<u64> {
        self.announced = false;
        self.failures = 0;
        self.show = None;
        let boards = std::mem::take(&mut self.boards).into_keys();
        self.letters.drain(..).map(|(seq, _)| seq).chain(boards).collect()
    }

    /// Takes all letters out but the one that is being sent, which is marked; gives their numbers. What turns with time
    /// stays as it is.
    pub(super) fn cut(&mut self) -> Vec<u64> {
        self.outdated = self.sending;
        self.show = None;
        let kept = usize::from(self.sending).min(self.letters.len());
        let boards = std::mem::take(&mut self.boards).into_keys();
        self.letters.drain(kept..).map(|(seq, _)| seq).chain(boards).collect()
    }

    /// The first letter is not to be sent any more, and costs the chat nothing; gives its number.
    pub(super) fn skip(&mut self) -> Option<u64> {
        self.announced = false;
        self.failures = 0;
        self.letters.pop_front().map(|(seq, _)| seq)
    }

    /// Whether the line may be forgotten.
    pub(super) fn is_idle(&self, now: Instant) -> bool {
        self.letters.is_empty()
            && self.boards.is_empty()
            && self.show.is_none()
            && !self.flying
            && self.bucket.is_full(now)
            && self.turns.is_full(now)
            && self.calm <= now
            && self.not_before <= now
    }
}
