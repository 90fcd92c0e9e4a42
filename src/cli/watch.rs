//! The service's content, read again when its files change.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use crate::base::hash::ContentHash;
use crate::base::id::PersonaId;
use crate::desk::office::Word;
use crate::library::{self, Cache, Files, Look, Origin, Reloaded};
use crate::persona::finding::{Finding, Severity};
use crate::session::content::Content;
use crate::vitals::{VITALS, count};

use super::serve::Stage;

/// How long nothing must have changed before the files are read: editors save in several steps, and a copy brings many
/// files.
const QUIET: Duration = Duration::from_millis(300);

/// Mistakes that trainers are told; `check` shows all.
const TOLD: usize = 8;

/// Reads the content of a folder again whenever something in it changes, until the service ends. `None` for the copy inside
/// the program, which never changes, and where the system does not tell of changes.
pub fn watch(stage: &Arc<Stage>) -> Option<JoinHandle<()>> {
    let Origin::Folder(folder) = stage.origin() else { return None };
    let (tell, mut told) = mpsc::unbounded_channel();
    // Whoever only reads the files changes nothing.
    let changed = move |event: notify::Result<notify::Event>| {
        if event.is_ok_and(|event| !event.kind.is_access()) {
            let _ = tell.send(());
        }
    };
    let watcher = notify::recommended_watcher(changed).and_then(|mut watcher: RecommendedWatcher| {
        // A folder may hold nothing but customers.
        let parts = ["personas", "locales"].map(|part| folder.join(part));
        for part in parts.iter().filter(|part| part.is_dir()) {
            watcher.watch(part, RecursiveMode::Recursive)?;
        }
        Ok(watcher)
    });
    let watcher = match watcher {
        Ok(watcher) => watcher,
        Err(error) => {
            tracing::warn!("changed content is taken up only at the next start: {error}");
            return None;
        }
    };
    let stage = Arc::clone(stage);
    Some(tokio::spawn(async move {
        // It watches as long as it lives.
        let _watcher = watcher;
        while told.recv().await.is_some() {
            while let Ok(Some(())) = tokio::time::timeout(QUIET, told.recv()).await {}
            let stage = Arc::clone(&stage);
            // Reading takes some tenths of a second, which no trainee should wait for.
            let read = tokio::task::spawn_blocking(move || read_again(&stage));
            if read.await.is_err() {
                tracing::error!("reading the changed content failed; it stays as it was");
            }
        }
    }))
}

fn read_again(stage: &Stage) {
    let previous = stage.content();
    let read = match library::reload(stage.origin(), &Cache::of_this_machine(), &previous) {
        Ok(read) => read,
        Err(error) => {
            count(&VITALS.reloads, "outcome", "kept");
            return tracing::warn!("the changed content cannot be read and stays as it was: {error}");
        }
    };
    let Reloaded { next, kept, findings, .. } = read;
    let errors: Vec<&Finding> = findings.iter().filter(|f| f.severity == Severity::Error).collect();
    for Finding { file, line, column, code, .. } in &errors {
        tracing::warn!("{file}:{line}:{column}: {code}");
    }
    match next {
        Some((content, prose)) => {
            count(&VITALS.reloads, "outcome", "taken");
            let changed = changed(&previous, &content);
            tracing::info!(
                personas = content.personas.len(),
                changed,
                kept = kept.len(),
                "content was read again"
            );
            stage.turn_to(content, prose);
        }
        None => {
            count(&VITALS.reloads, "outcome", "kept");
            tracing::warn!("files that all customers need are broken: the content stays as it was");
        }
    }
    if !errors.is_empty() {
        tracing::warn!("what is broken stays as it was; `xiaoqi check` says why");
        stage.ring(&told(&errors));
    }
}

/// The first mistakes in each language: what is wrong, where, and how to mend it.
fn told(errors: &[&Finding]) -> Word {
    let words = library::words();
    let first: Vec<Finding> = errors.iter().take(TOLD).map(|finding| Finding::clone(finding)).collect();
    let text = |lang| {
        let text = library::render(&first, &Files::default(), Look::Plain, (&words, lang));
        (lang, text.trim_end().to_owned())
    };
    words.languages().map(|(lang, _)| text(lang)).collect()
}

/// How many customers are new, gone or other than they were.
fn changed(previous: &Content, next: &Content) -> usize {
    let other = |a: &Content, b: &Content| {
        let same = |id: &PersonaId, hash: &ContentHash| b.personas.get(id).is_some_and(|p| p.hash == *hash);
        a.personas.iter().filter(|(id, persona)| !same(id, &persona.hash)).map(|(id, _)| id.clone()).collect()
    };
    let (gone, new): (BTreeSet<PersonaId>, BTreeSet<PersonaId>) =
        (other(previous, next), other(next, previous));
    gone.union(&new).count()
}
