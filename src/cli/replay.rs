//! `replay`: plays event logs again and compares.

use std::io::{Read, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, anyhow, bail};

use crate::library::Loaded;
use crate::session::event::Event;
use crate::session::fold::{ReplayError, Session, replay};

use super::args::{Common, ReplayArgs};
use super::shelf::load;

/// One session of a log.
struct Log {
    /// The line its first event stands on, from 1.
    lines: Vec<usize>,
    events: Vec<Event>,
}

/// Replays every session of the log; fails at the first difference.
pub fn run(common: &Common, args: &ReplayArgs) -> anyhow::Result<ExitCode> {
    let name = args.file.display();
    let logs = parse(&text(&args.file)?).with_context(|| format!("{name}"))?;
    let loaded = load(common)?;
    let mut out = std::io::stdout().lock();
    for log in &logs {
        let session = play(&loaded, log).with_context(|| format!("{name}"))?;
        let outcome = session.ended.map_or("still open", |ending| ending.id());
        let (events, turns) = (log.events.len(), session.turns.len());
        let persona = &session.start.persona;
        writeln!(out, "{persona}: {events} events, {turns} turns, {outcome}: replayed without a difference")?;
    }
    Ok(ExitCode::SUCCESS)
}

fn text(path: &Path) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        std::io::stdin().lock().read_to_end(&mut bytes)?;
    } else {
        bytes = std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    }
    Ok(bytes)
}

/// The sessions of a log: each begins with its `started` event.
fn parse(bytes: &[u8]) -> anyhow::Result<Vec<Log>> {
    let mut logs: Vec<Log> = Vec::new();
    for (place, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        if line.trim_ascii().is_empty() {
            continue;
        }
        let number = place + 1;
        let event: Event =
            serde_json::from_slice(line).map_err(|error| anyhow!("line {number} is no event: {error}"))?;
        if matches!(event, Event::Started { .. }) || logs.is_empty() {
            logs.push(Log { lines: Vec::new(), events: Vec::new() });
        }
        if let Some(log) = logs.last_mut() {
            log.lines.push(number);
            log.events.push(event);
        }
    }
    if logs.is_empty() {
        bail!("there are no events in it");
    }
    Ok(logs)
}

fn play(loaded: &Loaded, log: &Log) -> anyhow::Result<Session> {
    let first = log.lines.first().copied().unwrap_or(1);
    let Some(Event::Started { start, .. }) = log.events.first() else {
        bail!("line {first}: {}", ReplayError::NoStart);
    };
    let (persona, lang) = (&start.persona, start.lang);
    let cast = loaded.content.cast_of(start);
    let cast = cast.with_context(|| format!("line {first}: no customer `{persona}` who speaks {lang}"))?;
    replay(&cast, &log.events).map_err(|error| {
        let event = match &error {
            ReplayError::Differs { event, .. } | ReplayError::OutOfOrder { event } => *event,
            _ => 1,
        };
        let line = log.lines.get(event.saturating_sub(1)).copied().unwrap_or(first);
        anyhow!("line {line}: {error}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_that_holds_nothing_is_refused() {
        assert!(parse(b"\n  \n").is_err());
    }

    #[test]
    fn a_corrupted_line_is_named_by_its_number() {
        let error = parse(b"\n{\"event\":\"hinted\",\"at\":1}\n{\"event\":\"hin").err().unwrap();
        assert!(error.to_string().starts_with("line 3 "), "{error}");
    }
}
