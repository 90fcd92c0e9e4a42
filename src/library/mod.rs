//! The library: finds the files trainers own, reads them all, and puts them together to what conversations are
//! played with.
//!
//! A broken file costs only itself; every problem is a [`Finding`] that names file, line and column. Two steps:
//! [`Survey::of`] reads and checks (milliseconds), [`Survey::load`] trains what understands the trainees (a second
//! or so, unless the cache has it).

mod cache;
mod files;
mod guest;
mod inspect;
mod locales;
mod personas;
mod refusal;
mod reload;
mod render;
mod survey;

use std::path::PathBuf;

pub use cache::Cache;
pub use files::{EMOTIONS, Files, MEANINGS, MODEL, Origin, PLANS, text_of};
pub use guest::{Texts, guest};
pub use inspect::{Closely, Inspection, inspect};
pub use locales::Tongues;
pub use reload::{Reloaded, reload};
pub use render::{Look, render, tool_words, words, words_of};
pub use survey::Survey;

use crate::i18n::Prose;
use crate::persona::finding::Finding;
use crate::session::content::Content;
use crate::simulate::trainee::Trainee;

/// Everything trainers own, ready for use, and what is wrong with the rest.
pub struct Loaded {
    /// What conversations are played with.
    pub content: Content,
    /// The interface texts.
    pub prose: Prose,
    /// Synthetic trainees.
    pub trainees: Vec<Trainee>,
    /// What was found, in file order.
    pub findings: Vec<Finding>,
    /// The files as they were read, for showing findings.
    pub files: Files,
}

/// Why there is no content at all.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    /// The folder is not there.
    #[error("there is no folder {path}")]
    Missing {
        /// As given.
        path: PathBuf,
    },
    /// The folder, or one in it, cannot be listed.
    #[error("{path} cannot be read: {source}")]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A file on its own that is no customer's.
    #[error("{path} is no customer's file: only those (*.toml) can be checked outside a content folder")]
    NotCustomer {
        /// Which.
        path: PathBuf,
    },
    /// A folder, but not one of content.
    #[error(
        "{path} holds no customers: there is no *.toml in its folder personas/ (`xiaoqi persona new` writes one)"
    )]
    NotContent {
        /// Which.
        path: PathBuf,
    },
    /// The shared laws are broken, so that no customer can be played.
    #[error("{file} cannot be used, and without it no customer can be played", file = files::EMOTIONS)]
    Rules {
        /// What is wrong, with all the other findings.
        findings: Vec<Finding>,
        /// The files as they were read.
        files: Files,
    },
}

/// Reads, checks and trains in one go.
///
/// # Errors
/// See [`LibraryError`]; problems of single files are findings, not errors.
pub fn load(origin: &Origin, cache: &Cache) -> Result<Loaded, LibraryError> {
    let (files, findings) = Files::read(origin)?;
    Ok(Survey::of(files, findings)?.load(cache))
}
