//! Connections to the database: how they are set up, lent and waited for. No wait is without an end.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use rand::TryRngCore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use tokio::time::Instant;
use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, Row};

use super::PostgresUrl;
use super::address::BadAddress;
use super::fault::Fault;
use super::pools::{Lent, Pools, Share};
use crate::store::StoreError;

/// How long a command is tried for before it is given up; a restart of the server fits in.
pub(super) const PATIENCE: Duration = Duration::from_secs(30);
/// How long one attempt may take: a server that takes longer over a batch is not going to answer.
pub(super) const ATTEMPT: Duration = Duration::from_secs(20);
/// The longest pause between two attempts.
const PAUSE: Duration = Duration::from_millis(400);

/// What is asked of every connection. What another database does not know it does without.
const SETTINGS: [&str; 5] = [
    // Where tables are small, the planner reads them whole, and two who read a whole table cross each other whatever they look for.
    "SET enable_seqscan = off",
    "SET lock_timeout = '10s'",
    // A client that lost its way must not keep others waiting.
    "SET idle_in_transaction_session_timeout = '60s'",
    "SET client_min_messages = 'warning'",
    // Whoever set up the role may have asked for commits that are not on the disk yet.
    "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'",
];

/// The way to a database.
pub(super) struct Line {
    url: PostgresUrl,
    share: Share,
    desks: Desks,
}

impl std::fmt::Debug for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Line({})", self.url)
    }
}

impl Line {
    /// Connects to nothing yet.
    pub(super) fn new(url: PostgresUrl) -> Result<Line, StoreError> {
        let share = Share::whole(Pools::default().lender(&url)?);
        Ok(Line { url, share, desks: Desks::new()? })
    }

    /// The same over connections that others use too.
    pub(super) fn among(url: PostgresUrl, pools: &Pools) -> Result<Line, StoreError> {
        let share = Share::half(pools.lender(&url)?);
        Ok(Line { url, share, desks: Desks::new()? })
    }

    pub(super) fn url(&self) -> &PostgresUrl {
        &self.url
    }

    /// The schema's name, in quotes.
    pub(super) fn space(&self) -> String {
        format!("\"{}\"", self.url.space())
    }

    pub(super) fn desks(&self) -> &Desks {
        &self.desks
    }

    /// A connection of the pool.
    pub(super) async fn client(&self) -> Result<Lent, Fault> {
        self.share.lend(&self.url).await
    }

    /// A connection for oneself alone, closed when it is dropped.
    pub(super) async fn own_client(&self) -> Result<Client, Fault> {
        let connected = self.url.config().connect(self.share.tls().clone()).await;
        let (client, connection) = connected.map_err(|error| self.fault(&error))?;
        tokio::spawn(async move {
            // How it ended is told to whoever asks the client next.
            let _ = connection.await;
        });
        Ok(client)
    }

    pub(super) fn fault(&self, error: &tokio_postgres::Error) -> Fault {
        Fault::of(error, &self.url)
    }

    /// An answer of another shape than was asked for.
    pub(super) fn refused(&self, error: tokio_postgres::Error) -> StoreError {
        self.fault(&error).given_up(&self.url)
    }

    /// One statement that only reads, tried again on another connection where one breaks.
    pub(super) async fn query(
        &self,
        sql: &str,
        values: &[&(dyn ToSql + Sync)],
    ) -> Result<Vec<Row>, StoreError> {
        let mut patience = Patience::new();
        loop {
            match self.query_once(sql, values).await {
                Ok(rows) => return Ok(rows),
                Err(fault) => patience.after(fault, &self.url).await?,
            }
        }
    }

    async fn query_once(&self, sql: &str, values: &[&(dyn ToSql + Sync)]) -> Result<Vec<Row>, Fault> {
        let client = self.client().await?;
        let answer = async {
            let statement = client.prepare_cached(sql).await?;
            client.query(&statement, values).await
        };
        match tokio::time::timeout(ATTEMPT, answer).await {
            Ok(answer) => answer.map_err(|error| self.fault(&error)),
            Err(_) => {
                client.discard();
                Err(silent())
            }
        }
    }
}

/// What an answer that does not come is.
pub(super) fn silent() -> Fault {
    Fault::Lost("it does not answer in time".to_owned())
}

pub(super) async fn set_up(client: &Client) {
    for setting in SETTINGS {
        let _ = client.batch_execute(setting).await;
    }
}

/// Whom to believe: who signed the certificate in the file, else those whom browsers believe.
pub(super) fn encryption(url: &PostgresUrl) -> Result<ClientConfig, StoreError> {
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    if let Some(path) = url.roots() {
        let bad = || StoreError::Address(BadAddress::Roots { path: path.clone() });
        roots = RootCertStore::empty();
        for certificate in CertificateDer::pem_file_iter(path).map_err(|_| bad())? {
            roots.add(certificate.map_err(|_| bad())?).map_err(|_| bad())?;
        }
        if roots.is_empty() {
            return Err(bad());
        }
    }
    let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let unfit = |_| StoreError::Unreachable { server: url.to_string(), why: "no TLS".to_owned() };
    Ok(builder.map_err(unfit)?.with_root_certificates(roots).with_no_client_auth())
}

/// How long something has been tried, and how long to wait before the next time.
pub(super) struct Patience {
    until: Instant,
    tries: u32,
}

impl Patience {
    pub(super) fn new() -> Patience {
        Patience { until: Instant::now() + PATIENCE, tries: 0 }
    }

    /// Waits, longer every time and never for as long as somebody else does; or gives up.
    pub(super) async fn after(&mut self, fault: Fault, url: &PostgresUrl) -> Result<(), StoreError> {
        if matches!(fault, Fault::Final(_)) || Instant::now() >= self.until {
            return Err(fault.given_up(url));
        }
        let most = PAUSE.min(Duration::from_millis(2 << self.tries.min(10)));
        self.tries += 1;
        // Without chance to be had, everybody waits for as long.
        let chance = rand::rngs::OsRng.try_next_u32().unwrap_or(u32::MAX);
        tokio::time::sleep(most.mul_f64(f64::from(chance) / f64::from(u32::MAX))).await;
        Ok(())
    }
}

/// Writers of this process. Each has a row in the database where its transactions leave their numbers, and one transaction at a time.
pub(super) struct Desks {
    name: [u8; 16],
    made: AtomicU64,
    number: AtomicU64,
    free: Mutex<BTreeSet<u64>>,
}

impl Desks {
    fn new() -> Result<Desks, StoreError> {
        let mut name = [0; 16];
        rand::rngs::OsRng.try_fill_bytes(&mut name).map_err(|_| StoreError::NoChance)?;
        Ok(Desks { name, made: AtomicU64::new(0), number: AtomicU64::new(0), free: Mutex::default() })
    }

    /// One that nobody sits at.
    pub(super) fn take(&self) -> u64 {
        let free = self.free.lock().unwrap_or_else(PoisonError::into_inner).pop_first();
        free.unwrap_or_else(|| self.made.fetch_add(1, Ordering::Relaxed))
    }

    /// Back for others; not one whose last transaction may still be under way.
    pub(super) fn give_back(&self, desk: u64) {
        self.free.lock().unwrap_or_else(PoisonError::into_inner).insert(desk);
    }

    /// The name of its row.
    pub(super) fn row(&self, desk: u64) -> Vec<u8> {
        [&self.name[..], &desk.to_be_bytes()].concat()
    }

    /// A number that no transaction of this process had.
    pub(super) fn next_number(&self) -> i64 {
        self.number.fetch_add(1, Ordering::Relaxed).cast_signed() + 1
    }
}
