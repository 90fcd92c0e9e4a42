//! Durations, taken one by one, and the figures they come to.

use std::time::{Duration, Instant};

use serde::Serialize;

/// How long single pieces of work took, in nanoseconds.
#[derive(Clone, Debug, Default)]
pub struct Samples(Vec<u64>);

/// What many of them come to. Microseconds, to a tenth.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Figures {
    /// Pieces of work.
    pub count: u64,
    /// Pieces a second.
    pub per_second: f64,
    /// Half of them took no longer.
    pub p50_us: f64,
    /// 99 of 100 took no longer.
    pub p99_us: f64,
}

impl Samples {
    /// Does a piece of work and notes how long it took.
    pub fn time<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let begun = Instant::now();
        let made = work();
        self.note(begun.elapsed());
        made
    }

    /// Notes how long a piece took.
    pub fn note(&mut self, took: Duration) {
        self.0.push(u64::try_from(took.as_nanos()).unwrap_or(u64::MAX));
    }

    /// Takes over what somebody else noted.
    pub fn extend(&mut self, other: Samples) {
        self.0.extend(other.0);
    }

    /// The figures of work that was done one piece after the other; what was done between pieces does not count. `None`
    /// where nothing was done.
    pub fn figures(self) -> Option<Figures> {
        let spent = Duration::from_nanos(self.0.iter().sum());
        self.figures_over(spent)
    }

    /// The figures of work by several at once, all of it done within `span`. `None` where nothing was done.
    pub fn figures_over(mut self, span: Duration) -> Option<Figures> {
        self.0.sort_unstable();
        let count = self.0.len() as u64;
        let seconds = span.as_secs_f64().max(1e-9);
        Some(Figures {
            count,
            per_second: tenths(count as f64 / seconds),
            p50_us: self.at_rank(50)?,
            p99_us: self.at_rank(99)?,
        })
    }

    /// The least duration that so many per cent do not exceed, in microseconds. The samples must be sorted.
    fn at_rank(&self, percent: usize) -> Option<f64> {
        let rank = (self.0.len() * percent).div_ceil(100).max(1);
        self.0.get(rank - 1).map(|nanos| tenths(*nanos as f64 / 1e3))
    }
}

/// When a span that begins now is over.
pub fn until(seconds: f64) -> Instant {
    Instant::now() + Duration::from_secs_f64(seconds)
}

/// Rounded to a tenth.
pub fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn samples(micros: impl IntoIterator<Item = u64>) -> Samples {
        let mut samples = Samples::default();
        micros.into_iter().for_each(|micros| samples.note(Duration::from_micros(micros)));
        samples
    }

    #[test]
    fn ranks_are_the_nearest_and_order_does_not_matter() {
        let figures = samples((1..=200).rev()).figures_over(Duration::from_secs(2)).unwrap();
        assert_eq!(figures, Figures { count: 200, per_second: 100.0, p50_us: 100.0, p99_us: 198.0 });
        let one = samples([7]).figures().unwrap();
        assert_eq!((one.count, one.p50_us, one.p99_us), (1, 7.0, 7.0));
        assert_eq!(one.per_second, 142_857.1);
    }

    #[test]
    fn nothing_done_is_no_figure() {
        assert_eq!(Samples::default().figures(), None);
    }
}
