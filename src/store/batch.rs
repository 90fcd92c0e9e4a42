//! A batch: the changes that become durable together, each with what it expects to find.

use std::collections::{BTreeMap, BTreeSet};

use super::Key;

/// What a change expects under its key before the batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expect {
    /// Anything or nothing.
    Any,
    /// Nothing.
    Absent,
    /// An entry of exactly this version.
    Version(u64),
}

impl Expect {
    /// Whether a key that holds an entry of version `found` (or none) is as expected.
    pub fn accepts(self, found: Option<u64>) -> bool {
        match self {
            Expect::Any => true,
            Expect::Absent => found.is_none(),
            Expect::Version(version) => found == Some(version),
        }
    }
}

/// One change: the new bytes, or `None` to delete, and the expectation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The bytes to put; `None` deletes. Deleting what is not there is no error.
    pub value: Option<Vec<u8>>,
    /// What must be there before.
    pub expect: Expect,
}

/// Changes to be made together, at most one for each key, and what else must be so for them to be made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    changes: BTreeMap<Key, Change>,
    required: BTreeMap<Key, Expect>,
}

impl Batch {
    /// A batch without changes; committing it succeeds and does nothing.
    pub fn new() -> Batch {
        Batch::default()
    }

    /// Puts `value` under `key`. Replaces an earlier change of this batch to the same key.
    pub fn put(&mut self, key: Key, value: impl Into<Vec<u8>>, expect: Expect) -> &mut Batch {
        self.change(key, Some(value.into()), expect)
    }

    /// Deletes `key`. Replaces an earlier change of this batch to the same key.
    pub fn delete(&mut self, key: Key, expect: Expect) -> &mut Batch {
        self.change(key, None, expect)
    }

    /// Makes the batch depend on a key that it does not change. Replaces an earlier requirement for the same key; what is
    /// expected of a key that is changed stands beside it.
    pub fn require(&mut self, key: Key, expect: Expect) -> &mut Batch {
        self.required.insert(key, expect);
        self
    }

    // An expectation is about the contents before the batch, so one already stated survives a later `Any`.
    fn change(&mut self, key: Key, value: Option<Vec<u8>>, expect: Expect) -> &mut Batch {
        let stated = self.changes.get(&key).map_or(Expect::Any, |earlier| earlier.expect);
        let expect = if expect == Expect::Any { stated } else { expect };
        self.changes.insert(key, Change { value, expect });
        self
    }

    /// Whether there is nothing to change. What is required is checked all the same.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// What is required of keys that are not, or not only, changed; in the order of the keys.
    pub fn required(&self) -> impl Iterator<Item = (&Key, Expect)> {
        self.required.iter().map(|(key, expect)| (key, *expect))
    }

    /// The first key, in the order of keys, that is not as the batch expects, of those whose versions `found` knows. What
    /// it has no answer for is not there.
    pub fn refusal(&self, found: &BTreeMap<Key, u64>) -> Option<&Key> {
        let changed = self.changes.iter().map(|(key, change)| (key, change.expect));
        let refused = |(key, expect): &(&Key, Expect)| !expect.accepts(found.get(*key).copied());
        changed.filter(refused).chain(self.required().filter(refused)).map(|(key, _)| key).min()
    }

    /// Every key whose version matters to the batch, in order: those of expectations other than [`Expect::Any`].
    pub fn watched(&self) -> BTreeSet<&Key> {
        let changed = self.changes.iter().map(|(key, change)| (key, change.expect));
        let watched = |(key, expect): (_, Expect)| (expect != Expect::Any).then_some(key);
        changed.chain(self.required()).filter_map(watched).collect()
    }

    /// The changes in the order of their keys.
    pub fn changes(&self) -> impl Iterator<Item = (&Key, &Change)> {
        self.changes.iter()
    }
}

impl IntoIterator for Batch {
    type Item = (Key, Change);
    type IntoIter = std::collections::btree_map::IntoIter<Key, Change>;

    fn into_iter(self) -> Self::IntoIter {
        self.changes.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_change_to_a_key_keeps_the_expectation_already_stated() {
        let mut batch = Batch::new();
        batch.put(Key::counter("n"), "1", Expect::Version(4)).delete(Key::counter("n"), Expect::Any);
        let changes: Vec<Change> = batch.into_iter().map(|(_, change)| change).collect();
        assert_eq!(changes, [Change { value: None, expect: Expect::Version(4) }]);
    }
}
