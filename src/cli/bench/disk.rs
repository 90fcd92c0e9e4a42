//! What is done on the disk, in a folder of its own that is gone afterwards: a small commit, and turns through the desk as the service
//! takes them.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use anyhow::anyhow;

use crate::channel::telegram::outbound;
use crate::desk::{Desk, Handled, Playbook, Task};
use crate::flow::input::Deed;
use crate::store::{Batch, Expect, Key, SledStore, Store};
use crate::studio::Voice;

use super::measure::{Figures, Samples, tenths, until};
use super::scene::Script;

/// Updates a trainee may use up: one more than a conversation has messages, rounded up.
const UPDATES: u64 = 16;
/// How often, and at which distance, the folder is removed again where the store's threads have not let go of it yet.
const TRIES: u32 = 100;
const PAUSE: Duration = Duration::from_millis(20);

/// A folder that nobody else uses, removed with everything in it.
pub struct Scratch(PathBuf);

impl Scratch {
    /// A new one in `place`, which must be there.
    ///
    /// # Errors
    /// It cannot be made; said in the voice's language.
    pub fn within(place: &Path, voice: &Voice) -> anyhow::Result<Scratch> {
        let folder = place.join(format!(".xiaoqi-bench-{}", std::process::id()));
        let unwritable = |error: std::io::Error| {
            let values = [("path", place.display().to_string()), ("why", error.to_string())];
            anyhow!(
                voice
                    .say("bench-unwritable", &values.each_ref().map(|(name, value)| (*name, value.as_str())))
            )
        };
        std::fs::create_dir(&folder).map_err(unwritable)?;
        Ok(Scratch(folder))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        remove(&self.0);
    }
}

/// Removes a folder, as often as it takes.
pub fn remove(folder: &Path) {
    for _ in 0..TRIES {
        let _ = std::fs::remove_dir_all(folder);
        if !folder.exists() {
            return;
        }
        std::thread::sleep(PAUSE);
    }
}

/// Whether what is written there only goes to memory; `None` where the system does not tell.
#[cfg(target_os = "linux")]
pub fn in_memory(folder: &Path) -> Option<bool> {
    /// What the kernel calls tmpfs and ramfs.
    const KINDS: [u64; 2] = [0x0102_1994, 0x8584_58f6];
    let about = rustix::fs::statfs(folder).ok()?;
    Some(KINDS.contains(&(about.f_type as u64)))
}

/// Whether what is written there only goes to memory; `None`: the system does not tell.
#[cfg(not(target_os = "linux"))]
pub fn in_memory(_: &Path) -> Option<bool> {
    None
}

/// Turns of so many clients at once.
#[derive(Clone, Copy, Debug)]
pub struct Turns {
    /// From when an update is handed to the desk until its effects are durable.
    pub figures: Figures,
    /// Letters that a turn leads to, mean.
    pub letters: f64,
}

/// Commits one small entry after the other.
///
/// # Errors
/// What the store says.
pub async fn commits(folder: &Path, seconds: f64) -> anyhow::Result<Option<Figures>> {
    let store = SledStore::open(folder)?;
    let (mut samples, end) = (Samples::default(), until(seconds));
    loop {
        let mut batch = Batch::new();
        batch.put(Key::counter("bench"), "1", Expect::Any);
        let begun = Instant::now();
        store.commit(batch).await?;
        samples.note(begun.elapsed());
        if Instant::now() >= end {
            return Ok(samples.figures());
        }
    }
}

/// Has so many clients take turns at once, each new trainees one after the other. Letters are taken out of the outbox as a channel
/// does that has sent them; that is not part of a turn's time, but of what turns a second are counted over.
///
/// # Errors
/// What the store says.
pub async fn turns(
    folder: &Path,
    mind: Arc<Playbook>,
    scripts: Arc<Vec<Script>>,
    (clients, seconds): (usize, f64),
) -> anyhow::Result<Option<Turns>> {
    let desk = Arc::new(Desk::new(Arc::new(SledStore::open(folder)?), mind, outbound::letters));
    let next = Arc::new(AtomicI64::new(1));
    let (begun, end) = (Instant::now(), until(seconds));
    let running: Vec<_> = (0..clients)
        .map(|_| {
            let (desk, scripts, next) = (Arc::clone(&desk), Arc::clone(&scripts), Arc::clone(&next));
            tokio::spawn(async move { client(&desk, &scripts, &next, end).await })
        })
        .collect();
    let (mut samples, mut letters) = (Samples::default(), 0);
    for one in running {
        let (taken, sent) = one.await??;
        samples.extend(taken);
        letters += sent;
    }
    let figures = samples.figures_over(begun.elapsed());
    Ok(figures.map(|figures| Turns { figures, letters: tenths(letters as f64 / figures.count as f64) }))
}

/// One client: turns until it is time, one at the least; and how many letters they led to.
async fn client(
    desk: &Desk,
    scripts: &[Script],
    next: &AtomicI64,
    end: Instant,
) -> anyhow::Result<(Samples, u64)> {
    let (mut samples, mut letters) = (Samples::default(), 0);
    loop {
        let trainee = next.fetch_add(1, Ordering::Relaxed);
        let Some(script) = scripts.get(trainee as usize % scripts.len().max(1)) else {
            return Ok((samples, letters));
        };
        for (input, number) in script.inputs(trainee).zip(0..) {
            let is_turn = matches!(input.deed, Deed::Text(_));
            let task = Task { update: trainee.cast_unsigned() * UPDATES + number, chat: trainee, input };
            let begun = Instant::now();
            let handled = desk.handle(&task).await?;
            let took = begun.elapsed();
            let (Handled::Done(posts) | Handled::Cleared(posts)) = handled else { continue };
            if is_turn {
                samples.note(took);
                letters += posts.len() as u64;
            }
            let mut sent = Batch::new();
            for post in &posts {
                sent.delete(Key::outbox(post.chat, post.seq), Expect::Any);
            }
            desk.store().commit(sent).await?;
            if is_turn && Instant::now() >= end {
                return Ok((samples, letters));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::lang::Lang;

    #[test]
    fn the_folder_goes_with_whoever_made_it() {
        let place = tempfile::tempdir().unwrap();
        let scratch = Scratch::within(place.path(), &Voice::new(Lang::EN)).unwrap();
        std::fs::write(scratch.path().join("entry"), "x").unwrap();
        drop(scratch);
        assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 0);
    }
}
