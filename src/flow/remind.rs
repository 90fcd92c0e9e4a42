//! Reviews in time: `/remind` sets them, and when one is due it is five minutes' worth of work, or the week.

use crate::base::phrase::{ButtonPhrase, OwnPhrase, Phrase, ProgressPhrase, Term};
use crate::base::time::Moment;
use crate::debrief::reflect::is_blank;
use crate::progress::growth::growth;
use crate::progress::plan::Goal;
use crate::progress::review::{Due, Review, week_before};
use crate::progress::zone::{COMMON, NAMED, Zone, clock, reckoning, shown};
use crate::session::fold::Session;

use super::action::Action;
use super::profile::Screen;
use super::say::Button;
use super::scene::{Rows, Scene};
use super::{growth as picture, plan};

/// How long after her last word a reminder does not break into a conversation, in milliseconds.
const QUIET: i64 = 30 * 60_000;

/// `/remind 20:30`, `/remind UTC+8`, both together, `/remind off`, or nothing to see how it is.
pub fn command(scene: &mut Scene<'_>, payload: &str) {
    if payload.trim().eq_ignore_ascii_case("off") {
        return off(scene);
    }
    let mut review = scene.profile.review.clone();
    for word in payload.split_whitespace() {
        match (clock(word), Zone::parse(word)) {
            (Some(minute), _) => review.minute = Some(minute),
            (None, Some(zone)) => review.zone = Some(zone),
            (None, None) => {
                let words = word.chars().take(32).collect();
                return scene.tell(ProgressPhrase::RemindUnclear { words });
            }
        }
    }
    scene.profile.review = review;
    settle(scene);
}

/// Schedules the next one and says how it is; asks for what is missing.
fn settle(scene: &mut Scene<'_>) {
    let review = &mut scene.profile.review;
    review.schedule(scene.input.at);
    match (review.minute, review.zone.clone(), review.due) {
        (None, ..) => scene.tell(ProgressPhrase::RemindOff),
        (Some(minute), Some(zone), Some(due)) => {
            let (time, date) = (shown(minute), zone.written(due));
            let rows = vec![vec![
                Button::phrase(ButtonPhrase::RemindZone, Action::AskZone),
                Button::phrase(ButtonPhrase::RemindOff, Action::RemindOff),
            ]];
            scene.tell_with(ProgressPhrase::RemindOn { time, zone: Box::new(named(&zone)), date }, rows);
        }
        (Some(_), ..) => ask_zone(scene),
    }
}

/// How reminders are set, for the copy of everything kept of her.
pub fn state(review: &Review) -> Phrase {
    match (review.minute, &review.zone, review.due) {
        (Some(minute), Some(zone), Some(due)) => {
            let (time, date) = (shown(minute), zone.written(due));
            OwnPhrase::RemindersOn { time, zone: Box::new(named(zone)), date }.into()
        }
        _ => OwnPhrase::RemindersOff.into(),
    }
}

pub(super) fn named(zone: &Zone) -> Phrase {
    match zone {
        Zone::Common(id) => ProgressPhrase::ZoneNamed { zone: Term::new(NAMED, id.clone()) }.into(),
        Zone::Offset(_) => ProgressPhrase::ZoneOffset { offset: zone.offset().unwrap_or_default() }.into(),
    }
}

/// Asks where her clock hangs.
pub fn ask_zone(scene: &mut Scene<'_>) {
    let Some(minute) = scene.profile.review.minute else { return scene.tell(ProgressPhrase::RemindOff) };
    let button = |(id, _): &(&str, &str)| {
        let zone = ProgressPhrase::ZoneNamed { zone: Term::new(NAMED, *id) };
        Button::phrase(zone, Action::Zone((*id).to_owned()))
    };
    let rows: Rows = COMMON.chunks(2).map(|row| row.iter().map(button).collect()).collect();
    scene.tell_with(ProgressPhrase::RemindZone { time: shown(minute) }, rows);
}

/// Her clock hangs in this common zone.
pub fn zone(scene: &mut Scene<'_>, id: &str) {
    if let Some(zone) = Zone::common(id) {
        scene.profile.review.zone = Some(zone);
    }
    settle(scene);
}

/// No reminders any more; the zone is remembered.
pub fn off(scene: &mut Scene<'_>) {
    scene.profile.review.minute = None;
    settle(scene);
}

/// It is time. Says nothing where nothing is due, and waits where she is in the middle of a conversation.
pub fn due(scene: &mut Scene<'_>) {
    let now = scene.input.at;
    let Some(due) = scene.profile.review.pending(now) else { return };
    let talking = scene.session.as_ref().filter(|_| scene.profile.screen == Screen::Playing);
    if talking.is_some_and(|session| silence(session, now) < QUIET) {
        scene.profile.review.due = Some(Moment(now.0.saturating_add(QUIET)));
        return;
    }
    scene.profile.review.schedule(now);
    match due {
        _ if scene.journal.is_empty() => {
            scene.tell(ProgressPhrase::DailyFirst);
            picture::next(scene, Vec::new());
        }
        Due::Daily => daily(scene),
        Due::Weekly => weekly(scene),
    }
}

/// For how long nothing came from her, in milliseconds; her messages are recorded by the customer's clock.
fn silence(session: &Session, now: Moment) -> i64 {
    let break_began = session.care.paused.map(|since| now.since(since));
    break_began.unwrap_or_else(|| session.clock(now).since(session.heard_at))
}

/// Read, say again, play: about five minutes.
fn daily(scene: &mut Scene<'_>) {
    let zone = reckoning(scene.profile.review.zone.as_ref());
    let Some(last) = scene.journal.last() else { return };
    let mut steps = vec![ProgressPhrase::StepRead {
        number: scene.journal.len(),
        name: last.name.clone(),
        date: zone.written(last.at),
        score: last.score,
    }];
    let answer = last.answers.first().cloned().flatten().filter(|answer| !is_blank(answer));
    let words = answer.or_else(|| last.strengths.first().map(|noted| noted.quote.clone()));
    if let Some(Goal::Own(words)) = words.as_deref().and_then(Goal::own) {
        steps.push(ProgressPhrase::StepKeep { words });
    }
    let better =
        last.improvements.iter().find_map(|noted| Some((noted.term(), noted.better.as_ref()?.shown())));
    steps.extend(better.map(|(name, better)| ProgressPhrase::StepBetter { name, better }));
    let goal = scene.profile.plan.open().next().map(|item| Box::new(plan::goal(&item.goal)));
    steps.extend(goal.map(|goal| ProgressPhrase::StepPlan { goal }));
    let entry = Button::text(
        format!("#{}", scene.journal.len()),
        Action::Entry(u32::try_from(scene.journal.len()).unwrap_or(u32::MAX)),
    );
    let steps = steps.into_iter().map(Phrase::from).collect();
    scene.tell_with(ProgressPhrase::Daily { steps }, vec![vec![entry]]);
    picture::next(scene, Vec::new());
}

/// What the week brought, and what comes next.
fn weekly(scene: &mut Scene<'_>) {
    let zone = reckoning(scene.profile.review.zone.as_ref());
    let (now, since) = (scene.input.at, week_before(scene.input.at));
    let from = scene.journal.partition_point(|entry| entry.at < since);
    let week = growth(scene.journal.get(from..).unwrap_or(&[]), &zone, now);
    let whole = growth(scene.journal, &zone, now);
    let mut lines = vec![match week.runs {
        0 => ProgressPhrase::WeekQuiet,
        runs => {
            let sum: i64 = week.grades.iter().map(|(_, group)| group.sum()).sum();
            let score = sum / i64::try_from(runs).unwrap_or(i64::MAX);
            ProgressPhrase::Week { runs, days: week.days, score }
        }
    }];
    lines.extend(picture::lately(&whole));
    let rises = whole.grown.iter().map(picture::rise).map(Phrase::from).collect::<Vec<_>>();
    lines.extend((!rises.is_empty()).then_some(ProgressPhrase::Grown { items: rises }));
    lines.extend(picture::weakest(&whole));
    let ticked = scene.profile.plan.done_since(since);
    lines.extend((ticked > 0).then_some(ProgressPhrase::WeekTicked { count: ticked }));
    lines.extend(picture::streak(&whole));
    let lines = lines.into_iter().map(Phrase::from).collect();
    let plan = Button::phrase(ButtonPhrase::Plan, Action::Plan);
    scene.tell(ProgressPhrase::Weekly { lines });
    picture::next(scene, vec![vec![plan]]);
}
