//! `persona graph`: a customer's states and endings, and how often conversations went which way.

mod map;
mod mermaid;
mod walk;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, bail};

use crate::base::ending::Ending;
use crate::base::id::StateId;
use crate::base::phrase::Term;
use crate::chart::figure::Ink;
use crate::chart::statechart::{Cell, Statechart, figure};
use crate::chart::svg;
use crate::cli::args::{Common, data_folder};
use crate::cli::key::KeyFiles;
use crate::cli::shelf::{load, persona};

use super::playable;
use super::voice::Voice;
use map::{Map, Rung};

/// `persona graph`.
#[derive(Debug, clap::Args)]
pub struct GraphArgs {
    /// The customer
    #[arg(value_name = "ID")]
    pub id: String,
    /// Conversations with each kind of synthetic trainee
    #[arg(long, value_name = "N", default_value_t = 200, value_parser = clap::value_parser!(u64).range(1..))]
    pub runs: u64,
    /// Seed of the first conversation
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Count the conversations kept in the data folder instead; nobody else may be using it
    #[arg(long, conflicts_with_all = ["runs", "seed"])]
    pub sessions: bool,
    /// The data folder [default: the platform's]
    #[arg(long, value_name = "DIR", env = "XIAOQI_DATA")]
    pub data: Option<PathBuf>,
    /// Keys of an encrypted data folder
    #[command(flatten)]
    pub keys: KeyFiles,
    /// Draw it into this file instead of printing Mermaid
    #[arg(long, value_name = "FILE")]
    pub svg: Option<PathBuf>,
}

/// Counts, and prints or draws.
pub fn run(common: &Common, args: &GraphArgs) -> anyhow::Result<ExitCode> {
    let (voice, loaded) = (Voice::of(common), load(common)?);
    let id = persona(&loaded, &args.id, voice.lang)?;
    let (lang, cast) = playable(&loaded, common, &id)?;
    let walk = match args.sessions {
        true => walk::real(&cast, &data_folder(args.data.clone())?, args.keys.ring()?)?,
        false => walk::simulated(&cast, &loaded, lang, (args.runs, args.seed)),
    };
    if walk.sessions == 0 && !args.sessions {
        bail!(voice.say("graph-no-trainees", &[]));
    }
    if walk.sessions == 0 {
        bail!(voice.say("graph-no-sessions", &[("id", id.as_str())]));
    }
    for (count, key) in [(walk.others, "graph-other-version"), (walk.unread, "graph-unread")] {
        if count > 0 {
            anstream::eprintln!("xiaoqi: {}", voice.say(key, &[("count", &count.to_string())]));
        }
    }
    let map = Map::of(&cast, &walk);
    let words = Words { voice: &voice };
    let key = if args.sessions { "graph-title-sessions" } else { "graph-title" };
    let (title, count) = (cast.texts.title.as_str(), map.sessions.to_string());
    let title = voice.say(key, &[("title", title), ("id", id.as_str()), ("count", &count)]);
    let Some(path) = &args.svg else {
        anstream::print!("{}", mermaid::mermaid(&map, &title, &words));
        return Ok(ExitCode::SUCCESS);
    };
    let text = svg::document(&figure(&drawn(&map, title.clone(), &words)), &title);
    std::fs::write(path, text).with_context(|| format!("{} cannot be written", path.display()))?;
    anstream::println!("{}", voice.say("simulate-picture", &[("file", &path.display().to_string())]));
    Ok(ExitCode::SUCCESS)
}

/// What the parts of a statechart are called.
pub struct Words<'a> {
    voice: &'a Voice,
}

impl Words<'_> {
    fn state(&self, state: &StateId) -> String {
        self.voice.term("state", state.as_str())
    }

    fn ending(&self, ending: Ending) -> String {
        self.voice.term("ending", ending.id())
    }

    fn messages(&self, count: u64) -> String {
        self.voice.say("graph-messages", &[("count", &count.to_string())])
    }

    fn conversations(&self, count: u64) -> String {
        self.voice.say("graph-conversations", &[("count", &count.to_string())])
    }

    /// Two lines of one label in Mermaid.
    fn two(&self, first: &str, second: &str) -> String {
        format!("{}<br/>{}", mermaid::escaped(first), mermaid::escaped(second))
    }

    /// A rule, with how often; one that no locale knows is called what the trainer calls it.
    fn rule(&self, rule: Option<&str>, count: u64) -> String {
        let name = rule.map_or_else(
            || self.voice.say("graph-no-rule", &[]),
            |name| {
                let term = Term::rule(name);
                let word = self.voice.words.term_of(&term, self.voice.lang);
                if word == term.id { name.to_owned() } else { word }
            },
        );
        match count {
            0 => name,
            _ => self.voice.say("graph-rule", &[("rule", &name), ("count", &count.to_string())]),
        }
    }
}

/// The statechart as it is drawn.
fn drawn(map: &Map, title: String, words: &Words<'_>) -> Statechart {
    let endings: Vec<(Ending, u64)> = map.endings().collect();
    let place = |state: &StateId| map.rungs.iter().position(|rung| rung.state == *state);
    let mut columns = Vec::new();
    map.rungs.iter().for_each(|rung| {
        if !columns.contains(&rung.emotion) {
            columns.push(rung.emotion);
        }
    });
    let cell = |rung: &Rung| Cell {
        label: words.state(&rung.state),
        note: words.messages(rung.visits),
        ink: Ink::Heat(rung.heat),
        column: columns.iter().position(|emotion| *emotion == rung.emotion).unwrap_or(0),
        row: usize::from(3 - rung.heat.min(3)),
        starts: rung.starts,
    };
    let side = |good: bool| {
        let wanted = move |(ending, _): &&(Ending, u64)| {
            matches!(ending, Ending::Satisfied | Ending::Accepted) == good
        };
        let one = |(ending, count): &(Ending, u64)| (words.ending(*ending), words.conversations(*count));
        endings.iter().filter(wanted).map(one).collect::<Vec<_>>()
    };
    let (good, bad) = (side(true), side(false));
    let to = |ending: Ending| endings.iter().position(|(one, _)| *one == ending);
    let notes = map.ways.iter().filter(|way| way.count > 0).map(|way| {
        let rules: Vec<String> = way
            .rules
            .iter()
            .filter(|(_, times)| *times > 0)
            .map(|(rule, times)| words.rule(rule.as_deref(), *times))
            .collect();
        let (from, to) = (words.state(&way.from), words.ending(way.to));
        words.voice.say("graph-way", &[("from", &from), ("to", &to), ("rules", &words.voice.listed(rules))])
    });
    Statechart {
        title,
        states: map.rungs.iter().map(cell).collect(),
        notes: notes.chain([words.voice.say("graph-dashed", &[])]).collect(),
        moves: map
            .moves
            .iter()
            .filter_map(|(from, to, count)| Some((place(from)?, place(to)?, *count)))
            .collect(),
        // Endings are in the order of `Ending::ALL`, the good ones first.
        ways: map.ways.iter().filter_map(|way| Some((place(&way.from)?, to(way.to)?, way.count))).collect(),
        good,
        bad,
    }
}
