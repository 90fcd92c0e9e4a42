//! A batch: the changes that become durable together, each with what it expects to find.

use std::collections::BTreeMap;

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

/// Changes to be made together, at most one for each key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    changes: BTreeMap<Key, Change>,
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

    // An expectation is about the contents before the batch, so one already stated survives a later `Any`.
    fn change(&mut self, key: Key, value: Option<Vec<u8>>, expect: Expect) -> &mut Batch {
        let stated = self.changes.get(&key).map_or(Expect::Any, |earlier| earlier.expect);
        let expect = if expect == Expect::Any { stated } else { expect };
        self.changes.insert(key, Change { value, expect });
        self
    }

    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
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
