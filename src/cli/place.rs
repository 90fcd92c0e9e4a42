//! Where what is kept is: in the data folder, or in a database that the setting `store` names.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;
use serde::Deserialize;

use crate::store::{Freeze, PostgresStore, PostgresUrl, StoreError};

/// The variable that PostgreSQL's own programs read the password from.
const PASSWORD: &str = "PGPASSWORD";

/// A database's URL as it was written. It may hold a password, so nothing shows it; it is looked at only where it is used.
#[derive(Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct StoreUrl(String);

impl From<&str> for StoreUrl {
    fn from(text: &str) -> StoreUrl {
        StoreUrl(text.to_owned())
    }
}

impl fmt::Debug for StoreUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StoreUrl(…)")
    }
}

impl StoreUrl {
    /// Whether nothing was written.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// The same database with another space.
    pub fn in_space(&self, space: &str) -> StoreUrl {
        if self.is_blank() {
            return self.clone();
        }
        let (base, query) = self.0.trim().split_once('?').unwrap_or((self.0.trim(), ""));
        let others = query.split('&').filter(|word| !word.is_empty() && !word.starts_with("space="));
        let words: Vec<String> = others.map(str::to_owned).chain([format!("space={space}")]).collect();
        StoreUrl(format!("{base}?{}", words.join("&")))
    }

    /// The database, without asking for its password.
    ///
    /// # Errors
    /// A URL that is none.
    pub fn place(&self) -> Result<PostgresUrl, StoreError> {
        PostgresUrl::parse(&self.0).map_err(StoreError::from)
    }

    /// The folder, where it is not meant as a URL of a database.
    pub fn folder(&self) -> Option<PathBuf> {
        (!PostgresUrl::is_meant(&self.0)).then(|| PathBuf::from(&self.0))
    }

    /// The database, with the password from the file or the environment where the URL has none.
    ///
    /// # Errors
    /// A URL that is none, a file that cannot be read.
    pub fn read(&self, password_file: Option<&Path>) -> anyhow::Result<PostgresUrl> {
        let url = PostgresUrl::parse(&self.0).map_err(StoreError::from)?;
        let file = password_file.filter(|path| !path.as_os_str().is_empty()).map(|path| {
            let unreadable =
                || format!("the file for --store-password-file, {}, cannot be read", path.display());
            std::fs::read_to_string(path).with_context(unreadable)
        });
        let password = file.transpose()?.or_else(|| std::env::var(PASSWORD).ok());
        let password = password.as_deref().map(|text| text.trim_end_matches(['\r', '\n']));
        Ok(url.with_password(password.filter(|text| !text.is_empty())))
    }
}

/// Which database, for the tools that need nothing else of the settings.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct StoreArgs {
    /// Database for what is kept, instead of the data folder, such as postgresql://USER@HOST/DATABASE?space=NAME
    #[arg(long, value_name = "URL", env = "XIAOQI_STORE", hide_env_values = true)]
    pub store: Option<StoreUrl>,
    /// File that holds the database's password, and nothing else; else PGPASSWORD, or the URL has it
    #[arg(long, value_name = "FILE", env = "XIAOQI_STORE_PASSWORD_FILE")]
    pub store_password_file: Option<PathBuf>,
}

impl StoreArgs {
    /// The database, where one is named.
    ///
    /// # Errors
    /// As [`StoreUrl::read`].
    pub fn url(&self) -> anyhow::Result<Option<PostgresUrl>> {
        let named = self.store.as_ref().filter(|url| !url.is_blank());
        named.map(|url| url.read(self.store_password_file.as_deref())).transpose()
    }
}

/// A database that must hold something already: tools that read are not to make a new one.
///
/// # Errors
/// What the database says; that it holds nothing.
pub async fn database_in_use(url: &PostgresUrl) -> anyhow::Result<Arc<dyn Freeze>> {
    anyhow::ensure!(PostgresStore::is_begun(url).await?, "{url} holds no data");
    Ok(Arc::new(PostgresStore::open(url.clone()).await?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_in_a_url_shows_nowhere_and_its_file_loses_the_line_end() {
        let url = StoreUrl::from("postgresql://u:s3cret@h:port/d");
        let refused = format!("{:#}", url.read(None).unwrap_err());
        assert!(!refused.contains("s3cret") && !format!("{url:?}").contains("s3cret"), "{refused}");
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "from file\n").unwrap();
        let url = StoreUrl::from("postgresql://u@h/d").read(Some(file.path())).unwrap();
        let same = PostgresUrl::parse("postgresql://u@h/d").unwrap().with_password(Some("from file"));
        assert!(url == same);
    }
}
