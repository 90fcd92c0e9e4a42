//! `persona diff`: what is other about a customer, by meaning, and what that does to how conversations come out.

mod change;
mod side;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::bail;
use serde::Serialize;
use serde_json::Value;

use crate::base::ending::Ending;
use crate::cli::args::Common;
use crate::cli::notation::line;
use crate::simulate::tally::Tally;
use crate::studio::many;
use crate::workshop::rules::chance;

use super::voice::Voice;
use change::{Change, Group, changes};
use side::Side;

/// `persona diff`.
#[derive(Debug, clap::Args)]
pub struct DiffArgs {
    /// The customer as he was: his file, his id, or FOLDER/ID
    #[arg(value_name = "OLD")]
    pub old: String,
    /// As he is now, likewise
    #[arg(value_name = "NEW", required_unless_present = "against", conflicts_with = "against")]
    pub new: Option<String>,
    /// Compare with the customer of the same id in this content folder, as he was
    #[arg(long, value_name = "DIR")]
    pub against: Option<PathBuf>,
    /// Conversations with each kind of trainee; 0 for none
    #[arg(long, value_name = "N", default_value_t = 400)]
    pub runs: u64,
    /// Seed of the first conversation
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// JSON lines: a change each, then a kind of trainee each
    #[arg(long)]
    pub json: bool,
}

#[derive(Serialize)]
struct ChangeOut<'a> {
    line: &'static str,
    change: &'static str,
    #[serde(flatten)]
    inner: &'a Change,
}

/// Before and after.
#[derive(Serialize)]
struct Pair<T> {
    old: T,
    new: T,
}

#[derive(Serialize)]
struct OutcomeOut<'a> {
    line: &'static str,
    trainee: &'a str,
    sessions: u64,
    /// 0 to 1.
    success: Pair<f64>,
    /// Mean.
    turns: Pair<f64>,
    endings: BTreeMap<Ending, Pair<u64>>,
    /// Whether chance alone could explain the difference in success.
    by_chance: bool,
}

/// How one kind of trainee fared with either.
struct Outcome {
    trainee: String,
    old: Tally,
    new: Tally,
}

/// Compares and tells.
pub fn run(common: &Common, args: &DiffArgs) -> anyhow::Result<ExitCode> {
    let voice = Voice::of(common);
    let (old, new) = match (&args.new, &args.against) {
        (Some(new), _) => (Side::find(common, &args.old)?, Side::find(common, new)?),
        (None, Some(folder)) => {
            let new = Side::find(common, &args.old)?;
            (Side::of_folder(folder, new.id.as_str())?, new)
        }
        (None, None) => bail!(voice.say("diff-two", &[])),
    };
    let changes = changes(&old, &new)?;
    let outcomes = outcomes(common, args, (&old, &new))?;
    let mut out = anstream::stdout().lock();
    if args.json {
        for inner in &changes {
            let change = match (&inner.old, &inner.new) {
                (None, _) => "added",
                (_, None) => "removed",
                _ => "changed",
            };
            line(&mut out, &ChangeOut { line: "change", change, inner })?;
        }
        outcomes.iter().try_for_each(|outcome| line(&mut out, &json(outcome)))?;
        return Ok(ExitCode::SUCCESS);
    }
    writeln!(out, "{}", voice.say("diff-head", &[("old", &old.name), ("new", &new.name)]))?;
    if changes.is_empty() {
        writeln!(out, "{}", voice.say("diff-nothing", &[]))?;
    }
    for group in Group::ALL {
        let mut of_it = changes.iter().filter(|change| change.group == group).peekable();
        if of_it.peek().is_some() {
            writeln!(out, "\n{}", voice.say(&format!("diff-group-{}", group.id()), &[]))?;
            of_it.try_for_each(|change| told(&mut out, change, &voice))?;
        }
    }
    if !outcomes.is_empty() {
        writeln!(out, "\n{}", voice.say("diff-outcomes", &[("runs", &args.runs.to_string())]))?;
        outcomes.iter().try_for_each(|outcome| compared(&mut out, outcome, &voice))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The same trainees with the same seeds against both. None where it is one and the same customer.
fn outcomes(common: &Common, args: &DiffArgs, (old, new): (&Side, &Side)) -> anyhow::Result<Vec<Outcome>> {
    let ((old_lang, old_cast), (new_lang, new_cast)) = (old.cast(common)?, new.cast(common)?);
    let same = old_cast.persona.hash == new_cast.persona.hash && old_cast.locale_hash == new_cast.locale_hash;
    if args.runs == 0 || same {
        return Ok(Vec::new());
    }
    let asked = (args.runs, args.seed, false);
    // Both must meet the same trainees: those of the newer content.
    let one = |trainee: &crate::simulate::trainee::Trainee| Outcome {
        trainee: trainee.id.clone(),
        old: many(&old_cast, trainee, old_lang, asked),
        new: many(&new_cast, trainee, new_lang, asked),
    };
    Ok(new.loaded().trainees.iter().map(one).collect())
}

fn told(out: &mut impl Write, change: &Change, voice: &Voice) -> std::io::Result<()> {
    let key = match &change.lang {
        Some(lang) => voice.say("diff-key", &[("key", &change.key), ("lang", lang)]),
        None => change.key.clone(),
    };
    let [old, new] = [&change.old, &change.new].map(|value| value.as_ref().map(shown).unwrap_or_default());
    let is_text = |value: &Option<Value>| value.as_ref().is_some_and(Value::is_string);
    let long = change.group == Group::Texts && (is_text(&change.old) || is_text(&change.new));
    match (&change.old, &change.new) {
        // An old and a new text stand under each other, so that one sees what changed.
        (Some(_), Some(_)) if long => writeln!(out, "  {key}\n    - {old}\n    + {new}"),
        (Some(_), Some(_)) => {
            writeln!(out, "  {}", voice.say("diff-changed", &[("key", &key), ("old", &old), ("new", &new)]))
        }
        (None, _) => writeln!(out, "  + {}", voice.say("diff-one", &[("key", &key), ("value", &new)])),
        (_, None) => writeln!(out, "  - {}", voice.say("diff-one", &[("key", &key), ("value", &old)])),
    }
}

/// A value as a file has it.
fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.replace('\n', " / "),
        Value::Object(object) => {
            let known =
                object.iter().filter(|(key, value)| *key != "id" && *key != "rule" && !value.is_null());
            let parts: Vec<String> = known.map(|(key, value)| format!("{key} = {}", shown(value))).collect();
            format!("{{ {} }}", parts.join(", "))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(shown).collect::<Vec<_>>().join(", ")),
        other => other.to_string(),
    }
}

/// Whether a difference in success may be chance: the leeway of both shares together.
fn by_chance(outcome: &Outcome) -> bool {
    let leeway = chance(outcome.old.sessions) * 7 / 5;
    outcome.old.success().abs_diff(outcome.new.success()) <= leeway
}

fn compared(out: &mut impl Write, outcome: &Outcome, voice: &Voice) -> std::io::Result<()> {
    let Outcome { trainee, old, new } = outcome;
    let who = match voice.term("thing", trainee) {
        word if word == *trainee => voice.say("simulate-who", &[("id", trainee)]),
        word => word,
    };
    let hundred = |per_mille: u64| ((per_mille + 5) / 10).to_string();
    let mean = |tally: &Tally| {
        let tenths = (10 * tally.turns).checked_div(tally.sessions).unwrap_or(0);
        format!("{}.{}", tenths / 10, tenths % 10)
    };
    let values = [hundred(old.success()), hundred(new.success()), mean(old), mean(new)];
    let [was, is, was_turns, is_turns] = &values;
    let key = match (was == is, by_chance(outcome), new.success() > old.success()) {
        (true, ..) => "diff-same",
        (_, true, _) => "diff-by-chance",
        (_, _, true) => "diff-easier",
        _ => "diff-harder",
    };
    let values =
        [("who", who.as_str()), ("old", was), ("new", is), ("old-turns", was_turns), ("new-turns", is_turns)];
    writeln!(out, "  {}", voice.say(key, &values))?;
    let share = |tally: &Tally, ending: &Ending| {
        let count = tally.endings.get(ending).copied().unwrap_or(0);
        (100 * count + tally.sessions / 2).checked_div(tally.sessions).unwrap_or(0)
    };
    let moved = Ending::ALL.iter().filter_map(|ending| {
        let (was, is) = (share(old, ending), share(new, ending));
        let word = voice.term("ending", ending.id());
        let values = [("ending", word.as_str()), ("old", &was.to_string()), ("new", &is.to_string())];
        (was != is).then(|| voice.say("diff-ending", &values))
    });
    let moved: Vec<String> = moved.collect();
    if moved.is_empty() { Ok(()) } else { writeln!(out, "      {}", voice.listed(moved)) }
}

fn json(outcome: &Outcome) -> OutcomeOut<'_> {
    let Outcome { trainee, old, new } = outcome;
    let pair = |of: &dyn Fn(&Tally) -> f64| Pair { old: of(old), new: of(new) };
    let count = |tally: &Tally, ending: &Ending| tally.endings.get(ending).copied().unwrap_or(0);
    let both = old.endings.keys().chain(new.endings.keys());
    OutcomeOut {
        line: "outcome",
        trainee,
        sessions: new.sessions,
        success: pair(&|tally| tally.success() as f64 / 1000.0),
        turns: pair(&|tally| (100 * tally.turns).checked_div(tally.sessions).unwrap_or(0) as f64 / 100.0),
        endings: both
            .map(|ending| (*ending, Pair { old: count(old, ending), new: count(new, ending) }))
            .collect(),
        by_chance: by_chance(outcome),
    }
}
