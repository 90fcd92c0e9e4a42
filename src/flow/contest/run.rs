//! A run while it is played: its beginning, its clock, its end.

use crate::base::mode::Mode;
use crate::base::phrase::{EntryPhrase, Term, TermKind};
use crate::flow::group::Alarm;
use crate::flow::profile::Screen;
use crate::flow::say::Say;
use crate::flow::scene::Scene;
use crate::session::event::Event;
use crate::session::fold::Session;

use super::ask::{Ask, Running, Then, View};
use super::read;
use super::room::{ask, changed, rows};
use super::told::{span, when};

/// When the clock of a round is told in a line of its own, before the end.
pub const LAST_MINUTE: i64 = 60_000;

/// The attempt is counted; the customer speaks.
pub fn begun(scene: &mut Scene<'_>, view: &View, running: &Running, seed: u64) {
    let content = scene.content;
    let Some(settled) = view.contest.definition.round(running.round) else { return };
    let lang = settled.lang.or_else(|| content.spoken(&settled.persona, scene.lang()));
    let cast = lang
        .and_then(|lang| Some((lang, content.cast_within(&settled.persona, lang, scene.profile.gentle)?)));
    let Some((lang, cast)) = cast else { return changed(scene, view) };
    let mode = if view.contest.definition.hints { Mode::Practice } else { Mode::Exam };
    let at = scene.input.at;
    let (session, event) = Session::open_as(&cast, lang, seed, at, (mode, None));
    scene.profile.sessions = scene.profile.sessions.saturating_add(1);
    scene.profile.screen = Screen::Playing;
    scene.profile.contest = Some(running.clone());
    let (round, customer) = (running.round, cast.texts.name.clone());
    scene.tell(EntryPhrase::Begun { round, rounds: view.contest.definition.rounds.len(), customer });
    scene.bubbles(&session.opening);
    scene.session = Some(session);
    scene.record(event);
    show_clock(scene);
}

/// Whether the newest conversation is a run of a contest.
pub fn is_run(scene: &Scene<'_>) -> bool {
    running(scene).is_some()
}

fn running<'s>(scene: &'s Scene<'_>) -> Option<&'s Running> {
    scene.profile.contest.as_ref().filter(|running| running.session == scene.profile.sessions)
}

/// Whether nothing of the newest conversation may be looked into, nor help be had: its contest is not over. Says so.
pub fn holds(scene: &mut Scene<'_>) -> bool {
    let at = scene.input.at;
    let held = running(scene).is_some_and(|running| at < running.closes);
    if held {
        scene.tell(EntryPhrase::Held);
    }
    held
}

/// Whether a run is being played.
pub fn plays(scene: &Scene<'_>) -> bool {
    is_run(scene) && scene.profile.screen == Screen::Playing
}

/// Shows how much time is left, on a message of its own that changes.
pub fn show_clock(scene: &mut Scene<'_>) {
    let Some(running) = running(scene).cloned() else { return };
    let left = running.until.since(scene.input.at);
    let phrase = match left {
        0 => EntryPhrase::ClockOver { round: running.round },
        _ => EntryPhrase::Clock { round: running.round, span: Box::new(span(left)) },
    };
    scene.say(Say::Board {
        number: clock_board(&running),
        prompt: false,
        phrase: phrase.into(),
        rows: Vec::new(),
    });
}

/// Which of the chat's boards a run's clock is on.
fn clock_board(running: &Running) -> u64 {
    running.contest | (u64::from(running.round) << 48) | (u64::from(running.attempt) << 53)
}

/// Ends a run whose time is up. Whether it was: then what she did meanwhile comes too late.
pub fn overtime(scene: &mut Scene<'_>) -> bool {
    let Some(running) = running(scene).filter(|_| scene.profile.screen == Screen::Playing) else {
        return false;
    };
    if scene.input.at < running.until {
        return false;
    }
    let until = running.until;
    scene.tell(EntryPhrase::TimeUp);
    let cast = scene.cast();
    if let Some((session, cast)) = scene.session.as_mut().zip(cast) {
        let event = session.stop(&cast, session.clock(until));
        scene.record(event);
    }
    ended(scene);
    true
}

/// `/end`: she ends her run herself.
pub fn end(scene: &mut Scene<'_>) {
    let (cast, at) = (scene.cast(), scene.input.at);
    if scene.session.as_ref().is_some_and(|session| session.turns.is_empty()) {
        return scene.tell(EntryPhrase::WriteFirst);
    }
    let Some((session, cast)) = scene.session.as_mut().zip(cast) else { return };
    let event = session.stop(&cast, session.clock(at));
    if let Event::Stopped { reply, .. } = &event {
        scene.bubbles(reply);
    }
    scene.record(event);
    ended(scene);
}

/// A run has ended, whoever ended it.
pub fn ended(scene: &mut Scene<'_>) {
    scene.profile.screen = Screen::Lobby;
    let Some(running) = running(scene).cloned() else { return };
    scene.say(Say::Board {
        number: clock_board(&running),
        prompt: false,
        phrase: EntryPhrase::ClockOver { round: running.round }.into(),
        rows: Vec::new(),
    });
    ask(scene, Ask::End(running));
}

/// Her run counts: the score, the receipt, and what comes next.
pub fn counted(scene: &mut Scene<'_>, view: &View, running: &Running) {
    let Some(mine) = &view.mine else { return };
    let run = mine.runs.iter().find(|run| run.session == running.session);
    let Some(run) = run else { return };
    let ending = scene.session.as_ref().and_then(|session| session.ended);
    let ending = ending.map_or_else(|| Term::new(TermKind::Ending, "unresolved"), Term::ending);
    let phrase = EntryPhrase::RunOver {
        round: running.round,
        ending,
        score: run.tally.score,
        token: run.token.to_string(),
        when: Box::new(when(&view.contest.zone, view.contest.definition.closes)),
    };
    let rows = rows(scene, view, mine);
    scene.tell_with(phrase, rows);
}

/// Something is due for her. Whether it was a contest's.
pub fn due(scene: &mut Scene<'_>, alarm: &Alarm) -> bool {
    let Some((id, what)) = alarm.what.strip_prefix("c/").and_then(|rest| rest.split_once('/')) else {
        return false;
    };
    let Some(id) = read(id) else { return false };
    if what == "out" {
        ask(scene, Ask::See(id, Then::Show));
        return true;
    }
    // The clock of a run that is over strikes for nobody.
    let until =
        running(scene).filter(|running| running.contest == id && scene.profile.screen == Screen::Playing);
    let Some(until) = until.map(|running| running.until) else { return true };
    match what {
        "clock" if overtime(scene) => {}
        "clock" => {
            show_clock(scene);
            if until.since(scene.input.at) <= LAST_MINUTE {
                scene.tell(EntryPhrase::LastMinute);
            }
        }
        _ => {}
    }
    true
}
