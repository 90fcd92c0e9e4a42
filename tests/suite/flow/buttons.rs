//! The codec of buttons.

use proptest::prelude::*;
use xiaoqi::base::id::PersonaId;
use xiaoqi::base::lang::Lang;
use xiaoqi::flow::action::Action;
use xiaoqi::progress::entry::NotedKind;
use xiaoqi::session::event::Side;

fn persona() -> impl Strategy<Value = PersonaId> {
    "[a-z0-9_]{1,40}".prop_map(|word| PersonaId::parse(&word).unwrap())
}

fn kind() -> impl Strategy<Value = NotedKind> {
    prop_oneof![Just(NotedKind::Move), Just(NotedKind::Circumstance), Just(NotedKind::Gap)]
}

/// Every kind of button.
pub fn action() -> impl Strategy<Value = Action> {
    prop_oneof![
        "[a-zA-Z][a-zA-Z0-9-]{1,14}".prop_map(|tag| Action::Language(Lang::parse(&tag).unwrap())),
        any::<u16>().prop_map(Action::Page),
        persona().prop_map(Action::Brief),
        persona().prop_map(Action::Begin),
        persona().prop_map(Action::Exam),
        any::<bool>().prop_map(Action::Coach),
        (1u8..=3).prop_map(Action::Skip),
        Just(Action::Menu),
        persona().prop_map(Action::Again),
        any::<u32>().prop_map(Action::Report),
        (any::<u16>(), "[\\PC]{0,12}").prop_map(|(page, word)| Action::Journal(page, word)),
        any::<u32>().prop_map(Action::Entry),
        Just(Action::Progress),
        Just(Action::Plan),
        any::<u32>().prop_map(Action::PlanAnswer),
        (kind(), "[a-z0-9_]{1,40}").prop_map(|(kind, id)| Action::PlanNoted(kind, id)),
        any::<u32>().prop_map(Action::Tick),
        "[a-z_]{1,40}".prop_map(Action::Zone),
        Just(Action::AskZone),
        Just(Action::RemindOff),
        any::<bool>().prop_map(Action::Forget),
        (any::<u32>(), 1u8..=5).prop_map(|(session, feeling)| Action::CheckIn(
            Side::Before,
            session,
            feeling
        )),
        (any::<u32>(), 1u8..=5).prop_map(|(session, feeling)| Action::CheckIn(Side::After, session, feeling)),
        Just(Action::Resume),
        any::<u32>().prop_map(Action::Card),
        (any::<u32>(), any::<bool>()).prop_map(|(session, named)| Action::Publish(session, named)),
        any::<u16>().prop_map(Action::Cards),
        any::<u64>().prop_map(Action::Thank),
        any::<u64>().prop_map(Action::Withdraw),
        Just(Action::Breathed),
    ]
}

proptest! {
    #[test]
    fn every_button_reads_back_and_fits_into_64_bytes(action in action()) {
        let data = action.encode();
        prop_assert!(data.len() <= 64, "{} bytes", data.len());
        prop_assert_eq!(Action::decode(&data), Some(action));
    }

    #[test]
    fn any_data_reads_as_a_button_that_writes_it_again_or_not_at_all(data in "\\PC{0,80}|[lpibxcsmarfkuhdwvoyjegqtz]:[a-z0-9_:-]{0,50}|zo:|q[an]:[a-z0-9_:]{0,50}") {
        if let Some(action) = Action::decode(&data) {
            prop_assert_eq!(Action::decode(&action.encode()), Some(action));
        }
    }
}

#[test]
fn a_question_that_does_not_exist_cannot_be_skipped() {
    assert_eq!(Action::decode("s:0"), None);
    assert_eq!(Action::decode("s:4"), None);
    assert_eq!(Action::decode("b:../etc"), None);
}
