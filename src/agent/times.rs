//! Whether a time that is named in a text is still ahead. The agent has no clock: it is told the hour.

use crate::nlu::normalise::normalise;
use crate::nlu::slots::{Day, DayPart, Slot, SlotValue, slots};

const HOUR: u16 = 60;
const DAY: u16 = 24 * HOUR;
/// What must be left of a time that is promised, beside the hour that has begun.
const LEFT: u16 = HOUR;
/// Without a part of day, a time before this one is meant for the afternoon.
const EARLY: u16 = 8 * HOUR;
/// What may stand between a time and its day.
const BETWEEN: [&str; 5] = ["", "on", "in", "at", "的"];

/// Whether every time that a text names is ahead, with an hour to spare. `hour` is that of the customer's day, 0 to 23;
/// where it is unknown, only what holds at any hour does: other days, and so many hours from now.
pub fn hold(text: &str, hour: Option<u8>) -> bool {
    let normal = normalise(text);
    let text = normal.text();
    let slots = slots(&normal);
    (0..slots.len()).all(|place| due(&slots, place, text).is_none_or(|due| is_ahead(due, hour)))
}

fn is_ahead(due: u16, hour: Option<u8>) -> bool {
    hour.is_some_and(|hour| {
        u16::from(hour).saturating_add(1).saturating_mul(HOUR).saturating_add(LEFT) <= due
    })
}

/// By which minute of today something is due, where the slot says so.
fn due(slots: &[Slot], place: usize, text: &str) -> Option<u16> {
    match &slots.get(place)?.value {
        SlotValue::Day { day: Day::Offset(0), part } => Some(part.map_or(DAY, end)),
        SlotValue::Clock { minute_of_day } => {
            let (day, part) = day_of(slots, place, text).unwrap_or((Day::Offset(0), None));
            (day == Day::Offset(0)).then(|| on_the_clock(*minute_of_day, part))
        }
        _ => None,
    }
}

/// The end of a part of the day, in minutes.
fn end(part: DayPart) -> u16 {
    HOUR * match part {
        DayPart::Morning => 12,
        DayPart::Noon => 13,
        DayPart::Afternoon | DayPart::End => 18,
        DayPart::Evening => 23,
        DayPart::Night => 24,
    }
}

/// A time as it is meant: as written it may be of the morning or of the afternoon.
fn on_the_clock(minute: u16, part: Option<DayPart>) -> u16 {
    let late = matches!(part, Some(DayPart::Afternoon | DayPart::Evening));
    match minute {
        0..EARLY if part.is_none() => minute + DAY / 2,
        0..720 if late => minute + DAY / 2,
        _ => minute,
    }
}

/// The day that a time belongs to: the one right behind it (by ten tomorrow), else the last one before it in its sentence.
fn day_of(slots: &[Slot], place: usize, text: &str) -> Option<(Day, Option<DayPart>)> {
    let day = |slot: &Slot| match &slot.value {
        SlotValue::Day { day, part } => Some((*day, *part)),
        _ => None,
    };
    let own = slots.get(place)?;
    let next = slots.get(place.saturating_add(1)).filter(|next| {
        let gap = text.get(own.span.end as usize..next.span.start as usize).unwrap_or("-");
        BETWEEN.contains(&gap.trim())
    });
    if let Some(found) = next.and_then(day) {
        return Some(found);
    }
    let before = slots.get(..place)?.iter().rev().find(|slot| day(slot).is_some())?;
    let between = text.get(before.span.end as usize..own.span.start as usize).unwrap_or(".");
    let breaks = between.contains(['。', '！', '？', '!', '?', ';', '；', '.']);
    day(before).filter(|_| !breaks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_today_holds_until_an_hour_before_it() {
        for text in [
            "今天下午六点前，我亲自告诉您",
            "六点前给您回话",
            "今天下班前您会收到回复",
            "今天下午六點前回覆您",
            "by six this afternoon I'll tell you",
            "first word from me by six today",
            "you'll have it by 6 pm.",
            "by the end of today it's done",
        ] {
            assert!(hold(text, Some(9)) && hold(text, Some(16)), "{text}");
            assert!(!hold(text, Some(17)) && !hold(text, Some(22)) && !hold(text, None), "{text}");
        }
        assert!(hold("a definite answer by eight tonight", Some(18)));
        assert!(!hold("a definite answer by eight tonight", Some(19)));
        assert!(hold("今天之内给您一个回音", Some(22)) && !hold("今天之内给您一个回音", Some(23)));
    }

    #[test]
    fn other_days_and_hours_from_now_hold_at_any_hour() {
        for text in [
            "明天中午十二点前由我来跟您核对结果",
            "明早十点再跟您确认一次",
            "从现在起两个小时内给您第一个结果",
            "这周六下午两点补课",
            "by noon tomorrow I go through it with you",
            "I'll check with you at ten tomorrow morning",
            "within two hours from now",
            "好，我记下了。",
        ] {
            assert!((0..24).all(|hour| hold(text, Some(hour))) && hold(text, None), "{text}");
        }
    }

    #[test]
    fn one_time_that_is_past_is_enough() {
        let both = "first word by six today, and I'll check with you again at ten tomorrow morning";
        assert!(hold(both, Some(12)) && !hold(both, Some(20)));
        let sentences = "明天我再来。六点前给您回话";
        assert!(!hold(sentences, Some(20)), "a day does not reach into the next sentence");
    }
}
