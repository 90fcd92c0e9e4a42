//! What Xiaoqi is measured against: `compare echo`, `compare ink`, `compare yarn`. The benchmarks in
//! `benches/` start it; see docs/performance.md.

mod echo;
mod ink;
mod yarn;

/// The same allocator as Xiaoqi's own, so that none has it better.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let told: Vec<&str> = args.iter().map(String::as_str).collect();
    match told.as_slice() {
        ["echo", url, token] => echo::run(url, token, None),
        ["echo", url, token, port] => echo::run(url, token, port.parse().ok()),
        ["ink", rounds] => ink::run(rounds.parse().expect("a number of rounds")),
        ["yarn", rounds] => yarn::run(rounds.parse().expect("a number of rounds")),
        _ => {
            eprintln!("compare echo URL TOKEN [PORT] | ink ROUNDS | yarn ROUNDS");
            std::process::exit(2);
        }
    }
}
