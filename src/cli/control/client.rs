//! The tools' side of the control socket.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, bail};
use reqwest::{Client, Response};

/// How long the service may be silent in the middle of an answer.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running service.
pub struct Service(Client);

impl Service {
    /// The service that uses this data folder, if one answers there.
    ///
    /// # Errors
    /// A client that cannot be made.
    pub async fn of(data: &Path) -> anyhow::Result<Option<Service>> {
        let socket = super::socket(data);
        // Left behind by a kill, or of a service long gone.
        if tokio::net::UnixStream::connect(&socket).await.is_err() {
            return Ok(None);
        }
        let client = Client::builder().unix_socket(socket).no_proxy().read_timeout(PATIENCE).build()?;
        Ok(Some(Service(client)))
    }

    /// Asks it for something by its path.
    ///
    /// # Errors
    /// No answer, or one that says why there is none.
    pub async fn ask(&self, path: &str) -> anyhow::Result<Response> {
        let url = format!("http://localhost{path}");
        let response = self.0.get(url).send().await.context("the running service does not answer")?;
        if !response.status().is_success() {
            bail!("the running service says: {}", response.text().await.unwrap_or_default());
        }
        Ok(response)
    }
}
