//! How fast: `cargo bench --bench speed`. Figures and what they mean: docs/performance.md.
//!
//! - `read`: understanding one message
//! - `turn`: one whole turn in memory
//! - `durable`: one turn that is on disk before anybody hears of it
//! - `papers`: the debrief, the picture and the full report of a conversation that is over
//! - `start`: the program, from its first instruction to its end

mod durable;
mod papers;
mod read;
mod start;
mod turn;
#[path = "../world/mod.rs"]
mod world;

fn main() {
    divan::main();
}
