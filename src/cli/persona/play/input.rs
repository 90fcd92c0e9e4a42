//! What a rehearsal reacts to: lines that are typed or piped in, and files that change meanwhile.

use std::collections::VecDeque;
use std::io::BufRead;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use notify::{RecommendedWatcher, RecursiveMode, Watcher};

/// How long nothing must have changed before the files are read: editors save in several steps.
const QUIET: Duration = Duration::from_millis(200);

/// Something that happened.
pub enum Happened {
    /// A line, without its end.
    Line(String),
    /// There are no more; or why not.
    End(Option<std::io::Error>),
    /// A file changed.
    Changed,
}

/// Everything that happens, in order; while files are still changing, lines wait.
pub struct Happenings {
    inbox: Receiver<Happened>,
    waiting: VecDeque<Happened>,
    /// It watches as long as it lives.
    _watcher: Option<RecommendedWatcher>,
}

impl Happenings {
    /// Listens to standard input and, where there is one, to the content folder.
    pub fn listen(folder: Option<&Path>) -> Happenings {
        let (tell, inbox) = channel();
        let watcher = folder.and_then(|folder| watch(folder, tell.clone()).ok());
        std::thread::spawn(move || read(&tell));
        Happenings { inbox, waiting: VecDeque::new(), _watcher: watcher }
    }

    /// Waits for what happens next.
    pub fn next(&mut self) -> Happened {
        let next = self.waiting.pop_front().or_else(|| self.inbox.recv().ok());
        match next {
            Some(Happened::Changed) => {
                self.settle();
                Happened::Changed
            }
            Some(other) => other,
            None => Happened::End(None),
        }
    }

    fn settle(&mut self) {
        loop {
            match self.inbox.recv_timeout(QUIET) {
                Ok(Happened::Changed) => {}
                Ok(other) => self.waiting.push_back(other),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return,
            }
        }
    }
}

fn read(tell: &Sender<Happened>) {
    for line in std::io::stdin().lock().lines() {
        let happened = line.map_or_else(|error| Happened::End(Some(error)), Happened::Line);
        if tell.send(happened).is_err() {
            return;
        }
    }
    let _ = tell.send(Happened::End(None));
}

fn watch(folder: &Path, tell: Sender<Happened>) -> notify::Result<RecommendedWatcher> {
    // Whoever only reads the files changes nothing.
    let changed = move |event: notify::Result<notify::Event>| {
        if event.is_ok_and(|event| !event.kind.is_access()) {
            let _ = tell.send(Happened::Changed);
        }
    };
    let mut watcher = notify::recommended_watcher(changed)?;
    for part in ["personas", "locales"].map(|part| folder.join(part)).iter().filter(|part| part.is_dir()) {
        watcher.watch(part, RecursiveMode::Recursive)?;
    }
    Ok(watcher)
}
