//! Whether two stores hold the same: a hash over every key, version and value in the order of the keys.

use sha2::{Digest, Sha256};

use crate::store::{Entry, Key};

/// What has been seen so far.
#[derive(Clone, Default)]
pub(super) struct Sum {
    hash: Sha256,
    entries: u64,
}

impl Sum {
    /// Entries that follow.
    pub(super) fn page(&mut self, page: &[(Key, Entry)]) {
        for (key, entry) in page {
            // With their lengths, so that no bytes can move from one to the other.
            for part in [key.as_bytes(), &entry.version.to_be_bytes(), &entry.value] {
                self.hash.update((part.len() as u64).to_be_bytes());
                self.hash.update(part);
            }
        }
        self.entries += page.len() as u64;
    }

    /// How many.
    pub(super) fn entries(&self) -> u64 {
        self.entries
    }

    /// In hexadecimal.
    pub(super) fn shown(&self) -> String {
        self.hash.clone().finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl PartialEq for Sum {
    fn eq(&self, other: &Sum) -> bool {
        self.entries == other.entries && self.shown() == other.shown()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(entries: &[(&str, &[u8], u64)]) -> Sum {
        let mut sum = Sum::default();
        for (name, value, version) in entries {
            sum.page(&[(Key::counter(name), Entry { value: value.to_vec(), version: *version })]);
        }
        sum
    }

    #[test]
    fn every_byte_key_and_version_counts() {
        let one = sum(&[("a", b"bc", 1), ("d", b"", 2)]);
        assert!(one == sum(&[("a", b"bc", 1), ("d", b"", 2)]));
        for other in [
            sum(&[("a", b"bd", 1), ("d", b"", 2)]),
            sum(&[("a", b"bc", 2), ("d", b"", 2)]),
            sum(&[("ab", b"c", 1), ("d", b"", 2)]),
            sum(&[("a", b"bc", 1)]),
        ] {
            assert!(one != other);
        }
    }
}
