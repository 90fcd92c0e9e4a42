//! Whether a run belongs to a contest and kept its rules. What is compared is the record: that the record is true is
//! another question (`verify`).

use crate::base::lang::Lang;

use super::definition::Definition;
use super::run::{Run, Seed};
use super::seed::{Announcement, Secret, opens};
use super::verify::{At, Difference, What};

/// Milliseconds in a second.
const SECOND: i64 = 1_000;

/// Everything that keeps a run from counting in a contest; nothing where it counts.
pub fn entered(run: &Run, announced: &Announcement) -> Vec<Difference> {
    let Some(entry) = &run.contest else { return vec![practice()] };
    let hash = announced.definition.hash();
    let mut found = Found::default();
    found.same(What::Definition, &entry.definition, &hash);
    found.same(What::Commitment, &entry.commitment, &announced.commitment);
    // The rules of another contest say nothing.
    if found.0.is_empty() {
        found.rules(run, &announced.definition);
    }
    if let Some(secret) = &announced.secret {
        found.0.extend(seeded(run, secret));
    }
    found.0
}

/// Whether the run's seed comes from the secret that its own commitment was made with; nothing where it does.
pub fn seeded(run: &Run, secret: &Secret) -> Vec<Difference> {
    let Some(entry) = &run.contest else { return vec![practice()] };
    let mut found = Found::default();
    if !opens(&entry.commitment, &entry.definition, secret) {
        let opened = secret.commitment(&entry.definition);
        found.same(What::Commitment, &entry.commitment, &opened);
    }
    found.same(What::Seed, &run.seed, &Seed(secret.seed(entry.round)));
    found.0
}

fn practice() -> Difference {
    Difference::new(At::Contest, What::Practice, "", "")
}

/// What was found so far.
#[derive(Default)]
struct Found(Vec<Difference>);

impl Found {
    fn same<T: PartialEq + ToString>(&mut self, what: What, recorded: &T, expected: &T) {
        self.unless(recorded == expected, what, recorded.to_string(), expected.to_string());
    }

    fn unless(&mut self, kept: bool, what: What, recorded: impl ToString, expected: impl ToString) {
        if !kept {
            self.0.push(Difference::new(At::Contest, what, recorded, expected));
        }
    }

    fn rules(&mut self, run: &Run, contest: &Definition) {
        let Some(entry) = &run.contest else { return };
        let Some(round) = contest.round(entry.round) else {
            return self.unless(false, What::Round, entry.round, contest.rounds.len());
        };
        let whole = 1..=contest.attempts;
        self.unless(whole.contains(&entry.attempt), What::Attempt, entry.attempt, contest.attempts);
        self.same(What::Customer, &run.persona, &round.persona);
        self.same(What::Customer, &run.persona_hash, &round.persona_hash);
        let lang = round.lang.unwrap_or(run.lang);
        self.same::<Lang>(What::Language, &run.lang, &lang);
        self.unless(contest.hints || run.hints.is_empty(), What::Hinted, run.hints.len(), 0);
        self.unless(run.branch.is_none(), What::Rewound, "", "");
        self.unless(run.at >= contest.opens, What::Early, run.at.0, contest.opens.0);
        let (spent, end) = (run.spent(), run.at.0.saturating_add(run.spent()));
        self.unless(end <= contest.closes.0, What::Late, end, contest.closes.0);
        let most = round.seconds.map(|seconds| i64::from(seconds) * SECOND);
        self.unless(most.is_none_or(|most| spent <= most), What::Long, spent, most.unwrap_or_default());
    }
}
