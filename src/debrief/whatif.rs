//! What would have happened had she not written a message, or written another in its place. Plays the conversation again
//! with the same seed, content and times, and says where the two courses part; the session itself is left alone.

use crate::base::ending::Ending;
use crate::base::id::StateId;
use crate::base::level::{Emotion, Level, PerEmotion};
use crate::base::phrase::arg::Listed;
use crate::base::phrase::debrief::Words;
use crate::base::phrase::{InsightPhrase, Phrase, Term};
use crate::customer::trace::Turn;
use crate::session::fold::{Cast, Session};

use super::present::clip;
use super::record::Quote;
use super::timeline::state;

/// Characters of a quote, and of a reply.
const QUOTE: usize = 40;
const REPLY: usize = 160;

/// What is changed about a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is left out.
    Without,
    /// This is written in its place.
    Instead(String),
}

/// Another course beside the real one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIf {
    /// The message that was changed, from 1.
    pub message: u16,
    /// How.
    pub change: Change,
    /// The other course.
    pub other: Session,
    /// The first message, by its number in the real course, after which the two differ; `None` where they never do.
    pub parted: Option<u16>,
    /// Later messages that he would not have read any more.
    pub unheard: usize,
}

/// Plays `session` with a change. `None` where there is no such message.
pub fn what_if(cast: &Cast<'_>, session: &Session, message: u16, change: Change) -> Option<WhatIf> {
    let place = usize::from(message.checked_sub(1)?);
    let _ = session.turns.get(place)?;
    let changed = session.messages().enumerate().filter_map(|(at, (said, time))| match &change {
        _ if at != place => Some((said, time)),
        Change::Without => None,
        Change::Instead(text) => Some((text.as_str(), time)),
    });
    let other = session.played_again(cast, changed);
    let left_out = usize::from(change == Change::Without);
    let unheard = session.turns.len().saturating_sub(left_out + other.turns.len());
    let parted = parting(session, &other, place, left_out);
    Some(WhatIf { message, change, other, parted, unheard })
}

/// The number of the first message after which the courses differ.
fn parting(here: &Session, there: &Session, place: usize, left_out: usize) -> Option<u16> {
    let pairs = here.turns.iter().enumerate().skip(place + left_out);
    let differs = |(at, turn): &(usize, &Turn)| {
        let other = at.checked_sub(left_out).and_then(|at| there.turns.get(at));
        other.is_none_or(|other| !alike(turn, other))
    };
    let found = pairs.into_iter().find(differs).map(|(_, turn)| turn.number);
    let at_last = || {
        let same = levels(here) == levels(there) && here.customer.state == there.customer.state;
        (!same || here.ended != there.ended).then_some(here.turns.len() as u16)
    };
    found.or_else(at_last)
}

fn alike(one: &Turn, other: &Turn) -> bool {
    one.reply == other.reply
        && one.after == other.after
        && one.state == other.state
        && one.ended == other.ended
}

/// The levels at last.
fn levels(session: &Session) -> PerEmotion<Level> {
    session.turns.last().map_or(session.customer.anchors.map(|_, a| a.level), |turn| turn.after)
}

impl WhatIf {
    /// What he feels and says in the other course after message `number` of the real one; `None` where he has gone, or
    /// where that message is the one left out.
    fn there(&self, number: u16) -> Option<&Turn> {
        let left_out = self.change == Change::Without;
        let place = usize::from(number).checked_sub(1 + usize::from(left_out))?;
        self.other.turns.get(place).filter(|_| !(left_out && number == self.message))
    }
}

/// Both courses side by side, in words. `name` is what the customer goes by.
pub fn phrase(session: &Session, what_if: &WhatIf, name: &str) -> InsightPhrase {
    let (turn, quote) = (i64::from(what_if.message), quote(session, what_if.message));
    let change = match &what_if.change {
        Change::Without => InsightPhrase::Without { turn, quote },
        Change::Instead(text) => InsightPhrase::Instead { turn, quote, text: clip(text, QUOTE) },
    };
    let course = course(session, what_if, name).into_iter().map(Phrase::from).collect();
    InsightPhrase::WhatIf { change: Box::new(change.into()), course }
}

fn quote(session: &Session, number: u16) -> Words {
    let turn = session.turns.iter().find(|turn| turn.number == number);
    turn.map_or(Words::Nothing, |turn| Quote::of(turn, None).shown(QUOTE))
}

fn course(session: &Session, what_if: &WhatIf, name: &str) -> Vec<InsightPhrase> {
    let Some(parted) = what_if.parted else { return vec![InsightPhrase::Same] };
    let (mut lines, other) = (Vec::new(), &what_if.other);
    let here = session.turns.iter().find(|turn| turn.number == parted);
    let pair = here.zip(what_if.there(parted));
    let slight = is_slight(session, what_if);
    if slight {
        return vec![InsightPhrase::AlmostSame { turn: i64::from(parted) }];
    }
    lines.push(InsightPhrase::Parted { turn: i64::from(parted) });
    if let Some((here, there)) = pair {
        lines.extend(versus(here.after, there.after));
        lines.push(states(&here.state, &there.state));
        lines.push(match here.reply == there.reply {
            true => InsightPhrase::ReplySame,
            false => {
                InsightPhrase::Reply { name: name.to_owned(), reply: clip(&there.reply.join(" "), REPLY) }
            }
        });
    }
    let went_on = usize::from(parted) < session.turns.len() || pair.is_none();
    if went_on {
        lines.push(InsightPhrase::Finally { turn: other.turns.len() as i64 });
        lines.extend(versus(levels(session), levels(other)));
        lines.push(states(&session.customer.state, &other.customer.state));
    }
    lines.push(endings(session.ended, other.ended));
    lines.extend((what_if.unheard > 0).then_some(InsightPhrase::Unheard { count: what_if.unheard as i64 }));
    lines
}

/// Whether the courses differ by fractions of a point alone.
fn is_slight(session: &Session, what_if: &WhatIf) -> bool {
    let whole = |levels: PerEmotion<Level>| levels.map(|_, level| level.whole());
    let same = |turn: &Turn| match what_if.there(turn.number) {
        Some(other) => {
            whole(turn.after) == whole(other.after) && turn.reply == other.reply && turn.state == other.state
        }
        None => turn.number <= what_if.message,
    };
    let later = session.turns.iter().filter(|turn| turn.number >= what_if.message);
    later.into_iter().all(same)
        && what_if.unheard == 0
        && whole(levels(session)) == whole(levels(&what_if.other))
        && session.ended == what_if.other.ended
}

fn versus(here: PerEmotion<Level>, there: PerEmotion<Level>) -> Option<InsightPhrase> {
    let level = |emotion: Emotion| {
        let (there, here) = (i64::from(there.get(emotion).whole()), i64::from(here.get(emotion).whole()));
        (there != here)
            .then(|| InsightPhrase::VersusLevel { emotion: Term::emotion(emotion), there, here }.into())
    };
    let levels: Vec<Phrase> = Emotion::ALL.into_iter().filter_map(level).collect();
    (!levels.is_empty()).then_some(InsightPhrase::Versus { levels: Listed(levels) })
}

fn states(here: &StateId, there: &StateId) -> InsightPhrase {
    match here == there {
        true => InsightPhrase::SameState { state: state(there) },
        false => InsightPhrase::VersusState { there: state(there), here: state(here) },
    }
}

fn endings(here: Option<Ending>, there: Option<Ending>) -> InsightPhrase {
    let ending = |one: Option<Ending>| -> Box<Phrase> {
        let phrase =
            one.map_or(InsightPhrase::Open, |one| InsightPhrase::Ending { ending: Term::ending(one) });
        Box::new(phrase.into())
    };
    match here == there {
        true => InsightPhrase::SameEnding { ending: ending(there) },
        false => InsightPhrase::VersusEnding { there: ending(there), here: ending(here) },
    }
}
