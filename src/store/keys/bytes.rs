//! The bytes of keys, put together and taken apart.

use std::ops::Range;

use crate::base::id::{SessionId, TraineeId};

use super::Key;

const SIGN: u64 = 1 << 63;

/// A key in the making.
pub(super) struct Builder(Vec<u8>);

/// A key of a kind, with nothing after it yet.
pub(super) fn build(kind: u8) -> Builder {
    Builder(vec![kind])
}

impl Builder {
    pub(super) fn text(mut self, text: &str) -> Builder {
        self.0.extend_from_slice(text.as_bytes());
        self
    }

    /// A text with something after it: its length first. Longer ones are cut, which no id is.
    pub(super) fn named(mut self, text: &str) -> Builder {
        let length = u8::try_from(text.len()).unwrap_or(u8::MAX);
        self.0.push(length);
        self.0.extend(text.bytes().take(usize::from(length)));
        self
    }

    pub(super) fn word(mut self, number: u32) -> Builder {
        self.0.extend_from_slice(&number.to_be_bytes());
        self
    }

    pub(super) fn long(mut self, number: u64) -> Builder {
        self.0.extend_from_slice(&number.to_be_bytes());
        self
    }

    pub(super) fn signed(self, number: i64) -> Builder {
        self.long(number.cast_unsigned() ^ SIGN)
    }

    pub(super) fn session(self, session: SessionId) -> Builder {
        self.signed(session.trainee.0).word(session.number)
    }

    pub(super) fn key(self) -> Key {
        Key(self.0)
    }

    // All keys that start with what is built so far. The end is the prefix plus one; bytes that overflow drop
    // out, and the kind never does, because it is an ASCII letter.
    pub(super) fn range(self) -> Range<Key> {
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

/// What is left of a key while it is read.
pub(super) struct Reader<'a>(pub(super) &'a [u8]);

impl Reader<'_> {
    pub(super) fn text(&mut self) -> Option<String> {
        String::from_utf8(std::mem::take(&mut self.0).to_vec()).ok()
    }

    pub(super) fn named(&mut self) -> Option<String> {
        let (length, rest) = self.0.split_first()?;
        let (text, rest) = rest.split_at_checked(usize::from(*length))?;
        self.0 = rest;
        String::from_utf8(text.to_vec()).ok()
    }

    pub(super) fn word(&mut self) -> Option<u32> {
        let (head, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u32::from_be_bytes(*head))
    }

    pub(super) fn long(&mut self) -> Option<u64> {
        let (head, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u64::from_be_bytes(*head))
    }

    pub(super) fn signed(&mut self) -> Option<i64> {
        Some((self.long()? ^ SIGN).cast_signed())
    }

    pub(super) fn session(&mut self) -> Option<SessionId> {
        Some(SessionId { trainee: TraineeId(self.signed()?), number: self.word()? })
    }
}
