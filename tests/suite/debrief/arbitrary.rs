//! Properties over any sequence of turns, however odd.

use proptest::prelude::*;
use xiaoqi::base::cause::{Cause, Circumstance};
use xiaoqi::base::ending::Ending;
use xiaoqi::base::moves::{Move, Sign};
use xiaoqi::base::span::Span;
use xiaoqi::debrief::rubric::Part;
use xiaoqi::debrief::{assess, present};

use super::fixture::{Act, act, persona, report, session, texts};

fn cause() -> impl Strategy<Value = Cause> {
    let moves = (0..Move::ALL.len()).prop_map(|i| Cause::Move(Move::ALL[i]));
    let circumstances = (0..Circumstance::ALL.len()).prop_map(|i| Cause::Circumstance(Circumstance::ALL[i]));
    prop_oneof![moves, circumstances]
}

fn span() -> impl Strategy<Value = Option<Span>> {
    proptest::option::of((0usize..60, 0usize..60).prop_map(|(start, end)| Span::new(start, end)))
}

fn any_act() -> impl Strategy<Value = Act> {
    let does = proptest::collection::vec((cause(), span(), -40i32..40), 0..5);
    let promise = proptest::option::of((proptest::option::of(".{0,8}"), any::<bool>(), any::<bool>()));
    let said = prop_oneof!["\\PC{0,40}", "[您好冷暖气，。\n ]{0,40}", Just(String::new())];
    let places = proptest::collection::vec(0usize..5, 0..3);
    (said, does, promise, places.clone(), places, -50i32..200).prop_map(
        |(said, does, promise, told, offers, solved)| {
            let mut act = does.into_iter().fold(act(&said), |a, (cause, span, n)| a.span(cause, span, n));
            act = act.told(&told);
            act = offers.iter().fold(act, |a, offer| a.offer(*offer, solved));
            if offers.contains(&1) {
                act = act.beyond(1);
            }
            match promise {
                Some((by_when, beyond, broken)) => act.promise(by_when.as_deref(), beyond, broken),
                None => act,
            }
        },
    )
}

fn ending() -> impl Strategy<Value = Option<Ending>> {
    proptest::option::of((0..Ending::ALL.len()).prop_map(|i| Ending::ALL[i]))
}

fn harmful(mv: usize) -> Act {
    let hurts: Vec<Move> = Move::ALL.into_iter().filter(|m| m.sign() == Sign::Hurts).collect();
    act("这句话不该说。").mv(hurts[mv % hurts.len()], "这句话", -8)
}

proptest! {
    #[test]
    fn any_sequence_of_turns_has_a_report_within_bounds(
        acts in proptest::collection::vec(any_act(), 0..12),
        ended in ending(),
        hints in any::<u16>(),
        answer in proptest::option::of(proptest::option::of("\\PC{0,400}")),
    ) {
        let mut session = session(&acts, ended);
        session.hints = hints;
        let report = assess(&persona(), &texts(), &session);
        prop_assert!(report.score <= 100);
        prop_assert!(report.strengths.len() <= 3 && report.improvements.len() <= 3);
        prop_assert!(report.turning.len() <= 5);
        let quotes = report.strengths.iter().map(|s| &s.quote);
        let quotes = quotes.chain(report.improvements.iter().filter_map(|i| i.quote.as_ref()));
        for quote in quotes.chain(report.rubric.lines.iter().flat_map(|l| &l.quotes)) {
            let said = &session.turns[usize::from(quote.turn) - 1].said;
            prop_assert!(said.contains(&quote.words), "{:?} is not in {said:?}", quote.words);
        }
        prop_assert!(!present::evidence(&report).is_empty());
        prop_assert!(!present::verdict(&report, &[answer.clone(), answer.clone(), answer]).is_empty());
    }

    #[test]
    fn leaving_out_a_harmful_message_never_lowers_language_or_composure(
        acts in proptest::collection::vec(any_act(), 0..8),
        at in any::<prop::sample::Index>(),
        mv in 0usize..64,
    ) {
        let without = report(&acts, None).rubric;
        let mut acts = acts;
        acts.insert(at.index(acts.len() + 1), harmful(mv));
        let with = report(&acts, None).rubric;
        for part in [Part::Language, Part::Composure] {
            prop_assert!(without.part(part) >= with.part(part));
        }
    }
}
