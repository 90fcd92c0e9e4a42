//! Reminders: how they are set, and what comes when one is due.

use xiaoqi::base::phrase::Arg;
use xiaoqi::base::time::Moment;
use xiaoqi::flow::action::Action;
use xiaoqi::flow::input::{Command, Deed};
use xiaoqi::progress::zone::Zone;

use super::fixture::{Trainee, actions, arg, mr_lin, phrase, said};
use super::journal::{reflected, with_entries};

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;
/// Monday, 2026-03-02, midnight UTC.
const MONDAY: i64 = 1_772_409_600_000;

#[test]
fn the_zone_is_asked_once_and_the_time_can_change_without_it() {
    let mut trainee = Trainee::new(0);
    trainee.clock = MONDAY;
    assert_eq!(said(&trainee.commands(Command::Remind)), ["remind-off"]);
    let asked = trainee.orders(Command::Remind, "20:30");
    assert_eq!(said(&asked), ["remind-zone"]);
    assert!(trainee.profile.review.due.is_none());
    assert!(actions(&asked).contains(&Action::Zone("berlin".to_owned())));
    let set = trainee.presses(Action::Zone("berlin".to_owned()));
    assert_eq!(said(&set), ["remind-on"]);
    assert_eq!(trainee.profile.review.due, Some(Moment(MONDAY + 19 * HOUR + HOUR / 2)));
    assert_eq!(said(&trainee.orders(Command::Remind, "7")), ["remind-on"]);
    assert_eq!(trainee.profile.review.due, Some(Moment(MONDAY + 6 * HOUR)));
    trainee.orders(Command::Remind, "7:00 utc+8");
    assert_eq!(trainee.profile.review.zone, Some(Zone::Offset(480)));
    for off in [said(&trainee.orders(Command::Remind, "OFF")), said(&trainee.presses(Action::RemindOff))] {
        assert_eq!(off, ["remind-off"]);
    }
    assert!(trainee.profile.review.due.is_none());
    assert_eq!(said(&trainee.orders(Command::Remind, "9:00")), ["remind-on"], "the zone is remembered");
}

#[test]
fn what_is_no_time_changes_nothing_and_shows_how_it_is_written() {
    let mut trainee = Trainee::new(0);
    trainee.orders(Command::Remind, "20:30 +8");
    let before = trainee.profile.review.clone();
    for nonsense in ["25:00", "tomorrow", "20:30 mars"] {
        assert_eq!(said(&trainee.orders(Command::Remind, nonsense)), ["remind-unclear"], "{nonsense}");
    }
    assert_eq!(trainee.profile.review, before);
}

/// One with entries whose reminder is set for 20:00 UTC and due on Monday evening.
fn reminded(entries: usize) -> Trainee {
    let mut trainee = with_entries(entries, |place, entry| {
        entry.at = Moment(MONDAY - DAY * i64::try_from(entries - place).unwrap());
    });
    trainee.clock = MONDAY;
    trainee.orders(Command::Remind, "20:00 +0");
    trainee.clock = MONDAY + 20 * HOUR;
    trainee
}

#[test]
fn five_minutes_on_the_last_conversation_with_the_next_customer_below() {
    let mut trainee = reminded(3);
    trainee.orders(Command::Plan, "先问清楚再答");
    let step = trainee.does(Deed::ReviewDue);
    assert_eq!(said(&step), ["review-daily", "progress-next"]);
    let Arg::Joined(steps) = arg(&phrase(&step, "review-daily"), "steps") else { panic!() };
    let ids: Vec<&str> = steps.iter().map(|step| step.id()).collect();
    assert_eq!(ids, ["review-step-read", "review-step-keep", "review-step-better", "review-step-plan"]);
    assert_eq!(arg(&steps[1], "words"), Arg::Text("我先道歉了".to_owned()));
    assert!(actions(&step).contains(&Action::Entry(3)));
    assert_eq!(trainee.profile.review.due, Some(Moment(MONDAY + DAY + 20 * HOUR)));
    assert!(said(&trainee.does(Deed::ReviewDue)).is_empty(), "once");
}

#[test]
fn on_sundays_the_week_also_where_it_was_missed() {
    let mut trainee = reminded(9);
    trainee.clock = MONDAY + 7 * DAY;
    let step = trainee.does(Deed::ReviewDue);
    assert_eq!(said(&step), ["review-weekly", "progress-next"]);
    let Arg::Joined(lines) = arg(&phrase(&step, "review-weekly"), "lines") else { panic!() };
    assert_eq!(lines[0].id(), "review-week-quiet", "nothing was finished since that Monday");
    let mut trainee = reminded(9);
    trainee.clock = MONDAY - DAY + 20 * HOUR;
    trainee.profile.review.due = Some(Moment(trainee.clock));
    let step = trainee.does(Deed::ReviewDue);
    let Arg::Joined(lines) = arg(&phrase(&step, "review-weekly"), "lines") else { panic!() };
    assert_eq!((lines[0].id(), arg(&lines[0], "runs")), ("review-week", Arg::Number(7)));
}

#[test]
fn it_does_not_break_into_a_conversation() {
    let mut trainee = reflected();
    trainee.clock = MONDAY;
    trainee.orders(Command::Remind, "20:00 +0");
    trainee.clock = MONDAY + 20 * HOUR - 60_000;
    trainee.presses(Action::Begin(mr_lin()));
    trainee.clock = MONDAY + 20 * HOUR;
    assert!(said(&trainee.does(Deed::ReviewDue)).is_empty());
    let later = trainee.profile.review.due.unwrap();
    assert!((MONDAY + 20 * HOUR + 1..MONDAY + 21 * HOUR).contains(&later.0));
    trainee.clock = later.0;
    assert_eq!(said(&trainee.does(Deed::ReviewDue))[0], "review-daily");
}

#[test]
fn who_has_finished_nothing_yet_is_shown_a_first_customer() {
    let mut trainee = Trainee::new(2);
    trainee.clock = MONDAY;
    trainee.orders(Command::Remind, "20:00 +0");
    trainee.clock = MONDAY + 20 * HOUR;
    let step = trainee.does(Deed::ReviewDue);
    assert_eq!(said(&step), ["review-daily-first", "progress-next"]);
    assert!(matches!(actions(&step)[0], Action::Brief(_)));
}

#[test]
fn in_a_break_it_comes_and_right_after_one_it_does_not_break_in() {
    for (back, expected) in [(None, Some("review-daily")), (Some(MONDAY + 20 * HOUR - 60_000), None)] {
        let mut trainee = reflected();
        trainee.clock = MONDAY;
        trainee.orders(Command::Remind, "20:00 +0");
        trainee.clock = MONDAY + 10 * HOUR;
        trainee.presses(Action::Begin(mr_lin()));
        trainee.clock += 60_000;
        trainee.commands(Command::Pause);
        if let Some(back) = back {
            trainee.clock = back;
            trainee.commands(Command::Resume);
        }
        trainee.clock = MONDAY + 20 * HOUR;
        assert_eq!(said(&trainee.does(Deed::ReviewDue)).first().copied(), expected);
    }
}
