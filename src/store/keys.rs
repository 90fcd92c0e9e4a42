//! The layout of the keys. A key is one letter for the kind, then its numbers in big-endian order with the sign
//! bit of signed ones flipped, so that bytes sort as the numbers do and one range covers one question.

mod bytes;
mod cohort;
mod contest;
mod door;
mod fleet;

use std::fmt;
use std::ops::Range;

use crate::base::id::{SessionId, TraineeId};
use crate::base::time::Moment;

use bytes::{Reader, build};
pub use cohort::Nudge;
pub use fleet::InFleet;

const ADMISSION: u8 = b'x';
const ALARM: u8 = b'a';
const ASSIGNMENT: u8 = b'v';
const BOARD: u8 = b'b';
const CARD: u8 = b'k';
const CODE: u8 = b'd';
const CONTEST: u8 = b'n';
const COUNTER: u8 = b'c';
const ENTRANT: u8 = b'j';
const EVENT: u8 = b'e';
const FLEET: u8 = b'y';
const DRAFT: u8 = b'f';
const GROUP: u8 = b'q';
const INBOX: u8 = b'i';
const MEMBER: u8 = b'm';
const NUDGE: u8 = b'w';
const ORGANISATION: u8 = b'g';
const OUTBOX: u8 = b'o';
const PROFILE: u8 = b'p';
const RELEASE: u8 = b'l';
const SEEN: u8 = b'r';
const SESSION: u8 = b's';
const SHELF: u8 = b'h';
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
    /// Whether somebody, or a group, was let in.
    Admission(TraineeId),
    /// A trainee to be woken at a moment.
    Timer(Moment, TraineeId),
    /// Something that is to happen in a chat at a moment: what, in a word of whoever set it.
    Alarm(Moment, i64, String),
    /// The message that a board of a chat stands in.
    Board(i64, u64),
    /// What is known of a group.
    Group(i64),
    /// A contest.
    Contest(u64),
    /// Somebody's part in a contest.
    Entrant(u64, TraineeId),
    /// Where somebody belongs.
    Member(TraineeId),
    /// An organisation.
    Organisation(u32),
    /// Something that a code gives; the code itself is nobody's business.
    Code,
    /// A trainer's draft.
    Draft(TraineeId),
    /// A published customer of an organisation, by the name of his file.
    Shelf(u32, String),
    /// One version of him.
    Release(u32, String, u32),
    /// An assignment of a cohort: organisation, cohort, number.
    Assignment(u32, u32, u32),
    /// Somebody to be written to about a cohort.
    Nudge(Moment, Nudge),
    /// Something that replicas settle among themselves.
    Fleet(InFleet),
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

    /// Something that is to happen in a chat at a moment. The word says what, and is nothing anybody wrote: names show in
    /// errors. The same word at the same moment is one alarm.
    pub fn alarm(at: Moment, chat: i64, what: &str) -> Key {
        build(ALARM).signed(at.0).signed(chat).text(what).key()
    }

    /// The message that a board of a chat stands in.
    pub fn board(chat: i64, number: u64) -> Key {
        build(BOARD).signed(chat).long(number).key()
    }

    /// What is known of a group, by its chat's id.
    pub fn group(chat: i64) -> Key {
        build(GROUP).signed(chat).key()
    }

    /// A card of the team's library. Its number tells nothing about whose it is: it goes out on buttons.
    pub fn card(card: u64) -> Key {
        build(CARD).long(card).key()
    }

    /// A trainee's thanks for a card.
    pub fn thanks(card: u64, trainee: TraineeId) -> Key {
        build(THANKS).long(card).signed(trainee.0).key()
    }

    /// Where somebody belongs, and what she may do there.
    pub fn member(trainee: TraineeId) -> Key {
        build(MEMBER).signed(trainee.0).key()
    }

    /// An organisation, with its cohorts.
    pub fn organisation(number: u32) -> Key {
        build(ORGANISATION).word(number).key()
    }

    /// What a code gives.
    pub fn code(code: &str) -> Key {
        build(CODE).text(code).key()
    }

    /// A trainer's draft: she has one at a time.
    pub fn draft(trainee: TraineeId) -> Key {
        build(DRAFT).signed(trainee.0).key()
    }

    /// A published customer of an organisation, by the name of his file (at most 40 bytes).
    pub fn shelf(organisation: u32, name: &str) -> Key {
        build(SHELF).word(organisation).text(name).key()
    }

    /// The files of one version of him.
    pub fn release(organisation: u32, name: &str, version: u32) -> Key {
        build(RELEASE).word(organisation).named(name).word(version).key()
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

    /// The alarms due at `now` or earlier, earliest first.
    pub fn alarms_due(now: Moment) -> Range<Key> {
        build(ALARM).key()..build(ALARM).signed(now.0).range().end
    }

    /// All alarms, earliest first.
    pub fn all_alarms() -> Range<Key> {
        build(ALARM).range()
    }

    /// The messages that the boards of a chat stand in.
    pub fn boards_of(chat: i64) -> Range<Key> {
        build(BOARD).signed(chat).range()
    }

    /// All groups.
    pub fn all_groups() -> Range<Key> {
        build(GROUP).range()
    }

    /// All trainees.
    pub fn all_profiles() -> Range<Key> {
        build(PROFILE).range()
    }

    /// Everybody of whom it is kept where she belongs.
    pub fn all_members() -> Range<Key> {
        build(MEMBER).range()
    }

    /// All organisations that are kept.
    pub fn all_organisations() -> Range<Key> {
        build(ORGANISATION).range()
    }

    /// All drafts.
    pub fn all_drafts() -> Range<Key> {
        build(DRAFT).range()
    }

    /// All published customers, by organisation.
    pub fn all_shelves() -> Range<Key> {
        build(SHELF).range()
    }

    /// The published customers of an organisation.
    pub fn shelves_of(organisation: u32) -> Range<Key> {
        build(SHELF).word(organisation).range()
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
            ADMISSION => KeyName::Admission(TraineeId(rest.signed()?)),
            ALARM => KeyName::Alarm(Moment(rest.signed()?), rest.signed()?, rest.text()?),
            BOARD => KeyName::Board(rest.signed()?, rest.long()?),
            GROUP => KeyName::Group(rest.signed()?),
            CONTEST => KeyName::Contest(rest.long()?),
            ENTRANT => KeyName::Entrant(rest.long()?, TraineeId(rest.signed()?)),
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
            ASSIGNMENT => KeyName::Assignment(rest.word()?, rest.word()?, rest.word()?),
            NUDGE => KeyName::Nudge(Moment(rest.signed()?), Nudge::read(&mut rest)?),
            FLEET => KeyName::Fleet(InFleet::read(&mut rest)?),
            MEMBER => KeyName::Member(TraineeId(rest.signed()?)),
            ORGANISATION => KeyName::Organisation(rest.word()?),
            CODE => rest.text().map(|_| KeyName::Code)?,
            DRAFT => KeyName::Draft(TraineeId(rest.signed()?)),
            SHELF => KeyName::Shelf(rest.word()?, rest.text()?),
            RELEASE => KeyName::Release(rest.word()?, rest.named()?, rest.word()?),
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
            Some(KeyName::Admission(who)) => write!(f, "admission/{}", who.0),
            Some(KeyName::Outbox { chat, seq }) => write!(f, "outbox/{chat}/{seq}"),
            Some(KeyName::Timer(at, trainee)) => write!(f, "timer/{}/{}", at.0, trainee.0),
            Some(KeyName::Alarm(at, chat, what)) => write!(f, "alarm/{}/{chat}/{what}", at.0),
            Some(KeyName::Board(chat, number)) => write!(f, "board/{chat}/{number}"),
            Some(KeyName::Group(chat)) => write!(f, "group/{chat}"),
            Some(KeyName::Contest(number)) => write!(f, "contest/{number}"),
            Some(KeyName::Entrant(contest, who)) => write!(f, "entrant/{contest}/{}", who.0),
            Some(KeyName::Card(card)) => write!(f, "card/{card}"),
            Some(KeyName::Thanks(card, trainee)) => write!(f, "thanks/{card}/{}", trainee.0),
            Some(KeyName::Member(trainee)) => write!(f, "member/{}", trainee.0),
            Some(KeyName::Organisation(number)) => write!(f, "organisation/{number}"),
            Some(KeyName::Code) => f.write_str("code"),
            Some(KeyName::Draft(trainee)) => write!(f, "draft/{}", trainee.0),
            Some(KeyName::Shelf(organisation, name)) => write!(f, "shelf/{organisation}/{name}"),
            Some(KeyName::Release(organisation, name, version)) => {
                write!(f, "release/{organisation}/{name}/{version}")
            }
            Some(KeyName::Assignment(organisation, cohort, number)) => {
                write!(f, "assignment/{organisation}/{cohort}/{number}")
            }
            Some(KeyName::Fleet(settled)) => write!(f, "{settled}"),
            Some(KeyName::Nudge(at, nudge)) => write!(f, "nudge/{}/{nudge}", at.0),
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

#[cfg(test)]
#[path = "keys_tests.rs"]
mod tests;
