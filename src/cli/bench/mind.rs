//! What is done in memory: understanding, a turn, the debrief. One after the other, on one core.

use std::hint::black_box;
use std::time::Instant;

use crate::base::lang::Lang;
use crate::base::time::Moment;
use crate::debrief::present::{evidence, verdict};
use crate::debrief::report;
use crate::flow::input::Deed;
use crate::flow::profile::Profile;
use crate::flow::step;
use crate::library::Loaded;
use crate::session::fold::Session;

use super::measure::{Figures, Samples, until};
use super::scene::{Script, messages};

/// Understands messages of one language, each as each of the customers would hear it.
pub fn reading(loaded: &Loaded, lang: Lang, scripts: &[Script], seconds: f64) -> Option<Figures> {
    let mut casts = Vec::new();
    for script in scripts {
        let cast = script.cast(&loaded.content)?;
        let before = script.played(&cast).last_bubbles().join("\n");
        casts.push((cast, before));
    }
    let all = messages(lang);
    let pairs = all.iter().flat_map(|said| casts.iter().map(move |(cast, before)| (said, cast, before)));
    let (mut samples, end) = (Samples::default(), until(seconds));
    for (said, cast, before) in pairs.cycle() {
        black_box(samples.time(|| cast.reader.read(black_box(said), Some(cast.ear), before)));
        if Instant::now() >= end {
            break;
        }
    }
    samples.figures()
}

/// Takes turns through the flow: understand, feel, answer, decide what is recorded and said. Beginnings are not counted.
pub fn turns(loaded: &Loaded, scripts: &[Script], seconds: f64) -> Option<Figures> {
    let (mut samples, end) = (Samples::default(), until(seconds));
    for (script, trainee) in scripts.iter().cycle().zip(1..) {
        let (mut profile, mut session) = (Profile::default(), None::<Session>);
        for input in script.inputs(trainee) {
            let take = || step(&loaded.content, &profile, session.as_ref(), &[], black_box(&input));
            let taken = match input.deed {
                Deed::Text(_) => samples.time(take),
                _ => take(),
            };
            (profile, session) = (taken.profile, taken.session);
        }
        if Instant::now() >= end {
            break;
        }
    }
    samples.figures()
}

/// Finds and says everything a debrief has, of conversations that are over.
pub fn debriefs(loaded: &Loaded, scripts: &[Script], seconds: f64) -> Option<Figures> {
    let mut over = Vec::new();
    for script in scripts {
        let cast = script.cast(&loaded.content)?;
        let mut session = script.played(&cast);
        session.stop(&cast, Moment(session.times.last().map_or(0, |at| at.0)));
        over.push((cast, session, script.lang));
    }
    let (mut samples, end) = (Samples::default(), until(seconds));
    for (cast, session, lang) in over.iter().cycle() {
        let bytes = samples.time(|| {
            let report = report(cast, black_box(session));
            let told = evidence(&report).into_iter().chain(verdict(&report, &session.answers));
            told.map(|phrase| loaded.prose.render(&phrase, *lang).len()).sum::<usize>()
        });
        black_box(bytes);
        if Instant::now() >= end {
            break;
        }
    }
    samples.figures()
}
