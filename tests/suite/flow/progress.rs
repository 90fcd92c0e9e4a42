//! Progress, the next customer, and the plan.

use xiaoqi::base::phrase::{Arg, Phrase};
use xiaoqi::base::time::Moment;
use xiaoqi::flow::Step;
use xiaoqi::flow::action::Action;
use xiaoqi::flow::input::Command;
use xiaoqi::flow::say::{Chart, Say};
use xiaoqi::progress::entry::Entry;
use xiaoqi::progress::plan::MOST_OPEN;

use super::fixture::{Trainee, actions, arg, mr_lin, phrase, said};
use super::journal::{reflected, with_entries};

const DAY: i64 = 86_400_000;

fn lines(step: &Step) -> Vec<Phrase> {
    let Arg::Joined(lines) = arg(&phrase(step, "progress-overview"), "lines") else { panic!() };
    lines
}

fn line(step: &Step, id: &str) -> Option<Phrase> {
    lines(step).into_iter().find(|line| line.id() == id)
}

fn items(phrase: &Phrase) -> Vec<Phrase> {
    let Arg::Joined(items) = arg(phrase, "items") else { panic!() };
    items
}

fn reasons(step: &Step) -> Vec<&'static str> {
    let Arg::Joined(reasons) = arg(&phrase(step, "progress-next"), "reasons") else { panic!() };
    reasons.iter().map(Phrase::id).collect()
}

/// Sets what was earned of a line, in percent.
fn earn(entry: &mut Entry, id: &str, percent: i32) {
    let line = entry.lines.iter_mut().find(|line| line.id == id).unwrap();
    line.earned = line.possible * percent / 100;
}

/// All lines in full, so that one can be made to stand out.
fn perfect(entry: &mut Entry) {
    entry.lines.iter_mut().for_each(|line| line.earned = line.possible);
}

#[test]
fn nothing_is_shown_before_the_first_reflection() {
    let mut trainee = Trainee::new(0);
    for command in [Command::Progress, Command::Plan] {
        assert_eq!(said(&trainee.commands(command)), ["progress-nothing"]);
    }
}

#[test]
fn what_rose_and_what_is_weakest_stand_out_beside_the_runs_before() {
    let mut trainee = with_entries(10, |place, entry| {
        perfect(entry);
        earn(entry, "demands", if place < 5 { 0 } else { 100 });
        earn(entry, "facts", 50);
        entry.score = if place < 5 { 40 } else { 60 };
    });
    let step = trainee.commands(Command::Progress);
    let now = line(&step, "progress-lately-before").unwrap();
    assert_eq!((arg(&now, "score"), arg(&now, "before")), (Arg::Number(60), Arg::Number(40)));
    let grown = items(&line(&step, "progress-grown").unwrap());
    assert_eq!(grown.len(), 1);
    assert_eq!(arg(&grown[0], "skill"), Arg::Term("rubric", "demands".to_owned()));
    assert_eq!((arg(&grown[0], "from"), arg(&grown[0], "to")), (Arg::Number(0), Arg::Number(100)));
    let weakest = items(&line(&step, "progress-weakest").unwrap());
    assert_eq!(weakest.len(), 1);
    assert_eq!(arg(&weakest[0], "skill"), Arg::Term("rubric", "facts".to_owned()));
    assert_eq!(reasons(&step)[0], "progress-why-weakest");
}

#[test]
fn outcomes_are_told_by_grade_and_type() {
    let mut trainee = with_entries(3, |place, entry| {
        entry.score = [10, 20, 60][place];
        entry.kind = Some(if place == 0 { "vip" } else { "direct" }.to_owned());
    });
    let step = trainee.commands(Command::Progress);
    let types = items(&line(&step, "progress-types").unwrap());
    let told: Vec<(Arg, Arg)> = types.iter().map(|group| (arg(group, "name"), arg(group, "score"))).collect();
    let term = |id: &str| Arg::Term("type", id.to_owned());
    assert_eq!(told, [(term("direct"), Arg::Number(40)), (term("vip"), Arg::Number(10))]);
    assert_eq!(arg(&items(&line(&step, "progress-grades").unwrap())[0], "runs"), Arg::Number(3));
}

#[test]
fn days_in_a_row_are_praised_and_missed_ones_never_mentioned() {
    let mut trainee = with_entries(6, |_, _| {});
    let step = trainee.commands(Command::Progress);
    assert_eq!(arg(&line(&step, "progress-streak").unwrap(), "days"), Arg::Number(6));
    trainee.clock += 3 * DAY;
    assert_eq!(line(&trainee.commands(Command::Progress), "progress-streak"), None);
}

#[test]
fn who_was_met_and_did_well_waits_while_others_are_new_or_due() {
    let mut trainee = reflected();
    trainee.journal[0].score = 90;
    let step = trainee.commands(Command::Progress);
    let Some(Action::Brief(next)) = actions(&step).first().cloned() else { panic!() };
    assert_ne!(next, mr_lin());
    assert!(reasons(&step).contains(&"progress-why-new"), "{:?}", reasons(&step));
    assert_eq!(said(&trainee.presses(Action::Brief(next)))[0], "menu-briefing");
    // With nobody else to play, the pause decides whether it is time.
    let only = |trainee: &mut Trainee| trainee.content.personas.retain(|id, _| *id == mr_lin());
    let mut trainee = reflected();
    only(&mut trainee);
    let early = trainee.commands(Command::Progress);
    assert!(reasons(&early).contains(&"progress-why-early"), "{:?}", reasons(&early));
    trainee.clock += 2 * DAY;
    let due = trainee.commands(Command::Progress);
    assert!(reasons(&due).contains(&"progress-why-due"), "{:?}", reasons(&due));
    trainee.journal[0].score = 90;
    let again = Entry { at: Moment(DAY), ..trainee.journal[0].clone() };
    trainee.journal.push(again);
    assert!(reasons(&trainee.commands(Command::Progress)).contains(&"progress-why-early"));
}

#[test]
fn the_type_that_cost_most_of_the_weakest_skill_comes_first_and_hard_grades_wait() {
    let content = reflected().content;
    let basic = content.personas.values().filter(|p| p.grade.id() == "basic");
    let other = basic.clone().find(|p| p.types[0].0 != "emotional" && p.id != mr_lin()).unwrap();
    let kind = other.types[0].0.clone();
    let mut trainee = with_entries(6, |place, entry| {
        perfect(entry);
        earn(entry, "facts", if place % 2 == 0 { 0 } else { 60 });
        entry.kind = Some(if place % 2 == 0 { kind.clone() } else { "emotional".to_owned() });
        entry.score = 30;
    });
    let step = trainee.commands(Command::Progress);
    let Some(Action::Brief(next)) = actions(&step).first().cloned() else { panic!() };
    let next = &content.personas[&next];
    assert_eq!((&next.types[0].0, next.grade.id()), (&kind, "basic"));
    assert!(reasons(&step).contains(&"progress-why-type"));
}

#[test]
fn a_plan_is_set_and_ticked_off_by_button() {
    let mut trainee = reflected();
    let page = trainee.commands(Command::Plan);
    assert_eq!(said(&page), ["plan-page"]);
    assert!(actions(&page).contains(&Action::PlanAnswer(1)));
    let named = actions(&page).into_iter().find(|action| matches!(action, Action::PlanNoted(..))).unwrap();
    for action in [Action::PlanAnswer(1), named.clone()] {
        assert_eq!(said(&trainee.presses(action)), ["plan-added", "plan-page"]);
    }
    let page = trainee.commands(Command::Plan);
    assert!(!actions(&page).contains(&named), "what is in the plan is not offered again");
    assert!(actions(&page).contains(&Action::Tick(1)) && actions(&page).contains(&Action::Tick(2)));
    assert_eq!(said(&trainee.presses(Action::Tick(1))), ["plan-ticked", "plan-page"]);
    assert_eq!(said(&trainee.presses(Action::Tick(1)))[0], "plan-gone", "an old button ticks nothing else");
    assert_eq!(trainee.profile.plan.open().count(), 1);
    let page = trainee.commands(Command::Plan);
    assert!(!actions(&page).contains(&Action::PlanAnswer(1)), "what is done does not come back by itself");
}

#[test]
fn a_plan_takes_words_of_her_own_and_stays_short() {
    let mut trainee = Trainee::new(0);
    for number in 0..MOST_OPEN {
        assert_eq!(said(&trainee.orders(Command::Plan, &format!("ask first {number}")))[0], "plan-added");
    }
    assert_eq!(said(&trainee.orders(Command::Plan, "ask first 0"))[0], "plan-added", "it is there already");
    assert_eq!(said(&trainee.orders(Command::Plan, "one more"))[0], "plan-full");
    trainee.presses(Action::Tick(3));
    assert_eq!(said(&trainee.orders(Command::Plan, "one more"))[0], "plan-added");
    assert_eq!(trainee.profile.plan.open().count(), MOST_OPEN);
}

fn charts(step: &Step) -> Vec<&Chart> {
    let charts = step.says.iter().filter_map(|say| match say {
        Say::Chart { chart, .. } => Some(chart),
        _ => None,
    });
    charts.collect()
}

#[test]
fn the_weeks_are_drawn_from_the_second_with_practice_on_and_a_week_off_is_a_gap() {
    // 1970-01-01 was a Thursday; in Beijing it was the same day all day.
    let at = |day: i64| Moment(day * DAY);
    let days = [0, 1, 11, 18, 18];
    let scores = [30, 41, 60, 70, 80];
    let mut trainee = with_entries(5, |place, entry| {
        (entry.at, entry.score) = (at(days[place]), scores[place]);
    });
    trainee.clock = 25 * DAY;
    let step = trainee.commands(Command::Progress);
    let [Chart::Weeks(weeks), Chart::Skills(_)] = charts(&step)[..] else { panic!("{:?}", said(&step)) };
    let told: Vec<_> = weeks.iter().map(|week| (week.month, week.day, week.score, week.runs)).collect();
    let expected = [
        (12, 29, Some(35), 2),
        (1, 5, None, 0),
        (1, 12, Some(60), 1),
        (1, 19, Some(75), 2),
        (1, 26, None, 0),
    ];
    assert_eq!(told, expected);
    let Some(Say::Chart { caption, instead, .. }) =
        step.says.iter().find(|say| matches!(say, Say::Chart { .. }))
    else {
        panic!()
    };
    assert_eq!((arg(caption, "from"), arg(caption, "to")), (Arg::Number(35), Arg::Number(75)));
    let words: Vec<_> = instead.iter().map(Phrase::id).collect();
    assert_eq!(words[..2], ["progress-week-line", "progress-week-line-quiet"]);
}

#[test]
fn a_branch_and_a_single_message_are_in_no_picture() {
    let mut trainee = with_entries(6, |place, entry| {
        entry.at = Moment(7 * DAY * i64::try_from(place).unwrap());
        match place {
            4 => entry.branch = Some(2),
            5 => entry.turns = 1,
            _ => {}
        }
    });
    let step = trainee.commands(Command::Progress);
    let Chart::Weeks(weeks) = charts(&step)[0] else { panic!() };
    assert_eq!(weeks.iter().map(|week| week.runs).sum::<u16>(), 4);
}

#[test]
fn the_wheel_shows_each_part_now_and_before() {
    let mut trainee = with_entries(4, |place, entry| {
        perfect(entry);
        if place < 2 {
            earn(entry, "composure", 20);
        }
        earn(entry, "outcome", 50);
    });
    let step = trainee.commands(Command::Progress);
    let Some(Chart::Skills(reaches)) = charts(&step).last().copied() else { panic!() };
    let of = |id: &str| reaches.iter().find(|reach| reach.id == id).map(|r| (r.now, r.before)).unwrap();
    assert_eq!(reaches.len(), 6);
    assert_eq!(of("part_composure"), (100, Some(20)));
    assert_eq!(of("part_outcome"), (50, Some(50)));
}

#[test]
fn where_there_is_too_little_to_draw_it_says_what_is_missing() {
    let mut trainee = reflected();
    let step = trainee.commands(Command::Progress);
    assert!(charts(&step).is_empty());
    assert_eq!(said(&step)[1..3], ["progress-weeks-later", "progress-wheel-later"]);
    assert_eq!(arg(&phrase(&step, "progress-wheel-later"), "left"), Arg::Number(2));
}
