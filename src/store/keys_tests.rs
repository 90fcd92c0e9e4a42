//! What keys promise: names, order, ranges.

use super::*;
use proptest::prelude::*;

const NUDGED: Nudge = Nudge { organisation: 3, cohort: 2, assignment: 5, who: TraineeId(7) };
const SESSION_1: SessionId = SessionId { trainee: TraineeId(-5), number: 1 };

#[test]
fn every_kind_of_key_reads_back_and_has_a_name_of_its_own() {
    let named = [
        (Key::profile(TraineeId(7)), KeyName::Profile(TraineeId(7)), "profile/7"),
        (Key::session_event(SESSION_1, 2), KeyName::SessionEvent(SESSION_1, 2), "event/-5-1/2"),
        (Key::session_meta(SESSION_1), KeyName::SessionMeta(SESSION_1), "session/-5-1"),
        (Key::admission(TraineeId(7)), KeyName::Admission(TraineeId(7)), "admission/7"),
        (Key::inbox(3), KeyName::Inbox(3), "inbox/3"),
        (Key::seen(3), KeyName::Seen(3), "seen/3"),
        (Key::outbox(-1, 4), KeyName::Outbox { chat: -1, seq: 4 }, "outbox/-1/4"),
        (Key::timer(Moment(9), TraineeId(8)), KeyName::Timer(Moment(9), TraineeId(8)), "timer/9/8"),
        (
            Key::alarm(Moment(9), -8, "board"),
            KeyName::Alarm(Moment(9), -8, "board".to_owned()),
            "alarm/9/-8/board",
        ),
        (Key::board(-8, 3), KeyName::Board(-8, 3), "board/-8/3"),
        (Key::group(-8), KeyName::Group(-8), "group/-8"),
        (Key::contest(5), KeyName::Contest(5), "contest/5"),
        (Key::entrant(5, TraineeId(7)), KeyName::Entrant(5, TraineeId(7)), "entrant/5/7"),
        (Key::member(TraineeId(7)), KeyName::Member(TraineeId(7)), "member/7"),
        (Key::organisation(3), KeyName::Organisation(3), "organisation/3"),
        (Key::code("SECRET"), KeyName::Code, "code"),
        (Key::draft(TraineeId(7)), KeyName::Draft(TraineeId(7)), "draft/7"),
        (Key::shelf(3, "pump"), KeyName::Shelf(3, "pump".to_owned()), "shelf/3/pump"),
        (Key::release(3, "pump", 2), KeyName::Release(3, "pump".to_owned(), 2), "release/3/pump/2"),
        (Key::assignment(3, 2, 5), KeyName::Assignment(3, 2, 5), "assignment/3/2/5"),
        (Key::nudge(Moment(9), NUDGED), KeyName::Nudge(Moment(9), NUDGED), "nudge/9/3/2/5/7"),
        (Key::counter("week"), KeyName::Counter("week".to_owned()), "counter/week"),
    ];
    for (key, name, text) in named {
        assert_eq!((key.name(), key.to_string()), (Some(name), text.to_owned()));
        assert!(Key::everything().contains(&key));
    }
}

#[test]
fn bytes_that_no_constructor_makes_have_no_name() {
    for bytes in [&b""[..], b"z", b"p123", b"i123456789", b"c\xff"] {
        assert_eq!(Key::found(bytes).name(), None);
    }
}

#[test]
fn ranges_end_where_the_next_owner_begins() {
    assert!(Key::outbox_of(-1).contains(&Key::outbox(-1, u64::MAX)));
    assert!(!Key::outbox_of(-1).contains(&Key::outbox(0, 0)));
    assert!(Key::outbox_of(i64::MAX).contains(&Key::outbox(i64::MAX, u64::MAX)));
    assert!(!Key::sessions_of(TraineeId(-5)).contains(&Key::session_event(SESSION_1, 0)));
    assert!(Key::all_timers().contains(&Key::timer(Moment(i64::MAX), TraineeId(i64::MAX))));
    assert!(Key::assignments_of(3, 2).contains(&Key::assignment(3, 2, u32::MAX)));
    assert!(!Key::assignments_of(3, 2).contains(&Key::assignment(3, 3, 0)));
    assert!(!Key::seen_below(4).contains(&Key::seen(4)));
}

proptest! {
    #[test]
    fn keys_sort_as_their_numbers_do(a: (i64, u64), b: (i64, u64)) {
        prop_assert_eq!(Key::outbox(a.0, a.1).cmp(&Key::outbox(b.0, b.1)), a.cmp(&b));
    }

    #[test]
    fn a_session_holds_its_own_events_only(a: (i64, u32), b: (i64, u32), seq: u32) {
        let session = |(id, number)| SessionId { trainee: TraineeId(id), number };
        let inside = Key::events_of(session(a)).contains(&Key::session_event(session(b), seq));
        prop_assert_eq!(inside, a == b);
        prop_assert!(Key::events_of(session(a)).contains(&Key::session_event(session(a), seq)));
    }

    #[test]
    fn a_timer_is_due_from_its_moment_on(at: i64, now: i64, trainee: i64) {
        let key = Key::timer(Moment(at), TraineeId(trainee));
        prop_assert_eq!(Key::timers_due(Moment(now)).contains(&key), at <= now);
        let key = Key::nudge(Moment(at), Nudge { who: TraineeId(trainee), ..NUDGED });
        prop_assert_eq!(Key::nudges_due(Moment(now)).contains(&key), at <= now);
    }

    #[test]
    fn the_next_key_is_above_and_below_all_that_follow(a: u64) {
        prop_assume!(a < u64::MAX);
        prop_assert!(Key::inbox(a).next() > Key::inbox(a));
        prop_assert!(Key::inbox(a).next() < Key::inbox(a + 1));
    }
}
