//! The score: published, additive, and in an order anyone would agree with.

use std::collections::BTreeMap;

use xiaoqi::base::ending::Ending;
use xiaoqi::base::moves::Move;
use xiaoqi::debrief::assess;
use xiaoqi::debrief::rubric::{ITEMS, Part, table};

use super::fixture::{act, excellent, hostile, mediocre, persona, report, session, texts};

#[test]
fn the_published_table_and_the_constants_agree_in_both_directions() {
    let text = include_str!("../../../docs/rubric.md");
    let rows = text.lines().filter(|line| line.starts_with("| `"));
    let published: BTreeMap<String, i32> = rows
        .map(|row| {
            let cells: Vec<&str> = row.split('|').map(str::trim).collect();
            (cells[1].trim_matches('`').to_owned(), cells[2].parse().unwrap())
        })
        .collect();
    assert_eq!(published, table().into_iter().collect());
}

#[test]
fn every_line_stays_within_its_points_and_the_parts_add_up_to_the_sum() {
    for (acts, ended) in
        [(excellent(), Ending::Satisfied), (mediocre(), Ending::Accepted), (hostile(), Ending::LostTemper)]
    {
        let score = report(&acts, Some(ended)).rubric;
        assert_eq!(score.lines.iter().map(|l| l.item).collect::<Vec<_>>(), ITEMS);
        assert!(score.lines.iter().all(|l| (0..=l.item.points).contains(&l.earned)));
        assert_eq!(Part::ALL.map(|part| score.part(part)).iter().sum::<i32>(), score.sum());
        let limit = score.limit.map_or(100, |(_, most)| most);
        assert_eq!(i32::from(score.total), (score.sum() - score.hints).min(limit).max(0));
    }
}

#[test]
fn hostile_mediocre_and_excellent_conversations_lie_far_apart() {
    let hostile = report(&hostile(), Some(Ending::LostTemper)).score;
    let mediocre = report(&mediocre(), Some(Ending::Accepted)).score;
    let excellent = report(&excellent(), Some(Ending::Satisfied)).score;
    assert!(hostile < 25, "{hostile}");
    assert!((35..=75).contains(&mediocre), "{mediocre}");
    assert!(excellent > 80, "{excellent}");
}

#[test]
fn hostility_scores_low_even_where_the_ending_sets_no_limit() {
    for ended in [None, Some(Ending::Unresolved), Some(Ending::DemandedManager)] {
        let score = report(&hostile(), ended).score;
        assert!(score < 25, "{ended:?}: {score}");
    }
}

#[test]
fn a_bad_ending_limits_even_a_good_conversation() {
    for (ended, most) in [
        (Ending::LostTemper, 20),
        (Ending::HungUp, 40),
        (Ending::ExposedPublicly, 40),
        (Ending::Overpromised, 50),
    ] {
        let report = report(&excellent(), Some(ended));
        assert_eq!(i32::from(report.score), most, "{ended}");
        assert!(report.rubric.limit.is_some());
    }
}

#[test]
fn hints_cost_three_points_each_and_fifteen_at_most() {
    let mut session = session(&excellent(), Some(Ending::Satisfied));
    let mut score = |hints| {
        session.hints = hints;
        assess(&persona(), &texts(), &session).score
    };
    let plain = score(0);
    assert_eq!([score(1), score(2), score(5), score(40)], [plain - 3, plain - 6, plain - 15, plain - 15]);
}

#[test]
fn fewer_than_two_messages_score_at_most_ten_and_earn_no_praise() {
    let none = report(&[], None);
    assert_eq!((none.score, none.strengths.len()), (0, 0));
    let one = report(&excellent()[..1], Some(Ending::Satisfied));
    assert!(one.score <= 10);
    assert!(one.strengths.is_empty());
}

#[test]
fn a_promise_beyond_authority_and_a_broken_one_cost_points() {
    let kept = |beyond, broken| {
        let mut acts = excellent();
        acts[3] = acts[3].clone().promise(Some("今天下午四点前"), beyond, broken);
        report(&acts, Some(Ending::Accepted)).rubric.part(Part::Promises)
    };
    assert_eq!(kept(false, false), 10);
    assert!(kept(true, false) < 10);
    assert!(kept(false, true) < 10);
}

#[test]
fn a_fix_before_listening_earns_less_than_one_after_it() {
    let first = |acts: &[_]| report(acts, Some(Ending::Accepted)).rubric.lines[1].earned;
    let mut late = excellent();
    late.rotate_left(3);
    assert_eq!(first(&excellent()), 5);
    assert_eq!(first(&late), 0);
}

#[test]
fn every_message_that_hurts_costs_language_and_an_outrage_costs_composure_most() {
    let with = |mv: Move| {
        let mut acts = excellent();
        acts.push(act("这句话。").mv(mv, "这句话", -5));
        let score = report(&acts, Some(Ending::Accepted)).rubric;
        (score.part(Part::Language), score.part(Part::Composure))
    };
    assert_eq!(with(Move::Thank), (10, 10));
    assert_eq!(with(Move::Jargon), (8, 10));
    assert_eq!(with(Move::Dismiss), (8, 7));
    assert_eq!(with(Move::Insult), (8, 5));
}
