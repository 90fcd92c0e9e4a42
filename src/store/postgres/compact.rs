//! Nothing of what was deleted is left in the tables' files: the table is written anew and the old files go. Everybody waits meanwhile.
//!
//! The database leaves more behind than tables: the log of what it wrote, standbys and backups; docs/operating.md says how long.

use tokio_postgres::Client;
use tokio_postgres::error::SqlState;

use super::fault::Fault;
use super::line::{Line, Patience};
use crate::store::StoreError;

/// What an engine answers that has no such command, because it collects what was deleted by itself.
const UNKNOWN: [SqlState; 2] = [SqlState::SYNTAX_ERROR, SqlState::FEATURE_NOT_SUPPORTED];

/// Rewrites the entries.
pub(super) async fn compact(line: &Line) -> Result<(), StoreError> {
    let mut patience = Patience::new();
    loop {
        let fault = match line.own_client().await {
            Err(fault) => fault,
            Ok(client) => match rewritten(&client, line).await {
                Ok(()) => return Ok(()),
                Err(fault) => fault,
            },
        };
        patience.after(fault, line.url()).await?;
    }
}

// No end to how long the rewriting may take, only to how long it waits to begin: everybody else waits behind it.
async fn rewritten(client: &Client, line: &Line) -> Result<(), Fault> {
    let fault = |error: tokio_postgres::Error| line.fault(&error);
    let _ = client.batch_execute("SET lock_timeout = '2s'").await;
    match client.batch_execute(&format!("VACUUM (FULL) {}.entries", line.space())).await {
        Err(error) if error.code().is_some_and(|code| UNKNOWN.contains(code)) => Ok(()),
        other => other.map_err(fault),
    }
}
