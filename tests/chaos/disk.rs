//! Stores that a disk or somebody damaged: it must be said, and nothing else may be read than was written.

use std::path::Path;
use std::time::Instant;

use xiaoqi::store::{Entry, Key, SledStore, StoreError, scan_all};

use crate::run::{Run, START};

/// Everything that is in a store.
fn contents(data: &Path) -> Result<Vec<(Key, Entry)>, StoreError> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let store = SledStore::open(data)?;
    runtime.block_on(scan_all(&store, Key::everything()))
}

impl Run {
    /// What a failing disk left is refused at the next start. That must be said; then the copy is gone on with, as an operator would.
    pub fn after_break(&mut self) {
        self.note("a disk that failed left a store that is refused, and its copy was put back");
        self.crashes.push(Instant::now());
        self.ground.lose_power();
        self.start();
    }

    /// Damage must be noticed or have hit nothing; never may something else be read than was written. What was damaged is put
    /// right from the copy either way: dead space may come alive later.
    pub fn damage(&mut self) {
        self.life.kill();
        self.crashes.push(Instant::now());
        // A life may have been too short to make a store.
        if self.ground.size() == 0 {
            return self.start();
        }
        self.ground.back_up();
        let before = contents(&self.ground.data());
        let how = self.ground.damage(&mut self.dice);
        match (before, contents(&self.ground.data())) {
            (Ok(before), Ok(after)) if before == after => self.note("damage that hit nothing"),
            (Ok(_), Err(StoreError::Damaged { .. })) => {
                self.start();
                if self.life.serves(START) || !self.life.said().contains("damaged") {
                    self.complain(&format!("{how}: damage that is not told"));
                }
                self.life.kill();
                self.note("damage noticed");
            }
            (Ok(_), after) => self.complain(&format!("{how}: damage taken for sound: {:?}", after.err())),
            // What a disk that failed had left was not opened before.
            (Err(StoreError::Damaged { .. }), _) if self.broken_life == Some(self.lives) => {
                return self.after_break();
            }
            (Err(error), _) => self.complain(&format!("before any damage: {error}")),
        }
        self.ground.restore();
        self.start();
    }
}
