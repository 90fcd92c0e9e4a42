//! Numbers of orders, parcels and phones: letters and digits, six or more.

use super::Hit;
use super::at::At;
use super::value::SlotValue;
use crate::base::span::Span;

/// Letters and digits it takes at least, and digits among them.
const LETTERS_AND_DIGITS: usize = 6;
const DIGITS: usize = 3;
/// Bytes it takes at most; also what keeps a long chain of hyphens from being read again at every link.
const LONGEST: usize = 40;

/// Reads a number of an order.
pub(super) fn read(at: &At) -> Option<Hit> {
    if !at.first.is_ascii_alphanumeric() || at.before.is_ascii_alphanumeric() {
        return None;
    }
    let belongs = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
    let length = at.rest.bytes().take(LONGEST + 1).take_while(belongs).count();
    if length > LONGEST {
        return None;
    }
    let (token, rest) = at.rest.split_at_checked(length)?;
    let token = token.trim_end_matches(['-', '_']);
    let digits = token.bytes().filter(u8::is_ascii_digit).count();
    let all = token.bytes().filter(u8::is_ascii_alphanumeric).count();
    let number = Span::new(at.pos, at.pos + token.len());
    let sized = rest.starts_with(['元', '块', '万', '%']);
    (all >= LETTERS_AND_DIGITS && digits >= DIGITS && !sized)
        .then_some((token.len(), SlotValue::Order { number }))
}
