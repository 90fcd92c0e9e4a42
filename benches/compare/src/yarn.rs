//! The same scene in Yarn, played by YarnSpinner for Rust.

use std::time::{Duration, Instant};

use yarnspinner::compiler::{Compiler, File};
use yarnspinner::runtime::{
    Dialogue, DialogueEvent, MemoryVariableStorage, OptionId, StringTableTextProvider,
};

use super::ink::CHOICES;

/// Plays this many rounds of seven turns and prints how many turns a second.
pub fn run(rounds: usize) {
    let file = File { file_name: "dish.yarn".into(), source: include_str!("../scenes/dish.yarn").into() };
    let compiled = Compiler::new().add_file(file).compile().expect("the scene compiles");
    let mut texts = StringTableTextProvider::new();
    texts.extend_base_language(compiled.string_table.into_iter().map(|(id, line)| (id, line.text)));
    let mut dialogue = Dialogue::new(Box::new(MemoryVariableStorage::new()), Box::new(texts));
    dialogue.add_program(compiled.program.expect("a program"));
    dialogue.set_node("Opening").expect("the first node");
    let mut said = until_options(&mut dialogue);
    let began = Instant::now();
    for _ in 0..rounds {
        for choice in CHOICES {
            dialogue.set_selected_option(OptionId(choice)).expect("six options, always");
            let reply = until_options(&mut dialogue);
            assert!(reply > 0);
            said += reply;
        }
    }
    report(rounds * CHOICES.len(), began.elapsed(), said);
}

/// Goes on until the trainee is asked; gives how many bytes were said.
fn until_options(dialogue: &mut Dialogue) -> usize {
    let mut said = 0;
    loop {
        for event in dialogue.continue_().expect("it goes on") {
            match event {
                DialogueEvent::Line(line) => said += line.text.len(),
                DialogueEvent::Options(_) => return said,
                _ => {}
            }
        }
    }
}

/// One line for the benchmark that asked: turns a second. What was said goes to the other stream, so that none of it is left out.
pub fn report(turns: usize, took: Duration, said: usize) {
    eprintln!("{said} bytes said");
    println!("{:.0}", turns as f64 / took.as_secs_f64());
}
