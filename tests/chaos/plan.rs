//! Which fault comes when. The same seed gives the same faults in the same order; what they meet depends on the machine.

use std::time::Duration;

use rand::Rng;
use rand_chacha::ChaCha8Rng;

/// Something that breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The connection closes before Telegram acted.
    DropBefore,
    /// Telegram acted, and the connection closes without an answer.
    DropAfter,
    /// 429.
    Busy,
    /// 502, in HTML.
    Gateway,
    /// 500.
    Internal,
    /// Telegram acted, and answers garbage.
    Garbage,
    /// Telegram takes its time.
    Slow,
    /// Updates come again that were confirmed.
    Duplicate,
    /// A batch of updates comes the last first.
    Disorder,
    /// Updates of no known form.
    Malformed,
    /// The numbers of updates jump, ahead or to where they have never been.
    Jump,
    /// SIGKILL.
    Kill,
    /// SIGKILL, and another one while the next process starts.
    KillTwice,
    /// SIGTERM.
    Terminate,
    /// SIGSTOP, and SIGCONT some time later.
    Stall,
    /// The disk is full.
    Full,
    /// Every access to the disk fails.
    Broken,
    /// A file of the store is cut short or has bits changed while the program is down.
    Damage,
    /// The power fails: what was not on the disk is gone.
    PowerCut,
}

/// How often each comes in a thousand.
const WEIGHTS: [(Kind, u32); 19] = [
    (Kind::DropBefore, 150),
    (Kind::DropAfter, 130),
    (Kind::Busy, 100),
    (Kind::Gateway, 100),
    (Kind::Internal, 60),
    (Kind::Garbage, 60),
    (Kind::Slow, 120),
    (Kind::Duplicate, 70),
    (Kind::Disorder, 50),
    (Kind::Malformed, 40),
    (Kind::Jump, 25),
    (Kind::Kill, 33),
    (Kind::KillTwice, 6),
    (Kind::Terminate, 12),
    (Kind::Stall, 24),
    (Kind::Full, 5),
    (Kind::Broken, 4),
    (Kind::Damage, 6),
    (Kind::PowerCut, 5),
];

impl Kind {
    /// Whether it concerns the process or its disk, so that it needs one that runs.
    pub fn ends_a_life(self) -> bool {
        matches!(
            self,
            Kind::Kill
                | Kind::KillTwice
                | Kind::Terminate
                | Kind::Full
                | Kind::Broken
                | Kind::Damage
                | Kind::PowerCut
        )
    }

    /// Whether it needs a file system of its own.
    pub fn needs_a_mount(self) -> bool {
        matches!(self, Kind::Full | Kind::Broken | Kind::PowerCut)
    }
}

/// The same where only the disk is tried.
const DISK: [(Kind, u32); 3] = [(Kind::PowerCut, 8), (Kind::Full, 1), (Kind::Kill, 1)];

/// The next fault; of the `disk` alone, or of all kinds.
pub fn next(dice: &mut ChaCha8Rng, disk: bool) -> Kind {
    let weights = if disk { &DISK[..] } else { &WEIGHTS[..] };
    let sum = weights.iter().map(|(_, weight)| weight).sum();
    let mut thrown = dice.random_range(0..sum);
    for (kind, weight) in weights {
        if thrown < *weight {
            return *kind;
        }
        thrown -= weight;
    }
    Kind::Kill
}

/// How long until the one after it.
pub fn pause(dice: &mut ChaCha8Rng, every: u64) -> Duration {
    Duration::from_millis(dice.random_range(every / 3..=every * 5 / 3))
}
