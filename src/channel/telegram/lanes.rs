//! Who works on what: a lane for each trainee with work waiting, and a bounded number of runners that take turns
//! among the lanes. A lane is with one runner at a time, so its jobs stay in order; a stuck job keeps its lane and
//! one runner, and nobody else waits for either.

use std::collections::{HashMap, VecDeque};
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures::FutureExt;
use futures::future::BoxFuture;
use tokio::sync::Notify;
use tracing::Instrument;

use crate::vitals::VITALS;

/// Does one job.
pub type Work<J> = Arc<dyn Fn(J) -> BoxFuture<'static, ()> + Send + Sync>;

/// The lanes. Cheap to clone.
pub struct Lanes<J> {
    yard: Arc<Yard<J>>,
}

impl<J> Clone for Lanes<J> {
    fn clone(&self) -> Lanes<J> {
        Lanes { yard: Arc::clone(&self.yard) }
    }
}

struct Yard<J> {
    work: Work<J>,
    most: usize,
    state: Mutex<State<J>>,
    changed: Notify,
}

struct State<J> {
    /// Lanes with work: waiting jobs of each. The one being worked on is not among them.
    lanes: HashMap<i64, VecDeque<J>>,
    /// Lanes that no runner has, in the order in which they get one.
    ready: VecDeque<i64>,
    runners: usize,
    waiting: usize,
    closed: bool,
}

impl<J: Send + 'static> Lanes<J> {
    /// Lanes with at most `most` runners.
    pub fn new(most: usize, work: Work<J>) -> Lanes<J> {
        let state =
            State { lanes: HashMap::new(), ready: VecDeque::new(), runners: 0, waiting: 0, closed: false };
        let most = most.max(1);
        Lanes { yard: Arc::new(Yard { work, most, state: Mutex::new(state), changed: Notify::new() }) }
    }

    /// Puts a job at the end of a lane. Nothing once closed.
    pub fn push(&self, lane: i64, job: J) {
        let mut state = self.yard.lock();
        if state.closed {
            return;
        }
        state.waiting += 1;
        VITALS.lanes_waiting.inc();
        match state.lanes.get_mut(&lane) {
            Some(jobs) => jobs.push_back(job),
            None => {
                state.lanes.insert(lane, VecDeque::from([job]));
                state.ready.push_back(lane);
            }
        }
        if state.runners < self.yard.most && state.runners < state.lanes.len() {
            state.runners += 1;
            tokio::spawn(run(Arc::clone(&self.yard)).in_current_span());
        }
    }

    /// How many jobs wait.
    pub fn waiting(&self) -> usize {
        self.yard.lock().waiting
    }

    /// Waits until at most `jobs` wait, or the lanes are closed.
    pub async fn wait_below(&self, jobs: usize) {
        self.wait(|state| state.waiting <= jobs || state.closed).await;
    }

    /// Starts no job any more and waits for those under way. Waiting jobs are dropped.
    pub async fn close(&self) {
        self.yard.lock().closed = true;
        self.yard.changed.notify_waiters();
        self.wait(|state| state.runners == 0).await;
    }

    async fn wait(&self, done: impl Fn(&State<J>) -> bool) {
        loop {
            // Listening comes before looking, or a change between the two would go unnoticed.
            let changed = self.yard.changed.notified();
            tokio::pin!(changed);
            changed.as_mut().enable();
            if done(&self.yard.lock()) {
                return;
            }
            changed.await;
        }
    }
}

impl<J> Yard<J> {
    fn lock(&self) -> MutexGuard<'_, State<J>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next job and its lane; without one, the runner counts as gone.
    fn next(&self) -> Option<(i64, J)> {
        let mut state = self.lock();
        let job = if state.closed { None } else { state.pop() };
        if job.is_none() {
            state.runners -= 1;
        }
        drop(state);
        self.changed.notify_waiters();
        job
    }

    fn give_back(&self, lane: i64) {
        let mut state = self.lock();
        match state.lanes.get(&lane) {
            Some(jobs) if !jobs.is_empty() => state.ready.push_back(lane),
            _ => {
                state.lanes.remove(&lane);
            }
        }
    }
}

impl<J> State<J> {
    fn pop(&mut self) -> Option<(i64, J)> {
        let lane = self.ready.pop_front()?;
        let job = self.lanes.get_mut(&lane)?.pop_front()?;
        self.waiting -= 1;
        VITALS.lanes_waiting.dec();
        Some((lane, job))
    }
}

async fn run<J>(yard: Arc<Yard<J>>) {
    while let Some((lane, job)) = yard.next() {
        let work = AssertUnwindSafe((yard.work)(job)).catch_unwind();
        if work.await.is_err() {
            tracing::error!("a worker failed on an update; it goes on with the next");
        }
        yard.give_back(lane);
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    type Log = Arc<Mutex<Vec<(i64, u32)>>>;

    fn lanes(most: usize) -> (Lanes<(i64, u32)>, Log) {
        let log = Log::default();
        let notes = Arc::clone(&log);
        let work: Work<(i64, u32)> = Arc::new(move |job| {
            let notes = Arc::clone(&notes);
            async move {
                match job {
                    (0, _) => std::future::pending().await,
                    (_, 13) => panic!("provoked by a test"),
                    // Some take longer than others.
                    (lane, n) => {
                        tokio::time::sleep(Duration::from_millis((lane as u64 * 7 + n as u64) % 5)).await
                    }
                }
                notes.lock().unwrap().push(job);
            }
            .boxed()
        });
        (Lanes::new(most, work), log)
    }

    #[tokio::test(start_paused = true)]
    async fn each_lane_keeps_its_order_while_another_is_stuck_and_a_job_panics() {
        let (lanes, log) = lanes(3);
        for n in 0..20 {
            (0..6).for_each(|lane| lanes.push(lane, (lane, n)));
        }
        lanes.wait_below(19).await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        let log = log.lock().unwrap();
        for lane in 1..6 {
            let done: Vec<u32> = log.iter().filter(|job| job.0 == lane).map(|job| job.1).collect();
            assert_eq!(done, (0..20).filter(|n| *n != 13).collect::<Vec<_>>());
        }
    }

    #[tokio::test(start_paused = true)]
    async fn closing_waits_for_what_is_under_way_and_starts_nothing_new() {
        let (lanes, log) = lanes(1);
        (0..5).for_each(|n| lanes.push(1, (1, n)));
        tokio::task::yield_now().await;
        lanes.close().await;
        assert!(log.lock().unwrap().len() <= 1);
        lanes.push(1, (1, 9));
        assert_eq!(lanes.yard.lock().runners, 0);
    }
}
