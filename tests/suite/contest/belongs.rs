//! Whether a run belongs to a contest: commitment, seed, rules, times.

use proptest::prelude::*;
use xiaoqi::base::hash::{ContentHash, Digest};
use xiaoqi::base::id::PersonaId;
use xiaoqi::base::time::Moment;
use xiaoqi::contest::definition::{Definition, Names, Round, Sides};
use xiaoqi::contest::entered::{entered, seeded};
use xiaoqi::contest::file::{ResultFile, Token};
use xiaoqi::contest::run::{Entry, Run};
use xiaoqi::contest::seed::{Announcement, Secret, reveals};
use xiaoqi::contest::verify::{At, Verdict, What, posted};

use super::{differences, rich, verdict};
use crate::stage::{self, lang};

/// When the contest opens; the run begins a second later and takes 80 seconds.
const OPENS: i64 = 1_000_000;
/// When the run ends.
const END: i64 = OPENS + 81_000;

fn secret() -> Secret {
    Secret::new(std::array::from_fn(|place| place as u8))
}

fn definition() -> Definition {
    let persona_hash = stage::cast("heating", "zh-Hans").persona.hash.clone();
    let persona = PersonaId::parse("heating").unwrap();
    Definition {
        name: "冬季杯".to_owned(),
        rounds: vec![Round { persona, persona_hash, lang: None, seconds: Some(80) }; 2],
        attempts: 2,
        opens: Moment(OPENS),
        closes: Moment(END),
        hints: true,
        sides: Sides::Singles,
        names: Names::Shown,
    }
}

fn announced(definition: Definition) -> Announcement {
    let commitment = secret().commitment(&definition.hash());
    Announcement { definition, commitment, secret: Some(secret()) }
}

/// A run of the second round of a contest, first attempt.
fn run_in(contest: &Announcement) -> Run {
    let (definition, commitment) = (contest.definition.hash(), contest.commitment);
    rich(Some(Entry { definition, commitment, round: 2, attempt: 1 }), secret().seed(2), OPENS + 1_000)
}

fn found(run: &Run, contest: &Announcement) -> Vec<What> {
    let all = entered(run, contest);
    assert!(all.iter().all(|one| one.at == At::Contest));
    all.into_iter().map(|one| one.what).collect()
}

#[test]
fn a_run_that_kept_the_rules_belongs_to_its_contest_and_is_confirmed() {
    let contest = announced(definition());
    let run = run_in(&contest);
    assert_eq!((found(&run, &contest), seeded(&run, &secret())), (vec![], vec![]));
    let file = ResultFile::of(run);
    assert_eq!(verdict(&file).and(entered(&file.run, &contest)), Verdict::Confirmed);
    let told = serde_json::to_string(&contest).unwrap();
    assert_eq!(serde_json::from_str::<Announcement>(&told).unwrap(), contest);
}

/// A rule of a contest set so that a run breaks it.
type Change = fn(&mut Definition);

#[test]
fn every_rule_that_was_not_kept_is_named() {
    let rules: [(What, Change); 9] = [
        (What::Round, |contest| contest.rounds.truncate(1)),
        (What::Attempt, |contest| contest.attempts = 0),
        (What::Customer, |contest| contest.rounds[1].persona = PersonaId::parse("wrong_dish").unwrap()),
        (What::Customer, |contest| contest.rounds[1].persona_hash = ContentHash::of([])),
        (What::Language, |contest| contest.rounds[1].lang = Some(lang("en"))),
        (What::Hinted, |contest| contest.hints = false),
        (What::Early, |contest| contest.opens = Moment(OPENS + 1_001)),
        (What::Late, |contest| contest.closes = Moment(END - 1)),
        (What::Long, |contest| contest.rounds[1].seconds = Some(79)),
    ];
    for (what, change) in rules {
        let mut contest = definition();
        change(&mut contest);
        let contest = announced(contest);
        assert_eq!(found(&run_in(&contest), &contest), [what]);
    }
    let contest = announced(definition());
    let mut late = run_in(&contest);
    late.breaks = 1;
    assert_eq!(found(&late, &contest), [What::Late, What::Long], "no break gives time back");
    let whole = stage::play(&stage::cast("heating", "zh-Hans"), "zh-Hans", 6, super::SAID).session;
    let branch = whole.branch(&stage::cast("heating", "zh-Hans"), 1, 1, Moment(5)).unwrap().0.start.branch;
    let rewound = Run { branch, ..run_in(&contest) };
    assert_eq!(found(&rewound, &contest), [What::Rewound]);
}

#[test]
fn a_run_of_another_contest_or_none_or_another_rounds_seed_is_named() {
    let (contest, other) = (announced(definition()), announced(Definition { attempts: 1, ..definition() }));
    let run = run_in(&contest);
    assert_eq!(found(&run, &other), [What::Definition, What::Commitment]);
    let practice = Run { contest: None, ..run.clone() };
    assert_eq!(found(&practice, &contest), [What::Practice]);
    assert_eq!(seeded(&practice, &secret())[0].what, What::Practice);
    let mut first = run.clone();
    first.contest.as_mut().unwrap().round = 1;
    assert_eq!(found(&first, &contest), [What::Seed]);
    // A run played with a seed of one's own choice plays well enough, and is none of the contest's.
    let entry = run.contest.clone();
    let own = ResultFile::of(rich(entry, 1, OPENS + 1_000));
    assert_eq!(verdict(&own), Verdict::Confirmed);
    let all = differences(verdict(&own).and(seeded(&own.run, &secret())));
    assert_eq!(all, [(At::Contest, What::Seed)]);
}

#[test]
fn until_the_secret_is_revealed_everything_else_is_checked() {
    let hidden = Announcement { secret: None, ..announced(definition()) };
    let run = rich(run_in(&announced(definition())).contest, 1, OPENS);
    assert_eq!(found(&run, &hidden), []);
    let late = rich(run.contest, 1, OPENS + 60_000);
    assert_eq!(found(&late, &hidden), [What::Late]);
}

#[test]
fn what_is_not_here_and_broke_a_rule_is_refuted_for_that() {
    let contest = announced(Definition { hints: false, ..definition() });
    let mut run = run_in(&contest);
    run.engine += 1;
    let file = ResultFile::of(run);
    let all = differences(verdict(&file).and(entered(&file.run, &contest)));
    assert_eq!(all, [(At::Contest, What::Hinted)]);
}

#[test]
fn a_run_made_up_afterwards_carries_no_token_that_was_posted() {
    let contest = announced(definition());
    let played = ResultFile::of(run_in(&contest));
    let better = ResultFile::of(rich(run_in(&contest).contest, secret().seed(2), OPENS + 2_000));
    let tokens: Vec<Token> = vec![played.token.clone()];
    assert_eq!((posted(&played, &tokens), posted(&better, &[])), (None, None));
    assert_eq!(verdict(&better), Verdict::Confirmed, "by itself it is as good as any");
    let all = differences(verdict(&better).and(posted(&better, &tokens)));
    assert_eq!(all, [(At::File, What::Posted)]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn no_other_secret_opens_a_commitment(one in any::<[u8; 32]>(), two in any::<[u8; 32]>(), flip in 0usize..256) {
        let contest = definition();
        let commitment = Secret::new(one).commitment(&contest.hash());
        prop_assert!(reveals(&commitment, &contest, &Secret::new(one)));
        let mut near = one;
        near[flip / 8] ^= 1 << (flip % 8);
        prop_assert!(!reveals(&commitment, &contest, &Secret::new(near)));
        prop_assert_eq!(reveals(&commitment, &contest, &Secret::new(two)), one == two);
        let other = Digest::of([commitment.bytes().as_slice()]);
        prop_assert!(!reveals(&other, &contest, &Secret::new(one)));
    }

    #[test]
    fn rounds_have_seeds_of_their_own(secret in any::<[u8; 32]>(), a in 1u16..50, b in 1u16..50) {
        let secret = Secret::new(secret);
        prop_assert_eq!(secret.seed(a) == secret.seed(b), a == b);
    }
}
