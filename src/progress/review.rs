//! When a trainee is to be reminded: every day at her time; once a week it is a look back at the week.

use serde::{Deserialize, Serialize};

use crate::base::time::Moment;

use super::zone::{DAY, Zone};

/// Days since 1970-01-01, a Thursday, on which a week's Sunday falls.
const SUNDAY: i64 = 3;
/// Days in a week.
const WEEK: i64 = 7;

/// A trainee's reminders. Nothing is due until both time and zone are known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// Minute of her day (0 to 1439) at which to remind; `None` where she wants none.
    pub minute: Option<u16>,
    /// Where her clock hangs; asked once.
    pub zone: Option<Zone>,
    /// When the next reminder is due.
    pub due: Option<Moment>,
}

/// Which review it is time for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// Five minutes on the last conversation.
    Daily,
    /// The week, on Sundays.
    Weekly,
}

impl Review {
    /// Sets when the next reminder is due, from its time and zone: none where one of them is missing.
    pub fn schedule(&mut self, now: Moment) {
        self.due = self.minute.zip(self.zone.as_ref()).map(|(minute, zone)| zone.next(minute, now));
    }

    /// What is due now; `None` where nothing is. Any number of missed reminders is one, and a week's review that was
    /// missed in between is not lost.
    pub fn pending(&self, now: Moment) -> Option<Due> {
        let (due, zone) = self.due.filter(|due| *due <= now).zip(self.zone.as_ref())?;
        let (first, last) = (zone.day(due), zone.day(now));
        let sunday = (first..=last.min(first + WEEK)).any(|day| day.rem_euclid(WEEK) == SUNDAY);
        // A reminder that comes late in the night is still about the days before.
        Some(if sunday { Due::Weekly } else { Due::Daily })
    }
}

/// The start of the week that a review at `now` looks back at.
pub fn week_before(now: Moment) -> Moment {
    Moment(now.0.saturating_sub(WEEK * DAY))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Monday, 2026-03-02, at `hour` UTC, and some days later.
    fn monday(days: i64, hour: i64) -> Moment {
        Moment(1_772_409_600_000 + days * DAY + hour * 3_600_000)
    }

    fn review() -> Review {
        Review { minute: Some(20 * 60), zone: Some(Zone::Offset(0)), due: None }
    }

    #[test]
    fn it_is_daily_and_on_sundays_weekly() {
        let mut review = review();
        review.schedule(monday(0, 12));
        assert_eq!(review.due, Some(monday(0, 20)));
        assert_eq!(review.pending(monday(0, 19)), None);
        assert_eq!(review.pending(monday(0, 20)), Some(Due::Daily));
        review.schedule(monday(6, 12));
        assert_eq!(review.pending(monday(6, 20)), Some(Due::Weekly));
    }

    #[test]
    fn many_missed_ones_are_one_and_a_missed_week_is_not_lost() {
        let mut review = review();
        review.schedule(monday(0, 12));
        assert_eq!(review.pending(monday(3, 9)), Some(Due::Daily));
        assert_eq!(review.pending(monday(8, 9)), Some(Due::Weekly));
        review.schedule(monday(8, 9));
        assert_eq!(review.due, Some(monday(8, 20)));
    }

    #[test]
    fn nothing_is_due_without_a_time_or_a_zone() {
        let mut none = Review { minute: None, ..review() };
        none.schedule(monday(0, 0));
        assert_eq!((none.due, none.pending(monday(9, 0))), (None, None));
        let mut none = Review { zone: None, ..review() };
        none.schedule(monday(0, 0));
        assert_eq!(none.due, None);
    }
}
