//! Placeholder until the content library is merged: no personas, no languages.

use std::path::{Path, PathBuf};

use crate::i18n::Prose;
use crate::persona::finding::Finding;
use crate::session::content::Content;

/// Placeholder.
pub struct Loaded {
    /// Personas and languages.
    pub content: Content,
    /// Interface texts.
    pub prose: Prose,
    /// What is wrong with the files.
    pub findings: Vec<Finding>,
}

/// Placeholder.
#[derive(Debug, thiserror::Error)]
#[error("the content library is not part of this build")]
pub struct LibraryError;

/// Placeholder.
pub struct Origin(#[allow(dead_code, reason = "placeholder")] Option<PathBuf>);

impl Origin {
    /// Placeholder.
    pub fn find(given: Option<&Path>, _here: &Path) -> Origin {
        Origin(given.map(Path::to_path_buf))
    }
}

/// Placeholder.
pub struct Cache;

impl Cache {
    /// Placeholder.
    pub fn of_this_machine() -> Cache {
        Cache
    }
}

/// Placeholder.
///
/// # Errors
/// Always.
pub fn load(_origin: &Origin, _cache: &Cache) -> Result<Loaded, LibraryError> {
    Err(LibraryError)
}

/// Placeholder.
pub fn summary(findings: &[Finding]) -> String {
    format!("{} findings", findings.len())
}
