//! Connections that stores of one process share: a bot that nobody uses needs none of its own.

use std::ops::Deref;
use std::sync::{Arc, Mutex, PoisonError};

use deadpool_postgres::{Hook, Manager, ManagerConfig, Object, Pool, RecyclingMethod, Runtime, Timeouts};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Duration, timeout};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::PostgresUrl;
use super::fault::Fault;
use super::line::{PATIENCE, encryption, set_up};
use crate::store::StoreError;

/// Prepared statements that a connection keeps at most: some ten for each space it was last used for. The server keeps them too, at some
/// ten kilobytes each.
const STATEMENTS: usize = 1_000;

/// The connections of a process, by server, role and password. Stores that are opened with the same ones share. Cheap to clone.
#[derive(Clone, Default)]
pub struct Pools(Arc<Mutex<Vec<(PostgresUrl, Lender)>>>);

/// Connections, and how to make more of the kind.
#[derive(Clone)]
pub(super) struct Lender {
    pool: Pool,
    pub(super) tls: MakeRustlsConnect,
}

impl Pools {
    /// A lender for this address, whatever its space: the one there is, or a new one, with as many connections as the first address says.
    pub(super) fn lender(&self, url: &PostgresUrl) -> Result<Lender, StoreError> {
        let mut lenders = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, lender)) = lenders.iter().find(|(known, _)| known.is_same_way(url)) {
            return Ok(lender.clone());
        }
        let lender = Lender::new(url)?;
        lenders.push((url.clone(), lender.clone()));
        Ok(lender)
    }
}

impl Lender {
    /// Connects to nothing yet.
    fn new(url: &PostgresUrl) -> Result<Lender, StoreError> {
        let tls = MakeRustlsConnect::new(encryption(url)?);
        let recycling = ManagerConfig { recycling_method: RecyclingMethod::Fast };
        let manager = Manager::from_config(url.config().clone(), tls.clone(), recycling);
        let within = Some(Duration::from_secs(10));
        let set_up = Hook::async_fn(|client, _| {
            Box::pin(async move {
                set_up(client).await;
                Ok(())
            })
        });
        let timeouts = Timeouts { wait: Some(PATIENCE), create: within, recycle: within };
        let pool = Pool::builder(manager).max_size(url.connections()).timeouts(timeouts);
        let pool = pool.runtime(Runtime::Tokio1).post_create(set_up).build();
        // Fails only without a runtime, which was named.
        let closed = |_| StoreError::Unreachable { server: url.to_string(), why: "no runtime".to_owned() };
        Ok(Lender { pool: pool.map_err(closed)?, tls })
    }
}

/// One store's right to connections.
pub(super) struct Share {
    lender: Lender,
    places: Arc<Semaphore>,
}

impl Share {
    /// All of them, where nobody else is meant to come.
    pub(super) fn whole(lender: Lender) -> Share {
        let places = lender.pool.status().max_size;
        Share { lender, places: Arc::new(Semaphore::new(places)) }
    }

    /// At most half of them: who waits for a table that is being rewritten must not have others wait.
    pub(super) fn half(lender: Lender) -> Share {
        let places = lender.pool.status().max_size.div_ceil(2);
        Share { lender, places: Arc::new(Semaphore::new(places)) }
    }

    pub(super) fn tls(&self) -> &MakeRustlsConnect {
        &self.lender.tls
    }

    /// A connection, once there is one.
    pub(super) async fn lend(&self, url: &PostgresUrl) -> Result<Lent, Fault> {
        let waited = timeout(PATIENCE, Arc::clone(&self.places).acquire_owned()).await;
        let Ok(Ok(place)) = waited else { return Err(Fault::Lost("no connection is free".to_owned())) };
        let client = self.lender.pool.get().await.map_err(|error| Fault::of_pool(&error, url))?;
        if client.statement_cache.size() > STATEMENTS {
            client.statement_cache.clear();
        }
        Ok(Lent { client, _place: place })
    }
}

/// A connection that goes back when it is dropped.
pub(super) struct Lent {
    client: Object,
    _place: OwnedSemaphorePermit,
}

impl Lent {
    /// Closes it: it does not go back.
    pub(super) fn discard(self) {
        drop(Object::take(self.client));
    }
}

impl Deref for Lent {
    type Target = Object;

    fn deref(&self) -> &Object {
        &self.client
    }
}
