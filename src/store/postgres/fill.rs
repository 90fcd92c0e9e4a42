//! A store made from entries that exist already, with the versions they have: one transaction, so that there is all of them or nothing.

use std::sync::Arc;

use tokio_postgres::{Client, Error};

use super::line::Line;
use super::{PostgresStore, PostgresUrl};
use crate::store::{Entry, Key, StoreError};

/// Bytes of values sent with one statement.
const BYTES: usize = 4 << 20;

/// A space that is being filled. Dropped before its end it holds nothing.
#[derive(Debug)]
pub struct Filling {
    store: PostgresStore,
    client: Client,
    entries: u64,
}

impl Filling {
    /// Begins to fill a space that holds nothing; its tables are made.
    ///
    /// # Errors
    /// `NotEmpty`, and as [`PostgresStore::open`].
    pub async fn begin(url: PostgresUrl) -> Result<Filling, StoreError> {
        let server = url.to_string();
        let store = PostgresStore::open(url).await?;
        let line = Arc::clone(&store.line);
        let client = line.own_client().await.map_err(|fault| fault.given_up(line.url()))?;
        let empty = async {
            client.batch_execute("BEGIN ISOLATION LEVEL SERIALIZABLE").await?;
            client.query(&format!("SELECT 1 FROM {}.entries LIMIT 1", line.space()), &[]).await
        };
        match empty.await.map_err(|error| line.refused(error))?.is_empty() {
            true => Ok(Filling { store, client, entries: 0 }),
            false => Err(StoreError::NotEmpty { server }),
        }
    }

    /// Puts entries, whose keys no earlier page had.
    ///
    /// # Errors
    /// Any [`StoreError`] except `Conflict`; nothing is there then.
    pub async fn page(&mut self, page: &[(Key, Entry)]) -> Result<(), StoreError> {
        let line = Arc::clone(&self.store.line);
        let mut rest = page;
        while !rest.is_empty() {
            let (count, _) = rest.iter().fold((0, 0), |(count, bytes), (_, entry)| match bytes < BYTES {
                true => (count + 1, bytes + entry.value.len()),
                false => (count, bytes),
            });
            let (now, later) = rest.split_at(count);
            self.put(now, &line).await.map_err(|error| line.refused(error))?;
            rest = later;
        }
        self.entries += page.len() as u64;
        Ok(())
    }

    async fn put(&self, page: &[(Key, Entry)], line: &Line) -> Result<(), Error> {
        let sql = format!(
            "INSERT INTO {}.entries (key, value, version) SELECT k, v, n FROM unnest($1::bytea[], $2::bytea[], $3::bigint[]) AS u (k, v, n)",
            line.space()
        );
        let keys: Vec<&[u8]> = page.iter().map(|(key, _)| key.as_bytes()).collect();
        let values: Vec<&[u8]> = page.iter().map(|(_, entry)| entry.value.as_slice()).collect();
        let versions: Vec<i64> = page.iter().map(|(_, entry)| entry.version.cast_signed()).collect();
        self.client.execute(&sql, &[&keys, &values, &versions]).await.map(|_| ())
    }

    /// Makes it all durable; how many entries there were. `commits` is the number of the last commit that led to them: the next one is
    /// numbered above.
    ///
    /// # Errors
    /// Any [`StoreError`] except `Conflict`. Where the connection broke at the very end, everything may be there after all.
    pub async fn end(self, commits: u64) -> Result<u64, StoreError> {
        let line = &self.store.line;
        // Not undone where the commit fails, which only leaves numbers out.
        let sql = format!(
            "SELECT setval('{0}.commits', greatest($1, (SELECT last_value FROM {0}.commits)))",
            line.space()
        );
        let done = async {
            self.client.query(&sql, &[&commits.max(1).cast_signed()]).await?;
            self.client.batch_execute("COMMIT").await
        };
        done.await.map_err(|error| line.refused(error))?;
        Ok(self.entries)
    }
}
