//! A result file with something changed in it is never confirmed.

use proptest::prelude::*;
use serde_json::Value;
use xiaoqi::base::ending::Ending;
use xiaoqi::base::hash::ContentHash;
use xiaoqi::base::id::StateId;
use xiaoqi::base::level::Level;
use xiaoqi::base::time::Moment;
use xiaoqi::contest::file::{ResultFile, Unreadable};
use xiaoqi::contest::run::Run;
use xiaoqi::contest::verify::{At, Verdict, What};

use super::{differences, rich, verdict};

/// The run that all of these change.
fn original() -> ResultFile {
    ResultFile::of(rich(None, 4, 1_000))
}

type Change = (At, What, fn(&mut Run));

/// One change for everything that a replay yields or starts from, and where it must be noticed.
const CHANGES: [Change; 21] = [
    (At::Opening, What::Opening, |run| run.opening[0].push('!')),
    (At::Message(1), What::Words, |run| run.at = Moment(1_001)),
    (At::Message(1), What::Words, |run| run.messages[0].said.push('。')),
    (At::Message(2), What::Words, |run| run.messages[1].at.0 += 1),
    (At::Message(2), What::Order, |run| run.messages[1].at = Moment(20_999)),
    (At::Message(2), What::Reply, |run| run.messages[1].reply[0].push('。')),
    (At::Message(3), What::Levels, |run| run.messages[2].levels.trust = Level::hundredths(1)),
    (At::Message(3), What::State, |run| run.messages[2].state = StateId::parse("calm").unwrap()),
    (At::Message(1), What::Words, |run| run.messages[0].chain = ContentHash::of([])),
    (At::Message(1), What::Words, |run| drop(run.messages.remove(0))),
    (At::Message(3), What::Words, |run| {
        let again = run.messages[1].clone();
        run.messages.insert(2, again);
    }),
    (At::End, What::Chain, |run| drop(run.messages.pop())),
    (At::End, What::Farewell, |run| run.stopped.as_mut().unwrap().reply[0].push('?')),
    (At::End, What::Order, |run| run.stopped.as_mut().unwrap().at = Moment(5)),
    (At::End, What::Ending, |run| run.ending = Ending::Satisfied),
    (At::End, What::Ending, |run| run.stopped = None),
    (At::End, What::Score, |run| run.score += 1),
    (At::End, What::Score, |run| run.hints.clear()),
    (At::End, What::Hints, |run| run.hints[0].after = 9),
    (At::End, What::Offences, |run| run.offences += 1),
    (At::End, What::Chain, |run| run.chain = ContentHash::of([])),
];

#[test]
fn a_change_without_a_new_token_is_noticed_by_the_token() {
    for (place, (at, what, change)) in CHANGES.iter().enumerate() {
        let mut file = original();
        change(&mut file.run);
        let found = differences(verdict(&file));
        assert_eq!(found.first(), Some(&(At::File, What::Token)), "change {place}: {at:?} {what:?}");
    }
}

#[test]
fn a_change_with_a_new_token_is_noticed_by_the_replay_where_it_was_made() {
    for (place, (at, what, change)) in CHANGES.iter().enumerate() {
        let mut run = original().run;
        change(&mut run);
        let found = differences(verdict(&ResultFile::of(run)));
        assert!(found.contains(&(*at, *what)), "change {place}: {at:?} {what:?} in {found:?}");
    }
}

#[test]
fn another_seed_is_noticed_though_every_word_is_as_it_was() {
    for seed in [0, 5, u64::MAX] {
        let mut run = original().run;
        run.seed.0 = seed;
        let found = differences(verdict(&ResultFile::of(run)));
        assert!(
            matches!(found[0], (At::Opening, What::Opening) | (At::Message(1), What::Words)),
            "{found:?}"
        );
    }
}

#[test]
fn a_message_after_he_had_gone_is_noticed() {
    let mut run = super::run("heating", "zh-Hans", 3, &super::RUDE);
    let again = run.messages.last().unwrap().clone();
    run.messages.push(again);
    let number = run.messages.len() as u16;
    assert_eq!(differences(verdict(&ResultFile::of(run))), [(At::Message(number), What::Gone)]);
}

/// What a text is found to be: whether it was confirmed, and what it says as JSON.
fn confirmed(text: &str) -> bool {
    ResultFile::read(text.as_bytes()).is_ok_and(|file| verdict(&file) == Verdict::Confirmed)
}

#[test]
fn every_single_character_counts() {
    let text = original().text();
    let (same, characters): (Value, Vec<char>) =
        (serde_json::from_str(&text).unwrap(), text.chars().collect());
    assert!(confirmed(&text));
    let mut refused = 0;
    for place in (0..characters.len()).step_by(7) {
        let mut other = characters.clone();
        other[place] = match other[place] {
            digit @ '0'..='8' => char::from(digit as u8 + 1),
            'a' => 'b',
            _ => 'a',
        };
        let other: String = other.into_iter().collect();
        let equal = serde_json::from_str::<Value>(&other).is_ok_and(|value| value == same);
        assert_eq!(confirmed(&other), equal, "character {place}");
        refused += usize::from(!equal);
    }
    assert!(refused > 200, "{refused}");
}

#[test]
fn a_key_that_no_token_covers_makes_the_file_unreadable() {
    let text = original().text();
    for (old, new) in [
        ("\"anger\":", "\"secret\": 1, \"anger\":"),
        ("\"run\": {", "\"run\": {\"name\": \"Lee\","),
        ("\"contest\": null,", ""),
        ("\"token\":", "\"signed\": true, \"token\":"),
    ] {
        let other = text.replacen(old, new, 1);
        assert_ne!(other, text);
        let read = ResultFile::read(other.as_bytes());
        assert!(matches!(read, Err(Unreadable::Shape(..))), "{new}: {read:?}");
    }
    // Spaces and the way a character is written are no part of what was said.
    let compact = serde_json::from_str::<Value>(&text).unwrap().to_string();
    assert!(compact.len() < text.len() && confirmed(&compact));
}

/// Every number, text and truth value in a JSON value, by its pointer.
fn leaves(value: &Value, pointer: String, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(key, value)| leaves(value, format!("{pointer}/{key}"), found));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, value)| leaves(value, format!("{pointer}/{at}"), found));
        }
        _ => found.push(pointer),
    }
}

/// Another value in the place of one.
fn altered(value: &Value, by: u32, letter: char) -> Value {
    match value {
        Value::Number(number) => (number.as_i64().unwrap() + i64::from(by) + 1).into(),
        Value::String(text) => {
            let count = text.chars().count();
            let place = by as usize % count.max(1);
            Value::String(
                text.chars().enumerate().map(|(at, c)| if at == place { letter } else { c }).collect(),
            )
        }
        Value::Null => by.into(),
        _ => Value::Null,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn a_file_with_one_value_changed_is_never_confirmed(
        pick in any::<prop::sample::Index>(),
        by in 0u32..200,
        letter in prop::sample::select(vec!['0', '7', 'a', 'f', '的', ' ', '-', '"']),
    ) {
        let before = serde_json::to_value(original()).unwrap();
        let mut pointers = Vec::new();
        leaves(&before, String::new(), &mut pointers);
        let pointer = &pointers[pick.index(pointers.len())];
        let mut value = before.clone();
        let leaf = value.pointer_mut(pointer).unwrap();
        *leaf = altered(leaf, by, letter);
        prop_assert_eq!(confirmed(&value.to_string()), value == before, "{}", pointer);
    }

    #[test]
    fn a_text_cut_joined_or_scrambled_anywhere_is_never_confirmed(
        place in any::<prop::sample::Index>(),
        length in 0usize..40,
        put in prop::collection::vec(any::<char>(), 0..3),
    ) {
        let text = original().text();
        let mut characters: Vec<char> = text.chars().collect();
        let from = place.index(characters.len());
        let upto = (from + length).min(characters.len());
        characters.splice(from..upto, put);
        let other: String = characters.into_iter().collect();
        let value = |text: &str| serde_json::from_str::<Value>(text).ok();
        prop_assert_eq!(confirmed(&other), value(&other) == value(&text));
    }
}
