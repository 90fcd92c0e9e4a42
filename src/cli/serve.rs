//! Placeholder until the service is merged.

use std::path::PathBuf;

/// What the service needs to run.
#[derive(Clone, Debug)]
pub struct ServeOptions {
    /// File that holds the bot token; the environment's where missing.
    pub token_file: Option<PathBuf>,
    /// Address of the Bot API; Telegram's where missing.
    pub api_url: Option<String>,
    /// Folder of the store.
    pub data: PathBuf,
    /// Folder of content; as for every other command where missing.
    pub content: Option<PathBuf>,
    /// Language of those whose language is unknown.
    pub lang: Option<String>,
}

/// Why the service did not run.
#[derive(Debug, thiserror::Error)]
#[error("the service is not part of this build")]
pub struct ServeError;

/// Runs the service until it is told to stop.
///
/// # Errors
/// See [`ServeError`].
pub async fn serve(options: ServeOptions) -> Result<(), ServeError> {
    let _ = options;
    Err(ServeError)
}
