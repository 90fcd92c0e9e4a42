//! Days and times of day where a trainee lives. The rules of summer time come with the program (`jiff`'s own copy of
//! the time zone database), so that every machine reckons alike.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone, TimeZoneDatabase};
use serde::{Deserialize, Serialize};

use crate::base::phrase::TermKind;
use crate::base::time::Moment;

/// Milliseconds in a day.
pub const DAY: i64 = 86_400_000;
/// Minutes in an hour.
const HOUR: i16 = 60;

/// Where a trainee's clock hangs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Zone {
    /// One of the [`COMMON`] zones, by its short id.
    Common(String),
    /// So many minutes before UTC's clock, all year; -720 to 840.
    Offset(i16),
}

/// Zones offered by button: a short id, which locales name, and the name in the time zone database.
pub const COMMON: [(&str, &str); 10] = [
    ("beijing", "Asia/Shanghai"),
    ("tokyo", "Asia/Tokyo"),
    ("bangkok", "Asia/Bangkok"),
    ("delhi", "Asia/Kolkata"),
    ("berlin", "Europe/Berlin"),
    ("london", "Europe/London"),
    ("new_york", "America/New_York"),
    ("chicago", "America/Chicago"),
    ("los_angeles", "America/Los_Angeles"),
    ("sydney", "Australia/Sydney"),
];

impl Zone {
    /// The common zone with this id. `None` where there is none.
    pub fn common(id: &str) -> Option<Zone> {
        COMMON.iter().any(|(known, _)| *known == id).then(|| Zone::Common(id.to_owned()))
    }

    /// Reads an offset such as `UTC+8`, `+5:30`, `GMT-3` or `＋８`. `None` for anything else, and beyond -12 and +14 hours.
    pub fn parse(text: &str) -> Option<Zone> {
        let text = plain(text).to_uppercase();
        let text = text.strip_prefix("UTC").or_else(|| text.strip_prefix("GMT")).unwrap_or(&text);
        let (sign, rest) = match text.strip_prefix('+') {
            Some(rest) => (1, rest),
            None => (-1, text.strip_prefix(['-', '−'])?),
        };
        let (hours, minutes) = rest.split_once(':').unwrap_or((rest, "0"));
        let part = |text: &str, below: i16| {
            let digits = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
            text.parse::<i16>().ok().filter(|n| digits && *n < below)
        };
        let offset = sign * (part(hours, 24)? * HOUR + part(minutes, HOUR)?);
        (-12 * HOUR..=14 * HOUR).contains(&offset).then_some(Zone::Offset(offset))
    }

    /// An offset with its sign, such as `+5:30`. `None` for a named zone.
    pub fn offset(&self) -> Option<String> {
        let Zone::Offset(minutes) = self else { return None };
        let sign = if *minutes < 0 { '-' } else { '+' };
        let (hours, rest) = (minutes.abs() / HOUR, minutes.abs() % HOUR);
        Some(if rest == 0 { format!("{sign}{hours}") } else { format!("{sign}{hours}:{rest:02}") })
    }

    fn rules(&self) -> TimeZone {
        match self {
            Zone::Common(id) => {
                let name = COMMON.iter().find(|(known, _)| known == id).map(|(_, name)| *name);
                name.and_then(|name| TimeZoneDatabase::bundled().get(name).ok()).unwrap_or(TimeZone::UTC)
            }
            Zone::Offset(minutes) => {
                Offset::from_seconds(i32::from(*minutes) * 60).map_or(TimeZone::UTC, TimeZone::fixed)
            }
        }
    }

    fn date(&self, at: Moment) -> Date {
        let stamp = Timestamp::from_millisecond(at.0).unwrap_or_default();
        stamp.to_zoned_datetime(self.rules()).date()
    }

    /// The day's number on this zone's calendar, growing by one a day.
    pub fn day(&self, at: Moment) -> i64 {
        let midnight = self.date(at).at(0, 0, 0, 0).to_zoned_datetime(TimeZone::UTC);
        midnight.map_or(0, |midnight| midnight.timestamp().as_millisecond().div_euclid(DAY))
    }

    /// The week's number on this zone's calendar, growing by one each Monday.
    pub fn week(&self, at: Moment) -> i64 {
        // Day 0 was a Thursday.
        (self.day(at) + 3).div_euclid(7)
    }

    /// The hour that clocks there show, 0 to 23.
    pub fn hour(&self, at: Moment) -> u8 {
        let stamp = Timestamp::from_millisecond(at.0).unwrap_or_default();
        u8::try_from(stamp.to_zoned_datetime(self.rules()).hour()).unwrap_or(0)
    }

    /// The minute of the day that clocks there show, 0 to 1439.
    pub fn minute(&self, at: Moment) -> u16 {
        let stamp = Timestamp::from_millisecond(at.0).unwrap_or_default();
        let there = stamp.to_zoned_datetime(self.rules());
        u16::try_from(i16::from(there.hour()) * HOUR + i16::from(there.minute())).unwrap_or(0)
    }

    /// The date there, as `2026-01-31`.
    pub fn written(&self, at: Moment) -> String {
        self.date(at).to_string()
    }

    /// The first moment after `after` at which clocks there show `minute` of the day (0 to 1439). Where summer time
    /// leaves that time out, an hour later; where it comes twice, the first time.
    pub fn next(&self, minute: u16, after: Moment) -> Moment {
        let rules = self.rules();
        let hour = |n: u16| i8::try_from(n).unwrap_or(0);
        let mut date = self.date(after);
        for _ in 0..3 {
            let clock = date.at(hour(minute / 60 % 24), hour(minute % 60), 0, 0);
            let found = rules.to_ambiguous_zoned_datetime(clock).compatible();
            let found = found.map(|zoned| Moment(zoned.timestamp().as_millisecond()));
            if let Some(found) = found.ok().filter(|found| *found > after) {
                return found;
            }
            date = date.tomorrow().unwrap_or(date);
        }
        Moment(after.0.saturating_add(DAY))
    }
}

/// Month and day of the Monday on which a week of [`Zone::week`] begins.
pub fn monday(week: i64) -> (u8, u8) {
    let stamp = Timestamp::from_millisecond(week.saturating_mul(7).saturating_sub(3).saturating_mul(DAY));
    let date = stamp.unwrap_or_default().to_zoned_datetime(TimeZone::UTC).date();
    let small = |number: i8| u8::try_from(number).unwrap_or(1);
    (small(date.month()), small(date.day()))
}

/// The zone a day is reckoned in for somebody who never named one.
pub fn reckoning(zone: Option<&Zone>) -> Zone {
    zone.cloned().unwrap_or(Zone::Common("beijing".to_owned()))
}

/// Reads a time of day such as `20:30`, `8：05`, `7` or `8:30pm`, as minutes since midnight. `None` for anything else.
pub fn clock(text: &str) -> Option<u16> {
    let text = plain(text).to_lowercase();
    let (text, shift) = match (text.strip_suffix("pm"), text.strip_suffix("am")) {
        (Some(text), _) => (text, Some(12)),
        (None, Some(text)) => (text, Some(0)),
        (None, None) => (text.as_str(), None),
    };
    let (hours, minutes) = text.split_once([':', '.']).unwrap_or((text, "00"));
    let fits = |text: &str, least: usize| {
        (least..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let hours = hours.parse::<u16>().ok().filter(|_| fits(hours, 1))?;
    let minutes = minutes.parse::<u16>().ok().filter(|n| fits(minutes, 2) && *n < 60)?;
    let hours = match shift {
        Some(shift) => (1..=12).contains(&hours).then_some(hours % 12 + shift)?,
        None => hours,
    };
    (hours < 24).then_some(hours * 60 + minutes)
}

/// A time of day as `20:30`.
pub fn shown(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60 % 24, minute % 60)
}

/// Full-width digits and marks of Chinese input methods as plain ones.
fn plain(text: &str) -> String {
    let narrow = |c: char| match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    text.trim().chars().map(narrow).collect()
}

/// The kind of word that names a common zone.
pub const NAMED: TermKind = TermKind::Zone;

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        Moment(text.parse::<Timestamp>().unwrap().as_millisecond())
    }

    #[test]
    fn every_common_zone_is_in_the_database() {
        for (id, name) in COMMON {
            assert!(TimeZoneDatabase::bundled().get(name).is_ok(), "{name}");
            assert!(Zone::common(id).is_some());
        }
        assert_eq!(TermKind::Zone.ids(), COMMON.map(|(id, _)| id));
    }

    #[test]
    fn offsets_and_times_are_read_as_people_write_them() {
        for (text, minutes) in [("UTC+8", 480), ("+5:30", 330), ("gmt-3", -180), ("＋８", 480), ("+0", 0)] {
            assert_eq!(Zone::parse(text), Some(Zone::Offset(minutes)), "{text}");
        }
        for text in ["8", "UTC", "+15", "-13", "+8:60", "+:30", "+ab", "+123"] {
            assert_eq!(Zone::parse(text), None, "{text}");
        }
        for (text, minute) in
            [("20:30", 1230), ("８：０５", 485), ("7", 420), ("8:30pm", 1230), ("12am", 0), ("0:00", 0)]
        {
            assert_eq!(clock(text), Some(minute), "{text}");
        }
        for text in ["24:00", "8:5", "8:60", "20:30:00", "", "abc", "13pm", "+8", "100"] {
            assert_eq!(clock(text), None, "{text}");
        }
        assert_eq!(Zone::Offset(-210).offset().as_deref(), Some("-3:30"));
        assert_eq!(shown(485), "08:05");
    }

    #[test]
    fn the_next_time_is_today_or_tomorrow_on_her_own_clock() {
        let beijing = Zone::common("beijing").unwrap();
        assert_eq!(beijing.next(1230, at("2026-03-01T12:00:00Z")), at("2026-03-01T12:30:00Z"));
        assert_eq!(beijing.next(1230, at("2026-03-01T12:30:00Z")), at("2026-03-02T12:30:00Z"));
        assert_eq!(beijing.next(30, at("2026-03-01T12:30:00Z")), at("2026-03-01T16:30:00Z"));
    }

    #[test]
    fn summer_time_moves_the_moment_and_not_the_clock() {
        let berlin = Zone::common("berlin").unwrap();
        assert_eq!(berlin.next(1200, at("2026-03-28T12:00:00Z")), at("2026-03-28T19:00:00Z"));
        assert_eq!(berlin.next(1200, at("2026-03-28T19:00:00Z")), at("2026-03-29T18:00:00Z"));
        // 02:30 does not exist on that day, and comes twice on the other.
        assert_eq!(berlin.next(150, at("2026-03-28T12:00:00Z")), at("2026-03-29T01:30:00Z"));
        assert_eq!(berlin.next(150, at("2026-10-24T12:00:00Z")), at("2026-10-25T00:30:00Z"));
    }

    #[test]
    fn a_day_begins_at_her_midnight() {
        let (noon, late) = (at("2026-03-01T12:00:00Z"), at("2026-03-01T16:30:00Z"));
        let beijing = Zone::common("beijing").unwrap();
        assert_eq!(beijing.day(late), beijing.day(noon) + 1);
        assert_eq!(beijing.written(late), "2026-03-02");
        assert_eq!(Zone::Offset(0).day(late), Zone::Offset(0).day(noon));
        assert_eq!((beijing.hour(noon), beijing.hour(late), Zone::Offset(-720).hour(noon)), (20, 0, 0));
    }
}
