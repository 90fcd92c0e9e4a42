//! Links that lead from a group into private. Whoever makes one up cannot sign it, and finds no contest behind it.

use subtle::ConstantTimeEq;

use crate::base::hash::Digest;

use super::{ContestId, read, written};

/// Where a link leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// To take part.
    Join,
    /// To what a lead can do.
    Manage,
}

const DOORS: [(Door, &str); 2] = [(Door::Join, "j"), (Door::Manage, "m")];
/// Hexadecimal digits of a signature: 96 bits.
const DIGITS: usize = 24;
/// What every payload begins with; no customer's name can.
const PREFIX: &str = "c-";

fn signature(key: &[u8; 32], text: &str) -> String {
    Digest::keyed(key, text.as_bytes()).to_string().chars().take(DIGITS).collect()
}

/// The payload of a link: 41 of the 64 characters that Telegram passes on.
pub fn payload(key: &[u8; 32], door: Door, contest: ContestId) -> String {
    let letter = DOORS.iter().find(|(known, _)| *known == door).map_or("j", |(_, letter)| letter);
    let text = format!("{PREFIX}{letter}-{}", written(contest));
    let signature = signature(key, &text);
    format!("{text}-{signature}")
}

/// Whether a payload wants to be one of these, forged or not.
pub fn is_one(payload: &str) -> bool {
    payload.starts_with(PREFIX)
}

/// Reads a payload. `None` where it was not signed with this key.
pub fn open(key: &[u8; 32], payload: &str) -> Option<(Door, ContestId)> {
    let (text, signed) = payload.rsplit_once('-')?;
    // In a time that tells nothing about how much of it is right.
    if !bool::from(signature(key, text).as_bytes().ct_eq(signed.as_bytes())) {
        return None;
    }
    let (letter, id) = text.strip_prefix(PREFIX)?.split_once('-')?;
    let (door, _) = DOORS.into_iter().find(|(_, known)| *known == letter)?;
    Some((door, read(id)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_opens_what_it_was_made_for_and_no_other_does() {
        let key = [7; 32];
        for door in [Door::Join, Door::Manage] {
            let link = payload(&key, door, 0xabc);
            assert!(link.len() <= 64 && link.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'));
            assert_eq!(open(&key, &link), Some((door, 0xabc)));
            assert_eq!(open(&[8; 32], &link), None);
            for place in 0..link.len() {
                let mut forged = link.clone().into_bytes();
                forged[place] = if forged[place] == b'1' { b'2' } else { b'1' };
                assert_eq!(open(&key, std::str::from_utf8(&forged).unwrap()), None, "{place}");
            }
        }
        assert!(is_one("c-j-anything") && !is_one("heating"));
    }
}
