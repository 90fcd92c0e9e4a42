//! Where there are no Unix sockets there is no control socket: tools need the service stopped.

use std::path::Path;
use std::sync::Arc;

use tokio::task::JoinHandle;

use crate::store::{Freeze, Store};

/// Nothing.
pub fn listen(_: &Path, _: Arc<dyn Freeze>, _: Arc<dyn Store>) -> Option<JoinHandle<()>> {
    None
}

/// No service can be asked.
pub enum Service {}

impl Service {
    /// Always `None`.
    ///
    /// # Errors
    /// Never.
    pub async fn of(_: &Path) -> anyhow::Result<Option<Service>> {
        Ok(None)
    }

    /// Never called.
    ///
    /// # Errors
    /// Never.
    pub async fn ask(&self, _: &str) -> anyhow::Result<reqwest::Response> {
        match *self {}
    }
}
