//! Other courses of a conversation: what replaying, replacing and going back may change, and what never.

use proptest::prelude::*;
use xiaoqi::base::mode::Mode;
use xiaoqi::base::time::Moment;
use xiaoqi::debrief;
use xiaoqi::debrief::whatif::{Change, what_if};
use xiaoqi::session::event::Event;
use xiaoqi::session::fold::{Session, replay};

use super::messages::conversation;
use super::stage;

/// When she goes back: long after, so that a customer who counted the time would have complained.
const LATER: Moment = Moment(45 * 60_000 + 17);

/// Goes back to before `message` and writes what follows once more, each message after the pause it had.
fn rewound(cast: &xiaoqi::session::fold::Cast<'_>, session: &Session, message: u16) -> (Session, Vec<Event>) {
    let (mut branch, mut events) = session.branch(cast, 1, message, LATER).unwrap();
    let before = usize::from(message).checked_sub(2).map_or(session.start.at, |place| session.times[place]);
    let left = branch.heard_at.0 - before.0;
    for (said, at) in session.messages().skip(usize::from(message) - 1) {
        events.push(branch.play(cast, said, Moment(at.0 + left)));
    }
    if session.is_stopped() {
        events.push(branch.stop(cast, Moment(branch.heard_at.0 + 60_000)));
    }
    (branch, events)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn a_message_replaced_by_itself_changes_nothing(script in conversation(), place in any::<prop::sample::Index>()) {
        let cast = stage::cast(script.persona, script.lang);
        let session = script.perform().session;
        prop_assume!(!session.turns.is_empty());
        let turn = &session.turns[place.index(session.turns.len())];
        let same = what_if(&cast, &session, turn.number, Change::Instead(turn.said.clone())).unwrap();
        prop_assert_eq!((same.parted, same.unheard), (None, 0));
        prop_assert_eq!(&same.other.turns, &session.turns);
        prop_assert_eq!(&same.other.customer, &session.customer);
    }

    #[test]
    fn a_message_left_out_leaves_everything_before_it_as_it_was(script in conversation(), place in any::<prop::sample::Index>()) {
        let cast = stage::cast(script.persona, script.lang);
        let session = script.perform().session;
        prop_assume!(!session.turns.is_empty());
        let place = place.index(session.turns.len());
        let number = session.turns[place].number;
        let before = session.clone();
        let other = what_if(&cast, &session, number, Change::Without).unwrap();
        prop_assert_eq!(&session, &before);
        prop_assert_eq!(&other.other.turns[..place], &session.turns[..place]);
        prop_assert_eq!(other.other.turns.len() + other.unheard + 1, session.turns.len());
        prop_assert!(other.parted.is_none_or(|at| at >= number));
    }

    #[test]
    fn a_branch_with_the_same_messages_ends_with_the_same_bytes(script in conversation(), place in any::<prop::sample::Index>()) {
        let cast = stage::cast(script.persona, script.lang);
        let session = script.perform().session;
        prop_assume!(!session.turns.is_empty());
        let message = session.turns[place.index(session.turns.len())].number;
        let (branch, events) = rewound(&cast, &session, message);
        let bytes = |session: &Session| serde_json::to_vec(&session.turns).unwrap();
        prop_assert_eq!(bytes(&branch), bytes(&session));
        prop_assert_eq!(&branch.customer, &session.customer);
        prop_assert_eq!(branch.ended, session.ended);
        let score = |session: &Session| debrief::report(&cast, session).rubric;
        prop_assert_eq!(score(&branch), score(&session));
        // Its log stands on its own, and says where it came from.
        let again = replay(&cast, &events);
        prop_assert_eq!(again.as_ref(), Ok(&branch));
        let from = branch.start.branch.as_ref().unwrap();
        prop_assert_eq!((from.parent, from.message, &from.chain), (1, message, &session.chain));
        prop_assert_eq!(branch.start.mode, Mode::Practice);
        prop_assert!(branch.chain != session.chain);
    }
}
