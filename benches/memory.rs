//! How much memory: `cargo bench --bench memory` (Linux). Every scene runs in a process of its own, because a peak
//! never goes down again. Figures and what they mean: docs/performance.md.

mod world;

use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use xiaoqi::vitals::process;

use world::{WORLD, desk, play, session};

/// Open sessions.
const SESSIONS: usize = 10_000;

/// Turns of each.
const TURNS: usize = 6;

/// Trainees who write at the same time.
const CLIENTS: usize = 64;

/// Numbers every trainee may use for her updates.
const UPDATES: u64 = 16;

const SCENES: [(&str, fn()); 3] = [("content", content), ("sessions", sessions), ("desk", at_the_desk)];

fn main() {
    let asked = std::env::args().find_map(|arg| arg.strip_prefix("--scene=").map(str::to_owned));
    let Some(asked) = asked else {
        // The first one fills the cache of models, whose training would count.
        assert!(!WORLD.content.tongues.is_empty());
        return SCENES.iter().for_each(|(name, _)| in_a_process(name));
    };
    let (name, scene) = SCENES.iter().find(|(name, _)| *name == asked).expect("a scene's name");
    scene();
    let (peak, now) = (process::peak().unwrap(), process::resident().unwrap());
    println!("{name}: peak {} KiB, then {} KiB", peak >> 10, now >> 10);
}

fn in_a_process(scene: &str) {
    let status =
        Command::new(std::env::current_exe().unwrap()).arg(format!("--scene={scene}")).status().unwrap();
    assert!(status.success(), "{scene}: {status}");
}

/// The content alone: what everything else comes on top of.
fn content() {
    assert!(!WORLD.content.tongues.is_empty());
}

/// Every session held as a value, with every turn's trace; more than the service ever does.
fn sessions() {
    let held: Vec<_> = (0..SESSIONS).map(|n| session(n, TURNS)).collect();
    let open = held.iter().filter(|session| session.is_open()).count();
    println!(
        "sessions: {open} of {SESSIONS} still open, {} bytes each before the heap",
        size_of_val(&held[0])
    );
}

/// Every trainee in conversation through the desk, on disk: what the service does.
fn at_the_desk() {
    let folder = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let desk = Arc::new(desk(folder.path()));
    let next = Arc::new(AtomicUsize::new(0));
    runtime.block_on(async {
        let clients: Vec<_> = (0..CLIENTS)
            .map(|_| {
                let (desk, next) = (Arc::clone(&desk), Arc::clone(&next));
                tokio::spawn(async move {
                    loop {
                        let n = next.fetch_add(1, Ordering::Relaxed);
                        if n >= SESSIONS {
                            return;
                        }
                        play(&desk, n as u64 * UPDATES, n, TURNS).await;
                    }
                })
            })
            .collect();
        for client in clients {
            client.await.unwrap();
        }
    });
    println!("desk: {} sessions at hand", desk.at_hand());
}
