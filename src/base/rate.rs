//! How often something may happen: a burst at once, then one more every so often. In whole milliseconds of whatever clock the
//! caller has; the same moments give the same answers.

use super::time::Moment;

/// A limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// How many at once; 0 for no limit at all.
    pub burst: u32,
    /// After how many milliseconds there is room for one more.
    pub every: u32,
}

impl Rate {
    /// No limit.
    pub const NONE: Rate = Rate { burst: 0, every: 0 };
}

/// What has been used of a limit: the moment at which all of it is there again. A new one is unused.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Meter(i64);

impl Meter {
    /// Whether one more fits at a moment, which it then takes. A clock that goes back gives nothing and takes nothing away.
    pub fn take(&mut self, rate: Rate, at: Moment) -> bool {
        let fits = self.wait(rate, at) == 0;
        if fits && rate.burst > 0 {
            self.0 = self.0.max(at.0).saturating_add(i64::from(rate.every));
        }
        fits
    }

    /// In how many milliseconds one more fits; 0 for now.
    pub fn wait(&self, rate: Rate, at: Moment) -> i64 {
        if rate.burst == 0 {
            return 0;
        }
        let room = i64::from(rate.burst).saturating_sub(1).saturating_mul(i64::from(rate.every));
        self.0.max(at.0).saturating_sub(at.0).saturating_sub(room).max(0)
    }

    /// Whether nothing is used any more.
    pub fn is_rested(&self, at: Moment) -> bool {
        self.0 <= at.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE: Rate = Rate { burst: 3, every: 1_000 };

    #[test]
    fn a_burst_passes_then_one_every_so_often() {
        let mut meter = Meter::default();
        let mut take = |at| meter.take(RATE, Moment(at));
        assert_eq!([take(0), take(0), take(0), take(0)], [true, true, true, false]);
        assert_eq!([take(999), take(1_000), take(1_000)], [false, true, false]);
        assert_eq!([take(60_000), take(60_000), take(60_000), take(60_000)], [true, true, true, false]);
    }

    #[test]
    fn it_says_how_long_to_wait_and_when_all_is_there_again() {
        let mut meter = Meter::default();
        (0..3).for_each(|_| assert!(meter.take(RATE, Moment(500))));
        assert_eq!(meter.wait(RATE, Moment(700)), 800);
        assert_eq!((meter.is_rested(Moment(3_499)), meter.is_rested(Moment(3_500))), (false, true));
    }

    #[test]
    fn no_limit_is_none_and_wild_clocks_do_no_harm() {
        let mut meter = Meter::default();
        assert!((0..1_000).all(|_| meter.take(Rate::NONE, Moment(5))));
        assert!(meter.take(RATE, Moment(i64::MAX)) && !meter.take(RATE, Moment(i64::MIN)));
    }
}
