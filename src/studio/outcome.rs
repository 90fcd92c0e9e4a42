//! What comes of synthetic trainees who meet a customer: played by the many, what was never met, and drawn.

use serde::Serialize;

use crate::base::ending::Ending;
use crate::base::id::{LineId, StateId};
use crate::base::lang::Lang;
use crate::chart::ChartError;
use crate::chart::outcomes::{Labels, Row, outcomes};
use crate::debrief;
use crate::session::fold::Cast;
use crate::simulate::play::play;
use crate::simulate::tally::Tally;
use crate::simulate::trainee::Trainee;

use super::Voice;

/// What a customer never did, whoever he met.
#[derive(Serialize)]
pub struct Unseen<'a> {
    /// Who.
    pub persona: &'a str,
    /// States of his ladder.
    pub states_never: Vec<String>,
    /// Endings he could have had.
    pub endings_never: Vec<Ending>,
    /// How many lines of his own he has.
    pub own_lines: usize,
    /// Those of them nobody heard.
    pub own_lines_never: Vec<String>,
}

/// Many conversations, on all cores; the seeds, and so the counts, do not depend on how many there are.
/// `runs`, the first seed, and whether scores are worked out.
pub fn many(cast: &Cast<'_>, trainee: &Trainee, lang: Lang, (runs, seed, scores): (u64, u64, bool)) -> Tally {
    let threads = std::thread::available_parallelism().map_or(1, usize::from) as u64;
    let part = |first: u64| {
        let mut tally = Tally::default();
        for number in (first..runs).step_by(threads as usize) {
            let session = play(cast, trainee, lang, seed.wrapping_add(number));
            let score = scores.then(|| debrief::report(cast, &session).score);
            tally.add(&session, score);
        }
        tally
    };
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|first| scope.spawn(move || part(first))).collect();
        let mut all = Tally::default();
        running.into_iter().filter_map(|thread| thread.join().ok()).for_each(|tally| all.join(tally));
        all
    })
}

/// What nobody of these ever met with him.
pub fn unseen<'a>(cast: &Cast<'a>, tallies: &[(&Trainee, Tally)]) -> Unseen<'a> {
    let ladder = cast.rules.ladder(cast.persona.emotion);
    let reached = |state: &StateId| tallies.iter().any(|(_, t)| t.states.contains(state));
    let ended = |ending: &Ending| tallies.iter().any(|(_, t)| t.endings.contains_key(ending));
    let leaves: Vec<Ending> = cast.persona.endings.values().copied().collect();
    let usual =
        [Ending::Satisfied, Ending::Accepted, Ending::Unresolved, Ending::Overpromised, Ending::LostTemper];
    let own: Vec<&LineId> = cast.texts.lines.iter().flat_map(|(_, lines)| lines).map(|l| &l.id).collect();
    let spoken = |id: &LineId| tallies.iter().any(|(_, t)| t.lines.contains_key(id));
    Unseen {
        persona: cast.persona.id.as_str(),
        states_never: ladder.states.iter().filter(|s| !reached(s)).map(|s| s.as_str().to_owned()).collect(),
        endings_never: usual.into_iter().chain(leaves).filter(|e| !ended(e)).collect(),
        own_lines: own.len(),
        own_lines_never: own.into_iter().filter(|id| !spoken(id)).map(|id| id.as_str().to_owned()).collect(),
    }
}

/// The picture of one customer, PNG.
///
/// # Errors
/// See [`ChartError`].
pub fn picture(cast: &Cast<'_>, tallies: &[(&Trainee, Tally)], voice: &Voice) -> Result<Vec<u8>, ChartError> {
    let persona = cast.persona;
    let row = |(trainee, tally): &(&Trainee, Tally)| Row {
        name: voice.term("thing", &trainee.id),
        endings: tally.endings.iter().map(|(ending, count)| (*ending, *count)).collect(),
        course: tally.usual_course(persona.emotion).collect(),
    };
    let rows: Vec<Row> = tallies.iter().map(row).collect();
    let runs = tallies.first().map_or(0, |(_, tally)| tally.sessions).to_string();
    let grade = voice.term("grade", persona.grade.id());
    let values = [("title", cast.texts.title.as_str()), ("grade", &grade), ("runs", &runs)];
    let feeling = voice.term("emotion", persona.emotion.id());
    let labels = Labels {
        title: voice.say("picture-title", &values),
        endings: voice.say("picture-endings", &[]),
        course: voice.say("picture-course", &[("feeling", &feeling)]),
        ending: &|ending: Ending| voice.term("ending", ending.id()),
    };
    outcomes(&labels, &rows)
}
