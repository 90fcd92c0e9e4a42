//! What was measured, for programs, and as a table with what it means.

use std::io::Write;

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use crate::base::lang::Lang;
use crate::studio::Voice;

use super::measure::{Figures, tenths};

/// Messages that Telegram takes from one bot in a second, about.
const TELEGRAM: f64 = 30.0;
/// Seconds from one message of a trainee to her next, where she thinks about it.
const PAUSE: f64 = 45.0;

/// Everything. The keys are described in docs/interfaces.md.
#[derive(Debug, Serialize)]
pub struct Report {
    /// Version of the program.
    pub program: &'static str,
    /// Seconds that were measured, as asked for.
    pub seconds: f64,
    /// Processor cores that the program may use.
    pub cores: usize,
    /// Mean of the last minute's runnable processes, before; where the system tells.
    pub load: Option<f64>,
    /// From nothing to ready.
    pub start: Start,
    /// Understanding a message, by language.
    pub reading: Vec<Reading>,
    /// A turn in memory.
    pub turn: Option<Figures>,
    /// A debrief.
    pub debrief: Option<Figures>,
    /// One small commit.
    pub commit: Option<Figures>,
    /// A turn on the disk, by how many take one at once.
    pub durable: Vec<Durable>,
    /// Whether the data folder is in memory, so that there was no disk; where the system tells.
    pub folder_in_memory: Option<bool>,
    /// Most memory that the process had, in bytes; where the system tells.
    pub peak_bytes: Option<u64>,
    /// What it comes to.
    pub carries: Option<Carries>,
}

/// Content and models.
#[derive(Debug, Serialize)]
pub struct Start {
    /// Milliseconds to read and check the content.
    pub content_ms: f64,
    /// Milliseconds to load the models, or to train them where there are none yet.
    pub models_ms: f64,
    /// Memory of the process then, in bytes; where the system tells.
    pub bytes: Option<u64>,
}

/// Understanding a message.
#[derive(Debug, Serialize)]
pub struct Reading {
    /// In which language.
    pub lang: Lang,
    /// How fast.
    #[serde(flatten)]
    pub figures: Figures,
}

/// Turns on the disk.
#[derive(Debug, Serialize)]
pub struct Durable {
    /// How many take one at once.
    pub clients: usize,
    /// How fast.
    #[serde(flatten)]
    pub figures: Figures,
}

/// How many trainees at once that is.
#[derive(Debug, PartialEq, Serialize)]
pub struct Carries {
    /// Messages that answer one turn, mean.
    pub letters_per_turn: f64,
    /// Turns a second whose answers Telegram takes from one bot.
    pub telegram_turns: f64,
    /// Seconds from one message of a trainee to her next, as assumed.
    pub pause_seconds: f64,
    /// Trainees at once that this machine carries.
    pub machine: u64,
    /// Trainees at once that Telegram carries.
    pub telegram: u64,
    /// Which of the two ends first: `machine` or `telegram`.
    pub limit: &'static str,
}

impl Carries {
    /// What so many turns a second with so many answers each come to.
    pub fn of(turns: f64, letters_per_turn: f64) -> Carries {
        let telegram_turns = TELEGRAM / letters_per_turn.max(0.1);
        Carries {
            letters_per_turn,
            telegram_turns: tenths(telegram_turns),
            pause_seconds: PAUSE,
            machine: (turns * PAUSE) as u64,
            telegram: (telegram_turns * PAUSE) as u64,
            limit: if turns < telegram_turns { "machine" } else { "telegram" },
        }
    }
}

/// Writes the table, and what it means.
///
/// # Errors
/// Whatever is written to does not take it.
pub fn tell(report: &Report, out: &mut dyn Write, voice: &Voice) -> std::io::Result<()> {
    let (cores, seconds) = (report.cores.to_string(), report.seconds.to_string());
    let head = [("cores", cores.as_str()), ("seconds", seconds.as_str())];
    writeln!(out, "{}", voice.say("bench-head", &head))?;
    if let Some(load) = report.load {
        writeln!(out, "{}", voice.say("bench-load", &[("load", &load.to_string())]))?;
    }
    writeln!(out)?;
    table(&rows(report, voice), out)?;
    writeln!(out)?;
    for said in sentences(report, voice) {
        writeln!(out, "{said}")?;
    }
    Ok(())
}

/// The rows, the headings first.
fn rows(report: &Report, voice: &Voice) -> Vec<[String; 4]> {
    let heads = ["bench-col-what", "bench-col-rate", "bench-col-half", "bench-col-most"];
    let mut rows = vec![heads.map(|head| voice.say(head, &[]))];
    let mut row = |what: String, figures: &Figures| {
        let rate = format!("{:.0}", figures.per_second);
        rows.push([what, rate, duration(figures.p50_us), duration(figures.p99_us)]);
    };
    for Reading { lang, figures } in &report.reading {
        row(voice.say("bench-reading", &[("lang", lang.tag())]), figures);
    }
    let single =
        [("bench-turn", &report.turn), ("bench-debrief", &report.debrief), ("bench-commit", &report.commit)];
    for (key, figures) in single {
        if let Some(figures) = figures {
            row(voice.say(key, &[]), figures);
        }
    }
    for Durable { clients, figures } in &report.durable {
        row(voice.say("bench-durable", &[("clients", &clients.to_string())]), figures);
    }
    rows
}

fn table(rows: &[[String; 4]], out: &mut dyn Write) -> std::io::Result<()> {
    let width = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
    let widths: [usize; 4] = std::array::from_fn(width);
    for row in rows {
        let mut line = String::new();
        for (column, (cell, width)) in row.iter().zip(widths).enumerate() {
            // Padding counts columns on the screen: a Chinese character takes two.
            let space = " ".repeat(width.saturating_sub(cell.width()));
            line += &if column == 0 { format!("{cell}{space}") } else { format!("  {space}{cell}") };
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// Microseconds in the unit that fits: 142 µs, 1.7 ms.
fn duration(micros: f64) -> String {
    match micros {
        below if below < 10.0 => format!("{below:.1} µs"),
        below if below < 1e3 => format!("{below:.0} µs"),
        below if below < 1e4 => format!("{:.2} ms", below / 1e3),
        below => format!("{:.1} ms", below / 1e3),
    }
}

fn sentences(report: &Report, voice: &Voice) -> Vec<String> {
    let megabytes = |bytes: u64| (bytes / 1_000_000).to_string();
    let start = [
        ("content", format!("{:.0}", report.start.content_ms)),
        ("models", format!("{:.0}", report.start.models_ms)),
    ];
    let mut told =
        vec![voice.say("bench-start", &start.each_ref().map(|(name, value)| (*name, value.as_str())))];
    if let Some((after, peak)) = report.start.bytes.zip(report.peak_bytes) {
        told.push(voice.say("bench-memory", &[("start", &megabytes(after)), ("peak", &megabytes(peak))]));
    }
    if let Some((carries, turns)) = report.carries.as_ref().zip(report.durable.last()) {
        told.extend(meaning(carries, turns.figures.per_second, voice));
    }
    if report.folder_in_memory == Some(true) {
        told.push(voice.say("bench-in-memory", &[]));
    }
    told.push(voice.say("bench-note", &[]));
    told
}

fn meaning(carries: &Carries, turns: f64, voice: &Voice) -> [String; 3] {
    let pause = carries.pause_seconds.to_string();
    let (turns_said, machine) = (format!("{turns:.0}"), carries.machine.to_string());
    let here = [("turns", turns_said.as_str()), ("trainees", machine.as_str()), ("pause", pause.as_str())];
    let (there, telegram) = (carries.telegram_turns.to_string(), carries.telegram.to_string());
    let (most, letters) = (TELEGRAM.to_string(), carries.letters_per_turn.to_string());
    let theirs = [
        ("most", most.as_str()),
        ("letters", letters.as_str()),
        ("turns", there.as_str()),
        ("trainees", telegram.as_str()),
    ];
    let times = format!("{:.0}", (turns / carries.telegram_turns.max(0.1)).max(1.0));
    let limit = match carries.limit {
        "telegram" => voice.say("bench-limit-telegram", &[("times", &times)]),
        _ => voice.say("bench-limit-machine", &[]),
    };
    [voice.say("bench-machine", &here), voice.say("bench-telegram", &theirs), limit]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_told_in_the_unit_that_fits() {
        let told = [4.26, 142.3, 1_704.0, 11_630.0].map(duration);
        assert_eq!(told, ["4.3 µs", "142 µs", "1.70 ms", "11.6 ms"]);
    }

    #[test]
    fn whichever_ends_first_is_the_limit() {
        let fast = Carries::of(900.0, 2.0);
        assert_eq!((fast.telegram_turns, fast.machine, fast.telegram), (15.0, 40_500, 675));
        assert_eq!(fast.limit, "telegram");
        assert_eq!(Carries::of(3.0, 2.0).limit, "machine");
    }
}
