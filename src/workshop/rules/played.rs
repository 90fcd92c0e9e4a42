//! What comes of conversations between synthetic trainees and the customer, against what his grade promises.

use crate::persona::model::Grade;
use crate::simulate::tally::Tally;
use crate::workshop::case::Case;

/// Per mille that a kind of trainee should win.
pub type Range = (u64, u64);

/// What a grade promises, by the name of the trainee's file: how many in a thousand end satisfied or accepted.
pub fn promised(grade: Grade) -> [(&'static str, Range); 4] {
    let [expert, average, poor] = match grade {
        Grade::Basic => [(950, 1000), (600, 800), (0, 300)],
        Grade::Intermediate => [(850, 950), (350, 550), (0, 100)],
        Grade::Advanced => [(700, 900), (100, 300), (0, 30)],
    };
    [("expert", expert), ("average", average), ("poor", poor), ("hostile", (0, 0))]
}

/// What chance alone may add to or take from a share of so many conversations, per mille: two standard deviations.
pub fn chance(runs: u64) -> u64 {
    (1_000_000 / runs.max(1)).isqrt()
}

/// How many in a thousand a trainee won, where she played.
pub(super) fn won(case: &Case<'_>, trainee: &str) -> Option<u64> {
    case.played.get(trainee).map(Tally::success)
}
