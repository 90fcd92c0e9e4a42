//! A store made from entries: all of them or nothing. What an interrupted copy left is taken away by the next.

use std::path::Path;

use anyhow::{anyhow, bail};
use tokio::sync::mpsc;

use crate::cli::backup::hand_back;
use crate::cli::place::database_in_use;
use crate::store::postgres::Filling;
use crate::store::sled::discard_unfinished;
use crate::store::{Entry, Freeze, Key, SledStore, Snapshot, StoreError, is_begun};
use crate::studio::Voice;

use super::Place;
use super::from::Source;
use super::sum::Sum;

type Page = Vec<(Key, Entry)>;

/// Copies everything; what was copied.
pub(super) async fn fill(to: &Place, source: &mut Source, voice: &Voice) -> anyhow::Result<Sum> {
    match to {
        Place::Database(url) => {
            let mut sum = Sum::default();
            let mut filling = Filling::begin((**url).clone()).await?;
            loop {
                let page = source.page().await?;
                if page.is_empty() {
                    break;
                }
                sum.page(&page);
                filling.page(&page).await?;
            }
            filling.end(source.commits()).await?;
            Ok(sum)
        }
        Place::Folder(folder) => fill_folder(folder, source, voice).await,
    }
}

async fn fill_folder(folder: &Path, source: &mut Source, voice: &Voice) -> anyhow::Result<Sum> {
    std::fs::create_dir_all(folder).map_err(|error| StoreError::from_io(folder, error))?;
    discard_unfinished(folder)?;
    if is_begun(folder) {
        bail!(voice.say("store-not-empty", &[("to", &folder.display().to_string())]));
    }
    let (send, pages) = mpsc::channel(4);
    let (commits, place) = (source.commits(), folder.to_path_buf());
    let filling = tokio::task::spawn_blocking(move || {
        SledStore::fill(&place, commits, Entries { pages, page: Vec::new().into_iter() })
    });
    let fed = feed(source, &send).await;
    if fed.is_err() {
        // Half of it must not look like all of it to the thread that writes.
        let _ = send.send(Err(())).await;
    }
    drop(send);
    let filled: Result<u64, Broken> = filling.await?;
    let sum = match (fed, filled) {
        (Ok(sum), Ok(_)) => sum,
        (fed, filled) => {
            discard_unfinished(folder)?;
            fed?;
            return Err(match filled {
                Err(Broken::Store(error)) => error.into(),
                _ => anyhow!("the copy broke off"),
            });
        }
    };
    hand_back(folder)?;
    Ok(sum)
}

async fn feed(source: &mut Source, send: &mpsc::Sender<Result<Page, ()>>) -> anyhow::Result<Sum> {
    let mut sum = Sum::default();
    loop {
        let page = source.page().await?;
        if page.is_empty() {
            return Ok(sum);
        }
        sum.page(&page);
        // Whoever writes has met an error, and tells it.
        if send.send(Ok(page)).await.is_err() {
            return Ok(sum);
        }
    }
}

/// Why a store in a folder was not made.
enum Broken {
    Store(StoreError),
    /// The source broke off.
    Source,
}

impl From<StoreError> for Broken {
    fn from(error: StoreError) -> Broken {
        Broken::Store(error)
    }
}

/// Pages as they come, entry by entry, for a thread that may wait.
struct Entries {
    pages: mpsc::Receiver<Result<Page, ()>>,
    page: std::vec::IntoIter<(Key, Entry)>,
}

impl Iterator for Entries {
    type Item = Result<(Key, Entry), Broken>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(entry) = self.page.next() {
                return Some(Ok(entry));
            }
            match self.pages.blocking_recv()? {
                Ok(page) => self.page = page.into_iter(),
                Err(()) => return Some(Err(Broken::Source)),
            }
        }
    }
}

/// What the place holds now.
pub(super) async fn summed(to: &Place) -> anyhow::Result<Sum> {
    let mut snapshot: Box<dyn Snapshot> = match to {
        // Nothing copied is nothing to compare.
        Place::Database(url) => match database_in_use(url).await {
            Ok(store) => store.freeze().await?,
            Err(error) if error.is::<StoreError>() => return Err(error),
            Err(_) => return Ok(Sum::default()),
        },
        Place::Folder(folder) => {
            let store = SledStore::open(folder)?;
            let mut snapshot = store.freeze().await?;
            let sum = all(&mut *snapshot).await?;
            drop(store);
            hand_back(folder)?;
            return Ok(sum);
        }
    };
    all(&mut *snapshot).await
}

async fn all(snapshot: &mut dyn Snapshot) -> anyhow::Result<Sum> {
    let mut sum = Sum::default();
    loop {
        let page = snapshot.next().await?;
        if page.is_empty() {
            return Ok(sum);
        }
        sum.page(&page);
    }
}
