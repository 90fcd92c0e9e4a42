//! The verifiable core of contests, with the real customers: runs made, handed on, changed, played again; rankings.

mod belongs;
mod changed;
mod elsewhere;
mod ranking;

use xiaoqi::base::gentle::Gentle;
use xiaoqi::base::id::PersonaId;
use xiaoqi::base::moves::Move;
use xiaoqi::base::time::Moment;
use xiaoqi::contest::field::{Group, Item, Share, Shown};
use xiaoqi::contest::file::ResultFile;
use xiaoqi::contest::run::{Entry, Run, Unfit};
use xiaoqi::contest::verify::{At, Verdict, What, verify};
use xiaoqi::debrief::report;
use xiaoqi::session::event::{Event, Nudge};
use xiaoqi::session::fold::{Cast, Session};

use crate::stage::{self, lang};

/// Three messages to the customer whose heating is cold; he is still there after them.
pub const SAID: [&str; 3] =
    ["真的对不起，让您和老人冻了三天，这是我们的责任。", "您家里现在多少度？", "我马上帮您去问。"];
/// Messages that nobody puts up with.
pub const RUDE: [&str; 4] = ["你有病吧", "滚", "爱修不修，关我什么事", "你就是个疯子，去投诉啊"];

/// The run that comes of some messages; the trainee ends what the customer has not ended.
pub fn run(persona: &str, tag: &str, seed: u64, said: &[&str]) -> Run {
    let cast = stage::cast(persona, tag);
    let played = stage::play(&cast, tag, seed, said.iter().copied());
    Run::of(&cast, &played.events, None).unwrap()
}

/// A run of three messages with a hint in it, in a contest.
pub fn rich(entry: Option<Entry>, seed: u64, start: i64) -> Run {
    let cast = stage::cast("heating", "zh-Hans");
    let (mut session, started) = Session::open(&cast, lang("zh-Hans"), seed, Moment(start));
    let mut events = vec![started];
    for (place, said) in (1..).zip(SAID) {
        events.push(session.play(&cast, said, Moment(start + place * 20_000)));
    }
    let nudge = Some(Nudge::Move(Move::NameEmotion));
    events.insert(2, Event::Hinted { at: Moment(start + 30_000), nudge });
    events.push(session.stop(&cast, Moment(start + 80_000)));
    Run::of(&cast, &events, entry).unwrap()
}

pub fn verdict(file: &ResultFile) -> Verdict {
    verify(&stage::loaded().content, file)
}

/// Where and what, of a refuted run.
pub fn differences(verdict: Verdict) -> Vec<(At, What)> {
    match verdict {
        Verdict::Refuted(all) => all.into_iter().map(|one| (one.at, one.what)).collect(),
        other => panic!("{other:?}"),
    }
}

fn handed_on(run: Run) -> ResultFile {
    let file = ResultFile::of(run);
    let read = ResultFile::read(file.text().as_bytes()).unwrap();
    assert_eq!(read, file);
    read
}

#[test]
fn what_was_played_is_confirmed_whoever_ended_it_and_in_whatever_language() {
    let english =
        ["I am so sorry, that must have been a miserable birthday.", "What exactly was in the dish?"];
    let runs = [
        run("heating", "zh-Hans", 3, &SAID),
        run("heating", "zh-Hans", u64::MAX, &RUDE),
        run("wrong_dish", "en", 1, &english),
        run("phone_repair", "zh-Hans", 9, &[]),
    ];
    assert!(runs[0].stopped.is_some() && runs[1].stopped.is_none());
    assert!(runs[1].offences >= 3 && runs[0].offences == 0, "{} {}", runs[0].offences, runs[1].offences);
    for run in runs {
        assert_eq!(verdict(&handed_on(run)), Verdict::Confirmed);
    }
}

/// What a session is played with under a limit on abuse.
fn gentle() -> Cast<'static> {
    let id = PersonaId::parse("heating").unwrap();
    stage::loaded().content.cast_within(&id, lang("zh-Hans"), Gentle::NoContempt).unwrap()
}

#[test]
fn a_run_with_hints_a_break_a_limit_on_abuse_or_from_a_branch_is_confirmed_too() {
    let hinted = rich(None, 4, 1_000);
    assert_eq!((hinted.hints.len(), hinted.spent()), (1, 80_000));
    assert!(hinted.score < run("heating", "zh-Hans", 4, &SAID).score, "a hint costs points");
    let cast = gentle();
    let (mut session, started) = Session::open(&cast, lang("zh-Hans"), 5, Moment(0));
    let mut events = vec![started];
    for event in [Event::Paused { at: Moment(5) }, Event::Resumed { at: Moment(605) }] {
        session.note(&event);
        events.push(event);
    }
    events.extend(RUDE.map(|said| session.play(&cast, said, session.clock(Moment(1_000)))));
    // Who has gone answers nothing more: what came after that is no part of the conversation.
    let end = events.iter().position(|event| matches!(event, Event::Played { ended: Some(_), .. })).unwrap();
    events.truncate(end + 1);
    let limited = Run::of(&cast, &events, None).unwrap();
    assert_eq!((limited.breaks, limited.spent()), (600, 1_000));
    let cast = stage::cast("heating", "zh-Hans");
    let whole = stage::play(&cast, "zh-Hans", 6, SAID);
    let (mut branch, mut events) = whole.session.branch(&cast, 1, 2, Moment(9_000_000)).unwrap();
    events.push(branch.stop(&cast, Moment(9_100_000)));
    let branched = Run::of(&cast, &events, None).unwrap();
    assert!(limited.limit.is_some() && branched.branch.is_some());
    for run in [hinted, limited, branched] {
        assert_eq!(verdict(&handed_on(run)), Verdict::Confirmed);
    }
}

#[test]
fn a_group_of_real_runs_is_told_what_most_did_and_what_hurt_without_a_name_or_a_word() {
    let cast = stage::cast("heating", "zh-Hans");
    let shown = |said: &[&str]| {
        let session = stage::play(&cast, "zh-Hans", 7, said.iter().copied()).session;
        Shown::of(&session, &report(&cast, &session))
    };
    let group = Group::of(&[shown(&SAID), shown(&SAID), shown(&SAID[..2]), shown(&RUDE)]);
    let apologies = Share { item: Item::Move(Move::Apologize), did: 3, of: 4 };
    assert!(group.well.contains(&apologies), "{group:?}");
    assert!(group.hurt.iter().any(|share| share.item == Item::Move(Move::Insult)), "{group:?}");
    let missed = |share: &Share| matches!(share.item, Item::Step { .. }) && share.did * 2 < share.of;
    assert!(!group.missed.is_empty() && group.missed.iter().all(missed), "{group:?}");
}

#[test]
fn what_is_not_over_or_was_thrown_away_makes_no_run() {
    let cast = stage::cast("heating", "zh-Hans");
    let (mut session, started) = Session::open(&cast, lang("zh-Hans"), 1, Moment(0));
    let mut events = vec![started, session.play(&cast, SAID[0], Moment(1))];
    assert_eq!(Run::of(&cast, &events, None), Err(Unfit::Open));
    events.push(Event::Cancelled { at: Moment(2) });
    assert_eq!(Run::of(&cast, &events, None), Err(Unfit::Cancelled));
    let other = stage::cast("wrong_dish", "zh-Hans");
    assert!(matches!(Run::of(&other, &events[..2], None), Err(Unfit::Replay(_))));
}

#[test]
fn the_same_conversation_has_the_same_bytes_and_another_has_another_token() {
    let (one, two) = (run("heating", "zh-Hans", 3, &SAID), run("heating", "zh-Hans", 3, &SAID));
    assert_eq!(ResultFile::of(one.clone()).text(), ResultFile::of(two).text());
    for other in [run("heating", "zh-Hans", 4, &SAID), run("heating", "zh-Hans", 3, &SAID[..2])] {
        assert_ne!(other.token(), one.token());
    }
}
