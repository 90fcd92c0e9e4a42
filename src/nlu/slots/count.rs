//! Counts: 三次, 2 nights, third time.

use super::Hit;
use super::at::{At, any, lookup};
use super::number;
use super::value::SlotValue;

/// Measure words that count one thing as well as several.
const TIMES: &[&str] = &["次", "遍", "回", "趟", "晚", "倍"];
/// Measure words that with 一 are articles (一个问题).
const PIECES: &[&str] = &[
    "个", "件", "位", "台", "箱", "间", "份", "张", "条", "双", "套", "瓶", "盒", "人", "部", "单", "包",
    "只",
];
/// What makes another word of a number and a measure word.
const OTHERWISE: &[&str] =
    &["性", "事", "头", "工作日", "小时", "钟", "月", "星期", "礼拜", "半", "上", "点", "家"];
const THINGS: &[&str] = &[
    "times",
    "time",
    "nights",
    "night",
    "calls",
    "people",
    "guests",
    "rooms",
    "items",
    "orders",
    "pieces",
    "boxes",
    "units",
    "copies",
    "emails",
    "messages",
    "visits",
    "tickets",
    "bags",
    "bottles",
    "photos",
    "questions",
    "persons",
];
const ORDINALS: &[(&str, u32)] = &[
    ("first time", 1),
    ("second time", 2),
    ("third time", 3),
    ("fourth time", 4),
    ("fifth time", 5),
    ("twice", 2),
];

/// Reads a count.
pub(super) fn read(at: &At) -> Option<Hit> {
    let (n, length) = match at.first {
        '第' => ordinal(at)?,
        _ if at.number.is_some() => counted(at)?,
        'f' | 's' | 't' => lookup(at.rest, ORDINALS)?,
        _ => return None,
    };
    Some((length, SlotValue::Count { n }))
}

/// 第三次: only what can happen again; 第一时间 and 第二天 count nothing.
fn ordinal(at: &At) -> Option<(u32, usize)> {
    let mark = '第'.len_utf8();
    let number = number::single(at.tail(mark))?;
    let length = mark + number.length;
    Some((number.whole()?, length + any(at.tail(length), &["次", "遍", "回", "趟", "晚"])?))
}

fn counted(at: &At) -> Option<(u32, usize)> {
    let (number, tail) = at.counted()?;
    let n = u32::try_from(number.upper() / 1000).ok().filter(|n| *n > 0)?;
    let tail = tail.strip_prefix('多').unwrap_or(tail);
    let length = at.rest.len() - tail.len();
    if let Some(suffix) = any(tail, &["st time", "nd time", "rd time", "th time"]) {
        return Some((n, length + suffix));
    }
    if let Some(things) = tail.strip_prefix(' ') {
        return any(things, THINGS).map(|taken| (n, length + 1 + taken));
    }
    let several = n > 1 || !number.han;
    let taken = any(tail, TIMES).or_else(|| any(tail, PIECES).filter(|_| several))?;
    any(at.tail(length + taken), OTHERWISE).is_none().then_some((n, length + taken))
}
