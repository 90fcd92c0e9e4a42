//! A token bucket, kept as one moment: when it would be full again. Never sleeps; only says when.

use std::time::Duration;

use tokio::time::Instant;

/// At most `burst` at once, one more every `every`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bucket {
    every: Duration,
    slack: Duration,
    full: Instant,
}

impl Bucket {
    /// A full bucket.
    pub(super) fn new(every: Duration, burst: u32, now: Instant) -> Bucket {
        Bucket { every, slack: every * burst.saturating_sub(1), full: now }
    }

    /// Another speed from now on; what was taken stays taken.
    pub(super) fn resize(&mut self, every: Duration, burst: u32) {
        (self.every, self.slack) = (every, every * burst.saturating_sub(1));
    }

    /// When the next token may be taken.
    pub(super) fn ready(&self) -> Instant {
        self.full.checked_sub(self.slack).unwrap_or(self.full)
    }

    /// Takes a token.
    pub(super) fn take(&mut self, now: Instant) {
        self.full = self.full.max(now) + self.every;
    }

    /// Whether nothing would be lost by making a new one later.
    pub(super) fn is_full(&self, now: Instant) -> bool {
        self.full <= now
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_burst_goes_at_once_and_then_one_a_second() {
        let start = Instant::now();
        let mut bucket = Bucket::new(Duration::from_secs(1), 3, start);
        let mut now = start;
        let mut waits = Vec::new();
        for _ in 0..6 {
            now = now.max(bucket.ready());
            bucket.take(now);
            waits.push((now - start).as_secs());
        }
        assert_eq!(waits, [0, 0, 0, 1, 2, 3]);
        assert!(!bucket.is_full(now) && bucket.is_full(now + Duration::from_secs(3)));
    }
}
