//! The journal: what a completed reflection leaves in it, how it is listed, searched and read.

use std::collections::BTreeSet;

use xiaoqi::base::phrase::Arg;
use xiaoqi::base::time::Moment;
use xiaoqi::flow::action::Action;
use xiaoqi::flow::input::Command;
use xiaoqi::flow::input::Deed;
use xiaoqi::flow::{Step, reads_journal};
use xiaoqi::progress::entry::Entry;

use super::fixture::{Trainee, actions, arg, mr_lin, phrase, said};

const GOOD: &str = "林先生，真的对不起，是我们拿错了。我今天八点半前把清蒸鲈鱼送到您家，您看这样行吗？";

/// One who has completed a reflection on a conversation with Mr Lin.
pub fn reflected() -> Trainee {
    let mut trainee = Trainee::with_mr_lin();
    trainee.writes("林先生您好，送到的却是油焖大虾，对吗？");
    trainee.writes("这种事难免的，您冷静一点。");
    trainee.writes(GOOD);
    trainee.commands(Command::End);
    trainee.writes("我先道歉了");
    trainee.writes("不该说这种事难免");
    trainee.presses(Action::Skip(3));
    trainee
}

/// One with so many entries, a day apart, `change` made to each.
pub fn with_entries(count: usize, change: impl Fn(usize, &mut Entry)) -> Trainee {
    let mut trainee = reflected();
    let one = trainee.journal.pop().unwrap();
    for place in 0..count {
        let mut entry = one.clone();
        entry.session = u32::try_from(place + 1).unwrap();
        entry.at = Moment(86_400_000 * i64::try_from(place).unwrap());
        change(place, &mut entry);
        trainee.journal.push(entry);
    }
    trainee.clock = 86_400_000 * i64::try_from(count).unwrap();
    trainee
}

fn entries(step: &Step, id: &str) -> usize {
    let Arg::Joined(lines) = arg(&phrase(step, id), "entries") else { panic!() };
    lines.len()
}

#[test]
fn a_completed_reflection_becomes_one_entry_with_answers_findings_and_counts() {
    let trainee = reflected();
    let [entry] = &trainee.journal[..] else { panic!("{}", trainee.journal.len()) };
    assert_eq!((&entry.persona, entry.session, entry.turns), (&mr_lin(), 1, 3));
    assert_eq!(entry.answers, [Some("我先道歉了".to_owned()), Some("不该说这种事难免".to_owned()), None]);
    assert!(entry.moves["apologize"] >= 1 && entry.offences() >= 1, "{:?}", entry.moves);
    assert!(!entry.strengths.is_empty() && !entry.improvements.is_empty());
    assert!(entry.improvements.iter().any(|noted| noted.better.is_some()));
    assert_eq!(entry.lines.iter().map(|line| line.possible).sum::<i32>(), 100);
    assert!(entry.counts());
}

#[test]
fn a_branch_is_journalled_as_such_and_counts_in_nothing() {
    let mut trainee = reflected();
    trainee.orders(Command::Rewind, "2");
    trainee.writes(GOOD);
    trainee.commands(Command::End);
    trainee.commands(Command::End);
    let branch = trainee.journal.last().unwrap();
    assert_eq!((trainee.journal.len(), branch.session, branch.branch), (2, 2, Some(2)));
    assert!(!branch.counts());
    let Arg::Joined(lines) = arg(&phrase(&trainee.commands(Command::Journal), "journal-list"), "entries")
    else {
        panic!()
    };
    assert_eq!([lines[0].id(), lines[1].id()], ["journal-line-branch", "journal-line"]);
    let overview = phrase(&trainee.commands(Command::Progress), "progress-overview");
    assert_eq!(arg(&overview, "runs"), Arg::Number(1));
}

#[test]
fn a_conversation_thrown_away_leaves_no_entry() {
    let mut trainee = Trainee::with_mr_lin();
    trainee.writes(GOOD);
    trainee.commands(Command::Cancel);
    assert!(trainee.journal.is_empty());
    assert_eq!(said(&trainee.commands(Command::Journal)), ["journal-empty"]);
}

#[test]
fn a_thousand_entries_are_paged_newest_first_and_every_one_can_be_opened() {
    let mut trainee = with_entries(1_000, |_, _| {});
    let mut seen = BTreeSet::new();
    let mut step = trainee.commands(Command::Journal);
    let newest = actions(&step)[0].clone();
    assert_eq!(newest, Action::Entry(1_000));
    let mut pages = 1;
    loop {
        seen.extend(actions(&step).into_iter().filter_map(|action| match action {
            Action::Entry(number) => Some(number),
            _ => None,
        }));
        let page = u16::try_from(pages).unwrap();
        let on = actions(&step).into_iter().find(|action| *action == Action::Journal(page, String::new()));
        let Some(on) = on else { break };
        step = trainee.presses(on);
        pages += 1;
    }
    assert_eq!((seen.len(), pages), (1_000, 125));
    assert_eq!(said(&trainee.presses(Action::Entry(1))), ["journal-entry"]);
    assert_eq!(said(&trainee.orders(Command::Journal, "1000")), ["journal-entry"]);
    assert_eq!(said(&trainee.orders(Command::Journal, "1001")), ["journal-no-such"]);
    assert_eq!(said(&trainee.orders(Command::Journal, "0")), ["journal-no-such"]);
}

#[test]
fn a_word_finds_the_entries_that_mention_it_and_its_pages_turn() {
    let mut trainee = with_entries(60, |place, entry| {
        if place % 3 == 0 {
            entry.answers[2] = Some(format!("Team: call back {place}"));
        }
    });
    let step = trainee.orders(Command::Journal, "CALL back");
    assert_eq!(arg(&phrase(&step, "journal-found"), "count"), Arg::Number(20));
    let on = Action::Journal(1, "CALL back".to_owned());
    assert!(actions(&step).contains(&on));
    assert_eq!(entries(&trainee.presses(on), "journal-found"), 8);
    assert_eq!(said(&trainee.orders(Command::Journal, "退税")), ["journal-nothing-found"]);
    let long = "很".repeat(400);
    assert_eq!(said(&trainee.orders(Command::Journal, &long)), ["journal-nothing-found"]);
    let shown = phrase(&trainee.orders(Command::Journal, "1"), "journal-entry");
    assert_eq!(arg(&shown, "title"), Arg::Text(trainee.journal[0].title.clone()));
}

#[test]
fn looking_back_disturbs_no_conversation_and_is_refused_in_an_exam() {
    let mut trainee = reflected();
    trainee.presses(Action::Begin(mr_lin()));
    let before = trainee.session.clone();
    assert_eq!(said(&trainee.commands(Command::Journal)), ["journal-list"]);
    assert_eq!(trainee.session, before);
    assert_eq!(said(&trainee.commands(Command::Mood)), ["practice-mood"]);
    trainee.commands(Command::Cancel);
    trainee.presses(Action::Exam(mr_lin()));
    for command in [Command::Journal, Command::Progress, Command::Plan] {
        assert_eq!(said(&trainee.commands(command)), ["practice-not-in-exam"]);
    }
}

#[test]
fn only_what_looks_back_reads_the_journal() {
    let command = |command| Deed::Command(command, String::new());
    for deed in
        [command(Command::Journal), command(Command::Progress), command(Command::Plan), Deed::ReviewDue]
    {
        assert!(reads_journal(&deed), "{deed:?}");
    }
    for deed in [command(Command::End), Deed::Text("您好".to_owned()), Deed::Press(Action::Menu)] {
        assert!(!reads_journal(&deed), "{deed:?}");
    }
}
