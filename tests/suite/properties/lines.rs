//! Whether a customer repeats himself before he has to.
//!
//! What he may choose from at a turn is rebuilt from the trace: the act that a line was spoken for, his heat and
//! leading emotion, and the books. Lines with placeables are left out, as only the customer knows whether they could
//! be filled; so a repeat is only called early where a line without any was left.

use std::collections::BTreeSet;

use xiaoqi::base::id::LineId;
use xiaoqi::base::level::Emotion;
use xiaoqi::customer::trace::{Spoken, Turn};
use xiaoqi::persona::lines::{Line, Piece};
use xiaoqi::persona::presume::Presumption;
use xiaoqi::session::fold::{Cast, Session};

/// Heat words of line keys, and the group each belongs to, by rung.
const HEATS: [(&str, &str); 4] = [("cool", "low"), ("warm", "low"), ("hot", "high"), ("boiling", "high")];

/// Lines that were spoken again while another of the same pool was left.
pub fn early_repeats(cast: &Cast<'_>, session: &Session) -> Vec<String> {
    let mut spoken: BTreeSet<&LineId> = BTreeSet::new();
    let mut faults = Vec::new();
    for turn in &session.turns {
        for one in &turn.lines {
            if !spoken.insert(&one.line) {
                let left = pool(cast, turn, one).into_iter().find(|line| !spoken.contains(&line.id));
                let told =
                    |left: &Line| format!("turn {}: {:?} again, {:?} left", turn.number, one.line, left.id);
                faults.extend(left.map(told));
            }
        }
    }
    faults
}

/// Every line without placeables that could have been spoken instead.
fn pool<'a>(cast: &Cast<'a>, turn: &Turn, one: &Spoken) -> Vec<&'a Line> {
    let texts = cast.texts;
    let own: Vec<&[Line]> = match one.act.as_str() {
        "tell" => {
            let told =
                texts.facts.iter().filter(|fact| holds(&fact.tell, one) || holds(&fact.tell_high, one));
            told.map(|fact| fact.tell.as_slice()).collect()
        }
        "take" => texts
            .offers
            .iter()
            .flat_map(|offer| [offer.taken.as_slice(), offer.taken_early.as_slice()])
            .filter(|lines| holds(lines, one))
            .collect(),
        act => keys(cast, turn, act)
            .iter()
            .flat_map(|key| [texts.lines.get(key), cast.book.general.get(key)])
            .collect(),
    };
    // What presumes something may have to wait.
    let presumes = |line: &Line| cast.book.presumptions.contradicts(&line.text(), &Presumption::ALL);
    let plain = |line: &&Line| line.pieces.iter().all(|p| matches!(p, Piece::Text(_))) && !presumes(line);
    own.into_iter().flatten().filter(plain).collect()
}

fn holds(lines: &[Line], one: &Spoken) -> bool {
    lines.iter().any(|line| line.id == one.line)
}

/// The keys under which lines for an act stand, as personas/README.md says.
fn keys(cast: &Cast<'_>, turn: &Turn, act: &str) -> Vec<String> {
    let (heat, group) = HEATS[usize::from(turn.heat.min(3))];
    let mut keys = vec![act.to_owned(), format!("{act}-{heat}"), format!("{act}-{group}")];
    let ladders = [Emotion::Anger, Emotion::Anxiety, Emotion::Disappointment];
    let leads = |e: &Emotion| *cast.rules.ladder(*e).state(turn.heat) == turn.state;
    if let Some(emotion) = ladders.into_iter().find(leads).map(Emotion::id) {
        keys.extend([
            format!("{act}-{heat}-{emotion}"),
            format!("{act}-{group}-{emotion}"),
            format!("{act}-{emotion}"),
        ]);
    }
    keys
}
