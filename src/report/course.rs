//! A sheet's timeline in the words of one language.

use crate::base::level::Emotion;
use crate::base::phrase::{ReportPhrase, Term, TermKind};
use crate::chart::timeline::Timeline;
use crate::debrief::sheet::Sheet;

use super::Words;

/// What `chart::timeline` draws.
pub(super) fn course(sheet: &Sheet, words: Words<'_>) -> Timeline {
    let rows = &sheet.report.timeline;
    let levels = rows.iter().map(|row| Emotion::ALL.map(|emotion| row.levels.get(emotion).raw()));
    let states = rows.iter().enumerate().filter_map(|(at, row)| Some((at, row.state.as_ref()?, row.heat)));
    let mut named: Vec<(usize, String, u8)> = Vec::new();
    let mut last = None;
    for (at, state, heat) in states {
        if last != Some(state) {
            named.push((at, words.term(Term::new(TermKind::State, state.as_str())), heat));
        }
        last = Some(state);
    }
    let mut phases: Vec<(usize, String)> = Vec::new();
    let mut last = None;
    for (at, phase) in rows.iter().enumerate().filter_map(|(at, row)| Some((at, row.phase?))) {
        if last != Some(phase) {
            phases.push((at, words.term(Term::new(TermKind::Phase, phase.id()))));
        }
        last = Some(phase);
    }
    let ending = Term::ending(sheet.report.outcome);
    Timeline {
        title: sheet.title.clone(),
        subtitle: words.say(ReportPhrase::Subtitle { name: sheet.name.clone(), ending }),
        feelings: Emotion::ALL.map(|emotion| words.term(Term::emotion(emotion))),
        levels: levels.collect(),
        states: named,
        phases,
        turning: rows.iter().enumerate().filter(|(_, row)| row.turning).map(|(at, _)| at).collect(),
        start: words.say(ReportPhrase::Start),
        messages: words.say(ReportPhrase::Messages),
        legend: words.say(ReportPhrase::Legend),
    }
}
