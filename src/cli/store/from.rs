//! Everything a store held at one moment, read page by page in the order of the keys.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use anyhow::{anyhow, bail};

use crate::cli::backup::{Draft, hand_back, open_backup, open_unused, refused};
use crate::cli::control::Service;
use crate::cli::place::database_in_use;
use crate::store::backup::BackupReader;
use crate::store::{Entry, Freeze, Key, Snapshot};
use crate::studio::Voice;

use super::Place;

/// Entries read at once from a backup.
const PAGE: usize = 256;

/// Where entries come from.
pub(super) enum Source {
    /// A store that we opened, or the database that others use as well.
    Store {
        snapshot: Box<dyn Snapshot>,
        /// Dropped with it.
        _owner: Option<Owner>,
    },
    /// What the service that uses the folder gave, in a file that goes with this.
    Backup {
        reader: BackupReader<BufReader<File>>,
        /// Dropped with it.
        _file: Draft,
    },
}

/// A store that has to stay open for its snapshot; whoever the folder belongs to gets its files back afterwards.
pub(super) struct Owner {
    store: Option<crate::store::SledStore>,
    folder: std::path::PathBuf,
}

impl Drop for Owner {
    fn drop(&mut self) {
        drop(self.store.take());
        let _ = hand_back(&self.folder);
    }
}

impl Source {
    /// Opens it; of a folder in use, through the control socket of the service that uses it.
    pub(super) async fn of(place: &Place, voice: &Voice) -> anyhow::Result<Source> {
        match place {
            Place::Database(url) => {
                Ok(Source::Store { snapshot: database_in_use(url).await?.freeze().await?, _owner: None })
            }
            Place::Folder(folder) => match Service::of(folder).await? {
                Some(service) => Source::of_service(&service, voice).await,
                None => Source::of_folder(folder, voice).await,
            },
        }
    }

    async fn of_folder(folder: &Path, voice: &Voice) -> anyhow::Result<Source> {
        if !folder.join("db").exists() {
            bail!("{} holds no data", folder.display());
        }
        let (folder, store) = open_unused(folder, voice, "backup-locked")?;
        let snapshot = store.freeze().await?;
        Ok(Source::Store { snapshot, _owner: Some(Owner { store: Some(store), folder }) })
    }

    async fn of_service(service: &Service, voice: &Voice) -> anyhow::Result<Source> {
        let file = std::env::temp_dir().join("xiaoqi-store-copy");
        let mut draft = Draft::beside(&file)?;
        let mut answer = service.ask("/backup").await?;
        while let Some(bytes) = answer.chunk().await? {
            draft.add(&bytes)?;
        }
        let unsound = |error| anyhow!(refused(&error, &file, voice));
        draft.check().map_err(unsound)?;
        let reader = open_backup(draft.path()).map_err(unsound)?;
        Ok(Source::Backup { reader, _file: draft })
    }

    /// How many commits led to it.
    pub(super) fn commits(&self) -> u64 {
        match self {
            Source::Store { snapshot, .. } => snapshot.commits(),
            Source::Backup { reader, .. } => reader.head().commits,
        }
    }

    /// How many entries there are.
    pub(super) fn entries(&self) -> u64 {
        match self {
            Source::Store { snapshot, .. } => snapshot.entries(),
            Source::Backup { reader, .. } => reader.head().entries,
        }
    }

    /// The next entries; none at the end.
    pub(super) async fn page(&mut self) -> anyhow::Result<Vec<(Key, Entry)>> {
        match self {
            Source::Store { snapshot, .. } => Ok(snapshot.next().await?),
            Source::Backup { reader, .. } => Ok(reader.by_ref().take(PAGE).collect::<Result<_, _>>()?),
        }
    }
}
