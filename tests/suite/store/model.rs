//! The engine on disk is held to the one in memory: the same batches give the same answers and contents.

use proptest::prelude::*;
use xiaoqi::store::{Batch, Entry, Expect, Key, StoreError};

use super::{Bench, key, memory, sled};

/// A change as generated: which of a few keys, put or delete, and an expectation that often holds.
#[derive(Clone, Debug)]
struct Wish {
    key: u8,
    value: Option<Vec<u8>>,
    expect: Hope,
}

#[derive(Clone, Debug)]
enum Hope {
    Any,
    Absent,
    Current,
    Version(u64),
}

fn wish() -> impl Strategy<Value = Wish> {
    let value = proptest::option::weighted(0.7, proptest::collection::vec(any::<u8>(), 0..40));
    let hope = prop_oneof![
        4 => Just(Hope::Any),
        1 => Just(Hope::Absent),
        4 => Just(Hope::Current),
        1 => (0..9_u64).prop_map(Hope::Version),
    ];
    (0..6_u8, value, hope).prop_map(|(key, value, expect)| Wish { key, value, expect })
}

async fn batch_of(wishes: &[Wish], bench: &Bench) -> Batch {
    let mut batch = Batch::new();
    for Wish { key: number, value, expect } in wishes {
        let key = key(&number.to_string());
        let expect = match expect {
            Hope::Any => Expect::Any,
            Hope::Absent => Expect::Absent,
            Hope::Version(version) => Expect::Version(*version),
            Hope::Current => {
                bench.get(&key).await.map_or(Expect::Absent, |entry| Expect::Version(entry.version))
            }
        };
        match value {
            Some(value) => batch.put(key, value.clone(), expect),
            None => batch.delete(key, expect),
        };
    }
    batch
}

fn refusal(outcome: Result<(), StoreError>) -> Option<Key> {
    match outcome {
        Ok(()) => None,
        Err(StoreError::Conflict { key }) => Some(key),
        Err(other) => panic!("unexpected: {other:?}"),
    }
}

async fn contents(bench: &Bench) -> Vec<(Key, Entry)> {
    bench.store.scan(Key::everything(), 999).await.unwrap()
}

async fn play(batches: Vec<Vec<Wish>>) -> Result<(), TestCaseError> {
    let (model, real) = (memory(), sled());
    for wishes in batches {
        let batch = batch_of(&wishes, &model).await;
        let expected = refusal(model.store.commit(batch.clone()).await);
        prop_assert_eq!(refusal(real.store.commit(batch).await), expected);
    }
    prop_assert_eq!(contents(&real).await, contents(&model).await);
    prop_assert_eq!(contents(&real.reopen()).await, contents(&model).await);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_batches_give_the_same_answers_and_contents_in_both_engines(
        batches in proptest::collection::vec(proptest::collection::vec(wish(), 1..5), 0..25)
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(play(batches))?;
    }
}
