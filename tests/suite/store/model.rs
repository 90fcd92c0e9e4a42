//! The engines on disk and in a database are held to the one in memory: the same batches give the same answers and contents.

use std::collections::BTreeSet;

use proptest::prelude::*;
use xiaoqi::store::{Batch, Entry, Expect, Key, StoreError};

use super::{Bench, key, memory, postgres, sled};

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
    prop_assert_eq!(contents(&real.reopen().await).await, contents(&model).await);
    Ok(())
}

/// Versions as their places in the order: a database leaves numbers out.
async fn ranked(bench: &Bench) -> Vec<(Key, Entry)> {
    let mut kept = contents(bench).await;
    let versions: BTreeSet<u64> = kept.iter().map(|(_, entry)| entry.version).collect();
    for (_, entry) in &mut kept {
        entry.version = versions.range(..entry.version).count() as u64;
    }
    kept
}

async fn play_in_a_database(batches: Vec<Vec<Wish>>) -> Result<(), TestCaseError> {
    let (model, Some(real)) = (memory(), postgres().await) else { return Ok(()) };
    for mut wishes in batches {
        // A number that is one's version is another's chance, so they are to be nobody's.
        for wish in &mut wishes {
            if let Hope::Version(version) = &mut wish.expect {
                *version += 1_000_000;
            }
        }
        let (ours, theirs) = (batch_of(&wishes, &model).await, batch_of(&wishes, &real).await);
        let expected = refusal(model.store.commit(ours).await);
        prop_assert_eq!(refusal(real.store.commit(theirs).await), expected);
    }
    prop_assert_eq!(ranked(&real).await, ranked(&model).await);
    prop_assert_eq!(ranked(&real.reopen().await).await, ranked(&model).await);
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

    #[test]
    fn random_batches_give_the_same_answers_and_contents_in_a_database(
        batches in proptest::collection::vec(proptest::collection::vec(wish(), 1..5), 0..25)
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(play_in_a_database(batches))?;
    }
}
