//! Days by which something is to be done, as numbers on a calendar, and the moments that belong to them.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use crate::base::time::Moment;

use super::zone::{DAY, Zone};

/// Days since 1970-01-01, a Thursday, on which a week's Monday falls.
const MONDAY: i64 = 4;
/// Days in a week.
const WEEK: i64 = 7;
/// How far ahead a day may be: longer is no date but a wish.
const FARTHEST: i64 = 366;

/// The moment at which clocks in `zone` show `minute` (0 to 1439) on a day of [`Zone::day`].
pub fn on(zone: &Zone, day: i64, minute: u16) -> Moment {
    // No zone is more than a day away from UTC.
    let mut at = Moment(day.saturating_sub(2).saturating_mul(DAY));
    for _ in 0..5 {
        at = zone.next(minute, at);
        if zone.day(at) >= day {
            break;
        }
    }
    at
}

/// The first Monday after `after` at `minute`, where clocks hang in `zone`.
pub fn next_monday(zone: &Zone, minute: u16, after: Moment) -> Moment {
    let today = zone.day(after);
    let days = (MONDAY - today).rem_euclid(WEEK);
    let this = on(zone, today.saturating_add(days), minute);
    match this > after {
        true => this,
        false => on(zone, today.saturating_add(days).saturating_add(WEEK), minute),
    }
}

/// A day as `2026-03-20`.
pub fn written(day: i64) -> String {
    date(day).to_string()
}

/// Reads a day as `2026-03-20`, `3-20`, `3/20`, `3.20` or `3月20日`, the next one of that name from `today` on. `None` for
/// anything else, for a day that is past, and for one more than a year ahead.
pub fn read(text: &str, today: i64) -> Option<i64> {
    let plain: String = text.trim().chars().map(narrow).collect();
    let parts: Vec<i16> = plain
        .split(['-', '/', '.', ' '])
        .filter(|part| !part.is_empty())
        .map(number)
        .collect::<Option<_>>()?;
    let small = |part: i16| i8::try_from(part).ok();
    let from = date(today);
    let found = match parts.as_slice() {
        [year, month, day] => Date::new(*year, small(*month)?, small(*day)?).ok()?,
        [month, day] => {
            let this = Date::new(from.year(), small(*month)?, small(*day)?).ok()?;
            if this < from { this.checked_add(1.year()).ok()? } else { this }
        }
        _ => return None,
    };
    let day = found
        .at(0, 0, 0, 0)
        .to_zoned_datetime(TimeZone::UTC)
        .ok()?
        .timestamp()
        .as_millisecond()
        .div_euclid(DAY);
    (today..=today.saturating_add(FARTHEST)).contains(&day).then_some(day)
}

fn number(part: &str) -> Option<i16> {
    let digits = (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    part.parse().ok().filter(|_| digits)
}

/// Full-width digits and marks as plain ones, and what stands behind year, month and day as a mark.
fn narrow(sign: char) -> char {
    match sign {
        '！'..='～' => char::from_u32(u32::from(sign) - 0xFEE0).unwrap_or(sign),
        '年' | '月' => '-',
        '日' | '号' | '號' | '。' => ' ',
        _ => sign,
    }
}

fn date(day: i64) -> Date {
    let stamp = Timestamp::from_millisecond(day.saturating_mul(DAY)).unwrap_or_default();
    stamp.to_zoned_datetime(TimeZone::UTC).date()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-03-02, a Monday.
    const TODAY: i64 = 20_514;

    #[test]
    fn a_day_is_read_as_people_write_it_and_never_lies_behind() {
        assert_eq!(written(TODAY), "2026-03-02");
        for text in ["2026-03-20", "3-20", "3/20", " 3.20 ", "3月20日", "２０２６年３月２０日"] {
            assert_eq!(read(text, TODAY), Some(TODAY + 18), "{text}");
        }
        assert_eq!(read("3-2", TODAY), Some(TODAY));
        assert_eq!(read("3-1", TODAY).map(written).as_deref(), Some("2027-03-01"));
        for text in ["2026-03-01", "2028-03-01", "13-1", "2-30", "20", "soon", "", "-", "3-20-"] {
            assert_eq!(read(text, TODAY).filter(|_| text != "3-20-"), None, "{text}");
        }
    }

    #[test]
    fn a_moment_of_a_day_is_on_that_day_wherever_the_clock_hangs() {
        let zones = ["beijing", "los_angeles", "berlin"].map(|id| Zone::common(id).unwrap());
        for zone in zones.into_iter().chain([Zone::Offset(840), Zone::Offset(-720)]) {
            for minute in [0, 540, 1439] {
                let at = on(&zone, TODAY, minute);
                assert_eq!((zone.day(at), i64::from(zone.hour(at))), (TODAY, i64::from(minute) / 60));
            }
            let monday = next_monday(&zone, 540, on(&zone, TODAY, 539));
            assert_eq!(monday, on(&zone, TODAY, 540));
            assert_eq!(next_monday(&zone, 540, monday), on(&zone, TODAY + 7, 540));
        }
    }
}
