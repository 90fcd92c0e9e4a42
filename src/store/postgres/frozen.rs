//! Everything as it was at one moment: a transaction that reads on a connection of its own, page by page in the order of the keys.

use std::sync::Arc;

use futures::future::{BoxFuture, FutureExt};
use tokio::time::timeout;
use tokio_postgres::{Client, Error};

use super::entry;
use super::line::{ATTEMPT, Line, Patience, silent};
use crate::store::{Entry, Key, PAGE, Snapshot, StoreError};

/// A transaction that sees one moment. The server ends it where this is dropped.
pub(super) struct Frozen {
    line: Arc<Line>,
    client: Client,
    next: Key,
    counts: (u64, u64),
}

/// Begins one.
pub(super) async fn freeze(line: Arc<Line>) -> Result<Frozen, StoreError> {
    let mut patience = Patience::new();
    loop {
        let fault = match timeout(ATTEMPT, line.own_client()).await {
            Err(_) => silent(),
            Ok(Err(fault)) => fault,
            // Counting reads the whole table, which may well take longer than a batch.
            Ok(Ok(client)) => match begin(&client, &line).await {
                Ok(counts) => return Ok(Frozen { line, client, next: Key::everything().start, counts }),
                Err(error) => line.fault(&error),
            },
        };
        patience.after(fault, line.url()).await?;
    }
}

/// The numbers of commits and entries. The sequence is read last: it is no part of the moment, and may only be ahead of it.
async fn begin(client: &Client, line: &Line) -> Result<(u64, u64), Error> {
    client.batch_execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?;
    let number = async |sql: String| {
        let row = client.query_one(&sql, &[]).await?;
        Ok::<u64, Error>(row.try_get::<_, i64>(0)?.unsigned_abs())
    };
    let entries = number(format!("SELECT count(*) FROM {}.entries", line.space())).await?;
    let commits = number(format!("SELECT last_value FROM {}.commits", line.space())).await?;
    Ok((commits, entries))
}

impl Frozen {
    async fn page(&mut self) -> Result<Vec<(Key, Entry)>, Error> {
        let sql = format!(
            "SELECT key, value, version FROM {}.entries WHERE key >= $1 ORDER BY key LIMIT {PAGE}",
            self.line.space()
        );
        let rows = self.client.query(&sql, &[&self.next.as_bytes()]).await?;
        let page: Vec<(Key, Entry)> = rows.iter().map(entry).collect::<Result<_, _>>()?;
        if let Some((last, _)) = page.last() {
            self.next = last.next();
        }
        Ok(page)
    }
}

impl Snapshot for Frozen {
    fn commits(&self) -> u64 {
        self.counts.0
    }

    fn entries(&self) -> u64 {
        self.counts.1
    }

    // The moment is gone with the connection: there is no second try.
    fn next(&mut self) -> BoxFuture<'_, Result<Vec<(Key, Entry)>, StoreError>> {
        async move {
            match timeout(ATTEMPT, self.page()).await {
                Ok(Ok(page)) => Ok(page),
                Ok(Err(error)) => Err(self.line.refused(error)),
                Err(_) => Err(silent().given_up(self.line.url())),
            }
        }
        .boxed()
    }
}
