//! Times of day: 下午三点半, 15:00, 3 p.m., half past three, noon.

use super::at::{At, any, lookup, optional};
use super::value::{DayPart, SlotValue};
use super::{Hit, number};

const NOON: u16 = 720;
const MIDNIGHT: u16 = 1440;

/// Parts of the day before a Chinese clock time, the longer ones first.
const PARTS: &[(&str, DayPart)] = &[
    ("大清早", DayPart::Morning),
    ("大半夜", DayPart::Night),
    ("早上", DayPart::Morning),
    ("早晨", DayPart::Morning),
    ("清晨", DayPart::Morning),
    ("凌晨", DayPart::Night),
    ("上午", DayPart::Morning),
    ("中午", DayPart::Noon),
    ("下午", DayPart::Afternoon),
    ("午后", DayPart::Afternoon),
    ("傍晚", DayPart::Evening),
    ("晚上", DayPart::Evening),
    ("夜里", DayPart::Night),
    ("半夜", DayPart::Night),
    ("深夜", DayPart::Night),
];
/// Words behind a time that only bound it.
const BOUNDS: &[&str] = &["之前", "以前", "前", "左右"];
/// With one of these behind it, N点 counts points and not hours.
const POINTS: &[&str] = &[
    "建议", "要求", "意见", "原因", "说明", "问题", "理由", "疑问", "想法", "诉求", "希望", "点", "儿",
    "都不", "也不",
];
/// With one of these before it, too.
const POINTED: &[&str] =
    &["这", "那", "以下", "第", "有", "几", "早", "晚", "快", "慢", "多", "少", "好", "大", "小"];

const WHOLE: &[(&str, u16)] = &[("noon", NOON), ("midday", NOON), ("midnight", MIDNIGHT)];

/// Reads a time of day.
pub(super) fn read(at: &At) -> Option<Hit> {
    let (minute, length) = match at.first {
        _ if at.number.is_some() => numeral(at)?,
        'n' | 'm' => lookup(at.rest, WHOLE)?,
        'h' | 'q' => past(at, at.rest)?,
        '大' | '早' | '清' | '凌' | '上' | '中' | '下' | '午' | '傍' | '晚' | '夜' | '半' | '深' => {
            parted(at)?
        }
        _ => return None,
    };
    let length = length + optional(at.tail(length), BOUNDS);
    Some((length, SlotValue::Clock { minute_of_day: minute }))
}

/// A part of day and a time, or 中午 alone.
fn parted(at: &At) -> Option<(u16, usize)> {
    let (part, skipped) = lookup(at.rest, PARTS)?;
    let blank = optional(at.tail(skipped), &[" ", "的"]);
    let mut inner = at.after(skipped + blank);
    inner.part = Some(part);
    match numeral(&inner) {
        Some((minute, length)) => Some((minute, skipped + blank + length)),
        None => (part == DayPart::Noon && !at.tail(skipped).starts_with('好')).then_some((NOON, skipped)),
    }
}

/// A time that begins with its number.
fn numeral(at: &At) -> Option<(u16, usize)> {
    let (hour, length) = number::single(at.rest).and_then(|n| Some((n.whole()?, n.length)))?;
    let behind = at.tail(length);
    if hour > 24 {
        return past(at, at.rest);
    }
    let hour = hour as u16;
    colon(at, hour, length)
        .or_else(|| chinese(at, hour, length))
        .or_else(|| meridiem(behind).map(|(pm, n)| (twelve(hour, pm), length + n)))
        .or_else(|| past(at, at.rest))
        .or_else(|| oclock(at, hour, length))
        .filter(|(minute, _)| *minute <= MIDNIGHT)
}

/// 15:00, 3:30 pm, 下午3:30.
fn colon(at: &At, hour: u16, length: usize) -> Option<(u16, usize)> {
    let tail = at.tail(length).strip_prefix(':')?;
    let minutes = tail.get(..2).filter(|m| m.bytes().all(|b| b.is_ascii_digit()))?.parse::<u16>().ok()?;
    let ends = !tail.get(2..)?.starts_with(|c: char| c.is_ascii_digit());
    if minutes > 59 || !ends {
        return None;
    }
    let length = length + 3;
    let (hour, suffix) = match meridiem(at.tail(length)) {
        Some((pm, n)) => (twelve(hour, pm) / 60, n),
        None => (in_part(hour, at.part), 0),
    };
    Some((hour * 60 + minutes, length + suffix))
}

/// 三点, 三点半, 三点一刻, 3点15分, 15时30分.
fn chinese(at: &At, hour: u16, length: usize) -> Option<(u16, usize)> {
    let (hour, length) = until(at, length).unwrap_or((hour, length));
    let mark = any(at.tail(length), &["点", "时"])?;
    let by_hour = at.tail(length).starts_with('时');
    let length = length + mark;
    let behind = at.tail(length);
    let minutes = lookup(behind, &[("半", 30), ("一刻", 15), ("三刻", 45), ("钟", 0), ("整", 0)])
        .or_else(|| minutes(behind));
    let bare = minutes.is_none();
    let bounded = any(behind, BOUNDS).is_some();
    let hour_said = at.part.is_some() || bounded;
    if bare && (by_hour && !bounded || points(at, behind) || !hour_said && hour == 1 && at.first == '一') {
        return None;
    }
    let (minutes, taken) = minutes.unwrap_or((0, 0));
    Some((in_part(hour, at.part) * 60 + minutes, length + taken))
}

/// 四到六点, 2-4点: one stretch of the day, which is over at its end.
fn until(at: &At, length: usize) -> Option<(u16, usize)> {
    let to = any(at.tail(length), &["到", "至", "-", "~", "—"])?;
    let end = number::single(at.tail(length + to))?;
    let hour = end.whole().filter(|hour| *hour <= 24)?;
    Some((hour as u16, length + to + end.length))
}

/// Whether N点 counts points: 三点建议, 这两点, 快一点.
fn points(at: &At, behind: &str) -> bool {
    any(behind, POINTS).is_some()
        || at.part.is_none() && at.number.is_some_and(|n| n.han) && at.follows(POINTED)
}

/// Minutes behind the hour: 二十, 05分, 十分; not 十分钟.
fn minutes(behind: &str) -> Option<(u16, usize)> {
    let n = number::single(behind).filter(|n| !n.round)?;
    let value = n.whole().filter(|m| *m < 60)? as u16;
    let tail = behind.get(n.length..)?;
    match tail.strip_prefix('分') {
        Some(rest) => (!rest.starts_with('钟')).then_some((value, n.length + '分'.len_utf8())),
        None => (value >= 10 && any(tail, &["个", "块", "元", "天", "号", "点", "次", "%"]).is_none())
            .then_some((value, n.length)),
    }
}

/// The hour on the 24-hour clock, once the part of day is known.
fn in_part(hour: u16, part: Option<DayPart>) -> u16 {
    match (part, hour) {
        (Some(DayPart::Evening), 12) => 24,
        (Some(DayPart::Night), 12) => 0,
        (Some(DayPart::Noon), 1..=2) | (Some(DayPart::Afternoon), 1..=11) => hour + 12,
        (Some(DayPart::Evening), 5..=11) | (Some(DayPart::Night), 9..=11) => hour + 12,
        _ => hour,
    }
}

/// `am` or `pm` in their spellings: whether it is pm, and the bytes it takes (a closing dot is left to the sentence).
fn meridiem(behind: &str) -> Option<(bool, usize)> {
    let blank = optional(behind, &[" "]);
    let tail = behind.get(blank..)?;
    lookup(tail, &[("a.m", false), ("p.m", true), ("am", false), ("pm", true)]).map(|(pm, n)| (pm, blank + n))
}

fn twelve(hour: u16, pm: bool) -> u16 {
    60 * match (hour, pm) {
        (12, false) => 0,
        (1..=11, true) => hour + 12,
        _ => hour,
    }
}

/// `half past three`, `quarter to 4`, `ten past five`.
fn past(at: &At, text: &str) -> Option<(u16, usize)> {
    let named = lookup(text, &[("half", 30), ("quarter", 15), ("a quarter", 15)]);
    let (minutes, mut length) =
        named.or_else(|| number::single(text).and_then(|n| Some((n.whole()? as u16, n.length))))?;
    let (before, n) = lookup(at.tail(length), &[(" past ", false), (" to ", true)])?;
    // "five to six" is a range far more often than a time.
    if minutes > 59 || before && named.is_none() {
        return None;
    }
    length += n;
    let hour = number::single(at.tail(length))?;
    let start = hour.whole().filter(|h| *h <= 24)? as u16 * 60;
    let length = length + hour.length;
    let (start, suffix) = match meridiem(at.tail(length)) {
        Some((pm, n)) => (twelve(start / 60, pm), n),
        None => (in_part(start / 60, at.part) * 60, 0),
    };
    let minute = if before { start.checked_sub(minutes)? } else { start + minutes };
    Some((minute, length + suffix))
}

/// `3 o'clock`, and `at 5` where nothing follows that the 5 could count.
fn oclock(at: &At, hour: u16, length: usize) -> Option<(u16, usize)> {
    let behind = at.tail(length);
    let said = optional(behind, &[" o'clock", " oclock", "o'clock"]);
    let governed =
        matches!(at.lead, "by" | "at" | "before" | "around" | "until" | "till") && !at.number?.range;
    let free = behind.trim_start().is_empty()
        || behind.starts_with([',', '.', '?', '!', ';'])
            && !behind.get(1..)?.starts_with(|c: char| c.is_ascii_digit())
        || any(
            behind,
            &[" today", " tomorrow", " tonight", " this", " in the", " and", " so", " on", " then"],
        )
        .is_some();
    if hour == 0 || said == 0 && !(governed && free) {
        return None;
    }
    let length = length + said;
    let part = lookup(
        at.tail(length),
        &[
            (" in the morning", DayPart::Morning),
            (" in the afternoon", DayPart::Afternoon),
            (" in the evening", DayPart::Evening),
            (" at night", DayPart::Evening),
        ],
    );
    let (part, taken) = part.map_or((at.part, 0), |(part, n)| (Some(part), n));
    Some((in_part(hour, part) * 60, length + taken))
}
