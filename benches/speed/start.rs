//! The program itself, as a process. `personas` only reads and checks the content; `read`, like `chat` and `serve`,
//! also needs the trained models, and makes them where the cache has none.

use std::path::Path;
use std::process::{Command, Stdio};

use divan::Bencher;

use crate::world::{CONTENT, WORLD, models};

const SUBCOMMANDS: [&str; 2] = ["personas", "read"];

fn run(subcommand: &str, cache: &Path) {
    let status = Command::new(env!("CARGO_BIN_EXE_xiaoqi"))
        .args([subcommand, "--json", "--content", CONTENT])
        .env("XIAOQI_CACHE", cache)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .status();
    assert!(status.unwrap().success());
}

#[divan::bench(args = SUBCOMMANDS, sample_count = 20, sample_size = 1)]
fn warm(bencher: Bencher<'_, '_>, subcommand: &str) {
    // Making the world fills the cache.
    assert!(!WORLD.content.tongues.is_empty());
    bencher.bench_local(|| run(subcommand, &models()));
}

#[divan::bench(args = SUBCOMMANDS, sample_count = 5, sample_size = 1)]
fn cold(bencher: Bencher<'_, '_>, subcommand: &str) {
    bencher
        .with_inputs(|| tempfile::tempdir().unwrap())
        .bench_local_refs(|folder| run(subcommand, folder.path()));
}
