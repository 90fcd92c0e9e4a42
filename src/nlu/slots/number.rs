//! Numbers in digits, Chinese numerals, both mixed, and English words; ranges keep their upper bound.

use super::at::{any, word};

/// A number, in thousandths so that 1.5 needs no floating point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quantity {
    /// The value in thousandths; of a range, its upper bound. Saturates.
    pub milli: u64,
    /// Bytes it takes.
    pub length: usize,
    /// Two neighbouring Chinese digits (两三天, 九五折): the first.
    pub pair: Option<u64>,
    /// Whether it begins with a Chinese numeral.
    pub han: bool,
    /// Whether it is written with 百, 千 or 万 and so may be a sum without saying so.
    pub round: bool,
    /// Whether it is a range.
    pub range: bool,
}

impl Quantity {
    /// The whole number; `None` where there is a fraction or it is beyond a `u32`.
    pub fn whole(&self) -> Option<u32> {
        self.milli.is_multiple_of(1000).then_some(self.milli / 1000).and_then(|n| u32::try_from(n).ok())
    }

    /// The value as a count of things, where 两三 means up to three.
    pub fn upper(&self) -> u64 {
        match self.pair {
            Some(_) => self.milli % 10_000,
            None => self.milli,
        }
    }
}

/// A number so far: value in thousandths, and the text behind.
type Parsed<'a> = (u64, &'a str);

const WORDS: &[(&str, u64)] = &[
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

/// Words between the ends of a range, the longer ones first.
const RANGES: &[&str] = &[" to ", " or ", " - ", "-", "~", "到", "至", "或"];

/// Whether a number can begin with this character or ASCII word.
pub(super) fn may_start(first: char, word: &str) -> bool {
    first.is_ascii_digit() || is_digit(first) || matches!(first, '十' | '百') || english_word(word).is_some()
}

/// Whether `c` is a digit or a unit of Chinese numerals. 半 is left to the readers.
pub(super) fn is_digit(c: char) -> bool {
    digit(c).is_some() || unit(c).is_some()
}

/// Bytes of the run of Chinese numerals at the beginning.
pub(super) fn run(text: &str) -> usize {
    text.len() - text.trim_start_matches(|c| is_digit(c) || c.is_ascii_digit()).len()
}

/// Reads a number or a range of two.
pub(super) fn quantity(text: &str) -> Option<Quantity> {
    let low = single(text)?;
    let behind = text.get(low.length..).unwrap_or("");
    let Some(gap) = any_gap(behind) else { return Some(low) };
    let high = single(behind.get(gap..).unwrap_or(""))
        .filter(|high| high.milli > low.milli && !is_date(low, behind));
    Some(match high {
        Some(high) => Quantity { length: low.length + gap + high.length, han: low.han, range: true, ..high },
        None => low,
    })
}

fn any_gap(behind: &str) -> Option<usize> {
    RANGES.iter().find(|gap| behind.starts_with(**gap)).map(|gap| gap.len())
}

/// 2024-12-03 is no range.
fn is_date(low: Quantity, behind: &str) -> bool {
    low.milli >= 1_000_000 && behind.starts_with('-')
}

/// Reads one number.
pub(super) fn single(text: &str) -> Option<Quantity> {
    let first = text.chars().next()?;
    if first.is_ascii_digit() {
        let (milli, rest) = digits(text)?;
        let (milli, rest, round) = scaled(milli, rest);
        let length = text.len() - rest.len();
        return Some(Quantity { milli, length, pair: None, han: false, round, range: false });
    }
    if first.is_ascii_alphabetic() { english(text) } else { chinese(text) }
}

/// ASCII digits with thousands separators and a fraction.
fn digits(text: &str) -> Option<Parsed<'_>> {
    let mut rest = text;
    let mut whole: u64 = 0;
    let mut any = false;
    loop {
        while let Some((d, tail)) = ascii_digit(rest) {
            whole = whole.saturating_mul(10).saturating_add(d);
            (rest, any) = (tail, true);
        }
        match rest.strip_prefix(',') {
            Some(group) if any && group.bytes().take_while(u8::is_ascii_digit).count() == 3 => rest = group,
            _ => break,
        }
    }
    let mut milli = whole.saturating_mul(1000);
    let fraction = rest.strip_prefix('.').filter(|f| ascii_digit(f).is_some());
    if let Some(mut tail) = fraction {
        let mut weight = 100;
        while let Some((d, next)) = ascii_digit(tail) {
            milli = milli.saturating_add(d * weight);
            weight /= 10;
            tail = next;
        }
        rest = tail;
    }
    any.then_some((milli, rest))
}

fn ascii_digit(text: &str) -> Option<(u64, &str)> {
    let c = text.chars().next()?;
    Some((u64::from(c.to_digit(10)?), text.get(1..)?))
}

/// Digits before a Chinese unit: 3千, 1.5万, 3万5. Whether there was one comes last.
fn scaled(milli: u64, rest: &str) -> (u64, &str, bool) {
    let Some((size, tail)) = take(rest, unit) else { return (milli, rest, false) };
    let total = milli.saturating_mul(size);
    match ascii_digit(tail).filter(|(_, t)| !t.starts_with(|c: char| c.is_ascii_digit() || c == '.')) {
        Some((d, tail)) => {
            (total.saturating_add(d.saturating_mul(size / 10).saturating_mul(1000)), tail, true)
        }
        None => (total, tail, true),
    }
}

fn take(text: &str, read: fn(char) -> Option<u64>) -> Option<(u64, &str)> {
    let c = text.chars().next()?;
    Some((read(c)?, text.get(c.len_utf8()..)?))
}

fn digit(c: char) -> Option<u64> {
    Some(match c {
        '零' | '〇' => 0,
        '一' => 1,
        '二' | '两' | '俩' => 2,
        '三' | '仨' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn unit(c: char) -> Option<u64> {
    Some(match c {
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    })
}

/// Chinese numerals: digits in a row (二〇二四), a pair (两三), or with units.
fn chinese(text: &str) -> Option<Quantity> {
    let end = text.len() - text.trim_start_matches(is_digit).len();
    let numerals = text.get(..end).filter(|n| !n.is_empty())?;
    let done = |milli, pair, round| {
        Some(Quantity { milli, length: numerals.len(), pair, han: true, round, range: false })
    };
    if !numerals.chars().any(|c| unit(c).is_some()) {
        let mut value: u64 = 0;
        for d in numerals.chars().filter_map(digit) {
            value = value.saturating_mul(10).saturating_add(d);
        }
        let pair =
            (numerals.chars().count() == 2).then_some(value / 10).filter(|a| *a > 0 && *a < value % 10);
        return decimal(text, numerals.len(), value)
            .or_else(|| done(value.saturating_mul(1000), pair, false));
    }
    // 千万 and 百 without a digit are adverbs more often than numbers.
    if numerals.starts_with(['百', '千', '万', '亿']) {
        return None;
    }
    let round = numerals.contains(['百', '千', '万', '亿']);
    done(with_units(numerals).saturating_mul(1000), None, round)
}

/// 一点五, 三点二五 only count as decimals before a unit that says so; here: 倍, 折, 万, 千, 个百分点.
fn decimal(text: &str, whole_length: usize, whole: u64) -> Option<Quantity> {
    let tail = text.get(whole_length..)?.strip_prefix('点')?;
    let (d, rest) = take(tail, digit)?;
    let marked = rest.starts_with(['倍', '折', '万', '千']);
    let milli = whole.saturating_mul(1000).saturating_add(d * 100);
    let length = text.len() - rest.len();
    marked.then_some(Quantity { milli, length, pair: None, han: true, round: false, range: false })
}

/// The value of numerals with units; a digit behind a unit counts as the next smaller one (一百五, 两千三).
fn with_units(numerals: &str) -> u64 {
    let (mut total, mut section, mut pending): (u64, u64, Option<u64>) = (0, 0, None);
    let (mut last_unit, mut zero) = (1, false);
    for c in numerals.chars() {
        match (digit(c), unit(c)) {
            (Some(0), _) => zero = true,
            (Some(d), _) => pending = Some(d),
            (_, Some(size)) if size >= 10_000 => {
                section = section.saturating_add(pending.take().unwrap_or(0));
                total = total.saturating_add(section.max(1).saturating_mul(size));
                (section, last_unit, zero) = (0, size, false);
            }
            (_, Some(size)) => {
                section = section.saturating_add(pending.take().unwrap_or(1).saturating_mul(size));
                (last_unit, zero) = (size, false);
            }
            _ => {}
        }
    }
    let weight = if zero || last_unit < 100 { 1 } else { last_unit / 10 };
    total.saturating_add(section).saturating_add(pending.unwrap_or(0).saturating_mul(weight))
}

/// The value of an English numeral word.
pub(super) fn english_word(word: &str) -> Option<u64> {
    let plausible = (3..=9).contains(&word.len());
    if !plausible { None } else { WORDS.iter().find(|(w, _)| *w == word).map(|(_, n)| *n) }
}

/// twenty-four, two hundred, five thousand; and a half.
fn english(text: &str) -> Option<Quantity> {
    let first = word(text);
    let mut value = english_word(first)?;
    let mut length = first.len();
    let behind = |length: usize| text.get(length..).unwrap_or("");
    if value >= 20
        && let Some(tail) = behind(length).strip_prefix([' ', '-'])
        && let Some(ones) = english_word(word(tail)).filter(|n| *n < 10)
    {
        value += ones;
        length += 1 + word(tail).len();
    }
    for (name, size) in [(" hundred", 100), (" thousand", 1000)] {
        if let Some(n) = any(behind(length), &[name]) {
            value *= size;
            length += n;
        }
    }
    let mut milli = value * 1000;
    if let Some(n) = any(behind(length), &[" and a half"]) {
        milli += 500;
        length += n;
    }
    Some(Quantity { milli, length, pair: None, han: false, round: false, range: false })
}
