//! The engine in a database that speaks PostgreSQL's protocol: many machines can share what it keeps.
//!
//! - `address`: where it is, and its password, which nothing shows
//! - `line`: connections, how they are set up, and the waiting for them; `pools`: those that many bots of a process share
//! - `schema`: the tables, made and checked
//! - `commit`: one batch as one transaction; what came of it where the connection broke
//! - `fault`: what the database says, sorted by what one can do about it
//! - `frozen`: everything as it was at one moment
//! - `fill`: a store made from entries that exist already
//! - `compact`: nothing of what was deleted is left in the tables' files
//!
//! # What holds it together
//!
//! Each bot has a schema of its own, its *space*: a table of key, value and version, a sequence that numbers the commits, and a table of
//! what its writers did last. Plain upserts, row locks and serializable transactions are all that is used, so that others who speak the protocol can
//! carry it.
//!
//! - **Versions** come from the sequence, drawn in the statement that writes. That needs no counter that every commit would wait for. A key's version grows
//!   with every put of it: who writes it second either waited for the row, and is then refused and begins anew (`40001`), or began after the
//!   first was there, and draws a later number. What one writer does one after the other is numbered in that order.
//!   Numbers are left out where a transaction is given up, and never used twice.
//! - **Expectations** are locked, not only looked at: rows that are to change for update, rows that are required to share, and where nothing is to be a row is put and
//!   taken away again. So a batch waits for whoever changes one of them, and holds until it is committed, in the time of clocks and not just in some order: serializable
//!   alone would let a lease be taken over by somebody who then reads, and the former holder's batch become durable behind it.
//! - **A broken connection** while committing leaves open whether it did. Every transaction writes its number into its writer's own row first; whoever connects
//!   again waits for that row and reads the number. Without an answer in time the error says that nobody knows.

mod address;
mod commit;
mod compact;
mod fault;
mod fill;
mod frozen;
mod line;
mod pools;
mod schema;

use std::ops::Range;
use std::sync::Arc;
use std::time::Instant;

use futures::future::{BoxFuture, FutureExt};
use tokio_postgres::Row;
use tracing::Instrument;

pub use address::{BadAddress, PostgresUrl};
pub use fill::Filling;
use line::Line;
pub use pools::Pools;

use super::{Batch, Entry, Freeze, Key, Snapshot, Store, StoreError, counted};

/// A store in a database. Cloning shares the connections.
#[derive(Clone, Debug)]
pub struct PostgresStore {
    line: Arc<Line>,
}

impl PostgresStore {
    /// Connects, makes the tables where there are none, and checks those that are there.
    ///
    /// # Errors
    /// `Unreachable`, `NotLetIn`, `NotAllowed`, `NewerFormat` and whatever else the database says.
    pub async fn open(url: PostgresUrl) -> Result<PostgresStore, StoreError> {
        PostgresStore::begin(Line::new(url)?).await
    }

    /// The same over connections that stores of other bots use too; at most half of them at once.
    ///
    /// # Errors
    /// As [`PostgresStore::open`].
    pub async fn open_among(url: PostgresUrl, pools: &Pools) -> Result<PostgresStore, StoreError> {
        PostgresStore::begin(Line::among(url, pools)?).await
    }

    async fn begin(line: Line) -> Result<PostgresStore, StoreError> {
        schema::prepare(&line).await?;
        Ok(PostgresStore { line: Arc::new(line) })
    }

    /// Whether anything is kept in that space already. Makes nothing.
    ///
    /// # Errors
    /// As [`PostgresStore::open`].
    pub async fn is_begun(url: &PostgresUrl) -> Result<bool, StoreError> {
        let line = Line::new(url.clone())?;
        if !schema::is_there(&line).await? {
            return Ok(false);
        }
        let sql = format!("SELECT 1 FROM {}.entries LIMIT 1", line.space());
        Ok(!line.query(&sql, &[]).await?.is_empty())
    }
}

impl Store for PostgresStore {
    fn get<'a>(&'a self, key: &'a Key) -> BoxFuture<'a, Result<Option<Entry>, StoreError>> {
        let sql = format!("SELECT key, value, version FROM {}.entries WHERE key = $1", self.line.space());
        async move {
            let rows = self.line.query(&sql, &[&key.as_bytes()]).await?;
            Ok(rows
                .first()
                .map(entry)
                .transpose()
                .map_err(|error| self.line.refused(error))?
                .map(|(_, entry)| entry))
        }
        .boxed()
    }

    fn scan(&self, range: Range<Key>, limit: usize) -> BoxFuture<'_, Result<Vec<(Key, Entry)>, StoreError>> {
        async move {
            if range.start >= range.end {
                return Ok(Vec::new());
            }
            let sql = format!(
                "SELECT key, value, version FROM {}.entries WHERE key >= $1 AND key < $2 ORDER BY key LIMIT $3",
                self.line.space()
            );
            let limit = i64::try_from(limit).unwrap_or(i64::MAX);
            let rows = self.line.query(&sql, &[&range.start.as_bytes(), &range.end.as_bytes(), &limit]).await?;
            rows.iter().map(entry).collect::<Result<_, _>>().map_err(|error| self.line.refused(error))
        }
        .boxed()
    }

    /// Goes on to its end when the future is dropped.
    fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<(), StoreError>> {
        let line = Arc::clone(&self.line);
        async move {
            if batch.is_empty() && batch.required().next().is_none() {
                return Ok(());
            }
            // A task of its own: a transaction left half-way would hold its rows until somebody notices.
            let server = line.url().to_string();
            let task = tokio::spawn(async move { commit::commit(&line, &batch).await }.in_current_span());
            let began = Instant::now();
            let outcome = task.await.unwrap_or(Err(StoreError::Unclear { server }));
            counted(began, outcome)
        }
        .boxed()
    }

    fn compact(&self) -> BoxFuture<'_, Result<(), StoreError>> {
        compact::compact(&self.line).boxed()
    }
}

impl Freeze for PostgresStore {
    fn freeze(&self) -> BoxFuture<'_, Result<Box<dyn Snapshot>, StoreError>> {
        async move { Ok(Box::new(frozen::freeze(Arc::clone(&self.line)).await?) as Box<dyn Snapshot>) }
            .boxed()
    }
}

/// A row of key, value and version.
fn entry(row: &Row) -> Result<(Key, Entry), tokio_postgres::Error> {
    let (key, version): (&[u8], i64) = (row.try_get(0)?, row.try_get(2)?);
    Ok((Key::found(key), Entry { value: row.try_get(1)?, version: version.unsigned_abs() }))
}
