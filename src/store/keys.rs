//! The layout of the keys. A key is one letter for the kind, then its numbers in big-endian order with the sign
//! bit of signed ones flipped, so that bytes sort as the numbers do and one range covers one question.

use std::fmt;
use std::ops::Range;

use crate::base::id::{SessionId, TraineeId};
use crate::base::time::Moment;

const CARD: u8 = b'k';
const COUNTER: u8 = b'c';
const EVENT: u8 = b'e';
const INBOX: u8 = b'i';
const OUTBOX: u8 = b'o';
const PROFILE: u8 = b'p';
const SEEN: u8 = b'r';
const SESSION: u8 = b's';
const TIMER: u8 = b't';
const THANKS: u8 = b'u';

/// Where an entry is kept. Made by the constructors below only; bytes that start with 0 belong to the engines.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(Vec<u8>);

/// What a key says, for reading the results of a scan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyName {
    /// What is known of a trainee.
    Profile(TraineeId),
    /// The `seq`-th event of a session, from 0.
    SessionEvent(SessionId, u32),
    /// What is known of a session as a whole.
    SessionMeta(SessionId),
    /// An update that was taken in and is not done.
    Inbox(u64),
    /// An update that is done.
    Seen(u64),
    /// The `seq`-th message to a chat.
    Outbox {
        /// The chat's id; negative for groups.
        chat: i64,
        /// Order within the chat.
        seq: u64,
    },
    /// A card of the team's library.
    Card(u64),
    /// A trainee's thanks for a card.
    Thanks(u64, TraineeId),
    /// A trainee to be woken at a moment.
    Timer(Moment, TraineeId),
    /// A named number or another single thing.
    Counter(String),
}

/// Constructors, one for each kind of thing kept.
impl Key {
    /// What is known of a trainee.
    pub fn profile(trainee: TraineeId) -> Key {
        build(PROFILE).signed(trainee.0).key()
    }

    /// The `seq`-th event of a session.
    pub fn session_event(session: SessionId, seq: u32) -> Key {
        build(EVENT).session(session).word(seq).key()
    }

    /// What is known of a session as a whole.
    pub fn session_meta(session: SessionId) -> Key {
        build(SESSION).session(session).key()
    }

    /// An update that was taken in and is not done.
    pub fn inbox(update_id: u64) -> Key {
        build(INBOX).long(update_id).key()
    }

    /// An update that is done.
    pub fn seen(update_id: u64) -> Key {
        build(SEEN).long(update_id).key()
    }

    /// The `seq`-th message to a chat.
    pub fn outbox(chat: i64, seq: u64) -> Key {
        build(OUTBOX).signed(chat).long(seq).key()
    }

    /// A trainee to be woken at a moment. One timer for each trainee and moment.
    pub fn timer(at: Moment, trainee: TraineeId) -> Key {
        build(TIMER).signed(at.0).signed(trainee.0).key()
    }

    /// A card of the team's library. Its number tells nothing about whose it is: it goes out on buttons.
    pub fn card(card: u64) -> Key {
        build(CARD).long(card).key()
    }

    /// A trainee's thanks for a card.
    pub fn thanks(card: u64, trainee: TraineeId) -> Key {
        build(THANKS).long(card).signed(trainee.0).key()
    }

    /// A named number or another single thing of the program's own. Not for anything a trainee wrote: names
    /// show in errors.
    pub fn counter(name: &str) -> Key {
        build(COUNTER).text(name).key()
    }
}

/// Ranges, one for each question asked of a scan.
impl Key {
    /// All updates that are not done, oldest first.
    pub fn all_inbox() -> Range<Key> {
        build(INBOX).range()
    }

    /// The done updates with ids below `update_id`: what may be forgotten.
    pub fn seen_below(update_id: u64) -> Range<Key> {
        build(SEEN).key()..Key::seen(update_id)
    }

    /// All messages to be sent, by chat, each chat in order.
    pub fn all_outbox() -> Range<Key> {
        build(OUTBOX).range()
    }

    /// The messages to be sent to a chat, in order.
    pub fn outbox_of(chat: i64) -> Range<Key> {
        build(OUTBOX).signed(chat).range()
    }

    /// All events of a session, in order.
    pub fn events_of(session: SessionId) -> Range<Key> {
        build(EVENT).session(session).range()
    }

    /// All events of all sessions of a trainee, session by session.
    pub fn events_by(trainee: TraineeId) -> Range<Key> {
        build(EVENT).signed(trainee.0).range()
    }

    /// The sessions of a trainee (their meta entries), oldest first.
    pub fn sessions_of(trainee: TraineeId) -> Range<Key> {
        build(SESSION).signed(trainee.0).range()
    }

    /// All cards of the library.
    pub fn all_cards() -> Range<Key> {
        build(CARD).range()
    }

    /// All thanks, by card.
    pub fn all_thanks() -> Range<Key> {
        build(THANKS).range()
    }

    /// All thanks for a card.
    pub fn thanks_for(card: u64) -> Range<Key> {
        build(THANKS).long(card).range()
    }

    /// The timers due at `now` or earlier, earliest first.
    pub fn timers_due(now: Moment) -> Range<Key> {
        build(TIMER).key()..build(TIMER).signed(now.0).range().end
    }

    /// All timers, earliest first: the first one says how long to sleep.
    pub fn all_timers() -> Range<Key> {
        build(TIMER).range()
    }

    /// All trainees.
    pub fn all_profiles() -> Range<Key> {
        build(PROFILE).range()
    }

    /// Everything, for exports.
    pub fn everything() -> Range<Key> {
        Key(vec![1])..Key(vec![u8::MAX])
    }

    /// The least key above this one: where the next page of a scan starts.
    pub fn next(&self) -> Key {
        let mut bytes = self.0.clone();
        bytes.push(0);
        Key(bytes)
    }
}

/// Bytes and back.
impl Key {
    /// The bytes, which sort as the keys do.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    // For engines only: what a scan found on disk.
    pub(super) fn found(bytes: &[u8]) -> Key {
        Key(bytes.to_vec())
    }

    /// What the key says; `None` for bytes that no constructor makes.
    pub fn name(&self) -> Option<KeyName> {
        let (kind, rest) = self.0.split_first()?;
        let mut rest = Reader(rest);
        let name = match *kind {
            CARD => KeyName::Card(rest.long()?),
            THANKS => KeyName::Thanks(rest.long()?, TraineeId(rest.signed()?)),
            COUNTER => KeyName::Counter(rest.text()?),
            EVENT => KeyName::SessionEvent(rest.session()?, rest.word()?),
            INBOX => KeyName::Inbox(rest.long()?),
            OUTBOX => KeyName::Outbox { chat: rest.signed()?, seq: rest.long()? },
            PROFILE => KeyName::Profile(TraineeId(rest.signed()?)),
            SEEN => KeyName::Seen(rest.long()?),
            SESSION => KeyName::SessionMeta(rest.session()?),
            TIMER => KeyName::Timer(Moment(rest.signed()?), TraineeId(rest.signed()?)),
            _ => return None,
        };
        rest.0.is_empty().then_some(name)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name() {
            Some(KeyName::Profile(trainee)) => write!(f, "profile/{}", trainee.0),
            Some(KeyName::SessionEvent(session, seq)) => write!(f, "event/{session}/{seq}"),
            Some(KeyName::SessionMeta(session)) => write!(f, "session/{session}"),
            Some(KeyName::Inbox(update)) => write!(f, "inbox/{update}"),
            Some(KeyName::Seen(update)) => write!(f, "seen/{update}"),
            Some(KeyName::Outbox { chat, seq }) => write!(f, "outbox/{chat}/{seq}"),
            Some(KeyName::Timer(at, trainee)) => write!(f, "timer/{}/{}", at.0, trainee.0),
            Some(KeyName::Card(card)) => write!(f, "card/{card}"),
            Some(KeyName::Thanks(card, trainee)) => write!(f, "thanks/{card}/{}", trainee.0),
            Some(KeyName::Counter(name)) => write!(f, "counter/{name}"),
            None => self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}")),
        }
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

const SIGN: u64 = 1 << 63;

struct Builder(Vec<u8>);

fn build(kind: u8) -> Builder {
    Builder(vec![kind])
}

impl Builder {
    fn text(mut self, text: &str) -> Builder {
        self.0.extend_from_slice(text.as_bytes());
        self
    }

    fn word(mut self, number: u32) -> Builder {
        self.0.extend_from_slice(&number.to_be_bytes());
        self
    }

    fn long(mut self, number: u64) -> Builder {
        self.0.extend_from_slice(&number.to_be_bytes());
        self
    }

    fn signed(self, number: i64) -> Builder {
        self.long(number.cast_unsigned() ^ SIGN)
    }

    fn session(self, session: SessionId) -> Builder {
        self.signed(session.trainee.0).word(session.number)
    }

    fn key(self) -> Key {
        Key(self.0)
    }

    // All keys that start with what is built so far. The end is the prefix plus one; bytes that overflow drop
    // out, and the kind never does, because it is an ASCII letter.
    fn range(self) -> Range<Key> {
        let mut end = self.0.clone();
        while end.last() == Some(&u8::MAX) {
            end.pop();
        }
        if let Some(last) = end.last_mut() {
            *last += 1;
        }
        Key(self.0)..Key(end)
    }
}

struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn text(&mut self) -> Option<String> {
        String::from_utf8(std::mem::take(&mut self.0).to_vec()).ok()
    }

    fn word(&mut self) -> Option<u32> {
        let (head, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u32::from_be_bytes(*head))
    }

    fn long(&mut self) -> Option<u64> {
        let (head, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u64::from_be_bytes(*head))
    }

    fn signed(&mut self) -> Option<i64> {
        Some((self.long()? ^ SIGN).cast_signed())
    }

    fn session(&mut self) -> Option<SessionId> {
        Some(SessionId { trainee: TraineeId(self.signed()?), number: self.word()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SESSION_1: SessionId = SessionId { trainee: TraineeId(-5), number: 1 };

    #[test]
    fn every_kind_of_key_reads_back_and_has_a_name_of_its_own() {
        let named = [
            (Key::profile(TraineeId(7)), KeyName::Profile(TraineeId(7)), "profile/7"),
            (Key::session_event(SESSION_1, 2), KeyName::SessionEvent(SESSION_1, 2), "event/-5-1/2"),
            (Key::session_meta(SESSION_1), KeyName::SessionMeta(SESSION_1), "session/-5-1"),
            (Key::inbox(3), KeyName::Inbox(3), "inbox/3"),
            (Key::seen(3), KeyName::Seen(3), "seen/3"),
            (Key::outbox(-1, 4), KeyName::Outbox { chat: -1, seq: 4 }, "outbox/-1/4"),
            (Key::timer(Moment(9), TraineeId(8)), KeyName::Timer(Moment(9), TraineeId(8)), "timer/9/8"),
            (Key::counter("week"), KeyName::Counter("week".to_owned()), "counter/week"),
        ];
        for (key, name, text) in named {
            assert_eq!((key.name(), key.to_string()), (Some(name), text.to_owned()));
            assert!(Key::everything().contains(&key));
        }
    }

    #[test]
    fn bytes_that_no_constructor_makes_have_no_name() {
        for bytes in [&b""[..], b"z", b"p123", b"i123456789", b"c\xff"] {
            assert_eq!(Key::found(bytes).name(), None);
        }
    }

    #[test]
    fn ranges_end_where_the_next_owner_begins() {
        assert!(Key::outbox_of(-1).contains(&Key::outbox(-1, u64::MAX)));
        assert!(!Key::outbox_of(-1).contains(&Key::outbox(0, 0)));
        assert!(Key::outbox_of(i64::MAX).contains(&Key::outbox(i64::MAX, u64::MAX)));
        assert!(!Key::sessions_of(TraineeId(-5)).contains(&Key::session_event(SESSION_1, 0)));
        assert!(Key::all_timers().contains(&Key::timer(Moment(i64::MAX), TraineeId(i64::MAX))));
        assert!(!Key::seen_below(4).contains(&Key::seen(4)));
    }

    proptest! {
        #[test]
        fn keys_sort_as_their_numbers_do(a: (i64, u64), b: (i64, u64)) {
            prop_assert_eq!(Key::outbox(a.0, a.1).cmp(&Key::outbox(b.0, b.1)), a.cmp(&b));
        }

        #[test]
        fn a_session_holds_its_own_events_only(a: (i64, u32), b: (i64, u32), seq: u32) {
            let session = |(id, number)| SessionId { trainee: TraineeId(id), number };
            let inside = Key::events_of(session(a)).contains(&Key::session_event(session(b), seq));
            prop_assert_eq!(inside, a == b);
            prop_assert!(Key::events_of(session(a)).contains(&Key::session_event(session(a), seq)));
        }

        #[test]
        fn a_timer_is_due_from_its_moment_on(at: i64, now: i64, trainee: i64) {
            let key = Key::timer(Moment(at), TraineeId(trainee));
            prop_assert_eq!(Key::timers_due(Moment(now)).contains(&key), at <= now);
        }

        #[test]
        fn the_next_key_is_above_and_below_all_that_follow(a: u64) {
            prop_assume!(a < u64::MAX);
            prop_assert!(Key::inbox(a).next() > Key::inbox(a));
            prop_assert!(Key::inbox(a).next() < Key::inbox(a + 1));
        }
    }
}
