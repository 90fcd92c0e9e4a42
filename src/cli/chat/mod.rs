//! `chat`: a conversation in the terminal, kept in the same form as the service's.

mod keep;
mod seat;

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};

use crate::base::id::PersonaId;
use crate::base::phrase::TerminalPhrase;
use crate::channel::terminal::{Editor, LineSource, PlainLines, Screen, Table, Terminal};
use crate::flow::action::Action;
use crate::flow::input::{Command, Deed};

use super::args::{ChatArgs, Common, data_folder};
use super::records::terminal_folder;
use super::shelf::{asked_language, load, persona, system_language, told_in};
use keep::Keep;
use seat::{Seat, Start};

/// Talks until the trainee leaves or the input ends.
pub fn run(common: &Common, args: &ChatArgs) -> anyhow::Result<ExitCode> {
    let mut loaded = load(common)?;
    loaded.content.house.help_line = args.house.help_line()?;
    let asked = asked_language(&loaded, common)?;
    let persona = args.persona.as_deref().map(|id| persona(&loaded, id, told_in(common))).transpose()?;
    let mut notes = Vec::new();
    let keep = open(args, &mut notes);
    // Without a folder for data, reports lie where the program was started.
    let papers = data_folder(args.data.clone()).map(|data| data.join("reports")).unwrap_or_default();
    let start = Start { keep, asked, device: system_language(), seed: args.seed, json: args.json, papers };
    let mut seat = Seat::take(&loaded, start)?;
    let screen = screen(args);
    let mut source = source(args)?;
    let mut terminal = Terminal { prose: &loaded.prose, source: &mut *source, screen };
    if !notes.is_empty() {
        let text = loaded.prose.render(&TerminalPhrase::NotSaved.into(), seat.lang());
        terminal.screen.aside(&format!("{text} ({})", notes.join("; ")))?;
    }
    let first = first_deeds(persona.as_ref());
    terminal.converse(&mut seat, first)?;
    Ok(ExitCode::SUCCESS)
}

/// The store; none, with a note why, where it cannot be had.
fn open(args: &ChatArgs, notes: &mut Vec<String>) -> Option<Keep> {
    let opened = data_folder(args.data.clone()).and_then(|data| Ok(Keep::open(&terminal_folder(&data))?));
    opened.map_err(|error| notes.push(format!("{error:#}"))).ok()
}

/// As on a phone: `/start`, with the customer where one was asked for, who then begins at once.
fn first_deeds(persona: Option<&PersonaId>) -> Vec<Deed> {
    let payload = persona.map_or(String::new(), PersonaId::to_string);
    let begin = persona.map(|id| Deed::Press(Action::Begin(id.clone())));
    std::iter::once(Deed::Command(Command::Start, payload)).chain(begin).collect()
}

fn screen(args: &ChatArgs) -> Screen<'static> {
    let choice = if args.no_color { ColorChoice::Never } else { ColorChoice::Auto };
    let terminal = if args.json { io::stderr().is_terminal() } else { io::stdout().is_terminal() };
    let (out, choice): (Box<dyn Write>, ColorChoice) = if args.json {
        let stream = AutoStream::new(io::stderr(), choice);
        let choice = stream.current_choice();
        (Box::new(stream), choice)
    } else {
        let stream = AutoStream::new(io::stdout(), choice);
        let choice = stream.current_choice();
        (Box::new(stream), choice)
    };
    // Without control sequences the line "is typing" could not be taken back.
    Screen { out, lively: terminal && choice != ColorChoice::Never }
}

fn source(args: &ChatArgs) -> io::Result<Box<dyn LineSource>> {
    let typed = io::stdin().is_terminal();
    if typed && io::stdout().is_terminal() && !args.json {
        return Ok(Box::new(Editor::new()?));
    }
    let prompts = typed.then(|| Box::new(io::stderr()) as Box<dyn Write>);
    Ok(Box::new(PlainLines { input: Box::new(io::stdin().lock()), prompts }))
}
