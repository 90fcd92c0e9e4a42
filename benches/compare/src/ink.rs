//! The scripted scene in ink, played by blade-ink: one choice and what comes of it is a turn.

use std::time::Instant;

use bladeink::story::Story;
use bladeink_compiler::Compiler;

/// The order in which choices are taken: what a trainee does in seven messages.
pub const CHOICES: [usize; 7] = [0, 1, 2, 4, 3, 1, 5];

/// Plays this many rounds of seven turns and prints how many turns a second.
pub fn run(rounds: usize) {
    let json = Compiler::new().compile(include_str!("../scenes/dish.ink")).expect("the scene compiles");
    let mut story = Story::new(&json).expect("the scene loads");
    let mut said = story.continue_maximally().expect("the opening").len();
    let began = Instant::now();
    for _ in 0..rounds {
        for choice in CHOICES {
            story.choose_choice_index(choice).expect("six choices, always");
            let reply = story.continue_maximally().expect("a reply");
            assert!(!reply.trim().is_empty());
            said += reply.len();
        }
    }
    super::yarn::report(rounds * CHOICES.len(), began.elapsed(), said);
}
