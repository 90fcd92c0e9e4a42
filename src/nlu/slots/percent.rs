//! Shares of a price: 八折 (20 % off), 20%, 半价, half price.

use super::Hit;
use super::at::{At, lookup, optional};
use super::number;
use super::value::SlotValue;

const FIXED: &[(&str, u32)] = &[
    ("半价", 500),
    ("对折", 500),
    ("半折", 500),
    ("half price", 500),
    ("half-price", 500),
    ("half off", 500),
];

/// Reads a share.
pub(super) fn read(at: &At) -> Option<Hit> {
    let (per_mille, length) = match at.first {
        '半' | '对' | 'h' => lookup(at.rest, FIXED)?,
        '百' => of_a_hundred(at)?,
        _ => numeral(at)?,
    };
    Some((length, SlotValue::Percent { per_mille }))
}

fn of_a_hundred(at: &At) -> Option<(u32, usize)> {
    let skipped = optional(at.rest, &["百分之"]);
    let number = number::single(at.tail(skipped)).filter(|_| skipped > 0)?;
    Some((tenths(number.milli), skipped + number.length))
}

/// Percent in thousandths to thousandths of the whole.
fn tenths(milli: u64) -> u32 {
    u32::try_from(milli / 100).unwrap_or(u32::MAX)
}

fn numeral(at: &At) -> Option<(u32, usize)> {
    let (number, tail) = at.counted()?;
    if tail.starts_with('折') && !tail.starts_with("折腾") {
        return Some((off(number.milli)?, number.length + '折'.len_utf8()));
    }
    if let Some(rest) = tail.strip_prefix('成') {
        // 三成 is thirty percent; 三成功 is not.
        let share = !rest.starts_with(['功', '为', '本', '立', '员']) && number.milli <= 10_000;
        return share.then_some((tenths(number.milli * 10), number.length + '成'.len_utf8()));
    }
    let (_, n) =
        lookup(tail, &[("%", ()), (" %", ()), (" percent", ()), (" per cent", ()), ("个百分点", ())])?;
    let behind = at.tail(number.length + n);
    Some((tenths(number.upper()), number.length + n + optional(behind, &[" off", " discount"])))
}

/// What N折 takes off: 八折 200, 九五折 and 95折 50, 8.5折 150.
fn off(milli: u64) -> Option<u32> {
    let stays = if milli < 10_000 { milli / 10 } else { milli / 100 };
    u32::try_from(1000u64.checked_sub(stays)?).ok()
}
