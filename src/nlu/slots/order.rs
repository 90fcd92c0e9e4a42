//! Numbers of orders, parcels and phones: letters and digits, six or more.

use super::Hit;
use super::at::At;
use super::value::SlotValue;
use crate::base::span::Span;

/// Letters and digits it takes at least, and digits among them.
const LETTERS_AND_DIGITS: usize = 6;
const DIGITS: usize = 3;

/// Reads a number of an order.
pub(super) fn read(at: &At) -> Option<Hit> {
    if !at.first.is_ascii_alphanumeric() || at.before.is_ascii_alphanumeric() {
        return None;
    }
    let rest = at.rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    let token = at.rest.get(..at.rest.len() - rest.len())?.trim_end_matches(['-', '_']);
    let digits = token.bytes().filter(u8::is_ascii_digit).count();
    let all = token.bytes().filter(u8::is_ascii_alphanumeric).count();
    let number = Span::new(at.pos, at.pos + token.len());
    let sized = rest.starts_with(['元', '块', '万', '%']);
    (all >= LETTERS_AND_DIGITS && digits >= DIGITS && !sized)
        .then_some((token.len(), SlotValue::Order { number }))
}
