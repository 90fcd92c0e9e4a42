//! Whether a customer is as hard as his grade promises, and what to turn where he is not, in words.

use std::io::Write;

use crate::session::fold::Cast;
use crate::simulate::tally::Tally;
use crate::simulate::trainee::Trainee;
use crate::workshop::rules::{chance, promised};

use super::Voice;
use super::outcome::unseen;

/// Most own lines that are listed by name.
const SHOWN: usize = 12;

/// What a share is, held against what the grade promises.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fit {
    Easy,
    Hard,
    Right,
}

/// How each kind of trainee fared with him, held against his grade, and what to turn.
///
/// # Errors
/// Those of `out`.
pub fn summary(
    out: &mut impl Write,
    cast: &Cast<'_>,
    tallies: &[(&Trainee, Tally)],
    voice: &Voice,
) -> std::io::Result<()> {
    let runs = tallies.first().map_or(0, |(_, tally)| tally.sessions).to_string();
    let grade = voice.term("grade", cast.persona.grade.id());
    let values =
        [("id", cast.persona.id.name()), ("title", &cast.texts.title), ("grade", &grade), ("runs", &runs)];
    writeln!(out, "{}", voice.say("simulate-head", &values))?;
    let fits = tallies
        .iter()
        .map(|(trainee, tally)| one(out, cast, (trainee, tally), voice))
        .collect::<std::io::Result<Vec<Fit>>>()?;
    knobs(out, cast, &fits, voice)
}

/// One kind of trainee: how many of a hundred calmed him, whether that is as promised, and how it ended.
fn one(
    out: &mut impl Write,
    cast: &Cast<'_>,
    (trainee, tally): (&Trainee, &Tally),
    voice: &Voice,
) -> std::io::Result<Fit> {
    let who = match voice.term("thing", &trainee.id) {
        word if word == trainee.id => voice.say("simulate-who", &[("id", &trainee.id)]),
        word => word,
    };
    let won = tally.success();
    let range =
        promised(cast.persona.grade).into_iter().find(|(id, _)| *id == trainee.id).map(|(_, range)| range);
    let fit = range.map(|(least, most)| match chance(tally.sessions) {
        leeway if won > most + leeway => Fit::Easy,
        leeway if won + leeway < least => Fit::Hard,
        _ => Fit::Right,
    });
    let (least, most) = range.unwrap_or_default();
    let [won, least, most] = [won, least, most].map(|share| ((share + 5) / 10).to_string());
    let grade = voice.term("grade", cast.persona.grade.id());
    let key = match fit {
        Some(Fit::Easy) => "simulate-easy",
        Some(Fit::Hard) => "simulate-hard",
        Some(Fit::Right) => "simulate-right",
        None => "simulate-plain",
    };
    let values =
        [("who", who.as_str()), ("won", &won), ("least", &least), ("most", &most), ("grade", &grade)];
    writeln!(out, "{}", voice.say(key, &values))?;
    let ended = tally.endings.iter().map(|(ending, count)| {
        let share = (100 * count + tally.sessions / 2).checked_div(tally.sessions).unwrap_or(0).to_string();
        voice.say("simulate-share", &[("ending", &voice.term("ending", ending.id())), ("share", &share)])
    });
    let (endings, turns) =
        (voice.listed(ended), tally.turns.checked_div(tally.sessions).unwrap_or(0).to_string());
    writeln!(out, "    {}", voice.say("simulate-endings", &[("turns", &turns), ("endings", &endings)]))?;
    Ok(fit.unwrap_or(Fit::Right))
}

/// Which numbers of his file to turn, with what they are now.
fn knobs(out: &mut impl Write, cast: &Cast<'_>, fits: &[Fit], voice: &Voice) -> std::io::Result<()> {
    let persona = cast.persona;
    let points = |hundredths: i32| (hundredths / crate::base::level::POINT).to_string();
    let (heard, step) = (points(persona.heard_needed), points(persona.step));
    let (trust, patience) = (persona.accept_trust.whole().to_string(), persona.patience.to_string());
    let values = [("heard", heard.as_str()), ("trust", &trust), ("step", &step), ("patience", &patience)];
    let key = match (fits.contains(&Fit::Easy), fits.contains(&Fit::Hard)) {
        (true, true) => "simulate-uneven",
        (true, false) => "simulate-make-harder",
        (false, true) => "simulate-make-easier",
        (false, false) => "simulate-fits",
    };
    writeln!(out, "\n{}", voice.say(key, &values))
}

/// What nobody ever met.
///
/// # Errors
/// Those of `out`.
pub fn never(
    out: &mut impl Write,
    cast: &Cast<'_>,
    tallies: &[(&Trainee, Tally)],
    voice: &Voice,
) -> std::io::Result<()> {
    let unseen = unseen(cast, tallies);
    if !unseen.states_never.is_empty() {
        let list = voice.all_named("state", unseen.states_never.iter().map(String::as_str));
        writeln!(out, "{}", voice.say("simulate-states-never", &[("list", &list)]))?;
    }
    if !unseen.endings_never.is_empty() {
        let list = voice.all_named("ending", unseen.endings_never.iter().map(|ending| ending.id()));
        writeln!(out, "{}", voice.say("simulate-endings-never", &[("list", &list)]))?;
    }
    let (count, all) = (unseen.own_lines_never.len().to_string(), unseen.own_lines.to_string());
    writeln!(out, "{}", voice.say("simulate-lines-never", &[("count", &count), ("all", &all)]))?;
    unseen.own_lines_never.iter().take(SHOWN).try_for_each(|line| writeln!(out, "    {line}"))?;
    match unseen.own_lines_never.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        Some(more) => writeln!(out, "    {}", voice.say("simulate-more", &[("count", &more.to_string())])),
        None => Ok(()),
    }
}
