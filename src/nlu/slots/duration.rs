//! Stretches of time: 两小时内, 半个钟, 3-5个工作日, within 2 hours, half an hour.

use super::Hit;
use super::at::{At, any, lookup, optional};
use super::number;
use super::value::SlotValue;

const HOUR: u64 = 60;
const DAY: u64 = 1440;

/// Units in minutes, the longer words first.
const UNITS: &[(&str, u64)] = &[
    ("个工作日", DAY),
    ("工作日", DAY),
    ("个小时", HOUR),
    ("小时", HOUR),
    ("个钟头", HOUR),
    ("钟头", HOUR),
    ("个钟", HOUR),
    ("分钟", 1),
    ("刻钟", 15),
    ("个星期", 7 * DAY),
    ("星期", 7 * DAY),
    ("个礼拜", 7 * DAY),
    ("礼拜", 7 * DAY),
    ("个月", 30 * DAY),
    ("周", 7 * DAY),
    ("天", DAY),
    ("年", 365 * DAY),
    ("minutes", 1),
    ("minute", 1),
    ("mins", 1),
    ("min", 1),
    ("hours", HOUR),
    ("hour", HOUR),
    ("hrs", HOUR),
    ("hr", HOUR),
    ("h", HOUR),
    ("working days", DAY),
    ("working day", DAY),
    ("business days", DAY),
    ("business day", DAY),
    ("work days", DAY),
    ("workdays", DAY),
    ("days", DAY),
    ("day", DAY),
    ("weeks", 7 * DAY),
    ("week", 7 * DAY),
    ("months", 30 * DAY),
    ("month", 30 * DAY),
    ("years", 365 * DAY),
    ("year", 365 * DAY),
];
/// What 半 halves.
const HALVES: &[(&str, u64)] = &[
    ("半个小时", 30),
    ("半小时", 30),
    ("半个钟头", 30),
    ("半个钟", 30),
    ("半个月", 15 * DAY),
    ("半年", 182 * DAY),
    ("半天内", DAY / 2),
    ("半天之内", DAY / 2),
    ("半天以内", DAY / 2),
    ("半天后", DAY / 2),
];
const ENGLISH: &[(&str, u64)] = &[
    ("half an hour", 30),
    ("half a day", DAY / 2),
    ("an hour and a half", 90),
    ("a couple of minutes", 2),
    ("a couple of hours", 2 * HOUR),
    ("a couple of days", 2 * DAY),
    ("an hour", HOUR),
    ("quarter of an hour", 15),
    ("a quarter of an hour", 15),
];
/// Only behind `in` or `within`; elsewhere "a day" is a rate.
const GOVERNED: &[(&str, u64)] =
    &[("a day", DAY), ("a week", 7 * DAY), ("a month", 30 * DAY), ("a minute", 1)];
/// Words behind a stretch that only bound it.
const BOUNDS: &[&str] = &["之内", "以内", "内", "之后", "以后", "后", "左右"];
/// Behind these a stretch lies in the past, or the words mean something else (三天两头, 一天到晚).
const OTHERWISE: &[&str] =
    &["前", "之前", "以前", "两头", "到晚", "比一天", " ago", " out", " late", " old", "的", "级", "代"];

/// Reads a stretch of time.
pub(super) fn read(at: &At) -> Option<Hit> {
    let (minutes, length) = match at.first {
        '半' => lookup(at.rest, HALVES)?,
        _ if at.number.is_some() => counted(at)?,
        'h' | 'a' | 'q' => english(at)?,
        _ => return None,
    };
    if any(at.tail(length), OTHERWISE).is_some() || is_named(at) {
        return None;
    }
    let length = length + optional(at.tail(length), BOUNDS);
    Some((length, SlotValue::Duration { minutes: u32::try_from(minutes).unwrap_or(u32::MAX) }))
}

/// Whether it is a stretch that was spoken of, "the ten minutes", "those three days", "the last two weeks": nothing is promised by it.
fn is_named(at: &At) -> bool {
    let head = at.text.get(..at.pos).unwrap_or_default();
    let mut words = head.split_whitespace().rev();
    let (last, before) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let is = |word: &str, known: &[&str]| known.iter().any(|other| word.eq_ignore_ascii_case(other));
    let ahead = is(before, &["in", "within", "over", "during", "for"]) && is(last, &["the", "these"]);
    is(last, &["the", "these", "those", "past", "last", "previous"]) && !ahead
}

fn english(at: &At) -> Option<(u64, usize)> {
    let governed = matches!(at.lead, "in" | "within");
    lookup(at.rest, ENGLISH).or_else(|| lookup(at.rest, GOVERNED).filter(|_| governed))
}

/// A number and its unit, perhaps with a half, perhaps with a smaller part behind (1小时30分钟, 两个半小时).
fn counted(at: &At) -> Option<(u64, usize)> {
    let (number, tail) = at.counted()?;
    // The first day and that day are days, not stretches; and 2024年 is a date.
    let pointed = number.han && at.follows(&["那", "这", "某", "有", "哪", "每", "第", "昨", "今", "前"]);
    if pointed || number.milli >= 1_000_000 {
        return None;
    }
    let half_word = [("个半小时", HOUR), ("个半钟头", HOUR), ("个半月", 30 * DAY), ("个半钟", HOUR)];
    if let Some((unit, n)) = lookup(tail, &half_word) {
        return Some((scale(number.upper() + 500, unit), number.length + n));
    }
    let (unit, n) = united(tail)?;
    let mut length = number.length + n;
    let mut minutes = scale(number.upper(), unit);
    if let Some(n) = any(at.tail(length), &["半", " and a half"]) {
        minutes += unit / 2;
        length += n;
    }
    Some(match smaller(at.tail(length), unit) {
        Some((more, n)) => (minutes.saturating_add(more), length + n),
        None => (minutes, length),
    })
}

/// A unit behind a number, in English perhaps behind a blank or hyphen.
fn united(tail: &str) -> Option<(u64, usize)> {
    let gap = optional(tail, &[" ", "-"]);
    let (unit, n) = lookup(tail.get(gap..)?, UNITS).or_else(|| glued_hours(tail.get(gap..)?))?;
    Some((unit, gap + n))
}

/// The `2h` of 2h30m.
fn glued_hours(tail: &str) -> Option<(u64, usize)> {
    let rest = tail.strip_prefix('h')?;
    rest.starts_with(|c: char| c.is_ascii_digit()).then_some((HOUR, 1))
}

fn smaller(tail: &str, unit: u64) -> Option<(u64, usize)> {
    let gap = optional(tail, &[" and ", " ", "零"]);
    let number = number::single(tail.get(gap..)?)?;
    let behind = tail.get(gap + number.length..)?;
    let (size, n) =
        united(behind).or_else(|| any(behind, &["m"]).map(|n| (1, n))).filter(|(size, _)| *size < unit)?;
    Some((scale(number.upper(), size), gap + number.length + n))
}

fn scale(milli: u64, unit: u64) -> u64 {
    milli.saturating_mul(unit).div_ceil(1000)
}
