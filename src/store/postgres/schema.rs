//! The tables of a space: made where there are none, checked where there are.

use std::path::PathBuf;

use deadpool_postgres::Object;
use tokio_postgres::Error;
use tokio_postgres::error::SqlState;

use super::fault::Fault;
use super::line::{Line, Patience};
use crate::store::StoreError;

/// The newest form of the tables this program knows. Records have versions of their own.
const FORMAT: i32 = 1;

/// Writers that have not written for so long are gone.
const GONE: &str = "14 days";

/// Whether the space has its tables.
pub(super) async fn is_there(line: &Line) -> Result<bool, StoreError> {
    let sql = "SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relname = 'about'";
    Ok(!line.query(sql, &[&line.url().space()]).await?.is_empty())
}

/// Sees to it that the tables are there and are ours.
pub(super) async fn prepare(line: &Line) -> Result<(), StoreError> {
    if !is_there(line).await? {
        make(line).await?;
    }
    check(line).await
}

async fn make(line: &Line) -> Result<(), StoreError> {
    let mut patience = Patience::new();
    loop {
        let fault = match line.client().await {
            Err(fault) => fault,
            Ok(client) => match made(&client, line).await {
                Ok(()) => return Ok(()),
                Err(error) => {
                    client.discard();
                    if is_rival(&error) { Fault::Crossed } else { line.fault(&error) }
                }
            },
        };
        patience.after(fault, line.url()).await?;
    }
}

/// Two programs that begin at once: the other one has made the same by now, or is about to.
fn is_rival(error: &Error) -> bool {
    let made = [
        SqlState::UNIQUE_VIOLATION,
        SqlState::DUPLICATE_SCHEMA,
        SqlState::DUPLICATE_TABLE,
        SqlState::DUPLICATE_OBJECT,
    ];
    error.code().is_some_and(|code| made.contains(code))
}

async fn made(client: &Object, line: &Line) -> Result<(), Error> {
    let space = line.space();
    // An operator may have made the schema, and given the role nothing beyond it.
    let sql = "SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = $1";
    let schema = match client.query(sql, &[&line.url().space()]).await?.is_empty() {
        true => format!("CREATE SCHEMA {space};"),
        false => String::new(),
    };
    // `about` comes last: where it is there, the others are.
    let tables = format!(
        "BEGIN; {schema}
         CREATE TABLE IF NOT EXISTS {space}.entries (key bytea PRIMARY KEY, value bytea NOT NULL, version bigint NOT NULL);
         CREATE TABLE IF NOT EXISTS {space}.writers (name bytea PRIMARY KEY, number bigint NOT NULL, at timestamptz NOT NULL);
         CREATE SEQUENCE IF NOT EXISTS {space}.commits;
         CREATE TABLE IF NOT EXISTS {space}.about (one int PRIMARY KEY, format int NOT NULL);
         INSERT INTO {space}.about (one, format) VALUES (1, {FORMAT}) ON CONFLICT (one) DO NOTHING;
         COMMIT"
    );
    client.batch_execute(&tables).await
}

async fn check(line: &Line) -> Result<(), StoreError> {
    let space = line.space();
    let path = || PathBuf::from(line.url().to_string());
    let rows = line.query(&format!("SELECT format FROM {space}.about"), &[]).await?;
    let format = rows.first().and_then(|row| row.try_get::<_, i32>(0).ok());
    match format {
        Some(FORMAT) => {}
        Some(found) if found > FORMAT => {
            let (found, known) = (found.unsigned_abs(), FORMAT.unsigned_abs());
            return Err(StoreError::NewerFormat { path: path(), found, known });
        }
        _ => {
            let detail = "its tables do not say which form they have".to_owned();
            return Err(StoreError::Damaged { path: path(), detail });
        }
    }
    // Some engines hand numbers out in blocks, a connection each: then they do not grow from commit to commit.
    let sql = "SELECT 1 FROM pg_catalog.pg_sequences WHERE schemaname = $1 AND sequencename = 'commits' AND cache_size > 1";
    if !line.query(sql, &[&line.url().space()]).await?.is_empty() {
        return Err(StoreError::Blocks {
            server: line.url().to_string(),
            space: line.url().space().to_owned(),
        });
    }
    let sql = "SELECT 1 WHERE current_setting('fsync', true) = 'off'";
    if line.query(sql, &[]).await.is_ok_and(|rows| !rows.is_empty()) {
        tracing::warn!("the database runs with fsync = off: a power cut can take anything from it");
    }
    // What a writer left tells what became of its last transaction, for as long as somebody may ask.
    let sql = format!("DELETE FROM {space}.writers WHERE at < now() - interval '{GONE}'");
    line.query(&sql, &[]).await.map(|_| ())
}
