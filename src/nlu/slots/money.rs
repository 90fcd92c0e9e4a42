//! Sums of money: 200块, 一百五, ¥200, $1,500, 20 bucks, 1.5k.

use super::Hit;
use super::at::{At, any, lookup, optional};
use super::number;
use super::value::{Currency, SlotValue};

/// Signs and codes before a sum.
const BEFORE: &[(&str, Currency)] = &[
    ("hk$", Currency::Hkd),
    ("nt$", Currency::Twd),
    ("us$", Currency::Usd),
    ("¥", Currency::Cny),
    ("$", Currency::Usd),
    ("€", Currency::Eur),
    ("£", Currency::Gbp),
    ("rmb", Currency::Cny),
    ("cny", Currency::Cny),
    ("usd", Currency::Usd),
    ("hkd", Currency::Hkd),
    ("人民币", Currency::Cny),
    ("港币", Currency::Hkd),
    ("新台币", Currency::Twd),
    ("台币", Currency::Twd),
    ("美元", Currency::Usd),
    ("美金", Currency::Usd),
];
/// Units behind a sum, the longer ones first.
const BEHIND: &[(&str, Currency)] = &[
    ("块钱", Currency::Cny),
    ("块", Currency::Cny),
    ("元人民币", Currency::Cny),
    ("元钱", Currency::Cny),
    ("元", Currency::Cny),
    ("圆", Currency::Cny),
    ("人民币", Currency::Cny),
    ("港币", Currency::Hkd),
    ("港元", Currency::Hkd),
    ("新台币", Currency::Twd),
    ("台币", Currency::Twd),
    ("美元", Currency::Usd),
    ("美金", Currency::Usd),
    ("欧元", Currency::Eur),
    ("英镑", Currency::Gbp),
    ("rmb", Currency::Cny),
    ("cny", Currency::Cny),
    ("yuan", Currency::Cny),
    ("usd", Currency::Usd),
    ("hkd", Currency::Hkd),
    ("dollars", Currency::Usd),
    ("dollar", Currency::Usd),
    ("bucks", Currency::Usd),
    ("euros", Currency::Eur),
    ("euro", Currency::Eur),
    ("pounds", Currency::Gbp),
    ("quid", Currency::Gbp),
];
/// What may follow a round number that is a sum without saying so (赔五百吧); a counted thing may not.
const AFTER_BARE: &str = ",.?!;:的了吧吗呢啊行可给补赔退也都就够以左上还太,)\"\n ";

/// Reads a sum.
pub(super) fn read(at: &At) -> Option<Hit> {
    let (cents, currency, length) = match at.first {
        _ if at.number.is_some() => numeral(at)?,
        '¥' | '$' | '€' | '£' | '人' | '港' | '新' | '台' | '美' => signed(at)?,
        'h' | 'n' | 'u' | 'r' | 'c' if !at.word.is_empty() => signed(at)?,
        _ => return None,
    };
    Some((length, SlotValue::Money { cents, currency }))
}

fn signed(at: &At) -> Option<(u64, Option<Currency>, usize)> {
    // A code may touch its number (rmb200), so no word border is asked for here.
    let (currency, n) =
        BEFORE.iter().find(|(sign, _)| at.rest.starts_with(sign)).map(|(s, c)| (*c, s.len()))?;
    let gap = n + optional(at.tail(n), &[" "]);
    let number = number::quantity(at.tail(gap))?;
    let (milli, length) = thousands(number.upper(), at, gap + number.length);
    Some((milli / 10, Some(currency), length))
}

/// A k or w behind the number: 1.5k, 3w.
fn thousands(milli: u64, at: &At, length: usize) -> (u64, usize) {
    match lookup(at.tail(length), &[("k", 1_000), ("w", 10_000)]) {
        Some((size, n)) => (milli.saturating_mul(size), length + n),
        None => (milli, length),
    }
}

fn numeral(at: &At) -> Option<(u64, Option<Currency>, usize)> {
    let (number, _) = at.counted()?;
    let (milli, scaled) = thousands(number.upper(), at, number.length);
    let vague = scaled + optional(at.tail(scaled), &["多", "来"]);
    let gap = vague + optional(at.tail(vague), &[" "]);
    if let Some((currency, n)) = lookup(at.tail(gap), BEHIND) {
        return united(at, milli, currency, gap + n);
    }
    if let Some((size, n)) = lookup(at.tail(gap), &[("毛钱", 100), ("毛", 100), ("角", 100), ("cents", 10)])
    {
        let free = !at.tail(gap + n).starts_with(['病', '落', '度', '色', '巾']);
        return free.then_some((milli.saturating_mul(size) / 10_000, None, gap + n));
    }
    let marked = scaled > number.length && any(at.tail(scaled), &[" tv", "屏", "电视"]).is_none();
    (marked || bare(at, scaled)).then_some((milli / 10, None, scaled))
}

/// A round Chinese number with nothing to count: 五百, 一百五. 二百五 is an insult.
fn bare(at: &At, length: usize) -> bool {
    let round = at.number.is_some_and(|n| n.round && n.han);
    let next = at.tail(length).chars().next().unwrap_or('.');
    round && AFTER_BARE.contains(next) && at.rest.get(..length) != Some("二百五")
}

/// What may follow the unit: 三块五, 两块五毛; and 一块 alone is "together".
fn united(at: &At, milli: u64, currency: Currency, length: usize) -> Option<(u64, Option<Currency>, usize)> {
    let pieces = at.rest.get(..length).is_some_and(|s| s.ends_with('块'));
    let tail = at.tail(length);
    let tenth = number::single(tail).filter(|n| pieces && n.milli < 10_000 && !n.range);
    if let Some(n) =
        tenth.filter(|n| !tail.get(n.length..).is_some_and(|t| t.starts_with(['个', '天', '次', '分'])))
    {
        let unit = optional(at.tail(length + n.length), &["毛钱", "毛", "角", "钱"]);
        return Some((milli / 10 + n.milli / 100, Some(currency), length + n.length + unit));
    }
    let together = pieces && at.first == '一' && milli == 1000;
    (!together).then_some((milli / 10, Some(currency), length))
}
