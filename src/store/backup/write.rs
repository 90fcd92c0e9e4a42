//! Entries to the bytes of a backup. Where the bytes go is the caller's business.

use futures::stream::{Stream, StreamExt, once, unfold};
use sha2::{Digest, Sha256};

use super::{FORMAT, Head, MAGIC};
use crate::base::time::Moment;
use crate::store::{Entry, Key, Snapshot, StoreError};

/// Makes a backup piece by piece: the head, pages of entries, the end.
pub struct BackupWriter {
    sum: Sha256,
    entries: u64,
}

impl BackupWriter {
    /// Begins; with the first bytes.
    pub fn new(head: &Head) -> (BackupWriter, Vec<u8>) {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(FORMAT.to_be_bytes());
        // A head of two numbers and two words always has a JSON form.
        let head = serde_json::to_vec(head).unwrap_or_default();
        bytes.extend(length(&head));
        bytes.extend(&head);
        bytes.extend(crc32fast::hash(&head).to_be_bytes());
        let mut writer = BackupWriter { sum: Sha256::new(), entries: 0 };
        writer.sum.update(&bytes);
        (writer, bytes)
    }

    /// Entries that follow, in the order of their keys.
    pub fn page(&mut self, page: &[(Key, Entry)]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for (key, entry) in page {
            let from = bytes.len();
            bytes.extend(length(key.as_bytes()));
            bytes.extend(length(&entry.value));
            bytes.extend(entry.version.to_be_bytes());
            bytes.extend(key.as_bytes());
            bytes.extend(&entry.value);
            let sum = crc32fast::hash(bytes.get(from..).unwrap_or_default());
            bytes.extend(sum.to_be_bytes());
        }
        self.entries += page.len() as u64;
        self.sum.update(&bytes);
        bytes
    }

    /// The last bytes.
    pub fn end(mut self) -> Vec<u8> {
        let mut bytes = vec![0; 4];
        bytes.extend(self.entries.to_be_bytes());
        self.sum.update(&bytes);
        bytes.extend(self.sum.finalize());
        bytes
    }
}

/// No key and no value is near four gigabytes; one that were would not read back, which the check afterwards finds.
fn length(bytes: &[u8]) -> [u8; 4] {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_be_bytes()
}

/// A snapshot as the bytes of a backup, piece by piece, as fast as they are taken.
pub fn stream(
    snapshot: Box<dyn Snapshot>,
    at: Moment,
) -> impl Stream<Item = Result<Vec<u8>, StoreError>> + Send {
    let program = env!("CARGO_PKG_VERSION").to_owned();
    let head = Head { program, at: at.0, commits: snapshot.commits(), entries: snapshot.entries() };
    let (writer, first) = BackupWriter::new(&head);
    let rest = unfold(Some((snapshot, writer)), |state| async move {
        let (mut snapshot, mut writer) = state?;
        match snapshot.next().await {
            // After an error nothing follows, and so the end is missing, which tells the reader.
            Err(error) => Some((Err(error), None)),
            Ok(page) if page.is_empty() => Some((Ok(writer.end()), None)),
            Ok(page) => {
                let bytes = writer.page(&page);
                Some((Ok(bytes), Some((snapshot, writer))))
            }
        }
    });
    once(async { Ok(first) }).chain(rest)
}
