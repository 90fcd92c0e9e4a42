//! One batch, one transaction: what it depends on is locked, looked at and then changed. Two journeys to the server and back.
//!
//! The first brings everything but the end: the writer's number, the locks, and where nothing is expected the changes too. Whatever breaks during
//! it is undone by the server. The second brings the changes and the commit; only there can an outcome get lost.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use deadpool_postgres::Object;
use futures::try_join;
use tokio::time::{Instant, sleep, timeout};
use tokio_postgres::{Error, Row, Statement};

use super::fault::Fault;
use super::line::{ATTEMPT, Line, PATIENCE, Patience, silent};
use super::pools::Lent;
use crate::store::{Batch, Expect, Key, StoreError};

/// As strict as there is. The locks alone would do on PostgreSQL; other engines that speak its protocol lock less.
const BEGIN: &str = "BEGIN ISOLATION LEVEL SERIALIZABLE";

/// Makes a batch durable, or says why not.
pub(super) async fn commit(line: &Line, batch: &Batch) -> Result<(), StoreError> {
    let plan = Plan::of(batch);
    let mut patience = Patience::new();
    loop {
        let desk = line.desks().take();
        let outcome = attempt(line, &plan, desk).await;
        if !matches!(outcome, Outcome::Unclear) {
            line.desks().give_back(desk);
        }
        match outcome {
            Outcome::Done => return Ok(()),
            Outcome::Refused(key) => return Err(StoreError::Conflict { key }),
            Outcome::Undone(fault) => patience.after(fault, line.url()).await?,
            Outcome::Unclear => return Err(StoreError::Unclear { server: line.url().to_string() }),
        }
    }
}

/// What one attempt came to.
enum Outcome {
    Done,
    Refused(Key),
    /// Surely nothing of it is there.
    Undone(Fault),
    /// Nobody could say in time.
    Unclear,
}

/// A batch as the statements want it; all in the order of keys, so that two batches wait for each other in one order.
struct Plan<'a> {
    batch: &'a Batch,
    /// Every key that changes, to be locked where something is expected.
    changed: Vec<&'a [u8]>,
    /// What must be so and does not change.
    required: Vec<&'a [u8]>,
    /// Where nothing must be, and nothing is put: held by a row that is taken away again.
    held: Vec<&'a [u8]>,
    put: (Vec<&'a [u8]>, Vec<&'a [u8]>),
    deleted: Vec<&'a [u8]>,
    watched: bool,
}

impl Plan<'_> {
    fn of(batch: &Batch) -> Plan<'_> {
        let changed: BTreeSet<&Key> = batch.changes().map(|(key, _)| key).collect();
        let required = batch.required().filter(|(key, _)| !changed.contains(key)).collect::<Vec<_>>();
        let puts = || batch.changes().filter_map(|(key, change)| Some((key, change.value.as_deref()?)));
        let absent_deletes =
            batch.changes().filter(|(_, change)| change.value.is_none() && change.expect == Expect::Absent);
        let mut held: Vec<&[u8]> = absent_deletes.map(|(key, _)| key.as_bytes()).collect();
        held.extend(
            required.iter().filter(|(_, expect)| *expect == Expect::Absent).map(|(key, _)| key.as_bytes()),
        );
        // What is required of a key that is deleted, too.
        let deletes = batch.changes().filter(|(_, change)| change.value.is_none()).map(|(key, _)| key);
        let deletes: BTreeSet<&Key> = deletes.collect();
        let both =
            batch.required().filter(|(key, expect)| *expect == Expect::Absent && deletes.contains(key));
        held.extend(both.map(|(key, _)| key.as_bytes()));
        held.sort_unstable();
        held.dedup();
        Plan {
            batch,
            watched: !batch.watched().is_empty(),
            required: required.iter().map(|(key, _)| key.as_bytes()).collect(),
            put: (puts().map(|(key, _)| key.as_bytes()).collect(), puts().map(|(_, value)| value).collect()),
            deleted: deletes.into_iter().map(Key::as_bytes).chain(held.iter().copied()).collect(),
            changed: changed.into_iter().map(Key::as_bytes).collect(),
            held,
        }
    }
}

/// The statements, each prepared once for a connection.
struct Words {
    sit: Statement,
    lock: Statement,
    share: Statement,
    hold: Statement,
    put: Statement,
    delete: Statement,
}

impl Words {
    async fn of(client: &Object, space: &str) -> Result<Words, Error> {
        let texts = [
            format!(
                "INSERT INTO {space}.writers (name, number, at) VALUES ($1, $2, now()) ON CONFLICT (name) DO UPDATE SET number = excluded.number, at = excluded.at"
            ),
            format!("SELECT key, version FROM {space}.entries WHERE key = ANY($1) ORDER BY key FOR UPDATE"),
            format!("SELECT key, version FROM {space}.entries WHERE key = ANY($1) ORDER BY key FOR SHARE"),
            format!(
                "INSERT INTO {space}.entries (key, value, version) SELECT k, ''::bytea, 0 FROM unnest($1::bytea[]) AS u (k) ON CONFLICT (key) DO NOTHING"
            ),
            // In brackets, so that one number is drawn for all rows; in this statement, so that it is drawn after the locks.
            format!(
                "INSERT INTO {space}.entries (key, value, version) SELECT k, v, (SELECT nextval('{space}.commits')) FROM unnest($1::bytea[], $2::bytea[]) AS u (k, v) ON CONFLICT (key) DO UPDATE SET value = excluded.value, version = excluded.version"
            ),
            format!("DELETE FROM {space}.entries WHERE key = ANY($1)"),
        ];
        let [sit, lock, share, hold, put, delete] = &texts;
        let all = (client.prepare_cached(sit), client.prepare_cached(lock), client.prepare_cached(share));
        let more = (client.prepare_cached(hold), client.prepare_cached(put), client.prepare_cached(delete));
        let (sit, lock, share, hold, put, delete) = try_join!(all.0, all.1, all.2, more.0, more.1, more.2)?;
        Ok(Words { sit, lock, share, hold, put, delete })
    }
}

async fn attempt(line: &Line, plan: &Plan<'_>, desk: u64) -> Outcome {
    let client = match line.client().await {
        Ok(client) => client,
        Err(fault) => return Outcome::Undone(fault),
    };
    let (row, number) = (line.desks().row(desk), line.desks().next_number());
    let words = match timeout(ATTEMPT, Words::of(&client, &line.space())).await {
        Ok(Ok(words)) => words,
        Ok(Err(error)) => return undone(client, line.fault(&error)).await,
        Err(_) => return undone(client, silent()).await,
    };
    let found = match timeout(ATTEMPT, first(&client, &words, plan, (&row, number))).await {
        Ok(Ok(found)) => found,
        Ok(Err(error)) => return undone(client, line.fault(&error)).await,
        Err(_) => return undone(client, silent()).await,
    };
    if let Some(key) = plan.batch.refusal(&found) {
        return match timeout(ATTEMPT, client.batch_execute("ROLLBACK")).await {
            Ok(Ok(())) => Outcome::Refused(key.clone()),
            _ => {
                client.discard();
                Outcome::Refused(key.clone())
            }
        };
    }
    match timeout(ATTEMPT, last(&client, &words, plan)).await {
        Ok(Ok(())) => Outcome::Done,
        Ok(Err(error)) => match line.fault(&error) {
            Fault::Lost(why) => {
                client.discard();
                resolve(line, &row, number, why).await
            }
            fault => undone(client, fault).await,
        },
        Err(_) => {
            client.discard();
            resolve(line, &row, number, "it does not answer in time".to_owned()).await
        }
    }
}

/// Leaves no transaction open behind a failure. A connection that does not take that is thrown away, and the server undoes the rest.
async fn undone(client: Lent, fault: Fault) -> Outcome {
    let clean = match fault {
        Fault::Crossed => matches!(timeout(ATTEMPT, client.batch_execute("ROLLBACK")).await, Ok(Ok(()))),
        _ => false,
    };
    if !clean {
        client.discard();
    }
    Outcome::Undone(fault)
}

/// Everything but the end; the versions found under the keys that matter.
async fn first(
    client: &Object,
    words: &Words,
    plan: &Plan<'_>,
    (row, number): (&[u8], i64),
) -> Result<BTreeMap<Key, u64>, Error> {
    // Asked for in this order and sent together; the server answers one after the other.
    let sit = async { client.execute(&words.sit, &[&row, &number]).await.map(|_| ()) };
    let begin = client.batch_execute(BEGIN);
    if !plan.watched {
        try_join!(begin, sit, write(client, words, plan))?;
        return Ok(BTreeMap::new());
    }
    let lock = rows(client, &words.lock, &plan.changed);
    let share = rows(client, &words.share, &plan.required);
    let hold = run(client, &words.hold, &plan.held);
    let ((), (), changed, required, ()) = try_join!(begin, sit, lock, share, hold)?;
    changed.iter().chain(&required).map(version).collect()
}

fn version(row: &Row) -> Result<(Key, u64), Error> {
    let (key, version): (&[u8], i64) = (row.try_get(0)?, row.try_get(1)?);
    Ok((Key::found(key), version.unsigned_abs()))
}

/// The changes where they are not made yet, and the commit.
async fn last(client: &Object, words: &Words, plan: &Plan<'_>) -> Result<(), Error> {
    let commit = client.batch_execute("COMMIT");
    if !plan.watched {
        return commit.await;
    }
    // Where a change fails, the commit behind it undoes the transaction.
    try_join!(write(client, words, plan), commit).map(|_| ())
}

async fn write(client: &Object, words: &Words, plan: &Plan<'_>) -> Result<(), Error> {
    let put = async {
        match plan.put.0.is_empty() {
            true => Ok(0),
            false => client.execute(&words.put, &[&plan.put.0, &plan.put.1]).await,
        }
    };
    try_join!(put, run(client, &words.delete, &plan.deleted)).map(|_| ())
}

async fn rows(client: &Object, words: &Statement, keys: &[&[u8]]) -> Result<Vec<Row>, Error> {
    if keys.is_empty() { Ok(Vec::new()) } else { client.query(words, &[&keys]).await }
}

async fn run(client: &Object, words: &Statement, keys: &[&[u8]]) -> Result<(), Error> {
    if keys.is_empty() { Ok(()) } else { client.execute(words, &[&keys]).await.map(|_| ()) }
}

/// Whether a commit whose answer was lost was made. The transaction holds its writer's row until it ends, so that reading the row for an update
/// waits for that.
async fn resolve(line: &Line, row: &[u8], number: i64, why: String) -> Outcome {
    let until = Instant::now() + PATIENCE;
    let sql = format!("SELECT number FROM {}.writers WHERE name = $1 FOR UPDATE", line.space());
    while Instant::now() < until {
        let asked = timeout(ATTEMPT, async {
            let client = line.client().await?;
            let statement = client.prepare_cached(&sql).await.map_err(|error| line.fault(&error))?;
            client.query(&statement, &[&row]).await.map_err(|error| line.fault(&error))
        });
        if let Ok(Ok(rows)) = asked.await {
            let last = rows.first().and_then(|row| row.try_get::<_, i64>(0).ok());
            tracing::info!(made = last == Some(number), "a commit whose answer was lost was asked after");
            return if last == Some(number) { Outcome::Done } else { Outcome::Undone(Fault::Lost(why)) };
        }
        sleep(Duration::from_millis(200)).await;
    }
    Outcome::Unclear
}
