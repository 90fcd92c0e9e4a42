//! Days: 明早, 下周五前, 12月3号, tomorrow, by Friday, end of day.

use super::at::{At, any, lookup, optional};
use super::value::{Day, DayPart, SlotValue};
use super::{Hit, number};

/// Days named from today.
const NAMED: &[(&str, i16)] = &[
    ("大后天", 3),
    ("大前天", -3),
    ("今天", 0),
    ("明天", 1),
    ("后天", 2),
    ("昨天", -1),
    ("前天", -2),
    ("今日", 0),
    ("明日", 1),
    ("昨日", -1),
    ("day after tomorrow", 2),
    ("the day after tomorrow", 2),
    ("day before yesterday", -2),
    ("today", 0),
    ("tomorrow", 1),
    ("tmr", 1),
    ("tmrw", 1),
    ("yesterday", -1),
];
/// Days and their parts in one word.
const FUSED: &[(&str, (i16, DayPart))] = &[
    ("今早", (0, DayPart::Morning)),
    ("明早", (1, DayPart::Morning)),
    ("今晚", (0, DayPart::Evening)),
    ("明晚", (1, DayPart::Evening)),
    ("昨晚", (-1, DayPart::Evening)),
    ("后晚", (2, DayPart::Evening)),
    ("当晚", (0, DayPart::Evening)),
    ("tonight", (0, DayPart::Evening)),
    ("last night", (-1, DayPart::Evening)),
    ("end of the business day", (0, DayPart::End)),
    ("end of business", (0, DayPart::End)),
    ("end of the day", (0, DayPart::End)),
    ("end of day", (0, DayPart::End)),
    ("end of today", (0, DayPart::End)),
    ("close of business", (0, DayPart::End)),
    ("eod", (0, DayPart::End)),
    ("cob", (0, DayPart::End)),
    ("this morning", (0, DayPart::Morning)),
    ("this afternoon", (0, DayPart::Afternoon)),
    ("this evening", (0, DayPart::Evening)),
    ("下班前", (0, DayPart::End)),
];
/// Parts behind a day.
const PARTS: &[(&str, DayPart)] = &[
    ("早上", DayPart::Morning),
    ("上午", DayPart::Morning),
    ("中午", DayPart::Noon),
    ("下午", DayPart::Afternoon),
    ("傍晚", DayPart::Evening),
    ("晚上", DayPart::Evening),
    ("凌晨", DayPart::Night),
    ("半夜", DayPart::Night),
    ("一早", DayPart::Morning),
    ("下班前", DayPart::End),
    (" morning", DayPart::Morning),
    (" noon", DayPart::Noon),
    (" afternoon", DayPart::Afternoon),
    (" evening", DayPart::Evening),
    (" night", DayPart::Evening),
];
/// Weeks before a Chinese weekday.
const WEEKS: &[(&str, i8)] =
    &[("下下", 2), ("下个", 1), ("下", 1), ("上个", -1), ("上", -1), ("这个", 0), ("这", 0), ("本", 0)];
const WEEK: &[&str] = &["星期", "礼拜", "周"];
const WEEKDAYS: &[(&str, u8)] =
    &[("一", 1), ("二", 2), ("三", 3), ("四", 4), ("五", 5), ("六", 6), ("日", 7), ("天", 7), ("末", 7)];
const ENGLISH_WEEKDAYS: &[(&str, u8)] = &[
    ("monday", 1),
    ("tuesday", 2),
    ("wednesday", 3),
    ("thursday", 4),
    ("friday", 5),
    ("saturday", 6),
    ("sunday", 7),
    ("tues", 2),
    ("thurs", 4),
    ("thur", 4),
];
/// Short forms that are also words; they need a word before them that asks for a day.
const SHORT_WEEKDAYS: &[(&str, u8)] =
    &[("mon", 1), ("tue", 2), ("wed", 3), ("thu", 4), ("fri", 5), ("sat", 6), ("sun", 7)];
const MONTHS: &[(&str, u8)] = &[
    ("january", 1),
    ("february", 2),
    ("march", 3),
    ("april", 4),
    ("may", 5),
    ("june", 6),
    ("july", 7),
    ("august", 8),
    ("september", 9),
    ("october", 10),
    ("november", 11),
    ("december", 12),
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sept", 9),
    ("sep", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
];
/// Words behind a day that only bound it.
const BOUNDS: &[&str] = &["之前", "以前", "前", "之内", "以内", "内"];
/// What a number with 号 is when it is no day.
const NUMBERED: &[&str] =
    &["楼", "房", "桌", "线", "窗", "客", "机", "店", "门", "柜", "院", "厅", "码", "车", "位", "床", "仓"];

/// Reads a day.
pub(super) fn read(at: &At) -> Option<Hit> {
    let (day, part, length) = match at.first {
        _ if at.number.is_some() => date(at)?,
        '今' | '明' | '昨' | '大' | '当' | '后' | '前' | '下' | '上' | '这' | '本' | '周' | '星' | '礼'
        | '月' | '早' | '晚' | '傍' => chinese(at)?,
        _ if !at.word.is_empty() => english(at)?,
        _ => return None,
    };
    let (part, taken) = match part {
        Some(part) => (Some(part), 0),
        None => lookup(at.tail(length), PARTS).map_or((None, 0), |(part, n)| (Some(part), n)),
    };
    let length = length + taken;
    let length = length + optional(at.tail(length), BOUNDS);
    Some((length, SlotValue::Day { day, part }))
}

type Found = (Day, Option<DayPart>, usize);

fn named(at: &At) -> Option<Found> {
    let fused = lookup(at.rest, FUSED).map(|((days, part), n)| (Day::Offset(days), Some(part), n));
    fused.or_else(|| lookup(at.rest, NAMED).map(|(days, n)| (Day::Offset(days), None, n)))
}

fn chinese(at: &At) -> Option<Found> {
    // 以后天 and 目前天 are accidents; so is 提前天数.
    if matches!(at.first, '后' | '前') && at.follows(&["以", "之", "目", "提", "然", "最"]) {
        return None;
    }
    named(at).or_else(|| week(at)).or_else(|| month_end(at)).or_else(|| part_alone(at))
}

/// 下周五, 这周末, 下周; 周五 alone.
fn week(at: &At) -> Option<Found> {
    let (weeks, before) = lookup(at.rest, WEEKS).unwrap_or((0, 0));
    let named = any(at.tail(before), WEEK)?;
    let length = before + named;
    match lookup(at.tail(length), WEEKDAYS) {
        Some((day, n)) => Some((Day::Weekday { weeks, day }, None, length + n)),
        None if before > 0 => Some((Day::Weekday { weeks, day: 7 }, None, length)),
        None => None,
    }
}

fn month_end(at: &At) -> Option<Found> {
    let n = any(at.rest, &["这个月底", "本月底", "月底", "月末"])?;
    Some((Day::Date { month: None, day: 31 }, None, n))
}

/// 下午 alone means today's; 下午好 greets.
fn part_alone(at: &At) -> Option<Found> {
    let (part, n) = lookup(at.rest, PARTS)?;
    let greets = at.tail(n).starts_with(['好', '安']) || at.follows(&["每天", "天天", "一", "个"]);
    (!greets).then_some((Day::Offset(0), Some(part), n))
}

/// 12月3号, 3号, 12-03 with a year before; 3 december, 3rd of december; two days ago.
fn date(at: &At) -> Option<Found> {
    let first = number::single(at.rest)?;
    let value = first.whole()?;
    let behind = at.tail(first.length);
    let (day, length) = match behind.chars().next() {
        Some('月') => month_day(at, value, first.length + '月'.len_utf8())?,
        Some('号') => (Day::Date { month: None, day: day_number(value)? }, numbered(at, first.length)?),
        Some('年') => {
            let length = first.length + '年'.len_utf8();
            let month = number::single(at.tail(length)).filter(|_| value > 1900)?;
            let length = length + month.length + any(at.tail(length + month.length), &["月"])?;
            month_day(at, month.whole()?, length)?
        }
        Some('-' | '/') if value > 1900 => iso(at, first.length)?,
        Some('天' | '日') => ago(at, value, &["天前", "天之前", "天以前", "日前"], first.length)?,
        _ => return english_date(at, value, first.length),
    };
    Some((day, None, length))
}

fn ago(at: &At, days: u32, forms: &[&str], length: usize) -> Option<(Day, usize)> {
    let n = any(at.tail(length), forms)?;
    Some((Day::Offset(-i16::try_from(days).ok()?), length + n))
}

fn day_number(value: u32) -> Option<u8> {
    u8::try_from(value).ok().filter(|d| (1..=31).contains(d))
}

fn month_number(value: u32) -> Option<u8> {
    u8::try_from(value).ok().filter(|m| (1..=12).contains(m))
}

fn numbered(at: &At, length: usize) -> Option<usize> {
    let length = length + '号'.len_utf8();
    any(at.tail(length), NUMBERED).is_none().then_some(length)
}

fn month_day(at: &At, month: u32, length: usize) -> Option<(Day, usize)> {
    let month = Some(month_number(month)?);
    if let Some(n) = any(at.tail(length), &["底", "末"]) {
        return Some((Day::Date { month, day: 31 }, length + n));
    }
    let number = number::single(at.tail(length))?;
    let day = day_number(number.whole()?)?;
    let length = length + number.length;
    Some((Day::Date { month, day }, length + optional(at.tail(length), &["号", "日"])))
}

/// 2024-12-03 and 2024/12/03.
fn iso(at: &At, length: usize) -> Option<(Day, usize)> {
    let month = number::single(at.tail(length + 1))?;
    let length = length + 1 + month.length;
    let gap = any(at.tail(length), &["-", "/"])?;
    let day = number::single(at.tail(length + gap))?;
    let date = Day::Date { month: Some(month_number(month.whole()?)?), day: day_number(day.whole()?)? };
    Some((date, length + gap + day.length))
}

/// `3 december`, `3rd of december`, `the 3rd` behind by or on, `3 days ago`.
fn english_date(at: &At, value: u32, length: usize) -> Option<Found> {
    if let Some((day, length)) = ago(at, value, &[" days ago", " day ago"], length) {
        return Some((day, None, length));
    }
    let day = day_number(value)?;
    let length = length + optional(at.tail(length), &["st", "nd", "rd", "th"]);
    let gap = optional(at.tail(length), &[" of "]).max(optional(at.tail(length), &[" "]));
    let (month, n) = lookup(at.tail(length + gap), MONTHS).filter(|_| gap > 0)?;
    Some((Day::Date { month: Some(month), day }, None, length + gap + n))
}

fn english(at: &At) -> Option<Found> {
    match at.word {
        "today" | "tomorrow" | "tmr" | "tmrw" | "yesterday" | "tonight" | "day" | "eod" | "cob" | "close" => {
            named(at)
        }
        "this" | "next" | "last" | "coming" => named(at).or_else(|| english_week(at)),
        "the" => the(at),
        "end" if !at.follows(&["at the "]) => named(at).or_else(|| end_of(at)),
        word => lookup(word, ENGLISH_WEEKDAYS)
            .or_else(|| {
                lookup(word, SHORT_WEEKDAYS).filter(|_| matches!(at.lead, "by" | "on" | "before" | "until"))
            })
            .map(|(day, _)| (Day::Weekday { weeks: 0, day }, None, word.len()))
            .or_else(|| month_first(at)),
    }
}

/// `next monday`, `this weekend`, `next week`.
fn english_week(at: &At) -> Option<Found> {
    let (weeks, n) =
        lookup(at.rest, &[("next", 1), ("last", -1), ("this", 0), ("this coming", 0), ("coming", 0)])?;
    let tail = at.tail(n).strip_prefix(' ')?;
    let (day, length) = lookup(tail, ENGLISH_WEEKDAYS)
        .or_else(|| lookup(tail, SHORT_WEEKDAYS))
        .or_else(|| lookup(tail, &[("weekend", 7), ("week", 7)]))?;
    Some((Day::Weekday { weeks, day }, None, n + 1 + length))
}

/// `the weekend`, `the day after tomorrow`, `the end of the day`, and `by the 3rd`.
fn the(at: &At) -> Option<Found> {
    let skipped = "the ".len();
    let inner = at.after(skipped);
    let (day, part, n) = match inner.word {
        "weekend" => (Day::Weekday { weeks: 0, day: 7 }, None, "weekend".len()),
        // "At the end of the day" is a figure of speech, "by" makes it a time.
        "end" if !at.follows(&["at "]) => named(&inner).or_else(|| end_of(&inner))?,
        "day" => named(&inner)?,
        _ if matches!(at.lead, "by" | "on" | "before" | "until") => ordinal(&inner)?,
        _ => return None,
    };
    Some((day, part, skipped + n))
}

fn ordinal(at: &At) -> Option<Found> {
    let (number, tail) = at.counted().filter(|(n, _)| !n.han && !n.range)?;
    let suffix = any(tail, &["st", "nd", "rd", "th"])?;
    english_date(at, number.whole()?, number.length).or(Some((
        Day::Date { month: None, day: day_number(number.whole()?)? },
        None,
        number.length + suffix,
    )))
}

fn end_of(at: &At) -> Option<Found> {
    let week = ["end of the week", "end of this week", "end of week"];
    let next = any(at.rest, &["end of next week"]).map(|n| (Day::Weekday { weeks: 1, day: 5 }, None, n));
    let month = any(at.rest, &["end of the month", "end of this month", "end of month"]);
    next.or_else(|| any(at.rest, &week).map(|n| (Day::Weekday { weeks: 0, day: 5 }, None, n)))
        .or_else(|| month.map(|n| (Day::Date { month: None, day: 31 }, None, n)))
}

/// `december 3rd`, `dec 3`.
fn month_first(at: &At) -> Option<Found> {
    let (month, _) = MONTHS.iter().find(|(name, _)| *name == at.word).map(|(_, m)| (*m, ()))?;
    let gap = at.word.len() + optional(at.tail(at.word.len()), &["."]);
    let gap = gap + any(at.tail(gap), &[" "])?;
    let number = number::single(at.tail(gap)).filter(|n| !n.han)?;
    let day = day_number(number.whole()?)?;
    let length = gap + number.length;
    let counts = any(at.tail(length), &[" times", " days", ":", "%"]).is_some();
    let suffix = optional(at.tail(length), &["st", "nd", "rd", "th"]);
    (!counts).then_some((Day::Date { month: Some(month), day }, None, length + suffix))
}
