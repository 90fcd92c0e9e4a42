//! The times, days, sums, counts, names, channels and order numbers in a text, in every usual written form of both
//! languages. Each kind has a reader of its own; the longest reading from the leftmost place wins.

mod at;
mod channel;
mod clock;
mod count;
mod day;
mod duration;
mod money;
mod name;
mod number;
mod order;
mod percent;
mod value;

use super::han_set::HanSet;
use super::normalise::{Normal, is_han};
use crate::base::span::Span;
use crate::nlu::reading::SlotHit;
use at::At;
pub use value::{Contact, Currency, Day, DayPart, Slot, SlotKind, SlotValue};

/// What a reader found: how many bytes it takes, and what they mean.
type Hit = (usize, SlotValue);

/// Every reader, the more telling ones first: of two equally long readings the first one counts.
const READERS: &[fn(&At) -> Option<Hit>] = &[
    clock::read,
    day::read,
    duration::read,
    money::read,
    percent::read,
    name::read,
    channel::read,
    order::read,
    count::read,
];

/// Han characters with which a slot may begin, beside digits and family names: those the readers ask for.
static STARTS: HanSet = HanSet::new().with(
    "大早清凌上中下午傍晚夜半深今明昨当后前这本周星礼月人港新台美对百工员我免叫客同司诸东皇小老打电回来致短发企微邮第十",
);

/// Whether any reader may find something that begins with this character.
fn may_start(c: char) -> bool {
    !is_han(c) || STARTS.has(c) || name::is_surname(c) || number::is_digit(c)
}

/// English words that belong to the time after them, and whether they are part of its slot.
const LEADS: &[(&str, bool)] = &[
    ("by", true),
    ("before", true),
    ("within", true),
    ("until", true),
    ("till", true),
    ("in", true),
    ("at", false),
    ("on", false),
    ("around", false),
];

/// The slots of a text, left to right, none overlapping another.
pub fn slots(normal: &Normal) -> Vec<Slot> {
    let mut out: Vec<Slot> = Vec::new();
    let mut at = At::start(normal.text());
    while !at.rest.is_empty() {
        if !may_start(at.first) {
            debug_assert!(longest(&at).is_none(), "{} is missing among the starts", at.first);
            at = at.skip();
            continue;
        }
        let found = led(&at).or_else(|| longest(&at).map(|(length, value)| (0, length, value)));
        let Some((skipped, length, value)) = found.filter(|(_, length, _)| *length > 0) else {
            at = at.skip();
            continue;
        };
        let start = at.pos + skipped;
        let part = value.part();
        at = at.after(skipped + length);
        at.part = part;
        out.push(Slot { kind: value.kind(), span: Span::new(start, at.pos), value });
    }
    out
}

/// Slots as a reading carries them: quoted from the original, with their number (see [`SlotHit::number`]).
pub fn hits(original: &str, normal: &Normal, slots: &[Slot]) -> Vec<SlotHit> {
    let hit = |slot: &Slot| {
        let span = normal.original_span(slot.span);
        let text = match &slot.value {
            SlotValue::Name { name } => normal.original_span(*name).of(original),
            _ => span.of(original),
        };
        SlotHit {
            kind: slot.kind,
            number: slot.value.number(),
            text: text.trim().to_owned(),
            span,
            echo: false,
        }
    };
    slots.iter().map(hit).collect()
}

/// The longest of all readings that begin here.
fn longest(at: &At) -> Option<Hit> {
    let mut best: Option<Hit> = None;
    for read in READERS {
        let hit = read(at);
        if hit.as_ref().map_or(0, |h| h.0) > best.as_ref().map_or(0, |b| b.0) {
            best = hit;
        }
    }
    best
}

/// A time behind `by`, `within` and the like: bytes before the slot, its length, its value.
fn led(at: &At) -> Option<(usize, usize, SlotValue)> {
    let (word, counted) = LEADS.iter().find(|(word, _)| *word == at.word)?;
    if at.rest.as_bytes().get(word.len()) != Some(&b' ') {
        return None;
    }
    let skipped = word.len() + 1;
    let mut inner = at.after(skipped);
    inner.lead = word;
    inner.part = at.part;
    let (length, value) = longest(&inner).filter(|(_, value)| value.kind().is_by_when())?;
    Some(if *counted { (0, skipped + length, value) } else { (skipped, length, value) })
}
