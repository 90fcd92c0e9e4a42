//! `stats`: how much there is of everything, from the running service, or from the folder where none runs.

use std::io::Write;
use std::process::ExitCode;

use crate::base::ending::Ending;
use crate::desk::stats::{Amount, Stats, gather};
use crate::studio::Voice;

use super::args::Common;
use super::backup::{DataArgs, Kept, hand_back, open_for_reading};
use super::control::Service;
use super::key::KeyFiles;
use super::notation::line;

/// `stats`.
#[derive(Debug, clap::Args)]
pub struct StatsArgs {
    /// Where the data is
    #[command(flatten)]
    pub data: DataArgs,
    /// Its keys, where no service runs
    #[command(flatten)]
    pub keys: KeyFiles,
    /// One JSON object instead of sentences
    #[arg(long)]
    pub json: bool,
}

/// Counts and tells.
pub fn run(common: &Common, args: &StatsArgs) -> anyhow::Result<ExitCode> {
    let (kept, keys, voice) = args.data.settle_with(common, &args.keys)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let stats = runtime.block_on(count(&kept, &keys, &voice))?;
    let mut out = anstream::stdout().lock();
    if args.json {
        line(&mut out, &stats)?;
    } else {
        told(&stats, &voice).iter().try_for_each(|said| writeln!(out, "{said}"))?;
    }
    Ok(ExitCode::SUCCESS)
}

async fn count(kept: &Kept, keys: &KeyFiles, voice: &Voice) -> anyhow::Result<Stats> {
    // A database may be asked by anybody who may enter it.
    let service = if kept.url.is_some() { None } else { Service::of(&kept.folder).await? };
    if let Some(service) = service {
        return Ok(service.ask("/stats").await?.json().await?);
    }
    let (folder, store) = open_for_reading(kept, keys, voice, "backup-locked").await?;
    let stats = gather(&*store).await?;
    drop(store);
    folder.map_or(Ok(()), |folder| hand_back(&folder))?;
    Ok(stats)
}

fn told(stats: &Stats, voice: &Voice) -> Vec<String> {
    let say = |key: &str, values: &[(&str, u64)]| {
        let values: Vec<(&str, String)> =
            values.iter().map(|(name, value)| (*name, value.to_string())).collect();
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        voice.say(key, &values)
    };
    let mut lines = vec![
        say(
            "stats-trainees",
            &[("count", stats.trainees), ("week", stats.trainees_week), ("month", stats.trainees_month)],
        ),
        say(
            "stats-conversations",
            &[
                ("count", stats.conversations),
                ("open", stats.conversations_open),
                ("cancelled", stats.conversations_cancelled),
                ("messages", stats.messages),
            ],
        ),
    ];
    for ending in Ending::ALL {
        if let Some(count) = stats.endings.get(ending.id()) {
            let ending = voice.term("ending", ending.id());
            lines.push(voice.say("stats-ending", &[("ending", &ending), ("count", &count.to_string())]));
        }
    }
    lines.push(say("stats-inbox", &[("count", stats.inbox), ("seconds", stats.inbox_oldest_seconds)]));
    lines.push(say("stats-outbox", &[("count", stats.outbox), ("chats", stats.outbox_chats)]));
    if stats.unreadable > 0 {
        lines.push(say("stats-unreadable", &[("count", stats.unreadable)]));
    }
    let whole = |part: fn(&Amount) -> u64| stats.kept.values().map(part).sum::<u64>();
    let kilobytes = whole(|amount| amount.bytes).div_ceil(1 << 10);
    lines.push(say("stats-kept", &[("entries", whole(|amount| amount.entries)), ("kilobytes", kilobytes)]));
    for (kind, amount) in &stats.kept {
        lines.push(format!("    {kind}  {}  {} KB", amount.entries, amount.bytes.div_ceil(1 << 10)));
    }
    lines
}
