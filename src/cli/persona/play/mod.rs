//! `persona play`: a conversation in the terminal for whoever writes the customer. Under each answer stands what was
//! understood and how he feels; any message can be gone back to, and while his file is edited, everything said so far is
//! played again with what it says now.

mod input;
mod stage;
mod told;

use std::io::{IsTerminal, Write};
use std::process::ExitCode;

use anyhow::Context;

use crate::cli::args::Common;
use crate::cli::rehearse::unescaped;
use crate::cli::shelf::{load, origin, persona};
use crate::library::{Files, Look, Origin, render};
use crate::persona::finding::Finding;
use crate::session::fold::Session;

use super::voice::Voice;
use super::{draft, playable};
use input::{Happened, Happenings};
use stage::{Reread, Stage};
use told::Teller;

/// `persona play`.
#[derive(Debug, clap::Args)]
pub struct PlayArgs {
    /// The customer
    #[arg(value_name = "ID")]
    pub id: String,
    /// Seed of his dice
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
}

/// What a line asks for.
#[derive(Debug, PartialEq, Eq)]
enum Order {
    /// A message to the customer.
    Say(String),
    /// To where it stood after so many messages; one less where no number is given.
    Back(Option<usize>),
    /// All messages again, with the files as they are now.
    Again,
    /// The same with other dice.
    Seed(u64),
    /// A test plan of this name.
    Write(String),
    Help,
    Quit,
    /// Something that begins like an order and is none.
    Unknown(String),
}

impl Order {
    /// An order begins with a colon, as keyboards for Chinese write it, too.
    fn of(line: &str) -> Order {
        let line = line.trim();
        let Some(order) = line.strip_prefix([':', '：']) else { return Order::Say(unescaped(line)) };
        let mut words = order.split_whitespace();
        let (name, value) = (words.next().unwrap_or_default(), words.next());
        let number = value.map(str::parse::<u64>);
        match (name, value, number) {
            ("back" | "b", None, _) => Order::Back(None),
            ("back" | "b", _, Some(Ok(number))) => Order::Back(usize::try_from(number).ok()),
            ("again" | "a", None, _) => Order::Again,
            ("seed", _, Some(Ok(number))) => Order::Seed(number),
            ("write", Some(name), _) => Order::Write(name.to_owned()),
            ("help" | "h" | "?", ..) => Order::Help,
            ("quit" | "q", ..) => Order::Quit,
            _ => Order::Unknown(line.to_owned()),
        }
    }
}

/// Plays until there are no more lines.
pub fn run(common: &Common, args: &PlayArgs) -> anyhow::Result<ExitCode> {
    let (voice, loaded, origin) = (Voice::of(common), load(common)?, origin(common)?);
    let id = persona(&loaded, &args.id, voice.lang)?;
    let (lang, _) = playable(&loaded, common, &id)?;
    let folder = match &origin {
        Origin::Folder(folder) => Some(folder.clone()),
        Origin::Embedded => None,
    };
    let stage = Stage::open(origin, loaded.content, (id, lang), args.seed)?;
    let mut happenings = Happenings::listen(folder.as_deref());
    let teller = Teller { out: Box::new(std::io::stdout().lock()), voice: &voice };
    let typed = std::io::stdin().is_terminal();
    let mut room = Room { stage, teller, voice: &voice, folder, complained: String::new(), typed };
    room.begin()?;
    room.prompt()?;
    loop {
        match happenings.next() {
            Happened::Line(line) => {
                if !line.trim().is_empty() && !room.line(&line)? {
                    return Ok(ExitCode::SUCCESS);
                }
                room.prompt()?;
            }
            Happened::Changed => {
                room.reread(false)?;
            }
            Happened::End(None) => return Ok(ExitCode::SUCCESS),
            Happened::End(Some(error)) => return Err(error).context("the messages are not UTF-8"),
        }
    }
}

/// Everything at hand.
struct Room<'a> {
    stage: Stage,
    teller: Teller<'a>,
    voice: &'a Voice,
    folder: Option<std::path::PathBuf>,
    /// The findings that were told last: a folder may change several times while a file is broken.
    complained: String,
    typed: bool,
}

impl Room<'_> {
    fn begin(&mut self) -> anyhow::Result<()> {
        let key = if self.folder.is_some() { "play-begin" } else { "play-begin-built-in" };
        self.teller.note(key, &[("id", self.stage.id().as_str())])?;
        if let Some(cast) = self.stage.cast() {
            self.teller.opening(&cast, &self.stage.session)?;
        }
        Ok(())
    }

    fn prompt(&mut self) -> anyhow::Result<()> {
        if self.typed {
            write!(self.teller.out, "{:>2} > ", self.stage.session.turns.len() + 1)?;
            self.teller.out.flush()?;
        }
        Ok(())
    }

    /// Does what a line asks for; `false` where that is to leave.
    fn line(&mut self, line: &str) -> anyhow::Result<bool> {
        match Order::of(line) {
            Order::Say(message) => self.say(message)?,
            Order::Back(to) => self.back(to)?,
            Order::Again => {
                if let Some(before) = self.reread(true)? {
                    self.tell_all(Some(&before))?;
                }
            }
            Order::Seed(seed) => {
                self.stage.seed = seed;
                self.stage.play_again();
                self.teller.note("play-seed", &[("seed", &seed.to_string())])?;
                self.tell_all(None)?;
            }
            Order::Write(name) => self.write(&name)?,
            Order::Help => self.teller.note("play-help", &[])?,
            Order::Quit => return Ok(false),
            Order::Unknown(line) => self.teller.note("play-unknown", &[("line", &line)])?,
        }
        Ok(true)
    }

    fn say(&mut self, message: String) -> anyhow::Result<()> {
        if let Some(ending) = self.stage.session.ended {
            let number = self.stage.session.turns.len().saturating_sub(1).to_string();
            let ending = self.voice.term("ending", ending.id());
            return Ok(self.teller.note("play-gone", &[("ending", &ending), ("number", &number)])?);
        }
        if !self.typed {
            // What was piped in is on no screen.
            writeln!(self.teller.out, "\n{:>2} > {message}", self.stage.session.turns.len() + 1)?;
        }
        self.stage.say(message);
        let (Some(cast), Some(turn)) = (self.stage.cast(), self.stage.session.turns.last()) else {
            return Ok(());
        };
        self.teller.turn(&cast, turn)?;
        Ok(self.teller.end(&cast, &self.stage.session)?)
    }

    fn back(&mut self, to: Option<usize>) -> anyhow::Result<()> {
        let there = self.stage.session.turns.len();
        let to = to.unwrap_or(there.saturating_sub(1));
        if to > there {
            return Ok(self.teller.note("play-no-such-message", &[("count", &there.to_string())])?);
        }
        self.stage.back(to);
        self.teller.note("play-back", &[("number", &to.to_string())])?;
        let Some(cast) = self.stage.cast() else { return Ok(()) };
        match self.stage.session.turns.last() {
            Some(turn) => self.teller.turn(&cast, turn)?,
            None => self.teller.opening(&cast, &self.stage.session)?,
        }
        Ok(())
    }

    /// Takes up what changed, and says so. `asked`: also where nothing did; then what had come of it before.
    fn reread(&mut self, asked: bool) -> anyhow::Result<Option<Session>> {
        match self.stage.reread()? {
            Reread::Same => {
                self.complained.clear();
                Ok(asked.then(|| self.stage.session.clone()))
            }
            Reread::Broken(findings) => {
                let text = self.findings(&findings);
                if asked || text != self.complained {
                    self.interrupt(asked)?;
                    self.teller.note("play-broken", &[("id", self.stage.id().as_str())])?;
                    write!(self.teller.out, "{text}")?;
                    self.teller.out.flush()?;
                    self.resume(asked)?;
                }
                self.complained = text;
                Ok(asked.then(|| self.stage.session.clone()))
            }
            Reread::Other(before) => {
                self.complained.clear();
                self.interrupt(asked)?;
                self.teller.note("play-changed", &[("count", &self.stage.said.len().to_string())])?;
                if asked {
                    return Ok(Some(*before));
                }
                self.tell_differences(&before)?;
                self.resume(asked)?;
                Ok(None)
            }
        }
    }

    /// Leaves the line that waits for her words, and comes back to it.
    fn interrupt(&mut self, asked: bool) -> std::io::Result<()> {
        if asked || !self.typed { Ok(()) } else { writeln!(self.teller.out) }
    }

    fn resume(&mut self, asked: bool) -> anyhow::Result<()> {
        if asked { Ok(()) } else { self.prompt() }
    }

    fn findings(&self, findings: &[Finding]) -> String {
        render(findings, &Files::default(), Look::Plain, (&self.voice.words, self.voice.lang))
    }

    fn tell_differences(&mut self, before: &Session) -> anyhow::Result<()> {
        let Some(cast) = self.stage.cast() else { return Ok(()) };
        if self.stage.said.is_empty() {
            return Ok(self.teller.opening(&cast, &self.stage.session)?);
        }
        if !self.teller.differences(&cast, &self.stage.session, before)? {
            self.teller.note("play-no-difference", &[])?;
        }
        self.unsaid()
    }

    fn tell_all(&mut self, before: Option<&Session>) -> anyhow::Result<()> {
        let Some(cast) = self.stage.cast() else { return Ok(()) };
        self.teller.everything(&cast, &self.stage.session, before)?;
        self.unsaid()
    }

    /// That he left before all of it was said.
    fn unsaid(&mut self) -> anyhow::Result<()> {
        let left = self.stage.said.len().saturating_sub(self.stage.session.turns.len());
        if left > 0 {
            self.teller.note("play-unsaid", &[("count", &left.to_string())])?;
        }
        Ok(())
    }

    fn write(&mut self, name: &str) -> anyhow::Result<()> {
        let Some(cast) = self.stage.cast() else { return Ok(()) };
        let said: Vec<&str> = self.stage.said.iter().map(String::as_str).collect();
        let made = match &self.folder {
            Some(root) => {
                draft::keep(root, (&cast, self.stage.lang(), self.stage.seed), name, &said, self.voice)
            }
            None => Err(anyhow::anyhow!(self.voice.say("tool-no-folder", &[]))),
        };
        // Whoever mistyped a name goes on playing.
        let text = made.unwrap_or_else(|error| format!("{error:#}"));
        writeln!(self.teller.out, "· {text}")?;
        Ok(self.teller.out.flush()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_begin_with_a_colon_of_either_width_and_messages_do_not() {
        assert_eq!(Order::of(" :back 3 "), Order::Back(Some(3)));
        assert_eq!(Order::of("：back"), Order::Back(None));
        assert_eq!(Order::of(":seed 7"), Order::Seed(7));
        assert_eq!(Order::of(":seed x"), Order::Unknown(":seed x".to_owned()));
        assert_eq!(Order::of(":write calm"), Order::Write("calm".to_owned()));
        assert_eq!(Order::of("a: b"), Order::Say("a: b".to_owned()));
    }
}
