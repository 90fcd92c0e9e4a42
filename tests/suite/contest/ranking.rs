//! Rankings by example, and what holds of every ranking.

use proptest::prelude::*;
use xiaoqi::contest::field::Field;
use xiaoqi::contest::ranking::{Attempt, Placed, Standing, Tally, singles, teams, total};

fn tally(score: u32, offences: u32, messages: u32, spent: u64) -> Tally {
    Tally { score, offences, messages, spent }
}

fn once(round: u16, tally: Tally) -> Attempt {
    Attempt { round, tally }
}

fn places<'k>(ranking: &[Placed<&'k str>]) -> Vec<(u32, &'k str)> {
    ranking.iter().map(|placed| (placed.place, placed.who)).collect()
}

#[test]
fn points_come_first_then_offences_then_messages_then_time_and_equals_share_a_place() {
    let one = |who, tally| (who, vec![once(1, tally)]);
    let results = [
        one("slow", tally(80, 1, 6, 900)),
        one("equal too", tally(80, 0, 5, 100)),
        one("best", tally(81, 9, 99, 9_000)),
        one("wordy", tally(80, 0, 6, 50)),
        one("equal", tally(80, 0, 5, 100)),
        one("rude", tally(80, 2, 1, 1)),
        one("quick", tally(80, 1, 6, 899)),
        ("absent", vec![]),
    ];
    assert_eq!(
        places(&singles(&results)),
        [(1, "best"), (2, "equal"), (2, "equal too"), (4, "wordy"), (5, "quick"), (6, "slow"), (7, "rude")]
    );
}

#[test]
fn the_best_attempt_at_each_round_counts() {
    let attempts = [
        once(1, tally(50, 0, 4, 10)),
        once(2, tally(30, 1, 9, 10)),
        once(1, tally(70, 3, 8, 90)),
        once(2, tally(30, 0, 12, 99)),
    ];
    assert_eq!(total(&attempts), tally(100, 3, 20, 189));
    assert_eq!(total(&[]), Tally::default());
}

#[test]
fn a_team_is_the_mean_of_its_members_from_so_many_on() {
    let results = [
        ("pair", vec![tally(60, 0, 4, 10), tally(80, 1, 5, 10)]),
        ("three", vec![tally(70, 0, 4, 10), tally(70, 0, 5, 10), tally(71, 3, 9, 99)]),
        ("four", vec![tally(70, 1, 9, 20), tally(70, 0, 9, 20), tally(70, 1, 0, 0), tally(70, 0, 0, 0)]),
        ("alone", vec![tally(100, 0, 1, 1)]),
    ];
    let ranking = teams(&results, 2);
    // Four and pair are equal in all: 70 points, half an offence, 4.5 messages, 10 milliseconds a member.
    assert_eq!(places(&ranking), [(1, "three"), (2, "four"), (2, "pair")]);
    assert_eq!(
        ranking.iter().map(|placed| placed.standing.hundredths()).collect::<Vec<_>>(),
        [7_033, 7_000, 7_000]
    );
    assert_eq!(places(&teams(&results, 4)), [(1, "four")]);
    assert_eq!(places(&teams(&[("nobody", vec![])], 0)), []);
}

fn any_tally() -> impl Strategy<Value = Tally> {
    // Few values, so that ties are many.
    (0u32..=100, 0u32..3, 1u32..4, 0u64..3).prop_map(|(score, o, m, s)| tally(score / 20 * 20, o, m, s))
}

fn any_results() -> impl Strategy<Value = Vec<(usize, Vec<Attempt>)>> {
    let attempt = (1u16..4, any_tally()).prop_map(|(round, tally)| once(round, tally));
    let attempts = prop::collection::vec(attempt, 1..6);
    prop::collection::vec(attempts, 1..12).prop_map(|all| all.into_iter().enumerate().collect())
}

fn place_of(ranking: &[Placed<usize>], who: usize) -> u32 {
    ranking.iter().find(|placed| placed.who == who).unwrap().place
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn a_ranking_does_not_depend_on_who_or_what_came_first(
        (results, shuffled) in any_results().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
    ) {
        let ranking = singles(&results);
        let turned: Vec<(usize, Vec<Attempt>)> =
            shuffled.into_iter().map(|(who, attempts)| (who, attempts.into_iter().rev().collect())).collect();
        prop_assert_eq!(singles(&turned), ranking);
    }

    #[test]
    fn a_better_score_never_ranks_lower(
        results in any_results(),
        who in any::<prop::sample::Index>(),
        which in any::<prop::sample::Index>(),
        by in 1u32..60,
    ) {
        let who = who.index(results.len());
        let mut better = results.clone();
        let attempts = &mut better[who].1;
        let which = which.index(attempts.len());
        attempts[which].tally.score += by;
        prop_assert!(place_of(&singles(&better), who) <= place_of(&singles(&results), who));
        // One attempt more does no harm either.
        let mut more = results.clone();
        more[who].1.push(once(1, tally(by, 5, 9, 9)));
        prop_assert!(total(&more[who].1).score >= total(&results[who].1).score);
    }

    #[test]
    fn places_go_up_where_standings_go_down_and_equals_are_left_out_after(results in any_results()) {
        let ranking = singles(&results);
        prop_assert_eq!(ranking.len(), results.len());
        for (number, placed) in (1..).zip(&ranking) {
            let above = ranking.iter().filter(|other| other.standing > placed.standing).count();
            prop_assert_eq!(placed.place as usize, above + 1);
            prop_assert!(placed.place <= number);
        }
    }

    #[test]
    fn a_team_of_equals_stands_where_each_of_them_would(one in any_tally(), two in any_tally(), count in 1usize..5) {
        let alone = Standing::of(one).cmp(&Standing::of(two));
        let ranking = teams(&[("a", vec![one; count]), ("b", vec![two; 3])], 1);
        let of = |name| ranking.iter().find(|placed| placed.who == name).unwrap().standing;
        prop_assert_eq!(of("a").cmp(&of("b")), alone);
        prop_assert_eq!(of("b").cmp(&of("a")), alone.reverse());
    }

    #[test]
    fn a_field_loses_nobody_and_its_best_is_first(scores in prop::collection::vec(0u8..=100, 1..60)) {
        let field = Field::of(scores.iter().copied());
        prop_assert_eq!(field.deciles().iter().sum::<u32>() as usize, scores.len());
        let best = *scores.iter().max().unwrap();
        prop_assert_eq!(field.rank(best).place, 1);
        for score in scores {
            let rank = field.rank(score);
            prop_assert!(rank.equals >= 1 && rank.place + rank.equals - 1 <= rank.of);
        }
        let twice = field.doubled_median().unwrap();
        prop_assert!(twice <= 2 * u32::from(best));
    }
}
