//! What must not end while the service runs: after a panic it is started again, each time a little later. A panic is a mistake
//! in the program; it must cost what it concerns, and not everybody everything.

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::time::Duration;

use futures::FutureExt;
use tokio::time::Instant;

/// First and longest wait before a task is started again.
const FIRST_WAIT: Duration = Duration::from_millis(500);
const LONGEST_WAIT: Duration = Duration::from_secs(60);
/// Who went on for so long has got over what was before.
const CALM: Duration = Duration::from_secs(10 * 60);

/// How a task is started again.
pub(super) struct Restarts {
    /// What it is called in the log.
    task: &'static str,
    wait: Duration,
    begun: Instant,
}

impl Restarts {
    /// For a task that begins now.
    pub(super) fn of(task: &'static str) -> Restarts {
        Restarts { task, wait: FIRST_WAIT, begun: Instant::now() }
    }

    /// Goes on with the task; `None` where it panicked, which is told, and waited after.
    pub(super) async fn attempt<T>(&mut self, work: impl Future<Output = T>) -> Option<T> {
        if let Ok(outcome) = AssertUnwindSafe(work).catch_unwind().await {
            return Some(outcome);
        }
        if self.begun.elapsed() >= CALM {
            self.wait = FIRST_WAIT;
        }
        let wait_ms = u64::try_from(self.wait.as_millis()).unwrap_or(u64::MAX);
        tracing::error!(task = self.task, wait_ms, "a task failed and is started again");
        tokio::time::sleep(self.wait).await;
        self.wait = (self.wait * 2).min(LONGEST_WAIT);
        self.begun = Instant::now();
        None
    }
}

/// Does a task until it comes to an end of its own.
pub(super) async fn supervised<T, F: Future<Output = T>>(task: &'static str, work: impl Fn() -> F) -> T {
    let mut restarts = Restarts::of(task);
    loop {
        if let Some(outcome) = restarts.attempt(work()).await {
            return outcome;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_task_that_panics_is_started_again_and_each_time_later() {
        let (tries, start) = (AtomicU32::new(0), Instant::now());
        let work = || async {
            let nth = tries.fetch_add(1, Ordering::SeqCst);
            assert!(nth >= 4, "provoked by a test");
            nth
        };
        assert_eq!(supervised("test", work).await, 4);
        // 0.5, 1, 2 and 4 seconds.
        assert_eq!(start.elapsed().as_millis() / 100, 75);
    }

    #[tokio::test(start_paused = true)]
    async fn who_was_calm_for_long_starts_again_soon() {
        let mut restarts = Restarts::of("test");
        for _ in 0..20 {
            assert_eq!(restarts.attempt(async { panic!("provoked by a test") }).await, None::<()>);
        }
        let calm = async {
            tokio::time::sleep(CALM).await;
            panic!("provoked by a test")
        };
        let start = Instant::now();
        assert_eq!(restarts.attempt(calm).await, None::<()>);
        assert!(start.elapsed() < CALM + Duration::from_secs(1), "{:?}", start.elapsed());
    }
}
